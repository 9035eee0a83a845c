/* SPDX-License-Identifier: MIT */
#include "layout/story.h"
#include "support/desk.h"
#include "support/random.h"
#include "support/sample_picture.h"

/* The article just put, set for so many columns. */
static bul_story *set_story(desk *d, int columns)
{
    bul_issue *issue = desk_read(d, "");
    return bul_story_set(&d->c, issue->articles.items[0], 1, columns,
                         (bul_line_of_text){0});
}

static bul_story *story_of(desk *d, const char *text, int columns)
{
    desk_put(d, text);
    return set_story(d, columns);
}

/* A paragraph of so many lines at 10 字, indented by 2. */
static const char *lines(desk *d, size_t count)
{
    return desk_join(d, desk_han(d, 8 + 10 * (count - 1)), "\n\n");
}

static void put_picture(desk *d, unsigned width, unsigned height)
{
    sample_png wanted = {.width = width, .height = height, .bits = 8};
    world_put_bytes(d->w, "p.png", sample_png_make(&d->w->arena, wanted));
}

static const char *const titled = "---\ntitle: 题目\n---\n\n";

static void a_head_takes_whole_lines(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_story *story = story_of(d, desk_join(d, titled, lines(d, 3)), 2);

    assert_int_equal(story->head.rows, 2); /* 30 pt on a grid of 15 */
    assert_int_equal(story->galley->slugs.count, 3);
}

static void a_story_is_balanced_over_its_columns(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_story *story = story_of(d, desk_join(d, titled, lines(d, 8)), 2);
    bul_attempt attempt = bul_story_balance(&d->c, story, 20, true, d->scratch);

    assert_true(attempt.is_done);
    assert_int_equal(attempt.rows, 2 + 4);
    assert_int_equal(attempt.slugs.items[4].column, 1);
    assert_int_equal(attempt.slugs.items[4].row, 2);
}

static void an_odd_line_goes_to_the_first_column(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_story *story = story_of(d, lines(d, 7), 2);
    bul_attempt attempt = bul_story_balance(&d->c, story, 20, true, d->scratch);

    assert_int_equal(attempt.rows, 4);
    assert_int_equal(attempt.slugs.items[3].column, 0);
    assert_int_equal(attempt.slugs.items[4].column, 1);
}

static void a_story_too_long_takes_all_rows_and_is_not_done(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_story *story = story_of(d, lines(d, 60), 2);
    bul_attempt attempt = bul_story_balance(&d->c, story, 20, true, d->scratch);

    assert_false(attempt.is_done);
    assert_int_equal(attempt.rows, 20);
    assert_int_equal(attempt.slugs.count, 40);
    assert_int_equal(attempt.cursor.slug, 40);
    assert_true(attempt.cursor.head_is_set);
}

static void an_attempt_changes_nothing_until_it_is_kept(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_story *story = story_of(d, lines(d, 9), 2);
    bul_story_attempt(&d->c, story, 3, true, d->scratch);

    assert_int_equal(story->cursor.slug, 0);
    assert_false(story->cursor.head_is_set);
}

static void a_head_that_does_not_fit_leaves_the_attempt_empty(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_story *story = story_of(d, desk_join(d, titled, lines(d, 3)), 2);
    bul_attempt attempt = bul_story_attempt(&d->c, story, 1, true, d->scratch);

    assert_true(attempt.is_empty);
    assert_false(attempt.is_done);
}

static void a_head_without_text_is_an_attempt_done(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_story *story = story_of(d, "---\ntitle: 题目\n---\n", 2);
    bul_attempt attempt = bul_story_balance(&d->c, story, 20, true, d->scratch);

    assert_true(attempt.is_done);
    assert_false(attempt.is_empty);
    assert_int_equal(attempt.rows, 2);
}

static void a_poem_longer_than_the_page_is_parted_under_its_head(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_text text = bul_text_in(&d->w->arena);
    bul_text_add(&text, bul_str_from(titled));
    for (int i = 0; i < 30; i++)
        bul_text_add(&text, BUL_STR("> 一行诗  \n"));
    bul_story *story =
        story_of(d, bul_cstr(&d->w->arena, bul_text_str(&text)), 1);
    assert_true(story->galley->slugs.count >= 30);
    assert_int_not_equal(story->galley->slugs.items[1].keep_group, 0);

    bul_attempt attempt = bul_story_attempt(&d->c, story, 20, true, d->scratch);
    assert_false(attempt.is_empty);
    assert_int_equal(attempt.slugs.count, 18);
}

static void a_poem_is_not_parted_to_balance_columns(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_story *story = story_of(d,
                                desk_join(d, titled,
                                          "> 一行诗  \n> 二行诗  \n> 三行诗  \n"
                                          "> 四行诗\n"),
                                2);
    bul_attempt attempt = bul_story_balance(&d->c, story, 20, true, d->scratch);

    assert_true(attempt.is_done);
    assert_int_equal(attempt.rows, 2 + 4);
    assert_int_equal(attempt.slugs.items[3].column, 0);
}

static void a_box_keeps_a_row_free_at_its_foot(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_story *story = story_of(
        d, desk_join(d, "---\ntitle: 题目\nbox: yes\n---\n\n", lines(d, 6)), 2);
    assert_true(story->is_boxed);
    assert_int_equal(story->inset, 10000);
    assert_int_equal(story->measure, (210000 - 20000 - 10000) / 2);

    bul_attempt attempt = bul_story_balance(&d->c, story, 20, true, d->scratch);
    int last = 0;
    for (size_t i = 0; i < attempt.slugs.count; i++)
        if (attempt.slugs.items[i].row > last)
            last = attempt.slugs.items[i].row;
    assert_true(attempt.is_done);
    assert_int_equal(attempt.rows, last + 2);
}

