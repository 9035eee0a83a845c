/* SPDX-License-Identifier: MIT */
#include "layout/modular_page.h"

#define MOST_PRICES 24 /* pairs of titles that are priced before giving in */
#define MOST_MOVES  45 /* pairs of articles of a page */
#define COST_MOVED  20 /* of a pair that stands otherwise than last time */
#define PRICE       35 /* of such a pair */

/* ---- Puzzles. ---- */

int bul_level_rank(const bul_article *article)
{
    static const int ranks[BUL_LEVEL_COUNT] = {
        [BUL_LEVEL_NORMAL] = 3, [BUL_LEVEL_LEAD] = 6, [BUL_LEVEL_SECOND] = 5,
        [BUL_LEVEL_MAJOR] = 4,  [BUL_LEVEL_SOFT] = 2, [BUL_LEVEL_BRIEF] = 1,
        [BUL_LEVEL_PHOTO] = 2};
    return article->is_filler ? 0 : ranks[article->level];
}

bul_hold bul_modular_hold(const bul_template *template,
                          const bul_article *article)
{
    static const bul_hold holds[] = {[BUL_PIN_NONE] = BUL_HOLD_NONE,
                                     [BUL_PIN_TOP_LEFT] = BUL_HOLD_TOP_LEFT,
                                     [BUL_PIN_TOP_RIGHT] = BUL_HOLD_TOP_RIGHT,
                                     [BUL_PIN_FOOT_LEFT] = BUL_HOLD_FOOT_LEFT,
                                     [BUL_PIN_FOOT_RIGHT] = BUL_HOLD_FOOT_RIGHT,
                                     [BUL_PIN_TOP] = BUL_HOLD_TOP,
                                     [BUL_PIN_FOOT] = BUL_HOLD_FOOT,
                                     [BUL_PIN_EAR] = BUL_HOLD_NONE,
                                     [BUL_PIN_LEFT_SIDE] = BUL_HOLD_LEFT_SIDE,
                                     [BUL_PIN_RIGHT_SIDE] = BUL_HOLD_RIGHT_SIDE,
                                     [BUL_PIN_SIDE] = BUL_HOLD_RIGHT_SIDE};
    if (article->pin == BUL_PIN_SIDE && template->has_left_side)
        return BUL_HOLD_LEFT_SIDE;
    return holds[article->pin];
}

static void free_sides(bul_piece *pieces, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].hold == BUL_HOLD_LEFT_SIDE)
            pieces[i].hold = BUL_HOLD_TOP_LEFT;
        if (pieces[i].hold == BUL_HOLD_RIGHT_SIDE)
            pieces[i].hold = BUL_HOLD_TOP_RIGHT;
    }
}

bool bul_modular_page_has_side(const bul_compositor *c,
                               const bul_modular_page *page)
{
    for (size_t i = 0; i < page->count; i++)
        if (bul_hold_is_side(
                bul_modular_hold(c->template, page->elastics[i]->article)))
            return true;
    return false;
}

/* Where every article stood on this page last time, their order then is what
 * counts; else their level. */
static int rank_of(const bul_elastic *elastic, bool as_last_time)
{
    if (!as_last_time)
        return bul_level_rank(elastic->article);
    return -(elastic->last->row * BUL_PAGE_COLUMNS + elastic->last->column);
}

static bool was_page(const bul_modular_page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        const bul_last_place *last = page->elastics[i]->last;
        if (last == NULL || last->page != page->elastics[0]->last->page)
            return false;
    }
    return true;
}

static bul_page_puzzle puzzle_of(const bul_compositor *c,
                                 const bul_modular_page *page,
                                 bul_piece *pieces)
{
    bool as_last_time = was_page(page);
    for (size_t i = 0; i < page->count; i++) {
        const bul_elastic *elastic = page->elastics[i];
        pieces[i] =
            (bul_piece){elastic->areas.items, elastic->areas.count,
                        rank_of(elastic, as_last_time),
                        bul_modular_hold(c->template, elastic->article)};
    }
    if (page->frees_sides)
        free_sides(pieces, page->count);
    return (bul_page_puzzle){.pieces = pieces,
                             .piece_count = page->count,
                             .columns = c->template->column_count,
                             .rows = page->rows,
                             .gap = c->template->story_rows};
}

