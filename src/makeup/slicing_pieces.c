/* SPDX-License-Identifier: MIT */
/* slicing_pieces.c - what is known of the pieces and of all sets of them
 * before anything is cut: areas, ranks, holds, prices of pairs. */
#include <assert.h>

#include "makeup/slicing_parts.h"

/* ---- The pieces. ---- */

static bool is_usable(const bul_slicing *s, const bul_area *area)
{
    return area->columns >= 1 && area->columns <= s->columns &&
           area->rows >= 1 && area->rows <= s->puzzle->rows &&
           area->cost >= 0 && area->cost <= BUL_COST_MOST;
}

static void add_area(bul_slicing *s, unsigned set, const bul_area *area)
{
    bul_group *group = &s->groups[set];
    int depth = area->rows + s->puzzle->gap;
    int64_t size = (int64_t)area->columns * depth;
    if (size < group->least_area)
        group->least_area = size;
    if (size > group->most_area)
        group->most_area = size;
    for (int form = 0; form < BUL_FORM_COUNT; form++) {
        size_t slot = bul_slot(s, set, area->columns, (bul_form)form);
        bul_depths(s, s->fillable, slot)[depth / 64] |= UINT64_C(1)
                                                        << (depth % 64);
        group->widths[form] |= (uint16_t)(1u << area->columns);
    }
}

static void hold(bul_slicing *s, bul_hold hold, unsigned set)
{
    bool is_high = hold == BUL_HOLD_TOP_LEFT || hold == BUL_HOLD_TOP_RIGHT ||
                   hold == BUL_HOLD_TOP || bul_hold_is_side(hold);
    bool is_low = hold == BUL_HOLD_FOOT_LEFT || hold == BUL_HOLD_FOOT_RIGHT ||
                  hold == BUL_HOLD_FOOT;
    bool is_left = hold == BUL_HOLD_TOP_LEFT || hold == BUL_HOLD_FOOT_LEFT ||
                   hold == BUL_HOLD_LEFT_SIDE;
    bool is_right = hold == BUL_HOLD_TOP_RIGHT || hold == BUL_HOLD_FOOT_RIGHT ||
                    hold == BUL_HOLD_RIGHT_SIDE;
    s->ahead[BUL_CUT_ACROSS] |= is_high ? set : 0;
    s->behind[BUL_CUT_ACROSS] |= is_low ? set : 0;
    s->ahead[BUL_CUT_DOWN] |= is_left ? set : 0;
    s->behind[BUL_CUT_DOWN] |= is_right ? set : 0;
    if (hold == BUL_HOLD_TOP || hold == BUL_HOLD_FOOT)
        s->unfit[BUL_CUT_DOWN] |= set;
    s->left_sides |= hold == BUL_HOLD_LEFT_SIDE ? set : 0;
    s->right_sides |= hold == BUL_HOLD_RIGHT_SIDE ? set : 0;
}

/* A side column has one width. */
static bool is_of_side(const bul_slicing *s, const bul_piece *piece,
                       unsigned set, const bul_area *area)
{
    unsigned widths = s->groups[set].widths[BUL_FORM_ANY];
    return !bul_hold_is_side(piece->hold) || widths == 0 ||
           widths == 1u << area->columns;
}

/* Returns the edges of its areas. */
static unsigned add_piece(bul_slicing *s, size_t index)
{
    const bul_piece *piece = &s->puzzle->pieces[index];
    unsigned set = 1u << index, edges = 0;
    s->groups[set] = (bul_group){.least_area = INT64_MAX, .rank = piece->rank};
    for (size_t i = 0; i < piece->area_count; i++) {
        if (!is_usable(s, &piece->areas[i]) ||
            !is_of_side(s, piece, set, &piece->areas[i]))
            continue;
        add_area(s, set, &piece->areas[i]);
        edges |= piece->areas[i].edges;
    }
    hold(s, piece->hold, set);
    unsigned widths = s->groups[set].widths[BUL_FORM_ANY];
    s->groups[set].stackable = bul_hold_is_side(piece->hold)
                                   ? (uint16_t)(widths | (widths - 1))
                                   : UINT16_MAX;
    return edges;
}

/* Titles can stand on one another only where some have nothing under them
 * and others nothing over them. */
static void choose_states(bul_slicing *s, unsigned edges)
{
    unsigned stacked = BUL_EDGE_HEAD_TOP | BUL_EDGE_HEAD_FOOT;
    bool can_stack = (edges & stacked) == stacked;
    s->states = can_stack ? 16 : 4;
    s->reach = 2 * BUL_COST_BUMP + (can_stack ? 2 * BUL_COST_STACKED : 0);
}

/* A column at the right is cut off as the second part. One at the left is cut
 * off where the first part is no wider than it; before that, other parts are
 * cut off at the right. Of pieces held to the corners those of the rest of the
 * page may be in either part then. */
