/* SPDX-License-Identifier: MIT */
/* test_slicing.c - pages small enough to be sliced in one's head. */
#include "makeup/slicing.h"
#include "support/world.h"

#define L BUL_EDGE_HEAD_LEFT
#define R BUL_EDGE_HEAD_RIGHT
#define T BUL_EDGE_HEAD_TOP
#define F BUL_EDGE_HEAD_FOOT

/* {columns, rows, cost, edges} … */
#define AREAS(...) ((const bul_area[]){__VA_ARGS__})
#define PIECE(rank_, hold_, ...)                                               \
    {                                                                          \
        .areas = AREAS(__VA_ARGS__),                                           \
        .area_count = sizeof AREAS(__VA_ARGS__) / sizeof(bul_area),            \
        .rank = (rank_), .hold = (hold_)                                       \
    }
#define PAGE(columns_, rows_, gap_, pieces_)                                   \
    ((bul_page_puzzle){.pieces = (pieces_),                                    \
                       .piece_count = sizeof(pieces_) / sizeof *(pieces_),     \
                       .columns = (columns_),                                  \
                       .rows = (rows_),                                        \
                       .gap = (gap_)})

/* The dummy, which must be sound. */
static bul_dummy sliced(world *w, const bul_page_puzzle *page)
{
    bul_arena scratch = {0};
    bul_dummy dummy = bul_slice(page, &w->arena, &scratch);
    assert_true(dummy.is_closed);
    assert_true(bul_dummy_is_sound(page, &dummy, &scratch));
    assert_int_equal(scratch.used_bytes, 0);
    bul_arena_release(&scratch);
    return dummy;
}

static bul_dummy not_sliced(world *w, const bul_page_puzzle *page)
{
    bul_arena scratch = {0};
    bul_dummy dummy = bul_slice(page, &w->arena, &scratch);
    assert_int_equal(scratch.used_bytes, 0);
    bul_arena_release(&scratch);
    assert_false(dummy.is_closed);
    return dummy;
}

static int32_t cost_of(world *w, const bul_page_puzzle *page)
{
    return sliced(w, page).cost;
}

static const bul_part *part_of(const bul_dummy *dummy, size_t piece)
{
    for (size_t i = 0; i < dummy->part_count; i++)
        if (dummy->parts[i].cut == BUL_CUT_NONE &&
            dummy->parts[i].piece == piece)
            return &dummy->parts[i];
    fail_msg("piece %zu is not on the page", piece);
    return NULL;
}

static void assert_place(const bul_dummy *dummy, size_t piece, int column,
                         int row)
{
    const bul_part *part = part_of(dummy, piece);
    assert_int_equal(part->column, column);
    assert_int_equal(part->row, row);
}

/* ---- Trees. ---- */

static void a_piece_alone_fills_the_page(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0},
                                      {2, 8, 1, 0, 0}, {2, 9, 7, L, 0},
                                      {2, 9, 5, R, 0}, {2, 10, 1, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 3, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.part_count, 1);
    assert_int_equal(dummy.parts[0].cut, BUL_CUT_NONE);
    assert_int_equal(dummy.parts[0].area, 3);
    assert_int_equal(dummy.cost, 5);
    assert_int_equal(dummy.runner_up, -1);
}

static void two_pieces_stand_side_by_side(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {2, 9, 3, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 9, 4, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.part_count, 3);
    assert_int_equal(dummy.parts[0].cut, BUL_CUT_DOWN);
    assert_int_equal(dummy.parts[0].columns, 3);
    assert_int_equal(dummy.parts[0].rows, 9);
    assert_int_equal(dummy.parts[0].cost, 7);
    assert_int_equal(dummy.parts[0].first, 1);
    assert_int_equal(dummy.parts[0].second, 2);
    assert_int_equal(dummy.parts[1].cost, 3);
    assert_int_equal(dummy.parts[2].cost, 4);
    assert_place(&dummy, 0, 0, 0);
    assert_place(&dummy, 1, 2, 0);
    assert_int_equal(dummy.cost, 7);
}

