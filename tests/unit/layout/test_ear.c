/* SPDX-License-Identifier: MIT */
/* test_ear.c - the article beside the nameplate (报眼): of two columns of ten
 * characters, a line for its title and three for its text. */
#include "layout/makeup_report.h"
#include "support/desk.h"

#define TEXT_LINES 6

#define LAYOUT                                                                 \
    "makeup: modular\n"                                                        \
    "first_page:\n"                                                            \
    "  depth: 60pt\n"                                                          \
    "  items: [{text: 宽报头, at: [0, 0]}]\n"                               \
    "index:\n"                                                                 \
    "  depth: 15pt\n"                                                          \
    "  items: [{text: 旧导读, at: [0, 60pt]}]\n"
#define EAR                                                                    \
    "ear:\n"                                                                   \
    "  at: [220pt, 0]\n"                                                       \
    "  width: 210pt\n"                                                         \
    "  lines: 4\n"                                                             \
    "  columns: 2\n"                                                           \
    "  head: {title: {size: 12pt, leading: 15pt}}\n"                           \
    "  items: [{text: 耳框, at: [220pt, -10pt]}]\n"

static desk *open_with(world *w, const char *more)
{
    return desk_open(w, 4, desk_join(&(desk){.w = w}, LAYOUT, more));
}

/* Without articles where there is none. */
static bul_zone_report ear_of(const bul_edition *edition)
{
    const bul_page_report *page = &edition->report->pages.items[0];
    for (size_t i = 0; i < page->zones.count; i++)
        if (page->zones.items[i].zone == BUL_ZONE_EAR)
            return page->zones.items[i];
    return (bul_zone_report){0};
}

static bool is_taken(const bul_edition *edition)
{
    return ear_of(edition).articles.count > 0;
}

/* An issue of an article pinned there with so many 工, and a long one. */
static const bul_edition *make(world *w, const char *layout, size_t count,
                               desk **d)
{
    w->puts.count = 0;
    bul_diag_init(&w->diag, &w->arena);
    *d = open_with(w, layout);
    desk_put_body(*d, "pin: ear\n", "眼里", count);
    desk_put_body(*d, "", "版上", desk_of_lines(40));
    return desk_makeup(*d, "");
}

static void it_stands_in_its_place(void **state)
{
    desk *d;
    const bul_edition *edition =
        make(*state, EAR, desk_of_lines(TEXT_LINES), &d);
    bul_zone_report ear = ear_of(edition);
    size_t page;
    assert_int_equal(ear.x, 250000);
    assert_int_equal(ear.y, 30000);
    assert_int_equal(ear.w, 210000);
    assert_int_equal(ear.h, 60000);
    assert_int_equal(ear.articles.count, 1);
    assert_int_equal(ear.articles.items[0], 1);
    assert_int_equal(ear.block.blanks, 0);
    assert_true(desk_find(d, edition, "眼里", &page) < 45000);
    assert_int_equal(page, 1);
    assert_true(desk_find(d, edition, "版上", &page) > 90000);
    assert_int_equal(edition->report->pages.items[0].blocks.count, 1);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_EAR_OVER), 0);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_EAR_SHORT), 0);
}

static void what_is_too_long_stands_on_the_page_and_is_told(void **state)
{
    desk *d;
    size_t lines = desk_of_lines(TEXT_LINES);
    const bul_edition *edition = make(*state, EAR, lines + 13, &d);
    size_t page;
    assert_false(is_taken(edition));
    assert_string_equal(
        world_last(d->w),
        "issue.yaml:4:5: warning: '眼里' is too long for the ear: it stands on page "
        "1 like others [layout/ear-over]");
    assert_true(desk_find(d, edition, "眼里", &page) > 90000);
    assert_int_equal(desk_set_characters(d, edition),
                     lines + 13 + desk_of_lines(40));
    assert_false(is_taken(make(*state, EAR, lines + 1, &d)));
    assert_true(is_taken(make(*state, EAR, lines, &d)));
}

