/* SPDX-License-Identifier: MIT */
/* markdown_lines.c - line by line, what cmark shall see of a chunk.
 *
 * A line is a heading, a quote, a list item, a rule, blank, or text. Indents
 * are rewritten: none for paragraphs, exactly the parent's for list items, so
 * that neither 2 nor 7 blanks turn a paragraph into code. Lines that belong
 * together are one unit, within which stars pair. */
#include "base/utf8.h"
#include "source/markdown_parts.h"

typedef enum line_kind {
    LINE_BLANK,
    LINE_TEXT,
    LINE_HEADING,
    LINE_ITEM,
    LINE_QUOTE,
    LINE_RULE,
    LINE_FENCE
} line_kind;

/* An open list: how far its marker was indented in the source, and how far
 * its text is in what cmark sees. */
typedef struct open_list {
    size_t indent, text_indent;
} open_list;

typedef struct chunking {
    bul_md_reading *r;
    bul_md_pieces pieces;
    bul_md_ranges unit;
    line_kind before; /* kind of the line before */
    open_list lists[BUL_MD_MAX_NESTING];
    size_t list_count;
} chunking;

/* A line, taken apart. */
typedef struct taken_line {
    line_kind kind;
    bul_md_range line;
    bul_md_range text; /* trimmed */
    size_t indent;     /* columns: U+3000 is 2, a tab 4 */
    bool is_wide;      /* U+3000 is among them */
    size_t marker_len; /* heading, item */
} taken_line;

/* ---- Ranges. ---- */

bul_str bul_md_slice(const bul_md_reading *r, bul_md_range range)
{
    return bul_str_sub(r->source->text, range.from, range.to);
}

bul_span bul_md_span(const bul_md_reading *r, bul_md_range range)
{
    return bul_source_span(r->source, range.from, range.to);
}

void bul_md_report(bul_md_reading *r, bul_message_id id, bul_md_range range)
{
    if (r->report_count++ < BUL_MD_MAX_REPORTS)
        bul_report(r->diag, id, bul_md_span(r, range),
                   BUL_ARGS(bul_md_slice(r, range)));
}

bul_md_text bul_md_text_of(const bul_md_reading *r, bul_md_range range)
{
    return (bul_md_text){bul_md_slice(r, range), bul_md_span(r, range)};
}

bul_md_range bul_md_line_at(const bul_md_reading *r, size_t at)
{
    const char *text = r->source->text.ptr;
    bul_md_range line = {at, at};
    while (line.to < r->to && text[line.to] != '\n')
        line.to++;
    return line;
}

size_t bul_md_after_line(bul_md_range line)
{
    return line.to + 1;
}

bul_md_range bul_md_trim(const bul_md_reading *r, bul_md_range range)
{
    bul_str slice = bul_md_slice(r, range);
    bul_str trimmed = bul_str_trim(slice);
    if (trimmed.len == 0)
        return (bul_md_range){range.to, range.to};
    size_t from = range.from + (size_t)(trimmed.ptr - slice.ptr);
    return (bul_md_range){from, from + trimmed.len};
}

/* ---- What a line is. ---- */

static char byte_at(const bul_md_reading *r, bul_md_range text, size_t at)
{
    return text.from + at < text.to ? r->source->text.ptr[text.from + at]
                                    : '\0';
}

static size_t count_of(const bul_md_reading *r, bul_md_range text, char c)
{
    size_t count = 0;
    while (byte_at(r, text, count) == c)
        count++;
    return count;
}

/* Nothing but one of - = * and blanks. Two stars and more are a rule, one
 * is an item without text. */
static bool is_rule(const bul_md_reading *r, bul_md_range text)
{
    char sign = byte_at(r, text, 0);
    size_t count = 0;
    if (sign != '-' && sign != '=' && sign != '*')
        return false;
    for (size_t i = 0; byte_at(r, text, i) != '\0'; i++) {
        char c = byte_at(r, text, i);
        if (c != sign && c != ' ' && c != '\t')
            return false;
        count += c == sign;
    }
    return count >= 3 || sign == '=' || sign == '-';
}

/* ``` or ~~~, and at most the name of a language. */
static bool is_fence(const bul_md_reading *r, bul_md_range text)
{
    size_t at = count_of(r, text, byte_at(r, text, 0) == '~' ? '~' : '`');
    if (at < 3)
        return false;
    for (; text.from + at < text.to; at++)
        if (!((byte_at(r, text, at) | 0x20) >= 'a' &&
              (byte_at(r, text, at) | 0x20) <= 'z'))
            return false;
    return true;
}

/* "- " "* " "+ " "1. " "12) ": length of the marker without its blank. A
 * number over 99 is a year or an amount. */
