/* SPDX-License-Identifier: MIT */
#include "base/world.h"
#include "ink/inks.h"
#include "support/world.h"

static bul_str profile(world *w, const char *name)
{
    bul_str bytes = {0};
    bul_world_open(bul_world_real(), &w->arena, BUL_STR("layouts/inks"),
                   bul_str_from(name), 1u << 20, &bytes);
    assert_true(bytes.len > 0);
    return bytes;
}

static bul_inks_to_light *open_inks(world *w)
{
    return bul_inks_to_light_open(&w->arena, profile(w, "coated.icc"));
}

static void paper_is_white_and_much_ink_is_dark(void **state)
{
    world *w = *state;
    bul_inks_to_light *inks = open_inks(w);
    assert_non_null(inks);
    bul_light paper =
        bul_inks_light_of(inks, (bul_color){BUL_COLOR_CMYK, 0, 0, 0, 0});
    bul_light full = bul_inks_light_of(
        inks, (bul_color){BUL_COLOR_CMYK, 900, 800, 800, 1000});
    assert_in_range(paper.r, 995, 1000);
    assert_in_range(paper.g, 995, 1000);
    assert_in_range(paper.b, 995, 1000);
    assert_in_range(full.r, 0, 150);
    assert_in_range(full.g, 0, 150);
}

static void magenta_and_yellow_make_red(void **state)
{
    world *w = *state;
    bul_light red = bul_inks_light_of(
        open_inks(w), (bul_color){BUL_COLOR_CMYK, 0, 1000, 1000, 0});
    assert_in_range(red.r, 800, 1000);
    assert_in_range(red.g, 0, 250);
    assert_in_range(red.b, 0, 250);
}

static void a_tint_is_lighter_than_the_full_ink(void **state)
{
    world *w = *state;
    bul_inks_to_light *inks = open_inks(w);
    bul_light before = {-1, -1, -1};
    for (int16_t tone = 1000; tone >= 0; tone = (int16_t)(tone - 100)) {
        bul_light light = bul_inks_light_of(
            inks, (bul_color){BUL_COLOR_CMYK, 0, tone, tone, 0});
        assert_true(light.g > before.g);
        before = light;
    }
}

static void what_is_no_profile_opens_nothing(void **state)
{
    world *w = *state;
    bul_str srgb = profile(w, "srgb.icc");
    assert_null(bul_inks_to_light_open(&w->arena, BUL_STR("no profile")));
    /* Light where inks are wanted. */
    assert_null(bul_inks_to_light_open(&w->arena, srgb));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(paper_is_white_and_much_ink_is_dark),
        WORLD_TEST(magenta_and_yellow_make_red),
        WORLD_TEST(a_tint_is_lighter_than_the_full_ink),
        WORLD_TEST(what_is_no_profile_opens_nothing),
    };
    return cmocka_run_group_tests_name("inks", tests, NULL, NULL);
}
