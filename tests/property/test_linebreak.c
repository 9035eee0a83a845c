/* SPDX-License-Identifier: MIT */
/* test_linebreak.c - laws of the lines of a paragraph: what begins and ends
 * them, the last of them, what they cost. Over generated Chinese at every
 * measure from 5 to 40 em. What is forbidden is written out here again, not
 * asked of text/. */
#include "support/sample.h"

static const sample_order any_copy = {.parts = MANUSCRIPT_ALL};
static const sample_order plain_copy = {.parts = 0};

/* ---- What may not begin or end a line (typography: clreq 3.1.3). ---- */

/* One alone; two are a 破折号. */
static bool is_lone_dash(const sample_char *c)
{
    return c->code_point == 0x2014 && c[1].code_point != 0x2014;
}

static bool begins_badly(const sample *s, size_t at)
{
    const sample_char *c = &s->chars[at];
    if (s->rules.breaks == BUL_BREAKS_NONE)
        return false;
    if (s->rules.breaks == BUL_BREAKS_STRICT &&
        sample_is_one_of(c->code_point, "—…⋯"))
        return true;
    bool is_sign =
        c[-1].code_point == ' ' && sample_is_one_of(c->code_point, "-+");
    return is_lone_dash(c) || (!is_sign && c->code_point == '-') ||
           sample_is_one_of(c->code_point,
                            "”’）》」〉】』］，。、；：！？·～–／"
                            ")],.:;!?/%‰℃°");
}

static bool ends_badly(const sample *s, size_t last)
{
    const sample_char *c = &s->chars[last];
    if (s->rules.breaks == BUL_BREAKS_NONE)
        return false;
    return sample_is_one_of(c->code_point, "“‘（《「〈【『［([") ||
           (s->rules.breaks >= BUL_BREAKS_GB &&
            sample_is_one_of(c->code_point, "／/"));
}

static bool is_inside_address(const sample *s, size_t at)
{
    return s->chars[at - 1].in_address && s->chars[at].in_address;
}

static const char *ends_are_allowed(world *w, const sample *s)
{
    for (size_t i = 0; i + 1 < s->broken.line_count; i++) {
        size_t end = sample_line_end(s, i);
        size_t next = sample_line_start(s, i + 1);
        if (sample_is_forced(s, i) || sample_is_parted(s, i) ||
            is_inside_address(s, next))
            continue;
        if (begins_badly(s, next))
            return sample_fault(w, s, i + 1, "a forbidden beginning");
        if (ends_badly(s, end - 1))
            return sample_fault(w, s, i, "a forbidden end");
    }
    return NULL;
}

static void without_breaks(sample *s)
{
    s->rules.breaks = BUL_BREAKS_NONE;
}

static void believe_gb(world *w, sample *s)
{
    (void)w;
    s->rules.breaks = BUL_BREAKS_GB;
}

static void with_basic_breaks(sample *s)
{
    s->rules.breaks = BUL_BREAKS_BASIC;
}

static void with_gb_breaks(sample *s)
{
    s->rules.breaks = BUL_BREAKS_GB;
}

static void believe_strict(world *w, sample *s)
{
    (void)w;
    s->rules.breaks = BUL_BREAKS_STRICT;
}

static void control_of_ends(void **state)
{
    static const sample_order order = {
        .parts = MANUSCRIPT_ALL, .amend = without_breaks, .spoil = believe_gb};
    sample_control(*state, ends_are_allowed, &order);
}

static void control_of_ends_at_level_gb(void **state)
{
    static const sample_order order = {.parts = MANUSCRIPT_ALL,
                                       .amend = with_basic_breaks,
                                       .spoil = believe_gb};
    sample_control(*state, ends_are_allowed, &order);
}

static void control_of_ends_at_level_strict(void **state)
{
    static const sample_order order = {.parts = MANUSCRIPT_ALL,
                                       .amend = with_gb_breaks,
                                       .spoil = believe_strict};
    sample_control(*state, ends_are_allowed, &order);
}

