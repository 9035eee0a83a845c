/* SPDX-License-Identifier: MIT */
/* modular_copy.c - the copy as it comes to make-up: in order of weight, briefs
 * joined, sections labelled, each article set in every way it can stand. */
#include <string.h>

#include "layout/headline.h"
#include "layout/modular_parts.h"

/* What is dear to change where a page has been printed before. */
#define COST_OTHER_WIDTH 80
#define COST_OTHER_DEPTH 60 /* at most */
#define COST_OTHER_ROW   5

/* ---- The order of weight. ---- */

int bul_article_weight(const bul_article *article)
{
    return bul_level_rank(article) * 1000 + article->weight;
}

static bul_str first_text(const bul_article *article)
{
    for (size_t i = 0; i < article->blocks.count; i++)
        if (article->blocks.items[i].runs.count > 0)
            return article->blocks.items[i].runs.items[0].text;
    return (bul_str){0};
}

static int compare_str(bul_str a, bul_str b)
{
    size_t least = a.len < b.len ? a.len : b.len;
    int order = least > 0 ? memcmp(a.ptr, b.ptr, least) : 0;
    return order != 0 ? order : a.len < b.len ? -1 : a.len > b.len;
}

/* By weight; then by what is written, so that neither names of files nor their
 * order in the list changes a page. */
static bool comes_before(const bul_entry *a, const bul_entry *b)
{
    int weights =
        bul_article_weight(b->article) - bul_article_weight(a->article);
    if (weights != 0)
        return weights < 0;
    int titles = compare_str(a->article->title.text, b->article->title.text);
    if (titles != 0)
        return titles < 0;
    return compare_str(first_text(a->article), first_text(b->article)) < 0;
}

static void add_sorted(bul_entry *entries, size_t *count, bul_entry one)
{
    size_t at = (*count)++;
    for (; at > 0 && comes_before(&one, &entries[at - 1]); at--)
        entries[at] = entries[at - 1];
    entries[at] = one;
}

static void collect(bul_modular_run *m)
{
    size_t total = m->issue->articles.count;
    m->entries = BUL_NEW(m->c->arena, bul_entry, total + 1);
    m->fillers = BUL_NEW(m->c->arena, bul_entry, total + 1);
    for (size_t i = 0; i < total; i++) {
        const bul_article *article = m->issue->articles.items[i];
        if (bul_modular_ear(m) && i == bul_modular_ear(m)->index)
            continue;
        bul_entry one = {.index = i, .article = article};
        if (article->is_filler)
            add_sorted(m->fillers, &m->filler_count, one);
        else
            add_sorted(m->entries, &m->count, one);
    }
}

/* A section's label is printed once, on its weightiest article; not where the
 * page already bears the name. */
static void label_sections(bul_modular_run *m)
{
    for (size_t i = 0; i < m->count; i++) {
        bul_line_of_text section = m->entries[i].article->section;
        bool is_new = section.text.len > 0;
        for (size_t n = 0; is_new && n < i; n++)
            is_new = !bul_str_equal(m->entries[n].article->section.text,
                                    section.text);
        for (size_t n = 0; is_new && n < m->issue->pages.count; n++)
            is_new = !bul_str_equal(m->issue->pages.items[n].title.text,
                                    section.text);
        if (is_new)
            m->entries[i].section = section;
    }
}

/* ---- Setting. ---- */

static bool is_side(const bul_modular_run *m, const bul_article *article)
{
    return bul_hold_is_side(bul_modular_hold(m->c->template, article));
}

/* Rows of the page that has most; of that an article has to stand on. */
static int deepest_page(const bul_modular_run *m, const bul_article *article)
{
    int lines = m->c->template->line_count;
    if (article->page > 0 && is_side(m, article))
        return lines - bul_stone_first_row(m->stone, (size_t)article->page);
    int taken = bul_stone_first_row(m->stone, 1);
    int later = bul_stone_first_row(m->stone, 2);
    return lines - (taken < later ? taken : later);
}

