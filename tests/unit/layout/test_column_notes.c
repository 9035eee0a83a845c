/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/column.h"
#include "support/random.h"
#include "support/world.h"

/* Notes at the feet of columns. Galleys are written as words: a digit is a
 * paragraph of so many lines, n a line that calls the next note, h a crosshead
 * of one row with a row of white over it, f a picture that floats (4 rows, the
 * last of them white); behind a bar come the notes, by their lines. */

static bul_slug *add_slug(world *w, bul_galley *galley, int rows,
                          unsigned flags)
{
    bul_slug *slug = BUL_PUSH(&w->arena, &galley->slugs);
    slug->rows = rows;
    slug->flags = flags;
    return slug;
}

static bul_slug *add_paragraph(world *w, bul_galley *galley, int lines)
{
    bul_slug *last = NULL;
    for (int i = 0; i < lines; i++)
        last = add_slug(w, galley, 1,
                        BUL_SLUG_TEXT | (i == 0 ? BUL_SLUG_STARTS : 0u) |
                            (i + 1 == lines ? BUL_SLUG_ENDS : 0u));
    return last;
}

/* Notes of so many lines each, under a rule. */
static void add_notes(world *w, bul_galley *galley, const char *lines)
{
    size_t *ends = BUL_NEW(&w->arena, size_t, strlen(lines) + 1);
    size_t count = 0;
    for (size_t i = 0; lines[i]; i++)
        ends[i] = count += (size_t)(lines[i] - '0');
    for (size_t i = 0; i <= count; i++)
        add_slug(w, galley, 1, 0);
    galley->foot_count = count + 1;
    galley->note_ends = ends;
}

static bul_galley galley_of(world *w, const char *pattern)
{
    bul_galley galley = {0};
    uint32_t notes = 0;
    for (const char *c = pattern; *c != '|'; c++) {
        if (*c == 'n') {
            add_paragraph(w, &galley, 1)->notes = ++notes;
        } else if (*c == 'h') {
            add_slug(w, &galley, 1, BUL_SLUG_WHITE | BUL_SLUG_KEEP_NEXT);
            add_slug(w, &galley, 1, BUL_SLUG_KEEP_NEXT);
        } else if (*c == 'f') {
            add_slug(w, &galley, 4, BUL_SLUG_FLOATS)->white = 1;
        } else {
            add_paragraph(w, &galley, *c - '0');
        }
    }
    add_notes(w, &galley, strchr(pattern, '|') + 1);
    return galley;
}

/* One column after another of the same depth; what each took. */
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

static size_t text_count(const bul_galley *galley)
{
    return galley->slugs.count - galley->foot_count;
}

static void a_note_stands_at_the_foot_under_its_rule(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "1n12|2");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 7), 7);
    /* three lines, white, rule and two lines of the note */
    assert_int_equal(c.placed.count, 6);
    assert_int_equal(c.placed.items[2].row, 2);
    assert_int_equal(c.placed.items[3].slug, text_count(&galley));
    assert_int_equal(c.placed.items[3].row, 4);
    assert_int_equal(c.placed.items[5].row, 6);
    assert_int_equal(c.cursor.notes_placed, 2);
}

static void without_notes_a_column_ends_with_its_text(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "1113|");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 8), 6);
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
}

static void a_line_whose_note_finds_no_room_moves_on_with_it(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "111n|2");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 6), 3);
    assert_int_equal(c.placed.count, 3);
    assert_int_equal(fill(w, &galley, &c, 6), 6);
    assert_int_equal(c.placed.items[0].slug, 3);
    /* With one row more both stay. */
    c = (columns){0};
    fill(w, &galley, &c, 7);
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
}

static void the_notes_of_a_column_have_one_rule(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "n1n|12");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 7), 7);
    assert_int_equal(c.placed.count, 7);
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
}

static void a_note_longer_than_a_column_goes_on_in_the_next(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "n5|9");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 6), 6);
    assert_int_equal(c.cursor.slug, 1);
    assert_int_equal(c.cursor.notes_placed, 4);
    assert_int_equal(fill(w, &galley, &c, 6), 6);
    assert_int_equal(c.cursor.notes_placed, 9);
    assert_int_equal(c.cursor.slug, 1);
    assert_int_equal(fill(w, &galley, &c, 6), 5);
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
}

static void where_there_are_taller_columns_its_line_waits_for_them(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "n5|9");
    columns c = {0};
    bul_room room = {0, 0, 6};

    assert_int_equal(
        bul_column_fill(&galley, &c.cursor, room, false, &w->arena, &c.placed),
        0);
    assert_int_equal(c.placed.count, 0);
}

static void a_story_is_not_at_its_end_while_a_note_waits(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "n|6");
    columns c = {0};
    fill(w, &galley, &c, 4);

    assert_int_equal(c.cursor.slug, 1);
    assert_false(bul_cursor_at_end(&galley, &c.cursor));
    assert_int_equal(bul_cursor_rows_left(&galley, &c.cursor), 5);
}

static void what_no_line_calls_stands_under_the_last(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "1|2");
    columns c = {0};

    assert_int_equal(fill(w, &galley, &c, 5), 5);
    assert_int_equal(c.placed.count, 4);
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
    galley = galley_of(w, "|2");
    c = (columns){0};
    fill(w, &galley, &c, 5);
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
}

