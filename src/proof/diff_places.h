/* SPDX-License-Identifier: MIT */
/* diff_places.h - where an article stands, and the lines it is set in. */
#ifndef BUL_PROOF_DIFF_PLACES_H
#define BUL_PROOF_DIFF_PLACES_H

#include "layout/page.h"

/* A part of an article on a page: in columns and rows from 1 on a page that
 * is filled with rectangles, in tenths of a millimetre on others. */
typedef struct bul_place_of_part {
    size_t page;
    bool is_in_rows;
    int x, y, w, h;
} bul_place_of_part;

typedef BUL_LIST(bul_place_of_part) bul_places;

/* By pages, and in the order of the page. */
bul_places bul_places_of(bul_arena *arena, const bul_edition *edition,
                         uint32_t article);

typedef BUL_LIST(bul_str) bul_lines;

/* The lines of an article in reading order, each with its text as it is seen;
 * article 0: those of page furniture, of one page or (0) of all. */
bul_lines bul_lines_of(bul_arena *arena, const bul_edition *edition,
                       uint32_t article, size_t page);

#endif
