/* SPDX-License-Identifier: MIT */
/* slicing_costs.c - what the parts that are wanted cost at the least.
 *
 * Each depth of a slot has a cost for each set of edges beyond which no title
 * shows, so costs fall as edges are allowed, and the last is the least of
 * all. A pair of parts is passed over where it costs more than the limit
 * leaves, or more than another of the same size with the most that edges can
 * bring: nothing dearer is part of a cheapest page. */
#include "makeup/slicing_parts.h"

enum {
    LEFT = BUL_EDGE_HEAD_LEFT,
    RIGHT = BUL_EDGE_HEAD_RIGHT,
    TOP = BUL_EDGE_HEAD_TOP,
    FOOT = BUL_EDGE_HEAD_FOOT
};

int32_t bul_slicing_cut_cost(const bul_slicing *s, bul_cut cut, unsigned first,
                             unsigned second)
{
    const bul_group *a = &s->groups[first], *b = &s->groups[second];
    int32_t cost =
        s->groups[first | second].priced[cut] - a->priced[cut] - b->priced[cut];
    if (b->rank > a->rank)
        cost += cut == BUL_CUT_DOWN ? BUL_COST_ORDER_ROW : BUL_COST_ORDER_STACK;
    return cost;
}

/* ---- Room. ---- */

static void lay_out_strip(bul_slicing *s, size_t slot)
{
    const uint64_t *wanted = bul_depths(s, s->wanted, slot);
    bul_strip *strip = &s->strips[slot];
    int last = -1;
    for (size_t i = 0; i < s->words; i++) {
        if (wanted[i] == 0)
            continue;
        if (last < 0)
            strip->first = (int)i * 64 + __builtin_ctzll(wanted[i]);
        last = (int)i * 64 + 63 - __builtin_clzll(wanted[i]);
    }
    if (last < 0)
        return;
    strip->count = last - strip->first + 1;
    strip->costs =
        BUL_NEW(s->scratch, int32_t, (size_t)strip->count * s->states);
}

static void empty_strip(const bul_slicing *s, const bul_strip *strip)
{
    size_t count = (size_t)strip->count * s->states;
    for (size_t i = 0; i < count; i++)
        strip->costs[i] = BUL_NEVER;
}

/* An area shows its title at its edges, whatever else may show there. */
static void price_area(const bul_slicing *s, const bul_strip *strip,
                       const bul_area *area)
{
    int depth = area->rows + s->puzzle->gap;
    if (depth < strip->first || depth >= strip->first + strip->count ||
        area->cost < 0 || area->cost > BUL_COST_MOST)
        return;
    int32_t *costs = bul_strip_at(s, strip, depth);
    for (unsigned edges = 0; edges < s->states; edges++)
        if ((area->edges & (s->states - 1) & ~edges) == 0 &&
            area->cost < costs[edges])
            costs[edges] = area->cost;
}

/* A piece is the same in all forms. Its least cost is that of what is wanted
 * of it. */
static void lay_out_piece(bul_slicing *s, size_t index)
{
    const bul_piece *piece = &s->puzzle->pieces[index];
    unsigned set = 1u << index;
    int32_t least = BUL_NEVER;
    for (int columns = 1; columns <= s->columns; columns++) {
        size_t slot = bul_slot(s, set, columns, BUL_FORM_ANY);
        bul_strip *strip = &s->strips[slot];
        lay_out_strip(s, slot);
        empty_strip(s, strip);
        for (size_t i = 0; i < piece->area_count; i++)
            if (piece->areas[i].columns == columns)
                price_area(s, strip, &piece->areas[i]);
        for (int i = 0; i < strip->count; i++) {
            int32_t cost = strip->costs[((size_t)i + 1) * s->states - 1];
            if (cost < least && bul_depth_is_in(bul_depths(s, s->wanted, slot),
                                                strip->first + i))
                least = cost;
        }
        s->strips[slot + BUL_FORM_ROW] = *strip;
        s->strips[slot + BUL_FORM_PILE] = *strip;
    }
    s->groups[set].least_cost = least;
}

