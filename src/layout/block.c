/* SPDX-License-Identifier: MIT */
#include "layout/block.h"

void bul_block_add_line(bul_arena *arena, bul_block_of_type *block,
                        const bul_set_line *line, bul_mpt x, bul_mpt y)
{
    BUL_RESERVE(arena, &block->items, line->run_count);
    for (size_t i = 0; i < line->run_count; i++) {
        bul_item *item = BUL_PUSH(arena, &block->items);
        item->type = BUL_ITEM_GLYPHS;
        item->as.glyphs = line->runs[i];
        item->as.glyphs.x += x;
        item->as.glyphs.y += y;
    }
    for (size_t i = 0; i < line->drawing_count; i++) {
        bul_item *item = BUL_PUSH(arena, &block->items);
        item->type = BUL_ITEM_DRAWING;
        item->as.drawing = line->drawings[i];
        item->as.drawing.x += x;
        item->as.drawing.y += y;
    }
    for (size_t i = 0; i < line->link_count; i++) {
        bul_link *link = BUL_PUSH(arena, &block->links);
        *link = line->links[i];
        link->x += x;
        link->y += y;
    }
}

void bul_block_add_bar(bul_arena *arena, bul_block_of_type *block, bul_bar bar)
{
    bul_item *item = BUL_PUSH(arena, &block->items);
    item->type = BUL_ITEM_BAR;
    item->as.bar = bar;
}

void bul_block_add_mark(bul_arena *arena, bul_block_of_type *block,
                        bul_item_type end, bul_role role, uint32_t number)
{
    bul_item *item = BUL_PUSH(arena, &block->items);
    item->type = end;
    item->as.mark = (bul_mark){role, number};
}

static void move_item(bul_item *item, bul_mpt x, bul_mpt y)
{
    if (item->type == BUL_ITEM_GLYPHS) {
        item->as.glyphs.x += x;
        item->as.glyphs.y += y;
    } else if (item->type == BUL_ITEM_BAR) {
        item->as.bar.x += x;
        item->as.bar.y += y;
    } else if (item->type == BUL_ITEM_PICTURE) {
        item->as.picture.x += x;
        item->as.picture.y += y;
    } else if (item->type == BUL_ITEM_DRAWING) {
        item->as.drawing.x += x;
        item->as.drawing.y += y;
    }
}

void bul_block_move(bul_block_of_type *block, bul_mpt x, bul_mpt y)
{
    for (size_t i = 0; i < block->items.count; i++)
        move_item(&block->items.items[i], x, y);
    for (size_t i = 0; i < block->links.count; i++) {
        block->links.items[i].x += x;
        block->links.items[i].y += y;
    }
}

/* Appends what a block holds, moved by (x, y). */
static void append_moved(bul_arena *arena, bul_items *items, bul_links *links,
                         const bul_block_of_type *block, bul_mpt x, bul_mpt y)
{
    for (size_t i = 0; i < block->items.count; i++) {
        bul_item *item = BUL_PUSH(arena, items);
        *item = block->items.items[i];
        move_item(item, x, y);
    }
    for (size_t i = 0; i < block->links.count; i++) {
        bul_link *link = BUL_PUSH(arena, links);
        *link = block->links.items[i];
        link->x += x;
        link->y += y;
    }
}

void bul_block_add_block(bul_arena *arena, bul_block_of_type *to,
                         const bul_block_of_type *block, bul_mpt x, bul_mpt y)
{
    append_moved(arena, &to->items, &to->links, block, x, y);
}

void bul_page_add_block(bul_arena *arena, bul_page *page,
                        const bul_block_of_type *block, bul_mpt x, bul_mpt y)
{
    append_moved(arena, &page->items, &page->links, block, x, y);
}
