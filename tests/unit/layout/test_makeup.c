/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/makeup.h"
#include "support/desk.h"
#include "support/random.h"
#include "support/sample_picture.h"

/* An article with a title and so many characters, in paragraphs of eight full
 * lines and what is left. */
static void put_article(desk *d, const char *keys, const char *title,
                        size_t count)
{
    bul_text text = bul_text_in(&d->w->arena);
    bul_text_addf(&text, "---\ntitle: %s\n%s---\n\n", title, keys);
    for (; count > 78; count -= 78) {
        bul_text_add(&text, bul_str_from(desk_han(d, 78)));
        bul_text_add(&text, BUL_STR("\n\n"));
    }
    bul_text_add(&text, bul_str_from(desk_han(d, count)));
    desk_put(d, bul_cstr(&d->w->arena, bul_text_str(&text)));
}

/* Characters of a body of so many lines. */
static size_t of_lines(size_t count)
{
    size_t rest = count % 8;
    return count / 8 * 78 + (rest > 0 ? 10 * rest - 2 : 0);
}

static size_t page_count(desk *d)
{
    return desk_makeup(d, "")->pages.count;
}

/* 工 is the only character of a body and in no title. */
static size_t set_characters(desk *d, const bul_edition *edition)
{
    return desk_count(desk_all_text(d, edition), "工");
}

/* ---- Pages. ---- */

static void one_short_article_makes_one_page(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "", "短稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(edition->pages.count, 1);
    const bul_page *page = edition->pages.items[0];
    assert_int_equal(page->number, 1);
    assert_int_equal(page->width, d->template->page_width);
    assert_int_equal(set_characters(d, edition), 50);
    assert_string_equal(world_last(d->w), "");
}

static void a_long_article_runs_on_over_pages(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "", "长稿", 2000);
    const bul_edition *edition = desk_makeup(d, "");

    /* 2,000 of 400 a page, less the head and the indents. */
    assert_int_equal(edition->pages.count, 6);
    assert_int_equal(set_characters(d, edition), 2000);
    assert_int_equal(desk_count(desk_all_text(d, edition), "长稿"), 1);
}

static void articles_follow_each_other_on_a_page(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "", "甲稿", 50);
    put_article(d, "", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");
    size_t page;

    assert_int_equal(edition->pages.count, 1);
    assert_true(desk_find(d, edition, "甲稿", &page) <
                desk_find(d, edition, "乙稿", &page));
}

static void narrow_articles_stand_side_by_side(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "columns: 1\n", "甲稿", 50);
    put_article(d, "columns: 1\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");
    size_t page;

    assert_int_equal(desk_find(d, edition, "甲稿", &page),
                     desk_find(d, edition, "乙稿", &page));
    assert_non_null(strstr(desk_page_text(d, edition->pages.items[0]), "140 "));
}

static void the_last_of_a_row_takes_the_columns_left(void **state)
{
    desk *d = desk_open(*state, 4, "");
    put_article(d, "columns: 1\n", "甲稿", 240);
    put_article(d, "columns: 4\n", "乙稿", 80);
    const bul_edition *edition = desk_makeup(d, "");

    /* 甲 over all four: a line or so in each. */
    assert_non_null(strstr(desk_page_text(d, edition->pages.items[0]), "360 "));
}

static void an_article_that_names_its_page_begins_there(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "", "甲稿", 50);
    put_article(d, "page: 3\n", "乙稿", 50);
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
    put_article(d, "", "甲稿", 1000);
    put_article(d, "page: 1\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_PAGE_PASSED), 1);
    assert_int_equal(set_characters(d, edition), 1050);
}

static void two_articles_of_one_page_share_it(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "page: 2\ncolumns: 1\n", "甲稿", 50);
    put_article(d, "page: 2\ncolumns: 1\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(edition->pages.count, 2);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_PAGE_PASSED), 0);
}

static void no_more_pages_are_made_than_allowed(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "", "长稿", 4000);
    const bul_edition *edition =
        bul_makeup(&d->c, desk_read(d, ""), (bul_makeup_options){3});

    assert_int_equal(edition->pages.count, 3);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_TOO_MANY_PAGES), 1);
}

static void exactly_as_many_pages_as_allowed_are_no_error(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "", "长稿", 1000);
    const bul_edition *edition =
        bul_makeup(&d->c, desk_read(d, ""), (bul_makeup_options){3});

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
    put_article(d, "", "甲稿", of_lines(12));
    put_article(d, "", "乙稿", 300);
    const bul_edition *edition = desk_makeup(d, "");
    size_t page;

    desk_find(d, edition, "乙稿", &page);
    assert_int_equal(page, 2);
}

static void a_head_with_some_lines_under_it_may_stand_there(void **state)
{
    desk *d = desk_open(*state, 1, "");
    put_article(d, "", "甲稿", of_lines(8));
    put_article(d, "", "乙稿", 300);
    const bul_edition *edition = desk_makeup(d, "");
    size_t page;

    desk_find(d, edition, "乙稿", &page);
    assert_int_equal(page, 1);
}

static void articles_too_deep_for_their_row_go_over_the_full_width(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "columns: 1\n", "甲稿", 600);
    put_article(d, "columns: 1\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(set_characters(d, edition), 650);
    assert_string_equal(world_last(d->w), "");
}

