/* SPDX-License-Identifier: MIT */
/* slicing_tree.c - the tree behind a cost: costs are worked out once for all
 * parts, and how a part came by its own is looked for again where it is on
 * the page at last. The first that fits is taken, in the order that
 * slicing.h gives. */
#include "makeup/slicing_parts.h"

/* A part that is looked for: what it holds, how large it is, how it may be
 * made, the edges where titles may show, and what it costs. */
typedef struct sought {
    unsigned set;
    int columns, depth;
    bul_form form;
    unsigned edges;
    int32_t cost;
} sought;

/* ---- How two parts meet. ---- */

#define WAYS 3

/* Titles may touch the cut from one side, from the other, or, for a price,
 * from both. Sets the edges of the parts and returns what that costs. */
static int32_t meet(bul_cut cut, unsigned edges, int way, unsigned *first,
                    unsigned *second)
{
    const unsigned foot = BUL_EDGE_HEAD_FOOT;
    unsigned ours = BUL_EDGE_HEAD_RIGHT, theirs = BUL_EDGE_HEAD_LEFT;
    *first = *second = edges;
    if (cut == BUL_CUT_ACROSS) {
        ours = foot;
        theirs = BUL_EDGE_HEAD_TOP;
        *second = edges | ~foot;
    }
    *first = way == 1 ? *first & ~ours : *first | ours;
    *second = way == 0 ? *second & ~theirs : *second | theirs;
    if (way < 2)
        return 0;
    return cut == BUL_CUT_DOWN ? BUL_COST_BUMP : BUL_COST_STACKED;
}

/* What a part costs at the least; BUL_NEVER where that is not known. */
static int32_t cost_of(const bul_slicing *s, const sought *part)
{
    const bul_strip *strip =
        &s->strips[bul_slot(s, part->set, part->columns, part->form)];
    if (part->depth < strip->first ||
        part->depth >= strip->first + strip->count)
        return BUL_NEVER;
    unsigned state = part->edges & (unsigned)(s->states - 1);
    return bul_strip_at(s, strip, part->depth)[state];
}

/* Lays out the parts of a cut `at` columns from the left or, across, that
 * deep. */
static void part_at(const sought *whole, bul_cut cut, int at, sought *first,
                    sought *second)
{
    first->form = BUL_FORM_ANY;
    first->columns = second->columns = whole->columns;
    first->depth = second->depth = whole->depth;
    if (cut == BUL_CUT_DOWN) {
        first->columns = at;
        second->columns = whole->columns - at;
        second->form = BUL_FORM_PILE;
    } else {
        first->depth = at;
        second->depth = whole->depth - at;
        second->form = BUL_FORM_ROW;
    }
}

/* Where a cut between these pieces may lie: from `from` to before `end`, as
 * far as holds go only where `widths` says. */
typedef struct places {
    int from, end;
    unsigned widths; /* bul_cut_widths */
} places;

static places places_of(const bul_slicing *s, const sought *whole, bul_cut cut,
                        const sought *first, const sought *second)
{
    unsigned widths = bul_cut_widths(s, cut, first->set, second->set);
    if (widths == 0)
        return (places){0};
    if (cut == BUL_CUT_DOWN)
        return (places){1, whole->columns, widths};
    const bul_strip *strip =
        &s->strips[bul_slot(s, first->set, whole->columns, BUL_FORM_ANY)];
    int end = strip->first + strip->count;
    return (places){strip->first, end < whole->depth ? end : whole->depth,
                    widths};
}

static bool is_allowed(const places *at, bul_cut cut, const sought *whole)
{
    int width = cut == BUL_CUT_DOWN ? at->from : whole->columns;
    return (at->widths >> width & 1) != 0;
}

/* The least that a cut between these pieces can cost. It stops at the first
 * place where it costs what `whole` does. */
static int32_t try_pieces(const bul_slicing *s, const sought *whole,
                          bul_cut cut, sought *first, sought *second)
{
    int32_t least = BUL_NEVER;
    int32_t own = bul_slicing_cut_cost(s, cut, first->set, second->set);
    places at = places_of(s, whole, cut, first, second);
    for (; at.from < at.end; at.from++) {
        part_at(whole, cut, at.from, first, second);
        for (int way = 0; way < WAYS && is_allowed(&at, cut, whole); way++) {
            int32_t met =
                meet(cut, whole->edges, way, &first->edges, &second->edges);
            first->cost = cost_of(s, first);
            second->cost = cost_of(s, second);
            int32_t cost = first->cost + second->cost + own + met;
            least = cost < least ? cost : least;
            if (cost == whole->cost)
                return cost;
        }
    }
    return least;
}

/* ---- The tree. ---- */

