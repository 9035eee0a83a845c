/* SPDX-License-Identifier: MIT */
#include "support/type_case.h"

/* Bytes of a 汉字 or mark. */
#define CH 3u

/* Distance between the em boxes of two characters, in thousandths of an em. */
static bul_mpt between(const bul_paragraph *p, uint32_t a, uint32_t b)
{
    return type_case_x(p, b) - type_case_x(p, a);
}

/* From the left of the 汉字 before two marks to the 汉字 after them, less the
 * first: what the pair takes. */
static bul_mpt pair_takes(type_case *t, const char *text)
{
    const bul_paragraph *p = type_case_text(t, text);
    return between(p, 0, 3 * CH) - TYPE_EM;
}

static void a_mark_between_hanzi_takes_an_em(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const texts[] = {"工，会", "工。会", "工（会", "工）会",
                                        "工《会", "工！会", "工：会"};
    for (size_t i = 0; i < 7; i++) {
        const bul_paragraph *p = type_case_text(t, texts[i]);
        assert_int_equal(between(p, 0, 2 * CH), 2 * TYPE_EM);
    }
}

static void two_marks_that_meet_take_an_em_and_a_half(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const texts[] = {"工。”会",  "工”。会", "工，“会",
                                        "工）（会", "工“（会", "工））会",
                                        "工：“会",  "工？”会", "工」、会"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_int_equal(pair_takes(t, texts[i]), 1500);
}

static void title_marks_keep_a_little_of_their_white(void **state)
{
    type_case *t = type_case_open(*state);
    /* 》 and 《 have 493 thousandths of blank, the rest is ink and its rim. */
    assert_in_range(pair_takes(t, "工》《会"), 1500, 1510);
    assert_in_range(pair_takes(t, "工”《会"), 1500, 1510);
}

static void an_opening_mark_before_a_closing_one_is_left_alone(void **state)
{
    type_case *t = type_case_open(*state);
    assert_int_equal(pair_takes(t, "工（？会"), 2000);
}

static void an_interpunct_takes_half_an_em_in_the_middle(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const families[] = {"宋", "黑", "楷"};
    for (size_t i = 0; i < 3; i++) {
        type_case_add(t, families[i], "约翰·史");
        const bul_paragraph *p = type_case_set(t);
        assert_int_equal(between(p, CH, 2 * CH + 2), 1500);
        assert_int_equal(p->boxes[2].width, 500);
    }
    t->rules.locale = BUL_LOCALE_ZH_TW;
    assert_int_equal(type_case_text(t, "约翰·史")->boxes[2].width, 1000);
}

/* That of the faces is drawn over a whole square. */
static void a_solidus_is_drawn_within_its_half(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工／会");
    const bul_face *face = p->styles[p->boxes[1].style].face;
    int left, right;
    assert_true(
        bul_face_ink(face, p->glyphs[p->boxes[1].glyph].id, &left, &right));
    assert_int_equal(p->boxes[1].width, 500);
    assert_true(left + p->boxes[1].shift >= -10);
    assert_true(right + p->boxes[1].shift <= 510);
    t->rules.is_vertical = true;
    assert_int_equal(type_case_text(t, "工／会")->boxes[1].width, 1000);
}

static void a_mark_beside_an_interpunct_gives_its_blank(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工》·《会");
    assert_in_range(type_case_width(p), 1000 + 500 + 500 + 500 + 1000,
                    1000 + 510 + 500 + 510 + 1000);
}

static void quotes_of_kai_are_those_of_song(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "楷", "工“会”");
    const bul_paragraph *p = type_case_set(t);

    assert_string_equal(
        world_cstr(t->w, p->styles[p->boxes[1].style].face->family),
        "Bulletin Song");
    assert_string_equal(
        world_cstr(t->w, p->styles[p->boxes[2].style].face->family),
        "Bulletin Kai");
    assert_int_equal(between(p, 0, 2 * CH), 2000);
}

static void pairs_meet_across_faces_and_styles(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "楷", "工。”会"); /* 。 of 楷, ” of 宋 */
    const bul_paragraph *p = type_case_set(t);
    assert_int_equal(between(p, 0, 3 * CH), 2500);

    type_case_add(t, "宋", "工）");
    type_case_add(t, "黑", "（会");
    p = type_case_set(t);
    assert_int_equal(between(p, 0, 3 * CH), 2500);
}

static void hanzi_and_latin_stand_a_quarter_em_apart(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工A会");

    assert_int_equal(p->boxes[0].glue, 250);
    assert_int_equal(p->boxes[1].glue, 250);
    assert_int_equal(p->boxes[0].glue_kind, BUL_GLUE_HAN_LATIN);
}

static void digits_and_their_signs_are_latin_here(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const texts[] = {"工5会", "工95%会", "工¥12会",
                                        "工5℃会"};
    for (size_t i = 0; i < 4; i++) {
        const bul_paragraph *p = type_case_text(t, texts[i]);
        assert_int_equal(p->box_count, 3);
        assert_int_equal(p->boxes[0].glue, 250);
        assert_int_equal(p->boxes[1].glue, 250);
    }
}

static void full_width_letters_and_symbols_are_not(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const texts[] = {"工Ａ会", "工５会", "工①会", "工●会"};
    for (size_t i = 0; i < 4; i++) {
        const bul_paragraph *p = type_case_text(t, texts[i]);
        assert_int_equal(p->boxes[0].glue, 0);
        assert_int_equal(p->boxes[1].glue, 0);
    }
}

