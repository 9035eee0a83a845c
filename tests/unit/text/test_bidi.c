/* SPDX-License-Identifier: MIT */
#include <fribidi.h>
#include <string.h>

#include "base/utf8.h"
#include "support/world.h"
#include "text/bidi.h"

/* ---- Is it needed? ---- */

static void chinese_needs_no_turning(void **state)
{
    (void)state;
    assert_false(bul_bidi_needed(BUL_STR("")));
    assert_false(bul_bidi_needed(
        BUL_STR("工会（Trade Union）2026年“五一”——90%，€5…①é𠮷😀")));
    assert_false(bul_bidi_needed(BUL_STR("\xE0\xBA\x81 \xF0\x9F\x98\x80")));
}

static void one_letter_or_control_is_enough(void **state)
{
    (void)state;
    assert_true(bul_bidi_needed(BUL_STR("乌鲁木齐ئۈرۈمچى")));
    assert_true(bul_bidi_needed(BUL_STR("א")));
    assert_true(bul_bidi_needed(BUL_STR("工\xE2\x80\xAE会")));
    assert_true(bul_bidi_needed(BUL_STR("工\xE2\x81\xA7会")));
    assert_true(bul_bidi_needed(BUL_STR("工\xEF\xBA\x8D")));
}

static void a_cut_character_is_not_read_beyond_its_end(void **state)
{
    (void)state;
    assert_false(bul_bidi_needed(BUL_STR("\xE2\x80")));
    assert_false(bul_bidi_needed(BUL_STR("\xEF")));
    assert_false(bul_bidi_needed(BUL_STR("\xE5\xB7")));
    assert_false(bul_bidi_needed(BUL_STR("\xF0\x9F")));
}

/* Every character there is, against the table of FriBidi. Blocks are taken
 * whole, so a few weak characters among the letters count too: the reverse
 * holds for all outside them. */
