/* SPDX-License-Identifier: MIT */
/* markdown_brace.c - {专名号 拼音=gōng huì} behind a bracket.
 *
 * Names apart by blanks or commas. A reading goes on to the brace unless it is
 * quoted, since its syllables are apart by blanks themselves; a Chinese name
 * of a mark at its end is a mark all the same. Signs may be full-width, as
 * they come from a Chinese keyboard. */
#include "base/language.h"
#include "base/utf8.h"
#include "source/markdown_parts.h"
#include "source/near.h"
#include "source/spoken.h"

#define LONGEST  1000 /* bytes of one {…} */
#define READING  (1u << 16)
#define LANGUAGE (1u << 17)

typedef struct named_mark {
    bul_str name;
    unsigned mark; /* enum bul_md_style, READING or LANGUAGE */
} named_mark;

static const named_mark marks[] = {
    {BUL_STR_INIT("着重号"), BUL_MD_DOTS},
    {BUL_STR_INIT("着重"), BUL_MD_DOTS},
    {BUL_STR_INIT("dots"), BUL_MD_DOTS},
    {BUL_STR_INIT("专名号"), BUL_MD_NAME},
    {BUL_STR_INIT("专名线"), BUL_MD_NAME},
    {BUL_STR_INIT("专名"), BUL_MD_NAME},
    {BUL_STR_INIT("人名"), BUL_MD_NAME},
    {BUL_STR_INIT("name"), BUL_MD_NAME},
    {BUL_STR_INIT("浪线"), BUL_MD_WAVE},
    {BUL_STR_INIT("波浪线"), BUL_MD_WAVE},
    {BUL_STR_INIT("书名号"), BUL_MD_WAVE},
    {BUL_STR_INIT("wave"), BUL_MD_WAVE},
    {BUL_STR_INIT("下划线"), BUL_MD_LINE},
    {BUL_STR_INIT("line"), BUL_MD_LINE},
    {BUL_STR_INIT("拼音"), READING},
    {BUL_STR_INIT("注音"), READING},
    {BUL_STR_INIT("ruby"), READING},
    {BUL_STR_INIT("语言"), LANGUAGE},
    {BUL_STR_INIT("language"), LANGUAGE},
};

static unsigned find_mark(bul_str name, bul_near *near)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (bul_str_equal(name, marks[i].name))
            return marks[i].mark;
        if (near != NULL)
            bul_near_offer(near, marks[i].name);
    }
    return 0;
}

static unsigned mark_of(const bul_md_reading *r, bul_md_range name)
{
    return find_mark(bul_md_slice(r, name), NULL);
}

/* ---- Characters. ---- */

static uint32_t char_at(const bul_md_reading *r, bul_md_range range, size_t at)
{
    bul_str text = bul_md_slice(r, range);
    at -= range.from;
    return at < text.len ? bul_utf8_next(text, &at) : 0;
}

static size_t after(const bul_md_reading *r, bul_md_range range, size_t at)
{
    bul_str text = bul_md_slice(r, range);
    at -= range.from;
    if (at < text.len)
        bul_utf8_next(text, &at);
    return range.from + at;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0x3000;
}

/* What stands between two names. */
static bool is_apart(uint32_t c)
{
    return is_blank(c) || c == ',' || c == ';' || c == 0xFF0C || c == 0xFF1B ||
           c == 0x3001;
}

static bool is_end(uint32_t c)
{
    return c == '}' || c == 0xFF5D;
}

static bool is_equals(uint32_t c)
{
    return c == '=' || c == 0xFF1D;
}

/* Which quotes go together; those of a Chinese keyboard are often swapped. */
static int quote_kind(uint32_t c)
{
    if (c == '"' || c == 0x201C || c == 0x201D || c == 0xFF02)
        return 1;
    return c == '\'' || c == 0x2018 || c == 0x2019 ? 2 : 0;
}

/* ---- Words. ---- */

typedef struct parsing {
    const bul_md_reading *r;
    bul_md_range rest;
    bul_md_brace *brace;
} parsing;

