/* SPDX-License-Identifier: MIT */
/* fit.h - what it costs to make some boxes fill a line, and how it is done.
 *
 * The ladder is clreq's: squeeze first, then stretch; within a step every gap
 * gives the same share, and the next step begins when the last is spent.
 *
 *   squeeze  word space to 1/4 em, brackets to half their blank, ，、； to half,
 *            Han-Latin to half, brackets to nothing, ，、； to nothing, 。！？ to
 *            half
 *   stretch  word space to 1/2 em, Han-Latin to twice its width, then every
 *            gap alike
 *
 * A hanzi never shrinks. White between hanzi and Latin never grows beyond
 * half an em while anything else can. Costs: decision 0006. */
#ifndef BUL_LAYOUT_FIT_H
#define BUL_LAYOUT_FIT_H

#include "text/paragraph.h"

/* Sums over the boxes before each box (and one past the last), so that any
 * line's figures are one subtraction. */
typedef struct bul_fit_sums {
    int64_t width; /* boxes and the gaps after them */
    int64_t space_less, space_more;
    int64_t bracket, pause, stop, han_latin; /* natural widths of such gaps */
    uint32_t gaps;       /* that may stretch in the last step */
    uint32_t latin_gaps; /* between hanzi and Latin: only for want of others */
    uint32_t chars;      /* letters and hanzi, no marks */
} bul_fit_sums;

const bul_fit_sums *bul_fit_sum(const bul_paragraph *paragraph,
                                bul_arena *scratch);

/* Shares of each step, in 1/65536. */
enum {
    BUL_FIT_ONE = 65536
};

/* The farthest step of the ladder that a line went. */
typedef enum bul_fit_step {
    BUL_FIT_NATURAL,
    BUL_FIT_SPACE_LESS,
    BUL_FIT_BRACKET,
    BUL_FIT_PAUSE,
    BUL_FIT_HAN_LATIN_LESS,
    BUL_FIT_STOP,
    BUL_FIT_SPACE_MORE,
    BUL_FIT_HAN_LATIN_MORE,
    BUL_FIT_GAP
} bul_fit_step;

typedef struct bul_fit {
    int32_t space_less, bracket, pause, han_latin_less, stop; /* squeeze */
    int32_t space_more, han_latin_more;                       /* stretch */
    bul_mpt gap; /* added to every gap in the last step, rounded down */
    bool stretches_latin; /* gaps between hanzi and Latin share in it */
    bul_mpt natural;      /* width before fitting */
    double cost;
    double squeeze; /* most that one mark lost, em */
    bul_fit_step step;
    bool is_short; /* nothing in it can fill it decently: it ends early */
    bool hangs;    /* its last mark stands out of the measure */
    bool fits;     /* false: even fully squeezed it is too wide */
} bul_fit;

/* Fits boxes [first, end) into `room`. */
bul_fit bul_fit_line(const bul_paragraph *paragraph, const bul_fit_sums *sums,
                     size_t first, size_t end, bul_mpt room);

/* What a gap becomes under a fit, the last step included. */
bul_mpt bul_fit_gap(const bul_fit *fit, const bul_type_box *box, bul_mpt em);

/* The gap after a box stretches in the last step of a fit. */
bool bul_fit_stretches(const bul_fit *fit, const bul_type_box *box);

#endif
