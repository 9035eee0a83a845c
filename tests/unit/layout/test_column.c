/* SPDX-License-Identifier: MIT */
#include "layout/column.h"
#include "support/random.h"
#include "support/world.h"

/* Galleys are written as words: a digit is a paragraph of so many lines, h a
 * crosshead of one row with a row of white over it, f a picture that floats
 * (4 rows, the last of them white), w white of one row. */

static bul_slug *add_slug(world *w, bul_galley *galley, int rows,
                          unsigned flags)
{
    bul_slug *slug = BUL_PUSH(&w->arena, &galley->slugs);
    slug->rows = rows;
    slug->flags = flags;
    return slug;
}

static void add_paragraph(world *w, bul_galley *galley, int lines)
{
    for (int i = 0; i < lines; i++)
        add_slug(w, galley, 1,
                 BUL_SLUG_TEXT | (i == 0 ? BUL_SLUG_STARTS : 0u) |
                     (i + 1 == lines ? BUL_SLUG_ENDS : 0u));
}

static bul_galley galley_of(world *w, const char *pattern)
{
    bul_galley galley = {0};
    for (const char *c = pattern; *c; c++) {
        if (*c >= '1' && *c <= '9') {
            add_paragraph(w, &galley, *c - '0');
        } else if (*c == 'h') {
            add_slug(w, &galley, 1, BUL_SLUG_WHITE | BUL_SLUG_KEEP_NEXT);
            add_slug(w, &galley, 1, BUL_SLUG_KEEP_NEXT);
        } else if (*c == 'f') {
            add_slug(w, &galley, 4, BUL_SLUG_FLOATS)->white = 1;
        } else if (*c == 'w') {
            add_slug(w, &galley, 1, BUL_SLUG_WHITE);
        }
    }
    return galley;
}

/* One column after another of the same depth; what each took, as numbers of
 * slugs. */
typedef struct columns {
    bul_cursor cursor;
    bul_placed_slugs placed;
} columns;

static int fill(world *w, const bul_galley *galley, columns *c, int depth)
{
    bul_room room = {0, 0, depth};
    c->placed.count = 0;
    return bul_column_fill(galley, &c->cursor, room, true, &w->arena,
                           &c->placed);
}

static void a_column_takes_what_its_depth_holds(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "6");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 4), 4);
    assert_int_equal(c.placed.count, 4);
    assert_int_equal(c.placed.items[3].row, 3);
    assert_int_equal(c.cursor.slug, 4);
    assert_false(bul_cursor_at_end(&galley, &c.cursor));
}

static void a_column_begins_at_its_top_and_bears_its_number(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "2");
    columns c = {0};
    bul_room room = {3, 5, 9};

    assert_int_equal(
        bul_column_fill(&galley, &c.cursor, room, true, &w->arena, &c.placed),
        7);
    assert_int_equal(c.placed.items[0].row, 5);
    assert_int_equal(c.placed.items[0].column, 3);
}

static void no_column_opens_on_the_last_line_of_a_paragraph(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "53");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 4), 3);
    assert_int_equal(c.cursor.slug, 3);
}

static void a_paragraph_of_two_lines_is_not_parted(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "32");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 4), 3);
    assert_int_equal(fill(w, &galley, &c, 4), 2);
}

static void a_paragraph_of_one_line_goes_anywhere(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "311");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 4), 4);
    assert_int_equal(fill(w, &galley, &c, 4), 1);
}

static void no_crosshead_is_left_at_the_foot(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "3h5");
    columns c = {0};

    /* 3 + white + head + two lines = 7 */
    assert_int_equal(fill(w, &galley, &c, 6), 3);
    c = (columns){0};
    assert_int_equal(fill(w, &galley, &c, 7), 7);
}

static void white_vanishes_at_the_top_of_a_column(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "3h5");
    columns c = {0};
    fill(w, &galley, &c, 5);

    assert_int_equal(fill(w, &galley, &c, 5), 4); /* head and three lines */
    assert_int_equal(c.placed.items[0].slug, 4);
    assert_int_equal(c.placed.items[0].row, 0);
}

