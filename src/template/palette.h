/* SPDX-License-Identifier: MIT */
/* palette.h - names of colours and their inks. */
#ifndef BUL_TEMPLATE_PALETTE_H
#define BUL_TEMPLATE_PALETTE_H

#include "base/color.h"
#include "base/list.h"
#include "base/str.h"

typedef struct bul_ink_name {
    bul_str name;
    bul_color color;
} bul_ink_name;

typedef BUL_LIST(bul_ink_name) bul_palette;

/* "6%" of black, "C0 M100 Y95 K5" in per cent, 黑/black, 白/white/paper, or a
 * name of the palette. */
bool bul_palette_read(const bul_palette *palette, bul_str text,
                      bul_color *color);

#endif
