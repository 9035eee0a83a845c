/* SPDX-License-Identifier: MIT */
#include "layout/justify.h"
#include "layout/places.h"
#include "support/random.h"
#include "support/square.h"

static bul_set_line set_line(world *w, const square *s, const bul_shape *shape,
                             const bul_broken_line *line)
{
    return bul_justify(&s->paragraph, s->sums, shape, line, &w->arena,
                       &w->arena);
}

/* The whole text as one line that does not end its paragraph. */
static bul_set_line set_whole(world *w, const char *text, bul_mpt measure,
                              bul_align align)
{
    square *s = square_set(w, text);
    bul_shape shape = {.measure = measure, .align = align};
    bul_broken_line line = {0, s->paragraph.box_count, false, 0};
    return set_line(w, s, &shape, &line);
}

/* Where the index-th glyph of a line of one run stands. */
static bul_mpt glyph_x(const bul_set_line *line, size_t index)
{
    return line->runs[0].x + line->runs[0].glyphs[index].x;
}

static void a_justified_line_meets_both_edges(void **state)
{
    world *w = *state;
    bul_set_line line = set_whole(w, "甲乙丙丁", 4100, BUL_ALIGN_JUSTIFY);

    assert_int_equal(line.x, 0);
    assert_int_equal(line.width, 4100);
    assert_int_equal(glyph_x(&line, 1), 1034); /* 100 = 34 + 33 + 33 */
    assert_int_equal(glyph_x(&line, 2), 2067);
    assert_int_equal(glyph_x(&line, 3), 3100);
}

static void the_last_line_keeps_its_natural_gaps(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙ab");
    bul_shape shape = {.measure = 9000};
    bul_broken_line last = {0, s->paragraph.box_count, true, 0};
    bul_set_line line = set_line(w, s, &shape, &last);

    assert_int_equal(line.width, 3250);
    assert_int_equal(glyph_x(&line, 2), 2250);
}

static void a_last_line_that_is_full_is_squeezed_into_its_measure(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲，乙丙。");
    bul_shape shape = {.measure = 4250};
    bul_broken_line last = {0, s->paragraph.box_count, true, 0};

    assert_int_equal(set_line(w, s, &shape, &last).width, 4250);
}

static void centred_and_right_lines_keep_natural_gaps(void **state)
{
    world *w = *state;
    bul_set_line line = set_whole(w, "甲乙", 5000, BUL_ALIGN_CENTER);
    assert_int_equal(line.x, 1500);
    assert_int_equal(line.width, 2000);

    line = set_whole(w, "甲乙", 5000, BUL_ALIGN_RIGHT);
    assert_int_equal(line.x, 3000);
    assert_int_equal(line.width, 2000);

    line = set_whole(w, "甲乙", 5000, BUL_ALIGN_LEFT);
    assert_int_equal(line.x, 0);
    assert_int_equal(line.width, 2000);
}

static void a_spread_line_fills_its_measure_even_if_it_is_the_last(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙丙");
    bul_shape shape = {.measure = 7000, .align = BUL_ALIGN_SPREAD};
    bul_broken_line last = {0, 3, true, 0};
    bul_set_line line = set_line(w, s, &shape, &last);

    assert_int_equal(line.width, 7000);
    assert_int_equal(glyph_x(&line, 1), 3000);
    assert_int_equal(glyph_x(&line, 2), 6000);
}

static void the_indent_belongs_to_the_first_line(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙丙丁戊己庚辛");
    bul_shape shape = square_shape(5, 2);
    bul_broken broken = square_break(w, s, &shape);

    assert_int_equal(set_line(w, s, &shape, &broken.lines[0]).x, 2000);
    assert_int_equal(set_line(w, s, &shape, &broken.lines[1]).x, 0);
}

static void an_opening_mark_at_the_lines_start_loses_its_blank(void **state)
{
    world *w = *state;
    bul_set_line line = set_whole(w, "“甲乙", 9000, BUL_ALIGN_LEFT);

    /* The glyph's own box begins half an em left of its ink. */
    assert_int_equal(glyph_x(&line, 0), -500);
    assert_int_equal(glyph_x(&line, 1), 500);
}

static void it_loses_it_after_the_indent_too(void **state)
{
    world *w = *state;
    square *s = square_set(w, "“甲乙丙丁戊");
    bul_shape shape = square_shape(9, 2);
    bul_broken broken = square_break(w, s, &shape);
    bul_set_line line = set_line(w, s, &shape, &broken.lines[0]);

    assert_int_equal(glyph_x(&line, 1), 2500); /* the hanzi at 2½ em */
}

static void a_mark_at_the_lines_end_takes_half_an_em(void **state)
{
    world *w = *state;
    bul_set_line line = set_whole(w, "甲乙。", 9000, BUL_ALIGN_LEFT);
    assert_int_equal(line.width, 2500);
}

