/* SPDX-License-Identifier: MIT */
/* test_slicing_check.c - dummies that are wrong in one place. */
#include "support/dummy.h"

/* A row of two over one, as the slicer draws it. */
static const bul_area row_area = {1, 4, 0, 0, 0};
static const bul_area foot_areas[] = {{2, 3, 0, 0, 0}, {2, 4, 0, 0, 0}};
static const bul_piece sound_pieces[] = {{&row_area, 1, 1, BUL_HOLD_NONE},
                                         {&row_area, 1, 1, BUL_HOLD_NONE},
                                         {foot_areas, 2, 0, BUL_HOLD_NONE}};

static void assert_spoilt(world *w, size_t index, bul_part spoilt)
{
    bul_page_puzzle page = PAGE(2, 9, 1, sound_pieces);
    bul_dummy dummy = dummy_of(w, &page);
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
    world *w = *state;
    bul_dummy dummy = dummy_of(w, &page);
    const bul_part *parts = dummy.parts;
    assert_int_equal(parts[1].cut, BUL_CUT_DOWN);
    bul_part part = parts[2];
    part.column = 1; /* on the other */
    assert_spoilt(w, 2, part);
    part = parts[3];
    part.row = 1; /* on the one under it, and a hole over it */
    assert_spoilt(w, 3, part);
    part = parts[4];
    part.area = 0; /* of another size */
    assert_spoilt(w, 4, part);
    part.area = 2; /* none at all */
    assert_spoilt(w, 4, part);
    part = parts[4];
    part.piece = 3;
    assert_spoilt(w, 4, part);
    part = parts[2];
    part.piece = 1; /* twice, and the other not at all */
    assert_spoilt(w, 2, part);
    part = parts[0];
    part.second = 5;
    assert_spoilt(w, 0, part);
    part = parts[0];
    part.rows = 10;
    assert_spoilt(w, 0, part);
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
        WORLD_TEST(a_spoilt_dummy_is_not_sound),
        WORLD_TEST(pieces_that_no_cut_knows_are_not_sound),
        WORLD_TEST(a_piece_that_is_there_twice_is_not_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
