/* SPDX-License-Identifier: MIT */
/* paragraph.c - the order of work: join the text, itemize, shape, then decide
 * every gap. */
#include "text/paragraph.h"

#include "text/bidi.h"
#include "text/setter.h"

static void destroy_buffer(void *buffer)
{
    hb_buffer_destroy(buffer);
}

bul_setter *bul_setter_open(bul_arena *arena, bul_fontset *fonts,
                            bul_hyphenator *hyphenator)
{
    bul_setter *setter = BUL_NEW(arena, bul_setter, 1);
    setter->fonts = fonts;
    setter->hyphenator = hyphenator;
    setter->buffer = hb_buffer_create();
    bul_arena_defer(arena, destroy_buffer, setter->buffer);
    static const char *const tags[BUL_LOCALE_COUNT] = {
        "zh-hans", "zh-hant-tw", "zh-hant-hk", "ja", "ko"};
    for (size_t i = 0; i < BUL_LOCALE_COUNT; i++)
        setter->languages[i] = hb_language_from_string(tags[i], -1);
    return setter;
}

/* A single run lends its text; several are copied together. */
static bul_str joined_text(bul_arena *arena, const bul_styled_run *runs,
                           size_t run_count)
{
    if (run_count == 1)
        return runs[0].text;
    bul_text text = bul_text_in(arena);
    for (size_t i = 0; i < run_count; i++)
        bul_text_add(&text, runs[i].text);
    return bul_text_str(&text);
}

static const uint32_t *starts_of(bul_arena *scratch, const bul_styled_run *runs,
                                 size_t run_count)
{
    uint32_t *starts = BUL_NEW(scratch, uint32_t, run_count + 1);
    for (size_t i = 0; i < run_count; i++)
        starts[i + 1] = starts[i] + (uint32_t)runs[i].text.len;
    return starts;
}

/* The gap after the label of a list takes it to where the text hangs. `x` is
 * the end of its last box. */
static void fill_label(const bul_paragraph_draft *draft, bul_type_box *left,
                       const bul_type_box *right, bul_mpt x)
{
    uint32_t run = draft->style_runs.items[left->style];
    bul_mpt fills = draft->runs[run].fills;
    bool ends = draft->style_runs.items[right->style] != run;
    if (ends && fills > x + left->glue)
        left->glue = fills - x;
}

static void decide_penalty(const bul_paragraph_draft *draft, bul_type_box *left,
                           const bul_type_box *right)
{
    if (bul_box_follows_hyphen(draft, right))
        bul_box_hyphenate(left, &draft->styles.items[left->style]);
    if (left->penalty == 0)
        left->penalty = bul_box_penalty(draft, right);
    else if (left->penalty == -1)
        left->penalty = 0; /* invited by U+200B */
}

/* ，、。 may stand out at the end of a line, where they stand in a corner of
 * their square (clreq 3.1.7). */
static void let_hang(const bul_rules *rules, bul_type_box *box)
{
    bool may =
        box->last_class == BUL_CLASS_PAUSE || box->last_class == BUL_CLASS_STOP;
    if (rules->hangs && may && box->blank_before == 0)
        box->hang = box->width;
}

static void decide_gaps(bul_paragraph_draft *draft)
{
    bul_mpt x = 0;
    for (size_t i = 0; i + 1 < draft->boxes.count; i++) {
        bul_type_box *left = &draft->boxes.items[i];
        const bul_type_box *right = &draft->boxes.items[i + 1];
        bul_box_space(draft, left, right);
        x += left->width;
        fill_label(draft, left, right, x);
        x += left->glue;
        decide_penalty(draft, left, right);
        let_hang(draft->rules, left);
    }
    if (draft->boxes.count == 0)
        return;
    bul_type_box *last = BUL_LAST(&draft->boxes);
    last->glue = 0;
    last->space_glyph = 0;
    last->penalty = BUL_PENALTY_FORCED;
    let_hang(draft->rules, last);
}

static const bul_paragraph *finished(const bul_paragraph_draft *draft)
{
    bul_paragraph *paragraph = BUL_NEW(draft->scratch, bul_paragraph, 1);
    paragraph->text = draft->text;
    paragraph->em = draft->run_count ? draft->runs[0].size : 0;
    paragraph->is_vertical = draft->rules->is_vertical;
    paragraph->has_levels = draft->levels != NULL;
    for (size_t i = 0; i < draft->run_count; i++)
        paragraph->has_marks = paragraph->has_marks ||
                               draft->runs[i].marks != 0 ||
                               draft->runs[i].ruby.len > 0;
    paragraph->boxes = draft->boxes.items;
    paragraph->box_count = draft->boxes.count;
    paragraph->glyphs = draft->glyphs.items;
    paragraph->styles = draft->styles.items;
    paragraph->style_count = draft->styles.count;
    paragraph->rubies = draft->rubies.items;
    paragraph->ruby_count = draft->rubies.count;
    return paragraph;
}

const bul_paragraph *bul_paragraph_set(bul_setter *setter, bul_arena *arena,
                                       bul_arena *scratch,
                                       const bul_styled_run *runs,
                                       size_t run_count, const bul_rules *rules)
{
    bul_paragraph_draft draft = {.scratch = scratch,
                                 .setter = setter,
                                 .rules = rules,
                                 .runs = runs,
                                 .run_count = run_count,
                                 .run_starts =
                                     starts_of(scratch, runs, run_count),
                                 .text = joined_text(arena, runs, run_count)};
    if (bul_bidi_needed(draft.text))
        draft.levels = bul_bidi_levels(scratch, draft.text);
    bul_draft_quotes(&draft);
    bul_draft_breaks(&draft);
    bul_draft_itemize(&draft);
    if (rules->is_vertical)
        bul_draft_turn(&draft);
    bul_draft_shape(&draft);
    decide_gaps(&draft);
    bul_draft_ruby(&draft);
    if (rules->on_grid)
        bul_draft_square(&draft);
    return finished(&draft);
}

bul_span bul_paragraph_span(const bul_paragraph *paragraph, size_t style,
                            uint32_t text, uint32_t text_end)
{
    const bul_text_style *s = &paragraph->styles[style];
    return (bul_span){s->file, s->source + text, s->source + text_end};
}
