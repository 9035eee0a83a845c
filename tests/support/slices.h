/* SPDX-License-Identifier: MIT */
/* slices.h - every way to slice a page, for the laws of makeup/slicing.h.
 *
 * Trees are put together from single pieces with no limit of any kind, and
 * each is laid on the page and priced as a whole. Nothing is shared with the
 * slicer. */
#ifndef TESTS_SUPPORT_SLICES_H
#define TESTS_SUPPORT_SLICES_H

#include "base/list.h"
#include "makeup/slicing.h"

#define SLICES_MOST_PIECES 4 /* of which there are not too many trees */

typedef struct tree {
    bul_cut cut;
    const struct tree *first, *second;
    size_t piece, area;
    unsigned pieces; /* a bit for each in it */
    int columns, depth;
} tree;

typedef BUL_LIST(tree *) slices_list;

/* What is left out of prices, for the controls. */
typedef enum left_out {
    NOTHING,
    BUMPS,
    STACKED_TITLES,
    ORDER_IN_STACKS,
    ORDER_IN_ROWS,
    PRICES_ACROSS,
    PRICES_DOWN,
    HOLDS,
    AREAS
} left_out;

/* Every tree of all pieces, of whatever size no larger than the page. */
slices_list slices_all(const bul_page_puzzle *page, bul_arena *arena);

/* What a tree costs, or would without one kind of cost. */
int32_t slices_cost(const bul_page_puzzle *page, const tree *t,
                    left_out without);

/* Is every piece of a tree where it is held to, the tree's top left corner
 * being at this place of the whole? */
bool slices_keep_holds(const bul_page_puzzle *page, const tree *t, int column,
                       int row, const tree *whole);

/* Is the last of a row or a stack cut off first, all through the tree? */
bool slices_are_in_order(const tree *t);

typedef struct least {
    int32_t cost, runner_up; /* -1: none */
    int32_t in_order;        /* of trees in which the last is cut off first */
} least;

/* The least among trees that fill so many rows of the page. */
least slices_least(const bul_page_puzzle *page, const slices_list *trees,
                   int rows, left_out without);

#endif