static void the_scan_agrees_with_the_unicode_table(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char bytes[4];
        bool needed = bul_bidi_needed((bul_str){bytes, bul_utf8_put(bytes, c)});
        FriBidiCharType type = fribidi_get_bidi_type(c);
        bool turns = FRIBIDI_IS_RTL(type) || FRIBIDI_IS_EXPLICIT(type) ||
                     FRIBIDI_IS_ISOLATE(type);
        bool in_block =
            (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
            (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
            (c >= 0x1E800 && c <= 0x1EFFF);
        if (turns ? !needed : needed && !in_block)
            fail_msg("U+%04X: needed %d, turns %d", (unsigned)c, needed, turns);
    }
}

/* ---- Levels ---- */

/* One digit for each character. */
static const char *levels_of(world *w, const char *text)
{
    bul_str s = bul_str_from(text);
    const uint8_t *levels = bul_bidi_levels(&w->arena, s);
    bul_text shown = bul_text_in(&w->arena);
    for (size_t at = 0; at < s.len;) {
        size_t start = at;
        bul_utf8_next(s, &at);
        for (size_t i = start; i < at; i++)
            assert_int_equal(levels[i], levels[start]);
        bul_text_add_int(&shown, levels[start]);
    }
    return world_cstr(w, bul_text_str(&shown));
}

static void chinese_and_latin_are_level_0(void **state)
{
    world *w = *state;
    assert_string_equal(levels_of(w, "工会ab 12"), "0000000");
    assert_string_equal(levels_of(w, ""), "");
}

static void uyghur_is_level_1_and_numbers_in_it_level_2(void **state)
{
    world *w = *state;
    assert_string_equal(levels_of(w, "在ئۇيغۇر区"), "01111110");
    assert_string_equal(levels_of(w, "ئۇ 12 ئۇ"), "11122111");
    assert_string_equal(levels_of(w, "ئۇ 12 会"), "1112200");
}

/* Rule N0: brackets go with what they hold and where they stand. */
static void brackets_go_with_their_sentence(void **state)
{
    world *w = *state;
    assert_string_equal(levels_of(w, "会(ئۇ)会"), "001100");
    assert_string_equal(levels_of(w, "ئۇ(ئۇ)会"), "1111110");
    assert_string_equal(levels_of(w, "ئۇ（ئۇ）会"), "1111110");
    assert_string_equal(levels_of(w, "ئۇ、ئۇ。"), "111110");
}

static void blanks_at_the_end_of_a_paragraph_are_level_0(void **state)
{
    world *w = *state;
    assert_string_equal(levels_of(w, "会ئۇ ئۇ  "), "01111100");
}

static void controls_are_obeyed(void **state)
{
    world *w = *state;
    assert_string_equal(levels_of(w, "a\xE2\x80\xAE"
                                     "bc\xE2\x80\xAC"
                                     "d") +
                            2,
                        "1110");
}

static void bytes_that_are_no_text_are_survived(void **state)
{
    world *w = *state;
    bul_str bad = BUL_STR("\xD8\xFF\xE2\x80\xD8\xA6\xF0");
    const uint8_t *levels = bul_bidi_levels(&w->arena, bad);
    for (size_t i = 0; i < bad.len; i++)
        assert_true(levels[i] <= 2);
    assert_int_equal(levels[4], 1);
}

static void only_the_levels_stay_in_the_arena(void **state)
{
    world *w = *state;
    size_t before = w->arena.used_bytes;
    bul_bidi_levels(&w->arena, BUL_STR("在ئۇيغۇر区"));
    assert_true(w->arena.used_bytes - before <= 64);
}

/* ---- Order ---- */

/* The characters of a text, each a box, as they stand from left to right; the
 * last `blank_count` are the line's end. */
static const char *line_of(world *w, const char *text, size_t blank_count)
{
    bul_str s = bul_str_from(text);
    const uint8_t *levels = bul_bidi_levels(&w->arena, s);
    size_t starts[64], order[64], count = 0;
    uint8_t box_levels[64];
    for (size_t at = 0; at < s.len; bul_utf8_next(s, &at)) {
        box_levels[count] = levels[at];
        starts[count++] = at;
    }
    starts[count] = s.len;
    bul_bidi_order(box_levels, count, blank_count, order);
    bul_text shown = bul_text_in(&w->arena);
    for (size_t i = 0; i < count; i++)
        bul_text_add(&shown,
                     bul_str_sub(s, starts[order[i]], starts[order[i] + 1]));
    return world_cstr(w, bul_text_str(&shown));
}

static void a_chinese_line_stays_as_it_is(void **state)
{
    world *w = *state;
    assert_string_equal(line_of(w, "工会ab12。", 0), "工会ab12。");
    size_t untouched = 7;
    bul_bidi_order(NULL, 0, 0, &untouched);
    assert_int_equal(untouched, 7);
}

static void a_word_is_turned_and_its_number_is_not(void **state)
{
    world *w = *state;
    assert_string_equal(line_of(w, "在אבג区", 0), "在גבא区");
    assert_string_equal(line_of(w, "在אב12גד区", 0), "在דג12בא区");
    assert_string_equal(line_of(w, "אב(גד)会", 0), ")דג(בא会");
}

static void blanks_that_end_a_line_stay_at_its_right(void **state)
{
    world *w = *state;
    /* The paragraph goes on in Hebrew: the blank is level 1 in it. */
    uint8_t levels[] = {1, 1, 1};
    size_t order[3];
    bul_bidi_order(levels, 3, 1, order);
    assert_int_equal(order[0], 1);
    assert_int_equal(order[1], 0);
    assert_int_equal(order[2], 2);
    bul_bidi_order(levels, 3, 0, order);
    assert_int_equal(order[2], 0);
    bul_bidi_order(levels, 3, 9, order);
    assert_int_equal(order[0], 0);
    assert_string_equal(line_of(w, "会אב  ", 2), "会בא  ");
}

/* UAX 9, the example of rule L2: car means CAR. inside a quotation. */
static void nested_levels_are_turned_from_the_inside(void **state)
{
    (void)state;
    static const uint8_t levels[] = {0, 1, 1, 2, 2, 3, 3, 2, 1, 0};
    static const size_t wanted[] = {0, 8, 3, 4, 6, 5, 7, 2, 1, 9};
    size_t order[10];
    bul_bidi_order(levels, 10, 0, order);
    assert_memory_equal(order, wanted, sizeof wanted);
}

/* Digits in Chinese that a control has put on level 2. */
static void an_even_level_without_an_odd_one_turns_nothing(void **state)
{
    (void)state;
    static const uint8_t levels[] = {0, 2, 2, 2, 0};
    size_t order[5];
    bul_bidi_order(levels, 5, 0, order);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(order[i], i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(chinese_needs_no_turning),
        WORLD_TEST(one_letter_or_control_is_enough),
        WORLD_TEST(a_cut_character_is_not_read_beyond_its_end),
        WORLD_TEST(the_scan_agrees_with_the_unicode_table),
        WORLD_TEST(chinese_and_latin_are_level_0),
        WORLD_TEST(uyghur_is_level_1_and_numbers_in_it_level_2),
        WORLD_TEST(brackets_go_with_their_sentence),
        WORLD_TEST(blanks_at_the_end_of_a_paragraph_are_level_0),
        WORLD_TEST(controls_are_obeyed),
        WORLD_TEST(bytes_that_are_no_text_are_survived),
        WORLD_TEST(only_the_levels_stay_in_the_arena),
        WORLD_TEST(a_chinese_line_stays_as_it_is),
        WORLD_TEST(a_word_is_turned_and_its_number_is_not),
        WORLD_TEST(blanks_that_end_a_line_stay_at_its_right),
        WORLD_TEST(nested_levels_are_turned_from_the_inside),
        WORLD_TEST(an_even_level_without_an_odd_one_turns_nothing),
    };
    return cmocka_run_group_tests_name("bidi", tests, NULL, NULL);
}
