/* SPDX-License-Identifier: MIT */
/* tail.c - the lines at the foot of the last page: 报 送 发, editors, number
 * of copies (版记). */
#include "layout/furniture.h"
#include "layout/galley.h"

typedef struct setting {
    const bul_compositor *c;
    bul_set_tail *tail;
    bul_mpt width;
    bul_mpt y;
} setting;

static void add_rule(setting *s, bul_mpt weight)
{
    if (weight <= 0)
        return;
    bul_block_add_bar(
        s->c->arena, &s->tail->type,
        (bul_bar){0, s->y, s->width, weight, s->c->template->rule_color, 0});
    s->y += weight;
}

static size_t add_text(setting *s, const bul_style *style, bul_str text,
                       bul_span span, bul_mpt height)
{
    bul_mpt inset = s->c->template->tail.inset;
    bul_set_text set =
        bul_compositor_line(s->c, style, text, span, s->width - 2 * inset);
    bul_mpt first = (height - style->size) / 2 + bul_style_baseline(style);
    for (size_t i = 0; i < set.line_count; i++)
        bul_block_add_line(s->c->arena, &s->tail->type, &set.lines[i],
                           inset + style->left,
                           s->y + first + (bul_mpt)i * height);
    return set.line_count;
}

static void add_row(setting *s, const bul_tail_row *row,
                    const bul_pattern_values *values)
{
    bul_arena *arena = s->c->arena;
    const bul_style *style = &s->c->template->tail.style;
    bul_span left_span = {0};
    bul_span right_span = {0};
    bul_str left = bul_pattern_fill(arena, row->left, values, &left_span);
    bul_str right = bul_pattern_fill(arena, row->right, values, &right_span);
    if (left.len == 0 && right.len == 0)
        return;
    bul_mpt first = s->c->template->tail.first_rule;
    add_rule(s, s->y == 0 && first > 0 ? first : row->rule);
    size_t lines = 1;
    if (left.len > 0)
        lines = add_text(s, style, left, left_span, row->height);
    bul_style end = *style;
    end.align = BUL_STYLE_RIGHT;
    if (right.len > 0)
        add_text(s, &end, right, right_span, row->height);
    s->y += (bul_mpt)lines * row->height;
}

bul_set_tail bul_tail_set(const bul_compositor *c, const bul_issue *issue)
{
    bul_set_tail tail = {0};
    const bul_template *t = c->template;
    setting s = {
        .c = c, .tail = &tail, .width = bul_template_span(t, t->column_count)};
    bul_pattern_values values = {.issue = issue};
    for (size_t i = 0; i < t->tail.rows.count; i++)
        add_row(&s, &t->tail.rows.items[i], &values);
    if (s.y == 0)
        return tail;
    add_rule(&s, t->tail.rule);
    tail.depth = s.y;
    tail.rows = bul_grid_rows(t, s.y + t->tail.above);
    if (tail.rows > t->line_count - bul_grid_rows(t, t->inner.depth)) {
        bul_report(c->diag, BUL_MSG_LAYOUT_TAIL_TOO_DEEP,
                   t->tail.rows.items[0].span, BUL_NO_ARGS);
        tail = (bul_set_tail){0};
    }
    return tail;
}

void bul_tail_draw(const bul_compositor *c, const bul_set_tail *tail,
                   bul_page *page)
{
    if (tail->rows == 0)
        return;
    const bul_template *t = c->template;
    bul_mpt foot = t->top + t->line_count * t->leading - t->ink_top;
    bul_page_begin(c->arena, page, BUL_ROLE_TAIL, 0);
    bul_page_add_block(c->arena, page, &tail->type, t->left,
                       foot - tail->depth);
    bul_page_end(c->arena, page, BUL_ROLE_TAIL, 0);
}
