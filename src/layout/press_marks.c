/* SPDX-License-Identifier: MIT */
/* press_marks.c - lines outside the bleed, on every plate: what is cut off
 * shows how to cut. */
#include "layout/press_marks.h"

#define WEIGHT 250   /* 0.25 pt */
#define GAP    2835  /* 1 mm between the bleed and a mark */
#define LENGTH 14173 /* 5 mm */
#define RADIUS 5669  /* 2 mm: the circle of a register mark */
#define PATCH  11339 /* 4 mm: of the colour bar */
#define DASH   2000
/* Of a quarter circle drawn as a cubic, in thousandths of its radius. */
#define PULL 552

#define EVERY_INK ((bul_color){BUL_COLOR_ALL, 0, 0, 0, 1000})

static void add_line(const bul_marked_sheet *sheet, bul_mpt x, bul_mpt y,
                     bul_mpt w, bul_mpt h)
{
    bul_page_add_bar(sheet->arena, sheet->page,
                     (bul_bar){x, y, w, h, EVERY_INK, 0});
}

/* ---- Crop marks (裁切线) ---- */

static void add_crop_marks(const bul_marked_sheet *sheet)
{
    const bul_page *page = sheet->page;
    bul_mpt off = page->bleed + GAP;
    const bul_mpt xs[2] = {0, page->width}, ys[2] = {0, page->height};
    for (int i = 0; i < 2; i++) {
        add_line(sheet, -off - LENGTH, ys[i] - WEIGHT / 2, LENGTH, WEIGHT);
        add_line(sheet, page->width + off, ys[i] - WEIGHT / 2, LENGTH, WEIGHT);
        add_line(sheet, xs[i] - WEIGHT / 2, -off - LENGTH, WEIGHT, LENGTH);
        add_line(sheet, xs[i] - WEIGHT / 2, page->height + off, WEIGHT, LENGTH);
    }
}

/* Between two pages that are cut apart, and on the other side of the gap. */
static void add_inner_crop_marks(const bul_marked_sheet *sheet)
{
    const bul_page *page = sheet->page;
    bul_mpt off = page->bleed + GAP;
    const bul_mpt xs[2] = {sheet->job->order.page_width,
                           page->width - sheet->job->order.page_width};
    for (int i = 0; i < 2; i++) {
        add_line(sheet, xs[i] - WEIGHT / 2, -off - LENGTH, WEIGHT, LENGTH);
        add_line(sheet, xs[i] - WEIGHT / 2, page->height + off, WEIGHT, LENGTH);
    }
}

/* ---- Fold marks (折线) ---- */

static void add_fold_marks(const bul_marked_sheet *sheet)
{
    const bul_page *page = sheet->page;
    bul_mpt off = page->bleed + GAP;
    const bul_mpt ys[2] = {-off - LENGTH, page->height + off};
    for (int i = 0; i < 2; i++)
        bul_page_add_bar(sheet->arena, sheet->page,
                         (bul_bar){sheet->fold - WEIGHT / 2, ys[i], WEIGHT,
                                   LENGTH, EVERY_INK, DASH});
}

/* ---- Register marks (套准线) ---- */

static bul_stroke curve(const bul_mpt from[2], const bul_mpt to[2])
{
    /* Each end pulls along its own tangent, which is the other's radius. */
    return (bul_stroke){
        BUL_PEN_CURVE,
        {from[0] + to[0] * PULL / 1000, to[0] + from[0] * PULL / 1000, to[0]},
        {from[1] + to[1] * PULL / 1000, to[1] + from[1] * PULL / 1000, to[1]}};
}

static void add_circle(const bul_marked_sheet *sheet, bul_mpt x, bul_mpt y)
{
    static const bul_mpt points[5][2] = {
        {RADIUS, 0}, {0, RADIUS}, {-RADIUS, 0}, {0, -RADIUS}, {RADIUS, 0}};
    bul_stroke *strokes = BUL_NEW(sheet->arena, bul_stroke, 5);
    strokes[0] = (bul_stroke){BUL_PEN_MOVE, {RADIUS}, {0}};
    for (int i = 0; i < 4; i++)
        strokes[i + 1] = curve(points[i], points[i + 1]);
    bul_item *item = BUL_PUSH(sheet->arena, &sheet->page->items);
    item->type = BUL_ITEM_DRAWING;
    item->as.drawing = (bul_drawing){.x = x,
                                     .y = y,
                                     .strokes = strokes,
                                     .stroke_count = 5,
                                     .line = WEIGHT,
                                     .color = EVERY_INK};
}

static void add_register_mark(const bul_marked_sheet *sheet, bul_mpt x,
                              bul_mpt y)
{
    bul_mpt arm = RADIUS * 3 / 2;
    add_line(sheet, x - arm, y - WEIGHT / 2, 2 * arm, WEIGHT);
    add_line(sheet, x - WEIGHT / 2, y - arm, WEIGHT, 2 * arm);
    add_circle(sheet, x, y);
}

/* In the middle of a side; a fold has that place, and they stand beside it. */
static void add_register_marks(const bul_marked_sheet *sheet)
{
    const bul_page *page = sheet->page;
    bul_mpt off = page->bleed + GAP + RADIUS * 3 / 2;
    bul_mpt x = sheet->fold > 0 ? page->width / 4 : page->width / 2;
    add_register_mark(sheet, x, -off);
    add_register_mark(sheet, x, page->height + off);
    add_register_mark(sheet, -off, page->height / 2);
    add_register_mark(sheet, page->width + off, page->height / 2);
}

/* ---- Colour bar (色标) ---- */

static void add_color_bar(const bul_marked_sheet *sheet)
{
    static const bul_color process[] = {{BUL_COLOR_CMYK, 1000, 0, 0, 0},
                                        {BUL_COLOR_CMYK, 0, 1000, 0, 0},
                                        {BUL_COLOR_CMYK, 0, 0, 1000, 0},
                                        {BUL_COLOR_GREY, 0, 0, 0, 1000},
                                        {BUL_COLOR_GREY, 0, 0, 0, 500}};
    static const bul_color two[] = {{BUL_COLOR_CMYK, 0, 1000, 1000, 0},
                                    {BUL_COLOR_CMYK, 0, 500, 500, 0},
                                    {BUL_COLOR_GREY, 0, 0, 0, 1000},
                                    {BUL_COLOR_GREY, 0, 0, 0, 500}};
    bool is_two = sheet->job->is_two_inks;
    const bul_color *inks = is_two ? two : process;
    size_t count =
        is_two ? sizeof two / sizeof *two : sizeof process / sizeof *process;
    bul_mpt y = -(sheet->page->bleed + GAP + LENGTH);
    for (size_t i = 0; i < count; i++)
        bul_page_add_bar(
            sheet->arena, sheet->page,
            (bul_bar){PATCH + (bul_mpt)i * PATCH, y, PATCH, PATCH, inks[i], 0});
}

void bul_press_marks_add(const bul_marked_sheet *sheet)
{
    add_crop_marks(sheet);
    if (sheet->job->order.scheme == BUL_SCHEME_REPEAT)
        add_inner_crop_marks(sheet);
    if (sheet->fold > 0)
        add_fold_marks(sheet);
    add_register_marks(sheet);
    add_color_bar(sheet);
}
