/* SPDX-License-Identifier: MIT */
/* places.c - where the boxes of a line stand: gaps decided, then dealt out to
 * the last millipoint, so that the edge is met exactly. */
#include "layout/places.h"

#include "text/bidi.h"

/* A line whose boxes are being placed. */
typedef struct seating {
    const bul_paragraph *paragraph;
    const bul_broken_line *line;
    bul_arena *scratch;
    bul_mpt *places;
} seating;

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
    const bul_type_box *last = &paragraph->boxes[line->end - 1];
    bul_mpt width = last->hyphen - (fit->hangs ? last->hang : 0);
    for (size_t i = line->first; i < line->end; i++) {
        const bul_type_box *box = &paragraph->boxes[i];
        width += box->width;
        if (i + 1 < line->end)
            width += bul_fit_gap(fit, box, paragraph->em);
    }
    return room - width;
}

/* A gap that takes its share of what is left over: in the last step one that
 * stretches, so that no white beside Latin passes its most. Too much is taken
 * back only where there is white: hanzi stay an em apart. */
static bool shares_rest(const bul_fit *fit, const bul_type_box *box,
                        bul_mpt rest, bul_mpt em)
{
    bool gives = fit->step == BUL_FIT_GAP ? bul_fit_stretches(fit, box)
                                          : box->glue_kind != BUL_GLUE_RIGID;
    return gives && (rest >= 0 || bul_fit_gap(fit, box, em) > 0);
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

static bul_mpt start_x(const bul_shape *shape, bul_mpt indent,
                       const bul_fit *fit)
{
    bul_mpt slack = shape->measure - indent - fit->natural;
    if (slack <= 0)
        return indent;
    if (shape->align == BUL_ALIGN_CENTER)
        return indent + slack / 2;
    return shape->align == BUL_ALIGN_RIGHT ? indent + slack : indent;
}

/* The gap after each box of the line but the last. */
static void decide_gaps(const seating *d, const bul_fit *fit, bul_mpt rest,
                        bul_mpt *gaps)
{
    const bul_paragraph *paragraph = d->paragraph;
    bul_mpt gap_count = 0;
    bul_mpt sign = rest < 0 ? -1 : 0;
    for (size_t i = d->line->first; i + 1 < d->line->end; i++)
        gap_count +=
            shares_rest(fit, &paragraph->boxes[i], rest, paragraph->em);
    for (size_t i = d->line->first; i + 1 < d->line->end; i++) {
        const bul_type_box *box = &paragraph->boxes[i];
        bul_mpt gap = bul_fit_gap(fit, box, paragraph->em);
        if (shares_rest(fit, box, sign, paragraph->em))
            gap += next_share(&rest, &gap_count);
        gaps[i - d->line->first] = gap;
    }
}

/* Where some boxes run to the left, boxes and gaps are placed in the order
 * they are seen. A gap lies as deep as the lesser of its neighbours. */
static void place_seen(seating *d, const bul_mpt *gaps, bul_mpt x)
{
    size_t count = d->line->end - d->line->first;
    const bul_type_box *boxes = d->paragraph->boxes + d->line->first;
    size_t thing_count = 2 * count - 1;
    uint8_t *levels = BUL_NEW(d->scratch, uint8_t, thing_count);
    size_t *order = BUL_NEW(d->scratch, size_t, thing_count);
    for (size_t i = 0; i < count; i++) {
        levels[2 * i] = boxes[i].level;
        if (i > 0)
            levels[2 * i - 1] = boxes[i].level < boxes[i - 1].level
                                    ? boxes[i].level
                                    : boxes[i - 1].level;
    }
    bul_bidi_order(levels, thing_count, 0, order);
    for (size_t i = 0; i < thing_count; i++) {
        size_t box = order[i] / 2;
        bool is_gap = order[i] % 2 == 1;
        if (!is_gap)
            d->places[box] = x;
        x += is_gap ? gaps[box] : boxes[box].width;
    }
}

static void place_boxes(seating *d, const bul_fit *fit, bul_mpt rest, bul_mpt x)
{
    size_t count = d->line->end - d->line->first;
    bul_mpt *gaps = BUL_NEW(d->scratch, bul_mpt, count);
    d->places = BUL_NEW(d->scratch, bul_mpt, count);
    decide_gaps(d, fit, rest, gaps);
    if (d->paragraph->has_levels) {
        place_seen(d, gaps, x);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        d->places[i] = x;
        x += d->paragraph->boxes[d->line->first + i].width + gaps[i];
    }
}

const bul_mpt *bul_line_places(const bul_paragraph *paragraph,
                               const bul_fit_sums *sums, const bul_shape *shape,
                               const bul_broken_line *line, bul_arena *scratch)
{
    bul_mpt indent = bul_shape_indent(shape, line->number);
    bul_mpt room = shape->measure - indent;
    bul_fit fit = bul_fit_line(paragraph, sums, line->first, line->end, room);
    bul_mpt rest = 0;
    bool is_filled = fills(shape, line) &&
                     (!fit.is_short || shape->align == BUL_ALIGN_SPREAD);
    if (!is_filled)
        keep_natural(&fit);
    if (fit.fits && (is_filled || fit.natural > room))
        rest = left_over(paragraph, line, &fit, room);
    seating d = {.paragraph = paragraph, .line = line, .scratch = scratch};
    place_boxes(&d, &fit, rest, start_x(shape, indent, &fit));
    return d.places;
}
