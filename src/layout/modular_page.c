/* SPDX-License-Identifier: MIT */
#include "layout/modular_page.h"

#include "layout/headline.h"

#define MOST_PRICES 24 /* pairs of titles that are priced before giving in */
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

static bul_hold hold_of(const bul_article *article)
{
    static const bul_hold holds[] = {[BUL_PIN_NONE] = BUL_HOLD_NONE,
                                     [BUL_PIN_TOP_LEFT] = BUL_HOLD_TOP_LEFT,
                                     [BUL_PIN_TOP_RIGHT] = BUL_HOLD_TOP_RIGHT,
                                     [BUL_PIN_FOOT_LEFT] = BUL_HOLD_FOOT_LEFT,
                                     [BUL_PIN_FOOT_RIGHT] = BUL_HOLD_FOOT_RIGHT,
                                     [BUL_PIN_TOP] = BUL_HOLD_TOP,
                                     [BUL_PIN_FOOT] = BUL_HOLD_FOOT,
                                     [BUL_PIN_EAR] = BUL_HOLD_TOP_RIGHT,
                                     [BUL_PIN_LEFT_SIDE] = BUL_HOLD_TOP_LEFT,
                                     [BUL_PIN_RIGHT_SIDE] = BUL_HOLD_TOP_RIGHT};
    return holds[article->pin];
}

