/* SPDX-License-Identifier: MIT */
/* The last page of what makeup.c makes, its tail, and laws of the whole. */
#include <string.h>

#include "layout/makeup.h"
#include "support/desk.h"
#include "support/random.h"

/* ---- The tail. ---- */

#define TAIL                                                                   \
    "tail:\n  style: {size: 10pt, leading: 15pt}\n  above: 15pt\n  rows:\n"    \
    "    - {left: \"报：{report_to}\", height: 15pt}\n"                      \
    "    - {left: \"送：{copy_to}\", height: 15pt}\n"
#define TAIL_KEYS "report_to: 省总\ncopy_to: 市总\n"

static void the_tail_stands_on_the_foot_of_the_last_page(void **state)
{
    desk *d = desk_open(*state, 1, TAIL);
    desk_put_body(d, "", "甲稿", 50);
    const bul_edition *edition = desk_makeup(d, TAIL_KEYS);
    size_t page;
    bul_mpt y = desk_find(d, edition, "送：市总", &page);

    assert_int_equal(page, 1);
    /* Foot of the type area 330, less the white of the grid line. */
    assert_in_range(y, 320000, 329000);
}

static void a_tail_whose_values_are_empty_takes_no_room(void **state)
{
    desk *d = desk_open(*state, 1, TAIL);
    desk_put_body(d, "", "甲稿", desk_of_lines(18));

    const bul_edition *edition = desk_makeup(d, "");
    assert_int_equal(edition->pages.count, 1);
    assert_int_equal(desk_count(desk_all_text(d, edition), "报："), 0);
}

static void a_tail_without_room_takes_text_along(void **state)
{
    desk *d = desk_open(*state, 1, TAIL);
    desk_put_body(d, "", "甲稿",
                  desk_of_lines(18)); /* 2 + 18 rows: the page is full */
    const bul_edition *edition = desk_makeup(d, TAIL_KEYS);
    size_t tail_page;
    desk_find(d, edition, "报：省总", &tail_page);

    assert_int_equal(edition->pages.count, 2);
    assert_int_equal(tail_page, 2);
    assert_int_equal(desk_set_characters(d, edition), desk_of_lines(18));
    assert_non_null(strstr(desk_page_text(d, edition->pages.items[1]), "工"));
}

static void
a_short_article_under_a_tall_head_is_not_lost_to_the_tail(void **state)
{
    /* A head of 17 rows and 2 lines, alone on a page with a tail. */
    desk *d = desk_open(*state, 1, TAIL);
    bul_text title = bul_text_in(&d->w->arena);
    for (int i = 0; i < 5 * 8; i++)
        bul_text_add(&title, BUL_STR("题"));
    desk_put_body(d, "", bul_cstr(&d->w->arena, bul_text_str(&title)), 12);
    const bul_edition *edition = desk_makeup(d, TAIL_KEYS);

    assert_string_equal(world_last(d->w), "");
    assert_int_equal(desk_set_characters(d, edition), 12);
    assert_int_equal(desk_count(desk_all_text(d, edition), "题"), 40);
}

static void a_short_last_article_goes_whole_with_the_tail(void **state)
{
    desk *d = desk_open(*state, 1, TAIL);
    desk_put_body(d, "", "甲稿", desk_of_lines(10)); /* 12 rows, a gap */
    desk_put_body(d, "", "乙稿", desk_of_lines(4));  /* 6 rows of 7 */
    const bul_edition *edition = desk_makeup(d, TAIL_KEYS);
    size_t page;

    desk_find(d, edition, "乙稿", &page);
    assert_int_equal(page, 2);
    desk_find(d, edition, "报：省总", &page);
    assert_int_equal(page, 2);
}

/* ---- Bookmarks. ---- */

static void each_article_has_a_bookmark_where_it_begins(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "甲稿", 500);
    desk_put_body(d, "", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(edition->bookmarks.count, 2);
    assert_string_equal(world_cstr(d->w, edition->bookmarks.items[0].title),
                        "甲稿");
    assert_int_equal(edition->bookmarks.items[0].page_index, 0);
    assert_int_equal(edition->bookmarks.items[1].page_index, 1);
}

static void marks_are_closed_on_the_page_they_are_opened_on(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "甲稿", 1500);
    const bul_edition *edition = desk_makeup(d, "");
    for (size_t p = 0; p < edition->pages.count; p++) {
        int depth = 0;
        for (size_t i = 0; i < edition->pages.items[p]->items.count; i++) {
            bul_item_type type = edition->pages.items[p]->items.items[i].type;
            depth += (type == BUL_ITEM_BEGIN) - (type == BUL_ITEM_END);
            assert_true(depth >= 0);
        }
        assert_int_equal(depth, 0);
    }
}

/* ---- Laws. ---- */

static void check_type_area(desk *d, const bul_edition *edition)
{
    const bul_template *t = d->template;
    bul_mpt right = t->left + bul_template_span(t, t->column_count);
    bul_mpt foot = t->top + t->line_count * t->leading;
    for (size_t p = 0; p < edition->pages.count; p++)
        for (size_t i = 0; i < edition->pages.items[p]->items.count; i++) {
            const bul_item *item = &edition->pages.items[p]->items.items[i];
            if (item->type != BUL_ITEM_GLYPHS)
                continue;
            assert_in_range(item->as.glyphs.x, t->left, right);
            assert_in_range(item->as.glyphs.y, t->top, foot);
        }
}

/* The same articles, the last with one paragraph more. */
static size_t pages_of(world *w, dice rolled, bool with_more)
{
    w->puts.count = 0;
    int columns = 1 + (int)dice_below(&rolled, 4);
    desk *d = desk_open(w, columns, dice_chance(&rolled, 50) ? TAIL : "");
    size_t articles = 1 + dice_below(&rolled, 5);
    size_t total = 0;
    for (size_t i = 0; i < articles; i++) {
        size_t length = 20 + dice_below(&rolled, 500);
        bool is_narrow = dice_chance(&rolled, 40);
        if (with_more && i + 1 == articles)
            length += 80;
        total += length;
        desk_put_body(d, is_narrow ? "columns: 1\n" : "", "题目", length);
    }
    const bul_edition *edition = desk_makeup(d, TAIL_KEYS);
    assert_string_equal(world_last(w), "");
    assert_int_equal(desk_set_characters(d, edition), total);
    check_type_area(d, edition);
    return edition->pages.count;
}

static void a_paragraph_more_is_no_page_less(world *w, dice *rolled)
{
    assert_true(pages_of(w, *rolled, true) >= pages_of(w, *rolled, false));
}

static void a_longer_issue_never_has_fewer_pages(void **state)
{
    dice_check(a_paragraph_more_is_no_page_less, *state, 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_tail_stands_on_the_foot_of_the_last_page),
        WORLD_TEST(a_tail_whose_values_are_empty_takes_no_room),
        WORLD_TEST(a_tail_without_room_takes_text_along),
        WORLD_TEST(a_short_article_under_a_tall_head_is_not_lost_to_the_tail),
        WORLD_TEST(a_short_last_article_goes_whole_with_the_tail),
        WORLD_TEST(each_article_has_a_bookmark_where_it_begins),
        WORLD_TEST(marks_are_closed_on_the_page_they_are_opened_on),
        WORLD_TEST(a_longer_issue_never_has_fewer_pages),
    };
    return cmocka_run_group_tests_name("makeup_tail", tests, NULL, NULL);
}
