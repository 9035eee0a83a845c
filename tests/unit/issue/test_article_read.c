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
           "竖题: 是\n竖排: 是\n备选标题: [丁, 戊]\n短标题: 己\n权重: -20\n"
           "位置: 右下\n转版: 必转\n删减: 从末段删\n---\n正文\n");
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
    assert_int_equal(article->titles.count, 2);
    assert_string_equal(text_of(w, article->titles.items[1].text), "戊");
    assert_string_equal(text_of(w, article->short_title.text), "己");
    assert_int_equal(article->weight, -20);
    assert_int_equal(article->pin, BUL_PIN_FOOT_RIGHT);
    assert_int_equal(article->jump, BUL_JUMP_ALWAYS);
    assert_int_equal(article->trim, BUL_TRIM_FOOT);
    assert_int_equal(article->blocks.count, 1);
}

static void keys_that_are_absent_leave_it_to_the_issue(void **state)
{
    world *w = *state;
    bul_article *article = read_article(w, "---\n标题: 甲\n---\n文\n");
    assert_int_equal(article->titles.count, 0);
    assert_int_equal(article->short_title.text.len, 0);
    assert_int_equal(article->weight, 0);
    assert_int_equal(article->pin, BUL_PIN_NONE);
    assert_int_equal(article->jump, BUL_JUMP_BY_POLICY);
    assert_int_equal(article->trim, BUL_TRIM_BY_POLICY);
    assert_false(article->is_filler);
    assert_false(article->blocks.items[0].may_drop);
}

static void every_place_of_a_page_has_two_names(void **state)
{
    static const char *const names[][2] = {
        {"auto", "自动"},         {"top-left", "左上"},
        {"top-right", "右上"},    {"bottom-left", "左下"},
        {"bottom-right", "右下"}, {"top", "通栏顶"},
        {"foot", "通栏底"},       {"ear", "报眼"},
        {"left-side", "左边栏"},  {"right-side", "右边栏"}};
    world *w = *state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        for (size_t j = 0; j < 2; j++) {
            bul_text text = bul_text_in(&w->arena);
            bul_text_addf(&text, "---\n标题: 甲\npin: %s\n---\n文\n",
                          names[i][j]);
            w->puts.count = 0;
            const char *article = bul_cstr(&w->arena, bul_text_str(&text));
            assert_int_equal(read_article(w, article)->pin, i);
        }
    assert_string_equal(world_last(w), "");
}

static void some_levels_say_more_than_a_level(void **state)
{
    world *w = *state;
    bul_article *article =
        read_article(w, "---\n标题: 甲\n级别: 倒头条\n---\n文\n");
    assert_int_equal(article->level, BUL_LEVEL_SECOND);
    assert_int_equal(article->pin, BUL_PIN_FOOT);
    assert_false(article->is_filler);
    w->puts.count = 0;
    article =
        read_article(w, "---\n标题: 甲\nlevel: bottom\npin: 左下\n---\n文\n");
    assert_int_equal(article->level, BUL_LEVEL_SECOND);
    assert_int_equal(article->pin, BUL_PIN_FOOT_LEFT);
    w->puts.count = 0;
    article = read_article(w, "---\n标题: 甲\n级别: 补白\n---\n文\n");
    assert_int_equal(article->level, BUL_LEVEL_NORMAL);
    assert_int_equal(article->pin, BUL_PIN_NONE);
    assert_true(article->is_filler);
    assert_string_equal(world_last(w), "");
}

static void a_weight_out_of_range_is_refused(void **state)
{
    world *w = *state;
    bul_article *article =
        read_article(w, "---\n标题: 甲\n权重: 101\n---\n文\n");
    assert_int_equal(article->weight, 0);
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_OUT_OF_RANGE), 1);
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
    read_article(w,
                 "---\n标题: 题\n短标题: 短[^1]\n备选标题: 长[^1]\n---\n甲\n");
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_NOTE_IN_TITLE), 3);
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
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_NO_ALT), 1);
    assert_int_equal(w->diag.entries.count, 1);
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

static void pictures_say_what_may_be_done_to_them(void **state)
{
    world *w = *state;
    put_picture(w, "期/a.png");
    bul_article *article = read_article(
        w, "---\n标题: 甲\n图片:\n  - {file: a.png, 可省: 是, 裁切: 否}\n"
           "  - {file: a.png, optional: no, crop: yes}\n  - a.png\n---\n"
           "![](a.png){可省 裁切=否}\n\n![](a.png){optional=no crop}\n\n"
           "![](a.png){可省=是}\n\n![](a.png)\n");
    static const bool expected[][2] = {
        {true, true},   {false, false}, {false, false}, {true, true},
        {false, false}, {true, false},  {false, false}};
    assert_int_equal(w->diag.error_count + w->diag.warning_count, 0);
    assert_int_equal(article->figures.count, 3);
    assert_int_equal(article->blocks.count, 4);
    for (size_t i = 0; i < 7; i++) {
        const bul_figure *figure = i < 3 ? &article->figures.items[i]
                                         : article->blocks.items[i - 3].figure;
        assert_int_equal(figure->may_drop, expected[i][0]);
        assert_int_equal(figure->is_whole, expected[i][1]);
    }
}

