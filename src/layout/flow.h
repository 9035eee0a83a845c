/* SPDX-License-Identifier: MIT */
/* flow.h - articles to pages in the order they are listed (流排): rows of one
 * article, or of several side by side; an article over the full width goes on
 * from page to page. */
#ifndef BUL_LAYOUT_FLOW_H
#define BUL_LAYOUT_FLOW_H

#include "layout/stone.h"

/* Places the articles with these indexes on pages of their own, the last of
 * which is that of the edition. Raises layout/too-many-pages, layout/no-room, layout/page-passed. */
void bul_flow(bul_stone *stone, const size_t *order, size_t count);

#endif
