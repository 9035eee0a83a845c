/* SPDX-License-Identifier: MIT */
/* notes.c - the notes of an article (注释): how they are numbered, which line
 * calls them, and the notes themselves, small and under a short rule. They are
 * the end of the galley; where the layout wants them at the feet of columns,
 * column.h takes them from there. */
#include "base/utf8.h"
#include "layout/galley.h"

#define RULE_WEIGHT 250 /* 反线 */
#define RULE_PART   4   /* the rule is a quarter of the measure long */

bul_str bul_note_sign(bul_arena *arena, uint32_t number)
{
    uint32_t circled = 0x2460 + number - 1;
    if (number > 20)
        circled = 0x3251 + number - 21;
    if (number > 35)
        circled = 0x32B1 + number - 36;
    bul_text text = bul_text_in(arena);
    if (number <= 50)
        bul_text_add_char(&text, circled);
    else
        bul_text_addf(&text, "[%u]", (unsigned)number);
    return bul_text_str(&text);
}

/* ---- Calls. ---- */

static bool holds(const bul_set_line *line, bul_span call)
{
    for (size_t i = 0; i < line->run_count; i++) {
        bul_span span = line->runs[i].span;
        if (span.file == call.file && span.start == call.start)
            return true;
    }
    return false;
}

static void mark_call(bul_caster *caster, const bul_set_text *text,
                      const bul_run *run, size_t first)
{
    for (size_t i = 0; i < text->line_count; i++) {
        if (!holds(&text->lines[i], run->span))
            continue;
        bul_slug *slug = &caster->galley->slugs.items[first + i];
        if (run->note > slug->notes)
            slug->notes = run->note;
        return;
    }
}

void bul_caster_mark_calls(bul_caster *caster, const bul_set_text *text,
                           const bul_runs *runs, size_t first)
{
    for (size_t i = 0; i < runs->count; i++)
        if (runs->items[i].note > 0)
            mark_call(caster, text, &runs->items[i], first);
}

/* ---- Notes. ---- */

/* In the middle of the white between the text and the first note. */
static void add_rule(bul_caster *caster, bul_span span)
{
    const bul_template *t = caster->c->template;
    bul_slug *slug = bul_caster_add(caster, 1, BUL_ROLE_FURNITURE, span);
    slug->flags = BUL_SLUG_KEEP_NEXT;
    slug->block_number = 0;
    bul_mpt more = bul_style_baseline(&t->styles[BUL_STYLE_BODY]) -
                   bul_style_baseline(&t->styles[BUL_STYLE_FOOTNOTE]);
    bul_bar bar = {.x = caster->x,
                   .y = (t->leading + more) / 2,
                   .w = caster->measure / RULE_PART,
                   .h = RULE_WEIGHT,
                   .color = t->rule_color};
    bul_block_add_bar(caster->c->arena, &slug->type, bar);
}

static void add_note(bul_caster *caster, const bul_note *note, uint32_t number)
{
    const bul_compositor *c = caster->c;
    const bul_style *style = &c->template->styles[BUL_STYLE_FOOTNOTE];
    bul_arena_mark mark = bul_arena_mark_now(c->scratch);
    bul_styled_runs styled = {0};
    bul_styled_run *sign = BUL_PUSH(c->scratch, &styled);
    *sign = bul_compositor_run(c, style, bul_note_sign(c->arena, number),
                               note->label.span);
    sign->is_rigid = true;
    sign->fills = style->hang - style->indent;
    bul_compositor_add_runs(c, style, &note->runs, &styled);
    bul_set_text text = bul_compositor_set(c, style, styled.items, styled.count,
                                           caster->measure);
    bul_arena_rewind(c->scratch, mark);
    caster->block_number++;
    bul_caster_add_text(caster, &text, style, BUL_ROLE_NOTE, note->span);
}

void bul_slugs_call_all(bul_slug *slugs, size_t slug_count, size_t note_count)
{
    for (size_t i = slug_count; i > 0; i--) {
        if (slugs[i - 1].flags & BUL_SLUG_WHITE)
            continue;
        slugs[i - 1].notes = (uint32_t)note_count;
        return;
    }
}

void bul_caster_add_notes(bul_caster *caster, const bul_article *article)
{
    const bul_compositor *c = caster->c;
    bul_galley *galley = caster->galley;
    size_t count = article->notes.count;
    if (count == 0)
        return;
    bul_slugs_call_all(galley->slugs.items, galley->slugs.count, count);
    size_t rule = galley->slugs.count;
    size_t *ends = BUL_NEW(c->arena, size_t, count);
    add_rule(caster, article->notes.items[0].span);
    for (size_t i = 0; i < count; i++) {
        add_note(caster, &article->notes.items[i], (uint32_t)i + 1);
        ends[i] = galley->slugs.count - rule - 1;
    }
    if (!c->template->has_foot_notes)
        return;
    galley->foot_count = galley->slugs.count - rule;
    galley->note_ends = ends;
}
