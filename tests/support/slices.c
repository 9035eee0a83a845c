/* SPDX-License-Identifier: MIT */
/* slices.c - all trees, one after another. */
#include "support/slices.h"

static unsigned edges_of(const bul_page_puzzle *page, const tree *t)
{
    if (t->cut == BUL_CUT_NONE)
        return page->pieces[t->piece].areas[t->area].edges;
    unsigned a = edges_of(page, t->first), b = edges_of(page, t->second);
    const unsigned level = BUL_EDGE_HEAD_TOP | BUL_EDGE_HEAD_FOOT;
    if (t->cut == BUL_CUT_DOWN)
        return (a & BUL_EDGE_HEAD_LEFT) | (b & BUL_EDGE_HEAD_RIGHT) |
               ((a | b) & level);
    const unsigned upper =
        BUL_EDGE_HEAD_LEFT | BUL_EDGE_HEAD_RIGHT | BUL_EDGE_HEAD_TOP;
    return (a & upper) | (b & BUL_EDGE_HEAD_FOOT);
}

static int rank_of(const bul_page_puzzle *page, const tree *t)
{
    if (t->cut == BUL_CUT_NONE)
        return page->pieces[t->piece].rank;
    int a = rank_of(page, t->first), b = rank_of(page, t->second);
    return a > b ? a : b;
}

static int32_t prices_of(const bul_page_puzzle *page, const tree *t)
{
    int32_t sum = 0;
    for (size_t i = 0; i < page->price_count; i++) {
        const bul_pair_price *price = &page->prices[i];
        unsigned one = 1u << price->first, other = 1u << price->second;
        bool is_met =
            ((t->first->pieces & one) && (t->second->pieces & other)) ||
            ((t->first->pieces & other) && (t->second->pieces & one));
        if (is_met && price->is_down == (t->cut == BUL_CUT_DOWN))
            sum += price->cost;
    }
    return sum;
}

/* The cut alone. */
static int32_t cost_of_cut(const bul_page_puzzle *page, const tree *t,
                           left_out without)
{
    unsigned a = edges_of(page, t->first), b = edges_of(page, t->second);
    bool is_down = t->cut == BUL_CUT_DOWN;
    int32_t cost = 0;
    if (is_down && without != BUMPS && (a & BUL_EDGE_HEAD_RIGHT) &&
        (b & BUL_EDGE_HEAD_LEFT))
        cost += 30;
    if (!is_down && without != STACKED_TITLES && (a & BUL_EDGE_HEAD_FOOT) &&
        (b & BUL_EDGE_HEAD_TOP))
        cost += 30;
    if (rank_of(page, t->second) > rank_of(page, t->first)) {
        if (is_down)
            cost += without == ORDER_IN_ROWS ? 0 : 6;
        else
            cost += without == ORDER_IN_STACKS ? 0 : 12;
    }
    if (without != (is_down ? PRICES_DOWN : PRICES_ACROSS))
        cost += prices_of(page, t);
    return cost;
}

int32_t slices_cost(const bul_page_puzzle *page, const tree *t,
                    left_out without)
{
    if (t->cut == BUL_CUT_NONE)
        return without == AREAS ? 0
                                : page->pieces[t->piece].areas[t->area].cost;
    return slices_cost(page, t->first, without) +
           slices_cost(page, t->second, without) +
           cost_of_cut(page, t, without);
}

/* Columns that side columns take at the left and the right of a page. */
typedef struct margins {
    int left, right;
} margins;

/* That of the first area, by columns, that the page can hold. */
static int width_of_side(const bul_page_puzzle *page, const bul_piece *piece)
{
    for (size_t i = 0; i < piece->area_count; i++)
        if (piece->areas[i].rows <= page->rows &&
            piece->areas[i].columns <= page->columns)
            return piece->areas[i].columns;
    return 0;
}

static margins margins_of(const bul_page_puzzle *page)
{
    margins m = {0, 0};
    for (size_t i = 0; i < page->piece_count; i++) {
        int width = width_of_side(page, &page->pieces[i]);
        if (width == page->columns)
            continue;
        if (page->pieces[i].hold == BUL_HOLD_LEFT_SIDE)
            m.left = width;
        if (page->pieces[i].hold == BUL_HOLD_RIGHT_SIDE)
            m.right = width;
    }
    return m;
}

/* Where holds want a piece, told from where it lies. */
typedef struct place {
    bool is_first, is_last; /* at the very edge of the page */
    bool is_left, is_right, is_high, is_low;
    int columns;
} place;

static bool is_held_there(const bul_page_puzzle *page, const bul_piece *piece,
                          place at)
{
    switch (piece->hold) {
    case BUL_HOLD_NONE:
        return true;
    case BUL_HOLD_TOP_LEFT:
        return at.is_high && at.is_left;
    case BUL_HOLD_TOP_RIGHT:
        return at.is_high && at.is_right;
    case BUL_HOLD_FOOT_LEFT:
        return at.is_low && at.is_left;
    case BUL_HOLD_FOOT_RIGHT:
        return at.is_low && at.is_right;
    case BUL_HOLD_TOP:
        return at.is_high && at.is_left && at.is_right;
    case BUL_HOLD_FOOT:
        return at.is_low && at.is_left && at.is_right;
    case BUL_HOLD_LEFT_SIDE:
        return at.is_high && at.is_first &&
               at.columns == width_of_side(page, piece);
    case BUL_HOLD_RIGHT_SIDE:
        return at.is_high && at.is_last &&
               at.columns == width_of_side(page, piece);
    }
    return false;
}

/* A side column is cut off before anything in it or beside it is cut across:
 * the columns of the narrowest that has its piece in a tree. */
