/* SPDX-License-Identifier: MIT */
/* elastic_parts.h - what the files of an elastic article share. */
#ifndef BUL_LAYOUT_ELASTIC_PARTS_H
#define BUL_LAYOUT_ELASTIC_PARTS_H

#include "layout/elastic.h"

/* Prices. */
#define BUL_COST_BLANK        6 /* a cell of white */
#define BUL_COST_SHORT        6 /* the same, of columns shorter than they need be */
#define BUL_COST_SIZE         3 /* a title one size off */
#define BUL_COST_TITLE        2 /* another wording */
#define BUL_COST_LINES        6 /* a title of a line too many */
#define BUL_COST_HEAD_WHITE   2 /* a row of white about the head */
#define BUL_COST_THIN_TITLE   6 /* a title that fills less than half its width */
#define BUL_COST_STUB         6 /* one whose last line is less than half its first */
#define BUL_COST_CROP         2  /* a row of a picture, more or less */
#define BUL_COST_PICTURE      4  /* a picture a column wider or narrower */
#define BUL_COST_DROPPED      40 /* a picture left out */
#define BUL_COST_ON_TOP       3  /* picture over the head */
#define BUL_COST_LEAD_UNDER   15 /* the same of a lead, whose title comes first */
#define BUL_COST_FRAME        8 /* a frame nobody asked for */
#define BUL_COST_FRAME_MAJOR  12
#define BUL_COST_FRAME_SECOND 16
#define BUL_COST_TOWER        15 /* more than three times as deep as wide */
#define BUL_COST_FLAT         8  /* more than four times as wide as deep */
#define BUL_COST_QUOTE        12 /* a sentence said twice */
#define BUL_COST_QUOTE_WHITE  2  /* a row more of white about it */
#define BUL_COST_UNEVEN       4  /* columns of very different depth */

/* A head in one of its ways. */
typedef struct bul_elastic_head_way {
    bul_head head;
    int32_t cost;
    bool is_other; /* not the article's own title */
} bul_elastic_head_way;

/* A picture or table in one of its ways. */
typedef struct bul_elastic_wide_way {
    bul_picture_choice choice;
    int32_t cost;
} bul_elastic_wide_way;

typedef struct bul_elastic_wide {
    const bul_figure *figure; /* NULL: a table */
    const bul_block *table;
    bul_figure_place place;
    int own_rows; /* of its picture in the ways that have `more` 0 */
    BUL_LIST(bul_elastic_wide_way) ways;
} bul_elastic_wide;

/* A quote in one of its ways. */
typedef struct bul_elastic_quote_way {
    bul_quote_choice choice;
    int32_t cost;
} bul_elastic_quote_way;

/* A body in one of its ways. */
typedef struct bul_elastic_text {
    bul_galley *galley;
    int cells;
    int32_t cost;
    int lines;     /* paragraphs lost (less than 0) or gained */
    int dropped;   /* paragraphs that are gone */
    bul_span foot; /* 从末段删: what of the text is gone; zero: nothing */
} bul_elastic_text;

/* An article in so many columns, framed or not. */
typedef struct bul_elastic_span {
    bul_story base;     /* head, galley and wides are the variant's */
    int galley_columns; /* column_count of bul_galley_set */
    BUL_LIST(bul_elastic_head_way) heads;
    BUL_LIST(bul_elastic_text) texts;
    bul_elastic_wide wides[BUL_ELASTIC_WIDES];
    size_t wide_count;
    BUL_LIST(bul_elastic_quote_way) quotes; /* besides there being none */
} bul_elastic_span;

/* elastic_span.c: an article in so many columns; NULL where it cannot stand in
 * as few. `texts`: of the same measure, where they are set already. */
bul_elastic_span *bul_elastic_span_set(const bul_compositor *c,
                                       const bul_elastic *elastic, int columns,
                                       bool is_framed,
                                       const bul_elastic_span *like,
                                       const bul_elastic_scope *scope);

/* elastic_text.c: sets the body at the span's measure, in all its ways. */
void bul_elastic_set_texts(const bul_compositor *c, const bul_article *article,
                           bul_elastic_span *span,
                           const bul_elastic_scope *scope);

/* elastic_quote.c: its quotes in all the ways they can stand in the span. */
void bul_elastic_set_quotes(const bul_compositor *c, const bul_article *article,
                            bul_elastic_span *span,
                            const bul_elastic_scope *scope);

/* Rows under the head that an area with such a quote has at least. */
int bul_elastic_quote_depth(const bul_quote_choice *choice);

/* elastic_search.c: finds the variants and areas of a span. */
void bul_elastic_search(const bul_compositor *c, bul_elastic *elastic,
                        size_t span, const bul_elastic_scope *scope);

/* A story as a variant has it, its pictures only as deep as they will be. */
bul_story bul_elastic_sketch(const bul_elastic_span *span,
                             const bul_variant *variant, bul_wide *wides);

#endif
