/* SPDX-License-Identifier: MIT */
/* slicing_depths.c - which pieces can fill how many columns how deep.
 *
 * Before anything is priced: from single pieces up, the depths that some tree
 * fills; then from the whole page down, those that some full page has in it.
 * Most large sets drop out here.
 *
 * Depths are bits, and mostly come in runs without a hole. To add each depth
 * of a run of n to all depths of a set is to smear the set over n bits, which
 * takes log n shifts, and to shift it once. */
#include <assert.h>
#include <limits.h>

#include "makeup/slicing_parts.h"

/* ---- What can be filled. ---- */

/* Keeps depths from `least` to `most`. */
static void keep_between(const bul_slicing *s, int64_t least, int64_t most,
                         uint64_t *depths)
{
    for (size_t i = 0; i < s->words; i++) {
        int64_t start = (int64_t)i * 64;
        uint64_t kept = ~UINT64_C(0);
        if (least > start)
            kept = least - start < 64 ? kept << (least - start) : 0;
        if (most < start)
            kept = 0;
        else if (most - start < 63)
            kept &= (UINT64_C(2) << (most - start)) - 1;
        depths[i] &= kept;
    }
}

/* The depths that areas leave a set: the rest of the page must be filled by
 * the other pieces. */
static void keep_possible(const bul_slicing *s, unsigned set, int columns,
                          uint64_t *depths)
{
    int64_t page = (int64_t)s->columns * s->depth;
    const bul_group *rest = &s->groups[s->all ^ set];
    int64_t most = page - rest->least_area;
    int64_t least = s->is_exact ? page - rest->most_area : 0;
    if (most > (int64_t)columns * s->depth)
        most = (int64_t)columns * s->depth;
    least = least > 0 ? (least + columns - 1) / columns : 0;
    keep_between(s, least, most >= 0 ? most / columns : -1, depths);
}

static bool has_depths(const bul_slicing *s, const uint64_t *depths)
{
    uint64_t any = 0;
    for (size_t i = 0; i < s->words; i++)
        any |= depths[i];
    return any != 0;
}

/* to |= from, each depth more by `by`; the two may be one. What leaves the
 * last word is deeper than the page. */
static void add_deeper(uint64_t *to, const uint64_t *from, size_t words,
                       size_t by)
{
    size_t skip = by / 64;
    unsigned bits = (unsigned)(by % 64);
    for (size_t i = words; i > skip; i--) {
        uint64_t word = from[i - 1 - skip] << bits;
        if (bits > 0 && i - 1 > skip)
            word |= from[i - 2 - skip] >> (64 - bits);
        to[i - 1] |= word;
    }
}

/* The same, each depth less by `by`. */
static void add_shallower(uint64_t *to, const uint64_t *from, size_t words,
                          size_t by)
{
    for (size_t i = 0; i + by / 64 < words; i++)
        to[i] |= bul_depths_less(from, words, i, by);
}

typedef void add_moved(uint64_t *to, const uint64_t *from, size_t words,
                       size_t by);

/* to = from, moved by 0 to length - 1. */
static inline void smear(add_moved *add, uint64_t *to, const uint64_t *from,
                         size_t words, size_t length)
{
    for (size_t i = 0; i < words; i++)
        to[i] = from[i];
    size_t done = 1;
    for (; done * 2 <= length; done *= 2)
        add(to, to, words, done);
    if (done < length)
        add(to, to, words, length - done);
}

/* The first depth from `at` on that is in the set, or is not; the end of the
 * words where there is none. */
static size_t next_depth(const uint64_t *depths, size_t words, size_t at,
                         bool is_in)
{
    for (size_t i = at / 64; i < words; i++) {
        uint64_t word = is_in ? depths[i] : ~depths[i];
        if (i == at / 64)
            word &= ~UINT64_C(0) << (at % 64);
        if (word != 0)
            return i * 64 + (size_t)__builtin_ctzll(word);
    }
    return words * 64;
}

