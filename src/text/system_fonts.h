/* SPDX-License-Identifier: MIT */
/* system_fonts.h - faces installed on this machine, asked of fontconfig and
 * checked: what it offers is believed only if family or coverage is right. */
#ifndef BUL_TEXT_SYSTEM_FONTS_H
#define BUL_TEXT_SYSTEM_FONTS_H

#include "base/arena.h"
#include "base/str.h"

typedef struct bul_system_font {
    bul_str path;
    unsigned number; /* face in the file */
} bul_system_font;

/* The installed face of exactly this family, nearest in weight. */
bool bul_system_font_find(bul_arena *arena, bul_str family, unsigned weight,
                          bul_system_font *font);

/* An installed face that has the character: Noto CJK first, then by name, so
 * that the choice is the same on every run. */
bool bul_system_font_cover(bul_arena *arena, uint32_t code_point,
                           bul_system_font *font);

#endif
