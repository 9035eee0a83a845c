/* SPDX-License-Identifier: MIT */
/* test_units.c - what no line may part: pairs of dashes and dots, heaped
 * stops, numbers with their signs, words, calls of notes, readings (clreq
 * 3.1.5, GB/T 15834-2011 5.1). Over generated Chinese at every measure from 5
 * to 40 em. What is a unit is written out here again, not asked of text/. */
#include <string.h>

#include "support/sample.h"

static const sample_order any_copy = {.parts = MANUSCRIPT_ALL};

static bool is_wide_digit(uint32_t c)
{
    return c >= 0xFF10 && c <= 0xFF19;
}

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || is_wide_digit(c);
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ---- Between c[-1] and c[0], which stand side by side. ---- */

/* 4 = 2 | 2: a third without a fourth stays with them. */
static bool parts_pair(const sample *s, size_t at)
{
    uint32_t sign = s->chars[at].code_point;
    size_t before = 0;
    while (before < at && s->chars[at - 1 - before].code_point == sign)
        before++;
    return sample_is_one_of(sign, "—…⋯") && before % 2 == 1;
}

static bool parts_heap(const sample_char *c)
{
    return sample_is_one_of(c[-1].code_point, "？！?!‼⁇⁈⁉") &&
           sample_is_one_of(c[0].code_point, "？！?!‼⁇⁈⁉");
}

/* . between 2 and 5 */
static bool is_inside_number(const sample_char *c)
{
    bool all_wide =
        is_wide_digit(c[-1].code_point) && is_wide_digit(c[1].code_point);
    return is_digit(c[-1].code_point) && is_digit(c[1].code_point) &&
           sample_is_one_of(c[0].code_point,
                            all_wide ? ".,:/．：／，" : ".,:/．：／");
}

static bool is_word(uint32_t c)
{
    return is_letter(c) || is_digit(c);
}

static bool parts_number(const sample *s, size_t at)
{
    const sample_char *c = &s->chars[at];
    uint32_t left = c[-1].code_point;
    uint32_t right = c[0].code_point;
    bool after_word = at > 1 && is_word(c[-2].code_point);
    if (is_digit(left))
        return is_digit(right) || is_inside_number(c) ||
               sample_is_one_of(right, "%％‰°℃¥￥$£€");
    if (!is_digit(right))
        return false;
    return sample_is_one_of(left, "¥￥$£€№±") ||
           (sample_is_one_of(left, "+-") && !after_word) ||
           (at > 1 && is_inside_number(c - 1));
}

/* [12] and the character it is called after */
static bool parts_call(const sample *s, size_t at)
{
    size_t open = at;
    while (open > 0 && open + 3 > at && s->chars[open].code_point != '[')
        open--;
    if (s->chars[open].code_point != '[')
        return false;
    size_t close = open + 1;
    while (is_digit(s->chars[close].code_point))
        close++;
    return close > open + 1 && at <= close && s->chars[close].code_point == ']';
}

/* In letters and digits, and it was no hyphen that divided it. */
static bool parts_word(const sample_char *c, bool has_hyphen)
{
    return is_word(c[-1].code_point) && c[-1].code_point < 0x80 &&
           is_word(c[0].code_point) && c[0].code_point < 0x80 && !has_hyphen;
}

static const char *unit_parted(const sample *s, size_t line)
{
    size_t at = sample_line_start(s, line + 1);
    const sample_char *c = &s->chars[at];
    bool has_hyphen = sample_last_box(s, line)->hyphen_glyph != 0;
    if (c[-1].code_point == ' ' || (c[-1].in_address && c[0].in_address))
        return NULL;
    if (parts_pair(s, at))
        return "a pair is parted";
    if (parts_heap(c))
        return "heaped stops are parted";
    if (parts_number(s, at))
        return "a number is parted";
    if (parts_call(s, at))
        return "a call is parted from its word";
    return parts_word(c, has_hyphen) ? "a word is parted" : NULL;
}

static const char *units_are_whole(world *w, const sample *s)
{
    for (size_t i = 0; i + 1 < s->broken.line_count; i++) {
        if (sample_is_forced(s, i) || sample_is_parted(s, i))
            continue;
        const char *what = unit_parted(s, i);
        if (what)
            return sample_fault(w, s, i, what);
    }
    return NULL;
}

