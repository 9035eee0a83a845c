/* SPDX-License-Identifier: MIT */
/* linebreak.c - total fit by dynamic programming.
 *
 * A state is a line (first, end), not a place, because a line's price depends
 * on how tight the line above it is. From every place that some line reaches,
 * all lines that can be set without an ugly gap are tried; the cheapest way
 * to each is kept with the line before it. Places come in order, so each is
 * finished when it is looked at. */
#include "layout/linebreak.h"

#include <math.h>

#include "layout/linebreak_parts.h"

#define COST_TIGHTER   2.0 /* smoothness: a line squeezed more than the last */
#define TIGHTER_FREE   0.1
#define TIGHTER_UNIT   0.25
#define COST_LADDER    6.0  /* two hyphens one above the other */
#define COST_LOOSE     1.0  /* two loose lines, one above the other */
#define LOOSE_FREE     0.05 /* em */
#define LOOSE_UNIT     0.05
#define COST_RUNT      100000.0
#define COST_SHORT_END 1.0
#define COST_OVERFULL  1000000.0
#define GAP_GOOD       0.12 /* em: lines looser than this are tried only for want */

bul_mpt bul_shape_indent(const bul_shape *shape, size_t line)
{
    if (line < shape->drop_lines)
        return shape->drop_indent;
    return line == 0 ? shape->first_indent : shape->indent;
}

static bul_mpt room_of(const bul_line_search *s, size_t number)
{
    return s->shape->measure - bul_shape_indent(s->shape, number);
}

size_t bul_shape_first_alike(const bul_shape *shape)
{
    return shape->drop_lines > 1 ? shape->drop_lines : 1;
}

/* A line after a forced break hangs like the others: only the very first is
 * indented. */
bul_fit bul_line_search_fit(const bul_line_search *s, size_t first, size_t end,
                            size_t number)
{
    bul_mpt room = room_of(s, number);
    bul_fit fit = bul_fit_line(s->paragraph, s->sums, first, end, room);
    bool is_last = bul_box_ends_line(&s->paragraph->boxes[end - 1]);
    bool loose = fit.gap > 0 || fit.space_more > 0 || fit.han_latin_more > 0 ||
                 fit.is_short;
    if (s->shape->align == BUL_ALIGN_JUSTIFY) {
        if (is_last && loose)
            fit.cost = 0;
    } else if (loose) {
        /* Nothing is stretched: an uneven edge costs instead. */
        double short_by = (double)(room - fit.natural) / (double)room;
        fit.cost = is_last ? 0 : 20 * short_by * short_by;
    }
    if (is_last && first > 0) {
        uint32_t chars = s->sums[end].chars - s->sums[first].chars;
        fit.cost += chars <= 1               ? COST_RUNT
                    : chars == BUL_SHORT_END ? COST_SHORT_END
                                             : 0;
    }
    if (!fit.fits)
        fit.cost += COST_OVERFULL;
    int16_t penalty = s->paragraph->boxes[end - 1].penalty;
    fit.cost += BUL_COST_LINE + (is_last ? 0 : (double)penalty / 100);
    return fit;
}

static double cost_of_rhythm(double above, double here)
{
    double more = here - above - TIGHTER_FREE;
    if (more <= 0)
        return 0;
    more /= TIGHTER_UNIT;
    return COST_TIGHTER * more * more;
}

static bool divides_word(const bul_line_search *s, size_t end)
{
    return s->paragraph->boxes[end - 1].hyphen_glyph != 0;
}

/* Loose lines in a row make a grey patch: what both have too much of. */
static double cost_of_looseness(double above, double here)
{
    double both = (above < here ? above : here) - LOOSE_FREE;
    if (both <= 0)
        return 0;
    both /= LOOSE_UNIT;
    return COST_LOOSE * both * both;
}

/* What a line costs because of the one above it. */
static double cost_below(const bul_line_state *above,
                         const bul_line_state *here)
{
    return cost_of_rhythm(above->squeeze, here->squeeze) +
           cost_of_looseness(above->gap, here->gap) +
           (above->divides && here->divides ? COST_LADDER : 0);
}

/* Of a line that is filled; the last of a paragraph is not. */
static double loose_gap(const bul_line_search *s, const bul_fit *fit,
                        size_t end)
{
    bool is_filled = s->shape->align == BUL_ALIGN_JUSTIFY &&
                     !bul_box_ends_line(&s->paragraph->boxes[end - 1]);
    if (!is_filled)
        return 0;
    return fit->is_short ? 1 : (double)fit->gap / (double)s->paragraph->em;
}

