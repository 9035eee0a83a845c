/* SPDX-License-Identifier: MIT */
/* inspection.h - what the checks of this room share: the page at hand, and what
 * was found so far. */
#ifndef BUL_PREFLIGHT_INSPECTION_H
#define BUL_PREFLIGHT_INSPECTION_H

#include "preflight/preflight.h"

/* What is wrong, by kind; each is told once a page, with the worst of its
 * cases and how many there are. */
typedef enum bul_fault {
    BUL_FAULT_HAIRLINE,
    BUL_FAULT_REVERSED,
    BUL_FAULT_SMALL_INKS,
    BUL_FAULT_INK_LIMIT,
    BUL_FAULT_EDGE,
    BUL_FAULT_BLEED,
    BUL_FAULT_COUNT
} bul_fault;

typedef struct bul_finding {
    size_t count;
    bul_span span; /* of the worst */
    int64_t worst; /* in the unit of its message */
} bul_finding;

typedef struct bul_inspection {
    const bul_product *product;
    const bul_page *page;
    bul_arena *arena;
    bul_diag *diag;
    BUL_LIST(bul_bar) grounds; /* of the page: bars that type may stand on */
    bul_finding findings[BUL_FAULT_COUNT];
} bul_inspection;

/* A case of a fault. `value` is what its message tells, where it is worse than
 * all before. */
void bul_inspection_note(bul_inspection *inspection, bul_fault fault,
                         bul_span span, int64_t value, bool is_worse);

/* A rectangle on the page. */
typedef struct bul_extent {
    int64_t left, top, right, bottom;
} bul_extent;

/* Around the glyphs of a run, as the layout counts them: a square each. */
bul_extent bul_extent_of_run(const bul_glyph_run *run);

/* ---- The checks; each looks at one item. ---- */

void bul_check_picture(bul_inspection *inspection,
                       const bul_placed_picture *placed);
void bul_check_rule(bul_inspection *inspection, const bul_bar *bar);
void bul_check_line(bul_inspection *inspection, const bul_drawing *drawing);
/* Type on a ground, in several inks. */
void bul_check_type(bul_inspection *inspection, const bul_glyph_run *run);
/* Too much ink. */
void bul_check_color(bul_inspection *inspection, bul_color color,
                     bul_span span);
/* Near what is cut off, or not printed. */
void bul_check_edge(bul_inspection *inspection, const bul_glyph_run *run);
/* At the edge without bleed. */
void bul_check_bleed(bul_inspection *inspection, bul_extent extent,
                     bul_span span);

#endif
