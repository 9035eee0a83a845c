/* SPDX-License-Identifier: MIT */
/* modular.c - an issue whose pages are filled with rectangles.
 *
 * THE MODEL. Each article is set once in every way it can stand (elastic.c);
 * makeup/allot.c deals the articles out to the pages and makeup/slicing.c
 * finds the best page. Nothing is drawn before every page is settled.
 *
 * THE LADDER. A page that does not close exchanges articles with others, then
 * takes a filler, then gives up what its authors marked as dispensable, then
 * holds over its least article where the issue allows that; then up to three
 * rows stay white. After that it is left open and the editor told what is
 * missing. Copy that no page has room for goes on pages of its own: nothing
 * is lost. Where the issue is strict (严格) nothing is continued or held over,
 * and a page with white or copy without room is an error. */
#include "layout/modular.h"

#include <string.h>

#include "layout/flow.h"
#include "layout/headline.h"
#include "layout/modular_parts.h"
#include "makeup/allot.h"

#define MOST_WORK       150000 /* 70 pages of seven articles */
#define COST_FAULT      1000   /* titles that meet */
#define COST_LOOSE      2000 /* a page that only closes when things are dropped */
#define COST_SHORT_SIDE 3000 /* … when a side column is shorter than the page */
#define SHORT_PERMILLE  880  /* copy less than this fills no whole issue */
#define FULL_PERMILLE   1040 /* copy beyond this asks for another page */

/* ---- Pages. ---- */

static int page_rows(const bul_modular_run *m, size_t number, bool is_last)
{
    int rows =
        m->c->template->line_count - bul_stone_first_row(m->stone, number);
    return rows - (is_last ? m->stone->tail.rows : 0);
}

static int cells_of_rows(const bul_modular_run *m, int rows)
{
    const bul_template *t = m->c->template;
    return t->column_count * (rows + t->story_rows);
}

/* Pages the copy asks for. */
static size_t pages_for(const bul_modular_run *m)
{
    int cells = 0;
    for (size_t pages = 1;; pages++) {
        cells += cells_of_rows(m, page_rows(m, pages, false));
        if (m->report->copy_cells * 1000 <= cells * FULL_PERMILLE ||
            pages == BUL_ALLOT_PAGES)
            return pages;
    }
}

static size_t page_named(const bul_modular_run *m)
{
    size_t most = 1;
    for (size_t i = 0; i < m->count; i++)
        if (m->entries[i].article->page > (int)most)
            most = (size_t)m->entries[i].article->page;
    return most;
}

static size_t count_pages(const bul_modular_run *m)
{
    size_t pages = pages_for(m);
    size_t fewest = (size_t)m->issue->fewest_pages;
    size_t most = (size_t)m->issue->most_pages;
    if (most == 0 && m->c->template->page_count > 0 &&
        pages > (size_t)m->c->template->page_count &&
        m->report->copy_cells < cells_of_rows(m, page_rows(m, 2, false)) *
                                    (m->c->template->page_count + 1))
        pages = (size_t)m->c->template->page_count;
    if (most > 0 && pages > most)
        pages = most;
    if (pages < fewest)
        pages = fewest;
    if (pages < page_named(m))
        pages = page_named(m);
    if (pages > BUL_ALLOT_PAGES)
        pages = BUL_ALLOT_PAGES;
    return pages;
}

static void open_pages(bul_modular_run *m)
{
    m->page_count = count_pages(m);
    m->pages = BUL_NEW(m->c->arena, bul_modular_page, m->page_count + 1);
    for (size_t i = 0; i < m->page_count; i++) {
        m->pages[i].first_row = bul_stone_first_row(m->stone, i + 1);
        m->pages[i].rows = page_rows(m, i + 1, i + 1 == m->page_count);
        m->report->cells += cells_of_rows(m, m->pages[i].rows);
    }
}

/* ---- Who goes where. ---- */

static bool is_of_section(const bul_page_plan *plan, bul_str section)
{
    if (section.len == 0)
        return false;
    for (size_t i = 0; i < plan->sections.count; i++)
        if (bul_str_equal(plan->sections.items[i].text, section))
            return true;
    return bul_str_equal(plan->title.text, section);
}

/* Where it wants to stand; 0: anywhere. */
static uint64_t pages_wanted(const bul_modular_run *m,
                             const bul_article *article)
{
    if (article->page > 0 && (size_t)article->page <= m->page_count)
        return (uint64_t)1 << (article->page - 1);
    if (article->pin == BUL_PIN_EAR)
        return 1;
    uint64_t pages = 0;
    for (size_t i = 0; i < m->issue->pages.count; i++) {
        const bul_page_plan *plan = &m->issue->pages.items[i];
        if (plan->page >= 1 && (size_t)plan->page <= m->page_count &&
            is_of_section(plan, article->section.text))
            pages |= (uint64_t)1 << (plan->page - 1);
    }
    return pages;
}

