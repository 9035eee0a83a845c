/* SPDX-License-Identifier: MIT */
/* headline.c - a title has few lines, so every way of breaking it is weighed.
 *
 * What a place costs comes from the author first (a bar, then a space), then
 * from the phrase (text/phrase.h). What the lines cost together comes from
 * their shape: GB/T 9704-2012 7.3.1 asks for a trapezoid or a diamond, lines
 * about as long as each other, and never an hourglass. Of two lines the first
 * is rather the longer (倒梯形). All is counted in whole numbers. */
#include "layout/headline.h"

#include "base/utf8.h"
#include "text/phrase.h"

#define MOST_BOXES 120
#define MOST_LINES 4

#define COST_NOT_CHOSEN  50000 /* the author chose other places */
#define COST_UNEVEN      2000  /* for a line empty against the widest */
#define COST_UPSIDE_DOWN 30    /* a first line shorter than the second */
#define COST_HOURGLASS   3000  /* a line shorter than both its neighbours */
#define COST_STUB        1500  /* a line of one or two characters */
#define STUB_EMS         3

typedef struct search {
    const bul_paragraph *paragraph;
    const bul_fit_sums *sums;
    const bul_shape *shape;
    size_t line_limit;
    int32_t costs[MOST_BOXES + 1]; /* of a line end after so many boxes */
    size_t far[MOST_BOXES + 1];    /* end of the longest line from there; 0:
                                      not known yet */
    int32_t dearest;               /* places above it are not tried */
    size_t ends[MOST_LINES];       /* of the lines being tried */
    bul_mpt widths[MOST_LINES];
    size_t best[MOST_LINES];
    int64_t best_cost; /* -1: none yet */
} search;

/* U+3000 between two parts of a title: white, where a line may end. */
static bool is_white(const bul_paragraph *paragraph, size_t box)
{
    bul_str text = bul_str_sub(paragraph->text, paragraph->boxes[box].text,
                               paragraph->boxes[box].text_end);
    return bul_str_equal(text, BUL_STR("\xE3\x80\x80"));
}

/* A line that would end or begin with white goes without it. */
static size_t line_start(const search *s, size_t first)
{
    while (first + 1 < s->paragraph->box_count && is_white(s->paragraph, first))
        first++;
    return first;
}

static size_t line_end(const search *s, size_t first, size_t end)
{
    while (end > first + 1 && is_white(s->paragraph, end - 1))
        end--;
    return end;
}

static bul_mpt line_width(const search *s, size_t first, size_t end)
{
    first = line_start(s, first);
    return bul_fit_line(s->paragraph, s->sums, first, line_end(s, first, end),
                        s->shape->measure)
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

/* ---- What places cost. ---- */

/* The text between a box and the next: spaces, U+200B. */
static bul_str between(const bul_paragraph *paragraph, size_t end)
{
    return bul_str_sub(paragraph->text, paragraph->boxes[end - 1].text_end,
                       paragraph->boxes[end].text);
}

static bool is_chosen(const bul_paragraph *paragraph, size_t end)
{
    bul_str gap = between(paragraph, end);
    return bul_str_find(gap, BUL_STR("\xE2\x80\x8B")) < gap.len;
}

/* A space beside Latin belongs to the words; between hanzi somebody left it
 * to part two clauses. */
static bool is_parting_space(const bul_paragraph *paragraph, size_t end)
{
    if (is_white(paragraph, end - 1) || is_white(paragraph, end))
        return true;
    if (between(paragraph, end).len == 0)
        return false;
    size_t before = paragraph->boxes[end - 1].text_end;
    size_t after = paragraph->boxes[end].text;
    return bul_utf8_previous(paragraph->text, &before) > 0x2000 &&
           bul_utf8_next(paragraph->text, &after) > 0x2000;
}

static int32_t cost_of_place(const search *s, const bul_words *words,
                             size_t end)
{
    if (s->paragraph->boxes[end - 1].penalty == BUL_PENALTY_FORCED ||
        is_parting_space(s->paragraph, end))
        return 0;
    int32_t cost = bul_phrase_cost(s->paragraph->text, words,
                                   s->paragraph->boxes[end].text);
    /* Parting a word is worst where the ordinary rules have a say as well:
     * in a long number, before a mark. */
    return cost + s->paragraph->boxes[end - 1].penalty;
}

static void weigh_places(search *s, const bul_words *words)
{
    bool any = false;
    size_t count = s->paragraph->box_count;
    for (size_t end = 1; end < count; end++)
        any = any || is_chosen(s->paragraph, end);
    for (size_t end = 1; end < count; end++) {
        if (is_chosen(s->paragraph, end))
            s->costs[end] = 0;
        else
            s->costs[end] =
                cost_of_place(s, words, end) + (any ? COST_NOT_CHOSEN : 0);
    }
}

/* ---- What lines cost. ---- */

static int64_t cost_of_shape(const search *s)
{
    size_t count = s->line_limit;
    bul_mpt em = s->paragraph->em;
    const bul_mpt *widths = s->widths;
    bul_mpt widest = 1;
    for (size_t i = 0; i < count; i++)
        widest = widths[i] > widest ? widths[i] : widest;
    int64_t cost = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t empty = (int64_t)(widest - widths[i]) * 1000 / widest;
        cost += COST_UNEVEN * empty * empty / 1000000;
        if (widths[i] < STUB_EMS * em - em / 4)
            cost += COST_STUB;
        bul_mpt waist = widths[i] + em + em / 4;
        if (i > 0 && i + 1 < count && waist < widths[i - 1] &&
            waist < widths[i + 1])
            cost += COST_HOURGLASS;
    }
    if (count == 2 && widths[0] < widths[1])
        cost += COST_UPSIDE_DOWN;
    return cost;
}

