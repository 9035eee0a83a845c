/* SPDX-License-Identifier: MIT */
/* itemize.c - a paragraph into stretches of one face and one kind of setting.
 *
 * A character takes the face of its run; where that face lacks it, the first
 * that has it. Dashes are shaped pair by pair: fonts join three of four. */
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

uint16_t bul_draft_style(bul_paragraph_draft *draft, uint32_t run_index,
                         const bul_face *face, bul_mpt size)
{
    for (size_t i = draft->styles.count; i-- > 0;) {
        if (draft->style_runs.items[i] != run_index)
            break;
        const bul_text_style *style = &draft->styles.items[i];
        if (style->face == face && style->size == size)
            return (uint16_t)i;
    }
    const bul_styled_run *run = &draft->runs[run_index];
    uint32_t start = draft->run_starts[run_index];
    *BUL_PUSH(draft->scratch, &draft->styles) =
        (bul_text_style){.face = face,
                         .size = size,
                         .color = run->color,
                         .url = run->url,
                         .language = run->language,
                         .rise = run->rise,
                         .marks = run->marks,
                         .group = run->group,
                         .source = run->span.start - start,
                         .file = run->span.file};
    *BUL_PUSH(draft->scratch, &draft->style_runs) = run_index;
    return (uint16_t)(draft->styles.count - 1);
}

/* Is this quote among those that are Latin here? They come in order. */
static bool takes_latin_quote(const bul_paragraph_draft *draft, uint32_t at,
                              size_t *next)
{
    const bul_offsets *latin = &draft->latin_quotes;
    while (*next < latin->count && latin->items[*next] < at)
        ++*next;
    return *next < latin->count && latin->items[*next] == at;
}

static const bul_face *face_for(bul_paragraph_draft *draft,
                                const bul_styled_run *run,
                                const located_char *c, bul_span span)
{
    bul_fontset *fonts = draft->setter->fonts;
    const bul_face *face = run->face;
    if (c->code_point >= quote_first && c->code_point <= quote_last &&
        bul_class_is_wide(c->class))
        face = bul_fontset_quotes_in(fonts, draft->rules->locale, face);
    if (c->class == BUL_CLASS_SPACE || c->class == BUL_CLASS_COMBINING)
        return face;
    return bul_fontset_cover_in(fonts, draft->rules->locale, face,
                                c->code_point, span);
}

/* A pair of dashes is a piece of its own. */
static bool closes_piece(const bul_piece *piece, bul_class last, bul_class next)
{
    if (last != BUL_CLASS_DASH)
        return next == BUL_CLASS_DASH;
    return next != BUL_CLASS_DASH || piece->end - piece->start > 3;
}

static bool joins_piece(const bul_piece *piece, const located_char *c,
                        bul_class last, const bul_piece *next)
{
    return piece->style == next->style && piece->is_wide == next->is_wide &&
           piece->level == next->level && piece->end == c->start &&
           !next->starts_line && !next->breaks_before && !next->is_missing &&
           !piece->is_missing && !closes_piece(piece, last, c->class);
}

/* `next` is the piece the character would begin. */
static void add_char(bul_paragraph_draft *draft, const located_char *c,
                     bul_class last, bul_piece next)
{
    bul_piece *piece = draft->pieces.count ? BUL_LAST(&draft->pieces) : NULL;
    next.is_wide = bul_class_is_wide(c->class);
    if (piece && c->class == BUL_CLASS_COMBINING)
        next.is_wide = piece->is_wide;
    if (piece && joins_piece(piece, c, last, &next)) {
        piece->end = c->end;
        return;
    }
    next.start = c->start;
    next.end = c->end;
    *BUL_PUSH(draft->scratch, &draft->pieces) = next;
}

/* What a run of the paragraph leaves to the next: the last class, breaks from
 * an empty run or U+200B, and how far Latin quotes are used up. */
typedef struct carried {
    bul_class last;
    bul_piece next;
    size_t quote;
} carried;

static void itemize_char(bul_paragraph_draft *draft, uint32_t run_index,
                         const located_char *c, carried *carry)
{
    const bul_styled_run *run = &draft->runs[run_index];
    uint32_t start = draft->run_starts[run_index];
    uint32_t source = run->span.start + (c->start - start);
    bul_span span = {run->span.file, source, source + (c->end - c->start)};
    const bul_face *face = face_for(draft, run, c, span);
    if (face == NULL)
        bul_fontset_report_missing(draft->setter->fonts, c->code_point, span);
    carry->next.is_missing = face == NULL;
    carry->next.style =
        bul_draft_style(draft, run_index, face ? face : run->face, run->size);
    carry->next.level = draft->levels ? draft->levels[c->start] : 0;
    add_char(draft, c, carry->last, carry->next);
    carry->last = c->class;
    carry->next = (bul_piece){0};
}

static void itemize_run(bul_paragraph_draft *draft, uint32_t run_index,
                        carried *carry)
{
    const bul_styled_run *run = &draft->runs[run_index];
    size_t at = draft->run_starts[run_index];
    size_t end = at + run->text.len;
    carry->next.starts_line = carry->next.starts_line || run->starts_line;
    while (at < end) {
        located_char c = {.start = (uint32_t)at};
        c.code_point = bul_utf8_next(draft->text, &at);
        c.end = (uint32_t)at;
        c.class = bul_class_of(c.code_point);
        if (c.code_point >= quote_first && c.code_point <= quote_last &&
            takes_latin_quote(draft, c.start, &carry->quote))
            c.class = BUL_CLASS_LATIN_MARK;
        if (c.class == BUL_CLASS_BREAK_HERE)
            carry->next.breaks_before = true;
        else
            itemize_char(draft, run_index, &c, carry);
    }
}

void bul_draft_itemize(bul_paragraph_draft *draft)
{
    carried carry = {.last = BUL_CLASS_HAN};
    for (uint32_t i = 0; i < draft->run_count; i++)
        itemize_run(draft, i, &carry);
}