static bul_page_puzzle puzzle_of(const bul_compositor *c,
                                 const bul_modular_page *page,
                                 bul_piece *pieces)
{
    for (size_t i = 0; i < page->count; i++) {
        const bul_elastic *elastic = page->elastics[i];
        pieces[i] = (bul_piece){elastic->areas.items, elastic->areas.count,
                                bul_level_rank(elastic->article),
                                hold_of(elastic->article)};
    }
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

static const bul_variant *variant_of(const bul_elastic *elastic,
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

static int head_columns(const bul_elastic *elastic, const bul_variant *variant)
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
        const bul_variant *variant = variant_of(elastic, part);
        const bul_head *head = bul_elastic_head(elastic, variant);
        if (head->title_lines == 0)
            continue;
        heads[count++] = (placed_head){part->piece,
                                       part->column,
                                       head_columns(elastic, variant),
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

/* Counts them; pairs beside each other go to `prices` while there is room. */
static size_t judge_heads(const bul_compositor *c, bul_modular_page *page,
                          bul_pair_price *prices, size_t price_count)
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
            if ((beside || stacked) && price_count < MOST_PRICES)
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
        bul_pair_price prices[MOST_PRICES + 1];
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
        judge_heads(c, &page, prices, MOST_PRICES);
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
    bul_pair_price prices[MOST_PRICES + 1];
    bul_page_puzzle puzzle = puzzle_of(c, page, pieces);
    puzzle.rows -= white_rows;
    bul_modular_page best = *page;
    bool found = false;
    size_t price_count = 0;
    for (;;) {
        puzzle.prices = prices;
        puzzle.price_count = price_count;
        page->dummy = bul_slice(&puzzle, c->arena, c->scratch);
        if (!page->dummy.is_closed)
            break;
        size_t more = judge_heads(c, page, prices, price_count);
        int faults = page->bumps + page->stacked;
        if (!found || faults < best.bumps + best.stacked)
            best = *page;
        found = true;
        if (faults == 0 || more == price_count)
            break;
        price_count = more;
    }
    if (found && best.bumps + best.stacked > 0) {
        puzzle.price_count = 0;
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
            bul_pair_price prices[MOST_PRICES + 1];
            judge_heads(c, page, prices, MOST_PRICES);
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
        const bul_variant *variant = variant_of(elastic, part);
        count += bul_elastic_dropped(elastic, variant) +
                 bul_elastic_dropped_pictures(elastic, variant);
    }
    return count;
}

/* ---- Drawing. ---- */

typedef struct drawing {
    bul_stone *stone;
    const bul_modular_page *page;
    bul_page *onto;
    bul_page_report *report;
} drawing;

static bul_mpt row_y(const drawing *d, int row)
{
    const bul_template *t = d->stone->c->template;
    return t->top + (d->page->first_row + row) * t->leading;
}

static bool is_box(const drawing *d, const bul_part *part)
{
    if (part->cut != BUL_CUT_NONE || part->piece >= d->page->count)
        return false;
    const bul_elastic *elastic = d->page->elastics[part->piece];
    return bul_elastic_is_boxed(elastic, variant_of(elastic, part));
}

static bool is_blank(const drawing *d, const bul_part *part)
{
    return part->cut == BUL_CUT_NONE && part->piece >= d->page->count;
}

/* Rules between parts: boxes part themselves. */
static void draw_rule(const drawing *d, const bul_part *part)
{
    const bul_template *t = d->stone->c->template;
    const bul_part *first = &d->page->dummy.parts[part->first];
    const bul_part *second = &d->page->dummy.parts[part->second];
    bul_mpt x = bul_template_column_x(t, second->column);
    if (is_blank(d, second))
        return;
    if (part->cut == BUL_CUT_ACROSS && t->story_rule > 0 &&
        !(is_box(d, first) && is_box(d, second))) {
        int foot = first->row + first->rows;
        bul_mpt y = (row_y(d, foot) + row_y(d, second->row)) / 2;
        bul_page_add_bar(d->stone->c->arena, d->onto,
                         (bul_bar){x, y, bul_template_span(t, part->columns),
                                   t->story_rule, t->rule_color, 0});
    }
    if (part->cut == BUL_CUT_DOWN && t->column_rule > 0 && !is_box(d, first) &&
        !is_box(d, second))
        bul_page_add_bar(
            d->stone->c->arena, d->onto,
            (bul_bar){x - t->gutter / 2, row_y(d, part->row) + t->ink_top,
                      t->column_rule, part->rows * t->leading - 2 * t->ink_top,
                      t->rule_color, 0});
}

static void draw_rules(const drawing *d)
{
    bul_arena *arena = d->stone->c->arena;
    bul_page_begin(arena, d->onto, BUL_ROLE_FURNITURE, 0);
    for (size_t i = 0; i < d->page->dummy.part_count; i++)
        if (d->page->dummy.parts[i].cut != BUL_CUT_NONE)
            draw_rule(d, &d->page->dummy.parts[i]);
    bul_page_end(arena, d->onto, BUL_ROLE_FURNITURE, 0);
}

static void report_block(const drawing *d, const bul_part *part,
                         const bul_attempt *attempt)
{
    const bul_elastic *elastic = d->page->elastics[part->piece];
    const bul_variant *variant = variant_of(elastic, part);
    const bul_head *head = bul_elastic_head(elastic, variant);
    bul_block_report block = {
        .article = elastic->number,
        .file = elastic->article->file.text,
        .title = bul_headline_plain(d->stone->c->arena,
                                    elastic->article->title.text),
        .rank = bul_level_rank(elastic->article),
        .column = part->column,
        .row = part->row,
        .columns = part->columns,
        .rows = part->rows,
        .head_row = attempt->head_row,
        .head_columns = head_columns(elastic, variant),
        .head_rows = head->title_lines > 0 ? head->rows : 0,
        .title_size = head->title_size,
        .title_lines = head->title_lines,
        .blanks = variant->blanks,
        .cost = variant->cost,
        .is_boxed = bul_elastic_is_boxed(elastic, variant),
        .uses_other_title = bul_elastic_uses_other_title(elastic, variant),
        .dropped_pictures = bul_elastic_dropped_pictures(elastic, variant),
        .text_lines = bul_elastic_lines(elastic, variant),
        .jumps_to = elastic->jumps_to,
        .jumps_from = elastic->jumps_from,
        .dropped_paragraphs = bul_elastic_dropped(elastic, variant)};
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_area *area = &elastic->areas.items[i];
        *BUL_PUSH(d->stone->c->arena, &block.ways) =
            (bul_way_report){area->columns, area->rows, area->cost};
    }
    for (size_t i = 0; i < BUL_ELASTIC_WIDES; i++) {
        block.pictures += variant->pictures[i].columns > 0 ? 1 : 0;
        block.picture_rows += variant->pictures[i].more;
    }
    *BUL_PUSH(d->stone->c->arena, &d->report->blocks) = block;
}

static void draw_part(const drawing *d, const bul_part *part)
{
    const bul_compositor *c = d->stone->c;
    const bul_elastic *elastic = d->page->elastics[part->piece];
    bul_attempt attempt;
    bul_story *story =
        bul_elastic_story(c, elastic, variant_of(elastic, part), &attempt);
    bul_mpt y = row_y(d, part->row);
    bul_stone_begin_story(d->stone, story, y);
    bul_story_draw(c, story, &attempt, d->onto,
                   bul_template_column_x(c->template, part->column), y,
                   part->rows);
    report_block(d, part, &attempt);
}

/* "(1-(2|3))": - an across cut, | one down. */
static void write_tree(const drawing *d, size_t index, bul_text *text)
{
    const bul_part *part = &d->page->dummy.parts[index];
    if (part->cut == BUL_CUT_NONE) {
        bool is_blank = part->piece >= d->page->count;
        bul_text_add_int(text,
                         is_blank ? 0 : d->page->elastics[part->piece]->number);
        return;
    }
    bul_text_add(text, BUL_STR("("));
    write_tree(d, part->first, text);
    bul_text_add(text,
                 part->cut == BUL_CUT_ACROSS ? BUL_STR("-") : BUL_STR("|"));
    write_tree(d, part->second, text);
    bul_text_add(text, BUL_STR(")"));
}

/* Bigger heads on articles of lower level. */
static int count_inversions(const bul_page_report *report)
{
    int count = 0;
    for (size_t i = 0; i < report->blocks.count; i++)
        for (size_t n = 0; n < report->blocks.count; n++) {
            const bul_block_report *a = &report->blocks.items[i];
            const bul_block_report *b = &report->blocks.items[n];
            count += a->rank < b->rank && a->title_size > b->title_size &&
                             b->title_size > 0
                         ? 1
                         : 0;
        }
    return count;
}

void bul_modular_page_draw(bul_stone *stone, const bul_modular_page *page,
                           bul_page *onto, bul_page_report *report)
{
    drawing d = {stone, page, onto, report};
    report->number = bul_stone_page_number(stone);
    report->columns = stone->c->template->column_count;
    report->rows = page->rows;
    report->first_row = page->first_row;
    report->white_rows = page->white_rows;
    report->white_cells = page->white_cells;
    report->is_closed = page->dummy.is_closed && page->white_rows == 0 &&
                        page->white_cells == 0;
    report->cost = page->dummy.cost;
    report->runner_up = page->dummy.runner_up;
    report->bumps = page->bumps;
    report->stacked = page->stacked;
    if (!page->dummy.is_closed)
        return;
    draw_rules(&d);
    for (size_t i = 0; i < page->dummy.part_count; i++)
        if (page->dummy.parts[i].cut == BUL_CUT_NONE &&
            page->dummy.parts[i].piece < page->count)
            draw_part(&d, &page->dummy.parts[i]);
    report->inversions = count_inversions(report);
    bul_text tree = bul_text_in(stone->c->arena);
    write_tree(&d, 0, &tree);
    report->tree = bul_text_str(&tree);
}
