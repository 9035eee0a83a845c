/* SPDX-License-Identifier: MIT */
/* dummy.h - pages of a few pieces, written down in a test, and the dummies
 * that are made of them. */
#ifndef TESTS_SUPPORT_DUMMY_H
#define TESTS_SUPPORT_DUMMY_H

#include "makeup/slicing.h"
#include "support/world.h"

/* Edges of areas, short. */
#define L BUL_EDGE_HEAD_LEFT
#define R BUL_EDGE_HEAD_RIGHT
#define T BUL_EDGE_HEAD_TOP
#define F BUL_EDGE_HEAD_FOOT

/* {columns, rows, cost, edges} … */
#define AREAS(...) ((const bul_area[]){__VA_ARGS__})
#define PIECE(rank_, hold_, ...)                                               \
    {                                                                          \
        .areas = AREAS(__VA_ARGS__),                                           \
        .area_count = sizeof AREAS(__VA_ARGS__) / sizeof(bul_area),            \
        .rank = (rank_), .hold = (hold_)                                       \
    }
#define PAGE(columns_, rows_, gap_, pieces_)                                   \
    ((bul_page_puzzle){.pieces = (pieces_),                                    \
                       .piece_count = sizeof(pieces_) / sizeof *(pieces_),     \
                       .columns = (columns_),                                  \
                       .rows = (rows_),                                        \
                       .gap = (gap_)})

/* The dummy, which must be sound and leave nothing in the scratch arena. */
bul_dummy dummy_of(world *w, const bul_page_puzzle *page);
int32_t dummy_cost(world *w, const bul_page_puzzle *page);

/* What is said of a page that nothing may fill. */
bul_dummy dummy_refused(world *w, const bul_page_puzzle *page);

/* The part that holds a piece, and where it must stand. */
const bul_part *dummy_part(const bul_dummy *dummy, size_t piece);
void dummy_stands(const bul_dummy *dummy, size_t piece, int column, int row);

#endif
