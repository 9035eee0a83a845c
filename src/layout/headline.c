/* SPDX-License-Identifier: MIT */
/* headline.c - a title has few lines, so every way of breaking it is weighed.
 *
 * The number of lines is the least that holds the title. Among the ways to
 * break it so, a space is the best place, a mark the next; then the evenest
 * lines win. Places after 的 了 与 and such, and before them, cost more, and so
 * do places between two characters that stand together in the article. */
#include "layout/headline.h"

#include "base/utf8.h"

#define COST_AT_SPACE    0
#define COST_AFTER_MARK  40
#define COST_IN_TEXT     400
#define COST_BAD_PLACE   900
#define COST_IN_WORD     500 /* more: the article has the two side by side */
#define MOST_BOXES       120
#define COST_UNEVEN      2000 /* for a line empty against the widest */
#define COST_UPSIDE_DOWN 30   /* a first line shorter than the second */

typedef struct search {
    const bul_paragraph *paragraph;
    const bul_fit_sums *sums;
    const bul_shape *shape;
    bul_str vocabulary;
    size_t line_limit;
    int64_t places[MOST_BOXES + 1]; /* 1 + cost of a line end there; 0: not
                                       known yet */
    size_t ends[16];                /* of the lines being tried */
    size_t best[16];
    int64_t best_cost;
} search;

static bul_mpt line_width(const search *s, size_t first, size_t end)
{
    return bul_fit_line(s->paragraph, s->sums, first, end, s->shape->measure)
        .natural;
}

static size_t farthest(const search *s, size_t first)
{
    const bul_type_box *boxes = s->paragraph->boxes;
    size_t best = 0;
    for (size_t end = first + 1; end <= s->paragraph->box_count; end++) {
        if (boxes[end - 1].penalty == BUL_PENALTY_NEVER)
            continue;
        if (best != 0 && line_width(s, first, end) > s->shape->measure)
            break;
        best = end;
        if (boxes[end - 1].penalty == BUL_PENALTY_FORCED)
            break;
    }
    return best;
}

size_t bul_headline_line_count(const bul_paragraph *paragraph,
                               const bul_fit_sums *sums, const bul_shape *shape)
{
    search s = {.paragraph = paragraph, .sums = sums, .shape = shape};
    size_t count = 0;
    for (size_t first = 0; first < paragraph->box_count; count++)
        first = farthest(&s, first);
    return count;
}

/* 的 了 与 和 及 之 在 为 把 将 是: no good end of a line of a title. */
static bool hangs(uint32_t c)
{
    static const uint32_t words[] = {0x7684, 0x4E86, 0x4E0E, 0x548C,
                                     0x53CA, 0x4E4B, 0x5728, 0x4E3A,
                                     0x628A, 0x5C06, 0x662F};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i] == c)
            return true;
    return false;
}

static int64_t cost_of_place(const search *s, size_t end)
{
    const bul_type_box *left = &s->paragraph->boxes[end - 1];
    if (left->space_glyph != 0)
        return COST_AT_SPACE;
    if (left->penalty == BUL_PENALTY_FORCED)
        return 0;
    if (left->blank > 0 && left->shift == 0)
        return COST_AFTER_MARK;
    size_t at = left->text_end;
    size_t before = at;
    uint32_t last = bul_utf8_previous(s->paragraph->text, &before);
    bool bad = hangs(last);
    if (at < s->paragraph->text.len) {
        uint32_t next = bul_utf8_next(s->paragraph->text, &at);
        bad = bad || next == 0x7684 || next == 0x4E86;
    }
    bul_str pair = bul_str_sub(s->paragraph->text, before, at);
    bool is_word = bul_str_find(s->vocabulary, pair) < s->vocabulary.len;
    return (bad ? COST_BAD_PLACE : COST_IN_TEXT) + (is_word ? COST_IN_WORD : 0);
}

/* Looking a pair up in the article takes a while: once for each place, and
 * only for places that may win. */
static int64_t known_cost_of_place(search *s, size_t end)
{
    if (s->places[end] == 0)
        s->places[end] = 1 + cost_of_place(s, end);
    return s->places[end] - 1;
}

static int64_t cost_of_lines(search *s, size_t count)
{
    bul_mpt widest = 1;
    bul_mpt widths[16];
    for (size_t i = 0; i < count; i++) {
        widths[i] = line_width(s, i == 0 ? 0 : s->ends[i - 1], s->ends[i]);
        if (widths[i] > widest)
            widest = widths[i];
    }
    int64_t cost = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t empty = (int64_t)(widest - widths[i]) * 1000 / widest;
        cost += COST_UNEVEN * empty * empty / 1000000;
    }
    if (count == 2 && widths[0] < widths[1])
        cost += COST_UPSIDE_DOWN;
    for (size_t i = 0; i + 1 < count; i++) {
        if (s->best_cost >= 0 && cost >= s->best_cost)
            break;
        cost += known_cost_of_place(s, s->ends[i]);
    }
    return cost;
}

static void keep_if_better(search *s, size_t count)
{
    int64_t cost = cost_of_lines(s, count);
    if (s->best_cost >= 0 && cost >= s->best_cost)
        return;
    s->best_cost = cost;
    for (size_t i = 0; i < count; i++)
        s->best[i] = s->ends[i];
}

/* Tries every end of line number `line`; titles of many lines fall back to
 * the ordinary breaker, so this never goes deep. */
static void try_line(search *s, size_t line, size_t first)
{
    const bul_type_box *boxes = s->paragraph->boxes;
    size_t count = s->paragraph->box_count;
    if (line + 1 == s->line_limit) {
        s->ends[line] = count;
        if (line_width(s, first, count) <= s->shape->measure)
            keep_if_better(s, s->line_limit);
        return;
    }
    size_t far = farthest(s, first);
    for (size_t end = first + 1; end <= far && end < count; end++) {
        if (boxes[end - 1].penalty == BUL_PENALTY_NEVER)
            continue;
        /* One piece too wide: the ordinary breaker reports it. */
        if (line_width(s, first, end) > s->shape->measure)
            break;
        s->ends[line] = end;
        try_line(s, line + 1, end);
    }
}

bul_broken bul_headline_break(const bul_paragraph *paragraph,
                              const bul_fit_sums *sums, const bul_shape *shape,
                              bul_str vocabulary, bul_arena *scratch)
{
    size_t count = bul_headline_line_count(paragraph, sums, shape);
    search s = {.paragraph = paragraph,
                .sums = sums,
                .shape = shape,
                .vocabulary = vocabulary,
                .line_limit = count,
                .best_cost = -1};
    if (count >= 1 && count <= 4 && paragraph->box_count <= MOST_BOXES) {
        try_line(&s, 0, 0);
    }
    if (s.best_cost < 0)
        return bul_linebreak(paragraph, sums, shape, scratch);
    bul_broken broken = {.line_count = count};
    bul_broken_line *lines = BUL_NEW(scratch, bul_broken_line, count);
    for (size_t i = 0; i < count; i++)
        lines[i] = (bul_broken_line){i == 0 ? 0 : s.best[i - 1], s.best[i],
                                     i + 1 == count};
    broken.lines = lines;
    return broken;
}