void bul_slicing_lay_out(bul_slicing *s)
{
    for (size_t i = 0; i < s->puzzle->piece_count; i++)
        lay_out_piece(s, i);
    for (unsigned set = 1; set <= s->all; set++) {
        if (bul_is_single(set))
            continue;
        unsigned one = set & (~set + 1);
        s->groups[set].least_cost =
            s->groups[one].least_cost + s->groups[set ^ one].least_cost;
        size_t slot = bul_slot(s, set, 1, BUL_FORM_ANY);
        for (size_t i = 0; i < (size_t)s->columns * BUL_FORM_COUNT; i++)
            lay_out_strip(s, slot + i);
    }
}

/* ---- Cuts. ---- */

/* What a cut costs, and the most that the parts together may. */
typedef struct terms {
    int32_t cost, most;
    int32_t reach;
    size_t states;
    unsigned widths; /* bul_cut_widths */
} terms;

static inline bool is_too_dear(const terms *t, int32_t parts,
                               const int32_t *whole)
{
    int32_t cost = parts + t->cost;
    return cost > t->most || cost > whole[t->states - 1] + t->reach;
}

static inline void lower(int32_t *cost, int32_t to)
{
    *cost = to < *cost ? to : *cost;
}

/* The lower part of a stack, as the upper one sees it: what it costs with a
 * title at its foot or without, under anything and under a title. */
typedef struct lower_part {
    int32_t any[2], titled[2];
} lower_part;

static lower_part lower_part_of(const int32_t *b, size_t states, int32_t cost)
{
    const unsigned sides = LEFT | RIGHT;
    lower_part p = {.any = {b[sides] + cost}};
    if (states == 4)
        return p;
    for (unsigned foot = 0; foot < 2; foot++) {
        const int32_t *plane = b + foot * FOOT;
        p.any[foot] = plane[sides | TOP] + cost;
        p.titled[foot] = p.any[foot] + BUL_COST_STACKED;
        lower(&p.titled[foot], plane[sides] + cost);
    }
    return p;
}

static inline void stack_16(int32_t *restrict whole, const int32_t *restrict a,
                            const lower_part *p)
{
    for (size_t i = 0; i < 8; i++) {
        lower(&whole[i], a[i] + p->any[0]);
        lower(&whole[i + 8], a[i] + p->any[1]);
        lower(&whole[i], a[i + 8] + p->titled[0]);
        lower(&whole[i + 8], a[i + 8] + p->titled[1]);
    }
}

static inline void stack_4(int32_t *restrict whole, const int32_t *restrict a,
                           const lower_part *p)
{
    for (size_t i = 0; i < 4; i++)
        lower(&whole[i], a[i] + p->any[0]);
}

/* The title of the left part may show at its right edge, or that of the right
 * one at its left edge; both cost. */
static inline void join_4(int32_t *restrict whole, const int32_t *restrict a,
                          const int32_t *restrict b, int32_t cost)
{
    for (unsigned right = 0; right <= RIGHT; right += RIGHT) {
        int32_t any = b[LEFT | right] + cost;
        int32_t titled = any + BUL_COST_BUMP;
        lower(&titled, b[right] + cost);
        for (unsigned left = 0; left <= LEFT; left++) {
            lower(&whole[left | right], a[left] + any);
            lower(&whole[left | right], a[left | RIGHT] + titled);
        }
    }
}