static void a_flag_of_a_picture_is_yes_or_no(void **state)
{
    world *w = *state;
    put_picture(w, "期/a.png");
    read_article(w, "---\n标题: 甲\n---\n![](a.png){可省=大概 width}\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_NOT_A_BOOL), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_NOT_A_NUMBER), 1);
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
        read_article(w, "---\n标题: 甲\n---\n乙{不拆}\n\n丙{可山}\n");
    assert_true(article->blocks.items[0].keep_together);
    assert_false(article->blocks.items[1].keep_together);
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_ATTRIBUTE), 1);
}

/* Blocks of one text, by attribute. */
static void paragraphs_and_items_may_be_left_out(void **state)
{
    static const char *const ways[] = {
        "乙{可删}",         "乙。{optional}",     "- 乙{可删}",
        "一、乙{可删}",     "1. 乙 {可删}",       "乙\n丙。\n{可删}",
        "**乙**{可删}",     "[乙]{专名号}{可删}", "[乙]{可删}",
        "乙{不拆 可删}",    "乙{可删 不拆}",      "乙{不拆}{可删}",
        "乙 {可删} {keep}", "[乙]{可删 不拆}"};
    world *w = *state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        bul_text text = bul_text_in(&w->arena);
        bul_text_addf(&text, "---\n标题: 甲\n---\n首\n\n%s\n", ways[i]);
        w->puts.count = 0;
        const bul_article *article =
            read_article(w, bul_cstr(&w->arena, bul_text_str(&text)));
        assert_string_equal(world_last(w), "");
        assert_int_equal(article->blocks.count, 2);
        assert_false(article->blocks.items[0].may_drop);
        const bul_block *block = &article->blocks.items[1];
        assert_true(block->may_drop);
        assert_int_equal(block->keep_together, i >= 9);
        for (size_t j = 0; j < block->runs.count; j++) {
            bul_str run = block->runs.items[j].text;
            assert_int_equal(bul_str_find(run, BUL_STR("{")), run.len);
        }
    }
}

static void braces_may_come_from_a_chinese_keyboard(void **state)
{
    static const char *const ways[] = {"乙。｛可删｝", "乙。{不拆 可删｝",
                                       "乙。｛可删}", "[乙。]｛可删｝"};
    world *w = *state;
    for (size_t i = 0; i < 4; i++) {
        bul_text text = bul_text_in(&w->arena);
        bul_text_addf(&text, "---\n标题: 甲\n---\n%s\n", ways[i]);
        w->puts.count = 0;
        const bul_article *article =
            read_article(w, bul_cstr(&w->arena, bul_text_str(&text)));
        assert_true(article->blocks.items[0].may_drop);
        assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_WIDE_SIGN), i + 1);
    }
    w->puts.count = 0;
    const bul_article *article =
        read_article(w, "---\n标题: 甲\n---\n集合｛甲 乙｝\n");
    assert_string_equal(text_of(w, article->blocks.items[0].runs.items[0].text),
                        "集合｛甲 乙｝");
    assert_int_equal(w->diag.entries.count, 4);
}

static void nothing_else_is_left_out(void **state)
{
    world *w = *state;
    const bul_article *article =
        read_article(w, "---\n标题: 甲\n---\n## 乙{可删}\n\n丙{可删}。\n\n"
                        "::: 资料 丁 {可删}\n内\n:::\n");
    for (size_t i = 0; i < article->blocks.count; i++)
        assert_false(article->blocks.items[i].may_drop);
    assert_int_equal(world_count_of(w, BUL_MSG_ARTICLE_ATTRIBUTE_PLACE), 2);
    assert_string_equal(text_of(w, article->blocks.items[1].runs.items[0].text),
                        "丙{可删}。");
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
        WORLD_TEST(keys_that_are_absent_leave_it_to_the_issue),
        WORLD_TEST(every_place_of_a_page_has_two_names),
        WORLD_TEST(some_levels_say_more_than_a_level),
        WORLD_TEST(a_weight_out_of_range_is_refused),
        WORLD_TEST(runs_keep_their_marks_wherever_they_stand),
        WORLD_TEST(notes_come_in_the_order_of_their_calls),
        WORLD_TEST(a_title_calls_no_note),
        WORLD_TEST(places_are_those_of_the_article_file),
        WORLD_TEST(pictures_are_looked_for_in_two_folders),
        WORLD_TEST(a_picture_beside_the_article_is_near_too),
        WORLD_TEST(a_picture_may_not_leave_the_folder),
        WORLD_TEST(attributes_of_a_figure_are_checked),
        WORLD_TEST(pictures_say_what_may_be_done_to_them),
        WORLD_TEST(a_flag_of_a_picture_is_yes_or_no),
        WORLD_TEST(front_matter_has_to_be_closed),
        WORLD_TEST(keys_without_a_fence_are_still_keys),
        WORLD_TEST(a_head_of_the_first_level_is_the_title),
        WORLD_TEST(a_title_is_missed_unless_it_is_a_brief),
        WORLD_TEST(an_article_without_title_or_text_is_reported),
        WORLD_TEST(a_missing_article_has_a_stand_in),
        WORLD_TEST(boxes_get_their_meaning),
        WORLD_TEST(paragraphs_may_be_kept_together),
        WORLD_TEST(paragraphs_and_items_may_be_left_out),
        WORLD_TEST(braces_may_come_from_a_chinese_keyboard),
        WORLD_TEST(nothing_else_is_left_out),
        WORLD_TEST(tables_carry_over),
    };
    return cmocka_run_group_tests_name("article", tests, NULL, NULL);
}
