/* SPDX-License-Identifier: MIT */
/* markdown_join.c - is it Chinese on this side of a place in the text?
 *
 * Asked where a line of the source ends, and where dots and dashes of a
 * typewriter may stand for Chinese ones. Quotes, dashes and dots are shared
 * with Latin: they belong to what they stand next to, be it in another run or
 * behind a star. */
#include "base/utf8.h"
#include "source/markdown_parts.h"

#define FARTHEST 32 /* shared signs looked past, so that time is linear */

typedef enum side {
    SIDE_OPEN, /* only shared signs so far */
    SIDE_CJK,
    SIDE_OTHER
} side;

static side side_of(uint32_t c)
{
    bool is_shared = (c >= 0x2018 && c <= 0x201F) || c == 0x2014 ||
                     c == 0x2026 || c == 0xB7 || c == ' ';
    return is_shared ? SIDE_OPEN : bul_utf8_is_cjk(c) ? SIDE_CJK : SIDE_OTHER;
}

static bool ends_in_cjk(const bul_md_runs *runs)
{
    size_t passed_count = 0;
    for (size_t i = runs->count; i > 0; i--) {
        bul_str text = runs->items[i - 1].text;
        for (size_t at = text.len; at > 0;) {
            side found = side_of(bul_utf8_previous(text, &at));
            if (found != SIDE_OPEN || passed_count++ == FARTHEST)
                return found == SIDE_CJK;
        }
    }
    return false;
}

/* The source from `at` to the end of its line. What was settled as a sign is
 * no text, nor is the bracket of a link. */
static bool goes_on_in_cjk(const bul_md_reading *r, size_t at)
{
    size_t passed_count = 0;
    while (at < r->to && r->source->text.ptr[at] != '\n') {
        char copied = r->copy[at];
        bool is_sign =
            (unsigned char)copied < ' ' && copied != BUL_MD_SIGN_PLAIN;
        if (is_sign || copied == '[') {
            at++;
            continue;
        }
        side found = side_of(bul_utf8_next(r->source->text, &at));
        if (found != SIDE_OPEN || passed_count++ == FARTHEST)
            return found == SIDE_CJK;
    }
    return false;
}

static bool begins_in_cjk(const bul_md_reading *r, bul_str text, size_t end)
{
    for (size_t at = 0; at < text.len;) {
        side found = side_of(bul_utf8_next(text, &at));
        if (found != SIDE_OPEN)
            return found == SIDE_CJK;
    }
    return goes_on_in_cjk(r, end);
}

bool bul_md_needs_space(const bul_md_reading *r, const bul_md_runs *before,
                        bul_str text, size_t end)
{
    return !bul_str_starts(text, BUL_STR(" ")) && !ends_in_cjk(before) &&
           !begins_in_cjk(r, text, end);
}

bool bul_md_is_among_cjk(const bul_md_reading *r, const bul_md_runs *before,
                         size_t end)
{
    return ends_in_cjk(before) || goes_on_in_cjk(r, end);
}