static void they_keep_the_label_of_their_section(void **state)
{
    desk *d = desk_open(*state, 2, "section_height: 15pt\n");
    put_article(d, "columns: 1\nsection: 要闻版\n", "甲稿", 600);
    put_article(d, "columns: 1\nsection: 要闻版\n", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(desk_count(desk_all_text(d, edition), "要闻版"), 1);
}

static void a_section_is_named_where_it_begins(void **state)
{
    desk *d = desk_open(*state, 2, "section_height: 15pt\n");
    put_article(d, "section: 要闻版\n", "甲稿", 50);
    put_article(d, "section: 要闻版\n", "乙稿", 50);
    put_article(d, "section: 文苑版\n", "丙稿", 50);
    const char *text = desk_all_text(d, desk_makeup(d, ""));

    assert_int_equal(desk_count(text, "要闻版"), 1);
    assert_int_equal(desk_count(text, "文苑版"), 1);
}

static void an_article_without_a_body_prints_its_head(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "", "甲稿", 50);
    desk_put(d, "---\ntitle: 空稿\n---\n");
    put_article(d, "", "丙稿", 50);
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
                          "width: 2}\n---\n\n",
                          desk_han(d, 60)));
    const bul_edition *edition = desk_makeup(d, "");

    assert_string_equal(world_last(d->w), "");
    assert_int_equal(set_characters(d, edition), 60);
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

    assert_int_equal(set_characters(d, edition), 30 * 40);
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
    put_article(d, "", bul_cstr(&d->w->arena, bul_text_str(&title)), 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(desk_count(desk_all_text(d, edition), "题"), 60);
    assert_string_equal(world_last(d->w), "");
}

static void a_title_of_two_characters_is_not_torn_apart(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "", "题目", 50);
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
    put_article(d, "", bul_cstr(&d->w->arena, bul_text_str(&title)), 50);
    put_article(d, "", "乙稿", 50);
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_NO_ROOM), 1);
    assert_int_equal(desk_count(desk_all_text(d, edition), "乙稿"), 1);
    assert_int_equal(edition->pages.count, 1);
}

static void nothing_but_what_cannot_be_set_is_no_second_blank_page(void **state)
{
    desk *d = desk_open(*state, 2, "");
    put_article(d, "", "甲稿", 500);
    bul_text title = bul_text_in(&d->w->arena);
    for (int i = 0; i < 300; i++)
        bul_text_add(&title, BUL_STR("题"));
    put_article(d, "", bul_cstr(&d->w->arena, bul_text_str(&title)), 50);

    assert_int_equal(page_count(d), 2);
}

/* ---- The tail. ---- */

#define TAIL                                                                   \
    "tail:\n  style: {size: 10pt, leading: 15pt}\n  above: 15pt\n  rows:\n"    \
    "    - {left: \"报：{report_to}\", height: 15pt}\n"                      \
    "    - {left: \"送：{copy_to}\", height: 15pt}\n"
#define TAIL_KEYS "report_to: 省总\ncopy_to: 市总\n"

static void the_tail_stands_on_the_foot_of_the_last_page(void **state)
{
    desk *d = desk_open(*state, 1, TAIL);
    put_article(d, "", "甲稿", 50);
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
    put_article(d, "", "甲稿", of_lines(18));

    const bul_edition *edition = desk_makeup(d, "");
    assert_int_equal(edition->pages.count, 1);
    assert_int_equal(desk_count(desk_all_text(d, edition), "报："), 0);
}

static void a_tail_without_room_takes_text_along(void **state)
{
    desk *d = desk_open(*state, 1, TAIL);
    put_article(d, "", "甲稿",
                of_lines(18)); /* 2 + 18 rows: the page is full */
    const bul_edition *edition = desk_makeup(d, TAIL_KEYS);
    size_t tail_page;
    desk_find(d, edition, "报：省总", &tail_page);

    assert_int_equal(edition->pages.count, 2);
    assert_int_equal(tail_page, 2);
    assert_int_equal(set_characters(d, edition), of_lines(18));
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
    put_article(d, "", bul_cstr(&d->w->arena, bul_text_str(&title)), 12);
    const bul_edition *edition = desk_makeup(d, TAIL_KEYS);

    assert_string_equal(world_last(d->w), "");
    assert_int_equal(set_characters(d, edition), 12);
    assert_int_equal(desk_count(desk_all_text(d, edition), "题"), 40);
}

static void a_short_last_article_goes_whole_with_the_tail(void **state)
{
    desk *d = desk_open(*state, 1, TAIL);
    put_article(d, "", "甲稿", of_lines(10)); /* 12 rows, a gap */
    put_article(d, "", "乙稿", of_lines(4));  /* 6 rows of 7 */
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
    put_article(d, "", "甲稿", 500);
    put_article(d, "", "乙稿", 50);
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
    put_article(d, "", "甲稿", 1500);
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
        put_article(d, is_narrow ? "columns: 1\n" : "", "题目", length);
    }
    const bul_edition *edition = desk_makeup(d, TAIL_KEYS);
    assert_string_equal(world_last(w), "");
    assert_int_equal(set_characters(d, edition), total);
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
        WORLD_TEST(the_tail_stands_on_the_foot_of_the_last_page),
        WORLD_TEST(a_tail_whose_values_are_empty_takes_no_room),
        WORLD_TEST(a_tail_without_room_takes_text_along),
        WORLD_TEST(a_short_article_under_a_tall_head_is_not_lost_to_the_tail),
        WORLD_TEST(a_short_last_article_goes_whole_with_the_tail),
        WORLD_TEST(each_article_has_a_bookmark_where_it_begins),
        WORLD_TEST(marks_are_closed_on_the_page_they_are_opened_on),
        WORLD_TEST(a_longer_issue_never_has_fewer_pages),
    };
    return cmocka_run_group_tests_name("makeup", tests, NULL, NULL);
}
