/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "support/random.h"
#include "support/world.h"
#include "text/segment.h"

/* The words with a slash between them. */
static const char *cut_with(world *w, const char *text, const char *vocabulary)
{
    bul_str s = bul_str_from(text);
    bul_words words = bul_segment(&w->arena, s, bul_str_from(vocabulary));
    bul_text shown = bul_text_in(&w->arena);
    for (size_t i = 0; i < words.count; i++) {
        if (i > 0)
            bul_text_add(&shown, BUL_STR("/"));
        bul_text_add(&shown,
                     bul_str_sub(s, words.items[i].start, words.items[i].end));
    }
    return bul_cstr(&w->arena, bul_text_str(&shown));
}

static const char *cut(world *w, const char *text)
{
    return cut_with(w, text, "");
}

static void the_likeliest_words_are_taken(void **state)
{
    world *w = *state;
    assert_string_equal(cut(w, "市总工会召开集体协商推进会"),
                        "市总工会/召开/集体协商/推进会");
    assert_string_equal(cut(w, "职工会员"), "职工/会员");
    assert_string_equal(cut(w, ""), "");
}

static void numbers_keep_their_measure_words(void **state)
{
    world *w = *state;
    assert_string_equal(cut(w, "八百名骑手"), "八百名/骑手");
    assert_string_equal(cut(w, "新增一百二十人次"), "新增/一百二十人次");
    assert_string_equal(cut(w, "2026年职工"), "2026年/职工");
    assert_string_equal(cut(w, "百分之十八到账"), "百分之十八/到账");
    assert_string_equal(cut(w, "第十二届职代会"), "第十二届/职代会");
    assert_string_equal(cut(w, "三方协商"), "三方/协商");
}

static void names_of_people_stay_whole(void **state)
{
    world *w = *state;
    assert_string_equal(cut(w, "检修工陈大勇获评"), "检修工/陈大勇/获评");
    assert_string_equal(cut(w, "林秀英和徒弟"), "林秀英/和/徒弟");
    /* A surname that opens a word is none. */
    assert_string_equal(cut(w, "马上上线"), "马上/上线");
}

static void latin_and_marks_are_words_of_their_own(void **state)
{
    world *w = *state;
    assert_string_equal(cut(w, "“五一”用APP派单"), "“/五一/”/用/APP/派单");
    assert_string_equal(cut(w, "5G+工业互联网 上线"), "5G+/工业互联网/ /上线");
}

static void singles_that_are_left_are_put_together(void **state)
{
    world *w = *state;
    assert_string_equal(cut(w, "缩短到三天"), "缩短到/三天");
    assert_string_equal(cut(w, "赔偿案开庭"), "赔偿案/开庭");
    assert_string_equal(cut(w, "老焊工教徒弟"), "老焊工/教/徒弟");
    assert_string_equal(cut(w, "工资照发"), "工资/照发");
}

static void a_line_of_the_vocabulary_is_a_word(void **state)
{
    world *w = *state;
    assert_string_equal(cut_with(w, "甬旎城岭职工", "云岭\n甬旎城岭\n"),
                        "甬旎城岭/职工");
    assert_string_equal(cut(w, "甬旎城岭职工"), "甬旎/城岭/职工");
    /* The whole text is none: it would leave no place to break. */
    assert_string_equal(cut_with(w, "甬旎城岭职工", "甬旎城岭职工\n"),
                        "甬旎/城岭/职工");
}

static void what_an_article_repeats_is_a_word(void **state)
{
    world *w = *state;
    assert_string_equal(cut(w, "孟庆和修表"), "孟庆/和/修表");
    const char *article =
        "孟庆和今年五十八岁，孟庆和修表三十年，街坊都认得他。";
    assert_string_equal(cut_with(w, "孟庆和修表", article), "孟庆和/修表");
}

static void the_words_are_all_of_the_text(world *w, dice *d)
{
    bul_str text = dice_text(d, &w->arena, dice_below(d, 80));
    bul_str vocabulary = dice_text(d, &w->arena, dice_below(d, 200));
    bul_words words = bul_segment(&w->arena, text, vocabulary);
    size_t next = 0;
    size_t count = 0;
    for (size_t i = 0; i < words.count; i++) {
        assert_int_equal(words.items[i].start, next);
        assert_true(words.items[i].end > next);
        next = words.items[i].end;
        count += words.items[i].char_count;
    }
    assert_int_equal(next, text.len);
    assert_int_equal(count, bul_utf8_count(text));
}

static void no_text_loses_anything(void **state)
{
    dice_check(the_words_are_all_of_the_text, *state, 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_likeliest_words_are_taken),
        WORLD_TEST(numbers_keep_their_measure_words),
        WORLD_TEST(names_of_people_stay_whole),
        WORLD_TEST(latin_and_marks_are_words_of_their_own),
        WORLD_TEST(singles_that_are_left_are_put_together),
        WORLD_TEST(a_line_of_the_vocabulary_is_a_word),
        WORLD_TEST(what_an_article_repeats_is_a_word),
        WORLD_TEST(no_text_loses_anything),
    };
    return cmocka_run_group_tests_name("segment", tests, NULL, NULL);
}
