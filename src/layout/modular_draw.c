/* SPDX-License-Identifier: MIT */
/* modular_draw.c - a page of rectangles, drawn and reported. */
#include "layout/headline.h"
#include "layout/modular_page.h"

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
    return bul_elastic_is_boxed(elastic, bul_modular_variant(elastic, part));
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

/* 从末段删: the editor is told which lines are not printed. */
static void tell_trimmed(const bul_compositor *c, bul_block_report *block,
                         bul_span foot)
{
    if (foot.file == 0)
        return;
    bul_place place = bul_diag_place(c->diag, foot);
    block->trimmed_from = place.line;
    block->trimmed_to = place.end_line;
    bul_report(c->diag, BUL_MSG_LAYOUT_TRIMMED, foot,
               BUL_ARGS(block->title,
                        bul_str_int(c->arena, (int64_t)place.line),
                        bul_str_int(c->arena, (int64_t)place.end_line),
                        bul_str_int(c->arena, block->dropped_paragraphs)));
}

bul_block_report bul_modular_block(const bul_compositor *c,
                                   const bul_elastic *elastic,
                                   const bul_part *part,
                                   const bul_attempt *attempt)
{
    const bul_variant *variant = bul_modular_variant(elastic, part);
    const bul_head *head = bul_elastic_head(elastic, variant);
    bul_block_report block = {
        .article = elastic->number,
        .file = elastic->article->file.text,
        .title = bul_headline_plain(c->arena, elastic->article->title.text),
        .rank = bul_level_rank(elastic->article),
        .column = part->column,
        .row = part->row,
        .columns = part->columns,
        .rows = part->rows,
        .head_row = attempt->head_row,
        .head_columns = bul_modular_head_columns(elastic, variant),
        .head_rows = head->title_lines > 0 ? head->rows : 0,
        .title_size = head->title_size,
        .title_lines = head->title_lines,
        .blanks = variant->blanks,
        .cost = variant->cost,
        .is_boxed = bul_elastic_is_boxed(elastic, variant),
        .uses_other_title = bul_elastic_uses_other_title(elastic, variant),
        .dropped_pictures = bul_elastic_dropped_pictures(elastic, variant),
        .pull_quote = bul_elastic_quote(elastic, variant),
        .text_lines = bul_elastic_lines(elastic, variant),
        .jumps_to = elastic->jumps_to,
        .jumps_from = elastic->jumps_from,
        .dropped_paragraphs = bul_elastic_dropped(elastic, variant)};
    tell_trimmed(c, &block, bul_elastic_foot(elastic, variant));
    for (size_t i = 0; i < elastic->joined.count; i++)
        *BUL_PUSH(c->arena, &block.joined) = elastic->joined.items[i];
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_area *area = &elastic->areas.items[i];
        *BUL_PUSH(c->arena, &block.ways) =
            (bul_way_report){area->columns, area->rows, area->cost};
    }
    for (size_t i = 0; i < BUL_ELASTIC_WIDES; i++) {
        block.pictures += variant->pictures[i].columns > 0 ? 1 : 0;
        block.picture_rows += variant->pictures[i].more;
    }
    return block;
}

static void report_block(const drawing *d, const bul_part *part,
                         const bul_attempt *attempt)
{
    const bul_elastic *elastic = d->page->elastics[part->piece];
    if (elastic->areas.items[part->area].edges & BUL_EDGE_HEAD_FOOT)
        d->report->foot_heads++;
    *BUL_PUSH(d->stone->c->arena, &d->report->blocks) =
        bul_modular_block(d->stone->c, elastic, part, attempt);
}

static void draw_part(const drawing *d, const bul_part *part)
{
    const bul_compositor *c = d->stone->c;
    const bul_elastic *elastic = d->page->elastics[part->piece];
    bul_attempt attempt;
    bul_story *story = bul_elastic_story(
        c, elastic, bul_modular_variant(elastic, part), &attempt);
    bul_mpt y = row_y(d, part->row);
    bul_stone_begin_story(d->stone, story, y);
    bul_story_draw(c, story, &attempt, d->onto,
                   bul_template_column_x(c->template, part->column), y,
                   part->rows);
    report_block(d, part, &attempt);
}

