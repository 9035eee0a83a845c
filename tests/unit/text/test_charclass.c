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
    CLASS(BUL_CLASS_PAUSE, 0xFF0C, 0x3001, 0xFF1B);
    CLASS(BUL_CLASS_COLON, 0xFF1A);
    CLASS(BUL_CLASS_STOP, 0x3002, 0xFF01, 0xFF1F, 0xFF0E);
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
          0x2A6D6, 0x30000, 0x3042, 0xFF21);
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
    CLASS(BUL_CLASS_SYMBOL, 0x25CF, 0x2192, 0x2460, 0x2022);
}

static void variation_selectors_belong_to_the_character_before(void **state)
{
    (void)state;
    CLASS(BUL_CLASS_COMBINING, 0x301, 0xFE00, 0xFE0F, 0xE0100, 0xE01EF);
}

/* Every class the table can name, with an example: level GB of clreq. */
static void line_edges_follow_the_gb_level(void **state)
{
    (void)state;
    static const struct {
        uint32_t code_point;
        bool may_start, may_end;
    } edges[] = {
        {0x4E00, true, true},  {0x201C, true, false}, {0x201D, false, true},
        {0xFF08, true, false}, {0xFF09, false, true}, {0xFF0C, false, true},
        {0xFF1A, false, true}, {0x3002, false, true}, {0xB7, false, true},
        {0x2013, false, true}, {0xFF5E, false, true}, {0xFF0F, false, false},
        {0x2014, true, true},  {0x2026, true, true},  {'%', false, true},
        {0xA5, true, false},   {'(', true, false},    {')', false, true},
        {',', false, true},    {'-', false, true},    {'/', false, true},
        {'a', true, true},     {'5', true, true},     {0x25CF, true, true},
        {0xA0, false, false},  {0x301, false, true},
    };
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
        bul_class c = bul_class_of(edges[i].code_point);
        assert_int_equal(bul_class_may_start_line(c), edges[i].may_start);
        assert_int_equal(bul_class_may_end_line(c), edges[i].may_end);
    }
}

static void
opening_marks_are_blank_at_the_left_others_at_the_right(void **state)
{
    (void)state;
    assert_true(bul_class_blank_left(BUL_CLASS_OPEN));
    assert_false(bul_class_blank_right(BUL_CLASS_OPEN));
    assert_true(bul_class_blank_right(BUL_CLASS_CLOSE));
    assert_true(bul_class_blank_right(BUL_CLASS_STOP));
    assert_true(bul_class_blank_right(BUL_CLASS_COLON));
    assert_false(bul_class_blank_right(BUL_CLASS_MIDDOT));
    assert_false(bul_class_blank_left(BUL_CLASS_HAN));
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
        WORLD_TEST(line_edges_follow_the_gb_level),
        WORLD_TEST(opening_marks_are_blank_at_the_left_others_at_the_right),
        WORLD_TEST(any_code_point_has_a_class),
    };
    return cmocka_run_group_tests_name("charclass", tests, NULL, NULL);
}
