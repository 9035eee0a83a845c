/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ink/limit.h"
#include "ink/separation.h"
#include "support/sample_profile.h"
#include "support/world.h"

static bul_separation *open_for(world *w, const char *paper)
{
    return bul_separation_open(&w->arena, sample_profile_file(&w->arena, paper),
                               sample_profile_file(&w->arena, "srgb.icc"));
}

static const uint8_t *turn(bul_separation *separation, bul_str own,
                           uint8_t components, bul_ink_goal goal,
                           const uint8_t *from)
{
    static uint8_t to[4];
    bul_ink_way way = bul_separation_way(separation, own, components, goal);
    memset(to, 0xEE, sizeof to);
    bul_ink_way_turn(&way, from, to, 1);
    return to;
}

static const uint8_t black[3] = {0, 0, 0}, white[3] = {255, 255, 255},
                     red[3] = {220, 20, 30}, blue[3] = {20, 30, 220};

static void white_is_no_ink_on_every_paper(void **state)
{
    world *w = *state;
    static const char *const papers[] = {"coated.icc", "uncoated.icc",
                                         "newsprint.icc"};
    static const int limits[] = {330, 290, 240};
    for (size_t i = 0; i < 3; i++) {
        bul_separation *inks = open_for(w, papers[i]);
        const uint8_t *to =
            turn(inks, (bul_str){0}, 3, BUL_INK_GOAL_PRESS, white);
        assert_true(to[0] + to[1] + to[2] + to[3] <= 8);
        to = turn(inks, (bul_str){0}, 3, BUL_INK_GOAL_PRESS, black);
        assert_true(to[3] > 200);
        assert_in_range(bul_ink_heaviest(to, 1), 500, limits[i] * 255 / 100);
        to = turn(inks, (bul_str){0}, 3, BUL_INK_GOAL_PRESS, red);
        assert_true(to[1] > 200 && to[2] > 150);
        assert_true(to[0] < 60 && to[3] < 90);
        assert_true(bul_separation_is_sound(inks));
    }
}

/* Black point compensation: newsprint has no deep black, but what is apart in
 * the dark must stay so. */
static void shadows_stay_apart_on_newsprint(void **state)
{
    world *w = *state;
    bul_separation *inks = open_for(w, "newsprint.icc");
    int before = 10000;
    for (int tone = 0; tone <= 64; tone += 16) {
        const uint8_t grey[3] = {(uint8_t)tone, (uint8_t)tone, (uint8_t)tone};
        uint8_t cmyk[4];
        memcpy(cmyk, turn(inks, (bul_str){0}, 3, BUL_INK_GOAL_PRESS, grey), 4);
        int light = *turn(inks, (bul_str){0}, 4, BUL_INK_GOAL_BLACK, cmyk);
        if (tone > 0)
            assert_true(light >= before + 3);
        before = light;
    }
}

static void light_comes_back_from_ink(void **state)
{
    world *w = *state;
    bul_separation *inks = open_for(w, "coated.icc");
    static const uint8_t soft[3] = {150, 120, 100};
    uint8_t cmyk[4];
    memcpy(cmyk, turn(inks, (bul_str){0}, 3, BUL_INK_GOAL_PRESS, soft), 4);
    const uint8_t *rgb = turn(inks, (bul_str){0}, 4, BUL_INK_GOAL_SCREEN, cmyk);

    for (size_t i = 0; i < 3; i++)
        assert_in_range(rgb[i], soft[i] - 8, soft[i] + 8);
}

static void inks_stay_inks_for_the_press_and_light_for_the_screen(void **state)
{
    world *w = *state;
    bul_separation *inks = open_for(w, "coated.icc");
    static const uint8_t cmyk[4] = {1, 2, 3, 4};

    assert_true(
        bul_separation_way(inks, (bul_str){0}, 4, BUL_INK_GOAL_PRESS).is_same);
    assert_true(
        bul_separation_way(inks, (bul_str){0}, 3, BUL_INK_GOAL_SCREEN).is_same);
    assert_true(
        bul_separation_way(inks, (bul_str){0}, 1, BUL_INK_GOAL_BLACK).is_same);
    assert_false(
        bul_separation_way(inks, (bul_str){0}, 3, BUL_INK_GOAL_PRESS).is_same);
    assert_memory_equal(turn(inks, (bul_str){0}, 4, BUL_INK_GOAL_PRESS, cmyk),
                        cmyk, 4);
}

static void grey_stays_grey_whatever_the_goal(void **state)
{
    world *w = *state;
    bul_separation *inks = open_for(w, "coated.icc");
    static const uint8_t grey[1] = {200};
    for (int goal = BUL_INK_GOAL_PRESS; goal <= BUL_INK_GOAL_BLACK; goal++) {
        bul_ink_way way =
            bul_separation_way(inks, (bul_str){0}, 1, (bul_ink_goal)goal);
        assert_int_equal(way.to, 1);
        assert_true(way.is_same);
        assert_int_equal(*turn(inks, (bul_str){0}, 1, (bul_ink_goal)goal, grey),
                         200);
    }
}

static void what_is_tagged_as_srgb_is_left_alone_on_screens(void **state)
{
    world *w = *state;
    bul_separation *inks = open_for(w, "coated.icc");
    bul_str srgb = sample_profile_file(&w->arena, "srgb.icc");
    bul_str swapped = sample_profile_swapped(&w->arena);

    assert_true(bul_separation_way(inks, srgb, 3, BUL_INK_GOAL_SCREEN).is_same);
    assert_false(
        bul_separation_way(inks, swapped, 3, BUL_INK_GOAL_SCREEN).is_same);
}

