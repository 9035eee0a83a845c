/* SPDX-License-Identifier: MIT */
#include "support/type_case.h"

static bul_styled_run *read_as(type_case *t, const char *text, const char *ruby)
{
    bul_styled_run *run = type_case_add(t, "宋", text);
    run->ruby = bul_str_from(ruby);
    return run;
}

static const bul_paragraph *read_text(type_case *t, const char *text,
                                      const char *ruby)
{
    read_as(t, text, ruby);
    return type_case_set(t);
}

/* Where the square of a box of one hanzi begins. */
static bul_mpt square_start(const bul_paragraph *p, size_t box)
{
    bul_mpt x = 0;
    for (size_t i = 0; i < box; i++)
        x += p->boxes[i].width + p->boxes[i].glue;
    return x + p->boxes[box].shift;
}

/* Edges of a reading over one hanzi, set in one natural line. */
static bul_mpt reading_start(const bul_paragraph *p, size_t ruby)
{
    const bul_ruby *r = &p->rubies[ruby];
    return square_start(p, r->first) + (TYPE_EM - r->width) / 2;
}

static bul_mpt reading_end(const bul_paragraph *p, size_t ruby)
{
    return reading_start(p, ruby) + p->rubies[ruby].width;
}

static void as_many_syllables_as_hanzi_are_a_reading_for_each(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = read_text(t, "西安", "xī ān");

    assert_int_equal(p->ruby_count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(p->rubies[i].first, i);
        assert_int_equal(p->rubies[i].end, i + 1);
        assert_int_equal(p->rubies[i].size, TYPE_EM / 2);
        assert_int_equal(p->rubies[i].glyph_count, 2);
        assert_in_range(p->rubies[i].width, 200, 700);
    }
    assert_true(p->boxes[0].penalty < BUL_PENALTY_NEVER);
    assert_true(p->has_marks);
}

static void any_other_number_is_one_reading_that_keeps_together(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = read_text(t, "西安城", "Xī'ān chéng");

    assert_int_equal(p->ruby_count, 1);
    assert_int_equal(p->rubies[0].first, 0);
    assert_int_equal(p->rubies[0].end, 3);
    assert_int_equal(p->boxes[0].penalty, BUL_PENALTY_NEVER);
    assert_int_equal(p->boxes[1].penalty, BUL_PENALTY_NEVER);
    /* Control: without a reading lines may end there. */
    p = type_case_text(t, "西安城");
    assert_true(p->boxes[0].penalty < BUL_PENALTY_NEVER);
    assert_int_equal(p->ruby_count, 0);
}

static void a_forced_break_within_a_reading_stays_one(void **state)
{
    type_case *t = type_case_open(*state);
    static const char reading[] = "Xī'ān";
    read_as(t, "西", reading);
    read_as(t, "安", reading)->starts_line = true;
    assert_int_equal(type_case_set(t)->boxes[0].penalty, BUL_PENALTY_FORCED);
}

static void marks_have_no_reading_of_their_own(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = read_text(t, "《西安》", "xī ān");

    assert_int_equal(p->ruby_count, 2);
    assert_int_equal(p->rubies[0].first, 1);
    assert_int_equal(p->rubies[1].first, 2);
}

/* A bracket that holds two fonts is two runs with the same bytes as reading. */
static void runs_of_one_bracket_share_a_reading(void **state)
{
    type_case *t = type_case_open(*state);
    static const char reading[] = "xī ān";
    bul_styled_run *run = read_as(t, "西", reading);
    run->group = 1;
    run = type_case_add(t, "黑", "安");
    run->ruby = bul_str_from(reading);
    run->group = 2;
    const bul_paragraph *p = type_case_set(t);

    assert_int_equal(p->ruby_count, 2);
    assert_int_equal(p->rubies[1].first, 1);
    assert_int_equal(p->rubies[1].glyph_count, 2);
    assert_ptr_not_equal(p->rubies[0].face, p->rubies[1].face);
}

static void runs_of_two_brackets_have_their_own(void **state)
{
    type_case *t = type_case_open(*state);
    read_as(t, "西安", "Xī'ān");
    read_as(t, "北京", "Běijīng");
    const bul_paragraph *p = type_case_set(t);

    assert_int_equal(p->ruby_count, 2);
    assert_int_equal(p->rubies[1].first, 2);
    assert_true(p->boxes[1].penalty < BUL_PENALTY_NEVER);
}

