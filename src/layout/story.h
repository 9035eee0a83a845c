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

#define BUL_QUOTE_BESIDE 5 /* rows of text over and under a quote, at least */

/* 引语块: stands within columns, text over and under it in each. */
typedef struct bul_story_quote {
    int columns;   /* 0: there is none */
    int rows;      /* white over and under it included */
    bul_span span; /* of the sentence in the text */
    bul_block_of_type type;
} bul_story_quote;

struct bul_sidebar;

typedef struct bul_story {
    const bul_article *article;
    uint32_t number; /* in the issue, from 1 */
    int columns;     /* of the page it takes */
    bul_mpt measure; /* of one of its columns */
    bul_mpt gutter;
    bul_mpt inset; /* of its text: boxes */
    bool is_boxed;
    bul_head head;
    int side_rows; /* 竖题: fewest rows of the head in the first column, under
                      `head`; 0: there is none */
    const struct bul_sidebar *sidebar; /* 竖排 in a horizontal page, or NULL:
                                          all under `head`, in one piece */
    bul_galley *galley;
    BUL_LIST(bul_wide) wides;
    bul_story_quote quote; /* only in areas that are filled exactly */
    bool picture_first;    /* 图片新闻: the head stands under the picture */
    bul_cursor cursor;     /* what the kept attempts have placed */
} bul_story;

typedef struct bul_placed_wide {
    size_t wide;
    int column, row;
} bul_placed_wide;

/* Where the quote of a story stands, from the top of the region. */
typedef struct bul_quote_place {
    int column, row;
    int columns, rows; /* 0 0: nowhere */
} bul_quote_place;

typedef struct bul_attempt {
    bool is_done;     /* the story ends here */
    bool is_empty;    /* nothing could be placed */
    bool lacks_wides; /* all text is placed, a picture is not */
    bool has_sliver;  /* a line or two of text stand alone under a picture */
    int rows;         /* taken from the region */
    int head_row, head_rows; /* a head at the side: its fewest rows */
    bul_cursor cursor;       /* where the story stands after it */
    bul_placed_slugs slugs;
    BUL_LIST(bul_placed_wide) wides;
    bul_quote_place quote;
} bul_attempt;

/* An article set 竖排 as a block of a horizontal page: its text in lines down
 * the page, a column of them being a tier (栏), and its pictures below. */
typedef struct bul_sidebar {
    bul_compositor c; /* who set the text */
    bul_story *text;  /* laid out along its lines; to be turned */
    bul_attempt attempt;
    bul_mpt x, y, depth; /* of the turned text, from the region's corner */
    bul_block_of_type pictures; /* with their captions, in the same place */
    int rows;                   /* from the foot of the story's head */
} bul_sidebar;

/* Sets an article for so many columns. `section` as in bul_head_set. Raises
 * layout/title-across, layout/text-across. */
bul_story *bul_story_set(const bul_compositor *c, const bul_article *article,
                         uint32_t number, int columns,
                         bul_line_of_text section);

/* The parts of it that make-up has no choice about, in `story`: measure, a
 * head at the side, text set 竖排. `is_framed`: boxed though the article does
 * not ask for it. Raises the same. */
void bul_story_begin(const bul_compositor *c, bul_story *story,
                     const bul_article *article, uint32_t number, int columns,
                     bul_line_of_text section, bool is_framed);

/* Columns its text and pictures have where it begins. */
int bul_story_text_columns(const bul_story *story);

/* Columns that a picture beside the head takes away from it. */
int bul_story_columns_beside(const bul_story *story);

/* sidebar.c: the same for an article set 竖排, under a head of so many rows;
 * NULL when it would be deeper than a page. */
const bul_sidebar *bul_sidebar_set(const bul_compositor *c,
                                   const bul_story *story);

/* Fills exactly `rows` rows, as far as the story goes. */
bul_attempt bul_story_attempt(const bul_compositor *c, const bul_story *story,
                              int rows, bool is_tallest, bul_arena *scratch);

/* Fills exactly `rows` rows with all of the story: what is left over is white
 * at the feet of the last columns, none more than a row shorter than another
 * if that can be. Not done where the story does not go in, or its quote has no
 * good place. */
bul_attempt bul_story_fill(const bul_story *story, int rows,
                           bul_arena *scratch);

/* Cells, a column wide and a row deep, of an area of so many rows that hold
 * neither head nor picture nor text; white under a picture is not counted. */
int bul_story_blanks(const bul_story *story, const bul_attempt *attempt,
                     int rows);

/* The fewest rows, up to `limit`, in which what is left of the story ends with
 * balanced columns; an attempt that is not done when there are none. */
bul_attempt bul_story_balance(const bul_compositor *c, const bul_story *story,
                              int limit, bool is_tallest, bul_arena *scratch);

/* Rows a box keeps free at its foot. */
int bul_story_foot_rows(const bul_story *story);

/* Draws an attempt with its region's top left corner at (x, y); a box is drawn
 * `rows` deep. */
void bul_story_draw(const bul_compositor *c, const bul_story *story,
                    const bul_attempt *attempt, bul_page *page, bul_mpt x,
                    bul_mpt y, int rows);

#endif
