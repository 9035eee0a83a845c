/* SPDX-License-Identifier: MIT */
/* elastic_search.c - which rectangles an article can fill, and how.
 *
 * Every combination of a head, pictures and a text tells, by counting cells,
 * how many rows it would need at least. For each depth the cheapest few are
 * then tried with the type itself, since widows, crossheads and lists decide
 * in the end; the first that goes in is the variant. */
#include "layout/elastic_parts.h"

#define CANDIDATES      4 /* kept for each depth */
#define LEAST_TEXT_ROWS 3 /* of text under a head */
#define NARROW_BLANKS   2 /* cells that narrow articles may leave white */

typedef struct candidates {
    bul_variant items[CANDIDATES];
    size_t count;
} candidates;

typedef struct search {
    const bul_compositor *c;
    bul_elastic *elastic;
    const bul_elastic_span *span;
    const bul_elastic_scope *scope;
    size_t span_index;
    candidates *by_rows; /* up to those of the scope */
} search;

bul_story bul_elastic_sketch(const bul_elastic_span *span,
                             const bul_variant *variant, bul_wide *wides)
{
    bul_story story = span->base;
    size_t count = 0;
    /* A picture beside the head comes before all others. */
    for (int beside = 1; beside >= 0; beside--)
        for (size_t i = 0; i < span->wide_count; i++) {
            const bul_elastic_wide *wide = &span->wides[i];
            const bul_picture_choice *choice = &variant->pictures[i];
            if ((wide->place == BUL_PLACE_BESIDE) != (beside == 1) ||
                choice->columns == 0)
                continue;
            wides[count++] = (bul_wide){
                wide->place, choice->columns, {.rows = choice->rows}};
        }
    story.head = span->heads.items[variant->head].head;
    story.galley = span->texts.items[variant->text].galley;
    story.wides.items = wides;
    story.wides.count = count;
    story.quote.columns = variant->quote.columns;
    story.quote.rows = variant->quote.rows;
    if (variant->quote.columns > 0)
        story.quote.span =
            story.article->quotes.items[variant->quote.index].span;
    story.picture_first = variant->picture_on_top;
    return story;
}

/* ---- Candidates. ---- */

static void offer(search *s, const bul_variant *variant)
{
    candidates *at = &s->by_rows[variant->rows];
    size_t place = at->count;
    while (place > 0 && variant->cost < at->items[place - 1].cost)
        place--;
    if (place == CANDIDATES)
        return;
    if (at->count < CANDIDATES)
        at->count++;
    for (size_t i = at->count - 1; i > place; i--)
        at->items[i] = at->items[i - 1];
    at->items[place] = *variant;
}

static int32_t cost_of_shape(const search *s, int rows)
{
    const bul_template *t = s->c->template;
    int64_t width = bul_template_span(t, s->span->base.columns);
    int64_t depth = (int64_t)rows * t->leading;
    if (s->scope->is_zone)
        return 0;
    return depth > 3 * width   ? BUL_COST_TOWER
           : width > 4 * depth ? BUL_COST_FLAT
                               : 0;
}

/* Less than a row can hardly be helped. */
static int32_t cost_of_white(const search *s, int blanks)
{
    int over = blanks - (s->span->base.columns - 1);
    return blanks * BUL_COST_BLANK + (over > 0 ? over * BUL_COST_SHORT : 0);
}

/* A variant that would need `cells` of its columns: at each depth that leaves
 * little enough white. */
static void offer_depths(search *s, bul_variant variant, int cells, int least)
{
    int columns = s->span->base.columns;
    int rows = (cells + columns - 1) / columns;
    rows = rows > least ? rows : least;
    int last = rows + s->scope->extra_blanks + NARROW_BLANKS / columns;
    int32_t cost = variant.cost;
    for (; rows <= last && rows <= s->scope->rows; rows++) {
        variant.rows = rows;
        variant.blanks = columns * rows - cells;
        variant.cost =
            cost + cost_of_white(s, variant.blanks) + cost_of_shape(s, rows);
        offer(s, &variant);
    }
}

static bool stands_on_top(const search *s, const bul_variant *variant)
{
    return s->span->wide_count > 0 && s->span->wides[0].figure &&
           s->span->wides[0].place != BUL_PLACE_BESIDE &&
           variant->pictures[0].columns == s->span->base.columns;
}

static bool may_stand_on_top(const search *s, const bul_variant *variant)
{
    return stands_on_top(s, variant) && !s->span->base.is_boxed &&
           s->span->base.side_rows == 0 && s->elastic->section.text.len == 0;
}

