/* SPDX-License-Identifier: MIT */
#include "issue/read.h"
#include "support/world.h"

/* An issue of 甲 and 乙 with these keys, and further keys of its own. */
static bul_issue *read_two(world *w, const char *first, const char *second,
                           const char *keys)
{
    bul_text yaml = bul_text_in(&w->arena);
    w->puts.count = 0;
    world_put(w, "a.md", "---\ntitle: 甲\nsection: 要闻\n---\n文\n");
    world_put(w, "b.md", "---\ntitle: 乙\nsection: 文苑\n---\n文\n");
    bul_text_addf(&yaml,
                  "名称: x\n稿件:\n  - {file: a.md, %s}\n"
                  "  - {file: b.md, %s}\n%s\n",
                  first, second, keys);
    world_put_bytes(w, "issue.yaml", bul_text_str(&yaml));
    return bul_issue_read(&w->arena, &w->files, &w->diag,
                          BUL_STR("issue.yaml"));
}

static void a_corner_is_for_one_article(void **state)
{
    world *w = *state;
    const bul_issue *issue =
        read_two(w, "page: 2, pin: 右下", "page: 2, pin: bottom-right", "");
    assert_string_equal(
        world_last(w),
        "b.md:2:8: warning: two articles are pinned to bottom-right of page 2: "
        "'甲' and '乙'; the second was left without a pin [issue/pin-twice]");
    assert_int_equal(issue->articles.items[0]->pin, BUL_PIN_FOOT_RIGHT);
    assert_int_equal(issue->articles.items[1]->pin, BUL_PIN_NONE);
    assert_int_equal(w->diag.entries.count, 1);
}

static void other_corners_and_other_pages_are_free(void **state)
{
    world *w = *state;
    const bul_issue *issue =
        read_two(w, "page: 2, pin: 右下", "page: 2, pin: 左下", "");
    assert_int_equal(issue->articles.items[1]->pin, BUL_PIN_FOOT_LEFT);
    read_two(w, "page: 2, pin: 右下", "page: 3, pin: 右下", "");
    assert_string_equal(world_last(w), "");
}

static void pages_that_are_open_are_no_conflict(void **state)
{
    world *w = *state;
    const bul_issue *issue = read_two(w, "pin: 右下", "pin: 右下", "");
    assert_int_equal(issue->articles.items[1]->pin, BUL_PIN_FOOT_RIGHT);
    read_two(w, "page: 1, pin: 右下", "pin: 右下", "");
    assert_string_equal(world_last(w), "");
}

static void one_page_is_the_page_of_all(void **state)
{
    world *w = *state;
    read_two(w, "pin: 左上", "pin: 左上", "版数: 1-2");
    assert_string_equal(world_last(w), "");
    read_two(w, "pin: 左上", "pin: 左上", "版数: 1");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_PIN_TWICE), 1);
}

static void the_section_may_say_the_page(void **state)
{
    world *w = *state;
    read_two(w, "pin: 左上", "page: 4, pin: 左上",
             "版面: [{版次: 3, 栏目: [要闻, 短评]}, {版次: 4, 栏目: 要闻}]");
    assert_string_equal(world_last(w), "");
    read_two(w, "pin: 左上", "page: 3, pin: 左上",
             "版面: [{版次: 3, 栏目: [短评, 要闻]}, {版次: 4, 栏目: 文苑}]");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_PIN_TWICE), 1);
}

static void the_ear_is_on_the_first_page(void **state)
{
    world *w = *state;
    const bul_issue *issue =
        read_two(w, "page: 1, pin: ear", "page: 2, pin: 报眼", "");
    assert_string_equal(world_last(w),
                        "b.md:2:8: warning: '乙' stands on page 2, but only "
                        "page 1 has an ear; it was left without a pin "
                        "[issue/pin-ear]");
    assert_int_equal(issue->articles.items[0]->pin, BUL_PIN_EAR);
    assert_int_equal(issue->articles.items[1]->pin, BUL_PIN_NONE);
    issue = read_two(w, "pin: ear", "page: 2", "");
    assert_int_equal(issue->articles.items[0]->pin, BUL_PIN_EAR);
    assert_int_equal(w->diag.entries.count, 1);
}

static void there_is_one_ear_whatever_the_page(void **state)
{
    world *w = *state;
    const bul_issue *issue = read_two(w, "pin: ear", "pin: 报眼", "");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_PIN_TWICE), 1);
    assert_int_equal(issue->articles.items[0]->pin, BUL_PIN_EAR);
    assert_int_equal(issue->articles.items[1]->pin, BUL_PIN_NONE);
}

static void a_side_is_either_side(void **state)
{
    world *w = *state;
    const bul_issue *issue =
        read_two(w, "page: 2, pin: 左边栏", "page: 2, pin: 右边栏", "");
    assert_string_equal(world_last(w), "");
    assert_int_equal(issue->articles.items[1]->pin, BUL_PIN_RIGHT_SIDE);
    issue = read_two(w, "page: 2, pin: 右边栏", "page: 2, pin: 边栏", "");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_PIN_TWICE), 1);
    assert_int_equal(issue->articles.items[1]->pin, BUL_PIN_NONE);
    issue = read_two(w, "page: 2, pin: 左上", "page: 2, pin: side", "");
    assert_int_equal(issue->articles.items[1]->pin, BUL_PIN_SIDE);
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_PIN_TWICE), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_corner_is_for_one_article),
        WORLD_TEST(other_corners_and_other_pages_are_free),
        WORLD_TEST(pages_that_are_open_are_no_conflict),
        WORLD_TEST(one_page_is_the_page_of_all),
        WORLD_TEST(the_section_may_say_the_page),
        WORLD_TEST(the_ear_is_on_the_first_page),
        WORLD_TEST(there_is_one_ear_whatever_the_page),
        WORLD_TEST(a_side_is_either_side),
    };
    return cmocka_run_group_tests_name("pins", tests, NULL, NULL);
}
