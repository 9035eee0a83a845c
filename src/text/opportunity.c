/* SPDX-License-Identifier: MIT */
/* opportunity.c - the algorithm of UAX #14, revision of Unicode 15.0, read
 * once from left to right.
 *
 * What two neighbours do is in the table of pairs; here are the rules that
 * look further: LB2 to LB10, LB21a, LB25, LB30a. With rules given, each
 * character is first asked what it is in its surroundings (opportunity_own.c),
 * and an address is read as one word. */
#include "text/opportunity.h"

#include <string.h>

#include "base/utf8.h"
#include "text/opportunity_parts.h"

static bool is_between(unsigned byte, unsigned low, unsigned high)
{
    return byte >= low && byte <= high;
}

static bool is_hanzi(const unsigned char *bytes)
{
    return (is_between(bytes[0], 0xE5, 0xE9) ||
            (bytes[0] == 0xE4 && bytes[1] >= 0xB8)) &&
           (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80;
}

/* ① asks for a price towards what follows, whatever that is. */
static bool may_pass(const bul_line_scan *scan)
{
    return scan->before == BUL_LINE_ID && !scan->is_spaced &&
           !scan->is_joined && scan->before_own != BUL_LINE_CIRCLED;
}

/* A line may end between any two of U+4E00 to U+9FFF. Reads on as long as two
 * more follow: the last is left, for what comes after may ask which it was. */
static void pass_hanzi(bul_line_scan *scan)
{
    const unsigned char *bytes = (const unsigned char *)scan->text.ptr;
    size_t at = scan->next;
    while (scan->text.len - at >= 6 && is_hanzi(bytes + at) &&
           is_hanzi(bytes + at + 3)) {
        scan->kinds[at] = BUL_OPPORTUNITY_MAY;
        at += 3;
    }
    scan->next = at;
}

/* LB21a, LB25, LB30a: what pairs do not show. */
static bool holds_by_context(const bul_line_scan *scan, unsigned class)
{
    switch (class) {
    case BUL_LINE_NU:
        return scan->number == BUL_NUMBER_OPEN || scan->after_hebrew_hyphen;
    case BUL_LINE_PO:
    case BUL_LINE_PR:
        return scan->number != BUL_NUMBER_NONE || scan->after_hebrew_hyphen;
    case BUL_LINE_RI:
        return scan->is_odd_indicator || scan->after_hebrew_hyphen;
    default:
        return scan->after_hebrew_hyphen;
    }
}

static bul_opportunity kind_here(const bul_line_scan *scan, unsigned class)
{
    if (scan->at == 0)
        return BUL_OPPORTUNITY_NEVER;
    if (scan->must_end)
        return BUL_OPPORTUNITY_MUST;
    if (scan->is_invited)
        return BUL_OPPORTUNITY_MAY;
    if (scan->is_joined || scan->is_glued || scan->at < scan->held_end)
        return BUL_OPPORTUNITY_NEVER;
    unsigned pair = bul_line_pairs[scan->before][class] >> scan->shift & 3u;
    if (pair == BUL_LINE_HOLDS_SPACED)
        return BUL_OPPORTUNITY_NEVER;
    if (!scan->is_spaced) {
        if (scan->before_year && class == BUL_LINE_NU)
            return BUL_OPPORTUNITY_AFTER_HYPHEN;
        if (pair == BUL_LINE_HOLDS || holds_by_context(scan, class))
            return BUL_OPPORTUNITY_NEVER;
    }
    return scan->rules ? bul_line_own_kind(scan, class) : BUL_OPPORTUNITY_MAY;
}

static void note_number(bul_line_scan *scan, unsigned class)
{
    bool goes_on = scan->number == BUL_NUMBER_OPEN && !scan->is_spaced;
    bool is_mark = class == BUL_LINE_SY || class == BUL_LINE_IS;
    if (class == BUL_LINE_NU) {
        if (!goes_on) {
            scan->number_start = scan->at;
            scan->number_has_mark = false;
        }
        scan->number = BUL_NUMBER_OPEN;
    } else if (goes_on && is_mark) {
        scan->number_has_mark = true;
    } else if (goes_on && (class == BUL_LINE_CL || class == BUL_LINE_CP)) {
        scan->number = BUL_NUMBER_CLOSED;
    } else {
        scan->number = BUL_NUMBER_NONE;
    }
}

/* (PR | PO) × OP NU: whether OP may begin a line shows only after it. */
static void settle_opening(bul_line_scan *scan, unsigned class)
{
    if (scan->waits != 0 && class == BUL_LINE_NU && !scan->is_spaced)
        scan->kinds[scan->waits] = BUL_OPPORTUNITY_NEVER;
    bool waits = (class == BUL_LINE_OP || class == BUL_LINE_NARROW_OP) &&
                 (scan->before == BUL_LINE_PR || scan->before == BUL_LINE_PO) &&
                 scan->kinds[scan->at] == BUL_OPPORTUNITY_MAY &&
                 !scan->is_spaced && !scan->is_invited;
    scan->waits = waits ? scan->at : 0;
}

/* Takes the character in hand as one of a class of the table of pairs. */
static void take(bul_line_scan *scan, unsigned class)
{
    scan->kinds[scan->at] = (uint8_t)kind_here(scan, class);
    settle_opening(scan, class);
    note_number(scan, class);
    scan->after_hebrew_hyphen = scan->before == BUL_LINE_HL &&
                                !scan->is_spaced &&
                                (class == BUL_LINE_HY || class == BUL_LINE_BA);
    scan->is_odd_indicator =
        class == BUL_LINE_RI && !(scan->before == BUL_LINE_RI &&
                                  scan->is_odd_indicator && !scan->is_spaced);
    scan->before = (uint8_t) class;
    scan->before_own = scan->own;
    scan->is_spaced = false;
    scan->is_joined = false;
    scan->must_end = false;
    scan->is_invited = false;
    scan->is_glued = false;
}

/* LB4 to LB8: what ends a line, and what invites to. */
static void take_separator(bul_line_scan *scan, unsigned class)
{
    bool completes_return =
        scan->code_point == '\n' && scan->before_own == BUL_LINE_CR;
    if (scan->must_end && !completes_return)
        scan->kinds[scan->at] = BUL_OPPORTUNITY_MUST;
    scan->must_end = class != BUL_LINE_ZW;
    scan->is_invited = class == BUL_LINE_ZW;
    scan->is_spaced = false;
    scan->is_joined = false;
    scan->before = BUL_LINE_START;
    scan->before_own = (uint8_t) class;
    scan->number = BUL_NUMBER_NONE;
    scan->waits = 0;
}

static void take_space(bul_line_scan *scan)
{
    if (scan->must_end) {
        scan->kinds[scan->at] = BUL_OPPORTUNITY_MUST;
        scan->must_end = false;
        scan->before_own = BUL_LINE_SP;
    }
    scan->is_spaced = true;
    scan->is_joined = false;
}

/* LB9: stays with what is before it. LB10: or is a letter. */
static void take_combining(bul_line_scan *scan, unsigned class)
{
    if (scan->is_spaced || scan->before == BUL_LINE_START) {
        scan->own = BUL_LINE_AL;
        take(scan, BUL_LINE_AL);
    }
    scan->is_joined = class == BUL_LINE_ZWJ;
}

static void take_any(bul_line_scan *scan, unsigned class)
{
    switch (class) {
    case BUL_LINE_SP:
        take_space(scan);
        break;
    case BUL_LINE_CM:
    case BUL_LINE_ZWJ:
        take_combining(scan, class);
        break;
    case BUL_LINE_BK:
    case BUL_LINE_CR:
    case BUL_LINE_LF:
    case BUL_LINE_ZW:
        take_separator(scan, class);
        break;
    default:
        take(scan, scan->rules ? bul_line_own_class(scan) : class);
        break;
    }
}

/* The address that begins here is one word to its surroundings. */
static void take_address(bul_line_scan *scan)
{
    scan->own = BUL_LINE_AL;
    take(scan, BUL_LINE_AL);
    for (size_t at = scan->at + 1; at < scan->address.end; at++)
        if (bul_address_parts(scan->text, &scan->address, at))
            scan->kinds[at] = BUL_OPPORTUNITY_IN_ADDRESS;
    scan->next = scan->address.end;
    scan->address =
        bul_address_find(scan->text, scan->address.end, scan->run_end);
}

/* Does an address begin at the character in hand? */
static bool meets_address(bul_line_scan *scan)
{
    if (scan->at >= scan->run_end) {
        scan->run_end = bul_address_signs_end(scan->text, scan->at);
        scan->address = bul_address_find(scan->text, scan->at, scan->run_end);
    }
    return scan->at == scan->address.start && scan->at < scan->address.end;
}

void bul_opportunities_find(bul_str text, const bul_rules *rules,
                            uint8_t *kinds)
{
    bul_line_scan scan = {.text = text,
                          .rules = rules,
                          .kinds = kinds,
                          .shift =
                              rules ? BUL_LINE_LEVEL_SHIFT(rules->breaks) : 0};
    memset(kinds, BUL_OPPORTUNITY_NEVER, text.len);
    while (scan.next < text.len) {
        if (may_pass(&scan))
            pass_hanzi(&scan);
        scan.at = scan.next;
        scan.code_point = bul_utf8_next(text, &scan.next);
        bul_line_kind kind = bul_line_kind_of(scan.code_point);
        scan.own = kind.own;
        if (rules && scan.code_point < 0x80 && scan.code_point > ' ' &&
            meets_address(&scan))
            take_address(&scan);
        else
            take_any(&scan, kind.plain);
    }
    kinds[text.len] = BUL_OPPORTUNITY_MUST;
}
