/* SPDX-License-Identifier: MIT */
/* near.c - edit distance with transpositions, on short words. */
#include "source/near.h"

#include "base/utf8.h"

#define LONGEST 48   /* characters; longer words are not compared */
#define BESIDES 1000 /* farther than any number of edits */

typedef struct letters {
    uint32_t at[LONGEST];
    size_t count; /* LONGEST + 1: too long */
} letters;

static letters spell(bul_str word)
{
    letters spelt = {.count = 0};
    for (size_t at = 0; at < word.len;) {
        uint32_t c = bul_utf8_next(word, &at);
        if (c == ' ' || c == 0x3000 || c == '\t')
            continue;
        if (spelt.count == LONGEST) {
            spelt.count = LONGEST + 1;
            return spelt;
        }
        spelt.at[spelt.count++] = c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return spelt;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t least_of_two = a < b ? a : b;
    return least_of_two < c ? least_of_two : c;
}

/* Optimal string alignment distance, three rows at a time. */
static size_t edits(const letters *a, const letters *b)
{
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b->count; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            size_t change = a->at[i - 1] != b->at[j - 1];
            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + change);
            if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] &&
                a->at[i - 2] == b->at[j - 1]) {
                size_t swapped = rows[(i + 1) % 3][j - 2] + 1;
                row[j] = swapped < row[j] ? swapped : row[j];
            }
        }
    }
    return rows[a->count % 3][b->count];
}

/* 主办单位 for 主办, 出版日期 for 日期: one word begins or ends with the other,
 * which has two characters or more and begins in Chinese. */
static bool goes_with(const letters *a, const letters *b)
{
    const letters *longer = a->count > b->count ? a : b;
    const letters *shorter = a->count > b->count ? b : a;
    size_t over = longer->count - shorter->count;
    bool begins = true;
    bool ends = true;
    for (size_t i = 0; i < shorter->count; i++) {
        begins = begins && longer->at[i] == shorter->at[i];
        ends = ends && longer->at[over + i] == shorter->at[i];
    }
    return shorter->count > 1 && bul_utf8_is_han(shorter->at[0]) &&
           (begins || ends);
}

void bul_near_offer(bul_near *near, bul_str candidate)
{
    letters a = spell(near->word);
    letters b = spell(candidate);
    if (a.count > LONGEST || b.count > LONGEST)
        return;
    size_t distance = edits(&a, &b);
    size_t longer = a.count > b.count ? a.count : b.count;
    size_t allowed = longer < 2 ? 0 : longer < 6 ? 1 : longer / 3;
    if (distance > allowed && !goes_with(&a, &b))
        return;
    if (distance > allowed)
        distance += BESIDES;
    if (near->best.len > 0 && near->distance <= distance)
        return;
    near->best = candidate;
    near->distance = distance;
}