/* ---- Side columns. ---- */

static bul_hold hold_of(const drawing *d, const bul_part *part)
{
    bool is_article = part->cut == BUL_CUT_NONE && part->piece < d->page->count;
    return is_article
               ? bul_modular_hold(d->stone->c->template,
                                  d->page->elastics[part->piece]->article)
               : BUL_HOLD_NONE;
}

/* The part that is a side column: as wide as the piece at its top. */
static const bul_part *column_of(const drawing *d, const bul_part *head)
{
    const bul_dummy *dummy = &d->page->dummy;
    for (size_t i = 0; i < dummy->part_count; i++) {
        const bul_part *part = &dummy->parts[i];
        if (part->column == head->column && part->row == 0 &&
            part->columns == head->columns &&
            part->rows == dummy->parts[0].rows)
            return part;
    }
    return head;
}

static void add_articles(const drawing *d, const bul_part *part,
                         bul_zone_report *zone)
{
    if (part->cut != BUL_CUT_NONE) {
        add_articles(d, &d->page->dummy.parts[part->first], zone);
        add_articles(d, &d->page->dummy.parts[part->second], zone);
    } else if (part->piece < d->page->count) {
        *BUL_PUSH(d->stone->c->arena, &zone->articles) =
            d->page->elastics[part->piece]->number;
    }
}

static bool is_all_boxes(const drawing *d, const bul_part *part)
{
    const bul_part *parts = d->page->dummy.parts;
    return part->cut == BUL_CUT_NONE
               ? is_box(d, part)
               : is_all_boxes(d, &parts[part->first]) &&
                     is_all_boxes(d, &parts[part->second]);
}

/* Tells of it, and draws the rule that parts it from the rest of the page. */
static void draw_side(const drawing *d, const bul_part *head)
{
    bul_arena *arena = d->stone->c->arena;
    const bul_template *t = d->stone->c->template;
    const bul_part *column = column_of(d, head);
    bool is_left = hold_of(d, head) == BUL_HOLD_LEFT_SIDE;
    bul_zone_report *zone = BUL_PUSH(arena, &d->report->zones);
    zone->zone = is_left ? BUL_ZONE_LEFT_SIDE : BUL_ZONE_RIGHT_SIDE;
    zone->x = bul_template_column_x(t, column->column);
    zone->y = row_y(d, 0);
    zone->w = bul_template_span(t, column->columns);
    zone->h = column->rows * t->leading;
    add_articles(d, column, zone);
    if (column->columns == d->page->dummy.parts[0].columns ||
        is_all_boxes(d, column))
        return;
    bul_mpt gap = t->gutter / 2;
    bul_mpt x = is_left ? zone->x + zone->w + gap : zone->x - gap;
    bul_page_begin(arena, d->onto, BUL_ROLE_FURNITURE, 0);
    bul_page_add_bar(arena, d->onto,
                     (bul_bar){x, zone->y + t->ink_top, t->story_rule,
                               zone->h - 2 * t->ink_top, t->rule_color, 0});
    bul_page_end(arena, d->onto, BUL_ROLE_FURNITURE, 0);
}

static void draw_sides(const drawing *d)
{
    const bul_dummy *dummy = &d->page->dummy;
    for (size_t i = 0; i < dummy->part_count && !d->page->frees_sides; i++)
        if (bul_hold_is_side(hold_of(d, &dummy->parts[i])))
            draw_side(d, &dummy->parts[i]);
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
    if (!page->dummy.is_closed) {
        report->white_rows = page->rows; /* nothing stands on it */
        return;
    }
    draw_rules(&d);
    draw_sides(&d);
    for (size_t i = 0; i < page->dummy.part_count; i++)
        if (page->dummy.parts[i].cut == BUL_CUT_NONE &&
            page->dummy.parts[i].piece < page->count)
            draw_part(&d, &page->dummy.parts[i]);
    report->inversions = count_inversions(report);
    bul_text tree = bul_text_in(stone->c->arena);
    write_tree(&d, 0, &tree);
    report->tree = bul_text_str(&tree);
}
