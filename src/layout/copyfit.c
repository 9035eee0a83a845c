/* SPDX-License-Identifier: MIT */
#include "layout/copyfit.h"

#include "layout/headline.h"

#define MOST_LINES   40
#define MOST_REPAIRS 3 /* told of each page and kind */

typedef struct advising {
    bul_modular_run *m;
    size_t index;
    bul_modular_page page; /* with the article that should come back */
    bool brings_back;
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

static bool try_lines(const advising *a, size_t piece, int lines,
                      bul_repair *repair)
{
    const bul_elastic *elastic = a->page.elastics[piece];
    bul_galley *galley = bul_elastic_body(elastic);
    if (galley == NULL)
        return false;
    bul_elastic_scope scope = bul_modular_scope(a->m, elastic->article);
    scope.may_frame = false;
    scope.galley = bul_copyfit_vary(a->m->c->arena, galley, lines, repair);
    if (scope.galley == NULL)
        return false;
    repair->lines = lines;
    return closes_with(a, piece,
                       bul_elastic_set(a->m->c, elastic->article,
                                       elastic->number, elastic->section,
                                       scope));
}

/* The first number of lines that closes the page; few are tried one by one,
 * many in steps. */
static bool find_lines(const advising *a, size_t piece, int sign,
                       bul_repair *found)
{
    for (int lines = 1; lines <= MOST_LINES; lines += lines < 12 ? 1 : 4) {
        bul_repair repair =
            start(a, sign < 0 ? BUL_REPAIR_CUT : BUL_REPAIR_ADD, piece);
        if (!try_lines(a, piece, sign * lines, &repair))
            continue;
        *found = repair;
        return true;
    }
    return false;
}

static void keep_cheapest(const advising *a, bul_repair *repairs, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t n = i;
             n > 0 && repairs[n].characters < repairs[n - 1].characters; n--) {
            bul_repair swapped = repairs[n];
            repairs[n] = repairs[n - 1];
            repairs[n - 1] = swapped;
        }
    for (size_t i = 0; i < count && i < MOST_REPAIRS; i++)
        *BUL_PUSH(a->m->c->arena, &a->m->report->repairs) = repairs[i];
}

static void advise_lines(const advising *a, int sign)
{
    bul_repair repairs[BUL_PAGE_PIECES];
    size_t count = 0;
    for (size_t i = 0; i < a->page.count; i++)
        if (find_lines(a, i, sign, &repairs[count]))
            count++;
    keep_cheapest(a, repairs, count);
}

/* An article that asks for its columns, without asking. */
static void advise_columns(const advising *a)
{
    for (size_t i = 0; i < a->page.count; i++) {
        const bul_elastic *elastic = a->page.elastics[i];
        if (elastic->article->columns == 0)
            continue;
        bul_article free = *elastic->article;
        free.columns = 0;
        bul_elastic *way =
            bul_elastic_set(a->m->c, &free, elastic->number, elastic->section,
                            bul_modular_scope(a->m, &free));
        if (closes_with(a, i, way))
            *BUL_PUSH(a->m->c->arena, &a->m->report->repairs) =
                start(a, BUL_REPAIR_FREE, i);
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
