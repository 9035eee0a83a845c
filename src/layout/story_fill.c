/* SPDX-License-Identifier: MIT */
/* story_fill.c - a story that fills an area exactly, and the place in it for
 * its quote (引语块): in the middle, text over and under it, and not beside the
 * sentence that it repeats. */
#include "layout/story_parts.h"

#define MOST_OFF   6  /* rows it may stand off the middle */
#define MOST_TRIES 24 /* places */
#define NEAR_ROWS  6  /* its sentence so near is beside it */

int bul_story_blanks(const bul_story *story, const bul_attempt *attempt,
                     int rows)
{
    if (story->sidebar)
        return story->columns * (rows - attempt->rows);
    int columns = story->columns;
    int beside = bul_story_columns_beside(story);
    int used = columns * bul_story_foot_rows(story) +
               (columns - beside) * bul_story_label_rows(story);
    if (bul_story_side_columns(story) > 0)
        used += rows - bul_story_foot_rows(story) - bul_story_label_rows(story);
    int room = rows - bul_story_foot_rows(story);
    for (size_t i = 0; i < attempt->wides.count; i++) {
        const bul_placed_wide *placed = &attempt->wides.items[i];
        const bul_wide *wide = &story->wides.items[placed->wide];
        int foot = placed->row + wide->set.rows;
        used += wide->columns * (wide->set.rows + (foot < room ? 1 : 0));
    }
    used += attempt->quote.columns * attempt->quote.rows;
    for (size_t i = 0; i < attempt->slugs.count; i++)
        used += story->galley->slugs.items[attempt->slugs.items[i].slug].rows;
    int blanks = columns * rows - used;
    return blanks > 0 ? blanks : 0;
}

/* `spare` cells of white, shared by the feet of the columns of text: the last
 * ones get more. */
static bul_attempt fill_short(const bul_story *story, int rows,
                              bul_quote_place quote, int spare,
                              bul_arena *scratch)
{
    bul_region r = bul_region_open(story, rows);
    int columns = story->columns - r.first;
    r.quote = quote;
    for (int i = 0; i < columns; i++)
        r.short_by[r.first + i] =
            spare / columns + (i >= columns - spare % columns ? 1 : 0);
    return bul_region_attempt(&r, false, scratch);
}

/* ---- A place for the quote. ---- */

typedef struct place_search {
    const bul_story *story;
    int rows;         /* of the area */
    bul_region probe; /* where text begins: under head and pictures */
    bul_arena *scratch;
    int tries;
    int blanks; /* of the best so far */
    bul_quote_place best;
} place_search;

/* Is part of the sentence in this line? */
static bool says(const bul_story *story, size_t slug)
{
    bul_span sentence = story->quote.span;
    const bul_items *items = &story->galley->slugs.items[slug].type.items;
    for (size_t i = 0; i < items->count; i++) {
        if (items->items[i].type != BUL_ITEM_GLYPHS)
            continue;
        bul_span run = items->items[i].as.glyphs.span;
        if (run.file == sentence.file && run.start < sentence.end &&
            run.end > sentence.start)
            return true;
    }
    return false;
}

/* Over it or under it in its columns, or level with it in the next. */
static bool is_beside(const bul_quote_place *quote, const bul_placed_slug *line)
{
    if (line->column < quote->column - 1 ||
        line->column > quote->column + quote->columns)
        return false;
    bool is_in = line->column >= quote->column &&
                 line->column < quote->column + quote->columns;
    int reach = is_in ? NEAR_ROWS : 1;
    return line->row >= quote->row - reach &&
           line->row < quote->row + quote->rows + reach;
}

/* The sentence is printed, and somewhere else. */
static bool is_away(const bul_story *story, const bul_attempt *attempt)
{
    bool is_said = false;
    for (size_t i = 0; i < attempt->slugs.count; i++) {
        const bul_placed_slug *placed = &attempt->slugs.items[i];
        if (!says(story, placed->slug))
            continue;
        if (is_beside(&attempt->quote, placed))
            return false;
        is_said = true;
    }
    return is_said;
}

/* True when it cannot be bettered. */
static bool try_place(place_search *s, int column, int row)
{
    const bul_story *story = s->story;
    bul_quote_place place = {column, row, story->quote.columns,
                             story->quote.rows};
    bul_arena_mark mark = bul_arena_mark_now(s->scratch);
    bul_attempt attempt = fill_short(story, s->rows, place, 0, s->scratch);
    s->tries++;
    if (attempt.is_done && is_away(story, &attempt)) {
        int blanks = bul_story_blanks(story, &attempt, s->rows);
        if (s->best.columns == 0 || blanks < s->blanks) {
            s->best = place;
            s->blanks = blanks;
        }
    }
    bul_arena_rewind(s->scratch, mark);
    return s->best.columns > 0 && s->blanks < story->columns;
}

/* In these columns, from the middle of their text up and down. */
static bool try_columns(place_search *s, int column)
{
    int top = 0, rows = s->story->quote.rows;
    for (int i = column; i < column + s->story->quote.columns; i++)
        top = s->probe.tops[i] > top ? s->probe.tops[i] : top;
    int least = top + BUL_QUOTE_BESIDE;
    int most = s->probe.rows - BUL_QUOTE_BESIDE - rows;
    int middle = (top + s->probe.rows - rows) / 2;
    for (int off = 0; off <= MOST_OFF; off++)
        for (int side = -1; side <= 1; side += 2) {
            int row = middle + side * off;
            if (row < least || row > most || (off == 0 && side > 0))
                continue;
            if (s->tries == MOST_TRIES || try_place(s, column, row))
                return true;
        }
    return false;
}

/* How far from the middle of the article; under a picture is as good as at
 * the edge. */
static int distance(const place_search *s, int column)
{
    int columns = s->story->quote.columns;
    int off = 2 * column + columns - s->probe.first - s->story->columns;
    bool is_under = false;
    for (int i = column; i < column + columns; i++)
        is_under = is_under || s->probe.under_wide[i];
    return (off < 0 ? -off : off) + (is_under ? s->story->columns : 0);
}

/* Nowhere: columns 0. */
static bul_quote_place find_place(const bul_story *story, int rows,
                                  bul_arena *scratch)
{
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    place_search s = {.story = story,
                      .rows = rows,
                      .probe = bul_region_open(story, rows),
                      .scratch = scratch};
    bul_region_attempt(&s.probe, false, scratch);
    bul_arena_rewind(scratch, mark);
    int last = story->columns - story->quote.columns;
    for (int away = 0; away <= 2 * story->columns; away++)
        for (int column = last; column >= s.probe.first; column--)
            if (distance(&s, column) == away && try_columns(&s, column))
                return s.best;
    return s.best;
}

/* ---- The whole. ---- */

bul_attempt bul_story_fill(const bul_story *story, int rows, bul_arena *scratch)
{
    if (story->sidebar)
        return bul_story_attempt_block(story, rows);
    bul_quote_place quote = {0};
    if (story->quote.columns > 0) {
        quote = find_place(story, rows, scratch);
        if (quote.columns == 0)
            return (bul_attempt){0};
    }
    bul_attempt full = fill_short(story, rows, quote, 0, scratch);
    if (!full.is_done)
        return full;
    int most = bul_story_blanks(story, &full, rows);
    for (int spare = most; spare > 0; spare--) {
        bul_attempt even = fill_short(story, rows, quote, spare, scratch);
        if (even.is_done)
            return even;
    }
    return full;
}
