/* SPDX-License-Identifier: MIT */
/* preflight.c - the walk over pages, and what is told at the end of each. */
#include "ink/grey.h"
#include "preflight/inspection.h"

void bul_inspection_note(bul_inspection *inspection, bul_fault fault,
                         bul_span span, int64_t value, bool is_worse)
{
    bul_finding *finding = &inspection->findings[fault];
    if (finding->count++ == 0 || is_worse) {
        finding->worst = value;
        finding->span = span;
    }
}

bul_extent bul_extent_of_run(const bul_glyph_run *run)
{
    int64_t length = run->size;
    if (run->glyph_count > 0)
        length += run->glyphs[run->glyph_count - 1].x;
    int64_t above = bul_mpt_scale(run->size, BUL_SQUARE_TOP, 1000);
    switch (run->turn) {
    case BUL_TURN_ACROSS:
        return (bul_extent){run->x, run->y - above, run->x + length,
                            run->y - above + run->size};
    case BUL_TURN_UPRIGHT:
        return (bul_extent){run->x - run->size / 2, run->y,
                            run->x + run->size / 2, run->y + length};
    case BUL_TURN_SIDEWAYS:
        break;
    }
    return (bul_extent){run->x - run->size + above, run->y, run->x + above,
                        run->y + length};
}

/* ---- Items ---- */

static void inspect_bar(bul_inspection *inspection, const bul_bar *bar)
{
    bul_extent extent = {bar->x, bar->y, (int64_t)bar->x + bar->w,
                         (int64_t)bar->y + bar->h};
    *BUL_PUSH(inspection->arena, &inspection->grounds) = *bar;
    bul_check_rule(inspection, bar);
    bul_check_color(inspection, bar->color, (bul_span){0});
    bul_check_bleed(inspection, extent, (bul_span){0});
}

static void inspect_picture(bul_inspection *inspection,
                            const bul_placed_picture *placed)
{
    bul_extent extent = {placed->x, placed->y, (int64_t)placed->x + placed->w,
                         (int64_t)placed->y + placed->h};
    bul_check_picture(inspection, placed);
    bul_check_bleed(inspection, extent, placed->span);
}

static void inspect_run(bul_inspection *inspection, const bul_glyph_run *run)
{
    bul_check_type(inspection, run);
    bul_check_color(inspection, run->color, run->span);
    bul_check_edge(inspection, run);
}

static void inspect_item(bul_inspection *inspection, const bul_item *item)
{
    switch (item->type) {
    case BUL_ITEM_GLYPHS:
        inspect_run(inspection, &item->as.glyphs);
        break;
    case BUL_ITEM_BAR:
        inspect_bar(inspection, &item->as.bar);
        break;
    case BUL_ITEM_PICTURE:
        inspect_picture(inspection, &item->as.picture);
        break;
    case BUL_ITEM_DRAWING:
        bul_check_line(inspection, &item->as.drawing);
        bul_check_color(inspection, item->as.drawing.color, (bul_span){0});
        break;
    case BUL_ITEM_BEGIN:
    case BUL_ITEM_END:
        break;
    }
}

/* ---- What is told ---- */

/* Points or millimetres. */
static bul_str decimal(bul_arena *arena, double value, int places)
{
    bul_text text = bul_text_in(arena);
    bul_text_addf(&text, "%.*f", places, value);
    return bul_text_str(&text);
}

static bul_str worst_of(const bul_inspection *inspection, bul_fault fault)
{
    int64_t worst = inspection->findings[fault].worst;
    switch (fault) {
    case BUL_FAULT_HAIRLINE:
    case BUL_FAULT_REVERSED:
    case BUL_FAULT_SMALL_INKS:
        return decimal(inspection->arena, BUL_PT(worst), 2);
    case BUL_FAULT_EDGE:
    case BUL_FAULT_BLEED:
        return decimal(inspection->arena, BUL_MM(worst), 1);
    case BUL_FAULT_INK_LIMIT:
    case BUL_FAULT_COUNT:
        break;
    }
    return bul_str_int(inspection->arena, worst);
}

static void tell(const bul_inspection *inspection)
{
    static const bul_message_id messages[BUL_FAULT_COUNT] = {
        [BUL_FAULT_HAIRLINE] = BUL_MSG_PREFLIGHT_HAIRLINE,
        [BUL_FAULT_REVERSED] = BUL_MSG_PREFLIGHT_REVERSED,
        [BUL_FAULT_SMALL_INKS] = BUL_MSG_PREFLIGHT_SMALL_INKS,
        [BUL_FAULT_INK_LIMIT] = BUL_MSG_PREFLIGHT_INK_LIMIT,
        [BUL_FAULT_EDGE] = BUL_MSG_PREFLIGHT_EDGE,
        [BUL_FAULT_BLEED] = BUL_MSG_PREFLIGHT_BLEED};
    bul_arena *arena = inspection->arena;
    for (int i = 0; i < BUL_FAULT_COUNT; i++) {
        const bul_finding *finding = &inspection->findings[i];
        if (finding->count > 0)
            bul_report(inspection->diag, messages[i], finding->span,
                       BUL_ARGS(inspection->page->label,
                                bul_str_int(arena, (int64_t)finding->count),
                                worst_of(inspection, (bul_fault)i)));
    }
}

void bul_preflight(const bul_edition *edition, const bul_product *product,
                   bul_arena *arena, bul_diag *diag)
{
    if (product->inks == BUL_INKS_LIGHT)
        return;
    for (size_t p = 0; p < edition->pages.count; p++) {
        bul_inspection inspection = {.product = product,
                                     .page = edition->pages.items[p],
                                     .arena = arena,
                                     .diag = diag};
        for (size_t i = 0; i < inspection.page->items.count; i++)
            inspect_item(&inspection, &inspection.page->items.items[i]);
        tell(&inspection);
    }
}
