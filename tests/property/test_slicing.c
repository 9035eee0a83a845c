/* SPDX-License-Identifier: MIT */
/* test_slicing.c - laws of slicing a page, over puzzles made by dice, against
 * all trees there are. The trees are put together from single pieces with no
 * limit of any kind, and each is laid on the page and priced as a whole:
 * nothing here is shared with the slicer. */
#include "makeup/slicing.h"
#include "support/random.h"
#include "support/slices.h"
#include "support/world.h"

#define ROUNDS        2000
#define WIDE_ROUNDS   300
#define MOST_AREAS    24
#define MOST_ROWS     73
#define MOST_PRICES   4
#define CONTROL_TRIES 400

/* ---- Puzzles. ---- */

typedef struct puzzle {
    bul_page_puzzle page;
    bul_piece pieces[9];
    bul_area areas[9][MOST_AREAS];
    bul_pair_price prices[MOST_PRICES];
    unsigned edges;   /* that areas may have */
    size_t most_cost; /* of an area */
} puzzle;

static bool is_before(const bul_area *a, const bul_area *b)
{
    if (a->columns != b->columns)
        return a->columns < b->columns;
    return a->rows != b->rows ? a->rows < b->rows : a->edges < b->edges;
}

/* Puts an area where it belongs; not, where there is one like it. */
static void add_area(puzzle *p, dice *d, size_t piece, int columns, int rows)
{
    bul_piece *to = &p->pieces[piece];
    bul_area area = {.columns = columns,
                     .rows = rows,
                     .cost = (int32_t)dice_below(d, p->most_cost + 1),
                     .edges = (unsigned)dice_roll(d) & p->edges};
    if (columns < 1 || rows < 1 || to->area_count == MOST_AREAS)
        return;
    bul_area *areas = p->areas[piece];
    size_t at = 0;
    while (at < to->area_count && is_before(&areas[at], &area))
        at++;
    if (at < to->area_count && !is_before(&area, &areas[at]))
        return;
    for (size_t i = to->area_count; i > at; i--)
        areas[i] = areas[i - 1];
    areas[at] = area;
    to->area_count++;
}

/* Cuts a part for pieces from `first` to before `end`, so that mostly there
 * is a page. */
static void cut_for(puzzle *p, dice *d, size_t first, size_t end, int columns,
                    int rows)
{
    if (end - first == 1) {
        add_area(p, d, first, columns, rows);
        return;
    }
    size_t middle = first + 1 + dice_below(d, end - first - 1);
    int room = rows - p->page.gap;
    if (columns > 1 && dice_chance(d, 50)) {
        int left = 1 + (int)dice_below(d, (size_t)columns - 1);
        cut_for(p, d, first, middle, left, rows);
        cut_for(p, d, middle, end, columns - left, rows);
    } else if (room > 1) {
        int above = 1 + (int)dice_below(d, (size_t)room - 1);
        cut_for(p, d, first, middle, columns, above);
        cut_for(p, d, middle, end, columns, room - above);
    }
}

static void add_prices(puzzle *p, dice *d)
{
    size_t count = p->page.piece_count;
    p->page.prices = p->prices;
    p->page.price_count = count < 2 ? 0 : dice_below(d, MOST_PRICES + 1);
    for (size_t i = 0; i < p->page.price_count; i++) {
        size_t a = dice_below(d, count);
        p->prices[i] = (bul_pair_price){
            .first = (uint8_t)a,
            .second = (uint8_t)((a + 1 + dice_below(d, count - 1)) % count),
            .is_down = dice_chance(d, 50),
            .cost = (int32_t)dice_below(d, 40)};
    }
}

/* Two side columns may leave nothing between them, and then it has no corners
 * either. */
static void free_between_sides(puzzle *p)
{
    unsigned sides = 0;
    for (size_t i = 0; i < p->page.piece_count; i++)
        if (p->pieces[i].hold >= BUL_HOLD_LEFT_SIDE)
            sides |= 1u << p->pieces[i].hold;
    for (size_t i = 0; (sides & (sides - 1)) != 0 && i < p->page.piece_count;
         i++)
        if (p->pieces[i].hold < BUL_HOLD_LEFT_SIDE)
            p->pieces[i].hold = BUL_HOLD_NONE;
}

