/* SPDX-License-Identifier: MIT */
#include "issue/read.h"
#include "support/world.h"

static bul_issue *read_issue(world *w, const char *keys)
{
    w->puts.count = 0;
    world_put(w, "a.md", "---\ntitle: 甲\n---\n文\n");
    bul_str yaml = bul_str_join(&w->arena, BUL_STR("名称: x\n稿件: [a.md]\n"),
                                bul_str_from(keys));
    world_put_bytes(w, "issue.yaml", yaml);
    return bul_issue_read(&w->arena, &w->files, &w->diag,
                          BUL_STR("issue.yaml"));
}

static void an_issue_that_says_nothing_gets_zeros(void **state)
{
    world *w = *state;
    const bul_issue *issue = read_issue(w, "");
    assert_int_equal(issue->fewest_pages, 0);
    assert_int_equal(issue->most_pages, 0);
    assert_int_equal(issue->mode, BUL_MAKEUP_BY_LAYOUT);
    assert_int_equal(issue->policy.jumps, 0);
    assert_false(issue->policy.keeps_marked);
    assert_false(issue->policy.keeps_pictures);
    assert_false(issue->policy.may_hold);
    assert_false(issue->policy.is_strict);
}

static void pages_are_a_number_a_range_or_open(void **state)
{
    static const struct {
        const char *key;
        int fewest, most;
    } cases[] = {{"版数: 4", 4, 4},       {"pages: 4版", 4, 4},
                 {"版数: 自动", 0, 0},    {"pages: auto", 0, 0},
                 {"版数: 2-8", 2, 8},     {"版数: 2版至8版", 2, 8},
                 {"版数: 2 到 8", 2, 8},  {"版数: ２～８", 2, 8},
                 {"版数: '2 — 8'", 2, 8}, {"版数: 4-4", 4, 4}};
    world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const bul_issue *issue = read_issue(w, cases[i].key);
        assert_string_equal(world_last(w), "");
        assert_int_equal(issue->fewest_pages, cases[i].fewest);
        assert_int_equal(issue->most_pages, cases[i].most);
    }
}

static void pages_that_are_none_are_reported(void **state)
{
    world *w = *state;
    const bul_issue *issue = read_issue(w, "版数: 8-2\n");
    assert_string_equal(world_last(w),
                        "issue.yaml:3:5: error: '8-2' of '版数' begins with "
                        "the larger number [key/pages-reversed]");
    assert_int_equal(issue->fewest_pages, 2);
    assert_int_equal(issue->most_pages, 8);
    issue = read_issue(w, "pages: 四版\n");
    assert_string_equal(world_last(w),
                        "issue.yaml:3:8: error: 'pages' takes a number of "
                        "pages, found '四版' [key/not-pages]");
    assert_int_equal(issue->most_pages, 0);
    read_issue(w, "pages: 2-8-10\n");
    read_issue(w, "pages: 2-\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_NOT_PAGES), 3);
    read_issue(w, "pages: 0\n");
    read_issue(w, "pages: 0-4\n");
    issue = read_issue(w, "pages: 4-9999\n");
    assert_int_equal(issue->most_pages, 0);
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_OUT_OF_RANGE), 3);
}

static void make_up_flows_or_is_modular(void **state)
{
    world *w = *state;
    assert_int_equal(read_issue(w, "排法: 模块\n")->mode, BUL_MAKEUP_MODULAR);
    assert_int_equal(read_issue(w, "makeup: flow\n")->mode, BUL_MAKEUP_FLOW);
    assert_string_equal(world_last(w), "");
    assert_int_equal(read_issue(w, "排法: 分栏\n")->mode, BUL_MAKEUP_BY_LAYOUT);
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_NOT_A_CHOICE), 1);
}

static void the_policy_says_what_may_be_done(void **state)
{
    world *w = *state;
    bul_policy policy =
        read_issue(w, "规则: {转版: 2, 删减: 不删, 省图: 不省, 留稿: 是, "
                      "严格: 是}\n")
            ->policy;
    assert_int_equal(policy.jumps, 2);
    assert_true(policy.keeps_marked);
    assert_true(policy.keeps_pictures);
    assert_true(policy.may_hold);
    assert_true(policy.is_strict);
    policy = read_issue(w, "policy: {jumps: auto, trim: marked, "
                           "drop_photos: optional, hold: no, strict: no}\n")
                 ->policy;
    assert_int_equal(policy.jumps, 3);
    assert_false(policy.keeps_marked);
    assert_false(policy.keeps_pictures);
    assert_false(policy.may_hold);
    assert_false(policy.is_strict);
    assert_string_equal(world_last(w), "");
}

static void a_policy_that_cannot_be_read_is_as_if_absent(void **state)
{
    world *w = *state;
    bul_policy policy =
        read_issue(w, "规则: {转版: 许多, 删减: 全删, 留高: 是}\n")->policy;
    assert_int_equal(policy.jumps, 0);
    assert_false(policy.keeps_marked);
    assert_false(policy.may_hold);
    assert_int_equal(w->diag.error_count, 3);
    const char *hint = world_cstr(
        w, bul_message_hint(&w->arena, BUL_MSG_KEY_NOT_A_CHOICE, BUL_ENGLISH,
                            &w->diag.entries.items[0].args));
    assert_string_equal(hint, "choose from: 0-100 自动");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_issue_that_says_nothing_gets_zeros),
        WORLD_TEST(pages_are_a_number_a_range_or_open),
        WORLD_TEST(pages_that_are_none_are_reported),
        WORLD_TEST(make_up_flows_or_is_modular),
        WORLD_TEST(the_policy_says_what_may_be_done),
        WORLD_TEST(a_policy_that_cannot_be_read_is_as_if_absent),
    };
    return cmocka_run_group_tests_name("make-up keys", tests, NULL, NULL);
}
