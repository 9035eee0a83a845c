/* SPDX-License-Identifier: MIT */
#include "issue/read.h"
#include "support/door.h"
#include "support/sample_picture.h"
#include "support/world.h"

/* The files of an issue in their order, apart by blanks. */
static const char *files_of(world *w, const char *articles)
{
    bul_str yaml = bul_str_join(&w->arena, BUL_STR("名称: x\n稿件:"),
                                bul_str_from(articles));
    world_put(w, "issue.yaml", bul_cstr(&w->arena, yaml));
    bul_issue *issue =
        bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("issue.yaml"));
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < issue->articles.count; i++) {
        bul_text_add(&text, i > 0 ? BUL_STR(" ") : BUL_STR(""));
        bul_text_add(&text, issue->articles.items[i]->file.text);
    }
    return bul_cstr(&w->arena, bul_text_str(&text));
}

static void put_articles(world *w)
{
    static const char *const names[] = {"稿件/10.md", "稿件/2.md", "稿件/1.md",
                                        "稿件/.隐.md"};
    for (size_t i = 0; i < 4; i++)
        world_put(w, names[i], "---\ntitle: x\n---\n文\n");
    world_put(w, "稿件/笔记.txt", "x");
}

static void a_pattern_takes_files_in_byte_order(void **state)
{
    world *w = *state;
    put_articles(w);
    assert_string_equal(files_of(w, " [稿件/*.md]\n"),
                        "稿件/1.md 稿件/10.md 稿件/2.md");
    assert_string_equal(world_last(w), "");
}

static void a_pattern_skips_what_is_named_before_or_after_it(void **state)
{
    world *w = *state;
    put_articles(w);
    assert_string_equal(
        files_of(w, "\n  - 稿件/2.md\n  - 稿件/*.md\n  - ./稿件/1.md\n"),
        "稿件/2.md 稿件/10.md 稿件/1.md");
    assert_string_equal(world_last(w), "");
}

static void two_patterns_do_not_repeat_each_other(void **state)
{
    world *w = *state;
    put_articles(w);
    assert_string_equal(files_of(w, " [稿件/1*.md, 稿件/?.md]\n"),
                        "稿件/1.md 稿件/10.md 稿件/2.md");
}

static void a_file_named_twice_is_set_once(void **state)
{
    world *w = *state;
    put_articles(w);
    assert_string_equal(files_of(w, " [稿件/1.md, 稿件/./1.md]\n"),
                        "稿件/1.md");
    assert_string_equal(world_last(w),
                        "issue.yaml:2:15: warning: article '稿件/1.md' is "
                        "listed twice; it is set once [issue/listed-twice]");
}

static void a_pattern_without_files_is_reported(void **state)
{
    world *w = *state;
    put_articles(w);
    files_of(w, " [稿件/1.md, 文稿/*.md, ../*.md]\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NO_MATCH), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_OUTSIDE), 1);
}

static void a_list_that_is_none_is_told_so(void **state)
{
    world *w = *state;
    static const char *const lists[] = {
        "\n  稿件/1.md\n  稿件/2.md\n", " 稿件/1.md, 稿件/2.md\n",
        "\n  -稿件/1.md\n", "\n  - 稿件/1.md\n   - 稿件/2.md\n",
        "\n  - －稿件/*.md\n"};
    put_articles(w);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(files_of(w, lists[i]), "");
        assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_RUN_TOGETHER), i + 1);
    }
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_MISSING), 0);
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_EMPTY), 0);
}

static void a_name_with_a_dash_may_be_a_file(void **state)
{
    world *w = *state;
    world_put(w, "-1.md", "---\ntitle: x\n---\n文\n");
    assert_string_equal(files_of(w, " [-1.md]\n"), "-1.md");
    assert_string_equal(world_last(w), "");
}

static void a_map_overrides_its_article(void **state)
{
    world *w = *state;
    world_put(w, "a.md", "---\ntitle: x\nlevel: 一般\npage: 3\n---\n文\n");
    world_put(w, "issue.yaml",
              "名称: x\n稿件:\n  - file: a.md\n"
              "    级别: 头条\n    columns: 2\n");
    bul_issue *issue =
        bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("issue.yaml"));
    const bul_article *article = issue->articles.items[0];
    assert_int_equal(article->level, BUL_LEVEL_LEAD);
    assert_int_equal(article->columns, 2);
    assert_int_equal(article->page, 3);
}

