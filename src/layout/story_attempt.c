/* SPDX-License-Identifier: MIT */
/* story_attempt.c - a story tried in a region: which slug would stand where. */
#include "layout/story_parts.h"

#define SLIVER_ROWS 3 /* less room than this under a picture stays white */
#define SLIVER_MORE 3 /* rows a region may grow to be rid of a sliver */

int bul_story_side_columns(const bul_story *story)
{
    return story->side_rows > 0 && !story->cursor.head_is_set ? 1 : 0;
}

static int highest(const bul_region *r, int first, int columns)
{
    int top = 0;
    for (int i = first; i < first + columns; i++)
        top = r->tops[i] > top ? r->tops[i] : top;
    return top;
}

/* The columns where a wide block stands highest: at the right unless asked for
 * at the left. */
static int best_column(const bul_region *r, const bul_wide *wide)
{
    int last = r->story->columns - wide->columns;
    if (wide->place == BUL_PLACE_LEFT)
        return r->first;
    if (wide->place == BUL_PLACE_BESIDE || wide->place == BUL_PLACE_RIGHT)
        return last;
    int best = last;
    for (int first = last - 1; first >= r->first; first--)
        if (highest(r, first, wide->columns) < highest(r, best, wide->columns))
            best = first;
    return best;
}

/* Places the next wide block; false when there is no room for it. */
static bool place_wide(bul_region *r, bul_attempt *attempt, bul_arena *scratch)
{
    bul_cursor *cursor = &attempt->cursor;
    const bul_wide *wide = &r->story->wides.items[cursor->wide];
    int first = best_column(r, wide);
    int row = highest(r, first, wide->columns);
    int foot = row + wide->set.rows;
    if (foot > r->rows)
        return false;
    *BUL_PUSH(scratch, &attempt->wides) =
        (bul_placed_wide){cursor->wide, first, row};
    for (int i = first; i < first + wide->columns; i++) {
        r->tops[i] = foot + 1;
        r->under_wide[i] = true;
    }
    if (foot > attempt->rows)
        attempt->rows = foot;
    cursor->wide++;
    return true;
}

static void place_wides(bul_region *r, bul_attempt *attempt, bul_arena *scratch)
{
    while (attempt->cursor.wide < r->story->wides.count)
        if (!place_wide(r, attempt, scratch))
            return;
}

/* 图片新闻: the picture on top, the head under it. */
static void place_picture_first(bul_region *r, bul_attempt *attempt,
                                bul_arena *scratch)
{
    for (int i = 0; i < r->story->columns; i++)
        r->tops[i] = 0;
    if (!place_wide(r, attempt, scratch))
        return;
    attempt->head_row = highest(r, 0, r->story->columns);
    for (int i = 0; i < r->story->columns; i++) {
        r->tops[i] = attempt->head_row + attempt->head_rows;
        r->under_wide[i] = false;
    }
    attempt->rows = attempt->head_row + attempt->head_rows;
}

/* How columns are filled. */
typedef struct filling {
    bul_region *r;
    bul_attempt *attempt;
    bool is_tallest;
    bool may_part; /* what must stay together is parted even in columns that
                      later ones may outdo */
    bul_arena *scratch;
} filling;

static void fill_room(const filling *f, bul_room room)
{
    const bul_region *r = f->r;
    bul_attempt *attempt = f->attempt;
    int height = room.foot - room.top;
    bool is_under_wide = r->under_wide[room.column];
    if (height <= 0 || (is_under_wide && height < SLIVER_ROWS))
        return;
    size_t before = attempt->slugs.count;
    int end =
        bul_column_fill(r->story->galley, &attempt->cursor, room,
                        f->may_part || (f->is_tallest && height == r->rows),
                        f->scratch, &attempt->slugs);
    if (attempt->slugs.count == before)
        return;
    if (end > attempt->rows)
        attempt->rows = end;
    if (is_under_wide && end - room.top < SLIVER_ROWS)
        attempt->has_sliver = true;
}

static void fill_columns(const filling *f)
{
    const bul_region *r = f->r;
    const bul_quote_place *quote = &r->quote;
    for (int i = r->first; i < r->story->columns; i++) {
        bul_room room = {i, r->tops[i], r->rows - r->short_by[i]};
        if (i < quote->column || i >= quote->column + quote->columns) {
            fill_room(f, room);
            continue;
        }
        fill_room(f, (bul_room){i, room.top, quote->row});
        room.top = quote->row + quote->rows;
        fill_room(f, room);
    }
}

int bul_story_label_rows(const bul_story *story)
{
    return story->cursor.head_is_set ? 0 : story->head.rows;
}

static int head_rows(const bul_story *story)
{
    return bul_story_label_rows(story) +
           (story->cursor.head_is_set ? 0 : story->side_rows);
}

int bul_story_foot_rows(const bul_story *story)
{
    return story->is_boxed ? 1 : 0;
}

