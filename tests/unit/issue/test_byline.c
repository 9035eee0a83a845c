/* SPDX-License-Identifier: MIT */
#include "issue/issue_parts.h"
#include "issue/read.h"
#include "support/world.h"

static bul_article *article_with(world *w, const char *keys)
{
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("---\ntitle: x\n"));
    bul_text_add(&text, bul_str_from(keys));
    bul_text_add(&text, BUL_STR("\n---\n文\n"));
    world_put(w, "a.md", bul_cstr(&w->arena, bul_text_str(&text)));
    bul_article *article =
        bul_article_read(&w->arena, &w->files, &w->diag, BUL_STR(""),
                         (bul_line_of_text){BUL_STR("a.md"), {0}});
    assert_int_equal(w->diag.error_count, 0);
    w->puts.count = 0;
    return article;
}

static const char *byline(world *w, const char *keys)
{
    return bul_cstr(&w->arena, article_with(w, keys)->byline.text);
}

static const char *source(world *w, const char *keys)
{
    return bul_cstr(&w->arena, article_with(w, keys)->source.text);
}

static const char *credit(world *w, const char *text)
{
    return bul_cstr(&w->arena,
                    bul_credit_compose(&w->arena, bul_str_from(text)));
}

static void a_byline_may_be_text(void **state)
{
    world *w = *state;
    assert_string_equal(byline(w, "作者: 通讯员 林小禾"), "通讯员 林小禾");
    assert_string_equal(byline(w, "作者: [林小禾, 乔一舟]"), "林小禾 乔一舟");
    assert_string_equal(byline(w, "栏目: x"), "");
}

static void a_byline_is_composed_of_its_keys(void **state)
{
    world *w = *state;
    assert_string_equal(
        byline(w, "作者: {role: 通讯员, names: [甲, 乙], kind: 摄影报道, "
                  "agency: 云南网}"),
        "云南网通讯员 甲 乙 摄影报道");
    assert_string_equal(byline(w, "作者: {姓名: 甲, 方式: 文/图}"), "甲 文/图");
    assert_string_equal(byline(w, "作者: {单位: 青禾市总工会}"),
                        "青禾市总工会");
}

static void several_entries_stand_apart(void **state)
{
    world *w = *state;
    assert_string_equal(byline(w, "作者:\n  - {角色: 记者, 姓名: 甲}\n"
                                  "  - {角色: 通讯员, 姓名: [乙, 丙]}\n"
                                  "  - 丁 供图"),
                        "记者 甲　通讯员 乙 丙　丁 供图");
}

static void a_source_is_introduced_and_dated(void **state)
{
    world *w = *state;
    assert_string_equal(source(w, "来源: 蓝影头条\n日期: 2024年3月9日"),
                        "来源：蓝影头条　2024-03-09");
    assert_string_equal(source(w, "来源: 蓝影头条"), "来源：蓝影头条");
    assert_string_equal(source(w, "来源: （据《工人日报》）"),
                        "（据《工人日报》）");
    assert_string_equal(source(w, "日期: 2024-03-09"), "2024-03-09");
    assert_string_equal(source(w, "栏目: x"), "");
}

static void a_credit_says_who_took_the_picture(void **state)
{
    world *w = *state;
    assert_string_equal(credit(w, "乔一舟"), "乔一舟 摄");
    assert_string_equal(credit(w, "乔一舟 摄"), "乔一舟 摄");
    assert_string_equal(credit(w, "岳青摄影"), "岳青摄影");
    assert_string_equal(credit(w, "摄影：岳青"), "岳青 摄");
    assert_string_equal(credit(w, "摄影: 岳青 陶小满"), "岳青 陶小满 摄");
    assert_string_equal(credit(w, "市总工会供图"), "市总工会供图");
    assert_string_equal(credit(w, ""), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_byline_may_be_text),
        WORLD_TEST(a_byline_is_composed_of_its_keys),
        WORLD_TEST(several_entries_stand_apart),
        WORLD_TEST(a_source_is_introduced_and_dated),
        WORLD_TEST(a_credit_says_who_took_the_picture),
    };
    return cmocka_run_group_tests_name("byline", tests, NULL, NULL);
}
