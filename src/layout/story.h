/* SPDX-License-Identifier: MIT */
/* story.h - an article on its way onto pages.
 *
 * A story is tried in a region of so many columns and rows; the attempt says
 * how far it got and costs nothing but scratch memory. Only the attempt that
 * is kept is drawn. */
#ifndef BUL_LAYOUT_STORY_H
#define BUL_LAYOUT_STORY_H

#include "layout/column.h"
#include "layout/figure.h"
#include "layout/head.h"

#define BUL_STORY_MAX_COLUMNS 12

/* What spans several columns of a story and stands at their top: a picture,
 * or a table too wide for one. */
typedef struct bul_wide {
    bul_figure_place place;
    int columns;
    bul_set_figure set;
} bul_wide;

typedef struct bul_story {
    const bul_article *article;
    uint32_t number; /* in the issue, from 1 */
    int columns;     /* of the page it takes */
    bul_mpt measure; /* of one of its columns */
    bul_mpt gutter;
    bul_mpt inset; /* of its text: boxes */
    bool is_boxed;
    bul_head head;
    bul_galley *galley;
    BUL_LIST(bul_wide) wides;
    bool picture_first; /* 图片新闻: the head stands under the picture */
    bul_cursor cursor;  /* what the kept attempts have placed */
} bul_story;

typedef struct bul_placed_wide {
    size_t wide;
    int column, row;
} bul_placed_wide;

typedef struct bul_attempt {
    bool is_done;     /* the story ends here */
    bool is_empty;    /* nothing could be placed */
    bool lacks_wides; /* all text is placed, a picture is not */
    bool has_sliver;  /* a line or two of text stand alone under a picture */
    int rows;         /* taken from the region */
    int head_row, head_rows;
    bul_cursor cursor; /* where the story stands after it */
    bul_placed_slugs slugs;
    BUL_LIST(bul_placed_wide) wides;
} bul_attempt;

/* Sets an article for so many columns. `section` as in bul_head_set. */
bul_story *bul_story_set(const bul_compositor *c, const bul_article *article,
                         uint32_t number, int columns,
                         bul_line_of_text section);

/* Fills exactly `rows` rows, as far as the story goes. */
bul_attempt bul_story_attempt(const bul_compositor *c, const bul_story *story,
                              int rows, bool is_tallest, bul_arena *scratch);

/* The fewest rows, up to `limit`, in which what is left of the story ends with
 * balanced columns; an attempt that is not done when there are none. */
bul_attempt bul_story_balance(const bul_compositor *c, const bul_story *story,
                              int limit, bool is_tallest, bul_arena *scratch);

/* Draws an attempt with its region's top left corner at (x, y); a box is drawn
 * `rows` deep. */
void bul_story_draw(const bul_compositor *c, const bul_story *story,
                    const bul_attempt *attempt, bul_page *page, bul_mpt x,
                    bul_mpt y, int rows);

#endif
