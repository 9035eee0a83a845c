/* SPDX-License-Identifier: MIT */
/* linebreak_vary.c - a line fewer, a line more (looseness).
 *
 * The search of linebreak.c, but its states tell lines by their real number,
 * as Knuth and Plass do it: what is found is the cheapest there is. Lines that
 * are not decent are not tried. Two bounds keep the states few and spare most
 * paragraphs the search: what is left must not be too wide for the lines that
 * are left, however squeezed, nor too narrow, however stretched. */
#include "layout/linebreak_parts.h"

/* What is wanted of the lines, and what may be asked of the paragraph. */
typedef struct aim {
    size_t counts[2];  /* of lines: fewer, more; 0: not wanted */
    size_t last_start; /* the last line begins here or before */
    bul_mpt gap;       /* most that may be put between hanzi */
    int64_t edge;      /* most that the end of a line saves: what the gap
                          there has beyond squeezing, and what hangs */
    int64_t hyphen;    /* widest */
} aim;

/* White that squeezing takes from boxes [first, end) at most. */
static int64_t most_taken(const bul_fit_sums *a, const bul_fit_sums *b)
{
    return b->space_less - a->space_less + b->bracket - a->bracket + b->pause -
           a->pause + (b->stop - a->stop) / 2 +
           (b->han_latin - a->han_latin) / 2;
}

static bul_mpt room_of(const bul_shape *shape, size_t number)
{
    return shape->measure - bul_shape_indent(shape, number);
}

static int64_t room_of_lines(const bul_line_search *s, size_t number,
                             size_t count)
{
    int64_t room = 0;
    size_t alike = bul_shape_first_alike(s->shape);
    for (; number < count && number < alike; number++)
        room += room_of(s->shape, number);
    if (number < count)
        room += (int64_t)(count - number) * room_of(s->shape, number);
    return room;
}

/* May the boxes from `first` on make lines [number, count)? Never false where
 * they can. */
static bool can_fill(const bul_line_search *s, const aim *a, size_t first,
                     size_t number, size_t count)
{
    if (number >= count)
        return false;
    const bul_fit_sums *from = &s->sums[first];
    const bul_fit_sums *all = &s->sums[s->paragraph->box_count];
    int64_t line_count = (int64_t)(count - number);
    int64_t narrowest =
        all->width - from->width - most_taken(from, all) - line_count * a->edge;
    if (narrowest > room_of_lines(s, number, count))
        return false;
    if (line_count == 1)
        return true;
    if (first >= a->last_start)
        return false;
    const bul_fit_sums *to = &s->sums[a->last_start];
    int64_t gaps = to->gaps - from->gaps + to->latin_gaps - from->latin_gaps;
    int64_t widest = to->width - from->width + to->space_more -
                     from->space_more + to->han_latin - from->han_latin +
                     (gaps + line_count) * (a->gap + 1) +
                     line_count * a->hyphen;
    return widest >= room_of_lines(s, number, count - 1);
}

/* So many lines end before `end`: may one of the wanted counts be met? */
static bool is_on_course(const bul_line_search *s, const aim *a, size_t end,
                         size_t line_count)
{
    bool is_last = end == s->paragraph->box_count;
    for (size_t i = 0; i < 2; i++)
        if (is_last ? line_count == a->counts[i]
                    : can_fill(s, a, end, line_count, a->counts[i]))
            return true;
    return false;
}

/* A line in its place, neither too full nor torn open. */
static bool is_decent(const bul_line_search *s, const aim *a,
                      const bul_fit *fit, size_t end)
{
    bool is_last = bul_box_ends_line(&s->paragraph->boxes[end - 1]);
    return fit->fits && (is_last || (!fit->is_short && fit->gap <= a->gap));
}

/* All decent lines from `first` with a number from `low` to `high`; these are
 * indented alike. */
static void try_decent_lines(bul_line_search *s, const aim *a, size_t first,
                             size_t low, size_t high)
{
    size_t count = s->paragraph->box_count;
    for (size_t end = bul_line_search_farthest(s, first, low); end > first;
         end--) {
        bool leaves_little = end > a->last_start && end < count;
        if (leaves_little ||
            s->paragraph->boxes[end - 1].penalty >= BUL_PENALTY_PARTED)
            continue;
        bul_fit fit = bul_line_search_fit(s, first, end, low);
        if (!is_decent(s, a, &fit, end)) {
            if (fit.fits)
                break; /* shorter ones are looser still */
            continue;
        }
        for (size_t number = low; number <= high; number++)
            if ((first == 0 || bul_line_search_reaches(s, first, number)) &&
                is_on_course(s, a, end, number + 1))
                bul_line_search_add(s, first, end, number, &fit);
    }
}

