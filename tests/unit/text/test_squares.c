/* SPDX-License-Identifier: MIT */
/* 纵横对齐: every character in a square of its own. */
#include "support/type_case.h"

static void assert_on_squares(const bul_paragraph *p)
{
    bul_mpt x = 0;
    for (size_t i = 0; i < p->box_count; i++) {
        const bul_type_box *box = &p->boxes[i];
        bul_mpt glyph = x + box->shift + p->glyphs[box->glyph].x;
        if (box->first_class == 0) /* a hanzi */
            assert_int_equal(glyph % TYPE_EM, 0);
        assert_int_equal(box->glue, 0);
        assert_int_equal(box->glue_kind, BUL_GLUE_RIGID);
        x += box->width;
    }
    assert_int_equal(x % TYPE_EM, 0);
}

static void hanzi_stand_on_whole_squares(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.on_grid = true;
    assert_on_squares(type_case_text(t, "天生我材必有用，千金散尽还复来。"));
    assert_on_squares(type_case_text(t, "工会“之家”（会）员·工／会——员……工"));
    assert_on_squares(type_case_text(t, "会员？！来了！！！好"));
    assert_on_squares(
        type_case_text(t, "共12345人、7 union members，占3.5%的"));
}

/* The ink of those of 楷 is wider than half a square. */
static void stacked_marks_of_kai_fill_one_square(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "楷", "来？？好");
    const bul_paragraph *p = type_case_set(t);
    assert_true(p->boxes[1].width > TYPE_EM / 2);
    t->rules.on_grid = true;
    type_case_add(t, "楷", "来？？好");
    assert_on_squares(type_case_set(t));
}

static void without_the_grid_they_do_not(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工会12345人");
    assert_int_not_equal(type_case_x(p, 11) % TYPE_EM, 0);
}

static void latin_is_padded_on_both_sides(void **state)
{
    type_case *t = type_case_open(*state);
    bul_mpt natural = type_case_text(t, "abc")->boxes[0].width;
    t->rules.on_grid = true;
    const bul_paragraph *p = type_case_text(t, "工abc会");
    bul_mpt left = type_case_x(p, 3) - TYPE_EM;
    bul_mpt right = type_case_x(p, 6) - TYPE_EM - left - natural;
    assert_in_range(left, right - 1, right + 1);
    assert_true(left > 0 && left <= TYPE_EM / 2);
}

static void words_stay_apart(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.on_grid = true;
    const bul_paragraph *p = type_case_text(t, "ab cd");
    assert_true(p->boxes[0].width - p->boxes[0].shift >
                type_case_x(p, 3) - p->boxes[0].width - 1);
    assert_true(type_case_x(p, 3) - type_case_x(p, 1) >
                TYPE_EM / 4 + TYPE_EM / 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(hanzi_stand_on_whole_squares),
        WORLD_TEST(stacked_marks_of_kai_fill_one_square),
        WORLD_TEST(without_the_grid_they_do_not),
        WORLD_TEST(latin_is_padded_on_both_sides),
        WORLD_TEST(words_stay_apart),
    };
    return cmocka_run_group_tests_name("squares", tests, NULL, NULL);
}
