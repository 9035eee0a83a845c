/* SPDX-License-Identifier: MIT */
#include "support/type_case.h"

static void a_paragraph_that_fits_stays_itself(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工会 union。");
    assert_ptr_equal(bul_paragraph_part(p, 10 * TYPE_EM, &t->w->arena), p);
}

static void a_word_too_wide_may_end_a_line_after_each_character(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "见 unions 工");
    const bul_paragraph *parted =
        bul_paragraph_part(p, 2 * TYPE_EM, &t->w->arena);
    assert_int_equal(parted->box_count, p->box_count + 5);
    for (size_t i = 1; i < 6; i++) {
        assert_int_equal(parted->boxes[i].penalty, BUL_PENALTY_PARTED);
        assert_int_equal(parted->boxes[i].glyph_count, 1);
        assert_int_equal(parted->boxes[i].text_end, parted->boxes[i + 1].text);
    }
    assert_int_equal(parted->boxes[6].penalty, p->boxes[1].penalty);
    assert_int_equal(parted->boxes[6].glue, p->boxes[1].glue);
}

static void parting_changes_no_place_of_a_glyph(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "见 unions 工");
    const bul_paragraph *parted =
        bul_paragraph_part(p, 2 * TYPE_EM, &t->w->arena);
    assert_int_equal(type_case_width(parted), type_case_width(p));
    for (uint32_t at = 4; at < 10; at++)
        assert_int_equal(type_case_x(parted, at), type_case_x(p, at));
}

static void a_word_and_its_mark_are_parted_in_the_word(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "见unions，工");
    bul_mpt word = p->boxes[1].width;
    const bul_paragraph *parted =
        bul_paragraph_part(p, word + 100, &t->w->arena);
    assert_int_equal(parted->box_count, p->box_count + 5);
    assert_int_equal(parted->boxes[5].penalty, BUL_PENALTY_PARTED);
    assert_int_equal(parted->boxes[6].penalty, BUL_PENALTY_LAST_RESORT);
    assert_ptr_equal(bul_paragraph_part(p, word + 500, &t->w->arena), p);
}

static void full_width_digits_are_parted_between_them(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "共１２３４会");
    assert_int_equal(p->boxes[1].penalty, BUL_PENALTY_NEVER);
    assert_ptr_equal(bul_paragraph_part(p, 4 * TYPE_EM, &t->w->arena), p);
    p = bul_paragraph_part(p, 3 * TYPE_EM, &t->w->arena);
    assert_int_equal(p->boxes[0].penalty, 0);
    for (size_t i = 1; i < 4; i++)
        assert_int_equal(p->boxes[i].penalty, BUL_PENALTY_PARTED);
    assert_int_equal(p->boxes[4].penalty, 0);
}

static void marks_are_parted_as_a_last_resort(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "“‘《新》’”。工");
    p = bul_paragraph_part(p, 2 * TYPE_EM, &t->w->arena);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(p->boxes[i].penalty, BUL_PENALTY_LAST_RESORT);
}

static void white_beside_a_word_stays_at_its_ends(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.on_grid = true;
    const bul_paragraph *p = type_case_text(t, "见unions工");
    const bul_paragraph *parted =
        bul_paragraph_part(p, 2 * TYPE_EM, &t->w->arena);
    assert_true(p->boxes[1].shift > 0);
    assert_int_equal(type_case_width(parted), type_case_width(p));
    for (uint32_t at = 3; at < 9; at++)
        assert_int_equal(type_case_x(parted, at), type_case_x(p, at));
    for (size_t i = 1; i < 7; i++) {
        assert_int_equal(parted->boxes[i].shift, 0);
        assert_true(parted->boxes[i].width < TYPE_EM);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_paragraph_that_fits_stays_itself),
        WORLD_TEST(a_word_too_wide_may_end_a_line_after_each_character),
        WORLD_TEST(parting_changes_no_place_of_a_glyph),
        WORLD_TEST(a_word_and_its_mark_are_parted_in_the_word),
        WORLD_TEST(full_width_digits_are_parted_between_them),
        WORLD_TEST(marks_are_parted_as_a_last_resort),
        WORLD_TEST(white_beside_a_word_stays_at_its_ends),
    };
    return cmocka_run_group_tests_name("part", tests, NULL, NULL);
}
