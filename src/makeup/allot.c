/* SPDX-License-Identifier: MIT */
#include "makeup/allot.h"

#include <string.h>

#include "base/list.h"

#define DEAR   500 /* an exchange is worth a saving of so much */
#define FAULTY BUL_ALLOT_FAULT

/* A page that was tried with some lots. */
typedef struct memory {
    size_t page, count;
    const size_t *lots;
    int32_t cost;
} memory;

typedef struct allotting {
    const bul_allot_puzzle *p;
    bul_arena *scratch;
    bul_allotment *result;
    int *loads;     /* cells, by page */
    size_t *counts; /* lots, by page */
    bool *is_dealt; /* by lot: it leads its page and stays there */
    int32_t *costs; /* by page; -1: not closed */
    BUL_LIST(memory) memories;
    int64_t work; /* spent on trials */
} allotting;

static bool may_stand(const allotting *a, size_t lot, size_t page)
{
    uint64_t pages = a->p->lots[lot].pages;
    return pages == 0 || (pages >> page & 1) != 0;
}

static void put(allotting *a, size_t lot, size_t page)
{
    size_t from = a->result->page_of[lot];
    if (from != BUL_NO_PAGE) {
        a->loads[from] -= a->p->lots[lot].cells;
        a->counts[from]--;
    }
    a->result->page_of[lot] = page;
    if (page == BUL_NO_PAGE)
        return;
    a->loads[page] += a->p->lots[lot].cells;
    a->counts[page]++;
}

/* ---- Dealing out. ---- */

/* Thousandths of a page that would be filled. */
static int64_t fill_with(const allotting *a, size_t page, int cells)
{
    int room = a->p->cells[page] > 0 ? a->p->cells[page] : 1;
    return (int64_t)(a->loads[page] + cells) * 1000 / room;
}

/* The page where most room is left after it; the first of several. */
static size_t emptiest(const allotting *a, size_t lot)
{
    size_t best = BUL_NO_PAGE;
    int64_t least = 0;
    for (size_t page = 0; page < a->p->page_count; page++) {
        if (!may_stand(a, lot, page) || a->counts[page] >= a->p->most_lots)
            continue;
        int64_t fill = fill_with(a, page, a->p->lots[lot].cells);
        if (best != BUL_NO_PAGE && fill >= least)
            continue;
        best = page;
        least = fill;
    }
    return best;
}

static bool is_single(uint64_t pages)
{
    return pages != 0 && (pages & (pages - 1)) == 0;
}

static void put_fixed(allotting *a)
{
    for (size_t lot = 0; lot < a->p->lot_count; lot++)
        for (size_t n = 0; n < a->p->page_count; n++)
            if (is_single(a->p->lots[lot].pages) && may_stand(a, lot, n) &&
                a->counts[n] < a->p->most_lots)
                put(a, lot, n);
}

/* Those that are free go where they stood last time. */
static void put_back(allotting *a)
{
    for (size_t lot = 0; lot < a->p->lot_count; lot++) {
        size_t page = a->p->lots[lot].page;
        if (a->result->page_of[lot] == BUL_NO_PAGE && page < a->p->page_count &&
            may_stand(a, lot, page) && a->counts[page] < a->p->most_lots)
            put(a, lot, page);
    }
}

/* The weightiest lot that is free and may stand on a page. */
static size_t weightiest(const allotting *a, size_t page)
{
    size_t best = SIZE_MAX;
    for (size_t lot = 0; lot < a->p->lot_count; lot++)
        if (a->result->page_of[lot] == BUL_NO_PAGE && may_stand(a, lot, page) &&
            (best == SIZE_MAX || a->p->lots[lot].rank > a->p->lots[best].rank))
            best = lot;
    return best;
}

