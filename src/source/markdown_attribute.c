/* SPDX-License-Identifier: MIT */
/* markdown_attribute.c - {width=2 不拆} at the end of a block.
 *
 * Words apart by blanks, each a name or name=value. A name is made of letters
 * and hanzi, so that a set {1, 2} in the text stays text. */
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

/* The offset of the { that the } at the end belongs to, or text.len. */
static size_t find_open(bul_str text)
{
    if (!bul_str_ends(text, BUL_STR("}")))
        return text.len;
    for (size_t i = text.len - 1; i > 0 && text.len - i < LONGEST; i--)
        if (text.ptr[i - 1] == '{' || text.ptr[i - 1] == '}')
            return text.ptr[i - 1] == '{' ? i - 1 : text.len;
    return text.len;
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

static bool are_attributes(bul_str inside)
{
    bul_str word;
    size_t count = 0;
    for (size_t at = 0; next_word(inside, &at, &word); count++)
        if (!bul_md_is_name(
                bul_str_sub(word, 0, bul_str_find(word, BUL_STR("=")))))
            return false;
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
    size_t open = find_open(text);
    bul_str inside = bul_str_sub(text, open + 1, text.len - 1);
    if (open == text.len || !are_attributes(inside))
        return range;
    read_attributes(r, inside, range.from + open + 1, attributes);
    range.to = range.from + open;
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
    size_t open = find_open(bul_md_slice(r, range));
    bul_md_range kept = bul_md_take_attributes(r, range, attributes);
    if (kept.to == range.to)
        return;
    last->text = bul_str_sub(last->text, 0, open);
    last->span.end = (uint32_t)(range.from + open);
}
