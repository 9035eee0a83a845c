/* SPDX-License-Identifier: MIT */
/* head.h - the lines over an article: section label, kicker, title, subtitle,
 * summary, byline; together a whole number of grid lines. */
#ifndef BUL_LAYOUT_HEAD_H
#define BUL_LAYOUT_HEAD_H

#include "layout/compositor.h"

typedef struct bul_head {
    int rows;
    bul_block_of_type type;
} bul_head;

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

#endif
