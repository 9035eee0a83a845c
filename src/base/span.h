/* SPDX-License-Identifier: MIT */
/* span.h - a place in a file: which file, which bytes. Lines and columns are
 * computed only when a diagnostic is shown. */
#ifndef BUL_BASE_SPAN_H
#define BUL_BASE_SPAN_H

#include <stdint.h>

/* Zero is "no place". `file` is an index the diagnostics gave out, from 1;
 * start and end are byte offsets into the cleaned UTF-8 text of that file. */
typedef struct bul_span {
    uint32_t file;
    uint32_t start;
    uint32_t end;
} bul_span;

#endif