static void a_typed_space_stays_in_the_text_of_its_line(void **state)
{
    world *w = *state;
    bul_set_line line = set_whole(w, "ab cd", 9000, BUL_ALIGN_LEFT);

    assert_int_equal(line.run_count, 1);
    assert_string_equal(world_cstr(w, line.runs[0].text), "ab cd");
    assert_int_equal(line.runs[0].glyph_count, 5);
    assert_int_equal(line.runs[0].glyphs[2].id, ' ');
    assert_int_equal(line.runs[0].glyphs[2].text, 2);
}

static void the_space_a_line_ends_at_is_not_set(void **state)
{
    world *w = *state;
    square *s = square_set(w, "ab cd");
    bul_shape shape = {.measure = 1000};
    bul_broken_line first = {0, 1, false, 0};
    bul_set_line line = set_line(w, s, &shape, &first);

    assert_string_equal(world_cstr(w, line.runs[0].text), "ab");
    assert_int_equal(line.runs[0].glyph_count, 2);
}

static void each_style_has_its_run_and_each_run_its_text(void **state)
{
    world *w = *state;
    bul_set_line line = set_whole(w, "甲<乙丙>丁", 9000, BUL_ALIGN_LEFT);

    assert_int_equal(line.run_count, 3);
    assert_string_equal(world_cstr(w, line.runs[0].text), "甲");
    assert_string_equal(world_cstr(w, line.runs[1].text), "乙丙");
    assert_int_equal(line.runs[1].x, 1000);
    assert_int_equal(line.runs[1].glyphs[1].x, 1000);
    assert_int_equal(line.runs[1].glyphs[1].text, 3);
    assert_string_equal(world_cstr(w, line.runs[2].text), "丁");
}

static void a_link_covers_its_words_and_nothing_else(void **state)
{
    world *w = *state;
    bul_set_line line = set_whole(w, "甲<乙丙>丁", 9000, BUL_ALIGN_LEFT);

    assert_int_equal(line.link_count, 1);
    assert_int_equal(line.links[0].x, 1000);
    assert_int_equal(line.links[0].w, 2000);
    assert_true(line.links[0].y < 0);
    assert_int_equal(line.links[0].h, SQUARE_EM);
    assert_string_equal(world_cstr(w, line.links[0].url), "u");
}

static void two_links_to_one_address_leave_the_words_between_alone(void **state)
{
    world *w = *state;
    bul_set_line line = set_whole(w, "<甲>乙丙<丁>", 9000, BUL_ALIGN_LEFT);

    assert_int_equal(line.link_count, 2);
    assert_int_equal(line.links[0].w, 1000);
    assert_int_equal(line.links[1].x, 3000);
}

/* ---- Laws. ---- */

typedef struct trial {
    square *s;
    bul_shape shape;
    bul_broken broken;
} trial;

/* Random text broken at a random measure, in millipoints that do not divide. */
static trial roll_trial(world *w, dice *d, bul_align align)
{
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("工"));
    bul_text_add(&text, dice_text(d, &w->arena, 20 + dice_below(d, 150)));
    trial t = {.s = square_set(w, bul_cstr(&w->arena, bul_text_str(&text)))};
    t.shape = square_shape(9 + (int)dice_below(d, 60), 0);
    t.shape.measure += (bul_mpt)dice_below(d, 1000);
    t.shape.first_indent = dice_chance(d, 50) ? 2000 : 0;
    t.shape.align = align;
    t.broken = square_break(w, t.s, &t.shape);
    return t;
}

static bool may_stretch(const trial *t, const bul_broken_line *line,
                        const bul_fit *fit)
{
    for (size_t i = line->first; i + 1 < line->end; i++)
        if (bul_fit_stretches(fit, &t->s->boxes[i]))
            return true;
    return false;
}

static void lines_meet_their_edge(world *w, const trial *t)
{
    for (size_t i = 0; i < t->broken.line_count; i++) {
        const bul_broken_line *line = &t->broken.lines[i];
        bul_mpt indent = i == 0 ? t->shape.first_indent : t->shape.indent;
        bul_fit fit = bul_fit_line(&t->s->paragraph, t->s->sums, line->first,
                                   line->end, t->shape.measure - indent);
        bul_set_line set = set_line(w, t->s, &t->shape, line);
        bool fills = t->shape.align == BUL_ALIGN_SPREAD ||
                     !line->ends_paragraph ||
                     fit.natural > t->shape.measure - indent;
        if (fit.fits && fills && may_stretch(t, line, &fit))
            assert_int_equal(set.x + set.width, t->shape.measure);
        else if (fit.fits)
            assert_true(set.x + set.width <= t->shape.measure);
    }
}

static void justified_lines_meet_their_edge(world *w, dice *d)
{
    trial t = roll_trial(w, d, BUL_ALIGN_JUSTIFY);
    lines_meet_their_edge(w, &t);
}

static void justified_lines_end_on_the_very_millipoint(void **state)
{
    dice_check(justified_lines_meet_their_edge, *state, 500);
}

