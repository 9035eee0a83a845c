/* SPDX-License-Identifier: MIT */
/* markdown_note.c - [^1] in the text, and the line [^1]: that gives the note.
 *
 * A note is one paragraph. It goes on, indented or not, until a blank line, the
 * next note, a line that begins something (a head, an item, a figure …), or one
 * indented by U+3000, which begins a paragraph. Notes are found before any text
 * is read, so that a call knows whether there is one. */
#include "source/markdown_parts.h"

#define LONGEST_LABEL 60 /* bytes */

/* [^1] at the start of a text, its brackets of one width. */
typedef struct note_sign {
    bul_md_range label;
    size_t end; /* behind its ] */
    bool is_wide;
} note_sign;

static bool read_sign(const bul_md_reading *r, bul_md_range text,
                      note_sign *sign)
{
    static const char *const brackets[][2] = {
        {"[^", "]"}, {"【^", "】"}, {"［^", "］"}};
    bul_str slice = bul_md_slice(r, text);
    for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
        bul_str open = bul_str_from(brackets[i][0]);
        bul_str close = bul_str_from(brackets[i][1]);
        if (!bul_str_starts(slice, open))
            continue;
        bul_str rest =
            bul_str_sub(slice, open.len, open.len + LONGEST_LABEL + close.len);
        size_t len = bul_str_find(rest, close);
        size_t from = text.from + open.len;
        sign->label = bul_md_trim(r, (bul_md_range){from, from + len});
        sign->end = from + len + close.len;
        sign->is_wide = i > 0;
        bul_str label = bul_md_slice(r, sign->label);
        return len < rest.len && label.len > 0 &&
               bul_str_find(label, BUL_STR("[")) == label.len;
    }
    return false;
}

/* ---- Lines that give notes. ---- */

/* [^1]: at the start of a line; *text is what follows. */
static bool read_giving(const bul_md_reading *r, bul_md_range line,
                        note_sign *sign, bul_md_range *text)
{
    bul_md_range trimmed = bul_md_trim(r, line);
    if (!read_sign(r, trimmed, sign))
        return false;
    bul_md_range rest = {sign->end, trimmed.to};
    bul_str slice = bul_md_slice(r, rest);
    bool is_wide_colon = bul_str_starts(slice, BUL_STR("："));
    if (!is_wide_colon && !bul_str_starts(slice, BUL_STR(":")))
        return false;
    sign->is_wide = sign->is_wide || is_wide_colon;
    rest.from += is_wide_colon ? 3 : 1;
    *text = bul_md_trim(r, rest);
    return true;
}

bool bul_md_gives_note(const bul_md_reading *r, bul_md_range line)
{
    note_sign sign;
    bul_md_range text;
    return read_giving(r, line, &sign, &text);
}

static bul_md_given_note *find_note(bul_md_reading *r, bul_str label)
{
    for (size_t i = 0; i < r->notes.count; i++)
        if (bul_str_equal(label, bul_md_slice(r, r->notes.items[i].label)))
            return &r->notes.items[i];
    return NULL;
}

static void report_twice(bul_md_reading *r, bul_md_range label,
                         const bul_md_given_note *first)
{
    bul_place place = bul_diag_place(r->diag, bul_md_span(r, first->label));
    bul_report(r->diag, BUL_MSG_MARKDOWN_NOTE_TWICE, bul_md_span(r, label),
               BUL_ARGS(bul_md_slice(r, label),
                        bul_str_int(r->arena, (int64_t)place.line)));
}

static bool add_note(bul_md_reading *r, bul_md_range line, bul_md_range label)
{
    if (r->notes.count == BUL_MD_MAX_NOTES) {
        bul_report(r->diag, BUL_MSG_MARKDOWN_TOO_MANY_NOTES,
                   bul_md_span(r, label),
                   BUL_ARGS(bul_str_int(r->arena, BUL_MD_MAX_NOTES)));
        return false;
    }
    const bul_md_given_note *first = find_note(r, bul_md_slice(r, label));
    if (first != NULL)
        report_twice(r, label, first);
    bul_md_given_note note = {
        .label = label, .whole = line, .is_twice = first != NULL};
    *BUL_PUSH(r->arena, &r->notes) = note;
    return true;
}

