/* SPDX-License-Identifier: MIT */
/* story_draw.c - an attempt that is kept becomes items of a page, in reading
 * order: head, pictures with their captions, text. */
#include "layout/head_vertical.h"
#include "layout/story.h"
#include "layout/turn.h"

typedef struct drawing {
    const bul_compositor *c;
    const bul_story *story;
    const bul_attempt *attempt;
    bul_page *page;
    bul_mpt x, y;
    bul_mark open; /* the block whose slugs are being drawn */
    bool is_open;
} drawing;

static bul_mpt column_x(const drawing *d, int column)
{
    return d->x + d->story->inset +
           column * (d->story->measure + d->story->gutter);
}

static bul_mpt row_y(const drawing *d, int row)
{
    return d->y + row * d->c->template->leading;
}

static void add_bar(const drawing *d, bul_bar bar)
{
    bul_page_add_bar(d->c->arena, d->page, bar);
}

/* Tint, the rule on top, the outline: what makes a box of an article. */
static void draw_frame(const drawing *d, int rows)
{
    const bul_template *t = d->c->template;
    bul_mpt w = bul_template_span(t, d->story->columns);
    /* The ground ends on the ink foot of the neighbours' last line. */
    bul_mpt top = d->y + t->ink_top;
    bul_mpt h = rows * t->leading - 2 * t->ink_top;
    bul_page_begin(d->c->arena, d->page, BUL_ROLE_FURNITURE, 0);
    if (t->box_frame > 0) {
        bul_mpt line = t->box_frame;
        add_bar(d, (bul_bar){d->x, top, w, line, t->rule_color, 0});
        add_bar(d, (bul_bar){d->x, top + h - line, w, line, t->rule_color, 0});
        add_bar(d, (bul_bar){d->x, top, line, h, t->rule_color, 0});
        add_bar(d, (bul_bar){d->x + w - line, top, line, h, t->rule_color, 0});
    } else {
        add_bar(d, (bul_bar){d->x, top, w, h, t->tint, 0});
    }
    if (t->box_rule > 0)
        add_bar(d, (bul_bar){d->x, top, w, t->box_rule, t->accent, 0});
    bul_page_end(d->c->arena, d->page, BUL_ROLE_FURNITURE, 0);
}

static void draw_wides(const drawing *d)
{
    for (size_t i = 0; i < d->attempt->wides.count; i++) {
        const bul_placed_wide *placed = &d->attempt->wides.items[i];
        const bul_wide *wide = &d->story->wides.items[placed->wide];
        bul_page_begin(d->c->arena, d->page, BUL_ROLE_FIGURE, 0);
        bul_page_add_block(d->c->arena, d->page, &wide->set.type,
                           column_x(d, placed->column), row_y(d, placed->row));
        bul_page_end(d->c->arena, d->page, BUL_ROLE_FIGURE, 0);
    }
}

/* The grounds of boxes in the text: one bar for all slugs of a box that stand
 * together in a column. */
static size_t draw_ground(const drawing *d, size_t first)
{
    const bul_placed_slugs *placed = &d->attempt->slugs;
    const bul_slug *slugs = d->story->galley->slugs.items;
    const bul_placed_slug *start = &placed->items[first];
    const bul_ground *ground = slugs[start->slug].ground;
    size_t end = first;
    int rows = 0;
    while (end < placed->count && placed->items[end].column == start->column &&
           slugs[placed->items[end].slug].ground == ground)
        rows += slugs[placed->items[end++].slug].rows;
    if (ground == NULL)
        return end;
    const bul_template *t = d->c->template;
    bul_mpt x = column_x(d, start->column);
    bul_mpt y = row_y(d, start->row) + t->ink_top;
    add_bar(d, (bul_bar){x, y, ground->width,
                         rows * t->leading - 2 * t->ink_top, ground->tint, 0});
    bool begins = start->slug == 0 || slugs[start->slug - 1].ground != ground;
    if (ground->rule > 0 && begins)
        add_bar(d, (bul_bar){x, y, ground->width, ground->rule,
                             ground->rule_color, 0});
    return end;
}

