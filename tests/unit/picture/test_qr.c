/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "picture/qr.h"
#include "support/world.h"

/* A finder pattern: a ring of seven modules around a square of three. */
static bool has_finder(const bul_qr *qr, size_t left, size_t top)
{
    for (size_t y = 0; y < 7; y++)
        for (size_t x = 0; x < 7; x++) {
            size_t from_middle_x = x > 3 ? x - 3 : 3 - x;
            size_t from_middle_y = y > 3 ? y - 3 : 3 - y;
            size_t ring =
                from_middle_x > from_middle_y ? from_middle_x : from_middle_y;
            if (qr->modules[(top + y) * qr->side + left + x] != (ring != 2))
                return false;
        }
    return true;
}

static void an_address_becomes_a_square_with_three_finders(void **state)
{
    world *w = *state;
    bul_qr qr;

    assert_true(
        bul_qr_encode(&w->arena, BUL_STR("https://example.org/工会"), &qr));

    assert_in_range(qr.side, 21, 45);
    assert_int_equal(qr.side % 4, 1);
    assert_true(has_finder(&qr, 0, 0));
    assert_true(has_finder(&qr, qr.side - 7, 0));
    assert_true(has_finder(&qr, 0, qr.side - 7));
    assert_false(has_finder(&qr, qr.side - 7, qr.side - 7));
}

static void different_texts_give_different_codes(void **state)
{
    world *w = *state;
    bul_qr one, other;
    assert_true(bul_qr_encode(&w->arena, BUL_STR("one"), &one));
    assert_true(bul_qr_encode(&w->arena, BUL_STR("two"), &other));
    assert_int_equal(one.side, other.side);
    assert_memory_not_equal(one.modules, other.modules, one.side * one.side);
}

static void a_text_that_does_not_fit_is_refused(void **state)
{
    world *w = *state;
    bul_qr qr;
    char *long_text = BUL_NEW(&w->arena, char, 3000);
    memset(long_text, 'x', 3000);

    assert_false(bul_qr_encode(&w->arena, (bul_str){long_text, 3000}, &qr));
    assert_false(bul_qr_encode(&w->arena, (bul_str){0}, &qr));
    assert_true(bul_qr_encode(&w->arena, (bul_str){long_text, 2000}, &qr));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_address_becomes_a_square_with_three_finders),
        WORLD_TEST(different_texts_give_different_codes),
        WORLD_TEST(a_text_that_does_not_fit_is_refused),
    };
    return cmocka_run_group_tests_name("qr", tests, NULL, NULL);
}
