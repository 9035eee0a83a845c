/* SPDX-License-Identifier: MIT */
/* stone.h - the stone (拼版台) on which an edition is put together: the pages
 * that are done, and what every way of making up needs to know. */
#ifndef BUL_LAYOUT_STONE_H
#define BUL_LAYOUT_STONE_H

#include "layout/ear.h"
#include "layout/furniture.h"
#include "layout/makeup.h"
#include "layout/story.h"

typedef struct bul_stone {
    const bul_compositor *c;
    const bul_issue *issue;
    bul_makeup_options options;
    bul_edition *edition;
    bul_set_tail tail;
    size_t *first_pages;        /* by article, from 1; 0: not placed yet */
    const bul_ear_setting *ear; /* 报眼 of modular pages; NULL: none */
} bul_stone;

/* Number of the page that comes next, from 1. */
size_t bul_stone_page_number(const bul_stone *stone);

/* Grid lines that furniture takes from the top of a page. */
int bul_stone_first_row(const bul_stone *stone, size_t page_number);

/* The page that comes next, empty. */
bul_page *bul_stone_open_page(const bul_stone *stone);

/* A story begins on the page that comes next, so far down it: an entry of the
 * outline, where it has not begun before. */
void bul_stone_begin_story(bul_stone *stone, const bul_story *story, bul_mpt y);

/* Adds a page that is drawn. The last one gets the tail. */
void bul_stone_close_page(bul_stone *stone, bul_page *page, bool is_last);

/* The page that comes next is the last one allowed: says that there is more
 * copy. */
bool bul_stone_at_page_limit(bul_stone *stone);

#endif
