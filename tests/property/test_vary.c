/* SPDX-License-Identifier: MIT */
/* test_vary.c - laws of paragraphs that are set in a line fewer or more: how
 * many lines they have, what is in them, how tight, how loose, what is last. */
#include "support/sample.h"

#define GAP_PERMILLE 100 /* most that stands between hanzi */

static const sample_order any_copy = {.parts = MANUSCRIPT_ALL};
static const sample_order plain_copy = {.parts = 0};

/* What a law looks at beside the sample. */
typedef struct varied {
    bul_broken broken;
    int difference; /* of lines */
} varied;

/* One law at a time, with what spoils the ways for its control. */
static struct {
    const char *(*check)(world *w, const sample *s, const varied *v);
    void (*spoil)(world *w, sample *s, varied *v);
    size_t way_count;
} law;

static const char *check_way(world *w, const sample *s,
                             const bul_broken_way *way, int difference)
{
    varied v = {way->broken, difference};
    if (v.broken.line_count == 0)
        return NULL;
    law.way_count++;
    sample seen = *s;
    if (law.spoil)
        law.spoil(w, &seen, &v);
    const char *fault = law.check(w, &seen, &v);
    if (!fault)
        return NULL;
    seen.broken = v.broken;
    return sample_fault(w, &seen, 0, fault);
}

static const char *both_ways(world *w, const sample *s)
{
    bul_broken_ways ways = bul_linebreak_vary(s->paragraph, s->sums, &s->shape,
                                              &s->broken, &w->arena);
    const char *fault = check_way(w, s, &ways.fewer, -1);
    return fault ? fault : check_way(w, s, &ways.more, 1);
}

static void keep_law(world *w, const char *(*check)(world *, const sample *,
                                                    const varied *))
{
    law.check = check;
    law.spoil = NULL;
    law.way_count = 0;
    sample_law(w, both_ways, &any_copy);
    sample_law(w, both_ways, &plain_copy);
    assert_true(law.way_count > 100);
}

static void break_law(world *w,
                      const char *(*check)(world *, const sample *,
                                           const varied *),
                      void (*spoil)(world *, sample *, varied *))
{
    law.check = check;
    law.spoil = spoil;
    sample_control(w, both_ways, &plain_copy);
}

/* The lines of a way, open to change. */
static bul_broken_line *own_lines(world *w, varied *v)
{
    bul_broken_line *lines =
        BUL_NEW(&w->arena, bul_broken_line, v->broken.line_count);
    for (size_t i = 0; i < v->broken.line_count; i++)
        lines[i] = v->broken.lines[i];
    v->broken.lines = lines;
    return lines;
}

/* ---- How many. ---- */

static const char *counts_are_right(world *w, const sample *s, const varied *v)
{
    (void)w;
    size_t wanted = s->broken.line_count + (size_t)v->difference;
    return v->broken.line_count == wanted ? NULL : "not one line off";
}

static void lose_last_line(world *w, sample *s, varied *v)
{
    (void)w;
    (void)s;
    v->broken.line_count--;
}

static void law_a_way_is_one_line_fewer_or_more(void **state)
{
    keep_law(*state, counts_are_right);
}

static void control_of_counts(void **state)
{
    break_law(*state, counts_are_right, lose_last_line);
}

/* ---- What is in them. ---- */

static const char *all_is_there(world *w, const sample *s, const varied *v)
{
    (void)w;
    size_t next = 0;
    for (size_t i = 0; i < v->broken.line_count; i++) {
        const bul_broken_line *line = &v->broken.lines[i];
        bool is_last = i + 1 == v->broken.line_count;
        if (line->first != next || line->end <= next || line->number != i ||
            line->ends_paragraph != is_last)
            return "a line is not where the one above ends";
        next = line->end;
        if (s->paragraph->boxes[next - 1].penalty >= BUL_PENALTY_PARTED)
            return "a line ends where none may";
    }
    return next == s->paragraph->box_count ? NULL : "something is missing";
}

/* Its first box goes into the line above, there only. */
static void lose_a_box(world *w, sample *s, varied *v)
{
    (void)s;
    own_lines(w, v)[v->broken.line_count - 1].first++;
}

/* Between a mark and what it belongs to, now and then. */
static void move_an_end(world *w, sample *s, varied *v)
{
    (void)s;
    bul_broken_line *lines = own_lines(w, v);
    if (v->broken.line_count < 2)
        return;
    lines[0].end--;
    lines[1].first--;
}

static void law_a_way_has_all_in_its_order(void **state)
{
    keep_law(*state, all_is_there);
}

static void control_of_order(void **state)
{
    break_law(*state, all_is_there, lose_a_box);
}

