/* SPDX-License-Identifier: MIT */
#include "layout/compositor.h"

#include "layout/headline.h"

/* The square of a character hangs this far below its baseline (Noto, WenKai
 * and every Song face agree within a hundredth). */
#define SQUARE_BELOW_PERMILLE 120

bul_mpt bul_style_baseline(const bul_style *style)
{
    return style->size -
           bul_mpt_scale(style->size, SQUARE_BELOW_PERMILLE, 1000);
}

bul_styled_run bul_compositor_run(const bul_compositor *c,
                                  const bul_style *style, bul_str text,
                                  bul_span span)
{
    return (bul_styled_run){.text = text,
                            .span = span,
                            .face = bul_fontset_find(c->fonts, style->family,
                                                     style->weight,
                                                     style->family_span),
                            .size = style->size,
                            .color = style->color,
                            .tracking = style->tracking};
}

/* The font a run is set in: ** ** and * * change it, size and colour stay. */
static bul_style style_of_run(const bul_compositor *c, const bul_style *style,
                              unsigned flags)
{
    const bul_style *styles = c->template->styles;
    const bul_style *other = NULL;
    if (flags & BUL_RUN_CODE)
        other = &styles[BUL_STYLE_CODE];
    else if (flags & BUL_RUN_STRONG)
        other = &styles[BUL_STYLE_STRONG];
    else if (flags & BUL_RUN_EMPHASIS)
        other = &styles[BUL_STYLE_EMPHASIS];
    bul_style result = *style;
    if (other) {
        result.family = other->family;
        result.family_span = other->family_span;
        result.weight = other->weight;
    }
    return result;
}

void bul_compositor_add_runs(const bul_compositor *c, const bul_style *style,
                             const bul_runs *runs, bul_styled_runs *styled)
{
    for (size_t i = 0; i < runs->count; i++) {
        const bul_run *run = &runs->items[i];
        bul_style own = style_of_run(c, style, run->flags);
        bul_styled_run *to = BUL_PUSH(c->scratch, styled);
        *to = bul_compositor_run(c, &own, run->text, run->span);
        to->url = run->url;
        to->starts_line = (run->flags & BUL_RUN_NEWLINE) != 0;
    }
}

static bul_align align_of(bul_style_align align)
{
    switch (align) {
    case BUL_STYLE_LEFT:
        return BUL_ALIGN_LEFT;
    case BUL_STYLE_CENTER:
        return BUL_ALIGN_CENTER;
    case BUL_STYLE_RIGHT:
        return BUL_ALIGN_RIGHT;
    case BUL_STYLE_SPREAD:
        return BUL_ALIGN_SPREAD;
    case BUL_STYLE_JUSTIFY:
        break;
    }
    return BUL_ALIGN_JUSTIFY;
}

static bul_spacing spacing_for(const bul_compositor *c, const bul_style *style)
{
    return (bul_spacing){.han_latin = c->template->han_latin,
                         .han_space = style->half_quotes ? 500 : 333,
                         .half_quotes = style->half_quotes};
}

static bul_set_text justify_lines(const bul_compositor *c,
                                  const bul_paragraph *paragraph,
                                  const bul_fit_sums *sums,
                                  const bul_shape *shape,
                                  const bul_broken *broken)
{
    bul_set_text text = {
        .lines = BUL_NEW(c->arena, bul_set_line, broken->line_count),
        .line_count = broken->line_count};
    for (size_t i = 0; i < broken->line_count; i++) {
        text.lines[i] =
            bul_justify(paragraph, sums, shape, &broken->lines[i], c->arena);
        if (text.lines[i].width > text.width)
            text.width = text.lines[i].width;
    }
    return text;
}

static void report_overfull(const bul_compositor *c,
                            const bul_paragraph *paragraph,
                            const bul_fit_sums *sums, const bul_shape *shape,
                            const bul_broken *broken)
{
    if (broken->overfull_count == 0)
        return;
    for (size_t i = 0; i < broken->line_count; i++) {
        const bul_broken_line *line = &broken->lines[i];
        bul_mpt indent = line->first == 0 ? shape->first_indent : shape->indent;
        bul_fit fit = bul_fit_line(paragraph, sums, line->first, line->end,
                                   shape->measure - indent);
        const bul_type_box *box = &paragraph->boxes[line->first];
        if (!fit.fits)
            bul_report(c->diag, BUL_MSG_LAYOUT_TOO_WIDE,
                       bul_paragraph_span(paragraph, box->style, box->text,
                                          box->text_end),
                       BUL_NO_ARGS);
    }
}

/* Words that had to be parted, each once. */
static void report_parted(const bul_compositor *c,
                          const bul_paragraph *paragraph,
                          const bul_broken *broken)
{
    uint32_t behind = 0; /* the end of the text reported */
    for (size_t i = 0; i + 1 < broken->line_count; i++) {
        size_t last = broken->lines[i].end - 1;
        const bul_type_box *box = &paragraph->boxes[last];
        if (box->penalty != BUL_PENALTY_PARTED || box->text < behind)
            continue;
        size_t end = last;
        while (paragraph->boxes[end].penalty == BUL_PENALTY_PARTED)
            end++;
        behind = paragraph->boxes[end].text_end;
        bul_report(c->diag, BUL_MSG_LAYOUT_PARTED,
                   bul_paragraph_span(paragraph, box->style, box->text, behind),
                   BUL_NO_ARGS);
    }
}

