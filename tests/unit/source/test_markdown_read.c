/* SPDX-License-Identifier: MIT */
#include "unit/source/md_shown.h"

static void a_box_has_a_kind_a_title_and_blocks(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "甲\n::: 资料链接 什么是 驿站\n一段。\n- 项\n:::\n乙"),
        "p:甲\nb(资料链接 什么是 驿站){p:一段。\ni1[•]:项}\np:乙");
    assert_string_equal(world_last(w), "");
}

static void a_box_may_hold_one_more_but_no_deeper(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "::: 甲\n:::: 乙 题\n内\n::::\n外\n:::\n"),
                        "b(甲 ){b(乙 题){p:内}\np:外}");
    assert_string_equal(world_last(w), "");
    assert_string_equal(md_shown(w, "::: 甲\n::: 乙\n::: 丙\n内\n:::\n:::\n"
                                    ":::\n后"),
                        "b(甲 ){b(乙 ){p:内}}\np:后");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_BOX_NESTING), 1);
    assert_int_equal(w->diag.error_count, 1);
}

static void boxes_open_and_close_in_pairs(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲\n:::\n乙"), "p:甲\np:乙");
    assert_string_equal(world_last(w), "a.md:2:1: error: this ::: closes no "
                                       "box [markdown/box-close]");
    assert_string_equal(md_shown(w, "甲\n::: 数字 题\n乙"),
                        "p:甲\nb(数字 题){p:乙}");
    assert_string_equal(world_last(w),
                        "a.md:2:1: error: the box that begins here is never "
                        "closed [markdown/box-open]");
}

static void full_width_colons_make_a_box_too(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "：：：数字　今冬\n**400**\n：：：\n"),
                        "b(数字 今冬){p:S(400)}");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_WIDE_SIGN), 2);
}

static void a_box_may_hold_a_table_and_a_figure(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "::: 数字\n|甲|\n|-|\n|1|\n:::\n\n::: 图\n![a](b.jpg)\n"
                    ":::"),
        "b(数字 ){t:甲;1}\nb(图 ){f:a@b.jpg#}");
}

static void text_after_a_box_stays_apart(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲\n::: 盒\n:::\n乙"),
                        "p:甲\nb(盒 ){}\np:乙");
}

static void too_many_blocks_are_cut_off(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    for (int i = 0; i < BUL_MD_MAX_BLOCKS + 5; i++)
        bul_text_add(&text, BUL_STR("# a\n"));
    md_shown(w, bul_cstr(&w->arena, bul_text_str(&text)));
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TOO_MANY), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_box_has_a_kind_a_title_and_blocks),
        WORLD_TEST(a_box_may_hold_one_more_but_no_deeper),
        WORLD_TEST(boxes_open_and_close_in_pairs),
        WORLD_TEST(full_width_colons_make_a_box_too),
        WORLD_TEST(a_box_may_hold_a_table_and_a_figure),
        WORLD_TEST(text_after_a_box_stays_apart),
        WORLD_TEST(too_many_blocks_are_cut_off),
    };
    return cmocka_run_group_tests_name("markdown read", tests, NULL, NULL);
}
