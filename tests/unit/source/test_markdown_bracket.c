/* SPDX-License-Identifier: MIT */
#include "unit/source/md_shown.h"

static void a_bracket_marks_its_text(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲[乙]{着重号}丙[丁]{专名}戊"),
                        "p:甲D(乙)丙N(丁)戊");
    assert_string_equal(md_shown(w, "[甲]{浪线}[乙]{下划线}"), "p:W(甲)U(乙)");
    assert_string_equal(md_shown(w, "[甲]{专名 着重号}"), "p:D(N(甲))");
    assert_string_equal(md_shown(w, "职工[工会]{拼音=gōng huì}之家"),
                        "p:职工R(工会=gōng huì)之家");
    assert_string_equal(world_last(w), "");
}

static void brackets_stand_wherever_text_does(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "## 记[甲]{专名}\n"), "h2:记N(甲)");
    assert_string_equal(md_shown(w, "- [甲]{专名}\n- 乙[丙]{dots}"),
                        "i1[•]:N(甲)\ni1[•]:乙D(丙)");
    assert_string_equal(md_shown(w, "一、[甲]{专名}乙"), "i1[一、]:N(甲)乙");
    assert_string_equal(md_shown(w, "> 引[甲]{专名}"), "q:引N(甲)");
    assert_string_equal(md_shown(w, "|[甲]{专名}|乙|\n|-|-|\n|丙|[丁]{line}|"),
                        "t:N(甲)|乙;丙|U(丁)");
    assert_string_equal(md_shown(w, "![站台上的[甲]{人名}](a.jpg \"乙\")"),
                        "f:站台上的N(甲)@a.jpg#乙");
    assert_string_equal(md_shown(w, "::: 资料 题\n[甲]{专名}\n:::"),
                        "b(资料 题){p:N(甲)}");
    assert_string_equal(world_last(w), "");
}

static void stars_code_and_links_stand_inside_and_around(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "[甲**乙**丙]{专名}"),
                        "p:N(甲)S(N(乙))N(丙)");
    assert_string_equal(md_shown(w, "**甲[乙]{专名}丙**"),
                        "p:S(甲)S(N(乙))S(丙)");
    assert_string_equal(md_shown(w, "**[甲**乙]{专名}"), "p:S(N(甲))N(乙)");
    assert_string_equal(md_shown(w, "[甲`a]{dots}`乙]{专名}"),
                        "p:N(甲)N(C(a]{dots}))N(乙)");
    assert_string_equal(md_shown(w, "[见[网](http://a.cn)]{专名}"),
                        "p:N(见)L(N(网))");
    assert_string_equal(md_shown(w, "[见[工会]{专名}网](http://a.cn)"),
                        "p:L(见)L(N(工会))L(网)");
    assert_string_equal(md_shown(w, "[甲&lt;乙]{专名}"), "p:N(甲)N(<)N(乙)");
    assert_string_equal(world_last(w), "");
}

static void a_bracket_may_run_over_a_line_end(void **state)
{
    world *w = *state;
    bul_source source = md_source(w, "[甲\n乙]{专名}\n丙");
    bul_md_runs runs = md_read(w, &source).blocks.items[0].runs;
    assert_int_equal(runs.count, 3);
    assert_int_equal(runs.items[0].group, 1);
    assert_int_equal(runs.items[1].group, 1);
    assert_int_equal(runs.items[2].group, 0);
    assert_string_equal(md_shown(w, "[two\nwords]{wave} on"),
                        "p:W(two)W( words) on");
}

static void every_bracket_has_a_number_of_its_own(void **state)
{
    world *w = *state;
    bul_source source =
        md_source(w, "[甲]{专名}[**乙**丙]{专名}\n\n|[丁]{wave}|\n|-|\n");
    bul_md_blocks blocks = md_read(w, &source).blocks;
    bul_md_runs runs = blocks.items[0].runs;
    assert_int_equal(runs.count, 3);
    assert_int_equal(runs.items[0].group, 1);
    assert_int_equal(runs.items[1].group, 2);
    assert_int_equal(runs.items[2].group, 2);
    assert_int_equal(blocks.items[1].table->cells[0].items[0].group, 3);
}

