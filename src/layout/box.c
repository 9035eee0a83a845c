/* SPDX-License-Identifier: MIT */
/* box.c - boxes in the text: notes and links on a tint, key figures, QR
 * codes. A box is a run of slugs with a ground behind them, so that it may be
 * as long as it likes and still keep to the grid. */
#include "layout/galley.h"
#include "picture/qr.h"

#define QR_SIDE  73700 /* 26 mm: read at arm's length */
#define QR_QUIET 4     /* modules of white around the code */

static void add_line(bul_caster *caster, const bul_line_of_text *line,
                     bul_style_name name)
{
    if (line->text.len == 0)
        return;
    const bul_style *style = &caster->c->template->styles[name];
    bul_set_text text = bul_compositor_line(caster->c, style, line->text,
                                            line->span, caster->measure);
    size_t first = caster->galley->slugs.count;
    bul_caster_add_text(caster, &text, style, BUL_ROLE_BOX, line->span);
    int more = bul_grid_rows(caster->c->template, style->size) - 1;
    for (size_t i = first; i < caster->galley->slugs.count; i++) {
        bul_slug *slug = &caster->galley->slugs.items[i];
        slug->flags = BUL_SLUG_KEEP_NEXT;
        slug->rows += more > 0 ? more : 0;
    }
}

static void add_padding(bul_caster *caster, bul_span span, unsigned flags)
{
    bul_caster_add(caster, 1, BUL_ROLE_BOX, span)->flags = flags;
}

/* 数字: the digits at the head of the first paragraph, large and in colour,
 * the rest of it their unit; the other paragraphs stand under it. */
static size_t digits_end(bul_str text)
{
    size_t i = 0;
    while (i < text.len &&
           ((text.ptr[i] >= '0' && text.ptr[i] <= '9') || text.ptr[i] == '.' ||
            text.ptr[i] == ',' || text.ptr[i] == '%'))
        i++;
    return i;
}

static bul_str plain_text(bul_arena *arena, const bul_runs *runs)
{
    bul_text text = bul_text_in(arena);
    for (size_t i = 0; i < runs->count; i++)
        bul_text_add(&text, runs->items[i].text);
    return bul_text_str(&text);
}

static bul_mpt add_figure_line(const bul_caster *caster, bul_slug *slug,
                               const bul_block *block, bul_mpt y)
{
    const bul_compositor *c = caster->c;
    const bul_style *number = &c->template->styles[BUL_STYLE_NUMBER];
    const bul_style *unit = &c->template->styles[BUL_STYLE_NUMBER_UNIT];
    bul_str whole = plain_text(c->arena, &block->runs);
    size_t split = digits_end(whole);
    bul_span span = block->span;
    bul_styled_run runs[2] = {
        bul_compositor_run(c, number, bul_str_sub(whole, 0, split), span),
        bul_compositor_run(
            c, unit, bul_str_trim(bul_str_sub(whole, split, whole.len)), span)};
    bul_set_text text = bul_compositor_set(
        c, number, split > 0 ? runs : runs + 1,
        split > 0 && split < whole.len ? 2 : 1, caster->measure);
    bul_mpt baseline = y + bul_style_baseline(number);
    for (size_t i = 0; i < text.line_count; i++)
        bul_block_add_line(c->arena, &slug->type, &text.lines[i], caster->x,
                           baseline + (bul_mpt)i * number->leading);
    return y + number->size +
           (text.line_count > 1
                ? (bul_mpt)(text.line_count - 1) * number->leading
                : 0);
}

static bul_mpt add_note_lines(const bul_caster *caster, bul_slug *slug,
                              const bul_block *block, bul_mpt y)
{
    const bul_compositor *c = caster->c;
    const bul_style *style = &c->template->styles[BUL_STYLE_NUMBER_NOTE];
    bul_styled_runs styled = {0};
    bul_compositor_add_runs(c, style, &block->runs, &styled);
    bul_set_text text = bul_compositor_set(c, style, styled.items, styled.count,
                                           caster->measure);
    for (size_t i = 0; i < text.line_count; i++) {
        bul_block_add_line(c->arena, &slug->type, &text.lines[i], caster->x,
                           y + bul_style_baseline(style));
        y += style->leading;
    }
    return y;
}

