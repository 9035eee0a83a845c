/* SPDX-License-Identifier: MIT */
/* The named styles of punctuation: what marks take before a line is fitted. */
#include "support/type_case.h"

static bul_mpt width_in(type_case *t, bul_mark_style style, const char *text)
{
    t->rules.marks = style;
    return type_case_width(type_case_text(t, text));
}

/* The text in a line of its own: what its edges lose is lost. */
static void full_style_halves_marks_that_meet_and_those_at_edges(void **state)
{
    type_case *t = type_case_open(*state);
    assert_int_equal(width_in(t, BUL_MARKS_FULL, "工，会"), 3000);
    assert_int_equal(width_in(t, BUL_MARKS_FULL, "工。”会"), 3500);
    assert_int_equal(width_in(t, BUL_MARKS_FULL, "（工）"), 2000);
}

static void half_style_leaves_no_blank(void **state)
{
    type_case *t = type_case_open(*state);
    assert_int_equal(width_in(t, BUL_MARKS_HALF, "工，会。员"), 4000);
    assert_int_equal(width_in(t, BUL_MARKS_HALF, "工。”会"), 3000);
}

static void kaiming_keeps_the_blank_of_stops_alone(void **state)
{
    type_case *t = type_case_open(*state);
    assert_int_equal(width_in(t, BUL_MARKS_KAIMING, "工，会"), 2500);
    assert_int_equal(width_in(t, BUL_MARKS_KAIMING, "工“会"), 2500);
    assert_int_equal(width_in(t, BUL_MARKS_KAIMING, "工。会"), 3000);
    assert_int_equal(width_in(t, BUL_MARKS_KAIMING, "工！会"), 3000);
}

static void line_end_style_halves_nothing_but_edges(void **state)
{
    type_case *t = type_case_open(*state);
    assert_int_equal(width_in(t, BUL_MARKS_LINE_END, "工。”会"), 4000);
    assert_int_equal(width_in(t, BUL_MARKS_LINE_END, "工）（会"), 4000);
    assert_int_equal(width_in(t, BUL_MARKS_LINE_END, "（工）"), 2000);
}

static void plain_style_takes_nothing_from_any_mark(void **state)
{
    type_case *t = type_case_open(*state);
    assert_int_equal(width_in(t, BUL_MARKS_PLAIN, "（工？）"), 4000);
    assert_int_equal(width_in(t, BUL_MARKS_PLAIN, "工。”会，"), 5000);
}

static void two_exclamations_stand_in_one_square(void **state)
{
    type_case *t = type_case_open(*state);
    assert_int_equal(width_in(t, BUL_MARKS_FULL, "工？！会"), 3000);
    assert_int_equal(width_in(t, BUL_MARKS_FULL, "工！！会"), 3000);
    assert_int_equal(width_in(t, BUL_MARKS_FULL, "工！！！会"), 4000);
    assert_int_equal(width_in(t, BUL_MARKS_FULL, "工！！！！会"), 4000);
    assert_int_equal(width_in(t, BUL_MARKS_LINE_END, "工？！会"), 3000);
    /* Not so where nothing is trimmed. */
    assert_int_equal(width_in(t, BUL_MARKS_PLAIN, "工？！会"), 4000);
}

static void exclamations_that_are_stacked_never_stretch(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工？！会");
    assert_int_equal(p->boxes[1].glue, 0);
    assert_int_equal(p->boxes[1].glue_kind, BUL_GLUE_RIGID);
    assert_int_equal(p->boxes[1].penalty, BUL_PENALTY_NEVER);
}

static void quotes_that_are_proportional_are_left_alone(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "楷", "工");
    bul_styled_run *run = type_case_add(t, "楷", "’会");
    const bul_paragraph *p = type_case_set(t);
    /* 楷 takes full-width quotes from 宋; its own would be too narrow. */
    assert_int_not_equal((int)(p->styles[p->boxes[1].style].face == run->face),
                         1);
    assert_int_equal(p->boxes[1].width + p->boxes[1].blank_after, TYPE_EM);
}

static void commas_and_stops_hang_when_they_may(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工，会。员！工）会");
    for (size_t i = 0; i < p->box_count; i++)
        assert_int_equal(p->boxes[i].hang, 0);
    t->rules.hangs = true;
    p = type_case_text(t, "工，会。员！工）会");
    assert_int_equal(p->boxes[1].hang, p->boxes[1].width);
    assert_int_equal(p->boxes[3].hang, p->boxes[3].width);
    assert_int_equal(p->boxes[5].hang, 0);
    assert_int_equal(p->boxes[7].hang, 0);
}

static void titles_have_no_white_between_hanzi_and_latin(void **state)
{
    type_case *t = type_case_open(*state);
    assert_int_equal(type_case_text(t, "工a会")->boxes[0].glue, 250);
    t->rules.is_title = true;
    assert_int_equal(type_case_text(t, "工a会")->boxes[0].glue, 0);
}

static void the_edge_of_a_code_is_latin_whatever_stands_there(void **state)
{
    type_case *t = type_case_open(*state);
    for (int is_code = 0; is_code < 2; is_code++) {
        type_case_add(t, "宋", "汉");
        type_case_add(t, "宋", "(code)")->is_code = is_code != 0;
        type_case_add(t, "宋", "字");
        const bul_paragraph *p = type_case_set(t);
        assert_int_equal(p->boxes[0].glue, is_code ? 250 : 0);
        assert_int_equal(p->boxes[p->box_count - 2].glue, is_code ? 250 : 0);
    }
}

static void the_call_of_a_note_is_never_parted_from_its_word(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "工会");
    type_case_add(t, "宋", "a")->attaches = true;
    type_case_add(t, "宋", "员");
    const bul_paragraph *p = type_case_set(t);
    assert_int_equal(p->boxes[1].penalty, BUL_PENALTY_NEVER);
    assert_int_equal(p->boxes[1].glue, 0);
    assert_int_equal(p->boxes[1].glue_kind, BUL_GLUE_RIGID);
    type_case_add(t, "宋", "工会");
    type_case_add(t, "宋", "a");
    type_case_add(t, "宋", "员");
    assert_int_not_equal(type_case_set(t)->boxes[1].penalty, BUL_PENALTY_NEVER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(full_style_halves_marks_that_meet_and_those_at_edges),
        WORLD_TEST(half_style_leaves_no_blank),
        WORLD_TEST(kaiming_keeps_the_blank_of_stops_alone),
        WORLD_TEST(line_end_style_halves_nothing_but_edges),
        WORLD_TEST(plain_style_takes_nothing_from_any_mark),
        WORLD_TEST(two_exclamations_stand_in_one_square),
        WORLD_TEST(exclamations_that_are_stacked_never_stretch),
        WORLD_TEST(quotes_that_are_proportional_are_left_alone),
        WORLD_TEST(commas_and_stops_hang_when_they_may),
        WORLD_TEST(titles_have_no_white_between_hanzi_and_latin),
        WORLD_TEST(the_edge_of_a_code_is_latin_whatever_stands_there),
        WORLD_TEST(the_call_of_a_note_is_never_parted_from_its_word),
    };
    return cmocka_run_group_tests_name("mark_styles", tests, NULL, NULL);
}