/* Each page gets one that leads it, the first page the weightiest. */
static void deal_leads(allotting *a)
{
    for (size_t page = 0; page < a->p->page_count; page++) {
        size_t lot = weightiest(a, page);
        bool has_better = false;
        for (size_t i = 0; lot != SIZE_MAX && i < a->p->lot_count; i++)
            has_better =
                has_better || (a->result->page_of[i] == page &&
                               a->p->lots[i].rank >= a->p->lots[lot].rank);
        if (lot == SIZE_MAX || has_better || a->counts[page] >= a->p->most_lots)
            continue;
        put(a, lot, page);
        a->is_dealt[lot] = true;
    }
}

static void deal_rest(allotting *a)
{
    for (;;) {
        size_t best = SIZE_MAX;
        for (size_t lot = 0; lot < a->p->lot_count; lot++)
            if (a->result->page_of[lot] == BUL_NO_PAGE &&
                emptiest(a, lot) != BUL_NO_PAGE &&
                (best == SIZE_MAX ||
                 a->p->lots[lot].cells > a->p->lots[best].cells))
                best = lot;
        if (best == SIZE_MAX)
            return;
        put(a, best, emptiest(a, best));
    }
}

/* ---- Levelling. ---- */

/* How unequally full two pages are. */
static int64_t uneven(const allotting *a, size_t p, size_t q, int more)
{
    int64_t total = 0, room = 0;
    for (size_t page = 0; page < a->p->page_count; page++) {
        total += a->loads[page];
        room += a->p->cells[page];
    }
    room = room > 0 ? room : 1;
    int64_t off_p = a->loads[p] + more - total * a->p->cells[p] / room;
    int64_t off_q = a->loads[q] - more - total * a->p->cells[q] / room;
    return off_p * off_p + off_q * off_q;
}

static bool is_free(const allotting *a, size_t lot)
{
    const bul_lot *l = &a->p->lots[lot];
    return a->result->page_of[lot] != BUL_NO_PAGE && !a->is_dealt[lot] &&
           !is_single(l->pages);
}

/* One that stood somewhere last time is moved only if a page does not close. */
static bool may_level(const allotting *a, size_t lot)
{
    return is_free(a, lot) && a->p->lots[lot].page == BUL_NO_PAGE;
}

static bool may_swap(const allotting *a, size_t i, size_t j)
{
    size_t p = a->result->page_of[i], q = a->result->page_of[j];
    return p != q && may_stand(a, i, q) && may_stand(a, j, p);
}

static void swap(allotting *a, size_t i, size_t j)
{
    size_t p = a->result->page_of[i], q = a->result->page_of[j];
    put(a, i, q);
    put(a, j, p);
}

/* Moves a lot, or changes two, where that makes two pages more equal. */
static bool level_lot(allotting *a, size_t i)
{
    size_t p = a->result->page_of[i];
    for (size_t q = 0; q < a->p->page_count; q++)
        if (q != p && may_stand(a, i, q) && a->counts[q] < a->p->most_lots &&
            a->counts[p] > 1 &&
            uneven(a, p, q, -a->p->lots[i].cells) < uneven(a, p, q, 0)) {
            put(a, i, q);
            return true;
        }
    for (size_t j = i + 1; j < a->p->lot_count; j++) {
        if (!may_level(a, j) || !may_swap(a, i, j))
            continue;
        size_t q = a->result->page_of[j];
        int more = a->p->lots[j].cells - a->p->lots[i].cells;
        if (uneven(a, p, q, more) < uneven(a, p, q, 0)) {
            swap(a, i, j);
            return true;
        }
    }
    return false;
}

/* Each step makes the sum of squares less, so it ends. */
static void level(allotting *a)
{
    bool moved = true;
    for (int round = 0; moved && round < 100; round++) {
        moved = false;
        for (size_t i = 0; i < a->p->lot_count; i++)
            moved = (may_level(a, i) && level_lot(a, i)) || moved;
    }
}

/* ---- Trying. ---- */

static size_t lots_of(const allotting *a, size_t page, size_t *lots)
{
    size_t count = 0;
    for (size_t lot = 0; lot < a->p->lot_count; lot++)
        if (a->result->page_of[lot] == page)
            lots[count++] = lot;
    return count;
}