static void spread_lines_meet_their_edge(world *w, dice *d)
{
    trial t = roll_trial(w, d, BUL_ALIGN_SPREAD);
    lines_meet_their_edge(w, &t);
}

static void spread_lines_end_on_the_very_millipoint(void **state)
{
    dice_check(spread_lines_meet_their_edge, *state, 500);
}

static bool is_han(uint32_t id)
{
    return id >= 0x4E00 && id <= 0x9FFF;
}

static void glyphs_keep_their_distance(world *w, dice *d)
{
    trial t = roll_trial(w, d, BUL_ALIGN_JUSTIFY);
    for (size_t i = 0; i < t.broken.line_count; i++) {
        bul_set_line set = set_line(w, t.s, &t.shape, &t.broken.lines[i]);
        const bul_glyph_run *run = &set.runs[0];
        for (size_t n = 0; n + 1 < run->glyph_count; n++) {
            bul_mpt step = run->glyphs[n + 1].x - run->glyphs[n].x;
            if (is_han(run->glyphs[n].id) && is_han(run->glyphs[n + 1].id))
                assert_true(step >= SQUARE_EM);
        }
    }
}

static void hanzi_are_never_closer_than_an_em(void **state)
{
    dice_check(glyphs_keep_their_distance, *state, 500);
}

/* Spaces at the ends of lines are the only thing left out. */
static void lines_join_to_the_text(world *w, dice *d)
{
    trial t = roll_trial(w, d, BUL_ALIGN_JUSTIFY);
    bul_text joined = bul_text_in(&w->arena);
    for (size_t i = 0; i < t.broken.line_count; i++) {
        bul_set_line set = set_line(w, t.s, &t.shape, &t.broken.lines[i]);
        for (size_t n = 0; n < set.run_count; n++)
            bul_text_add(&joined, set.runs[n].text);
    }
    bul_str whole = t.s->paragraph.text;
    size_t at = 0;
    for (size_t i = 0; i < joined.len; i++, at++) {
        while (whole.ptr[at] == ' ' && joined.ptr[i] != ' ')
            at++;
        assert_int_equal(whole.ptr[at], joined.ptr[i]);
    }
    while (at < whole.len && whole.ptr[at] == ' ')
        at++;
    assert_int_equal(at, whole.len);
}

static void every_character_is_in_one_line_and_in_order(void **state)
{
    dice_check(lines_join_to_the_text, *state, 400);
}

/* What does not divide evenly is dealt out among the gaps of the last step. */
static void white_beside_latin_is_never_more_than_half_an_em(void **state)
{
    world *w = *state;
    square *s = square_set(w, "甲乙丙丁ab戊己庚");
    bul_broken_line line = {0, s->paragraph.box_count, false, 0};
    for (bul_mpt more = 1; more <= 40; more++) {
        bul_shape shape = {.measure = 7000 + 1000 + 1000 + more};
        const bul_mpt *places =
            bul_line_places(&s->paragraph, s->sums, &shape, &line, &w->arena);
        for (size_t i = 3; i <= 4; i++) /* 丁|ab and ab|戊 */
            assert_int_equal(places[i + 1] - places[i] - s->boxes[i].width,
                             SQUARE_EM / 2);
        size_t last = line.end - 1;
        assert_int_equal(places[last] + s->boxes[last].width, shape.measure);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(white_beside_latin_is_never_more_than_half_an_em),
        WORLD_TEST(a_justified_line_meets_both_edges),
        WORLD_TEST(the_last_line_keeps_its_natural_gaps),
        WORLD_TEST(a_last_line_that_is_full_is_squeezed_into_its_measure),
        WORLD_TEST(centred_and_right_lines_keep_natural_gaps),
        WORLD_TEST(a_spread_line_fills_its_measure_even_if_it_is_the_last),
        WORLD_TEST(the_indent_belongs_to_the_first_line),
        WORLD_TEST(an_opening_mark_at_the_lines_start_loses_its_blank),
        WORLD_TEST(it_loses_it_after_the_indent_too),
        WORLD_TEST(a_mark_at_the_lines_end_takes_half_an_em),
        WORLD_TEST(a_typed_space_stays_in_the_text_of_its_line),
        WORLD_TEST(the_space_a_line_ends_at_is_not_set),
        WORLD_TEST(each_style_has_its_run_and_each_run_its_text),
        WORLD_TEST(a_link_covers_its_words_and_nothing_else),
        WORLD_TEST(two_links_to_one_address_leave_the_words_between_alone),
        WORLD_TEST(justified_lines_end_on_the_very_millipoint),
        WORLD_TEST(spread_lines_end_on_the_very_millipoint),
        WORLD_TEST(hanzi_are_never_closer_than_an_em),
        WORLD_TEST(every_character_is_in_one_line_and_in_order),
    };
    return cmocka_run_group_tests_name("justify", tests, NULL, NULL);
}