size_t bul_line_search_below(const bul_line_search *s,
                             const bul_line_state *above)
{
    size_t last = s->last_number;
    return above->number < last ? above->number + 1 : last;
}

void bul_line_search_add(bul_line_search *s, size_t first, size_t end,
                         size_t number, const bul_fit *fit)
{
    bul_line_state *here = BUL_PUSH(s->scratch, &s->states);
    *here = (bul_line_state){.first = first,
                             .end = end,
                             .next = s->ending[end],
                             .number = number,
                             .total = fit->cost,
                             .squeeze = fit->squeeze,
                             .gap = loose_gap(s, fit, end),
                             .overfull = !fit->fits,
                             .divides = divides_word(s, end)};
    const bul_line_state *states = s->states.items;
    size_t above = first > 0 ? s->ending[first] : BUL_NO_LINE_STATE;
    size_t best = BUL_NO_LINE_STATE;
    double least = HUGE_VAL;
    for (; above != BUL_NO_LINE_STATE; above = states[above].next) {
        if (bul_line_search_below(s, &states[above]) != number)
            continue;
        double total = states[above].total + fit->cost;
        if (total >= least)
            continue; /* dear enough without what the two cost together */
        total += cost_below(&states[above], here);
        if (total >= least)
            continue;
        best = above;
        least = total;
    }
    here->before = best;
    if (best != BUL_NO_LINE_STATE)
        here->total = least;
    s->ending[end] = s->states.count - 1;
}

/* Natural width of a line, the gap after its last box not counted. */
static int64_t natural_width(const bul_line_search *s, size_t first, size_t end)
{
    return s->sums[end].width - s->sums[first].width -
           s->paragraph->boxes[end - 1].glue;
}

size_t bul_line_search_farthest(const bul_line_search *s, size_t first,
                                size_t number)
{
    const bul_type_box *boxes = s->paragraph->boxes;
    bul_mpt room = room_of(s, number);
    size_t best = 0;
    for (size_t end = first + 1; end <= s->paragraph->box_count; end++) {
        int16_t penalty = boxes[end - 1].penalty;
        if (penalty == BUL_PENALTY_NEVER)
            continue;
        bool fits = natural_width(s, first, end) <= room ||
                    bul_fit_line(s->paragraph, s->sums, first, end, room).fits;
        if (!fits && best != 0)
            break;
        best = end;
        if (!fits || penalty == BUL_PENALTY_FORCED)
            break;
    }
    return best;
}

/* After a line that ends here a single character would be left over. */
static bool leaves_runt(const bul_line_search *s, size_t end)
{
    size_t count = s->paragraph->box_count;
    return end < count && s->sums[count].chars - s->sums[end].chars <= 1;
}

/* All lines of that number from `first`. */
static void try_lines(bul_line_search *s, size_t first, size_t number)
{
    const bul_type_box *boxes = s->paragraph->boxes;
    bul_mpt good = (bul_mpt)((double)s->paragraph->em * GAP_GOOD);
    size_t tried = 0;
    for (size_t end = bul_line_search_farthest(s, first, number); end > first;
         end--) {
        if (boxes[end - 1].penalty == BUL_PENALTY_NEVER)
            continue;
        bul_fit fit = bul_line_search_fit(s, first, end, number);
        bool is_last = bul_box_ends_line(&boxes[end - 1]);
        if (tried >= 2 && !is_last && fit.gap > good)
            break;
        bul_line_search_add(s, first, end, number, &fit);
        tried += leaves_runt(s, end) ? 0 : 1;
    }
}

bool bul_line_search_reaches(const bul_line_search *s, size_t first,
                             size_t number)
{
    for (size_t i = s->ending[first]; i != BUL_NO_LINE_STATE;
         i = s->states.items[i].next)
        if (bul_line_search_below(s, &s->states.items[i]) == number)
            return true;
    return false;
}

static void try_lines_from(bul_line_search *s, size_t first)
{
    if (first == 0)
        try_lines(s, 0, 0);
    for (size_t number = 1; first > 0 && number <= s->last_number; number++)
        if (bul_line_search_reaches(s, first, number))
            try_lines(s, first, number);
}

