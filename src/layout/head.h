/* SPDX-License-Identifier: MIT */
/* head.h - the lines over an article: section label, kicker, title, subtitle,
 * summary, byline; together a whole number of grid lines. */
#ifndef BUL_LAYOUT_HEAD_H
#define BUL_LAYOUT_HEAD_H

#include "layout/compositor.h"

typedef struct bul_head {
    int rows;
    int title_lines;
    bul_mpt title_size;  /* 0: no title */
    bul_mpt title_width; /* of its widest line */
    bul_mpt title_last;  /* width of its last line */
    bul_block_of_type type;
} bul_head;

/* One way of setting a head, of those make-up may choose from. */
typedef struct bul_head_choice {
    const bul_line_of_text *title; /* NULL: the article's own */
    int size;      /* which of the style's sizes; -1: as bul_head_set has it */
    int more_rows; /* white over and under it, beyond the usual */
} bul_head_choice;

/* Sets an article's head to a width. `section` is printed as a label when not
 * empty. Raises layout/long-title where a title is a little too long for one
 * line. */
bul_head bul_head_set(const bul_compositor *c, const bul_article *article,
                      bul_mpt width, bul_line_of_text section);

/* The head of an article in a box: its section is the box's label, and white
 * parts it from the rule on top. */
bul_head bul_head_set_boxed(const bul_compositor *c, const bul_article *article,
                            bul_mpt width);

/* The label of a box of briefs (短讯). */
bul_head bul_head_set_label(const bul_compositor *c, const bul_article *article,
                            bul_mpt width);

/* A head as chosen: in a box, with a section's label, or without either.
 * Raises nothing. */
bul_head bul_head_set_chosen(const bul_compositor *c,
                             const bul_article *article, bul_mpt width,
                             bul_line_of_text section, bool is_boxed,
                             bul_head_choice choice);

#endif
