/* SPDX-License-Identifier: MIT */
/* block.h - type that is set and has no page yet: items in their places to
 * one another. */
#ifndef BUL_LAYOUT_BLOCK_H
#define BUL_LAYOUT_BLOCK_H

#include "layout/justify.h"

/* Something set, with (0, 0) at its top left corner. */
typedef struct bul_block_of_type {
    bul_items items;
    bul_links links;
} bul_block_of_type;

/* Puts a set line into a block: its left edge at x, its baseline at y. */
void bul_block_add_line(bul_arena *arena, bul_block_of_type *block,
                        const bul_set_line *line, bul_mpt x, bul_mpt y);
void bul_block_add_bar(bul_arena *arena, bul_block_of_type *block, bul_bar bar);

/* The begin or end of a mark, after what the block holds so far. */
void bul_block_add_mark(bul_arena *arena, bul_block_of_type *block,
                        bul_item_type end, bul_role role, uint32_t number);

/* Moves all of a block. */
void bul_block_move(bul_block_of_type *block, bul_mpt x, bul_mpt y);

/* Puts a block into another, moved by (x, y). */
void bul_block_add_block(bul_arena *arena, bul_block_of_type *to,
                         const bul_block_of_type *block, bul_mpt x, bul_mpt y);

/* Puts a block onto a page, moved by (x, y). */
void bul_page_add_block(bul_arena *arena, bul_page *page,
                        const bul_block_of_type *block, bul_mpt x, bul_mpt y);

#endif