static void a_map_overrides_weight_and_place(void **state)
{
    world *w = *state;
    world_put(w, "a.md", "---\ntitle: x\n权重: 5\n位置: 左上\n---\n文\n");
    world_put(w, "b.md", "---\ntitle: x\n级别: 倒头条\n---\n文\n");
    world_put(w, "issue.yaml",
              "名称: x\n稿件:\n  - {file: a.md, 权重: -7, pin: 自动}\n"
              "  - {file: b.md, 级别: 一般}\n  - {file: c.md, 位置: 右上}\n");
    bul_issue *issue =
        bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("issue.yaml"));
    bul_article *const *articles = issue->articles.items;
    assert_int_equal(articles[0]->weight, -7);
    assert_int_equal(articles[0]->pin, BUL_PIN_NONE);
    assert_int_equal(articles[1]->level, BUL_LEVEL_NORMAL);
    assert_int_equal(articles[1]->pin, BUL_PIN_NONE);
    assert_int_equal(articles[2]->pin, BUL_PIN_TOP_RIGHT);
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_MISSING_NEAR) +
                         world_count_of(w, BUL_MSG_FILE_MISSING),
                     1);
}

/* What the list says of an article is part of it when it is checked. */
static void a_brief_by_the_list_needs_no_title(void **state)
{
    world *w = *state;
    world_put(w, "a.md", "文\n");
    files_of(w, " {file: a.md, 级别: 简讯}\n");
    assert_string_equal(world_last(w), "");
}

/* ---- 补白. ---- */

static size_t filler_count(world *w)
{
    const bul_issue *issue =
        bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("issue.yaml"));
    size_t count = 0;
    for (size_t i = 0; i < issue->articles.count; i++)
        count += issue->articles.items[i]->is_filler;
    return count;
}

static void fillers_come_after_all_articles(void **state)
{
    static const char *const ways[] = {
        " 稿件/*.md\n补白: [补/1.md, 补/2.md]\n", " 稿件/*.md\n补白: 补/*.md\n",
        " 稿件/*.md\n补白: 补/\n", " 稿件/*.md\n补白: 补\n",
        " 稿件/*.md\nfillers: [./补/]\n"};
    world *w = *state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        w->puts.count = 0;
        put_articles(w);
        world_put(w, "补/2.md", "---\ntitle: x\n---\n文\n");
        world_put(w, "补/1.md", "---\ntitle: x\n---\n文\n");
        world_put(w, "补/图.jpg", "x");
        assert_string_equal(files_of(w, ways[i]),
                            "稿件/1.md 稿件/10.md 稿件/2.md 补/1.md 补/2.md");
        assert_int_equal(filler_count(w), 2);
        assert_string_equal(world_last(w), "");
    }
}

static void a_filler_is_no_article_of_a_pattern(void **state)
{
    world *w = *state;
    put_articles(w);
    assert_string_equal(files_of(w, " 稿件/*.md\n补白: 稿件/10.md\n"),
                        "稿件/1.md 稿件/2.md 稿件/10.md");
    assert_int_equal(filler_count(w), 1);
    assert_string_equal(world_last(w), "");
    w->puts.count = 0;
    put_articles(w);
    files_of(w, " 稿件/1.md\n补白: 稿件/1.md\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_LISTED_TWICE), 1);
    assert_int_equal(filler_count(w), 0);
}

static void fillers_that_are_not_there_are_reported(void **state)
{
    world *w = *state;
    put_articles(w);
    files_of(w, " 稿件/1.md\n补白: [空/, ../外/, 没有.md]\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_NO_MATCH), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_OUTSIDE), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_MISSING), 1);
}

/* ---- Pictures ---- */

static const bul_picture *picture_of(const bul_issue *issue, size_t article)
{
    return issue->articles.items[article]->figures.items[0].picture;
}

static void pictures_are_read_once_and_closed_again(void **state)
{
    world *w = *state;
    door d = {.files = &w->files, .ending = ".png"};
    bul_world files = door_world(&d);
    bul_str png = sample_png_make(
        &w->arena, (sample_png){.width = 3, .height = 2, .bits = 8});
    world_put_bytes(w, "图/甲.png", png);
    world_put_bytes(w, "稿件/乙.png", png);
    world_put(w, "稿件/1.md", "---\ntitle: x\n图片: 图/甲.png\n---\n文\n");
    world_put(w, "稿件/2.md", "---\ntitle: x\n图片: 图/甲.png\n---\n文\n");
    world_put(w, "稿件/3.md", "---\ntitle: x\n图片: 乙.png\n---\n文\n");
    world_put(w, "稿件/4.md", "---\ntitle: x\n图片: 稿件/乙.png\n---\n文\n");
    world_put(w, "issue.yaml", "名称: x\n稿件: 稿件/*.md\n");
    const bul_issue *issue =
        bul_issue_read(&w->arena, &files, &w->diag, BUL_STR("issue.yaml"));

    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_NO_ALT), 4);
    assert_int_equal(w->diag.entries.count, 4);
    assert_int_equal(issue->articles.count, 4);
    assert_int_equal(d.opened, 3);
    assert_int_equal(d.most, 1);
    assert_int_equal(d.out, 0);
    assert_ptr_equal(picture_of(issue, 0), picture_of(issue, 1));
    assert_ptr_not_equal(picture_of(issue, 0), picture_of(issue, 2));
    assert_string_equal(world_cstr(w, picture_of(issue, 2)->path), "乙.png");
    assert_string_equal(world_cstr(w, picture_of(issue, 3)->path),
                        "稿件/乙.png");
    bul_arena_release(&w->arena); /* before the world that closes goes */
}

