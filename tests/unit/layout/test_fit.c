/* SPDX-License-Identifier: MIT */
#include "layout/fit.h"
#include "support/random.h"
#include "support/square.h"

static bul_fit fit_all(const square *s, bul_mpt room)
{
    return bul_fit_line(&s->paragraph, s->sums, 0, s->paragraph.box_count,
                        room);
}

/* The gap after a box under a fit. */
static bul_mpt gap_after(const square *s, const bul_fit *fit, size_t box)
{
    return bul_fit_gap(fit, &s->boxes[box], SQUARE_EM);
}

static void
the_natural_width_leaves_out_the_blank_at_the_lines_end(void **state)
{
    world *w = *state;
    bul_fit fit = fit_all(square_set(w, "工会、职工。"), 6000);

    assert_int_equal(fit.natural, 5500); /* 、 1 em, 。 ½ em */
}

static void a_line_that_fills_its_room_costs_nothing(void **state)
{
    world *w = *state;
    bul_fit fit = fit_all(square_set(w, "工会职工"), 4000);

    assert_true(fit.fits);
    assert_int_equal(fit.gap, 0);
    assert_true(fit.cost <= 0);
}

static void brackets_give_half_their_blank_before_commas_give_any(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲，乙（丙");
    bul_fit fit = fit_all(s, 4750); /* natural 5 */

    assert_true(fit.fits);
    assert_int_equal(gap_after(s, &fit, 2), 250);
    assert_int_equal(gap_after(s, &fit, 1), 500);
}

static void commas_give_half_before_brackets_give_all(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲，乙（丙");
    bul_fit fit = fit_all(s, 4500);

    assert_int_equal(gap_after(s, &fit, 2), 250);
    assert_int_equal(gap_after(s, &fit, 1), 250);

    fit = fit_all(s, 4250);
    assert_int_equal(gap_after(s, &fit, 2), 0);
    assert_int_equal(gap_after(s, &fit, 1), 250);

    fit = fit_all(s, 4000);
    assert_true(fit.fits);
    assert_int_equal(gap_after(s, &fit, 1), 0);
}

static void a_full_stop_gives_half_of_its_blank_and_no_more(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲。乙");

    bul_fit fit = fit_all(s, 2750);
    assert_true(fit.fits);
    assert_int_equal(gap_after(s, &fit, 1), 250);
    assert_false(fit_all(s, 2749).fits);
}

static void a_colon_gives_nothing(void **state)
{
    world *w = *state;
    assert_false(fit_all(square_set(w, "甲：乙"), 2999).fits);
}

static void hanzi_never_give_anything(void **state)
{
    world *w = *state;
    assert_true(fit_all(square_set(w, "工会职工"), 4000).fits);
    assert_false(fit_all(square_set(w, "工会职工"), 3999).fits);
}

static void
a_word_space_gives_down_to_a_quarter_before_anything_else(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲，ab cd");
    bul_mpt natural = 1000 + 1000 + 1000 + 300 + 1000;
    bul_fit fit = fit_all(s, natural - 50);

    assert_int_equal(fit.natural, natural);
    assert_int_equal(gap_after(s, &fit, 2), 250);
    assert_int_equal(gap_after(s, &fit, 1), 500);
    fit = fit_all(s, natural - 60);
    assert_int_equal(gap_after(s, &fit, 2), 250);
    assert_in_range(gap_after(s, &fit, 1), 489, 490);
}

static void the_gap_beside_latin_gives_half(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲ab");
    bul_fit fit = fit_all(s, 2125);

    assert_int_equal(fit.natural, 2250);
    assert_true(fit.fits);
    assert_int_equal(gap_after(s, &fit, 0), 125);
    assert_false(fit_all(s, 2124).fits);
}

