/* SPDX-License-Identifier: MIT */
/* Vertical pages, vertical titles, vertical articles in horizontal pages. The
 * desk's grid: 15 pt, columns of 100 pt with 10 pt between, from (30, 30). */
#include <string.h>

#include "layout/figure.h"
#include "layout/head_vertical.h"
#include "layout/story.h"
#include "support/desk.h"
#include "support/sample_picture.h"

#define A4_WIDTH  595276
#define A4_HEIGHT 841890
#define DOWN      "direction: down\n"

static const bul_page *first_page(const bul_edition *edition)
{
    assert_true(edition->pages.count > 0);
    return edition->pages.items[0];
}

/* The index-th run whose text has `wanted`, or NULL. */
static const bul_glyph_run *run_with(const bul_page *page, const char *wanted,
                                     size_t index)
{
    for (size_t i = 0; i < page->items.count; i++) {
        const bul_item *item = &page->items.items[i];
        if (item->type != BUL_ITEM_GLYPHS)
            continue;
        bul_str text = item->as.glyphs.text;
        if (bul_str_find(text, bul_str_from(wanted)) < text.len && index-- == 0)
            return &item->as.glyphs;
    }
    return NULL;
}

static size_t warnings(const desk *d, bul_message_id id)
{
    return world_count_of(d->w, id);
}

/* ---- Vertical pages. ---- */

static const bul_page *vertical_page(desk *d)
{
    desk_put(d, desk_join(d, "甲乙", desk_han(d, 38)));
    return first_page(desk_makeup(d, ""));
}

static void a_vertical_page_stands_on_its_paper(void **state)
{
    const bul_page *page = vertical_page(desk_open(*state, 2, DOWN));

    assert_int_equal(page->width, A4_WIDTH);
    assert_int_equal(page->height, A4_HEIGHT);
}

static void its_lines_run_down_and_follow_to_the_left_on_the_grid(void **state)
{
    const bul_page *page = vertical_page(desk_open(*state, 2, DOWN));
    const bul_glyph_run *first = run_with(page, "甲乙", 0);
    const bul_glyph_run *second = run_with(page, "工", 1);

    /* The axis is in the middle of the first grid line from the right. */
    assert_int_equal(first->turn, BUL_TURN_UPRIGHT);
    assert_int_equal(first->x, A4_WIDTH - 30000 - 7500);
    assert_int_equal(first->y, 30000 + 20000); /* two 字 of indent */
    assert_int_equal(second->x, first->x - 15000);
    assert_int_equal(second->y, 30000);
}

static void its_columns_are_tiers_from_the_top(void **state)
{
    const bul_page *page = vertical_page(desk_open(*state, 2, DOWN));
    const bul_glyph_run *third = run_with(page, "工", 3);

    assert_int_equal(third->x, A4_WIDTH - 30000 - 7500);
    assert_int_equal(third->y, 30000 + 100000 + 10000);
}

static void a_horizontal_page_is_not_turned(void **state)
{
    const bul_page *page = vertical_page(desk_open(*state, 2, ""));

    assert_int_equal(page->height, A4_HEIGHT);
    assert_int_equal(run_with(page, "甲乙", 0)->turn, BUL_TURN_ACROSS);
}

static void its_bookmarks_point_to_the_tier(void **state)
{
    desk *d = desk_open(*state, 2, DOWN);
    desk_put(d, "---\ntitle: 甲\ncolumns: 1\n---\n工\n");
    desk_put(d, "---\ntitle: 乙\ncolumns: 1\n---\n工\n");
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(edition->bookmarks.count, 2);
    assert_int_equal(edition->bookmarks.items[0].y, 30000);
    assert_int_equal(edition->bookmarks.items[1].y, 140000);
}

