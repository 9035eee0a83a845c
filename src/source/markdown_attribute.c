/* SPDX-License-Identifier: MIT */
/* markdown_attribute.c - {width=2 不拆} at the end of a block.
 *
 * Words apart by blanks, each a name or name=value. A name is made of letters
 * and hanzi, so that a set {1, 2} in the text stays text. Braces of a Chinese
 * keyboard count around 不拆 and 可删 alone. */
#include "base/utf8.h"
#include "source/markdown_parts.h"

#define LONGEST 120 /* bytes between the braces */

bool bul_md_is_name(bul_str name)
{
    for (size_t at = 0; at < name.len;) {
        uint32_t c = bul_utf8_next(name, &at);
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         c == '-' || c == '_';
        if (!is_letter && !bul_utf8_is_han(c))
            return false;
    }
    return name.len > 0;
}

/* A pair of braces at the end of a text. */
typedef struct brace_pair {
    size_t open;     /* of the first brace */
    size_t from, to; /* what is inside */
    bool is_wide;
} brace_pair;

/* The length of the sign there in one width or the other, or 0. */
static size_t sign_len(bul_str text, size_t at, const char *ascii,
                       const char *wide, bool *is_wide)
{
    bul_str rest = bul_str_sub(text, at, text.len);
    if (bul_str_starts(rest, bul_str_from(ascii)))
        return 1;
    if (!bul_str_starts(rest, bul_str_from(wide)))
        return 0;
    *is_wide = true;
    return 3;
}

static bool find_pair(bul_str text, brace_pair *pair)
{
    *pair = (brace_pair){.is_wide = bul_str_ends(text, BUL_STR("｝"))};
    if (!pair->is_wide && !bul_str_ends(text, BUL_STR("}")))
        return false;
    pair->to = text.len - (pair->is_wide ? 3 : 1);
    for (size_t at = pair->to; at > 0 && pair->to - at < LONGEST; at--) {
        bool is_wide = false;
        size_t len = sign_len(text, at - 1, "{", "｛", &is_wide);
        pair->open = at - 1;
        pair->from = at - 1 + len;
        pair->is_wide = pair->is_wide || (len > 0 && is_wide);
        if (len > 0 || sign_len(text, at - 1, "}", "｝", &is_wide) > 0)
            return len > 0;
    }
    return false;
}

static bool next_word(bul_str text, size_t *at, bul_str *word)
{
    while (*at < text.len && text.ptr[*at] == ' ')
        ++*at;
    size_t from = *at;
    while (*at < text.len && text.ptr[*at] != ' ')
        ++*at;
    *word = bul_str_sub(text, from, *at);
    return word->len > 0;
}

bool bul_md_is_for_block(bul_str word)
{
    static const char *const words[] = {"不拆", "keep", "可删", "optional"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (bul_str_equal(word, bul_str_from(words[i])))
            return true;
    return false;
}

static bool are_attributes(bul_str inside, bool is_wide)
{
    bul_str word;
    size_t count = 0;
    for (size_t at = 0; next_word(inside, &at, &word); count++) {
        bul_str name = bul_str_sub(word, 0, bul_str_find(word, BUL_STR("=")));
        if (is_wide ? !bul_md_is_for_block(word) : !bul_md_is_name(name))
            return false;
    }
    return count > 0;
}

/* `start` is where `inside` stands in the source. */
static void read_attributes(bul_md_reading *r, bul_str inside, size_t start,
                            bul_md_attributes *attributes)
{
    bul_str word;
    for (size_t at = 0; next_word(inside, &at, &word);) {
        size_t equals = bul_str_find(word, BUL_STR("="));
        size_t from = start + at - word.len;
        bul_md_attribute *attribute = BUL_PUSH(r->arena, attributes);
        attribute->name =
            bul_md_text_of(r, (bul_md_range){from, from + equals});
        size_t value = equals < word.len ? equals + 1 : equals;
        attribute->value =
            bul_md_text_of(r, (bul_md_range){from + value, from + word.len});
    }
}

bul_md_range bul_md_take_attributes(bul_md_reading *r, bul_md_range range,
                                    bul_md_attributes *attributes)
{
    bul_str text = bul_md_slice(r, range);
    brace_pair pair;
    if (!find_pair(text, &pair))
        return range;
    bul_str inside = bul_str_sub(text, pair.from, pair.to);
    if (!are_attributes(inside, pair.is_wide))
        return range;
    if (pair.is_wide)
        bul_report(r->diag, BUL_MSG_MARKDOWN_WIDE_SIGN,
                   bul_md_span(r, (bul_md_range){range.from + pair.open,
                                                 range.from + text.len}),
                   BUL_NO_ARGS);
    read_attributes(r, inside, range.from + pair.from, attributes);
    range.to = range.from + pair.open;
    return bul_md_trim(r, range);
}

void bul_md_take_run_attributes(bul_md_reading *r, bul_md_runs *runs,
                                bul_md_attributes *attributes)
{
    if (runs->count == 0)
        return;
    bul_md_run *last = BUL_LAST(runs);
    bool is_exact = last->span.end - last->span.start == last->text.len;
    if (!is_exact || (last->style & BUL_MD_CODE) != 0)
        return;
    bul_md_range range = {last->span.start, last->span.end};
    bul_md_range kept = bul_md_take_attributes(r, range, attributes);
    if (kept.to == range.to)
        return;
    last->text = bul_str_sub(last->text, 0, kept.to - range.from);
    last->span.end = (uint32_t)kept.to;
}