static void a_typed_space_is_not_doubled(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工 A 会");

    assert_int_equal(p->boxes[0].glue, 250);
    assert_int_equal(p->boxes[0].glue_kind, BUL_GLUE_HAN_LATIN);
    assert_int_equal(p->boxes[1].glue, 250);
    assert_int_not_equal(p->boxes[0].space_glyph, 0);
}

static void no_gap_is_added_beside_marks(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工，A（B");

    assert_int_equal(p->boxes[1].glue, 500); /* the comma's own */
    assert_int_equal(p->boxes[1].glue_kind, BUL_GLUE_PAUSE);
    assert_int_equal(p->boxes[2].glue, 500); /* the bracket's own */
    assert_int_equal(p->boxes[3].glue, 0);
}

static void a_space_typed_beside_a_mark_neither_adds_nor_takes(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工， A。 会 （B");

    assert_int_equal(p->boxes[1].glue, 500);
    assert_int_equal(p->boxes[1].glue_kind, BUL_GLUE_PAUSE);
    assert_int_equal(p->boxes[3].glue, 500);
    assert_int_equal(p->boxes[3].glue_kind, BUL_GLUE_STOP);
    assert_int_equal(p->boxes[4].glue, 500);
}

static void a_space_typed_between_hanzi_stays_a_third(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工 会");
    assert_int_equal(p->boxes[0].glue, 333);
}

static void a_space_between_words_is_the_fonts(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "ab cd");

    assert_int_equal(p->boxes[0].glue_kind, BUL_GLUE_SPACE);
    assert_in_range(p->boxes[0].glue, 200, 400);
}

static void the_gap_lies_between_styles_too(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "工");
    type_case_add(t, "黑", "A")->url = BUL_STR("u");
    type_case_add(t, "楷", "会");
    const bul_paragraph *p = type_case_set(t);

    assert_int_equal(p->boxes[0].glue, 250);
    assert_int_equal(p->boxes[1].glue, 250);
}

static void headings_set_quotes_and_brackets_bare(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.half_quotes = true;
    const bul_paragraph *p = type_case_text(t, "工“会”员，会");

    assert_int_equal(p->boxes[0].glue, 0);
    assert_int_equal(p->boxes[3].glue, 0);
    assert_int_equal(p->boxes[5].glue, 500); /* the comma keeps its blank */
    assert_int_equal(between(p, 0, 2 * CH), 1500);
}

static void a_space_after_a_bare_quote_is_kept(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.half_quotes = true;
    t->rules.han_space = 500;
    const bul_paragraph *p = type_case_text(t, "“工” 会");

    assert_int_equal(p->boxes[2].glue, 500);
}

static void the_gaps_of_a_label_never_change(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "一、")->is_rigid = true;
    type_case_add(t, "宋", "工会");
    const bul_paragraph *p = type_case_set(t);

    assert_int_equal(p->boxes[0].glue_kind, BUL_GLUE_RIGID);
    assert_int_equal(p->boxes[1].glue_kind, BUL_GLUE_RIGID);
    assert_int_equal(p->boxes[1].glue, 500);
    assert_int_not_equal(p->boxes[2].glue_kind, BUL_GLUE_RIGID);
}

static void tracking_is_added_between_characters(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "工会，员")->tracking = 200;
    const bul_paragraph *p = type_case_set(t);

    assert_int_equal(p->boxes[0].glue, 200);
    assert_int_equal(p->boxes[2].glue, 700);
    assert_int_equal(p->boxes[3].glue, 0); /* none after the last */
}

static void each_mark_belongs_to_its_step(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工（会，员。工：会）员");

    assert_int_equal(p->boxes[0].glue_kind, BUL_GLUE_BRACKET);
    assert_int_equal(p->boxes[3].glue_kind, BUL_GLUE_PAUSE);
    assert_int_equal(p->boxes[5].glue_kind, BUL_GLUE_STOP);
    assert_int_equal(p->boxes[7].glue_kind, BUL_GLUE_PLAIN);
    assert_int_equal(p->boxes[9].glue_kind, BUL_GLUE_BRACKET);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_mark_between_hanzi_takes_an_em),
        WORLD_TEST(two_marks_that_meet_take_an_em_and_a_half),
        WORLD_TEST(title_marks_keep_a_little_of_their_white),
        WORLD_TEST(an_opening_mark_before_a_closing_one_is_left_alone),
        WORLD_TEST(an_interpunct_takes_half_an_em_in_the_middle),
        WORLD_TEST(a_solidus_is_drawn_within_its_half),
        WORLD_TEST(a_mark_beside_an_interpunct_gives_its_blank),
        WORLD_TEST(quotes_of_kai_are_those_of_song),
        WORLD_TEST(pairs_meet_across_faces_and_styles),
        WORLD_TEST(hanzi_and_latin_stand_a_quarter_em_apart),
        WORLD_TEST(digits_and_their_signs_are_latin_here),
        WORLD_TEST(full_width_letters_and_symbols_are_not),
        WORLD_TEST(a_typed_space_is_not_doubled),
        WORLD_TEST(no_gap_is_added_beside_marks),
        WORLD_TEST(a_space_typed_beside_a_mark_neither_adds_nor_takes),
        WORLD_TEST(a_space_typed_between_hanzi_stays_a_third),
        WORLD_TEST(a_space_between_words_is_the_fonts),
        WORLD_TEST(the_gap_lies_between_styles_too),
        WORLD_TEST(headings_set_quotes_and_brackets_bare),
        WORLD_TEST(a_space_after_a_bare_quote_is_kept),
        WORLD_TEST(the_gaps_of_a_label_never_change),
        WORLD_TEST(tracking_is_added_between_characters),
        WORLD_TEST(each_mark_belongs_to_its_step),
    };
    return cmocka_run_group_tests_name("spacing", tests, NULL, NULL);
}
