/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "bulletin.h"
#include "issue/read.h"
#include "support/world.h"

#define ARTICLE(title) "---\ntitle: " title "\n---\n正文。\n"

static bul_issue *read_issue(world *w, const char *yaml)
{
    world_put(w, "本期/issue.yaml", yaml);
    return bul_issue_read(&w->arena, &w->files, &w->diag,
                          BUL_STR("本期/issue.yaml"));
}

static const char *text_of(world *w, bul_str text)
{
    return bul_cstr(&w->arena, text);
}

static void an_issue_names_its_articles_in_order(void **state)
{
    world *w = *state;
    world_put(w, "本期/b.md", ARTICLE("乙"));
    world_put(w, "本期/a.md", ARTICLE("甲"));
    bul_issue *issue = read_issue(w, "名称: 一周工运\n期号: 08\n"
                                     "日期: 2026年11月20日\n版式: tabloid\n"
                                     "稿件: [b.md, a.md]\n");
    assert_string_equal(world_last(w), "");
    assert_string_equal(text_of(w, issue->name.text), "一周工运");
    assert_string_equal(text_of(w, issue->layout.text), "tabloid");
    assert_string_equal(text_of(w, issue->folder), "本期");
    assert_int_equal(issue->date.month, 11);
    assert_int_equal(issue->articles.count, 2);
    assert_string_equal(text_of(w, issue->articles.items[0]->title.text), "乙");
    assert_string_equal(text_of(w, issue->articles.items[1]->file.text),
                        "a.md");
}

static void an_issue_in_the_present_folder_stays_in_it(void **state)
{
    world *w = *state;
    world_put(w, "issue.yaml", "名称: x\n稿件: [a.md, ../b.md]\n");
    world_put(w, "a.md", ARTICLE("甲"));
    bul_issue *issue =
        bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("issue.yaml"));
    assert_string_equal(text_of(w, issue->articles.items[0]->title.text), "甲");
    assert_string_equal(world_last(w),
                        "issue.yaml:2:12: error: path '../b.md' leaves the "
                        "issue's folder [file/outside]");
}

static void a_missing_issue_is_null(void **state)
{
    world *w = *state;
    world_put(w, "本期/issue.yml", "x");
    assert_null(bul_issue_read(&w->arena, &w->files, &w->diag,
                               BUL_STR("本期/issue.yaml")));
    assert_string_equal(world_last(w), "error: cannot find '本期/issue.yaml' "
                                       "[file/missing]");
}

static void marks_are_made_regular_where_the_issue_asks_for_it(void **state)
{
    world *w = *state;
    world_put(w, "本期/a.md", "---\n标题: 题...\n---\n正文...\n");
    const bul_issue *issue =
        read_issue(w, "名称: x\n规范标点: 是\n稿件: [a.md]\n");
    const bul_article *article = issue->articles.items[0];
    const bul_run *last = BUL_LAST(&article->blocks.items[0].runs);
    assert_string_equal(text_of(w, last->text), "……");
    assert_string_equal(text_of(w, article->title.text), "题...");
    w->puts.count = 0;
    world_put(w, "本期/a.md", "---\n标题: 题\n---\n正文...\n");
    issue = read_issue(w, "名称: x\n稿件: [a.md]\n");
    last = BUL_LAST(&issue->articles.items[0]->blocks.items[0].runs);
    assert_string_equal(text_of(w, last->text), "正文...");
    assert_string_equal(world_last(w), "");
}

static void keys_in_both_languages_mix(void **state)
{
    world *w = *state;
    world_put(w, "本期/a.md", ARTICLE("甲"));
    bul_issue *issue = read_issue(
        w, "name: x\n主办: 青禾市总工会\ndate: 2026/11/20\narticles: a.md\n"
           "版面:\n  - {page: 1, 标题: 要闻, editor: 苏禾一}\n");
    assert_string_equal(world_last(w), "");
    assert_string_equal(
        text_of(w, bul_issue_variable(issue, BUL_STR("publisher")).text),
        "青禾市总工会");
    assert_int_equal(issue->pages.count, 1);
    assert_string_equal(text_of(w, issue->pages.items[0].editor.text),
                        "苏禾一");
    assert_string_equal(text_of(w, issue->layout.text), "digest");
}