static puzzle *puzzle_of(world *w, dice *d, size_t count, int columns, int rows)
{
    static const unsigned edges[] = {0, 3, 7, 7, 15, 15};
    static const size_t costs[] = {0, 3, 40, 40, 1000};
    static const int gaps[] = {0, 1, 1, 2};
    puzzle *p = BUL_NEW(&w->arena, puzzle, 1);
    p->edges = edges[dice_below(d, 6)];
    p->most_cost = costs[dice_below(d, 5)];
    p->page = (bul_page_puzzle){.pieces = p->pieces,
                                .piece_count = count,
                                .columns = columns,
                                .rows = rows,
                                .gap = gaps[dice_below(d, 4)]};
    for (size_t i = 0; i < count; i++) {
        p->pieces[i].areas = p->areas[i];
        p->pieces[i].rank = (int)dice_below(d, 4);
        if (dice_chance(d, 16))
            p->pieces[i].hold =
                (bul_hold)(1 + dice_below(d, BUL_HOLD_RIGHT_SIDE));
    }
    free_between_sides(p);
    add_prices(p, d);
    return p;
}

/* A few columns and rows, anything. */
static puzzle *small_puzzle(world *w, dice *d)
{
    int columns = 1 + (int)dice_below(d, 4), rows = 2 + (int)dice_below(d, 9);
    puzzle *p =
        puzzle_of(w, d, 1 + dice_below(d, SLICES_MOST_PIECES), columns, rows);
    size_t count = p->page.piece_count;
    for (size_t i = 0; i < 2; i++)
        cut_for(p, d, 0, count, columns, rows);
    for (size_t i = 0; i < count; i++)
        for (size_t more = dice_below(d, 3); more > 0; more--)
            add_area(p, d, i, 1 + (int)dice_below(d, (size_t)columns),
                     1 + (int)dice_below(d, (size_t)rows));
    return p;
}

/* The same with side columns: of a page that was cut for them, mostly. */
static puzzle *sided_puzzle(world *w, dice *d)
{
    int columns = 2 + (int)dice_below(d, 3), rows = 3 + (int)dice_below(d, 9);
    size_t count = 2 + dice_below(d, SLICES_MOST_PIECES - 1);
    puzzle *p = puzzle_of(w, d, count, columns, rows);
    size_t under = 1 + dice_below(d, count - 1); /* pieces of the column */
    int wide = 1 + (int)dice_below(d, (size_t)columns - 1);
    add_area(p, d, 0, wide, under == 1 ? rows : rows / 2);
    if (under > 1)
        cut_for(p, d, 1, under, wide, rows - rows / 2 - p->page.gap);
    cut_for(p, d, under, count, columns - wide, rows);
    cut_for(p, d, 1, count, columns, rows);
    p->pieces[0].hold =
        dice_chance(d, 50) ? BUL_HOLD_LEFT_SIDE : BUL_HOLD_RIGHT_SIDE;
    free_between_sides(p);
    return p;
}

/* The page of a tabloid: each area in some heights, as an article has. */
static puzzle *wide_puzzle(world *w, dice *d)
{
    puzzle *p =
        puzzle_of(w, d, 2 + dice_below(d, SLICES_MOST_PIECES - 1), 5, 73);
    size_t count = p->page.piece_count;
    cut_for(p, d, 0, count, 5, 73);
    cut_for(p, d, 0, count, 5, 73);
    for (size_t i = 0; i < count; i++)
        for (size_t a = p->pieces[i].area_count; a > 0; a--) {
            bul_area area = p->areas[i][dice_below(d, p->pieces[i].area_count)];
            for (int by = 1; by <= 3; by++) {
                add_area(p, d, i, area.columns, area.rows + by);
                add_area(p, d, i, area.columns, area.rows - by);
            }
        }
    return p;
}

/* ---- Laws. ---- */

/* The tree that a dummy draws, its costs part by part. */
static tree *tree_of(world *w, const bul_page_puzzle *page,
                     const bul_dummy *dummy, size_t index)
{
    const bul_part *part = &dummy->parts[index];
    tree *t = BUL_NEW(&w->arena, tree, 1);
    *t = (tree){.cut = part->cut,
                .columns = part->columns,
                .depth = part->rows + page->gap};
    if (part->cut == BUL_CUT_NONE) {
        t->piece = part->piece;
        t->area = part->area;
        t->pieces = 1u << part->piece;
    } else {
        t->first = tree_of(w, page, dummy, part->first);
        t->second = tree_of(w, page, dummy, part->second);
        t->pieces = t->first->pieces | t->second->pieces;
    }
    assert_int_equal(slices_cost(page, t, NOTHING), part->cost);
    return t;
}

