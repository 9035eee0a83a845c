/* SPDX-License-Identifier: MIT */
/* page.h - a finished page: items at their places, nothing left to decide.
 *
 * Origin at the top left corner of the trimmed page, x to the right, y down,
 * all in bul_mpt. Items are in reading order: what is written first is read
 * first. pdf/ and proof/ see these and nothing else of the layout. */
#ifndef BUL_LAYOUT_PAGE_H
#define BUL_LAYOUT_PAGE_H

#include "base/color.h"
#include "base/list.h"
#include "base/measure.h"
#include "base/span.h"
#include "picture/picture.h"
#include "text/face.h"

/* Which way a run goes. In the last two its glyphs follow one another down
 * the page, as in vertical setting (竖排). */
typedef enum bul_turn {
    BUL_TURN_ACROSS = 0, /* to the right, on a baseline */
    BUL_TURN_UPRIGHT,    /* down, each glyph upright and centred on an axis */
    BUL_TURN_SIDEWAYS    /* down, turned a quarter clockwise: Latin words */
} bul_turn;

/* One glyph of a run. */
typedef struct bul_glyph {
    uint32_t id;   /* in its face */
    bul_mpt x;     /* of its origin, from the run's start, the way it goes */
    uint32_t text; /* byte in the run's text where its cluster begins */
    int32_t rise;  /* above the baseline; down the page: to the right of the
                      baseline or axis */
} bul_glyph;

/* Glyphs in one face, size and colour that follow one another, with the text
 * they stand for. Neighbours with the same `text` are one cluster; a cluster
 * stands for the bytes up to the next one's. Where text runs to the left the
 * glyphs still go to the right; each cluster stands for the bytes up to those
 * of the one before it.
 *
 *   across     x, y is the start of the baseline
 *   upright    x is the axis in the middle of every glyph, y where the run
 *              starts; a glyph's place is the top of its square, that is
 *              BUL_SQUARE_TOP above its baseline whatever vertical origin the
 *              font has. Half the glyph's advance is on either side of the axis.
 *   sideways   x is the baseline, which runs down; y is where it starts. The
 *              tops of the letters point to the right. */
typedef struct bul_glyph_run {
    const bul_face *face;
    bul_mpt size;
    bul_mpt x, y;
    bul_turn turn;
    bul_color color;
    bul_str text;
    const char *language; /* BCP 47, or NULL: that of the text around it */
    const bul_glyph *glyphs;
    size_t glyph_count;
    bul_span span; /* where the text was written */
} bul_glyph_run;

/* A filled rectangle: rule, tint, QR module. */
typedef struct bul_bar {
    bul_mpt x, y, w, h;
    bul_color color;
    bul_mpt
        dash; /* 0: solid; else length of dash and of gap, along the longer side */
} bul_bar;

/* A drawn shape: a dot or wave under text, the letters of a reading as
 * outlines. No text stands behind it. Its first pen is a MOVE; what comes
 * before one is not drawn. Filled, each contour is closed, and the nonzero rule
 * says what is inside; a line has round ends and joints. */
typedef enum bul_pen {
    BUL_PEN_MOVE,  /* to point 0: a new contour */
    BUL_PEN_LINE,  /* to point 0 */
    BUL_PEN_CURVE, /* a cubic to point 2; 0 and 1 pull at it */
    BUL_PEN_CLOSE
} bul_pen;

typedef struct bul_stroke {
    bul_pen pen;
    bul_mpt x[3], y[3]; /* from the drawing's x, y; y down */
} bul_stroke;

typedef struct bul_drawing {
    bul_mpt x, y;
    const bul_stroke *strokes;
    size_t stroke_count;
    bul_mpt line; /* width of the line drawn along it; 0: it is filled */
    bul_color color;
} bul_drawing;

/* A picture filling x y w h. Where that is not its own shape a strip is cut
 * off (never squeezed): crop_sides thousandths of its seen width at left and
 * at right each, crop_ends of its seen height at top and at bottom each. */
typedef struct bul_placed_picture {
    bul_mpt x, y, w, h;
    uint16_t crop_sides, crop_ends;
    const bul_picture *picture;
    bul_str caption; /* read out instead; may be empty */
    bul_span span;
} bul_placed_picture;

/* What a stretch of items is, so that text can be taken out in order and the
 * PDF can be tagged. Marks nest: each BEGIN has its END on the same page. */