static uint32_t next_char(const parsing *p)
{
    return char_at(p->r, p->rest, p->rest.from);
}

static void step(parsing *p)
{
    if (next_char(p) >= 0xFF00)
        p->brace->is_wide = true;
    p->rest.from = after(p->r, p->rest, p->rest.from);
}

static void skip_blanks(parsing *p)
{
    while (is_blank(next_char(p)))
        step(p);
}

/* "gōng huì" in quotes: up to one that stands at the end of the value. */
static bool take_quoted(parsing *p, bul_md_range *value)
{
    int kind = quote_kind(next_char(p));
    size_t from = after(p->r, p->rest, p->rest.from);
    for (size_t at = from;
         kind > 0 && at < p->rest.to && !is_end(char_at(p->r, p->rest, at));) {
        size_t next = after(p->r, p->rest, at);
        uint32_t behind = char_at(p->r, p->rest, next);
        if (quote_kind(char_at(p->r, p->rest, at)) == kind &&
            (is_apart(behind) || is_end(behind))) {
            *value = (bul_md_range){from, at};
            p->rest.from = next;
            return true;
        }
        at = next;
    }
    return false;
}

/* Gives the last word of a reading back if it is the Chinese name of a mark;
 * the first word is always part of it. */
static bool give_back(const parsing *p, bul_md_range *value)
{
    bul_str text = bul_md_slice(p->r, *value);
    size_t at = text.len;
    while (at > 0 && text.ptr[at - 1] != ' ')
        at--;
    bul_md_range word = {value->from + at, value->to};
    if (at == 0 || !bul_utf8_is_han(char_at(p->r, word, word.from)) ||
        mark_of(p->r, word) == 0)
        return false;
    *value = bul_md_trim(p->r, (bul_md_range){value->from, value->from + at});
    return true;
}

static void take_value(parsing *p, bul_md_brace_word *word)
{
    bool is_reading = mark_of(p->r, word->name) == READING;
    skip_blanks(p);
    word->has_value = true;
    if (take_quoted(p, &word->value))
        return;
    word->value.from = p->rest.from;
    while (p->rest.from < p->rest.to && !is_end(next_char(p)) &&
           (is_reading || !is_apart(next_char(p))))
        p->rest.from = after(p->r, p->rest, p->rest.from);
    word->value.to = p->rest.from;
    word->value = bul_md_trim(p->r, word->value);
    while (is_reading && give_back(p, &word->value))
        p->rest.from = word->value.to;
}

static void take_word(parsing *p)
{
    bul_md_brace_word *word = &p->brace->words[p->brace->word_count++];
    word->name.from = p->rest.from;
    while (p->rest.from < p->rest.to && !is_apart(next_char(p)) &&
           !is_end(next_char(p)) && !is_equals(next_char(p)))
        p->rest.from = after(p->r, p->rest, p->rest.from);
    word->name.to = p->rest.from;
    size_t behind = p->rest.from;
    skip_blanks(p);
    if (!is_equals(next_char(p))) {
        p->rest.from = behind;
        return;
    }
    step(p);
    take_value(p, word);
}

/* True when the brace that ends it is reached. */
static bool take_words(parsing *p)
{
    for (;;) {
        while (is_apart(next_char(p)))
            p->rest.from = after(p->r, p->rest, p->rest.from);
        if (is_end(next_char(p))) {
            step(p);
            return true;
        }
        if (p->rest.from == p->rest.to ||
            p->brace->word_count == BUL_MD_BRACE_WORDS)
            return false;
        take_word(p);
    }
}

/* Another bracket or brace before the } says that it has been forgotten. */
static bul_md_range until_next_sign(const bul_md_reading *r, bul_md_range range)
{
    if (range.to - range.from > LONGEST)
        range.to = range.from + LONGEST;
    for (size_t at = range.from + 1; at < range.to; at++) {
        char c = r->source->text.ptr[at];
        if (c == '[' || c == '{')
            range.to = at;
    }
    return range;
}

