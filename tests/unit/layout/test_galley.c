/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/galley.h"
#include "support/desk.h"
#include "support/sample_picture.h"

#define FRONT "---\ntitle: 题目\n---\n\n"

static bul_galley *galley_of(desk *d, const char *text, int columns)
{
    desk_put(d, text);
    bul_issue *issue = desk_read(d, "");
    return bul_galley_set(&d->c, issue->articles.items[0], d->template->measure,
                          columns);
}

/* The slugs as words: lines of text are t, first S, last E, both in one O; h
 * what keeps its next, w white, f a float, - the rest; one letter each. */
static const char *letters(desk *d, const bul_galley *galley)
{
    bul_text text = bul_text_in(&d->w->arena);
    for (size_t i = 0; i < galley->slugs.count; i++) {
        unsigned flags = galley->slugs.items[i].flags;
        char letter = '-';
        if (flags & BUL_SLUG_WHITE)
            letter = 'w';
        else if (flags & BUL_SLUG_FLOATS)
            letter = 'f';
        else if (flags & BUL_SLUG_KEEP_NEXT)
            letter = 'h';
        else if ((flags & BUL_SLUG_STARTS) && (flags & BUL_SLUG_ENDS))
            letter = 'O';
        else if (flags & BUL_SLUG_STARTS)
            letter = 'S';
        else if (flags & BUL_SLUG_ENDS)
            letter = 'E';
        else if (flags & BUL_SLUG_TEXT)
            letter = 't';
        bul_text_add_char(&text, (uint32_t)letter);
    }
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

/* All text of a slug. */
static const char *text_of(desk *d, const bul_slug *slug)
{
    bul_text text = bul_text_in(&d->w->arena);
    for (size_t i = 0; i < slug->type.items.count; i++)
        if (slug->type.items.items[i].type == BUL_ITEM_GLYPHS)
            bul_text_add(&text, slug->type.items.items[i].as.glyphs.text);
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

static bul_mpt first_x(const bul_slug *slug)
{
    return slug->type.items.items[0].as.glyphs.x;
}

static void paragraphs_become_lines_of_one_row(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley =
        galley_of(d, FRONT "工会工会工会工会工会工会工会\n\n一行\n", 1);

    assert_string_equal(letters(d, galley), "SEO");
    assert_int_equal(galley->slugs.items[0].rows, 1);
    assert_int_equal(first_x(&galley->slugs.items[0]), 20000);
    assert_int_equal(first_x(&galley->slugs.items[1]), 0);
    assert_int_equal(galley->slugs.items[2].block_number, 2);
}

static void all_lines_stand_on_one_baseline_of_their_row(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = galley_of(d, FRONT "工会\n", 1);
    /* ink_top 2.5 + 88 % of 10 */
    assert_int_equal(galley->slugs.items[0].type.items.items[0].as.glyphs.y,
                     11300);
}

static void a_crosshead_keeps_its_next_and_has_white_above(void **state)
{
    desk *d = desk_open(*state, 1, "styles: {crosshead: {above: 15pt}}\n");
    bul_galley *galley = galley_of(d, FRONT "甲乙\n\n## 小题\n\n丙丁\n", 1);

    assert_string_equal(letters(d, galley), "OwhO");
    assert_int_equal(galley->slugs.items[2].role, BUL_ROLE_CROSSHEAD);
}

static void a_list_item_begins_with_its_label(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = galley_of(d, FRONT "1. 甲乙\n2. 丙丁\n", 1);

    assert_string_equal(letters(d, galley), "OO");
    assert_string_equal(text_of(d, &galley->slugs.items[0]), "1. 甲乙");
    assert_int_equal(galley->slugs.items[0].role, BUL_ROLE_LIST_ITEM);
}

static void verse_keeps_its_lines_together(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = galley_of(d, FRONT "> 一行诗  \n> 二行诗\n", 1);

    assert_int_equal(galley->slugs.count, 2);
    assert_string_equal(text_of(d, &galley->slugs.items[1]), "二行诗");
    assert_int_not_equal(galley->slugs.items[0].keep_group, 0);
    assert_int_equal(galley->slugs.items[0].keep_group,
                     galley->slugs.items[1].keep_group);
}

static void a_strong_word_is_a_run_of_hei(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = galley_of(d, FRONT "甲**乙**丙\n", 1);
    const bul_items *items = &galley->slugs.items[0].type.items;

    assert_int_equal(items->count, 3);
    assert_string_equal(
        world_cstr(d->w, items->items[1].as.glyphs.face->family),
        "Bulletin Hei");
}

static void the_note_goes_before_and_the_source_after(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = galley_of(
        d, "---\ntitle: 题目\nnote: 按语\nsource: 某报\n---\n\n正文\n", 1);

    assert_int_equal(galley->slugs.count, 3);
    assert_string_equal(text_of(d, &galley->slugs.items[0]), "编者按：按语");
    assert_string_equal(text_of(d, &galley->slugs.items[1]), "正文");
    assert_non_null(strstr(text_of(d, &galley->slugs.items[2]), "某报"));
}

static void put_picture(desk *d)
{
    sample_png wanted = {.width = 40, .height = 20, .bits = 8};
    world_put_bytes(d->w, "p.png", sample_png_make(&d->w->arena, wanted));
}

static void pictures_are_spread_over_the_text(void **state)
{
    desk *d = desk_open(*state, 1, "");
    put_picture(d);
    bul_galley *galley = galley_of(
        d, "---\ntitle: 题目\nphotos: [p.png]\n---\n\n甲\n\n乙\n\n丙\n\n丁\n",
        1);

    assert_string_equal(letters(d, galley), "OOfOO");
    assert_int_equal(galley->slugs.items[2].white, 1);
}

static void no_picture_parts_a_crosshead_from_its_text(void **state)
{
    desk *d = desk_open(*state, 1, "");
    put_picture(d);
    bul_galley *galley = galley_of(
        d,
        "---\ntitle: 题目\nphotos: [p.png]\n---\n\n甲\n\n## 乙\n\n丙\n\n丁\n",
        1);
    const char *shown = letters(d, galley);

    assert_non_null(strchr(shown, 'f'));
    assert_null(strstr(shown, "hf"));
}

static void a_picture_without_text_is_all_there_is(void **state)
{
    desk *d = desk_open(*state, 1, "");
    put_picture(d);
    bul_galley *galley =
        galley_of(d, "---\ntitle: 题目\nphotos: [p.png]\n---\n", 1);
    assert_string_equal(letters(d, galley), "f");
}

static void the_head_of_a_brief_runs_into_its_text(void **state)
{
    desk *d = desk_open(*state, 1, "");
    desk_put(d, "---\nlevel: brief\ntitle: 简讯\n---\n\n## 甲厂\n\n办了班。\n\n"
                "## 乙厂\n\n开了会。\n");
    bul_issue *issue = desk_read(d, "");
    bul_galley *galley =
        bul_galley_set_briefs(&d->c, issue->articles.items[0], 200000);

    assert_string_equal(letters(d, galley), "OO");
    const char *text = text_of(d, &galley->slugs.items[1]);
    assert_non_null(strstr(text, "乙厂"));
    assert_non_null(strstr(text, "开了会。"));
}

static void
a_word_too_wide_for_its_column_is_parted_and_reported_once(void **state)
{
    desk *d = desk_open(*state, 1, "");
    galley_of(d, FRONT "甲乙丙aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa丁戊\n", 1);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_PARTED), 1);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_TOO_WIDE), 0);
}

