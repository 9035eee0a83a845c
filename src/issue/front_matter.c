/* SPDX-License-Identifier: MIT */
/* front_matter.c - the lines between --- and --- at the head of an article. */
#include <string.h>

#include "issue/issue_parts.h"
#include "issue/keys.h"

static bul_str line_at(bul_str text, size_t at)
{
    bul_str rest = bul_str_sub(text, at, text.len);
    return bul_str_sub(rest, 0, bul_str_find(rest, BUL_STR("\n")));
}

static bool is_fence(bul_str line)
{
    bul_str trimmed = bul_str_trim(line);
    return bul_str_equal(trimmed, BUL_STR("---"));
}

static bool is_end(bul_str line)
{
    return is_fence(line) || bul_str_equal(bul_str_trim(line), BUL_STR("..."));
}

static size_t skip_blank_lines(bul_str text, size_t at)
{
    while (at < text.len) {
        bul_str line = line_at(text, at);
        if (bul_str_trim(line).len > 0)
            break;
        at += line.len + 1;
    }
    return at < text.len ? at : text.len;
}

/* The first line from `at` on for which `is_it` holds; text.len without. */
static size_t find_line(bul_str text, size_t at, bool (*is_it)(bul_str line))
{
    while (at < text.len) {
        bul_str line = line_at(text, at);
        if (is_it(line))
            return at;
        at += line.len + 1;
    }
    return text.len;
}

static bool is_blank(bul_str line)
{
    return bul_str_trim(line).len == 0;
}

/* What stands before the first colon; the line without one. */
static bul_str first_word(bul_str line)
{
    size_t ascii = bul_str_find(line, BUL_STR(":"));
    size_t wide = bul_str_find(line, BUL_STR("："));
    return bul_str_sub(line, 0, ascii < wide ? ascii : wide);
}

/* The key a line begins with, if it is one that no text would begin with. */
static bul_str telling_key(bul_str line)
{
    static const char *const telling[] = {
        "title", "kicker", "subtitle", "level", "section", "byline", NULL};
    bul_str word = first_word(line);
    const bul_schema_key *key =
        word.len < line.len ? bul_schema_find(&bul_article_schema, word) : NULL;
    for (size_t i = 0; key != NULL && telling[i] != NULL; i++)
        if (strcmp(key->name, telling[i]) == 0)
            return word;
    return (bul_str){0};
}

/* Is the line neither a known key nor part of the value of one? */
static bool ends_keys(bul_str line)
{
    bool is_deeper = bul_str_starts(line, BUL_STR(" ")) ||
                     bul_str_starts(line, BUL_STR("-"));
    if (is_blank(line) || is_fence(line))
        return true;
    bul_str word = first_word(line);
    return !is_deeper && (word.len == line.len ||
                          !bul_schema_find(&bul_article_schema, word));
}

/* Keys without the line --- above them. */
static bul_front_matter find_unfenced(bul_diag *diag, const bul_source *source,
                                      size_t start)
{
    bul_str text = source->text;
    bul_front_matter found = {.body = start};
    bul_str key = telling_key(line_at(text, start));
    if (key.len == 0)
        return found;
    bul_report(diag, BUL_MSG_ARTICLE_NO_FENCE,
               bul_source_span(source, start, start + key.len), BUL_ARGS(key));
    found.from = start;
    found.to = find_line(text, start, ends_keys);
    found.body = found.to;
    if (found.to < text.len && is_fence(line_at(text, found.to)))
        found.body += line_at(text, found.to).len;
    return found;
}

bul_front_matter bul_front_matter_find(bul_diag *diag, const bul_source *source)
{
    bul_str text = source->text;
    size_t start = skip_blank_lines(text, 0);
    bul_str fence = line_at(text, start);
    if (!is_fence(fence))
        return find_unfenced(diag, source, start);
    bul_front_matter found = {.from = start + fence.len + 1};
    if (found.from > text.len)
        found.from = text.len;
    found.to = find_line(text, found.from, is_end);
    if (found.to < text.len) {
        size_t after = found.to + line_at(text, found.to).len + 1;
        found.body = after < text.len ? after : text.len;
        return found;
    }
    bul_report(diag, BUL_MSG_ARTICLE_OPEN_FRONT_MATTER,
               bul_source_span(source, start, start + 3), BUL_NO_ARGS);
    found.to = find_line(text, found.from, is_blank);
    found.body = found.to;
    return found;
}