#define FIXTURES                                                               \
    DOWN "every_page:\n"                                                       \
         "  items:\n"                                                          \
         "    - {text: \"直\", at: [10pt, 20pt], style: {size: 10pt}}\n"      \
         "    - {text: \"横\", at: [10pt, 20pt], direction: across,"          \
         " style: {size: 10pt}}\n"

static void fixtures_run_down_unless_they_ask_to_stand_across(void **state)
{
    const bul_page *page = vertical_page(desk_open(*state, 2, FIXTURES));
    const bul_glyph_run *down = run_with(page, "直", 0);
    const bul_glyph_run *across = run_with(page, "横", 0);

    assert_int_equal(down->turn, BUL_TURN_UPRIGHT);
    assert_int_equal(down->x, A4_WIDTH - 30000 - 20000 - 5000);
    assert_int_equal(down->y, 30000 + 10000);
    /* From the left edge of the 20 lines. */
    assert_int_equal(across->turn, BUL_TURN_ACROSS);
    assert_int_equal(across->x, A4_WIDTH - 30000 - 20 * 15000 + 10000);
    assert_int_equal(across->y, 30000 + 20000 + 8800);
}

/* 2 : 1, in a tier of 100 pt: 13 or 14 lines across for 200 pt. */
static void a_picture_stays_upright_in_its_tier(void **state)
{
    desk *d = desk_open(*state, 2, DOWN);
    bul_picture picture = {.width = 100, .height = 50};
    bul_figure figure = {.picture = &picture};
    d->c.is_vertical = true;
    bul_set_figure set = bul_figure_set(&d->c, &figure, 100000, 20);
    const bul_placed_picture *placed = &set.type.items.items[0].as.picture;

    assert_int_equal(set.rows, 14);
    assert_int_equal(placed->w, 100000); /* its height on the page */
    assert_int_equal(placed->h, 14 * 15000 - 5000);
    /* 205 pt wide asks for 102.5 pt of height: 12 ‰ at either end. */
    assert_int_equal(placed->crop_ends, 12);
    assert_int_equal(placed->crop_sides, 0);
}

/* ---- 竖题. ---- */

#define TITLED                                                                 \
    "---\ntitle: 春到塘沽\nvertical_title: yes\nbyline: 丁有田\n---\n"

static bul_story *set_story(desk *d, const char *head, size_t characters,
                            int columns)
{
    desk_put(d, desk_join(d, head, desk_han(d, characters)));
    bul_issue *issue = desk_read(d, "");
    return bul_story_set(&d->c, issue->articles.items[0], 1, columns,
                         (bul_line_of_text){0});
}

static void a_vertical_title_takes_the_first_column(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_story *story = set_story(d, TITLED, 200, 3);
    bul_attempt attempt = bul_story_balance(&d->c, story, 20, true, d->scratch);

    assert_true(story->side_rows > 0);
    assert_true(attempt.is_done);
    assert_int_equal(story->head.rows, 0);
    for (size_t i = 0; i < attempt.slugs.count; i++)
        assert_in_range(attempt.slugs.items[i].column, 1, 2);
    assert_int_equal(attempt.slugs.items[0].row, 0);
}

static void a_short_story_is_as_high_as_its_vertical_title(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_story *story = set_story(d, TITLED, 20, 3);
    bul_attempt attempt = bul_story_balance(&d->c, story, 20, true, d->scratch);

    assert_int_equal(attempt.rows, story->side_rows);
    bul_attempt less =
        bul_story_attempt(&d->c, story, story->side_rows - 1, true, d->scratch);
    assert_true(less.is_empty);
}

static bul_bar first_high_bar(const bul_page *page)
{
    for (size_t i = 0; i < page->items.count; i++)
        if (page->items.items[i].type == BUL_ITEM_BAR &&
            page->items.items[i].as.bar.h > 2000)
            return page->items.items[i].as.bar;
    return (bul_bar){0};
}

