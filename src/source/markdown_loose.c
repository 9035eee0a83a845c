/* SPDX-License-Identifier: MIT */
/* markdown_loose.c - dots and dashes as a typewriter has them: ... and --; and
 * curly quotes where the text's language has 「 」 (繁體, Japanese).
 *
 * GB/T 15834-2011 has six dots for 省略号 and two hanzi's width for 破折号.
 * Longer rows are leaders or rules that somebody drew; they stay. */
#include "source/markdown_parts.h"

typedef struct loose_kind {
    bul_str sign;
    size_t least, most; /* of them in a row */
    bul_str regular;
} loose_kind;

static const loose_kind kinds[] = {
    {BUL_STR_INIT("."), 3, 6, BUL_STR_INIT("……")},
    {BUL_STR_INIT("。"), 3, 6, BUL_STR_INIT("……")},
    {BUL_STR_INIT("…"), 1, 1, BUL_STR_INIT("……")},
    {BUL_STR_INIT("-"), 2, 4, BUL_STR_INIT("——")},
};

static const loose_kind corner_quotes[] = {
    {BUL_STR_INIT("“"), 1, 1, BUL_STR_INIT("「")},
    {BUL_STR_INIT("”"), 1, 1, BUL_STR_INIT("」")},
    {BUL_STR_INIT("‘"), 1, 1, BUL_STR_INIT("『")},
    {BUL_STR_INIT("’"), 1, 1, BUL_STR_INIT("』")},
};

static const loose_kind *kind_at(bul_str text, size_t at,
                                 bool has_corner_quotes)
{
    bul_str rest = bul_str_sub(text, at, text.len);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (bul_str_starts(rest, kinds[i].sign))
            return &kinds[i];
    size_t count =
        has_corner_quotes ? sizeof corner_quotes / sizeof corner_quotes[0] : 0;
    for (size_t i = 0; i < count; i++)
        if (bul_str_starts(rest, corner_quotes[i].sign))
            return &corner_quotes[i];
    return NULL;
}

bool bul_md_find_loose(bul_str text, size_t from, bool has_corner_quotes,
                       bul_md_loose_mark *mark)
{
    while (from < text.len) {
        const loose_kind *kind = kind_at(text, from, has_corner_quotes);
        size_t count = 0;
        size_t to = from;
        while (kind != NULL && kind_at(text, to, has_corner_quotes) == kind) {
            to += kind->sign.len;
            count++;
        }
        if (kind != NULL && count >= kind->least && count <= kind->most) {
            *mark = (bul_md_loose_mark){from, to, kind->regular};
            return true;
        }
        from = kind != NULL ? to : from + 1;
    }
    return false;
}
