/* SPDX-License-Identifier: MIT */
/* pdf_filter.h - the row filters of PNG, which PDF knows as predictors (ISO
 * 32000-1, 7.4.4.4): neighbouring samples are subtracted, so that smooth
 * pictures pack better. */
#ifndef BUL_PDF_PDF_FILTER_H
#define BUL_PDF_PDF_FILTER_H

#include "base/arena.h"
#include "base/str.h"

/* Rows of samples, 8 bits each. */
typedef struct bul_plane {
    const uint8_t *samples;
    size_t width, height;
    size_t components;
} bul_plane;

/* The plane with a filter chosen for each row, each row led by its filter's
 * number: for /Predictor 15. */
bul_str bul_filter_rows(bul_arena *arena, const bul_plane *plane);

#endif
