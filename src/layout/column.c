/* SPDX-License-Identifier: MIT */
#include "layout/column.h"

/* The column being filled. */
typedef struct filling {
    const bul_galley *galley;
    bul_cursor *cursor;
    bul_room room;
    int row; /* next free */
    bool is_tallest;
    bul_arena *scratch;
    bul_placed_slugs *placed;
} filling;

/* The slugs of the text come before those of notes at the foot. */
static size_t text_count(const bul_galley *galley)
{
    return galley->slugs.count - galley->foot_count;
}

static size_t note_line_count(const bul_galley *galley)
{
    return galley->foot_count > 0 ? galley->foot_count - 1 : 0;
}

static const bul_slug *slug_at(const bul_galley *galley, size_t index)
{
    return &galley->slugs.items[index];
}

/* May a column end after slug `i`? */
static bool may_break_after(const bul_galley *galley, size_t i)
{
    if (i + 1 >= text_count(galley))
        return true;
    const bul_slug *slug = slug_at(galley, i);
    const bul_slug *next = slug_at(galley, i + 1);
    if (slug->flags & BUL_SLUG_KEEP_NEXT)
        return false;
    if (slug->keep_group != 0 && slug->keep_group == next->keep_group)
        return false;
    bool same_text = (slug->flags & BUL_SLUG_TEXT) &&
                     (next->flags & BUL_SLUG_TEXT) &&
                     !(next->flags & BUL_SLUG_STARTS);
    if (!same_text)
        return true;
    if (next->flags & BUL_SLUG_ENDS)
        return false; /* its last line would open the next column */
    bool under_head = i > 0 && (slug->flags & BUL_SLUG_STARTS) &&
                      (slug_at(galley, i - 1)->flags & BUL_SLUG_KEEP_NEXT);
    return !under_head; /* a crosshead wants two lines under it */
}

/* ---- Notes at the foot. ---- */

/* Lines of notes that are due once a slug is placed. */
static size_t due_with(const filling *f, size_t index)
{
    const bul_galley *galley = f->galley;
    uint32_t notes = slug_at(galley, index)->notes;
    size_t due =
        galley->foot_count > 0 && notes > 0 ? galley->note_ends[notes - 1] : 0;
    return due > f->cursor->notes_due ? due : f->cursor->notes_due;
}

/* Rows they take, with the rule over them. */
static int rows_of_notes(const filling *f, size_t due)
{
    size_t lines = due - f->cursor->notes_placed;
    return lines > 0 ? (int)lines + 1 : 0;
}

/* As many of those that are due as the column holds. Yields the row after. */
static int place_notes(filling *f)
{
    bul_cursor *cursor = f->cursor;
    int lines = rows_of_notes(f, cursor->notes_due) - 1;
    int room = f->room.foot - f->row - 1;
    lines = lines < room ? lines : room;
    if (lines <= 0)
        return f->row;
    size_t rule = text_count(f->galley);
    int row = f->room.foot - lines - 1;
    *BUL_PUSH(f->scratch, f->placed) =
        (bul_placed_slug){rule, f->room.column, row};
    while (++row < f->room.foot)
        *BUL_PUSH(f->scratch, f->placed) = (bul_placed_slug){
            rule + ++cursor->notes_placed, f->room.column, row};
    return f->room.foot;
}

/* ---- Text. ---- */

/* Before the notes of earlier columns. */
static void place(filling *f, size_t index)
{
    f->cursor->notes_due = due_with(f, index);
    bul_placed_slugs *placed = f->placed;
    BUL_PUSH(f->scratch, placed);
    size_t at = placed->count - 1;
    for (; at > 0 && placed->items[at - 1].slug >= text_count(f->galley); at--)
        placed->items[at] = placed->items[at - 1];
    placed->items[at] = (bul_placed_slug){index, f->room.column, f->row};
    f->row += slug_at(f->galley, index)->rows;
}

static bool has_room(const filling *f, int rows, size_t due)
{
    return f->row + rows + rows_of_notes(f, due) <= f->room.foot;
}

static bool fits(const filling *f, size_t index)
{
    const bul_slug *slug = slug_at(f->galley, index);
    return has_room(f, slug->rows - slug->white, due_with(f, index));
}