static size_t item_marker(const bul_md_reading *r, bul_md_range text)
{
    char sign = byte_at(r, text, 0);
    size_t len = sign == '-' || sign == '*' || sign == '+' ? 1 : 0;
    if (len == 0) {
        while (byte_at(r, text, len) >= '0' && byte_at(r, text, len) <= '9')
            len++;
        char end = byte_at(r, text, len);
        if (len == 0 || len > 2 || (end != '.' && end != ')'))
            return 0;
        len++;
    }
    char after = byte_at(r, text, len);
    return after == ' ' || after == '\t' ? len : 0;
}

/* "##" and a blank, or at least two of them without one: "##标题". */
static size_t heading_marker(const bul_md_reading *r, bul_md_range text)
{
    size_t count = count_of(r, text, '#');
    char after = byte_at(r, text, count);
    if (count == 0 || count > 6 || after == '\0')
        return 0;
    return after == ' ' || after == '\t' || count > 1 ? count : 0;
}

static void measure_indent(const bul_md_reading *r, taken_line *taken)
{
    bul_str head =
        bul_md_slice(r, (bul_md_range){taken->line.from, taken->text.from});
    for (size_t at = 0; at < head.len;) {
        uint32_t c = bul_utf8_next(head, &at);
        taken->indent += c == 0x3000 ? 2 : c == '\t' ? 4 : 1;
        taken->is_wide = taken->is_wide || c == 0x3000;
    }
}

static taken_line take_apart(const bul_md_reading *r, bul_md_range line)
{
    taken_line taken = {.line = line, .text = bul_md_trim(r, line)};
    bul_md_range text = taken.text;
    if (text.from == text.to)
        return taken;
    measure_indent(r, &taken);
    taken.kind = LINE_TEXT;
    if (is_rule(r, text)) {
        taken.kind = LINE_RULE;
    } else if (is_fence(r, text)) {
        taken.kind = LINE_FENCE;
    } else if (byte_at(r, text, 0) == '>') {
        taken.kind = LINE_QUOTE;
    } else if ((taken.marker_len = heading_marker(r, text)) > 0) {
        taken.kind = LINE_HEADING;
    } else if ((taken.marker_len = item_marker(r, text)) > 0) {
        taken.kind = LINE_ITEM;
    }
    return taken;
}

bool bul_md_begins_block(const bul_md_reading *r, bul_md_range line)
{
    bul_md_label label;
    taken_line taken = take_apart(r, line);
    return taken.kind != LINE_TEXT || taken.is_wide ||
           bul_md_label_read(bul_md_slice(r, taken.text), &label);
}

/* ---- Pieces and units. ---- */

static void insert(chunking *c, const char *text)
{
    *BUL_PUSH(c->r->arena, &c->pieces) = (bul_md_piece){.insert = text};
}

static void insert_blanks(chunking *c, size_t count)
{
    for (size_t i = 0; i < count; i++)
        insert(c, " ");
}

static void show(chunking *c, bul_md_range range)
{
    if (range.from < range.to)
        *BUL_PUSH(c->r->arena, &c->pieces) = (bul_md_piece){.range = range};
}

static void end_unit(chunking *c)
{
    bul_md_settle_signs(c->r, &c->unit);
    c->unit.count = 0;
}

/* Text of a line as part of the unit. The sign before it says nothing, but
 * keeps cmark from taking "1." or "<div>" for the beginning of a block: what
 * begins one has been decided here. Two blanks at the end force a break. */
static void show_text(chunking *c, bul_md_range text, size_t line_end)
{
    *BUL_PUSH(c->r->arena, &c->unit) = text;
    insert(c, "\x06");
    show(c, text);
    if (line_end >= text.to + 2 && c->r->source->text.ptr[text.to] == ' ' &&
        c->r->source->text.ptr[text.to + 1] == ' ')
        insert(c, "\x03");
    insert(c, "\n");
}

static void blank_line(chunking *c)
{
    end_unit(c);
    insert(c, "\n");
}

static void report(chunking *c, bul_message_id id, bul_md_range range)
{
    bul_md_report(c->r, id, range);
}

/* ---- Lines. ---- */

static void add_heading(chunking *c, const taken_line *taken)
{
    bul_md_range marker = {taken->text.from,
                           taken->text.from + taken->marker_len};
    bul_md_range text =
        bul_md_trim(c->r, (bul_md_range){marker.to, taken->text.to});
    end_unit(c);
    c->list_count = 0;
    if (text.from == marker.to)
        report(c, BUL_MSG_MARKDOWN_HEADING_SPACE, taken->text);
    show(c, marker);
    insert(c, " ");
    show_text(c, text, text.to);
    end_unit(c);
}

/* Leaves lists that an item indented so far is not inside of. */
static void leave_lists(chunking *c, size_t indent)
{
    while (c->list_count > 0 && indent < c->lists[c->list_count - 1].indent + 2)
        c->list_count--;
}

