/* SPDX-License-Identifier: MIT */
/* headline.h - lines of a title: at a space the author left if there is one,
 * balanced otherwise, and not inside what the article shows to be a word. */
#ifndef BUL_LAYOUT_HEADLINE_H
#define BUL_LAYOUT_HEADLINE_H

#include "layout/linebreak.h"

/* Breaks a title into the fewest lines that hold it, evenly. `vocabulary` is
 * the article's own text: two characters that stand together in it are taken
 * for a word and better kept together. It may be empty. */
bul_broken bul_headline_break(const bul_paragraph *paragraph,
                              const bul_fit_sums *sums, const bul_shape *shape,
                              bul_str vocabulary, bul_arena *scratch);

/* Fewest lines a title needs at this width. */
size_t bul_headline_line_count(const bul_paragraph *paragraph,
                               const bul_fit_sums *sums,
                               const bul_shape *shape);

#endif