static void place_floats(filling *f)
{
    bul_cursor *cursor = f->cursor;
    size_t kept = 0;
    for (size_t i = 0; i < cursor->float_count; i++) {
        const bul_slug *slug = slug_at(f->galley, cursor->floats[i]);
        if (has_room(f, slug->rows - slug->white, cursor->notes_due))
            place(f, cursor->floats[i]);
        else
            cursor->floats[kept++] = cursor->floats[i];
    }
    cursor->float_count = kept;
}

static bool defer(filling *f, const bul_slug *slug)
{
    bul_cursor *cursor = f->cursor;
    if (!(slug->flags & BUL_SLUG_FLOATS) || f->row == f->room.top ||
        cursor->float_count == BUL_CURSOR_FLOATS)
        return false;
    cursor->floats[cursor->float_count++] = cursor->slug++;
    return true;
}

/* Slugs from the cursor on that must not be parted. */
typedef struct chain {
    size_t end;
    int rows;
    size_t due; /* lines of notes */
} chain;

static chain chain_ahead(const filling *f)
{
    chain ahead = {.end = f->cursor->slug, .due = f->cursor->notes_due};
    for (;;) {
        const bul_slug *slug = slug_at(f->galley, ahead.end);
        size_t due = due_with(f, ahead.end);
        ahead.due = due > ahead.due ? due : ahead.due;
        ahead.rows += slug->rows;
        if (may_break_after(f->galley, ahead.end++)) {
            ahead.rows -= slug->white;
            return ahead;
        }
    }
}

/* Takes the next chain; false when the column ends before it. */
static bool take_chain(filling *f)
{
    const bul_slug *slug = slug_at(f->galley, f->cursor->slug);
    bool at_top = f->row == f->room.top;
    if ((slug->flags & BUL_SLUG_WHITE) && at_top) {
        f->cursor->slug++;
        return true;
    }
    chain ahead = chain_ahead(f);
    bool whole = has_room(f, ahead.rows, ahead.due);
    /* From its notes a line is parted only where nothing else will do. */
    bool is_parted =
        at_top && f->is_tallest &&
        has_room(f, slug->rows - slug->white, f->cursor->notes_due);
    if (!whole && !is_parted)
        return defer(f, slug);
    do
        place(f, f->cursor->slug++);
    while (f->cursor->slug < ahead.end && fits(f, f->cursor->slug));
    return true;
}

int bul_column_fill(const bul_galley *galley, bul_cursor *cursor, bul_room room,
                    bool is_tallest, bul_arena *scratch,
                    bul_placed_slugs *placed)
{
    filling f = {.galley = galley,
                 .cursor = cursor,
                 .room = room,
                 .row = room.top,
                 .is_tallest = is_tallest,
                 .scratch = scratch,
                 .placed = placed};
    place_floats(&f);
    while (!bul_cursor_at_end(galley, cursor) &&
           cursor->slug < text_count(galley))
        if (!take_chain(&f))
            break;
    if (cursor->slug >= text_count(galley))
        cursor->notes_due = note_line_count(galley);
    int end = place_notes(&f);
    return end > room.foot ? room.foot : end;
}

bool bul_cursor_at_end(const bul_galley *galley, const bul_cursor *cursor)
{
    if (cursor->float_count > 0 ||
        cursor->notes_placed < note_line_count(galley))
        return false;
    for (size_t i = cursor->slug; i < text_count(galley); i++)
        if (!(slug_at(galley, i)->flags & BUL_SLUG_WHITE))
            return false;
    return true;
}

static int rows_at_least(const bul_slug *slug)
{
    return slug->flags & BUL_SLUG_WHITE ? 0 : slug->rows - slug->white;
}

int bul_cursor_rows_left(const bul_galley *galley, const bul_cursor *cursor)
{
    size_t notes = note_line_count(galley) - cursor->notes_placed;
    int rows = notes > 0 ? (int)notes + 1 : 0;
    for (size_t i = cursor->slug; i < text_count(galley); i++)
        rows += rows_at_least(slug_at(galley, i));
    for (size_t i = 0; i < cursor->float_count; i++)
        rows += rows_at_least(slug_at(galley, cursor->floats[i]));
    return rows;
}
