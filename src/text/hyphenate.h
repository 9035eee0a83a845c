/* SPDX-License-Identifier: MIT */
/* hyphenate.h - where an English word may be divided (断词), by libhyphen and
 * the patterns of TeX in Debian's package hyphen-en-us.
 *
 * The dictionary is read when the first word is asked for: that takes longer
 * (7 ms) than most issues take to set, and most issues never ask. */
#ifndef BUL_TEXT_HYPHENATE_H
#define BUL_TEXT_HYPHENATE_H

#include "base/diag.h"
#include "base/world.h"

#define BUL_HYPHEN_ENGLISH "/usr/share/hyphen/hyph_en_US.dic"

typedef struct bul_hyphenator bul_hyphenator;

/* Opens nothing yet. `path` is kept, not copied. */
bul_hyphenator *bul_hyphenator_open(bul_arena *arena, const bul_world *world,
                                    bul_diag *diag, bul_str path);

/* Writes points[i] = 1 where a hyphen and a line end may come before byte i of
 * `word`, else 0, and returns how many there are. `points` has room for
 * word.len. At least two letters stay behind and three go on.
 *
 * `word` is what stands between two blanks: quotes, brackets and stops around
 * it and an apostrophe with what follows (’s) are allowed for. Left whole are
 * words
 *   - of fewer than 5 letters or more than 64,
 *   - with anything inside but the letters A to Z: digits, accents, a hyphen
 *     of their own, addresses,
 *   - of up to 6 capitals (UNESCO).
 * A name of several capitals (OpenType, LibreOffice) is parted only before one
 * that follows a small letter.
 *
 * Raises text/no-hyphens, a warning, once: the dictionary cannot be read, or
 * is none for English. Then no word is divided. */
size_t bul_hyphenate(bul_hyphenator *hyphenator, bul_str word, uint8_t *points);

#endif
