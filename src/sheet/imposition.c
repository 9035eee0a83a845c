/* SPDX-License-Identifier: MIT */
#include "sheet/imposition.h"

static bul_sheet_side *add_side(bul_arena *arena, bul_imposition *made,
                                size_t sheet, bool is_back)
{
    bul_sheet_side *side = BUL_PUSH(arena, &made->sides);
    *side = (bul_sheet_side){.sheet = sheet, .is_back = is_back};
    return side;
}

static void place(bul_sheet_side *side, bul_sheet_place where)
{
    side->places[side->place_count++] = where;
}

/* A page at its own size with all of its bleed. */
static bul_sheet_place whole(const bul_sheet_order *order, size_t page)
{
    bul_mpt bleed = order->bleed;
    return (bul_sheet_place){.page = page,
                             .scale = 1000,
                             .left = bleed,
                             .top = bleed,
                             .right = bleed,
                             .bottom = bleed};
}

/* ---- Single pages ---- */

static void impose_single(bul_arena *arena, const bul_sheet_order *order,
                          bul_imposition *made)
{
    made->width = order->page_width;
    made->height = order->page_height;
    for (size_t page = 1; page <= order->page_count; page++)
        place(add_side(arena, made, page, false), whole(order, page));
}

/* ---- Folded sheets ---- */

/* Nothing of a page is seen across the fold: its bleed there would lie on its
 * neighbour, and so would what creep has pushed over it. */
static void place_pair(const bul_sheet_order *order, bul_sheet_side *side,
                       size_t left, size_t right)
{
    bul_mpt push = (bul_mpt)(side->sheet - 1) * order->creep;
    bul_sheet_place at_left = whole(order, left);
    bul_sheet_place at_right = whole(order, right);
    at_left.x = push;
    at_left.right = -push;
    at_right.x = order->page_width - push;
    at_right.left = -push;
    place(side, at_left);
    place(side, at_right);
}

/* The outermost sheet has the first two pages and the last two; each further
 * one the next two from either end. */
static void impose_folded(bul_arena *arena, const bul_sheet_order *order,
                          bul_imposition *made)
{
    size_t sheet_count = (order->page_count + 3) / 4;
    size_t page_count = sheet_count * 4;
    made->width = 2 * order->page_width;
    made->height = order->page_height;
    made->fold = order->page_width;
    made->blank_count = page_count - order->page_count;
    for (size_t sheet = 0; sheet < sheet_count; sheet++) {
        size_t first = 2 * sheet + 1;
        size_t last = page_count - 2 * sheet;
        for (int back = 0; back < 2; back++) {
            bul_sheet_side *side = add_side(arena, made, sheet + 1, back != 0);
            size_t left = back ? first + 1 : last;
            size_t right = back ? last - 1 : first;
            left = left > order->page_count ? 0 : left;
            right = right > order->page_count ? 0 : right;
            if (order->binds_right)
                place_pair(order, side, right, left);
            else
                place_pair(order, side, left, right);
        }
    }
}

/* ---- Several smaller pages ---- */

/* The largest scale at which a page fits its cell, in thousandths. */
static int scale_of(const bul_sheet_order *order, bul_mpt width, bul_mpt height)
{
    int64_t across = (int64_t)width * 1000 / order->page_width;
    int64_t down = (int64_t)height * 1000 / order->page_height;
    return (int)(across < down ? across : down);
}

static void impose_up(bul_arena *arena, const bul_sheet_order *order,
                      bul_imposition *made)
{
    size_t columns = (size_t)order->across;
    size_t places = columns * (size_t)order->down;
    bul_mpt cell_width = order->paper_width / order->across;
    bul_mpt cell_height = order->paper_height / order->down;
    int scale = scale_of(order, cell_width, cell_height);
    bul_mpt width = bul_mpt_scale(order->page_width, scale, 1000);
    bul_mpt height = bul_mpt_scale(order->page_height, scale, 1000);
    bul_sheet_side *side = NULL;
    made->width = order->paper_width;
    made->height = order->paper_height;
    for (size_t i = 0; i < order->page_count; i++) {
        size_t column = i % columns;
        size_t row = i % places / columns;
        if (i % places == 0)
            side =
                add_side(arena, made, i / places / 2 + 1, i / places % 2 != 0);
        if (order->binds_right)
            column = columns - 1 - column;
        place(side,
              (bul_sheet_place){
                  .page = i + 1,
                  .x = (bul_mpt)column * cell_width + (cell_width - width) / 2,
                  .y = (bul_mpt)row * cell_height + (cell_height - height) / 2,
                  .scale = scale});
    }
}

/* ---- The same page twice ---- */

/* Twice the bleed lies between the two, so that each is cut by itself. */
static void impose_twice(bul_arena *arena, const bul_sheet_order *order,
                         bul_imposition *made)
{
    bul_mpt step = order->page_width + 2 * order->bleed;
    made->width = step + order->page_width;
    made->height = order->page_height;
    for (size_t page = 1; page <= order->page_count; page++) {
        bul_sheet_side *side =
            add_side(arena, made, (page + 1) / 2, page % 2 == 0);
        bul_sheet_place where = whole(order, page);
        place(side, where);
        where.x = step;
        place(side, where);
    }
}

bul_imposition bul_impose(bul_arena *arena, const bul_sheet_order *order)
{
    bul_imposition made = {0};
    switch (order->scheme) {
    case BUL_SCHEME_SINGLE:
        impose_single(arena, order, &made);
        break;
    case BUL_SCHEME_FOLD:
        impose_folded(arena, order, &made);
        break;
    case BUL_SCHEME_UP:
        impose_up(arena, order, &made);
        break;
    case BUL_SCHEME_REPEAT:
        impose_twice(arena, order, &made);
        break;
    }
    return made;
}
