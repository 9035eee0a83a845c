/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ink/limit.h"
#include "ink/photo.h"
#include "picture/jpeg_pack.h"
#include "support/sample_picture.h"
#include "support/sample_profile.h"
#include "support/world.h"

static bul_photo_plan plan_for(world *w, bul_ink_goal goal, int ink_limit)
{
    return (bul_photo_plan){.separation = bul_separation_open(
                                &w->arena,
                                sample_profile_file(&w->arena, "coated.icc"),
                                sample_profile_file(&w->arena, "srgb.icc")),
                            .goal = goal,
                            .ink_limit = ink_limit};
}

static const bul_picture *read_bytes(world *w, bul_str bytes)
{
    const bul_picture *picture = bul_picture_read(
        &w->arena, &w->diag, BUL_STR("a.jpg"), bytes, (bul_span){0});
    assert_non_null(picture);
    return picture;
}

/* Dark noise: what packing makes heaviest. */
static const bul_picture *noise(world *w, uint8_t components)
{
    bul_str bytes = {0};
    bul_jpeg_plan plan = {
        .width = 160, .height = 96, .components = components, .quality = 95};
    uint8_t *row = BUL_NEW(&w->arena, uint8_t, 160 * 4);
    uint32_t seed = 7;
    bul_jpeg_packer *packer = bul_jpeg_pack_open(&w->arena, plan);
    for (uint32_t y = 0; y < plan.height; y++) {
        for (size_t i = 0; i < (size_t)160 * components; i++) {
            seed = seed * 1664525u + 1013904223u;
            unsigned tone = seed >> 25;
            row[i] = (uint8_t)(components == 4 ? 255 - tone : tone);
        }
        assert_true(bul_jpeg_pack_row(packer, row));
    }
    assert_true(bul_jpeg_pack_close(packer, &bytes));
    return read_bytes(w, bytes);
}

static bul_str repack(world *w, const bul_photo_plan *plan,
                      const bul_picture *picture)
{
    bul_str jpeg = {0};
    bul_photo photo = {.picture = picture, .bytes = picture->kept};
    uint8_t components =
        bul_photo_repack(plan, &photo, &w->arena, &w->diag, &jpeg);
    assert_int_equal(components, read_bytes(w, jpeg)->components);
    return jpeg;
}

static int heaviest_of(world *w, bul_str jpeg)
{
    bul_samples made;
    assert_true(bul_picture_samples(read_bytes(w, jpeg), jpeg, &w->arena,
                                    &w->diag, (bul_span){0}, &made));
    assert_int_equal(made.components, 4);
    return bul_ink_heaviest(made.color, (size_t)made.width * made.height);
}

static void a_photograph_for_the_press_is_cmyk_within_the_limit(void **state)
{
    world *w = *state;
    static const int limits[] = {300, 280, 230, 180};
    for (size_t i = 0; i < 4; i++) {
        bul_photo_plan plan = plan_for(w, BUL_INK_GOAL_PRESS, limits[i]);
        assert_true(heaviest_of(w, repack(w, &plan, noise(w, 3))) <=
                    bul_ink_most(limits[i]));
        /* CMYK pictures that are too heavy as well. */
        assert_true(heaviest_of(w, repack(w, &plan, noise(w, 4))) <=
                    bul_ink_most(limits[i]));
    }
    bul_photo_plan unlimited = plan_for(w, BUL_INK_GOAL_PRESS, 400);
    assert_true(heaviest_of(w, repack(w, &unlimited, noise(w, 4))) >
                bul_ink_most(300));
}

static void a_photograph_for_the_office_is_grey(void **state)
{
    world *w = *state;
    bul_photo_plan plan = plan_for(w, BUL_INK_GOAL_BLACK, 400);
    for (uint8_t components = 3; components <= 4; components++) {
        const bul_picture *picture =
            read_bytes(w, repack(w, &plan, noise(w, components)));
        assert_int_equal(picture->components, 1);
        assert_int_equal(picture->width, 160);
        assert_int_equal(picture->height, 96);
    }
}

static bool changes(world *w, const bul_photo_plan *plan,
                    const bul_picture *picture)
{
    return bul_photo_changes(plan, picture, picture->kept, &w->arena);
}

static void what_suits_the_goal_is_not_changed(void **state)
{
    world *w = *state;
    bul_photo_plan press = plan_for(w, BUL_INK_GOAL_PRESS, 300);
    bul_photo_plan screen = plan_for(w, BUL_INK_GOAL_SCREEN, 400);

    assert_false(changes(w, &press, noise(w, 4)));
    assert_true(changes(w, &press, noise(w, 3)));
    assert_true(changes(w, &screen, noise(w, 4)));
    assert_false(changes(w, &screen, noise(w, 3)));
    assert_false(changes(w, &press, noise(w, 1)));
    sample_jpeg tagged = {.width = 16,
                          .height = 16,
                          .components = 3,
                          .icc = sample_profile_swapped(&w->arena)};
    assert_true(changes(w, &screen,
                        read_bytes(w, sample_jpeg_make(&w->arena, tagged))));
}