bool bul_md_brace_read(const bul_md_reading *r, bul_md_range range,
                       bul_md_brace *brace)
{
    *brace = (bul_md_brace){.range = range};
    range = until_next_sign(r, range);
    parsing p = {.r = r, .rest = range, .brace = brace};
    uint32_t first = next_char(&p);
    if (first != '{' && first != 0xFF5B)
        return false;
    step(&p);
    brace->is_open = !take_words(&p);
    brace->range.to = p.rest.from;
    return brace->word_count > 0 &&
           bul_md_is_name(bul_md_slice(r, brace->words[0].name)) &&
           (!brace->is_open || p.rest.from == range.to);
}

bool bul_md_brace_is_known(const bul_md_reading *r, const bul_md_brace *brace)
{
    for (size_t i = 0; i < brace->word_count; i++)
        if (mark_of(r, brace->words[i].name) == 0)
            return false;
    return true;
}

bool bul_md_brace_is_for_block(const bul_md_reading *r,
                               const bul_md_brace *brace)
{
    for (size_t i = 0; i < brace->word_count; i++)
        if (!bul_md_is_for_block(bul_md_slice(r, brace->words[i].name)))
            return false;
    return true;
}

/* ---- What it gives. ---- */

static void report_unknown(bul_md_reading *r, bul_md_range name, bul_str near)
{
    if (r->report_count++ < BUL_MD_MAX_REPORTS)
        bul_report(r->diag,
                   near.len > 0 ? BUL_MSG_MARKDOWN_BRACKET_NAME_NEAR
                                : BUL_MSG_MARKDOWN_BRACKET_NAME,
                   bul_md_span(r, name), BUL_ARGS(bul_md_slice(r, name), near));
}

/* Syllables apart by one blank each, whatever the author put there. */
static bul_str regular_reading(bul_arena *arena, bul_str written)
{
    bul_text text = bul_text_in(arena);
    bool is_apart_here = false;
    for (size_t at = 0; at < written.len;) {
        size_t from = at;
        uint32_t c = bul_utf8_next(written, &at);
        if (is_blank(c)) {
            is_apart_here = text.len > 0;
            continue;
        }
        if (is_apart_here)
            bul_text_add(&text, BUL_STR(" "));
        is_apart_here = false;
        bul_text_add(&text, bul_str_sub(written, from, at));
    }
    return bul_text_str(&text);
}

static void set_language(bul_md_reading *r, const bul_md_brace_word *word,
                         bul_md_bracket *bracket)
{
    bool is_absent = word->value.from == word->value.to;
    bul_spoken spoken = {bul_md_slice(r, word->name),
                         bul_md_slice(r, word->value),
                         bul_md_span(r, is_absent ? word->name : word->value)};
    if (!bul_language_find(spoken.value, &bracket->language) &&
        r->report_count++ < BUL_MD_MAX_REPORTS)
        bul_spoken_read(r->arena, r->diag, spoken, &bracket->language);
}

static void apply_word(bul_md_reading *r, const bul_md_brace_word *word,
                       bul_md_bracket *bracket)
{
    bul_near near = {.word = bul_md_slice(r, word->name)};
    bul_str value = bul_md_slice(r, word->value);
    unsigned mark = mark_of(r, word->name);
    if (mark == 0) {
        find_mark(near.word, &near);
        report_unknown(r, word->name, near.best);
    } else if (mark == READING) {
        bracket->ruby = regular_reading(r->arena, value);
        if (bracket->ruby.len == 0)
            bul_md_report(r, BUL_MSG_MARKDOWN_BRACKET_NO_READING, word->name);
    } else if (mark == LANGUAGE) {
        set_language(r, word, bracket);
    } else {
        bracket->style |= mark;
        if (word->has_value && r->report_count++ < BUL_MD_MAX_REPORTS)
            bul_report(r->diag, BUL_MSG_MARKDOWN_BRACKET_VALUE,
                       bul_md_span(r, word->name), BUL_ARGS(near.word, value));
    }
}

void bul_md_brace_apply(bul_md_reading *r, const bul_md_brace *brace,
                        bul_md_bracket *bracket)
{
    for (size_t i = 0; i < brace->word_count; i++)
        apply_word(r, &brace->words[i], bracket);
}
