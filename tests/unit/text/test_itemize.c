/* SPDX-License-Identifier: MIT */
#include "support/type_case.h"
#include "text/setter.h"

/* What a paragraph of one run in a family is cut into: its pieces with | at
 * the borders; a wide piece in square brackets. */
static const char *pieces_of(type_case *t, const char *family, const char *text)
{
    bul_paragraph_draft draft = {.scratch = &t->w->arena,
                                 .setter = t->setter,
                                 .rules = &t->rules,
                                 .text = bul_str_from(text)};
    type_case_add(t, family, text);
    draft.runs = t->runs.items;
    draft.run_count = t->runs.count;
    draft.run_starts = BUL_NEW(&t->w->arena, uint32_t, 2);
    bul_draft_quotes(&draft);
    bul_draft_itemize(&draft);
    t->runs.count = 0;
    bul_text shown = bul_text_in(&t->w->arena);
    for (size_t i = 0; i < draft.pieces.count; i++) {
        const bul_piece *piece = &draft.pieces.items[i];
        bul_text_add(&shown, piece->is_wide ? BUL_STR("[") : BUL_STR("("));
        bul_text_add(&shown, bul_str_sub(draft.text, piece->start, piece->end));
        bul_text_add(&shown, piece->is_wide ? BUL_STR("]") : BUL_STR(")"));
    }
    return bul_cstr(&t->w->arena, bul_text_str(&shown));
}

static void hanzi_and_latin_are_different_pieces(void **state)
{
    type_case *t = type_case_open(*state);
    assert_string_equal(pieces_of(t, "宋", "工会ab 12，会"),
                        "[工会](ab 12)[，会]");
}

static void dashes_go_pair_by_pair(void **state)
{
    type_case *t = type_case_open(*state);
    assert_string_equal(pieces_of(t, "宋", "工————会"), "[工][——][——][会]");
    assert_string_equal(pieces_of(t, "宋", "工———会"), "[工][——][—][会]");
}

static void quotes_of_kai_are_pieces_of_another_face(void **state)
{
    type_case *t = type_case_open(*state);
    assert_string_equal(pieces_of(t, "楷", "工“会”员"), "[工][“][会][”][员]");
    assert_string_equal(pieces_of(t, "宋", "工“会”员"), "[工“会”员]");
}

static void an_apostrophe_stays_in_its_word(void **state)
{
    type_case *t = type_case_open(*state);
    assert_string_equal(pieces_of(t, "宋", "T’Pol"), "(T’Pol)");
    assert_string_equal(pieces_of(t, "楷", "T’Pol"), "(T’Pol)");
    assert_string_equal(pieces_of(t, "宋", "的’T"), "[的’](T)");
}

static void quotes_in_an_english_sentence_are_latin(void **state)
{
    type_case *t = type_case_open(*state);
    assert_string_equal(pieces_of(t, "宋", "He said “hello” to us"),
                        "(He said “hello” to us)");
    assert_string_equal(pieces_of(t, "宋", "“Hello,” he said"),
                        "(“Hello,” he said)");
}

static void quotes_in_chinese_are_chinese_whatever_they_enclose(void **state)
{
    type_case *t = type_case_open(*state);
    assert_string_equal(pieces_of(t, "宋", "他说“hello”。"),
                        "[他说“](hello)[”。]");
    assert_string_equal(pieces_of(t, "宋", "说“hello” to"),
                        "[说“](hello)[”]( to)");
    assert_string_equal(pieces_of(t, "宋", "the “工会” of"),
                        "(the )[“工会”]( of)");
}

static void a_character_no_face_has_is_a_piece_alone_and_reported(void **state)
{
    world *w = *state;
    type_case *t = type_case_open(w);
    assert_string_equal(pieces_of(t, "宋", "工กข会"), "[工](ก)(ข)[会]");
    assert_int_equal(world_count_of(w, BUL_MSG_TEXT_NO_GLYPH), 2);
}

static void a_report_points_at_the_character(void **state)
{
    world *w = *state;
    type_case *t = type_case_open(w);
    uint32_t file = world_add_text(w, "a.md", "甲\n工会ก\n");
    type_case_add(t, "宋", "工会ก")->span = (bul_span){file, 4, 13};
    type_case_set(t);
    assert_string_equal(world_last(w), "a.md:2:3: error: no font has 'ก' "
                                       "(U+0E01) [text/no-glyph]");
}

static void a_variation_selector_is_no_missing_character(void **state)
{
    world *w = *state;
    type_case *t = type_case_open(w);
    assert_string_equal(pieces_of(t, "宋", "葛\U000E0100城"),
                        "[葛\U000E0100城]");
    assert_string_equal(world_last(w), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(hanzi_and_latin_are_different_pieces),
        WORLD_TEST(dashes_go_pair_by_pair),
        WORLD_TEST(quotes_of_kai_are_pieces_of_another_face),
        WORLD_TEST(an_apostrophe_stays_in_its_word),
        WORLD_TEST(quotes_in_an_english_sentence_are_latin),
        WORLD_TEST(quotes_in_chinese_are_chinese_whatever_they_enclose),
        WORLD_TEST(a_character_no_face_has_is_a_piece_alone_and_reported),
        WORLD_TEST(a_report_points_at_the_character),
        WORLD_TEST(a_variation_selector_is_no_missing_character),
    };
    return cmocka_run_group_tests_name("itemize", tests, NULL, NULL);
}