static void a_vertical_title_stands_in_a_frame_as_high_as_the_text(void **state)
{
    desk *d = desk_open(*state, 3, "");
    desk_put(d, desk_join(d, TITLED, desk_han(d, 178)));
    const bul_page *page = first_page(desk_makeup(d, ""));
    const bul_glyph_run *title = run_with(page, "春到塘沽", 0);
    const bul_glyph_run *byline = run_with(page, "丁有田", 0);
    bul_bar left = first_high_bar(page);

    assert_int_equal(title->turn, BUL_TURN_UPRIGHT);
    assert_int_equal(title->size, 20000);
    assert_in_range(title->x, 40000, 120000);
    assert_true(byline->x < title->x);
    assert_int_equal(left.x, 30000);
    assert_int_equal(left.y, 32500); /* 90 lines of each column: 9 rows */
    assert_int_equal(left.h, 9 * 15000 - 5000);
    assert_true(run_with(page, "工", 0)->x >= 140000);
}

static void the_page_after_has_all_columns(void **state)
{
    desk *d = desk_open(*state, 3, "");
    desk_put(d, desk_join(d, TITLED, desk_han(d, 600)));
    const bul_edition *edition = desk_makeup(d, "");

    assert_int_equal(edition->pages.count, 2);
    assert_int_equal(run_with(edition->pages.items[1], "工", 0)->x, 30000);
    assert_null(run_with(edition->pages.items[1], "春", 0));
    assert_int_equal(edition->bookmarks.count, 1);
}

static void a_vertical_title_in_one_column_is_set_across_and_said(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_story *story = set_story(d, TITLED, 20, 1);

    assert_int_equal(story->side_rows, 0);
    assert_true(story->head.rows > 0);
    assert_int_equal(warnings(d, BUL_MSG_LAYOUT_TITLE_ACROSS), 1);
}

static void on_a_vertical_page_every_title_is_vertical(void **state)
{
    desk *d = desk_open(*state, 3, DOWN);
    desk_put(d, desk_join(d, TITLED, desk_han(d, 20)));
    const bul_page *page = first_page(desk_makeup(d, ""));

    assert_int_equal(run_with(page, "春到塘沽", 0)->turn, BUL_TURN_UPRIGHT);
    assert_int_equal(run_with(page, "工", 0)->y, 50000); /* the first tier */
    assert_int_equal(warnings(d, BUL_MSG_LAYOUT_TITLE_ACROSS), 0);
}

static bul_vertical_head head_of(desk *d, const char *title, bul_mpt length,
                                 bul_mpt room)
{
    bul_article *article = BUL_NEW(&d->w->arena, bul_article, 1);
    article->title.text = bul_str_from(title);
    return bul_vertical_head_set(&d->c, article, length, room);
}

#define SIZES                                                                  \
    "  second:\n    title: {font: 黑, size: [40pt, 30pt, 20pt], leading: 50pt}\n"

static bul_mpt size_in(const bul_vertical_head *head)
{
    for (size_t i = 0; i < head->type.items.count; i++)
        if (head->type.items.items[i].type == BUL_ITEM_GLYPHS)
            return head->type.items.items[i].as.glyphs.size;
    return 0;
}

static bul_mpt size_of(desk *d, const char *title, bul_mpt length)
{
    bul_article *article = BUL_NEW(&d->w->arena, bul_article, 1);
    article->level = BUL_LEVEL_SECOND;
    article->title.text = bul_str_from(title);
    bul_vertical_head head = bul_vertical_head_set(&d->c, article, length, 0);
    return size_in(&head);
}

static void a_title_takes_the_largest_size_that_fills_its_line(void **state)
{
    desk *d = desk_open(*state, 3, SIZES);

    assert_int_equal(size_of(d, "调解室里", 160000), 40000);
    assert_int_equal(size_of(d, "调解室里", 130000), 30000);
    /* Half the size is too dear for one line: two lines. */
    assert_int_equal(size_of(d, "调解室里一壶", 125000), 40000);
}

