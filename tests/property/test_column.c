/* SPDX-License-Identifier: MIT */
/* test_column.c - laws of filling columns, over galleys made by dice:
 * paragraphs, crossheads, white, blocks that stay together, pictures that
 * float. */
#include <stdlib.h>

#include "layout/column.h"
#include "support/random.h"
#include "support/world.h"

#define ROUNDS      3000
#define LEAST_DEPTH 12 /* rows: deeper than anything that stays together */
#define MOST_PLACED 400

/* ---- A galley made by dice. ---- */

static bul_slug *add_slug(world *w, bul_galley *galley, int rows,
                          unsigned flags)
{
    bul_slug *slug = BUL_PUSH(&w->arena, &galley->slugs);
    slug->rows = rows;
    slug->flags = flags;
    return slug;
}

static void add_paragraph(world *w, bul_galley *galley, size_t lines)
{
    for (size_t i = 0; i < lines; i++)
        add_slug(w, galley, 1,
                 BUL_SLUG_TEXT | (i == 0 ? BUL_SLUG_STARTS : 0u) |
                     (i + 1 == lines ? BUL_SLUG_ENDS : 0u));
}

static void add_kept(world *w, bul_galley *galley, uint32_t group, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        add_slug(w, galley, 1, 0)->keep_group = group;
}

static bul_galley galley_made(world *w, dice *d, bool with_floats)
{
    bul_galley galley = {0};
    size_t blocks = 1 + dice_below(d, 20);
    for (size_t i = 0; i < blocks; i++) {
        if (dice_chance(d, 20)) {
            add_slug(w, &galley, 1, BUL_SLUG_WHITE | BUL_SLUG_KEEP_NEXT);
            add_slug(w, &galley, 1, BUL_SLUG_KEEP_NEXT);
        }
        if (dice_chance(d, 10))
            add_kept(w, &galley, (uint32_t)i + 1, 2 + dice_below(d, 5));
        if (with_floats && dice_chance(d, 10))
            add_slug(w, &galley, 3 + (int)dice_below(d, 4), BUL_SLUG_FLOATS)
                ->white = 1;
        add_paragraph(w, &galley, 1 + dice_below(d, 9));
    }
    return galley;
}

/* ---- Filling it. ---- */

typedef struct column {
    bul_placed_slugs placed;
    int foot;
} column;

typedef struct columns {
    column items[MOST_PLACED];
    size_t count;
} columns;

/* Columns of depths by dice, until the galley is placed. */
static columns *fill_all(world *w, dice *d, const bul_galley *galley)
{
    columns *all = BUL_NEW(&w->arena, columns, 1);
    bul_cursor cursor = {0};
    while (!bul_cursor_at_end(galley, &cursor)) {
        assert_true(all->count < MOST_PLACED); /* else it does not go on */
        column *c = &all->items[all->count];
        c->foot = LEAST_DEPTH + (int)dice_below(d, 30);
        bul_room room = {(int)all->count, 0, c->foot};
        bul_column_fill(galley, &cursor, room, dice_chance(d, 50), &w->arena,
                        &c->placed);
        all->count++;
    }
    return all;
}

static const bul_slug *slug_of(const bul_galley *galley, const column *c,
                               size_t i)
{
    return &galley->slugs.items[c->placed.items[i].slug];
}

/* ---- Laws. ---- */

static void every_slug_stands_once(world *w, dice *d)
{
    bul_galley galley = galley_made(w, d, true);
    columns *all = fill_all(w, d, &galley);
    int *times = BUL_NEW(&w->arena, int, galley.slugs.count);
    for (size_t n = 0; n < all->count; n++)
        for (size_t i = 0; i < all->items[n].placed.count; i++)
            times[all->items[n].placed.items[i].slug]++;
    for (size_t i = 0; i < galley.slugs.count; i++) {
        if (galley.slugs.items[i].flags & BUL_SLUG_WHITE)
            assert_true(times[i] <= 1);
        else
            assert_int_equal(times[i], 1);
    }
}

static void all_but_floats_stand_in_order(world *w, dice *d)
{
    bul_galley galley = galley_made(w, d, true);
    columns *all = fill_all(w, d, &galley);
    size_t next = 0;
    for (size_t n = 0; n < all->count; n++) {
        const column *c = &all->items[n];
        for (size_t i = 0; i < c->placed.count; i++) {
            if (slug_of(&galley, c, i)->flags & BUL_SLUG_FLOATS)
                continue;
            assert_true(c->placed.items[i].slug >= next);
            next = c->placed.items[i].slug + 1;
        }
    }
}

static void slugs_lie_in_the_room_and_not_on_each_other(world *w, dice *d)
{
    bul_galley galley = galley_made(w, d, true);
    columns *all = fill_all(w, d, &galley);
    for (size_t n = 0; n < all->count; n++) {
        const column *c = &all->items[n];
        int row = 0;
        for (size_t i = 0; i < c->placed.count; i++) {
            const bul_slug *slug = slug_of(&galley, c, i);
            assert_int_equal(c->placed.items[i].row, row);
            row += slug->rows;
            assert_true(row - slug->white <= c->foot ||
                        (slug->flags & BUL_SLUG_WHITE));
        }
    }
}

