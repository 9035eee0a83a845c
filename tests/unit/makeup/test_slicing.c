/* SPDX-License-Identifier: MIT */
/* test_slicing.c - pages small enough to be dummy_of in one's head. */
#include "support/dummy.h"

/* ---- Trees. ---- */

static void a_piece_alone_fills_the_page(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0},
                                      {2, 8, 1, 0, 0}, {2, 9, 7, L, 0},
                                      {2, 9, 5, R, 0}, {2, 10, 1, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 3, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
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
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.part_count, 3);
    assert_int_equal(dummy.parts[0].cut, BUL_CUT_DOWN);
    assert_int_equal(dummy.parts[0].columns, 3);
    assert_int_equal(dummy.parts[0].rows, 9);
    assert_int_equal(dummy.parts[0].cost, 7);
    assert_int_equal(dummy.parts[0].first, 1);
    assert_int_equal(dummy.parts[0].second, 2);
    assert_int_equal(dummy.parts[1].cost, 3);
    assert_int_equal(dummy.parts[2].cost, 4);
    dummy_stands(&dummy, 0, 0, 0);
    dummy_stands(&dummy, 1, 2, 0);
    assert_int_equal(dummy.cost, 7);
}

static void a_gap_lies_between_two_in_a_stack(void **state)
{
    const bul_piece pieces[] = {PIECE(1, BUL_HOLD_NONE, {2, 4, 3, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {2, 5, 4, 0, 0})};
    bul_page_puzzle page = PAGE(2, 11, 2, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.parts[0].cut, BUL_CUT_ACROSS);
    assert_int_equal(dummy.parts[0].rows, 11);
    dummy_stands(&dummy, 0, 0, 0);
    dummy_stands(&dummy, 1, 0, 6);
    page.rows = 9;
    dummy_refused(*state, &page);
    page.gap = 0;
    dummy_of(*state, &page);
}

static void parts_are_cut_again(void **state)
{
    /* One across the foot, over it a stack of two beside a third. */
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {3, 3, 0, 0, 0}),
                                PIECE(1, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(1, BUL_HOLD_NONE, {1, 1, 0, 0, 0}),
                                PIECE(2, BUL_HOLD_NONE, {2, 6, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 10, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.part_count, 7);
    assert_int_equal(dummy.cost, 0);
    dummy_stands(&dummy, 0, 0, 7);
    dummy_stands(&dummy, 3, 0, 0);
    dummy_stands(&dummy, 1, 2, 0);
    dummy_stands(&dummy, 2, 2, 5);
}

static void the_last_of_a_row_is_cut_off_first(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_TOP_LEFT, {1, 5, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {2, 5, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_TOP_RIGHT, {1, 5, 0, 0, 0})};
    bul_page_puzzle page = PAGE(4, 5, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
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
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.cost, 0);
    page.rows = 10;
    dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.cost, 3);
    assert_int_equal(dummy_part(&dummy, 0)->area, 2);
    assert_int_equal(dummy_part(&dummy, 1)->area, 1);
}

static void of_equal_pages_the_first_is_taken(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 2, 0, 0, 0}, {2, 1, 0, 0, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 2, 0, 0, 0}, {2, 1, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 2, 0, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.parts[0].cut, BUL_CUT_ACROSS);
    dummy_stands(&dummy, 0, 0, 0);
    assert_int_equal(dummy.runner_up, 0);
}

/* ---- No page. ---- */

static void a_page_that_nothing_fills_is_not_closed(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {2, 9, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 8, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    bul_dummy dummy = dummy_refused(*state, &page);
    assert_int_equal(dummy.part_count, 0);
    assert_null(dummy.parts);
    assert_false(bul_dummy_is_sound(&page, &dummy, &((world *)*state)->arena));
}

static void a_page_without_pieces_is_not_closed(void **state)
{
    bul_page_puzzle page = {.columns = 2, .rows = 9};
    dummy_refused(*state, &page);
}

static void areas_that_cannot_be_used_are_passed_over(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {2, 9, -1, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    dummy_refused(*state, &page);
    const bul_piece dear[] = {
        PIECE(0, BUL_HOLD_NONE, {2, 9, BUL_COST_MOST + 1, 0, 0}), pieces[1]};
    page.pieces = dear;
    dummy_refused(*state, &page);
    const bul_piece flat[] = {
        PIECE(0, BUL_HOLD_NONE, {0, 9, 0, 0, 0}, {2, 0, 0, 0, 0},
              {2, 9, BUL_COST_MOST, 0, 0}, {4, 9, 0, 0, 0}, {4, 99, 0, 0, 0}),
        pieces[1]};
    page.pieces = flat;
    assert_int_equal(dummy_cost(*state, &page), BUL_COST_MOST);
    const bul_piece mixed[] = {
        PIECE(0, BUL_HOLD_NONE, {2, 9, 5, L, 0}, {2, 9, -1, R, 0}), pieces[1]};
    page.pieces = mixed;
    assert_int_equal(dummy_cost(*state, &page), 5);
    const bul_piece none[] = {{.area_count = 0}, pieces[1]};
    page.pieces = none;
    dummy_refused(*state, &page);
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
    bul_dummy dummy = dummy_of(w, &page);
    dummy_stands(&dummy, 1, column, row);
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
    bul_dummy dummy = dummy_of(*state, &page);
    dummy_stands(&dummy, 1, 0, 0);
    assert_int_equal(dummy_part(&dummy, 1)->columns, 2);
    pieces[1].hold = BUL_HOLD_FOOT;
    dummy = dummy_of(*state, &page);
    dummy_stands(&dummy, 1, 0, 5);
    pieces[1].area_count = 1;
    dummy_refused(*state, &page);
}

static void holds_that_contradict_leave_no_page(void **state)
{
    bul_piece pieces[] = {PIECE(0, BUL_HOLD_TOP_LEFT, {1, 9, 0, 0, 0}),
                          PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    dummy_of(*state, &page);
    pieces[1].hold = BUL_HOLD_TOP_LEFT;
    dummy_refused(*state, &page);
    pieces[1].hold = BUL_HOLD_FOOT;
    dummy_refused(*state, &page);
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
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.cost, 1);
    assert_int_equal(dummy.runner_up, 1); /* the other way up */
    const bul_piece held[] = {
        PIECE(0, BUL_HOLD_TOP_LEFT, {1, 4, 1, 0, 0}, {1, 5, 2, 0, 0}),
        pieces[1]};
    page.pieces = held;
    assert_int_equal(dummy_of(*state, &page).runner_up, -1);
}

static void a_runner_up_may_cost_very_much_more(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0}, {2, 4, 90000, 0, 0}),
        PIECE(0, BUL_HOLD_FOOT_RIGHT, {1, 9, 0, 0, 0}, {2, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
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
    assert_int_equal(dummy_cost(*state, &page), 6);
    page.rows = 256;
    dummy_refused(*state, &page);
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
        WORLD_TEST(a_piece_stands_in_the_corner_it_is_held_to),
        WORLD_TEST(a_piece_held_to_an_edge_has_all_of_it),
        WORLD_TEST(holds_that_contradict_leave_no_page),
        WORLD_TEST(the_runner_up_has_another_first_cut),
        WORLD_TEST(a_runner_up_may_cost_very_much_more),
        WORLD_TEST(what_pieces_fill_is_listed_for_each_row),
        WORLD_TEST(a_page_may_be_deeper_than_a_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
