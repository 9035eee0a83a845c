/* SPDX-License-Identifier: MIT */
/* justify.h - one broken line to glyph runs with their final positions. */
#ifndef BUL_LAYOUT_JUSTIFY_H
#define BUL_LAYOUT_JUSTIFY_H

#include "layout/linebreak.h"
#include "layout/page.h"

/* A set line: runs from x = 0 at the left edge of the measure, y = 0 on the
 * baseline. */
typedef struct bul_set_line {
    bul_glyph_run *runs;
    size_t run_count;
    bul_link *links; /* x and w are final; y and h from the baseline */
    size_t link_count;
    bul_drawing *drawings; /* marks between the lines */
    size_t drawing_count;
    bul_mpt x;     /* where its first ink box begins */
    bul_mpt width; /* from there to the end of the last */
} bul_set_line;

/* Sets a line of the paragraph. What is in it lives in `arena`. In a vertical
 * line x runs down the page and y to the left, from the line's axis half an em
 * before the baseline; each run's turn is what it will be on the page, its
 * origin the place where that begins (see bul_block_turn). */
bul_set_line bul_justify(const bul_paragraph *paragraph,
                         const bul_fit_sums *sums, const bul_shape *shape,
                         const bul_broken_line *line, bul_arena *arena,
                         bul_arena *scratch);

#endif
