/* SPDX-License-Identifier: MIT */
/* line_pen.h - where things are in a line, for the files that draw beside it;
 * private to them.
 *
 * All is reckoned along the line (x) and away from its squares (y: bottom and
 * top), and so serves vertical lines too, which are turned as a whole. */
#ifndef BUL_LAYOUT_LINE_PEN_H
#define BUL_LAYOUT_LINE_PEN_H

#include "layout/justify.h"

typedef struct bul_line_pen {
    const bul_paragraph *paragraph;
    const bul_broken_line *line;
    const bul_mpt *places; /* left edge of each box of the line */
    bul_mpt start, end;    /* of the line: what may not be overstepped */
    bul_arena *arena;
    BUL_LIST(bul_drawing) drawings;
} bul_line_pen;

/* From one place along the line to another. */
typedef struct bul_line_extent {
    bul_mpt start, end;
} bul_line_extent;

/* Dots of a size reach so far beyond the square, thousandths. */
#define BUL_DOT_GAP   50
#define BUL_DOT_SIZE  165
#define BUL_DOT_DEPTH (BUL_DOT_GAP + BUL_DOT_SIZE)

const bul_text_style *bul_line_pen_style(const bul_line_pen *pen, size_t box);

/* A box of a vertical line whose glyphs follow one another across it. */
bool bul_line_pen_is_across(const bul_line_pen *pen, size_t box);

/* The edges of squares of a size: in a vertical line left and right. */
bul_mpt bul_line_pen_bottom(const bul_line_pen *pen, bul_mpt size);
bul_mpt bul_line_pen_top(const bul_line_pen *pen, bul_mpt size);

/* A box; the last of a line with its hyphen. */
bul_line_extent bul_line_pen_box(const bul_line_pen *pen, size_t box);

/* From the origin of one glyph of a box to the end of another. */
bul_line_extent bul_line_pen_glyphs(const bul_line_pen *pen, size_t box,
                                    uint32_t first, uint32_t last);

/* Makes `whole` hold `part` too. */
void bul_line_extent_join(bul_line_extent *whole, bul_line_extent part,
                          bool is_first);

/* A new drawing at (x, y); yields its strokes, to be written. */
bul_stroke *bul_line_pen_draw(bul_line_pen *pen, bul_drawing drawing);

/* line_readings.c: draws the readings of the line. */
void bul_line_pen_read(bul_line_pen *pen);

#endif