static void a_gap_lies_between_two_in_a_stack(void **state)
{
    const bul_piece pieces[] = {PIECE(1, BUL_HOLD_NONE, {2, 4, 3, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {2, 5, 4, 0, 0})};
    bul_page_puzzle page = PAGE(2, 11, 2, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.parts[0].cut, BUL_CUT_ACROSS);
    assert_int_equal(dummy.parts[0].rows, 11);
    assert_place(&dummy, 0, 0, 0);
    assert_place(&dummy, 1, 0, 6);
    page.rows = 9;
    not_sliced(*state, &page);
    page.gap = 0;
    sliced(*state, &page);
}

static void parts_are_cut_again(void **state)
{
    /* One across the foot, over it a stack of two beside a third. */
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {3, 3, 0, 0, 0}),
                                PIECE(1, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(1, BUL_HOLD_NONE, {1, 1, 0, 0, 0}),
                                PIECE(2, BUL_HOLD_NONE, {2, 6, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 10, 1, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.part_count, 7);
    assert_int_equal(dummy.cost, 0);
    assert_place(&dummy, 0, 0, 7);
    assert_place(&dummy, 3, 0, 0);
    assert_place(&dummy, 1, 2, 0);
    assert_place(&dummy, 2, 2, 5);
}

static void the_last_of_a_row_is_cut_off_first(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_TOP_LEFT, {1, 5, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {2, 5, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_TOP_RIGHT, {1, 5, 0, 0, 0})};
    bul_page_puzzle page = PAGE(4, 5, 1, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.parts[0].first, 1);
    assert_int_equal(dummy.parts[0].second, 4);
    assert_int_equal(dummy.parts[1].cut, BUL_CUT_DOWN);
    assert_int_equal(dummy.parts[1].columns, 3);
    assert_int_equal(dummy.parts[4].piece, 2);
    assert_int_equal(dummy.runner_up, -1);
}

static void the_cheapest_areas_that_fit_are_taken(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {1, 3, 0, 0, 0},
                                      {1, 4, 9, 0, 0}, {1, 5, 2, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 4, 8, 0, 0},
                                      {1, 5, 1, 0, 0}, {1, 6, 0, 0, 0})};
    bul_page_puzzle page = PAGE(1, 9, 0, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, 0);
    page.rows = 10;
    dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, 3);
    assert_int_equal(part_of(&dummy, 0)->area, 2);
    assert_int_equal(part_of(&dummy, 1)->area, 1);
}

static void of_equal_pages_the_first_is_taken(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 2, 0, 0, 0}, {2, 1, 0, 0, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 2, 0, 0, 0}, {2, 1, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 2, 0, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.parts[0].cut, BUL_CUT_ACROSS);
    assert_place(&dummy, 0, 0, 0);
    assert_int_equal(dummy.runner_up, 0);
}

/* ---- No page. ---- */

static void a_page_that_nothing_fills_is_not_closed(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {2, 9, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 8, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    bul_dummy dummy = not_sliced(*state, &page);
    assert_int_equal(dummy.part_count, 0);
    assert_null(dummy.parts);
    assert_false(bul_dummy_is_sound(&page, &dummy, &((world *)*state)->arena));
}

static void a_page_without_pieces_is_not_closed(void **state)
{
    bul_page_puzzle page = {.columns = 2, .rows = 9};
    not_sliced(*state, &page);
}

static void areas_that_cannot_be_used_are_passed_over(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {2, 9, -1, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    not_sliced(*state, &page);
    const bul_piece dear[] = {
        PIECE(0, BUL_HOLD_NONE, {2, 9, BUL_COST_MOST + 1, 0, 0}), pieces[1]};
    page.pieces = dear;
    not_sliced(*state, &page);
    const bul_piece flat[] = {
        PIECE(0, BUL_HOLD_NONE, {0, 9, 0, 0, 0}, {2, 0, 0, 0, 0},
              {2, 9, BUL_COST_MOST, 0, 0}, {4, 9, 0, 0, 0}, {4, 99, 0, 0, 0}),
        pieces[1]};
    page.pieces = flat;
    assert_int_equal(cost_of(*state, &page), BUL_COST_MOST);
    const bul_piece none[] = {{.area_count = 0}, pieces[1]};
    page.pieces = none;
    not_sliced(*state, &page);
}

/* ---- Titles that meet. ---- */

static void titles_side_by_side_cost(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, L | R | T, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, L | R | T, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    assert_int_equal(cost_of(*state, &page), BUL_COST_BUMP);
}

static void a_picture_in_a_corner_parts_titles(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, L | T, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, L | R | T, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, 0);
    assert_place(&dummy, 0, 0, 0);
    assert_int_equal(dummy.runner_up, BUL_COST_BUMP);
}

static void a_frame_is_taken_where_it_costs_less_than_titles(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 9, BUL_COST_BUMP - 1, 0, 0},
              {1, 9, 0, L | R | T, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 9, BUL_COST_BUMP + 1, 0, 0},
              {1, 9, 0, L | R | T, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, BUL_COST_BUMP - 1);
    assert_int_equal(part_of(&dummy, 0)->area, 0);
    assert_int_equal(part_of(&dummy, 1)->area, 1);
}

