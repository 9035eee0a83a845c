/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "support/world.h"
#include "template/read.h"

/* A layout with everything that must be there, and more. */
#define REQUIRED                                                               \
    "title: 试\npaper: A4\nbody: {size: 10pt, leading: 15pt}\n"               \
    "measure: 20字\ntop: 30pt\nlines: 40\n"
#define HEADS "heads: {normal: {title: {size: 20pt}}}\n"

static const bul_template *read_text(world *w, const char *text)
{
    world_put(w, "l.yaml", text);
    const bul_template *t = bul_template_read(&w->arena, &w->files, &w->diag,
                                              (bul_layout_sources){0},
                                              BUL_STR("l.yaml"), (bul_span){0});
    assert_non_null(t);
    return t;
}

static void assert_reports(world *w, const char *text, const char *report)
{
    read_text(w, text);
    assert_string_equal(world_last(w), report);
    assert_int_equal(w->diag.entries.count, 1);
}

static void the_shipped_layouts_read_without_a_word(void **state)
{
    static const char *const data_dirs[] = {".", NULL};
    static const char *const names[] = {
        "a3-fold",     "broadsheet", "digest", "digest-two",
        "jianbao",     "large-type", "notice", "tabloid",
        "tabloid-six", "wall-a1",    "wall-a2"};
    world *w = *state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const bul_template *t =
            bul_template_read(&w->arena, bul_world_real(), &w->diag,
                              (bul_layout_sources){.data_dirs = data_dirs},
                              bul_str_from(names[i]), (bul_span){0});
        assert_non_null(t);
        assert_string_equal(world_last(w), "");
        assert_true(t->title.len > 0 && t->line_count > 0);
        assert_true(t->first.items.count > 0 && t->leading > 0);
    }
}

static void zi_and_hang_take_their_length_from_the_body(void **state)
{
    world *w = *state;
    const bul_template *t =
        read_text(w, REQUIRED HEADS "gutter: 1.5字\nstory: {rule: 0.1行}\n");

    assert_string_equal(world_last(w), "");
    assert_int_equal(t->measure, 200000);
    assert_int_equal(t->gutter, 15000);
    assert_int_equal(t->story_rule, 1500);
    assert_int_equal(t->ink_top, 2500);
}

static void a_silent_layout_is_a_plain_one(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(w, REQUIRED HEADS);
    const bul_style *body = &t->styles[BUL_STYLE_BODY];

    assert_int_equal(t->column_count, 1);
    assert_int_equal(t->bleed, 0);
    assert_int_equal(t->left, (t->page_width - 200000) / 2);
    assert_int_equal(t->rules.han_latin, 250);
    assert_int_equal(t->rules.breaks, BUL_BREAKS_GB);
    assert_int_equal(t->rules.marks, BUL_MARKS_FULL);
    assert_true(t->rules.hyphenates);
    assert_false(t->rules.hangs || t->rules.on_grid || t->rules.is_vertical);
    assert_int_equal(t->story_rows, 1);
    assert_int_equal(body->indent, 20000);
    assert_int_equal(body->align, BUL_STYLE_JUSTIFY);
    assert_string_equal(world_cstr(w, body->family), "宋");
    assert_string_equal(world_cstr(w, t->styles[BUL_STYLE_STRONG].family),
                        "黑");
    assert_string_equal(world_cstr(w, t->styles[BUL_STYLE_EMPHASIS].family),
                        "楷");
}

static void a_style_says_only_what_differs(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(
        w, REQUIRED HEADS "styles: {caption: {size: 8pt, align: 中}}\n");
    const bul_style *caption = &t->styles[BUL_STYLE_CAPTION];

    assert_int_equal(caption->size, 8000);
    assert_int_equal(caption->leading, 10400); /* 1.3 of the new size */
    assert_int_equal(caption->align, BUL_STYLE_CENTER);
    assert_string_equal(world_cstr(w, caption->family), "楷");
}

static void a_title_may_have_several_sizes(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(
        w, REQUIRED
        "heads: {normal: {title: {size: [22pt, 20pt, 17pt], lines: 2}}}\n");
    const bul_style *title = &t->heads[0].title;

    assert_int_equal(title->size_count, 3);
    assert_int_equal(title->size, 22000);
    assert_int_equal(title->sizes[2], 17000);
    assert_int_equal(title->max_lines, 2);
}