static void assert_cheapest(world *w, const bul_page_puzzle *page)
{
    bul_arena trees = {0}; /* of a round, and there are many */
    slices_list all = slices_all(page, &trees);
    least wanted = slices_least(page, &all, page->rows, NOTHING);
    bul_arena_release(&trees);
    bul_arena scratch = {0};
    bul_dummy dummy = bul_slice(page, &w->arena, &scratch);
    assert_int_equal(scratch.used_bytes, 0);
    bul_arena_release(&scratch);
    assert_int_equal(wanted.cost, wanted.in_order);
    assert_int_equal(dummy.is_closed, wanted.cost >= 0);
    if (!dummy.is_closed)
        return;
    assert_int_equal(dummy.cost, wanted.cost);
    assert_int_equal(dummy.runner_up, wanted.runner_up);
    assert_true(bul_dummy_is_sound(page, &dummy, &w->arena));
    assert_int_equal(dummy.parts[0].cost, dummy.cost);
    const tree *drawn = tree_of(w, page, &dummy, 0);
    assert_true(slices_are_in_order(drawn));
    assert_true(slices_keep_holds(page, drawn, 0, 0, drawn));
}

static void no_tree_of_a_small_page_is_cheaper(world *w, dice *d)
{
    assert_cheapest(w, &small_puzzle(w, d)->page);
}

static void no_tree_with_a_side_column_is_cheaper(world *w, dice *d)
{
    assert_cheapest(w, &sided_puzzle(w, d)->page);
}

static void no_tree_of_a_tabloid_page_is_cheaper(world *w, dice *d)
{
    assert_cheapest(w, &wide_puzzle(w, d)->page);
}

static void each_depth_has_its_least_cost(world *w, dice *d)
{
    const bul_page_puzzle *page = &small_puzzle(w, d)->page;
    int32_t fills[MOST_ROWS + 1];
    bul_slice_fills(page, fills, &w->arena);
    bul_arena trees = {0};
    slices_list all = slices_all(page, &trees);
    for (int row = 0; row <= page->rows; row++)
        assert_int_equal(fills[row],
                         slices_least(page, &all, row, NOTHING).cost);
    bul_arena_release(&trees);
}

/* ---- Pages too large for all trees. ---- */

static puzzle *large_puzzle(world *w, dice *d)
{
    puzzle *p = puzzle_of(w, d, 5 + dice_below(d, 4), 5, 73);
    for (size_t i = 0; i < 3; i++)
        cut_for(p, d, 0, p->page.piece_count, 5, 73);
    return p;
}

static void a_large_page_is_sound_and_costs_what_it_says(world *w, dice *d)
{
    const bul_page_puzzle *page = &large_puzzle(w, d)->page;
    bul_dummy dummy = bul_slice(page, &w->arena, &w->arena);
    int32_t fills[MOST_ROWS + 1];
    bul_slice_fills(page, fills, &w->arena);
    assert_int_equal(fills[page->rows], dummy.is_closed ? dummy.cost : -1);
    if (!dummy.is_closed)
        return;
    assert_true(bul_dummy_is_sound(page, &dummy, &w->arena));
    const tree *drawn = tree_of(w, page, &dummy, 0);
    assert_true(slices_keep_holds(page, drawn, 0, 0, drawn));
    assert_true(dummy.runner_up == -1 || dummy.runner_up >= dummy.cost);
    bul_dummy again = bul_slice(page, &w->arena, &w->arena);
    assert_memory_equal(again.parts, dummy.parts,
                        dummy.part_count * sizeof *dummy.parts);
}

/* ---- Controls. ---- */

/* Among these puzzles, how often is the least another without this cost? */
static size_t differences(world *w, left_out without)
{
    size_t count = 0;
    for (uint64_t seed = 1; seed <= CONTROL_TRIES; seed++) {
        dice d = dice_from(seed);
        const bul_page_puzzle *page = &small_puzzle(w, &d)->page;
        bul_arena trees = {0};
        slices_list all = slices_all(page, &trees);
        int32_t cost = slices_least(page, &all, page->rows, without).cost;
        bul_arena_release(&trees);
        bul_dummy dummy = bul_slice(page, &w->arena, &w->arena);
        if (cost != (dummy.is_closed ? dummy.cost : -1))
            count++;
    }
    return count;
}

static void control_every_cost_left_out_is_missed(void **state)
{
    assert_int_equal(differences(*state, NOTHING), 0);
    for (left_out cost = BUMPS; cost <= AREAS; cost++)
        assert_true(differences(*state, cost) > 0);
}

