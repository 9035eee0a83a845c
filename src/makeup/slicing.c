/* SPDX-License-Identifier: MIT */
/* slicing.c - the cheapest slicing of a page.
 *
 * Three passes: what can be filled and what of it a full page can use
 * (slicing_depths.c), what that costs (slicing_costs.c), the tree behind the
 * cost (slicing_tree.c). The second is done for pages that cost no more than a
 * guess, and again with a higher one until a page and a runner-up are found:
 * most parts are too dear for any page that is worth having. */
#include "makeup/slicing_parts.h"

/* Guesses, over the least that the pieces cost. Each half as much again takes
 * twice the time; from the last on, no limit saves anything. */
#define FIRST_GUESS 12
#define LAST_GUESS  90

/* The least cost of all pieces in the width of the page and this depth. */
static int32_t cost_of_page(const bul_slicing *s, int depth)
{
    const bul_strip *strip =
        &s->strips[bul_slot(s, s->all, s->columns, BUL_FORM_ANY)];
    if (depth < strip->first || depth >= strip->first + strip->count)
        return BUL_NEVER;
    return bul_strip_at(s, strip, depth)[s->states - 1];
}

static bul_first_cuts price_to_first_cuts(bul_slicing *s)
{
    bul_slicing_lay_out(s);
    int32_t least = s->groups[s->all].least_cost;
    for (int32_t guess = FIRST_GUESS; guess <= LAST_GUESS; guess += guess / 2) {
        bul_slicing_price(s, least + guess);
        if (cost_of_page(s, s->depth) > least + guess)
            continue;
        bul_first_cuts cuts = bul_slicing_first_cuts(s);
        if (cuts.count == 1 || cuts.second <= least + guess)
            return cuts;
    }
    bul_slicing_price(s, BUL_NEVER - 1);
    return bul_slicing_first_cuts(s);
}

bul_dummy bul_slice(const bul_page_puzzle *puzzle, bul_arena *arena,
                    bul_arena *scratch)
{
    bul_dummy dummy = {0};
    if (puzzle->piece_count == 0)
        return dummy;
    size_t part_count = 2 * puzzle->piece_count - 1;
    bul_part *parts = BUL_NEW(arena, bul_part, part_count);
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    bul_slicing *s = bul_slicing_open(puzzle, true, scratch);
    if (bul_slicing_want(s)) {
        bul_first_cuts cuts = price_to_first_cuts(s);
        bul_slicing_draw(s, cuts.best, parts);
        dummy.is_closed = true;
        dummy.cost = cuts.best;
        dummy.runner_up = cuts.second < BUL_NEVER ? cuts.second : -1;
        dummy.parts = parts;
        dummy.part_count = part_count;
    }
    bul_arena_rewind(scratch, mark);
    return dummy;
}

void bul_slice_fills(const bul_page_puzzle *puzzle, int32_t *fills,
                     bul_arena *scratch)
{
    for (int row = 0; row <= puzzle->rows; row++)
        fills[row] = -1;
    if (puzzle->piece_count == 0)
        return;
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    bul_slicing *s = bul_slicing_open(puzzle, false, scratch);
    if (bul_slicing_want(s)) {
        bul_slicing_lay_out(s);
        bul_slicing_price(s, BUL_NEVER - 1);
        for (int row = 0; row <= puzzle->rows; row++) {
            int32_t cost = cost_of_page(s, row + puzzle->gap);
            fills[row] = cost < BUL_NEVER ? cost : -1;
        }
    }
    bul_arena_rewind(scratch, mark);
}