/* ---- The last line, and what all cost. ---- */

static size_t letters_in(const sample *s, size_t first, size_t end)
{
    return s->sums[end].chars - s->sums[first].chars;
}

/* Could the line above have given some of its boxes to the last line and
 * still be three quarters full? */
static bool could_be_longer(const sample *s, size_t last)
{
    const bul_broken_line *above = &s->broken.lines[last - 1];
    const bul_broken_line *line = &s->broken.lines[last];
    for (size_t end = above->end - 1; end > above->first; end--) {
        bul_fit top = bul_fit_line(s->paragraph, s->sums, above->first, end,
                                   sample_room(s, last - 1));
        bul_fit foot = bul_fit_line(s->paragraph, s->sums, end, line->end,
                                    sample_room(s, last));
        if (s->paragraph->boxes[end - 1].penalty != BUL_PENALTY_NEVER &&
            foot.fits && top.natural * 4 >= sample_room(s, last - 1) * 3 &&
            letters_in(s, end, line->end) > 1)
            return true;
    }
    return false;
}

/* 单字不成行 */
static const char *no_last_line_is_one_character(world *w, const sample *s)
{
    if (s->broken.line_count < 2)
        return NULL;
    size_t last = s->broken.line_count - 1;
    const bul_broken_line *line = &s->broken.lines[last];
    if (!sample_is_forced(s, last - 1) &&
        letters_in(s, line->first, line->end) <= 1 && could_be_longer(s, last))
        return sample_fault(w, s, last, "one character");
    return NULL;
}

static void control_of_last_lines(void **state)
{
    static const sample_order order = {.first_fit = true};
    sample_control(*state, no_last_line_is_one_character, &order);
}

static double cost_of(const sample *s, const bul_broken *broken)
{
    return bul_linebreak_cost(s->paragraph, s->sums, &s->shape, broken);
}

/* Neither breaker finds cheaper lines. */
static const char *lines_are_cheap(world *w, const sample *s)
{
    bul_broken first =
        bul_linebreak_first_fit(s->paragraph, s->sums, &s->shape, &w->arena);
    bul_broken total =
        bul_linebreak(s->paragraph, s->sums, &s->shape, &w->arena);
    double cost = cost_of(s, &s->broken) - 1e-6;
    if (cost <= cost_of(s, &first) && cost <= cost_of(s, &total))
        return NULL;
    return sample_fault(w, s, 0, "costlier than need be");
}

#define LAW(name, order)                                                       \
    static void law_##name(void **state)                                       \
    {                                                                          \
        sample_law(*state, name, &(order));                                    \
    }

LAW(ends_are_allowed, any_copy)
LAW(no_last_line_is_one_character, any_copy)
LAW(lines_are_cheap, any_copy)

static void law_all_holds_of_hanzi_and_marks(void **state)
{
    sample_law(*state, ends_are_allowed, &plain_copy);
    sample_law(*state, no_last_line_is_one_character, &plain_copy);
    sample_law(*state, lines_are_cheap, &plain_copy);
}

static void control_of_costs(void **state)
{
    static const sample_order order = {.first_fit = true};
    sample_control(*state, lines_are_cheap, &order);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(law_ends_are_allowed),
        WORLD_TEST(control_of_ends),
        WORLD_TEST(control_of_ends_at_level_gb),
        WORLD_TEST(control_of_ends_at_level_strict),
        WORLD_TEST(law_no_last_line_is_one_character),
        WORLD_TEST(control_of_last_lines),
        WORLD_TEST(law_lines_are_cheap),
        WORLD_TEST(control_of_costs),
        WORLD_TEST(law_all_holds_of_hanzi_and_marks),
    };
    return cmocka_run_group_tests_name("linebreak", tests, sample_open,
                                       sample_close);
}
