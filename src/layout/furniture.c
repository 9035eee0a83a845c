/* SPDX-License-Identifier: MIT */
#include "layout/furniture.h"

#include "layout/galley.h"
#include "layout/turn.h"

#define LEADER_DASH   700 /* dots of an index's leader */
#define LEADER_WEIGHT 500
#define LEADER_COLOR  ((bul_color){BUL_COLOR_GREY, 0, 0, 0, 500})

typedef struct drawing {
    const bul_compositor *c;
    const bul_pattern_values *values;
    const bul_index_lines *index;
    bul_page *page;
    bul_mpt left, top; /* of the type area */
    bool draws_across; /* on a vertical page: the fixtures set across */
    bool is_masthead;  /* what is drawn belongs to the first page alone */
} drawing;

/* A text that must stay on one line (行数: 1), such as a long nameplate, is set
 * smaller where its place is too narrow. */
static bul_style fitted(const drawing *d, const bul_style *style, bul_str text,
                        bul_mpt width)
{
    bul_style smaller = *style;
    bul_mpt natural = bul_compositor_width(d->c, style, text);
    if (style->max_lines != 1 || natural <= width || width <= 0)
        return smaller;
    smaller.size = bul_mpt_scale(style->size, width, natural + 1);
    smaller.leading = bul_mpt_scale(style->leading, width, natural + 1);
    return smaller;
}

static void draw_text_at(const drawing *d, const bul_style *wanted,
                         bul_str text, bul_span span, bul_bar box)
{
    bul_style own = fitted(d, wanted, text, box.w);
    const bul_style *style = &own;
    /* Smaller type stands in the middle of the place of the larger. */
    box.y += (wanted->size - style->size) / 2;
    bul_set_text set = bul_compositor_line(d->c, style, text, span, box.w);
    bul_block_of_type block = {0};
    bul_mpt y = bul_style_baseline(style);
    for (size_t i = 0; i < set.line_count; i++)
        bul_block_add_line(d->c->arena, &block, &set.lines[i], style->left,
                           y + (bul_mpt)i * style->leading);
    /* With a height, the lines stand in its middle. */
    bul_mpt depth = style->size;
    if (set.line_count > 1)
        depth += (bul_mpt)(set.line_count - 1) * style->leading;
    bul_mpt down = box.h > depth ? (box.h - depth) / 2 : 0;
    bul_page_add_block(d->c->arena, d->page, &block, box.x, box.y + down);
}

/* A text, on a bar of colour if the fixture has one: without the words there
 * is no bar either. */
static void draw_text(const drawing *d, const bul_fixture *f, bul_bar box)
{
    bul_span span = {0};
    bul_str text = bul_pattern_fill(d->c->arena, f->text, d->values, &span);
    if (text.len == 0)
        return;
    if (f->has_bar)
        bul_page_add_bar(d->c->arena, d->page, box);
    if (d->is_masthead)
        bul_page_begin(d->c->arena, d->page, BUL_ROLE_MASTHEAD, 0);
    draw_text_at(d, &f->style, text, span.file ? span : f->span, box);
    if (d->is_masthead)
        bul_page_end(d->c->arena, d->page, BUL_ROLE_MASTHEAD, 0);
}

static void draw_frame(const drawing *d, const bul_fixture *f, bul_bar box)
{
    bul_arena *arena = d->c->arena;
    bul_mpt w = f->weight;
    bul_page_add_bar(arena, d->page,
                     (bul_bar){box.x, box.y, box.w, w, f->color, 0});
    bul_page_add_bar(
        arena, d->page,
        (bul_bar){box.x, box.y + box.h - w, box.w, w, f->color, 0});
    bul_page_add_bar(arena, d->page,
                     (bul_bar){box.x, box.y, w, box.h, f->color, 0});
    bul_page_add_bar(
        arena, d->page,
        (bul_bar){box.x + box.w - w, box.y, w, box.h, f->color, 0});
}

/* One entry: title, leader, page ("2版") at the right. */
static void draw_entry(const drawing *d, const bul_fixture *f,
                       const bul_index_line *line, bul_bar box)
{
    const bul_compositor *c = d->c;
    bul_text number = bul_text_in(c->arena);
    bul_text_add_int(&number, (int64_t)line->page);
    bul_text_add(&number, BUL_STR("版"));
    bul_style right = f->number_style;
    right.align = BUL_STYLE_RIGHT;
    bul_str text = bul_text_str(&number);
    bul_mpt number_width = bul_compositor_width(c, &right, text);
    bul_style style = f->style;
    bul_mpt room = box.w - number_width - style.size;
    if (room < style.size)
        room = style.size;
    bul_mpt title_width = bul_compositor_width(c, &style, line->title.text);
    if (title_width > room) {
        style.size = bul_mpt_scale(style.size, room, title_width);
        title_width = room;
    }
    bul_page_begin(c->arena, d->page, BUL_ROLE_ENTRY, 0);
    draw_text_at(d, &style, line->title.text, line->title.span, box);
    bul_bar at = box;
    at.y += style.size - right.size;
    draw_text_at(d, &right, text, (bul_span){0}, at);
    bul_page_end(c->arena, d->page, BUL_ROLE_ENTRY, 0);
    bul_mpt from = title_width + style.size / 2;
    bul_mpt to = box.w - number_width - style.size / 2;
    if (f->has_leader && to > from)
        bul_page_add_bar(c->arena, d->page,
                         (bul_bar){box.x + from, box.y + style.size * 3 / 5,
                                   to - from, LEADER_WEIGHT, LEADER_COLOR,
                                   LEADER_DASH});
}

