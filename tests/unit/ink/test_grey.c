/* SPDX-License-Identifier: MIT */
#include "ink/grey.h"
#include "support/world.h"

static int tone_of(bul_ink_use use, int c, int m, int y, int k)
{
    bul_color grey =
        bul_ink_grey((bul_color){BUL_COLOR_CMYK, (int16_t)c, (int16_t)m,
                                 (int16_t)y, (int16_t)k},
                     use);
    assert_int_equal(grey.space, BUL_COLOR_GREY);
    assert_int_equal(grey.c + grey.m + grey.y, 0);
    return grey.k;
}

static void red_text_and_rules_become_solid_black(void **state)
{
    (void)state;
    static const int reds[][4] = {
        {0, 1000, 1000, 0},                       /* 大红 */
        {0, 1000, 950, 50},    {0, 800, 800, 0},  /* 公文红 */
        {150, 1000, 900, 200}, {1000, 600, 0, 0}, /* blue */
        {1000, 0, 1000, 0},    {0, 0, 0, 1000}};
    for (size_t i = 0; i < sizeof reds / sizeof *reds; i++)
        assert_int_equal(tone_of(BUL_INK_MARK, reds[i][0], reds[i][1],
                                 reds[i][2], reds[i][3]),
                         1000);
}

static void a_pale_mark_stays_pale(void **state)
{
    (void)state;
    assert_in_range(tone_of(BUL_INK_MARK, 0, 100, 100, 0), 100, 200);
    assert_in_range(tone_of(BUL_INK_MARK, 0, 0, 1000, 0), 100, 250);
    assert_int_equal(tone_of(BUL_INK_MARK, 0, 0, 0, 0), 0);
}

/* A panel must leave black text on it readable, and white text on full red. */
static void an_area_is_as_dark_as_it_looks(void **state)
{
    (void)state;
    assert_in_range(tone_of(BUL_INK_AREA, 0, 1000, 1000, 0), 600, 700);
    assert_in_range(tone_of(BUL_INK_AREA, 0, 80, 60, 0), 30, 80);
    assert_in_range(tone_of(BUL_INK_AREA, 0, 0, 1000, 0), 50, 120);
    assert_int_equal(tone_of(BUL_INK_AREA, 0, 0, 0, 300), 300);
}

static void more_ink_is_never_lighter(void **state)
{
    (void)state;
    for (int use = 0; use < 2; use++)
        for (int tone = 0; tone < 1000; tone += 10) {
            bul_ink_use for_use = use ? BUL_INK_AREA : BUL_INK_MARK;
            assert_true(tone_of(for_use, 0, tone + 10, tone + 10, 0) >=
                        tone_of(for_use, 0, tone, tone, 0));
            assert_true(tone_of(for_use, tone + 10, 200, 0, 0) >=
                        tone_of(for_use, tone, 200, 0, 0));
        }
}

static void grey_stays_the_grey_it_is(void **state)
{
    (void)state;
    /* What stands in the other fields of a grey means nothing. */
    bul_color grey = {BUL_COLOR_GREY, 5, 6, 7, 350};
    assert_int_equal(bul_ink_grey(grey, BUL_INK_MARK).k, 350);
    assert_int_equal(bul_ink_darkness(grey), 350);
    assert_int_equal(bul_ink_grey(BUL_COLOR_PAPER, BUL_INK_AREA).k, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(red_text_and_rules_become_solid_black),
        cmocka_unit_test(a_pale_mark_stays_pale),
        cmocka_unit_test(an_area_is_as_dark_as_it_looks),
        cmocka_unit_test(more_ink_is_never_lighter),
        cmocka_unit_test(grey_stays_the_grey_it_is),
    };
    return cmocka_run_group_tests_name("grey", tests, NULL, NULL);
}