static int narrowest_side(const bul_page_puzzle *page, const tree *t)
{
    int columns = page->columns;
    for (size_t i = 0; i < page->piece_count; i++) {
        const bul_piece *piece = &page->pieces[i];
        int width = width_of_side(page, piece);
        bool is_side = piece->hold == BUL_HOLD_LEFT_SIDE ||
                       piece->hold == BUL_HOLD_RIGHT_SIDE;
        if (is_side && (t->pieces >> i & 1) != 0 && width < columns)
            columns = width;
    }
    return columns;
}

bool slices_keep_holds(const bul_page_puzzle *page, const tree *t, int column,
                       int row, const tree *whole)
{
    if (t->cut == BUL_CUT_NONE) {
        margins m = margins_of(page);
        int rest = whole->columns - m.right, end = column + t->columns;
        bool straddles =
            (column < m.left && end > m.left) || (column < rest && end > rest);
        place at = {.is_first = column == 0,
                    .is_last = end == whole->columns,
                    .is_left = column == 0 || column == m.left,
                    .is_right = end == whole->columns || end == rest,
                    .is_high = row == 0,
                    .is_low = row + t->depth == whole->depth,
                    .columns = t->columns};
        return !straddles && is_held_there(page, &page->pieces[t->piece], at);
    }
    bool is_down = t->cut == BUL_CUT_DOWN;
    return (is_down || t->columns <= narrowest_side(page, t)) &&
           slices_keep_holds(page, t->first, column, row, whole) &&
           slices_keep_holds(page, t->second,
                             column + (is_down ? t->first->columns : 0),
                             row + (is_down ? 0 : t->first->depth), whole);
}

bool slices_are_in_order(const tree *t)
{
    return t->cut == BUL_CUT_NONE ||
           (t->second->cut != t->cut && slices_are_in_order(t->first) &&
            slices_are_in_order(t->second));
}

/* ---- All trees. ---- */

static void add_tree(const bul_page_puzzle *page, bul_arena *arena,
                     slices_list *to, tree t)
{
    if (t.columns <= page->columns && t.depth <= page->rows + page->gap)
        *BUL_PUSH(arena, to) = bul_arena_copy(arena, &t, sizeof t);
}

static void add_pair(const bul_page_puzzle *page, bul_arena *arena,
                     slices_list *to, const tree *a, const tree *b)
{
    tree t = {.first = a, .second = b, .pieces = a->pieces | b->pieces};
    if (a->columns == b->columns) {
        t.cut = BUL_CUT_ACROSS;
        t.columns = a->columns;
        t.depth = a->depth + b->depth;
        add_tree(page, arena, to, t);
    }
    if (a->depth == b->depth) {
        t.cut = BUL_CUT_DOWN;
        t.columns = a->columns + b->columns;
        t.depth = a->depth;
        add_tree(page, arena, to, t);
    }
}

static void add_leaves(const bul_page_puzzle *page, bul_arena *arena,
                       slices_list *to, size_t piece)
{
    for (size_t i = 0; i < page->pieces[piece].area_count; i++) {
        const bul_area *area = &page->pieces[piece].areas[i];
        tree t = {.piece = piece,
                  .area = i,
                  .pieces = 1u << piece,
                  .columns = area->columns,
                  .depth = area->rows + page->gap};
        add_tree(page, arena, to, t);
    }
}

slices_list slices_all(const bul_page_puzzle *page, bul_arena *arena)
{
    slices_list of[1u << SLICES_MOST_PIECES] = {0};
    unsigned all = (1u << page->piece_count) - 1;
    for (size_t i = 0; i < page->piece_count; i++)
        add_leaves(page, arena, &of[1u << i], i);
    for (unsigned set = 1; set <= all; set++)
        for (unsigned first = 1; first < set; first++) {
            if ((first & ~set) != 0)
                continue;
            const slices_list *a = &of[first], *b = &of[set ^ first];
            for (size_t i = 0; i < a->count; i++)
                for (size_t j = 0; j < b->count; j++)
                    add_pair(page, arena, &of[set], a->items[i], b->items[j]);
        }
    return of[all];
}

/* ---- What is the least? ---- */

/* By first cut: two directions, the pieces of the first part. */
#define FIRST_CUTS (3u << SLICES_MOST_PIECES)

static void lower(int32_t *cost, int32_t to)
{
    if (*cost < 0 || to < *cost)
        *cost = to;
}

static bool is_page(const bul_page_puzzle *page, const tree *t,
                    left_out without)
{
    return t->columns == page->columns &&
           (without == HOLDS || slices_keep_holds(page, t, 0, 0, t));
}

least slices_least(const bul_page_puzzle *page, const slices_list *trees,
                   int rows, left_out without)
{
    int32_t by_cut[FIRST_CUTS];
    for (size_t i = 0; i < FIRST_CUTS; i++)
        by_cut[i] = -1;
    least found = {-1, -1, -1};
    for (size_t i = 0; i < trees->count; i++) {
        const tree *t = trees->items[i];
        if (t->depth != rows + page->gap || !is_page(page, t, without))
            continue;
        int32_t cost = slices_cost(page, t, without);
        lower(&found.cost, cost);
        unsigned first = t->cut == BUL_CUT_NONE ? 0 : t->first->pieces;
        if (slices_are_in_order(t))
            lower(&by_cut[((unsigned)t->cut << SLICES_MOST_PIECES) + first],
                  cost);
    }
    for (size_t i = 0; i < FIRST_CUTS; i++) {
        if (by_cut[i] < 0)
            continue;
        if (found.in_order < 0 || by_cut[i] < found.in_order) {
            found.runner_up = found.in_order;
            found.in_order = by_cut[i];
        } else {
            lower(&found.runner_up, by_cut[i]);
        }
    }
    return found;
}
