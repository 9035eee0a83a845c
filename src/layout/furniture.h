/* SPDX-License-Identifier: MIT */
/* furniture.h - what stands on a page besides its articles: masthead (报头),
 * index (导读), running head (报眉), folio, tail (版记). */
#ifndef BUL_LAYOUT_FURNITURE_H
#define BUL_LAYOUT_FURNITURE_H

#include "layout/compositor.h"
#include "layout/pattern.h"

/* An entry of the index with the page its article begins on. */
typedef struct bul_index_line {
    bul_line_of_text title;
    size_t page;
} bul_index_line;

typedef struct bul_index_lines {
    const bul_index_line *lines;
    size_t count;
} bul_index_lines;

/* Draws a page's fixtures; `values` holds its number. The page has its final
 * size. Where lines run down it the fixtures do too, placed from the top of
 * the first line, but for those that ask to stand across. */
void bul_furniture_draw(const bul_compositor *c,
                        const bul_pattern_values *values,
                        const bul_index_lines *index, bul_page *page);

/* Reports layout/unknown-variable for each {name} that means nothing. */
void bul_furniture_check(const bul_compositor *c);

/* Rows of the type area that page furniture takes from its top. */
int bul_furniture_rows(const bul_template *template, size_t page_number,
                       bool has_index);

/* The tail, set: rows it takes, the least white over it included. */
typedef struct bul_set_tail {
    int rows;
    bul_mpt depth;
    bul_block_of_type type;
} bul_set_tail;

bul_set_tail bul_tail_set(const bul_compositor *c, const bul_issue *issue);

/* Draws it with its foot on the foot of the type area. */
void bul_tail_draw(const bul_compositor *c, const bul_set_tail *tail,
                   bul_page *page);

#endif