static void draw_index(const drawing *d, const bul_fixture *f, bul_bar box)
{
    int columns = f->columns > 0 ? f->columns : 1;
    bul_mpt gap = columns > 1 ? 2 * f->style.size : 0;
    bul_mpt width = (box.w - (columns - 1) * gap) / columns;
    size_t rows = (d->index->count + (size_t)columns - 1) / (size_t)columns;
    if (box.h > 0 && (size_t)(box.h / f->pitch) < rows)
        rows = (size_t)(box.h / f->pitch);
    for (size_t i = 0; i < d->index->count && i < rows * (size_t)columns; i++) {
        bul_mpt column = (bul_mpt)(i / rows);
        bul_mpt row = (bul_mpt)(i % rows);
        bul_bar entry = {.x = box.x + column * (width + gap),
                         .y = box.y + row * f->pitch,
                         .w = width};
        draw_entry(d, f, &d->index->lines[i], entry);
        if (f->rule > 0 && row > 0)
            bul_page_add_bar(
                d->c->arena, d->page,
                (bul_bar){entry.x, entry.y - (f->pitch - f->style.size) / 2,
                          width, f->rule, d->c->template->rule_color, 0});
    }
}

static void draw_fixture(const drawing *d, const bul_fixture *f)
{
    bool is_odd = d->values->page % 2 == 1;
    if ((f->side == BUL_SIDE_ODD && !is_odd) ||
        (f->side == BUL_SIDE_EVEN && is_odd) || f->is_across != d->draws_across)
        return;
    bul_bar box = {d->left + f->x, d->top + f->y, f->w, f->h, f->color, 0};
    switch (f->kind) {
    case BUL_FIXTURE_TEXT:
        draw_text(d, f, box);
        break;
    case BUL_FIXTURE_BAR:
        bul_page_add_bar(d->c->arena, d->page, box);
        break;
    case BUL_FIXTURE_FRAME:
        draw_frame(d, f, box);
        break;
    case BUL_FIXTURE_INDEX:
        draw_index(d, f, box);
        break;
    }
}

static void draw_fixtures(const drawing *d, const bul_fixtures *fixtures)
{
    for (size_t i = 0; i < fixtures->items.count; i++)
        draw_fixture(d, &fixtures->items.items[i]);
}

static void draw_masthead(const drawing *d, const bul_fixtures *fixtures)
{
    drawing masthead = *d;
    masthead.is_masthead = true;
    draw_fixtures(&masthead, fixtures);
}

static void draw_page(const drawing *d)
{
    const bul_template *t = d->c->template;
    if (d->values->page == 1) {
        draw_masthead(d, &t->first);
        if (d->index->count > 0)
            draw_masthead(d, &t->index);
    } else {
        draw_fixtures(d, &t->inner);
    }
    draw_fixtures(d, &t->every);
}

/* The type area of a vertical page as the reader sees it: its lines begin at
 * the right. */
static void draw_page_across(const drawing *down)
{
    const bul_template *t = down->c->template;
    bul_compositor c = *down->c;
    c.is_vertical = false;
    drawing d = *down;
    d.c = &c;
    d.draws_across = true;
    d.left = d.page->width - t->top - t->line_count * t->leading;
    d.top = t->left;
    draw_page(&d);
}

void bul_furniture_draw(const bul_compositor *c,
                        const bul_pattern_values *values,
                        const bul_index_lines *index, bul_page *page)
{
    const bul_template *t = c->template;
    drawing d = {.c = c,
                 .values = values,
                 .index = index,
                 .page = page,
                 .left = t->left,
                 .top = t->top};
    bul_page_begin(c->arena, page, BUL_ROLE_FURNITURE, 0);
    if (c->is_vertical) {
        bul_page area = {.width = page->height, .height = page->width};
        d.page = &area;
        draw_page(&d);
        bul_page_turn(c->arena, &area);
        bul_block_of_type block = {.items = area.items, .links = area.links};
        bul_page_add_block(c->arena, page, &block, 0, 0);
        d.page = page;
        draw_page_across(&d);
    } else {
        draw_page(&d);
    }
    bul_page_end(c->arena, page, BUL_ROLE_FURNITURE, 0);
}

int bul_furniture_rows(const bul_template *template, size_t page_number,
                       bool has_index)
{
    bul_mpt depth = template->inner.depth;
    if (page_number == 1)
        depth = template->first.depth + (has_index ? template->index.depth : 0);
    return bul_grid_rows(template, depth);
}

static void check_pattern(const bul_compositor *c, bul_str pattern,
                          bul_span span)
{
    bul_str unknown = bul_pattern_unknown(pattern);
    if (unknown.len > 0)
        bul_report(c->diag, BUL_MSG_LAYOUT_UNKNOWN_VARIABLE, span,
                   BUL_ARGS(unknown));
}

static void check_fixtures(const bul_compositor *c,
                           const bul_fixtures *fixtures)
{
    for (size_t i = 0; i < fixtures->items.count; i++)
        check_pattern(c, fixtures->items.items[i].text,
                      fixtures->items.items[i].span);
}

void bul_furniture_check(const bul_compositor *c)
{
    const bul_template *t = c->template;
    check_fixtures(c, &t->first);
    check_fixtures(c, &t->index);
    check_fixtures(c, &t->inner);
    check_fixtures(c, &t->every);
    for (size_t i = 0; i < t->tail.rows.count; i++) {
        const bul_tail_row *row = &t->tail.rows.items[i];
        check_pattern(c, row->left, row->span);
        check_pattern(c, row->right, row->span);
    }
}