static int64_t work_of(size_t count)
{
    int64_t work = 1;
    for (size_t i = 0; i < count; i++)
        work *= 3;
    return work;
}

static int32_t cost_of(allotting *a, size_t page)
{
    size_t *lots = BUL_NEW(a->scratch, size_t, a->counts[page] + 1);
    size_t count = lots_of(a, page, lots);
    for (size_t i = 0; i < a->memories.count; i++) {
        const memory *m = &a->memories.items[i];
        if (m->page == page && m->count == count &&
            memcmp(m->lots, lots, count * sizeof *lots) == 0)
            return m->cost;
    }
    a->result->trials++;
    a->work += work_of(count);
    int32_t cost = a->p->trial(a->p->state, page, lots, count);
    *BUL_PUSH(a->scratch, &a->memories) = (memory){page, count, lots, cost};
    return cost;
}

static bool has_trials(const allotting *a)
{
    return a->work < a->p->most_work;
}

/* Two pages as they are against what they would be. Not closed is dearest. */
static bool is_better(int32_t p, int32_t q, int32_t new_p, int32_t new_q)
{
    int open = (p < 0) + (q < 0);
    int new_open = (new_p < 0) + (new_q < 0);
    if (new_open != open)
        return new_open < open;
    return open == 0 && new_p + new_q + DEAR <= p + q;
}

/* Tries two pages after a change; false when it was not worth it. */
static bool try_change(allotting *a, size_t p, size_t q)
{
    int32_t new_p = cost_of(a, p);
    if (a->costs[p] < 0 && new_p < 0)
        return false;
    int32_t new_q = cost_of(a, q);
    if (!is_better(a->costs[p], a->costs[q], new_p, new_q))
        return false;
    a->costs[p] = new_p;
    a->costs[q] = new_q;
    a->result->exchanges++;
    return true;
}

/* A change of pages: `i` goes away from its own, `j` comes in its place. */
typedef struct change {
    size_t i, j; /* j SIZE_MAX: nothing comes */
    size_t to;
    int64_t uneven;
} change;

typedef BUL_LIST(change) changes;

static void collect_changes(const allotting *a, size_t p, changes *list)
{
    for (size_t i = 0; i < a->p->lot_count; i++) {
        if (!is_free(a, i))
            continue;
        size_t from = a->result->page_of[i];
        for (size_t q = 0; q < a->p->page_count; q++) {
            bool concerns = (from == p) != (q == p);
            if (!concerns || q == from || !may_stand(a, i, q) ||
                a->counts[q] >= a->p->most_lots || a->counts[from] < 2)
                continue;
            *BUL_PUSH(a->scratch, list) = (change){
                i, SIZE_MAX, q, uneven(a, from, q, -a->p->lots[i].cells)};
        }
        if (from != p)
            continue;
        for (size_t j = 0; j < a->p->lot_count; j++)
            if (is_free(a, j) && may_swap(a, i, j))
                *BUL_PUSH(a->scratch, list) =
                    (change){i, j, a->result->page_of[j],
                             uneven(a, p, a->result->page_of[j],
                                    a->p->lots[j].cells - a->p->lots[i].cells)};
    }
}

/* The change that leaves pages most equal, taken off the list. */
static change take_best(changes *list)
{
    size_t best = 0;
    for (size_t i = 1; i < list->count; i++)
        if (list->items[i].uneven < list->items[best].uneven)
            best = i;
    change taken = list->items[best];
    for (size_t i = best + 1; i < list->count; i++)
        list->items[i - 1] = list->items[i];
    list->count--;
    return taken;
}

static bool mend_page(allotting *a, size_t p)
{
    changes list = {0};
    collect_changes(a, p, &list);
    while (list.count > 0 && has_trials(a)) {
        change now = take_best(&list);
        size_t from = a->result->page_of[now.i];
        size_t other = from == p ? now.to : from;
        put(a, now.i, now.to);
        if (now.j != SIZE_MAX)
            put(a, now.j, from);
        if (try_change(a, p, other))
            return true;
        if (now.j != SIZE_MAX)
            put(a, now.j, now.to);
        put(a, now.i, from);
    }
    return false;
}