unsigned bul_side_widths(const bul_slicing *s, unsigned first, unsigned second,
                         bool is_plain)
{
    const unsigned any = ~0u;
    const unsigned *ahead = &s->ahead[BUL_CUT_DOWN];
    const unsigned *behind = &s->behind[BUL_CUT_DOWN];
    const unsigned *unfit = &s->unfit[BUL_CUT_DOWN];
    if ((first | second) & s->right_sides)
        return (first & s->right_sides) == 0 && (second & *ahead) == 0 &&
                       (second & *unfit) == 0
                   ? any
                   : 0;
    unsigned side = first & s->left_sides;
    if (side == 0)
        return 0;
    unsigned strip = s->groups[side].widths[BUL_FORM_ANY];
    bool cuts_off = (second & s->left_sides) == 0 && (first & *behind) == 0 &&
                    (first & *unfit) == 0;
    return (cuts_off ? strip : 0) | (is_plain ? any & ~strip : 0);
}

/* ---- Sets of them. ---- */

static int32_t price_of_pair(const bul_page_puzzle *puzzle, size_t a, size_t b,
                             bul_cut cut)
{
    int64_t sum = 0;
    for (size_t i = 0; i < puzzle->price_count; i++) {
        const bul_pair_price *price = &puzzle->prices[i];
        bool is_it = (price->first == a && price->second == b) ||
                     (price->first == b && price->second == a);
        if (is_it && price->is_down == (cut == BUL_CUT_DOWN) && price->cost > 0)
            sum += price->cost;
    }
    return sum < BUL_COST_MOST ? (int32_t)sum : BUL_COST_MOST;
}

/* A set is one of its pieces and the rest, which is known. */
static void add_group(bul_slicing *s, unsigned set)
{
    unsigned one = set & (~set + 1), rest = set ^ one;
    const bul_group *a = &s->groups[one], *b = &s->groups[rest];
    s->groups[set] = (bul_group){
        .least_area = a->least_area + b->least_area,
        .most_area = a->most_area + b->most_area,
        .rank = a->rank > b->rank ? a->rank : b->rank,
        .stackable = a->stackable & b->stackable,
    };
}

static void add_prices(bul_slicing *s)
{
    size_t count = s->puzzle->piece_count;
    for (size_t a = 0; a < count && s->puzzle->price_count > 0; a++)
        for (size_t b = a + 1; b < count; b++) {
            unsigned pair = 1u << a | 1u << b;
            int32_t across = price_of_pair(s->puzzle, a, b, BUL_CUT_ACROSS);
            int32_t down = price_of_pair(s->puzzle, a, b, BUL_CUT_DOWN);
            for (unsigned set = pair; set <= s->all; set++) {
                if ((set & pair) != pair)
                    continue;
                s->groups[set].priced[BUL_CUT_ACROSS] += across;
                s->groups[set].priced[BUL_CUT_DOWN] += down;
            }
        }
}

/* ---- All of it. ---- */

static bool has_all_areas(const bul_slicing *s)
{
    for (size_t i = 0; i < s->puzzle->piece_count; i++)
        if (s->groups[1u << i].widths[BUL_FORM_ANY] == 0)
            return false;
    return true;
}

bul_slicing *bul_slicing_open(const bul_page_puzzle *puzzle, bool is_exact,
                              bul_arena *scratch)
{
    assert(puzzle->piece_count <= BUL_PAGE_PIECES);
    assert(puzzle->columns >= 1 && puzzle->columns <= BUL_PAGE_COLUMNS);
    assert(puzzle->rows >= 0 && puzzle->gap >= 0);
    bul_slicing *s = BUL_NEW(scratch, bul_slicing, 1);
    s->puzzle = puzzle;
    s->scratch = scratch;
    s->all = (1u << puzzle->piece_count) - 1;
    s->columns = puzzle->columns;
    s->depth = puzzle->rows + puzzle->gap;
    s->is_exact = is_exact;
    s->words = (size_t)s->depth / 64 + 1;
    size_t slots = bul_slot(s, s->all + 1, 1, BUL_FORM_ANY);
    s->groups = BUL_NEW(scratch, bul_group, s->all + 1);
    s->smeared = BUL_NEW(scratch, uint64_t, s->words);
    s->fitting = BUL_NEW(scratch, uint64_t, s->words);
    s->fillable = BUL_NEW(scratch, uint64_t, slots * s->words);
    s->wanted = BUL_NEW(scratch, uint64_t, slots * s->words);
    s->affordable = BUL_NEW(scratch, uint64_t, slots * s->words);
    s->strips = BUL_NEW(scratch, bul_strip, slots);
    unsigned edges = 0;
    for (size_t i = 0; i < puzzle->piece_count; i++)
        edges |= add_piece(s, i);
    choose_states(s, edges);
    if (!has_all_areas(s))
        return s;
    for (unsigned set = 1; set <= s->all; set++)
        if (!bul_is_single(set))
            add_group(s, set);
    add_prices(s);
    bul_slicing_fill(s);
    return s;
}
