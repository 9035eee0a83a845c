/* SPDX-License-Identifier: MIT */
#include "layout/copyfit.h"

#include "layout/headline.h"

#define MOST_LINES           40
#define MOST_REPAIRS         3 /* told of each page and kind */
#define MOST_WAYS            3 /* numbers of lines that are thought of for an article */
#define MOST_TRIALS          12 /* of the whole issue, for each page and kind */
#define MOST_TRIALS_OF_ISSUE 40

typedef struct advising {
    bul_modular_run *m;
    size_t index;
    bul_modular_page page; /* with the article that should come back */
    bool brings_back;
    int trials;
} advising;

static bul_repair start(const advising *a, bul_repair_kind kind, size_t piece)
{
    const bul_elastic *elastic = a->page.elastics[piece];
    return (bul_repair){.page = a->index + 1,
                        .kind = kind,
                        .article = elastic->number,
                        .title = bul_headline_plain(
                            a->m->c->arena, elastic->article->title.text),
                        .brings_back = a->brings_back};
}

/* Would the page close with a piece in another way? */
static bool closes_with(const advising *a, size_t piece, bul_elastic *way)
{
    bul_modular_page page = a->page;
    page.elastics[piece] = way;
    return way->areas.count > 0 && bul_modular_page_solve(a->m->c, &page, 0);
}

/* Copy that finds no place on the pages. */
static size_t left_out(const bul_modular_run *m)
{
    return m->over.count + m->report->held.count;
}

static bool keeps_closed(const bul_modular_run *m, const bul_modular_run *trial)
{
    if (trial->page_count != m->page_count)
        return false;
    for (size_t i = 0; i < m->page_count; i++)
        if (bul_modular_is_closed(&m->pages[i]) &&
            !bul_modular_is_closed(&trial->pages[i]))
            return false;
    return true;
}

/* Rows of the body of an article as it comes; 0: it has none. */
static int body_rows(const bul_modular_run *m, uint32_t number)
{
    const bul_galley *body = NULL;
    int rows = 0;
    for (size_t i = 0; i < m->count; i++)
        if (m->entries[i].elastic->number == number)
            body = bul_elastic_body(m->entries[i].elastic);
    for (size_t i = 0; body && i < body->slugs.count; i++)
        rows += body->slugs.items[i].rows;
    return rows;
}

/* Does a repair keep its word when the issue is made up with it? The text
 * has to have as many lines as is said, the page to close, no other to open,
 * and an article to find room where that is what it is for. */
static bool is_true(advising *a, const bul_repair *repair,
                    const bul_article *instead)
{
    bul_modular_run trial;
    if (a->trials++ >= MOST_TRIALS || a->m->trials++ >= MOST_TRIALS_OF_ISSUE)
        return false;
    bul_modular_try(a->m, repair->article - 1, instead, &trial);
    size_t out = left_out(&trial), out_now = left_out(a->m);
    return keeps_closed(a->m, &trial) &&
           bul_modular_is_closed(&trial.pages[a->index]) &&
           body_rows(&trial, repair->article) ==
               body_rows(a->m, repair->article) + repair->lines &&
           (a->brings_back ? out < out_now : out <= out_now);
}

/* Two articles may come back by the same cut. */
static void tell(const advising *a, const bul_repair *repair)
{
    bul_makeup_report *report = a->m->report;
    for (size_t i = 0; i < report->repairs.count; i++) {
        const bul_repair *one = &report->repairs.items[i];
        if (one->page == repair->page && one->kind == repair->kind &&
            one->article == repair->article && one->lines == repair->lines)
            return;
    }
    *BUL_PUSH(a->m->c->arena, &report->repairs) = *repair;
}

/* Its own text can be edited: briefs joined to others' is of many files. */
static const bul_article *original(const advising *a, size_t piece)
{
    const bul_elastic *elastic = a->page.elastics[piece];
    bool is_whole = elastic->joined.count == 0 && elastic->jumps_to == 0 &&
                    elastic->jumps_from == 0;
    return is_whole ? a->m->issue->articles.items[elastic->number - 1] : NULL;
}

