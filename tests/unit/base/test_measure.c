/* SPDX-License-Identifier: MIT */
/* test_measure.c - lengths. */
#include <math.h>

#include "base/measure.h"
#include "support/world.h"

static const bul_measure_base body = {.em = 10500, .line = 15000};

typedef struct measure_case {
    const char *text;
    bul_mpt length;
} measure_case;

static void expect_length(const measure_case *wanted)
{
    bul_mpt length = -1;
    if (!bul_measure_read(bul_str_from(wanted->text), body, &length))
        fail_msg("'%s' is refused", wanted->text);
    if (length != wanted->length)
        fail_msg("'%s' is read as %d", wanted->text, (int)length);
}

static void measures_are_read_exactly(void **state)
{
    static const measure_case cases[] = {
        {"9pt", 9000},     {"9", 9000},         {"10.5", 10500},
        {"12.5mm", 35433}, {"25.4mm", 72000},   {"1cm", 28346},
        {"2.54cm", 72000}, {"1.5em", 15750},    {"2字", 21000},
        {"3行", 45000},    {"3 lines", 45000},  {"1 line", 15000},
        {"36Q", 25512},    {"36级", 25512},     {"36q", 25512},
        {"1厘米", 28346},  {"9磅", 9000},       {"12.5毫米", 35433},
        {"0.25mm", 709},   {"1Q", 709},         {"0", 0},
        {"0mm", 0},        {".5pt", 500},       {"5.pt", 5000},
        {"-1字", -10500},  {"+2pt", 2000},      {"-0.0005pt", -1},
        {"0.0004pt", 0},   {"0.0005pt", 1},     {" 9 pt ", 9000},
        {"9PT", 9000},     {"0.123456pt", 123}, {"2147483.647pt", INT32_MAX},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        expect_length(&cases[i]);
    }
}

static void full_width_digits_and_spaces_are_accepted(void **state)
{
    static const measure_case cases[] = {
        {"１２．５ｍｍ", 35433}, {"２字", 21000},    {"　３　行　", 45000},
        {"９ｐｔ", 9000},        {"－１字", -10500}, {"−1字", -10500},
        {"1２.５ｐt", 12500},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        expect_length(&cases[i]);
    }
}

static void size_names_are_the_house_table(void **state)
{
    static const measure_case cases[] = {
        {"初号", 42000}, {"小初", 36000}, {"一号", 26000}, {"小一", 24000},
        {"二号", 22000}, {"小二", 18000}, {"三号", 16000}, {"小三", 15000},
        {"四号", 14000}, {"小四", 12000}, {"五号", 10500}, {"小五", 9000},
        {"六号", 7500},  {"小六", 6500},  {"七号", 5500},  {"八号", 5000},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bul_str name = bul_str_from(cases[i].text);
        bul_mpt length = 0;
        assert_int_equal(bul_measure_size_name(name), cases[i].length);
        assert_true(bul_measure_read(name, (bul_measure_base){0}, &length));
        assert_int_equal(length, cases[i].length);
    }
    assert_int_equal(bul_measure_size_name(BUL_STR("九号")), 0);
    assert_int_equal(bul_measure_size_name(BUL_STR("小七")), 0);
    assert_int_equal(bul_measure_size_name(BUL_STR("")), 0);
}

static void what_is_no_measure_is_refused(void **state)
{
    static const char *const cases[] = {
        "",
        " ",
        "pt",
        "mm",
        "字",
        "-",
        "+",
        ".",
        "-.",
        "1.2.3",
        "9px",
        "9 p t",
        "1e3",
        "0x10",
        "nan",
        "inf",
        "9pt9",
        "9,5pt",
        "--1",
        "+-1",
        "五 号",
        "二字",
        "9mmm",
        "9m",
        "九号",
        "1/2",
        "9pt\t1",
        "\xFF",
        "9\xFF",
        "2147483.648pt",
        "99999999999999999999",
        "80000em字",
        "758cm9",
        "76cm 2",
        "2147484",
        "1000000000000000mm",
        "300000em",
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bul_mpt length = 77;
        if (bul_measure_read(bul_str_from(cases[i]), body, &length))
            fail_msg("'%s' is read as %d", cases[i], (int)length);
        assert_int_equal(length, 77);
    }
    assert_false(bul_measure_read(BUL_STR("9\0pt"), body, &(bul_mpt){0}));
}

