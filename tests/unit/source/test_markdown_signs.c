/* SPDX-License-Identifier: MIT */
#include "unit/source/md_shown.h"

static void stars_pair_beside_chinese_punctuation(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "请**强调。**后文"), "p:请S(强调。)后文");
    assert_string_equal(md_shown(w, "说**“甲”**、*《乙》*等"),
                        "p:说S(“甲”)、E(《乙》)等");
    assert_string_equal(md_shown(w, "**一、问题在一线收。**走访组"),
                        "p:S(一、问题在一线收。)走访组");
    assert_string_equal(md_shown(w, "**甲****乙**"), "p:S(甲****乙)");
    assert_string_equal(world_last(w), "");
}

static void stars_nest_and_cross_lines(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "***甲***"), "p:S(E(甲))");
    assert_string_equal(md_shown(w, "**甲*乙*丙**"), "p:S(甲)S(E(乙))S(丙)");
    assert_string_equal(md_shown(w, "***甲*乙**"), "p:S(E(甲))S(乙)");
    assert_string_equal(md_shown(w, "**甲\n乙**丙"), "p:S(甲)S(乙)丙");
    assert_string_equal(world_last(w), "");
}

static void a_star_without_a_partner_is_printed_and_reported(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲**乙\n\n丙**丁"), "p:甲**乙\np:丙**丁");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_UNPAIRED_STAR), 2);
    assert_string_equal(world_last(w),
                        "a.md:3:2: warning: ** has no partner and is printed "
                        "as it is [markdown/unpaired-star]");
}

static void stars_before_a_blank_do_not_open(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲 ** 乙 **丙**"), "p:甲 ** 乙 S(丙)");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_UNPAIRED_STAR), 1);
}

static void a_product_keeps_its_stars(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "共3*4*5格"), "p:共3*4*5格");
    assert_string_equal(world_last(w), "");
}

static void escapes_print_the_sign(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "\\*甲\\* \\[乙\\] \\丙"),
                        "p:*甲* [乙] \\丙");
    assert_string_equal(world_last(w), "");
}

static void underlines_are_blanks_to_fill_in(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "姓名：____电话：____\n\n__a__ _b_"),
                        "p:姓名：____电话：____\np:__a__ _b_");
}

static void code_spans_hide_what_is_in_them(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲`**x**`乙 ``a`b`` `开"),
                        "p:甲C(**x**)乙 C(a`b) `开");
    assert_string_equal(world_last(w), "");
}

static void entities_are_decoded_and_other_ampersands_stay(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "AT&T &amp; &copy;甲 &#8212; &nosuch;乙"),
                        "p:AT&T & ©甲 — &nosuch;乙");
}

static void links_lead_to_web_addresses_only(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "见[甲**乙**](https://a.cn/x_y?b=*1*)和<http://b.cn>"),
        "p:见L(甲)L(S(乙))和L(http://b.cn)");
    assert_string_equal(world_last(w), "");
    assert_string_equal(md_shown(w, "[甲](javascript:x)"), "p:甲");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_LINK_SCHEME), 1);
}

static void link_definitions_are_text(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "[注]: 本文系转载\n\n[a][b] [c]"),
                        "p:[注]: 本文系转载\np:[a][b] [c]");
}

static void html_is_an_error_at_its_line(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "甲<b>乙</b>\n\n<div>\n丙\n</div>\n\n3 < 4"),
        "p:甲乙\np:丙\np:3 < 4");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_HTML), 4);
    assert_string_equal(world_report_at(w, 2), "a.md:3:1: error: HTML cannot "
                                               "be used: <div> "
                                               "[markdown/html]");
}

static void chinese_in_angles_is_text(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "<<通知>>和<意见>"), "p:<<通知>>和<意见>");
    assert_string_equal(world_last(w), "");
}

static void too_many_brackets_are_plain_text(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    for (int i = 0; i < 200 * 1024; i++)
        bul_text_add(&text, BUL_STR("["));
    const char *brackets = bul_cstr(&w->arena, bul_text_str(&text));
    const char *shown = md_shown(w, brackets);
    assert_string_equal(shown + 2, brackets);
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TOO_MANY_SIGNS), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(stars_pair_beside_chinese_punctuation),
        WORLD_TEST(stars_nest_and_cross_lines),
        WORLD_TEST(a_star_without_a_partner_is_printed_and_reported),
        WORLD_TEST(stars_before_a_blank_do_not_open),
        WORLD_TEST(a_product_keeps_its_stars),
        WORLD_TEST(escapes_print_the_sign),
        WORLD_TEST(underlines_are_blanks_to_fill_in),
        WORLD_TEST(code_spans_hide_what_is_in_them),
        WORLD_TEST(entities_are_decoded_and_other_ampersands_stay),
        WORLD_TEST(links_lead_to_web_addresses_only),
        WORLD_TEST(link_definitions_are_text),
        WORLD_TEST(html_is_an_error_at_its_line),
        WORLD_TEST(chinese_in_angles_is_text),
        WORLD_TEST(too_many_brackets_are_plain_text),
    };
    return cmocka_run_group_tests_name("markdown signs", tests, NULL, NULL);
}
