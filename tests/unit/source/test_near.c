/* SPDX-License-Identifier: MIT */
#include "source/near.h"
#include "support/world.h"

static bool is_near(const char *word, const char *candidate)
{
    bul_near near = {.word = bul_str_from(word)};
    bul_near_offer(&near, bul_str_from(candidate));
    return near.best.len > 0;
}

static void one_wrong_hanzi_is_near(void **state)
{
    (void)state;
    assert_true(is_near("作著", "作者"));
    assert_true(is_near("标体", "标题"));
    assert_true(is_near("总期", "总期号"));
}

static void swaps_and_case_count_little(void **state)
{
    (void)state;
    assert_true(is_near("titel", "title"));
    assert_true(is_near("Title", "title"));
    assert_true(is_near("站台 .jpg", "站台.jpg"));
}

static void
a_longer_chinese_word_is_near_what_it_begins_or_ends_with(void **state)
{
    (void)state;
    assert_true(is_near("主办单位", "主办"));
    assert_true(is_near("出版日期", "日期"));
    assert_false(is_near("出版日期", "版日"));
    assert_false(is_near("第一报送", "送"));
    assert_false(is_near("summary", "summ"));
    bul_near near = {.word = BUL_STR("责任编缉")};
    bul_near_offer(&near, BUL_STR("责任"));
    bul_near_offer(&near, BUL_STR("责任编辑"));
    assert_true(bul_str_equal(near.best, BUL_STR("责任编辑")));
}

static void other_words_are_not_near(void **state)
{
    (void)state;
    assert_false(is_near("报", "送"));
    assert_false(is_near("颜色", "标题"));
    assert_false(is_near("summary", "section"));
    assert_false(is_near("", "标题"));
}

static void the_nearest_wins_and_the_first_of_equals(void **state)
{
    (void)state;
    bul_near near = {.word = BUL_STR("subtitl")};
    bul_near_offer(&near, BUL_STR("sutitle"));
    bul_near_offer(&near, BUL_STR("subtitle"));
    bul_near_offer(&near, BUL_STR("subtitla"));
    assert_true(bul_str_equal(near.best, BUL_STR("subtitle")));
}

static void very_long_words_are_not_compared(void **state)
{
    (void)state;
    char longest[200];
    memset(longest, 'a', sizeof longest);
    longest[199] = '\0';
    assert_false(is_near(longest, longest));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_wrong_hanzi_is_near),
        cmocka_unit_test(swaps_and_case_count_little),
        cmocka_unit_test(
            a_longer_chinese_word_is_near_what_it_begins_or_ends_with),
        cmocka_unit_test(other_words_are_not_near),
        cmocka_unit_test(the_nearest_wins_and_the_first_of_equals),
        cmocka_unit_test(very_long_words_are_not_compared),
    };
    return cmocka_run_group_tests_name("near", tests, NULL, NULL);
}
