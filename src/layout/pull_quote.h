/* SPDX-License-Identifier: MIT */
/* pull_quote.h - 引语块: a sentence of an article, set large in the run of its
 * text, between rules and behind a large quotation mark.
 *
 * It says again what stands in the text, so it is no part of the article when
 * that is read: it is drawn as furniture, an artifact of the page. (An Aside
 * in the tag tree would have screen readers say the sentence twice, and the
 * text that is copied or exported from the tags would have it twice too.) */
#ifndef BUL_LAYOUT_PULL_QUOTE_H
#define BUL_LAYOUT_PULL_QUOTE_H

#include "layout/compositor.h"

#define BUL_PULL_QUOTES 4 /* of an article that are considered */

/* Grid lines that quote `index` of an article needs at a width, with half a
 * line of white over and under it; 0: it is too long for one. */
int bul_pull_quote_rows(const bul_compositor *c, const bul_article *article,
                        size_t index, bul_mpt width);

/* Sets it in the middle of so many grid lines. */
bul_block_of_type bul_pull_quote_set(const bul_compositor *c,
                                     const bul_article *article, size_t index,
                                     bul_mpt width, int rows);

#endif
