/* SPDX-License-Identifier: MIT */
/* pdf_value.c - stepping over values, without recursion: brackets are only
 * counted. */
#include "pdf/pdf_value.h"

#include <string.h>

#define LARGEST_NUMBER ((uint64_t)1 << 40)

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' ||
           c == '\0';
}

static bool is_delimiter(char c)
{
    return c != '\0' && strchr("()<>[]{}/%", c) != NULL;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

void bul_pdf_skip_blanks(bul_str text, size_t *at)
{
    while (*at < text.len) {
        if (text.ptr[*at] == '%')
            while (*at < text.len && text.ptr[*at] != '\n' &&
                   text.ptr[*at] != '\r')
                ++*at;
        else if (is_blank(text.ptr[*at]))
            ++*at;
        else
            return;
    }
}

/* Past "(…)", in which brackets nest; the end of the text where it is open. */
static size_t past_string(bul_str text, size_t at)
{
    size_t depth = 0;
    for (; at < text.len; at++) {
        if (text.ptr[at] == '\\')
            at++;
        else if (text.ptr[at] == '(')
            depth++;
        else if (text.ptr[at] == ')' && --depth == 0)
            return at + 1;
    }
    return text.len;
}

static bool starts_at(bul_str text, size_t at, const char *two)
{
    return at + 1 < text.len && text.ptr[at] == two[0] &&
           text.ptr[at + 1] == two[1];
}

/* Past a word of plain characters, or a name behind its slash. */
static size_t past_word(bul_str text, size_t at)
{
    while (at < text.len && !is_blank(text.ptr[at]) &&
           !is_delimiter(text.ptr[at]))
        at++;
    return at;
}

/* Past one token; `depth` follows the brackets. The same place: there is no
 * token. */
static size_t past_token(bul_str text, size_t at, int *depth)
{
    char c = text.ptr[at];
    if (starts_at(text, at, "<<") || c == '[') {
        ++*depth;
        return at + (c == '[' ? 1 : 2);
    }
    if (starts_at(text, at, ">>") || c == ']') {
        --*depth;
        return at + (c == ']' ? 1 : 2);
    }
    if (c == '(')
        return past_string(text, at);
    if (c == '<') {
        const char *end = memchr(text.ptr + at, '>', text.len - at);
        return end ? (size_t)(end - text.ptr) + 1 : at;
    }
    if (c == '/')
        return past_word(text, at + 1);
    return past_word(text, at);
}

/* Past " 0 R" behind a number; the same place where there is none. */
static size_t past_reference(bul_str text, size_t at)
{
    size_t start = at;
    bul_pdf_skip_blanks(text, &at);
    size_t digits = at;
    while (at < text.len && is_digit(text.ptr[at]))
        at++;
    if (at == digits || at - digits > 5)
        return start;
    bul_pdf_skip_blanks(text, &at);
    if (at >= text.len || text.ptr[at] != 'R' || past_word(text, at) != at + 1)
        return start;
    return at + 1;
}

bul_str bul_pdf_value(bul_str text, size_t *at)
{
    size_t start = *at;
    int depth = 0;
    bul_pdf_skip_blanks(text, &start);
    size_t end = start;
    do {
        bul_pdf_skip_blanks(text, &end);
        size_t next = end < text.len ? past_token(text, end, &depth) : end;
        if (next == end || depth < 0)
            return (bul_str){0};
        end = next;
    } while (depth > 0);
    if (is_digit(text.ptr[start]))
        end = past_reference(text, end);
    *at = end;
    return bul_str_sub(text, start, end);
}

bool bul_pdf_is_dict(bul_str value)
{
    return bul_str_starts(value, BUL_STR("<<"));
}

bool bul_pdf_is_array(bul_str value)
{
    return bul_str_starts(value, BUL_STR("["));
}

bool bul_pdf_is_name(bul_str value, const char *name)
{
    return value.len > 1 && value.ptr[0] == '/' &&
           bul_str_equal(bul_str_sub(value, 1, value.len), bul_str_from(name));
}

bul_str bul_pdf_find(bul_str dict, const char *key)
{
    size_t at = 2;
    if (!bul_pdf_is_dict(dict))
        return (bul_str){0};
    for (;;) {
        bul_str name = bul_pdf_value(dict, &at);
        bul_str value = bul_pdf_value(dict, &at);
        if (name.len == 0 || value.len == 0)
            return (bul_str){0};
        if (bul_pdf_is_name(name, key))
            return value;
    }
}

bul_str bul_pdf_item(bul_str array, size_t *at)
{
    if (!bul_pdf_is_array(array))
        return (bul_str){0};
    if (*at == 0)
        *at = 1;
    return bul_pdf_value(array, at);
}

bool bul_pdf_number(bul_str value, uint64_t most, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < value.len; i++) {
        if (!is_digit(value.ptr[i]) || *number > LARGEST_NUMBER)
            return false;
        *number = *number * 10 + (uint64_t)(value.ptr[i] - '0');
    }
    return value.len > 0 && *number <= most;
}

bool bul_pdf_reference(bul_str value, uint32_t *number)
{
    uint64_t first;
    size_t digits = 0;
    while (digits < value.len && is_digit(value.ptr[digits]))
        digits++;
    if (value.len == 0 || value.ptr[value.len - 1] != 'R' ||
        !bul_pdf_number(bul_str_sub(value, 0, digits), UINT32_MAX, &first))
        return false;
    *number = (uint32_t)first;
    return true;
}
