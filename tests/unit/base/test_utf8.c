/* SPDX-License-Identifier: MIT */
/* test_utf8.c - decoding, validating and measuring UTF-8. */
#include "base/utf8.h"
#include "support/random.h"
#include "support/world.h"

static void every_code_point_survives_a_round_trip(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char bytes[4];
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        bul_str s = {bytes, bul_utf8_put(bytes, c)};
        size_t forward = 0, backward = s.len;
        assert_int_equal(bul_utf8_next(s, &forward), c);
        assert_int_equal(forward, s.len);
        assert_int_equal(bul_utf8_previous(s, &backward), c);
        assert_int_equal(backward, 0);
        assert_int_equal(bul_utf8_invalid_at(s), s.len);
    }
}

static void what_is_no_character_is_written_as_the_replacement(void **state)
{
    static const uint32_t bad[] = {0xD800, 0xDFFF, 0x110000, UINT32_MAX};
    char bytes[4];
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(bul_utf8_put(bytes, bad[i]), 3);
        assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
    }
}

static const struct malformed {
    const char *what;
    bul_str bytes;
} malformed[] = {
    {"a lone continuation byte", BUL_STR_INIT("\x80")},
    {"the last continuation byte", BUL_STR_INIT("\xBF")},
    {"overlong NUL in two", BUL_STR_INIT("\xC0\x80")},
    {"overlong slash in two", BUL_STR_INIT("\xC0\xAF")},
    {"overlong U+007F in two", BUL_STR_INIT("\xC1\xBF")},
    {"overlong slash in three", BUL_STR_INIT("\xE0\x80\xAF")},
    {"overlong U+07FF in three", BUL_STR_INIT("\xE0\x9F\xBF")},
    {"overlong U+FFFF in four", BUL_STR_INIT("\xF0\x8F\xBF\xBF")},
    {"the first surrogate", BUL_STR_INIT("\xED\xA0\x80")},
    {"the last surrogate", BUL_STR_INIT("\xED\xBF\xBF")},
    {"a surrogate pair", BUL_STR_INIT("\xED\xA0\xBD\xED\xB8\x80")},
    {"U+110000", BUL_STR_INIT("\xF4\x90\x80\x80")},
    {"a lead byte above F4", BUL_STR_INIT("\xF5\x80\x80\x80")},
    {"five bytes", BUL_STR_INIT("\xF8\x88\x80\x80\x80")},
    {"six bytes", BUL_STR_INIT("\xFC\x84\x80\x80\x80\x80")},
    {"FE", BUL_STR_INIT("\xFE")},
    {"FF", BUL_STR_INIT("\xFF")},
    {"two bytes cut to one", BUL_STR_INIT("\xC3")},
    {"three bytes cut to one", BUL_STR_INIT("\xE4")},
    {"three bytes cut to two", BUL_STR_INIT("\xE4\xB8")},
    {"four bytes cut to three", BUL_STR_INIT("\xF0\xA0\xAE")},
    {"a second byte too low", BUL_STR_INIT("\xE4\x38\xAD")},
    {"a third byte too high", BUL_STR_INIT("\xE4\xB8\xED")},
    {"a fourth byte missing", BUL_STR_INIT("\xF0\xA0\xAE\x41")},
};

static void malformed_bytes_become_replacements_one_by_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof malformed / sizeof malformed[0]; i++) {
        bul_str s = malformed[i].bytes;
        size_t at = 0;
        uint32_t first = bul_utf8_next(s, &at);
        if (first != 0xFFFD || at != 1 || bul_utf8_invalid_at(s) != 0)
            fail_msg("%s is taken for U+%04X", malformed[i].what, first);
    }
}

static void reading_back_never_leaves_the_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof malformed / sizeof malformed[0]; i++) {
        bul_str s = malformed[i].bytes;
        for (size_t at = s.len; at > 0;) {
            size_t before = at;
            (void)bul_utf8_previous(s, &at);
            assert_true(at < before);
        }
    }
}

static void a_character_after_a_malformed_byte_is_read(void **state)
{
    bul_str s = BUL_STR("\xE4\xB8\xE4\xB8\xAD"); /* 中, cut short, then whole */
    size_t at = 0, back = s.len;
    (void)state;
    assert_int_equal(bul_utf8_next(s, &at), 0xFFFD);
    assert_int_equal(bul_utf8_next(s, &at), 0xFFFD);
    assert_int_equal(bul_utf8_next(s, &at), 0x4E2D);
    assert_int_equal(at, s.len);
    assert_int_equal(bul_utf8_previous(s, &back), 0x4E2D);
    assert_int_equal(bul_utf8_previous(s, &back), 0xFFFD);
    assert_int_equal(back, 1);
}

static void a_stray_byte_is_not_taken_into_the_character_before(void **state)
{
    bul_str s = BUL_STR("a\x80");
    size_t at = s.len;
    (void)state;
    assert_int_equal(bul_utf8_previous(s, &at), 0xFFFD);
    assert_int_equal(at, 1);
    assert_int_equal(bul_utf8_previous(s, &at), 'a');
    assert_int_equal(at, 0);
}

static void the_first_bad_byte_is_told(void **state)
{
    (void)state;
    assert_int_equal(bul_utf8_invalid_at(BUL_STR("工会\xFF")), 6);
    assert_int_equal(bul_utf8_invalid_at(BUL_STR("工会")), 6);
    assert_int_equal(bul_utf8_invalid_at((bul_str){0}), 0);
    assert_int_equal(bul_utf8_invalid_at(BUL_STR("a\0b")), 3);
}

