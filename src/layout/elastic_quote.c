/* SPDX-License-Identifier: MIT */
/* elastic_quote.c - the quotes of an article (引语块) in all their ways.
 *
 * An article that is short for its place may say one of its sentences twice:
 * within a column, or over two where text stands beside it in a third. One is
 * enough, and only where there is text enough to stand about it. */
#include "layout/elastic_parts.h"
#include "layout/pull_quote.h"

#define MOST_WHITE 1 /* rows more than it needs */

static bool may_have_one(const bul_compositor *c, const bul_article *article,
                         const bul_elastic_span *span,
                         const bul_elastic_scope *scope)
{
    const bul_pull_quote_plan *plan = &c->template->pull_quote;
    return plan->most > 0 && scope->galley == NULL &&
           article->level != BUL_LEVEL_BRIEF &&
           article->level != BUL_LEVEL_PHOTO &&
           span->texts.items[0].cells >= plan->lines;
}

static void add_ways(const bul_compositor *c, const bul_article *article,
                     bul_elastic_span *span, size_t index, int columns)
{
    const bul_story *base = &span->base;
    bul_mpt width = columns * base->measure + (columns - 1) * base->gutter;
    int rows = bul_pull_quote_rows(c, article, index, width);
    for (int more = 0; rows > 0 && more <= MOST_WHITE; more++)
        *BUL_PUSH(c->arena, &span->quotes) = (bul_elastic_quote_way){
            {index, columns, rows + more},
            BUL_COST_QUOTE + more * BUL_COST_QUOTE_WHITE};
}

void bul_elastic_set_quotes(const bul_compositor *c, const bul_article *article,
                            bul_elastic_span *span,
                            const bul_elastic_scope *scope)
{
    const bul_pull_quote_plan *plan = &c->template->pull_quote;
    if (article->quotes.count == 0 || !may_have_one(c, article, span, scope))
        return;
    int all = bul_story_text_columns(&span->base);
    /* Over all columns it would be read between them. */
    int most = all > 1 && plan->most >= all ? all - 1 : plan->most;
    for (size_t i = 0; i < article->quotes.count && i < BUL_PULL_QUOTES; i++)
        for (int columns = plan->fewest; columns <= most; columns++)
            add_ways(c, article, span, i, columns);
}

int bul_elastic_quote_depth(const bul_quote_choice *choice)
{
    return choice->columns > 0 ? choice->rows + 2 * BUL_QUOTE_BESIDE : 0;
}