static void white_alone_does_not_keep_a_story_going(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "2ww");
    columns c = {0};
    fill(w, &galley, &c, 2);

    assert_true(bul_cursor_at_end(&galley, &c.cursor));
}

static void slugs_of_one_group_stay_in_one_column(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "23");
    for (size_t i = 2; i < 5; i++)
        galley.slugs.items[i].keep_group = 7;
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 4), 2);
    assert_int_equal(fill(w, &galley, &c, 4), 3);
}

static void
a_group_deeper_than_a_column_is_parted_in_one_of_its_own(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "19");
    for (size_t i = 1; i < 10; i++)
        galley.slugs.items[i].keep_group = 7;
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 5), 1);
    assert_int_equal(fill(w, &galley, &c, 5), 5);
    assert_int_equal(fill(w, &galley, &c, 5), 4);
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
}

static void where_there_are_taller_columns_it_waits_for_them(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "9");
    for (size_t i = 0; i < 9; i++)
        galley.slugs.items[i].keep_group = 7;
    columns c = {0};
    bul_room room = {0, 0, 5};

    assert_int_equal(
        bul_column_fill(&galley, &c.cursor, room, false, &w->arena, &c.placed),
        0);
    assert_int_equal(c.cursor.slug, 0);
}

static void a_picture_without_room_waits_for_the_next_column(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "3f5");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 5), 5); /* text runs on */
    assert_int_equal(c.cursor.float_count, 1);
    assert_int_equal(c.placed.items[4].slug, 5);
    fill(w, &galley, &c, 8);
    assert_int_equal(c.cursor.float_count, 0);
    assert_int_equal(c.placed.items[0].slug, 3);
    assert_int_equal(c.placed.items[0].row, 0);
    assert_int_equal(c.placed.items[1].row, 4);
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
}

static void the_white_under_a_picture_may_hang_over_the_foot(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "3f");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 6), 6);
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
}

static void pictures_that_wait_keep_their_order(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "2ff4");
    columns c = {0};
    fill(w, &galley, &c, 3);

    assert_int_equal(c.cursor.float_count, 2);
    fill(w, &galley, &c, 12);
    assert_int_equal(c.placed.items[0].slug, 2);
    assert_int_equal(c.placed.items[1].slug, 3);
}

static void a_story_is_not_at_its_end_while_a_picture_waits(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "3f");
    columns c = {0};
    fill(w, &galley, &c, 4);

    assert_int_equal(c.cursor.slug, galley.slugs.count);
    assert_false(bul_cursor_at_end(&galley, &c.cursor));
    fill(w, &galley, &c, 4);
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
}

static void more_pictures_than_may_wait_end_the_column(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "1ffffffffffff1");
    columns c = {0};
    size_t pictures = 0;
    for (int i = 0; i < 40 && !bul_cursor_at_end(&galley, &c.cursor); i++) {
        fill(w, &galley, &c, 3);
        for (size_t n = 0; n < c.placed.count; n++)
            pictures += galley.slugs.items[c.placed.items[n].slug].rows == 4;
    }
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
    assert_int_equal(pictures, 12);
}

static void a_column_without_rows_takes_nothing(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "3");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 0), 0);
    assert_int_equal(c.cursor.slug, 0);
}

static void an_empty_galley_is_at_its_end(void **state)
{
    world *w = *state;
    bul_galley galley = {0};
    columns c = {0};

    assert_true(bul_cursor_at_end(&galley, &c.cursor));
    assert_int_equal(fill(w, &galley, &c, 5), 0);
    assert_int_equal(bul_cursor_rows_left(&galley, &c.cursor), 0);
}

/* ---- Laws. ---- */

static bul_galley roll_galley(world *w, dice *d)
{
    static const char kinds[] = "1234567892345hhf";
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < 3 + dice_below(d, 12); i++)
        bul_text_add_char(&text, (uint32_t)kinds[dice_below(d, 16)]);
    bul_text_add(&text, BUL_STR("3"));
    return galley_of(w, bul_cstr(&w->arena, bul_text_str(&text)));
}

