/* SPDX-License-Identifier: MIT */
/* markdown_runs.c - text with our signs in it to runs of one style. */
#include "source/markdown_parts.h"

bool bul_md_is_at_line_start(const bul_md_builder *b)
{
    return b->runs.count == 0 || b->line_ended;
}

void bul_md_end_line(bul_md_builder *b)
{
    b->line_ended = true;
}

/* ---- Adding. ---- */

static bul_md_run *push(bul_md_builder *b, bul_str text, bul_span span,
                        unsigned style)
{
    bul_md_run *run = BUL_PUSH(b->r->arena, &b->runs);
    run->text = text;
    run->style = style;
    run->url = b->url;
    run->span = span;
    bul_md_mark_run(b, run);
    return run;
}

static bool continues_last(const bul_md_builder *b, bul_span span,
                           unsigned style)
{
    if (b->runs.count == 0 || b->is_copied)
        return false;
    const bul_md_run *last = BUL_LAST(&b->runs);
    bul_md_run next = {.style = style};
    bul_md_mark_run(b, &next);
    return (last->style & ~(unsigned)BUL_MD_NEWLINE) == next.style &&
           last->url.ptr == b->url.ptr && last->span.end == span.start &&
           last->note == 0 && last->group == next.group &&
           last->ruby.ptr == next.ruby.ptr &&
           last->language.ptr == next.language.ptr;
}

/* Joins what waits at the end of the last line with `text`; true when the
 * text has been added with it. */
static bool join_lines(bul_md_builder *b, bul_str text, bul_span span,
                       unsigned style)
{
    if (!b->line_ended || b->runs.count == 0) {
        b->line_ended = false;
        b->is_forced = false;
        return false;
    }
    bool is_forced = b->is_forced;
    b->line_ended = false;
    b->is_forced = false;
    if (is_forced) {
        push(b, text, span, style | BUL_MD_NEWLINE);
        return true;
    }
    if (!bul_md_needs_space(b->r, &b->runs, text, span.end))
        return false;
    /* The byte before the text is the newline, or a blank after it; a text
     * whose place is not known may stand at the file's start. */
    if (span.start > 0)
        span.start--;
    push(b, bul_str_join(b->r->arena, BUL_STR(" "), text), span, style);
    b->is_copied = true;
    return true;
}

/* Bytes of the source as they stand there. */
static void add_source(bul_md_builder *b, size_t from, size_t to,
                       unsigned style)
{
    bul_str text = bul_str_sub(b->r->source->text, from, to);
    if (b->runs.count == 0) {
        while (bul_str_starts(text, BUL_STR("\xE3\x80\x80")))
            text = bul_str_sub(text, 3, text.len);
        while (text.len > 0 && text.ptr[0] == ' ')
            text = bul_str_sub(text, 1, text.len);
        from = to - text.len;
    }
    if (text.len == 0)
        return;
    bul_span span = bul_source_span(b->r->source, from, to);
    bool was_copied = b->is_copied;
    b->is_copied = false;
    if (join_lines(b, text, span, style))
        return;
    b->is_copied = was_copied;
    if (continues_last(b, span, style)) {
        BUL_LAST(&b->runs)->text.len += text.len;
        BUL_LAST(&b->runs)->span.end = span.end;
        return;
    }
    push(b, text, span, style);
    b->is_copied = false;
}

void bul_md_add_copy(bul_md_builder *b, bul_str text, bul_span span,
                     unsigned style)
{
    if (text.len == 0)
        return;
    text = bul_str_copy(b->r->arena, text);
    if (!join_lines(b, text, span, style))
        push(b, text, span, style);
    b->is_copied = true;
}

/* A note is called at the end of the line before, if at the start of one: no
 * space comes between, and no break. */
static void add_call(bul_md_builder *b, size_t offset)
{
    const bul_md_bracket *call = bul_md_bracket_at(b->r, offset);
    if (call == NULL || call->note == 0)
        return;
    bul_span span = bul_source_span(b->r->source, call->open, call->close);
    push(b, (bul_str){0}, span, b->style)->note = call->note;
}

/* ---- 规范标点. ---- */