typedef enum bul_role {
    BUL_ROLE_FURNITURE, /* folio, running head, rules */
    BUL_ROLE_MASTHEAD,  /* 报头: a line of it */
    BUL_ROLE_ENTRY,     /* of the index (导读) */
    BUL_ROLE_ARTICLE,
    BUL_ROLE_HEADLINE,
    BUL_ROLE_HEAD_LINE, /* kicker, deck, byline */
    BUL_ROLE_PARAGRAPH,
    BUL_ROLE_CROSSHEAD,
    BUL_ROLE_LIST_ITEM,
    BUL_ROLE_QUOTE,
    BUL_ROLE_FIGURE,
    BUL_ROLE_CAPTION,
    BUL_ROLE_TABLE,
    BUL_ROLE_ROW,  /* of a table; number: from 1, the head is the first */
    BUL_ROLE_CELL, /* of a row; number: its column, from 1 */
    BUL_ROLE_BOX,
    BUL_ROLE_NOTE, /* 注文 */
    BUL_ROLE_TAIL
} bul_role;

typedef struct bul_mark {
    bul_role role;
    uint32_t number; /* article: its place in the issue, from 1; block: its
                        number in the article, so that pieces of one paragraph
                        on two pages can be joined */
} bul_mark;

typedef enum bul_item_type {
    BUL_ITEM_GLYPHS,
    BUL_ITEM_BAR,
    BUL_ITEM_PICTURE,
    BUL_ITEM_DRAWING,
    BUL_ITEM_BEGIN,
    BUL_ITEM_END
} bul_item_type;

typedef struct bul_item {
    bul_item_type type;
    union {
        bul_glyph_run glyphs;
        bul_bar bar;
        bul_placed_picture picture;
        bul_drawing drawing;
        bul_mark mark; /* BEGIN and END */
    } as;
} bul_item;

/* An area that leads to a web address. */
typedef struct bul_link {
    bul_mpt x, y, w, h;
    bul_str url;
} bul_link;

typedef BUL_LIST(bul_item) bul_items;
typedef BUL_LIST(bul_link) bul_links;

/* A finished page on a press sheet. */
typedef struct bul_placed_page {
    const struct bul_page *page;
    bul_mpt x, y;                     /* of its trimmed corner */
    int scale;                        /* thousandths */
    bul_mpt left, top, right, bottom; /* shown beyond its trimmed edges, at its
                                         own scale; less than 0: cut off */
} bul_placed_page;

typedef struct bul_page {
    bul_mpt width, height;      /* trimmed size */
    bul_mpt bleed;              /* beyond each edge; 0 = none */
    bul_mpt margin_x, margin_y; /* beyond the bleed, for marks of the press */
    size_t number;              /* from 1 */
    bul_str label;              /* as printed: "1" */
    bul_items items;
    bul_links links;
    BUL_LIST(bul_placed_page) placed; /* of a press sheet; beneath the items */
} bul_page;

/* An entry of the outline (书签): one for each article. */
typedef struct bul_bookmark {
    bul_str title;
    size_t page_index;
    bul_mpt y; /* top of the head */
} bul_bookmark;

/* A finished bulletin, ready for any output. */
typedef struct bul_edition {
    bul_str title;                    /* 一周工运 第46期 */
    bul_str author;                   /* publisher; may be empty */
    bul_str subject;                  /* may be empty */
    bul_str language;                 /* BCP 47: "zh-Hans" */
    const bul_str *article_languages; /* by number - 1, likewise */
    size_t article_count;
    int year, month, day; /* of the issue; 0: none */
    BUL_LIST(bul_page *) pages;
    BUL_LIST(bul_bookmark) bookmarks;
    bool is_cut; /* the limit of pages was reached: there is more copy */
    const struct bul_makeup_report *report; /* modular make-up; else NULL */
} bul_edition;

/* Appending items. */
void bul_page_add_glyphs(bul_arena *arena, bul_page *page, bul_glyph_run run);
void bul_page_add_bar(bul_arena *arena, bul_page *page, bul_bar bar);
void bul_page_add_picture(bul_arena *arena, bul_page *page,
                          bul_placed_picture picture);
void bul_page_begin(bul_arena *arena, bul_page *page, bul_role role,
                    uint32_t number);
void bul_page_end(bul_arena *arena, bul_page *page, bul_role role,
                  uint32_t number);

#endif