static void a_title_that_takes_three_lines_does_not_fit(void **state)
{
    desk *d = desk_open(*state, 3, "");

    assert_true(head_of(d, "调解室里一壶", 60000, 0).fits);
    assert_false(head_of(d, "调解室里一壶茶", 60000, 0).fits);
    assert_false(head_of(d, "调解室里", 80000, 29999).fits);
    assert_true(head_of(d, "调解室里", 80000, 30000).fits);
}

static void bars_of_a_vertical_title_are_not_printed(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_vertical_head head = head_of(d, "调解室|一壶茶", 80000, 0);
    size_t lines = 0;
    for (size_t i = 0; i < head.type.items.count; i++) {
        const bul_item *item = &head.type.items.items[i];
        if (item->type != BUL_ITEM_GLYPHS)
            continue;
        lines++;
        assert_int_equal(item->as.glyphs.text.len, 9);
    }
    assert_int_equal(lines, 2); /* and parted where the bar was */
}

/* ---- 竖排 in a horizontal page. ---- */

#define STANDING "---\ntitle: 春到塘沽\nvertical: yes\n---\n"

static void a_vertical_article_is_a_block_in_lines_down(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_story *story = set_story(d, STANDING, 120, 2);
    bul_attempt attempt = bul_story_balance(&d->c, story, 20, true, d->scratch);

    assert_non_null(story->sidebar);
    assert_true(attempt.is_done);
    assert_int_equal(attempt.rows, story->sidebar->rows);
    bul_attempt less =
        bul_story_attempt(&d->c, story, attempt.rows - 1, true, d->scratch);
    assert_true(less.is_empty);
    assert_false(less.is_done);
}

static void its_lines_stay_within_its_columns(void **state)
{
    desk *d = desk_open(*state, 2, "");
    desk_put(d, desk_join(d, STANDING, desk_han(d, 120)));
    const bul_edition *edition = desk_makeup(d, "");
    const bul_page *page = first_page(edition);
    const bul_glyph_run *title = run_with(page, "春到塘沽", 0);
    const bul_glyph_run *first = run_with(page, "工", 0);
    const bul_glyph_run *second = run_with(page, "工", 1);
    bul_mpt right = 30000 + 210000;

    assert_int_equal(page->width, A4_WIDTH);
    assert_int_equal(title->turn, BUL_TURN_UPRIGHT);
    assert_true(title->x + 10000 <= right + 2500);
    assert_true(first->x < title->x);
    assert_int_equal(second->x, first->x - 15000);
    for (size_t i = 0; run_with(page, "工", i); i++)
        assert_true(run_with(page, "工", i)->x - 5000 >= 30000 - 2500);
    assert_int_equal(desk_set_characters(d, edition), 120);
    assert_int_equal(edition->bookmarks.count, 1);
}

static void a_high_article_stands_in_tiers(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_story *low = set_story(d, STANDING, 60, 1);
    assert_int_equal(low->sidebar->text->columns, 1);

    desk *other = desk_open(*state, 3, "");
    ((world *)*state)->puts.count = 0;
    bul_story *high = set_story(other, STANDING, 122, 1);
    const bul_story *text = high->sidebar->text;
    assert_int_equal(text->columns, 2);
    assert_in_range(text->measure, 80000, 240000);
    assert_int_equal(text->measure % 10000, 0);
    assert_true(text->gutter >= 20000);
}

/* 14 lines of 210 pt, two for the title: 120 工 and the indent take 11 squares
 * of each of the others, 110 pt; 8 rows have 115. */
static void its_height_is_the_least_that_holds_it(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_story *story = set_story(d, STANDING, 120, 2);

    assert_int_equal(story->sidebar->c.template->line_count, 14);
    assert_int_equal(story->sidebar->text->measure, 110000);
    assert_int_equal(story->sidebar->rows, 8);
}

