/* SPDX-License-Identifier: MIT */
#include "issue/read.h"
#include "support/world.h"

/* The smallest PNG there is: one grey sample. */
static const char png[] =
    "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9BU"
    "\0\0\0\nIDATx\x9C\x63\x60\0\0\0\x02\0\x01H\xAF\xA4q\0\0\0\0IEND\xAE\x42"
    "`\x82";

static bul_article *read_article(world *w, const char *text)
{
    world_put(w, "期/稿/a.md", text);
    return bul_article_read(&w->arena, &w->files, &w->diag, BUL_STR("期"),
                            (bul_line_of_text){BUL_STR("稿/a.md"), {0}});
}

static void put_picture(world *w, const char *path)
{
    world_put_bytes(w, path, (bul_str){png, sizeof png - 1});
}

static const char *text_of(world *w, bul_str text)
{
    return bul_cstr(&w->arena, text);
}

static void every_key_finds_its_place(void **state)
{
    world *w = *state;
    bul_article *article = read_article(
        w, "---\n主题: 甲\n眉题: 乙\n副标题: 丙\n提要: [一, 二]\n级别: 文苑\n"
           "栏目: 要闻\n作者: 通讯员 林小禾\n来源: 工人日报\n日期: 2026-3-5\n"
           "编者按: |\n  第一段\n\n  第二段\n占栏: 2\n版次: 3\n加框: 是\n"
           "竖题: 是\n竖排: 是\n---\n正文\n");
    assert_string_equal(world_last(w), "");
    assert_string_equal(text_of(w, article->title.text), "甲");
    assert_string_equal(text_of(w, article->kicker.text), "乙");
    assert_string_equal(text_of(w, article->subtitle.text), "丙");
    assert_int_equal(article->summary.count, 2);
    assert_string_equal(text_of(w, article->summary.items[1].text), "二");
    assert_int_equal(article->level, BUL_LEVEL_SOFT);
    assert_string_equal(text_of(w, article->section.text), "要闻");
    assert_string_equal(text_of(w, article->byline.text), "通讯员 林小禾");
    assert_string_equal(text_of(w, article->source.text),
                        "来源：工人日报　2026-03-05");
    assert_int_equal(article->note.count, 2);
    assert_int_equal(article->columns, 2);
    assert_int_equal(article->page, 3);
    assert_true(article->is_boxed);
    assert_true(article->has_vertical_title);
    assert_true(article->is_vertical);
    assert_int_equal(article->blocks.count, 1);
}

static void a_run_is_what_is_marked(const bul_run *run)
{
    assert_int_equal(run->flags, BUL_RUN_NAME | BUL_RUN_DOTS);
    assert_true(bul_str_equal(run->ruby, BUL_STR("yǐ")));
    assert_int_not_equal(run->group, 0);
    assert_true(bul_str_equal(run->text, BUL_STR("乙")));
}

/* Paragraphs, cells, captions, boxes, QR codes: one way for all. */
static void runs_keep_their_marks_wherever_they_stand(void **state)
{
    world *w = *state;
    put_picture(w, "期/a.png");
    bul_article *article = read_article(
        w, "---\n标题: 题\n---\n甲[乙]{专名 着重号 拼音=yǐ}\n\n"
           "|[乙]{专名 着重号 拼音=yǐ}|\n|-|\n\n"
           "![[乙]{专名 着重号 拼音=yǐ}](a.png)\n\n"
           "::: 二维码 http://a.cn\n甲\n\n[乙]{专名 着重号 拼音=yǐ}\n:::\n\n"
           "::: 资料\n[乙]{专名 着重号 拼音=yǐ}\n:::\n");
    assert_string_equal(world_last(w), "");
    const bul_block *blocks = article->blocks.items;
    assert_int_equal(article->blocks.count, 5);
    a_run_is_what_is_marked(&blocks[0].runs.items[1]);
    a_run_is_what_is_marked(&blocks[1].table->cells[0].items[0]);
    a_run_is_what_is_marked(&blocks[2].figure->caption.items[0]);
    bul_run in_qr = blocks[3].runs.items[1];
    assert_true((in_qr.flags & BUL_RUN_NEWLINE) != 0);
    in_qr.flags &= ~(unsigned)BUL_RUN_NEWLINE;
    a_run_is_what_is_marked(&in_qr);
    a_run_is_what_is_marked(&blocks[4].box->blocks->items[0].runs.items[0]);
}

static void notes_come_in_the_order_of_their_calls(void **state)
{
    world *w = *state;
    bul_article *article = read_article(
        w, "---\n标题: 题\n---\n[^b]: 后[一]{专名}\n\n甲[^a]乙[^b]\n\n"
           "[^a]: 先\n");
    assert_string_equal(world_last(w), "");
    assert_int_equal(article->notes.count, 2);
    assert_string_equal(text_of(w, article->notes.items[0].label.text), "a");
    assert_string_equal(text_of(w, article->notes.items[1].label.text), "b");
    assert_int_equal(article->notes.items[1].runs.items[1].flags, BUL_RUN_NAME);
    const bul_run *runs = article->blocks.items[0].runs.items;
    assert_int_equal(article->blocks.items[0].runs.count, 4);
    assert_int_equal(runs[1].note, 1);
    assert_int_equal(runs[1].text.len, 0);
    assert_int_equal(runs[3].note, 2);
}