static void check_column(const bul_galley *galley, const columns *c, int depth)
{
    int row = 0;
    for (size_t i = 0; i < c->placed.count; i++) {
        const bul_placed_slug *placed = &c->placed.items[i];
        const bul_slug *slug = &galley->slugs.items[placed->slug];
        assert_true(placed->row >= row);
        row = placed->row + slug->rows;
        assert_true(row - slug->white <= depth);
    }
    if (c->placed.count == 0)
        return;
    const bul_slug *last = &galley->slugs.items[BUL_LAST(&c->placed)->slug];
    assert_false(last->flags & BUL_SLUG_KEEP_NEXT);
}

static void columns_hold_all_slugs_once(world *w, dice *d)
{
    bul_galley galley = roll_galley(w, d);
    int depth = 6 + (int)dice_below(d, 20);
    columns c = {0};
    int *seen = BUL_NEW(&w->arena, int, galley.slugs.count);
    for (int i = 0; i < 100 && !bul_cursor_at_end(&galley, &c.cursor); i++) {
        fill(w, &galley, &c, depth);
        check_column(&galley, &c, depth);
        for (size_t n = 0; n < c.placed.count; n++)
            seen[c.placed.items[n].slug]++;
    }
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
    for (size_t i = 0; i < galley.slugs.count; i++) {
        bool is_white = galley.slugs.items[i].flags & BUL_SLUG_WHITE;
        assert_true(seen[i] == 1 || (is_white && seen[i] == 0));
    }
}

static void every_slug_is_placed_once_and_within_its_column(void **state)
{
    dice_check(columns_hold_all_slugs_once, *state, 500);
}

static void taller_holds_no_fewer(world *w, dice *d)
{
    bul_galley galley = roll_galley(w, d);
    for (size_t i = 0; i < galley.slugs.count; i++)
        galley.slugs.items[i].flags &= ~(unsigned)BUL_SLUG_FLOATS;
    int depth = 5 + (int)dice_below(d, 20);
    columns small = {0}, large = {0};
    fill(w, &galley, &small, depth);
    fill(w, &galley, &large, depth + 1);

    assert_true(large.cursor.slug >= small.cursor.slug);
}

static void a_taller_column_never_holds_less(void **state)
{
    dice_check(taller_holds_no_fewer, *state, 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_column_takes_what_its_depth_holds),
        WORLD_TEST(a_column_begins_at_its_top_and_bears_its_number),
        WORLD_TEST(no_column_opens_on_the_last_line_of_a_paragraph),
        WORLD_TEST(a_paragraph_of_two_lines_is_not_parted),
        WORLD_TEST(a_paragraph_of_one_line_goes_anywhere),
        WORLD_TEST(no_crosshead_is_left_at_the_foot),
        WORLD_TEST(white_vanishes_at_the_top_of_a_column),
        WORLD_TEST(white_alone_does_not_keep_a_story_going),
        WORLD_TEST(slugs_of_one_group_stay_in_one_column),
        WORLD_TEST(a_group_deeper_than_a_column_is_parted_in_one_of_its_own),
        WORLD_TEST(where_there_are_taller_columns_it_waits_for_them),
        WORLD_TEST(a_picture_without_room_waits_for_the_next_column),
        WORLD_TEST(the_white_under_a_picture_may_hang_over_the_foot),
        WORLD_TEST(pictures_that_wait_keep_their_order),
        WORLD_TEST(a_story_is_not_at_its_end_while_a_picture_waits),
        WORLD_TEST(more_pictures_than_may_wait_end_the_column),
        WORLD_TEST(a_column_without_rows_takes_nothing),
        WORLD_TEST(an_empty_galley_is_at_its_end),
        WORLD_TEST(every_slug_is_placed_once_and_within_its_column),
        WORLD_TEST(a_taller_column_never_holds_less),
    };
    return cmocka_run_group_tests_name("column", tests, NULL, NULL);
}