static void text_is_read_before_the_notes_of_all_columns(void **state)
{
    world *w = *state;
    bul_galley galley = galley_of(w, "n11n11|11");
    columns c = {0};
    bul_room rooms[2] = {{0, 0, 5}, {1, 0, 5}};
    for (size_t i = 0; i < 2; i++)
        bul_column_fill(&galley, &c.cursor, rooms[i], true, &w->arena,
                        &c.placed);

    assert_int_equal(c.placed.count, 10);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(c.placed.items[i].slug, i);
    assert_int_equal(c.placed.items[6].slug, 6);
    assert_int_equal(c.placed.items[6].column, 0);
    assert_int_equal(c.placed.items[8].slug, 6); /* the rule again */
    assert_int_equal(c.placed.items[8].column, 1);
    assert_int_equal(c.placed.items[9].slug, 8);
}

/* ---- A law. ---- */

/* Notes of one to three lines; some longer than a column. */
static bul_galley roll_notes(world *w, dice *d)
{
    static const char kinds[] = "nnn123456hf1";
    bul_text text = bul_text_in(&w->arena);
    bul_text notes = bul_text_in(&w->arena);
    for (size_t i = 0; i < 4 + dice_below(d, 20); i++) {
        char kind = kinds[dice_below(d, 12)];
        bul_text_add_char(&text, (uint32_t)kind);
        if (kind == 'n')
            bul_text_add_char(
                &notes, (uint32_t)'1' + (uint32_t)dice_below(d, i % 7 ? 3 : 9));
    }
    bul_text_add(&text, BUL_STR("3|"));
    bul_text_add(&text, bul_text_str(&notes));
    return galley_of(w, bul_cstr(&w->arena, bul_text_str(&text)));
}

/* Text above, then one rule, then lines of notes down to the foot. */
static void check_foot(const bul_galley *galley, const columns *c, int depth)
{
    int text_end = 0, note_row = depth;
    for (size_t i = c->placed.count; i > 0; i--) {
        const bul_placed_slug *placed = &c->placed.items[i - 1];
        const bul_slug *slug = &galley->slugs.items[placed->slug];
        int end = placed->row + slug->rows - slug->white;
        if (placed->slug >= text_count(galley))
            assert_int_equal(placed->row, --note_row);
        else
            text_end = end > text_end ? end : text_end;
    }
    assert_true(text_end <= note_row);
}

/* A line that calls a note has its first line in the same column, unless the
 * notes before it fill that. */
static void check_calls(const bul_galley *galley, const columns *c,
                        size_t notes_before)
{
    size_t begun = notes_before;
    bool is_full = false;
    for (size_t i = 0; i < c->placed.count; i++)
        begun += c->placed.items[i].slug > text_count(galley);
    assert_int_equal(begun, c->cursor.notes_placed);
    is_full = c->cursor.notes_due > begun;
    for (size_t i = 0; i < c->placed.count; i++) {
        const bul_slug *slug = &galley->slugs.items[c->placed.items[i].slug];
        if (slug->notes > 0 && !is_full)
            assert_true(galley->note_ends[slug->notes - 1] <= begun);
    }
}

static void notes_are_placed_once_in_order(world *w, dice *d)
{
    bul_galley galley = roll_notes(w, d);
    int depth = 6 + (int)dice_below(d, 20);
    columns c = {0};
    size_t next = text_count(&galley) + 1;
    for (int i = 0; i < 200 && !bul_cursor_at_end(&galley, &c.cursor); i++) {
        size_t before = c.cursor.notes_placed;
        int left = bul_cursor_rows_left(&galley, &c.cursor);
        fill(w, &galley, &c, depth);
        check_foot(&galley, &c, depth);
        check_calls(&galley, &c, before);
        assert_true(bul_cursor_rows_left(&galley, &c.cursor) < left);
        for (size_t n = 0; n < c.placed.count; n++)
            if (c.placed.items[n].slug > text_count(&galley))
                assert_int_equal(c.placed.items[n].slug, next++);
    }
    assert_true(bul_cursor_at_end(&galley, &c.cursor));
    assert_int_equal(next, galley.slugs.count + (galley.foot_count == 0));
}

static void every_line_of_notes_is_placed_once_at_a_foot(void **state)
{
    dice_check(notes_are_placed_once_in_order, *state, 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_note_stands_at_the_foot_under_its_rule),
        WORLD_TEST(without_notes_a_column_ends_with_its_text),
        WORLD_TEST(a_line_whose_note_finds_no_room_moves_on_with_it),
        WORLD_TEST(the_notes_of_a_column_have_one_rule),
        WORLD_TEST(a_note_longer_than_a_column_goes_on_in_the_next),
        WORLD_TEST(where_there_are_taller_columns_its_line_waits_for_them),
        WORLD_TEST(a_story_is_not_at_its_end_while_a_note_waits),
        WORLD_TEST(what_no_line_calls_stands_under_the_last),
        WORLD_TEST(text_is_read_before_the_notes_of_all_columns),
        WORLD_TEST(every_line_of_notes_is_placed_once_at_a_foot),
    };
    return cmocka_run_group_tests_name("column_notes", tests, NULL, NULL);
}
