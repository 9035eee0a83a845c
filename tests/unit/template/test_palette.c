/* SPDX-License-Identifier: MIT */
#include "support/world.h"
#include "template/palette.h"

static bool reads(const char *text, bul_color *color)
{
    bul_palette none = {0};
    return bul_palette_read(&none, bul_str_from(text), color);
}

static void per_cent_is_a_share_of_black(void **state)
{
    (void)state;
    bul_color color;
    assert_true(reads("6%", &color));
    assert_int_equal(color.space, BUL_COLOR_GREY);
    assert_int_equal(color.k, 60);
    assert_true(reads("12.5%", &color));
    assert_int_equal(color.k, 125);
    assert_true(reads(" 100% ", &color));
    assert_int_equal(color.k, 1000);
}

static void inks_are_read_in_any_order_and_missing_ones_are_none(void **state)
{
    (void)state;
    bul_color color;
    assert_true(reads("K5  M100 Y95", &color));
    assert_int_equal(color.space, BUL_COLOR_CMYK);
    assert_int_equal(color.c, 0);
    assert_int_equal(color.m, 1000);
    assert_int_equal(color.y, 950);
    assert_int_equal(color.k, 50);
}

static void black_and_white_need_no_palette(void **state)
{
    (void)state;
    bul_color color;
    assert_true(reads("黑", &color));
    assert_int_equal(color.k, 1000);
    assert_true(reads("white", &color));
    assert_int_equal(color.k, 0);
    assert_int_equal(color.space, BUL_COLOR_GREY);
}

static void a_name_of_the_palette_goes_first(void **state)
{
    world *w = *state;
    bul_palette palette = {0};
    *BUL_PUSH(&w->arena, &palette) =
        (bul_ink_name){BUL_STR("黑"), {BUL_COLOR_CMYK, 600, 400, 400, 1000}};
    bul_color color;

    assert_true(bul_palette_read(&palette, BUL_STR("黑"), &color));
    assert_int_equal(color.c, 600);
}

static void what_is_no_colour_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",     "rot",  "%",     "101%",   "-5%", "5%%",    "C",
        "C101", "C1 Q", "#ff00", "C5M100", "1.%", "100.55%"};
    bul_color color;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(reads(wrong[i], &color));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(per_cent_is_a_share_of_black),
        WORLD_TEST(inks_are_read_in_any_order_and_missing_ones_are_none),
        WORLD_TEST(black_and_white_need_no_palette),
        WORLD_TEST(a_name_of_the_palette_goes_first),
        WORLD_TEST(what_is_no_colour_is_refused),
    };
    return cmocka_run_group_tests_name("palette", tests, NULL, NULL);
}
