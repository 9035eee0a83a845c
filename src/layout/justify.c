/* SPDX-License-Identifier: MIT */
#include "layout/justify.h"

#include "base/list.h"

/* The line in the making. */
typedef struct draft {
    const bul_paragraph *paragraph;
    bul_arena *arena;
    BUL_LIST(bul_glyph_run) runs;
    BUL_LIST(bul_link) links;
    bul_glyph *glyphs; /* room for the whole line */
    size_t glyph_count;
    uint32_t style; /* of the run at the end */
    bool in_link;   /* the last box belongs to the last link */
} draft;

static size_t count_glyphs(const bul_paragraph *paragraph,
                           const bul_broken_line *line)
{
    size_t count = 0;
    for (size_t i = line->first; i < line->end; i++)
        count += paragraph->boxes[i].glyph_count +
                 (paragraph->boxes[i].space_glyph != 0 ? 1 : 0);
    return count;
}

static size_t count_runs(const bul_paragraph *paragraph,
                         const bul_broken_line *line)
{
    size_t count = 0;
    for (size_t i = line->first; i < line->end; i++)
        if (i == line->first ||
            paragraph->boxes[i].style != paragraph->boxes[i - 1].style)
            count++;
    return count;
}

static void start_run(draft *d, const bul_type_box *box, bul_mpt x)
{
    const bul_text_style *style = &d->paragraph->styles[box->style];
    bul_glyph_run *run = BUL_PUSH(d->arena, &d->runs);
    run->face = style->face;
    run->size = style->size;
    run->color = style->color;
    run->x = x;
    run->glyphs = d->glyphs + d->glyph_count;
    run->text.ptr = d->paragraph->text.ptr + box->text;
    run->span =
        bul_paragraph_span(d->paragraph, box->style, box->text, box->text_end);
    d->style = box->style;
}

static void add_glyph(draft *d, bul_glyph_run *run, uint32_t id, bul_mpt x,
                      uint32_t text)
{
    size_t start = (size_t)(run->text.ptr - d->paragraph->text.ptr);
    d->glyphs[d->glyph_count++] =
        (bul_glyph){id, x - run->x, (uint32_t)(text - start)};
    run->glyph_count++;
}

static void close_text(draft *d, bul_glyph_run *run, uint32_t text_end)
{
    size_t start = (size_t)(run->text.ptr - d->paragraph->text.ptr);
    run->text.len = text_end - start;
    run->span.end = run->span.start + (uint32_t)run->text.len;
}

static void add_box(draft *d, const bul_type_box *box, bul_mpt x)
{
    if (d->runs.count == 0 || d->style != box->style)
        start_run(d, box, x);
    bul_glyph_run *run = BUL_LAST(&d->runs);
    for (uint32_t i = 0; i < box->glyph_count; i++) {
        const bul_box_glyph *glyph = &d->paragraph->glyphs[box->glyph + i];
        add_glyph(d, run, glyph->id, x + box->shift + glyph->x, glyph->text);
    }
    close_text(d, run, box->text_end);
}

/* The space somebody typed stays in the text, at the head of its gap. */
static void add_space(draft *d, const bul_type_box *box, bul_mpt x)
{
    bul_glyph_run *run = BUL_LAST(&d->runs);
    add_glyph(d, run, box->space_glyph, x, box->text_end);
    close_text(d, run, box->text_end + 1);
}

static void add_link(draft *d, const bul_type_box *box, bul_mpt x)
{
    const bul_text_style *style = &d->paragraph->styles[box->style];
    bool goes_on = d->in_link;
    d->in_link = style->url.len > 0;
    if (!d->in_link)
        return;
    bul_link *last = goes_on ? BUL_LAST(&d->links) : NULL;
    if (last && bul_str_equal(last->url, style->url)) {
        last->w = x + box->width - last->x;
        return;
    }
    *BUL_PUSH(d->arena, &d->links) = (bul_link){.x = x,
                                                .y = -style->size * 88 / 100,
                                                .w = box->width,
                                                .h = style->size,
                                                .url = style->url};
}