static void the_index_lists_all_but_the_first_and_the_briefs(void **state)
{
    world *w = *state;
    world_put(w, "本期/a.md", ARTICLE("甲"));
    world_put(w, "本期/b.md", ARTICLE("乙"));
    world_put(w, "本期/c.md", "---\nlevel: 简讯\ntitle: 丙\n---\n文\n");
    world_put(w, "本期/d.md", ARTICLE("丁"));
    bul_issue *issue =
        read_issue(w, "名称: x\n稿件: [a.md, b.md, c.md, d.md]\n导读: 自动\n");
    assert_int_equal(issue->index.count, 2);
    assert_string_equal(text_of(w, issue->index.items[0].title.text), "乙");
    assert_ptr_equal(issue->index.items[1].article, issue->articles.items[3]);
}

static void the_index_has_short_titles_and_no_fillers(void **state)
{
    world *w = *state;
    world_put(w, "本期/a.md", ARTICLE("甲"));
    world_put(w, "本期/b.md", "---\ntitle: 乙乙\n短标题: 乙\n---\n文\n");
    world_put(w, "本期/c.md", ARTICLE("丙"));
    world_put(w, "本期/d.md", "---\ntitle: 丁\n短标题: x\n---\n文\n");
    bul_issue *issue = read_issue(w, "名称: x\n稿件: [a.md, b.md, c.md]\n"
                                     "补白: d.md\n导读: 自动\n");
    assert_int_equal(issue->index.count, 2);
    assert_string_equal(text_of(w, issue->index.items[0].title.text), "乙");
    assert_string_equal(text_of(w, issue->index.items[1].title.text), "丙");
    assert_string_equal(text_of(w, issue->articles.items[1]->title.text),
                        "乙乙");
}

static void a_page_has_its_sections(void **state)
{
    world *w = *state;
    world_put(w, "本期/a.md", ARTICLE("甲"));
    bul_issue *issue = read_issue(
        w, "名称: x\n稿件: a.md\n版面:\n  - {版次: 2, 栏目: [动态, 简讯]}\n"
           "  - {page: 3, sections: 文苑}\n  - {page: 4}\n");
    assert_string_equal(world_last(w), "");
    assert_int_equal(issue->pages.items[0].sections.count, 2);
    assert_string_equal(
        text_of(w, issue->pages.items[0].sections.items[1].text), "简讯");
    assert_int_equal(issue->pages.items[1].sections.count, 1);
    assert_int_equal(issue->pages.items[2].sections.count, 0);
}

static void the_index_may_be_a_list_or_off(void **state)
{
    world *w = *state;
    world_put(w, "本期/a.md", ARTICLE("甲"));
    bul_issue *issue =
        read_issue(w, "名称: x\n稿件: a.md\n导读: [./a.md, z.md]\n");
    assert_int_equal(issue->index.count, 1);
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_INDEX_UNKNOWN), 1);
    world_put(w, "本期/issue2.yaml", "名称: x\n稿件: a.md\n导读: 无\n");
    issue = bul_issue_read(&w->arena, &w->files, &w->diag,
                           BUL_STR("本期/issue2.yaml"));
    assert_int_equal(issue->index.count, 0);
}

static void an_issue_without_articles_is_an_error(void **state)
{
    world *w = *state;
    read_issue(w, "名称: x\n稿件: []\n");
    assert_string_equal(world_last(w), "本期/issue.yaml:2:5: error: the issue "
                                       "has no articles [issue/empty]");
}

static void an_issue_of_drafts_is_empty_too(void **state)
{
    world *w = *state;
    world_put(w, "本期/a.md", "---\n标题: x\n草稿: 是\n---\n文\n");
    bul_issue *issue = read_issue(w, "名称: x\n稿件: [a.md]\n");
    assert_int_equal(issue->articles.count, 0);
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_DRAFT), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_EMPTY), 1);
}

static void a_page_is_planned_once(void **state)
{
    world *w = *state;
    world_put(w, "本期/a.md", ARTICLE("甲"));
    read_issue(w, "名称: x\n稿件: a.md\n版面: [{版次: 1}, {版次: 1}]\n");
    assert_string_equal(world_last(w),
                        "本期/issue.yaml:3:20: error: page 1 is planned twice "
                        "[issue/page-twice]");
}

