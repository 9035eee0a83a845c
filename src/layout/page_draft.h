/* SPDX-License-Identifier: MIT */
/* page_draft.h - a page being made: a stack of rows of stories.
 *
 * Nothing is drawn before the page is closed, so that lines left over can be
 * spread over the gaps between the rows. */
#ifndef BUL_LAYOUT_PAGE_DRAFT_H
#define BUL_LAYOUT_PAGE_DRAFT_H

#include "layout/story.h"

#define BUL_ROW_STORIES 6 /* most stories side by side */

typedef struct bul_placed_story {
    bul_story *story;
    bul_attempt attempt;
    int column;
} bul_placed_story;

typedef struct bul_page_row {
    bul_placed_story stories[BUL_ROW_STORIES];
    size_t count;
    int top, rows; /* grid lines */
} bul_page_row;

typedef struct bul_page_draft {
    const bul_compositor *c;
    BUL_LIST(bul_page_row) rows;
    int row, foot; /* next free grid line; the one past the last */
} bul_page_draft;

/* An empty page whose articles begin at a grid line. */
bul_page_draft bul_page_draft_open(const bul_compositor *c, int first_row);

bool bul_page_draft_is_empty(const bul_page_draft *draft);

/* Grid lines left for a next row, the gap above it taken off. */
int bul_page_draft_rows_left(const bul_page_draft *draft);

/* Adds a row of so many grid lines. */
bul_page_row *bul_page_draft_add(bul_page_draft *draft, int rows);

/* Lines left over go to the gaps between rows: the last row then ends on the
 * foot. A page that ends much earlier stays as it is. */
void bul_page_draft_spread(bul_page_draft *draft);

/* Draws rules and stories. */
void bul_page_draft_draw(const bul_page_draft *draft, bul_page *page);

#endif
