/* SPDX-License-Identifier: MIT */
/* paragraph.c - the order of work: join the text, itemize, shape, then decide
 * every gap. */
#include "text/paragraph.h"

#include "text/setter.h"

static void destroy_buffer(void *buffer)
{
    hb_buffer_destroy(buffer);
}

bul_setter *bul_setter_open(bul_arena *arena, bul_fontset *fonts)
{
    bul_setter *setter = BUL_NEW(arena, bul_setter, 1);
    setter->fonts = fonts;
    setter->buffer = hb_buffer_create();
    bul_arena_defer(arena, destroy_buffer, setter->buffer);
    setter->language = hb_language_from_string("zh-hans", -1);
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
        if (left->penalty == 0)
            left->penalty = bul_box_penalty(draft, left, right);
        else if (left->penalty == -1)
            left->penalty = 0; /* invited by U+200B */
    }
    if (draft->boxes.count == 0)
        return;
    bul_type_box *last = BUL_LAST(&draft->boxes);
    last->glue = 0;
    last->space_glyph = 0;
    last->penalty = BUL_PENALTY_FORCED;
}

const bul_paragraph *bul_paragraph_set(bul_setter *setter, bul_arena *arena,
                                       bul_arena *scratch,
                                       const bul_styled_run *runs,
                                       size_t run_count,
                                       const bul_spacing *spacing)
{
    bul_paragraph_draft draft = {.scratch = scratch,
                                 .setter = setter,
                                 .spacing = spacing,
                                 .runs = runs,
                                 .run_count = run_count,
                                 .text = joined_text(arena, runs, run_count)};
    bul_draft_itemize(&draft);
    bul_draft_shape(&draft);
    decide_gaps(&draft);
    bul_paragraph *paragraph = BUL_NEW(scratch, bul_paragraph, 1);
    paragraph->text = draft.text;
    paragraph->em = run_count ? runs[0].size : 0;
    paragraph->boxes = draft.boxes.items;
    paragraph->box_count = draft.boxes.count;
    paragraph->glyphs = draft.glyphs.items;
    paragraph->styles = draft.styles.items;
    paragraph->style_count = draft.styles.count;
    return paragraph;
}

bul_span bul_paragraph_span(const bul_paragraph *paragraph, size_t style,
                            uint32_t text, uint32_t text_end)
{
    const bul_text_style *s = &paragraph->styles[style];
    return (bul_span){s->file, s->source + text, s->source + text_end};
}
