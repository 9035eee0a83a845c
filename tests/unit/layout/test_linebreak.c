/* SPDX-License-Identifier: MIT */
#include "layout/linebreak.h"
#include "support/random.h"
#include "support/square.h"

/* The lines of a text at a measure, without indent. */
static const char *lines_of(world *w, const char *text, int measure_em)
{
    square *s = square_set(w, text);
    bul_shape shape = square_shape(measure_em, 0);
    bul_broken broken = square_break(w, s, &shape);
    return square_lines(w, s, &broken);
}

static void plain_hanzi_fill_their_lines(void **state)
{
    world *w = *state;
    assert_string_equal(lines_of(w, "甲乙丙丁戊己庚辛", 4),
                        "甲乙丙丁/戊己庚辛");
}

static void the_first_line_is_shorter_by_its_indent(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙丙丁戊己庚辛");
    bul_shape shape = square_shape(5, 2);
    bul_broken broken = square_break(w, s, &shape);

    assert_string_equal(square_lines(w, s, &broken), "甲乙丙/丁戊己庚辛");
}

static void the_other_lines_of_a_hanging_list_are_shorter(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙丙丁戊己庚辛");
    bul_shape shape = square_shape(5, 0);
    shape.indent = 2000;
    bul_broken broken = square_break(w, s, &shape);

    assert_string_equal(square_lines(w, s, &broken), "甲乙丙丁戊/己庚辛");
}

static void a_full_stop_at_the_lines_end_takes_half_an_em(void **state)
{
    world *w = *state;
    /* Four and a half em of five; with its blank it would not fit in 4½. */
    square *s = square_set(w, "甲乙丙丁。戊己庚辛。");
    bul_shape shape = square_shape(4, 0);
    shape.measure = 4500;
    bul_broken broken = square_break(w, s, &shape);

    assert_string_equal(square_lines(w, s, &broken), "甲乙丙丁。/戊己庚辛。");
}

static void a_mark_is_squeezed_in_rather_than_a_hanzi_carried_down(void **state)
{
    world *w = *state;
    /* Seven characters in 6½ em: 、 gives its blank. */
    assert_string_equal(lines_of(w, "甲、乙丙丁戊，己庚辛壬癸子丑寅", 6),
                        "甲、乙丙丁戊，/己庚辛壬癸子/丑寅");
}

static void no_line_starts_with_a_closing_mark(void **state)
{
    world *w = *state;
    assert_string_equal(lines_of(w, "甲乙丙丁）戊己", 4), "甲乙丙/丁）戊己");
}

static void no_line_ends_with_an_opening_mark(void **state)
{
    world *w = *state;
    assert_string_equal(lines_of(w, "甲乙丙（丁戊己）", 4),
                        "甲乙丙/（丁戊己）");
}

static void the_last_line_has_more_than_one_character(void **state)
{
    world *w = *state;
    assert_string_equal(lines_of(w, "甲乙丙丁戊己庚辛壬癸。", 9),
                        "甲乙丙丁戊己庚辛/壬癸。");
}

static void
the_last_line_is_squeezed_in_where_that_saves_a_lone_character(void **state)
{
    world *w = *state;
    assert_string_equal(lines_of(w, "甲，乙，丙，丁。", 6), "甲，乙，丙，丁。");
}

static void a_short_last_line_after_a_forced_break_stays(void **state)
{
    world *w = *state;
    assert_string_equal(lines_of(w, "甲乙丙\n丁\n戊己", 8), "甲乙丙/丁/戊己");
}

static void a_forced_break_ends_its_line(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙\n丙丁戊己");
    bul_shape shape = square_shape(4, 0);
    bul_broken broken = square_break(w, s, &shape);

    assert_int_equal(broken.line_count, 2);
    assert_true(broken.lines[0].ends_paragraph);
    assert_true(broken.lines[1].ends_paragraph);
}

static void only_the_last_line_ends_the_paragraph(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙丙丁戊己庚辛壬癸子丑");
    bul_shape shape = square_shape(4, 0);
    bul_broken broken = square_break(w, s, &shape);

    assert_int_equal(broken.line_count, 3);
    assert_false(broken.lines[0].ends_paragraph);
    assert_false(broken.lines[1].ends_paragraph);
    assert_true(broken.lines[2].ends_paragraph);
}

