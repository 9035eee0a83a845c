/* SPDX-License-Identifier: MIT */
/* drop_cap.h - the first character of an article, set over several lines
 * (首字下沉). */
#ifndef BUL_LAYOUT_DROP_CAP_H
#define BUL_LAYOUT_DROP_CAP_H

#include "layout/compositor.h"

typedef struct bul_drop_cap {
    bul_runs rest;          /* of the paragraph */
    bul_drop drop;          /* how its first lines give way */
    bul_block_of_type type; /* from their left edge and the top of the first */
} bul_drop_cap;

/* Takes the first character off a paragraph and sets it over so many lines.
 * An opening mark before it (“ 《) stays small, in the first line. False, and
 * nothing done, where the paragraph is not longer than that, too little room
 * is left beside it, or what it begins with is neither a hanzi nor a letter,
 * or has a reading, a link or a mark of its own. */
bool bul_drop_cap_set(const bul_compositor *c, const bul_style *style,
                      const bul_runs *runs, bul_mpt measure, int line_count,
                      bul_drop_cap *cap);

#endif
