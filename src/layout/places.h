/* SPDX-License-Identifier: MIT */
/* places.h - the left edge of each box of a broken line. */
#ifndef BUL_LAYOUT_PLACES_H
#define BUL_LAYOUT_PLACES_H

#include "layout/linebreak.h"

/* From the start of the measure along the line; one for each box of the line,
 * in `scratch`. A line that is filled meets both edges exactly. */
const bul_mpt *bul_line_places(const bul_paragraph *paragraph,
                               const bul_fit_sums *sums, const bul_shape *shape,
                               const bul_broken_line *line, bul_arena *scratch);

#endif
