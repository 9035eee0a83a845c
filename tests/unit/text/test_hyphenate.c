/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "support/world.h"
#include "text/hyphenate.h"

static bul_hyphenator *english(world *w)
{
    return bul_hyphenator_open(&w->arena, bul_world_real(), &w->diag,
                               BUL_STR(BUL_HYPHEN_ENGLISH));
}

/* A dictionary of a few patterns, without a disk. */
static bul_hyphenator *small(world *w, const char *dictionary)
{
    world_put(w, "dic/a.dic", dictionary);
    return bul_hyphenator_open(&w->arena, &w->files, &w->diag,
                               BUL_STR("dic/a.dic"));
}

/* The word with its hyphens. */
static const char *parted(world *w, bul_hyphenator *h, const char *text)
{
    bul_str word = bul_str_from(text);
    uint8_t points[1024];
    assert_true(word.len < sizeof points);
    memset(points, 0xAA, sizeof points);
    size_t count = bul_hyphenate(h, word, points);
    bul_text shown = bul_text_in(&w->arena);
    size_t seen = 0;
    for (size_t i = 0; i < word.len; i++) {
        assert_true(points[i] <= 1);
        seen += points[i];
        if (points[i])
            bul_text_add(&shown, BUL_STR("-"));
        bul_text_add(&shown, bul_str_sub(word, i, i + 1));
    }
    assert_int_equal(count, seen);
    assert_int_equal(points[word.len], 0xAA);
    return world_cstr(w, bul_text_str(&shown));
}

/* ---- English ---- */

static void english_words_are_divided_as_tex_does(void **state)
{
    world *w = *state;
    bul_hyphenator *h = english(w);
    assert_string_equal(parted(w, h, "international"), "in-ter-na-tional");
    assert_string_equal(parted(w, h, "organization"), "or-ga-ni-za-tion");
    assert_string_equal(parted(w, h, "typography"), "ty-pog-ra-phy");
    assert_string_equal(parted(w, h, "Unicode"), "Uni-code");
    assert_string_equal(world_last(w), "");
}

static void two_letters_stay_and_three_go_on(void **state)
{
    world *w = *state;
    bul_hyphenator *h = small(w, "UTF-8\na1\n");
    assert_string_equal(parted(w, h, "aaaaaaa"), "aa-a-a-aaa");
    assert_string_equal(parted(w, h, "aaaaa"), "aa-aaa");
    assert_string_equal(parted(w, h, "aaaa"), "aaaa");
}

static void capitals_do_not_hide_a_word_from_the_dictionary(void **state)
{
    world *w = *state;
    bul_hyphenator *h = english(w);
    assert_string_equal(parted(w, h, "INTERNATIONAL"), "IN-TER-NA-TIONAL");
    assert_string_equal(parted(w, h, "International"), "In-ter-na-tional");
}

static void a_name_of_several_capitals_is_parted_before_one(void **state)
{
    world *w = *state;
    bul_hyphenator *h = english(w);
    assert_string_equal(parted(w, h, "OpenType"), "Open-Type");
    assert_string_equal(parted(w, h, "LibreOffice"), "Libre-Office");
    assert_string_equal(parted(w, h, "WeChat"), "We-Chat");
    assert_string_equal(parted(w, h, "iPhone"), "iPhone");
    assert_string_equal(parted(w, h, "HarmonyOS"), "HarmonyOS");
    assert_string_equal(parted(w, h, "XMLHttp"), "XMLHttp");
}

static void abbreviations_stay_whole(void **state)
{
    world *w = *state;
    bul_hyphenator *h = english(w);
    assert_string_equal(parted(w, h, "ACFTU"), "ACFTU");
    assert_string_equal(parted(w, h, "UNESCO"), "UNESCO");
    assert_string_equal(parted(w, h, "unesco"), "un-esco");
}

static void marks_around_a_word_are_allowed_for(void **state)
{
    world *w = *state;
    bul_hyphenator *h = english(w);
    assert_string_equal(parted(w, h, "(“organization”),"),
                        "(“or-ga-ni-za-tion”),");
    assert_string_equal(parted(w, h, "organization’s"), "or-ga-ni-za-tion’s");
    assert_string_equal(parted(w, h, "representatives'"),
                        "rep-re-sen-ta-tives'");
}