static void another_version_of_the_format_is_refused(void **state)
{
    world *w = *state;
    world_put(w, "本期/a.md", ARTICLE("甲"));
    read_issue(w, "版本: 2\n名称: x\n稿件: a.md\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_OUT_OF_RANGE), 1);
}

static void one_run_shows_what_is_wrong_in_every_file(void **state)
{
    world *w = *state;
    world_put(w, "本期/a.md", "---\n标体: 甲\n级别: 头跳\n---\n**文\n");
    world_put(w, "本期/b.md", "---\ntitle: 乙\n---\n<b>\n");
    read_issue(w, "名称: x\n日期: 2026-11-31\n稿件: [a.md, b.md, c.md]\n"
                  "印数: 很多\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_NO_SUCH_DAY), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_NOT_A_NUMBER), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_UNKNOWN_NEAR), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_NOT_A_CHOICE_NEAR), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_UNPAIRED_STAR), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_HTML), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_MISSING) +
                         world_count_of(w, BUL_MSG_FILE_MISSING_NEAR),
                     1);
}

static void a_gb18030_issue_is_read(void **state)
{
    world *w = *state;
    world_put(w, "a.md", ARTICLE("甲"));
    world_put_bytes(w, "issue.yaml",
                    BUL_STR("\xC3\xFB\xB3\xC6: \xD2\xBB\xD6\xDC\xB9\xA4\xD4\xCB"
                            "\r\n\xB8\xE5\xBC\xFE: a.md\r\n"));
    bul_issue *issue =
        bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("issue.yaml"));
    assert_string_equal(text_of(w, issue->name.text), "一周工运");
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_GB18030), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_CRLF), 1);
    assert_int_equal(w->diag.error_count, 0);
}

/* ---- Running out of memory at every allocation. ---- */

static const bul_memory_file small_issue[] = {
    {"issue.yaml", BUL_STR_INIT("名称：x\n日期: 2026-11-20\n导读: 自动\n"
                                "稿件: [a.md, '*.md']\n版数: 2-8\n期号: 3\n"
                                "往期: 往\n补白: 补\n")},
    {"往/1.yaml", BUL_STR_INIT("期号: 1\n日期: 2026-11-13\n")},
    {"补/c.md", BUL_STR_INIT("---\n标题: 丙\n位置: 左上\n版次: 1\n---\n"
                             "丙{不拆}{可删}\n")},
    {"a.md", BUL_STR_INIT("---\n标题: 甲\n作者: [乙, 丙]\n---\n一、**甲**\n"
                          "二、[乙](http://a.cn)&amp;\n\n- x\n\n|a|\n|-|\n"
                          "|`b`|\n\n::: 盒\n内\n:::\n")},
    {"b.md", BUL_STR_INIT("---\n标题: \"甲\n---\n\n> 引\n![a](b.jpg)\n")},
};

static bool reads_with(const bul_world *files, size_t fail_after)
{
    bul_arena arena = {.fail_after = fail_after};
    jmp_buf escape;
    volatile bool is_read = false;
    arena.escape = &escape;
    if (setjmp(escape) == 0) {
        bul_diag diag;
        bul_diag_init(&diag, &arena);
        is_read =
            bul_issue_read(&arena, files, &diag, BUL_STR("issue.yaml")) != NULL;
    }
    bul_arena_release(&arena);
    return is_read;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    bul_memory_world memory = {small_issue,
                               sizeof small_issue / sizeof small_issue[0]};
    bul_world files = bul_world_from_memory(&memory);
    size_t fail_after = 1;
    while (fail_after < 20000 && !reads_with(&files, fail_after))
        fail_after++;
    assert_in_range(fail_after, 100, 19999);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_issue_names_its_articles_in_order),
        WORLD_TEST(an_issue_in_the_present_folder_stays_in_it),
        WORLD_TEST(a_missing_issue_is_null),
        WORLD_TEST(keys_in_both_languages_mix),
        WORLD_TEST(marks_are_made_regular_where_the_issue_asks_for_it),
        WORLD_TEST(the_index_lists_all_but_the_first_and_the_briefs),
        WORLD_TEST(the_index_has_short_titles_and_no_fillers),
        WORLD_TEST(the_index_may_be_a_list_or_off),
        WORLD_TEST(a_page_has_its_sections),
        WORLD_TEST(an_issue_without_articles_is_an_error),
        WORLD_TEST(an_issue_of_drafts_is_empty_too),
        WORLD_TEST(a_page_is_planned_once),
        WORLD_TEST(another_version_of_the_format_is_refused),
        WORLD_TEST(one_run_shows_what_is_wrong_in_every_file),
        WORLD_TEST(a_gb18030_issue_is_read),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("issue", tests, NULL, NULL);
}
