/* SPDX-License-Identifier: MIT */
/* markdown_runs.c - text with our signs in it to runs of one style. */
#include "base/utf8.h"
#include "source/markdown_parts.h"

/* ---- Joining the lines of the source. ---- */

static bool is_curly_quote_or_dash(uint32_t c)
{
    return (c >= 0x2018 && c <= 0x201F) || c == 0x2014 || c == 0x2026 ||
           c == 0xB7;
}

/* Does the text begin (or end) in Chinese? Quotes and dashes are shared with
 * Latin: they count as Chinese if what they stand next to is. */
static bool begins_in_cjk(bul_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = bul_utf8_next(text, &at);
        if (!is_curly_quote_or_dash(c))
            return bul_utf8_is_cjk(c);
    }
    return false;
}

static bool ends_in_cjk(bul_str text)
{
    for (size_t at = text.len; at > 0;) {
        uint32_t c = bul_utf8_previous(text, &at);
        if (!is_curly_quote_or_dash(c))
            return bul_utf8_is_cjk(c);
    }
    return false;
}

/* Typography 2.13: a newline is nothing if either neighbour is CJK. */
static bool needs_space(const bul_md_builder *b, bul_str next)
{
    bul_str before = BUL_LAST(&b->runs)->text;
    return !ends_in_cjk(before) && !begins_in_cjk(next);
}

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
    return run;
}

static bool continues_last(const bul_md_builder *b, bul_span span,
                           unsigned style)
{
    if (b->runs.count == 0 || b->is_copied)
        return false;
    const bul_md_run *last = BUL_LAST(&b->runs);
    return (last->style & ~(unsigned)BUL_MD_NEWLINE) == style &&
           last->url.ptr == b->url.ptr && last->span.end == span.start;
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
    if (!needs_space(b, text))
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
        return 1;
    default:
        return 0;
    }
}

static void obey(bul_md_builder *b, char sign)
{
    if (sign == BUL_MD_SIGN_STRONG)
        b->style ^= BUL_MD_STRONG;
    if (sign == BUL_MD_SIGN_EMPHASIS)
        b->style ^= BUL_MD_EMPHASIS;
    if (sign == BUL_MD_SIGN_BREAK)
        b->is_forced = true;
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
            add_source(b, source, source + plain - i, style | b->style);
        at += plain - i;
        i = plain;
        if (i == literal.len)
            break;
        char sign = literal.ptr[i];
        i += sign_len(sign);
        at += sign_len(sign);
        obey(b, sign);
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

/* ---- One line of inlines. ---- */

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

bul_md_runs bul_md_inline(bul_md_reading *r, bul_md_range range)
{
    bul_md_builder b = {.r = r};
    bul_md_ranges unit = {0};
    range = bul_md_trim(r, range);
    *BUL_PUSH(r->arena, &unit) = range;
    bul_md_settle_signs(r, &unit);
    bul_md_pieces pieces = {0};
    /* A sign that says nothing, so that "- x" and "# x" begin no block. */
    *BUL_PUSH(r->arena, &pieces) = (bul_md_piece){.insert = "\x06"};
    *BUL_PUSH(r->arena, &pieces) = (bul_md_piece){.range = range};
    if (needs_cmark(bul_md_slice(r, range))) {
        bul_md_fed fed = bul_md_feed(r, &pieces);
        bul_md_walk_inlines(r, &fed, &b);
        bul_md_fed_close(&fed);
    } else {
        bul_md_fed fed = {
            .text = {r->copy + range.from, range.to - range.from}};
        *BUL_PUSH(r->arena, &fed.origins) = (bul_md_origin){0, range.from};
        bul_md_add_fed(&b, &fed, 0, fed.text, 0);
    }
    return bul_md_finish_runs(&b);
}