/* All stacks of one depth of the second part. */
static void stack_on(const bul_slicing *s, const terms *t, size_t above,
                     const bul_strip *under, int depth, size_t whole)
{
    const bul_strip *upper = &s->strips[above], *to = &s->strips[whole];
    const uint64_t *can = bul_depths(s, s->affordable, above);
    const uint64_t *want = bul_depths(s, s->wanted, whole);
    const int32_t *b = bul_strip_at(s, under, depth);
    int32_t least = b[t->states - 1];
    if (upper->least + least + t->cost > t->most)
        return;
    lower_part p = lower_part_of(b, t->states, t->cost);
    for (size_t i = 0; i < s->words; i++) {
        uint64_t left =
            can[i] & bul_depths_less(want, s->words, i, (size_t)depth);
        for (; left != 0; left &= left - 1) {
            int above_depth = (int)i * 64 + __builtin_ctzll(left);
            const int32_t *a = bul_strip_at(s, upper, above_depth);
            int32_t *costs = bul_strip_at(s, to, above_depth + depth);
            if (is_too_dear(t, a[t->states - 1] + least, costs))
                continue;
            if (t->states == 4)
                stack_4(costs, a, &p);
            else
                stack_16(costs, a, &p);
        }
    }
}

static void price_across(const bul_slicing *s, const terms *t, unsigned first,
                         unsigned second)
{
    unsigned widths = s->groups[first].widths[BUL_FORM_ANY] &
                      s->groups[second].widths[BUL_FORM_ROW] & t->widths;
    for (; widths != 0; widths &= widths - 1) {
        int columns = __builtin_ctz(widths);
        size_t whole = bul_slot(s, first | second, columns, BUL_FORM_PILE);
        size_t above = bul_slot(s, first, columns, BUL_FORM_ANY);
        size_t under = bul_slot(s, second, columns, BUL_FORM_ROW);
        if (s->strips[whole].costs == NULL ||
            s->strips[above].least + s->strips[under].least + t->cost > t->most)
            continue;
        const uint64_t *can = bul_depths(s, s->affordable, under);
        for (size_t i = 0; i < s->words; i++)
            for (uint64_t left = can[i]; left != 0; left &= left - 1)
                stack_on(s, t, above, &s->strips[under],
                         (int)i * 64 + __builtin_ctzll(left), whole);
    }
}

static void join_widths(const bul_slicing *s, const terms *t, size_t left,
                        size_t right, size_t whole)
{
    if (s->strips[left].least + s->strips[right].least + t->cost > t->most)
        return;
    const uint64_t *a = bul_depths(s, s->affordable, left);
    const uint64_t *b = bul_depths(s, s->affordable, right);
    const uint64_t *want = bul_depths(s, s->wanted, whole);
    for (size_t i = 0; i < s->words; i++) {
        uint64_t both = a[i] & b[i] & want[i];
        for (; both != 0; both &= both - 1) {
            int depth = (int)i * 64 + __builtin_ctzll(both);
            const int32_t *x = bul_strip_at(s, &s->strips[left], depth);
            const int32_t *y = bul_strip_at(s, &s->strips[right], depth);
            int32_t *to = bul_strip_at(s, &s->strips[whole], depth);
            if (is_too_dear(t, x[t->states - 1] + y[t->states - 1], to))
                continue;
            for (size_t plane = 0; plane < t->states; plane += 4)
                join_4(to + plane, x + plane, y + plane, t->cost);
        }
    }
}

static void price_down(const bul_slicing *s, const terms *t, unsigned first,
                       unsigned second)
{
    unsigned lefts = s->groups[first].widths[BUL_FORM_ANY] & t->widths;
    for (; lefts != 0; lefts &= lefts - 1) {
        int left = __builtin_ctz(lefts);
        unsigned rights = s->groups[second].widths[BUL_FORM_PILE] &
                          ((2u << (s->columns - left)) - 1);
        for (; rights != 0; rights &= rights - 1) {
            int right = __builtin_ctz(rights);
            join_widths(
                s, t, bul_slot(s, first, left, BUL_FORM_ANY),
                bul_slot(s, second, right, BUL_FORM_PILE),
                bul_slot(s, first | second, left + right, BUL_FORM_ROW));
        }
    }
}

/* ---- Sets. ---- */

