/* SPDX-License-Identifier: MIT */
#include "layout/fit.h"

#include "text/charclass.h"

/* Weights of the steps (decision 0006). */
#define COST_SPACE_LESS     0.1
#define COST_BRACKET        1.0
#define COST_PAUSE          1.5
#define COST_HAN_LATIN_LESS 1.5
#define COST_STOP           10.0
#define COST_SPACE_MORE     0.1
#define COST_HAN_LATIN_MORE 0.3
#define COST_GAP            4.0
#define GAP_UNIT            0.05 /* em at which a stretched gap costs COST_GAP */
/* An address alone in its line cannot be stretched at all: that is still
 * better than a last line of one character. */
#define COST_LOOSEST 50000.0

static bul_mpt quarter(bul_mpt em)
{
    return em / 4;
}

static bul_mpt space_less(const bul_type_box *box, bul_mpt em)
{
    return box->glue > quarter(em) ? box->glue - quarter(em) : 0;
}

static bul_mpt space_more(const bul_type_box *box, bul_mpt em)
{
    return box->glue < em / 2 ? em / 2 - box->glue : 0;
}

bool bul_fit_stretches(const bul_fit *fit, const bul_type_box *box)
{
    return box->glue_kind != BUL_GLUE_RIGID &&
           (box->glue_kind != BUL_GLUE_HAN_LATIN || fit->stretches_latin);
}

static bool is_letter(bul_class c)
{
    return c == BUL_CLASS_HAN || c == BUL_CLASS_LATIN || c == BUL_CLASS_DIGIT ||
           c == BUL_CLASS_WIDE_DIGIT || c == BUL_CLASS_SYMBOL;
}

/* A Latin word counts with its brackets and signs, a mark alone does not. */
static bool counts_as_letters(const bul_type_box *box)
{
    bul_class c = (bul_class)box->first_class;
    return is_letter(c) || (!bul_class_is_wide(c) && box->glyph_count > 1);
}

static void add_gap(bul_fit_sums *sum, const bul_type_box *box, bul_mpt em)
{
    sum->width += box->glue;
    if (box->glue_kind == BUL_GLUE_HAN_LATIN)
        sum->latin_gaps++;
    else if (box->glue_kind != BUL_GLUE_RIGID)
        sum->gaps++;
    switch ((bul_glue_kind)box->glue_kind) {
    case BUL_GLUE_SPACE:
        sum->space_less += space_less(box, em);
        sum->space_more += space_more(box, em);
        break;
    case BUL_GLUE_BRACKET:
        sum->bracket += box->glue;
        break;
    case BUL_GLUE_PAUSE:
        sum->pause += box->glue;
        break;
    case BUL_GLUE_STOP:
        sum->stop += box->glue;
        break;
    case BUL_GLUE_HAN_LATIN:
        sum->han_latin += box->glue;
        break;
    case BUL_GLUE_PLAIN:
    case BUL_GLUE_RIGID:
    case BUL_GLUE_KIND_COUNT:
        break;
    }
}

const bul_fit_sums *bul_fit_sum(const bul_paragraph *paragraph,
                                bul_arena *scratch)
{
    bul_fit_sums *sums =
        BUL_NEW(scratch, bul_fit_sums, paragraph->box_count + 1);
    for (size_t i = 0; i < paragraph->box_count; i++) {
        const bul_type_box *box = &paragraph->boxes[i];
        sums[i + 1] = sums[i];
        sums[i + 1].width += box->width;
        if (counts_as_letters(box))
            sums[i + 1].chars += box->glyph_count;
        add_gap(&sums[i + 1], box, paragraph->em);
    }
    return sums;
}

/* Takes from `*need` up to `capacity`; the share taken, in 1/65536. */
static int32_t take(int64_t *need, int64_t capacity)
{
    if (*need <= 0 || capacity <= 0)
        return 0;
    if (*need >= capacity) {
        *need -= capacity;
        return BUL_FIT_ONE;
    }
    /* Rounded up, so that a squeezed line is never too wide. */
    int32_t share = (int32_t)((*need * BUL_FIT_ONE + capacity - 1) / capacity);
    *need = 0;
    return share;
}

static double part(int32_t share)
{
    return (double)share / BUL_FIT_ONE;
}

static double square(double x)
{
    return x * x;
}

/* What the gaps of a line amount to: the sums at its end less those at its
 * start, less the gap after its last box, which hangs over the edge. */
static bul_fit_sums line_sums(const bul_paragraph *paragraph,
                              const bul_fit_sums *sums, size_t first,
                              size_t end)
{
    bul_fit_sums line = {0};
    const bul_type_box *last = &paragraph->boxes[end - 1];
    add_gap(&line, last, paragraph->em);
    const bul_fit_sums *a = &sums[first];
    const bul_fit_sums *b = &sums[end];
    line.width = b->width - a->width - line.width;
    line.space_less = b->space_less - a->space_less - line.space_less;
    line.space_more = b->space_more - a->space_more - line.space_more;
    line.bracket = b->bracket - a->bracket - line.bracket;
    line.pause = b->pause - a->pause - line.pause;
    line.stop = b->stop - a->stop - line.stop;
    line.han_latin = b->han_latin - a->han_latin - line.han_latin;
    line.gaps = b->gaps - a->gaps - line.gaps;
    line.latin_gaps = b->latin_gaps - a->latin_gaps - line.latin_gaps;
    line.chars = b->chars - a->chars;
    line.width += last->hyphen;
    return line;
}

