/* SPDX-License-Identifier: MIT */
#include "layout/headline.h"
#include "support/random.h"
#include "support/square.h"

static const char *break_with(world *w, const char *title, int measure_em,
                              const char *vocabulary)
{
    square *s = square_set(w, title);
    bul_shape shape = {.measure = measure_em * SQUARE_EM,
                       .align = BUL_ALIGN_CENTER};
    bul_broken broken = bul_headline_break(&s->paragraph, s->sums, &shape,
                                           bul_str_from(vocabulary), &w->arena);
    return square_lines(w, s, &broken);
}

static const char *break_title(world *w, const char *title, int measure_em)
{
    return break_with(w, title, measure_em, "");
}

static void a_title_that_fits_is_one_line(void **state)
{
    world *w = *state;
    assert_string_equal(break_title(w, "市总工会开展慰问", 8),
                        "市总工会开展慰问");
    assert_string_equal(break_title(w, "题", 8), "题");
    assert_string_equal(break_title(w, "", 8), "");
}

static void a_longer_one_is_broken_evenly(void **state)
{
    world *w = *state;
    /* Ten characters of nine: five and five, not nine and one. */
    assert_string_equal(break_title(w, "甲乙丙丁戊己庚辛壬癸", 9),
                        "甲乙丙丁戊/己庚辛壬癸");
}

static void a_space_the_author_left_is_the_best_place(void **state)
{
    world *w = *state;
    assert_string_equal(break_title(w, "甲乙丙丁 戊己庚辛壬癸", 9),
                        "甲乙丙丁/戊己庚辛壬癸");
}

static void a_comma_is_the_next_best(void **state)
{
    world *w = *state;
    assert_string_equal(break_title(w, "甲乙丙丁，戊己庚辛壬癸", 9),
                        "甲乙丙丁，/戊己庚辛壬癸");
}

static void no_line_ends_on_de(void **state)
{
    world *w = *state;
    /* 五 | 五 would part before or after 的. */
    assert_string_equal(break_title(w, "甲乙丙丁的己庚辛壬癸", 9),
                        "甲乙丙丁的己/庚辛壬癸");
}

static void words_of_the_article_stay_whole(void **state)
{
    world *w = *state;
    assert_string_equal(break_with(w, "甲乙丙丁戊己庚辛壬癸", 9, "说戊己事"),
                        "甲乙丙丁戊己/庚辛壬癸");
}

static void
of_two_lines_the_first_is_no_shorter_where_all_else_is_equal(void **state)
{
    world *w = *state;
    assert_string_equal(break_title(w, "甲乙丙丁戊己庚辛壬", 8),
                        "甲乙丙丁戊/己庚辛壬");
}

static void a_word_too_wide_is_counted_as_overfull(void **state)
{
    world *w = *state;
    square *s = square_set(w, "aaaaaaaaaaaaaaaaaaaaaaaa甲乙丙");
    bul_shape shape = {.measure = 5 * SQUARE_EM, .align = BUL_ALIGN_LEFT};
    bul_broken broken = bul_headline_break(&s->paragraph, s->sums, &shape,
                                           BUL_STR(""), &w->arena);
    assert_int_equal(broken.overfull_count, 1);
}

static void the_lines_are_the_fewest_and_hold_all(world *w, dice *d)
{
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("工"));
    bul_text_add(&text, dice_text(d, &w->arena, dice_below(d, 60)));
    square *s = square_set(w, bul_cstr(&w->arena, bul_text_str(&text)));
    bul_shape shape = {.measure = (12 + (int)dice_below(d, 20)) * SQUARE_EM,
                       .align = BUL_ALIGN_LEFT};
    bul_broken broken = bul_headline_break(&s->paragraph, s->sums, &shape,
                                           BUL_STR(""), &w->arena);
    size_t next = 0;
    for (size_t i = 0; i < broken.line_count; i++) {
        assert_int_equal(broken.lines[i].first, next);
        next = broken.lines[i].end;
        assert_true(s->boxes[next - 1].penalty != BUL_PENALTY_NEVER);
    }
    assert_int_equal(next, s->paragraph.box_count);
    size_t least = bul_headline_line_count(&s->paragraph, s->sums, &shape);
    if (least <= 4)
        assert_true(broken.line_count <= least);
}

static void a_title_is_whole_and_in_the_fewest_lines(void **state)
{
    dice_check(the_lines_are_the_fewest_and_hold_all, *state, 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_title_that_fits_is_one_line),
        WORLD_TEST(a_longer_one_is_broken_evenly),
        WORLD_TEST(a_space_the_author_left_is_the_best_place),
        WORLD_TEST(a_comma_is_the_next_best),
        WORLD_TEST(no_line_ends_on_de),
        WORLD_TEST(words_of_the_article_stay_whole),
        WORLD_TEST(
            of_two_lines_the_first_is_no_shorter_where_all_else_is_equal),
        WORLD_TEST(a_word_too_wide_is_counted_as_overfull),
        WORLD_TEST(a_title_is_whole_and_in_the_fewest_lines),
    };
    return cmocka_run_group_tests_name("headline", tests, NULL, NULL);
}