/* One choice of everything. */
static void offer_variant(search *s, bul_variant *variant, int picture_cells,
                          int deepest)
{
    const bul_story *base = &s->span->base;
    int head_rows = s->span->heads.items[variant->head].head.rows;
    const bul_elastic_text *text = &s->span->texts.items[variant->text];
    int foot = bul_story_foot_rows(base);
    int side = base->side_rows > 0 ? 1 : 0;
    int text_columns = base->columns - side;
    bul_variant one = *variant;
    one.cost += s->span->heads.items[variant->head].cost + text->cost;
    /* Rows under the label or head that hold text and pictures; a head at the
     * side fills its own column. */
    int inner = (text->cells + picture_cells + text_columns - 1) / text_columns;
    int beside = 0;
    for (size_t i = 0; i < s->span->wide_count; i++)
        if (s->span->wides[i].place == BUL_PLACE_BESIDE && base->columns > 1)
            beside = variant->pictures[i].columns;
    int used = base->columns * (head_rows + foot) - beside * head_rows;
    used += text->cells + picture_cells;
    if (side > 0) {
        inner = inner > base->side_rows ? inner : base->side_rows;
        used += inner;
    }
    int least = head_rows + foot + (text->cells > 0 ? LEAST_TEXT_ROWS : 0);
    int under = deepest + foot + (beside > 0 ? 0 : head_rows);
    least = least > under ? least : under;
    if (side > 0 && least < head_rows + foot + inner)
        least = head_rows + foot + inner;
    bool is_photo = s->elastic->article->level == BUL_LEVEL_PHOTO;
    if (!is_photo || !stands_on_top(s, &one))
        offer_depths(s, one, used, least);
    /* A head at the foot of its article (背题) is for picture stories. */
    bool on_top = is_photo ? stands_on_top(s, &one)
                           : text->cells > 0 && may_stand_on_top(s, &one);
    if (on_top) {
        one.picture_on_top = true;
        one.cost += is_photo ? 0
                    : s->elastic->article->level == BUL_LEVEL_LEAD
                        ? BUL_COST_LEAD_UNDER
                        : BUL_COST_ON_TOP;
        offer_depths(s, one, used, least);
    }
}

static void offer_heads_and_texts(search *s, bul_variant *variant,
                                  int picture_cells, int deepest)
{
    for (size_t head = 0; head < s->span->heads.count; head++)
        for (size_t text = 0; text < s->span->texts.count; text++) {
            variant->head = head;
            variant->text = text;
            offer_variant(s, variant, picture_cells, deepest);
        }
}

/* With no quote, and with each. */
static void choose_quote(search *s, bul_variant *variant, int cells,
                         int deepest)
{
    offer_heads_and_texts(s, variant, cells, deepest);
    int32_t cost = variant->cost;
    for (size_t i = 0; i < s->span->quotes.count; i++) {
        const bul_elastic_quote_way *way = &s->span->quotes.items[i];
        int depth = bul_elastic_quote_depth(&way->choice);
        variant->quote = way->choice;
        variant->cost = cost + way->cost;
        offer_heads_and_texts(s, variant,
                              cells + way->choice.columns * way->choice.rows,
                              depth > deepest ? depth : deepest);
    }
    variant->cost = cost;
    variant->quote = (bul_quote_choice){0};
}

/* The first picture in all its ways, others only in their own shape. */
static void choose_pictures(search *s, bul_variant *variant, size_t wide,
                            int cells, int deepest)
{
    if (wide == s->span->wide_count) {
        choose_quote(s, variant, cells, deepest);
        return;
    }
    const bul_elastic_wide *from = &s->span->wides[wide];
    int32_t cost = variant->cost;
    for (size_t i = 0; i < from->ways.count; i++) {
        const bul_elastic_wide_way *way = &from->ways.items[i];
        if (wide > 0 && way->choice.more != 0)
            continue;
        int rows = way->choice.rows;
        variant->pictures[wide] = way->choice;
        variant->cost = cost + way->cost;
        choose_pictures(s, variant, wide + 1,
                        cells + way->choice.columns * (rows > 0 ? rows + 1 : 0),
                        rows > deepest ? rows : deepest);
    }
    variant->cost = cost;
    variant->pictures[wide] = (bul_picture_choice){0};
}

/* ---- Trying them. ---- */

static unsigned edges_of(const search *s, const bul_variant *variant)
{
    const bul_story *base = &s->span->base;
    if (base->is_boxed ||
        s->span->heads.items[variant->head].head.title_lines == 0)
        return base->side_rows > 0 && !base->is_boxed
                   ? BUL_EDGE_HEAD_LEFT | BUL_EDGE_HEAD_TOP
                   : 0;
    bool is_bare = s->span->texts.items[variant->text].cells == 0;
    if (variant->picture_on_top)
        return is_bare ? BUL_EDGE_HEAD_FOOT : 0;
    unsigned edges = BUL_EDGE_HEAD_LEFT | BUL_EDGE_HEAD_TOP;
    for (size_t i = 0; i < s->span->wide_count; i++)
        if (s->span->wides[i].place == BUL_PLACE_BESIDE && base->columns > 1)
            return edges;
    return edges | BUL_EDGE_HEAD_RIGHT;
}