static bul_fit_step squeeze_step(const bul_fit *fit)
{
    if (fit->stop > 0)
        return BUL_FIT_STOP;
    if (fit->han_latin_less > 0)
        return BUL_FIT_HAN_LATIN_LESS;
    if (fit->pause > 0)
        return BUL_FIT_PAUSE;
    if (fit->bracket > 0)
        return BUL_FIT_BRACKET;
    return fit->space_less > 0 ? BUL_FIT_SPACE_LESS : BUL_FIT_NATURAL;
}

static void squeeze(bul_fit *fit, const bul_fit_sums *line, int64_t need)
{
    fit->space_less = take(&need, line->space_less);
    /* Half of the brackets' blank, half of the pauses', then the rest. */
    fit->bracket = take(&need, line->bracket / 2) / 2;
    fit->pause = take(&need, line->pause / 2) / 2;
    fit->han_latin_less = take(&need, line->han_latin / 2) / 2;
    fit->bracket += take(&need, line->bracket - line->bracket / 2) / 2;
    fit->pause += take(&need, line->pause - line->pause / 2) / 2;
    fit->stop = take(&need, line->stop / 2) / 2;
    fit->fits = need <= 0;
    fit->step = squeeze_step(fit);
    fit->cost = COST_SPACE_LESS * square(part(fit->space_less)) +
                COST_BRACKET * square(part(fit->bracket)) +
                COST_PAUSE * square(part(fit->pause)) +
                COST_HAN_LATIN_LESS * square(2 * part(fit->han_latin_less)) +
                COST_STOP * square(part(fit->stop));
    int32_t most = fit->bracket > fit->pause ? fit->bracket : fit->pause;
    most = most > fit->stop ? most : fit->stop;
    fit->squeeze = part(most) / 2; /* a blank is half an em */
}

static void stretch(bul_fit *fit, const bul_fit_sums *line, int64_t need,
                    bul_mpt em)
{
    fit->fits = true;
    fit->space_more = take(&need, line->space_more);
    fit->han_latin_more = take(&need, line->han_latin);
    fit->cost = COST_SPACE_MORE * square(part(fit->space_more)) +
                COST_HAN_LATIN_MORE * square(part(fit->han_latin_more));
    fit->step = fit->han_latin_more > 0 ? BUL_FIT_HAN_LATIN_MORE
                : fit->space_more > 0   ? BUL_FIT_SPACE_MORE
                                        : BUL_FIT_NATURAL;
    if (need <= 0)
        return;
    fit->step = BUL_FIT_GAP;
    uint32_t gaps = line->gaps;
    fit->stretches_latin = gaps == 0;
    if (gaps == 0)
        gaps = line->latin_gaps > 0 ? line->latin_gaps : 1;
    fit->gap = (bul_mpt)(need / gaps);
    if (fit->stretches_latin && fit->gap > em) {
        /* A hanzi or two before a long address: no hole is torn open. */
        fit->is_short = true;
        fit->gap = 0;
    }
    double unit = (double)need / (double)gaps / ((double)em * GAP_UNIT);
    double loose = COST_GAP * unit * unit * unit;
    fit->cost += loose < COST_LOOSEST ? loose : COST_LOOSEST;
}

bul_fit bul_fit_line(const bul_paragraph *paragraph, const bul_fit_sums *sums,
                     size_t first, size_t end, bul_mpt room)
{
    bul_fit_sums line = line_sums(paragraph, sums, first, end);
    bul_mpt hang = paragraph->boxes[end - 1].hang;
    bul_fit fit = {.hangs = hang > 0 && line.width > room};
    if (fit.hangs)
        line.width -= hang;
    fit.natural = (bul_mpt)line.width;
    if (line.width > room)
        squeeze(&fit, &line, line.width - room);
    else
        stretch(&fit, &line, room - line.width, paragraph->em);
    return fit;
}

/* Rounded down for what is added, up for what is taken away. */
static bul_mpt more_of(bul_mpt whole, int32_t share)
{
    return (bul_mpt)((int64_t)whole * share / BUL_FIT_ONE);
}

static bul_mpt less_of(bul_mpt whole, int32_t share)
{
    return (bul_mpt)(((int64_t)whole * share + BUL_FIT_ONE - 1) / BUL_FIT_ONE);
}

bul_mpt bul_fit_gap(const bul_fit *fit, const bul_type_box *box, bul_mpt em)
{
    bul_mpt gap = box->glue;
    switch ((bul_glue_kind)box->glue_kind) {
    case BUL_GLUE_RIGID:
        return gap;
    case BUL_GLUE_SPACE:
        gap += more_of(space_more(box, em), fit->space_more) -
               less_of(space_less(box, em), fit->space_less);
        break;
    case BUL_GLUE_BRACKET:
        gap -= less_of(box->glue, fit->bracket);
        break;
    case BUL_GLUE_PAUSE:
        gap -= less_of(box->glue, fit->pause);
        break;
    case BUL_GLUE_STOP:
        gap -= less_of(box->glue, fit->stop);
        break;
    case BUL_GLUE_HAN_LATIN:
        gap += more_of(box->glue, fit->han_latin_more) -
               less_of(box->glue, fit->han_latin_less);
        break;
    case BUL_GLUE_PLAIN:
    case BUL_GLUE_KIND_COUNT:
        break;
    }
    return bul_fit_stretches(fit, box) ? gap + fit->gap : gap;
}
