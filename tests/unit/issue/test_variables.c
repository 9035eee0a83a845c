/* SPDX-License-Identifier: MIT */
#include "issue/read.h"
#include "support/world.h"

static const char all_keys[] =
    "版本: 1\n体例: 内部资料\n名称: 一周工运\n副标: 为职工说话\n"
    "标注: 内部资料　注意保存\n期号: 第46期\n总期号: 312\n"
    "日期: 2026-11-20\n刊期: 每周五出版\n主办: 青禾市总工会\n"
    "编印: 宣传教育部\n联系方式: 0000-1234567\n"
    "编辑: {主编: 甲, 责任编辑: 乙, 版式: 丙, 校对: 丁, 签发: 戊}\n"
    "报送: 省总工会\n抄送: [市委, 市政府]\n印发: 各县\n印数: 800份\n"
    "印发日期: 2026/11/21\n"
    "准印信息: {准印证号: 第0号, 发送对象: 全市, 印刷单位: 印务, "
    "印刷日期: 2026-11-22}\n稿件: a.md\n";

static bul_issue *read_issue(world *w, const char *yaml)
{
    world_put(w, "issue.yaml", yaml);
    world_put(w, "a.md", "---\ntitle: x\n---\n文\n");
    return bul_issue_read(&w->arena, &w->files, &w->diag,
                          BUL_STR("issue.yaml"));
}

static const char *variable(world *w, const bul_issue *issue, const char *name)
{
    return bul_cstr(&w->arena,
                    bul_issue_variable(issue, bul_str_from(name)).text);
}

static void every_scalar_key_is_a_variable(void **state)
{
    static const char *const expected[][2] = {
        {"profile", "internal"},
        {"name", "一周工运"},
        {"slogan", "为职工说话"},
        {"marking", "内部资料　注意保存"},
        {"issue", "46"},
        {"total", "312"},
        {"date", "2026年11月20日"},
        {"weekday", "星期五"},
        {"schedule", "每周五出版"},
        {"publisher", "青禾市总工会"},
        {"department", "宣传教育部"},
        {"contact", "0000-1234567"},
        {"editors.chief", "甲"},
        {"editors.duty", "乙"},
        {"editors.layout", "丙"},
        {"editors.proof", "丁"},
        {"editors.sign", "戊"},
        {"report_to", "省总工会"},
        {"copy_to", "市委、市政府"},
        {"issue_to", "各县"},
        {"copies", "800"},
        {"printed_on", "2026年11月21日"},
        {"imprint.permit", "第0号"},
        {"imprint.audience", "全市"},
        {"imprint.printer", "印务"},
        {"imprint.print_date", "2026年11月22日"},
    };
    world *w = *state;
    bul_issue *issue = read_issue(w, all_keys);
    assert_string_equal(world_last(w), "");
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        assert_string_equal(variable(w, issue, expected[i][0]), expected[i][1]);
    assert_int_equal(issue->variables.count,
                     sizeof expected / sizeof expected[0]);
}

static void what_the_issue_does_not_say_is_empty(void **state)
{
    world *w = *state;
    bul_issue *issue = read_issue(w, "名称: x\n稿件: a.md\n印数:\n");
    assert_string_equal(variable(w, issue, "date"), "");
    assert_string_equal(variable(w, issue, "weekday"), "");
    assert_string_equal(variable(w, issue, "copies"), "");
    assert_string_equal(variable(w, issue, "editors.duty"), "");
    assert_string_equal(variable(w, issue, "no such thing"), "");
}

static void weekdays_are_those_of_the_calendar(void **state)
{
    static const char *const days[][2] = {
        {"名称: x\n稿件: a.md\n日期: 2026-11-22\n", "星期日"},
        {"名称: x\n稿件: a.md\n日期: 2024-02-29\n", "星期四"},
        {"名称: x\n稿件: a.md\n日期: 2000-01-01\n", "星期六"},
        {"名称: x\n稿件: a.md\n日期: 1949-10-01\n", "星期六"},
    };
    world *w = *state;
    for (size_t i = 0; i < 4; i++) {
        w->puts.count = 0;
        bul_issue *issue = read_issue(w, days[i][0]);
        assert_string_equal(variable(w, issue, "weekday"), days[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_scalar_key_is_a_variable),
        WORLD_TEST(what_the_issue_does_not_say_is_empty),
        WORLD_TEST(weekdays_are_those_of_the_calendar),
    };
    return cmocka_run_group_tests_name("variables", tests, NULL, NULL);
}
