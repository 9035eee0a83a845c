/* SPDX-License-Identifier: MIT */
/* linebreak.h - a paragraph and a measure to lines, the whole paragraph at
 * once (total fit).
 *
 * The sum of what every line costs is made least: the ladder of fit.h, plus a
 * price for every line, for a line much tighter than the one above, and a
 * prohibitive one for a last line of a single character (单字不成行). */
#ifndef BUL_LAYOUT_LINEBREAK_H
#define BUL_LAYOUT_LINEBREAK_H

#include "layout/fit.h"

typedef enum bul_align {
    BUL_ALIGN_JUSTIFY, /* both edges, last line at the left */
    BUL_ALIGN_LEFT,
    BUL_ALIGN_CENTER,
    BUL_ALIGN_RIGHT,
    BUL_ALIGN_SPREAD /* both edges, last line too (撑满, 均排) */
} bul_align;

typedef struct bul_shape {
    bul_mpt measure;      /* width of the column */
    bul_mpt first_indent; /* of the first line */
    bul_mpt indent;       /* of the others: hanging lists */
    bul_mpt drop_indent;  /* of the first drop_lines lines: 首字下沉 */
    size_t drop_lines;    /* at most BUL_MAX_DROP_LINES; 0: none */
    bul_align align;
} bul_shape;

#define BUL_MAX_DROP_LINES 6

/* White before line number `line` of a paragraph, counted from 0. */
bul_mpt bul_shape_indent(const bul_shape *shape, size_t line);

typedef struct bul_broken_line {
    size_t first, end;   /* boxes [first, end) */
    bool ends_paragraph; /* or stands before a forced break */
    size_t number;       /* in its paragraph, from 0 */
} bul_broken_line;

typedef struct bul_broken {
    const bul_broken_line *lines;
    size_t line_count;
    size_t overfull_count; /* lines that no squeezing makes fit */
    double loosest;        /* widest gap put between hanzi, em */
} bul_broken;

/* Breaks a paragraph; the result lives in `scratch`. An empty paragraph has
 * no lines. A box wider than the measure gets an overfull line of its own. */
bul_broken bul_linebreak(const bul_paragraph *paragraph,
                         const bul_fit_sums *sums, const bul_shape *shape,
                         bul_arena *scratch);

/* The simplest breaker: each line takes what fits, marks squeezed if that
 * saves pushing one out. The law that total fit is never costlier is tested
 * against it. */
bul_broken bul_linebreak_first_fit(const bul_paragraph *paragraph,
                                   const bul_fit_sums *sums,
                                   const bul_shape *shape, bul_arena *scratch);

/* What a set of lines costs, as the breaker counts. */
double bul_linebreak_cost(const bul_paragraph *paragraph,
                          const bul_fit_sums *sums, const bul_shape *shape,
                          const bul_broken *broken);

#endif
