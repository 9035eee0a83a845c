/* SPDX-License-Identifier: MIT */
#include "unit/source/md_shown.h"

static void lines_that_count_are_items_without_blank_lines(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "举措如下：\n\n一、甲；\n二、乙；\n十一、丙。\n\n末段"),
        "p:举措如下：\ni1[一、]:甲；\ni1[二、]:乙；十一、丙。\np:末段");
    assert_string_equal(md_shown(w, "十项：\n一、甲\n二、乙\n"),
                        "p:十项：\ni1[一、]:甲\ni1[二、]:乙");
}

static void every_rank_of_mark_is_known(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "（一）甲\n\n(二)乙\n\n1.丙\n\n2．丁\n\n3、戊\n\n"
                    "（1）己\n\n(2)庚\n\n3）辛\n\n①壬\n\n二十一、癸"),
        "i1[（一）]:甲\ni1[(二)]:乙\ni1[1.]:丙\ni1[2．]:丁\ni1[3、]:戊\n"
        "i1[（1）]:己\ni1[(2)]:庚\ni1[3）]:辛\ni1[①]:壬\ni1[二十一、]:癸");
}

static void numbers_that_are_no_marks_stay(void **state)
{
    static const char *const texts[] = {
        "1.5万元到账。", "2024.3月", "3.15晚会",   "1.x版",  "100、一百",
        "一个、两个",    "第一、二", "（见附件）", "（一）", "1."};
    world *w = *state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_string_equal(
            md_shown(w, texts[i]),
            bul_cstr(&w->arena, bul_str_join(&w->arena, BUL_STR("p:"),
                                             bul_str_from(texts[i]))));
}

static void in_the_middle_of_a_text_only_the_next_number_counts(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "共发放\n12、13两批\n物资"),
                        "p:共发放12、13两批物资");
    assert_string_equal(md_shown(w, "1、甲\n续行\n2、乙\n5、丙"),
                        "i1[1、]:甲续行\ni1[2、]:乙5、丙");
}

static void a_mark_inside_bold_is_a_paragraph(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "**一、问题收。**走访组说"),
                        "p:S(一、问题收。)走访组说");
}

static void blanks_after_a_mark_belong_to_neither(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "一、 甲\n二、　乙"),
                        "i1[一、]:甲\ni1[二、]:乙");
}

static void heads_and_quotes_keep_their_marks(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "## 一、甲\n\n> 一、乙"),
                        "h2:一、甲\nq:一、乙");
}

static void ranks_carry_their_kind(void **state)
{
    world *w = *state;
    bul_source source =
        md_source(w, "一、甲\n\n（一）乙\n\n1.丙\n\n（1）丁\n\n- 戊");
    bul_md_blocks blocks = md_read(w, &source).blocks;
    assert_int_equal(blocks.count, 5);
    for (size_t i = 0; i < blocks.count; i++)
        assert_int_equal(blocks.items[i].mark, i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(lines_that_count_are_items_without_blank_lines),
        WORLD_TEST(every_rank_of_mark_is_known),
        WORLD_TEST(numbers_that_are_no_marks_stay),
        WORLD_TEST(in_the_middle_of_a_text_only_the_next_number_counts),
        WORLD_TEST(a_mark_inside_bold_is_a_paragraph),
        WORLD_TEST(blanks_after_a_mark_belong_to_neither),
        WORLD_TEST(heads_and_quotes_keep_their_marks),
        WORLD_TEST(ranks_carry_their_kind),
    };
    return cmocka_run_group_tests_name("markdown label", tests, NULL, NULL);
}