/* A caption, a text that is not printed, nothing; in front and in the text. */
static void a_picture_without_words_is_noted(void **state)
{
    world *w = *state;
    world_put_bytes(
        w, "甲.png",
        sample_png_make(&w->arena,
                        (sample_png){.width = 3, .height = 2, .bits = 8}));
    world_put(w, "1.md",
              "---\ntitle: x\n图片:\n  - {文件: 甲.png, 说明: 山}\n"
              "  - {文件: 甲.png, 替代文字: 水}\n  - {文件: 甲.png, 摄影: 某}\n"
              "---\n文\n\n![云](甲.png)\n\n![](甲.png){alt=雨}\n\n"
              "![](甲.png)\n");
    world_put(w, "issue.yaml", "名称: x\n稿件: 1.md\n");
    const bul_issue *issue =
        bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("issue.yaml"));
    const bul_article *article = issue->articles.items[0];
    assert_string_equal(world_cstr(w, article->figures.items[1].alt.text),
                        "水");
    assert_string_equal(
        world_cstr(w, article->blocks.items[2].figure->alt.text), "雨");
    assert_int_equal(w->diag.entries.count, 2);
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_NO_ALT), 2);
}

static void only_fillers_may_be_a_folder(void **state)
{
    world *w = *state;
    put_articles(w);
    assert_string_equal(files_of(w, " 稿件\n"), "稿件");
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_NOT_A_FILE), 1);
}

static void fillers_alone_are_no_issue(void **state)
{
    world *w = *state;
    put_articles(w);
    files_of(w, " []\n补白: 稿件/1.md\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_EMPTY), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_pattern_takes_files_in_byte_order),
        WORLD_TEST(a_pattern_skips_what_is_named_before_or_after_it),
        WORLD_TEST(two_patterns_do_not_repeat_each_other),
        WORLD_TEST(a_file_named_twice_is_set_once),
        WORLD_TEST(a_pattern_without_files_is_reported),
        WORLD_TEST(a_list_that_is_none_is_told_so),
        WORLD_TEST(a_name_with_a_dash_may_be_a_file),
        WORLD_TEST(a_map_overrides_its_article),
        WORLD_TEST(a_map_overrides_weight_and_place),
        WORLD_TEST(a_brief_by_the_list_needs_no_title),
        WORLD_TEST(fillers_come_after_all_articles),
        WORLD_TEST(a_filler_is_no_article_of_a_pattern),
        WORLD_TEST(fillers_that_are_not_there_are_reported),
        WORLD_TEST(pictures_are_read_once_and_closed_again),
        WORLD_TEST(a_picture_without_words_is_noted),
        WORLD_TEST(only_fillers_may_be_a_folder),
        WORLD_TEST(fillers_alone_are_no_issue),
    };
    return cmocka_run_group_tests_name("article list", tests, NULL, NULL);
}
