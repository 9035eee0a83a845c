/* SPDX-License-Identifier: MIT */
/* title.h - what titles across and titles down (竖题) have in common. */
#ifndef BUL_LAYOUT_TITLE_H
#define BUL_LAYOUT_TITLE_H

#include "layout/compositor.h"

/* Least share of the measure that a title must fill by itself to be spread over
 * it, so that a short one is not torn apart. */
#define BUL_TITLE_SPREAD_PERMILLE 780

/* A style at one of its sizes; leading keeps its proportion. */
bul_style bul_title_at_size(const bul_style *style, bul_mpt size);

/* Sets a title without its bars; a line may end where they stood. */
bul_set_text bul_title_set(const bul_compositor *c, const bul_style *style,
                           const bul_line_of_text *title, bul_mpt width);

/* What an article's title may be broken between, for the compositor's
 * `vocabulary`: the words that are there, and the text of the article. */
bul_str bul_title_vocabulary(const bul_compositor *c,
                             const bul_article *article);

/* The words that all titles keep whole: terms and names of the issue, each in
 * a line of its own. */
bul_str bul_title_words(bul_arena *arena, const bul_lines_of_text *terms,
                        const bul_lines_of_text *names);

#endif
