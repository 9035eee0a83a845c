/* SPDX-License-Identifier: MIT */
#include "unit/source/md_shown.h"

static const bul_md_table *table_of(world *w, const char *text)
{
    bul_source source = md_source(w, text);
    bul_md_blocks blocks = md_read(w, &source).blocks;
    assert_true(blocks.count > 0);
    assert_int_equal(blocks.items[0].kind, BUL_MD_TABLE);
    return blocks.items[0].table;
}

static void pipes_make_a_table(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "前文\n| 县区 | 人数 |\n|---|--:|\n"
                                    "| 东河 | **8** |\n后文"),
                        "p:前文\nt:县区|人数;东河|S(8)\np:后文");
    assert_string_equal(world_last(w), "");
}

static void the_second_line_sets_the_alignment(void **state)
{
    world *w = *state;
    const bul_md_table *table =
        table_of(w, "甲|乙|丙|丁\n:--|:-:|--:|---\n1|2|3|4\n");
    assert_int_equal(table->column_count, 4);
    assert_int_equal(table->aligns[0], BUL_MD_LEFT);
    assert_int_equal(table->aligns[1], BUL_MD_CENTER);
    assert_int_equal(table->aligns[2], BUL_MD_RIGHT);
    assert_int_equal(table->aligns[3], BUL_MD_LEFT);
}

static void title_and_notes_stand_above_and_below(void **state)
{
    world *w = *state;
    const bul_md_table *table = table_of(
        w, "表：入会人数\n单位：人\n|甲|乙|\n|-|-|\n|1|2|\n注：截至11月\n");
    assert_true(bul_str_equal(table->title.text, BUL_STR("入会人数")));
    assert_true(
        bul_str_equal(table->note.text, BUL_STR("单位：人　注：截至11月")));
    assert_int_equal(table->row_count, 2);
}

static void cells_may_hold_escaped_pipes_and_code(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "|甲|乙|\n|-|-|\n|a\\|b|`x|y`|\n|[c](http://d.cn)||\n"),
        "t:甲|乙;a|b|C(x|y);L(c)|");
    assert_string_equal(world_last(w), "");
}

static void a_lone_backtick_hides_no_pipe(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "|甲|乙|\n|-|-|\n|a`|b|\n"),
                        "t:甲|乙;a`|b");
}

static void cells_are_no_lists_or_heads(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "|- 甲|# 乙 &amp;|\n|-|-|\n|1. a|> b|\n"),
                        "t:- 甲|# 乙 &;1. a|> b");
}

static void rows_of_another_length_are_reported(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "|甲|乙|\n|-|-|\n|1|\n|1|2|3|\n"),
                        "t:甲|乙;1|;1|2|3");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TABLE_CELLS_FEWER), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TABLE_CELLS_MORE), 1);
    assert_int_equal(w->diag.error_count, 1);
}

static void a_table_without_its_rule_is_still_a_table(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "|甲|乙|\n|1|2|\n"), "t:甲|乙;1|2");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TABLE_RULE), 1);
}

static void rows_without_outer_pipes_are_a_table_too(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "前\n\n甲 | 乙\n1 | 2\n3 | 4\n\n后"),
                        "p:前\nt:甲|乙;1|2;3|4\np:后");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TABLE_RULE), 1);
    assert_string_equal(md_shown(w, "> 甲|乙\n> 丙|丁"), "q:甲|乙丙|丁");
}

static void a_pipe_in_a_text_is_no_table(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲|乙\n丙\n\n表：丁\n\n单位：人"),
                        "p:甲|乙丙\np:表：丁\np:单位：人");
}

static void a_line_of_pipes_alone_is_text(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "|\n|甲|\n|-|\n\n||\n|-|"),
                        "p:|\nt:甲\np:|| |-|");
}

static void tables_have_limits(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("|a|\n|-|\n"));
    for (int i = 0; i <= BUL_MD_MAX_ROWS; i++)
        bul_text_add(&text, BUL_STR("|1|\n"));
    md_shown(w, bul_cstr(&w->arena, bul_text_str(&text)));
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TABLE_SIZE), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(pipes_make_a_table),
        WORLD_TEST(the_second_line_sets_the_alignment),
        WORLD_TEST(title_and_notes_stand_above_and_below),
        WORLD_TEST(cells_may_hold_escaped_pipes_and_code),
        WORLD_TEST(a_lone_backtick_hides_no_pipe),
        WORLD_TEST(cells_are_no_lists_or_heads),
        WORLD_TEST(rows_of_another_length_are_reported),
        WORLD_TEST(a_table_without_its_rule_is_still_a_table),
        WORLD_TEST(rows_without_outer_pipes_are_a_table_too),
        WORLD_TEST(a_pipe_in_a_text_is_no_table),
        WORLD_TEST(a_line_of_pipes_alone_is_text),
        WORLD_TEST(tables_have_limits),
    };
    return cmocka_run_group_tests_name("markdown table", tests, NULL, NULL);
}
