/* SPDX-License-Identifier: MIT */
/* slicing.h - one page, cut into one rectangle for each piece.
 *
 * The page is cut across or down, each part again, until each holds one piece
 * (a slicing tree, guillotine cuts). Of all trees that fill the page exactly
 * the cheapest is found, by dynamic programming over sets of pieces, columns
 * and rows; Gange, Marriott and Stuckey (DocEng 2012) show that this is
 * practical for newspaper pages.
 *
 * Where three parts or more stand in a row or a stack, the last is cut off
 * first: the second part of a cut is never cut in the same direction. Cut in
 * another order they would cost no less, and be the same page. */
#ifndef BUL_MAKEUP_SLICING_H
#define BUL_MAKEUP_SLICING_H

#include "base/arena.h"
#include "makeup/piece.h"

/* What the cuts themselves cost. */
#define BUL_COST_BUMP        30 /* 并题: two titles side by side */
#define BUL_COST_STACKED     30 /* 叠题: a title right over another */
#define BUL_COST_ORDER_STACK 12 /* the more important part stands below */
#define BUL_COST_ORDER_ROW   6  /* … stands at the right */

/* The most that an area or a pair of pieces may cost: an area that costs more
 * is not used, a higher price counts as this. */
#define BUL_COST_MOST 4000000

/* An extra price where one of the two pieces lies in the first part of a cut
 * and the other in the second, whichever way round: laid on pairs whose titles
 * met on an earlier try. Prices of one pair add up. */
typedef struct bul_pair_price {
    uint8_t first, second;
    bool is_down; /* of cuts down the page (side by side), else across */
    int32_t cost; /* 0 or more */
} bul_pair_price;

typedef struct bul_page_puzzle {
    const bul_piece *pieces;
    size_t piece_count; /* at most BUL_PAGE_PIECES */
    int columns, rows;  /* of the page */
    int gap;            /* rows between parts one above the other */
    const bul_pair_price *prices;
    size_t price_count;
} bul_page_puzzle;

typedef enum bul_cut {
    BUL_CUT_NONE,   /* a piece */
    BUL_CUT_ACROSS, /* the first part above the second */
    BUL_CUT_DOWN    /* the first part left of the second */
} bul_cut;

/* A part of the page. Its rows leave out the gap under it. */
typedef struct bul_part {
    bul_cut cut;
    int column, row; /* of its top left corner, from that of the page */
    int columns, rows;
    size_t first, second; /* parts it is cut into: their indexes */
    size_t piece, area;   /* BUL_CUT_NONE: what it holds */
    int32_t cost;         /* of all in it, its own cut included */
} bul_part;

/* A page as the make-up man draws it (版样). */
typedef struct bul_dummy {
    bool is_closed; /* false: no tree fills the page; nothing else is set */
    int32_t cost;
    int32_t runner_up;     /* cost of the best tree whose first cut is in the
                          other direction, or has other pieces in its first
                          part; -1: there is none */
    const bul_part *parts; /* the first is the page; each before those it is
                              cut into, the first of them before the second */
    size_t part_count;     /* 2 * piece_count - 1 */
} bul_dummy;

/* The cheapest tree that fills `rows` exactly. Of equal ones the first, part
 * by part: cut across before down; the first part with the pieces of least
 * number, each counted as a bit of its place in the list; the cut nearest the
 * top or the left. The parts are taken from `arena`; `scratch` is left as it
 * was found, and the two may be one.
 *
 * Titles at the foot of a part are those of its lowest pieces, at its top
 * those of its topmost ones, whichever columns they stand in. Holds that
 * contradict each other leave no tree. At most BUL_PAGE_PIECES pieces and
 * BUL_PAGE_COLUMNS columns: more is a fault of the caller. */
bul_dummy bul_slice(const bul_page_puzzle *puzzle, bul_arena *arena,
                    bul_arena *scratch);

/* Rows for which some tree fills the page's columns: fills[r] is its cost, or
 * -1, for r up to `rows`. For pages that cannot be filled, and for a group of
 * pieces that is to be one piece. */
void bul_slice_fills(const bul_page_puzzle *puzzle, int32_t *fills,
                     bul_arena *scratch);

/* Checks a dummy cell by cell: each cell of the page but those of gaps is in
 * one piece, and each piece fills one of its areas; and that its parts are cut
 * as it says. Not what it costs, nor holds. A page that is not closed is not
 * sound. */
bool bul_dummy_is_sound(const bul_page_puzzle *puzzle, const bul_dummy *dummy,
                        bul_arena *scratch);

#endif
