/* SPDX-License-Identifier: MIT */
#include "source/value.h"
#include "support/world.h"

#define NONE INT64_C(-999)

static int64_t int_of(const char *text)
{
    int64_t number;
    return bul_value_int(bul_str_from(text), &number) ? number : NONE;
}

static int64_t han_of(const char *text)
{
    int64_t number;
    return bul_value_han_int(bul_str_from(text), &number) ? number : NONE;
}

/* The date, negative if there is no such day, NONE if it is none. */
static int64_t date_of(const char *text)
{
    int64_t date = 0;
    bul_date_result result = bul_value_date(bul_str_from(text), &date);
    return result == BUL_DATE_OK           ? date
           : result == BUL_DATE_IMPOSSIBLE ? -date
                                           : NONE;
}

static void numbers_may_carry_their_measure_word(void **state)
{
    (void)state;
    assert_int_equal(int_of("08"), 8);
    assert_int_equal(int_of("120份"), 120);
    assert_int_equal(int_of("第46期"), 46);
    assert_int_equal(int_of(" 第 46 期 "), 46);
    assert_int_equal(int_of("１２份"), 12);
    assert_int_equal(int_of("1,200"), 1200);
    assert_int_equal(int_of("12,345,678"), 12345678);
    assert_int_equal(int_of("-3"), -3);
}

static void what_is_no_number_is_refused(void **state)
{
    static const char *const texts[] = {
        "",         "第四十六", "3万",  "12abc",
        "1,20",     "1.5",      "三份", "--1",
        "12个月内", "第",       "1 2",  "123456789012345678901234567890"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_int_equal(int_of(texts[i]), NONE);
}

static void hanzi_numerals_are_understood_for_hints(void **state)
{
    (void)state;
    assert_int_equal(han_of("四十六"), 46);
    assert_int_equal(han_of("第四十六期"), 46);
    assert_int_equal(han_of("十"), 10);
    assert_int_equal(han_of("二十"), 20);
    assert_int_equal(han_of("一百零五"), 105);
    assert_int_equal(han_of("三千二百一十"), 3210);
    assert_int_equal(han_of("青禾"), NONE);
    assert_int_equal(han_of(""), NONE);
}

static void yes_and_no_come_in_two_languages(void **state)
{
    bool truth = false;
    (void)state;
    assert_true(bul_value_bool(BUL_STR("是"), &truth) && truth);
    assert_true(bul_value_bool(BUL_STR("yes"), &truth) && truth);
    assert_true(bul_value_bool(BUL_STR("否"), &truth) && !truth);
    assert_true(bul_value_bool(BUL_STR("false"), &truth) && !truth);
    assert_false(bul_value_bool(BUL_STR("也许"), &truth));
    assert_false(bul_value_bool(BUL_STR(""), &truth));
}

static void dates_are_read_in_every_usual_form(void **state)
{
    (void)state;
    assert_int_equal(date_of("2026-11-20"), 20261120);
    assert_int_equal(date_of("2026/1/2"), 20260102);
    assert_int_equal(date_of("2026.11.20"), 20261120);
    assert_int_equal(date_of("2026年11月20日"), 20261120);
    assert_int_equal(date_of("2026年11月20"), 20261120);
    assert_int_equal(date_of("２０２６年３月５日"), 20260305);
    assert_int_equal(date_of(" 2026 年 3 月 5 日 "), 20260305);
}

static void days_the_calendar_lacks_are_told_apart(void **state)
{
    (void)state;
    assert_int_equal(date_of("2026-11-31"), -20261131);
    assert_int_equal(date_of("2026-02-29"), -20260229);
    assert_int_equal(date_of("2024-02-29"), 20240229);
    assert_int_equal(date_of("1900-02-29"), -19000229);
    assert_int_equal(date_of("2026-13-01"), -20261301);
    assert_int_equal(date_of("2026-00-10"), -20260010);
}

static void what_is_no_date_is_refused(void **state)
{
    static const char *const texts[] = {
        "",         "昨天",       "2026-11",          "11-20",
        "20261120", "2026-11/20", "2026-11-20 19:49", "0026-1-1"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_int_equal(date_of(texts[i]), NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_may_carry_their_measure_word),
        cmocka_unit_test(what_is_no_number_is_refused),
        cmocka_unit_test(hanzi_numerals_are_understood_for_hints),
        cmocka_unit_test(yes_and_no_come_in_two_languages),
        cmocka_unit_test(dates_are_read_in_every_usual_form),
        cmocka_unit_test(days_the_calendar_lacks_are_told_apart),
        cmocka_unit_test(what_is_no_date_is_refused),
    };
    return cmocka_run_group_tests_name("value", tests, NULL, NULL);
}
