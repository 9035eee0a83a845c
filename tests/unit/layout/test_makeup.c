/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/makeup.h"
#include "support/desk.h"
#include "support/sample_picture.h"

static size_t page_count(desk *d)
{
    return desk_makeup(d, "")->pages.count;
}

/* ---- Pages. ---- */

static void one_short_article_makes_one_page(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "短稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(edition->pages.count, 1);
    const bul_page *page = edition->pages.items[0];
    assert_int_equal(page->number, 1);
    assert_int_equal(page->width, d->template->page_width);
    assert_int_equal(desk_set_characters(d, edition), 50);
    assert_string_equal(world_last(d->w), "");
}

static void a_long_article_runs_on_over_pages(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "长稿", 2000);
    const bul_edition *edition = desk_makeup(d, "");

    /* 2,000 of 400 a page, less the head and the indents. */
    assert_int_equal(edition->pages.count, 6);
    assert_int_equal(desk_set_characters(d, edition), 2000);
    assert_int_equal(desk_count(desk_all_text(d, edition), "长稿"), 1);
}

static void articles_follow_each_other_on_a_page(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "甲稿", 50);
    desk_put_body(d, "", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");
    size_t page;

    assert_int_equal(edition->pages.count, 1);
    assert_true(desk_find(d, edition, "甲稿", &page) <
                desk_find(d, edition, "乙稿", &page));
}

static void narrow_articles_stand_side_by_side(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "columns: 1\n", "甲稿", 50);
    desk_put_body(d, "columns: 1\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");
    size_t page;

    assert_int_equal(desk_find(d, edition, "甲稿", &page),
                     desk_find(d, edition, "乙稿", &page));
    assert_non_null(strstr(desk_page_text(d, edition->pages.items[0]), "140 "));
}

static void the_last_of_a_row_takes_the_columns_left(void **state)
{
    desk *d = desk_open(*state, 4, "");
    desk_put_body(d, "columns: 1\n", "甲稿", 240);
    desk_put_body(d, "columns: 4\n", "乙稿", 80);
    const bul_edition *edition = desk_makeup(d, "");

    /* 甲 over all four: a line or so in each. */
    assert_non_null(strstr(desk_page_text(d, edition->pages.items[0]), "360 "));
}

static void an_article_that_names_its_page_begins_there(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "甲稿", 50);
    desk_put_body(d, "page: 3\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");
    size_t page;

    desk_find(d, edition, "乙稿", &page);
    assert_int_equal(page, 3);
    assert_int_equal(edition->pages.count, 3);
    assert_string_equal(world_last(d->w), "");
}

static void a_page_already_passed_is_reported(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "甲稿", 1000);
    desk_put_body(d, "page: 1\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_PAGE_PASSED), 1);
    assert_int_equal(desk_set_characters(d, edition), 1050);
}

static void two_articles_of_one_page_share_it(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "page: 2\ncolumns: 1\n", "甲稿", 50);
    desk_put_body(d, "page: 2\ncolumns: 1\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(edition->pages.count, 2);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_PAGE_PASSED), 0);
}

static void no_more_pages_are_made_than_allowed(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "长稿", 4000);
    const bul_edition *edition = bul_makeup(
        &d->c, desk_read(d, ""), (bul_makeup_options){.max_pages = 3});

    assert_int_equal(edition->pages.count, 3);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_TOO_MANY_PAGES), 1);
}

static void exactly_as_many_pages_as_allowed_are_no_error(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "长稿", 1000);
    const bul_edition *edition = bul_makeup(
        &d->c, desk_read(d, ""), (bul_makeup_options){.max_pages = 3});

    assert_int_equal(edition->pages.count, 3);
    assert_string_equal(world_last(d->w), "");
}

static void an_issue_without_articles_is_a_page(void **state)
{
    desk *d = desk_open(*state, 2, "");
    const bul_edition *edition = desk_makeup(d, "articles: []\n");
    assert_int_equal(edition->pages.count, 1);
}

static void a_head_is_not_left_alone_at_a_pages_foot(void **state)
{
    desk *d = desk_open(*state, 1, "");
    /* 14 lines, a gap of one, then a head of two: three left under it. */
    desk_put_body(d, "", "甲稿", desk_of_lines(12));
    desk_put_body(d, "", "乙稿", 300);
    const bul_edition *edition = desk_makeup(d, "");
    size_t page;

    desk_find(d, edition, "乙稿", &page);
    assert_int_equal(page, 2);
}