static void the_line_around_keeps_its_runs_together(void **state)
{
    world *w = *state;
    bul_source source = md_source(
        w,
        "[毛]{专名}、[[泽]{拼音=zé}[东]{拼音=dōng}]{专名}[[甲]{专名}]{dots}");
    bul_md_runs runs = md_read(w, &source).blocks.items[0].runs;
    assert_int_equal(runs.count, 5);
    assert_int_equal(runs.items[2].group, runs.items[3].group);
    assert_int_not_equal(runs.items[0].group, runs.items[2].group);
    assert_ptr_not_equal(runs.items[2].ruby.ptr, runs.items[3].ruby.ptr);
    /* Dots are for each character: the name inside them has its own line. */
    assert_int_equal(runs.items[4].style, BUL_MD_DOTS | BUL_MD_NAME);
    assert_int_not_equal(runs.items[4].group, runs.items[3].group);
}

static void runs_of_one_reading_share_its_slice(void **state)
{
    world *w = *state;
    bul_source source = md_source(w, "[工**会**]{拼音=gōng huì}");
    bul_md_runs runs = md_read(w, &source).blocks.items[0].runs;
    assert_int_equal(runs.count, 2);
    assert_ptr_equal(runs.items[0].ruby.ptr, runs.items[1].ruby.ptr);
    assert_int_equal(runs.items[0].group, runs.items[1].group);
}

static void the_attributes_of_a_block_still_end_it(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲[乙]{专名}{不拆}"), "p:甲N(乙){不拆=}");
    assert_string_equal(md_shown(w, "甲[乙]{专名} {不拆}"), "p:甲N(乙){不拆=}");
    assert_string_equal(md_shown(w, "[图]{不拆}"), "p:[图]{不拆=}");
    assert_string_equal(md_shown(w, "甲{不拆}"), "p:甲{不拆=}");
    assert_string_equal(world_last(w), "");
}

static void other_brackets_stay_as_they_are(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "见[1]和[甲] {乙}丙"),
                        "p:见[1]和[甲] {乙}丙");
    assert_string_equal(md_shown(w, "集[1,2]{3,4}、[甲]{}"),
                        "p:集[1,2]{3,4}、[甲]{}");
    assert_string_equal(md_shown(w, "\\[甲]{专名}乙"), "p:[甲]{专名}乙");
    assert_string_equal(md_shown(w, "甲]{专名}乙"), "p:甲]{专名}乙");
    assert_string_equal(md_shown(w, "【要闻】甲［1］乙"),
                        "p:【要闻】甲［1］乙");
    assert_string_equal(md_shown(w, "【甲】{乙}丙"), "p:【甲】{乙}丙");
    assert_string_equal(md_shown(w, "`[甲]{专名}`"), "p:C([甲]{专名})");
    assert_string_equal(world_last(w), "");
}

static void full_width_brackets_will_do(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "【工会】｛拼音＝gōng huì｝之家"),
                        "p:R(工会=gōng huì)之家");
    assert_string_equal(md_shown(w, "［甲］{专名}"), "p:N(甲)");
    assert_string_equal(md_shown(w, "[甲]｛专名｝乙"), "p:N(甲)乙");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_WIDE_SIGN), 3);
    assert_string_equal(md_shown(w, "【[甲】]{专名}"), "p:【N(甲】)");
}

static void an_unknown_name_is_reported_with_the_nearest(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲[乙]{专命}丙"), "p:甲乙丙");
    assert_string_equal(world_last(w),
                        "a.md:1:6: error: '专命' after the bracket is no mark; "
                        "only the text was set [markdown/bracket-name]");
    bul_diag_entry *entry = BUL_LAST(&w->diag.entries);
    assert_int_equal(entry->id, BUL_MSG_MARKDOWN_BRACKET_NAME_NEAR);
    assert_string_equal(world_cstr(w, entry->args.at[1]), "专名");
    assert_string_equal(md_shown(w, "甲[乙]{斜体 着重}丙"), "p:甲D(乙)丙");
    assert_int_equal(BUL_LAST(&w->diag.entries)->id,
                     BUL_MSG_MARKDOWN_BRACKET_NAME);
}

