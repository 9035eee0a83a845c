/* SPDX-License-Identifier: MIT */
/* turn.h - what was set in lines that run down (竖排), brought to its place.
 *
 * Vertical text is made up like horizontal text: x runs along the lines, y
 * from line to line. A page, or a part of one, is made so and then turned a
 * quarter clockwise: lines run down, and follow one another from right to
 * left. Only places are turned. Which way a glyph run goes was decided when it
 * was set (justify.h), and pictures stay upright: a picture gets the place
 * that was kept for it, whose width and height have changed names, and its
 * cuts are those of the picture as it is seen. */
#ifndef BUL_LAYOUT_TURN_H
#define BUL_LAYOUT_TURN_H

#include "layout/compositor.h"

/* Turns a block that is `depth` deep across its lines; on the page that is
 * its width, and (0, 0) is its top left corner again. New strokes of drawings
 * live in `arena`. */
void bul_block_turn(bul_arena *arena, bul_block_of_type *block, bul_mpt depth);

/* Turns a page: its width and height change places. */
void bul_page_turn(bul_arena *arena, bul_page *page);

#endif