static void try_decent_lines_from(bul_line_search *s, const aim *a,
                                  size_t first)
{
    size_t low = first == 0 ? 0 : SIZE_MAX;
    size_t high = 0;
    for (size_t i = s->ending[first]; i != BUL_NO_LINE_STATE;
         i = s->states.items[i].next) {
        size_t number = bul_line_search_below(s, &s->states.items[i]);
        low = number < low ? number : low;
        high = number > high ? number : high;
    }
    size_t alike = bul_shape_first_alike(s->shape);
    for (; low <= high && low < alike; low++)
        try_decent_lines(s, a, first, low, low);
    if (low <= high)
        try_decent_lines(s, a, first, low, high);
}

/* Letters in the last of some lines. */
static uint32_t last_chars(const bul_fit_sums *sums, const bul_broken *broken)
{
    const bul_broken_line *last = &broken->lines[broken->line_count - 1];
    return sums[last->end].chars - sums[last->first].chars;
}

/* What of a gap is gone at the end of a line and could not be squeezed out. */
static int64_t edge_of(const bul_type_box *box, bul_mpt em)
{
    switch ((bul_glue_kind)box->glue_kind) {
    case BUL_GLUE_BRACKET:
    case BUL_GLUE_PAUSE:
        return box->hang;
    case BUL_GLUE_SPACE:
        return box->hang + (box->glue > em / 4 ? em / 4 : box->glue);
    case BUL_GLUE_STOP:
    case BUL_GLUE_HAN_LATIN:
        return box->hang + box->glue - box->glue / 2;
    case BUL_GLUE_PLAIN:
    case BUL_GLUE_RIGID:
    case BUL_GLUE_KIND_COUNT:
        break;
    }
    return box->hang + box->glue;
}

/* False where it may not be varied: a line is forced to end within it. */
static bool take_aim(const bul_line_search *s, const bul_broken *natural,
                     aim *a)
{
    const bul_paragraph *p = s->paragraph;
    *a = (aim){.gap = (bul_mpt)((double)p->em * BUL_VARIED_GAP)};
    for (size_t i = 0; i < p->box_count; i++) {
        const bul_type_box *box = &p->boxes[i];
        if (bul_box_ends_line(box) && i + 1 < p->box_count)
            return false;
        int64_t edge = edge_of(box, p->em);
        a->edge = edge > a->edge ? edge : a->edge;
        a->hyphen = box->hyphen > a->hyphen ? box->hyphen : a->hyphen;
    }
    bool was_short = last_chars(s->sums, natural) <= BUL_SHORT_END;
    uint32_t least = was_short ? BUL_SHORT_END : BUL_SHORT_END + 1;
    a->last_start = p->box_count;
    while (a->last_start > 0 &&
           s->sums[p->box_count].chars - s->sums[a->last_start].chars < least)
        a->last_start--;
    a->counts[0] = natural->line_count - 1;
    a->counts[1] = natural->line_count + 1;
    for (size_t i = 0; i < 2; i++)
        if (!can_fill(s, a, 0, 0, a->counts[i]))
            a->counts[i] = 0;
    return a->counts[0] + a->counts[1] > 0;
}

static double cost_of_lines(const bul_line_search *s, const bul_broken *broken)
{
    return bul_linebreak_cost(s->paragraph, s->sums, s->shape, broken) -
           BUL_COST_LINE * (double)broken->line_count;
}

/* The cheapest way to so many lines. */
static bul_broken_way way_of(const bul_line_search *s, size_t line_count,
                             const bul_broken *natural)
{
    bul_broken_way way = {0};
    size_t best = BUL_NO_LINE_STATE;
    for (size_t i = s->ending[s->paragraph->box_count]; i != BUL_NO_LINE_STATE;
         i = s->states.items[i].next) {
        const bul_line_state *last = &s->states.items[i];
        if (last->number + 1 == line_count &&
            (best == BUL_NO_LINE_STATE ||
             last->total < s->states.items[best].total))
            best = i;
    }
    if (best == BUL_NO_LINE_STATE)
        return way;
    bul_line_search_collect(s, best, &way.broken);
    way.loss = (cost_of_lines(s, &way.broken) - cost_of_lines(s, natural)) /
               (double)line_count;
    return way;
}

bul_broken_ways bul_linebreak_vary(const bul_paragraph *paragraph,
                                   const bul_fit_sums *sums,
                                   const bul_shape *shape,
                                   const bul_broken *natural,
                                   bul_arena *scratch)
{
    bul_broken_ways ways = {0};
    bul_line_search s = {.paragraph = paragraph, .sums = sums, .shape = shape};
    aim a;
    if (natural->line_count == 0 || natural->line_count > BUL_VARIED_LINES ||
        natural->overfull_count > 0 || !take_aim(&s, natural, &a))
        return ways;
    s = bul_line_search_start(paragraph, sums, shape, scratch);
    s.last_number = SIZE_MAX;
    for (size_t first = 0; first < paragraph->box_count; first++)
        if (first == 0 || s.ending[first] != BUL_NO_LINE_STATE)
            try_decent_lines_from(&s, &a, first);
    ways.fewer = way_of(&s, a.counts[0], natural);
    ways.more = way_of(&s, a.counts[1], natural);
    return ways;
}
