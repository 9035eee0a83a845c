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

/* From the bytes of a CMYK profile to sRGB; closed with the arena. NULL when it
 * is no such profile. */
bul_inks_to_light *bul_inks_to_light_open(bul_arena *arena, bul_str paper);

/* The light that looks like the ink, relative to the paper: no ink is white.
 * Relative colorimetric; the darkest ink stays as light as it is on paper (what
 * compensates for that takes longer than all the rest). */
bul_light bul_inks_light_of(const bul_inks_to_light *inks, bul_color color);

#endif
