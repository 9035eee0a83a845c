/* SPDX-License-Identifier: MIT */
/* front_matter.c - the lines between --- and --- at the head of an article. */
#include "issue/issue_parts.h"

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
    return is_fence(line) ||
           bul_str_equal(bul_str_trim(line), BUL_STR("..."));
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

bul_front_matter bul_front_matter_find(bul_diag *diag,
                                       const bul_source *source)
{
    bul_str text = source->text;
    size_t start = skip_blank_lines(text, 0);
    bul_str fence = line_at(text, start);
    if (!is_fence(fence))
        return (bul_front_matter){.body = start};
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