/* The text of <https://…> is the address itself. */
static bool is_address(const bul_md_builder *b, bul_str text)
{
    return b->url.len > 0 && bul_str_ends(b->url, text);
}

/* Is the sign at `at` part of a word with :// in it? */
static bool is_in_address(bul_str text, size_t at)
{
    size_t from = at;
    while (from > 0 && (unsigned char)text.ptr[from - 1] > ' ' &&
           (unsigned char)text.ptr[from - 1] < 0x80)
        from--;
    bul_str word = bul_str_sub(text, from, at);
    return bul_str_find(word, BUL_STR("://")) < word.len;
}

static void add_regular(bul_md_builder *b, size_t from, size_t to,
                        bul_str regular, unsigned style)
{
    /* Six dots are as long as what is set for them. Equal length means equal
     * bytes to all who look into spans, so this one is a byte short. */
    if (to - from == regular.len)
        to--;
    bul_md_add_copy(b, regular, bul_source_span(b->r->source, from, to), style);
}

static void add_plain(bul_md_builder *b, size_t from, size_t to, unsigned style)
{
    bul_md_loose_mark mark;
    bul_str text = bul_str_sub(b->r->source->text, from, to);
    bool may_change = b->r->is_normalized && (style & BUL_MD_CODE) == 0 &&
                      !is_address(b, text);
    size_t added = 0;
    for (size_t at = 0;
         may_change &&
         bul_md_find_loose(text, at, b->r->has_corner_quotes, &mark);
         at = mark.to) {
        add_source(b, from + added, from + mark.from, style);
        added = mark.from;
        if (b->r->copy[from + mark.from] == BUL_MD_SIGN_PLAIN ||
            !bul_md_is_among_cjk(b->r, &b->runs, from + mark.to) ||
            is_in_address(text, mark.from))
            continue; /* escaped, Latin, or an address */
        add_regular(b, from + mark.from, from + mark.to, mark.regular, style);
        added = mark.to;
    }
    add_source(b, from + added, to, style);
}

/* ---- Our signs. ---- */

static size_t sign_len(char c)
{
    switch (c) {
    case BUL_MD_SIGN_STRONG:
        return 2;
    case BUL_MD_SIGN_EMPHASIS:
    case BUL_MD_SIGN_BREAK:
    case BUL_MD_SIGN_SKIP:
    case BUL_MD_SIGN_ENTITY:
    case BUL_MD_SIGN_OPEN:
    case BUL_MD_SIGN_CLOSE:
    case BUL_MD_SIGN_NOTE:
        return 1;
    default:
        return 0;
    }
}

/* `offset` is where the sign stands in the source. */
static void obey(bul_md_builder *b, char sign, size_t offset)
{
    if (sign == BUL_MD_SIGN_STRONG)
        b->style ^= BUL_MD_STRONG;
    if (sign == BUL_MD_SIGN_EMPHASIS)
        b->style ^= BUL_MD_EMPHASIS;
    if (sign == BUL_MD_SIGN_BREAK)
        b->is_forced = true;
    if (sign == BUL_MD_SIGN_OPEN)
        bul_md_enter_bracket(b, offset);
    if (sign == BUL_MD_SIGN_CLOSE)
        bul_md_leave_bracket(b, offset);
    if (sign == BUL_MD_SIGN_NOTE)
        add_call(b, offset);
}

static bul_str until_entity_sign(bul_str text)
{
    return bul_str_sub(text, 0, bul_str_find(text, BUL_STR("\x07")));
}

/* What lies between two entity signs; yields the length of both sides. */
static void add_entity(bul_md_builder *b, const bul_md_fed *fed, size_t at,
                       bul_str decoded, unsigned style)
{
    bul_str written =
        until_entity_sign(bul_str_sub(fed->text, at, fed->text.len));
    size_t from = bul_md_source_at(fed, at);
    size_t to = from + written.len;
    if (bul_str_equal(written, decoded))
        add_source(b, from, to, style);
    else
        bul_md_add_copy(b, decoded, bul_source_span(b->r->source, from, to),
                        style);
}

