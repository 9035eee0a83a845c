/* SPDX-License-Identifier: MIT */
/* orientation_table.h - ranges of characters that are not rotated in a
 * vertical line, sorted, written by orientation_table.py. Only orientation.c
 * reads them. */
#ifndef BUL_TEXT_ORIENTATION_TABLE_H
#define BUL_TEXT_ORIENTATION_TABLE_H

#include <stddef.h>
#include <stdint.h>

typedef struct bul_orientation_range {
    uint32_t first, last;
    uint8_t orientation; /* bul_orientation */
} bul_orientation_range;

extern const bul_orientation_range bul_orientation_ranges[];
extern const size_t bul_orientation_range_count;

#endif
