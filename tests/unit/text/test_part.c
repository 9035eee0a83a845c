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

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_paragraph_that_fits_stays_itself),
        WORLD_TEST(a_word_too_wide_may_end_a_line_after_each_character),
        WORLD_TEST(parting_changes_no_place_of_a_glyph),
    };
    return cmocka_run_group_tests_name("part", tests, NULL, NULL);
}
