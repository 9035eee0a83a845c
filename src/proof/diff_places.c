/* SPDX-License-Identifier: MIT */
/* diff_places.c - reading places off the report of make-up, or off the items
 * where there is none. */
#include "proof/diff_places.h"

#include "layout/makeup_report.h"
#include "proof/proof_line.h"
#include "proof/proof_run.h"

/* ---- The items of an article. ---- */

/* Goes through a page and tells whose each item is. */
typedef struct walk {
    const bul_page *page;
    size_t index;
    uint32_t article; /* 0: furniture */
} walk;

static const bul_item *next_item(walk *w)
{
    while (w->index < w->page->items.count) {
        const bul_item *item = &w->page->items.items[w->index++];
        bool is_begin = item->type == BUL_ITEM_BEGIN;
        if (!is_begin && item->type != BUL_ITEM_END)
            return item;
        if (item->as.mark.role == BUL_ROLE_ARTICLE)
            w->article = is_begin ? item->as.mark.number : 0;
    }
    return NULL;
}

bul_lines bul_lines_of(bul_arena *arena, const bul_edition *edition,
                       uint32_t article, size_t page)
{
    bul_lines lines = {0};
    for (size_t i = 0; i < edition->pages.count; i++) {
        walk w = {.page = edition->pages.items[i]};
        if (page != 0 && w.page->number != page)
            continue;
        for (const bul_item *item; (item = next_item(&w)) != NULL;) {
            if (item->type != BUL_ITEM_GLYPHS || w.article != article)
                continue;
            size_t count = bul_proof_line_length(w.page, w.index - 1);
            w.index += count - 1;
            bul_text text = bul_text_in(arena);
            for (size_t n = 0; n < count; n++)
                bul_text_add(&text, item[n].as.glyphs.text);
            *BUL_PUSH(arena, &lines) = bul_text_str(&text);
        }
    }
    return lines;
}

/* ---- Places. ---- */

static bul_bar box_of_run(const bul_glyph_run *run)
{
    bool is_down = run->turn != BUL_TURN_ACROSS;
    bul_mpt start = bul_proof_run_start(run, is_down);
    bul_mpt length = bul_proof_run_end(run, is_down) - start;
    if (is_down)
        return (bul_bar){.x = bul_proof_run_axis(run) - run->size / 2,
                         .y = start,
                         .w = run->size,
                         .h = length};
    return (bul_bar){.x = start,
                     .y = run->y -
                          bul_mpt_scale(run->size, BUL_SQUARE_TOP, 1000),
                     .w = length,
                     .h = run->size};
}

/* False where the item takes no place of its own. */
static bool box_of(const bul_item *item, bul_bar *box)
{
    switch (item->type) {
    case BUL_ITEM_GLYPHS:
        *box = box_of_run(&item->as.glyphs);
        return true;
    case BUL_ITEM_BAR:
        *box = item->as.bar;
        return true;
    case BUL_ITEM_PICTURE:
        *box = (bul_bar){.x = item->as.picture.x,
                         .y = item->as.picture.y,
                         .w = item->as.picture.w,
                         .h = item->as.picture.h};
        return true;
    case BUL_ITEM_DRAWING:
    case BUL_ITEM_BEGIN:
    case BUL_ITEM_END:
        break;
    }
    return false;
}

static void widen(bul_bar *all, bul_bar box, bool is_first)
{
    bul_mpt right = all->x + all->w, foot = all->y + all->h;
    if (is_first || box.x + box.w > right)
        right = box.x + box.w;
    if (is_first || box.y + box.h > foot)
        foot = box.y + box.h;
    all->x = is_first || box.x < all->x ? box.x : all->x;
    all->y = is_first || box.y < all->y ? box.y : all->y;
    all->w = right - all->x;
    all->h = foot - all->y;
}

static int tenths_of_mm(bul_mpt length)
{
    return bul_mpt_scale(length, 254, 72000);
}

static void add_seen(bul_arena *arena, bul_places *places, const bul_page *page,
                     uint32_t article)
{
    walk w = {.page = page};
    bul_bar all = {0}, box;
    bool is_first = true;
    for (const bul_item *item; (item = next_item(&w)) != NULL;) {
        if (w.article != article || !box_of(item, &box))
            continue;
        widen(&all, box, is_first);
        is_first = false;
    }
    if (!is_first)
        *BUL_PUSH(arena, places) =
            (bul_place_of_part){.page = page->number,
                                .x = tenths_of_mm(all.x),
                                .y = tenths_of_mm(all.y),
                                .w = tenths_of_mm(all.w),
                                .h = tenths_of_mm(all.h)};
}

static const bul_page_report *report_of(const bul_edition *edition,
                                        size_t number)
{
    for (size_t i = 0; edition->report && i < edition->report->pages.count; i++)
        if (edition->report->pages.items[i].number == number &&
            !edition->report->pages.items[i].is_flow)
            return &edition->report->pages.items[i];
    return NULL;
}

static void add_reported(bul_arena *arena, bul_places *places,
                         const bul_page_report *page, uint32_t article)
{
    for (size_t i = 0; i < page->blocks.count; i++) {
        const bul_block_report *block = &page->blocks.items[i];
        if (block->article == article)
            *BUL_PUSH(arena, places) =
                (bul_place_of_part){.page = page->number,
                                    .is_in_rows = true,
                                    .x = block->column + 1,
                                    .y = block->row + 1,
                                    .w = block->columns,
                                    .h = block->rows};
    }
    for (size_t i = 0; i < page->zones.count; i++) {
        const bul_zone_report *zone = &page->zones.items[i];
        if (zone->zone == BUL_ZONE_EAR && zone->block.article == article)
            *BUL_PUSH(arena, places) =
                (bul_place_of_part){.page = page->number,
                                    .x = tenths_of_mm(zone->x),
                                    .y = tenths_of_mm(zone->y),
                                    .w = tenths_of_mm(zone->w),
                                    .h = tenths_of_mm(zone->h)};
    }
}

bul_places bul_places_of(bul_arena *arena, const bul_edition *edition,
                         uint32_t article)
{
    bul_places places = {0};
    for (size_t i = 0; i < edition->pages.count; i++) {
        const bul_page *page = edition->pages.items[i];
        const bul_page_report *report = report_of(edition, page->number);
        if (report)
            add_reported(arena, &places, report, article);
        else
            add_seen(arena, &places, page, article);
    }
    return places;
}
