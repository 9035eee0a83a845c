/* SPDX-License-Identifier: MIT */
/* story_parts.h - what the files that try a story in a region share. */
#ifndef BUL_LAYOUT_STORY_PARTS_H
#define BUL_LAYOUT_STORY_PARTS_H

#include "layout/story.h"

/* Where each column's text may begin. */
typedef struct bul_region {
    const bul_story *story;
    int first; /* column of text: beside a head at the side the second */
    int rows;
    int tops[BUL_STORY_MAX_COLUMNS];
    int short_by[BUL_STORY_MAX_COLUMNS]; /* rows that stay white at the foot */
    bool under_wide[BUL_STORY_MAX_COLUMNS];
    bul_quote_place quote; /* text stands over and under it */
} bul_region;

/* A region of so many rows, a box's foot included. */
bul_region bul_region_open(const bul_story *story, int rows);

/* Tries the story in it. */
bul_attempt bul_region_attempt(bul_region *r, bool is_tallest,
                               bul_arena *scratch);

/* Columns that a head at the side takes of those that are left to fill. */
int bul_story_side_columns(const bul_story *story);

/* Rows that what stands over the text takes. */
int bul_story_label_rows(const bul_story *story);

/* A block (竖排) goes whole or not at all. */
bul_attempt bul_story_attempt_block(const bul_story *story, int rows);

#endif
