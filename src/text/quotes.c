/* SPDX-License-Identifier: MIT */
/* quotes.c - curly quotes are Chinese or Latin by what they stand among.
 *
 * “ ” ‘ ’ have one code for both. In Chinese text they are full-width marks of
 * the Chinese face, whatever they enclose: 他说“hello”. In an English sentence
 * they are narrow ones of the Latin face, and ’ between letters is an
 * apostrophe wherever it stands. A pair is Latin when it has Latin text, or
 * nothing, outside as well as inside. */
#include "base/utf8.h"
#include "text/setter.h"

#define DEEPEST_QUOTES 8

/* A quote that was opened. */
typedef struct open_quote {
    uint32_t at;
    uint32_t code_point;
    bool is_latin; /* as seen from where it opens */
} open_quote;

static bool is_quote(uint32_t c)
{
    return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
}

/* 0 where the text ends. */
static uint32_t char_after(bul_str text, size_t at)
{
    return at < text.len ? bul_utf8_next(text, &at) : 0;
}

static uint32_t char_before(bul_str text, size_t at)
{
    return at > 0 ? bul_utf8_previous(text, &at) : 0;
}

static bool is_letter(uint32_t c)
{
    return c != 0 && !is_quote(c) && bul_class_of(c) == BUL_CLASS_LATIN;
}

/* Nothing, white, a letter, an ASCII mark: no hanzi and no full-width mark. */
static bool may_be_latin(uint32_t c)
{
    return c == 0 || is_quote(c) || !bul_class_is_wide(bul_class_of(c));
}

static void note_latin(bul_paragraph_draft *draft, uint32_t at)
{
    bul_offsets *found = &draft->latin_quotes;
    size_t i = found->count;
    *BUL_PUSH(draft->scratch, found) = at;
    for (; i > 0 && found->items[i - 1] > at; i--)
        found->items[i] = found->items[i - 1];
    found->items[i] = at;
}

static void close_quote(bul_paragraph_draft *draft, const open_quote *open,
                        uint32_t at, size_t after)
{
    uint32_t inside = char_before(draft->text, at);
    uint32_t outside = char_after(draft->text, after);
    bool has_latin =
        is_letter(inside) || is_letter(char_after(draft->text, open->at + 3));
    if (!open->is_latin || !has_latin || !may_be_latin(inside) ||
        !may_be_latin(outside))
        return;
    note_latin(draft, open->at);
    note_latin(draft, at);
}

void bul_draft_quotes(bul_paragraph_draft *draft)
{
    bul_str text = draft->text;
    open_quote open[DEEPEST_QUOTES];
    size_t depth = 0;
    /* All four begin with the bytes E2 80. */
    for (size_t at = 0; at + 2 < text.len;) {
        const char *next = memchr(text.ptr + at, '\xE2', text.len - at - 2);
        if (next == NULL)
            break;
        at = (size_t)(next - text.ptr);
        uint32_t start = (uint32_t)at;
        uint32_t c = bul_utf8_next(text, &at);
        if (!is_quote(c))
            continue;
        uint32_t before = char_before(text, start);
        uint32_t after = char_after(text, at);
        if (c == 0x2019 && is_letter(before) && is_letter(after)) {
            note_latin(draft, start);
        } else if (c == 0x2018 || c == 0x201C) {
            if (depth < DEEPEST_QUOTES)
                open[depth++] = (open_quote){
                    start, c, may_be_latin(before) && may_be_latin(after)};
        } else if (depth > 0 && open[depth - 1].code_point == c - 1) {
            close_quote(draft, &open[--depth], start, at);
        }
    }
}
