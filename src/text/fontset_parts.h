/* SPDX-License-Identifier: MIT */
/* fontset_parts.h - what fontset.c (faces by name) and font_cover.c (faces by
 * character) share. Only they include it. */
#ifndef BUL_TEXT_FONTSET_PARTS_H
#define BUL_TEXT_FONTSET_PARTS_H

#include "text/font_alias.h"
#include "text/font_store.h"
#include "text/fontset.h"

#define BUL_WEIGHT_REGULAR    400
#define BUL_WEIGHT_BOLD       700
#define BUL_WEIGHT_BOLD_LEAST 600 /* from here on a weight is bold */

/* An answer given before: asking twice costs a comparison. */
typedef struct bul_found_face {
    bul_locale locale;
    bul_str family;
    unsigned weight;
    const bul_face *face;
} bul_found_face;

typedef struct bul_covered_char {
    uint32_t code_point;
    bul_locale locale;
    bul_genre genre; /* of the face that lacks it */
    bool is_bold;
    bool is_foreign; /* neither the pack's nor the locale's: for all styles */
    const bul_face *face;
} bul_covered_char;

/* 宋 or 黑 of a locale, once looked for. */
typedef struct bul_native_face {
    bool is_known;
    const bul_face *face;
} bul_native_face;

enum {
    BUL_NATIVE_GENRE_COUNT = 2, /* 宋 黑 */
    BUL_NATIVE_WEIGHT_COUNT = 3 /* 400 700 900 */
};

struct bul_fontset {
    bul_font_store store;
    bul_diag *diag;
    BUL_LIST(bul_found_face) found;
    BUL_LIST(bul_covered_char) covered;
    bul_native_face natives[BUL_LOCALE_COUNT][BUL_NATIVE_GENRE_COUNT]
                           [BUL_NATIVE_WEIGHT_COUNT];
    /* Packages asked for: the last index is "and the extra one". */
    bool asked[BUL_LOCALE_COUNT][BUL_NATIVE_GENRE_COUNT][2];
    bool lacks_locale; /* some of them, so that characters will be missing */
    bool told_arabic, told_hangul; /* of a makeshift face */
    bool told_no_arabic;           /* of a letter that no face has */
};

/* 宋 or 黑 in the forms of the locale, or NULL. Asked outside ZH_HANS only;
 * `weight` is one of the pack's. Raises nothing. */
const bul_face *bul_fontset_native(bul_fontset *set, bul_locale locale,
                                   bul_genre genre, unsigned weight);

#endif