static void a_head_with_some_lines_under_it_may_stand_there(void **state)
{
    desk *d = desk_open(*state, 1, "");
    desk_put_body(d, "", "甲稿", desk_of_lines(8));
    desk_put_body(d, "", "乙稿", 300);
    const bul_edition *edition = desk_makeup(d, "");
    size_t page;

    desk_find(d, edition, "乙稿", &page);
    assert_int_equal(page, 1);
}

static void articles_too_deep_for_their_row_go_over_the_full_width(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "columns: 1\n", "甲稿", 600);
    desk_put_body(d, "columns: 1\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(desk_set_characters(d, edition), 650);
    assert_string_equal(world_last(d->w), "");
}

static void they_keep_the_label_of_their_section(void **state)
{
    desk *d = desk_open(*state, 2, "section_height: 15pt\n");
    desk_put_body(d, "columns: 1\nsection: 要闻版\n", "甲稿", 600);
    desk_put_body(d, "columns: 1\nsection: 要闻版\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(desk_count(desk_all_text(d, edition), "要闻版"), 1);
}

static void a_section_is_named_where_it_begins(void **state)
{
    desk *d = desk_open(*state, 2, "section_height: 15pt\n");
    desk_put_body(d, "section: 要闻版\n", "甲稿", 50);
    desk_put_body(d, "section: 要闻版\n", "乙稿", 50);
    desk_put_body(d, "section: 文苑版\n", "丙稿", 50);
    const char *text = desk_all_text(d, desk_makeup(d, ""));

    assert_int_equal(desk_count(text, "要闻版"), 1);
    assert_int_equal(desk_count(text, "文苑版"), 1);
}

static void an_article_without_a_body_prints_its_head(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "甲稿", 50);
    desk_put(d, "---\ntitle: 空稿\n---\n");
    desk_put_body(d, "", "丙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");
    size_t page;

    assert_true(desk_find(d, edition, "空稿", &page) <
                desk_find(d, edition, "丙稿", &page));
    assert_int_equal(edition->pages.count, 1);
}

static void put_picture(desk *d, unsigned width, unsigned height)
{
    sample_png wanted = {.width = width, .height = height, .bits = 8};
    world_put_bytes(d->w, "p.png", sample_png_make(&d->w->arena, wanted));
}

static size_t picture_count(const bul_edition *edition)
{
    size_t count = 0;
    for (size_t p = 0; p < edition->pages.count; p++)
        for (size_t i = 0; i < edition->pages.items[p]->items.count; i++)
            count += edition->pages.items[p]->items.items[i].type ==
                     BUL_ITEM_PICTURE;
    return count;
}

static void a_story_may_be_a_picture_and_nothing_else(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_picture(d, 40, 20);
    desk_put(d, "---\nlevel: photo\nphotos:\n  - {file: p.png, width: 2, "
                "caption: 江边}\n---\n");
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(edition->pages.count, 1);
    assert_int_equal(picture_count(edition), 1);
    assert_int_equal(desk_count(desk_all_text(d, edition), "江边"), 1);
}

static void a_picture_too_deep_for_page_one_costs_no_text(void **state)
{
    /* A masthead of 8 lines leaves 12; the picture takes 12 under a head. */
    desk *d =
        desk_open(*state, 2, "first_page:\n  depth: 120pt\n  items: []\n");
    put_picture(d, 40, 40);
    desk_put(d, desk_join(d,
                          "---\ntitle: 题目\nphotos:\n  - {file: p.png, "
                          "width: 2, alt: 图}\n---\n\n",
                          desk_han(d, 60)));
    const bul_edition *edition = desk_makeup(d, "");

    assert_string_equal(world_last(d->w), "");
    assert_int_equal(desk_set_characters(d, edition), 60);
    assert_int_equal(picture_count(edition), 1);
}