static void an_empty_paragraph_has_no_lines(void **state)
{
    world *w = *state;
    square *s = square_set(w, "");
    bul_shape shape = square_shape(4, 0);

    assert_int_equal(square_break(w, s, &shape).line_count, 0);
    assert_int_equal(
        bul_linebreak_first_fit(&s->paragraph, s->sums, &shape, &w->arena)
            .line_count,
        0);
}

static void one_character_is_one_line_however_narrow(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲");
    bul_shape shape = square_shape(1, 0);
    bul_broken broken = square_break(w, s, &shape);
    assert_int_equal(broken.line_count, 1);
    assert_int_equal(broken.overfull_count, 0);

    shape.measure = 0;
    broken = square_break(w, s, &shape);
    assert_int_equal(broken.line_count, 1);
    assert_int_equal(broken.overfull_count, 1);
}

static void a_word_too_long_stands_alone_and_counts_once(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙丙丁aaaaaaaaaaaaaaaaaaaa戊己庚辛");
    bul_shape shape = square_shape(4, 0);
    bul_broken broken = square_break(w, s, &shape);

    assert_string_equal(square_lines(w, s, &broken),
                        "甲乙丙丁/aaaaaaaaaaaaaaaaaaaa/戊己庚辛");
    assert_int_equal(broken.overfull_count, 1);
}

static void words_are_parted_at_spaces_only(void **state)
{
    world *w = *state;
    assert_string_equal(lines_of(w, "hold the press now", 5),
                        "hold the/press now");
}

static void centred_lines_of_a_long_text_come_out_even(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙丙丁戊己庚辛壬癸");
    bul_shape shape = square_shape(9, 0);
    shape.align = BUL_ALIGN_CENTER;
    bul_broken broken = square_break(w, s, &shape);

    assert_int_equal(broken.line_count, 2);
    assert_true(broken.lines[0].end <= 8); /* not nine and one */
}

/* ---- Laws. ---- */

typedef struct trial {
    square *s;
    bul_shape shape;
} trial;

static trial roll_trial(world *w, dice *d)
{
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("工"));
    bul_text_add(&text, dice_text(d, &w->arena, dice_below(d, 150)));
    trial t = {.s = square_set(w, bul_cstr(&w->arena, bul_text_str(&text)))};
    t.shape = square_shape(8 + (int)dice_below(d, 24), 0);
    t.shape.first_indent = dice_chance(d, 50) ? 2000 : 0;
    t.shape.align = (bul_align)dice_below(d, 5);
    return t;
}

static void each_box_is_on_exactly_one_line(world *w, dice *d)
{
    trial t = roll_trial(w, d);
    bul_broken broken = square_break(w, t.s, &t.shape);
    size_t next = 0;
    for (size_t i = 0; i < broken.line_count; i++) {
        assert_int_equal(broken.lines[i].first, next);
        assert_true(broken.lines[i].end > next);
        next = broken.lines[i].end;
        assert_true(t.s->boxes[next - 1].penalty != BUL_PENALTY_NEVER);
    }
    assert_int_equal(next, t.s->paragraph.box_count);
}

static void the_lines_hold_every_box_once(void **state)
{
    dice_check(each_box_is_on_exactly_one_line, *state, 400);
}

static void a_line_too_wide_is_a_line_that_cannot_be_broken(world *w, dice *d)
{
    trial t = roll_trial(w, d);
    bul_broken broken = square_break(w, t.s, &t.shape);
    size_t overfull = 0;
    for (size_t i = 0; i < broken.line_count; i++) {
        const bul_broken_line *line = &broken.lines[i];
        bul_mpt indent = i == 0 ? t.shape.first_indent : t.shape.indent;
        bul_fit fit = bul_fit_line(&t.s->paragraph, t.s->sums, line->first,
                                   line->end, t.shape.measure - indent);
        if (fit.fits)
            continue;
        overfull++;
        for (size_t n = line->first; n + 1 < line->end; n++)
            assert_int_equal(t.s->boxes[n].penalty, BUL_PENALTY_NEVER);
    }
    assert_int_equal(broken.overfull_count, overfull);
}

static void
no_line_is_wider_than_the_measure_unless_it_is_one_piece(void **state)
{
    dice_check(a_line_too_wide_is_a_line_that_cannot_be_broken, *state, 400);
}