/* All places are as good as any other, and the lines are broken again. */
static void free_all_places(world *w, sample *s)
{
    bul_paragraph *loose =
        bul_arena_copy(&w->arena, s->whole, sizeof *s->whole);
    size_t count = loose->box_count;
    bul_type_box *boxes =
        bul_arena_copy(&w->arena, loose->boxes, count * sizeof *boxes);
    for (size_t i = 0; i + 1 < count; i++)
        if (boxes[i].penalty == BUL_PENALTY_NEVER)
            boxes[i].penalty = 0;
    loose->boxes = boxes;
    s->paragraph = loose;
    s->broken = bul_linebreak(loose, s->sums, &s->shape, &w->arena);
}

/* A control for each kind of unit: the others are not looked at. */
static const char *wanted_fault;

static const char *one_kind_is_whole(world *w, const sample *s)
{
    for (size_t i = 0; i + 1 < s->broken.line_count; i++) {
        const char *what = sample_is_forced(s, i) ? NULL : unit_parted(s, i);
        if (what && strcmp(what, wanted_fault) == 0)
            return sample_fault(w, s, i, what);
    }
    return NULL;
}

static void undivided(sample *s)
{
    s->rules.hyphenates = false;
}

static void control_of_units(void **state)
{
    static const char *const faults[] = {
        "a number is parted", "heaped stops are parted", "a pair is parted",
        "a call is parted from its word"};
    static const sample_order order = {.parts = MANUSCRIPT_ALL,
                                       .amend = undivided,
                                       .keeps_words = true,
                                       .spoil = free_all_places};
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        wanted_fault = faults[i];
        sample_control(*state, one_kind_is_whole, &order);
    }
}

/* A word is one box, which only its characters part. */
static void part_words(world *w, sample *s)
{
    s->paragraph = bul_paragraph_part(s->whole, 1, &w->arena);
    s->sums = bul_fit_sum(s->paragraph, &w->arena);
    s->broken = bul_linebreak(s->paragraph, s->sums, &s->shape, &w->arena);
}

static void control_of_words(void **state)
{
    static const sample_order order = {
        .parts = MANUSCRIPT_ALL, .amend = undivided, .spoil = part_words};
    wanted_fault = "a word is parted";
    sample_control(*state, one_kind_is_whole, &order);
}

/* ---- Runs that hold together. ---- */

static size_t syllables_of(bul_str reading)
{
    size_t count = reading.len > 0 ? 1 : 0;
    for (size_t i = 0; i < reading.len; i++)
        count += reading.ptr[i] == ' ';
    return count;
}

/* One reading over several characters, or a call that leans on what is before
 * it: does a line end in it, or before it? */
static bool run_is_parted(const bul_styled_run *run, size_t start, size_t byte)
{
    if (run->attaches && byte == start)
        return true;
    size_t count = syllables_of(run->ruby);
    return count > 0 && count != run->text.len / 3 && byte > start &&
           byte < start + run->text.len;
}

static const char *runs_hold_together(world *w, const sample *s)
{
    for (size_t i = 0; i + 1 < s->broken.line_count; i++) {
        size_t byte = s->chars[sample_line_start(s, i + 1)].at;
        size_t start = 0;
        if (sample_is_forced(s, i) || sample_is_parted(s, i))
            continue;
        for (size_t r = 0; r < s->copy.run_count; r++) {
            if (run_is_parted(&s->copy.runs[r], start, byte))
                return sample_fault(w, s, i, "a reading or a call is parted");
            start += s->copy.runs[r].text.len;
        }
    }
    return NULL;
}

static void control_of_runs(void **state)
{
    static const sample_order order = {.parts = MANUSCRIPT_ALL,
                                       .spoil = free_all_places};
    sample_control(*state, runs_hold_together, &order);
}

#define LAW(name)                                                              \
    static void law_##name(void **state)                                       \
    {                                                                          \
        sample_law(*state, name, &any_copy);                                   \
    }

LAW(units_are_whole)
LAW(runs_hold_together)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(law_units_are_whole), WORLD_TEST(control_of_units),
        WORLD_TEST(control_of_words),    WORLD_TEST(law_runs_hold_together),
        WORLD_TEST(control_of_runs),
    };
    return cmocka_run_group_tests_name("units", tests, sample_open,
                                       sample_close);
}
