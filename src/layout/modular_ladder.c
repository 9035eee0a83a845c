/* SPDX-License-Identifier: MIT */
/* modular_ladder.c - what is done, step by step, about a page that does not
 * close. */
#include "layout/modular_parts.h"

#define MOST_WHITE 3 /* rows that may stay white at a page's foot */

/* The same with what it may drop, and a row of white. */
static bul_elastic *loose_of(bul_modular_run *m, bul_entry *one)
{
    if (one->loose)
        return one->loose;
    bul_elastic_scope scope = bul_modular_scope(m, one->article);
    scope.may_drop = !m->issue->policy.keeps_pictures;
    scope.may_drop_text = !m->issue->policy.keeps_marked;
    scope.extra_blanks = 1;
    one->loose = bul_elastic_set(m->c, one->article, (uint32_t)one->index + 1,
                                 one->section, scope);
    return one->loose;
}

void bul_modular_step(bul_modular_run *m, bul_ladder_step kind, size_t page,
                      uint32_t article, int amount)
{
    *BUL_PUSH(m->c->arena, &m->report->steps) =
        (bul_step_report){kind, page + 1, article, amount};
}

static bul_entry *entry_of(bul_modular_run *m, const bul_elastic *elastic)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->entries[i].elastic == elastic || m->entries[i].loose == elastic)
            return &m->entries[i];
    return NULL;
}

static bool solve(bul_modular_run *m, bul_modular_page *page, int white)
{
    return page->count > 0 && bul_modular_page_solve(m->c, page, white);
}

/* A filler as it comes; NULL where it is used, or fills nothing. */
static bul_elastic *filler_at(bul_modular_run *m, size_t index)
{
    bul_entry *filler = &m->fillers[index];
    if (filler->elastic == NULL)
        filler->elastic = bul_elastic_set(
            m->c, filler->article, (uint32_t)filler->index + 1,
            (bul_line_of_text){0}, bul_modular_scope(m, filler->article));
    bool is_free = !filler->is_used && filler->elastic->areas.count > 0;
    return is_free ? filler->elastic : NULL;
}

static void use_filler(bul_modular_run *m, size_t page, size_t index)
{
    m->fillers[index].is_used = true;
    bul_modular_step(m, BUL_LADDER_FILLER, page,
                     m->fillers[index].elastic->number, 1);
}

/* L2: a filler that makes the page close. */
static bool add_filler(bul_modular_run *m, size_t index)
{
    bul_modular_page *page = &m->pages[index];
    if (page->count >= BUL_MODULAR_PIECES)
        return false;
    for (size_t i = 0; i < m->filler_count; i++) {
        bul_modular_page with = *page;
        bul_elastic *filler = filler_at(m, i);
        if (filler == NULL)
            continue;
        with.elastics[with.count++] = filler;
        if (!solve(m, &with, 0))
            continue;
        *page = with;
        use_filler(m, index, i);
        return true;
    }
    return false;
}

/* A side column may need two of them under its article. */
static bool add_two_fillers(bul_modular_run *m, size_t index)
{
    bul_modular_page before = m->pages[index];
    if (before.frees_sides || before.count + 2 > BUL_MODULAR_PIECES ||
        !bul_modular_page_has_side(m->c, &before))
        return false;
    for (size_t i = 0; i < m->filler_count; i++) {
        bul_elastic *filler = filler_at(m, i);
        if (filler == NULL)
            continue;
        m->pages[index].elastics[m->pages[index].count++] = filler;
        m->fillers[i].is_used = true;
        if (add_filler(m, index)) {
            use_filler(m, index, i);
            return true;
        }
        m->fillers[i].is_used = false;
        m->pages[index] = before;
    }
    return false;
}

void bul_modular_loosen(bul_modular_run *m, bul_modular_page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        bul_entry *one = entry_of(m, page->elastics[i]);
        if (one)
            page->elastics[i] = loose_of(m, one);
    }
}

/* L3: what may be dropped is. */
static bool drop_some(bul_modular_run *m, size_t index)
{
    bul_modular_page loose = m->pages[index];
    bul_modular_loosen(m, &loose);
    if (!solve(m, &loose, 0))
        return false;
    m->pages[index] = loose;
    int count = bul_modular_page_dropped(&loose);
    if (count > 0)
        bul_modular_step(m, BUL_LADDER_DROP, index, 0, count);
    return true;
}

/* L6: a few rows stay white; L7: as much as there is no copy for. False: there
 * is too much copy. */
static bool leave_white(bul_modular_run *m, size_t index)
{
    bul_modular_page *page = &m->pages[index];
    for (int white = 1; white <= MOST_WHITE; white++)
        if (solve(m, page, white)) {
            bul_modular_step(m, BUL_LADDER_WHITE, index, 0, white);
            return true;
        }
    if (!bul_modular_page_solve_open(m->c, page))
        return false;
    bul_modular_step(m, BUL_LADDER_OPEN, index, 0, page->white_cells);
    return true;
}