/* A stack shows the corners of what stands on top, a row those of its ends. */
static void corners_of_a_part_are_those_of_what_is_in_them(void **state)
{
    const bul_piece pieces[] = {PIECE(2, BUL_HOLD_TOP_LEFT, {1, 4, 0, R, 0}),
                                PIECE(1, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_TOP_RIGHT, {1, 9, 0, L, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    assert_int_equal(cost_of(*state, &page), BUL_COST_BUMP);
    const bul_piece below[] = {PIECE(2, BUL_HOLD_TOP_LEFT, {1, 4, 0, 0, 0}),
                               PIECE(1, BUL_HOLD_NONE, {1, 4, 0, R, 0}),
                               pieces[2]};
    page.pieces = below;
    assert_int_equal(cost_of(*state, &page), 0);
}

/* What shows no title may cost more than what shows two, and be cheaper. */
static void
a_dearer_part_is_taken_where_two_titles_would_meet_its_own(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_TOP_LEFT, {1, 9, 0, R, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 3, 50, 0, 0}, {1, 4, 0, L | R, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 4, 0, L | R, 0}, {1, 5, 0, L | R, 0}),
        PIECE(0, BUL_HOLD_TOP_RIGHT, {1, 9, 0, L, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, 50);
    assert_place(&dummy, 2, 1, 4);
}

static void a_title_right_over_another_costs(void **state)
{
    const bul_piece pieces[] = {PIECE(1, BUL_HOLD_NONE, {2, 3, 0, T | F, 0}),
                                PIECE(1, BUL_HOLD_NONE, {2, 5, 0, T | F, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    assert_int_equal(cost_of(*state, &page), BUL_COST_STACKED);
    const bul_piece texts[] = {PIECE(1, BUL_HOLD_NONE, {2, 3, 0, T, 0}),
                               PIECE(1, BUL_HOLD_NONE, {2, 5, 0, T | F, 0})};
    page.pieces = texts;
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, 0);
    assert_place(&dummy, 0, 0, 0);
    assert_int_equal(dummy.runner_up, BUL_COST_STACKED);
}

static void a_title_at_any_top_of_a_row_is_at_its_top(void **state)
{
    const bul_piece pieces[] = {PIECE(3, BUL_HOLD_TOP, {2, 2, 0, F, 0}),
                                PIECE(2, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(1, BUL_HOLD_NONE, {1, 4, 0, T, 0})};
    bul_page_puzzle page = PAGE(2, 7, 1, pieces);
    assert_int_equal(cost_of(*state, &page), BUL_COST_STACKED);
    const bul_piece feet[] = {PIECE(1, BUL_HOLD_FOOT, {2, 2, 0, T, 0}),
                              PIECE(2, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                              PIECE(2, BUL_HOLD_NONE, {1, 4, 0, F, 0})};
    page.pieces = feet;
    assert_int_equal(cost_of(*state, &page), BUL_COST_STACKED);
}

/* ---- Order. ---- */

static void the_more_important_part_stands_above(void **state)
{
    const bul_piece pieces[] = {PIECE(1, BUL_HOLD_NONE, {2, 3, 0, 0, 0}),
                                PIECE(2, BUL_HOLD_NONE, {2, 5, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, 0);
    assert_place(&dummy, 1, 0, 0);
    assert_int_equal(dummy.runner_up, BUL_COST_ORDER_STACK);
}

static void the_more_important_part_stands_at_the_left(void **state)
{
    const bul_piece pieces[] = {PIECE(1, BUL_HOLD_NONE, {2, 9, 0, 0, 0}),
                                PIECE(2, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, 0);
    assert_place(&dummy, 1, 0, 0);
    assert_int_equal(dummy.runner_up, BUL_COST_ORDER_ROW);
}

static void the_highest_rank_of_a_part_is_its_own(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_TOP_LEFT, {1, 4, 0, 0, 0}),
                                PIECE(5, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(4, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    assert_int_equal(cost_of(*state, &page), BUL_COST_ORDER_STACK);
}

/* ---- Prices of pairs. ---- */

static void a_pair_has_its_price_whichever_way_round(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    const bul_pair_price prices[] = {{1, 0, true, 7}, {0, 1, false, 100}};
    page.prices = prices;
    page.price_count = 2;
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, 7);
    assert_int_equal(dummy.runner_up, 7);
    const bul_pair_price twice[] = {{1, 0, true, 7}, {0, 1, true, 4}};
    page.prices = twice;
    assert_int_equal(cost_of(*state, &page), 11);
}

static void a_price_makes_another_page_the_cheapest(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0}, {2, 4, 20, 0, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0}, {2, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    assert_int_equal(sliced(*state, &page).parts[0].cut, BUL_CUT_DOWN);
    const bul_pair_price prices[] = {{0, 1, true, 21}};
    page.prices = prices;
    page.price_count = 1;
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.parts[0].cut, BUL_CUT_ACROSS);
    assert_int_equal(dummy.cost, 20);
    assert_int_equal(dummy.runner_up, 20); /* the other way up */
}

/* ---- Holds. ---- */

/* Of a quarter of the page each, three without a hold. */
static void assert_held(world *w, bul_hold hold, int column, int row)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(0, hold, {1, 4, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    bul_dummy dummy = sliced(w, &page);
    assert_place(&dummy, 1, column, row);
}

static void a_piece_stands_in_the_corner_it_is_held_to(void **state)
{
    assert_held(*state, BUL_HOLD_TOP_LEFT, 0, 0);
    assert_held(*state, BUL_HOLD_TOP_RIGHT, 1, 0);
    assert_held(*state, BUL_HOLD_FOOT_LEFT, 0, 5);
    assert_held(*state, BUL_HOLD_FOOT_RIGHT, 1, 5);
}

static void a_piece_held_to_an_edge_has_all_of_it(void **state)
{
    bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
        PIECE(0, BUL_HOLD_TOP, {1, 4, 0, 0, 0}, {2, 3, 50, 0, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 4, 0, 0, 0}, {1, 5, 50, 0, 0})};
    bul_page_puzzle page = PAGE(2, 8, 1, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_place(&dummy, 1, 0, 0);
    assert_int_equal(part_of(&dummy, 1)->columns, 2);
    pieces[1].hold = BUL_HOLD_FOOT;
    dummy = sliced(*state, &page);
    assert_place(&dummy, 1, 0, 5);
    pieces[1].area_count = 1;
    not_sliced(*state, &page);
}

static void holds_that_contradict_leave_no_page(void **state)
{
    bul_piece pieces[] = {PIECE(0, BUL_HOLD_TOP_LEFT, {1, 9, 0, 0, 0}),
                          PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    sliced(*state, &page);
    pieces[1].hold = BUL_HOLD_TOP_LEFT;
    not_sliced(*state, &page);
    pieces[1].hold = BUL_HOLD_FOOT;
    not_sliced(*state, &page);
}

/* ---- The runner-up. ---- */

static void the_runner_up_has_another_first_cut(void **state)
{
    /* Better areas of the same cut are no runner-up. */
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 4, 1, 0, 0}, {1, 5, 2, 0, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 3, 0, 0, 0}, {1, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(1, 8, 0, pieces);
    bul_pair_price price = {0, 1, false, 0};
    page.prices = &price;
    page.price_count = 1;
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, 1);
    assert_int_equal(dummy.runner_up, 1); /* the other way up */
    const bul_piece held[] = {
        PIECE(0, BUL_HOLD_TOP_LEFT, {1, 4, 1, 0, 0}, {1, 5, 2, 0, 0}),
        pieces[1]};
    page.pieces = held;
    assert_int_equal(sliced(*state, &page).runner_up, -1);
}

static void a_runner_up_may_cost_very_much_more(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0}, {2, 4, 90000, 0, 0}),
        PIECE(0, BUL_HOLD_FOOT_RIGHT, {1, 9, 0, 0, 0}, {2, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    bul_dummy dummy = sliced(*state, &page);
    assert_int_equal(dummy.cost, 0);
    assert_int_equal(dummy.runner_up, 90000);
}

/* ---- How deep. ---- */

static void what_pieces_fill_is_listed_for_each_row(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 3, 1, 0, 0}, {2, 2, 9, 0, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 3, 2, 0, 0}, {2, 2, 0, 0, 0},
              {2, 4, 5, 0, 0})};
    bul_page_puzzle page = PAGE(2, 8, 1, pieces);
    int32_t fills[9];
    world *w = *state;
    size_t before = w->arena.used_bytes;
    bul_slice_fills(&page, fills, &w->arena);
    const int32_t wanted[] = {-1, -1, -1, 3, -1, 9, -1, 14, -1};
    for (size_t row = 0; row < 9; row++)
        assert_int_equal(fills[row], wanted[row]);
    assert_int_equal(w->arena.used_bytes, before);
    page.rows = 5;
    fills[6] = 77;
    bul_slice_fills(&page, fills, &w->arena);
    assert_int_equal(fills[5], 9);
    assert_int_equal(fills[6], 77);
    page.piece_count = 0;
    bul_slice_fills(&page, fills, &w->arena);
    assert_int_equal(fills[5], -1);
}

static void a_page_may_be_deeper_than_a_word(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {1, 63, 1, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 64, 2, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 128, 3, 0, 0})};
    bul_page_puzzle page = PAGE(1, 257, 1, pieces);
    assert_int_equal(cost_of(*state, &page), 6);
    page.rows = 256;
    not_sliced(*state, &page);
}

/* ---- Dummies that are not sound. ---- */

/* A row of two over one, as the slicer draws it. */
static const bul_area row_area = {1, 4, 0, 0, 0};
static const bul_area foot_areas[] = {{2, 3, 0, 0, 0}, {2, 4, 0, 0, 0}};
static const bul_piece sound_pieces[] = {{&row_area, 1, 1, BUL_HOLD_NONE},
                                         {&row_area, 1, 1, BUL_HOLD_NONE},
                                         {foot_areas, 2, 0, BUL_HOLD_NONE}};

static void assert_spoilt(world *w, size_t index, bul_part spoilt)
{
    bul_page_puzzle page = PAGE(2, 9, 1, sound_pieces);
    bul_dummy dummy = sliced(w, &page);
    bul_part parts[5];
    for (size_t i = 0; i < 5; i++)
        parts[i] = dummy.parts[i];
    parts[index] = spoilt;
    dummy.parts = parts;
    assert_false(bul_dummy_is_sound(&page, &dummy, &w->arena));
}

static void a_spoilt_dummy_is_not_sound(void **state)
{
    bul_page_puzzle page = PAGE(2, 9, 1, sound_pieces);
    const bul_part *parts = sliced(*state, &page).parts;
    assert_int_equal(parts[1].cut, BUL_CUT_DOWN);
    bul_part part = parts[2];
    part.column = 1; /* on the other */
    assert_spoilt(*state, 2, part);
    part = parts[3];
    part.row = 1; /* on the one under it, and a hole over it */
    assert_spoilt(*state, 3, part);
    part = parts[4];
    part.area = 0; /* of another size */
    assert_spoilt(*state, 4, part);
    part.area = 2; /* none at all */
    assert_spoilt(*state, 4, part);
    part = parts[4];
    part.piece = 3;
    assert_spoilt(*state, 4, part);
    part = parts[2];
    part.piece = 1; /* twice, and the other not at all */
    assert_spoilt(*state, 2, part);
    part = parts[0];
    part.second = 5;
    assert_spoilt(*state, 0, part);
    part = parts[0];
    part.rows = 10;
    assert_spoilt(*state, 0, part);
}

/* No cut is wrong here: the cells alone tell. */
static void pieces_that_no_cut_knows_are_not_sound(void **state)
{
    world *w = *state;
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {2, 9, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    bul_part parts[] = {{.columns = 2, .rows = 9},
                        {.columns = 1, .rows = 9, .piece = 1}};
    bul_dummy dummy = {.is_closed = true, .parts = parts, .part_count = 2};
    assert_false(bul_dummy_is_sound(&page, &dummy, &w->arena));
    parts[1].column = 2; /* off the page */
    assert_false(bul_dummy_is_sound(&page, &dummy, &w->arena));
    page.piece_count = 1;
    dummy.part_count = 1;
    assert_true(bul_dummy_is_sound(&page, &dummy, &w->arena));
    page.piece_count = 2; /* one is missing */
    assert_false(bul_dummy_is_sound(&page, &dummy, &w->arena));
}

static void a_piece_that_is_there_twice_is_not_sound(void **state)
{
    world *w = *state;
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    const bul_part parts[] = {
        {.cut = BUL_CUT_DOWN, .columns = 2, .rows = 9, .first = 1, .second = 2},
        {.columns = 1, .rows = 9},
        {.column = 1, .columns = 1, .rows = 9}};
    bul_dummy dummy = {.is_closed = true, .parts = parts, .part_count = 3};
    assert_false(bul_dummy_is_sound(&page, &dummy, &w->arena));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_piece_alone_fills_the_page),
        WORLD_TEST(two_pieces_stand_side_by_side),
        WORLD_TEST(a_gap_lies_between_two_in_a_stack),
        WORLD_TEST(parts_are_cut_again),
        WORLD_TEST(the_last_of_a_row_is_cut_off_first),
        WORLD_TEST(the_cheapest_areas_that_fit_are_taken),
        WORLD_TEST(of_equal_pages_the_first_is_taken),
        WORLD_TEST(a_page_that_nothing_fills_is_not_closed),
        WORLD_TEST(a_page_without_pieces_is_not_closed),
        WORLD_TEST(areas_that_cannot_be_used_are_passed_over),
        WORLD_TEST(titles_side_by_side_cost),
        WORLD_TEST(a_picture_in_a_corner_parts_titles),
        WORLD_TEST(a_frame_is_taken_where_it_costs_less_than_titles),
        WORLD_TEST(corners_of_a_part_are_those_of_what_is_in_them),
        WORLD_TEST(a_dearer_part_is_taken_where_two_titles_would_meet_its_own),
        WORLD_TEST(a_title_right_over_another_costs),
        WORLD_TEST(a_title_at_any_top_of_a_row_is_at_its_top),
        WORLD_TEST(the_more_important_part_stands_above),
        WORLD_TEST(the_more_important_part_stands_at_the_left),
        WORLD_TEST(the_highest_rank_of_a_part_is_its_own),
        WORLD_TEST(a_pair_has_its_price_whichever_way_round),
        WORLD_TEST(a_price_makes_another_page_the_cheapest),
        WORLD_TEST(a_piece_stands_in_the_corner_it_is_held_to),
        WORLD_TEST(a_piece_held_to_an_edge_has_all_of_it),
        WORLD_TEST(holds_that_contradict_leave_no_page),
        WORLD_TEST(the_runner_up_has_another_first_cut),
        WORLD_TEST(a_runner_up_may_cost_very_much_more),
        WORLD_TEST(what_pieces_fill_is_listed_for_each_row),
        WORLD_TEST(a_page_may_be_deeper_than_a_word),
        WORLD_TEST(a_spoilt_dummy_is_not_sound),
        WORLD_TEST(pieces_that_no_cut_knows_are_not_sound),
        WORLD_TEST(a_piece_that_is_there_twice_is_not_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
