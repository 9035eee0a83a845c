/* SPDX-License-Identifier: MIT */
#include "layout/pattern.h"
#include "support/world.h"

static bul_issue *issue_with(world *w, const char *name, const char *value)
{
    bul_issue *issue = BUL_NEW(&w->arena, bul_issue, 1);
    *BUL_PUSH(&w->arena, &issue->variables) =
        (bul_variable){bul_str_from(name), {bul_str_from(value), {2, 10, 20}}};
    return issue;
}

static const char *fill_with(world *w, const bul_pattern_values *values,
                             const char *pattern)
{
    bul_span span;
    return world_cstr(
        w, bul_pattern_fill(&w->arena, bul_str_from(pattern), values, &span));
}

static const char *fill(world *w, const bul_issue *issue, const char *pattern)
{
    bul_pattern_values values = {issue, 3, 8};
    return fill_with(w, &values, pattern);
}

static void values_take_the_place_of_their_names(void **state)
{
    world *w = *state;
    bul_issue *issue = issue_with(w, "issue", "37");
    assert_string_equal(fill(w, issue, "第{issue}期"), "第37期");
    assert_string_equal(fill(w, issue, "{issue}{issue}"), "3737");
}

static void a_bracket_vanishes_when_a_value_in_it_is_empty(void **state)
{
    world *w = *state;
    bul_issue *issue = issue_with(w, "issue", "37");
    assert_string_equal(fill(w, issue, "第{issue}期[（总第{total}期）]"),
                        "第37期");
    assert_string_equal(fill(w, issue, "[{total}{issue}]第[{issue}]期"),
                        "第37期");
}

static void an_empty_value_outside_brackets_empties_the_whole(void **state)
{
    world *w = *state;
    bul_issue *issue = issue_with(w, "issue", "37");
    assert_string_equal(fill(w, issue, "报：{report_to}"), "");
    assert_string_equal(fill(w, issue, "{issue} {report_to}"), "");
}

static void pages_are_counted(void **state)
{
    world *w = *state;
    assert_string_equal(
        fill(w, issue_with(w, "slogan", "b"), "— {page}/{pages} —"), "— 3/8 —");
}

static void a_page_may_have_a_title_and_an_editor(void **state)
{
    world *w = *state;
    bul_issue *issue = issue_with(w, "slogan", "b");
    *BUL_PUSH(&w->arena, &issue->pages) =
        (bul_page_plan){.page = 3,
                        .title = {BUL_STR("要闻"), {0}},
                        .editor = {BUL_STR("林"), {0}}};
    assert_string_equal(fill(w, issue, "{page_title}[ {page_editor}]"),
                        "要闻 林");
    bul_pattern_values other = {issue, 4, 8};
    assert_string_equal(fill_with(w, &other, "{page_title}"), "");
}

static void names_may_be_chinese(void **state)
{
    world *w = *state;
    bul_issue *issue = issue_with(w, "issue", "37");
    assert_string_equal(fill(w, issue, "第{期号}期 {版次}/{版数}"),
                        "第37期 3/8");
}

static void a_value_is_not_read_again(void **state)
{
    world *w = *state;
    assert_string_equal(
        fill(w, issue_with(w, "slogan", "{page}[x]"), "{slogan}"), "{page}[x]");
}

static void unfinished_signs_are_printed_as_they_stand(void **state)
{
    world *w = *state;
    bul_issue *issue = issue_with(w, "issue", "37");
    assert_string_equal(fill(w, issue, "a{issue"), "a{issue");
    assert_string_equal(fill(w, issue, "a[b"), "ab");
    assert_string_equal(fill(w, issue, ""), "");
    assert_string_equal(fill(w, issue, "无值"), "无值");
}

static void the_place_is_that_of_the_first_value(void **state)
{
    world *w = *state;
    bul_issue *issue = issue_with(w, "issue", "37");
    bul_pattern_values values = {issue, 1, 1};
    bul_span span;
    bul_pattern_fill(&w->arena, BUL_STR("{page} 第{issue}期"), &values, &span);
    assert_int_equal(span.file, 2);
    assert_int_equal(span.start, 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(values_take_the_place_of_their_names),
        WORLD_TEST(a_bracket_vanishes_when_a_value_in_it_is_empty),
        WORLD_TEST(an_empty_value_outside_brackets_empties_the_whole),
        WORLD_TEST(pages_are_counted),
        WORLD_TEST(a_page_may_have_a_title_and_an_editor),
        WORLD_TEST(names_may_be_chinese),
        WORLD_TEST(a_value_is_not_read_again),
        WORLD_TEST(unfinished_signs_are_printed_as_they_stand),
        WORLD_TEST(the_place_is_that_of_the_first_value),
    };
    return cmocka_run_group_tests_name("pattern", tests, NULL, NULL);
}
