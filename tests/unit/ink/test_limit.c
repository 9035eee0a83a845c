/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ink/limit.h"
#include "support/world.h"

static int sum_of(const uint8_t *inks)
{
    return inks[0] + inks[1] + inks[2] + inks[3];
}

static void assert_limited(const uint8_t *before, int percent,
                           const uint8_t *wanted)
{
    uint8_t inks[4];
    memcpy(inks, before, 4);
    bul_ink_limit(inks, 1, percent);
    assert_memory_equal(inks, wanted, 4);
}

static void what_is_within_the_limit_stays(void **state)
{
    (void)state;
    static const uint8_t inks[][4] = {{0, 0, 0, 0},
                                      {255, 255, 255, 0}, /* 300 % */
                                      {0, 255, 255, 255},
                                      {191, 191, 191, 191}};
    for (size_t i = 0; i < 4; i++)
        assert_limited(inks[i], 300, inks[i]);
    static const uint8_t all[4] = {255, 255, 255, 255};
    assert_limited(all, 400, all);
}

static void black_stands_in_for_what_three_colours_share(void **state)
{
    (void)state;
    /* 800 of 765 levels: 18 of each colour for 18 of black. */
    assert_limited((const uint8_t[]){240, 240, 240, 80}, 300,
                   (const uint8_t[]){222, 222, 222, 98});
}

static void full_black_stays_and_the_colours_give_way(void **state)
{
    (void)state;
    assert_limited((const uint8_t[]){255, 255, 255, 255}, 300,
                   (const uint8_t[]){170, 170, 170, 255});
    /* Nothing in common: the two colours in proportion. */
    assert_limited((const uint8_t[]){0, 255, 204, 255}, 240,
                   (const uint8_t[]){0, 198, 158, 255});
}

static void a_limit_too_low_is_one_ink(void **state)
{
    (void)state;
    assert_int_equal(bul_ink_most(20), 255);
    assert_int_equal(bul_ink_most(300), 765);
    assert_int_equal(bul_ink_most(900), 1020);
    assert_limited((const uint8_t[]){9, 9, 9, 255}, 0,
                   (const uint8_t[]){0, 0, 0, 255});
}

/* Hue: which colour is strongest, and which weakest, does not change. */
static void assert_order_kept(const uint8_t *before, const uint8_t *after)
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            if (before[i] >= before[j])
                assert_true(after[i] >= after[j]);
}

static void assert_sound(const uint8_t *before, const uint8_t *after,
                         int percent)
{
    int most = percent * 255 / 100;
    if (sum_of(before) <= most)
        assert_memory_equal(before, after, 4);
    assert_true(sum_of(after) <= most);
    /* No more is taken than must be, but for what rounding takes. */
    if (sum_of(before) > most)
        assert_true(sum_of(after) >= most - 3);
    assert_true(after[3] >= before[3]);
    for (int i = 0; i < 3; i++)
        assert_true(after[i] <= before[i]);
    assert_order_kept(before, after);
}

static void every_sample_comes_within_the_limit(void **state)
{
    (void)state;
    static const int limits[] = {100, 180, 230, 240, 280, 300, 399};
    static uint8_t before[18 * 18 * 18 * 18][4], after[18 * 18 * 18 * 18][4];
    size_t count = 0;
    for (unsigned c = 0; c < 18; c++)
        for (unsigned m = 0; m < 18; m++)
            for (unsigned y = 0; y < 18; y++)
                for (unsigned k = 0; k < 18; k++) {
                    uint8_t *inks = before[count++];
                    inks[0] = (uint8_t)(c * 15);
                    inks[1] = (uint8_t)(m * 15);
                    inks[2] = (uint8_t)(y * 15);
                    inks[3] = (uint8_t)(k * 15);
                }
    assert_int_equal(bul_ink_heaviest(before[0], count), 1020);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        memcpy(after, before, sizeof after);
        bul_ink_limit(after[0], count, limits[i]);
        for (size_t at = 0; at < count; at++)
            assert_sound(before[at], after[at], limits[i]);
        assert_true(bul_ink_heaviest(after[0], count) <=
                    bul_ink_most(limits[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_within_the_limit_stays),
        cmocka_unit_test(black_stands_in_for_what_three_colours_share),
        cmocka_unit_test(full_black_stays_and_the_colours_give_way),
        cmocka_unit_test(a_limit_too_low_is_one_ink),
        cmocka_unit_test(every_sample_comes_within_the_limit),
    };
    return cmocka_run_group_tests_name("limit", tests, NULL, NULL);
}