static void add_number(bul_caster *caster, const bul_box *box, bul_span span)
{
    const bul_template *t = caster->c->template;
    bul_slug *slug = bul_caster_add(caster, 1, BUL_ROLE_BOX, span);
    slug->flags = BUL_SLUG_FLOATS;
    bul_mpt heavy = t->box_rule > 0 ? t->box_rule : 2500;
    bul_bar bar = {.x = caster->x,
                   .y = t->ink_top,
                   .w = caster->measure,
                   .h = heavy,
                   .color = t->accent};
    bul_block_add_bar(caster->c->arena, &slug->type, bar);
    bul_mpt y = bar.y + heavy + t->leading / 2;
    for (size_t i = 0; i < box->blocks->count; i++) {
        const bul_block *block = &box->blocks->items[i];
        y = i == 0 ? add_figure_line(caster, slug, block, y) + t->leading / 3
                   : add_note_lines(caster, slug, block, y);
    }
    slug->rows = bul_grid_rows(t, y + t->leading / 2);
    bar.h = 250;
    bar.y = slug->rows * t->leading - t->ink_top;
    bar.color = t->rule_color;
    bul_block_add_bar(caster->c->arena, &slug->type, bar);
    slug->rows++;
    slug->white = 1;
}

void bul_caster_add_box(bul_caster *caster, const bul_box *box, bul_span span)
{
    if (box->is_figure_of_number) {
        add_number(caster, box, span);
        return;
    }
    const bul_template *t = caster->c->template;
    bul_ground *ground = BUL_NEW(caster->c->arena, bul_ground, 1);
    *ground = (bul_ground){.width = caster->measure,
                           .tint = t->tint,
                           .rule = t->box_rule,
                           .rule_color = t->accent};
    bul_caster_add_white(caster, 1, span);
    bul_caster inner = *caster;
    inner.ground = ground;
    inner.x += t->box_inset;
    inner.measure -= 2 * t->box_inset;
    add_padding(&inner, span, BUL_SLUG_KEEP_NEXT);
    add_line(&inner, &box->kind, BUL_STYLE_BOX_LABEL);
    add_line(&inner, &box->title, BUL_STYLE_BOX_TITLE);
    bul_caster_add_blocks(&inner, box->blocks, &t->styles[BUL_STYLE_BOX_TEXT]);
    BUL_LAST(&inner.galley->slugs)->flags |= BUL_SLUG_KEEP_NEXT;
    add_padding(&inner, span, 0);
    caster->block_number = inner.block_number;
    caster->group_count = inner.group_count;
    bul_caster_add_white(caster, 1, span);
    BUL_LAST(&caster->galley->slugs)->flags = BUL_SLUG_WHITE;
}

/* Modules side by side become one bar: fewer edges, no hairlines between. */
static void draw_qr(const bul_caster *caster, bul_slug *slug, const bul_qr *qr,
                    bul_mpt y, bul_mpt module)
{
    bul_mpt x = caster->x;
    for (size_t row = 0; row < qr->side; row++) {
        const uint8_t *modules = qr->modules + row * qr->side;
        for (size_t at = 0; at < qr->side;) {
            size_t end = at;
            while (end < qr->side && modules[end])
                end++;
            if (end > at)
                bul_block_add_bar(caster->c->arena, &slug->type,
                                  (bul_bar){.x = x + (bul_mpt)at * module,
                                            .y = y + (bul_mpt)row * module,
                                            .w = (bul_mpt)(end - at) * module,
                                            .h = module,
                                            .color = BUL_COLOR_BLACK});
            at = end + 1;
        }
    }
}

void bul_caster_add_qr(bul_caster *caster, const bul_block *block)
{
    const bul_compositor *c = caster->c;
    const bul_template *t = c->template;
    bul_qr qr;
    if (!bul_qr_encode(c->arena, block->target.text, &qr)) {
        bul_report(c->diag, BUL_MSG_LAYOUT_QR_TOO_LONG, block->target.span,
                   BUL_NO_ARGS);
        return;
    }
    bul_mpt module = QR_SIDE / (bul_mpt)(qr.side);
    bul_mpt code = module * (bul_mpt)qr.side;
    bul_mpt quiet = QR_QUIET * module;
    int rows = bul_grid_rows(t, code + 2 * quiet);
    bul_slug *slug = bul_caster_add(caster, rows, BUL_ROLE_FIGURE, block->span);
    slug->flags = BUL_SLUG_FLOATS;
    bul_mpt top = (rows * t->leading - code) / 2;
    draw_qr(caster, slug, &qr, top, module);
    bul_mpt beside = code + quiet;
    const bul_style *style = &t->styles[BUL_STYLE_CAPTION];
    bul_styled_runs styled = {0};
    bul_compositor_add_runs(c, style, &block->runs, &styled);
    bul_set_text text = bul_compositor_set(c, style, styled.items, styled.count,
                                           caster->measure - beside);
    /* The words stand in the middle of the code's height. */
    bul_mpt y = top + (code - (bul_mpt)text.line_count * style->leading) / 2 +
                (style->leading - style->size) / 2 + bul_style_baseline(style);
    for (size_t i = 0; i < text.line_count; i++)
        bul_block_add_line(c->arena, &slug->type, &text.lines[i],
                           caster->x + beside, y + (bul_mpt)i * style->leading);
}
