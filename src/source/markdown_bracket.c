/* SPDX-License-Identifier: MIT */
/* markdown_bracket.c - [text]{name}: which bracket closes which, and what the
 * text between them is given.
 *
 * Settled before cmark reads, in the copy: the signs become ours, the braces
 * nothing at all, so that links and code may stand between them. Each bracket
 * is remembered by where it opens. Brackets are one within another, never
 * across: one that closes takes those with it that were opened since. */
#include "base/utf8.h"
#include "source/markdown_parts.h"

/* 【 in running text must not fill memory. */
#define MAX_BRACKETS ((size_t)2 * BUL_MD_MAX_SIGNS)

#define LINES (BUL_MD_NAME | BUL_MD_WAVE | BUL_MD_LINE)

void bul_md_open_bracket_at(bul_md_reading *r, size_t offset, bool is_wide)
{
    if (r->brackets.count == MAX_BRACKETS)
        return;
    *BUL_PUSH(r->arena, &r->open_brackets) =
        (bul_md_open_bracket){.index = r->brackets.count, .is_wide = is_wide};
    *BUL_PUSH(r->arena, &r->brackets) = (bul_md_bracket){.open = offset};
}

bool bul_md_add_call(bul_md_reading *r, bul_md_range call, uint32_t note)
{
    if (r->brackets.count == MAX_BRACKETS)
        return false;
    *BUL_PUSH(r->arena, &r->brackets) =
        (bul_md_bracket){.open = call.from, .close = call.to, .note = note};
    bul_md_write_sign(r, call, BUL_MD_SIGN_NOTE);
    return true;
}

/* What is inside a bracket is inside the one around it. */
static void pass_height_on(bul_md_reading *r, size_t height)
{
    if (r->open_brackets.count == 0)
        return;
    bul_md_open_bracket *around = BUL_LAST(&r->open_brackets);
    if (around->height < height)
        around->height = height;
}

bool bul_md_take_open_bracket(bul_md_reading *r, bool is_wide,
                              bul_md_open_bracket *open)
{
    size_t count = r->open_brackets.count;
    /* A wide one closes nothing but the last; it may be mere text. */
    while (!is_wide && count > 0 && r->open_brackets.items[count - 1].is_wide)
        count--;
    if (count == 0 || r->open_brackets.items[count - 1].is_wide != is_wide)
        return false;
    *open = r->open_brackets.items[count - 1];
    r->open_brackets.count = count - 1;
    pass_height_on(r, open->height);
    return true;
}

