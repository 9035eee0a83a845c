/* SPDX-License-Identifier: MIT */
/* visible.c - text from files, made safe to show. */
#include "base/visible.h"

#include "base/utf8.h"

#define TAB_COLUMNS 4
#define REPLACEMENT 0xFFFD

/* C0, DEL, C1; line and paragraph separators; the bidirectional controls of
 * UAX #9 (marks, embeddings, overrides, isolates). */
static bool is_unsafe(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E ||
           c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

static bool is_visible(bul_str s)
{
    for (size_t at = 0; at < s.len;) {
        size_t before = at;
        uint32_t c = bul_utf8_next(s, &at);
        bool is_malformed = c == REPLACEMENT && at - before == 1;
        if (is_unsafe(c) || is_malformed)
            return false;
    }
    return true;
}

bul_str bul_visible_text(bul_arena *arena, bul_str s)
{
    if (is_visible(s))
        return s;
    bul_text text = bul_text_in(arena);
    for (size_t at = 0; at < s.len;) {
        uint32_t c = bul_utf8_next(s, &at);
        if (c == '\t')
            bul_text_add(&text, BUL_STR("    "));
        else
            bul_text_add_char(&text, is_unsafe(c) ? REPLACEMENT : c);
    }
    return bul_text_str(&text);
}

size_t bul_visible_width(bul_str s)
{
    size_t width = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t c = bul_utf8_next(s, &at);
        if (c == '\t')
            width += TAB_COLUMNS;
        else
            width += is_unsafe(c) ? 1 : (size_t)bul_utf8_width(c);
    }
    return width;
}
