/* SPDX-License-Identifier: MIT */
/* opportunity_own.c - what a character is in its surroundings.
 *
 * A quote is Chinese or Latin, a dash one of a pair or a connector, a sign
 * before a number or after a word: that decides its class, and the table of
 * pairs does the rest. Nothing here looks further than a few characters. */
#include "base/utf8.h"
#include "text/opportunity_parts.h"

#define LONGEST_NOTE_CALL 12 /* characters of [12-15] and the like */

/* Set on a square of its own, or known only by what stands beside it. */
static const bool is_wide[BUL_LINE_CLASS_COUNT] = {
    [BUL_LINE_B2] = true,
    [BUL_LINE_CL] = true,
    [BUL_LINE_EB] = true,
    [BUL_LINE_EM] = true,
    [BUL_LINE_H2] = true,
    [BUL_LINE_H3] = true,
    [BUL_LINE_ID] = true,
    [BUL_LINE_JL] = true,
    [BUL_LINE_JT] = true,
    [BUL_LINE_JV] = true,
    [BUL_LINE_NS] = true,
    [BUL_LINE_OP] = true,
    [BUL_LINE_EMOJI_KEPT] = true,
    [BUL_LINE_CONNECTOR] = true,
    [BUL_LINE_SOLIDUS] = true,
    [BUL_LINE_ELLIPSIS] = true,
    [BUL_LINE_STOP] = true,
    [BUL_LINE_OPENING_QUOTE] = true,
    [BUL_LINE_CLOSING_QUOTE] = true,
    [BUL_LINE_MIDDLE_DOT] = true,
    [BUL_LINE_DASH] = true,
    [BUL_LINE_DOTS] = true,
    [BUL_LINE_PAUSE] = true,
    [BUL_LINE_SLASH] = true,
    [BUL_LINE_CIRCLED] = true,
    [BUL_LINE_SYMBOL] = true,
    [BUL_LINE_ORDINAL] = true,
    [BUL_LINE_COUNTER] = true,
};

/* The class of the character at a byte, its surroundings not asked; START at
 * the end of the text. */
static unsigned class_at(const bul_line_scan *scan, size_t at)
{
    if (at >= scan->text.len)
        return BUL_LINE_START;
    return bul_line_kind_of(bul_utf8_next(scan->text, &at)).own;
}

static bool is_separator(unsigned class)
{
    return class == BUL_LINE_START || class == BUL_LINE_BK ||
           class == BUL_LINE_CR || class == BUL_LINE_LF ||
           class == BUL_LINE_SP || class == BUL_LINE_ZW;
}

static bool is_narrow(unsigned class)
{
    return !is_separator(class) && !is_wide[class];
}

static bool is_letter(unsigned class)
{
    return class == BUL_LINE_AL || class == BUL_LINE_HL;
}

/* Directly before it. */
static bool follows_word(const bul_line_scan *scan)
{
    return !scan->is_spaced &&
           (is_letter(scan->before) || scan->before == BUL_LINE_NU);
}

static bool follows_hanzi(const bul_line_scan *scan)
{
    return !scan->is_spaced &&
           (scan->before == BUL_LINE_ID || scan->before == BUL_LINE_H2 ||
            scan->before == BUL_LINE_H3);
}

/* Or a closing quote, but no pause. */
static bool follows_bracket(const bul_line_scan *scan)
{
    return !scan->is_spaced &&
           (scan->before == BUL_LINE_CL || scan->before == BUL_LINE_CP) &&
           scan->before_own != BUL_LINE_PAUSE &&
           scan->before_own != BUL_LINE_LATIN_MARK;
}

/* A mark that is typed in its Latin form after Chinese. */
static bool follows_wide(const bul_line_scan *scan)
{
    return !scan->is_spaced && is_wide[scan->before] &&
           scan->before != BUL_LINE_OP;
}

/* Latin on both sides, a space between does not count. The quotes of Korean
 * are always of this kind. */
static bool is_latin_quote(const bul_line_scan *scan)
{
    if (scan->rules->locale == BUL_LOCALE_KO)
        return true;
    unsigned after = class_at(scan, scan->next);
    if (after == BUL_LINE_SP)
        after = class_at(scan, scan->next + 1);
    return is_narrow(scan->before) && is_narrow(after);
}

/* 间隔号 but in A·B and 3·8. */
static unsigned middle_dot(const bul_line_scan *scan)
{
    bool is_inside = !scan->is_spaced && is_narrow(scan->before) &&
                     is_narrow(class_at(scan, scan->next));
    return is_inside ? BUL_LINE_AL : BUL_LINE_CONNECTOR;
}

static bool repeats_next(const bul_line_scan *scan)
{
    size_t at = scan->next;
    return at < scan->text.len &&
           bul_utf8_next(scan->text, &at) == scan->code_point;
}