/* A story of three columns with a picture 2 columns wide at some place. */
static bul_story *pictured(desk *d, const char *place)
{
    put_picture(d, 80, 40);
    bul_text text = bul_text_in(&d->w->arena);
    bul_text_addf(&text,
                  "---\ntitle: 题目\nphotos:\n  - {file: p.png, width: 2, "
                  "place: %s}\n---\n\n",
                  place);
    bul_text_add(&text, bul_str_from(lines(d, 30)));
    return story_of(d, bul_cstr(&d->w->arena, bul_text_str(&text)), 3);
}

static bul_placed_wide only_wide(desk *d, const bul_story *story,
                                 bul_attempt *attempt)
{
    *attempt = bul_story_balance(&d->c, story, 40, true, d->scratch);
    assert_true(attempt->is_done);
    assert_int_equal(attempt->wides.count, 1);
    return attempt->wides.items[0];
}

static void a_picture_at_the_left_stands_over_the_left_columns(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_attempt attempt;
    bul_placed_wide wide = only_wide(d, pictured(d, "left"), &attempt);

    assert_int_equal(wide.column, 0);
    assert_int_equal(wide.row, 2);
}

static void a_picture_at_the_right_stands_over_the_right_columns(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_attempt attempt;
    bul_placed_wide wide = only_wide(d, pictured(d, "right"), &attempt);

    assert_int_equal(wide.column, 1);
    assert_int_equal(wide.row, 2);
}

static void a_picture_beside_the_head_begins_at_its_top(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_story *story = pictured(d, "beside");
    bul_attempt attempt;
    bul_placed_wide wide = only_wide(d, story, &attempt);

    assert_int_equal(wide.column, 1);
    assert_int_equal(wide.row, 0);
    assert_int_equal(attempt.slugs.items[0].row, story->head.rows);
}

static void text_stands_clear_of_the_picture_above_it(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_story *story = pictured(d, "auto");
    bul_attempt attempt;
    bul_placed_wide wide = only_wide(d, story, &attempt);
    int foot = wide.row + story->wides.items[0].set.rows;

    for (size_t i = 0; i < attempt.slugs.count; i++) {
        const bul_placed_slug *slug = &attempt.slugs.items[i];
        if (slug->column >= wide.column && slug->column < wide.column + 2)
            assert_true(slug->row > foot);
    }
}

static void an_inline_picture_stands_in_the_text(void **state)
{
    desk *d = desk_open(*state, 3, "");
    bul_story *story = pictured(d, "inline");

    assert_int_equal(story->wides.count, 0);
    assert_int_equal(story->galley->slugs.count, 31);
}

/* ---- Laws. ---- */

static bul_story *roll_story(desk *d, dice *rolled, int columns)
{
    bul_text text = bul_text_in(&d->w->arena);
    bul_text_add(&text, bul_str_from(titled));
    for (size_t i = 0; i < 1 + dice_below(rolled, 8); i++) {
        if (dice_chance(rolled, 30))
            bul_text_add(&text, BUL_STR("## 小标题\n\n"));
        bul_text_add(&text, bul_str_from(lines(d, 1 + dice_below(rolled, 9))));
    }
    return story_of(d, bul_cstr(&d->w->arena, bul_text_str(&text)), columns);
}

static void balanced_is_least(world *w, dice *rolled)
{
    w->puts.count = 0;
    int columns = 1 + (int)dice_below(rolled, 4);
    desk *d = desk_open(w, columns, "");
    bul_story *story = roll_story(d, rolled, columns);
    bul_attempt balanced = bul_story_balance(&d->c, story, 80, true, &w->arena);

    assert_true(balanced.is_done);
    for (int rows = 1; rows < balanced.rows; rows++) {
        bul_attempt less =
            bul_story_attempt(&d->c, story, rows, false, &w->arena);
        assert_false(less.is_done);
    }
}

static void no_fewer_rows_would_do_than_balancing_takes(void **state)
{
    dice_check(balanced_is_least, *state, 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_head_takes_whole_lines),
        WORLD_TEST(a_story_is_balanced_over_its_columns),
        WORLD_TEST(an_odd_line_goes_to_the_first_column),
        WORLD_TEST(a_story_too_long_takes_all_rows_and_is_not_done),
        WORLD_TEST(an_attempt_changes_nothing_until_it_is_kept),
        WORLD_TEST(a_head_that_does_not_fit_leaves_the_attempt_empty),
        WORLD_TEST(a_head_without_text_is_an_attempt_done),
        WORLD_TEST(a_poem_longer_than_the_page_is_parted_under_its_head),
        WORLD_TEST(a_poem_is_not_parted_to_balance_columns),
        WORLD_TEST(a_box_keeps_a_row_free_at_its_foot),
        WORLD_TEST(a_picture_at_the_left_stands_over_the_left_columns),
        WORLD_TEST(a_picture_at_the_right_stands_over_the_right_columns),
        WORLD_TEST(a_picture_beside_the_head_begins_at_its_top),
        WORLD_TEST(text_stands_clear_of_the_picture_above_it),
        WORLD_TEST(an_inline_picture_stands_in_the_text),
        WORLD_TEST(no_fewer_rows_would_do_than_balancing_takes),
    };
    return cmocka_run_group_tests_name("story", tests, NULL, NULL);
}