/* A page that had no room for it is not tried again. */
static uint64_t pages_allowed(const bul_modular_run *m, const bul_entry *one)
{
    uint64_t pages = pages_wanted(m, one->article);
    if (one->barred == 0)
        return pages;
    uint64_t all =
        m->page_count >= 64 ? UINT64_MAX : ((uint64_t)1 << m->page_count) - 1;
    uint64_t left = (pages ? pages : all) & ~one->barred;
    return left ? left : all & ~one->barred;
}

static void fill_page(bul_modular_run *m, bul_modular_page *page,
                      const size_t *lots, size_t count)
{
    page->count = count;
    for (size_t i = 0; i < count; i++)
        page->elastics[i] = m->entries[lots[i]].elastic;
}

/* As it is, or with what may be dropped; -1: neither closes. */
static int32_t try_with_drops(bul_modular_run *m, bul_modular_page *page)
{
    if (bul_modular_page_solve(m->c, page, 0))
        return 0;
    bul_modular_loosen(m, page);
    return bul_modular_page_solve(m->c, page, 0) ? COST_LOOSE : -1;
}

static int32_t try_page(void *state, size_t index, const size_t *lots,
                        size_t count)
{
    bul_modular_run *m = state;
    bul_modular_page page = m->pages[index];
    fill_page(m, &page, lots, count);
    if (count == 0)
        return -1;
    int32_t cost = try_with_drops(m, &page);
    if (cost < 0 && bul_modular_page_has_side(m->c, &page)) {
        fill_page(m, &page, lots, count);
        page.frees_sides = true;
        cost = try_with_drops(m, &page);
        cost += cost < 0 ? 0 : COST_SHORT_SIDE;
    }
    if (cost < 0)
        return -1;
    return cost + page.dummy.cost + COST_FAULT * (page.bumps + page.stacked);
}

/* From 0; BUL_NO_PAGE: it was not there, or the page has no room for it. */
static size_t last_page(const bul_modular_run *m, const bul_entry *one)
{
    size_t page = one->last_page - 1;
    bool is_good = one->last_page > 0 && page < m->page_count &&
                   (one->barred >> page & 1) == 0;
    return is_good ? page : BUL_NO_PAGE;
}

/* What each page should hold. Where copy is short by more than pages can make
 * up for, the first pages are filled, and the last has what is left. */
static void share_cells(const bul_modular_run *m, int *cells)
{
    int64_t total = 0, copy = 0;
    for (size_t i = 0; i < m->page_count; i++)
        total += cells[i] = cells_of_rows(m, m->pages[i].rows);
    for (size_t i = 0; i < m->count; i++)
        copy += m->entries[i].elastic->cells;
    if (copy * 1000 >= total * SHORT_PERMILLE)
        return;
    for (size_t i = 0; i < m->page_count; i++) {
        if (cells[i] > copy)
            cells[i] = copy > 1 ? (int)copy : 1;
        copy -= cells[i];
    }
}

static bul_allotment allot(bul_modular_run *m)
{
    bul_lot *lots = BUL_NEW(m->c->arena, bul_lot, m->count + 1);
    int *cells = BUL_NEW(m->c->arena, int, m->page_count + 1);
    for (size_t i = 0; i < m->count; i++)
        lots[i] = (bul_lot){m->entries[i].elastic->cells,
                            bul_article_weight(m->entries[i].article),
                            pages_allowed(m, &m->entries[i]),
                            last_page(m, &m->entries[i])};
    share_cells(m, cells);
    bul_allot_puzzle puzzle = {.lots = lots,
                               .lot_count = m->count,
                               .cells = cells,
                               .page_count = m->page_count,
                               .most_lots = BUL_MODULAR_PIECES,
                               .trial = try_page,
                               .state = m,
                               .most_work = MOST_WORK};
    return bul_allot(&puzzle, m->c->arena, m->c->scratch);
}

/* ---- Closing. ---- */

/* 必转: also where nothing presses. */
static void jump_if_asked(bul_modular_run *m, bul_entry *one, size_t page)
{
    const bul_article *article = one->article;
    if (article->jump != BUL_JUMP_ALWAYS || page == BUL_NO_PAGE ||
        bul_modular_jump(m, page, one))
        return;
    bul_report(m->c->diag, BUL_MSG_LAYOUT_NO_JUMP, article->title.span,
               BUL_ARGS(bul_headline_plain(m->c->arena, article->title.text)));
}

