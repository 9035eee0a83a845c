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

static const bul_slug *slug_at(const bul_galley *galley, size_t index)
{
    return &galley->slugs.items[index];
}

/* May a column end after slug `i`? */
static bool may_break_after(const bul_galley *galley, size_t i)
{
    if (i + 1 >= galley->slugs.count)
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

static void place(filling *f, size_t index)
{
    *BUL_PUSH(f->scratch, f->placed) =
        (bul_placed_slug){index, f->room.column, f->row};
    f->row += slug_at(f->galley, index)->rows;
}

static bool fits(const filling *f, size_t index)
{
    const bul_slug *slug = slug_at(f->galley, index);
    return f->row + slug->rows - slug->white <= f->room.foot;
}

static void place_floats(filling *f)
{
    bul_cursor *cursor = f->cursor;
    size_t kept = 0;
    for (size_t i = 0; i < cursor->float_count; i++) {
        if (fits(f, cursor->floats[i]))
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

/* The slugs from the cursor on that must not be parted: [cursor, end). */
static size_t chain_end(const filling *f, int *rows)
{
    size_t i = f->cursor->slug;
    *rows = 0;
    for (;; i++) {
        const bul_slug *slug = slug_at(f->galley, i);
        *rows += slug->rows;
        if (may_break_after(f->galley, i)) {
            *rows -= slug->white;
            return i + 1;
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
    int rows;
    size_t end = chain_end(f, &rows);
    bool whole = f->row + rows <= f->room.foot;
    bool is_parted = at_top && f->is_tallest && fits(f, f->cursor->slug);
    if (!whole && !is_parted)
        return defer(f, slug);
    while (f->cursor->slug < end && fits(f, f->cursor->slug))
        place(f, f->cursor->slug++);
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
           cursor->slug < galley->slugs.count)
        if (!take_chain(&f))
            break;
    return f.row > room.foot ? room.foot : f.row;
}

bool bul_cursor_at_end(const bul_galley *galley, const bul_cursor *cursor)
{
    if (cursor->float_count > 0)
        return false;
    for (size_t i = cursor->slug; i < galley->slugs.count; i++)
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
    int rows = 0;
    for (size_t i = cursor->slug; i < galley->slugs.count; i++)
        rows += rows_at_least(slug_at(galley, i));
    for (size_t i = 0; i < cursor->float_count; i++)
        rows += rows_at_least(slug_at(galley, cursor->floats[i]));
    return rows;
}