static void characters_are_counted_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(bul_utf8_count(BUL_STR("a工\U00020BB7é")), 4);
    assert_int_equal(bul_utf8_count((bul_str){0}), 0);
}

static void widths_are_those_of_a_terminal(void **state)
{
    static const struct {
        uint32_t code_point;
        int width;
    } cases[] = {
        {'a', 1},     {' ', 1},      {0xE9, 1},   {0x5DE5, 2}, /* 工 */
        {0x3002, 2},  {0x3000, 2},   {0xFF0C, 2}, {0xFF21, 2}, /* Ａ */
        {0xFF71, 1},  {0x2026, 1},   {0x201C, 1}, {0x0301, 0}, /* acute */
        {0x200B, 0},  {0xFEFF, 0},   {0x1B, 0},   {0x7F, 0},    {0x85, 0},
        {0xAD, 1},    {0x3042, 2},   {0xAC00, 2}, {0x20BB7, 2}, {0x2EBF0, 2},
        {0x31350, 2}, {0x1F600, 2},  {0x20DD, 0}, {0xFE0F, 0},  {0xE0100, 0},
        {0xFFFD, 1},  {0x10FFFF, 1}, {0x1160, 0}, {0x1100, 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int width = bul_utf8_width(cases[i].code_point);
        if (width != cases[i].width)
            fail_msg("U+%04X is %d wide", cases[i].code_point, width);
    }
    assert_int_equal(bul_utf8_display_width(BUL_STR("工会 News，")), 11);
}

static void hanzi_of_every_extension_are_han(void **state)
{
    static const uint32_t han[] = {0x3005,  0x3007,  0x3400,  0x4DBF,  0x4E00,
                                   0x9FFF,  0xFA0E,  0x20000, 0x2A6DF, 0x2B740,
                                   0x2CEB0, 0x2EBF0, 0x30000, 0x323AF};
    static const uint32_t other[] = {'a',    0x3002, 0x3042, 0x3001,
                                     0xFF0C, 0xAC00, 0x3008, 0x323B0};
    (void)state;
    for (size_t i = 0; i < sizeof han / sizeof han[0]; i++) {
        assert_true(bul_utf8_is_han(han[i]));
        assert_true(bul_utf8_is_cjk(han[i]));
    }
    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
        assert_false(bul_utf8_is_han(other[i]));
}

static void punctuation_and_kana_are_cjk_but_shared_quotes_are_not(void **state)
{
    static const uint32_t cjk[] = {0x3002, 0x3001, 0xFF0C, 0x300A, 0x3042,
                                   0x30A2, 0xFF21, 0x3105, 0x3000, 0x2F00};
    static const uint32_t other[] = {'a',    '.',    0x201C, 0x2014,
                                     0x2026, 0xAC00, 0xE9,   0x1F600};
    (void)state;
    for (size_t i = 0; i < sizeof cjk / sizeof cjk[0]; i++)
        assert_true(bul_utf8_is_cjk(cjk[i]));
    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
        assert_false(bul_utf8_is_cjk(other[i]));
}

static void backward_reads_what_forward_read(world *w, dice *d)
{
    uint32_t seen[128];
    bul_str text = dice_text(d, &w->arena, dice_below(d, 128));
    size_t count = 0, at = 0;
    while (at < text.len)
        seen[count++] = bul_utf8_next(text, &at);
    assert_int_equal(count, bul_utf8_count(text));
    while (at > 0)
        assert_int_equal(bul_utf8_previous(text, &at), seen[--count]);
    assert_int_equal(count, 0);
}

static void text_reads_the_same_in_both_directions(void **state)
{
    dice_check(backward_reads_what_forward_read, *state, 300);
}

static void any_bytes_come_to_an_end(world *w, dice *d)
{
    char bytes[64];
    size_t steps = 0, at = 0;
    (void)w;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(unsigned char)dice_below(d, 256);
    bul_str s = {bytes, dice_below(d, sizeof bytes + 1)};
    for (; at < s.len; steps++)
        (void)bul_utf8_next(s, &at);
    assert_int_equal(at, s.len);
    assert_int_equal(steps, bul_utf8_count(s));
    assert_true(bul_utf8_invalid_at(s) <= s.len);
}

static void hostile_bytes_are_read_to_their_end(void **state)
{
    dice_check(any_bytes_come_to_an_end, *state, 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_code_point_survives_a_round_trip),
        WORLD_TEST(what_is_no_character_is_written_as_the_replacement),
        WORLD_TEST(malformed_bytes_become_replacements_one_by_one),
        WORLD_TEST(reading_back_never_leaves_the_text),
        WORLD_TEST(a_character_after_a_malformed_byte_is_read),
        WORLD_TEST(a_stray_byte_is_not_taken_into_the_character_before),
        WORLD_TEST(the_first_bad_byte_is_told),
        WORLD_TEST(characters_are_counted_not_bytes),
        WORLD_TEST(widths_are_those_of_a_terminal),
        WORLD_TEST(hanzi_of_every_extension_are_han),
        WORLD_TEST(punctuation_and_kana_are_cjk_but_shared_quotes_are_not),
        WORLD_TEST(text_reads_the_same_in_both_directions),
        WORLD_TEST(hostile_bytes_are_read_to_their_end),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
