/* SPDX-License-Identifier: MIT */
/* markdown_signs.c - stars, escapes and brackets, settled before cmark reads.
 *
 * CommonMark decides by the neighbours of a star whether it may open or close;
 * next to Chinese punctuation the answer is often neither, and the star is
 * printed. Here ** and * simply alternate within a unit: the first opens if it
 * does not stand before white space, the next closes if it does not stand
 * after white space. What finds no partner stays as it is and is reported.
 *
 * Code spans, link targets and web addresses in < > are stepped over, so the
 * scan must find them as cmark would; what it does not take for one is made
 * plain, and then cmark cannot take it for one either. All of these lie on one
 * line. One pass over the text, with a bounded number of looks ahead. */
#include <string.h>

#include "base/utf8.h"
#include "source/markdown_parts.h"

#define NOWHERE        SIZE_MAX
#define LONGEST_TICKS  8
#define LONGEST_TARGET 2048 /* of a link, with its title */

typedef struct scan {
    bul_md_reading *r;
    const char *text; /* the source */
    bul_md_range line;
    bool is_last_line;
    size_t strong_at; /* of the ** that is open, or NOWHERE */
    size_t emphasis_at;
    size_t close_at; /* the next > of the line, if not behind us */
    bool no_ticks[LONGEST_TICKS + 1]; /* no closing run of n to come */
} scan;

static char at(const scan *s, size_t offset)
{
    return offset < s->line.to ? s->text[offset] : '\0';
}

void bul_md_write_sign(bul_md_reading *r, bul_md_range range, char sign)
{
    for (size_t i = range.from; i < range.to; i++)
        r->copy[i] = i == range.from ? sign : BUL_MD_SIGN_SKIP;
}

void bul_md_make_plain(bul_md_reading *r, bul_md_range range)
{
    for (size_t i = range.from; i < range.to; i++)
        r->copy[i] = BUL_MD_SIGN_PLAIN;
}

static void make_plain(scan *s, size_t from, size_t to)
{
    bul_md_make_plain(s->r, (bul_md_range){from, to});
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_ascii_punctuation(char c)
{
    return c > ' ' && c < 0x7F && !is_ascii_letter(c) && !is_ascii_digit(c);
}

/* Is there room for one more sign that costs the parser time? */
static bool may_cost(scan *s, size_t offset)
{
    if (s->r->sign_count == BUL_MD_MAX_SIGNS)
        bul_report(s->r->diag, BUL_MSG_MARKDOWN_TOO_MANY_SIGNS,
                   bul_source_span(s->r->source, offset, offset + 1),
                   BUL_ARGS(bul_str_int(s->r->arena, BUL_MD_MAX_SIGNS)));
    s->r->sign_count++;
    return s->r->sign_count <= BUL_MD_MAX_SIGNS;
}

static size_t run_end(const scan *s, size_t from)
{
    size_t end = from;
    while (at(s, end) == s->text[from])
        end++;
    return end;
}

/* ---- Escapes, code, addresses, links. Each yields where to go on. ---- */

static size_t take_backslash(scan *s, size_t from)
{
    char next = at(s, from + 1);
    if (next == '\0') {
        s->r->copy[from] = BUL_MD_SIGN_BREAK;
        return from + 1;
    }
    if (!is_ascii_punctuation(next)) {
        make_plain(s, from, from + 1);
        return from + 1;
    }
    s->r->copy[from] = BUL_MD_SIGN_SKIP;
    make_plain(s, from + 1, from + 2);
    return from + 2;
}

static size_t take_ticks(scan *s, size_t from)
{
    size_t open_end = run_end(s, from);
    size_t length = open_end - from;
    if (length <= LONGEST_TICKS && !s->no_ticks[length] && may_cost(s, from)) {
        for (size_t i = open_end; i < s->line.to;) {
            size_t end = s->text[i] == '`' ? run_end(s, i) : i + 1;
            if (s->text[i] == '`' && end - i == length)
                return end;
            i = end;
        }
        s->no_ticks[length] = true;
    }
    make_plain(s, from, open_end);
    return open_end;
}

/* The next > from `from` on, or the end of the line; each is looked for
 * once. */
static size_t next_close(scan *s, size_t from)
{
    if (s->close_at < from)
        s->close_at = from;
    while (s->close_at < s->line.to && s->text[s->close_at] != '>')
        s->close_at++;
    return s->close_at;
}

static bool is_all(bul_str text, const char *others)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (!is_ascii_letter(c) && !is_ascii_digit(c) &&
            (c == '\0' || strchr(others, c) == NULL))
            return false;
    }
    return text.len > 0;
}

/* The part of an address before its colon. */
static bool is_scheme(bul_str text)
{
    return text.len >= 2 && text.len <= 32 && is_ascii_letter(text.ptr[0]) &&
           is_all(text, ".+-");
}

/* "example.org": labels without a hyphen at either end. */
static bool is_domain(bul_str text)
{
    bul_str label;
    do {
        if (!bul_str_cut(&text, '.', &label) || !is_all(label, "-") ||
            label.len > 63 || label.ptr[0] == '-' ||
            label.ptr[label.len - 1] == '-')
            return false;
    } while (text.len > 0);
    return true;
}

