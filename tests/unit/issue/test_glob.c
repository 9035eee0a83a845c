/* SPDX-License-Identifier: MIT */
#include "issue/glob.h"
#include "support/world.h"

static bool matches(const char *pattern, const char *name)
{
    return bul_glob_match(bul_str_from(pattern), bul_str_from(name));
}

static void a_star_stands_for_any_characters(void **state)
{
    (void)state;
    assert_true(matches("*.md", "送温暖.md"));
    assert_true(matches("*", "a"));
    assert_true(matches("a*b*c", "aXbYbZc"));
    assert_true(matches("a**", "a"));
    assert_false(matches("*.md", "a.txt"));
    assert_false(matches("a*b*c", "aXbY"));
}

static void a_question_mark_stands_for_one_character(void **state)
{
    (void)state;
    assert_true(matches("?.md", "甲.md"));
    assert_false(matches("?.md", "甲乙.md"));
    assert_false(matches("?", ""));
}

static void hidden_files_are_left_alone(void **state)
{
    (void)state;
    assert_false(matches("*.md", ".a.md"));
    assert_true(matches(".*.md", ".a.md"));
}

static void many_stars_do_not_take_for_ever(void **state)
{
    (void)state;
    char name[2001];
    memset(name, 'a', 2000);
    name[2000] = '\0';
    assert_false(matches("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", name));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_star_stands_for_any_characters),
        cmocka_unit_test(a_question_mark_stands_for_one_character),
        cmocka_unit_test(hidden_files_are_left_alone),
        cmocka_unit_test(many_stars_do_not_take_for_ever),
    };
    return cmocka_run_group_tests_name("glob", tests, NULL, NULL);
}