static void note_affordable(bul_slicing *s, size_t slot, int32_t most)
{
    bul_strip *strip = &s->strips[slot];
    uint64_t *depths = bul_depths(s, s->affordable, slot);
    for (size_t i = 0; i < s->words; i++)
        depths[i] = 0;
    strip->least = BUL_NEVER;
    for (int i = 0; i < strip->count; i++) {
        int depth = strip->first + i;
        int32_t cost = strip->costs[((size_t)i + 1) * s->states - 1];
        lower(&strip->least, cost);
        if (cost <= most)
            depths[depth / 64] |= UINT64_C(1) << (depth % 64);
    }
}

/* Any form is the cheaper of the two. */
static void merge_forms(bul_slicing *s, size_t slot)
{
    const bul_strip *any = &s->strips[slot];
    for (size_t form = BUL_FORM_ROW; form < BUL_FORM_COUNT; form++) {
        const bul_strip *part = &s->strips[slot + form];
        for (int i = 0; i < part->count; i++) {
            int depth = part->first + i;
            if (depth < any->first || depth >= any->first + any->count)
                continue;
            const int32_t *from = bul_strip_at(s, part, depth);
            int32_t *to = bul_strip_at(s, any, depth);
            for (size_t state = 0; state < s->states; state++)
                lower(&to[state], from[state]);
        }
    }
}

/* Once its cuts are priced: the rest of what later sets look up. */
static void close_set(bul_slicing *s, unsigned set, int32_t most)
{
    int32_t *cheapest = s->groups[set].cheapest;
    for (size_t form = 0; form < BUL_FORM_COUNT; form++)
        cheapest[form] = BUL_NEVER;
    for (int columns = 1; columns <= s->columns; columns++) {
        size_t slot = bul_slot(s, set, columns, BUL_FORM_ANY);
        if (!bul_is_single(set))
            merge_forms(s, slot);
        for (size_t form = 0; form < BUL_FORM_COUNT; form++) {
            note_affordable(s, slot + form, most);
            lower(&cheapest[form], s->strips[slot + form].least);
        }
    }
}

/* Empties a set's strips. False: nothing of it is wanted. */
static bool open_set(bul_slicing *s, unsigned set)
{
    bool is_wanted = false;
    size_t slot = bul_slot(s, set, 1, BUL_FORM_ANY);
    for (size_t i = 0; i < (size_t)s->columns * BUL_FORM_COUNT; i++) {
        empty_strip(s, &s->strips[slot + i]);
        is_wanted = is_wanted || s->strips[slot + i].count > 0;
    }
    return is_wanted;
}

/* Prices all cuts of a set between these parts, if any can be afforded. */
static void price_cut(const bul_slicing *s, bul_cut cut, unsigned first,
                      unsigned second, terms *t)
{
    bool is_down = cut == BUL_CUT_DOWN;
    int32_t parts =
        s->groups[first].cheapest[BUL_FORM_ANY] +
        s->groups[second].cheapest[is_down ? BUL_FORM_PILE : BUL_FORM_ROW];
    if (parts > t->most)
        return;
    t->widths = bul_cut_widths(s, cut, first, second);
    if (t->widths == 0)
        return;
    t->cost = bul_slicing_cut_cost(s, cut, first, second);
    if (parts + t->cost > t->most)
        return;
    if (is_down)
        price_down(s, t, first, second);
    else
        price_across(s, t, first, second);
}

static void price_set(bul_slicing *s, unsigned set, int32_t most)
{
    if (!open_set(s, set))
        return;
    terms t = {.most = most, .reach = s->reach, .states = s->states};
    for (unsigned first = bul_next_part(set, 0); first != set;
         first = bul_next_part(set, first)) {
        price_cut(s, BUL_CUT_ACROSS, first, set ^ first, &t);
        price_cut(s, BUL_CUT_DOWN, first, set ^ first, &t);
    }
}

void bul_slicing_price(bul_slicing *s, int32_t limit)
{
    for (unsigned set = 1; set <= s->all; set++) {
        int32_t others = s->groups[s->all].least_cost;
        int32_t most = limit - (others - s->groups[set].least_cost);
        if (!bul_is_single(set))
            price_set(s, set, most);
        close_set(s, set, most);
    }
}