/* ---- Titles that meet. ---- */

/* A head on the page. */
typedef struct placed_head {
    size_t piece;
    int column, columns, row, rows;
    bool is_shut; /* a frame or box parts it from others */
} placed_head;

const bul_variant *bul_modular_variant(const bul_elastic *elastic,
                                       const bul_part *part)
{
    size_t variant = elastic->areas.items[part->area].variant;
    return &elastic->variants.items[variant];
}

/* Rows of a picture on top, and the white under it. */
static int picture_over_head(const bul_variant *variant)
{
    return variant->picture_on_top ? variant->pictures[0].rows + 1 : 0;
}

int bul_modular_head_columns(const bul_elastic *elastic,
                             const bul_variant *variant)
{
    const bul_area *area = NULL;
    for (size_t i = 0; i < elastic->areas.count; i++)
        if (&elastic->variants.items[elastic->areas.items[i].variant] ==
            variant)
            area = &elastic->areas.items[i];
    bool is_narrow = area && (area->edges & BUL_EDGE_HEAD_LEFT) &&
                     !(area->edges & BUL_EDGE_HEAD_RIGHT);
    return is_narrow && variant->columns > 1 ? variant->columns - 1
                                             : variant->columns;
}

static size_t place_heads(const bul_modular_page *page, placed_head *heads)
{
    size_t count = 0;
    for (size_t i = 0; i < page->dummy.part_count; i++) {
        const bul_part *part = &page->dummy.parts[i];
        if (part->cut != BUL_CUT_NONE || part->piece >= page->count)
            continue;
        const bul_elastic *elastic = page->elastics[part->piece];
        const bul_variant *variant = bul_modular_variant(elastic, part);
        const bul_head *head = bul_elastic_head(elastic, variant);
        if (head->title_lines == 0)
            continue;
        heads[count++] =
            (placed_head){part->piece,
                          part->column,
                          bul_modular_head_columns(elastic, variant),
                          part->row + picture_over_head(variant),
                          head->rows,
                          bul_elastic_is_boxed(elastic, variant)};
    }
    return count;
}

static int overlap(int a, int a_size, int b, int b_size)
{
    int from = a > b ? a : b;
    int to = a + a_size < b + b_size ? a + a_size : b + b_size;
    return to > from ? to - from : 0;
}

/* 并题: side by side, with more than half of the lower one beside the other. */
static bool are_beside(const placed_head *a, const placed_head *b)
{
    if (a->is_shut || b->is_shut)
        return false;
    bool touch = a->column + a->columns == b->column ||
                 b->column + b->columns == a->column;
    int least = a->rows < b->rows ? a->rows : b->rows;
    return touch && overlap(a->row, a->rows, b->row, b->rows) * 2 > least;
}

/* 叠题: one right under the other, only the gap between. */
static bool are_stacked(const placed_head *a, const placed_head *b, int gap)
{
    if (a->is_shut || b->is_shut)
        return false;
    bool touch = a->row + a->rows + gap >= b->row && a->row < b->row;
    return touch && overlap(a->column, a->columns, b->column, b->columns) > 0;
}

/* ---- Pages that were made before. ---- */

/* Does `a` end before `b` begins, and by a cut of which kind? */
static bool was_above(const bul_last_place *a, const bul_last_place *b)
{
    return a->row + a->rows <= b->row;
}

static bool was_left(const bul_last_place *a, const bul_last_place *b)
{
    return a->column + a->columns <= b->column;
}

/* Two that stood one above the other do not stand side by side now for
 * nothing, nor the other way round: what was not touched keeps its place. */
static size_t price_moves(const bul_modular_page *page, bul_pair_price *prices)
{
    size_t count = 0;
    for (size_t i = 0; i < page->count; i++)
        for (size_t n = i + 1; n < page->count; n++) {
            const bul_last_place *a = page->elastics[i]->last;
            const bul_last_place *b = page->elastics[n]->last;
            if (a == NULL || b == NULL || a->page != b->page)
                continue;
            bool across = was_above(a, b) || was_above(b, a);
            bool down = was_left(a, b) || was_left(b, a);
            if (across != down)
                prices[count++] = (bul_pair_price){(uint8_t)i, (uint8_t)n,
                                                   across, COST_MOVED};
        }
    return count;
}

