/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/galley.h"
#include "support/desk.h"

#define FRONT "---\ntitle: 题目\n---\n\n"

static const bul_galley *galley_of(desk *d, const char *text)
{
    desk_put(d, text);
    bul_issue *issue = desk_read(d, "");
    return bul_galley_set(&d->c, issue->articles.items[0], d->template->measure,
                          1);
}

/* The n-th run of glyphs of a slug, or NULL. */
static const bul_glyph_run *find_run(const bul_slug *slug, size_t n)
{
    for (size_t i = 0; i < slug->type.items.count; i++) {
        const bul_item *item = &slug->type.items.items[i];
        if (item->type == BUL_ITEM_GLYPHS && n-- == 0)
            return &item->as.glyphs;
    }
    return NULL;
}

static const bul_glyph_run *run_of(const bul_slug *slug, size_t n)
{
    static const bul_glyph_run none;
    const bul_glyph_run *run = find_run(slug, n);
    assert_non_null(run);
    return run ? run : &none;
}

static const char *text_of(desk *d, const bul_slug *slug)
{
    bul_text text = bul_text_in(&d->w->arena);
    const bul_glyph_run *run;
    for (size_t i = 0; (run = find_run(slug, i)) != NULL; i++)
        bul_text_add(&text, run->text);
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

static const char *sign(desk *d, uint32_t number)
{
    return bul_cstr(&d->w->arena, bul_note_sign(&d->w->arena, number));
}

/* The only bar of a slug. */
static bul_bar bar_of(const bul_slug *slug)
{
    assert_int_equal(slug->type.items.count, 1);
    assert_int_equal(slug->type.items.items[0].type, BUL_ITEM_BAR);
    return slug->type.items.items[0].as.bar;
}

/* ---- Signs. ---- */

static void numbers_stand_in_circles_as_long_as_there_are_any(void **state)
{
    desk *d = desk_open(*state, 1, "");

    assert_string_equal(sign(d, 1), "①");
    assert_string_equal(sign(d, 20), "⑳");
    assert_string_equal(sign(d, 21), "㉑");
    assert_string_equal(sign(d, 35), "㉟");
    assert_string_equal(sign(d, 36), "㊱");
    assert_string_equal(sign(d, 50), "㊿");
    assert_string_equal(sign(d, 51), "[51]");
    assert_string_equal(sign(d, 500), "[500]");
}

/* ---- Calls. ---- */

static void
a_call_is_small_and_its_square_as_high_as_its_neighbours(void **state)
{
    desk *d = desk_open(*state, 1, "");
    const bul_galley *galley = galley_of(d, FRONT "工会[^1]办\n\n[^1]: 注\n");
    const bul_slug *line = &galley->slugs.items[0];
    const bul_glyph_run *call = run_of(line, 1);

    assert_string_equal(text_of(d, line), "工会①办");
    assert_int_equal(call->text.len, strlen("①"));
    assert_int_equal(call->size, 6200);
    assert_int_equal(call->y - 5456, run_of(line, 0)->y - 8800);
}

static void no_white_parts_a_call_from_its_word(void **state)
{
    desk *d = desk_open(*state, 1, "");
    const bul_galley *galley = galley_of(d, FRONT "办 GDP[^1]工\n\n[^1]: 注\n");
    const bul_slug *line = &galley->slugs.items[0];
    const bul_style *body = &d->template->styles[BUL_STYLE_BODY];
    bul_mpt word = bul_compositor_width(&d->c, body, BUL_STR("办 GDP"));

    assert_string_equal(text_of(d, line), "办 GDP①工");
    assert_int_equal(run_of(line, 1)->x, 20000 + word);
    assert_int_equal(run_of(line, 2)->x, 20000 + word + 6200);
    /* Between GDP and a hanzi there would be some. */
    assert_true(bul_compositor_width(&d->c, body, BUL_STR("办 GDP工")) >
                word + 10000);
}

/* How many lines of a text, set to each of many measures, begin so. */
static size_t lines_that_begin(desk *d, const bul_article *article,
                               const char *wanted)
{
    size_t count = 0;
    for (bul_mpt measure = 50000; measure < 150000; measure += 10000) {
        const bul_galley *galley = bul_galley_set(&d->c, article, measure, 1);
        for (size_t i = 0; i < galley->slugs.count; i++)
            count +=
                galley->slugs.items[i].role == BUL_ROLE_PARAGRAPH &&
                strncmp(text_of(d, &galley->slugs.items[i]), wanted, 3) == 0;
    }
    return count;
}

static void no_line_begins_with_a_call(void **state)
{
    desk *d = desk_open(*state, 1, "");
    desk_put(d, FRONT "工会干部下到车间[^1]记下职工的意见[^1]当场答复[^1]"
                      "不能的限期[^1]办结\n\n[^1]: 注\n");
    desk_put(d, FRONT "工会干部下到车间●记下职工的意见●当场答复●"
                      "不能的限期●办结\n");
    bul_issue *issue = desk_read(d, "");

    assert_int_equal(lines_that_begin(d, issue->articles.items[0], "①"), 0);
    /* Any other sign does. */
    assert_true(lines_that_begin(d, issue->articles.items[1], "●") > 0);
}

static void a_call_is_in_the_face_of_the_text_whatever_its_word(void **state)
{
    desk *d = desk_open(*state, 1, "");
    const bul_galley *galley =
        galley_of(d, FRONT "工**会[^1]**办\n\n[^1]: 注\n");
    const bul_slug *line = &galley->slugs.items[0];

    assert_ptr_equal(run_of(line, 2)->face, run_of(line, 0)->face);
    assert_ptr_not_equal(run_of(line, 1)->face, run_of(line, 0)->face);
}

/* ---- The notes. ---- */

static void notes_stand_under_a_short_rule_after_the_source(void **state)
{
    desk *d = desk_open(*state, 1, "");
    const bul_galley *galley =
        galley_of(d, "---\ntitle: 题目\nsource: 某报\n---\n\n工会[^1]\n\n"
                     "[^1]: 注文\n");
    const bul_slug *slugs = galley->slugs.items;

    assert_int_equal(galley->slugs.count, 4);
    assert_non_null(strstr(text_of(d, &slugs[1]), "某报"));
    bul_bar rule = bar_of(&slugs[2]);
    assert_int_equal(rule.w, 25000);
    assert_int_equal(rule.h, 250);
    assert_true(slugs[2].flags & BUL_SLUG_KEEP_NEXT);
    assert_int_equal(slugs[2].role, BUL_ROLE_FURNITURE);
    assert_string_equal(text_of(d, &slugs[3]), "①注文");
    assert_int_equal(slugs[3].role, BUL_ROLE_NOTE);
    assert_int_equal(galley->foot_count, 0);
}

static void an_article_without_notes_has_no_rule(void **state)
{
    desk *d = desk_open(*state, 1, "");
    assert_int_equal(galley_of(d, FRONT "工会\n")->slugs.count, 1);
}

static void a_note_is_small_and_hangs_by_its_number(void **state)
{
    desk *d = desk_open(*state, 1, "");
    const bul_galley *galley = galley_of(
        d, FRONT "工会[^1]\n\n[^1]: 工会工会工会工会工会工会工会工会\n");
    const bul_slug *slugs = galley->slugs.items;
    const bul_glyph_run *first = run_of(&slugs[2], 0);
    const bul_glyph_run *second = run_of(&slugs[3], 0);

    assert_int_equal(d->template->styles[BUL_STYLE_FOOTNOTE].size, 8333);
    assert_int_equal(first->size, 8333);
    assert_int_equal(first->x, 0);
    assert_int_equal(second->x, 12499); /* one and a half of its own */
    assert_int_equal(first->y, 11300);  /* on the grid */
    assert_int_equal(second->y, 11300);
    /* The text begins where it hangs. */
    const bul_glyph_run *text = run_of(&slugs[2], 1);
    assert_int_equal(text->x + text->glyphs[0].x, 12499);
}

static void the_layout_says_what_notes_look_like(void **state)
{
    desk *d = desk_open(*state, 1,
                        "styles: {注文: {size: 7pt, font: 黑, hang: 14pt}}\n");
    const bul_galley *galley = galley_of(
        d, FRONT "工会[^1]\n\n[^1]: 工会工会工会工会工会工会工会工会\n");

    assert_int_equal(run_of(&galley->slugs.items[2], 0)->size, 7000);
    assert_int_equal(run_of(&galley->slugs.items[3], 0)->x, 14000);
}

static void notes_come_as_they_are_called_and_bear_their_marks(void **state)
{
    desk *d = desk_open(*state, 1, "");
    const bul_galley *galley = galley_of(
        d, FRONT "甲[^b]乙[^a]丙[^b]\n\n[^a]: 先写\n[^b]: 后**写**\n");
    const bul_slug *slugs = galley->slugs.items;

    assert_string_equal(text_of(d, &slugs[0]), "甲①乙②丙①");
    assert_string_equal(text_of(d, &slugs[2]), "①后写");
    assert_string_equal(text_of(d, &slugs[3]), "②先写");
    assert_non_null(find_run(&slugs[2], 2)); /* a run of 黑 */
}

static void every_article_begins_with_one(void **state)
{
    desk *d = desk_open(*state, 1, "");
    desk_put(d, FRONT "甲[^x]\n\n[^x]: 一\n");
    desk_put(d, FRONT "乙[^x]\n\n[^x]: 二\n");
    const char *text = desk_all_text(d, desk_makeup(d, ""));

    assert_int_equal(desk_count(text, "甲①"), 1);
    assert_int_equal(desk_count(text, "①一"), 1);
    assert_int_equal(desk_count(text, "乙①"), 1);
    assert_int_equal(desk_count(text, "①二"), 1);
}

static void briefs_have_notes_too(void **state)
{
    desk *d = desk_open(*state, 1, "");
    desk_put(d,
             "---\nlevel: brief\ntitle: 简讯\n---\n\n## 甲厂\n\n办班[^1]。\n\n"
             "[^1]: 注文\n");
    bul_issue *issue = desk_read(d, "");
    const bul_galley *galley =
        bul_galley_set_briefs(&d->c, issue->articles.items[0], 200000);

    assert_string_equal(text_of(d, BUL_LAST(&galley->slugs)), "①注文");
}

/* ---- At the feet of columns. ---- */

static void lines_know_the_notes_they_call(void **state)
{
    desk *d = desk_open(*state, 1, "notes: 栏末\n");
    const bul_galley *galley = galley_of(
        d, FRONT "工会工会工会工会工会\n\n甲[^1]乙[^2]\n\n丙[^1]\n\n丁\n\n"
                 "[^1]: 工会工会工会工会工会工会\n[^2]: 注\n");
    const bul_slug *slugs = galley->slugs.items;

    /* two lines, three paragraphs, the rule, two lines and one of notes */
    assert_int_equal(galley->slugs.count, 9);
    assert_int_equal(galley->foot_count, 4);
    assert_int_equal(galley->note_ends[0], 2);
    assert_int_equal(galley->note_ends[1], 3);
    assert_int_equal(slugs[0].notes, 0);
    assert_int_equal(slugs[1].notes, 0);
    assert_int_equal(slugs[2].notes, 2);
    assert_int_equal(slugs[3].notes, 1);
    bar_of(&slugs[5]);
}

/* Called where no line of text is: due with the last of it. */
static void what_a_table_calls_is_due_with_the_last_line(void **state)
{
    desk *d = desk_open(*state, 1, "notes: foot\n");
    const bul_galley *galley = galley_of(
        d, FRONT "甲\n\n| 一[^1] | 二 |\n|---|---|\n| 三 | 四 |\n\n乙\n\n丙\n\n"
                 "[^1]: 注\n");
    size_t last = galley->slugs.count - galley->foot_count - 1;

    assert_int_equal(galley->slugs.items[last].notes, 1);
    assert_int_equal(galley->slugs.items[0].notes, 0);
}

static void a_note_stands_at_the_foot_of_the_column_that_calls_it(void **state)
{
    desk *d = desk_open(*state, 2, "notes: foot\n");
    bul_text text = bul_text_in(&d->w->arena);
    bul_text_add(&text, BUL_STR("---\ntitle: 题目\n---\n\n"));
    for (int i = 0; i < 30; i++)
        bul_text_add(&text,
                     i == 1 ? BUL_STR("甲[^1]\n\n") : BUL_STR("工会工会\n\n"));
    bul_text_add(&text, BUL_STR("[^1]: 注文\n"));
    desk_put(d, bul_cstr(&d->w->arena, bul_text_str(&text)));
    const bul_edition *edition = desk_makeup(d, "");
    const bul_page *page = edition->pages.items[0];
    const char *shown = desk_page_text(d, page);

    /* Head of two rows; 30 lines, the note and its rule are 16 and 16. The
     * foot of the region is row 18: baseline 30 + 17 · 15 + 11.3. */
    assert_non_null(strstr(shown, "30 296 ①\n"));
    assert_non_null(strstr(shown, "160 296 工会工会\n"));
    /* It is read after the text of all columns. */
    assert_non_null(strstr(strstr(shown, "160 296 "), "①"));
    size_t number;
    assert_int_equal(desk_find(d, edition, "甲", &number), 86300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(numbers_stand_in_circles_as_long_as_there_are_any),
        WORLD_TEST(a_call_is_small_and_its_square_as_high_as_its_neighbours),
        WORLD_TEST(no_white_parts_a_call_from_its_word),
        WORLD_TEST(no_line_begins_with_a_call),
        WORLD_TEST(a_call_is_in_the_face_of_the_text_whatever_its_word),
        WORLD_TEST(notes_stand_under_a_short_rule_after_the_source),
        WORLD_TEST(an_article_without_notes_has_no_rule),
        WORLD_TEST(a_note_is_small_and_hangs_by_its_number),
        WORLD_TEST(the_layout_says_what_notes_look_like),
        WORLD_TEST(notes_come_as_they_are_called_and_bear_their_marks),
        WORLD_TEST(every_article_begins_with_one),
        WORLD_TEST(briefs_have_notes_too),
        WORLD_TEST(lines_know_the_notes_they_call),
        WORLD_TEST(what_a_table_calls_is_due_with_the_last_line),
        WORLD_TEST(a_note_stands_at_the_foot_of_the_column_that_calls_it),
    };
    return cmocka_run_group_tests_name("notes", tests, NULL, NULL);
}