void bul_line_search_collect(const bul_line_search *s, size_t last,
                             bul_broken *broken)
{
    size_t count = 0;
    for (size_t i = last; i != BUL_NO_LINE_STATE; i = s->states.items[i].before)
        count++;
    bul_broken_line *lines =
        BUL_NEW(s->scratch, bul_broken_line, broken->line_count + count);
    for (size_t i = 0; i < broken->line_count; i++)
        lines[i] = broken->lines[i];
    size_t at = broken->line_count + count;
    for (size_t i = last; i != BUL_NO_LINE_STATE;
         i = s->states.items[i].before) {
        const bul_line_state *line = &s->states.items[i];
        broken->overfull_count += line->overfull ? 1 : 0;
        if (line->gap > broken->loosest)
            broken->loosest = line->gap;
        at--;
        lines[at] = (bul_broken_line){
            line->first, line->end,
            bul_box_ends_line(&s->paragraph->boxes[line->end - 1]),
            at - broken->line_count};
    }
    broken->lines = lines;
    broken->line_count += count;
}

bul_line_search bul_line_search_start(const bul_paragraph *paragraph,
                                      const bul_fit_sums *sums,
                                      const bul_shape *shape,
                                      bul_arena *scratch)
{
    size_t count = paragraph->box_count;
    bul_line_search s = {.paragraph = paragraph,
                         .sums = sums,
                         .shape = shape,
                         .scratch = scratch,
                         .ending = BUL_NEW(scratch, size_t, count + 1),
                         .last_number = bul_shape_first_alike(shape)};
    for (size_t i = 0; i <= count; i++)
        s.ending[i] = BUL_NO_LINE_STATE;
    return s;
}

bul_broken bul_linebreak(const bul_paragraph *paragraph,
                         const bul_fit_sums *sums, const bul_shape *shape,
                         bul_arena *scratch)
{
    bul_broken broken = {0};
    size_t count = paragraph->box_count;
    if (count == 0)
        return broken;
    bul_line_search s = bul_line_search_start(paragraph, sums, shape, scratch);
    for (size_t first = 0; first < count; first++)
        if (first == 0 || s.ending[first] != BUL_NO_LINE_STATE)
            try_lines_from(&s, first);
    size_t best = s.ending[count];
    for (size_t i = best; i != BUL_NO_LINE_STATE; i = s.states.items[i].next)
        if (s.states.items[i].total < s.states.items[best].total)
            best = i;
    bul_line_search_collect(&s, best, &broken);
    return broken;
}

bul_broken bul_linebreak_first_fit(const bul_paragraph *paragraph,
                                   const bul_fit_sums *sums,
                                   const bul_shape *shape, bul_arena *scratch)
{
    bul_line_search s = {.paragraph = paragraph,
                         .sums = sums,
                         .shape = shape,
                         .scratch = scratch};
    BUL_LIST(bul_broken_line) lines = {0};
    bul_broken broken = {0};
    for (size_t first = 0; first < paragraph->box_count;) {
        size_t number = lines.count;
        size_t end = bul_line_search_farthest(&s, first, number);
        bul_fit fit = bul_line_search_fit(&s, first, end, number);
        broken.overfull_count += fit.fits ? 0 : 1;
        double gap = loose_gap(&s, &fit, end);
        broken.loosest = gap > broken.loosest ? gap : broken.loosest;
        *BUL_PUSH(scratch, &lines) = (bul_broken_line){
            first, end, bul_box_ends_line(&paragraph->boxes[end - 1]), number};
        first = end;
    }
    broken.lines = lines.items;
    broken.line_count = lines.count;
    return broken;
}

double bul_linebreak_cost(const bul_paragraph *paragraph,
                          const bul_fit_sums *sums, const bul_shape *shape,
                          const bul_broken *broken)
{
    bul_line_search s = {.paragraph = paragraph, .sums = sums, .shape = shape};
    double total = 0;
    bul_line_state above = {0};
    for (size_t i = 0; i < broken->line_count; i++) {
        const bul_broken_line *line = &broken->lines[i];
        bul_fit fit = bul_line_search_fit(&s, line->first, line->end, i);
        bul_line_state here = {.squeeze = fit.squeeze,
                               .gap = loose_gap(&s, &fit, line->end),
                               .divides = divides_word(&s, line->end)};
        total += fit.cost;
        if (i > 0)
            total += cost_below(&above, &here);
        above = here;
    }
    return total;
}