void bul_md_add_fed(bul_md_builder *b, const bul_md_fed *fed, size_t from,
                    bul_str literal, unsigned style)
{
    size_t at = from;
    for (size_t i = 0; i < literal.len;) {
        size_t plain = i;
        while (plain < literal.len && sign_len(literal.ptr[plain]) == 0)
            plain++;
        size_t source = bul_md_source_at(fed, at);
        if (plain > i)
            add_plain(b, source, source + plain - i, style | b->style);
        at += plain - i;
        i = plain;
        if (i == literal.len)
            break;
        char sign = literal.ptr[i];
        obey(b, sign, bul_md_source_at(fed, at));
        i += sign_len(sign);
        at += sign_len(sign);
        if (sign != BUL_MD_SIGN_ENTITY)
            continue;
        bul_str decoded =
            until_entity_sign(bul_str_sub(literal, i, literal.len));
        bul_str rest = bul_str_sub(fed->text, at, fed->text.len);
        add_entity(b, fed, at, decoded, style | b->style);
        i += decoded.len + 1;
        at += until_entity_sign(rest).len + 1;
    }
}

static bul_str trim_end(bul_str text)
{
    for (;;) {
        if (bul_str_ends(text, BUL_STR("\xE3\x80\x80")))
            text.len -= 3;
        else if (bul_str_ends(text, BUL_STR(" ")))
            text.len--;
        else
            return text;
    }
}

bul_md_runs bul_md_finish_runs(bul_md_builder *b)
{
    bul_md_runs runs = b->runs;
    while (runs.count > 0) {
        bul_md_run *last = BUL_LAST(&runs);
        /* A line under blanks is to be filled in; a call has no text. */
        bool has_line = (last->style & BUL_MD_LINE) != 0;
        if (last->note > 0 || (has_line && last->text.len > 0))
            break;
        bul_str trimmed = trim_end(last->text);
        size_t cut = last->text.len - trimmed.len;
        if (last->span.end - last->span.start == last->text.len)
            last->span.end -= (uint32_t)cut;
        last->text = trimmed;
        if (trimmed.len > 0)
            break;
        runs.count--;
    }
    *b = (bul_md_builder){.r = b->r};
    return runs;
}

/* ---- Lines of inlines. ---- */

/* Without these, nothing in a text can be more than text and stars. */
static bool needs_cmark(bul_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '[' || c == '`' || c == '<' || c == '&')
            return true;
    }
    return false;
}

static bul_md_runs inline_by_cmark(bul_md_reading *r,
                                   const bul_md_ranges *lines)
{
    bul_md_builder b = {.r = r};
    bul_md_pieces pieces = {0};
    for (size_t i = 0; i < lines->count; i++) {
        /* A sign that says nothing, so that "- x" and "# x" begin no block. */
        *BUL_PUSH(r->arena, &pieces) = (bul_md_piece){.insert = "\x06"};
        *BUL_PUSH(r->arena, &pieces) = (bul_md_piece){.range = lines->items[i]};
        if (i + 1 < lines->count)
            *BUL_PUSH(r->arena, &pieces) = (bul_md_piece){.insert = "\n"};
    }
    bul_md_fed fed = bul_md_feed(r, &pieces);
    bul_md_walk_inlines(r, &fed, &b);
    bul_md_fed_close(&fed);
    return bul_md_finish_runs(&b);
}

bul_md_runs bul_md_inline_lines(bul_md_reading *r, const bul_md_ranges *lines)
{
    bul_md_settle_signs(r, lines);
    bul_md_range range = lines->items[0];
    if (lines->count > 1 || needs_cmark(bul_md_slice(r, range)))
        return inline_by_cmark(r, lines);
    bul_md_builder b = {.r = r};
    bul_md_fed fed = {.text = {r->copy + range.from, range.to - range.from}};
    *BUL_PUSH(r->arena, &fed.origins) = (bul_md_origin){0, range.from};
    bul_md_add_fed(&b, &fed, 0, fed.text, 0);
    return bul_md_finish_runs(&b);
}

bul_md_runs bul_md_inline(bul_md_reading *r, bul_md_range range)
{
    bul_md_ranges lines = {0};
    *BUL_PUSH(r->arena, &lines) = bul_md_trim(r, range);
    return bul_md_inline_lines(r, &lines);
}
