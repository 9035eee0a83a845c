/* SPDX-License-Identifier: MIT */
/* test_slicing_costs.c - what the cuts of a page cost: titles that meet, order,
 * prices of pairs. */
#include "support/dummy.h"

/* ---- Titles that meet. ---- */

static void titles_side_by_side_cost(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, L | R | T, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, L | R | T, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    assert_int_equal(dummy_cost(*state, &page), BUL_COST_BUMP);
}

static void a_picture_in_a_corner_parts_titles(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, L | T, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, L | R | T, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.cost, 0);
    dummy_stands(&dummy, 0, 0, 0);
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
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.cost, BUL_COST_BUMP - 1);
    assert_int_equal(dummy_part(&dummy, 0)->area, 0);
    assert_int_equal(dummy_part(&dummy, 1)->area, 1);
}

/* A stack shows the corners of what stands on top, a row those of its ends. */
static void corners_of_a_part_are_those_of_what_is_in_them(void **state)
{
    const bul_piece pieces[] = {PIECE(2, BUL_HOLD_TOP_LEFT, {1, 4, 0, R, 0}),
                                PIECE(1, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_TOP_RIGHT, {1, 9, 0, L, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    assert_int_equal(dummy_cost(*state, &page), BUL_COST_BUMP);
    const bul_piece below[] = {PIECE(2, BUL_HOLD_TOP_LEFT, {1, 4, 0, 0, 0}),
                               PIECE(1, BUL_HOLD_NONE, {1, 4, 0, R, 0}),
                               pieces[2]};
    page.pieces = below;
    assert_int_equal(dummy_cost(*state, &page), 0);
}

/* What shows no title may cost more than what shows two, and be cheaper. */
static void a_dearer_part_may_cost_less_than_titles_that_meet(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_TOP_LEFT, {1, 9, 0, R, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 3, 50, 0, 0}, {1, 4, 0, L | R, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 4, 0, L | R, 0}, {1, 5, 0, L | R, 0}),
        PIECE(0, BUL_HOLD_TOP_RIGHT, {1, 9, 0, L, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.cost, 50);
    dummy_stands(&dummy, 2, 1, 4);
}

static void a_title_right_over_another_costs(void **state)
{
    const bul_piece pieces[] = {PIECE(1, BUL_HOLD_NONE, {2, 3, 0, T | F, 0}),
                                PIECE(1, BUL_HOLD_NONE, {2, 5, 0, T | F, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    assert_int_equal(dummy_cost(*state, &page), BUL_COST_STACKED);
    const bul_piece texts[] = {PIECE(1, BUL_HOLD_NONE, {2, 3, 0, T, 0}),
                               PIECE(1, BUL_HOLD_NONE, {2, 5, 0, T | F, 0})};
    page.pieces = texts;
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.cost, 0);
    dummy_stands(&dummy, 0, 0, 0);
    assert_int_equal(dummy.runner_up, BUL_COST_STACKED);
}

static void a_title_at_any_top_of_a_row_is_at_its_top(void **state)
{
    const bul_piece pieces[] = {PIECE(3, BUL_HOLD_TOP, {2, 2, 0, F, 0}),
                                PIECE(2, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(1, BUL_HOLD_NONE, {1, 4, 0, T, 0})};
    bul_page_puzzle page = PAGE(2, 7, 1, pieces);
    assert_int_equal(dummy_cost(*state, &page), BUL_COST_STACKED);
    const bul_piece feet[] = {PIECE(1, BUL_HOLD_FOOT, {2, 2, 0, T, 0}),
                              PIECE(2, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                              PIECE(2, BUL_HOLD_NONE, {1, 4, 0, F, 0})};
    page.pieces = feet;
    assert_int_equal(dummy_cost(*state, &page), BUL_COST_STACKED);
}

/* ---- Order. ---- */

static void the_more_important_part_stands_above(void **state)
{
    const bul_piece pieces[] = {PIECE(1, BUL_HOLD_NONE, {2, 3, 0, 0, 0}),
                                PIECE(2, BUL_HOLD_NONE, {2, 5, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.cost, 0);
    dummy_stands(&dummy, 1, 0, 0);
    assert_int_equal(dummy.runner_up, BUL_COST_ORDER_STACK);
}

static void the_more_important_part_stands_at_the_left(void **state)
{
    const bul_piece pieces[] = {PIECE(1, BUL_HOLD_NONE, {2, 9, 0, 0, 0}),
                                PIECE(2, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.cost, 0);
    dummy_stands(&dummy, 1, 0, 0);
    assert_int_equal(dummy.runner_up, BUL_COST_ORDER_ROW);
}

static void the_highest_rank_of_a_part_is_its_own(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_TOP_LEFT, {1, 4, 0, 0, 0}),
                                PIECE(5, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(4, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    assert_int_equal(dummy_cost(*state, &page), BUL_COST_ORDER_STACK);
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
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.cost, 7);
    assert_int_equal(dummy.runner_up, 7);
    const bul_pair_price twice[] = {{1, 0, true, 7}, {0, 1, true, 4}};
    page.prices = twice;
    assert_int_equal(dummy_cost(*state, &page), 11);
}

static void a_price_makes_another_page_the_cheapest(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0}, {2, 4, 20, 0, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0}, {2, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    assert_int_equal(dummy_of(*state, &page).parts[0].cut, BUL_CUT_DOWN);
    const bul_pair_price prices[] = {{0, 1, true, 21}};
    page.prices = prices;
    page.price_count = 1;
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.parts[0].cut, BUL_CUT_ACROSS);
    assert_int_equal(dummy.cost, 20);
    assert_int_equal(dummy.runner_up, 20); /* the other way up */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(titles_side_by_side_cost),
        WORLD_TEST(a_picture_in_a_corner_parts_titles),
        WORLD_TEST(a_frame_is_taken_where_it_costs_less_than_titles),
        WORLD_TEST(corners_of_a_part_are_those_of_what_is_in_them),
        WORLD_TEST(a_dearer_part_may_cost_less_than_titles_that_meet),
        WORLD_TEST(a_title_right_over_another_costs),
        WORLD_TEST(a_title_at_any_top_of_a_row_is_at_its_top),
        WORLD_TEST(the_more_important_part_stands_above),
        WORLD_TEST(the_more_important_part_stands_at_the_left),
        WORLD_TEST(the_highest_rank_of_a_part_is_its_own),
        WORLD_TEST(a_pair_has_its_price_whichever_way_round),
        WORLD_TEST(a_price_makes_another_page_the_cheapest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
