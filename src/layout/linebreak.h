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

/* Most that a varied setting may put between hanzi, em. */
#define BUL_VARIED_GAP 0.10

/* Longer paragraphs are not varied: the work would grow with the square. */
#define BUL_VARIED_LINES 40

/* A paragraph in another number of lines. */
typedef struct bul_broken_way {
    bul_broken broken; /* no lines: it cannot be had decently */
    double loss;       /* what a line of it costs more than one of the natural
                          setting, on average */
} bul_broken_way;

typedef struct bul_broken_ways {
    bul_broken_way fewer; /* by one line: 缩行 */
    bul_broken_way more;  /* 增行 */
} bul_broken_ways;

/* Breaks a paragraph into one line fewer and one line more than it has by
 * `natural`, each at least cost. A way that is not decent is not had: no line
 * is overfull, none looser than BUL_VARIED_GAP, no word parted, and the last
 * has three characters at least, or two where that of `natural` had no more.
 * Nothing is varied that has a forced break or an overfull line, or more than
 * BUL_VARIED_LINES. */
bul_broken_ways bul_linebreak_vary(const bul_paragraph *paragraph,
                                   const bul_fit_sums *sums,
                                   const bul_shape *shape,
                                   const bul_broken *natural,
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
