/* SPDX-License-Identifier: MIT */
/* utf8_table.h - ranges of code points by their width on a terminal, sorted,
 * written by utf8_table.py. Only utf8.c reads them. */
#ifndef BUL_BASE_UTF8_TABLE_H
#define BUL_BASE_UTF8_TABLE_H

#include <stddef.h>
#include <stdint.h>

typedef struct bul_utf8_range {
    uint32_t first, last;
} bul_utf8_range;

extern const bul_utf8_range bul_utf8_zero_ranges[];
extern const size_t bul_utf8_zero_range_count;
extern const bul_utf8_range bul_utf8_wide_ranges[];
extern const size_t bul_utf8_wide_range_count;

#endif