static void stretching_takes_word_spaces_then_latin_gaps_then_all(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙ab cd");
    bul_mpt natural = 2000 + 250 + 1000 + 300 + 1000;

    bul_fit fit = fit_all(s, natural + 100);
    assert_int_equal(gap_after(s, &fit, 2), 400);
    assert_int_equal(gap_after(s, &fit, 1), 250);
    fit = fit_all(s, natural + 200 + 250);
    assert_int_equal(gap_after(s, &fit, 2), 500);
    assert_int_equal(gap_after(s, &fit, 1), 500);
    assert_int_equal(gap_after(s, &fit, 0), 0);
    fit = fit_all(s, natural + 200 + 250 + 300);
    assert_int_equal(gap_after(s, &fit, 2), 650);
    assert_int_equal(gap_after(s, &fit, 1), 500);
    assert_int_equal(gap_after(s, &fit, 0), 150);
}

static void latin_gaps_stretch_on_only_for_want_of_others(void **state)
{
    world *w = *state;
    square *s = square_set(w, "第1回");
    bul_fit fit = fit_all(s, 3000 + 600);
    assert_true(fit.stretches_latin);
    assert_int_equal(gap_after(s, &fit, 0), gap_after(s, &fit, 1));
    assert_true(gap_after(s, &fit, 0) > 500);
}

static void a_line_that_only_a_hole_could_fill_ends_early(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲abcdef");
    assert_false(fit_all(s, 4000 + 500 + 900).is_short);
    bul_fit fit = fit_all(s, 4000 + 500 + 1100);
    assert_true(fit.is_short);
    assert_int_equal(fit.gap, 0);
    /* With a gap between hanzi it is filled, however loose. */
    square *two = square_set(w, "甲乙abcdef");
    assert_false(fit_all(two, 5000 + 500 + 1100).is_short);
}

static void a_fit_knows_the_step_it_reached(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲，乙（丙）丁。戊ab己");
    bul_mpt natural = fit_all(s, 0).natural;
    assert_int_equal(fit_all(s, natural).step, BUL_FIT_NATURAL);
    assert_int_equal(fit_all(s, natural - 100).step, BUL_FIT_BRACKET);
    assert_int_equal(fit_all(s, natural - 600).step, BUL_FIT_PAUSE);
    assert_int_equal(fit_all(s, natural - 850).step, BUL_FIT_HAN_LATIN_LESS);
    assert_int_equal(fit_all(s, natural - 1900).step, BUL_FIT_STOP);
    assert_int_equal(fit_all(s, natural + 100).step, BUL_FIT_HAN_LATIN_MORE);
    assert_int_equal(fit_all(s, natural + 900).step, BUL_FIT_GAP);
}

static void nothing_stretches_inside_a_unit_or_beside_a_connector(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲１２～乙丙");
    bul_fit fit = fit_all(s, 6000 + 200);

    assert_int_equal(gap_after(s, &fit, 0), 100); /* 甲 １ */
    assert_int_equal(gap_after(s, &fit, 1), 0);   /* １ ２ */
    assert_int_equal(gap_after(s, &fit, 2), 0);   /* ２ ～ */
    assert_int_equal(gap_after(s, &fit, 3), 0);   /* ～ 乙 */
    assert_int_equal(gap_after(s, &fit, 4), 100);
}

static void squeezing_costs_by_the_step_it_reaches(void **state)
{
    world *w = *state;
    double bracket = fit_all(square_set(w, "甲乙（丙"), 3750).cost;
    double pause = fit_all(square_set(w, "甲，乙丙"), 3750).cost;
    double stop = fit_all(square_set(w, "甲。乙丙"), 3750).cost;

    assert_true(bracket > 0 && bracket < pause && pause < stop);
}

static void stretched_hanzi_cost_far_more_than_squeezed_marks(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙丙丁戊己，庚辛壬");

    assert_true(fit_all(s, 10000 + 900).cost > 4 * fit_all(s, 9500).cost);
}