static bool close_simply(bul_modular_run *m, size_t index)
{
    return solve(m, &m->pages[index], 0) || add_filler(m, index) ||
           add_two_fillers(m, index) || drop_some(m, index);
}

/* A side column that nothing fills to the foot is a corner instead. */
static bool free_sides(bul_modular_run *m, size_t index)
{
    bul_modular_page *page = &m->pages[index];
    if (!bul_modular_page_has_side(m->c, page))
        return false;
    page->frees_sides = true;
    return close_simply(m, index);
}

static bul_elastic *take(bul_modular_page *page, size_t piece)
{
    bul_elastic *taken = page->elastics[piece];
    for (size_t i = piece + 1; i < page->count; i++)
        page->elastics[i - 1] = page->elastics[i];
    page->count--;
    return taken;
}

/* The lightest article not tried yet; of equal ones the last. */
static size_t next_lightest(const bul_modular_page *page, const bool *tried)
{
    size_t best = page->count;
    for (size_t i = page->count; i-- > 0;)
        if (!tried[i] &&
            (best == page->count ||
             bul_article_weight(page->elastics[i]->article) <
                 bul_article_weight(page->elastics[best]->article)))
            best = i;
    return best;
}

void bul_modular_leave_over(bul_modular_run *m, const bul_entry *one)
{
    *BUL_PUSH(m->c->arena, &m->over) = one->index;
    for (size_t i = 0; i < one->joined.count; i++)
        *BUL_PUSH(m->c->arena, &m->over) = one->joined.items[i];
}

/* 留稿. */
static void hold(bul_modular_run *m, const bul_entry *one,
                 const bul_elastic *taken)
{
    *BUL_PUSH(m->c->arena, &m->report->held) = taken->number;
    for (size_t i = 0; one && i < one->joined.count; i++)
        *BUL_PUSH(m->c->arena, &m->report->held) =
            (uint32_t)one->joined.items[i] + 1;
}

static void give_away(bul_modular_run *m, size_t index,
                      const bul_elastic *taken)
{
    bool is_held = m->issue->policy.may_hold && !m->is_strict;
    bul_entry *one = entry_of(m, taken);
    if (one)
        one->barred |= (uint64_t)1 << index;
    if (is_held)
        hold(m, one, taken);
    else if (one)
        bul_modular_leave_over(m, one);
    bul_modular_step(m, is_held ? BUL_LADDER_HOLD : BUL_LADDER_OPEN, index,
                     taken->number, 1);
}

/* Too much for the page: the lightest article without which it closes goes
 * elsewhere, or is held over (L4); if it closes without none of them, the
 * lightest goes. */
static bool lighten(bul_modular_run *m, size_t index)
{
    bul_modular_page whole = m->pages[index];
    bool tried[BUL_PAGE_PIECES] = {false};
    for (size_t round = 0; round < whole.count; round++) {
        size_t piece = next_lightest(&whole, tried);
        tried[piece] = true;
        m->pages[index] = whole;
        bul_elastic *taken = take(&m->pages[index], piece);
        if (!close_simply(m, index))
            continue;
        give_away(m, index, taken);
        return true;
    }
    m->pages[index] = whole;
    bool none[BUL_PAGE_PIECES] = {false};
    give_away(m, index, take(&m->pages[index], next_lightest(&whole, none)));
    return false;
}

void bul_modular_close(bul_modular_run *m, size_t index)
{
    bul_modular_page *page = &m->pages[index];
    if (close_simply(m, index) || free_sides(m, index) ||
        bul_modular_jump(m, index, NULL))
        return;
    while (page->count > 0) {
        if (leave_white(m, index))
            return;
        if (lighten(m, index))
            return;
    }
}

/* One more article on a page that has white; the page is left with the least
 * white that makes. */
static bool add_to_page(bul_modular_run *m, size_t index, bul_elastic *more)
{
    bul_modular_page before = m->pages[index];
    bul_modular_page *page = &m->pages[index];
    bool has_room =
        page->count == 0 || page->white_rows > 0 || page->blanks > 0;
    if (!has_room || page->count >= BUL_MODULAR_PIECES)
        return false;
    page->elastics[page->count++] = more;
    if (close_simply(m, index))
        return true;
    if (leave_white(m, index))
        return true;
    *page = before;
    return false;
}

bool bul_modular_find_room(bul_modular_run *m, const bul_entry *one)
{
    for (size_t page = 0; page < m->page_count; page++)
        if (add_to_page(m, page, one->elastic))
            return true;
    return false;
}