static void keep_if_better(search *s, int64_t cost_of_places)
{
    int64_t cost = cost_of_places + cost_of_shape(s);
    if (s->best_cost >= 0 && cost >= s->best_cost)
        return;
    s->best_cost = cost;
    for (size_t i = 0; i < s->line_limit; i++)
        s->best[i] = s->ends[i];
}

/* Tries every end of line number `line`; `cost` is that of the places so
 * far. Titles of many lines fall back to the ordinary breaker, so this never
 * goes deep. */
static void try_line(search *s, size_t line, size_t first, int64_t cost)
{
    const bul_type_box *boxes = s->paragraph->boxes;
    size_t count = s->paragraph->box_count;
    if (s->far[first] == 0)
        s->far[first] = farthest(s, first);
    size_t far = s->far[first];
    if (line + 1 == s->line_limit) {
        s->ends[line] = count;
        s->widths[line] = line_width(s, first, count);
        if (far == count && s->widths[line] <= s->shape->measure)
            keep_if_better(s, cost);
        return;
    }
    for (size_t end = first + 1; end <= far && end < count; end++) {
        if (boxes[end - 1].penalty == BUL_PENALTY_NEVER ||
            s->costs[end] > s->dearest)
            continue;
        int64_t more = cost + s->costs[end];
        if (s->best_cost >= 0 && more >= s->best_cost)
            continue;
        s->widths[line] = line_width(s, first, end);
        /* One piece too wide: the ordinary breaker reports it. */
        if (s->widths[line] > s->shape->measure)
            break;
        s->ends[line] = end;
        try_line(s, line + 1, end, more);
    }
}

/* The best of so many lines; false where there is none. */
static bool try_lines(search *s, size_t count, int32_t dearest)
{
    s->line_limit = count;
    s->dearest = dearest;
    s->best_cost = -1;
    if (count <= MOST_LINES)
        try_line(s, 0, 0, 0);
    return s->best_cost >= 0;
}

static bul_broken lines_of(const search *s, bul_arena *scratch)
{
    size_t count = s->line_limit;
    bul_broken_line *lines = BUL_NEW(scratch, bul_broken_line, count);
    for (size_t i = 0; i < count; i++) {
        size_t first = line_start(s, i == 0 ? 0 : s->best[i - 1]);
        lines[i] = (bul_broken_line){first, line_end(s, first, s->best[i]),
                                     i + 1 == count, i};
    }
    return (bul_broken){.lines = lines, .line_count = count};
}

bul_broken bul_headline_break(const bul_paragraph *paragraph,
                              const bul_fit_sums *sums, const bul_shape *shape,
                              bul_str vocabulary, bul_arena *scratch)
{
    size_t count = bul_headline_line_count(paragraph, sums, shape);
    search s = {.paragraph = paragraph, .sums = sums, .shape = shape};
    if (count < 1 || count > MOST_LINES || paragraph->box_count > MOST_BOXES)
        return bul_linebreak(paragraph, sums, shape, scratch);
    if (count > 1) {
        bul_words words = bul_segment(scratch, paragraph->text, vocabulary);
        weigh_places(&s, &words);
    }
    const int32_t whole = BUL_PHRASE_BROKEN - 1;
    if (try_lines(&s, count, whole) || try_lines(&s, count + 1, whole) ||
        try_lines(&s, count, INT32_MAX))
        return lines_of(&s, scratch);
    return bul_linebreak(paragraph, sums, shape, scratch);
}

bul_str bul_headline_plain(bul_arena *arena, bul_str title)
{
    bul_str bar = {(const char[]){BUL_HEADLINE_BAR}, 1};
    if (bul_str_find(title, bar) == title.len)
        return title;
    bul_text plain = bul_text_in(arena);
    bul_str piece;
    while (bul_str_cut(&title, BUL_HEADLINE_BAR, &piece))
        bul_text_add(&plain, piece);
    return bul_text_str(&plain);
}