bul_elastic_scope bul_modular_scope(const bul_modular_run *m,
                                    const bul_article *article)
{
    const bul_template *t = m->c->template;
    const bul_head_plan *plan = &t->heads[article->level];
    bul_elastic_scope scope = {
        .rows = deepest_page(m, article), .fewest = 1, .most = t->column_count};
    if (scope.rows < 0)
        scope.rows = 0;
    if (plan->fewest > 0)
        scope.fewest = plan->fewest;
    if (plan->most > 0)
        scope.most = plan->most;
    if (article->columns > 0)
        scope.fewest = scope.most = article->columns;
    if (is_side(m, article)) {
        scope.is_zone = true;
        scope.fewest = scope.most = article->columns > 0 ? article->columns : 1;
    }
    if (article->pin == BUL_PIN_TOP || article->pin == BUL_PIN_FOOT)
        scope.most = t->column_count;
    if (scope.most > t->column_count)
        scope.most = t->column_count;
    if (scope.fewest > scope.most)
        scope.fewest = scope.most;
    scope.may_frame = article->level != BUL_LEVEL_LEAD;
    return scope;
}

/* Where it stood last time, or NULL. */
static const bul_last_place *last_place(const bul_modular_run *m,
                                        const bul_article *article)
{
    const bul_last_place *found = NULL;
    for (size_t i = 0; i < m->issue->last_places.count; i++) {
        const bul_last_place *place = &m->issue->last_places.items[i];
        if (bul_str_equal(place->file, article->file.text))
            return place;
        if (place->title.len > 0 &&
            bul_str_equal(place->title, article->title.text))
            found = place;
    }
    return found;
}

/* Other widths and depths than last time's cost something: what was not
 * touched stays where it is. */
static void prefer_last(const bul_modular_run *m, bul_entry *one)
{
    const bul_last_place *last = last_place(m, one->article);
    if (last == NULL)
        return;
    one->last_page = (size_t)last->page;
    one->elastic->last = last;
    for (size_t i = 0; i < one->elastic->areas.count; i++) {
        bul_area *area = &one->elastic->areas.items[i];
        int off = area->rows > last->rows ? area->rows - last->rows
                                          : last->rows - area->rows;
        int deep = off * COST_OTHER_ROW;
        area->cost += area->columns != last->columns ? COST_OTHER_WIDTH
                      : deep < COST_OTHER_DEPTH      ? deep
                                                     : COST_OTHER_DEPTH;
    }
}

static void set_in(bul_modular_run *m, bul_entry *one, bul_elastic_scope scope)
{
    one->elastic = bul_elastic_set(m->c, one->article, (uint32_t)one->index + 1,
                                   one->section, scope);
}

/* A side column as wide as it has to be. */
static void widen_side(bul_modular_run *m, bul_entry *one)
{
    bul_elastic_scope scope = bul_modular_scope(m, one->article);
    int asked = scope.most;
    scope.extra_blanks = 1;
    while (one->elastic->areas.count == 0 &&
           scope.most < m->c->template->column_count) {
        scope.fewest = ++scope.most;
        set_in(m, one, scope);
    }
    if (one->elastic->areas.count == 0)
        return;
    bul_arena *arena = m->c->arena;
    bul_report(m->c->diag, BUL_MSG_LAYOUT_SIDE_WIDE, one->article->file.span,
               BUL_ARGS(bul_headline_plain(arena, one->article->title.text),
                        bul_str_int(arena, asked),
                        bul_str_int(arena, scope.most)));
}

static void set_entry(bul_modular_run *m, bul_entry *one)
{
    set_in(m, one, bul_modular_scope(m, one->article));
    if (one->elastic->areas.count == 0 && is_side(m, one->article))
        widen_side(m, one);
    /* Too large for the columns of its level: any will do. */
    if (one->elastic->areas.count == 0) {
        bul_elastic_scope scope = bul_modular_scope(m, one->article);
        scope.fewest = 1;
        scope.most = m->c->template->column_count;
        scope.extra_blanks = 1;
        set_in(m, one, scope);
    }
    for (size_t i = 0; i < one->joined.count; i++)
        *BUL_PUSH(m->c->arena, &one->elastic->joined) =
            (uint32_t)one->joined.items[i] + 1;
    m->report->copy_cells += one->elastic->cells;
    prefer_last(m, one);
}

/* Articles that fill no rectangle of any page are set in order at the end. */
static void set_entries(bul_modular_run *m)
{
    size_t count = 0;
    for (size_t i = 0; i < m->count; i++) {
        set_entry(m, &m->entries[i]);
        if (m->entries[i].elastic->areas.count == 0)
            bul_modular_leave_over(m, &m->entries[i]);
        else
            m->entries[count++] = m->entries[i];
    }
    m->count = count;
}

void bul_modular_take_copy(bul_modular_run *m)
{
    collect(m);
    bul_modular_join_briefs(m);
    label_sections(m);
    set_entries(m);
}
