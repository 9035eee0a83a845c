/* SPDX-License-Identifier: MIT */
/* proof_drawing.h - drawings in a proof: dots, lines and waves at text. */
#ifndef BUL_PROOF_PROOF_DRAWING_H
#define BUL_PROOF_PROOF_DRAWING_H

#include "layout/page.h"

/* How many of the items from `first` on are drawings of one shape, line and
 * colour that stand in one row or one column. */
size_t bul_proof_drawing_count(const bul_page *page, size_t first);

/* Appends so many of them as one line: "drawing  x … y … w … h …  shape …". */
void bul_proof_drawing_add(bul_text *text, const bul_page *page, size_t first,
                           size_t count);

#endif
