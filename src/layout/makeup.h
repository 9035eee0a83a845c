/* SPDX-License-Identifier: MIT */
/* makeup.h - articles to pages: the page loop. */
#ifndef BUL_LAYOUT_MAKEUP_H
#define BUL_LAYOUT_MAKEUP_H

#include "layout/compositor.h"

typedef struct bul_makeup_options {
    size_t max_pages;
} bul_makeup_options;

/* Makes up the whole issue. Articles keep their order; those that do not take
 * the full width stand side by side in a row. Raises layout/too-many-pages,
 * layout/no-room, layout/page-passed, layout/overset. */
const bul_edition *bul_makeup(const bul_compositor *compositor,
                              const bul_issue *issue,
                              bul_makeup_options options);

#endif