static bool try_lines(const advising *a, size_t piece, int lines,
                      bul_repair *repair)
{
    const bul_elastic *elastic = a->page.elastics[piece];
    bul_galley *galley = bul_elastic_body(elastic);
    if (galley == NULL)
        return false;
    bul_elastic_scope scope = bul_modular_scope(a->m, elastic->article);
    scope.may_frame = false;
    scope.galley = bul_copyfit_vary(a->m->c->arena, original(a, piece), galley,
                                    lines, repair);
    if (scope.galley == NULL)
        return false;
    return closes_with(a, piece,
                       bul_elastic_set(a->m->c, elastic->article,
                                       elastic->number, elastic->section,
                                       scope));
}

typedef BUL_LIST(bul_repair) repairs;

/* The first numbers of lines that close the page; few are tried one by one,
 * many in steps. */
static void find_lines(const advising *a, size_t piece, int sign,
                       repairs *found)
{
    size_t most = found->count + MOST_WAYS;
    if (original(a, piece) == NULL)
        return;
    for (int lines = 1; lines <= MOST_LINES && found->count < most;
         lines += lines < 12 ? 1 : 4) {
        bul_repair repair =
            start(a, sign < 0 ? BUL_REPAIR_CUT : BUL_REPAIR_ADD, piece);
        if (try_lines(a, piece, sign * lines, &repair))
            *BUL_PUSH(a->m->c->arena, found) = repair;
    }
}

static void sort_cheapest(repairs *list)
{
    for (size_t i = 1; i < list->count; i++)
        for (size_t n = i;
             n > 0 && list->items[n].characters < list->items[n - 1].characters;
             n--) {
            bul_repair swapped = list->items[n];
            list->items[n] = list->items[n - 1];
            list->items[n - 1] = swapped;
        }
}

static bool has_article(const repairs *list, uint32_t article)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].article == article)
            return true;
    return false;
}

/* The cheapest that keep their word, one for an article. */
static void advise_lines(advising *a, int sign)
{
    bul_modular_run *m = a->m;
    repairs found = {0}, told = {0};
    for (size_t i = 0; i < a->page.count; i++)
        find_lines(a, i, sign, &found);
    sort_cheapest(&found);
    a->trials = 0;
    for (size_t i = 0; i < found.count && told.count < MOST_REPAIRS; i++) {
        const bul_repair *repair = &found.items[i];
        const bul_article *article =
            m->issue->articles.items[repair->article - 1];
        if (has_article(&told, repair->article) ||
            !is_true(a, repair, bul_copyfit_edit(m->c->arena, article, repair)))
            continue;
        *BUL_PUSH(m->c->arena, &told) = *repair;
        tell(a, repair);
    }
}

/* An article that asks for its columns, without asking. */
static void advise_columns(advising *a)
{
    a->trials = 0;
    for (size_t i = 0; i < a->page.count; i++) {
        const bul_elastic *elastic = a->page.elastics[i];
        if (elastic->article->columns == 0 || original(a, i) == NULL)
            continue;
        bul_article free = *elastic->article;
        free.columns = 0;
        bul_elastic *way =
            bul_elastic_set(a->m->c, &free, elastic->number, elastic->section,
                            bul_modular_scope(a->m, &free));
        bul_repair repair = start(a, BUL_REPAIR_FREE, i);
        if (closes_with(a, i, way) && is_true(a, &repair, &free))
            tell(a, &repair);
    }
}

/* A new piece, of the fewest cells that close the page. */
static void advise_filler(const advising *a)
{
    const bul_template *t = a->m->c->template;
    if (a->page.count >= BUL_MODULAR_PIECES)
        return;
    for (int cells = 4; cells < t->column_count * a->page.rows; cells++)
        for (int columns = 1; columns <= t->column_count; columns++) {
            if (cells % columns != 0 || cells / columns < 4)
                continue;
            bul_area area = {.columns = columns, .rows = cells / columns};
            if (!bul_modular_page_takes(a->m->c, &a->page, &area))
                continue;
            *BUL_PUSH(a->m->c->arena, &a->m->report->repairs) =
                (bul_repair){.page = a->index + 1,
                             .kind = BUL_REPAIR_FILL,
                             .columns = columns,
                             .rows = cells / columns};
            return;
        }
}

void bul_copyfit_page(bul_modular_run *m, size_t index, bul_elastic *extra)
{
    advising a = {.m = m,
                  .index = index,
                  .page = m->pages[index],
                  .brings_back = extra != NULL};
    if (extra && a.page.count < BUL_PAGE_PIECES)
        a.page.elastics[a.page.count++] = extra;
    advise_lines(&a, -1);
    if (extra == NULL) {
        advise_lines(&a, 1);
        advise_filler(&a);
    }
    advise_columns(&a);
}
