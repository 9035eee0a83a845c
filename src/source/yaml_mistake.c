/* SPDX-License-Identifier: MIT */
/* yaml_mistake.c - the library's complaint, in words a clerk can act on.
 *
 * libfyaml names the right line, but speaks of plain scalars and block
 * mappings. The kinds of mistake people make are few; each is told by the look
 * of the line, and only what is none of them is passed on as it came. */
#include "base/utf8.h"
#include "source/yaml_parts.h"

typedef struct mistake {
    bul_message_id id;
    size_t at, end; /* in the copy */
    bul_str arg;
} mistake;

static bool says(const bul_yaml_failure *failure, const char *words)
{
    bul_str needle = bul_str_from(words);
    return bul_str_find(failure->words, needle) < failure->words.len;
}

static bul_str line_at(const bul_yaml_copy *copy, size_t start)
{
    bul_str rest = {copy->text + start, copy->len - start};
    return bul_str_sub(rest, 0, bul_str_find(rest, BUL_STR("\n")));
}

static mistake whole_line(bul_message_id id, bul_str line, size_t start)
{
    bul_str trimmed = bul_str_trim(line);
    size_t at = start + (size_t)(trimmed.ptr - line.ptr);
    return (mistake){id, at, at + trimmed.len, trimmed};
}

/* The quote that opens and never closes on its line. */
static bool find_quote(bul_str line, size_t start, mistake *found)
{
    char open = '\0';
    size_t open_at = 0;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        bool begins_value =
            i > 0 && (line.ptr[i - 1] == ' ' || line.ptr[i - 1] == '[' ||
                      line.ptr[i - 1] == ',');
        if (open == '\0' && begins_value && (c == '"' || c == '\'')) {
            open = c;
            open_at = i;
        } else if (c == open) {
            open = '\0';
        }
    }
    if (open == '\0')
        return false;
    *found = (mistake){BUL_MSG_YAML_QUOTE, start + open_at, start + open_at + 1,
                       bul_str_sub(line, open_at, open_at + 1)};
    return true;
}

/* "标题: 工会: 周报": the second colon. */
static bool find_second_colon(bul_str line, size_t start, mistake *found)
{
    bul_str colon = BUL_STR(": ");
    size_t first = bul_str_find(line, colon);
    bul_str value = bul_str_sub(line, first + 2, line.len);
    size_t second = bul_str_find(value, colon);
    if (first == line.len || second == value.len)
        return false;
    size_t at = start + first + 2 + second;
    *found =
        (mistake){BUL_MSG_YAML_SECOND_COLON, at, at + 1, bul_str_trim(value)};
    return true;
}

/* "标题: "安全课"开进隧道": the quotes hold only part of the value. */
static bool find_quoted_part(bul_str line, size_t start, mistake *found)
{
    size_t colon = bul_str_find(line, BUL_STR(": "));
    bul_str value = bul_str_trim(bul_str_sub(line, colon + 2, line.len));
    if (value.len == 0 || (value.ptr[0] != '"' && value.ptr[0] != '\''))
        return false;
    size_t at = start + (size_t)(value.ptr - line.ptr);
    *found = (mistake){BUL_MSG_YAML_QUOTED_PART, at, at + value.len, value};
    return true;
}

static size_t indent_of(bul_str line)
{
    size_t at = 0;
    while (at < line.len && line.ptr[at] == ' ')
        at++;
    return at;
}

static bool find_wide_colon(bul_str line, size_t start, mistake *found)
{
    bul_str wide = BUL_STR("\xEF\xBC\x9A");
    size_t at = bul_str_find(line, wide);
    if (at == line.len || bul_str_find(line, BUL_STR(": ")) < line.len)
        return false;
    *found = (mistake){BUL_MSG_YAML_UNKNOWN_WIDE_COLON, start + at,
                       start + at + wide.len,
                       bul_str_trim(bul_str_sub(line, 0, at))};
    return true;
}