/* <https://…> <a@b.cn>, by cmark's own rules: what it would not take is not
 * to be stepped over. */
static bool is_address(bul_str inside)
{
    for (size_t i = 0; i < inside.len; i++)
        if ((unsigned char)inside.ptr[i] <= ' ' || inside.ptr[i] == '<')
            return false;
    size_t colon = bul_str_find(inside, BUL_STR(":"));
    if (colon < inside.len && is_scheme(bul_str_sub(inside, 0, colon)))
        return true;
    size_t sign = bul_str_find(inside, BUL_STR("@"));
    return sign < inside.len &&
           is_all(bul_str_sub(inside, 0, sign), ".!#$%&'*+/=?^_`{|}~-") &&
           inside.ptr[inside.len - 1] != '.' &&
           is_domain(bul_str_sub(inside, sign + 1, inside.len));
}

static size_t take_angle(scan *s, size_t from)
{
    char next = at(s, from + 1);
    bool may_be_html =
        is_ascii_letter(next) || next == '/' || next == '!' || next == '?';
    if ((!may_be_html && !is_ascii_digit(next)) || !may_cost(s, from)) {
        make_plain(s, from, from + 1);
        return from + 1;
    }
    size_t close = next_close(s, from);
    bul_str inside = {s->text + from + 1, close - from - 1};
    if (close < s->line.to && is_address(inside))
        return close + 1;
    return from + 1; /* cmark finds out whether it is HTML */
}

static size_t skip_blanks(const scan *s, size_t from)
{
    while (at(s, from) == ' ' || at(s, from) == '\t')
        from++;
    return from;
}

static size_t find_before(const scan *s, size_t from, size_t limit, char c)
{
    while (from < limit && s->text[from] != c)
        from++;
    return from;
}

/* The target of a link, from the byte after "(": angled, or without blanks and
 * with balanced parentheses. */
static size_t target_end(const scan *s, size_t from, size_t limit)
{
    if (at(s, from) == '<')
        return find_before(s, from, limit, '>') + 1;
    size_t depth = 0;
    for (; from < limit; from++) {
        char c = s->text[from];
        if (c == ' ' || c == '\t' || (c == ')' && depth-- == 0))
            break;
        depth += c == '(';
    }
    return from;
}

/* The end of "(target "title")", or NOWHERE. */
static size_t link_end(const scan *s, size_t open)
{
    size_t limit =
        open + LONGEST_TARGET < s->line.to ? open + LONGEST_TARGET : s->line.to;
    size_t i = skip_blanks(s, open + 1);
    i = skip_blanks(s, target_end(s, i, limit));
    char quote = at(s, i);
    if (quote == '"' || quote == '\'')
        i = skip_blanks(s, find_before(s, i + 1, limit, quote) + 1);
    return at(s, i) == ')' ? i + 1 : NOWHERE;
}

static size_t take_closing_bracket(scan *s, size_t from)
{
    bul_md_open_bracket open;
    char next = at(s, from + 1);
    bool is_open = bul_md_take_open_bracket(s->r, false, &open);
    size_t end = next == '(' && is_open ? link_end(s, from + 1) : NOWHERE;
    if (end != NOWHERE)
        return end;
    bul_md_range sign = {from, from + 1};
    end = is_open
              ? bul_md_mark_bracket(s->r, &open, sign, s->line, s->is_last_line)
              : sign.to;
    if (end == sign.to && (!is_open || next == '(' || next == ':'))
        make_plain(s, from, from + 1);
    return end;
}

static size_t take_opening_bracket(scan *s, size_t from)
{
    if (!may_cost(s, from)) {
        make_plain(s, from, from + 1);
        return from + 1;
    }
    size_t end = bul_md_settle_call(s->r, s->line, from);
    if (end > from)
        return end;
    bul_md_open_bracket_at(s->r, from, false);
    return from + 1;
}

/* 【 ［ 】 ］ as a Chinese keyboard has them: brackets only if what follows
 * makes them so. */
static size_t take_wide(scan *s, size_t from)
{
    static const char *const signs[] = {"【", "［", "】", "］"};
    bul_md_open_bracket open;
    bul_md_range sign = {from, from + 3};
    bul_str rest = bul_str_sub((bul_str){s->text, s->line.to}, from, sign.to);
    size_t i = 0;
    while (i < 4 && !bul_str_equal(rest, bul_str_from(signs[i])))
        i++;
    if (i == 4)
        return from + 1;
    if (i >= 2)
        return bul_md_take_open_bracket(s->r, true, &open)
                   ? bul_md_mark_bracket(s->r, &open, sign, s->line,
                                         s->is_last_line)
                   : sign.to;
    size_t end = bul_md_settle_call(s->r, s->line, from);
    if (end > from)
        return end;
    bul_md_open_bracket_at(s->r, from, true);
    return sign.to;
}

