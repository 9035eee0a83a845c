/* SPDX-License-Identifier: MIT */
/* line_marks.h - what is drawn beside the characters of a line (clreq 3.4):
 * 着重号, 专名线, 浪线, 下划线, and readings. Shapes, never text: what is copied
 * from the page stays clean.
 *
 *   below   the stroke of a name, a wave or a line, then the dots under it
 *   above   readings
 *
 * In a vertical line strokes stand at its left, dots and then readings at its
 * right. Marks alone, or readings alone, go into the gap between lines of a
 * leading of 1.5. Readings under a line with strokes want 1.65, under one with
 * dots 1.75. Readings over a first line stand out of its squares by 0.55 em. */
#ifndef BUL_LAYOUT_LINE_MARKS_H
#define BUL_LAYOUT_LINE_MARKS_H

#include "layout/justify.h"

/* Draws what the styles and readings of a line ask for. `places` has the left
 * edge of each of its boxes, `set` its x and width. The drawings are put into
 * `set`: one for each stroke, each series of dots, each reading. */
void bul_line_mark(const bul_paragraph *paragraph, const bul_broken_line *line,
                   const bul_mpt *places, bul_arena *arena, bul_set_line *set);

#endif