static void the_text_is_what_it_was(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = read_text(t, "工会", "gōng huì");
    assert_string_equal(world_cstr(t->w, p->text), "工会");
    assert_int_equal(p->box_count, 2);
    assert_int_equal(p->boxes[1].glyph_count, 1);
}

/* ---- Room. ---- */

static void a_narrow_reading_moves_nothing(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = read_text(t, "西安", "xī ān");
    assert_int_equal(type_case_width(p), 2 * TYPE_EM);
    assert_int_equal(p->boxes[0].shift, 0);
}

static void neighbouring_readings_stay_a_quarter_of_their_em_apart(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p =
        read_text(t, "窗装双安", "chuāng zhuāng shuāng ān");

    for (size_t i = 0; i + 1 < 4; i++)
        assert_true(reading_start(p, i + 1) - reading_end(p, i) >= 125 - 1);
    assert_in_range(reading_start(p, 1) - reading_end(p, 0), 124, 127);
    /* Control: on squares of one em they would run into one another. */
    assert_true(p->rubies[0].width + p->rubies[1].width > 2 * TYPE_EM);
}

static void a_wide_reading_stays_in_its_box_beside_another(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = read_text(t, "窗装", "chuāng zhuāng");
    bul_mpt end = p->boxes[0].width;

    assert_true(reading_start(p, 0) >= 0);
    assert_true(reading_end(p, 0) <= end);
    assert_true(reading_start(p, 1) >= end);
    assert_true(reading_end(p, 1) <= type_case_width(p));
}

static void a_reading_leans_over_hanzi_without_one(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "双");
    read_as(t, "窗", "gōng");
    type_case_add(t, "宋", "户");
    const bul_paragraph *p = type_case_set(t);

    assert_true(p->rubies[0].width > TYPE_EM);
    assert_int_equal(type_case_width(p), 3 * TYPE_EM);
}

static void it_leans_by_half_its_em_at_most(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "双");
    read_as(t, "窗", "chuāngchuāngchuāng");
    type_case_add(t, "宋", "户");
    const bul_paragraph *p = type_case_set(t);
    bul_mpt over = p->rubies[0].width - p->boxes[1].width;

    assert_in_range(over, 499, 501); /* half of 500 on either side */
}

static void it_leans_over_no_word_no_mark_and_no_edge(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const neighbours[] = {"a", "，", NULL};
    for (size_t i = 0; i < 3; i++) {
        if (neighbours[i] != NULL)
            type_case_add(t, "宋", neighbours[i]);
        read_as(t, "窗", "chuāng");
        if (neighbours[i] != NULL)
            type_case_add(t, "宋", neighbours[i]);
        const bul_paragraph *p = type_case_set(t);
        size_t box = p->rubies[0].first;
        assert_in_range(p->boxes[box].width, p->rubies[0].width,
                        p->rubies[0].width + 1);
    }
}

static void a_line_break_is_an_edge(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "双");
    read_as(t, "窗", "chuāng")->starts_line = true;
    type_case_add(t, "宋", "户")->starts_line = true;
    const bul_paragraph *p = type_case_set(t);
    assert_in_range(p->boxes[1].width, p->rubies[0].width,
                    p->rubies[0].width + 1);
}

/* At the edge of a line a reading moves inwards by what it leans; between 安
 * and 户 there is room for that, between 窗 and 户 there is not. */
static void it_leans_no_farther_than_it_could_move_back(void **state)
{
    type_case *t = type_case_open(*state);
    read_as(t, "安窗", "ān chuāng");
    type_case_add(t, "宋", "户");
    const bul_paragraph *p = type_case_set(t);
    bul_mpt end = p->boxes[0].width + p->boxes[1].width;
    assert_true(reading_end(p, 1) > end);

    read_as(t, "装窗", "zhuāng chuāng");
    type_case_add(t, "宋", "户");
    p = type_case_set(t);
    end = p->boxes[0].width + p->boxes[1].width;
    assert_true(reading_end(p, 1) <= end);
}

static void a_long_reading_spreads_its_word_evenly(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = read_text(t, "西安", "Chang'an-chengqiang");
    bul_mpt lack = p->rubies[0].width - 2 * TYPE_EM;

    assert_true(lack > 500);
    assert_in_range(type_case_width(p), p->rubies[0].width - 1,
                    p->rubies[0].width + 1);
    bul_mpt between = square_start(p, 1) - square_start(p, 0) - TYPE_EM;
    assert_in_range(between, lack / 2 - 2, lack / 2 + 2);
    assert_in_range(square_start(p, 0), lack / 4 - 2, lack / 4 + 2);
}

