/* SPDX-License-Identifier: MIT */
/* phrase.h - how well a line of a title may end between two words.
 *
 * House rules on top of GB/T 9704-2012 7.3.1: a word stays whole, with the
 * particle behind it and the preposition before it; a number with its measure
 * word; a short 《…》 or “…”. */
#ifndef BUL_TEXT_PHRASE_H
#define BUL_TEXT_PHRASE_H

#include "text/segment.h"

/* Costs of ending a line. From BUL_PHRASE_BROKEN on it is done only where
 * there is no other way. */
enum {
    BUL_PHRASE_CLOSED = 1500,   /* dearest of the ordinary */
    BUL_PHRASE_HANGS = 6000,    /* on 的 与 在 or such */
    BUL_PHRASE_BROKEN = 100000, /* in a quotation, before 的, 三|名 */
    BUL_PHRASE_WORD = 1000000   /* inside a word */
};

/* Cost of a line that ends before byte `at` of the text that `words` are of,
 * the space around it not counted. */
int bul_phrase_cost(bul_str text, const bul_words *words, size_t at);

#endif