/* to |= from, moved by each depth of `by`. */
static inline void add_by_each(add_moved *add, const bul_slicing *s,
                               uint64_t *to, const uint64_t *from,
                               const uint64_t *by)
{
    size_t end = s->words * 64;
    size_t first = next_depth(by, s->words, 0, true);
    while (first < end) {
        size_t last = next_depth(by, s->words, first, false);
        smear(add, s->smeared, from, s->words, last - first);
        add(to, s->smeared, s->words, first);
        first = last < end ? next_depth(by, s->words, last, true) : end;
    }
}

static void fill_across(bul_slicing *s, unsigned first, unsigned second)
{
    unsigned widths = s->groups[first].widths[BUL_FORM_ANY] &
                      s->groups[second].widths[BUL_FORM_ROW] &
                      bul_cut_widths(s, BUL_CUT_ACROSS, first, second);
    for (; widths != 0; widths &= widths - 1) {
        int columns = __builtin_ctz(widths);
        const uint64_t *above = bul_depths(
            s, s->fillable, bul_slot(s, first, columns, BUL_FORM_ANY));
        const uint64_t *under = bul_depths(
            s, s->fillable, bul_slot(s, second, columns, BUL_FORM_ROW));
        uint64_t *to =
            bul_depths(s, s->fillable,
                       bul_slot(s, first | second, columns, BUL_FORM_PILE));
        add_by_each(add_deeper, s, to, above, under);
    }
}

static void fill_down(bul_slicing *s, unsigned first, unsigned second)
{
    unsigned lefts = s->groups[first].widths[BUL_FORM_ANY] &
                     bul_cut_widths(s, BUL_CUT_DOWN, first, second);
    for (; lefts != 0; lefts &= lefts - 1) {
        int left = __builtin_ctz(lefts);
        unsigned rights = s->groups[second].widths[BUL_FORM_PILE] &
                          ((2u << (s->columns - left)) - 1);
        for (; rights != 0; rights &= rights - 1) {
            int right = __builtin_ctz(rights);
            const uint64_t *a = bul_depths(
                s, s->fillable, bul_slot(s, first, left, BUL_FORM_ANY));
            const uint64_t *b = bul_depths(
                s, s->fillable, bul_slot(s, second, right, BUL_FORM_PILE));
            uint64_t *to = bul_depths(
                s, s->fillable,
                bul_slot(s, first | second, left + right, BUL_FORM_ROW));
            for (size_t i = 0; i < s->words; i++)
                to[i] |= a[i] & b[i];
        }
    }
}

/* Drops what areas rule out, and notes the widths that are left. */
static void close_group(bul_slicing *s, unsigned set)
{
    bul_group *group = &s->groups[set];
    for (int columns = 1; columns <= s->columns; columns++) {
        size_t slot = bul_slot(s, set, columns, BUL_FORM_ANY);
        uint64_t *any = bul_depths(s, s->fillable, slot);
        uint64_t *row = bul_depths(s, s->fillable, slot + BUL_FORM_ROW);
        uint64_t *pile = bul_depths(s, s->fillable, slot + BUL_FORM_PILE);
        for (size_t i = 0; i < s->words; i++)
            any[i] = row[i] | pile[i];
        if (has_depths(s, any)) {
            keep_possible(s, set, columns, row);
            keep_possible(s, set, columns, pile);
            for (size_t i = 0; i < s->words; i++)
                any[i] = row[i] | pile[i];
        }
        for (size_t form = 0; form < BUL_FORM_COUNT; form++) {
            unsigned bit = 1u << columns;
            group->widths[form] &= (uint16_t)~bit;
            if (has_depths(s, bul_depths(s, s->fillable, slot + form)))
                group->widths[form] |= (uint16_t)bit;
        }
    }
}

static void fill_group(bul_slicing *s, unsigned set)
{
    for (unsigned first = bul_next_part(set, 0);
         first != set && !bul_is_single(set);
         first = bul_next_part(set, first)) {
        unsigned second = set ^ first;
        fill_across(s, first, second);
        fill_down(s, first, second);
    }
    close_group(s, set);
}

void bul_slicing_fill(bul_slicing *s)
{
    for (unsigned set = 1; set <= s->all; set++)
        fill_group(s, set);
}

/* ---- What is wanted. ---- */

/* Of the depths that one part of a stack can fill, those that come to what is
 * wanted with some depth of the other. */
