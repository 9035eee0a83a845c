/* SPDX-License-Identifier: MIT */
/* At 14 字 a paragraph of 40 characters and its indent fills three lines; it
 * can be set in four of 13, the last of three characters. */
#include <string.h>

#include "layout/galley_vary.h"
#include "support/desk.h"

#define MEASURE 140000
#define FRONT   "---\ntitle: 题目\n---\n\n"
#define BRIEFS  "---\nlevel: brief\ntitle: 简讯\n---\n\n"
#define HAN20   "工工工工工工工工工工工工工工工工工工工工"
#define FULL    HAN20 HAN20 "\n\n"
#define SHORT   "短短\n\n"

static const bul_article *article_of(desk *d, const char *text)
{
    d->w->puts.count = 1; /* the layout: earlier articles go */
    desk_put(d, text);
    return desk_read(d, "")->articles.items[0];
}

static bul_elastic_galley *elastic_of(desk *d, const char *text)
{
    return bul_galley_elastic(&d->c, article_of(d, text), MEASURE, 1);
}

/* Text of the slugs of one block, or of all (0). */
static const char *text_of(desk *d, const bul_slug *slugs, size_t count,
                           uint32_t block)
{
    bul_text text = bul_text_in(&d->w->arena);
    for (size_t i = 0; i < count; i++) {
        const bul_items *items = &slugs[i].type.items;
        if (block != 0 && slugs[i].block_number != block)
            continue;
        for (size_t n = 0; n < items->count; n++)
            if (items->items[n].type == BUL_ITEM_GLYPHS)
                bul_text_add(&text, items->items[n].as.glyphs.text);
    }
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

static const char *galley_text(desk *d, const bul_galley *galley)
{
    return text_of(d, galley->slugs.items, galley->slugs.count, 0);
}

/* The options as words: block number and + - x, as "1+ 3x". */
static const char *shown(desk *d, const bul_elastic_galley *elastic)
{
    static const char *const signs[] = {"-", "+", "x"};
    bul_text text = bul_text_in(&d->w->arena);
    for (size_t i = 0; i < elastic->options.count; i++) {
        const bul_galley_option *option = &elastic->options.items[i];
        bul_text_addf(&text, "%s%u%s", i > 0 ? " " : "",
                      (unsigned)option->block_number, signs[option->kind]);
    }
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

static const char *options_of(world *w, const char *text)
{
    desk *d = desk_open(w, 1, "");
    return shown(d, elastic_of(d, text));
}

/* ---- Lines. ---- */

static void a_full_paragraph_can_gain_a_line(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_elastic_galley *e = elastic_of(d, FRONT SHORT FULL SHORT);

    assert_string_equal(shown(d, e), "2+");
    const bul_galley_option *option = &e->options.items[0];
    assert_int_equal(option->first, 1);
    assert_int_equal(option->end, 4);
    assert_int_equal(option->slug_count, 4);
    assert_int_equal(option->lines, 1);
    assert_in_range(option->cost, 2, 6);
    assert_string_equal(text_of(d, option->slugs, 4, 0), HAN20 HAN20);
    assert_int_equal(option->slugs[0].flags, BUL_SLUG_TEXT | BUL_SLUG_STARTS);
    assert_int_equal(option->slugs[2].flags, BUL_SLUG_TEXT);
    assert_int_equal(option->slugs[3].flags, BUL_SLUG_TEXT | BUL_SLUG_ENDS);
}

static void stops_give_their_blanks_and_save_a_line(void **state)
{
    desk *d = desk_open(*state, 1, "styles: {body: {indent: 0字}}\n");
    const bul_article *article = article_of(
        d, FRONT "甲。乙丙。丁戊。己。庚辛壬癸。子。丑。寅。卯辰巳\n");
    bul_elastic_galley *e = bul_galley_elastic(&d->c, article, 110000, 1);
    assert_string_equal(shown(d, e), "1-");
    const bul_galley_option *option = &e->options.items[0];
    assert_int_equal(option->lines, -1);
    assert_int_equal(option->slug_count + 1, option->end - option->first);
}

/* Is there a length at which a text gains a line? */
static bool some_gain(desk *d, const char *before, const char *after)
{
    for (size_t length = 60; length < 120; length++) {
        const char *text = desk_join(d, before, desk_han(d, length));
        const bul_article *article = article_of(d, desk_join(d, text, after));
        bul_elastic_galley *e =
            bul_galley_elastic(&d->c, article, 2 * MEASURE, 1);
        if (strchr(shown(d, e), '+'))
            return true;
    }
    return false;
}

static void an_item_can_gain_a_line_too(void **state)
{
    desk *d = desk_open(*state, 1, "");
    assert_true(some_gain(d, FRONT "- ", "\n- 短短\n"));
    assert_true(some_gain(d, FRONT "1. ", "\n2. 短短\n"));
}

static void boxes_quotes_and_forced_breaks_are_left_alone(void **state)
{
    desk *d = desk_open(*state, 1, "");
    assert_true(some_gain(d, FRONT, "\n"));
    assert_false(some_gain(d, FRONT "## ", "\n"));
    assert_false(some_gain(d, FRONT "> ", "\n"));
    assert_false(some_gain(d, FRONT "::: 资料链接\n", "\n:::\n"));
    assert_false(some_gain(d, FRONT, "  \n工工工工\n"));
}

static void lines_beside_a_large_character_are_left_alone(void **state)
{
    world *w = *state;
    desk *d = desk_open(w, 1, "    drop_cap: 2\n");
    bul_elastic_galley *e =
        elastic_of(d, FRONT "工工工工" HAN20 HAN20 "\n\n" FULL);
    assert_string_equal(shown(d, e), "2+");
}

static void what_stays_together_does_so_when_it_gains_a_line(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_elastic_galley *e =
        elastic_of(d, FRONT SHORT HAN20 HAN20 "{不拆}\n\n" SHORT);
    assert_string_equal(shown(d, e), "2+");
    uint32_t group = e->galley->slugs.items[1].keep_group;
    assert_int_not_equal(group, 0);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(e->options.items[0].slugs[i].keep_group, group);
}

static void the_text_of_a_brief_gains_a_line(void **state)
{
    desk *d = desk_open(*state, 1, "");
    assert_true(some_gain(d, BRIEFS "## 甲厂\n\n", "\n"));
}

/* ---- What may go. ---- */

static void a_marked_paragraph_may_go(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_elastic_galley *e =
        elastic_of(d, FRONT SHORT "可以不要的一段。{可删}\n\n" SHORT);
    assert_string_equal(shown(d, e), "2x");
    const bul_galley_option *option = &e->options.items[0];
    assert_int_equal(option->lines, -1);
    assert_int_equal(option->cost, BUL_COST_DROP);
    assert_int_equal(option->first, 1);
    assert_int_equal(option->end, 2);
    assert_int_equal(option->slug_count, 0);
}

static void some_text_stays_under_each_crosshead(void **state)
{
    world *w = *state;
    assert_string_equal(options_of(w, FRONT "甲乙\n\n## 丙\n\n丁戊{可删}\n"),
                        "");
    assert_string_equal(
        options_of(w, FRONT "甲乙\n\n## 丙\n\n丁戊{可删}\n\n己庚{可删}\n"),
        "4x");
    assert_string_equal(
        options_of(w, FRONT "甲乙\n\n## 丙\n\n丁戊{可删}\n\n己庚\n"), "3x");
    assert_string_equal(options_of(w, FRONT "甲乙{可删}\n"), "");
}

static void what_calls_a_note_does_not_go(void **state)
{
    world *w = *state;
    assert_string_equal(
        options_of(w, FRONT "甲乙\n\n丙丁[^1]{可删}\n\n[^1]: 注\n"), "");
    assert_string_equal(
        options_of(w, FRONT "甲乙[^1]\n\n丙丁{可删}\n\n[^1]: 注\n"), "2x");
}

static void of_a_numbered_list_only_the_end_goes(void **state)
{
    world *w = *state;
    assert_string_equal(
        options_of(w, FRONT "甲乙\n\n1. 丙{可删}\n2. 丁\n3. 戊{可删}\n"), "4x");
    assert_string_equal(
        options_of(w, FRONT "甲乙\n\n- 丙{可删}\n- 丁\n- 戊{可删}\n"), "2x 4x");
}

static void nothing_goes_where_the_article_forbids_it(void **state)
{
    assert_string_equal(
        options_of(*state,
                   "---\ntitle: 题目\n删减: 不删\n---\n\n甲乙\n\n丙丁{可删}\n"),
        "");
}

static void the_paragraph_of_the_large_character_stays(void **state)
{
    desk *d = desk_open(*state, 1, "    drop_cap: 2\n");
    bul_elastic_galley *e = elastic_of(
        d, FRONT "甲乙丙丁戊己庚辛壬癸{可删}\n\n甲乙{可删}\n\n丙丁\n");
    assert_string_equal(shown(d, e), "2x");
}

static void a_brief_goes_with_its_head(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_elastic_galley *e =
        elastic_of(d, BRIEFS "## 甲厂\n\n办了班。\n\n"
                             "## 乙厂\n\n开了会。{可删}\n\n"
                             "## 丙厂\n\n办了展。{可删}\n\n还发了奖。\n");
    assert_string_equal(shown(d, e), "2x");
    size_t option = 0;
    bul_galley *varied = bul_galley_vary(&d->w->arena, e, &option, 1);
    assert_null(strstr(galley_text(d, varied), "乙厂"));
    assert_non_null(strstr(galley_text(d, varied), "丙厂"));
}

static void one_of_the_briefs_stays(void **state)
{
    assert_string_equal(options_of(*state,
                                   BRIEFS "## 甲厂\n\n办了班。{可删}\n\n"
                                          "## 乙厂\n\n开了会。{可删}\n"),
                        "2x");
}

/* ---- Varied galleys. ---- */

static void options_are_put_in_place_of_their_paragraphs(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_elastic_galley *e = elastic_of(
        d, FRONT FULL "可以不要的一段。{可删}\n\n短\n\n" HAN20 HAN20 "\n");
    assert_string_equal(shown(d, e), "1+ 2x 4+");
    static const size_t all[] = {2, 0, 1};
    bul_galley *varied = bul_galley_vary(&d->w->arena, e, all, 3);

    assert_int_equal(varied->measure, MEASURE);
    assert_int_equal(varied->slugs.count, 9);
    assert_string_equal(galley_text(d, varied), HAN20 HAN20 "短" HAN20 HAN20);
    assert_int_equal(varied->slugs.items[4].block_number, 3);
    assert_int_equal(e->galley->slugs.count, 8);
}

static void without_options_it_is_as_it_comes(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_elastic_galley *e = elastic_of(d, FRONT FULL SHORT);
    bul_galley *varied = bul_galley_vary(&d->w->arena, e, NULL, 0);
    assert_int_equal(varied->slugs.count, e->galley->slugs.count);
    assert_memory_equal(varied->slugs.items, e->galley->slugs.items,
                        varied->slugs.count * sizeof(bul_slug));
}

/* Notes called by each slug. */
static const char *calls_of(desk *d, const bul_galley *galley)
{
    bul_text text = bul_text_in(&d->w->arena);
    for (size_t i = 0; i < galley->slugs.count; i++)
        bul_text_addf(&text, "%u", (unsigned)galley->slugs.items[i].notes);
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

/* The rule and one line of a note come last. */
static void a_call_moves_with_its_line(void **state)
{
    desk *d = desk_open(*state, 1, "notes: foot\n");
    bul_elastic_galley *e =
        elastic_of(d, FRONT HAN20 "工工工工工[^1]工工工工工工工工" HAN20 "\n\n"
                                  "丙丁{可删}\n\n戊己\n\n[^1]: 注\n");
    assert_string_equal(shown(d, e), "1+ 2x");
    assert_string_equal(calls_of(d, e->galley), "01000100");
    size_t option = 0;
    bul_galley *varied = bul_galley_vary(&d->w->arena, e, &option, 1);
    assert_string_equal(calls_of(d, varied), "001000100");
}

static void with_the_last_of_the_text_all_notes_are_due(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_elastic_galley *e = elastic_of(
        d, FRONT "甲乙[^1]\n\n戊己\n\n" HAN20 HAN20 "{可删}\n\n[^1]: 注\n");
    assert_string_equal(shown(d, e), "3+ 3x");
    assert_string_equal(calls_of(d, e->galley), "1000100");
    size_t looser = 0;
    size_t drop = 1;
    assert_string_equal(
        calls_of(d, bul_galley_vary(&d->w->arena, e, &looser, 1)), "10000100");
    assert_string_equal(calls_of(d, bul_galley_vary(&d->w->arena, e, &drop, 1)),
                        "1100");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_full_paragraph_can_gain_a_line),
        WORLD_TEST(stops_give_their_blanks_and_save_a_line),
        WORLD_TEST(an_item_can_gain_a_line_too),
        WORLD_TEST(boxes_quotes_and_forced_breaks_are_left_alone),
        WORLD_TEST(lines_beside_a_large_character_are_left_alone),
        WORLD_TEST(what_stays_together_does_so_when_it_gains_a_line),
        WORLD_TEST(the_text_of_a_brief_gains_a_line),
        WORLD_TEST(a_marked_paragraph_may_go),
        WORLD_TEST(some_text_stays_under_each_crosshead),
        WORLD_TEST(what_calls_a_note_does_not_go),
        WORLD_TEST(of_a_numbered_list_only_the_end_goes),
        WORLD_TEST(nothing_goes_where_the_article_forbids_it),
        WORLD_TEST(the_paragraph_of_the_large_character_stays),
        WORLD_TEST(a_brief_goes_with_its_head),
        WORLD_TEST(one_of_the_briefs_stays),
        WORLD_TEST(options_are_put_in_place_of_their_paragraphs),
        WORLD_TEST(without_options_it_is_as_it_comes),
        WORLD_TEST(a_call_moves_with_its_line),
        WORLD_TEST(with_the_last_of_the_text_all_notes_are_due),
    };
    return cmocka_run_group_tests_name("galley_vary", tests, NULL, NULL);
}
