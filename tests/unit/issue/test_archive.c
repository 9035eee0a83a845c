/* SPDX-License-Identifier: MIT */
#include "issue/read.h"
#include "support/world.h"

#define PAST(number, total, date)                                              \
    "名称: 一周工运\n期号: " number "\n总期号: " total "\n日期: " date         \
    "\n稿件: [没有.md]\n坏键: x\n"

/* Reads an issue of these keys; all else in the world has been put before. */
static const char *said_of(world *w, const char *keys)
{
    static const char head[] = "名称: 一周工运\n稿件: [a.md]\n往期: 归档\n";
    world_put(w, "期/a.md", "---\ntitle: 甲\n---\n文\n");
    world_put_bytes(
        w, "期/issue.yaml",
        bul_str_join(&w->arena, bul_str_from(head), bul_str_from(keys)));
    w->diag.entries.count = 0;
    assert_non_null(bul_issue_read(&w->arena, &w->files, &w->diag,
                                   BUL_STR("期/issue.yaml")));
    w->puts.count -= 2;
    return world_last(w);
}

static void put_two(world *w)
{
    world_put(w, "期/归档/44.yaml", PAST("44", "310", "2026-11-06"));
    world_put(w, "期/归档/第43期/issue.yaml", PAST("43", "309", "2026-10-30"));
}

static void the_next_number_is_silent(void **state)
{
    world *w = *state;
    put_two(w);
    assert_string_equal(said_of(w, "期号: 45\n总期号: 311\n日期: 2026-11-13\n"),
                        "");
    assert_string_equal(said_of(w, "日期: 2026-11-13\n"), "");
}

static void a_gap_names_what_is_missing(void **state)
{
    world *w = *state;
    put_two(w);
    assert_string_equal(
        said_of(w, "期号: 46\n总期号: 311\n日期: 2026-11-20\n"),
        "期/issue.yaml:4:5: warning: '期号' is 46, but the latest in the "
        "archive is 44 (归档/44.yaml): 45 is missing [issue/number-gap]");
    assert_string_equal(
        said_of(w, "issue: 45\ntotal: 315\n日期: 2026-11-20\n"),
        "期/issue.yaml:5:8: warning: 'total' is 315, but the latest in the "
        "archive is 310 (归档/44.yaml): 311-314 is missing "
        "[issue/number-gap]");
    assert_int_equal(w->diag.entries.count, 1);
}

static void a_number_used_before_is_reported(void **state)
{
    world *w = *state;
    put_two(w);
    assert_string_equal(said_of(w, "期号: 43\n日期: 2026-11-13\n"),
                        "期/issue.yaml:4:5: warning: '期号' 43 was used before "
                        "(归档/第43期/issue.yaml) [issue/number-repeat]");
    const char *hint = world_cstr(
        w, bul_message_hint(&w->arena, BUL_MSG_ISSUE_NUMBER_REPEAT, BUL_ENGLISH,
                            &w->diag.entries.items[0].args));
    assert_string_equal(hint, "the next that is free is 45");
}

static void an_earlier_issue_may_be_made_again(void **state)
{
    world *w = *state;
    put_two(w);
    world_put(w, "期/归档/46.yaml", PAST("46", "312", "2026-11-20"));
    assert_string_equal(said_of(w, "期号: 45\n总期号: 311\n日期: 2026-11-13\n"),
                        "");
}

static void a_copy_of_the_issue_itself_does_not_count(void **state)
{
    world *w = *state;
    static const char own[] = "名称: 一周工运\n稿件: [a.md]\n往期: 归档\n"
                              "期号: 45\n日期: 2026-11-13\n";
    put_two(w);
    world_put(w, "期/归档/45.yaml", own);
    assert_string_equal(said_of(w, "期号: 45\n日期: 2026-11-13\n"), "");
    said_of(w, "期号: 45\n日期: 2026-11-13\n印数: 8\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NUMBER_REPEAT), 1);
}

static void the_file_itself_does_not_count(void **state)
{
    world *w = *state;
    world_put(w, "44.yaml", PAST("44", "310", "2026-11-06"));
    world_put(w, "a.md", "---\ntitle: 甲\n---\n文\n");
    world_put(w, "issue.yaml",
              "名称: 一周工运\n稿件: [a.md]\n期号: 46\n往期: .\n");
    bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("issue.yaml"));
    assert_int_equal(w->diag.entries.count, 1);
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NUMBER_GAP), 1);
}