static void a_title_calls_no_note(void **state)
{
    world *w = *state;
    read_article(w, "---\n标题: 题[^1]\n---\n甲\n");
    assert_string_equal(world_last(w),
                        "期/稿/a.md:2:5: error: a title cannot call a note: "
                        "'题[^1]' [article/note-in-title]");
    w->puts.count = 0;
    read_article(w, "# 题[^1]\n\n甲[^1]\n\n[^1]: 注\n");
    assert_string_equal(world_last(w),
                        "期/稿/a.md:1:4: error: a title cannot call a note: "
                        "'题' [article/note-in-title]");
}

static void places_are_those_of_the_article_file(void **state)
{
    world *w = *state;
    bul_article *article = read_article(w, "---\n标题: 甲\n---\n\n正**文**\n");
    bul_place title = bul_diag_place(&w->diag, article->title.span);
    assert_string_equal(text_of(w, title.file), "期/稿/a.md");
    assert_int_equal(title.line, 2);
    assert_int_equal(title.column, 5);
    bul_place bold =
        bul_diag_place(&w->diag, article->blocks.items[0].runs.items[1].span);
    assert_int_equal(bold.line, 5);
    assert_int_equal(bold.column, 4);
}

static void pictures_are_looked_for_in_two_folders(void **state)
{
    world *w = *state;
    put_picture(w, "期/图/a.png");
    put_picture(w, "期/稿/图/b.png");
    bul_article *article = read_article(
        w, "---\n标题: 甲\n图片:\n  - {file: 图/a.png, 说明: 说, 摄影: 岳青, "
           "栏宽: 2, 位置: 题旁}\n  - 图/b.png\n---\n"
           "![丙](图/b.png \"摄影：乔一舟\"){栏宽=3 place=右}\n");
    assert_string_equal(world_last(w), "");
    assert_int_equal(article->figures.count, 2);
    const bul_figure *first = &article->figures.items[0];
    assert_non_null(first->picture);
    assert_int_equal(first->columns, 2);
    assert_int_equal(first->place, BUL_PLACE_BESIDE);
    assert_string_equal(text_of(w, first->credit.text), "岳青 摄");
    assert_string_equal(text_of(w, first->caption.items[0].text), "说");
    assert_non_null(article->figures.items[1].picture);
    const bul_figure *inner = article->blocks.items[0].figure;
    assert_non_null(inner->picture);
    assert_int_equal(inner->columns, 3);
    assert_int_equal(inner->place, BUL_PLACE_RIGHT);
    assert_string_equal(text_of(w, inner->credit.text), "乔一舟 摄");
}

static void a_picture_beside_the_article_is_near_too(void **state)
{
    world *w = *state;
    put_picture(w, "期/稿/照片.png");
    read_article(w, "---\n标题: 甲\n图片: 照片.PNG\n---\n文\n");
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_MISSING_NEAR), 1);
    bul_str near = w->diag.entries.items[0].args.at[1];
    assert_string_equal(bul_cstr(&w->arena, near), "稿/照片.png");
}

static void a_picture_may_not_leave_the_folder(void **state)
{
    world *w = *state;
    put_picture(w, "secret.png");
    bul_article *article =
        read_article(w, "---\n标题: 甲\n图片: ../secret.png\n---\n文\n");
    assert_null(article->figures.items[0].picture);
    assert_string_equal(world_last(w),
                        "期/稿/a.md:3:5: error: path '../secret.png' leaves "
                        "the issue's folder [file/outside]");
}

static void attributes_of_a_figure_are_checked(void **state)
{
    world *w = *state;
    put_picture(w, "期/a.png");
    read_article(w, "---\n标题: 甲\n---\n![](a.png){width=99 plaze=left}\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_OUT_OF_RANGE), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_UNKNOWN_NEAR), 1);
}

static void front_matter_has_to_be_closed(void **state)
{
    world *w = *state;
    bul_article *article = read_article(w, "---\n标题: 甲\n\n正文\n");
    assert_string_equal(text_of(w, article->title.text), "甲");
    assert_int_equal(article->blocks.count, 1);
    assert_string_equal(world_last(w),
                        "期/稿/a.md:1:1: error: the front matter opened by "
                        "'---' is never closed; it was read up to the first "
                        "blank line [article/open-front-matter]");
}

static void keys_without_a_fence_are_still_keys(void **state)
{
    world *w = *state;
    bul_article *article =
        read_article(w, "标题：甲\n级别: 要闻\n正文：开始\n");
    assert_string_equal(text_of(w, article->title.text), "甲");
    assert_int_equal(article->level, BUL_LEVEL_MAJOR);
    assert_int_equal(article->blocks.count, 1);
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_NO_FENCE), 1);
}

