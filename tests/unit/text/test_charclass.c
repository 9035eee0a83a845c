/* SPDX-License-Identifier: MIT */
#include "support/world.h"
#include "text/charclass.h"

static void assert_class(bul_class wanted, const uint32_t *code_points)
{
    for (; *code_points; code_points++)
        assert_int_equal(bul_class_of(*code_points), wanted);
}

#define CLASS(wanted, ...)                                                     \
    assert_class(wanted, (const uint32_t[]){__VA_ARGS__, 0})

static void marks_have_the_classes_of_clreq(void **state)
{
    (void)state;
    CLASS(BUL_CLASS_OPEN, 0x201C, 0x2018, 0xFF08, 0x3014, 0x300A, 0x3008,
          0x300C, 0x300E, 0x3010, 0x3016, 0xFF3B, 0xFF5B);
    CLASS(BUL_CLASS_CLOSE, 0x201D, 0x2019, 0xFF09, 0x3015, 0x300B, 0x3009,
          0x300D, 0x300F, 0x3011, 0x3017, 0xFF3D, 0xFF5D);
    CLASS(BUL_CLASS_PAUSE, 0xFF0C, 0x3001);
    CLASS(BUL_CLASS_SEMICOLON, 0xFF1B);
    CLASS(BUL_CLASS_COLON, 0xFF1A);
    CLASS(BUL_CLASS_STOP, 0x3002, 0xFF0E);
    CLASS(BUL_CLASS_EXCLAIM, 0xFF01, 0xFF1F, 0x203C, 0x2048);
    CLASS(BUL_CLASS_MIDDOT, 0xB7, 0x2027, 0x30FB);
    CLASS(BUL_CLASS_CONNECTOR, 0x2013, 0xFF5E, 0x301C);
    CLASS(BUL_CLASS_SOLIDUS, 0xFF0F);
    CLASS(BUL_CLASS_DASH, 0x2014, 0x2E3A);
    CLASS(BUL_CLASS_ELLIPSIS, 0x2026, 0x22EF);
}

static void hanzi_of_every_plane_are_han(void **state)
{
    (void)state;
    CLASS(BUL_CLASS_HAN, 0x4E00, 0x9FFF, 0x3400, 0x3005, 0x3007, 0x20164,
          0x2A6D6, 0x30000, 0x3042);
}

static void signs_of_numbers_lean_on_them(void **state)
{
    (void)state;
    CLASS(BUL_CLASS_PREFIX, '$', '#', '+', 0xA5, 0xA3, 0x20AC, 0x2116, 0xB1,
          0xFFE5, 0xFF04, 0x2212);
    CLASS(BUL_CLASS_POSTFIX, '%', 0xB0, 0x2030, 0x2103, 0x2032, 0xFF05);
    CLASS(BUL_CLASS_DIGIT, '0', '9');
    CLASS(BUL_CLASS_WIDE_DIGIT, 0xFF10, 0xFF19);
}

static void letters_of_alphabets_are_latin(void **state)
{
    (void)state;
    CLASS(BUL_CLASS_LATIN, 'a', 'Z', 0xE9, 0x3B1, 0x416, '@', '_', '~');
    CLASS(BUL_CLASS_SYMBOL, 0xFF21, 0xFF5A, 0x25CF, 0x2192, 0x2460, 0x2022);
}

static void variation_selectors_belong_to_the_character_before(void **state)
{
    (void)state;
    CLASS(BUL_CLASS_COMBINING, 0x301, 0xFE00, 0xFE0F, 0xE0100, 0xE01EF);
}

static void the_blank_of_a_mark_follows_its_class(void **state)
{
    (void)state;
    static const bul_rules rules = {.locale = BUL_LOCALE_ZH_HANS};
    assert_int_equal(bul_class_blank(BUL_CLASS_OPEN, &rules), BUL_BLANK_BEFORE);
    static const bul_class closing[] = {BUL_CLASS_CLOSE,     BUL_CLASS_PAUSE,
                                        BUL_CLASS_SEMICOLON, BUL_CLASS_COLON,
                                        BUL_CLASS_STOP,      BUL_CLASS_EXCLAIM};
    for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++) {
        assert_true(bul_class_closes(closing[i]));
        assert_int_equal(bul_class_blank(closing[i], &rules), BUL_BLANK_AFTER);
    }
    assert_int_equal(bul_class_blank(BUL_CLASS_MIDDOT, &rules), BUL_BLANK_NONE);
    assert_int_equal(bul_class_blank(BUL_CLASS_HAN, &rules), BUL_BLANK_NONE);
    assert_false(bul_class_closes(BUL_CLASS_MIDDOT));
    assert_false(bul_class_closes(BUL_CLASS_OPEN));
}

static void marks_stand_in_the_middle_in_taiwan_and_hong_kong(void **state)
{
    (void)state;
    static const bul_locale places[] = {BUL_LOCALE_ZH_TW, BUL_LOCALE_ZH_HK};
    for (size_t i = 0; i < 2; i++) {
        bul_rules rules = {.locale = places[i]};
        assert_int_equal(bul_class_blank(BUL_CLASS_PAUSE, &rules),
                         BUL_BLANK_BOTH);
        assert_int_equal(bul_class_blank(BUL_CLASS_STOP, &rules),
                         BUL_BLANK_BOTH);
        assert_int_equal(bul_class_blank(BUL_CLASS_EXCLAIM, &rules),
                         BUL_BLANK_NONE);
        assert_int_equal(bul_class_blank(BUL_CLASS_CLOSE, &rules),
                         BUL_BLANK_AFTER);
    }
}

static void japanese_centres_colons_but_not_commas(void **state)
{
    (void)state;
    bul_rules rules = {.locale = BUL_LOCALE_JA};
    assert_int_equal(bul_class_blank(BUL_CLASS_COLON, &rules), BUL_BLANK_BOTH);
    assert_int_equal(bul_class_blank(BUL_CLASS_PAUSE, &rules), BUL_BLANK_AFTER);
}

static void colons_and_exclamations_are_rigid_in_vertical_lines(void **state)
{
    (void)state;
    bul_rules rules = {.is_vertical = true};
    assert_int_equal(bul_class_blank(BUL_CLASS_COLON, &rules), BUL_BLANK_NONE);
    assert_int_equal(bul_class_blank(BUL_CLASS_SEMICOLON, &rules),
                     BUL_BLANK_NONE);
    assert_int_equal(bul_class_blank(BUL_CLASS_EXCLAIM, &rules),
                     BUL_BLANK_NONE);
    assert_int_equal(bul_class_blank(BUL_CLASS_PAUSE, &rules), BUL_BLANK_AFTER);
}

static void any_code_point_has_a_class(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 0x110000; c += 7)
        assert_in_range(bul_class_of(c), BUL_CLASS_HAN, BUL_CLASS_COMBINING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(marks_have_the_classes_of_clreq),
        WORLD_TEST(hanzi_of_every_plane_are_han),
        WORLD_TEST(signs_of_numbers_lean_on_them),
        WORLD_TEST(letters_of_alphabets_are_latin),
        WORLD_TEST(variation_selectors_belong_to_the_character_before),
        WORLD_TEST(the_blank_of_a_mark_follows_its_class),
        WORLD_TEST(marks_stand_in_the_middle_in_taiwan_and_hong_kong),
        WORLD_TEST(japanese_centres_colons_but_not_commas),
        WORLD_TEST(colons_and_exclamations_are_rigid_in_vertical_lines),
        WORLD_TEST(any_code_point_has_a_class),
    };
    return cmocka_run_group_tests_name("charclass", tests, NULL, NULL);
}
