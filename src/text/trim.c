/* SPDX-License-Identifier: MIT */
/* trim.c - a full-width mark cut to its inked half.
 *
 * How much of a mark is blank is read off its ink, not taken from its class
 * alone: fonts differ, and few say it themselves (`halt`). */
#include "text/face_engine.h"
#include "text/setter.h"

#define EM              1000
#define KEPT_BESIDE_INK 30  /* white left between ink and a trimmed edge */
#define FULL_WIDTH      900 /* narrower marks are Latin ones: not trimmed */

/* What a side gives: half an em where there is so much, else all but a little
 * white beside the ink. */
static int given(int blank, int limit)
{
    if (blank >= limit)
        return limit;
    return blank > KEPT_BESIDE_INK ? blank - KEPT_BESIDE_INK : 0;
}

/* Blank of a full-width mark before and after its ink, the way the line goes. */
static bul_blank_slot measure(const bul_face *face, uint32_t glyph,
                              bool is_down)
{
    bul_blank_slot slot = {0};
    int start = 0;
    int end = 0;
    int advance = is_down ? EM : bul_face_advance(face, glyph);
    bool has_ink = is_down ? bul_face_ink_down(face, glyph, &start, &end)
                           : bul_face_ink(face, glyph, &start, &end);
    if (!has_ink || advance < FULL_WIDTH)
        return slot;
    slot.before = start;
    slot.after = advance - end;
    return slot;
}

static bul_blank_slot blank_of(bul_setter *setter, const bul_face *face,
                               uint32_t glyph, bool is_down)
{
    uint64_t key =
        ((uint64_t)face->index << 33 | (uint64_t)glyph << 1 | is_down) + 1;
    bul_blank_slot *slot =
        &setter->blanks[(glyph ^ face->index * 31u ^ is_down * 17u) %
                        BUL_BLANK_SLOTS];
    if (slot->key != key) {
        *slot = measure(face, glyph, is_down);
        slot->key = key;
    }
    return *slot;
}

/* 间隔号 and 分隔号 take half an em, their ink in the middle (GB/T 15834 5.1);
 * the first a whole one where the language is not that of the mainland. */
static void centre(bul_type_box *box, bul_mpt width)
{
    box->shift = (width - box->width) / 2;
    box->width = width;
}

/* Most faces draw the 分隔号 over a whole square: half a square holds the
 * solidus of their Latin letters. */
static void narrow_solidus(bul_paragraph_draft *draft, bul_type_box *box)
{
    const bul_text_style *style = &draft->styles.items[box->style];
    uint32_t narrow = bul_face_glyph(style->face, '/');
    if (narrow == 0 || box->turn != BUL_BOX_ACROSS ||
        box->width <= style->size / 2)
        return;
    draft->glyphs.items[box->glyph].id = narrow;
    box->width =
        bul_mpt_scale(style->size, bul_face_advance(style->face, narrow), EM);
}

void bul_box_trim(bul_paragraph_draft *draft, bul_type_box *box, uint32_t glyph)
{
    const bul_text_style *style = &draft->styles.items[box->style];
    const bul_rules *rules = draft->rules;
    bul_class class = (bul_class)box->first_class;
    if (class == BUL_CLASS_MIDDOT || class == BUL_CLASS_SOLIDUS) {
        if (class == BUL_CLASS_SOLIDUS)
            narrow_solidus(draft, box);
        bool is_whole = class == BUL_CLASS_MIDDOT
                            ? rules->locale != BUL_LOCALE_ZH_HANS
                            : rules->is_vertical; /* it is as tall as wide */
        centre(box, is_whole ? style->size : style->size / 2);
        return;
    }
    bul_blank_side side = bul_class_blank(class, rules);
    if (side == BUL_BLANK_NONE || rules->marks == BUL_MARKS_PLAIN)
        return;
    bool is_down = box->turn == BUL_BOX_UPRIGHT;
    bul_blank_slot blank = blank_of(draft->setter, style->face, glyph, is_down);
    int limit = side == BUL_BLANK_BOTH ? EM / 4 : EM / 2;
    if (side != BUL_BLANK_AFTER)
        box->blank_before =
            bul_mpt_scale(style->size, given(blank.before, limit), EM);
    if (side != BUL_BLANK_BEFORE)
        box->blank_after =
            bul_mpt_scale(style->size, given(blank.after, limit), EM);
    box->width -= box->blank_before + box->blank_after;
    box->shift = -box->blank_before;
}
