/* SPDX-License-Identifier: MIT */
/* bidi.h - lines that hold words written from right to left: Uyghur, Kazak,
 * Arabic among Chinese (Unicode Standard Annex 9, by FriBidi).
 *
 * A paragraph runs from left to right: only words are turned, not columns.
 * Nothing here changes a character. Brackets are mirrored and letters joined
 * by HarfBuzz, which is told the direction of each piece: right to left where
 * its level is odd.
 *
 * Memory: FriBidi writes levels into arrays of ours. For its own notes (runs
 * and brackets) it takes memory from the C library and gives it back before
 * it returns; nothing of ours is called meanwhile. Where it gets none, all
 * levels are 0 and the text stays in the order in which it was typed. */
#ifndef BUL_TEXT_BIDI_H
#define BUL_TEXT_BIDI_H

#include "base/str.h"

/* Is there a letter of a right-to-left script, or a control that embeds,
 * overrides or isolates? Where there is none all levels are 0 and the rest of
 * this file need not be asked. Costs a fraction of a nanosecond a byte in
 * Chinese. */
bool bul_bidi_needed(bul_str text);

/* The level of every byte of a paragraph: even from left to right, odd from
 * right to left; all bytes of a character have one. Rules P to I, and L1 for
 * the end of the paragraph. */
const uint8_t *bul_bidi_levels(bul_arena *arena, bul_str text);

/* Rule L2: the things of one line (boxes, gaps) from left to right. `levels`
 * has one for each of them, in the order of the text; order[i] becomes the
 * index of what stands i-th. The last `blank_count` are white space at the
 * end of the line; they stay at its right end (rule L1). */
void bul_bidi_order(const uint8_t *levels, size_t count, size_t blank_count,
                    size_t *order);

#endif
