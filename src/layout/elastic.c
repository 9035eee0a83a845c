/* SPDX-License-Identifier: MIT */
#include "layout/elastic_parts.h"
#include "layout/pull_quote.h"

/* ---- Setting. ---- */

static void add_span(const bul_compositor *c, bul_elastic *elastic, int columns,
                     bool is_framed, const bul_elastic_scope *scope)
{
    const bul_elastic_span *like = NULL;
    for (size_t i = 0; i < elastic->spans.count; i++)
        if (elastic->spans.items[i]->base.is_boxed == is_framed)
            like = elastic->spans.items[i];
    bul_elastic_span *span =
        bul_elastic_span_set(c, elastic, columns, is_framed, like, scope);
    if (span == NULL)
        return;
    *BUL_PUSH(c->arena, &elastic->spans) = span;
    bul_elastic_search(c, elastic, elastic->spans.count - 1, scope);
}

/* As a bul_piece wants them: by columns, rows, edges. */
static bool comes_before(const bul_area *a, const bul_area *b)
{
    if (a->columns != b->columns)
        return a->columns < b->columns;
    if (a->rows != b->rows)
        return a->rows < b->rows;
    return a->edges < b->edges;
}

static void sort_areas(bul_elastic *elastic)
{
    bul_area *areas = elastic->areas.items;
    for (size_t i = 1; i < elastic->areas.count; i++) {
        bul_area area = areas[i];
        size_t at = i;
        for (; at > 0 && comes_before(&area, &areas[at - 1]); at--)
            areas[at] = areas[at - 1];
        areas[at] = area;
    }
}

static void count_cells(const bul_compositor *c, bul_elastic *elastic)
{
    int32_t least = INT32_MAX;
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_area *area = &elastic->areas.items[i];
        if (area->cost >= least)
            continue;
        least = area->cost;
        elastic->cells = area->columns * (area->rows + c->template->story_rows);
    }
}

bul_elastic *bul_elastic_set(const bul_compositor *compositor,
                             const bul_article *article, uint32_t number,
                             bul_line_of_text section, bul_elastic_scope scope)
{
    bul_compositor own = *compositor;
    own.locale = article->locale;
    bul_elastic *elastic = BUL_NEW(own.arena, bul_elastic, 1);
    elastic->article = article;
    elastic->number = number;
    elastic->section = section;
    int fewest = article->has_vertical_title && scope.most > 1 ? 2 : 1;
    fewest = fewest > scope.fewest ? fewest : scope.fewest;
    for (int columns = fewest; columns <= scope.most; columns++) {
        bool is_boxed = article->is_boxed || article->level == BUL_LEVEL_BRIEF;
        add_span(&own, elastic, columns, is_boxed, &scope);
        if (scope.may_frame && !is_boxed && !article->has_vertical_title &&
            !article->is_vertical)
            add_span(&own, elastic, columns, true, &scope);
    }
    sort_areas(elastic);
    count_cells(&own, elastic);
    return elastic;
}

/* ---- A variant. ---- */

static const bul_elastic_span *span_of(const bul_elastic *elastic,
                                       const bul_variant *variant)
{
    return elastic->spans.items[variant->span];
}

const bul_head *bul_elastic_head(const bul_elastic *elastic,
                                 const bul_variant *variant)
{
    return &span_of(elastic, variant)->heads.items[variant->head].head;
}

bool bul_elastic_is_boxed(const bul_elastic *elastic,
                          const bul_variant *variant)
{
    return span_of(elastic, variant)->base.is_boxed;
}

bool bul_elastic_uses_other_title(const bul_elastic *elastic,
                                  const bul_variant *variant)
{
    return span_of(elastic, variant)->heads.items[variant->head].is_other;
}

int bul_elastic_dropped_pictures(const bul_elastic *elastic,
                                 const bul_variant *variant)
{
    int count = 0;
    for (size_t i = 0; i < span_of(elastic, variant)->wide_count; i++)
        count += variant->pictures[i].columns == 0 ? 1 : 0;
    return count;
}

bul_str bul_elastic_quote(const bul_elastic *elastic,
                          const bul_variant *variant)
{
    if (variant->quote.columns == 0)
        return (bul_str){0};
    return elastic->article->quotes.items[variant->quote.index].text;
}

int bul_elastic_lines(const bul_elastic *elastic, const bul_variant *variant)
{
    return span_of(elastic, variant)->texts.items[variant->text].lines;
}

int bul_elastic_dropped(const bul_elastic *elastic, const bul_variant *variant)
{
    return span_of(elastic, variant)->texts.items[variant->text].dropped;
}

bul_span bul_elastic_foot(const bul_elastic *elastic,
                          const bul_variant *variant)
{
    return span_of(elastic, variant)->texts.items[variant->text].foot;
}

bul_galley *bul_elastic_body(const bul_elastic *elastic)
{
    for (size_t i = 0; i < elastic->spans.count; i++) {
        const bul_elastic_span *span = elastic->spans.items[i];
        if (!span->base.is_boxed && span->base.sidebar == NULL)
            return span->texts.items[0].galley;
    }
    return NULL;
}

/* The pictures of a sketch, set: in the order of bul_elastic_sketch. */
static void set_wides(const bul_compositor *c, const bul_elastic_span *span,
                      const bul_variant *variant, bul_story *story)
{
    size_t at = 0;
    for (int beside = 1; beside >= 0; beside--)
        for (size_t i = 0; i < span->wide_count; i++) {
            const bul_elastic_wide *from = &span->wides[i];
            bul_picture_choice choice = variant->pictures[i];
            if ((from->place == BUL_PLACE_BESIDE) != (beside == 1) ||
                choice.columns == 0)
                continue;
            bul_mpt width = choice.columns * story->measure +
                            (choice.columns - 1) * story->gutter;
            bul_wide *wide = &story->wides.items[at++];
            wide->set =
                from->figure
                    ? bul_figure_set_deep(
                          c, from->figure, width,
                          bul_figure_rows(c, from->figure, width) + choice.more)
                    : bul_table_set(c, from->table->table, width,
                                    from->table->span);
        }
}

static void set_quote(const bul_compositor *c, const bul_variant *variant,
                      bul_story *story)
{
    const bul_quote_choice *choice = &variant->quote;
    bul_mpt width = choice->columns * story->measure +
                    (choice->columns - 1) * story->gutter;
    if (choice->columns > 0)
        story->quote.type = bul_pull_quote_set(c, story->article, choice->index,
                                               width, choice->rows);
}

bul_story *bul_elastic_story(const bul_compositor *compositor,
                             const bul_elastic *elastic,
                             const bul_variant *variant, bul_attempt *attempt)
{
    bul_compositor own = *compositor;
    own.locale = elastic->article->locale;
    bul_wide *wides = BUL_NEW(own.arena, bul_wide, BUL_ELASTIC_WIDES);
    bul_story *story = BUL_NEW(own.arena, bul_story, 1);
    const bul_elastic_span *span = span_of(elastic, variant);
    *story = bul_elastic_sketch(span, variant, wides);
    set_wides(&own, span, variant, story);
    set_quote(&own, variant, story);
    *attempt = bul_story_fill(story, variant->rows, own.arena);
    return story;
}
