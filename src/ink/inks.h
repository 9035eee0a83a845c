/* SPDX-License-Identifier: MIT */
/* inks.h - colours from one way of showing them to another, by ICC profiles.
 *
 * The room ink/ is the only one that knows Little CMS. */
#ifndef BUL_INK_INKS_H
#define BUL_INK_INKS_H

#include "base/arena.h"
#include "base/color.h"
#include "base/str.h"

/* Red, green, blue in thousandths of full light. */
typedef struct bul_light {
    int16_t r, g, b;
} bul_light;

/* From inks on paper to light. */
typedef struct bul_inks_to_light bul_inks_to_light;

/* From the bytes of a CMYK and an sRGB profile; closed with the arena. NULL
 * when one of them is not what it should be. */
bul_inks_to_light *bul_inks_to_light_open(bul_arena *arena, bul_str paper,
                                          bul_str light);

/* The light that looks like the ink, relative to the paper: no ink is white.
 * Relative colorimetric, with black point compensation: full black is 0. */
bul_light bul_inks_light_of(const bul_inks_to_light *inks, bul_color color);

#endif
