/* SPDX-License-Identifier: MIT */
/* head_vertical.h - the lines over an article, set down the page: the 竖题 that
 * stands beside horizontal text, and the head of an article set 竖排. */
#ifndef BUL_LAYOUT_HEAD_VERTICAL_H
#define BUL_LAYOUT_HEAD_VERTICAL_H

#include "layout/compositor.h"

/* A head in vertical lines, from right to left: kicker, title, subtitle,
 * summary, byline. */
typedef struct bul_vertical_head {
    bul_mpt depth;          /* across its lines: its width on the page */
    bool fits;              /* the title in one line or two, all in the room */
    bul_block_of_type type; /* to be turned: see turn.h */
} bul_vertical_head;

/* Sets an article's head in lines of a length. Of the plan's sizes the title
 * takes the largest that holds it in one line, or in two where one would have
 * to be much smaller, with all lines in `room` (0: any). Where none does, the
 * smallest is taken. */
bul_vertical_head bul_vertical_head_set(const bul_compositor *c,
                                        const bul_article *article,
                                        bul_mpt length, bul_mpt room);

/* Fewest grid lines beside which a 竖题 of a width can stand; 0 when there is
 * nothing to print, and a number over the page's when none are enough. */
int bul_side_head_rows(const bul_compositor *c, const bul_article *article,
                       bul_mpt width);

/* The same head, set and turned, in a frame of a width and of so many grid
 * lines: a block in the coordinates of the page. */
bul_block_of_type bul_side_head_set(const bul_compositor *c,
                                    const bul_article *article, bul_mpt width,
                                    int rows, bool has_frame);

#endif