static void other_levels_are_like_the_normal_one(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(
        w, REQUIRED "heads:\n"
                    "  normal: {title: {size: 20pt}, byline: {size: 9pt}}\n"
                    "  lead: {title: {size: 40pt}}\n");
    assert_int_equal(t->heads[1].title.size, 40000);
    assert_int_equal(t->heads[1].byline.size, 9000);
    assert_int_equal(t->heads[3].title.size, 20000);
}

static void
a_summary_is_like_the_subtitle_unless_normal_has_its_own(void **state)
{
    world *w = *state;
    const bul_template *t =
        read_text(w, REQUIRED "heads: {normal: {subtitle: {size: 12pt}},"
                              " lead: {subtitle: {size: 14pt}}}\n");
    assert_int_equal(t->heads[0].summary.size, 12000);
    assert_int_equal(t->heads[1].summary.size, 14000);

    w->puts.count = 0;
    t = read_text(w, REQUIRED "heads: {normal: {summary: {size: 11pt}},"
                              " lead: {subtitle: {size: 14pt}}}\n");
    assert_int_equal(t->heads[1].summary.size, 11000);
}

static void a_layout_flows_unless_it_says_modular(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(w, REQUIRED HEADS);
    assert_false(t->is_modular);
    assert_int_equal(t->page_count, 0);
    assert_int_equal(t->heads[1].fewest, 0);
    assert_int_equal(t->heads[1].most, 0);

    w->puts.count = 0;
    t = read_text(w, REQUIRED HEADS "makeup: flow\n");
    assert_false(t->is_modular);

    w->puts.count = 0;
    t = read_text(w, REQUIRED HEADS "排法: 模块\n版数: 4\n");
    assert_true(t->is_modular);
    assert_int_equal(t->page_count, 4);
    assert_string_equal(world_last(w), "");
}

static void heads_take_as_many_columns_as_they_say(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(
        w, "title: 试\npaper: A4\nbody: {size: 10pt, leading: 15pt}\n"
           "measure: 9字\ntop: 30pt\nlines: 40\ncolumns: 4\n"
           "heads:\n  normal: {spans: [1, 3]}\n  lead: {栏数: [3, 9]}\n"
           "  second: {spans: 2}\n");
    assert_string_equal(world_last(w), "");
    assert_int_equal(t->heads[1].fewest, 3);
    assert_int_equal(t->heads[1].most, 4); /* there are no more */
    assert_int_equal(t->heads[2].fewest, 2);
    assert_int_equal(t->heads[2].most, 2);
    assert_int_equal(t->heads[3].fewest, 1); /* as normal */
    assert_int_equal(t->heads[3].most, 3);
}

static void the_tail_may_have_a_rule_over_its_first_row(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(
        w, REQUIRED HEADS "tail: {首线: 1pt, rule: 2pt, rows: [{left: a}]}\n");
    assert_string_equal(world_last(w), "");
    assert_int_equal(t->tail.first_rule, 1000);
    assert_int_equal(t->tail.rule, 2000);
}

static void colours_have_names(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(
        w, REQUIRED HEADS "colors: {red: C0 M100 Y95 K5}\naccent: red\n"
                          "tint: 8%\n");
    assert_int_equal(t->accent.m, 1000);
    assert_int_equal(t->tint.k, 80);
    assert_string_equal(world_last(w), "");
}

static void fixtures_stand_where_they_say(void **state)
{
    world *w = *state;
    const bul_template *t =
        read_text(w, REQUIRED HEADS
                  "first_page:\n  depth: 60pt\n  items:\n"
                  "    - {text: \"{name}\", at: [1字, -5pt], width: 9字}\n"
                  "    - {bar: 50%, at: [0, 2行], height: 1pt}\n"
                  "    - {frame: black, at: [0, 0], side: even}\n"
                  "    - {index: yes, at: [0, 0], leader: dots, columns: 2}\n");
    const bul_fixture *items = t->first.items.items;

    assert_string_equal(world_last(w), "");
    assert_int_equal(t->first.depth, 60000);
    assert_int_equal(items[0].kind, BUL_FIXTURE_TEXT);
    assert_int_equal(items[0].x, 10000);
    assert_int_equal(items[0].y, -5000);
    assert_int_equal(items[0].w, 90000);
    assert_int_equal(items[1].kind, BUL_FIXTURE_BAR);
    assert_int_equal(items[1].color.k, 500);
    assert_int_equal(items[1].y, 30000);
    assert_int_equal(items[1].w, 200000); /* the type area's */
    assert_int_equal(items[2].kind, BUL_FIXTURE_FRAME);
    assert_int_equal(items[2].side, BUL_SIDE_EVEN);
    assert_int_equal(items[3].kind, BUL_FIXTURE_INDEX);
    assert_true(items[3].has_leader);
    assert_int_equal(items[3].columns, 2);
}

