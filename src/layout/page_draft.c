/* SPDX-License-Identifier: MIT */
#include "layout/page_draft.h"

#define MOST_SPREAD_ROWS 2 /* lines added to a gap when a page closes */

bul_page_draft bul_page_draft_open(const bul_compositor *c, int first_row)
{
    return (bul_page_draft){
        .c = c, .row = first_row, .foot = c->template->line_count};
}

bool bul_page_draft_is_empty(const bul_page_draft *draft)
{
    return draft->rows.count == 0;
}

/* Grid lines between what stands and the next row. */
static int gap_rows(const bul_page_draft *draft)
{
    return bul_page_draft_is_empty(draft) ? 0 : draft->c->template->story_rows;
}

int bul_page_draft_rows_left(const bul_page_draft *draft)
{
    return draft->foot - draft->row - gap_rows(draft);
}

bul_page_row *bul_page_draft_add(bul_page_draft *draft, int rows)
{
    int top = draft->row + gap_rows(draft);
    bul_page_row *row = BUL_PUSH(draft->c->arena, &draft->rows);
    row->top = top;
    row->rows = rows;
    draft->row = top + rows;
    return row;
}

void bul_page_draft_spread(bul_page_draft *draft)
{
    if (draft->rows.count < 2)
        return;
    size_t gaps = draft->rows.count - 1;
    int spare = draft->foot - draft->row;
    int limit = (int)gaps * MOST_SPREAD_ROWS;
    if (spare > limit)
        return; /* a page that ends early is better left as it is */
    for (size_t i = 1; i < draft->rows.count; i++)
        draft->rows.items[i].top += (int)((size_t)spare * i / gaps);
}

static void draw_story_rule(const bul_page_draft *draft, bul_page *page,
                            const bul_page_row *above,
                            const bul_page_row *below)
{
    const bul_template *t = draft->c->template;
    if (t->story_rule <= 0)
        return;
    int foot = above->top + above->rows;
    bul_mpt y = t->top + (foot + below->top) * t->leading / 2;
    bul_page_add_bar(draft->c->arena, page,
                     (bul_bar){t->left, y,
                               bul_template_span(t, t->column_count),
                               t->story_rule, t->rule_color, 0});
}

/* A hairline parts different articles; boxes part themselves. */
static void draw_column_rules(const bul_page_draft *draft, bul_page *page,
                              const bul_page_row *row)
{
    const bul_template *t = draft->c->template;
    for (size_t i = 1; t->column_rule > 0 && i < row->count; i++) {
        if (row->stories[i].story->is_boxed ||
            row->stories[i - 1].story->is_boxed)
            continue;
        bul_mpt x =
            bul_template_column_x(t, row->stories[i].column) - t->gutter / 2;
        bul_page_add_bar(
            draft->c->arena, page,
            (bul_bar){x, t->top + row->top * t->leading + t->ink_top,
                      t->column_rule, row->rows * t->leading - 2 * t->ink_top,
                      t->rule_color, 0});
    }
}

static void draw_rules(const bul_page_draft *draft, bul_page *page)
{
    bul_page_begin(draft->c->arena, page, BUL_ROLE_FURNITURE, 0);
    for (size_t i = 0; i < draft->rows.count; i++) {
        const bul_page_row *row = &draft->rows.items[i];
        if (i > 0)
            draw_story_rule(draft, page, row - 1, row);
        draw_column_rules(draft, page, row);
    }
    bul_page_end(draft->c->arena, page, BUL_ROLE_FURNITURE, 0);
}

static void draw_row(const bul_page_draft *draft, bul_page *page,
                     const bul_page_row *row)
{
    const bul_template *t = draft->c->template;
    bul_mpt y = t->top + row->top * t->leading;
    for (size_t i = 0; i < row->count; i++) {
        const bul_placed_story *placed = &row->stories[i];
        bul_story_draw(draft->c, placed->story, &placed->attempt, page,
                       bul_template_column_x(t, placed->column), y, row->rows);
    }
}

/* Items of a row, nearly: enough not to grow the page's list line by line. */
static size_t count_items(const bul_page_row *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++) {
        const bul_placed_story *placed = &row->stories[i];
        const bul_placed_slugs *slugs = &placed->attempt.slugs;
        count += placed->story->head.type.items.count + 64;
        for (size_t n = 0; n < slugs->count; n++) {
            size_t slug = slugs->items[n].slug;
            count += placed->story->galley->slugs.items[slug].type.items.count;
        }
    }
    return count;
}

void bul_page_draft_draw(const bul_page_draft *draft, bul_page *page)
{
    size_t count = 16;
    for (size_t i = 0; i < draft->rows.count; i++)
        count += count_items(&draft->rows.items[i]);
    BUL_RESERVE(draft->c->arena, &page->items, count);
    draw_rules(draft, page);
    for (size_t i = 0; i < draft->rows.count; i++)
        draw_row(draft, page, &draft->rows.items[i]);
}
