/* SPDX-License-Identifier: MIT */
/* test_edges.c - laws of what is in the lines of a paragraph and how wide they
 * are: every character once and in order, no line wider than its measure,
 * both edges met. Over generated Chinese at every measure from 5 to 40 em. */
#include "support/sample.h"

static const sample_order any_copy = {.parts = MANUSCRIPT_ALL};
static const sample_order plain_copy = {.parts = 0};

/* ---- Every character once and in order. ---- */

static bool is_same_text(bul_str a, bul_str b)
{
    size_t j = 0;
    for (size_t i = 0; i < a.len; i++) {
        if (a.ptr[i] == ' ')
            continue;
        while (j < b.len && b.ptr[j] == ' ')
            j++;
        if (j == b.len || a.ptr[i] != b.ptr[j])
            return false;
        j++;
    }
    while (j < b.len && b.ptr[j] == ' ')
        j++;
    return j == b.len;
}

/* Spaces at the ends of lines are the only thing left out. */
static const char *all_is_set_in_order(world *w, const sample *s)
{
    bul_text all = bul_text_in(&w->arena);
    size_t next = 0;
    for (size_t i = 0; i < s->broken.line_count; i++) {
        const bul_broken_line *line = &s->broken.lines[i];
        if (line->first != next || line->end <= line->first)
            return sample_fault(w, s, i, "boxes left out");
        next = line->end;
        for (size_t r = 0; r < s->lines[i].run_count; r++)
            bul_text_add(&all, s->lines[i].runs[r].text);
    }
    if (next != s->paragraph->box_count ||
        !is_same_text(bul_text_str(&all), s->copy.text))
        return sample_fault(w, s, s->broken.line_count - 1, "another text");
    return NULL;
}

static void swap_lines(world *w, sample *s)
{
    (void)w;
    bul_set_line first = s->lines[0];
    s->lines[0] = s->lines[s->broken.line_count - 1];
    s->lines[s->broken.line_count - 1] = first;
}

static void lose_a_run(world *w, sample *s)
{
    (void)w;
    s->lines[0].run_count--;
}

static void control_of_order(void **state)
{
    static const sample_order swapped = {.spoil = swap_lines};
    sample_control(*state, all_is_set_in_order, &swapped);
    static const sample_order lost = {.spoil = lose_a_run};
    sample_control(*state, all_is_set_in_order, &lost);
}

/* ---- The width of a line. ---- */

/* How far a line may go: over its measure by the ink of a mark that hangs. */
static bul_mpt farthest(const sample *s, size_t line)
{
    const bul_type_box *last = sample_last_box(s, line);
    const sample_char *c = &s->chars[sample_line_end(s, line) - 1];
    bool hangs = s->rules.hangs && sample_is_one_of(c->code_point, "，、。．");
    return s->shape.measure + (hangs ? last->width : 0);
}

static const char *no_line_is_wider_than_its_measure(world *w, const sample *s)
{
    for (size_t i = 0; i < s->broken.line_count; i++) {
        const bul_set_line *line = &s->lines[i];
        if (line->x < bul_shape_indent(&s->shape, s->broken.lines[i].number))
            return sample_fault(w, s, i, "too far to the left");
        if (line->x + line->width > farthest(s, i))
            return sample_fault(w, s, i, "too wide");
    }
    return NULL;
}

static void with_hanging(sample *s)
{
    s->rules.hangs = true;
}

static void forbid_hanging(world *w, sample *s)
{
    (void)w;
    s->rules.hangs = false;
}

static void control_of_width(void **state)
{
    static const sample_order hanging = {.amend = with_hanging,
                                         .spoil = forbid_hanging};
    sample_control(*state, no_line_is_wider_than_its_measure, &hanging);
    static const sample_order whole = {.parts = MANUSCRIPT_ALL,
                                       .keeps_words = true};
    sample_control(*state, no_line_is_wider_than_its_measure, &whole);
}

/* ---- Both edges. ---- */

static bool is_filled(const sample *s, size_t line)
{
    return s->shape.align == BUL_ALIGN_SPREAD ||
           (s->shape.align == BUL_ALIGN_JUSTIFY && !sample_is_forced(s, line));
}

/* A number or a word alone in its line cannot be stretched; with a hanzi before
 * it no hole of more than an em is torn open. */
static bool may_stretch(const sample *s, size_t line)
{
    const bul_broken_line *at = &s->broken.lines[line];
    bul_mpt indent = bul_shape_indent(&s->shape, at->number);
    if (bul_fit_line(s->paragraph, s->sums, at->first, at->end,
                     s->shape.measure - indent)
            .is_short)
        return false;
    for (size_t i = at->first; i + 1 < at->end; i++)
        if (s->paragraph->boxes[i].glue_kind != BUL_GLUE_RIGID)
            return true;
    return false;
}

static const char *filled_lines_meet_both_edges(world *w, const sample *s)
{
    for (size_t i = 0; i < s->broken.line_count; i++) {
        const bul_set_line *line = &s->lines[i];
        if (!is_filled(s, i) || !may_stretch(s, i))
            continue;
        if (line->x != bul_shape_indent(&s->shape, s->broken.lines[i].number))
            return sample_fault(w, s, i, "off its left edge");
        bul_mpt end = line->x + line->width;
        if (end != s->shape.measure && end != farthest(s, i))
            return sample_fault(w, s, i, "off its right edge");
    }
    return NULL;
}

static void flush_left(sample *s)
{
    s->shape.align = BUL_ALIGN_LEFT;
}

static void believe_justified(world *w, sample *s)
{
    (void)w;
    s->shape.align = BUL_ALIGN_JUSTIFY;
}

static void control_of_edges(void **state)
{
    static const sample_order order = {.amend = flush_left,
                                       .spoil = believe_justified};
    sample_control(*state, filled_lines_meet_both_edges, &order);
}

#define LAW(name, order)                                                       \
    static void law_##name(void **state)                                       \
    {                                                                          \
        sample_law(*state, name, &(order));                                    \
    }

LAW(all_is_set_in_order, any_copy)
LAW(no_line_is_wider_than_its_measure, any_copy)
LAW(filled_lines_meet_both_edges, any_copy)

static void law_hanzi_and_marks_keep_their_measure(void **state)
{
    sample_law(*state, no_line_is_wider_than_its_measure, &plain_copy);
    sample_law(*state, filled_lines_meet_both_edges, &plain_copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(law_all_is_set_in_order),
        WORLD_TEST(control_of_order),
        WORLD_TEST(law_no_line_is_wider_than_its_measure),
        WORLD_TEST(control_of_width),
        WORLD_TEST(law_filled_lines_meet_both_edges),
        WORLD_TEST(control_of_edges),
        WORLD_TEST(law_hanzi_and_marks_keep_their_measure),
    };
    return cmocka_run_group_tests_name("edges", tests, sample_open,
                                       sample_close);
}
