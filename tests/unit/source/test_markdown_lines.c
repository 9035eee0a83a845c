/* SPDX-License-Identifier: MIT */
#include "unit/source/md_shown.h"

static void paragraphs_heads_and_quotes(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "第一段。\n\n## 小标题\n第二段。\n\n> 引文\n> 续\n"),
        "p:第一段。\nh2:小标题\np:第二段。\nq:引文续");
    assert_string_equal(world_last(w), "");
}

static void a_head_without_a_blank_is_still_a_head(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "##小标题\n正文"), "h2:小标题\np:正文");
    assert_string_equal(world_last(w),
                        "a.md:1:1: warning: no space after the # of a heading; "
                        "read as a heading [markdown/heading-space]");
    assert_string_equal(md_shown(w, "#话题#很热"), "p:#话题#很热");
}

static void indents_by_hand_are_dropped_and_begin_a_paragraph(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "　　第一段。\n　　第二段。\n    第三段。\n"
                                    "\t第四段。"),
                        "p:第一段。\np:第二段。\np:第三段。\np:第四段。");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_INDENT), 1);
    assert_int_equal(w->diag.warning_count, 0);
}

static void a_line_of_dashes_is_dropped_and_makes_no_head(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲\n---\n乙\n===\n丙\n\n***\n\n丁"),
                        "p:甲\np:乙\np:丙\np:丁");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_RULE), 3);
}

static void code_fences_are_dropped_and_their_text_set(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "```\n甲\n```\n乙"), "p:甲\np:乙");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_CODE), 2);
}

static void lists_nest_by_their_indent(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "- 甲\n- 乙\n  - 丙\n     - 丁\n- 戊\n\n1. 一\n2. 二\n"),
        "i1[•]:甲\ni1[•]:乙\ni2[•]:丙\ni3[•]:丁\ni1[•]:戊\n"
        "i1[1.]:一\ni1[2.]:二");
    assert_string_equal(world_last(w), "");
}

static void a_list_keeps_the_numbers_that_are_written(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "3. 三\n4. 四\n"), "i1[3.]:三\ni1[4.]:四");
    /* All the same: then they count, as in CommonMark. */
    assert_string_equal(md_shown(w, "1. 甲\n1. 乙\n"), "i1[1.]:甲\ni1[2.]:乙");
    assert_string_equal(md_shown(w, "2024. 三月\n"), "p:2024. 三月");
}

static void a_second_paragraph_of_an_item_is_a_paragraph(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "- 甲\n\n  续段\n- 乙\n"),
                        "i1[•]:甲\np:续段\ni1[•]:乙");
}

static void an_indented_paragraph_ends_a_list(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "　　首段\n\n- 甲\n\n　　后段\n  末段\n"),
                        "p:首段\ni1[•]:甲\np:后段\np:末段");
}

static void two_blanks_or_a_backslash_force_a_break(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "> 一行  \n> 二行\\\n> 三行  \n"),
                        "q:一行/二行/三行");
}

static void deep_lists_and_quotes_are_reported(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    for (int i = 0; i < 20; i++)
        bul_text_addf(&text, "%*s- a\n", 2 * i, "");
    bul_text_add(&text, BUL_STR("\n>>>>>>>>>>>>>>> b\n"));
    md_shown(w, bul_cstr(&w->arena, bul_text_str(&text)));
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TOO_DEEP), 13);
}

static void too_many_lines_are_cut_off(void **state)
{
    world *w = *state;
    size_t len = BUL_MD_MAX_LINES + 10;
    char *text = BUL_NEW(&w->arena, char, len + 1);
    memset(text, '\n', len);
    md_shown(w, text);
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TOO_MANY_LINES), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(paragraphs_heads_and_quotes),
        WORLD_TEST(a_head_without_a_blank_is_still_a_head),
        WORLD_TEST(indents_by_hand_are_dropped_and_begin_a_paragraph),
        WORLD_TEST(a_line_of_dashes_is_dropped_and_makes_no_head),
        WORLD_TEST(code_fences_are_dropped_and_their_text_set),
        WORLD_TEST(lists_nest_by_their_indent),
        WORLD_TEST(a_list_keeps_the_numbers_that_are_written),
        WORLD_TEST(a_second_paragraph_of_an_item_is_a_paragraph),
        WORLD_TEST(an_indented_paragraph_ends_a_list),
        WORLD_TEST(two_blanks_or_a_backslash_force_a_break),
        WORLD_TEST(deep_lists_and_quotes_are_reported),
        WORLD_TEST(too_many_lines_are_cut_off),
    };
    return cmocka_run_group_tests_name("markdown lines", tests, NULL, NULL);
}
