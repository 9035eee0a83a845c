/* SPDX-License-Identifier: MIT */
/* test_language.c - names of languages, and the tags that readers know. */
#include "base/language.h"
#include "support/world.h"

static const char *tag_of(world *w, const char *word)
{
    bul_str tag = BUL_STR("none");
    bul_language_find(bul_str_from(word), &tag);
    return world_cstr(w, tag);
}

static void languages_have_tags_and_names(void **state)
{
    static const char *const cases[][2] = {
        {"en", "en"},       {"EN", "en"},          {"en-GB", "en"},
        {"en_us", "en"},    {"英文", "en"},        {"英语", "en"},
        {"维吾尔文", "ug"}, {"藏语", "bo"},        {"简体", "zh-Hans"},
        {"日文", "ja"},     {"台湾", "zh-Hant-TW"}};
    world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(tag_of(w, cases[i][0]), cases[i][1]);
}

static void what_is_none_is_not_found(void **state)
{
    static const char *const words[] = {"",      "e",          "eng", "en-",
                                        "en+GB", "en-Latn-GB", "英",  "火星文"};
    world *w = *state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        assert_string_equal(tag_of(w, words[i]), "none");
}

static void every_name_that_is_offered_is_known(void **state)
{
    world *w = *state;
    size_t count = 0;
    for (bul_str name; (name = bul_language_name(count)).len > 0; count++)
        assert_string_not_equal(tag_of(w, world_cstr(w, name)), "none");
    assert_true(count > 12);
    assert_int_equal(bul_language_name(count + 1000).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(languages_have_tags_and_names),
        WORLD_TEST(what_is_none_is_not_found),
        WORLD_TEST(every_name_that_is_offered_is_known),
    };
    return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}