static void a_head_of_the_first_level_is_the_title(void **state)
{
    world *w = *state;
    bul_article *article = read_article(w, "# 题 *目*\n\n正文\n\n# 小题\n");
    assert_string_equal(text_of(w, article->title.text), "题 目");
    assert_int_equal(article->blocks.count, 2);
    assert_int_equal(article->blocks.items[1].level, 2);
    assert_string_equal(world_last(w), "");
}

static void a_title_is_missed_unless_it_is_a_brief(void **state)
{
    world *w = *state;
    read_article(w, "---\n级别: 简讯\n---\n## 甲\n文\n");
    assert_string_equal(world_last(w), "");
    w->puts.count = 0;
    read_article(w, "---\n级别: 图片新闻\n---\n");
    assert_string_equal(world_last(w),
                        "期/稿/a.md:2:1: warning: photo story '稿/a.md' has no "
                        "picture [article/no-photo]");
}

static void an_article_without_title_or_text_is_reported(void **state)
{
    world *w = *state;
    read_article(w, "---\n栏目: 要闻\n---\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_NO_TITLE), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_EMPTY), 1);
    assert_int_equal(w->diag.error_count, 1);
}

static void a_missing_article_has_a_stand_in(void **state)
{
    world *w = *state;
    bul_article *article =
        bul_article_read(&w->arena, &w->files, &w->diag, BUL_STR("期"),
                         (bul_line_of_text){BUL_STR("z.md"), {0}});
    assert_string_equal(text_of(w, article->title.text), "z.md");
    assert_int_equal(w->diag.error_count, 1);
}

static void boxes_get_their_meaning(void **state)
{
    world *w = *state;
    bul_article *article = read_article(
        w, "---\n标题: 甲\n---\n::: 二维码 https://example.org/x\n扫码\n报名\n"
           ":::\n\n::: 数字 今冬\n**400**\n\n余人次\n:::\n\n::: 链接\n内\n:::\n"
           "\n::: 二维码\n:::\n");
    assert_int_equal(article->blocks.count, 4);
    const bul_block *qr = &article->blocks.items[0];
    assert_int_equal(qr->kind, BUL_BLOCK_QR);
    assert_string_equal(text_of(w, qr->target.text), "https://example.org/x");
    assert_string_equal(text_of(w, qr->runs.items[0].text), "扫码");
    assert_true(article->blocks.items[1].box->is_figure_of_number);
    assert_false(article->blocks.items[2].box->is_figure_of_number);
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_QR_EMPTY), 1);
}

static void paragraphs_may_be_kept_together(void **state)
{
    world *w = *state;
    bul_article *article =
        read_article(w, "---\n标题: 甲\n---\n乙{不拆}\n\n丙{可删}\n");
    assert_true(article->blocks.items[0].keep_together);
    assert_false(article->blocks.items[1].keep_together);
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_ATTRIBUTE), 1);
}

static void tables_carry_over(void **state)
{
    world *w = *state;
    bul_article *article =
        read_article(w, "---\n标题: 甲\n---\n表：题\n|a|b|\n|-|-:|\n|1|2|\n");
    const bul_table *table = article->blocks.items[0].table;
    assert_int_equal(table->row_count, 2);
    assert_int_equal(table->aligns[1], BUL_CELL_RIGHT);
    assert_string_equal(text_of(w, table->title.text), "题");
    assert_string_equal(text_of(w, table->cells[3].items[0].text), "2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_key_finds_its_place),
        WORLD_TEST(runs_keep_their_marks_wherever_they_stand),
        WORLD_TEST(notes_come_in_the_order_of_their_calls),
        WORLD_TEST(a_title_calls_no_note),
        WORLD_TEST(places_are_those_of_the_article_file),
        WORLD_TEST(pictures_are_looked_for_in_two_folders),
        WORLD_TEST(a_picture_beside_the_article_is_near_too),
        WORLD_TEST(a_picture_may_not_leave_the_folder),
        WORLD_TEST(attributes_of_a_figure_are_checked),
        WORLD_TEST(front_matter_has_to_be_closed),
        WORLD_TEST(keys_without_a_fence_are_still_keys),
        WORLD_TEST(a_head_of_the_first_level_is_the_title),
        WORLD_TEST(a_title_is_missed_unless_it_is_a_brief),
        WORLD_TEST(an_article_without_title_or_text_is_reported),
        WORLD_TEST(a_missing_article_has_a_stand_in),
        WORLD_TEST(boxes_get_their_meaning),
        WORLD_TEST(paragraphs_may_be_kept_together),
        WORLD_TEST(tables_carry_over),
    };
    return cmocka_run_group_tests_name("article", tests, NULL, NULL);
}