#define EAR                                                                    \
    "报眼:\n  位置: [8字, 5pt]\n  宽: 12字\n  分栏: 1\n"              \
    "  题: {主题: {字号: 16pt}}\n"                                        \
    "  部件: [{线框: 黑, 位置: [7字, 0]}]\n"                           \
    "  首页: {占高: 90pt, 部件: [{文字: 窄, 位置: [0, 0]}]}\n"

static void an_ear_is_a_place_with_a_head_and_furniture(void **state)
{
    world *w = *state;
    const bul_template *t =
        read_text(w, REQUIRED HEADS EAR "  行数: 6\n边栏: 左\n");
    assert_string_equal(world_last(w), "");
    assert_int_equal(t->ear.x, 80000);
    assert_int_equal(t->ear.y, 5000);
    assert_int_equal(t->ear.w, 120000);
    assert_int_equal(t->ear.columns, 1);
    assert_int_equal(t->ear.rows, 6);
    assert_int_equal(t->ear.head.title.size, 16000);
    assert_int_equal(t->ear.own.items.count, 1);
    assert_true(t->ear.has_first);
    assert_false(t->ear.has_index);
    assert_int_equal(t->ear.first.depth, 90000);
    assert_int_equal(t->ear.first.items.count, 1);
    assert_true(t->has_left_side);
    w->puts.count = 0;
    t = read_text(w, REQUIRED HEADS);
    assert_int_equal(t->ear.rows, 0);
    assert_false(t->has_left_side);
}

static void an_ear_too_small_for_an_article_is_none(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(w, REQUIRED HEADS EAR "  行数: 3\n");
    assert_int_equal(world_count_of(w, BUL_MSG_LAYOUT_BAD_EAR), 1);
    assert_int_equal(t->ear.rows, 0);
    w->puts.count = 0;
    t = read_text(w, REQUIRED HEADS
                  "ear: {at: [0, 0], width: 12字, lines: 6, columns: 2}\n");
    assert_int_equal(world_count_of(w, BUL_MSG_LAYOUT_BAD_EAR), 2);
    assert_int_equal(t->ear.rows, 0);
}

static void keys_may_be_chinese(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(
        w,
        "名称: 试\n纸张: A4\n正文: {字号: 五号, 行距: 16pt}\n"
        "栏宽: 20字\n天头: 20mm\n行数: 40\n题: {一般: {主题: {字号: 二号}}}\n");
    assert_string_equal(world_last(w), "");
    assert_int_equal(t->styles[BUL_STYLE_BODY].size, 10500);
    assert_int_equal(t->heads[0].title.size, 22000);
}

/* ---- Wrong values. ---- */