/* What the feet of its columns may lack: less than a row, two lines of a
 * single column. */
static int most_blanks(const search *s)
{
    int columns = s->span->base.columns;
    int most = columns - 1 > NARROW_BLANKS ? columns - 1 : NARROW_BLANKS;
    return most + columns * s->scope->extra_blanks;
}

/* Does it go in? Then its white is counted. */
static bool try_variant(const search *s, bul_variant *variant)
{
    bul_wide wides[BUL_ELASTIC_WIDES];
    bul_arena *scratch = s->c->scratch;
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    bul_story story = bul_elastic_sketch(s->span, variant, wides);
    bul_attempt attempt = bul_story_fill(&story, variant->rows, scratch);
    bool fits = attempt.is_done;
    if (fits) {
        int blanks = bul_story_blanks(&story, &attempt, variant->rows);
        variant->cost +=
            cost_of_white(s, blanks) - cost_of_white(s, variant->blanks);
        variant->blanks = blanks;
        fits = blanks <= most_blanks(s);
    }
    bul_arena_rewind(scratch, mark);
    return fits;
}

static void keep(search *s, const bul_variant *variant)
{
    bul_elastic *elastic = s->elastic;
    unsigned edges = edges_of(s, variant);
    for (size_t i = elastic->areas.count; i > 0; i--) {
        bul_area *area = &elastic->areas.items[i - 1];
        if (area->columns != variant->columns || area->rows != variant->rows ||
            area->edges != edges)
            continue;
        if (variant->cost < area->cost) {
            elastic->variants.items[area->variant] = *variant;
            area->cost = variant->cost;
        }
        return;
    }
    bul_arena *arena = s->c->arena;
    *BUL_PUSH(arena, &elastic->areas) =
        (bul_area){variant->columns, variant->rows, variant->cost, edges,
                   (uint32_t)elastic->variants.count};
    *BUL_PUSH(arena, &elastic->variants) = *variant;
}

/* Of a depth, the cheapest that goes in, and the cheapest with other edges. */
static void try_depth(search *s, candidates *at)
{
    bool has_head = false, has_none = false;
    for (size_t i = 0; i < at->count; i++) {
        bul_variant *variant = &at->items[i];
        bool *has =
            edges_of(s, variant) & BUL_EDGE_HEAD_TOP ? &has_head : &has_none;
        if (*has)
            continue;
        if (try_variant(s, variant)) {
            *has = true;
            keep(s, variant);
        }
    }
}

/* A frame nobody asked for. */
static int32_t cost_of_frame(const search *s)
{
    const bul_article *article = s->elastic->article;
    if (!s->span->base.is_boxed || article->is_boxed ||
        article->level == BUL_LEVEL_BRIEF)
        return 0;
    return article->level == BUL_LEVEL_SECOND  ? BUL_COST_FRAME_SECOND
           : article->level == BUL_LEVEL_MAJOR ? BUL_COST_FRAME_MAJOR
                                               : BUL_COST_FRAME;
}

/* What weighs most stands widest. */
static int32_t cost_of_narrowness(const search *s)
{
    static const int32_t prices[BUL_LEVEL_COUNT] = {
        [BUL_LEVEL_LEAD] = 6, [BUL_LEVEL_SECOND] = 3, [BUL_LEVEL_MAJOR] = 2};
    return (s->scope->most - s->span->base.columns) *
           prices[s->elastic->article->level];
}

void bul_elastic_search(const bul_compositor *c, bul_elastic *elastic,
                        size_t span, const bul_elastic_scope *scope)
{
    bul_arena *scratch = c->scratch;
    bul_arena_mark mark = bul_arena_mark_now(scratch);
    search s = {.c = c,
                .elastic = elastic,
                .span = elastic->spans.items[span],
                .scope = scope,
                .span_index = span,
                .by_rows =
                    BUL_NEW(scratch, candidates, (size_t)scope->rows + 1)};
    bul_variant variant = {.columns = s.span->base.columns, .span = span};
    variant.cost = cost_of_frame(&s) + cost_of_narrowness(&s);
    choose_pictures(&s, &variant, 0, 0, 0);
    for (int rows = 1; rows <= scope->rows; rows++)
        try_depth(&s, &s.by_rows[rows]);
    bul_arena_rewind(scratch, mark);
}