/* A value that begins with a sign YAML keeps for itself: @ ` % & * ! | > */
static bool find_first_sign(bul_str line, size_t start, mistake *found)
{
    size_t colon = bul_str_find(line, BUL_STR(": "));
    size_t at = colon < line.len ? colon + 2 : 0;
    while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '-'))
        at++;
    bul_str signs = BUL_STR("@`%&*!|>");
    bul_str sign = bul_str_sub(line, at, at + 1);
    if (sign.len == 0 || bul_str_find(signs, sign) == signs.len)
        return false;
    *found =
        (mistake){BUL_MSG_YAML_FIRST_SIGN, start + at, start + at + 1, sign};
    return true;
}

static bool has_key(bul_str line)
{
    bul_str trimmed = bul_str_trim(line);
    return bul_str_find(trimmed, BUL_STR(": ")) < trimmed.len ||
           bul_str_ends(trimmed, BUL_STR(":"));
}

static bool is_passive(bul_str line)
{
    bul_str trimmed = bul_str_trim(line);
    return trimmed.len == 0 || trimmed.ptr[0] == '#';
}

/* The next line that says something; *start moves to it. */
static bul_str next_line(const bul_yaml_copy *copy, size_t *start)
{
    bul_str line = line_at(copy, *start);
    do {
        *start += line.len + 1;
        if (*start >= copy->len)
            return (bul_str){0};
        line = line_at(copy, *start);
    } while (is_passive(line));
    return line;
}

/* A line without a key is blamed on the line before it as often as on
 * itself, so both are looked at. */
static bool find_bare_line(const bul_yaml_copy *copy, size_t start,
                           mistake *found)
{
    bul_str line = line_at(copy, start);
    for (int i = 0; i < 2 && line.len > 0; i++) {
        bool is_item = bul_str_starts(bul_str_trim(line), BUL_STR("- "));
        if (find_wide_colon(line, start, found))
            return true;
        if (!is_passive(line) && !has_key(line) && !is_item) {
            *found = whole_line(BUL_MSG_YAML_NO_COLON, line, start);
            return true;
        }
        line = next_line(copy, &start);
    }
    return false;
}

/* A key indented deeper than the one above, which has a value already. */
static bool find_deeper_line(const bul_yaml_copy *copy, size_t start,
                             mistake *found)
{
    bul_str line = line_at(copy, start);
    size_t next_at = start;
    bul_str next = next_line(copy, &next_at);
    if (next.len == 0 || !has_key(line) || !has_key(next) ||
        indent_of(next) <= indent_of(line))
        return false;
    *found = whole_line(BUL_MSG_YAML_INDENT, next, next_at);
    return true;
}

static mistake find_mistake(const bul_yaml_copy *copy,
                            const bul_yaml_failure *failure)
{
    size_t start = failure->line_start;
    bul_str line = line_at(copy, start);
    mistake found;
    if (says(failure, "quote") && find_quote(line, start, &found))
        return found;
    if (failure->open_bracket < copy->len) {
        size_t at = failure->open_bracket;
        return (mistake){BUL_MSG_YAML_BRACKET, at, at + 1,
                         (bul_str){copy->text + at, 1}};
    }
    if (says(failure, "cannot start with") &&
        find_first_sign(line, start, &found))
        return found;
    if (says(failure, "trailing content") &&
        find_quoted_part(line, start, &found))
        return found;
    if (find_quote(line, start, &found) ||
        (says(failure, "multiline") && find_deeper_line(copy, start, &found)) ||
        (says(failure, "same line") &&
         find_second_colon(line, start, &found)) ||
        find_bare_line(copy, start, &found) ||
        find_second_colon(line, start, &found))
        return found;
    found = whole_line(BUL_MSG_YAML_SYNTAX, line, start);
    found.arg = failure->words;
    return found;
}

void bul_yaml_report_failure(bul_diag *diag, const bul_yaml_copy *copy,
                             const bul_yaml_failure *failure)
{
    mistake found = find_mistake(copy, failure);
    bul_report(diag, found.id, bul_yaml_copy_span(copy, found.at, found.end),
               BUL_ARGS(found.arg));
}