/* Counts them; pairs beside each other go to `prices` while there is room. */
static size_t judge_heads(const bul_compositor *c, bul_modular_page *page,
                          bul_pair_price *prices, size_t price_count,
                          size_t most)
{
    placed_head heads[BUL_PAGE_PIECES];
    size_t count = place_heads(page, heads);
    page->bumps = page->stacked = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t n = 0; n < count; n++) {
            bool beside = i < n && are_beside(&heads[i], &heads[n]);
            bool stacked = i != n && are_stacked(&heads[i], &heads[n],
                                                 c->template->story_rows);
            page->bumps += beside ? 1 : 0;
            page->stacked += stacked ? 1 : 0;
            if ((beside || stacked) && price_count < most)
                prices[price_count++] =
                    (bul_pair_price){(uint8_t)heads[i].piece,
                                     (uint8_t)heads[n].piece, beside, PRICE};
        }
    return price_count;
}

/* 加框: the article may only stand so that no title shows at its edges. */
static bul_piece without_edges(bul_arena *arena, const bul_piece *piece)
{
    bul_area *areas = BUL_NEW(arena, bul_area, piece->area_count + 1);
    bul_piece shut = *piece;
    shut.areas = areas;
    shut.area_count = 0;
    for (size_t i = 0; i < piece->area_count; i++)
        if (piece->areas[i].edges == 0)
            areas[shut.area_count++] = piece->areas[i];
    return shut;
}

/* Its part names the area by its place among all of the piece. */
static void restore_area_of(bul_arena *arena, bul_modular_page *page,
                            const bul_piece *piece, size_t index)
{
    bul_part *parts = BUL_NEW(arena, bul_part, page->dummy.part_count);
    for (size_t i = 0; i < page->dummy.part_count; i++) {
        bul_part *part = &parts[i];
        *part = page->dummy.parts[i];
        if (part->cut != BUL_CUT_NONE || part->piece != index)
            continue;
        for (size_t n = 0; n < piece->area_count; n++)
            if (piece->areas[n].columns == part->columns &&
                piece->areas[n].rows == part->rows &&
                piece->areas[n].edges == 0)
                part->area = n;
    }
    page->dummy.parts = parts;
}

/* Where prices did not part two titles, a frame about one of them does. */
static void try_frames(const bul_compositor *c, bul_modular_page *best,
                       const bul_page_puzzle *puzzle)
{
    bul_piece pieces[BUL_PAGE_PIECES];
    for (size_t i = 0; i < puzzle->piece_count; i++) {
        bul_modular_page page = *best;
        bul_page_puzzle framed = *puzzle;
        for (size_t n = 0; n < puzzle->piece_count; n++)
            pieces[n] = puzzle->pieces[n];
        pieces[i] = without_edges(c->arena, &puzzle->pieces[i]);
        framed.pieces = pieces;
        if (pieces[i].area_count == 0)
            continue;
        page.dummy = bul_slice(&framed, c->arena, c->scratch);
        if (!page.dummy.is_closed)
            continue;
        restore_area_of(c->arena, &page, &puzzle->pieces[i], i);
        judge_heads(c, &page, NULL, 0, 0);
        if (page.bumps + page.stacked < best->bumps + best->stacked)
            *best = page;
        if (best->bumps + best->stacked == 0)
            return;
    }
}

