/* SPDX-License-Identifier: MIT */
/* check_inks.c - lines that break up, type that fills in or blurs, colours that
 * do not dry. Figures are those print shops publish; where they differ, the
 * milder one. */
#include "ink/grey.h"
#include "preflight/inspection.h"

#define THIN_SOLID   240   /* a quarter of a point, less what rounding takes */
#define THIN_TINT    480   /* dots of a screen break a line up sooner */
#define SMALL_LIGHT  8000  /* light type on a dark ground fills in … */
#define SMALL_BOLD   7000  /* … bold type a little later */
#define SMALL_INKS   6500  /* type in several inks that are not in register */
#define SMALL_RICH   18000 /* black made of several inks: never for text */
#define BOLD_WEIGHT  600
#define DARK         500
#define LIGHT        250
#define VISIBLE_TONE 100

static bool is_solid(bul_color color)
{
    return bul_ink_darkness(color) >= 900 ||
           (color.space == BUL_COLOR_CMYK &&
            (color.c == 1000 || color.m == 1000 || color.k == 1000));
}

static void check_width(bul_inspection *inspection, bul_mpt width,
                        bul_color color)
{
    const bul_finding *so_far = &inspection->findings[BUL_FAULT_HAIRLINE];
    bul_mpt least = is_solid(color) ? THIN_SOLID : THIN_TINT;
    if (width > 0 && width < least && bul_ink_darkness(color) > 0)
        bul_inspection_note(inspection, BUL_FAULT_HAIRLINE, (bul_span){0},
                            width, width < so_far->worst);
}

void bul_check_rule(bul_inspection *inspection, const bul_bar *bar)
{
    check_width(inspection, bar->w < bar->h ? bar->w : bar->h, bar->color);
}

void bul_check_line(bul_inspection *inspection, const bul_drawing *drawing)
{
    check_width(inspection, drawing->line, drawing->color);
}

/* ---- Type ---- */

/* How dark the ground is on which the run stands: the last bar drawn beneath
 * its beginning and its end. */
static int ground_of(const bul_inspection *inspection, bul_extent extent)
{
    int64_t middle = (extent.top + extent.bottom) / 2;
    for (size_t i = inspection->grounds.count; i-- > 0;) {
        const bul_bar *bar = &inspection->grounds.items[i];
        if (bar->x <= extent.left && extent.left < (int64_t)bar->x + bar->w &&
            bar->y <= middle && middle < (int64_t)bar->y + bar->h)
            return bul_ink_darkness(bar->color);
    }
    return 0;
}

static void check_reversed(bul_inspection *inspection, const bul_glyph_run *run)
{
    const bul_finding *so_far = &inspection->findings[BUL_FAULT_REVERSED];
    bool is_bold = run->face && run->face->weight >= BOLD_WEIGHT;
    if (run->size >= (is_bold ? SMALL_BOLD : SMALL_LIGHT) ||
        bul_ink_darkness(run->color) > LIGHT)
        return;
    if (ground_of(inspection, bul_extent_of_run(run)) >= DARK)
        bul_inspection_note(inspection, BUL_FAULT_REVERSED, run->span,
                            run->size, run->size < so_far->worst);
}

static int ink_count(bul_color color)
{
    return (color.c >= VISIBLE_TONE) + (color.m >= VISIBLE_TONE) +
           (color.y >= VISIBLE_TONE) + (color.k >= VISIBLE_TONE);
}

static void check_several(bul_inspection *inspection, const bul_glyph_run *run)
{
    const bul_finding *so_far = &inspection->findings[BUL_FAULT_SMALL_INKS];
    bul_color color = run->color;
    if (inspection->product->inks != BUL_INKS_AS_SET ||
        color.space != BUL_COLOR_CMYK || ink_count(color) < 2)
        return;
    bool is_rich = color.k >= 700;
    if (run->size < (is_rich ? SMALL_RICH : SMALL_INKS))
        bul_inspection_note(inspection, BUL_FAULT_SMALL_INKS, run->span,
                            run->size, run->size < so_far->worst);
}

void bul_check_type(bul_inspection *inspection, const bul_glyph_run *run)
{
    check_reversed(inspection, run);
    check_several(inspection, run);
}

void bul_check_color(bul_inspection *inspection, bul_color color, bul_span span)
{
    const bul_product *product = inspection->product;
    const bul_finding *so_far = &inspection->findings[BUL_FAULT_INK_LIMIT];
    if (product->inks != BUL_INKS_AS_SET || !product->condition ||
        color.space != BUL_COLOR_CMYK)
        return;
    int percent = (color.c + color.m + color.y + color.k + 9) / 10;
    if (percent > product->condition->ink_limit)
        bul_inspection_note(inspection, BUL_FAULT_INK_LIMIT, span, percent,
                            percent > so_far->worst);
}