static size_t list_text_indent(const chunking *c)
{
    return c->list_count == 0 ? 0 : c->lists[c->list_count - 1].text_indent;
}

static void add_item(chunking *c, const taken_line *taken)
{
    end_unit(c);
    leave_lists(c, taken->indent);
    if (c->list_count == BUL_MD_MAX_NESTING) {
        report(c, BUL_MSG_MARKDOWN_TOO_DEEP, taken->text);
        c->list_count--;
    }
    size_t indent = list_text_indent(c);
    bul_md_range marker = {taken->text.from,
                           taken->text.from + taken->marker_len};
    insert_blanks(c, indent);
    show(c, marker);
    insert(c, " ");
    c->lists[c->list_count++] =
        (open_list){taken->indent, indent + taken->marker_len + 1};
    bul_md_range text = {marker.to, taken->text.to};
    show_text(c, bul_md_trim(c->r, text), taken->line.to);
}

/* "> > text": each sign once, then the text. */
static void add_quote(chunking *c, const taken_line *taken)
{
    bul_md_range text = taken->text;
    size_t depth = 0;
    if (c->before != LINE_QUOTE)
        end_unit(c);
    c->list_count = 0;
    while (byte_at(c->r, text, 0) == '>') {
        if (++depth <= BUL_MD_MAX_NESTING)
            insert(c, "> ");
        text.from++;
        text = bul_md_trim(c->r, text);
    }
    if (depth > BUL_MD_MAX_NESTING)
        report(c, BUL_MSG_MARKDOWN_TOO_DEEP, taken->text);
    if (text.from == text.to || is_rule(c->r, text)) {
        blank_line(c);
        return;
    }
    size_t marker_len = item_marker(c->r, text);
    if (marker_len == 0)
        marker_len = heading_marker(c->r, text);
    if (marker_len > 0) {
        end_unit(c);
        show(c, (bul_md_range){text.from, text.from + marker_len});
        insert(c, " ");
        text.from += marker_len;
    }
    show_text(c, bul_md_trim(c->r, text), taken->line.to);
}

/* Text that an indent makes a paragraph of its own. */
static void add_indented(chunking *c, const taken_line *taken)
{
    if (!c->r->saw_indent)
        report(c, BUL_MSG_MARKDOWN_INDENT,
               (bul_md_range){taken->line.from, taken->text.from});
    c->r->saw_indent = true;
    c->list_count = 0;
    blank_line(c);
    show_text(c, taken->text, taken->line.to);
}

static void add_text(chunking *c, const taken_line *taken)
{
    bul_md_label label;
    bool follows_blank = c->before != LINE_TEXT && c->before != LINE_ITEM &&
                         c->before != LINE_QUOTE;
    bool in_list = c->list_count > 0;
    if (in_list && follows_blank && !taken->is_wide && !c->r->saw_indent)
        leave_lists(c, taken->indent);
    else if (in_list && follows_blank)
        c->list_count = 0;
    if (c->list_count > 0 && follows_blank) {
        end_unit(c);
        insert_blanks(c, list_text_indent(c));
    } else if (taken->is_wide || (!in_list && taken->indent >= 2)) {
        add_indented(c, taken);
        return;
    } else if (follows_blank ||
               bul_md_label_read(bul_md_slice(c->r, taken->text), &label)) {
        end_unit(c);
    }
    show_text(c, taken->text, taken->line.to);
}

static void add_line(chunking *c, bul_md_range line)
{
    taken_line taken = take_apart(c->r, line);
    switch (taken.kind) {
    case LINE_BLANK:
        blank_line(c);
        break;
    case LINE_RULE:
        report(c, BUL_MSG_MARKDOWN_RULE, taken.text);
        c->list_count = 0;
        blank_line(c);
        break;
    case LINE_FENCE:
        report(c, BUL_MSG_MARKDOWN_CODE, taken.text);
        c->list_count = 0;
        blank_line(c);
        break;
    case LINE_HEADING:
        add_heading(c, &taken);
        break;
    case LINE_ITEM:
        add_item(c, &taken);
        break;
    case LINE_QUOTE:
        add_quote(c, &taken);
        break;
    case LINE_TEXT:
        add_text(c, &taken);
        break;
    }
    c->before = taken.kind;
}

bul_md_pieces bul_md_chunk_pieces(bul_md_reading *r, bul_md_range chunk)
{
    chunking c = {.r = r};
    for (size_t at = chunk.from; at < chunk.to;) {
        bul_md_range line = bul_md_line_at(r, at);
        add_line(&c, line);
        at = bul_md_after_line(line);
    }
    end_unit(&c);
    return c.pieces;
}
