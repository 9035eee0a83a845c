/* SPDX-License-Identifier: MIT */
/* font_alias.h - the names people call a typeface, and the faces of the pack. */
#ifndef BUL_TEXT_FONT_ALIAS_H
#define BUL_TEXT_FONT_ALIAS_H

#include "base/rules.h"

/* The four styles of the trade that the pack or its stand-ins serve. */
typedef enum bul_genre {
    BUL_GENRE_SONG,  /* 宋 */
    BUL_GENRE_HEI,   /* 黑 */
    BUL_GENRE_KAI,   /* 楷 */
    BUL_GENRE_FANG,  /* 仿宋: no face in the pack, 楷 stands in */
    BUL_GENRE_TITLE, /* 小标宋: no face in the pack, 宋 Bold stands in */
    BUL_GENRE_NONE
} bul_genre;

bul_genre bul_font_genre(bul_str family);

/* One face of the pack. */
typedef struct bul_pack_face {
    bul_genre genre;
    unsigned weight;
    bul_str file;
} bul_pack_face;

/* The pack's face nearest in weight; for FANG and TITLE their stand-in. */
const bul_pack_face *bul_pack_find(bul_genre genre, unsigned weight);

/* All faces of the pack, in the order in which they are asked for a missing
 * character. */
const bul_pack_face *bul_pack_faces(size_t *count);

/* Families, outside the pack, that may serve a genre in a locale; NULL-ended.
 * None for 宋 黑 楷 of ZH_HANS, which the pack has. For 宋 and 黑 of the other
 * locales the first is the one whose package is asked for (Noto CJK). */
const char *const *bul_font_families(bul_locale locale, bul_genre genre);

/* Characters of the Arabic script: Uyghur, Kazak, Arabic. */
bool bul_font_is_arabic(uint32_t code_point);
bool bul_font_is_hangul(uint32_t code_point);

/* The Debian package most likely to have a face for a character that no face
 * at hand has. */
bul_str bul_font_package(uint32_t code_point);

#endif