static void black_alone_is_as_dark_as_the_colour(void **state)
{
    world *w = *state;
    bul_separation *inks = open_for(w, "coated.icc");
    static const uint8_t grey[3] = {128, 128, 128};
    static const uint8_t full[4] = {0, 0, 0, 255};
    bul_ink_goal goal = BUL_INK_GOAL_BLACK;

    assert_in_range(*turn(inks, (bul_str){0}, 3, goal, grey), 126, 130);
    assert_int_equal(*turn(inks, (bul_str){0}, 3, goal, white), 255);
    assert_int_equal(*turn(inks, (bul_str){0}, 3, goal, black), 0);
    /* Red is darker than it is by the mean of its parts. */
    assert_in_range(*turn(inks, (bul_str){0}, 3, goal, red), 90, 125);
    assert_in_range(*turn(inks, (bul_str){0}, 4, goal, full), 0, 70);
}

static void the_pictures_own_profile_counts(void **state)
{
    world *w = *state;
    bul_separation *inks = open_for(w, "coated.icc");
    bul_str swapped = sample_profile_swapped(&w->arena);
    uint8_t wanted[4];

    memcpy(wanted, turn(inks, (bul_str){0}, 3, BUL_INK_GOAL_PRESS, red), 4);
    static const uint8_t exchanged[3] = {30, 20, 220};
    const uint8_t *to = turn(inks, swapped, 3, BUL_INK_GOAL_PRESS, exchanged);
    for (size_t i = 0; i < 4; i++)
        assert_true(to[i] + 3 >= wanted[i] && to[i] <= wanted[i] + 3);
    to = turn(inks, (bul_str){0}, 3, BUL_INK_GOAL_PRESS, exchanged);
    assert_true(to[0] > wanted[0] + 100);
    /* Another of the same length is another. */
    bul_str srgb = sample_profile_file(&w->arena, "srgb.icc");
    assert_int_equal(srgb.len, swapped.len);
    to = turn(inks, srgb, 3, BUL_INK_GOAL_PRESS, exchanged);
    assert_true(to[0] > wanted[0] + 100);
    /* And makes a difference for the screen. */
    to = turn(inks, swapped, 3, BUL_INK_GOAL_SCREEN, blue);
    assert_true(to[0] > 200 && to[2] < 60);
}

static void a_profile_that_does_not_fit_is_left_out(void **state)
{
    world *w = *state;
    bul_separation *inks = open_for(w, "coated.icc");
    bul_str wrong[] = {
        BUL_STR("no profile"), sample_profile_file(&w->arena, "newsprint.icc"),
        sample_profile_make(&w->arena,
                            (sample_profile){.kind = "mntr", .space = "RGB "})};
    uint8_t wanted[4];
    memcpy(wanted, turn(inks, (bul_str){0}, 3, BUL_INK_GOAL_PRESS, red), 4);
    for (size_t i = 0; i < 3; i++) {
        bul_ink_way way =
            bul_separation_way(inks, wrong[i], 3, BUL_INK_GOAL_PRESS);
        assert_true(way.is_own_left);
        assert_memory_equal(turn(inks, wrong[i], 3, BUL_INK_GOAL_PRESS, red),
                            wanted, 4);
    }
    assert_true(bul_separation_is_sound(inks));
    assert_false(bul_separation_way(inks, sample_profile_swapped(&w->arena), 3,
                                    BUL_INK_GOAL_PRESS)
                     .is_own_left);
}

static void without_a_papers_profile_no_ink_comes_out(void **state)
{
    world *w = *state;
    bul_str srgb = sample_profile_file(&w->arena, "srgb.icc");
    bul_separation *inks = bul_separation_open(&w->arena, srgb, srgb);
    assert_true(bul_separation_is_sound(inks));

    assert_memory_equal(turn(inks, (bul_str){0}, 3, BUL_INK_GOAL_PRESS, black),
                        ((const uint8_t[4]){0}), 4);
    assert_false(bul_separation_is_sound(inks));
}

/* More ways than are kept, twice: the same colours come out. */
static void ways_that_were_closed_are_found_again(void **state)
{
    world *w = *state;
    bul_separation *inks = open_for(w, "newsprint.icc");
    uint8_t first[12][4];
    for (size_t i = 0; i < 24; i++) {
        bul_str srgb = sample_profile_file(&w->arena, "srgb.icc");
        char *bytes = bul_arena_copy(&w->arena, srgb.ptr, srgb.len);
        bytes[35] = (char)(i % 12); /* the second it was made in */
        const uint8_t *to =
            turn(inks, (bul_str){bytes, srgb.len}, 3, BUL_INK_GOAL_PRESS, blue);
        if (i < 12)
            memcpy(first[i], to, 4);
        else
            assert_memory_equal(to, first[i - 12], 4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(white_is_no_ink_on_every_paper),
        WORLD_TEST(shadows_stay_apart_on_newsprint),
        WORLD_TEST(light_comes_back_from_ink),
        WORLD_TEST(inks_stay_inks_for_the_press_and_light_for_the_screen),
        WORLD_TEST(grey_stays_grey_whatever_the_goal),
        WORLD_TEST(what_is_tagged_as_srgb_is_left_alone_on_screens),
        WORLD_TEST(black_alone_is_as_dark_as_the_colour),
        WORLD_TEST(the_pictures_own_profile_counts),
        WORLD_TEST(a_profile_that_does_not_fit_is_left_out),
        WORLD_TEST(without_a_papers_profile_no_ink_comes_out),
        WORLD_TEST(ways_that_were_closed_are_found_again),
    };
    return cmocka_run_group_tests_name("separation", tests, NULL, NULL);
}