static void put_briefs(desk *d, size_t count)
{
    bul_text text = bul_text_in(&d->w->arena);
    bul_text_add(&text, BUL_STR("---\ntitle: 简讯\nlevel: brief\n---\n\n"));
    for (size_t i = 0; i < count; i++) {
        bul_text_add(&text, BUL_STR("## 题\n\n"));
        bul_text_add(&text, bul_str_from(desk_han(d, 40)));
        bul_text_add(&text, BUL_STR("\n\n"));
    }
    desk_put(d, bul_cstr(&d->w->arena, bul_text_str(&text)));
}

static void thirty_briefs_are_all_set(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_briefs(d, 30);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(desk_set_characters(d, edition), 30 * 40);
    assert_int_equal(desk_count(desk_all_text(d, edition), "题"), 30);
    assert_true(edition->pages.count >= 3);
    assert_string_equal(world_last(d->w), "");
}

static void a_title_of_sixty_characters_is_set_whole(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_text title = bul_text_in(&d->w->arena);
    for (int i = 0; i < 60; i++)
        bul_text_add(&title, BUL_STR("题"));
    desk_put_body(d, "", bul_cstr(&d->w->arena, bul_text_str(&title)), 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(desk_count(desk_all_text(d, edition), "题"), 60);
    assert_string_equal(world_last(d->w), "");
}

static void a_title_of_two_characters_is_not_torn_apart(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "题目", 50);
    const char *text = desk_page_text(d, desk_makeup(d, "")->pages.items[0]);
    assert_non_null(strstr(text, "30 52 题目\n"));
}

static void
a_title_longer_than_a_page_is_reported_and_the_rest_goes_on(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_text title = bul_text_in(&d->w->arena);
    for (int i = 0; i < 300; i++)
        bul_text_add(&title, BUL_STR("题"));
    desk_put_body(d, "", bul_cstr(&d->w->arena, bul_text_str(&title)), 50);
    desk_put_body(d, "", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_NO_ROOM), 1);
    assert_int_equal(desk_count(desk_all_text(d, edition), "乙稿"), 1);
    assert_int_equal(edition->pages.count, 1);
}

static void nothing_but_what_cannot_be_set_is_no_second_blank_page(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put_body(d, "", "甲稿", 500);
    bul_text title = bul_text_in(&d->w->arena);
    for (int i = 0; i < 300; i++)
        bul_text_add(&title, BUL_STR("题"));
    desk_put_body(d, "", bul_cstr(&d->w->arena, bul_text_str(&title)), 50);

    assert_int_equal(page_count(d), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(one_short_article_makes_one_page),
        WORLD_TEST(a_long_article_runs_on_over_pages),
        WORLD_TEST(articles_follow_each_other_on_a_page),
        WORLD_TEST(narrow_articles_stand_side_by_side),
        WORLD_TEST(the_last_of_a_row_takes_the_columns_left),
        WORLD_TEST(an_article_that_names_its_page_begins_there),
        WORLD_TEST(a_page_already_passed_is_reported),
        WORLD_TEST(two_articles_of_one_page_share_it),
        WORLD_TEST(no_more_pages_are_made_than_allowed),
        WORLD_TEST(exactly_as_many_pages_as_allowed_are_no_error),
        WORLD_TEST(an_issue_without_articles_is_a_page),
        WORLD_TEST(a_head_is_not_left_alone_at_a_pages_foot),
        WORLD_TEST(a_head_with_some_lines_under_it_may_stand_there),
        WORLD_TEST(articles_too_deep_for_their_row_go_over_the_full_width),
        WORLD_TEST(they_keep_the_label_of_their_section),
        WORLD_TEST(a_section_is_named_where_it_begins),
        WORLD_TEST(an_article_without_a_body_prints_its_head),
        WORLD_TEST(a_story_may_be_a_picture_and_nothing_else),
        WORLD_TEST(a_picture_too_deep_for_page_one_costs_no_text),
        WORLD_TEST(thirty_briefs_are_all_set),
        WORLD_TEST(a_title_of_sixty_characters_is_set_whole),
        WORLD_TEST(a_title_of_two_characters_is_not_torn_apart),
        WORLD_TEST(a_title_longer_than_a_page_is_reported_and_the_rest_goes_on),
        WORLD_TEST(nothing_but_what_cannot_be_set_is_no_second_blank_page),
    };
    return cmocka_run_group_tests_name("makeup", tests, NULL, NULL);
}
