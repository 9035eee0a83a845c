/* SPDX-License-Identifier: MIT */
/* page.c - appending items to a page, in reading order. */
#include "layout/page.h"

void bul_page_add_glyphs(bul_arena *arena, bul_page *page, bul_glyph_run run)
{
    bul_item *item = BUL_PUSH(arena, &page->items);
    item->type = BUL_ITEM_GLYPHS;
    item->as.glyphs = run;
}

void bul_page_add_bar(bul_arena *arena, bul_page *page, bul_bar bar)
{
    bul_item *item = BUL_PUSH(arena, &page->items);
    item->type = BUL_ITEM_BAR;
    item->as.bar = bar;
}

void bul_page_add_picture(bul_arena *arena, bul_page *page,
                          bul_placed_picture picture)
{
    bul_item *item = BUL_PUSH(arena, &page->items);
    item->type = BUL_ITEM_PICTURE;
    item->as.picture = picture;
}

void bul_page_begin(bul_arena *arena, bul_page *page, bul_role role,
                    uint32_t number)
{
    bul_item *item = BUL_PUSH(arena, &page->items);
    item->type = BUL_ITEM_BEGIN;
    item->as.mark = (bul_mark){.role = role, .number = number};
}

void bul_page_end(bul_arena *arena, bul_page *page, bul_role role,
                  uint32_t number)
{
    bul_item *item = BUL_PUSH(arena, &page->items);
    item->type = BUL_ITEM_END;
    item->as.mark = (bul_mark){.role = role, .number = number};
}
