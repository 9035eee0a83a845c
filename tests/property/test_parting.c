/* SPDX-License-Identifier: MIT */
/* test_parting.c - laws of what is parted after all: words at their hyphens,
 * and what is wider than a line. Over generated Chinese at every measure from
 * 5 to 40 em. */
#include "support/sample.h"

static const sample_order any_copy = {.parts = MANUSCRIPT_ALL};

/* ---- Parted for want of room. ---- */

/* Natural width of what holds together around a byte, before anything was
 * parted; its hyphen with it. */
static bul_mpt width_around(const bul_paragraph *p, size_t byte)
{
    size_t first = 0;
    bul_mpt width = 0;
    for (size_t i = 0; i < p->box_count; i++) {
        width += p->boxes[i].width;
        if (p->boxes[i].penalty == BUL_PENALTY_NEVER) {
            width += p->boxes[i].glue;
            continue;
        }
        if (byte > p->boxes[first].text && byte < p->boxes[i].text_end)
            return width + p->boxes[i].hyphen;
        first = i + 1;
        width = 0;
    }
    return 0;
}

/* What was parted is wider than the narrowest line. */
static const char *nothing_is_parted_without_need(world *w, const sample *s)
{
    for (size_t i = 0; i + 1 < s->broken.line_count; i++) {
        size_t byte = s->chars[sample_line_start(s, i + 1)].at;
        if (sample_is_parted(s, i) &&
            width_around(s->whole, byte) <= sample_least_room(s))
            return sample_fault(w, s, i, "parted without need");
    }
    return NULL;
}

/* As if every line were a point wide. */
static void part_words(world *w, sample *s)
{
    s->paragraph = bul_paragraph_part(s->whole, 1, &w->arena);
    s->sums = bul_fit_sum(s->paragraph, &w->arena);
    s->broken = bul_linebreak(s->paragraph, s->sums, &s->shape, &w->arena);
}

static void control_of_parting(void **state)
{
    static const sample_order order = {.parts = MANUSCRIPT_ALL,
                                       .spoil = part_words};
    sample_control(*state, nothing_is_parted_without_need, &order);
}

/* ---- Divided words. ---- */

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t letters_before(const sample *s, size_t at)
{
    size_t count = 0;
    while (count < at && is_letter(s->chars[at - 1 - count].code_point))
        count++;
    return count;
}

static size_t letters_after(const sample *s, size_t at)
{
    size_t count = 0;
    while (is_letter(s->chars[at + count].code_point))
        count++;
    return count;
}

/* 断词: two letters stay, three go on, none of an address. */
static const char *words_are_divided_as_words(world *w, const sample *s)
{
    for (size_t i = 0; i + 1 < s->broken.line_count; i++) {
        size_t at = sample_line_start(s, i + 1);
        if (sample_last_box(s, i)->hyphen_glyph == 0)
            continue;
        if (!s->rules.hyphenates || s->rules.on_grid)
            return sample_fault(w, s, i, "a hyphen nobody asked for");
        if (letters_before(s, at) < 2 || letters_after(s, at) < 3 ||
            s->chars[at].in_address)
            return sample_fault(w, s, i, "divided in a bad place");
    }
    return NULL;
}

static void dividing(sample *s)
{
    s->rules.hyphenates = true;
    s->rules.on_grid = false;
}

static void forbid_dividing(world *w, sample *s)
{
    (void)w;
    s->rules.hyphenates = false;
}

static void believe_in_addresses(world *w, sample *s)
{
    sample_char *chars = bul_arena_copy(&w->arena, s->chars,
                                        (s->char_count + 1) * sizeof *s->chars);
    for (size_t i = 0; i < s->char_count; i++)
        chars[i].in_address = true;
    s->chars = chars;
}

static void control_of_dividing(void **state)
{
    static const sample_order unasked = {
        .parts = MANUSCRIPT_ALL, .amend = dividing, .spoil = forbid_dividing};
    sample_control(*state, words_are_divided_as_words, &unasked);
    static const sample_order addressed = {.parts = MANUSCRIPT_ALL,
                                           .amend = dividing,
                                           .spoil = believe_in_addresses};
    sample_control(*state, words_are_divided_as_words, &addressed);
}

/* ---- Addresses. ---- */

static const char *addresses_are_parted_after_signs(world *w, const sample *s)
{
    for (size_t i = 0; i + 1 < s->broken.line_count; i++) {
        const sample_char *c = &s->chars[sample_line_start(s, i + 1)];
        bool is_inside = c[-1].in_address && c[0].in_address;
        if (is_inside && !sample_is_parted(s, i) && !sample_is_forced(s, i) &&
            !sample_is_one_of(c[-1].code_point, "/.?&=-@"))
            return sample_fault(w, s, i, "an address is parted");
    }
    return NULL;
}

static void control_of_addresses(void **state)
{
    static const sample_order order = {.spoil = believe_in_addresses};
    sample_control(*state, addresses_are_parted_after_signs, &order);
}

#define LAW(name)                                                              \
    static void law_##name(void **state)                                       \
    {                                                                          \
        sample_law(*state, name, &any_copy);                                   \
    }

LAW(nothing_is_parted_without_need)
LAW(words_are_divided_as_words)
LAW(addresses_are_parted_after_signs)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(law_nothing_is_parted_without_need),
        WORLD_TEST(control_of_parting),
        WORLD_TEST(law_words_are_divided_as_words),
        WORLD_TEST(control_of_dividing),
        WORLD_TEST(law_addresses_are_parted_after_signs),
        WORLD_TEST(control_of_addresses),
    };
    return cmocka_run_group_tests_name("parting", tests, sample_open,
                                       sample_close);
}
