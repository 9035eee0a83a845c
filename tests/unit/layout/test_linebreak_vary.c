/* SPDX-License-Identifier: MIT */
/* A paragraph in a line fewer and a line more. */
#include "layout/linebreak.h"
#include "support/random.h"
#include "support/square.h"

/* 42 characters: three lines of 14. */
#define THREE_LINES                                                                                                \
    "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿" \
    "列张寒来暑往"

static bul_broken_ways ways_of(world *w, const square *s,
                               const bul_shape *shape, bul_broken *natural)
{
    *natural = square_break(w, s, shape);
    return bul_linebreak_vary(&s->paragraph, s->sums, shape, natural,
                              &w->arena);
}

/* "fewer | natural | more", without indent; a way that is not to be had is
 * empty. */
static const char *shown(world *w, const char *text, int measure_em)
{
    square *s = square_set(w, text);
    bul_shape shape = square_shape(measure_em, 0);
    bul_broken natural;
    bul_broken_ways ways = ways_of(w, s, &shape, &natural);
    bul_text out = bul_text_in(&w->arena);
    bul_text_addf(&out, "%s | ", square_lines(w, s, &ways.fewer.broken));
    bul_text_addf(&out, "%s | ", square_lines(w, s, &natural));
    bul_text_addf(&out, "%s", square_lines(w, s, &ways.more.broken));
    return bul_cstr(&w->arena, bul_text_str(&out));
}

static bool can_vary(world *w, const char *text, int measure_em)
{
    square *s = square_set(w, text);
    bul_shape shape = square_shape(measure_em, 0);
    bul_broken natural;
    bul_broken_ways ways = ways_of(w, s, &shape, &natural);
    return ways.fewer.broken.line_count + ways.more.broken.line_count > 0;
}

static void stops_give_half_their_blanks_to_save_a_line(void **state)
{
    assert_string_equal(
        shown(*state, "甲。乙丙。丁戊。己。庚辛壬癸。子。丑。寅。卯辰巳", 11),
        "甲。乙丙。丁戊。己。庚辛/壬癸。子。丑。寅。卯辰巳 | "
        "甲。乙丙。丁戊。己。庚/辛壬癸。子。丑。寅。卯/辰巳 | ");
}

static void gaps_are_opened_to_fill_a_line_more(void **state)
{
    assert_string_equal(
        shown(*state, THREE_LINES, 14),
        " | 甲乙丙丁戊己庚辛壬癸子丑寅卯/辰巳午未申酉戌亥天地玄黄宇宙/"
        "洪荒日月盈昃辰宿列张寒来暑往 | "
        "甲乙丙丁戊己庚辛壬癸子丑寅/卯辰巳午未申酉戌亥天地玄黄/"
        "宇宙洪荒日月盈昃辰宿列张寒/来暑往");
}

/* So many hanzi without a mark. */
static const char *han(world *w, size_t count)
{
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < count; i++)
        bul_text_add_char(&text, 0x4E00 + (uint32_t)i);
    return bul_cstr(&w->arena, bul_text_str(&text));
}

/* Full lines that are to be one character shorter: a gap is 1/(n - 2) em. */
static void no_gap_is_opened_by_more_than_a_tenth(void **state)
{
    world *w = *state;
    assert_true(can_vary(w, han(w, 12 * 4), 12));
    assert_false(can_vary(w, han(w, 11 * 4), 11));
}

/* Three lines of 16, and what is left of three of 17. */
static void the_new_last_line_has_three_characters(void **state)
{
    world *w = *state;
    assert_true(can_vary(w, han(w, 3 * 17), 17));
    assert_false(can_vary(w, han(w, 3 * 17 - 1), 17));
}

static void a_paragraph_with_a_forced_break_stays(void **state)
{
    assert_true(can_vary(*state, THREE_LINES, 14));
    assert_false(can_vary(*state, "甲乙\n" THREE_LINES, 14));
}