static bool is_part_of(const bul_entry *one, size_t index)
{
    for (size_t i = 0; i < one->joined.count; i++)
        if (one->joined.items[i] == index)
            return true;
    return one->index == index;
}

/* Articles that pages gave away, the weightiest first, go where there is white
 * left. */
static void find_room(bul_modular_run *m)
{
    for (size_t i = 0; i < m->count; i++) {
        const bul_entry *one = &m->entries[i];
        size_t kept = 0;
        bool is_over = false;
        for (size_t n = 0; n < m->over.count; n++)
            is_over = is_over || m->over.items[n] == one->index;
        if (!is_over || !bul_modular_find_room(m, one))
            continue;
        for (size_t n = 0; n < m->over.count; n++)
            if (!is_part_of(one, m->over.items[n]))
                m->over.items[kept++] = m->over.items[n];
        m->over.count = kept;
    }
}

static void settle(bul_modular_run *m, const bul_allotment *allotment)
{
    if (allotment->exchanges > 0)
        bul_modular_step(m, BUL_LADDER_EXCHANGE, 0, 0, allotment->exchanges);
    size_t *lots = BUL_NEW(m->c->arena, size_t, m->count + 1);
    for (size_t page = 0; page < m->page_count; page++) {
        size_t count = 0;
        for (size_t i = 0; i < m->count; i++)
            if (allotment->page_of[i] == page)
                lots[count++] = i;
        fill_page(m, &m->pages[page], lots, count);
    }
    for (size_t i = 0; i < m->count; i++)
        if (allotment->page_of[i] == BUL_NO_PAGE)
            bul_modular_leave_over(m, &m->entries[i]);
    for (size_t page = 0; page < m->page_count; page++)
        if (m->pages[page].count > 0)
            bul_modular_close(m, page);
    find_room(m);
    for (size_t i = 0; i < m->count; i++)
        jump_if_asked(m, &m->entries[i], allotment->page_of[i]);
}

#define MOST_ROUNDS 2 /* of dealing out anew */

static void start_round(bul_modular_run *m, size_t over_count)
{
    m->report->steps.count = 0;
    m->report->held.count = 0;
    m->report->jumps = 0;
    m->over.count = over_count;
    for (size_t i = 0; i < m->filler_count; i++)
        m->fillers[i].is_used = false;
    for (size_t i = 0; i < m->page_count; i++) {
        m->pages[i].white_rows = m->pages[i].blanks = 0;
        m->pages[i].white_cells = 0;
        m->pages[i].frees_sides = false;
        m->pages[i].dummy = (bul_dummy){0};
    }
}

/* Deals out and closes; what a page had no room for is dealt out anew, to
 * others. */
static void make_pages(bul_modular_run *m)
{
    size_t over_count = m->over.count;
    for (int round = 0; round < MOST_ROUNDS; round++) {
        start_round(m, over_count);
        bul_allotment allotment = allot(m);
        settle(m, &allotment);
        if (m->over.count == over_count && m->report->held.count == 0)
            return;
    }
}

bool bul_modular_is_closed(const bul_modular_page *page)
{
    return page->dummy.is_closed && page->white_rows == 0 &&
           page->white_cells == 0;
}

size_t bul_modular_open_pages(const bul_modular_run *m)
{
    size_t count = 0;
    for (size_t i = 0; i < m->page_count; i++)
        count += bul_modular_is_closed(&m->pages[i]) ? 0 : 1;
    return count;
}

void bul_modular_try(const bul_modular_run *m, size_t index,
                     const bul_article *instead, bul_modular_run *trial)
{
    bul_arena *arena = m->c->arena;
    bul_issue *issue = BUL_NEW(arena, bul_issue, 1);
    bul_compositor *c = BUL_NEW(arena, bul_compositor, 1);
    *issue = *m->issue;
    issue->articles.items =
        BUL_NEW(arena, bul_article *, issue->articles.count + 1);
    for (size_t i = 0; i < issue->articles.count; i++)
        issue->articles.items[i] = m->issue->articles.items[i];
    issue->articles.items[index] = BUL_NEW(arena, bul_article, 1);
    *issue->articles.items[index] = *instead;
    *c = *m->c;
    c->diag = BUL_NEW(arena, bul_diag, 1);
    bul_diag_init(c->diag, arena);
    *trial = (bul_modular_run){.stone = m->stone,
                               .c = c,
                               .issue = issue,
                               .report = BUL_NEW(arena, bul_makeup_report, 1),
                               .is_strict = m->is_strict};
    bul_modular_take_copy(trial);
    open_pages(trial);
    if (trial->count > 0)
        make_pages(trial);
}