/* The first line is 8 字 wide, the word 9. */
static void a_word_too_wide_for_the_indented_line_is_parted_too(void **state)
{
    desk *d = desk_open(*state, 1, "");
    galley_of(d, FRONT "mmmmmmmmmm甲乙丙丁戊\n", 1);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_PARTED), 1);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_TOO_WIDE), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(paragraphs_become_lines_of_one_row),
        WORLD_TEST(all_lines_stand_on_one_baseline_of_their_row),
        WORLD_TEST(a_crosshead_keeps_its_next_and_has_white_above),
        WORLD_TEST(a_list_item_begins_with_its_label),
        WORLD_TEST(verse_keeps_its_lines_together),
        WORLD_TEST(a_strong_word_is_a_run_of_hei),
        WORLD_TEST(the_note_goes_before_and_the_source_after),
        WORLD_TEST(pictures_are_spread_over_the_text),
        WORLD_TEST(no_picture_parts_a_crosshead_from_its_text),
        WORLD_TEST(a_picture_without_text_is_all_there_is),
        WORLD_TEST(the_head_of_a_brief_runs_into_its_text),
        WORLD_TEST(a_word_too_wide_for_its_column_is_parted_and_reported_once),
        WORLD_TEST(a_word_too_wide_for_the_indented_line_is_parted_too),
    };
    return cmocka_run_group_tests_name("galley", tests, NULL, NULL);
}