void bul_md_find_notes(bul_md_reading *r, bul_md_range body)
{
    for (size_t at = body.from; at < body.to;) {
        note_sign sign;
        bul_md_range text;
        bul_md_range line = bul_md_line_at(r, at);
        if (read_giving(r, line, &sign, &text) &&
            !add_note(r, line, sign.label))
            return;
        at = bul_md_after_line(line);
    }
}

/* ---- Their text. ---- */

static bul_md_given_note *note_of_line(bul_md_reading *r, bul_md_range line)
{
    for (size_t i = 0; i < r->notes.count; i++)
        if (r->notes.items[i].whole.from == line.from)
            return &r->notes.items[i];
    return NULL;
}

static bool goes_on(const bul_md_reading *r, bul_md_range line)
{
    return !bul_md_begins_block(r, line) && !bul_md_gives_note(r, line) &&
           !bul_md_begins_figure(r, line) &&
           !bul_str_starts(bul_md_slice(r, bul_md_trim(r, line)),
                           BUL_STR(":::")) &&
           bul_md_table_end(r, line.from) == line.from;
}

size_t bul_md_read_note(bul_md_reading *r, bul_md_range line)
{
    note_sign sign;
    bul_md_ranges lines = {0};
    bul_md_range text = {0};
    size_t next = bul_md_after_line(line);
    if (!read_giving(r, line, &sign, &text))
        return next;
    if (sign.is_wide)
        bul_report(r->diag, BUL_MSG_MARKDOWN_WIDE_SIGN,
                   bul_md_span(r, (bul_md_range){sign.label.from, sign.end}),
                   BUL_NO_ARGS);
    if (text.from < text.to)
        *BUL_PUSH(r->arena, &lines) = text;
    while (next < r->to && goes_on(r, bul_md_line_at(r, next))) {
        text = bul_md_trim(r, bul_md_line_at(r, next));
        *BUL_PUSH(r->arena, &lines) = text;
        next = bul_md_after_line(bul_md_line_at(r, next));
    }
    bul_md_given_note *note = note_of_line(r, line);
    if (note == NULL || note->is_twice)
        return next;
    r->is_in_note = true;
    if (lines.count > 0)
        note->runs = bul_md_inline_lines(r, &lines);
    r->is_in_note = false;
    note->whole.to = lines.count > 0 ? BUL_LAST(&lines)->to : line.to;
    if (note->runs.count == 0)
        bul_md_report(r, BUL_MSG_MARKDOWN_NOTE_EMPTY, note->label);
    return next;
}

/* ---- Calls. ---- */

size_t bul_md_settle_call(bul_md_reading *r, bul_md_range line, size_t offset)
{
    note_sign sign;
    if (!read_sign(r, (bul_md_range){offset, line.to}, &sign))
        return offset;
    bul_md_range whole = {offset, sign.end};
    bul_md_given_note *note = find_note(r, bul_md_slice(r, sign.label));
    if (note == NULL || r->is_in_note) {
        bul_md_report(r,
                      r->is_in_note ? BUL_MSG_MARKDOWN_NOTE_IN_NOTE
                                    : BUL_MSG_MARKDOWN_NOTE_MISSING,
                      sign.label);
        bul_md_make_plain(r, whole);
        return sign.end;
    }
    uint32_t number = note->number > 0 ? note->number : r->called_count + 1;
    if (!bul_md_add_call(r, whole, number))
        return offset;
    if (sign.is_wide)
        bul_report(r->diag, BUL_MSG_MARKDOWN_WIDE_SIGN, bul_md_span(r, whole),
                   BUL_NO_ARGS);
    if (note->number == 0)
        r->called_count++;
    note->number = number;
    return sign.end;
}

void bul_md_collect_notes(bul_md_reading *r, bul_md_body *body)
{
    for (uint32_t i = 0; i < r->called_count; i++)
        *BUL_PUSH(r->arena, &body->notes) = (bul_md_note){.runs = {0}};
    for (size_t i = 0; i < r->notes.count; i++) {
        const bul_md_given_note *from = &r->notes.items[i];
        if (from->number == 0) {
            if (!from->is_twice)
                bul_md_report(r, BUL_MSG_MARKDOWN_NOTE_UNCALLED, from->label);
            continue;
        }
        bul_md_note *note = &body->notes.items[from->number - 1];
        note->label = bul_md_text_of(r, from->label);
        note->runs = from->runs;
        note->span = bul_md_span(r, from->whole);
    }
}