static void the_same_photograph_gives_the_same_bytes(void **state)
{
    world *w = *state;
    bul_photo_plan plan = plan_for(w, BUL_INK_GOAL_PRESS, 300);
    bul_photo_plan again = plan_for(w, BUL_INK_GOAL_PRESS, 300);

    assert_true(bul_str_equal(repack(w, &plan, noise(w, 3)),
                              repack(w, &again, noise(w, 3))));
}

static void a_png_keeps_what_is_clear(void **state)
{
    world *w = *state;
    bul_photo_plan plan = plan_for(w, BUL_INK_GOAL_PRESS, 240);
    sample_png wanted = {.width = 20, .height = 10, .color_type = 6, .bits = 8};
    const bul_picture *png = read_bytes(w, sample_png_make(&w->arena, wanted));
    bul_samples before, after;

    bul_photo photo = {.picture = png, .bytes = png->kept};

    assert_true(bul_picture_samples(png, png->kept, &w->arena, &w->diag,
                                    (bul_span){0}, &before));
    assert_true(bul_photo_samples(&plan, &photo, &w->arena, &w->diag, &after));
    assert_int_equal(after.components, 4);
    assert_memory_equal(after.alpha, before.alpha, 200);
    assert_true(bul_ink_heaviest(after.color, 200) <= bul_ink_most(240));
}

static void grey_for_the_press_stays_one_ink(void **state)
{
    world *w = *state;
    bul_photo_plan plan = plan_for(w, BUL_INK_GOAL_PRESS, 180);
    sample_png wanted = {.width = 8, .height = 8, .color_type = 0, .bits = 8};
    const bul_picture *png = read_bytes(w, sample_png_make(&w->arena, wanted));
    bul_photo photo = {.picture = png, .bytes = png->kept};
    bul_samples made;

    assert_true(bul_photo_samples(&plan, &photo, &w->arena, &w->diag, &made));
    assert_int_equal(made.components, 1);
    assert_int_equal(made.color[5], 5 * 37);
}

static void a_broken_photograph_is_told(void **state)
{
    world *w = *state;
    bul_photo_plan plan = plan_for(w, BUL_INK_GOAL_PRESS, 300);
    sample_jpeg wanted = {.width = 64, .height = 64, .components = 3};
    bul_str whole = sample_jpeg_make(&w->arena, wanted);
    char *bytes = bul_arena_copy(&w->arena, whole.ptr, whole.len);
    const bul_picture *picture = read_bytes(w, (bul_str){bytes, whole.len});
    bul_photo photo = {.picture = picture, .bytes = picture->kept};
    bul_str jpeg = {0};

    /* More codes than a table can have. */
    bytes[bul_str_find(whole, BUL_STR("\xFF\xC4")) + 5] = (char)0xFF;
    assert_int_equal(
        bul_photo_repack(&plan, &photo, &w->arena, &w->diag, &jpeg), 0);
    assert_non_null(strstr(world_last(w), "[picture/damaged]"));
}

static void a_profile_that_cannot_be_used_is_told(void **state)
{
    world *w = *state;
    bul_photo_plan plan = plan_for(w, BUL_INK_GOAL_PRESS, 300);
    sample_jpeg wanted = {
        .width = 16, .height = 16, .components = 3, .icc = BUL_STR("rubbish")};

    repack(w, &plan, read_bytes(w, sample_jpeg_make(&w->arena, wanted)));
    assert_string_equal(world_last(w),
                        "warning: the colour profile in picture 'a.jpg' cannot "
                        "be used; its colours were taken as usual ones "
                        "[ink/picture-profile]");
    w->diag.entries.count = 0;
    wanted.icc = sample_profile_swapped(&w->arena);
    repack(w, &plan, read_bytes(w, sample_jpeg_make(&w->arena, wanted)));
    assert_string_equal(world_last(w), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_photograph_for_the_press_is_cmyk_within_the_limit),
        WORLD_TEST(a_photograph_for_the_office_is_grey),
        WORLD_TEST(what_suits_the_goal_is_not_changed),
        WORLD_TEST(the_same_photograph_gives_the_same_bytes),
        WORLD_TEST(a_png_keeps_what_is_clear),
        WORLD_TEST(grey_for_the_press_stays_one_ink),
        WORLD_TEST(a_broken_photograph_is_told),
        WORLD_TEST(a_profile_that_cannot_be_used_is_told),
    };
    return cmocka_run_group_tests_name("photo", tests, NULL, NULL);
}