static bul_mpt start_x(const bul_shape *shape, const bul_broken_line *line,
                       const bul_fit *fit)
{
    bul_mpt indent = line->first == 0 ? shape->first_indent : shape->indent;
    bul_mpt slack = shape->measure - indent - fit->natural;
    if (slack <= 0)
        return indent;
    if (shape->align == BUL_ALIGN_CENTER)
        return indent + slack / 2;
    return shape->align == BUL_ALIGN_RIGHT ? indent + slack : indent;
}

/* Where nothing is to be filled, the natural gaps stay. */
static void keep_natural(bul_fit *fit)
{
    fit->space_more = 0;
    fit->han_latin_more = 0;
    fit->gap = 0;
}

static bool fills(const bul_shape *shape, const bul_broken_line *line)
{
    if (shape->align == BUL_ALIGN_SPREAD)
        return true;
    return shape->align == BUL_ALIGN_JUSTIFY && !line->ends_paragraph;
}

/* Millipoints that rounding left over, or took too much. */
static bul_mpt left_over(const bul_paragraph *paragraph,
                         const bul_broken_line *line, const bul_fit *fit,
                         bul_mpt room)
{
    bul_mpt width = 0;
    for (size_t i = line->first; i < line->end; i++) {
        const bul_type_box *box = &paragraph->boxes[i];
        width += box->width;
        if (i + 1 < line->end)
            width += bul_fit_gap(fit, box, paragraph->em);
    }
    return room - width;
}

/* A gap that takes its share of what is left over. Too much is taken back
 * only where there is white: hanzi stay an em apart. */
static bool shares_rest(const bul_fit *fit, const bul_type_box *box,
                        bul_mpt rest, bul_mpt em)
{
    return bul_fit_stretches(box) &&
           (rest >= 0 || bul_fit_gap(fit, box, em) > 0);
}

/* The share of the next gap, so that the edge is met exactly. */
static bul_mpt next_share(bul_mpt *rest, bul_mpt *gap_count)
{
    bul_mpt more = *rest >= 0 ? *gap_count - 1 : 1 - *gap_count;
    bul_mpt share = (*rest + more) / *gap_count;
    *rest -= share;
    --*gap_count;
    return share;
}

bul_set_line bul_justify(const bul_paragraph *paragraph,
                         const bul_fit_sums *sums, const bul_shape *shape,
                         const bul_broken_line *line, bul_arena *arena)
{
    bul_mpt indent = line->first == 0 ? shape->first_indent : shape->indent;
    bul_mpt room = shape->measure - indent;
    bul_fit fit = bul_fit_line(paragraph, sums, line->first, line->end, room);
    bul_mpt rest = 0;
    if (!fills(shape, line))
        keep_natural(&fit);
    if (fit.fits && (fills(shape, line) || fit.natural > room))
        rest = left_over(paragraph, line, &fit, room);
    bool is_over = rest < 0;
    bul_mpt gap_count = 0;
    for (size_t i = line->first; i + 1 < line->end; i++)
        gap_count +=
            shares_rest(&fit, &paragraph->boxes[i], rest, paragraph->em);
    draft d = {.paragraph = paragraph,
               .arena = arena,
               .glyphs =
                   BUL_NEW(arena, bul_glyph, count_glyphs(paragraph, line))};
    BUL_RESERVE(arena, &d.runs, count_runs(paragraph, line));
    bul_mpt x = start_x(shape, line, &fit);
    bul_set_line set = {.x = x};
    for (size_t i = line->first; i < line->end; i++) {
        const bul_type_box *box = &paragraph->boxes[i];
        add_box(&d, box, x);
        add_link(&d, box, x);
        x += box->width;
        set.width = x - set.x;
        if (i + 1 == line->end)
            break;
        if (box->space_glyph != 0)
            add_space(&d, box, x);
        x += bul_fit_gap(&fit, box, paragraph->em);
        if (shares_rest(&fit, box, is_over ? -1 : 0, paragraph->em))
            x += next_share(&rest, &gap_count);
    }
    set.runs = d.runs.items;
    set.run_count = d.runs.count;
    set.links = d.links.items;
    set.link_count = d.links.count;
    return set;
}
