/* SPDX-License-Identifier: MIT */
#include "text/bidi.h"

#include <fribidi.h>
#include <limits.h>
#include <string.h>

#include "base/utf8.h"

/* ---- Is it needed? ---- */

/* What the second and third byte say of a character that begins with `lead`.
 * Blocks whose unassigned characters count as right-to-left are taken whole:
 * U+0590-08FF, FB1D-FDFF, FE70-FEFF, 10800-10FFF, 1E800-1EFFF. The controls
 * are U+200F, 202A-202E, 2066-2069. */
static bool is_turning(uint8_t lead, uint8_t second, uint8_t third)
{
    switch (lead) {
    case 0xD6:
        return second >= 0x90;
    case 0xE0:
        return second <= 0xA3;
    case 0xE2:
        return (second == 0x80 &&
                (third == 0x8F || (third >= 0xAA && third <= 0xAE))) ||
               (second == 0x81 && third >= 0xA6 && third <= 0xA9);
    case 0xEF:
        return (second == 0xAC && third >= 0x9D) ||
               (second >= 0xAD && second <= 0xB7) ||
               (second == 0xB9 && third >= 0xB0) || second == 0xBA ||
               second == 0xBB;
    case 0xF0:
        return (second == 0x90 && third >= 0xA0) ||
               (second == 0x9E && third >= 0xA0);
    default:
        return lead >= 0xD7 && lead <= 0xDF;
    }
}

bool bul_bidi_needed(bul_str text)
{
    for (size_t i = 0; i < text.len;) {
        uint8_t lead = (uint8_t)text.ptr[i];
        if (lead < 0xD6) {
            i++;
        } else if (lead >= 0xE3 && lead <= 0xEE) { /* hanzi, kana, hangul */
            i += 3;
        } else {
            size_t left = text.len - i;
            uint8_t second = left > 1 ? (uint8_t)text.ptr[i + 1] : 0xFF;
            uint8_t third = left > 2 ? (uint8_t)text.ptr[i + 2] : 0;
            if (is_turning(lead, second, third))
                return true;
            i += lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        }
    }
    return false;
}

/* ---- Levels ---- */

/* A paragraph as FriBidi wants it: by characters. */
typedef struct paragraph {
    FriBidiStrIndex count;
    FriBidiChar *characters;
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *levels;
} paragraph;

static paragraph paragraph_from(bul_arena *arena, bul_str text)
{
    size_t room = bul_utf8_count(text);
    paragraph p = {.characters = BUL_NEW(arena, FriBidiChar, room),
                   .types = BUL_NEW(arena, FriBidiCharType, room),
                   .brackets = BUL_NEW(arena, FriBidiBracketType, room),
                   .levels = BUL_NEW(arena, FriBidiLevel, room)};
    size_t count = 0;
    for (size_t at = 0; at < text.len && count < room; count++)
        p.characters[count] = bul_utf8_next(text, &at);
    p.count = (FriBidiStrIndex)count;
    return p;
}

static bool resolve(paragraph *p)
{
    FriBidiParType base = FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(p->characters, p->count, p->types);
    fribidi_get_bracket_types(p->characters, p->count, p->types, p->brackets);
    return fribidi_get_par_embedding_levels_ex(p->types, p->brackets, p->count,
                                               &base, p->levels) != 0;
}

const uint8_t *bul_bidi_levels(bul_arena *arena, bul_str text)
{
    uint8_t *levels = BUL_NEW(arena, uint8_t, text.len + 1);
    if (text.len == 0 || text.len > INT_MAX)
        return levels;
    bul_arena_mark mark = bul_arena_mark_now(arena);
    paragraph p = paragraph_from(arena, text);
    if (resolve(&p)) {
        size_t at = 0;
        for (size_t i = 0; i < (size_t)p.count; i++) {
            size_t start = at;
            bul_utf8_next(text, &at);
            memset(levels + start, (uint8_t)p.levels[i], at - start);
        }
    }
    bul_arena_rewind(arena, mark);
    return levels;
}

/* ---- Order ---- */

static void reverse(size_t *order, size_t from, size_t to)
{
    for (; from + 1 < to; from++, to--) {
        size_t kept = order[from];
        order[from] = order[to - 1];
        order[to - 1] = kept;
    }
}

/* Turns round every run of `level` and above. */
static void reverse_runs(const uint8_t *levels, size_t count, unsigned level,
                         size_t *order)
{
    for (size_t i = 0; i < count; i++) {
        size_t start = i;
        while (i < count && levels[i] >= level)
            i++;
        reverse(order, start, i);
    }
}

void bul_bidi_order(const uint8_t *levels, size_t count, size_t blank_count,
                    size_t *order)
{
    unsigned highest = 0;
    size_t end = blank_count < count ? count - blank_count : 0;
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    for (size_t i = 0; i < end; i++)
        highest = levels[i] > highest ? levels[i] : highest;
    /* Runs keep their places when what is inside them is turned, so that the
     * levels may be read in the order of the text throughout. */
    for (unsigned level = highest; level > 0; level--)
        reverse_runs(levels, end, level, order);
}