static bul_placed_picture first_picture(const bul_page *page)
{
    for (size_t i = 0; i < page->items.count; i++)
        if (page->items.items[i].type == BUL_ITEM_PICTURE)
            return page->items.items[i].as.picture;
    return (bul_placed_picture){0};
}

static void pictures_stand_below_a_vertical_article(void **state)
{
    desk *d = desk_open(*state, 2, "");
    sample_png wanted = {.width = 80, .height = 40, .bits = 8};
    world_put_bytes(d->w, "p.png", sample_png_make(&d->w->arena, wanted));
    desk_put(d, desk_join(d,
                          "---\ntitle: 春\nvertical: yes\nphotos: [{file: "
                          "p.png}]\n---\n",
                          desk_han(d, 60)));
    const bul_page *page = first_page(desk_makeup(d, ""));
    bul_placed_picture picture = first_picture(page);

    assert_int_equal(picture.x, 30000);
    assert_int_equal(picture.w, 210000);
    for (size_t i = 0; run_with(page, "工", i); i++) {
        const bul_glyph_run *run = run_with(page, "工", i);
        bul_mpt end = run->y + run->glyphs[run->glyph_count - 1].x + run->size;
        assert_true(end <= picture.y);
    }
}

static void what_is_larger_than_a_page_is_set_across_and_said(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_story *story = set_story(d, STANDING, 2000, 1);

    assert_null(story->sidebar);
    assert_true(story->galley->slugs.count > 100);
    assert_int_equal(warnings(d, BUL_MSG_LAYOUT_TEXT_ACROSS), 1);
}

static void on_a_vertical_page_it_is_like_the_others(void **state)
{
    desk *d = desk_open(*state, 2, DOWN);
    desk_put(d, desk_join(d, STANDING, desk_han(d, 30)));
    const bul_page *page = first_page(desk_makeup(d, ""));

    assert_int_equal(run_with(page, "工", 0)->turn, BUL_TURN_UPRIGHT);
    assert_int_equal(run_with(page, "工", 0)->x, A4_WIDTH - 30000 - 37500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_vertical_page_stands_on_its_paper),
        WORLD_TEST(its_lines_run_down_and_follow_to_the_left_on_the_grid),
        WORLD_TEST(its_columns_are_tiers_from_the_top),
        WORLD_TEST(a_horizontal_page_is_not_turned),
        WORLD_TEST(its_bookmarks_point_to_the_tier),
        WORLD_TEST(fixtures_run_down_unless_they_ask_to_stand_across),
        WORLD_TEST(a_picture_stays_upright_in_its_tier),
        WORLD_TEST(a_vertical_title_takes_the_first_column),
        WORLD_TEST(a_short_story_is_as_high_as_its_vertical_title),
        WORLD_TEST(a_vertical_title_stands_in_a_frame_as_high_as_the_text),
        WORLD_TEST(the_page_after_has_all_columns),
        WORLD_TEST(a_vertical_title_in_one_column_is_set_across_and_said),
        WORLD_TEST(on_a_vertical_page_every_title_is_vertical),
        WORLD_TEST(a_title_takes_the_largest_size_that_fills_its_line),
        WORLD_TEST(a_title_that_takes_three_lines_does_not_fit),
        WORLD_TEST(bars_of_a_vertical_title_are_not_printed),
        WORLD_TEST(a_vertical_article_is_a_block_in_lines_down),
        WORLD_TEST(its_lines_stay_within_its_columns),
        WORLD_TEST(a_high_article_stands_in_tiers),
        WORLD_TEST(its_height_is_the_least_that_holds_it),
        WORLD_TEST(pictures_stand_below_a_vertical_article),
        WORLD_TEST(what_is_larger_than_a_page_is_set_across_and_said),
        WORLD_TEST(on_a_vertical_page_it_is_like_the_others),
    };
    return cmocka_run_group_tests_name("vertical", tests, NULL, NULL);
}
