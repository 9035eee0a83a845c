/* SPDX-License-Identifier: MIT */
/* turn.c - a quarter clockwise: (x, y) goes to (depth - y, x). */
#include "layout/turn.h"

typedef struct turn {
    bul_arena *arena;
    bul_mpt depth;
} turn;

static void turn_point(bul_mpt depth, bul_mpt *x, bul_mpt *y)
{
    bul_mpt along = *x;
    *x = depth - *y;
    *y = along;
}

/* A rectangle's corner at its top left was the one at its foot. */
static void turn_area(const turn *t, bul_mpt *x, bul_mpt *y, bul_mpt *w,
                      bul_mpt *h)
{
    bul_mpt length = *w;
    *y += *h;
    turn_point(t->depth, x, y);
    *w = *h;
    *h = length;
}

/* Strokes count from the drawing's own place. */
static void turn_drawing(const turn *t, bul_drawing *drawing)
{
    bul_stroke *strokes = BUL_NEW(t->arena, bul_stroke, drawing->stroke_count);
    for (size_t i = 0; i < drawing->stroke_count; i++) {
        strokes[i] = drawing->strokes[i];
        for (int point = 0; point < 3; point++)
            turn_point(0, &strokes[i].x[point], &strokes[i].y[point]);
    }
    drawing->strokes = strokes;
    turn_point(t->depth, &drawing->x, &drawing->y);
}

static void turn_item(const turn *t, bul_item *item)
{
    bul_bar *bar = &item->as.bar;
    bul_placed_picture *picture = &item->as.picture;
    switch (item->type) {
    case BUL_ITEM_GLYPHS:
        turn_point(t->depth, &item->as.glyphs.x, &item->as.glyphs.y);
        break;
    case BUL_ITEM_BAR:
        turn_area(t, &bar->x, &bar->y, &bar->w, &bar->h);
        break;
    case BUL_ITEM_PICTURE:
        turn_area(t, &picture->x, &picture->y, &picture->w, &picture->h);
        break;
    case BUL_ITEM_DRAWING:
        turn_drawing(t, &item->as.drawing);
        break;
    case BUL_ITEM_BEGIN:
    case BUL_ITEM_END:
        break;
    }
}

static void turn_all(const turn *t, bul_items *items, bul_links *links)
{
    for (size_t i = 0; i < items->count; i++)
        turn_item(t, &items->items[i]);
    for (size_t i = 0; i < links->count; i++) {
        bul_link *link = &links->items[i];
        turn_area(t, &link->x, &link->y, &link->w, &link->h);
    }
}

void bul_block_turn(bul_arena *arena, bul_block_of_type *block, bul_mpt depth)
{
    turn t = {arena, depth};
    turn_all(&t, &block->items, &block->links);
}

void bul_page_turn(bul_arena *arena, bul_page *page)
{
    turn t = {arena, page->height};
    turn_all(&t, &page->items, &page->links);
    page->height = page->width;
    page->width = t.depth;
}
