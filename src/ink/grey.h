/* SPDX-License-Identifier: MIT */
/* grey.h - colours for a printer that has black alone (办公打印机).
 *
 * A mosaic of grey dots breaks up thin strokes, so text and rules in a strong
 * colour become solid black: a red title stays a title. Areas become greys as
 * dark as the colour looks, so that a tint stays a tint and black text on it
 * can be read. How dark an ink looks is by its lightness on coated paper (ISO
 * 12647-2): cyan hides 51 % of it, magenta 61 %, yellow 9 %. */
#ifndef BUL_INK_GREY_H
#define BUL_INK_GREY_H

#include "base/color.h"

typedef enum bul_ink_use {
    BUL_INK_MARK = 0, /* text, rules, lines of drawings */
    BUL_INK_AREA /* what text may stand on: panels, bars wider than rules */
} bul_ink_use;

/* How dark the colour looks: 0 paper, 1000 black. */
int bul_ink_darkness(bul_color color);

/* The colour in black alone. Grey stays as it is. A mark is black from 400 of
 * darkness on (red, 公文红, blue, green, cyan, brown) and below it twice as
 * dark as it looks; an area is as dark as it looks. */
bul_color bul_ink_grey(bul_color color, bul_ink_use use);

#endif