static void too_little_is_set_and_told(void **state)
{
    desk *d;
    const bul_edition *edition = make(*state, EAR, desk_of_lines(2), &d);
    assert_true(is_taken(edition));
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_EAR_SHORT), 1);
    assert_true(ear_of(edition).block.blanks >= 3);
}

static void furniture_is_its_own_where_it_is_taken(void **state)
{
    desk *d;
    const char *own =
        desk_join(&(desk){.w = *state}, EAR,
                  "  first_page:\n    depth: 90pt\n"
                  "    items: [{text: 窄报头, at: [0, 0], width: 200pt}]\n"
                  "  index:\n    depth: 30pt\n"
                  "    items: [{text: 新导读, at: [0, 90pt]}]\n");
    const bul_edition *edition = make(*state, own, desk_of_lines(6), &d);
    const char *text = desk_all_text(d, edition);
    assert_int_equal(desk_count(text, "窄报头"), 1);
    assert_int_equal(desk_count(text, "宽报头"), 0);
    assert_int_equal(desk_count(text, "耳框"), 1);
    assert_int_equal(edition->report->pages.items[0].first_row, 6);
    edition = make(*state, own, desk_of_lines(12), &d); /* too much */
    text = desk_all_text(d, edition);
    assert_int_equal(desk_count(text, "窄报头"), 0);
    assert_int_equal(desk_count(text, "宽报头"), 1);
    assert_int_equal(desk_count(text, "耳框"), 0);
    assert_int_equal(edition->report->pages.items[0].first_row, 4);
}

static void its_index_stands_under_it(void **state)
{
    desk *d = open_with(*state, desk_join(&(desk){.w = *state}, EAR,
                                          "  index:\n    depth: 30pt\n"
                                          "    items: [{text: 新导读, "
                                          "at: [0, 60pt]}]\n"));
    desk_put_body(d, "pin: ear\n", "眼里", desk_of_lines(TEXT_LINES));
    desk_put_body(d, "", "版上", desk_of_lines(60));
    const bul_edition *edition = desk_makeup(d, "index: [002.md]\n");
    const char *text = desk_all_text(d, edition);
    assert_int_equal(desk_count(text, "新导读"), 1);
    assert_int_equal(desk_count(text, "旧导读"), 0);
    assert_int_equal(edition->report->pages.items[0].first_row, 6);
}

static void a_layout_without_it_says_so(void **state)
{
    desk *d;
    const bul_edition *edition = make(*state, "", desk_of_lines(6), &d);
    assert_false(is_taken(edition));
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_NO_EAR), 1);
    assert_int_equal(edition->report->pages.items[0].blocks.count, 2);
}

static void pages_in_order_have_none(void **state)
{
    desk *d = open_with(*state, EAR);
    desk_put_body(d, "pin: ear\n", "眼里", desk_of_lines(TEXT_LINES));
    const bul_edition *edition = desk_makeup(d, "makeup: flow\n");
    assert_null(edition->report);
    assert_int_equal(desk_count(desk_all_text(d, edition), "耳框"), 0);
}

static void it_may_be_all_there_is(void **state)
{
    desk *d = open_with(*state, EAR);
    desk_put_body(d, "pin: ear\n", "眼里", desk_of_lines(TEXT_LINES));
    const bul_edition *edition = desk_makeup(d, "");
    assert_int_equal(edition->pages.count, 1);
    assert_true(is_taken(edition));
    assert_int_equal(desk_set_characters(d, edition),
                     desk_of_lines(TEXT_LINES));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(it_stands_in_its_place),
        WORLD_TEST(what_is_too_long_stands_on_the_page_and_is_told),
        WORLD_TEST(too_little_is_set_and_told),
        WORLD_TEST(furniture_is_its_own_where_it_is_taken),
        WORLD_TEST(its_index_stands_under_it),
        WORLD_TEST(a_layout_without_it_says_so),
        WORLD_TEST(pages_in_order_have_none),
        WORLD_TEST(it_may_be_all_there_is),
    };
    return cmocka_run_group_tests_name("ear", tests, NULL, NULL);
}
