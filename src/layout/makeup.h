/* SPDX-License-Identifier: MIT */
/* makeup.h - articles to pages: the page loop. */
#ifndef BUL_LAYOUT_MAKEUP_H
#define BUL_LAYOUT_MAKEUP_H

#include "layout/compositor.h"

typedef struct bul_makeup_options {
    size_t max_pages;
    uint64_t (*clock_us)(void *state); /* or NULL: how long choosing takes is
                                          not told */
    void *clock_state;
    bool advises;   /* repairs for pages that do not close: takes time */
    bool is_strict; /* such pages are errors, whatever the issue says */
} bul_makeup_options;

/* Makes up the whole issue: in order (flow.h) or in rectangles (modular.h), as
 * the issue or its layout says. Raises what these do. */
const bul_edition *bul_makeup(const bul_compositor *compositor,
                              const bul_issue *issue,
                              bul_makeup_options options);

#endif