/* A corner is not a side column: how many pages are there without it only? */
static void control_a_side_column_is_more_than_a_corner(void **state)
{
    world *w = *state;
    size_t closed = 0, opened = 0;
    for (uint64_t seed = 1; seed <= CONTROL_TRIES; seed++) {
        dice d = dice_from(seed);
        puzzle *p = sided_puzzle(w, &d);
        bul_hold *hold = &p->pieces[0].hold;
        bool side = bul_slice(&p->page, &w->arena, &w->arena).is_closed;
        *hold = *hold == BUL_HOLD_LEFT_SIDE ? BUL_HOLD_TOP_LEFT
                                            : BUL_HOLD_TOP_RIGHT;
        bool corner = bul_slice(&p->page, &w->arena, &w->arena).is_closed;
        closed += side ? 1 : 0;
        opened += corner && !side ? 1 : 0;
    }
    assert_true(closed > CONTROL_TRIES / 4 && opened > 0);
}

static void control_most_puzzles_have_a_page_and_some_none(void **state)
{
    world *w = *state;
    size_t closed = 0, with_runner_up = 0;
    for (uint64_t seed = 1; seed <= CONTROL_TRIES; seed++) {
        dice d = dice_from(seed);
        const bul_page_puzzle *page = &small_puzzle(w, &d)->page;
        bul_dummy dummy = bul_slice(page, &w->arena, &w->arena);
        closed += dummy.is_closed ? 1 : 0;
        with_runner_up += dummy.is_closed && dummy.runner_up >= 0 ? 1 : 0;
    }
    assert_true(closed > CONTROL_TRIES / 2 && closed < CONTROL_TRIES);
    assert_true(with_runner_up > CONTROL_TRIES / 5 && with_runner_up < closed);
}

/* Any figure of any part that is off by one is seen. */
static void a_spoilt_dummy_is_refused(world *w, dice *d)
{
    const bul_page_puzzle *page = &small_puzzle(w, d)->page;
    bul_dummy dummy = bul_slice(page, &w->arena, &w->arena);
    if (!dummy.is_closed)
        return;
    bul_part *parts = bul_arena_copy(&w->arena, dummy.parts,
                                     dummy.part_count * sizeof *parts);
    dummy.parts = parts;
    assert_true(bul_dummy_is_sound(page, &dummy, &w->arena));
    bul_part *part = &parts[dice_below(d, dummy.part_count)];
    int by = dice_chance(d, 50) ? 1 : -1;
    int *const figures[] = {&part->column, &part->row, &part->columns,
                            &part->rows};
    size_t which = dice_below(d, 5);
    if (which < 4)
        *figures[which] += by;
    else if (part->cut == BUL_CUT_NONE)
        part->piece = (part->piece + 1) % (page->piece_count + 1);
    else
        part->second++;
    assert_false(bul_dummy_is_sound(page, &dummy, &w->arena));
}

#define LAW(name, rounds)                                                      \
    static void law_##name(void **state)                                       \
    {                                                                          \
        dice_check(name, *state, rounds);                                      \
    }

LAW(no_tree_of_a_small_page_is_cheaper, ROUNDS)
LAW(no_tree_with_a_side_column_is_cheaper, ROUNDS)
LAW(no_tree_of_a_tabloid_page_is_cheaper, WIDE_ROUNDS)
LAW(each_depth_has_its_least_cost, ROUNDS / 2)
LAW(a_large_page_is_sound_and_costs_what_it_says, WIDE_ROUNDS)
LAW(a_spoilt_dummy_is_refused, ROUNDS)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(law_no_tree_of_a_small_page_is_cheaper),
        WORLD_TEST(law_no_tree_with_a_side_column_is_cheaper),
        WORLD_TEST(law_no_tree_of_a_tabloid_page_is_cheaper),
        WORLD_TEST(law_each_depth_has_its_least_cost),
        WORLD_TEST(law_a_large_page_is_sound_and_costs_what_it_says),
        WORLD_TEST(law_a_spoilt_dummy_is_refused),
        WORLD_TEST(control_every_cost_left_out_is_missed),
        WORLD_TEST(control_a_side_column_is_more_than_a_corner),
        WORLD_TEST(control_most_puzzles_have_a_page_and_some_none),
    };
    return cmocka_run_group_tests_name("slicing", tests, NULL, NULL);
}
