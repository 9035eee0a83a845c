/* SPDX-License-Identifier: MIT */
/* test_slicing_sides.c - side columns (边栏): cut off from head to foot before
 * all else. */
#include "support/dummy.h"

#define LEFT_SIDE  BUL_HOLD_LEFT_SIDE
#define RIGHT_SIDE BUL_HOLD_RIGHT_SIDE

static void a_piece_fills_the_column_alone(void **state)
{
    const bul_piece pieces[] = {PIECE(0, RIGHT_SIDE, {1, 9, 4, 0, 0}),
                                PIECE(3, BUL_HOLD_NONE, {2, 4, 0, 0, 0}),
                                PIECE(1, BUL_HOLD_NONE, {2, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy.parts[0].cut, BUL_CUT_DOWN);
    dummy_stands(&dummy, 0, 2, 0);
    dummy_stands(&dummy, 1, 0, 0);
    dummy_stands(&dummy, 2, 0, 5);
    assert_int_equal(dummy_part(&dummy, 0)->rows, 9);
}

static void others_stand_under_it_down_to_the_foot(void **state)
{
    const bul_piece pieces[] = {PIECE(0, LEFT_SIDE, {1, 4, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {2, 9, 0, 0, 0}),
                                PIECE(2, BUL_HOLD_NONE, {1, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    dummy_stands(&dummy, 0, 0, 0);
    dummy_stands(&dummy, 2, 0, 5);
    dummy_stands(&dummy, 1, 1, 0);
}

/* The foot of the page is three columns wide: good for a corner, no column. */
static void nothing_reaches_into_it(void **state)
{
    bul_piece pieces[] = {PIECE(0, RIGHT_SIDE, {1, 4, 0, 0, 0}),
                          PIECE(0, BUL_HOLD_NONE, {2, 4, 0, 0, 0}),
                          PIECE(0, BUL_HOLD_NONE, {3, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    dummy_refused(*state, &page);
    pieces[0].hold = BUL_HOLD_TOP_RIGHT;
    bul_dummy dummy = dummy_of(*state, &page);
    dummy_stands(&dummy, 0, 2, 0);
}

static void it_is_as_wide_as_its_narrowest_area(void **state)
{
    const bul_piece pieces[] = {
        PIECE(0, RIGHT_SIDE, {1, 11, 0, 0, 0}, {2, 9, 0, 0, 0},
              {3, 9, 0, 0, 0}),
        PIECE(0, BUL_HOLD_NONE, {1, 9, 0, 0, 0}, {2, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(4, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    assert_int_equal(dummy_part(&dummy, 0)->columns, 2);
    page.columns = 5; /* it is no wider where that would close the page */
    dummy_refused(*state, &page);
}

static void a_column_of_two_is_cut_down_under_its_head(void **state)
{
    const bul_piece pieces[] = {PIECE(0, RIGHT_SIDE, {2, 4, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_FOOT_RIGHT, {1, 4, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {3, 9, 0, 0, 0})};
    bul_page_puzzle page = PAGE(5, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    dummy_stands(&dummy, 1, 3, 5);
    dummy_stands(&dummy, 2, 4, 5);
}

static void corners_are_those_of_the_rest(void **state)
{
    const bul_piece pieces[] = {PIECE(0, RIGHT_SIDE, {1, 9, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_NONE, {1, 4, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_TOP_RIGHT, {1, 4, 0, 0, 0}),
                                PIECE(0, BUL_HOLD_FOOT, {2, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    dummy_stands(&dummy, 0, 2, 0);
    dummy_stands(&dummy, 2, 1, 0);
    dummy_stands(&dummy, 3, 0, 5);
}

static void there_is_one_at_each_side(void **state)
{
    bul_piece pieces[] = {PIECE(0, RIGHT_SIDE, {1, 9, 0, 0, 0}),
                          PIECE(0, LEFT_SIDE, {1, 9, 0, 0, 0}),
                          PIECE(0, BUL_HOLD_TOP, {2, 4, 0, 0, 0}),
                          PIECE(0, BUL_HOLD_FOOT_LEFT, {1, 4, 0, 0, 0}),
                          PIECE(0, BUL_HOLD_NONE, {1, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(4, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    dummy_stands(&dummy, 0, 3, 0);
    dummy_stands(&dummy, 1, 0, 0);
    dummy_stands(&dummy, 2, 1, 0);
    dummy_stands(&dummy, 3, 1, 5);
    pieces[1].hold = RIGHT_SIDE;
    dummy_refused(*state, &page);
}

static void its_title_does_not_meet_that_beside_it_for_nothing(void **state)
{
    bul_piece pieces[] = {PIECE(0, RIGHT_SIDE, {1, 9, 0, L | R | T, 0}),
                          PIECE(1, BUL_HOLD_NONE, {2, 9, 0, L | R | T, 0})};
    bul_page_puzzle page = PAGE(3, 9, 1, pieces);
    assert_int_equal(dummy_cost(*state, &page), BUL_COST_BUMP);
    const bul_area framed[] = {{1, 9, 8, 0, 0}, {1, 9, 0, L | R | T, 0}};
    pieces[0].areas = framed;
    pieces[0].area_count = 2;
    assert_int_equal(dummy_cost(*state, &page), 8);
}

/* On a page no wider than the column it is the head of the page. */
static void a_page_of_its_width_is_the_column(void **state)
{
    const bul_piece pieces[] = {PIECE(0, BUL_HOLD_NONE, {2, 4, 0, 0, 0}),
                                PIECE(0, RIGHT_SIDE, {2, 4, 0, 0, 0})};
    bul_page_puzzle page = PAGE(2, 9, 1, pieces);
    bul_dummy dummy = dummy_of(*state, &page);
    dummy_stands(&dummy, 1, 0, 0);
    dummy_stands(&dummy, 0, 0, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_piece_fills_the_column_alone),
        WORLD_TEST(others_stand_under_it_down_to_the_foot),
        WORLD_TEST(nothing_reaches_into_it),
        WORLD_TEST(it_is_as_wide_as_its_narrowest_area),
        WORLD_TEST(a_column_of_two_is_cut_down_under_its_head),
        WORLD_TEST(corners_are_those_of_the_rest),
        WORLD_TEST(there_is_one_at_each_side),
        WORLD_TEST(its_title_does_not_meet_that_beside_it_for_nothing),
        WORLD_TEST(a_page_of_its_width_is_the_column),
    };
    return cmocka_run_group_tests_name("slicing_sides", tests, NULL, NULL);
}