static void a_brace_that_is_not_closed_is_printed(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲[乙]{专名\n丙}"), "p:甲[乙]{专名丙}");
    assert_string_equal(world_last(w),
                        "a.md:1:5: warning: the brace after the bracket is not "
                        "closed on its line; it is printed as it is "
                        "[markdown/bracket-open]");
    assert_string_equal(md_shown(w, "甲[乙]{专名，[丙]{line}"),
                        "p:甲[乙]{专名，U(丙)");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_BRACKET_OPEN), 2);
}

static void a_bracket_without_text_is_reported(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲[]{专名}乙"), "p:甲乙");
    assert_string_equal(world_last(w),
                        "a.md:1:5: warning: the bracket before '专名' holds no "
                        "text; nothing was marked [markdown/bracket-empty]");
    assert_string_equal(md_shown(w, "甲[ ]{着重号}乙"), "p:甲 乙");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_BRACKET_EMPTY), 2);
}

static void a_line_under_blanks_is_to_be_filled_in(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "签名：[　　　]{下划线}"),
                        "p:签名：U(　　　)");
    assert_string_equal(world_last(w), "");
}

static void a_reading_longer_than_its_hanzi_is_reported(void **state)
{
    world *w = *state;
    md_shown(w, "[工会]{拼音=gōng huì}[重庆市]{拼音=chóng qìng}");
    md_shown(w, "[UN]{ruby=\"United Nations Organisation\"}");
    assert_string_equal(world_last(w), "");
    assert_string_equal(md_shown(w, "[工**会**]{拼音=zǒng gōng huì}"),
                        "p:R(工=zǒng gōng huì)S(R(会=zǒng gōng huì))");
    assert_string_equal(world_last(w),
                        "a.md:1:9: warning: 3 syllables over 2 characters: "
                        "they were not set one to one, but over the whole "
                        "[markdown/reading]");
}

static void the_inner_of_two_readings_stays(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "[甲[乙]{拼音=yǐ}]{专名 拼音=jiǎ yǐ}"),
                        "p:N(甲)N(R(乙=yǐ))");
    assert_string_equal(world_last(w),
                        "a.md:1:14: warning: one reading within another: the "
                        "outer 'jiǎ yǐ' was not used [markdown/reading]");
}

static void brackets_too_deep_are_reported(void **state)
{
    world *w = *state;
    md_shown(w, "[[[[[[[[甲]{dots}]{dots}]{dots}]{dots}]{dots}]{dots}]{dots}]"
                "{dots}");
    assert_string_equal(world_last(w), "");
    md_shown(w, "[[[[[[[[[甲]{dots}]{dots}]{dots}]{dots}]{dots}]{dots}]{dots}]"
                "{dots}]{dots}");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TOO_DEEP), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_bracket_marks_its_text),
        WORLD_TEST(brackets_stand_wherever_text_does),
        WORLD_TEST(stars_code_and_links_stand_inside_and_around),
        WORLD_TEST(a_bracket_may_run_over_a_line_end),
        WORLD_TEST(every_bracket_has_a_number_of_its_own),
        WORLD_TEST(the_line_around_keeps_its_runs_together),
        WORLD_TEST(runs_of_one_reading_share_its_slice),
        WORLD_TEST(the_attributes_of_a_block_still_end_it),
        WORLD_TEST(other_brackets_stay_as_they_are),
        WORLD_TEST(full_width_brackets_will_do),
        WORLD_TEST(an_unknown_name_is_reported_with_the_nearest),
        WORLD_TEST(a_brace_that_is_not_closed_is_printed),
        WORLD_TEST(a_bracket_without_text_is_reported),
        WORLD_TEST(a_line_under_blanks_is_to_be_filled_in),
        WORLD_TEST(a_reading_longer_than_its_hanzi_is_reported),
        WORLD_TEST(the_inner_of_two_readings_stays),
        WORLD_TEST(brackets_too_deep_are_reported),
    };
    return cmocka_run_group_tests_name("markdown brackets", tests, NULL, NULL);
}
