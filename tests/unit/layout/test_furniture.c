/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/furniture.h"
#include "support/desk.h"

#define FURNITURE                                                              \
    "first_page:\n"                                                            \
    "  depth: 40pt\n"                                                          \
    "  items:\n"                                                               \
    "    - {text: \"{name}\", at: [10pt, 5pt], style: {size: 20pt}}\n"         \
    "    - {bar: 50%, at: [0, 30pt], height: 2pt}\n"                           \
    "    - {frame: black, at: [0, 0], width: 50pt, height: 30pt}\n"            \
    "inner_page:\n"                                                            \
    "  depth: 15pt\n"                                                          \
    "  items:\n"                                                               \
    "    - {text: \"眉\", at: [0, 0]}\n"                                      \
    "every_page:\n"                                                            \
    "  items:\n"                                                               \
    "    - {text: \"单{page}\", at: [0, 300pt], side: odd}\n"                 \
    "    - {text: \"双{page}\", at: [0, 300pt], side: even}\n"                \
    "index:\n"                                                                 \
    "  depth: 30pt\n"                                                          \
    "  items:\n"                                                               \
    "    - {index: yes, at: [0, 40pt], width: 200pt, pitch: 15pt,"             \
    " leader: dots}\n"

static const bul_page *draw(desk *d, size_t number,
                            const bul_index_lines *index)
{
    if (d->issue == NULL)
        desk_read(d, "articles: []\n");
    bul_page *page = BUL_NEW(&d->w->arena, bul_page, 1);
    bul_pattern_values values = {d->issue, number, 4};
    bul_furniture_draw(&d->c, &values, index, page);
    return page;
}

static const bul_index_lines no_index;

static size_t bar_count(const bul_page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < page->items.count; i++)
        count += page->items.items[i].type == BUL_ITEM_BAR;
    return count;
}

static void the_masthead_is_on_page_one_alone(void **state)
{
    desk *d = desk_open(*state, 2, FURNITURE);
    /* 30 + 10, 30 + 5 + 88 % of 20 */
    assert_non_null(
        strstr(desk_page_text(d, draw(d, 1, &no_index)), "40 52 试刊\n"));
    const char *inner = desk_page_text(d, draw(d, 2, &no_index));
    assert_null(strstr(inner, "试刊"));
    assert_non_null(strstr(inner, "眉"));
}

#define NAMEPLATE(more)                                                          \
    "first_page:\n"                                                              \
    "  items:\n"                                                                 \
    "    - {text: \"一二三四五六七八九十\", at: [0, 0], width: 100pt," \
    " style: {font: 宋, size: 20pt" more "}}\n"

static size_t baseline_count(const bul_page *page)
{
    size_t count = 0;
    bul_mpt last = -1;
    for (size_t i = 0; i < page->items.count; i++) {
        const bul_item *item = &page->items.items[i];
        if (item->type != BUL_ITEM_GLYPHS || item->as.glyphs.y == last)
            continue;
        last = item->as.glyphs.y;
        count++;
    }
    return count;
}

static void a_text_of_one_line_is_set_smaller_where_it_is_too_long(void **state)
{
    desk *one = desk_open(*state, 1, NAMEPLATE(", lines: 1"));
    assert_int_equal(baseline_count(draw(one, 1, &no_index)), 1);
}

static void any_other_text_takes_the_lines_it_needs(void **state)
{
    desk *free = desk_open(*state, 1, NAMEPLATE(""));
    assert_int_equal(baseline_count(draw(free, 1, &no_index)), 2);
}

static void a_frame_is_four_bars_and_a_bar_is_one(void **state)
{
    desk *d = desk_open(*state, 2, FURNITURE);
    const bul_page *page = draw(d, 1, &no_index);

    assert_int_equal(bar_count(page), 5);
}

static void sides_take_turns(void **state)
{
    desk *d = desk_open(*state, 2, FURNITURE);
    assert_non_null(strstr(desk_page_text(d, draw(d, 3, &no_index)), "单3"));
    assert_null(strstr(desk_page_text(d, draw(d, 3, &no_index)), "双"));
    assert_non_null(strstr(desk_page_text(d, draw(d, 2, &no_index)), "双2"));
}

static void furniture_takes_whole_lines_from_the_top(void **state)
{
    desk *d = desk_open(*state, 2, FURNITURE);
    assert_int_equal(bul_furniture_rows(d->template, 1, false), 3);
    assert_int_equal(bul_furniture_rows(d->template, 1, true), 5);
    assert_int_equal(bul_furniture_rows(d->template, 2, true), 1);
}

static void the_index_names_titles_and_their_pages(void **state)
{
    desk *d = desk_open(*state, 2, FURNITURE);
    bul_index_line lines[] = {{{BUL_STR("甲稿"), {0}}, 2},
                              {{BUL_STR("乙稿"), {0}}, 3}};
    bul_index_lines index = {lines, 2};
    const char *text = desk_page_text(d, draw(d, 1, &index));

    assert_non_null(strstr(text, "30 78 甲稿\n"));
    assert_non_null(strstr(text, "30 93 乙稿\n"));
    assert_non_null(strstr(text, "3版"));
    assert_null(strstr(desk_page_text(d, draw(d, 2, &index)), "甲稿"));
}

static void a_title_too_long_for_its_entry_is_set_smaller(void **state)
{
    desk *d = desk_open(*state, 2, FURNITURE);
    bul_index_line lines[] = {{{BUL_STR("一二三四五六七八九十一二三四五六七八"
                                        "九十一二三四五六"),
                                {0}},
                               2}};
    bul_index_lines index = {lines, 1};
    const bul_page *page = draw(d, 1, &index);
    bool found = false;
    for (size_t i = 0; i < page->items.count; i++) {
        const bul_item *item = &page->items.items[i];
        if (item->type == BUL_ITEM_GLYPHS &&
            bul_str_starts(item->as.glyphs.text, BUL_STR("一二三"))) {
            assert_in_range(item->as.glyphs.size, 6000, 7500);
            found = true;
        }
    }
    assert_true(found);
}

static void a_fixture_without_its_value_is_not_printed(void **state)
{
    desk *d = desk_open(
        *state, 2,
        "every_page: {items: [{text: \"主办：{publisher}\", at: [0, 0]}]}\n");
    assert_null(strstr(desk_page_text(d, draw(d, 1, &no_index)), "主办"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_masthead_is_on_page_one_alone),
        WORLD_TEST(a_text_of_one_line_is_set_smaller_where_it_is_too_long),
        WORLD_TEST(any_other_text_takes_the_lines_it_needs),
        WORLD_TEST(a_frame_is_four_bars_and_a_bar_is_one),
        WORLD_TEST(sides_take_turns),
        WORLD_TEST(furniture_takes_whole_lines_from_the_top),
        WORLD_TEST(the_index_names_titles_and_their_pages),
        WORLD_TEST(a_title_too_long_for_its_entry_is_set_smaller),
        WORLD_TEST(a_fixture_without_its_value_is_not_printed),
    };
    return cmocka_run_group_tests_name("furniture", tests, NULL, NULL);
}