static void total_is_no_dearer_than_first(world *w, dice *d)
{
    trial t = roll_trial(w, d);
    const bul_paragraph *p = &t.s->paragraph;
    bul_broken total = square_break(w, t.s, &t.shape);
    bul_broken first =
        bul_linebreak_first_fit(p, t.s->sums, &t.shape, &w->arena);
    double cost = bul_linebreak_cost(p, t.s->sums, &t.shape, &total);
    double bar = bul_linebreak_cost(p, t.s->sums, &t.shape, &first);

    assert_true(cost <= bar * (1 + 1e-12));
}

static void total_fit_never_costs_more_than_first_fit(void **state)
{
    dice_check(total_is_no_dearer_than_first, *state, 400);
}

/* Prose only of hanzi and commas: it can always be helped. */
static void prose_has_no_lone_character(world *w, dice *d)
{
    bul_text text = bul_text_in(&w->arena);
    size_t length = 20 + dice_below(d, 80);
    for (size_t i = 0; i < length; i++) {
        bul_text_add_char(&text, 0x4E00 + (uint32_t)dice_below(d, 5000));
        if (i % 7 == 6 && i + 1 < length)
            bul_text_add(&text, BUL_STR("，"));
    }
    bul_text_add(&text, BUL_STR("。"));
    square *s = square_set(w, bul_cstr(&w->arena, bul_text_str(&text)));
    bul_shape shape = square_shape(10 + (int)dice_below(d, 20), 2);
    bul_broken broken = square_break(w, s, &shape);
    const bul_broken_line *last = &broken.lines[broken.line_count - 1];
    if (broken.line_count > 1)
        assert_true(s->sums[last->end].chars - s->sums[last->first].chars > 1);
}

static void no_paragraph_ends_on_a_line_of_one_character(void **state)
{
    dice_check(prose_has_no_lone_character, *state, 400);
}

/* Memory taken by breaking `length` characters: states are most of it. */
static size_t bytes_to_break(world *w, size_t length)
{
    dice d = dice_from(7);
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("工"));
    bul_text_add(&text, dice_text(&d, &w->arena, length - 1));
    square *s = square_set(w, bul_cstr(&w->arena, bul_text_str(&text)));
    bul_shape shape = square_shape(22, 2);
    bul_arena scratch = {.escape = w->arena.escape};
    bul_broken broken = bul_linebreak(&s->paragraph, s->sums, &shape, &scratch);
    assert_true(broken.line_count > length / 40);
    size_t used = scratch.used_bytes;
    bul_arena_release(&scratch);
    return used;
}

static void the_work_grows_with_the_length_and_no_faster(void **state)
{
    world *w = *state;
    size_t small = bytes_to_break(w, 20000);
    size_t large = bytes_to_break(w, 200000);

    /* Lists double, so up to twice the ratio of lengths is linear. */
    assert_true(large <= 20 * small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(plain_hanzi_fill_their_lines),
        WORLD_TEST(the_first_line_is_shorter_by_its_indent),
        WORLD_TEST(the_other_lines_of_a_hanging_list_are_shorter),
        WORLD_TEST(a_full_stop_at_the_lines_end_takes_half_an_em),
        WORLD_TEST(a_mark_is_squeezed_in_rather_than_a_hanzi_carried_down),
        WORLD_TEST(no_line_starts_with_a_closing_mark),
        WORLD_TEST(no_line_ends_with_an_opening_mark),
        WORLD_TEST(the_last_line_has_more_than_one_character),
        WORLD_TEST(
            the_last_line_is_squeezed_in_where_that_saves_a_lone_character),
        WORLD_TEST(a_short_last_line_after_a_forced_break_stays),
        WORLD_TEST(a_forced_break_ends_its_line),
        WORLD_TEST(only_the_last_line_ends_the_paragraph),
        WORLD_TEST(an_empty_paragraph_has_no_lines),
        WORLD_TEST(one_character_is_one_line_however_narrow),
        WORLD_TEST(a_word_too_long_stands_alone_and_counts_once),
        WORLD_TEST(words_are_parted_at_spaces_only),
        WORLD_TEST(centred_lines_of_a_long_text_come_out_even),
        WORLD_TEST(the_lines_hold_every_box_once),
        WORLD_TEST(no_line_is_wider_than_the_measure_unless_it_is_one_piece),
        WORLD_TEST(total_fit_never_costs_more_than_first_fit),
        WORLD_TEST(no_paragraph_ends_on_a_line_of_one_character),
        WORLD_TEST(the_work_grows_with_the_length_and_no_faster),
    };
    return cmocka_run_group_tests_name("linebreak", tests, NULL, NULL);
}
