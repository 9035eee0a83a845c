/* SPDX-License-Identifier: MIT */
/* imposition.h - which page goes where on which sheet (拼大版): whole numbers
 * only, no ink and no type. */
#ifndef BUL_SHEET_IMPOSITION_H
#define BUL_SHEET_IMPOSITION_H

#include "base/arena.h"
#include "base/list.h"
#include "base/measure.h"

typedef enum bul_scheme {
    BUL_SCHEME_SINGLE = 0, /* 单页: each page a sheet */
    BUL_SCHEME_FOLD, /* 对折套叠: two pages a side, sheets in one another */
    BUL_SCHEME_UP,   /* 多拼: pages in reading order, made smaller */
    BUL_SCHEME_REPEAT /* 双拼: the same page twice, to be cut apart */
} bul_scheme;

typedef struct bul_sheet_order {
    bul_scheme scheme;
    size_t page_count;
    bul_mpt page_width, page_height, bleed;
    bool binds_right; /* of FOLD: the spine is at the first page's right */
    /* Of FOLD: how much nearer to the spine pages stand with each sheet further
     * in, because inner sheets stick out and are trimmed more (爬移). */
    bul_mpt creep;
    int across, down; /* of UP: how many pages beside and under one another */
    bul_mpt paper_width, paper_height; /* of UP; else not asked */
} bul_sheet_order;

/* A page on a sheet. Lengths from the sheet's trimmed top left corner, y down;
 * how far beyond its trimmed edges the page is shown, each at its own scale. */
typedef struct bul_sheet_place {
    size_t page;  /* from 1; 0: blank */
    bul_mpt x, y; /* of the page's own trimmed corner */
    int scale;    /* thousandths */
    bul_mpt left, top, right, bottom;
} bul_sheet_place;

#define BUL_SHEET_PLACES 8

typedef struct bul_sheet_side {
    size_t sheet; /* from 1; from the outside in */
    bool is_back;
    size_t place_count;
    bul_sheet_place places[BUL_SHEET_PLACES];
} bul_sheet_side;

typedef struct bul_imposition {
    bul_mpt width, height;          /* trimmed size of a sheet */
    bul_mpt fold;                   /* x of the fold; 0: none */
    size_t blank_count;             /* pages added at the end, to fill sheets */
    BUL_LIST(bul_sheet_side) sides; /* front and back in turn, as printed */
} bul_imposition;

/* Deals the pages out. At least one page; `across` times `down` at most
 * BUL_SHEET_PLACES. */
bul_imposition bul_impose(bul_arena *arena, const bul_sheet_order *order);

#endif