static void an_unknown_key_is_reported_with_the_nearest(void **state)
{
    world *w = *state;
    read_text(w, REQUIRED HEADS "guter: 10pt\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_UNKNOWN_NEAR), 1);
}

static void a_bad_colour_is_reported_where_it_stands(void **state)
{
    assert_reports(*state, REQUIRED HEADS "accent: rot\n",
                   "l.yaml:8:9: error: cannot read the colour 'rot' "
                   "[layout/bad-color]");
}

static void a_bad_colour_of_the_palette_is_black(void **state)
{
    world *w = *state;
    const bul_template *t =
        read_text(w, REQUIRED HEADS "colors: {red: 红红}\naccent: red\n");
    assert_int_equal(world_count_of(w, BUL_MSG_LAYOUT_BAD_COLOR), 1);
    assert_int_equal(t->accent.k, 1000);
}

static void a_bad_paper_is_reported_and_a4_taken(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(
        w, "title: 试\npaper: A99\nbody: {size: 10pt, leading: 15pt}\n"
           "measure: 20字\ntop: 30pt\nlines: 40\n" HEADS);
    assert_string_equal(world_last(w),
                        "l.yaml:2:8: error: cannot read the paper 'A99' "
                        "[layout/bad-paper]");
    assert_int_equal(t->page_width, bul_mpt_from_mm(210));
}

static void a_place_needs_two_lengths(void **state)
{
    world *w = *state;
    read_text(w, REQUIRED HEADS
              "every_page:\n  items:\n    - {bar: black, at: [3mm]}\n");
    assert_int_equal(world_count_of(w, BUL_MSG_LAYOUT_BAD_PLACE), 1);
}

static void spans_are_two_numbers_the_fewest_first(void **state)
{
    static const char *const spans[] = {"[3, 2]", "[]", "[1, 2, 3]"};
    world *w = *state;
    for (size_t i = 0; i < sizeof spans / sizeof spans[0]; i++) {
        char text[400];
        snprintf(text, sizeof text, REQUIRED "heads: {normal: {spans: %s}}\n",
                 spans[i]);
        w->puts.count = 0;
        const bul_template *t = read_text(w, text);
        assert_int_equal(world_count_of(w, BUL_MSG_LAYOUT_BAD_SPANS), i + 1);
        assert_int_equal(t->heads[0].fewest, 0);
        assert_int_equal(t->heads[0].most, 0);
    }
}

static void spans_that_are_no_numbers_are_reported(void **state)
{
    world *w = *state;
    read_text(w, REQUIRED "heads: {normal: {spans: [x, 2]}}\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_NOT_A_NUMBER), 1);
    assert_int_equal(w->diag.entries.count, 1);
}

static void columns_too_wide_for_the_paper_are_reported(void **state)
{
    assert_reports(*state, REQUIRED HEADS "columns: 3\n",
                   "l.yaml:4:10: error: the type area is larger than the "
                   "paper [layout/off-paper]");
}

static void lines_too_many_for_the_paper_are_reported(void **state)
{
    assert_reports(*state,
                   "title: 试\npaper: A4\nbody: {size: 10pt, leading: 15pt}\n"
                   "measure: 20字\ntop: 30pt\nlines: 60\n" HEADS,
                   "l.yaml:6:8: error: the type area is larger than the "
                   "paper [layout/off-paper]");
}

/* Each of these would divide by nothing, or set type of no size. */
static void lengths_of_nothing_are_refused_and_replaced(void **state)
{
    static const char *const texts[] = {
        "title: 试\npaper: A4\nbody: {size: 0, leading: 15pt}\n"
        "measure: 20字\ntop: 30pt\nlines: 20\n" HEADS,
        "title: 试\npaper: A4\nbody: {size: 10pt, leading: 0pt}\n"
        "measure: 20字\ntop: 30pt\nlines: 20\n" HEADS,
        "title: 试\npaper: A4\nbody: {size: -3pt, leading: 15pt}\n"
        "measure: 20字\ntop: 30pt\nlines: 20\n" HEADS,
        "title: 试\npaper: A4\nbody: {size: 10pt, leading: 15pt}\n"
        "measure: 0\ntop: 30pt\nlines: 20\n" HEADS,
        REQUIRED "heads: {normal: {title: {size: [20pt, 0pt]}}}\n",
        REQUIRED "heads: {normal: {title: {size: 0pt}}}\n",
        REQUIRED HEADS "index: {items: [{index: yes, at: [0, 0], pitch: 0}]}\n",
        REQUIRED HEADS "styles: {caption: {leading: 0pt}}\n",
    };
    world *w = *state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        w->puts.count = 0;
        const bul_template *t = read_text(w, texts[i]);
        assert_int_equal(world_count_of(w, BUL_MSG_KEY_OUT_OF_RANGE), i + 1);
        assert_true(t->leading >= 1000);
        assert_true(t->styles[BUL_STYLE_BODY].size >= 1000);
        assert_true(t->measure >= 10000);
        assert_true(t->styles[BUL_STYLE_CAPTION].leading >= 1000);
        for (size_t n = 0; n < t->heads[0].title.size_count; n++)
            assert_true(t->heads[0].title.sizes[n] >= 1000);
        if (t->index.items.count > 0)
            assert_true(t->index.items.items[0].pitch >= 1000);
    }
}

static void no_white_is_negative(void **state)
{
    world *w = *state;
    read_text(w, REQUIRED HEADS "gutter: -5pt\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_OUT_OF_RANGE), 1);
}

static void an_empty_file_gives_a_plain_layout_and_what_is_missing(void **state)
{
    world *w = *state;
    const bul_template *t = read_text(w, "");

    assert_true(world_count_of(w, BUL_MSG_KEY_MISSING) >= 5);
    assert_int_equal(t->leading, 15750);
    assert_int_equal(t->line_count, 40);
    assert_int_equal(t->page_height, bul_mpt_from_mm(297));
}

static void a_layout_of_wrong_forms_does_no_harm(void **state)
{
    world *w = *state;
    read_text(w,
              "title: [1]\npaper: {a: 1}\nbody: 3\ncolumns: [x]\n"
              "measure: {}\ntop: []\nlines: 0\nstyles: []\nheads: 4\n"
              "colors: [a, b]\nfirst_page: {items: {a: b}}\ntail: {rows: 3}\n"
              "index: {items: [[1, 2], 3]}\n");
    assert_true(w->diag.error_count >= 10);
}

static void indents_wider_than_the_column_are_reported(void **state)
{
    assert_reports(*state, REQUIRED HEADS "styles: {quote: {indent: 20字}}\n",
                   "l.yaml:8:17: error: the indents of this style leave no "
                   "room in the column, or reach out of it "
                   "[layout/bad-indent]");
}

static void indents_out_of_the_column_are_reported_and_dropped(void **state)
{
    world *w = *state;
    const bul_template *t =
        read_text(w, REQUIRED HEADS "styles: {quote: {hang: -3字}}\n");
    assert_int_equal(world_count_of(w, BUL_MSG_LAYOUT_BAD_INDENT), 1);
    assert_int_equal(t->styles[BUL_STYLE_QUOTE].hang, 0);
}

static void
tracking_that_stacks_characters_is_reported_and_dropped(void **state)
{
    world *w = *state;
    const bul_template *t =
        read_text(w, REQUIRED HEADS "styles: {quote: {tracking: -3pt}}\n");
    assert_int_equal(world_count_of(w, BUL_MSG_LAYOUT_BAD_TRACKING), 1);
    assert_int_equal(t->styles[BUL_STYLE_QUOTE].tracking, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_shipped_layouts_read_without_a_word),
        WORLD_TEST(zi_and_hang_take_their_length_from_the_body),
        WORLD_TEST(a_silent_layout_is_a_plain_one),
        WORLD_TEST(a_style_says_only_what_differs),
        WORLD_TEST(a_title_may_have_several_sizes),
        WORLD_TEST(other_levels_are_like_the_normal_one),
        WORLD_TEST(a_summary_is_like_the_subtitle_unless_normal_has_its_own),
        WORLD_TEST(a_layout_flows_unless_it_says_modular),
        WORLD_TEST(heads_take_as_many_columns_as_they_say),
        WORLD_TEST(the_tail_may_have_a_rule_over_its_first_row),
        WORLD_TEST(colours_have_names),
        WORLD_TEST(fixtures_stand_where_they_say),
        WORLD_TEST(an_ear_is_a_place_with_a_head_and_furniture),
        WORLD_TEST(an_ear_too_small_for_an_article_is_none),
        WORLD_TEST(keys_may_be_chinese),
        WORLD_TEST(an_unknown_key_is_reported_with_the_nearest),
        WORLD_TEST(a_bad_colour_is_reported_where_it_stands),
        WORLD_TEST(a_bad_colour_of_the_palette_is_black),
        WORLD_TEST(a_bad_paper_is_reported_and_a4_taken),
        WORLD_TEST(a_place_needs_two_lengths),
        WORLD_TEST(spans_are_two_numbers_the_fewest_first),
        WORLD_TEST(spans_that_are_no_numbers_are_reported),
        WORLD_TEST(columns_too_wide_for_the_paper_are_reported),
        WORLD_TEST(lines_too_many_for_the_paper_are_reported),
        WORLD_TEST(lengths_of_nothing_are_refused_and_replaced),
        WORLD_TEST(no_white_is_negative),
        WORLD_TEST(an_empty_file_gives_a_plain_layout_and_what_is_missing),
        WORLD_TEST(a_layout_of_wrong_forms_does_no_harm),
        WORLD_TEST(indents_wider_than_the_column_are_reported),
        WORLD_TEST(indents_out_of_the_column_are_reported_and_dropped),
        WORLD_TEST(tracking_that_stacks_characters_is_reported_and_dropped),
    };
    return cmocka_run_group_tests_name("template_read", tests, NULL, NULL);
}