const bul_md_bracket *bul_md_bracket_at(const bul_md_reading *r, size_t offset)
{
    size_t low = 0;
    size_t high = r->brackets.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (r->brackets.items[middle].open < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->brackets.count && r->brackets.items[low].open == offset
               ? &r->brackets.items[low]
               : NULL;
}

/* ---- The text between the signs. ---- */

typedef struct inner_text {
    size_t character_count; /* but for blanks */
    bool has_blank;
    bool is_han;
} inner_text;

static inner_text look_inside(const bul_md_reading *r, bul_md_range range)
{
    inner_text inner = {.is_han = true};
    while (range.from < range.to) {
        char copied = r->copy[range.from];
        bool is_sign = (unsigned char)copied < ' ' &&
                       copied != BUL_MD_SIGN_PLAIN && copied != '\n';
        if (is_sign) {
            range.from++;
            continue;
        }
        bul_str text = bul_md_slice(r, range);
        size_t len = 0;
        uint32_t c = bul_utf8_next(text, &len);
        range.from += len;
        if (c == ' ' || c == '\n' || c == '\t' || c == 0x3000) {
            inner.has_blank = inner.has_blank || c != '\n';
            continue;
        }
        inner.character_count++;
        inner.is_han = inner.is_han && bul_utf8_is_han(c);
    }
    return inner;
}

/* ---- Settling. ---- */

static size_t count_syllables(bul_str reading)
{
    size_t count = reading.len > 0;
    for (size_t i = 0; i < reading.len; i++)
        count += reading.ptr[i] == ' ';
    return count;
}

/* A reading must not lie in another, nor be longer than what it stands over:
 * over Latin or a mixture it may be anything. */
static void check_reading(bul_md_reading *r, bul_md_bracket *bracket,
                          const inner_text *inner, bul_md_range brace)
{
    size_t syllables = count_syllables(bracket->ruby);
    if (syllables == 0)
        return;
    if (r->has_reading && r->last_reading > bracket->open) {
        if (r->report_count++ < BUL_MD_MAX_REPORTS)
            bul_report(r->diag, BUL_MSG_MARKDOWN_READING_NESTED,
                       bul_md_span(r, brace), BUL_ARGS(bracket->ruby));
        bracket->ruby = (bul_str){0};
        return;
    }
    r->has_reading = true;
    r->last_reading = bracket->open;
    if (!inner->is_han || syllables <= inner->character_count)
        return;
    if (r->report_count++ < BUL_MD_MAX_REPORTS)
        bul_report(
            r->diag, BUL_MSG_MARKDOWN_READING_LONG, bul_md_span(r, brace),
            BUL_ARGS(bul_str_int(r->arena, (int64_t)syllables),
                     bul_str_int(r->arena, (int64_t)inner->character_count)));
}

/* Blanks alone are text to a line: it is to be filled in. */
static bool is_empty(const bul_md_bracket *bracket, const inner_text *inner)
{
    bool is_blank_to_fill =
        inner->has_blank && (bracket->style & BUL_MD_LINE) != 0;
    return inner->character_count == 0 && !is_blank_to_fill;
}

static bool is_mark(bul_md_reading *r, const bul_md_brace *brace, bool is_wide,
                    bool ends_unit)
{
    if (is_wide || brace->is_wide)
        return !brace->is_open && bul_md_brace_is_known(r, brace);
    if (brace->is_open)
        bul_md_report(r, BUL_MSG_MARKDOWN_BRACKET_OPEN, brace->range);
    return !brace->is_open &&
           !(ends_unit && bul_md_brace_is_for_block(r, brace));
}

static void settle(bul_md_reading *r, bul_md_bracket *bracket,
                   const bul_md_brace *brace, bul_md_range text)
{
    inner_text inner = look_inside(r, text);
    bul_md_brace_apply(r, brace, bracket);
    if (is_empty(bracket, &inner)) {
        bul_md_report(r, BUL_MSG_MARKDOWN_BRACKET_EMPTY, brace->words[0].name);
        bracket->style = 0;
        bracket->ruby = (bul_str){0};
        bracket->language = (bul_str){0};
    }
    check_reading(r, bracket, &inner, brace->range);
    if (bracket->style != 0 || bracket->ruby.len > 0 ||
        bracket->language.len > 0)
        bracket->group = ++r->group_count;
}

size_t bul_md_mark_bracket(bul_md_reading *r, const bul_md_open_bracket *open,
                           bul_md_range sign, bul_md_range line, bool is_last)
{
    bul_md_brace brace;
    bul_md_bracket *bracket = &r->brackets.items[open->index];
    bul_md_range opening = {bracket->open,
                            bracket->open + (open->is_wide ? 3 : 1)};
    if (!bul_md_brace_read(r, (bul_md_range){sign.to, line.to}, &brace) ||
        !is_mark(r, &brace, open->is_wide,
                 is_last && brace.range.to == line.to))
        return sign.to;
    if (open->height == BUL_MD_MAX_NESTING) {
        bul_md_report(r, BUL_MSG_MARKDOWN_TOO_DEEP, brace.range);
        return sign.to;
    }
    if (open->is_wide || brace.is_wide)
        bul_report(r->diag, BUL_MSG_MARKDOWN_WIDE_SIGN,
                   bul_md_span(r, brace.range), BUL_NO_ARGS);
    settle(r, bracket, &brace, (bul_md_range){opening.to, sign.from});
    bracket->close = sign.from;
    bul_md_write_sign(r, opening, BUL_MD_SIGN_OPEN);
    bul_md_write_sign(r, sign, BUL_MD_SIGN_CLOSE);
    bul_md_write_sign(r, brace.range, BUL_MD_SIGN_SKIP);
    pass_height_on(r, open->height + 1);
    return brace.range.to;
}

/* ---- Runs inside brackets. ---- */

void bul_md_enter_bracket(bul_md_builder *b, size_t offset)
{
    const bul_md_bracket *bracket = bul_md_bracket_at(b->r, offset);
    if (bracket != NULL && bracket->group > 0 &&
        b->bracket_count < BUL_MD_MAX_NESTING)
        b->brackets[b->bracket_count++] = bracket;
}

void bul_md_leave_bracket(bul_md_builder *b, size_t offset)
{
    if (b->bracket_count > 0 &&
        b->brackets[b->bracket_count - 1]->close == offset)
        b->bracket_count--;
}

void bul_md_mark_run(const bul_md_builder *b, bul_md_run *run)
{
    bool has_line = false;
    for (size_t i = 0; i < b->bracket_count; i++) {
        const bul_md_bracket *bracket = b->brackets[i];
        run->style |= bracket->style;
        if (bracket->ruby.len > 0)
            run->ruby = bracket->ruby;
        if (bracket->language.len > 0)
            run->language = bracket->language;
        if (!has_line)
            run->group = bracket->group;
        has_line = has_line || (bracket->style & LINES) != 0;
    }
}
