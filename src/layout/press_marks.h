/* SPDX-License-Identifier: MIT */
/* press_marks.h - marks around a press sheet (印刷标记). */
#ifndef BUL_LAYOUT_PRESS_MARKS_H
#define BUL_LAYOUT_PRESS_MARKS_H

#include "layout/press_sheet.h"

/* A sheet and what its marks must know of it. */
typedef struct bul_marked_sheet {
    bul_arena *arena;
    bul_page *page;
    const bul_press_job *job;
    bul_mpt fold; /* x of the fold; 0: none */
} bul_marked_sheet;

/* Crop marks at the corners, register marks in the middle of each side, fold
 * marks, and the colour bar at the left of the head. */
void bul_press_marks_add(const bul_marked_sheet *sheet);

#endif