bul_attempt bul_story_attempt_block(const bul_story *story, int rows)
{
    bul_attempt attempt = {.cursor = story->cursor};
    attempt.rows =
        story->head.rows + story->sidebar->rows + bul_story_foot_rows(story);
    attempt.head_rows = attempt.rows;
    attempt.is_done = attempt.rows <= rows;
    attempt.is_empty = !attempt.is_done;
    attempt.cursor.head_is_set = true;
    return attempt;
}

bul_region bul_region_open(const bul_story *story, int rows)
{
    bul_region r = {.story = story,
                    .first = bul_story_side_columns(story),
                    .rows = rows - bul_story_foot_rows(story)};
    int beside =
        story->cursor.head_is_set ? 0 : bul_story_columns_beside(story);
    for (int i = 0; i < story->columns; i++)
        r.tops[i] =
            i < story->columns - beside ? bul_story_label_rows(story) : 0;
    return r;
}

bul_attempt bul_region_attempt(bul_region *r, bool is_tallest,
                               bul_arena *scratch)
{
    const bul_story *story = r->story;
    bul_attempt attempt = {.cursor = story->cursor,
                           .head_rows = head_rows(story),
                           .quote = r->quote};
    attempt.cursor.head_is_set = true;
    attempt.rows = attempt.head_rows;
    if (attempt.head_rows > r->rows) {
        attempt.is_empty = true;
        return attempt;
    }
    if (story->picture_first && !story->cursor.head_is_set)
        place_picture_first(r, &attempt, scratch);
    place_wides(r, &attempt, scratch);
    filling f = {r, &attempt, is_tallest, false, scratch};
    fill_columns(&f);
    /* A head does not stand without text: rather part what follows it. */
    f.may_part = true;
    if (is_tallest && attempt.slugs.count == 0)
        fill_columns(&f);
    bool text_done = bul_cursor_at_end(story->galley, &attempt.cursor);
    bool wides_done = attempt.cursor.wide == story->wides.count;
    attempt.is_done = text_done && wides_done && attempt.rows <= r->rows;
    attempt.lacks_wides = text_done && !wides_done;
    attempt.is_empty = attempt.slugs.count == 0 && attempt.wides.count == 0 &&
                       !(attempt.is_done && attempt.head_rows > 0);
    attempt.rows += bul_story_foot_rows(story);
    return attempt;
}

bul_attempt bul_story_attempt(const bul_compositor *c, const bul_story *story,
                              int rows, bool is_tallest, bul_arena *scratch)
{
    (void)c;
    if (story->sidebar)
        return bul_story_attempt_block(story, rows);
    bul_region r = bul_region_open(story, rows);
    return bul_region_attempt(&r, is_tallest, scratch);
}

/* ---- Columns of even depth. ---- */

/* No fewer rows than this can hold what is left. */
static int least_rows(const bul_story *story)
{
    int cells = bul_cursor_rows_left(story->galley, &story->cursor);
    for (size_t i = story->cursor.wide; i < story->wides.count; i++)
        cells += story->wides.items[i].set.rows * story->wides.items[i].columns;
    /* A picture beside the head needs no rows under it. */
    int under_head =
        bul_story_columns_beside(story) ? 0 : bul_story_label_rows(story);
    int columns = story->columns - bul_story_side_columns(story);
    int least = cells / columns + under_head - 1;
    least = least > head_rows(story) ? least : head_rows(story);
    return least > 1 ? least : 1;
}

/* The first of some row counts at which the story ends; not done if none. What
 * must stay together is not parted: there is more room than this. */
static bul_attempt first_that_ends(const bul_compositor *c,
                                   const bul_story *story, int from, int to,
                                   bool without_sliver, bul_arena *scratch)
{
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    for (int rows = from; rows <= to; rows++) {
        bul_arena_rewind(scratch, mark);
        bul_attempt attempt = bul_story_attempt(c, story, rows, false, scratch);
        if (attempt.is_done && !(without_sliver && attempt.has_sliver))
            return attempt;
    }
    return (bul_attempt){0};
}

bul_attempt bul_story_balance(const bul_compositor *c, const bul_story *story,
                              int limit, bool is_tallest, bul_arena *scratch)
{
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    bul_attempt whole = bul_story_attempt(c, story, limit, is_tallest, scratch);
    if (!whole.is_done || story->sidebar)
        return whole;
    bul_arena_rewind(scratch, mark);
    bul_attempt least =
        first_that_ends(c, story, least_rows(story), limit, false, scratch);
    if (!least.is_done)
        return bul_story_attempt(c, story, limit, is_tallest, scratch);
    if (!least.has_sliver)
        return least;
    int more = least.rows + SLIVER_MORE;
    bul_attempt calm = first_that_ends(
        c, story, least.rows + 1, more < limit ? more : limit, true, scratch);
    return calm.is_done ? calm : least;
}