bul_set_text bul_compositor_set(const bul_compositor *c, const bul_style *style,
                                const bul_styled_run *runs, size_t run_count,
                                bul_mpt width)
{
    bul_arena_mark mark = bul_arena_mark_now(c->scratch);
    bul_spacing spacing = spacing_for(c, style);
    const bul_paragraph *paragraph = bul_paragraph_set(
        c->setter, c->arena, c->scratch, runs, run_count, &spacing);
    bul_mpt most = style->indent > style->hang ? style->indent : style->hang;
    paragraph = bul_paragraph_part(
        paragraph, width - style->left - style->right - most, c->scratch);
    const bul_fit_sums *sums = bul_fit_sum(paragraph, c->scratch);
    bul_shape shape = {.measure = width - style->left - style->right,
                       .first_indent = style->indent,
                       .indent = style->hang,
                       .align = align_of(style->align)};
    bul_broken broken =
        style->max_lines > 0
            ? bul_headline_break(paragraph, sums, &shape, c->vocabulary,
                                 c->scratch)
            : bul_linebreak(paragraph, sums, &shape, c->scratch);
    report_overfull(c, paragraph, sums, &shape, &broken);
    report_parted(c, paragraph, &broken);
    bul_set_text text = justify_lines(c, paragraph, sums, &shape, &broken);
    bul_arena_rewind(c->scratch, mark);
    return text;
}

bul_set_text bul_compositor_line(const bul_compositor *c,
                                 const bul_style *style, bul_str text,
                                 bul_span span, bul_mpt width)
{
    bul_styled_run run = bul_compositor_run(c, style, text, span);
    return bul_compositor_set(c, style, &run, 1, width);
}

bul_mpt bul_compositor_width(const bul_compositor *c, const bul_style *style,
                             bul_str text)
{
    bul_arena_mark mark = bul_arena_mark_now(c->scratch);
    bul_spacing spacing = spacing_for(c, style);
    bul_styled_run run = bul_compositor_run(c, style, text, (bul_span){0});
    const bul_paragraph *paragraph =
        bul_paragraph_set(c->setter, c->scratch, c->scratch, &run, 1, &spacing);
    const bul_fit_sums *sums = bul_fit_sum(paragraph, c->scratch);
    bul_mpt width = (bul_mpt)sums[paragraph->box_count].width;
    bul_arena_rewind(c->scratch, mark);
    return width;
}

void bul_block_add_line(bul_arena *arena, bul_block_of_type *block,
                        const bul_set_line *line, bul_mpt x, bul_mpt y)
{
    BUL_RESERVE(arena, &block->items, line->run_count);
    for (size_t i = 0; i < line->run_count; i++) {
        bul_item *item = BUL_PUSH(arena, &block->items);
        item->type = BUL_ITEM_GLYPHS;
        item->as.glyphs = line->runs[i];
        item->as.glyphs.x += x;
        item->as.glyphs.y += y;
    }
    for (size_t i = 0; i < line->link_count; i++) {
        bul_link *link = BUL_PUSH(arena, &block->links);
        *link = line->links[i];
        link->x += x;
        link->y += y;
    }
}

void bul_block_add_bar(bul_arena *arena, bul_block_of_type *block, bul_bar bar)
{
    bul_item *item = BUL_PUSH(arena, &block->items);
    item->type = BUL_ITEM_BAR;
    item->as.bar = bar;
}

static void move_item(bul_item *item, bul_mpt x, bul_mpt y)
{
    if (item->type == BUL_ITEM_GLYPHS) {
        item->as.glyphs.x += x;
        item->as.glyphs.y += y;
    } else if (item->type == BUL_ITEM_BAR) {
        item->as.bar.x += x;
        item->as.bar.y += y;
    } else if (item->type == BUL_ITEM_PICTURE) {
        item->as.picture.x += x;
        item->as.picture.y += y;
    }
}

void bul_block_move(bul_block_of_type *block, bul_mpt x, bul_mpt y)
{
    for (size_t i = 0; i < block->items.count; i++)
        move_item(&block->items.items[i], x, y);
    for (size_t i = 0; i < block->links.count; i++) {
        block->links.items[i].x += x;
        block->links.items[i].y += y;
    }
}

/* Appends what a block holds, moved by (x, y). */
static void append_moved(bul_arena *arena, bul_items *items, bul_links *links,
                         const bul_block_of_type *block, bul_mpt x, bul_mpt y)
{
    for (size_t i = 0; i < block->items.count; i++) {
        bul_item *item = BUL_PUSH(arena, items);
        *item = block->items.items[i];
        move_item(item, x, y);
    }
    for (size_t i = 0; i < block->links.count; i++) {
        bul_link *link = BUL_PUSH(arena, links);
        *link = block->links.items[i];
        link->x += x;
        link->y += y;
    }
}

void bul_block_add_block(bul_arena *arena, bul_block_of_type *to,
                         const bul_block_of_type *block, bul_mpt x, bul_mpt y)
{
    append_moved(arena, &to->items, &to->links, block, x, y);
}

void bul_page_add_block(bul_arena *arena, bul_page *page,
                        const bul_block_of_type *block, bul_mpt x, bul_mpt y)
{
    append_moved(arena, &page->items, &page->links, block, x, y);
}