static bool find_cut_so(const bul_slicing *s, const sought *whole, bul_cut cut,
                        sought *first, sought *second)
{
    for (unsigned set = bul_next_part(whole->set, 0); set != whole->set;
         set = bul_next_part(whole->set, set)) {
        first->set = set;
        second->set = whole->set ^ set;
        if (try_pieces(s, whole, cut, first, second) == whole->cost)
            return true;
    }
    return false;
}

static bul_cut find_cut(const bul_slicing *s, const sought *whole,
                        sought *first, sought *second)
{
    if (whole->form != BUL_FORM_ROW &&
        find_cut_so(s, whole, BUL_CUT_ACROSS, first, second))
        return BUL_CUT_ACROSS;
    if (whole->form != BUL_FORM_PILE &&
        find_cut_so(s, whole, BUL_CUT_DOWN, first, second))
        return BUL_CUT_DOWN;
    return BUL_CUT_NONE;
}

static void find_area(const bul_slicing *s, const sought *part, bul_part *to)
{
    to->piece = (size_t)__builtin_ctz(part->set);
    const bul_piece *piece = &s->puzzle->pieces[to->piece];
    unsigned hidden = ~part->edges & (unsigned)(s->states - 1);
    for (size_t i = 0; i < piece->area_count; i++) {
        const bul_area *area = &piece->areas[i];
        if (area->columns == part->columns && area->rows == to->rows &&
            area->cost == part->cost && (area->edges & hidden) == 0) {
            to->area = i;
            return;
        }
    }
}

/* Draws a part at `index`, the parts in it behind. Returns the index after
 * them. */
static size_t draw(const bul_slicing *s, const sought *part, bul_part *parts,
                   size_t index)
{
    bul_part *to = &parts[index];
    to->columns = part->columns;
    to->rows = part->depth - s->puzzle->gap;
    to->cost = part->cost;
    if (bul_is_single(part->set)) {
        find_area(s, part, to);
        return index + 1;
    }
    sought first = {0}, second = {0};
    to->cut = find_cut(s, part, &first, &second);
    to->first = index + 1;
    parts[to->first].column = to->column;
    parts[to->first].row = to->row;
    to->second = draw(s, &first, parts, to->first);
    bool is_down = to->cut == BUL_CUT_DOWN;
    parts[to->second].column = to->column + (is_down ? first.columns : 0);
    parts[to->second].row = to->row + (is_down ? 0 : first.depth);
    return draw(s, &second, parts, to->second);
}

static sought whole_page(const bul_slicing *s, int32_t cost)
{
    return (sought){.set = s->all,
                    .columns = s->columns,
                    .depth = s->depth,
                    .edges = ~0u,
                    .cost = cost};
}

void bul_slicing_draw(const bul_slicing *s, int32_t cost, bul_part *parts)
{
    sought page = whole_page(s, cost);
    draw(s, &page, parts, 0);
}

/* ---- First cuts. ---- */

static bool is_fillable(const bul_slicing *s, const sought *part)
{
    size_t slot = bul_slot(s, part->set, part->columns, part->form);
    return bul_depth_is_in(bul_depths(s, s->fillable, slot), part->depth);
}

static bool can_cut(const bul_slicing *s, const sought *whole, bul_cut cut,
                    sought *first, sought *second)
{
    places at = places_of(s, whole, cut, first, second);
    for (; at.from < at.end; at.from++) {
        part_at(whole, cut, at.from, first, second);
        if (is_allowed(&at, cut, whole) && is_fillable(s, first) &&
            is_fillable(s, second))
            return true;
    }
    return false;
}

static void add_cut(const bul_slicing *s, bul_cut cut, unsigned set,
                    bul_first_cuts *cuts)
{
    const sought page = whole_page(s, -1);
    sought first = {.set = set}, second = {.set = s->all ^ set};
    if (!can_cut(s, &page, cut, &first, &second))
        return;
    cuts->count++;
    int32_t cost = try_pieces(s, &page, cut, &first, &second);
    if (cost < cuts->best) {
        cuts->second = cuts->best;
        cuts->best = cost;
    } else if (cost < cuts->second) {
        cuts->second = cost;
    }
}

bul_first_cuts bul_slicing_first_cuts(const bul_slicing *s)
{
    bul_first_cuts cuts = {.best = BUL_NEVER, .second = BUL_NEVER};
    if (bul_is_single(s->all)) {
        const sought page = whole_page(s, -1);
        cuts.best = cost_of(s, &page);
        cuts.count = 1;
        return cuts;
    }
    for (unsigned set = bul_next_part(s->all, 0); set != s->all;
         set = bul_next_part(s->all, set)) {
        add_cut(s, BUL_CUT_ACROSS, set, &cuts);
        add_cut(s, BUL_CUT_DOWN, set, &cuts);
    }
    return cuts;
}