bool bul_modular_page_solve(const bul_compositor *c, bul_modular_page *page,
                            int white_rows)
{
    bul_piece pieces[BUL_PAGE_PIECES];
    bul_pair_price prices[MOST_PRICES + MOST_MOVES];
    bul_page_puzzle puzzle = puzzle_of(c, page, pieces);
    puzzle.rows -= white_rows;
    bul_modular_page best = *page;
    bool found = false;
    size_t moves = price_moves(page, prices);
    size_t price_count = moves;
    for (;;) {
        puzzle.prices = prices;
        puzzle.price_count = price_count;
        page->dummy = bul_slice(&puzzle, c->arena, c->scratch);
        if (!page->dummy.is_closed)
            break;
        size_t more =
            judge_heads(c, page, prices, price_count, moves + MOST_PRICES);
        int faults = page->bumps + page->stacked;
        if (!found || faults < best.bumps + best.stacked)
            best = *page;
        found = true;
        if (faults == 0 || more == price_count)
            break;
        price_count = more;
    }
    if (found && best.bumps + best.stacked > 0) {
        puzzle.price_count = moves;
        try_frames(c, &best, &puzzle);
    }
    *page = best;
    page->white_rows = white_rows;
    page->blanks = page->white_cells = 0;
    return found;
}

/* ---- Pages that are not filled. ---- */

/* White of any size, a cell of it costing as much as any other. */
static size_t blank_areas(const bul_compositor *c, int columns, int rows,
                          bul_area **areas)
{
    size_t count = 0;
    *areas = BUL_NEW(c->arena, bul_area, (size_t)columns * (size_t)rows + 1);
    for (int wide = 1; wide <= columns; wide++)
        for (int deep = 1; deep <= rows; deep++)
            (*areas)[count++] =
                (bul_area){.columns = wide, .rows = deep, .cost = wide * deep};
    return count;
}

static bool solve_with_blanks(const bul_compositor *c, bul_modular_page *page,
                              int blanks)
{
    bul_piece pieces[BUL_PAGE_PIECES];
    bul_page_puzzle puzzle = puzzle_of(c, page, pieces);
    if (puzzle.piece_count + (size_t)blanks > BUL_PAGE_PIECES)
        return false;
    bul_area *areas;
    size_t count = blank_areas(c, puzzle.columns, puzzle.rows, &areas);
    for (int i = 0; i < blanks; i++)
        pieces[puzzle.piece_count++] =
            (bul_piece){.areas = areas,
                        .area_count = count,
                        .hold = i == 0 ? BUL_HOLD_FOOT_RIGHT : BUL_HOLD_NONE};
    page->dummy = bul_slice(&puzzle, c->arena, c->scratch);
    page->blanks = page->dummy.is_closed ? blanks : 0;
    page->white_cells = 0;
    for (size_t i = 0; i < page->dummy.part_count; i++) {
        const bul_part *part = &page->dummy.parts[i];
        if (part->cut == BUL_CUT_NONE && part->piece >= page->count)
            page->white_cells += part->columns * part->rows;
    }
    return page->dummy.is_closed;
}

bool bul_modular_page_solve_open(const bul_compositor *c,
                                 bul_modular_page *page)
{
    page->white_rows = 0;
    for (int blanks = 1; blanks <= 2; blanks++)
        if (solve_with_blanks(c, page, blanks)) {
            judge_heads(c, page, NULL, 0, 0);
            return true;
        }
    return false;
}

bool bul_modular_page_takes(const bul_compositor *c,
                            const bul_modular_page *page, const bul_area *area)
{
    bul_piece pieces[BUL_PAGE_PIECES];
    bul_page_puzzle puzzle = puzzle_of(c, page, pieces);
    if (puzzle.piece_count == BUL_PAGE_PIECES)
        return false;
    pieces[puzzle.piece_count++] = (bul_piece){.areas = area, .area_count = 1};
    return bul_slice(&puzzle, c->arena, c->scratch).is_closed;
}

int bul_modular_page_dropped(const bul_modular_page *page)
{
    int count = 0;
    for (size_t i = 0; i < page->dummy.part_count; i++) {
        const bul_part *part = &page->dummy.parts[i];
        if (part->cut != BUL_CUT_NONE || part->piece >= page->count)
            continue;
        const bul_elastic *elastic = page->elastics[part->piece];
        const bul_variant *variant = bul_modular_variant(elastic, part);
        count += bul_elastic_dropped(elastic, variant) +
                 bul_elastic_dropped_pictures(elastic, variant);
    }
    return count;
}
