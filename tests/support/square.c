/* SPDX-License-Identifier: MIT */
/* square.c - see square.h. */
#include "support/square.h"

#include "base/utf8.h"
#include "text/setter.h"

typedef struct maker {
    world *w;
    bul_paragraph_draft draft;
    bul_text text;
    bool in_link;
    bool breaks; /* a forced break stands before the next box */
} maker;

static bool is_pair(bul_class c)
{
    return c == BUL_CLASS_DASH || c == BUL_CLASS_ELLIPSIS;
}

static void measure(bul_type_box *box, bul_class c)
{
    box->width += bul_class_is_wide(c) ? SQUARE_EM : SQUARE_EM / 2;
    if (c == BUL_CLASS_MIDDOT || c == BUL_CLASS_SOLIDUS)
        box->width = SQUARE_EM / 2;
    bul_blank_side side = bul_class_blank(c, &(bul_rules){0});
    if (side == BUL_BLANK_NONE)
        return;
    box->width = SQUARE_EM / 2;
    if (side == BUL_BLANK_BEFORE)
        box->blank_before = SQUARE_EM / 2;
    else
        box->blank_after = SQUARE_EM / 2;
    box->shift = -box->blank_before;
}

static bool joins(const bul_type_box *last, uint16_t style, bul_class c)
{
    if (last->style != style || last->space_glyph != 0)
        return false;
    if (is_pair(c))
        return last->first_class == c && last->glyph_count == 1;
    return !bul_class_is_wide(c) &&
           !bul_class_is_wide((bul_class)last->last_class);
}

static void add_char(maker *m, uint32_t code_point)
{
    bul_class c = bul_class_of(code_point);
    bul_arena *arena = &m->w->arena;
    uint32_t at = (uint32_t)m->text.len;
    uint16_t style = m->in_link ? 1 : 0;
    bul_type_box *last =
        m->draft.boxes.count ? BUL_LAST(&m->draft.boxes) : NULL;
    bul_text_add_char(&m->text, code_point);
    if (c == BUL_CLASS_SPACE && last) {
        last->space_glyph = ' ';
        last->glue = 3 * SQUARE_EM / 10;
        return;
    }
    if (last && m->breaks)
        last->penalty = BUL_PENALTY_FORCED;
    bul_type_box *box = last;
    if (last == NULL || m->breaks || !joins(last, style, c)) {
        box = BUL_PUSH(arena, &m->draft.boxes);
        *box = (bul_type_box){.text = at,
                              .glyph = (uint32_t)m->draft.glyphs.count,
                              .style = style,
                              .first_class = (uint8_t)c};
    }
    m->breaks = false;
    *BUL_PUSH(arena, &m->draft.glyphs) =
        (bul_box_glyph){code_point, at, box->width, 0};
    box->glyph_count++;
    box->last_class = (uint8_t)c;
    box->text_end = (uint32_t)m->text.len;
    measure(box, c);
}

static void decide_gaps(maker *m)
{
    bul_type_boxes *boxes = &m->draft.boxes;
    for (size_t i = 0; i + 1 < boxes->count; i++) {
        bul_type_box *left = &boxes->items[i];
        bul_box_space(&m->draft, left, left + 1);
        if (left->penalty == 0)
            left->penalty = bul_box_penalty(&m->draft, left + 1);
    }
    if (boxes->count == 0)
        return;
    BUL_LAST(boxes)->glue = 0;
    BUL_LAST(boxes)->space_glyph = 0;
    BUL_LAST(boxes)->penalty = BUL_PENALTY_FORCED;
}

static void add_style(maker *m, bul_str url)
{
    *BUL_PUSH(&m->w->arena, &m->draft.styles) = (bul_text_style){
        .size = SQUARE_EM, .color = BUL_COLOR_BLACK, .url = url};
    *BUL_PUSH(&m->w->arena, &m->draft.style_runs) = 0;
}

square *square_set(world *w, const char *text)
{
    static const bul_styled_run run = {.size = SQUARE_EM};
    static const bul_rules rules = {
        .breaks = BUL_BREAKS_GB, .han_latin = 250, .han_space = 333};
    static const uint32_t run_starts[2] = {0, 0};
    maker m = {.w = w, .text = bul_text_in(&w->arena)};
    m.draft.runs = &run;
    m.draft.run_count = 1;
    m.draft.rules = &rules;
    m.draft.run_starts = run_starts;
    m.draft.scratch = &w->arena;
    add_style(&m, BUL_STR(""));
    add_style(&m, BUL_STR("u"));
    bul_str s = bul_str_from(text);
    for (size_t at = 0; at < s.len;) {
        uint32_t c = bul_utf8_next(s, &at);
        if (c == '\n')
            m.breaks = true;
        else if (c == '<' || c == '>')
            m.in_link = c == '<';
        else
            add_char(&m, c);
    }
    m.draft.text = bul_text_str(&m.text);
    bul_draft_breaks(&m.draft);
    decide_gaps(&m);
    square *made = BUL_NEW(&w->arena, square, 1);
    made->boxes = m.draft.boxes.items;
    made->paragraph = (bul_paragraph){.text = m.draft.text,
                                      .em = SQUARE_EM,
                                      .boxes = m.draft.boxes.items,
                                      .box_count = m.draft.boxes.count,
                                      .glyphs = m.draft.glyphs.items,
                                      .styles = m.draft.styles.items,
                                      .style_count = 2};
    square_sum(w, made);
    return made;
}

void square_sum(world *w, square *s)
{
    s->sums = bul_fit_sum(&s->paragraph, &w->arena);
}

const char *square_lines(world *w, const square *s, const bul_broken *broken)
{
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < broken->line_count; i++) {
        const bul_broken_line *line = &broken->lines[i];
        if (i > 0)
            bul_text_add(&text, BUL_STR("/"));
        bul_text_add(&text,
                     bul_str_sub(s->paragraph.text, s->boxes[line->first].text,
                                 s->boxes[line->end - 1].text_end));
    }
    return bul_cstr(&w->arena, bul_text_str(&text));
}

bul_shape square_shape(int measure_em, int indent_em)
{
    return (bul_shape){.measure = measure_em * SQUARE_EM,
                       .first_indent = indent_em * SQUARE_EM};
}

bul_broken square_break(world *w, const square *s, const bul_shape *shape)
{
    return bul_linebreak(&s->paragraph, s->sums, shape, &w->arena);
}