static void what_is_overfull_or_empty_or_endless_stays(void **state)
{
    world *w = *state;
    assert_false(can_vary(w, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" THREE_LINES, 14));
    assert_false(can_vary(w, "", 14));
    assert_false(can_vary(w, "甲乙丙", 14));
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < BUL_VARIED_LINES / 3; i++)
        bul_text_add(&text, BUL_STR(THREE_LINES));
    assert_true(can_vary(w, bul_cstr(&w->arena, bul_text_str(&text)), 14));
    bul_text_add(&text, BUL_STR(THREE_LINES));
    assert_false(can_vary(w, bul_cstr(&w->arena, bul_text_str(&text)), 14));
}

static void a_line_more_is_the_dearer_the_more_its_gaps_open(void **state)
{
    world *w = *state;
    square *s = square_set(w, THREE_LINES);
    bul_shape shape = square_shape(14, 0);
    bul_broken natural;
    bul_broken_ways ways = ways_of(w, s, &shape, &natural);
    /* Three lines of four cost 4 (1/12 / 0.05)^3 each, two of the pairs
     * (1/30 / 0.05)^2. */
    double expected = (3 * 4 * 125.0 / 27 + 2 * 4.0 / 9) / 4;
    assert_true(ways.more.loss > 0.98 * expected);
    assert_true(ways.more.loss < 1.02 * expected);
}

/* ---- The law: what is found is the cheapest there is. ---- */

typedef struct trial {
    world *w;
    const square *s;
    bul_shape shape;
    size_t wanted; /* lines */
    uint32_t last_chars;
    bul_broken_line lines[BUL_VARIED_LINES + 1];
    double least; /* cost of the cheapest, or below 0 */
} trial;

static bool is_decent(const trial *t, size_t first, size_t end, size_t number)
{
    const bul_paragraph *p = &t->s->paragraph;
    bul_fit fit =
        bul_fit_line(p, t->s->sums, first, end,
                     t->shape.measure - bul_shape_indent(&t->shape, number));
    if (!fit.fits || p->boxes[end - 1].penalty >= BUL_PENALTY_PARTED)
        return false;
    if (end < p->box_count)
        return !fit.is_short && fit.gap <= SQUARE_EM / 10;
    return first == 0 ||
           t->s->sums[end].chars - t->s->sums[first].chars >= t->last_chars;
}

/* All ways to go on from a place. */
static void go_on(trial *t, size_t first, size_t number)
{
    size_t count = t->s->paragraph.box_count;
    if (first == count && number == t->wanted) {
        bul_broken all = {.lines = t->lines, .line_count = number};
        double cost =
            bul_linebreak_cost(&t->s->paragraph, t->s->sums, &t->shape, &all);
        if (t->least < 0 || cost < t->least)
            t->least = cost;
        return;
    }
    if (number == t->wanted)
        return;
    for (size_t end = first + 1; end <= count; end++) {
        if (!is_decent(t, first, end, number))
            continue;
        t->lines[number] = (bul_broken_line){first, end, end == count, number};
        go_on(t, end, number + 1);
    }
}

static size_t found_count;

static void is_cheapest(trial *t, const bul_broken_way *way, size_t wanted)
{
    t->wanted = wanted;
    t->least = -1;
    go_on(t, 0, 0);
    if (t->least < 0) {
        assert_int_equal(way->broken.line_count, 0);
        return;
    }
    assert_int_equal(way->broken.line_count, wanted);
    double cost = bul_linebreak_cost(&t->s->paragraph, t->s->sums, &t->shape,
                                     &way->broken);
    assert_true(cost <= t->least + 1e-9);
    found_count++;
}

static const char *roll_text(world *w, dice *d, size_t length)
{
    static const char *const marks[] = {"。", "，", "、", "（", "）", "；"};
    size_t kinds = dice_chance(d, 50) ? 1 : 6;
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < length; i++) {
        bul_text_add_char(&text, 0x4E00 + (uint32_t)dice_below(d, 5000));
        if (dice_chance(d, 40))
            bul_text_add(&text, bul_str_from(marks[dice_below(d, kinds)]));
        else if (dice_chance(d, 5))
            bul_text_add(&text, BUL_STR("ab cd"));
    }
    return bul_cstr(&w->arena, bul_text_str(&text));
}

static void ways_are_the_cheapest(world *w, dice *d)
{
    trial t = {.w = w, .s = square_set(w, roll_text(w, d, dice_below(d, 45)))};
    t.shape = square_shape(8 + (int)dice_below(d, 8), 0);
    t.shape.first_indent = dice_chance(d, 50) ? 2000 : 0;
    t.shape.drop_lines = dice_chance(d, 20) ? 2 : 0;
    t.shape.drop_indent = 3000;
    bul_broken natural;
    bul_broken_ways ways = ways_of(w, t.s, &t.shape, &natural);
    if (natural.line_count == 0 || natural.overfull_count > 0)
        return;
    const bul_broken_line *last = &natural.lines[natural.line_count - 1];
    t.last_chars =
        t.s->sums[last->end].chars - t.s->sums[last->first].chars > 2 ? 3 : 2;
    is_cheapest(&t, &ways.fewer, natural.line_count - 1);
    is_cheapest(&t, &ways.more, natural.line_count + 1);
}

static void a_way_is_had_when_there_is_one_and_is_the_cheapest(void **state)
{
    found_count = 0;
    dice_check(ways_are_the_cheapest, *state, 10000);
    assert_true(found_count > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(stops_give_half_their_blanks_to_save_a_line),
        WORLD_TEST(gaps_are_opened_to_fill_a_line_more),
        WORLD_TEST(no_gap_is_opened_by_more_than_a_tenth),
        WORLD_TEST(the_new_last_line_has_three_characters),
        WORLD_TEST(a_paragraph_with_a_forced_break_stays),
        WORLD_TEST(what_is_overfull_or_empty_or_endless_stays),
        WORLD_TEST(a_line_more_is_the_dearer_the_more_its_gaps_open),
        WORLD_TEST(a_way_is_had_when_there_is_one_and_is_the_cheapest),
    };
    return cmocka_run_group_tests_name("linebreak_vary", tests, NULL, NULL);
}