/* &amp; &#8212; &#x2014; */
static size_t take_ampersand(scan *s, size_t from)
{
    size_t end = from + 1;
    if (at(s, end) == '#')
        end++;
    while (end < from + 34 &&
           (is_ascii_letter(at(s, end)) || is_ascii_digit(at(s, end))))
        end++;
    if (at(s, end) != ';' || end == from + 1 || !may_cost(s, from)) {
        make_plain(s, from, from + 1);
        return from + 1;
    }
    *BUL_PUSH(s->r->arena, &s->r->entities) = (bul_md_range){from, end + 1};
    return end + 1;
}

/* ---- Stars. ---- */

static void report_star(scan *s, size_t from, size_t count)
{
    bul_md_report(s->r, BUL_MSG_MARKDOWN_UNPAIRED_STAR,
                  (bul_md_range){from, from + count});
}

static bool is_blank_at(const scan *s, size_t offset)
{
    char c = at(s, offset);
    return c == '\0' || c == ' ' || c == '\t' ||
           (offset + 3 <= s->line.to &&
            bul_str_starts((bul_str){s->text + offset, 3},
                           BUL_STR("\xE3\x80\x80")));
}

static bool is_blank_before(const scan *s, size_t offset)
{
    if (offset == s->line.from)
        return true;
    return is_blank_at(s, offset - 1) ||
           (offset >= s->line.from + 3 && is_blank_at(s, offset - 3) &&
            (unsigned char)s->text[offset - 3] == 0xE3);
}

static void write_sign(scan *s, size_t from, size_t count)
{
    char sign = count == 2 ? BUL_MD_SIGN_STRONG : BUL_MD_SIGN_EMPHASIS;
    for (size_t i = 0; i < count; i++)
        s->r->copy[from + i] = sign;
}

/* One * or ** against the one that is open. `blank_before` and `blank_after`
 * are those of the whole run of stars. */
static void pair_star(scan *s, size_t from, size_t count, bool blank_before,
                      bool blank_after)
{
    size_t *open = count == 2 ? &s->strong_at : &s->emphasis_at;
    if (*open != NOWHERE && !blank_before) {
        write_sign(s, *open, count);
        write_sign(s, from, count);
        *open = NOWHERE;
        return;
    }
    make_plain(s, from, from + count);
    if (*open == NOWHERE && !blank_after)
        *open = from;
    else
        report_star(s, from, count);
}

static size_t take_stars(scan *s, size_t from)
{
    size_t end = run_end(s, from);
    size_t count = end - from;
    bool blank_before = is_blank_before(s, from);
    bool blank_after = is_blank_at(s, end);
    bool is_product =
        count == 1 && from > s->line.from &&
        (is_ascii_digit(s->text[from - 1]) || blank_before) &&
        (is_ascii_digit(at(s, end)) || blank_after) &&
        !(blank_before && s->emphasis_at == NOWHERE && !blank_after);
    if (count > 3 || is_product) {
        make_plain(s, from, end);
        return end;
    }
    /* Of three, the inner one belongs to whichever was opened last. */
    bool single_first =
        count == 3 && s->emphasis_at != NOWHERE &&
        (s->strong_at == NOWHERE || s->emphasis_at > s->strong_at);
    if (count == 3 && single_first) {
        pair_star(s, from, 1, blank_before, blank_after);
        pair_star(s, from + 1, 2, blank_before, blank_after);
        return end;
    }
    if (count >= 2)
        pair_star(s, from, 2, blank_before, blank_after);
    if (count != 2)
        pair_star(s, end - 1, 1, blank_before, blank_after);
    return end;
}

/* ---- A unit. ---- */

static size_t take(scan *s, size_t from)
{
    switch (s->text[from]) {
    case '\\':
        return take_backslash(s, from);
    case '`':
        return take_ticks(s, from);
    case '<':
        return take_angle(s, from);
    case '[':
        return take_opening_bracket(s, from);
    case ']':
        return take_closing_bracket(s, from);
    case '&':
        return take_ampersand(s, from);
    case '*':
        return take_stars(s, from);
    case '!':
        /* A node of cmark's tree for each, if it is left to cmark. */
        if (at(s, from + 1) == '[')
            return from + 1;
        make_plain(s, from, from + 1);
        return from + 1;
    case '_':
        make_plain(s, from, from + 1);
        return from + 1;
    case '\xE3': /* 【 】 */
    case '\xEF': /* ［ ］ */
        return take_wide(s, from);
    default:
        return from + 1;
    }
}

void bul_md_settle_signs(bul_md_reading *r, const bul_md_ranges *unit)
{
    scan s = {.r = r,
              .text = r->source->text.ptr,
              .strong_at = NOWHERE,
              .emphasis_at = NOWHERE};
    r->open_brackets.count = 0;
    for (size_t i = 0; i < unit->count; i++) {
        s.line = unit->items[i];
        s.is_last_line = i + 1 == unit->count;
        for (size_t n = 0; n <= LONGEST_TICKS; n++)
            s.no_ticks[n] = false;
        for (size_t offset = s.line.from; offset < s.line.to;)
            offset = take(&s, offset);
    }
    if (s.strong_at != NOWHERE)
        report_star(&s, s.strong_at, 2);
    if (s.emphasis_at != NOWHERE)
        report_star(&s, s.emphasis_at, 1);
}
