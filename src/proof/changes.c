/* SPDX-License-Identifier: MIT */
/* changes.c - the shortest way from one sequence to another.
 *
 * Myers, "An O(ND) Difference Algorithm and Its Variations" (Algorithmica 1,
 * 1986), in linear space: from both ends at once the farthest points are found
 * that d insertions and deletions lead to; where the two ways meet the task is
 * cut in two. On a diagonal k, x - y = k. */
#include "proof/changes.h"

#include "base/utf8.h"

#define MOST_EDITS 2000 /* from either end */
#define NOWHERE    (-1) /* the way has left the field */

typedef struct stretch {
    const uint32_t *a, *b;
    bool *same_a, *same_b;
    int32_t a_count, b_count;
} stretch;

/* Farthest x on the diagonals -MOST_EDITS - 1 … MOST_EDITS + 1. */
typedef struct reach {
    int32_t *from_start, *from_end;
} reach;

static bool is_same(const stretch *s, int32_t x, int32_t y, bool from_end)
{
    return from_end ? s->a[s->a_count - 1 - x] == s->b[s->b_count - 1 - y]
                    : s->a[x] == s->b[y];
}

/* One more edit to diagonal k, then as far as both are the same. */
static int32_t go_on(const stretch *s, const int32_t *far, int32_t d, int32_t k,
                     bool from_end)
{
    bool goes_down = k == -d || (k != d && far[k - 1] < far[k + 1]);
    int32_t before = goes_down ? far[k + 1] : far[k - 1];
    if (before == NOWHERE)
        return NOWHERE;
    int32_t x = goes_down ? before : before + 1;
    int32_t y = x - k;
    if (x > s->a_count || y > s->b_count)
        return NOWHERE;
    while (x < s->a_count && y < s->b_count && is_same(s, x, y, from_end)) {
        x++;
        y++;
    }
    return x;
}

/* Do the ways meet on diagonal k of the one that has just gone on? */
static bool meets(const stretch *s, const int32_t *other, int32_t x, int32_t k,
                  int32_t d)
{
    int32_t mirrored = s->a_count - s->b_count - k;
    return x != NOWHERE && mirrored >= -d && mirrored <= d &&
           other[mirrored] != NOWHERE && x + other[mirrored] >= s->a_count;
}

/* A point both shortest ways go through; false: it is too far. */
static bool find_middle(const stretch *s, reach *far, int32_t *x, int32_t *y)
{
    bool is_odd = (s->a_count - s->b_count) % 2 != 0;
    far->from_start[1] = 0;
    far->from_end[1] = 0;
    for (int32_t d = 0; d <= MOST_EDITS; d++) {
        for (int32_t k = -d; k <= d; k += 2) {
            int32_t at = go_on(s, far->from_start, d, k, false);
            far->from_start[k] = at;
            if (is_odd && meets(s, far->from_end, at, k, d - 1)) {
                *x = at;
                *y = at - k;
                return true;
            }
        }
        for (int32_t k = -d; k <= d; k += 2) {
            int32_t at = go_on(s, far->from_end, d, k, true);
            far->from_end[k] = at;
            if (!is_odd && meets(s, far->from_start, at, k, d)) {
                *x = s->a_count - at;
                *y = s->b_count - (at - k);
                return true;
            }
        }
    }
    return false;
}

/* What both begin with, and what both end with, is the same. */
static void strip(stretch *s)
{
    while (s->a_count > 0 && s->b_count > 0 && s->a[0] == s->b[0]) {
        *s->same_a++ = *s->same_b++ = true;
        s->a++;
        s->b++;
        s->a_count--;
        s->b_count--;
    }
    while (s->a_count > 0 && s->b_count > 0 &&
           s->a[s->a_count - 1] == s->b[s->b_count - 1]) {
        s->same_a[--s->a_count] = true;
        s->same_b[--s->b_count] = true;
    }
}

static void mark(stretch s, reach *far)
{
    int32_t x, y;
    strip(&s);
    if (s.a_count == 0 || s.b_count == 0 || !find_middle(&s, far, &x, &y))
        return;
    stretch rest = {s.a + x,      s.b + y,       s.same_a + x,
                    s.same_b + y, s.a_count - x, s.b_count - y};
    s.a_count = x;
    s.b_count = y;
    mark(s, far);
    mark(rest, far);
}

void bul_changes_mark(const bul_symbols *a, const bul_symbols *b, bool *same_a,
                      bool *same_b, bul_arena *scratch)
{
    /* Texts are read with limits far below this. */
    if (a->count > INT32_MAX / 4 || b->count > INT32_MAX / 4)
        return;
    bul_arena_mark before = bul_arena_mark_now(scratch);
    size_t room = 2 * (size_t)MOST_EDITS + 3;
    reach far = {BUL_NEW(scratch, int32_t, room) + MOST_EDITS + 1,
                 BUL_NEW(scratch, int32_t, room) + MOST_EDITS + 1};
    stretch all = {a->items, b->items,          same_a,
                   same_b,   (int32_t)a->count, (int32_t)b->count};
    mark(all, &far);
    bul_arena_rewind(scratch, before);
}

/* ---- Symbols. ---- */

static size_t slot_of(const bul_text_table *table, bul_str text)
{
    size_t slot = (size_t)bul_str_hash(text) % table->slot_count;
    while (table->slots[slot] != 0 &&
           !bul_str_equal(table->texts.items[table->slots[slot] - 1], text))
        slot = (slot + 1) % table->slot_count;
    return slot;
}

static void widen(bul_arena *arena, bul_text_table *table)
{
    table->slot_count = table->slot_count * 2 + 61;
    table->slots = BUL_NEW(arena, uint32_t, table->slot_count);
    for (size_t i = 0; i < table->texts.count; i++)
        table->slots[slot_of(table, table->texts.items[i])] = (uint32_t)i + 1;
}

void bul_symbols_add(bul_arena *arena, bul_symbols *symbols,
                     bul_text_table *table, bul_str text)
{
    if (table->texts.count * 2 >= table->slot_count)
        widen(arena, table);
    size_t slot = slot_of(table, text);
    if (table->slots[slot] == 0) {
        *BUL_PUSH(arena, &table->texts) = text;
        table->slots[slot] = (uint32_t)table->texts.count;
    }
    *BUL_PUSH(arena, symbols) = table->slots[slot];
}

bul_symbols bul_symbols_of(bul_arena *arena, bul_str text)
{
    bul_symbols symbols = {0};
    for (size_t at = 0; at < text.len;)
        *BUL_PUSH(arena, &symbols) = bul_utf8_next(text, &at);
    return symbols;
}