/* ---- Starting anew. ---- */

static size_t open_count(const allotting *a)
{
    size_t count = 0;
    for (size_t page = 0; page < a->p->page_count; page++)
        count += a->costs[page] < 0 ? 1 : 0;
    return count;
}

static void close_open(allotting *a)
{
    bool mended = true;
    while (mended && has_trials(a)) {
        mended = false;
        for (size_t page = 0; page < a->p->page_count && !mended; page++)
            if (a->costs[page] < 0)
                mended = mend_page(a, page);
    }
}

static void apply(allotting *a, const change *now)
{
    size_t from = a->result->page_of[now->i];
    put(a, now->i, now->to);
    if (now->j != SIZE_MAX)
        put(a, now->j, from);
    a->costs[from] = cost_of(a, from);
    a->costs[now->to] = cost_of(a, now->to);
}

/* Puts every lot where it was. */
static void go_back(allotting *a, const size_t *page_of)
{
    for (size_t i = 0; i < a->p->lot_count; i++)
        if (a->result->page_of[i] != page_of[i])
            put(a, i, page_of[i]);
    for (size_t page = 0; page < a->p->page_count; page++)
        a->costs[page] = cost_of(a, page);
}

/* Where no single change helps, one is made all the same, and pages are closed
 * from there: the changes that leave pages most equal first. Kept if fewer
 * pages stay open. */
static void start_anew(allotting *a)
{
    size_t pages = a->p->page_count;
    size_t *before = BUL_NEW(a->scratch, size_t, a->p->lot_count + 1);
    changes list = {0};
    for (size_t page = 0; page < pages; page++)
        if (a->costs[page] < 0)
            collect_changes(a, page, &list);
    for (size_t i = 0; i < a->p->lot_count; i++)
        before[i] = a->result->page_of[i];
    size_t open = open_count(a);
    while (open > 0 && list.count > 0 && has_trials(a)) {
        change now = take_best(&list);
        apply(a, &now);
        close_open(a);
        if (open_count(a) < open)
            return;
        go_back(a, before);
    }
}

/* Pages that do not close first, then those with a fault. */
static void mend(allotting *a)
{
    for (size_t page = 0; page < a->p->page_count; page++)
        a->costs[page] = cost_of(a, page);
    close_open(a);
    for (size_t open = open_count(a) + 1; open > open_count(a);) {
        open = open_count(a);
        start_anew(a);
    }
    bool mended = true;
    while (mended && has_trials(a)) {
        mended = false;
        for (size_t page = 0; page < a->p->page_count && !mended; page++)
            if (a->costs[page] >= FAULTY)
                mended = mend_page(a, page);
    }
}

bul_allotment bul_allot(const bul_allot_puzzle *puzzle, bul_arena *arena,
                        bul_arena *scratch)
{
    size_t pages = puzzle->page_count, lots = puzzle->lot_count;
    bul_allotment result = {.page_of = BUL_NEW(arena, size_t, lots + 1),
                            .is_closed = BUL_NEW(arena, bool, pages + 1)};
    for (size_t i = 0; i < lots; i++)
        result.page_of[i] = BUL_NO_PAGE;
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    allotting a = {.p = puzzle,
                   .scratch = scratch,
                   .result = &result,
                   .loads = BUL_NEW(scratch, int, pages + 1),
                   .counts = BUL_NEW(scratch, size_t, pages + 1),
                   .is_dealt = BUL_NEW(scratch, bool, lots + 1),
                   .costs = BUL_NEW(scratch, int32_t, pages + 1)};
    put_fixed(&a);
    put_back(&a);
    deal_leads(&a);
    deal_rest(&a);
    level(&a);
    deal_rest(&a); /* levelling may have made room */
    mend(&a);
    for (size_t page = 0; page < pages; page++)
        result.is_closed[page] = a.costs[page] >= 0;
    bul_arena_rewind(scratch, mark);
    return result;
}
