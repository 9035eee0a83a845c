/* SPDX-License-Identifier: MIT */
#include "support/random.h"
#include "support/type_case.h"

static const char *const families[] = {"宋", "黑", "楷"};

static const bul_paragraph *set_in(type_case *t, const char *family,
                                   const char *text)
{
    type_case_add(t, family, text);
    return type_case_set(t);
}

static void a_hanzi_is_a_box_of_one_em(void **state)
{
    type_case *t = type_case_open(*state);
    for (size_t i = 0; i < 3; i++) {
        const bul_paragraph *p = set_in(t, families[i], "永");
        assert_int_equal(p->box_count, 1);
        assert_int_equal(p->boxes[0].width, 1000);
        assert_int_equal(p->boxes[0].blank_before + p->boxes[0].blank_after, 0);
    }
}

static void a_mark_is_a_box_of_its_ink_and_a_blank(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const marks[] = {"，", "、", "。", "；", "：", "！",
                                        "”",  "’",  "）", "」", "】", "〉"};
    for (size_t f = 0; f < 3; f++)
        for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
            const bul_paragraph *p = set_in(t, families[f], marks[i]);
            assert_int_equal(p->boxes[0].width, 500);
            assert_int_equal(p->boxes[0].blank_before + p->boxes[0].blank_after, 500);
            assert_int_equal(p->boxes[0].shift, 0);
        }
}

static void an_opening_mark_is_shifted_by_its_blank(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const marks[] = {"“", "‘", "（", "「", "【", "〈"};
    for (size_t f = 0; f < 3; f++)
        for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
            const bul_paragraph *p = set_in(t, families[f], marks[i]);
            assert_int_equal(p->boxes[0].width, 500);
            assert_int_equal(p->boxes[0].shift, -500);
        }
}

static void width_and_blank_make_the_whole_mark(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const marks[] = {"《", "》", "？", "．"};
    for (size_t f = 0; f < 3; f++)
        for (size_t i = 0; i < 4; i++) {
            const bul_paragraph *p = set_in(t, families[f], marks[i]);
            assert_int_equal(p->boxes[0].width + p->boxes[0].blank_before + p->boxes[0].blank_after, 1000);
            assert_in_range(p->boxes[0].blank_before + p->boxes[0].blank_after, 450, 500);
        }
}

static void dashes_and_ellipses_are_boxes_of_two_em(void **state)
{
    type_case *t = type_case_open(*state);
    static const char *const pairs[] = {"——", "……", "⸺"};
    for (size_t f = 0; f < 3; f++)
        for (size_t i = 0; i < 3; i++) {
            const bul_paragraph *p = set_in(t, families[f], pairs[i]);
            assert_int_equal(p->box_count, 1);
            assert_int_equal(p->boxes[0].width, 2000);
        }
}

static void a_latin_word_is_one_box(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "office 2026");

    assert_int_equal(p->box_count, 2);
    assert_string_equal(world_cstr(t->w, bul_str_sub(p->text, p->boxes[0].text,
                                                     p->boxes[0].text_end)),
                        "office");
    assert_int_not_equal(p->boxes[0].space_glyph, 0);
}

static void a_missing_character_becomes_geta(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "工ก");
    const bul_face *face = p->styles[p->boxes[1].style].face;

    assert_int_equal(p->glyphs[p->boxes[1].glyph].id,
                     bul_face_glyph(face, 0x3013));
    assert_int_equal(p->boxes[1].text, 3);
    assert_int_equal(p->boxes[1].text_end, 6);
}

static void spaces_at_the_head_are_dropped(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_text(t, "  工");
    assert_int_equal(p->box_count, 1);
    assert_int_equal(p->boxes[0].text, 2);
}

static void sizes_scale_boxes(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "工，")->size = 10500;
    const bul_paragraph *p = type_case_set(t);
    assert_int_equal(p->em, 10500);
    assert_int_equal(p->boxes[0].width, 10500);
    assert_int_equal(p->boxes[1].width, 5250);
}

static void boxes_cover_the_text(world *w, dice *d)
{
    type_case *t = type_case_open(w);
    bul_str text = dice_text(d, &w->arena, 60);
    const bul_paragraph *p = type_case_text(t, bul_cstr(&w->arena, text));
    uint32_t at = 0;
    for (size_t i = 0; i < p->box_count; i++) {
        const bul_type_box *box = &p->boxes[i];
        while (at < box->text)
            assert_int_equal(text.ptr[at++], ' ');
        assert_true(box->text_end > box->text);
        assert_true(box->glyph_count > 0);
        for (uint32_t n = 0; n < box->glyph_count; n++) {
            uint32_t byte = p->glyphs[box->glyph + n].text;
            assert_in_range(byte, box->text, box->text_end - 1);
        }
        at = box->text_end;
    }
    while (at < text.len)
        assert_int_equal(text.ptr[at++], ' ');
}

static void every_character_is_in_one_box(void **state)
{
    dice_check(boxes_cover_the_text, *state, 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_hanzi_is_a_box_of_one_em),
        WORLD_TEST(a_mark_is_a_box_of_its_ink_and_a_blank),
        WORLD_TEST(an_opening_mark_is_shifted_by_its_blank),
        WORLD_TEST(width_and_blank_make_the_whole_mark),
        WORLD_TEST(dashes_and_ellipses_are_boxes_of_two_em),
        WORLD_TEST(a_latin_word_is_one_box),
        WORLD_TEST(a_missing_character_becomes_geta),
        WORLD_TEST(spaces_at_the_head_are_dropped),
        WORLD_TEST(sizes_scale_boxes),
        WORLD_TEST(every_character_is_in_one_box),
    };
    return cmocka_run_group_tests_name("shape", tests, NULL, NULL);
}
