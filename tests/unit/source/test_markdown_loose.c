/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit/source/md_shown.h"

static const char *regular(world *w, const char *text)
{
    bul_source source = md_source(w, text);
    bul_md_part part = {.source = &source, .to = source.text.len};
    part.is_normalized = true;
    return md_shown_part(w, part);
}

static void dots_and_dashes_beside_chinese_become_chinese(void **state)
{
    static const char *const cases[][2] = {
        {"他说...算了", "p:他说……算了"},
        {"甲--乙", "p:甲——乙"},
        {"甲---乙", "p:甲——乙"},
        {"甲。。。", "p:甲……"},
        {"甲…乙", "p:甲……乙"},
        {"甲......乙", "p:甲……乙"},
        {"甲----乙", "p:甲——乙"},
        {"“...”他说", "p:“……”他说"},
        {"OK...好", "p:OK……好"},
        {"--王小明", "p:——王小明"},
        {"**甲**...乙", "p:S(甲)……乙"},
        {"x...**甲**", "p:x……S(甲)"},
        {"甲 -- 乙", "p:甲 —— 乙"},
        {"甲\n...", "p:甲……"},
        {"[甲...]{专名}x", "p:N(甲)N(……)x"},
        {"[甲--乙](http://a.cn/x)", "p:L(甲)L(——)L(乙)"},
        {"|甲...|\n|-|\n", "t:甲……"},
        {"![甲--乙](a--b.jpg)", "f:甲——乙@a--b.jpg#"},
        {"甲[^1]\n\n[^1]: 乙...", "p:甲^1\n^1[1]:乙……"}};
    world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(regular(w, cases[i][0]), cases[i][1]);
}

static void other_dots_and_dashes_stay(void **state)
{
    static const char *const cases[] = {
        "wait... what",     "a--b",        "1...9",
        "甲..乙",           "甲.......乙", "甲-----乙",
        "甲……乙",           "甲——乙",      "甲-乙",
        "甲。。乙",         "甲—乙",       "so “...” he",
        "http://a.cn/--甲", "甲（x--y）乙"};
    world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(regular(w, cases[i]) + strlen("p:"), cases[i]);
    assert_string_equal(regular(w, "甲`...`乙"), "p:甲C(...)乙");
    assert_string_equal(regular(w, "甲`a--乙`丙"), "p:甲C(a--乙)丙");
    assert_string_equal(regular(w, "<http://a.cn/--甲>"),
                        "p:L(http://a.cn/--甲)");
    assert_string_equal(regular(w, "甲\\...乙"), "p:甲...乙");
}

static void nothing_changes_unless_asked_for(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲...乙--丙…"), "p:甲...乙--丙…");
}

/* Where lengths are equal, so are the bytes: six dots must not pass for the
 * two signs that are set for them. */
static void what_is_changed_is_never_as_long_as_its_span(void **state)
{
    world *w = *state;
    static const char *const texts[] = {"甲...", "甲......", "甲--", "甲。。。",
                                        "甲…"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        bul_source source = md_source(w, texts[i]);
        bul_md_part part = {.source = &source, .to = source.text.len};
        part.is_normalized = true;
        bul_md_runs runs =
            bul_md_read(&w->arena, &w->diag, part).blocks.items[0].runs;
        assert_int_equal(runs.count, 2);
        bul_md_run run = runs.items[1];
        assert_int_equal(run.span.start, strlen("甲"));
        assert_true(run.span.end <= source.text.len);
        assert_int_not_equal(run.span.end - run.span.start, run.text.len);
    }
}

static const char *shown_in_corners(world *w, const char *text)
{
    bul_source source = md_source(w, text);
    bul_md_part part = {.source = &source,
                        .to = source.text.len,
                        .is_normalized = true,
                        .has_corner_quotes = true};
    bul_md_runs runs =
        bul_md_read(&w->arena, &w->diag, part).blocks.items[0].runs;
    bul_text shown = bul_text_in(&w->arena);
    for (size_t i = 0; i < runs.count; i++)
        bul_text_add(&shown, runs.items[i].text);
    return bul_cstr(&w->arena, bul_text_str(&shown));
}

static void
curly_quotes_become_corners_where_the_language_has_them(void **state)
{
    world *w = *state;
    assert_string_equal(shown_in_corners(w, "他說：“這是‘軟體’。”"),
                        "他說：「這是『軟體』。」");
    assert_string_equal(shown_in_corners(w, "see “that” and it’s"),
                        "see “that” and it’s");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(dots_and_dashes_beside_chinese_become_chinese),
        WORLD_TEST(other_dots_and_dashes_stay),
        WORLD_TEST(nothing_changes_unless_asked_for),
        WORLD_TEST(curly_quotes_become_corners_where_the_language_has_them),
        WORLD_TEST(what_is_changed_is_never_as_long_as_its_span),
    };
    return cmocka_run_group_tests_name("markdown loose", tests, NULL, NULL);
}