static void want_beside(bul_slicing *s, const uint64_t *pile, size_t other,
                        size_t slot)
{
    uint64_t *want = bul_depths(s, s->wanted, slot);
    const uint64_t *can = bul_depths(s, s->fillable, slot);
    for (size_t i = 0; i < s->words; i++)
        s->fitting[i] = 0;
    add_by_each(add_shallower, s, s->fitting, pile,
                bul_depths(s, s->fillable, other));
    for (size_t i = 0; i < s->words; i++)
        want[i] |= s->fitting[i] & can[i];
}

static void want_across(bul_slicing *s, unsigned first, unsigned second)
{
    unsigned widths = s->groups[first].widths[BUL_FORM_ANY] &
                      s->groups[second].widths[BUL_FORM_ROW] &
                      bul_cut_widths(s, BUL_CUT_ACROSS, first, second);
    for (; widths != 0; widths &= widths - 1) {
        int columns = __builtin_ctz(widths);
        size_t whole = bul_slot(s, first | second, columns, BUL_FORM_PILE);
        size_t above = bul_slot(s, first, columns, BUL_FORM_ANY);
        size_t under = bul_slot(s, second, columns, BUL_FORM_ROW);
        const uint64_t *pile = bul_depths(s, s->wanted, whole);
        if (!has_depths(s, pile))
            continue;
        want_beside(s, pile, under, above);
        want_beside(s, pile, above, under);
    }
}

static void want_down(bul_slicing *s, unsigned first, unsigned second)
{
    unsigned lefts = s->groups[first].widths[BUL_FORM_ANY] &
                     bul_cut_widths(s, BUL_CUT_DOWN, first, second);
    for (; lefts != 0; lefts &= lefts - 1) {
        int left = __builtin_ctz(lefts);
        unsigned rights = s->groups[second].widths[BUL_FORM_PILE] &
                          ((2u << (s->columns - left)) - 1);
        for (; rights != 0; rights &= rights - 1) {
            int right = __builtin_ctz(rights);
            size_t a = bul_slot(s, first, left, BUL_FORM_ANY) * s->words;
            size_t b = bul_slot(s, second, right, BUL_FORM_PILE) * s->words;
            const uint64_t *row = bul_depths(
                s, s->wanted,
                bul_slot(s, first | second, left + right, BUL_FORM_ROW));
            for (size_t i = 0; i < s->words; i++) {
                uint64_t both =
                    row[i] & s->fillable[a + i] & s->fillable[b + i];
                s->wanted[a + i] |= both;
                s->wanted[b + i] |= both;
            }
        }
    }
}

/* Who wants any form wants the cheaper of the two. A single piece is all
 * three. Returns whether anything is wanted. */
static bool spread_wants(bul_slicing *s, unsigned set)
{
    bool is_wanted = false;
    for (int columns = 1; columns <= s->columns; columns++) {
        size_t slot = bul_slot(s, set, columns, BUL_FORM_ANY);
        uint64_t *any = bul_depths(s, s->wanted, slot);
        for (size_t form = BUL_FORM_ROW; form < BUL_FORM_COUNT; form++) {
            uint64_t *want = bul_depths(s, s->wanted, slot + form);
            const uint64_t *can = bul_depths(s, s->fillable, slot + form);
            for (size_t i = 0; i < s->words; i++) {
                if (bul_is_single(set))
                    any[i] |= want[i];
                want[i] |= any[i] & can[i];
            }
            is_wanted = is_wanted || has_depths(s, want);
        }
    }
    return is_wanted;
}

bool bul_slicing_want(bul_slicing *s)
{
    size_t root = bul_slot(s, s->all, s->columns, BUL_FORM_ANY);
    uint64_t *page = bul_depths(s, s->wanted, root);
    for (size_t i = 0; i < s->words; i++)
        page[i] = bul_depths(s, s->fillable, root)[i];
    if (!has_depths(s, page))
        return false;
    for (unsigned set = s->all; set > 0; set--) {
        if (!spread_wants(s, set) || bul_is_single(set))
            continue;
        for (unsigned first = bul_next_part(set, 0); first != set;
             first = bul_next_part(set, first)) {
            unsigned second = set ^ first;
            want_across(s, first, second);
            want_down(s, first, second);
        }
    }
    return true;
}