/* Counts a run of dashes or dots; its pairs stay whole, and a third without a
 * fourth stays with them. */
static void count_run(bul_line_scan *scan)
{
    bool goes_on = !scan->is_spaced && scan->before_own == scan->own &&
                   scan->before != BUL_LINE_START &&
                   scan->run_code_point == scan->code_point;
    scan->run_code_point = scan->code_point;
    scan->run_length = goes_on ? scan->run_length + 1 : 1;
    bool is_second = scan->run_length % 2 == 0;
    scan->is_glued = goes_on && (is_second || !repeats_next(scan));
}

/* 破折号 is two; one alone is a connector (连接号). */
static unsigned dash(bul_line_scan *scan)
{
    count_run(scan);
    if (scan->run_length == 1 && !repeats_next(scan))
        return BUL_LINE_CONNECTOR;
    return BUL_LINE_B2;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "-2012" after "GB/T 9704" or "9851.2". */
static bool is_before_year(const bul_line_scan *scan)
{
    if (scan->is_spaced || scan->before != BUL_LINE_NU ||
        scan->text.len - scan->next < 4)
        return false;
    const char *year = scan->text.ptr + scan->next;
    bool is_year = (year[0] == '1' && year[1] == '9') ||
                   (year[0] == '2' && year[1] == '0');
    if (!is_year || !is_digit(year[2]) || !is_digit(year[3]))
        return false;
    if (scan->text.len - scan->next > 4 &&
        (is_digit(year[4]) || year[4] == '-'))
        return false;
    if (scan->number_has_mark)
        return true;
    size_t start = scan->number_start;
    if (start > 0 && scan->text.ptr[start - 1] == ' ')
        start--;
    return start > 0 && scan->text.ptr[start - 1] >= 'A' &&
           scan->text.ptr[start - 1] <= 'Z';
}

static unsigned hyphen(bul_line_scan *scan)
{
    unsigned before = scan->before;
    if (scan->is_spaced && is_separator(class_at(scan, scan->next)))
        return BUL_LINE_CONNECTOR;
    if (scan->is_spaced || before != BUL_LINE_HY)
        scan->is_initial_hyphen =
            scan->is_spaced || before == BUL_LINE_START ||
            before == BUL_LINE_OP || before == BUL_LINE_NARROW_OP ||
            before == BUL_LINE_QU || before == BUL_LINE_GL ||
            before == BUL_LINE_WJ;
    scan->before_year = is_before_year(scan);
    return BUL_LINE_HY;
}

/* 互联网+ leans on what is before it, C++ and 60+ are words. */
static unsigned plus(const bul_line_scan *scan)
{
    if (follows_word(scan))
        return BUL_LINE_AL;
    if (class_at(scan, scan->next) == BUL_LINE_NU)
        return BUL_LINE_PR;
    bool leans = follows_hanzi(scan) ||
                 (follows_bracket(scan) && scan->before == BUL_LINE_CL);
    return leans ? BUL_LINE_CONNECTOR : BUL_LINE_PR;
}

static bool is_wide_digit(uint32_t code_point)
{
    return code_point >= 0xFF10 && code_point <= 0xFF19;
}

/* Between digits ： ． ／ are of the number; ， only between wide ones. */
static bool is_inside_number(const bul_line_scan *scan)
{
    if (scan->is_spaced || scan->before != BUL_LINE_NU ||
        class_at(scan, scan->next) != BUL_LINE_NU)
        return false;
    size_t before = scan->at, after = scan->next;
    switch (scan->code_point) {
    case 0xFF0C: /* ， */
        return is_wide_digit(bul_utf8_previous(scan->text, &before)) &&
               is_wide_digit(bul_utf8_next(scan->text, &after));
    case 0xFF0E: /* ． */
    case 0xFF0F: /* ／ */
    case 0xFF1A: /* ： */
        return true;
    default:
        return false;
    }
}

/* The end of [1] [1,2] [12-15] or their wide forms; 0 where it is none. */
static size_t note_call_end(const bul_line_scan *scan)
{
    uint32_t close = scan->code_point == '[' ? ']' : 0xFF3D;
    size_t at = scan->next;
    for (int i = 0; i < LONGEST_NOTE_CALL && at < scan->text.len; i++) {
        uint32_t c = bul_utf8_next(scan->text, &at);
        if (c == close)
            return i > 0 ? at : 0;
        bool is_number = bul_line_kind_of(c).own == BUL_LINE_NU;
        bool joins = c == ',' || c == '-' || c == 0x2013 || c == 0xFF0C;
        if (!is_number && (i == 0 || !joins))
            return 0;
    }
    return 0;
}

static unsigned square_bracket(bul_line_scan *scan)
{
    if (!scan->is_spaced && scan->before != BUL_LINE_START)
        scan->held_end = note_call_end(scan);
    return scan->code_point == '[' ? BUL_LINE_NARROW_OP : BUL_LINE_OP;
}

static unsigned symbol(const bul_line_scan *scan)
{
    return scan->rules->locale == BUL_LOCALE_KO ? BUL_LINE_AL : BUL_LINE_ID;
}

/* After a word or a bracket ① calls a note; after a pause, or with nothing
 * before it, it numbers what follows. */
static unsigned circled(bul_line_scan *scan)
{
    scan->is_glued =
        follows_word(scan) || follows_hanzi(scan) || follows_bracket(scan);
    if (scan->is_glued)
        scan->own = BUL_LINE_SYMBOL;
    return symbol(scan);
}

unsigned bul_line_own_class(bul_line_scan *scan)
{
    unsigned own = scan->own;
    scan->before_year = scan->before_year && scan->before == BUL_LINE_HY;
    switch (own) {
    case BUL_LINE_OPENING_QUOTE:
        return is_latin_quote(scan) ? BUL_LINE_QU : BUL_LINE_OP;
    case BUL_LINE_CLOSING_QUOTE:
        return is_latin_quote(scan) ? BUL_LINE_QU : BUL_LINE_CL;
    case BUL_LINE_MIDDLE_DOT:
        return middle_dot(scan);
    case BUL_LINE_DASH:
        return dash(scan);
    case BUL_LINE_DOTS:
        count_run(scan);
        return BUL_LINE_ELLIPSIS;
    case BUL_LINE_HYPHEN:
        return hyphen(scan);
    case BUL_LINE_SOFT_HYPHEN:
        return BUL_LINE_BA;
    case BUL_LINE_TILDE: /* 3月~5月, but ~5 and 10~20 */
        return follows_hanzi(scan) || follows_bracket(scan) ? BUL_LINE_HY
                                                            : BUL_LINE_AL;
    case BUL_LINE_PLUS:
        return plus(scan);
    case BUL_LINE_PREFIX:
        return follows_word(scan) ? BUL_LINE_AL : BUL_LINE_PR;
    case BUL_LINE_LATIN_STOP:
        return follows_wide(scan) ? BUL_LINE_STOP : BUL_LINE_EX;
    case BUL_LINE_LATIN_MARK:
        return follows_wide(scan) ? BUL_LINE_CL : BUL_LINE_IS;
    case BUL_LINE_PAUSE:
        return is_inside_number(scan) ? BUL_LINE_IS : BUL_LINE_CL;
    case BUL_LINE_SLASH:
        return is_inside_number(scan) ? BUL_LINE_SY : BUL_LINE_SOLIDUS;
    case BUL_LINE_SQUARE:
        return square_bracket(scan);
    case BUL_LINE_CIRCLED:
        return circled(scan);
    case BUL_LINE_RAISED:
        scan->is_glued = !scan->is_spaced && scan->before != BUL_LINE_START;
        return BUL_LINE_AL;
    case BUL_LINE_SYMBOL:
        return symbol(scan);
    case BUL_LINE_ORDINAL:
    case BUL_LINE_COUNTER:
        return BUL_LINE_ID;
    case BUL_LINE_PO: /* 5 ℃ */
        scan->is_glued = scan->before == BUL_LINE_NU;
        return own;
    default:
        return own;
    }
}

/* The price of a hyphen, or none where none is to be shown. */
static bul_opportunity kind_after_hyphen(const bul_line_scan *scan,
                                         unsigned class)
{
    if (scan->before_own == BUL_LINE_SOFT_HYPHEN)
        return is_wide[class] ? BUL_OPPORTUNITY_MAY
                              : BUL_OPPORTUNITY_SOFT_HYPHEN;
    if (scan->is_initial_hyphen)
        return BUL_OPPORTUNITY_NEVER;
    return is_wide[class] ? BUL_OPPORTUNITY_MAY : BUL_OPPORTUNITY_AFTER_HYPHEN;
}

bul_opportunity bul_line_own_kind(const bul_line_scan *scan, unsigned class)
{
    bool follows_hyphen = scan->before_own == BUL_LINE_SOFT_HYPHEN ||
                          scan->before_own == BUL_LINE_HYPHEN;
    if (follows_hyphen && !scan->is_spaced)
        return kind_after_hyphen(scan, class);
    if (scan->before_own == BUL_LINE_CIRCLED ||
        (scan->before_own == BUL_LINE_ORDINAL && class == BUL_LINE_NU))
        return BUL_OPPORTUNITY_ORDINAL;
    if (scan->before == BUL_LINE_NU && scan->own == BUL_LINE_COUNTER)
        return BUL_OPPORTUNITY_COUNTED;
    return BUL_OPPORTUNITY_MAY;
}