/* 孤行 */
static void no_last_line_opens_a_column(world *w, dice *d)
{
    bul_galley galley = galley_made(w, d, true);
    columns *all = fill_all(w, d, &galley);
    for (size_t n = 0; n < all->count; n++) {
        const column *c = &all->items[n];
        size_t i = 0;
        while (i < c->placed.count &&
               (slug_of(&galley, c, i)->flags & BUL_SLUG_FLOATS))
            i++;
        if (i == c->placed.count)
            continue;
        unsigned flags = slug_of(&galley, c, i)->flags;
        assert_false((flags & BUL_SLUG_ENDS) && !(flags & BUL_SLUG_STARTS));
    }
}

/* The same galleys cut by depth alone do open columns with last lines. */
static size_t widow_count;

static void cut_by_depth(world *w, dice *d)
{
    bul_galley galley = galley_made(w, d, false);
    size_t depth = LEAST_DEPTH + dice_below(d, 30);
    for (size_t i = depth; i < galley.slugs.count; i += depth) {
        unsigned flags = galley.slugs.items[i].flags;
        widow_count += (flags & BUL_SLUG_ENDS) && !(flags & BUL_SLUG_STARTS);
    }
}

static void control_of_last_lines(void **state)
{
    widow_count = 0;
    dice_check(cut_by_depth, *state, ROUNDS);
    assert_true(widow_count > 0 || getenv("BULLETIN_SEED") != NULL);
}

static void no_crosshead_is_last_in_a_column(world *w, dice *d)
{
    bul_galley galley = galley_made(w, d, true);
    columns *all = fill_all(w, d, &galley);
    for (size_t n = 0; n < all->count; n++) {
        const column *c = &all->items[n];
        if (c->placed.count > 0)
            assert_false(slug_of(&galley, c, c->placed.count - 1)->flags &
                         BUL_SLUG_KEEP_NEXT);
    }
}

static void no_white_opens_a_column(world *w, dice *d)
{
    bul_galley galley = galley_made(w, d, false);
    columns *all = fill_all(w, d, &galley);
    for (size_t n = 0; n < all->count; n++)
        if (all->items[n].placed.count > 0)
            assert_false(slug_of(&galley, &all->items[n], 0)->flags &
                         BUL_SLUG_WHITE);
}

static void what_stays_together_stands_in_one_column(world *w, dice *d)
{
    bul_galley galley = galley_made(w, d, true);
    columns *all = fill_all(w, d, &galley);
    size_t *where = BUL_NEW(&w->arena, size_t, galley.slugs.count);
    for (size_t n = 0; n < all->count; n++)
        for (size_t i = 0; i < all->items[n].placed.count; i++)
            where[all->items[n].placed.items[i].slug] = n;
    for (size_t i = 1; i < galley.slugs.count; i++)
        if (galley.slugs.items[i].keep_group != 0 &&
            galley.slugs.items[i].keep_group ==
                galley.slugs.items[i - 1].keep_group)
            assert_int_equal(where[i], where[i - 1]);
}

static size_t count_in(world *w, const bul_galley *galley, bul_cursor from,
                       int depth)
{
    bul_placed_slugs placed = {0};
    bul_room room = {0, 0, depth};
    bul_column_fill(galley, &from, room, true, &w->arena, &placed);
    return placed.count;
}

static void a_deeper_column_never_holds_fewer(world *w, dice *d)
{
    bul_galley galley = galley_made(w, d, false);
    size_t before = 0;
    for (int depth = 1; depth < 60; depth++) {
        size_t count = count_in(w, &galley, (bul_cursor){0}, depth);
        assert_true(count >= before);
        before = count;
    }
}

/* Rows left are a floor: no filling takes fewer. */
static void rows_left_are_never_too_many(world *w, dice *d)
{
    bul_galley galley = galley_made(w, d, true);
    bul_cursor cursor = {0};
    int promised = bul_cursor_rows_left(&galley, &cursor);
    columns *all = fill_all(w, d, &galley);
    int taken = 0;
    for (size_t n = 0; n < all->count; n++)
        taken += all->items[n].foot;
    assert_true(taken >= promised);
}

#define LAW(name)                                                              \
    static void law_##name(void **state)                                       \
    {                                                                          \
        dice_check(name, *state, ROUNDS);                                      \
    }

LAW(every_slug_stands_once)
LAW(all_but_floats_stand_in_order)
LAW(slugs_lie_in_the_room_and_not_on_each_other)
LAW(no_last_line_opens_a_column)
LAW(no_crosshead_is_last_in_a_column)
LAW(no_white_opens_a_column)
LAW(what_stays_together_stands_in_one_column)
LAW(a_deeper_column_never_holds_fewer)
LAW(rows_left_are_never_too_many)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(law_every_slug_stands_once),
        WORLD_TEST(law_all_but_floats_stand_in_order),
        WORLD_TEST(law_slugs_lie_in_the_room_and_not_on_each_other),
        WORLD_TEST(law_no_last_line_opens_a_column),
        WORLD_TEST(control_of_last_lines),
        WORLD_TEST(law_no_crosshead_is_last_in_a_column),
        WORLD_TEST(law_no_white_opens_a_column),
        WORLD_TEST(law_what_stays_together_stands_in_one_column),
        WORLD_TEST(law_a_deeper_column_never_holds_fewer),
        WORLD_TEST(law_rows_left_are_never_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
