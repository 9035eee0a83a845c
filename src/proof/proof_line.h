/* SPDX-License-Identifier: MIT */
/* proof_line.h - one line of type in a proof: which runs belong to it, and
 * what their positions say of its spacing. */
#ifndef BUL_PROOF_PROOF_LINE_H
#define BUL_PROOF_PROOF_LINE_H

#include "layout/page.h"

/* How many of the items from `first` on are runs of one line: same baseline
 * or same axis, each beginning near where the one before ended. */
size_t bul_proof_line_length(const bul_page *page, size_t first);

/* Appends one line: "line  x … y … w …  Face size  gap …  squeeze …  text", or
 * "down  x … y … h …" and so on. */
void bul_proof_line_add(bul_text *text, const bul_page *page, size_t first,
                        size_t count);

/* Appends a colour as "  ink …" unless it is black. */
void bul_proof_ink_add(bul_text *text, bul_color color);

/* Appends 12.500 for 12500, with a minus sign where there is one. */
void bul_proof_pt_add(bul_text *text, int64_t mpt);

/* Appends text of the page. What cannot be seen is shown by its number and a
 * blank at either end as U+2423, so that a line is one line and says all. */
void bul_proof_text_add(bul_text *text, bul_str s);

#endif
