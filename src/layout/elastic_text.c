/* SPDX-License-Identifier: MIT */
/* elastic_text.c - a body in all its ways: some lines fewer or more, the
 * cheapest paragraphs first; with and without what its author marked {可删};
 * without its last paragraphs where it may lose them (从末段删). */
#include "layout/elastic_parts.h"
#include "layout/galley_vary.h"

#define MOST_LINES       5 /* that all paragraphs together give or take */
#define MOST_DROPS       4
#define LINES_WITH_DROPS 2
#define MOST_FEET        12 /* ends that may go */

typedef struct choosing {
    const bul_compositor *c;
    const bul_elastic_galley *elastic;
    bul_elastic_span *span;
    size_t *chosen; /* options */
    size_t count;
} choosing;

static const bul_galley_option *option_at(const choosing *s, size_t index)
{
    return &s->elastic->options.items[index];
}

/* Is its paragraph chosen already, or gone with others? */
static bool is_taken(const choosing *s, const bul_galley_option *option)
{
    for (size_t i = 0; i < s->count; i++) {
        const bul_galley_option *chosen = option_at(s, s->chosen[i]);
        if (chosen->block_number == option->block_number ||
            (option->first < chosen->end && chosen->first < option->end))
            return true;
    }
    return false;
}

/* Chooses the cheapest option of a kind that is left; of equal ones the last,
 * as changes are seen least near the end. */
static bool choose(choosing *s, bul_option_kind kind)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < s->elastic->options.count; i++) {
        const bul_galley_option *option = option_at(s, i);
        if (option->kind != kind || is_taken(s, option))
            continue;
        if (best == SIZE_MAX || option->cost <= option_at(s, best)->cost)
            best = i;
    }
    if (best == SIZE_MAX)
        return false;
    s->chosen[s->count++] = best;
    return true;
}

/* The body with what is chosen. */
static void add_way(const choosing *s)
{
    bul_elastic_text way = {.galley = s->elastic->galley};
    if (s->count > 0)
        way.galley =
            bul_galley_vary(s->c->arena, s->elastic, s->chosen, s->count);
    bul_cursor start = {0};
    way.cells = bul_cursor_rows_left(way.galley, &start);
    for (size_t i = 0; i < s->count; i++) {
        const bul_galley_option *option = option_at(s, s->chosen[i]);
        way.cost += option->cost;
        way.dropped += option->paragraphs;
        way.lines += option->paragraphs > 0 ? 0 : option->lines;
        if (option->kind == BUL_OPTION_FOOT)
            way.foot = option->gone;
    }
    *BUL_PUSH(s->c->arena, &s->span->texts) = way;
}

/* With what is chosen, and up to so many lines fewer and more. */
static void add_lines(choosing *s, int most)
{
    size_t kept = s->count;
    add_way(s);
    for (int kind = 0; kind < 2; kind++) {
        for (int line = 0; line < most; line++) {
            if (!choose(s, kind == 0 ? BUL_OPTION_TIGHTER : BUL_OPTION_LOOSER))
                break;
            add_way(s);
        }
        s->count = kept;
    }
}

static void add_drops(choosing *s)
{
    for (int drop = 0; drop < MOST_DROPS; drop++) {
        if (!choose(s, BUL_OPTION_DROP))
            break;
        add_lines(s, LINES_WITH_DROPS);
    }
    s->count = 0;
}

/* The options stand in the list with the shortest end first. */
static void add_feet(choosing *s)
{
    int feet = 0;
    for (size_t i = 0; i < s->elastic->options.count && feet < MOST_FEET; i++) {
        if (option_at(s, i)->kind != BUL_OPTION_FOOT)
            continue;
        s->chosen[0] = i;
        s->count = 1;
        add_lines(s, LINES_WITH_DROPS);
        s->count = 0;
        feet++;
    }
}

void bul_elastic_set_texts(const bul_compositor *c, const bul_article *article,
                           bul_elastic_span *span,
                           const bul_elastic_scope *scope)
{
    if (scope->galley) {
        choosing part = {.c = c,
                         .elastic =
                             &(bul_elastic_galley){.galley = scope->galley},
                         .span = span};
        add_way(&part);
        return;
    }
    bul_elastic_galley *elastic = bul_galley_elastic(
        c, article, span->base.measure, span->galley_columns);
    choosing s = {.c = c,
                  .elastic = elastic,
                  .span = span,
                  .chosen =
                      BUL_NEW(c->arena, size_t, elastic->options.count + 1)};
    add_lines(&s, MOST_LINES);
    if (!scope->may_drop_text)
        return;
    add_drops(&s);
    add_feet(&s);
}
