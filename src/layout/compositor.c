/* SPDX-License-Identifier: MIT */
#include "layout/compositor.h"

#include "layout/headline.h"

/* A note's call (注号) in thousandths of the type it stands in: as high as the
 * squares beside it. */
#define CALL_SIZE 620

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
    return (bul_styled_run){
        .text = text,
        .span = span,
        .face = bul_fontset_find_in(c->fonts, c->locale, style->family,
                                    style->weight, style->family_span),
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

static unsigned marks_of(unsigned flags)
{
    return (flags & BUL_RUN_DOTS ? BUL_LINE_MARK_DOTS : 0u) |
           (flags & BUL_RUN_NAME ? BUL_LINE_MARK_NAME : 0u) |
           (flags & BUL_RUN_WAVE ? BUL_LINE_MARK_WAVE : 0u) |
           (flags & BUL_RUN_LINE ? BUL_LINE_MARK_LINE : 0u);
}

/* The call takes the face of the text whatever its word is set in. */
static bul_styled_run call_of_note(const bul_compositor *c,
                                   const bul_style *style, const bul_run *run)
{
    bul_styled_run call = bul_compositor_run(
        c, style, bul_note_sign(c->arena, run->note), run->span);
    bul_mpt less = style->size - bul_mpt_scale(style->size, CALL_SIZE, 1000);
    call.size -= less;
    call.rise =
        c->is_vertical ? less / 2 : bul_mpt_scale(less, BUL_SQUARE_TOP, 1000);
    call.tracking = 0;
    call.url = run->url;
    call.attaches = true;
    return call;
}

void bul_compositor_add_runs(const bul_compositor *c, const bul_style *style,
                             const bul_runs *runs, bul_styled_runs *styled)
{
    for (size_t i = 0; i < runs->count; i++) {
        const bul_run *run = &runs->items[i];
        if (run->note > 0) {
            *BUL_PUSH(c->scratch, styled) = call_of_note(c, style, run);
            continue;
        }
        bul_style own = style_of_run(c, style, run->flags);
        bul_styled_run *to = BUL_PUSH(c->scratch, styled);
        *to = bul_compositor_run(c, &own, run->text, run->span);
        to->url = run->url;
        to->starts_line = (run->flags & BUL_RUN_NEWLINE) != 0;
        to->is_code = (run->flags & BUL_RUN_CODE) != 0;
        to->marks = marks_of(run->flags);
        to->group = run->group;
        to->ruby = run->ruby;
        to->language = run->language;
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

static bul_rules rules_for(const bul_compositor *c, const bul_style *style)
{
    bul_rules rules = c->template->rules;
    rules.locale = c->locale;
    rules.han_space = style->half_quotes ? 500 : 333;
    rules.half_quotes = style->half_quotes;
    rules.is_title = style->max_lines > 0;
    rules.is_vertical = c->is_vertical;
    rules.on_grid = rules.on_grid && style->align == BUL_STYLE_JUSTIFY &&
                    style->size == c->template->styles[BUL_STYLE_BODY].size;
    return rules;
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
        bul_fit fit = bul_fit_line(paragraph, sums, line->first, line->end,
                                   shape->measure -
                                       bul_shape_indent(shape, line->number));
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

/* Two em, in Japanese one (段首缩进). */
static bul_mpt indent_of(const bul_style *style, bul_locale locale)
{
    bool is_custom = locale == BUL_LOCALE_JA && !style->has_own_indent &&
                     style->indent == 2 * style->size;
    return is_custom ? style->size : style->indent;
}

/* The room that text of a style has in some width. On a grid of characters
 * it is whole squares, and nothing is stretched. */
static bul_shape shape_for(const bul_style *style, bul_mpt width,
                           const bul_rules *rules)
{
    bul_shape shape = {.measure = width - style->left - style->right,
                       .first_indent = indent_of(style, rules->locale),
                       .indent = style->hang,
                       .align = align_of(style->align)};
    if (!rules->on_grid)
        return shape;
    if (shape.measure > style->size)
        shape.measure -= shape.measure % style->size;
    shape.align = BUL_ALIGN_LEFT;
    return shape;
}

/* A paragraph being set. */
typedef struct setting {
    const bul_paragraph *paragraph;
    const bul_fit_sums *sums;
    bul_shape shape;
    bul_broken broken;
} setting;

static void break_lines(const bul_compositor *c, const bul_style *style,
                        setting *s)
{
    s->sums = bul_fit_sum(s->paragraph, c->scratch);
    if (style->max_lines > 0)
        s->broken = bul_headline_break(s->paragraph, s->sums, &s->shape,
                                       c->vocabulary, c->scratch);
    else if (c->template->is_draft)
        s->broken = bul_linebreak_first_fit(s->paragraph, s->sums, &s->shape,
                                            c->scratch);
    else
        s->broken = bul_linebreak(s->paragraph, s->sums, &s->shape, c->scratch);
}

/* Lines looser than this are worth dividing words for, em. */
#define GAP_TO_HYPHENATE 0.1

/* Words are divided only where a paragraph would be ugly without: most never
 * ask for the dictionary. */
static bool wants_hyphens(const bul_rules *rules, const bul_broken *broken)
{
    return rules->hyphenates && !rules->on_grid &&
           (broken->loosest > GAP_TO_HYPHENATE || broken->overfull_count > 0);
}

static bul_mpt most_indented(const bul_shape *shape)
{
    bul_mpt most = shape->drop_indent;
    most = shape->first_indent > most ? shape->first_indent : most;
    return shape->indent > most ? shape->indent : most;
}

/* Shapes runs and breaks them into lines, all in the scratch arena. */
static setting set_runs(const bul_compositor *c, const bul_style *style,
                        const bul_styled_run *runs, size_t run_count,
                        bul_mpt width, bul_drop drop)
{
    bul_rules rules = rules_for(c, style);
    setting s = {.shape = shape_for(style, width, &rules)};
    s.shape.drop_lines = drop.line_count;
    s.shape.drop_indent = drop.indent;
    s.paragraph = bul_paragraph_set(c->setter, c->arena, c->scratch, runs,
                                    run_count, &rules);
    break_lines(c, style, &s);
    if (style->max_lines == 0 && wants_hyphens(&rules, &s.broken)) {
        s.paragraph =
            bul_paragraph_hyphenate(c->setter, s.paragraph, c->scratch);
        break_lines(c, style, &s);
    }
    if (s.broken.overfull_count > 0) {
        s.paragraph = bul_paragraph_part(
            s.paragraph, s.shape.measure - most_indented(&s.shape), c->scratch);
        break_lines(c, style, &s);
    }
    report_overfull(c, s.paragraph, s.sums, &s.shape, &s.broken);
    report_parted(c, s.paragraph, &s.broken);
    return s;
}

static bul_set_text justify_lines(const bul_compositor *c, const setting *s,
                                  const bul_broken *broken)
{
    bul_set_text text = {
        .lines = BUL_NEW(c->arena, bul_set_line, broken->line_count),
        .line_count = broken->line_count};
    for (size_t i = 0; i < broken->line_count; i++) {
        text.lines[i] = bul_justify(s->paragraph, s->sums, &s->shape,
                                    &broken->lines[i], c->arena, c->scratch);
        if (text.lines[i].width > text.width)
            text.width = text.lines[i].width;
    }
    return text;
}

bul_set_text bul_compositor_set(const bul_compositor *c, const bul_style *style,
                                const bul_styled_run *runs, size_t run_count,
                                bul_mpt width)
{
    return bul_compositor_set_beside(c, style, runs, run_count, width,
                                     (bul_drop){0});
}

bul_set_text bul_compositor_set_beside(const bul_compositor *c,
                                       const bul_style *style,
                                       const bul_styled_run *runs,
                                       size_t run_count, bul_mpt width,
                                       bul_drop drop)
{
    bul_arena_mark mark = bul_arena_mark_now(c->scratch);
    setting s = set_runs(c, style, runs, run_count, width, drop);
    bul_set_text text = justify_lines(c, &s, &s.broken);
    bul_arena_rewind(c->scratch, mark);
    return text;
}

/* By what a line costs more than it did: all its stops halved are 2.5, all
 * marks without their blanks 5, gaps of 0.05 em 4, of 0.1 em 32. */
static int price_of_loss(double loss)
{
    static const double steps[] = {1, 3, 8, 16};
    int price = 2;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        price += loss > steps[i] ? 1 : 0;
    return price;
}

static bul_varied_text justify_way(const bul_compositor *c, const setting *s,
                                   const bul_broken_way *way)
{
    if (way->broken.line_count == 0)
        return (bul_varied_text){0};
    return (bul_varied_text){justify_lines(c, s, &way->broken),
                             price_of_loss(way->loss)};
}

bul_set_ways bul_compositor_set_ways(const bul_compositor *c,
                                     const bul_style *style,
                                     const bul_styled_run *runs,
                                     size_t run_count, bul_mpt width)
{
    bul_arena_mark mark = bul_arena_mark_now(c->scratch);
    setting s = set_runs(c, style, runs, run_count, width, (bul_drop){0});
    bul_broken_ways ways = {0};
    if (style->max_lines == 0)
        ways = bul_linebreak_vary(s.paragraph, s.sums, &s.shape, &s.broken,
                                  c->scratch);
    bul_set_ways set = {.natural = justify_lines(c, &s, &s.broken),
                        .fewer = justify_way(c, &s, &ways.fewer),
                        .more = justify_way(c, &s, &ways.more)};
    bul_arena_rewind(c->scratch, mark);
    return set;
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
    bul_rules rules = rules_for(c, style);
    bul_styled_run run = bul_compositor_run(c, style, text, (bul_span){0});
    const bul_paragraph *paragraph =
        bul_paragraph_set(c->setter, c->scratch, c->scratch, &run, 1, &rules);
    const bul_fit_sums *sums = bul_fit_sum(paragraph, c->scratch);
    bul_mpt width = (bul_mpt)sums[paragraph->box_count].width;
    bul_arena_rewind(c->scratch, mark);
    return width;
}