static void
what_stands_across_in_a_vertical_line_stays_in_the_middle(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.is_vertical = true;
    const bul_paragraph *p = read_text(t, "35", "sānshíwǔ");

    assert_int_equal(p->boxes[0].turn, BUL_BOX_ACROSS);
    assert_true(p->boxes[0].width >= p->rubies[0].width);
    assert_int_equal(p->boxes[0].shift, 0);
}

/* ---- Letters. ---- */

/* Glyph ids differ by face; a letter that is there is never .notdef. */
static void tones_and_zhuyin_and_kana_are_in_the_pack(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const families[] = {"宋", "黑", "楷"};
    for (size_t f = 0; f < 3; f++) {
        bul_styled_run *run = type_case_add(t, families[f], "会");
        run->ruby = BUL_STR("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ"
                            "ㄅㄆㄇㄈㄩˊˇˋ˙きょう");
        const bul_paragraph *p = type_case_set(t);
        for (size_t i = 0; i < p->ruby_count; i++)
            for (size_t g = 0; g < p->rubies[i].glyph_count; g++)
                assert_int_not_equal(p->rubies[i].glyphs[g].id, 0);
    }
    assert_int_equal(world_count_of(t->w, BUL_MSG_TEXT_NO_GLYPH), 0);
}

static void a_tone_may_be_written_as_a_combining_mark(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *whole = read_text(t, "会", "huǐ");
    const bul_paragraph *parts = read_text(t, "会", "hui\xCC\x8C");

    assert_int_equal(parts->ruby_count, 1);
    assert_int_equal(parts->rubies[0].width, whole->rubies[0].width);
}

/* A stretch of kana is not parted by what is not wide itself. */
static void blanks_and_combining_marks_stay_with_what_they_follow(void **state)
{
    type_case *t = type_case_open(*state);
    assert_int_equal(read_text(t, "会", "とう きょう")->ruby_count, 1);
    assert_int_equal(read_text(t, "会", "か\xCC\x8C")->ruby_count, 1);
    /* Control: a letter does part it. */
    assert_int_equal(read_text(t, "会", "かa")->ruby_count, 2);
}

/* Thai is in no face of the pack. */
static void a_character_that_no_face_has_is_reported(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = read_text(t, "会", "hก");

    assert_int_equal(world_count_of(t->w, BUL_MSG_TEXT_NO_GLYPH), 1);
    assert_int_equal(p->ruby_count, 2);
    assert_int_equal(p->rubies[1].glyphs[0].id,
                     bul_face_glyph(p->rubies[1].face, 0x3013)); /* 〓 */
    assert_int_equal(p->rubies[0].width, p->rubies[1].width);
    assert_true(p->rubies[1].glyphs[0].x > 0);
}

static void a_reading_of_blanks_is_none(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = read_text(t, "会", " 　");
    assert_int_equal(p->ruby_count, 0);
    assert_int_equal(type_case_width(p), TYPE_EM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(as_many_syllables_as_hanzi_are_a_reading_for_each),
        WORLD_TEST(any_other_number_is_one_reading_that_keeps_together),
        WORLD_TEST(a_forced_break_within_a_reading_stays_one),
        WORLD_TEST(marks_have_no_reading_of_their_own),
        WORLD_TEST(runs_of_one_bracket_share_a_reading),
        WORLD_TEST(runs_of_two_brackets_have_their_own),
        WORLD_TEST(the_text_is_what_it_was),
        WORLD_TEST(a_narrow_reading_moves_nothing),
        WORLD_TEST(neighbouring_readings_stay_a_quarter_of_their_em_apart),
        WORLD_TEST(a_wide_reading_stays_in_its_box_beside_another),
        WORLD_TEST(a_reading_leans_over_hanzi_without_one),
        WORLD_TEST(it_leans_by_half_its_em_at_most),
        WORLD_TEST(it_leans_over_no_word_no_mark_and_no_edge),
        WORLD_TEST(a_line_break_is_an_edge),
        WORLD_TEST(it_leans_no_farther_than_it_could_move_back),
        WORLD_TEST(a_long_reading_spreads_its_word_evenly),
        WORLD_TEST(what_stands_across_in_a_vertical_line_stays_in_the_middle),
        WORLD_TEST(tones_and_zhuyin_and_kana_are_in_the_pack),
        WORLD_TEST(a_tone_may_be_written_as_a_combining_mark),
        WORLD_TEST(blanks_and_combining_marks_stay_with_what_they_follow),
        WORLD_TEST(a_character_that_no_face_has_is_reported),
        WORLD_TEST(a_reading_of_blanks_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
