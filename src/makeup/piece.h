/* SPDX-License-Identifier: MIT */
/* piece.h - what a page is made up of: pieces, and the areas each can fill.
 *
 * A page is a grid of base columns and rows (grid lines). A piece is an
 * article as make-up sees it: a list of rectangles it can fill exactly, each
 * with what that costs (bulletins' house rules: white, smaller heads, cut
 * pictures …). Whole numbers throughout, so that the same copy makes the same
 * page on any machine. */
#ifndef BUL_MAKEUP_PIECE_H
#define BUL_MAKEUP_PIECE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BUL_PAGE_COLUMNS 12 /* most base columns of a page */
#define BUL_PAGE_PIECES  10 /* most pieces that one page is sliced into */

/* Where a title touches the edge of an area: two that touch each other are a
 * fault (并题 side by side, 叠题 one on the other). A frame, a tint or a
 * picture at the edge parts them. */
enum bul_area_edges {
    BUL_EDGE_HEAD_LEFT = 1,  /* a title in the top left corner */
    BUL_EDGE_HEAD_RIGHT = 2, /* in the top right corner */
    BUL_EDGE_HEAD_TOP = 4,   /* at the top: nothing but white over it */
    BUL_EDGE_HEAD_FOOT = 8   /* at the foot, with no text under it */
};

typedef struct bul_area {
    int columns, rows; /* the gap under it not counted */
    int32_t cost;      /* 0 or more */
    unsigned edges;    /* enum bul_area_edges */
    uint32_t variant;  /* the caller's name for how it is filled */
} bul_area;

/* Corner a piece is held to. A side column (边栏) is a zone cut off before all
 * else: straight from the head of the page to its foot, as wide as the
 * narrowest area of its piece that the page can hold. The piece stands at its
 * top, others may stand under it. Corners and the whole width are then those
 * of the rest of the page; a corner at the foot may be the column's as well. */
typedef enum bul_hold {
    BUL_HOLD_NONE,
    BUL_HOLD_TOP_LEFT,
    BUL_HOLD_TOP_RIGHT,
    BUL_HOLD_FOOT_LEFT,
    BUL_HOLD_FOOT_RIGHT,
    BUL_HOLD_TOP,  /* the whole width, at the top */
    BUL_HOLD_FOOT, /* the whole width, at the foot */
    BUL_HOLD_LEFT_SIDE,
    BUL_HOLD_RIGHT_SIDE
} bul_hold;

static inline bool bul_hold_is_side(bul_hold hold)
{
    return hold == BUL_HOLD_LEFT_SIDE || hold == BUL_HOLD_RIGHT_SIDE;
}

typedef struct bul_piece {
    /* By columns, then rows, then edges; at most one of each three. */
    const bul_area *areas;
    size_t area_count;
    int rank; /* the higher, the more it matters: it stands above and to the
                 left of those of lower rank */
    bul_hold hold;
} bul_piece;

#endif
