/* SPDX-License-Identifier: MIT */
/* system_fonts.h - faces installed on this machine, asked of fontconfig and
 * checked: what it offers is believed only if family or coverage is right. */
#ifndef BUL_TEXT_SYSTEM_FONTS_H
#define BUL_TEXT_SYSTEM_FONTS_H

#include "base/arena.h"
#include "base/rules.h"
#include "base/str.h"

typedef struct bul_system_font {
    bul_str path;
    unsigned number; /* face in the file */
} bul_system_font;

/* The installed face of exactly this family, nearest in weight. */
bool bul_system_font_find(bul_arena *arena, bul_str family, unsigned weight,
                          bul_system_font *font);

/* An installed face that has the character: by bul_system_font_rank, then by
 * name, so that the choice is the same on every run. */
bool bul_system_font_cover(bul_arena *arena, bul_locale locale,
                           uint32_t code_point, bul_system_font *font);

/* How well a family suits a character in a locale; lower is better. Noto CJK
 * of the locale first; for the Arabic script UKIJ, made for Uyghur, then
 * Noto; and only then, at BUL_FONT_MAKESHIFT, what merely has the character,
 * such as DejaVu. */
#define BUL_FONT_MAKESHIFT 50
int bul_system_font_rank(bul_locale locale, uint32_t code_point,
                         const char *family);

#endif