/* ---- Drawing. ---- */

static void tell(bul_modular_run *m, const bul_page_report *page)
{
    bul_arena *arena = m->c->arena;
    int columns = page->columns > 0 ? page->columns : 1;
    int rows = page->white_rows + (page->white_cells + columns - 1) / columns;
    m->report->fails = m->report->fails || (m->fails_open && rows > 0);
    if (rows > 0)
        bul_report(m->c->diag,
                   m->fails_open ? BUL_MSG_LAYOUT_STRICT_OPEN
                                 : BUL_MSG_LAYOUT_PAGE_OPEN,
                   (bul_span){0},
                   BUL_ARGS(bul_str_int(arena, (int64_t)page->number),
                            bul_str_int(arena, rows)));
}

/* Briefs that are in another article begin where it does. */
static void begin_joined(bul_modular_run *m)
{
    for (size_t i = 0; i < m->count; i++)
        for (size_t n = 0; n < m->entries[i].joined.count; n++) {
            size_t joined = m->entries[i].joined.items[n];
            if (m->stone->first_pages[joined] == 0)
                m->stone->first_pages[joined] =
                    m->stone->first_pages[m->entries[i].index];
        }
}

static void draw_pages(bul_modular_run *m)
{
    for (size_t i = 0; i < m->page_count; i++) {
        bool is_last = i + 1 == m->page_count && m->over.count == 0;
        bul_page *onto = bul_stone_open_page(m->stone);
        bul_page_report *report = BUL_PUSH(m->c->arena, &m->report->pages);
        if (i == 0 && bul_modular_ear(m))
            bul_ear_draw(m->stone, bul_modular_ear(m), onto, report);
        bul_modular_page_draw(m->stone, &m->pages[i], onto, report);
        tell(m, report);
        bul_stone_close_page(m->stone, onto, is_last);
        if (!is_last && bul_stone_at_page_limit(m->stone))
            return;
    }
}

static void sort_over(bul_modular_run *m)
{
    size_t *over = m->over.items;
    for (size_t i = 1; i < m->over.count; i++)
        for (size_t n = i; n > 0 && over[n] < over[n - 1]; n--) {
            size_t swapped = over[n];
            over[n] = over[n - 1];
            over[n - 1] = swapped;
        }
}

/* Copy that no page had room for. */
static void flow_over(bul_modular_run *m)
{
    if (m->over.count == 0 || m->stone->edition->is_cut)
        return;
    sort_over(m);
    size_t first = bul_stone_page_number(m->stone);
    m->report->fails = m->report->fails || m->fails_open;
    bul_report(m->c->diag,
               m->fails_open ? BUL_MSG_LAYOUT_STRICT_OVER
                             : BUL_MSG_LAYOUT_TOO_MUCH_COPY,
               (bul_span){0},
               BUL_ARGS(bul_str_int(m->c->arena, (int64_t)m->page_count),
                        bul_str_int(m->c->arena, (int64_t)m->over.count)));
    bul_flow(m->stone, m->over.items, m->over.count);
    for (size_t n = first; n < bul_stone_page_number(m->stone); n++)
        *BUL_PUSH(m->c->arena, &m->report->pages) =
            (bul_page_report){.number = n, .is_flow = true};
}

static uint64_t now(const bul_stone *stone)
{
    const bul_makeup_options *options = &stone->options;
    return options->clock_us ? options->clock_us(options->clock_state) : 0;
}

void bul_modular(bul_stone *stone)
{
    bul_modular_run m = {.stone = stone,
                         .c = stone->c,
                         .issue = stone->issue,
                         .report =
                             BUL_NEW(stone->c->arena, bul_makeup_report, 1),
                         .is_strict = stone->options.is_strict ||
                                      stone->issue->policy.is_strict};
    m.fails_open = m.is_strict && !stone->options.advises;
    stone->edition->report = m.report;
    bul_modular_take_copy(&m);
    open_pages(&m);
    uint64_t start = now(stone);
    if (m.count > 0)
        make_pages(&m);
    else
        m.page_count = m.over.count > 0 && !bul_modular_ear(&m) ? 0 : 1;
    m.report->makeup_us = now(stone) - start;
    if (stone->options.advises || m.is_strict)
        bul_modular_advise(&m);
    draw_pages(&m);
    begin_joined(&m);
    bul_modular_tell(&m);
    flow_over(&m);
}