static void what_is_no_plain_word_stays_whole(void **state)
{
    world *w = *state;
    bul_hyphenator *h = english(w);
    static const char *const whole[] = {"",
                                        "HTML",
                                        "trade-union",
                                        "organization2",
                                        "2organization",
                                        "naïveté",
                                        "organizationé",
                                        "example.com/organization",
                                        "organization@",
                                        "#organization",
                                        "工会organization",
                                        "organization·union",
                                        "organization’union",
                                        "«»",
                                        "\xFForganization",
                                        "organization\xE2\x80"};
    for (size_t i = 0; i < sizeof whole / sizeof whole[0]; i++)
        assert_string_equal(parted(w, h, whole[i]), whole[i]);
}

static void very_long_words_stay_whole(void **state)
{
    world *w = *state;
    bul_hyphenator *h = small(w, "UTF-8\na1\n");
    char word[501] = {0};
    memset(word, 'a', 64);
    assert_int_equal(strlen(parted(w, h, word)), 64 + 60);
    memset(word, 'a', 65);
    assert_string_equal(parted(w, h, word), word);
    memset(word, 'a', 500);
    assert_string_equal(parted(w, h, word), word);
}

/* ---- The dictionary ---- */

static void nothing_is_read_before_a_word_wants_it(void **state)
{
    world *w = *state;
    bul_hyphenator *h = bul_hyphenator_open(&w->arena, &w->files, &w->diag,
                                            BUL_STR("none.dic"));
    assert_string_equal(parted(w, h, "HTML"), "HTML");
    assert_string_equal(parted(w, h, "OpenType"), "Open-Type");
    assert_string_equal(world_last(w), "");
    assert_string_equal(parted(w, h, "organization"), "organization");
    assert_string_equal(
        world_last(w),
        "warning: cannot read the hyphenation dictionary 'none.dic'; Latin "
        "words are not divided [text/no-hyphens]");
    world_put(w, "none.dic", "UTF-8\na1\n"); /* too late */
    assert_string_equal(parted(w, h, "international"), "international");
    assert_int_equal(w->diag.warning_count, 1);
}

static void a_dictionary_that_is_none_is_refused(void **state)
{
    static const char *const bad[] = {
        "",
        "UTF-8\n",
        "UTF-8\n% only a comment\n",
        "a1\n",
        "UTF-8\na1/b=c,1,2\n",
        "UTF-8\na1\nNEXTLEVEL\nb1\n",
        "UTF-8\nNOHYPHEN a\na1\n",
        "UTF-8\n"
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1\n",
        "\177ELF\n\1\2"};
    world *w = *state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        bul_memory_file file = {"d", bul_str_from(bad[i])};
        bul_memory_world memory = {&file, 1};
        bul_world files = bul_world_from_memory(&memory);
        bul_diag diag;
        bul_diag_init(&diag, &w->arena);
        bul_hyphenator *h =
            bul_hyphenator_open(&w->arena, &files, &diag, BUL_STR("d"));
        assert_string_equal(parted(w, h, "aaaaaaa"), "aaaaaaa");
        assert_int_equal(diag.warning_count, 1);
    }
}

static void a_dictionary_without_a_last_line_end_is_read(void **state)
{
    world *w = *state;
    assert_string_equal(parted(w, small(w, "ISO8859-1\nb1c"), "abcde"),
                        "ab-cde");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(english_words_are_divided_as_tex_does),
        WORLD_TEST(two_letters_stay_and_three_go_on),
        WORLD_TEST(capitals_do_not_hide_a_word_from_the_dictionary),
        WORLD_TEST(a_name_of_several_capitals_is_parted_before_one),
        WORLD_TEST(abbreviations_stay_whole),
        WORLD_TEST(marks_around_a_word_are_allowed_for),
        WORLD_TEST(what_is_no_plain_word_stays_whole),
        WORLD_TEST(very_long_words_stay_whole),
        WORLD_TEST(nothing_is_read_before_a_word_wants_it),
        WORLD_TEST(a_dictionary_that_is_none_is_refused),
        WORLD_TEST(a_dictionary_without_a_last_line_end_is_read),
    };
    return cmocka_run_group_tests_name("hyphenate", tests, NULL, NULL);
}
