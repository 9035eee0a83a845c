/* SPDX-License-Identifier: MIT */
/* How a vertical line holds what it is given. */
#include "support/type_case.h"

/* The boxes of a vertical line: hanzi bare, [across] and <sideways>. */
static const char *stand_of(type_case *t, const char *text)
{
    t->rules.is_vertical = true;
    const bul_paragraph *p = type_case_text(t, text);
    bul_text shown = bul_text_in(&t->w->arena);
    for (size_t i = 0; i < p->box_count; i++) {
        const bul_type_box *box = &p->boxes[i];
        bool across = box->turn == BUL_BOX_ACROSS;
        bool upright = box->turn == BUL_BOX_UPRIGHT;
        bul_text_add(&shown, across    ? BUL_STR("[")
                             : upright ? BUL_STR("")
                                       : BUL_STR("<"));
        bul_text_add(&shown, bul_str_sub(p->text, box->text, box->text_end));
        bul_text_add(&shown, across    ? BUL_STR("]")
                             : upright ? BUL_STR("")
                                       : BUL_STR(">"));
    }
    return bul_cstr(&t->w->arena, bul_text_str(&shown));
}

static void short_numbers_stand_across_in_one_square(void **state)
{
    type_case *t = type_case_open(*state);
    assert_string_equal(stand_of(t, "共12人"), "共[12]人");
    assert_string_equal(stand_of(t, "第3号"), "第[3]号");
    assert_string_equal(stand_of(t, "共100人"), "共[100]人");
    assert_string_equal(stand_of(t, "共1280人"), "共<1280>人");
}

static void abbreviations_stand_letter_by_letter(void **state)
{
    type_case *t = type_case_open(*state);
    assert_string_equal(stand_of(t, "用PDF印"), "用[P][D][F]印");
    assert_string_equal(stand_of(t, "A型"), "[A]型");
}

static void words_and_signs_lie_on_their_side(void **state)
{
    type_case *t = type_case_open(*state);
    assert_string_equal(stand_of(t, "见union人"), "见<union>人");
    assert_string_equal(stand_of(t, "占95%的"), "占<95%>的");
    assert_string_equal(stand_of(t, "the 12 of"), "<the>[12]<of>");
}

static void a_number_that_goes_on_in_another_style_lies(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.is_vertical = true;
    type_case_add(t, "宋", "1");
    type_case_add(t, "黑", "2人");
    const bul_paragraph *p = type_case_set(t);
    assert_int_equal(p->boxes[0].turn, BUL_BOX_SIDEWAYS);
    assert_int_equal(p->boxes[1].turn, BUL_BOX_SIDEWAYS);
}

static void hanzi_and_marks_stand_upright_a_square_each(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.is_vertical = true;
    const bul_paragraph *p = type_case_text(t, "工会，员");
    assert_int_equal(p->boxes[0].turn, BUL_BOX_UPRIGHT);
    for (uint32_t i = 0; i < 2; i++) {
        assert_int_equal(p->boxes[i].width, TYPE_EM);
        assert_int_equal(p->glyphs[p->boxes[i].glyph].x, 0);
    }
    assert_int_equal(p->boxes[2].width + p->boxes[2].blank_after, TYPE_EM);
    assert_in_range(p->boxes[2].blank_after, 450, 500);
    assert_int_equal(type_case_width(p), 4 * TYPE_EM);
}

static void marks_get_their_vertical_forms(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *across = type_case_text(t, "（工）“会”");
    t->rules.is_vertical = true;
    const bul_paragraph *down = type_case_text(t, "（工）“会”");
    static const size_t marks[] = {0, 2, 3, 5};
    for (size_t i = 0; i < 4; i++)
        assert_int_not_equal(down->glyphs[down->boxes[marks[i]].glyph].id,
                             across->glyphs[across->boxes[marks[i]].glyph].id);
    assert_int_equal(down->glyphs[down->boxes[1].glyph].id,
                     across->glyphs[across->boxes[1].glyph].id);
}

static void a_dash_runs_down_for_two_squares(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.is_vertical = true;
    static const char *const families[] = {"宋", "黑", "楷"};
    for (size_t i = 0; i < 3; i++) {
        type_case_add(t, families[i], "工——会");
        const bul_paragraph *p = type_case_set(t);
        assert_int_equal(p->box_count, 3);
        assert_int_equal(p->boxes[1].width, 2 * TYPE_EM);
    }
}

static void a_square_is_as_deep_as_the_type_is_high(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.is_vertical = true;
    const bul_paragraph *p = type_case_text(t, "共12人");
    assert_int_equal(p->boxes[1].width, TYPE_EM);
    assert_true(p->boxes[1].cross > TYPE_EM / 2);
    assert_true(p->boxes[1].cross <= TYPE_EM * 6 / 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(short_numbers_stand_across_in_one_square),
        WORLD_TEST(abbreviations_stand_letter_by_letter),
        WORLD_TEST(words_and_signs_lie_on_their_side),
        WORLD_TEST(a_number_that_goes_on_in_another_style_lies),
        WORLD_TEST(hanzi_and_marks_stand_upright_a_square_each),
        WORLD_TEST(marks_get_their_vertical_forms),
        WORLD_TEST(a_dash_runs_down_for_two_squares),
        WORLD_TEST(a_square_is_as_deep_as_the_type_is_high),
    };
    return cmocka_run_group_tests_name("upright", tests, NULL, NULL);
}
