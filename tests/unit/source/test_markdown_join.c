/* SPDX-License-Identifier: MIT */
#include <time.h>

#include "unit/source/md_shown.h"

static void a_line_end_beside_cjk_is_nothing(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "我就站住，\n豫备她来讨钱。\n"
                                    "“你回来了？”\n她先这样问。"),
                        "p:我就站住，豫备她来讨钱。“你回来了？”她先这样问。");
    assert_string_equal(md_shown(w, "日本語のテキストに、\nEnglish text"),
                        "p:日本語のテキストに、English text");
    assert_string_equal(md_shown(w, "English\n（括号）"), "p:English（括号）");
    assert_string_equal(md_shown(w, "…\n甲"), "p:…甲");
}

static void a_line_end_between_latin_or_hangul_is_a_space(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "word\n“quoted” word"),
                        "p:word “quoted” word");
    assert_string_equal(md_shown(w, "“quoted”\nword"), "p:“quoted” word");
    assert_string_equal(md_shown(w, "노동조합\n총연맹"), "p:노동조합 총연맹");
    assert_string_equal(md_shown(w, "—\n12"), "p:— 12");
}

/* Quotes belong to what they stand next to, though it be in another run. */
static void quotes_look_past_stars_brackets_and_links(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "“**好**”\nshe"), "p:“S(好)”she");
    assert_string_equal(md_shown(w, "she\n“**好**”"), "p:she“S(好)”");
    assert_string_equal(md_shown(w, "she\n“[好]{专名}”"), "p:she“N(好)”");
    assert_string_equal(md_shown(w, "she\n“[好](http://a.cn)”"),
                        "p:she“L(好)”");
    assert_string_equal(md_shown(w, "“**so**”\nshe"), "p:“S(so)” she");
    assert_string_equal(md_shown(w, "she\n“**so**”"), "p:she “S(so)”");
}

/* 45000 lines of quotes: minutes if each looked past all before it. */
static void quotes_without_end_take_little_time(void **state)
{
    world *w = *state;
    clock_t begun = clock();
    bul_text text = bul_text_in(&w->arena);
    for (int i = 0; i < 90000; i++)
        bul_text_add(&text, i % 2 > 0 ? BUL_STR("“\n") : BUL_STR("…"));
    bul_source source = md_source(w, bul_cstr(&w->arena, bul_text_str(&text)));
    bul_md_part part = {.source = &source, .to = source.text.len};
    part.is_normalized = true;
    bul_md_body body = bul_md_read(&w->arena, &w->diag, part);
    assert_int_equal(body.blocks.count, 1);
    assert_true(clock() - begun < 5 * CLOCKS_PER_SEC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_line_end_beside_cjk_is_nothing),
        WORLD_TEST(a_line_end_between_latin_or_hangul_is_a_space),
        WORLD_TEST(quotes_look_past_stars_brackets_and_links),
        WORLD_TEST(quotes_without_end_take_little_time),
    };
    return cmocka_run_group_tests_name("markdown join", tests, NULL, NULL);
}