/* 单字不成行 costs 100 000. */
static void what_cannot_stretch_costs_less_than_a_single_character(void **state)
{
    world *w = *state;
    bul_fit fit = fit_all(square_set(w, "http"), 40000);
    assert_true(fit.fits);
    assert_true(fit.cost > 10000 && fit.cost < 100000);
}

static void letters_are_counted_and_marks_are_not(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲，ab（乙）。");
    assert_int_equal(s->sums[s->paragraph.box_count].chars, 4);
}

static void a_word_in_brackets_or_behind_a_sign_counts_its_letters(void **state)
{
    world *w = *state;
    square *s = square_set(w, "(Reuters)");
    assert_true(s->sums[s->paragraph.box_count].chars > 2);
    s = square_set(w, "¥1280。");
    assert_true(s->sums[s->paragraph.box_count].chars > 2);
}

/* What the gaps of a fitted line come to. */
static bul_mpt fitted_width(const square *s, const bul_fit *fit, size_t end)
{
    bul_mpt width = 0;
    for (size_t i = 0; i < end; i++)
        width += s->boxes[i].width +
                 (i + 1 < end ? bul_fit_gap(fit, &s->boxes[i], SQUARE_EM) : 0);
    return width;
}

static void what_fits_is_never_wider_than_its_room(world *w, dice *d)
{
    bul_str text = dice_text(d, &w->arena, 30 + dice_below(d, 60));
    const char *shown = bul_cstr(&w->arena, text);
    if (shown[0] == ' ')
        return;
    square *s = square_set(w, shown);
    size_t count = s->paragraph.box_count;
    bul_mpt natural = fit_all(s, 0).natural;
    bul_mpt room = natural - 3000 + (bul_mpt)dice_below(d, 5000);
    bul_fit fit = fit_all(s, room);

    if (fit.fits)
        assert_true(fitted_width(s, &fit, count) <= room + 1);
    assert_true(fit.cost >= 0 && fit.squeeze >= 0 && fit.squeeze <= 0.5);
    for (size_t i = 0; i + 1 < count; i++)
        assert_true(bul_fit_gap(&fit, &s->boxes[i], SQUARE_EM) >= 0);
}

static void a_fitted_line_keeps_to_its_room(void **state)
{
    dice_check(what_fits_is_never_wider_than_its_room, *state, 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_natural_width_leaves_out_the_blank_at_the_lines_end),
        WORLD_TEST(a_line_that_fills_its_room_costs_nothing),
        WORLD_TEST(brackets_give_half_their_blank_before_commas_give_any),
        WORLD_TEST(commas_give_half_before_brackets_give_all),
        WORLD_TEST(a_full_stop_gives_half_of_its_blank_and_no_more),
        WORLD_TEST(a_colon_gives_nothing),
        WORLD_TEST(hanzi_never_give_anything),
        WORLD_TEST(a_word_space_gives_down_to_a_quarter_before_anything_else),
        WORLD_TEST(the_gap_beside_latin_gives_half),
        WORLD_TEST(stretching_takes_word_spaces_then_latin_gaps_then_all),
        WORLD_TEST(latin_gaps_stretch_on_only_for_want_of_others),
        WORLD_TEST(a_line_that_only_a_hole_could_fill_ends_early),
        WORLD_TEST(a_fit_knows_the_step_it_reached),
        WORLD_TEST(nothing_stretches_inside_a_unit_or_beside_a_connector),
        WORLD_TEST(squeezing_costs_by_the_step_it_reaches),
        WORLD_TEST(stretched_hanzi_cost_far_more_than_squeezed_marks),
        WORLD_TEST(what_cannot_stretch_costs_less_than_a_single_character),
        WORLD_TEST(letters_are_counted_and_marks_are_not),
        WORLD_TEST(a_word_in_brackets_or_behind_a_sign_counts_its_letters),
        WORLD_TEST(a_fitted_line_keeps_to_its_room),
    };
    return cmocka_run_group_tests_name("fit", tests, NULL, NULL);
}
