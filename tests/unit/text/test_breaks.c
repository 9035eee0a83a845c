/* SPDX-License-Identifier: MIT */
#include "support/type_case.h"

static void assert_breaks(type_case *t, const char *text, const char *wanted)
{
    assert_string_equal(type_case_breaks(t->w, type_case_text(t, text)),
                        wanted);
}

static void a_line_may_end_between_hanzi(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "职工之家", "职|工|之|家");
}

static void closing_marks_stay_with_what_is_before_them(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "工，会。员！工？会：员；工、会",
                  "工，|会。|员！|工？|会：|员；|工、|会");
    assert_breaks(t, "工）会”员》工』会", "工）|会”|员》|工』|会");
    assert_breaks(t, "工。”）会", "工。”）|会");
}

static void opening_marks_stay_with_what_is_after_them(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "工（会“员《工", "工|（会|“员|《工");
    assert_breaks(t, "工“（会", "工|“（会");
}

static void connectors_and_interpuncts_start_no_line(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "约·翰", "约·|翰");
    assert_breaks(t, "京～沪", "京～|沪");
    assert_breaks(t, "京–沪", "京–|沪");
}

static void a_solidus_stands_at_neither_edge(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "工／会", "工／会");
}

static void dashes_and_ellipses_break_between_pairs_only(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "工——会", "工|——|会");
    assert_breaks(t, "工……会", "工|……|会");
    assert_breaks(t, "工————会", "工|——|——|会");
    assert_breaks(t, "工…………会", "工|……|……|会");
}

static void numbers_stay_whole_with_their_signs(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "达95%的", "达|95%|的");
    assert_breaks(t, "达95％的", "达|95％|的");
    assert_breaks(t, "共¥1280元", "共|¥1280|元");
    assert_breaks(t, "共￥1280元", "共|￥1280|元");
    assert_breaks(t, "在10:30开", "在|10:30|开");
    assert_breaks(t, "约1,000人", "约|1,000|人");
    assert_breaks(t, "温-5℃下", "温-5℃|下");
    assert_breaks(t, "温−5℃下", "温|−5℃|下");
    assert_breaks(t, "见№5号", "见|№5|号");
    assert_breaks(t, "约5 ℃下", "约|5 ℃|下");
}

static void full_width_digits_are_one_number(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "共１２３４人", "共|１２３４|人");
    assert_breaks(t, "共１２％的", "共|１２％|的");
}

static void latin_words_are_never_parted(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "用OpenType字", "用|OpenType|字");
    assert_breaks(t, "see it (now), all", "see |it |(now), |all");
    assert_breaks(t, "按GB/T标", "按|GB/T|标");
    assert_breaks(t, "e.g.此", "e.g.|此");
    assert_breaks(t, "用C++写", "用|C++|写");
    assert_breaks(t, "O’Neil", "O’Neil");
}

static void a_word_that_changes_its_style_stays_whole(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "e.");
    type_case_add(t, "黑", "g");
    assert_string_equal(type_case_breaks(t->w, type_case_set(t)), "e.g");
}

static void a_hyphen_parts_words_and_no_numbers(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "well-known", "well-|known");
    assert_breaks(t, "COVID-19", "COVID-19");
    assert_breaks(t, "2020-2026", "2020-2026");
    assert_breaks(t, "-known", "-known");
}

static void an_address_breaks_after_its_points_only(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "看https://a.bc/de?f=g&h=i-j_k~l吧",
                  "看|https://|a.|bc/|de?|f=|g&|h=|i-|j_k~l|吧");
    assert_breaks(t, "www.acftu.org", "www.|acftu.|org");
    assert_breaks(t, "a.b/c", "a.b/c"); /* no address */
}

static void a_zero_width_space_invites_a_break(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "abc\u200bdef", "abc|def");
    assert_breaks(t, "工\u200b，会", "工|，|会");
}

static void it_does_so_at_the_border_of_two_runs(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "abc\u200b");
    type_case_add(t, "黑", "def");
    assert_string_equal(type_case_breaks(t->w, type_case_set(t)), "abc|def");
}

static void a_forced_break_stands_before_its_run(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "工会");
    type_case_add(t, "宋", "员工")->starts_line = true;
    assert_string_equal(type_case_breaks(t->w, type_case_set(t)),
                        "工|会!员|工");
}

static void a_forced_break_outlives_a_space_or_an_empty_run(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "工");
    type_case_add(t, "宋", " 会")->starts_line = true;
    assert_string_equal(type_case_breaks(t->w, type_case_set(t)), "工 !会");

    type_case_add(t, "宋", "工");
    type_case_add(t, "黑", "")->starts_line = true;
    type_case_add(t, "宋", "会");
    assert_string_equal(type_case_breaks(t->w, type_case_set(t)), "工!会");
}

static void a_forced_break_before_the_first_run_is_none(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "工会")->starts_line = true;
    assert_string_equal(type_case_breaks(t->w, type_case_set(t)), "工|会");
}

static void a_no_break_space_holds_both_sides(void **state)
{
    type_case *t = type_case_open(*state);
    assert_breaks(t, "工\u00a0会", "工\u00a0会");
}

static void numerals_are_better_kept_with_their_words(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "第3届");

    assert_true(p->boxes[0].penalty > 0); /* 第|3 */
    assert_true(p->boxes[1].penalty > 0); /* 3|届 */
    p = type_case_text(t, "工3工");
    assert_int_equal(p->boxes[0].penalty, 0);
    assert_int_equal(p->boxes[1].penalty, 0);
}

static void the_paragraph_ends_with_a_forced_break(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工会 ");

    assert_int_equal(p->boxes[1].penalty, BUL_PENALTY_FORCED);
    assert_int_equal(p->boxes[1].space_glyph, 0);
    assert_int_equal(p->boxes[1].glue, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_line_may_end_between_hanzi),
        WORLD_TEST(closing_marks_stay_with_what_is_before_them),
        WORLD_TEST(opening_marks_stay_with_what_is_after_them),
        WORLD_TEST(connectors_and_interpuncts_start_no_line),
        WORLD_TEST(a_solidus_stands_at_neither_edge),
        WORLD_TEST(dashes_and_ellipses_break_between_pairs_only),
        WORLD_TEST(numbers_stay_whole_with_their_signs),
        WORLD_TEST(full_width_digits_are_one_number),
        WORLD_TEST(latin_words_are_never_parted),
        WORLD_TEST(a_word_that_changes_its_style_stays_whole),
        WORLD_TEST(a_hyphen_parts_words_and_no_numbers),
        WORLD_TEST(an_address_breaks_after_its_points_only),
        WORLD_TEST(a_zero_width_space_invites_a_break),
        WORLD_TEST(it_does_so_at_the_border_of_two_runs),
        WORLD_TEST(a_forced_break_stands_before_its_run),
        WORLD_TEST(a_forced_break_outlives_a_space_or_an_empty_run),
        WORLD_TEST(a_forced_break_before_the_first_run_is_none),
        WORLD_TEST(a_no_break_space_holds_both_sides),
        WORLD_TEST(numerals_are_better_kept_with_their_words),
        WORLD_TEST(the_paragraph_ends_with_a_forced_break),
    };
    return cmocka_run_group_tests_name("breaks", tests, NULL, NULL);
}
