/* SPDX-License-Identifier: MIT */
/* itemize.c - a paragraph into stretches of one face and one kind of setting.
 *
 * A character takes the face of its run; where that face lacks it, the first
 * that has it. Quotes are Chinese in Chinese text, but ’ between letters is an
 * apostrophe. Dashes are shaped pair by pair: fonts join three of four. */
#include "base/utf8.h"
#include "text/setter.h"

static const uint32_t quote_first = 0x2018;
static const uint32_t quote_last = 0x201D;

/* One character, decided. */
typedef struct located_char {
    uint32_t code_point;
    uint32_t start, end;
    bul_class class;
} located_char;

static uint16_t style_for(bul_paragraph_draft *draft, uint32_t run_index,
                          uint32_t run_start, const bul_face *face)
{
    for (size_t i = draft->styles.count; i-- > 0;) {
        if (draft->style_runs.items[i] != run_index)
            break;
        if (draft->styles.items[i].face == face)
            return (uint16_t)i;
    }
    const bul_styled_run *run = &draft->runs[run_index];
    *BUL_PUSH(draft->scratch, &draft->styles) =
        (bul_text_style){.face = face,
                         .size = run->size,
                         .color = run->color,
                         .url = run->url,
                         .source = run->span.start - run_start,
                         .file = run->span.file};
    *BUL_PUSH(draft->scratch, &draft->style_runs) = run_index;
    return (uint16_t)(draft->styles.count - 1);
}

static bool is_latin_letter(bul_str text, size_t offset)
{
    return offset < text.len &&
           bul_class_of(bul_utf8_next(text, &offset)) == BUL_CLASS_LATIN;
}

static bool is_apostrophe(bul_str text, const located_char *c)
{
    if (c->code_point != 0x2019 || c->start == 0)
        return false;
    size_t before = c->start;
    bool letter_before =
        bul_class_of(bul_utf8_previous(text, &before)) == BUL_CLASS_LATIN;
    return letter_before && is_latin_letter(text, c->end);
}

static const bul_face *face_for(bul_paragraph_draft *draft,
                                const bul_styled_run *run,
                                const located_char *c, bul_span span)
{
    bul_fontset *fonts = draft->setter->fonts;
    const bul_face *face = run->face;
    if (c->code_point >= quote_first && c->code_point <= quote_last &&
        bul_class_is_wide(c->class))
        face = bul_fontset_quotes(fonts, face);
    if (c->class == BUL_CLASS_SPACE || c->class == BUL_CLASS_COMBINING)
        return face;
    return bul_fontset_cover(fonts, face, c->code_point, span);
}

/* A pair of dashes is a piece of its own. */
static bool closes_piece(const bul_piece *piece, bul_class last, bul_class next)
{
    if (last != BUL_CLASS_DASH)
        return next == BUL_CLASS_DASH;
    return next != BUL_CLASS_DASH || piece->end - piece->start > 3;
}

static void add_char(bul_paragraph_draft *draft, const located_char *c,
                     uint16_t style, bool is_missing, bul_class last,
                     bul_piece next)
{
    bool is_wide = bul_class_is_wide(c->class);
    bul_piece *piece = draft->pieces.count ? BUL_LAST(&draft->pieces) : NULL;
    if (piece && c->class == BUL_CLASS_COMBINING)
        is_wide = piece->is_wide;
    bool joins = piece && piece->style == style && piece->is_wide == is_wide &&
                 piece->end == c->start && !next.starts_line &&
                 !next.breaks_before && !is_missing && !piece->is_missing &&
                 !closes_piece(piece, last, c->class);
    if (joins) {
        piece->end = c->end;
        return;
    }
    next.start = c->start;
    next.end = c->end;
    next.style = style;
    next.is_wide = is_wide;
    next.is_missing = is_missing;
    *BUL_PUSH(draft->scratch, &draft->pieces) = next;
}

/* `next` carries breaks from an empty run, or one of U+200B, to the next. */
static void itemize_run(bul_paragraph_draft *draft, uint32_t run_index,
                        uint32_t run_start, bul_class *last, bul_piece *next)
{
    const bul_styled_run *run = &draft->runs[run_index];
    size_t end = run_start + run->text.len;
    next->starts_line = next->starts_line || run->starts_line;
    for (size_t at = run_start; at < end;) {
        located_char c = {.start = (uint32_t)at};
        c.code_point = bul_utf8_next(draft->text, &at);
        c.end = (uint32_t)at;
        c.class = bul_class_of(c.code_point);
        if (is_apostrophe(draft->text, &c))
            c.class = BUL_CLASS_LATIN_MARK;
        if (c.class == BUL_CLASS_BREAK_HERE) {
            next->breaks_before = true;
            continue;
        }
        uint32_t source = run->span.start + (c.start - run_start);
        bul_span span = {run->span.file, source, source + (c.end - c.start)};
        const bul_face *face = face_for(draft, run, &c, span);
        if (face == NULL)
            bul_fontset_report_missing(draft->setter->fonts, c.code_point,
                                       span);
        uint16_t style =
            style_for(draft, run_index, run_start, face ? face : run->face);
        add_char(draft, &c, style, face == NULL, *last, *next);
        *last = c.class;
        *next = (bul_piece){0};
    }
}

void bul_draft_itemize(bul_paragraph_draft *draft)
{
    uint32_t start = 0;
    bul_class last = BUL_CLASS_HAN;
    bul_piece next = {0};
    for (uint32_t i = 0; i < draft->run_count; i++) {
        itemize_run(draft, i, start, &last, &next);
        start += (uint32_t)draft->runs[i].text.len;
    }
}
