/* SPDX-License-Identifier: MIT */
/* check_pictures.c - are there enough pixels for the size a picture has? */
#include "preflight/inspection.h"

/* Printers ask for 300 and set 200 without a word; on the coarse screens of
 * newsprint 150 do. An office printer shows no more than 100. */
#define PRESS_PPI     200
#define NEWSPRINT_PPI 150
#define OFFICE_PPI    100
#define NEWSPRINT_INK 240 /* percent: papers that take no more are newsprint */

static int64_t wanted_ppi(const bul_product *product)
{
    if (product->exchange == BUL_EXCHANGE_NONE)
        return OFFICE_PPI;
    bool is_newsprint =
        product->condition && product->condition->ink_limit <= NEWSPRINT_INK;
    return is_newsprint ? NEWSPRINT_PPI : PRESS_PPI;
}

/* Pixels of the picture's width that are seen. */
static int64_t seen_pixels(const bul_placed_picture *placed)
{
    int64_t all = bul_picture_seen_width(placed->picture);
    return all * (1000 - 2 * placed->crop_sides) / 1000;
}

void bul_check_picture(bul_inspection *inspection,
                       const bul_placed_picture *placed)
{
    bul_arena *arena = inspection->arena;
    int64_t pixels = seen_pixels(placed);
    int64_t wanted = wanted_ppi(inspection->product);
    if (placed->w <= 0)
        return;
    int64_t ppi = pixels * 72000 / placed->w;
    if (ppi >= wanted)
        return;
    double widest_mm = (double)pixels * 25.4 / (double)wanted;
    bul_report(inspection->diag, BUL_MSG_PREFLIGHT_RESOLUTION, placed->span,
               BUL_ARGS(placed->picture->path,
                        bul_str_int(arena, (int64_t)(BUL_MM(placed->w) + 0.5)),
                        bul_str_int(arena, ppi),
                        bul_str_int(arena, (int64_t)widest_mm)));
}