static void draw_grounds(const drawing *d)
{
    bool any = false;
    for (size_t i = 0; i < d->attempt->slugs.count; i++) {
        size_t slug = d->attempt->slugs.items[i].slug;
        any = any || d->story->galley->slugs.items[slug].ground != NULL;
    }
    if (!any)
        return;
    bul_page_begin(d->c->arena, d->page, BUL_ROLE_FURNITURE, 0);
    for (size_t i = 0; i < d->attempt->slugs.count;)
        i = draw_ground(d, i);
    bul_page_end(d->c->arena, d->page, BUL_ROLE_FURNITURE, 0);
}

static void close_block(drawing *d)
{
    if (d->is_open)
        bul_page_end(d->c->arena, d->page, d->open.role, d->open.number);
    d->is_open = false;
}

static void draw_slug(drawing *d, const bul_placed_slug *placed)
{
    const bul_slug *slug = &d->story->galley->slugs.items[placed->slug];
    bool same = d->is_open && d->open.role == slug->role &&
                d->open.number == slug->block_number;
    if (!same) {
        close_block(d);
        d->open = (bul_mark){slug->role, slug->block_number};
        d->is_open = true;
        bul_page_begin(d->c->arena, d->page, slug->role, slug->block_number);
    }
    bul_page_add_block(d->c->arena, d->page, &slug->type,
                       column_x(d, placed->column), row_y(d, placed->row));
}

/* 引语块: it repeats the text, hence no part of it. */
static void draw_quote(const drawing *d)
{
    const bul_quote_place *place = &d->attempt->quote;
    if (place->columns == 0)
        return;
    bul_page_begin(d->c->arena, d->page, BUL_ROLE_FURNITURE, 0);
    bul_page_add_block(d->c->arena, d->page, &d->story->quote.type,
                       column_x(d, place->column), row_y(d, place->row));
    bul_page_end(d->c->arena, d->page, BUL_ROLE_FURNITURE, 0);
}

/* Head, pictures, text. */
static void draw_parts(drawing *d)
{
    if (d->attempt->head_rows > 0)
        bul_page_add_block(d->c->arena, d->page, &d->story->head.type,
                           d->x + d->story->inset,
                           row_y(d, d->attempt->head_row));
    draw_wides(d);
    draw_grounds(d);
    for (size_t i = 0; i < d->attempt->slugs.count; i++)
        draw_slug(d, &d->attempt->slugs.items[i]);
    close_block(d);
    draw_quote(d);
}

/* 竖题: as high as the text beside it. */
static void draw_side_head(const drawing *d)
{
    const bul_story *story = d->story;
    if (story->side_rows == 0 || d->attempt->head_rows == 0)
        return;
    int rows = d->attempt->rows - bul_story_foot_rows(story) - story->head.rows;
    bul_block_of_type head = bul_side_head_set(
        d->c, story->article, story->measure, rows, !story->is_boxed);
    bul_page_add_block(d->c->arena, d->page, &head, column_x(d, 0),
                       row_y(d, story->head.rows));
}

/* 竖排: the text is laid out along its lines and turned. */
static void draw_sidebar(const drawing *d)
{
    const bul_sidebar *sidebar = d->story->sidebar;
    bul_page page = {0};
    drawing inner = {.c = &sidebar->c,
                     .story = sidebar->text,
                     .attempt = &sidebar->attempt,
                     .page = &page};
    draw_parts(&inner);
    bul_block_of_type text = {.items = page.items, .links = page.links};
    bul_mpt x = d->x + d->story->inset;
    bul_mpt y = row_y(d, d->story->head.rows);
    bul_page_add_block(d->c->arena, d->page, &d->story->head.type, x, d->y);
    bul_block_turn(d->c->arena, &text, sidebar->depth);
    bul_page_add_block(d->c->arena, d->page, &text, x + sidebar->x,
                       y + sidebar->y);
    bul_page_add_block(d->c->arena, d->page, &sidebar->pictures, x, y);
}

void bul_story_draw(const bul_compositor *c, const bul_story *story,
                    const bul_attempt *attempt, bul_page *page, bul_mpt x,
                    bul_mpt y, int rows)
{
    drawing d = {.c = c,
                 .story = story,
                 .attempt = attempt,
                 .page = page,
                 .x = x,
                 .y = y};
    if (story->is_boxed)
        draw_frame(&d, rows);
    bul_page_begin(c->arena, page, BUL_ROLE_ARTICLE, story->number);
    if (story->sidebar) {
        draw_sidebar(&d);
    } else {
        draw_side_head(&d);
        draw_parts(&d);
    }
    bul_page_end(c->arena, page, BUL_ROLE_ARTICLE, story->number);
}
