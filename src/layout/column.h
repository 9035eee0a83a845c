/* SPDX-License-Identifier: MIT */
/* column.h - filling one column with slugs from the head of a galley.
 *
 * Nothing is drawn: filling says which slug would stand in which row, so that
 * an attempt costs little and may be dropped. */
#ifndef BUL_LAYOUT_COLUMN_H
#define BUL_LAYOUT_COLUMN_H

#include "layout/galley.h"

#define BUL_CURSOR_FLOATS 8

/* How far a galley has been placed: the only part of a story that moves. */
typedef struct bul_cursor {
    size_t slug;                      /* next one to place */
    size_t floats[BUL_CURSOR_FLOATS]; /* pictures waiting for a column's top */
    size_t float_count;
    size_t notes_due;    /* lines of notes whose calls are placed */
    size_t notes_placed; /* of these, placed */
    size_t wide;         /* next wide block of the story */
    bool head_is_set;    /* the head stands on an earlier page */
} bul_cursor;

typedef struct bul_placed_slug {
    size_t slug;
    int column;
    int row; /* from the top of the region */
} bul_placed_slug;

typedef BUL_LIST(bul_placed_slug) bul_placed_slugs;

/* A column's room: rows [top, foot) of the region. */
typedef struct bul_room {
    int column;
    int top, foot;
} bul_room;

/* Places what the room holds and moves the cursor. No crosshead is left at
 * the foot, no last line of a paragraph opens the next column (孤行), what
 * must stay together does. Returns the row after the last slug placed.
 *
 * Where notes stand at the feet of columns, a line goes only with those it
 * calls; more of them than a whole column holds go on in the next. They come
 * last in `placed`, behind the text of all columns.
 *
 * A chain longer than the room is broken, but only in a column it has to
 * itself: `is_tallest` says that no other room would be taller. */
int bul_column_fill(const bul_galley *galley, bul_cursor *cursor, bul_room room,
                    bool is_tallest, bul_arena *scratch,
                    bul_placed_slugs *placed);

/* All placed, notes too: only white is left. */
bool bul_cursor_at_end(const bul_galley *galley, const bul_cursor *cursor);

/* Rows the slugs from the cursor on take at least, floats that wait included:
 * white may vanish at the edges of columns. */
int bul_cursor_rows_left(const bul_galley *galley, const bul_cursor *cursor);

#endif
