/* SPDX-License-Identifier: MIT */
/* modular_tell.c - what the editor is told of pages that are made up, and what
 * would make them better. */
#include "layout/copyfit.h"
#include "layout/headline.h"
#include "layout/modular_parts.h"

/* ---- What became of articles. ---- */

static const bul_article *article_at(const bul_modular_run *m, size_t index)
{
    return m->issue->articles.items[index];
}

static bul_str shown_title(const bul_modular_run *m, const bul_article *article)
{
    bul_str title = bul_headline_plain(m->c->arena, article->title.text);
    return title.len > 0 ? title : article->file.text;
}

/* Side columns that have nothing to stand under their articles. */
static void tell_of_sides(bul_modular_run *m, size_t index)
{
    const bul_modular_page *page = &m->pages[index];
    bul_arena *arena = m->c->arena;
    for (size_t i = 0; page->frees_sides && i < page->dummy.part_count; i++) {
        const bul_part *part = &page->dummy.parts[i];
        if (part->cut != BUL_CUT_NONE || part->piece >= page->count)
            continue;
        const bul_article *article = page->elastics[part->piece]->article;
        if (bul_hold_is_side(bul_modular_hold(m->c->template, article)))
            bul_report(m->c->diag, BUL_MSG_LAYOUT_SIDE_SHORT,
                       article->file.span,
                       BUL_ARGS(shown_title(m, article),
                                bul_str_int(arena, (int64_t)index + 1),
                                bul_str_int(arena, part->columns),
                                bul_str_int(arena, page->rows - part->rows)));
    }
}

void bul_modular_tell(bul_modular_run *m)
{
    bul_arena *arena = m->c->arena;
    for (size_t i = 0; i < m->report->held.count; i++) {
        const bul_article *held = article_at(m, m->report->held.items[i] - 1);
        bul_report(m->c->diag, BUL_MSG_LAYOUT_HELD, held->file.span,
                   BUL_ARGS(shown_title(m, held)));
    }
    for (size_t i = 0; i < m->page_count; i++)
        tell_of_sides(m, i);
    for (size_t i = 0; i < m->issue->articles.count; i++) {
        const bul_article *article = article_at(m, i);
        size_t page = m->stone->first_pages[i];
        if (article->page > 0 && page > 0 && page != (size_t)article->page)
            bul_report(m->c->diag, BUL_MSG_LAYOUT_OTHER_PAGE,
                       article->file.span,
                       BUL_ARGS(shown_title(m, article),
                                bul_str_int(arena, article->page),
                                bul_str_int(arena, (int64_t)page)));
    }
}

/* ---- Advice. ---- */

#define MOST_RETURNS 3 /* articles that are asked for */

static bul_elastic *elastic_numbered(const bul_modular_run *m, uint32_t number)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->entries[i].elastic->number == number)
            return m->entries[i].elastic;
    return NULL;
}

/* The page that gave an article away, from 0; else the first. */
static size_t page_before(const bul_modular_run *m, uint32_t number)
{
    for (size_t i = 0; i < m->report->steps.count; i++) {
        const bul_step_report *step = &m->report->steps.items[i];
        if (step->article == number &&
            (step->step == BUL_LADDER_HOLD || step->step == BUL_LADDER_OPEN))
            return step->page - 1;
    }
    return 0;
}

/* What would make room for an article, on the first page where anything
 * would. */
static void advise_return(bul_modular_run *m, uint32_t number)
{
    bul_elastic *gone = elastic_numbered(m, number);
    size_t before = m->report->repairs.count;
    size_t page = page_before(m, number);
    for (size_t i = 0;
         gone && i < m->page_count && m->report->repairs.count == before; i++)
        bul_copyfit_page(m, (page + i) % m->page_count, gone);
}

void bul_modular_advise(bul_modular_run *m)
{
    if (m->stone->ear && m->stone->ear->has_repair)
        *BUL_PUSH(m->c->arena, &m->report->repairs) = m->stone->ear->repair;
    for (size_t i = 0; i < m->page_count; i++)
        if (m->pages[i].count > 0 && !bul_modular_is_closed(&m->pages[i]))
            bul_copyfit_page(m, i, NULL);
    size_t returns = 0;
    for (size_t i = 0; i < m->report->held.count && returns < MOST_RETURNS;
         i++, returns++)
        advise_return(m, m->report->held.items[i]);
    for (size_t i = 0; i < m->over.count && returns < MOST_RETURNS;
         i++, returns++)
        advise_return(m, (uint32_t)m->over.items[i] + 1);
}
