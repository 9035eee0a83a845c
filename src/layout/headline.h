/* SPDX-License-Identifier: MIT */
/* headline.h - lines of a title: where its author left a bar or a space,
 * between phrases otherwise, and in a good shape. */
#ifndef BUL_LAYOUT_HEADLINE_H
#define BUL_LAYOUT_HEADLINE_H

#include "layout/linebreak.h"

/* Where an author wants a title broken: 甲|乙. It is not printed. */
#define BUL_HEADLINE_BAR '|'

/* A title without its bars, for indexes, bookmarks and messages; the title
 * itself where it has none. */
bul_str bul_headline_plain(bul_arena *arena, bul_str title);

/* Breaks a title into the fewest lines that hold it; one more where only that
 * keeps every word whole. Titles of more than four lines, or of more than 120
 * boxes, are broken as text.
 *
 * U+200B in the title is a place its author chose. `vocabulary` is as for
 * bul_segment: words in lines of their own, and the article's text. */
bul_broken bul_headline_break(const bul_paragraph *paragraph,
                              const bul_fit_sums *sums, const bul_shape *shape,
                              bul_str vocabulary, bul_arena *scratch);

/* Fewest lines a title needs at this width. */
size_t bul_headline_line_count(const bul_paragraph *paragraph,
                               const bul_fit_sums *sums,
                               const bul_shape *shape);

#endif