static void a_unit_without_a_base_is_refused(void **state)
{
    static const char *const cases[] = {"1em", "2字", "1line", "3行", "0字"};
    const bul_measure_base none = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bul_mpt length;
        assert_false(bul_measure_read(bul_str_from(cases[i]), none, &length));
        assert_true(bul_measure_read(bul_str_from(cases[i]), body, &length));
    }
}

static void points_and_millimetres_round_to_the_nearest(void **state)
{
    (void)state;
    assert_int_equal(bul_mpt_from_pt(10.5), 10500);
    assert_int_equal(bul_mpt_from_pt(0.0005), 1);
    assert_int_equal(bul_mpt_from_pt(0.00049), 0);
    assert_int_equal(bul_mpt_from_pt(-0.0006), -1);
    assert_int_equal(bul_mpt_from_mm(210.0), 595276);
    assert_int_equal(bul_mpt_from_mm(297.0), 841890);
    assert_int_equal(bul_mpt_from_pt(1e300), INT32_MAX);
    assert_int_equal(bul_mpt_from_pt(-1e300), INT32_MIN);
    assert_int_equal(bul_mpt_from_pt((double)NAN), 0);
}

static void scaling_rounds_halves_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(bul_mpt_scale(10500, 3, 2), 15750);
    assert_int_equal(bul_mpt_scale(5, 1, 2), 3);
    assert_int_equal(bul_mpt_scale(-5, 1, 2), -3);
    assert_int_equal(bul_mpt_scale(5, -1, 2), -3);
    assert_int_equal(bul_mpt_scale(5, 1, -2), -3);
    assert_int_equal(bul_mpt_scale(-5, -1, 2), 3);
    assert_int_equal(bul_mpt_scale(4, 1, 3), 1);
    assert_int_equal(bul_mpt_scale(5, 1, 3), 2);
    assert_int_equal(bul_mpt_scale(0, 1, INT64_MIN), 0);
    assert_int_equal(bul_mpt_scale(1, INT64_MAX, INT64_MAX), 1);
    assert_int_equal(bul_mpt_scale(1, INT64_MIN, INT64_MIN), 1);
}

static void scaling_stops_at_the_ends_of_its_range(void **state)
{
    (void)state;
    assert_int_equal(bul_mpt_scale(INT32_MAX, 2, 1), INT32_MAX);
    assert_int_equal(bul_mpt_scale(INT32_MIN, 2, 1), INT32_MIN);
    assert_int_equal(bul_mpt_scale(2, INT64_MAX, 1), INT32_MAX);
    assert_int_equal(bul_mpt_scale(2, INT64_MAX, -1), INT32_MIN);
    assert_int_equal(bul_mpt_scale(-2, INT64_MAX, 1), INT32_MIN);
    assert_int_equal(bul_mpt_scale(1, INT64_MIN, -1), INT32_MAX);
    assert_int_equal(bul_mpt_scale(INT32_MIN, -1, 1), INT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(measures_are_read_exactly),
        WORLD_TEST(full_width_digits_and_spaces_are_accepted),
        WORLD_TEST(size_names_are_the_house_table),
        WORLD_TEST(what_is_no_measure_is_refused),
        WORLD_TEST(a_unit_without_a_base_is_refused),
        WORLD_TEST(points_and_millimetres_round_to_the_nearest),
        WORLD_TEST(scaling_rounds_halves_away_from_zero),
        WORLD_TEST(scaling_stops_at_the_ends_of_its_range),
    };
    return cmocka_run_group_tests_name("measure", tests, NULL, NULL);
}