static void another_publication_does_not_count(void **state)
{
    world *w = *state;
    world_put(w, "期/归档/a.yaml", "名称: 工会通讯\n期号: 44\n");
    assert_string_equal(said_of(w, "期号: 46\n"), "");
    world_put(w, "期/归档/b.yaml", "期号: 44\n");
    said_of(w, "期号: 46\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NUMBER_GAP), 1);
}

static void numbers_of_another_year_are_none_of_this(void **state)
{
    world *w = *state;
    world_put(w, "期/归档/旧1.yaml", PAST("1", "300", "2025-01-03"));
    assert_string_equal(said_of(w, "期号: 1\n日期: 2026-01-02\n"), "");
    world_put(w, "期/归档/旧2.yaml", PAST("2", "301", "2025-01-10"));
    world_put(w, "期/归档/新1.yaml", PAST("1", "311", "2026-01-02"));
    assert_string_equal(said_of(w, "期号: 2\n日期: 2026-01-09\n"), "");
    said_of(w, "期号: 2\n日期: 2025-01-17\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NUMBER_REPEAT), 1);
    said_of(w, "期号: 2\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NUMBER_REPEAT), 1);
}

static void a_year_may_begin_with_one_or_go_on(void **state)
{
    world *w = *state;
    world_put(w, "期/归档/50.yaml", PAST("50", "310", "2025-12-26"));
    assert_string_equal(said_of(w, "期号: 1\n日期: 2026-01-02\n"), "");
    assert_string_equal(said_of(w, "期号: 51\n日期: 2026-01-02\n"), "");
    said_of(w, "期号: 52\n日期: 2026-01-02\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NUMBER_GAP), 1);
    said_of(w, "期号: 50\n日期: 2026-01-02\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NUMBER_REPEAT), 1);
    world_put(w, "期/归档/1.yaml", PAST("1", "311", "2026-01-02"));
    assert_string_equal(said_of(w, "期号: 2\n日期: 2026-01-09\n"), "");
    said_of(w, "期号: 3\n日期: 2026-01-16\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NUMBER_GAP), 1);
    said_of(w, "期号: 2\n总期号: 310\n日期: 2026-01-09\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NUMBER_REPEAT), 1);
}

static void the_archive_lies_beneath_the_issue(void **state)
{
    world *w = *state;
    assert_string_equal(said_of(w, "期号: 3\n"),
                        "期/issue.yaml:3:5: warning: there is no folder '归档' "
                        "of earlier issues; numbers were not checked "
                        "[issue/no-archive]");
    world_put(w, "老/1.yaml", "期号: 1\n");
    world_put(w, "期/a.md", "---\ntitle: 甲\n---\n文\n");
    world_put(w, "期/issue.yaml",
              "名称: 一周工运\n稿件: [a.md]\n期号: 3\n往期: ../老\n");
    w->diag.entries.count = 0;
    bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("期/issue.yaml"));
    assert_int_equal(w->diag.entries.count, 1);
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_OUTSIDE), 1);
}

static void what_is_no_issue_is_passed_over(void **state)
{
    world *w = *state;
    world_put(w, "期/归档/说明.txt", "期号: 40\n");
    world_put(w, "期/归档/.44.yaml", "期号: 44\n");
    world_put(w, "期/归档/版式.yaml", "title: 试\npaper: A4\n");
    world_put_bytes(w, "期/归档/坏.yaml", BUL_STR("期号: 4\xFF\xFF\n"));
    world_put(w, "期/归档/旧/深/issue.yaml", "期号: 41\n");
    assert_string_equal(said_of(w, "期号: 46\n"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_next_number_is_silent),
        WORLD_TEST(a_gap_names_what_is_missing),
        WORLD_TEST(a_number_used_before_is_reported),
        WORLD_TEST(an_earlier_issue_may_be_made_again),
        WORLD_TEST(a_copy_of_the_issue_itself_does_not_count),
        WORLD_TEST(the_file_itself_does_not_count),
        WORLD_TEST(another_publication_does_not_count),
        WORLD_TEST(numbers_of_another_year_are_none_of_this),
        WORLD_TEST(a_year_may_begin_with_one_or_go_on),
        WORLD_TEST(the_archive_lies_beneath_the_issue),
        WORLD_TEST(what_is_no_issue_is_passed_over),
    };
    return cmocka_run_group_tests_name("archive", tests, NULL, NULL);
}