static void control_of_ends(void **state)
{
    break_law(*state, all_is_there, move_an_end);
}

/* ---- How tight and how loose. ---- */

static const char *lines_are_decent(world *w, const sample *s, const varied *v)
{
    (void)w;
    for (size_t i = 0; i < v->broken.line_count; i++) {
        const bul_broken_line *line = &v->broken.lines[i];
        bul_fit fit = bul_fit_line(s->paragraph, s->sums, line->first,
                                   line->end, sample_room(s, i));
        if (!fit.fits)
            return "a line is too full";
        bool is_last = i + 1 == v->broken.line_count;
        if (!is_last &&
            (fit.is_short || (int64_t)fit.gap * 1000 >
                                 (int64_t)s->paragraph->em * GAP_PERMILLE))
            return "a line is too loose";
    }
    return NULL;
}

static void pull_up(world *w, sample *s, varied *v)
{
    (void)s;
    bul_broken_line *lines = own_lines(w, v);
    for (size_t i = 0; i + 1 < v->broken.line_count; i++) {
        lines[i].end++;
        lines[i + 1].first++;
    }
}

static void push_down(world *w, sample *s, varied *v)
{
    (void)s;
    bul_broken_line *lines = own_lines(w, v);
    for (size_t i = 0; i + 1 < v->broken.line_count; i++) {
        lines[i].end--;
        lines[i + 1].first--;
    }
}

static void law_a_way_is_neither_too_full_nor_too_loose(void **state)
{
    keep_law(*state, lines_are_decent);
}

static void control_of_full_lines(void **state)
{
    break_law(*state, lines_are_decent, pull_up);
}

static void control_of_loose_lines(void **state)
{
    break_law(*state, lines_are_decent, push_down);
}

/* ---- What is last. ---- */

static uint32_t letters_at_end(const sample *s, const bul_broken *broken)
{
    const bul_broken_line *last = &broken->lines[broken->line_count - 1];
    return s->sums[last->end].chars - s->sums[last->first].chars;
}

static const char *last_lines_are_long(world *w, const sample *s,
                                       const varied *v)
{
    (void)w;
    uint32_t least = letters_at_end(s, &s->broken) <= 2 ? 2 : 3;
    return v->broken.line_count == 1 || letters_at_end(s, &v->broken) >= least
               ? NULL
               : "the last line is too short";
}

static void leave_little(world *w, sample *s, varied *v)
{
    (void)s;
    bul_broken_line *lines = own_lines(w, v);
    bul_broken_line *last = &lines[v->broken.line_count - 1];
    last->first = last->end - 2;
}

static void law_the_last_line_of_a_way_is_no_scrap(void **state)
{
    keep_law(*state, last_lines_are_long);
}

static void control_of_last_lines(void **state)
{
    break_law(*state, last_lines_are_long, leave_little);
}

/* ---- What stays as it is. ---- */

static size_t last_forced(const sample *s)
{
    for (size_t i = s->paragraph->box_count - 1; i > 0; i--)
        if (s->paragraph->boxes[i - 1].penalty == BUL_PENALTY_FORCED)
            return i;
    return 0;
}

static const char *only_plain_ones_vary(world *w, const sample *s,
                                        const varied *v)
{
    (void)w;
    (void)v;
    bool is_plain = last_forced(s) == 0 && s->broken.overfull_count == 0 &&
                    s->broken.line_count <= BUL_VARIED_LINES;
    return is_plain ? NULL : "a way of what is not to be varied";
}

static void law_forced_breaks_and_full_lines_are_left_alone(void **state)
{
    keep_law(*state, only_plain_ones_vary);
}

static void fill_a_line(world *w, sample *s, varied *v)
{
    (void)w;
    (void)v;
    s->broken.overfull_count = 1;
}

static void control_of_what_is_left_alone(void **state)
{
    break_law(*state, only_plain_ones_vary, fill_a_line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(law_a_way_is_one_line_fewer_or_more),
        WORLD_TEST(control_of_counts),
        WORLD_TEST(law_a_way_has_all_in_its_order),
        WORLD_TEST(control_of_order),
        WORLD_TEST(control_of_ends),
        WORLD_TEST(law_a_way_is_neither_too_full_nor_too_loose),
        WORLD_TEST(control_of_full_lines),
        WORLD_TEST(control_of_loose_lines),
        WORLD_TEST(law_the_last_line_of_a_way_is_no_scrap),
        WORLD_TEST(control_of_last_lines),
        WORLD_TEST(law_forced_breaks_and_full_lines_are_left_alone),
        WORLD_TEST(control_of_what_is_left_alone),
    };
    return cmocka_run_group_tests_name("vary", tests, sample_open,
                                       sample_close);
}
