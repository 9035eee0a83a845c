/* SPDX-License-Identifier: MIT */
/* modular_page.h - one page of rectangles: solved, judged, drawn. */
#ifndef BUL_LAYOUT_MODULAR_PAGE_H
#define BUL_LAYOUT_MODULAR_PAGE_H

#include "layout/elastic.h"
#include "layout/makeup_report.h"
#include "layout/stone.h"
#include "makeup/slicing.h"

/* A page and what has been put on it. */
typedef struct bul_modular_page {
    int rows; /* for articles */
    int first_row;
    bul_elastic *elastics[BUL_PAGE_PIECES];
    size_t count;
    bul_dummy dummy;
    int white_rows;  /* at the foot */
    int blanks;      /* pieces of white that stand in for copy, 0 to 2 */
    int white_cells; /* they take */
    int bumps, stacked;
    bool frees_sides; /* side columns need not reach the foot: their articles
                         are held to the corners */
} bul_modular_page;

/* Weight of an article's level, for order and heads. */
int bul_level_rank(const bul_article *article);

/* Where an article is held to: 边栏 at the side the layout has for it. */
bul_hold bul_modular_hold(const bul_template *template,
                          const bul_article *article);

/* Has it an article that asks for a side column? */
bool bul_modular_page_has_side(const bul_compositor *c,
                               const bul_modular_page *page);

/* Finds the best dummy that leaves `white_rows` free at the foot; titles that
 * touch each other somewhere inside are priced and the page solved again.
 * False: there is none. */
bool bul_modular_page_solve(const bul_compositor *c, bul_modular_page *page,
                            int white_rows);

/* The same for a page that its articles do not fill: white is left where it
 * hurts least, at the foot and the right. False: they are too much. */
bool bul_modular_page_solve_open(const bul_compositor *c,
                                 bul_modular_page *page);

/* Pictures and paragraphs that its articles leave out. */
int bul_modular_page_dropped(const bul_modular_page *page);

/* Would it close with one more piece of this area? */
bool bul_modular_page_takes(const bul_compositor *c,
                            const bul_modular_page *page, const bul_area *area);

/* How the article of a part stands. */
const bul_variant *bul_modular_variant(const bul_elastic *elastic,
                                       const bul_part *part);

/* Columns its head takes, from its left. */
int bul_modular_head_columns(const bul_elastic *elastic,
                             const bul_variant *variant);

/* What is told of an article that stands so. Raises layout/trimmed. */
bul_block_report bul_modular_block(const bul_compositor *c,
                                   const bul_elastic *elastic,
                                   const bul_part *part,
                                   const bul_attempt *attempt);

/* Draws it, and says how it went. */
void bul_modular_page_draw(bul_stone *stone, const bul_modular_page *page,
                           bul_page *onto, bul_page_report *report);

#endif
