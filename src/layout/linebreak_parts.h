/* SPDX-License-Identifier: MIT */
/* linebreak_parts.h - what the files of line breaking share: a search under
 * way. */
#ifndef BUL_LAYOUT_LINEBREAK_PARTS_H
#define BUL_LAYOUT_LINEBREAK_PARTS_H

#include "base/list.h"
#include "layout/linebreak.h"

#define BUL_COST_LINE     3.0
#define BUL_SHORT_END     2 /* characters of a last line that has a price */
#define BUL_NO_LINE_STATE SIZE_MAX

/* A line that ends some way of breaking the boxes before `end`. */
typedef struct bul_line_state {
    size_t first, end;
    size_t before; /* the state of the line above, or BUL_NO_LINE_STATE */
    size_t next;   /* another state with the same end */
    size_t number; /* of the line; from the search's last_number on all count
                      as one */
    double total;
    double squeeze;
    double gap; /* em */
    bool overfull;
    bool divides; /* it ends in a hyphen that was put there */
} bul_line_state;

typedef struct bul_line_search {
    const bul_paragraph *paragraph;
    const bul_fit_sums *sums;
    const bul_shape *shape;
    bul_arena *scratch;
    BUL_LIST(bul_line_state) states;
    size_t *ending; /* by place: newest state that ends there */
    size_t last_number;
} bul_line_search;

bul_line_search bul_line_search_start(const bul_paragraph *paragraph,
                                      const bul_fit_sums *sums,
                                      const bul_shape *shape,
                                      bul_arena *scratch);

/* From this line on all are indented alike. */
size_t bul_shape_first_alike(const bul_shape *shape);

/* Must a line end after this box? */
static inline bool bul_box_ends_line(const bul_type_box *box)
{
    return box->penalty == BUL_PENALTY_FORCED;
}

/* Fits a line and prices it. */
bul_fit bul_line_search_fit(const bul_line_search *s, size_t first, size_t end,
                            size_t number);

/* The farthest line from `first` that fits when squeezed; at least one. */
size_t bul_line_search_farthest(const bul_line_search *s, size_t first,
                                size_t number);

/* The number of the line under that of a state. */
size_t bul_line_search_below(const bul_line_search *s,
                             const bul_line_state *above);

/* Does some way to `first` have so many lines? */
bool bul_line_search_reaches(const bul_line_search *s, size_t first,
                             size_t number);

/* Adds the line [first, end) on top of the cheapest way to `first` that makes
 * it the line of that number. */
void bul_line_search_add(bul_line_search *s, size_t first, size_t end,
                         size_t number, const bul_fit *fit);

/* Adds the lines up to that of a state to `broken`. */
void bul_line_search_collect(const bul_line_search *s, size_t last,
                             bul_broken *broken);

#endif
