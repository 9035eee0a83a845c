/* SPDX-License-Identifier: MIT */
/* modular.h - pages filled exactly, each article a rectangle (模块式). */
#ifndef BUL_LAYOUT_MODULAR_H
#define BUL_LAYOUT_MODULAR_H

#include "layout/stone.h"

/* Raises layout/page-open, layout/too-much-copy, layout/strict-open,
 * layout/strict-over, layout/held,
 * layout/other-page, layout/no-jump and what bul_flow does. */
void bul_modular(bul_stone *stone);

#endif
