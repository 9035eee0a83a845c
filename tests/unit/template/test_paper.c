/* SPDX-License-Identifier: MIT */
#include "support/world.h"
#include "template/paper.h"

static void assert_paper(const char *text, double width_mm, double height_mm)
{
    bul_mpt width = 0, height = 0;
    assert_true(bul_paper_read(bul_str_from(text), &width, &height));
    assert_int_equal(width, bul_mpt_from_mm(width_mm));
    assert_int_equal(height, bul_mpt_from_mm(height_mm));
}

static void sizes_have_names(void **state)
{
    (void)state;
    assert_paper("A4", 210, 297);
    assert_paper(" A3 ", 297, 420);
    assert_paper("四开", 275, 390);
    assert_paper("对开", 390, 550);
}

static void a_size_may_be_given_by_its_sides(void **state)
{
    (void)state;
    assert_paper("275mm x 390mm", 275, 390);
    assert_paper("275mm×390mm", 275, 390);
}

static void what_is_no_paper_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",           "A9",       "a4 paper",
                                        "275mm",      "x",        "0mm x 10mm",
                                        "-5mm x 5mm", "2字 x 3字"};
    bul_mpt width, height;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(bul_paper_read(bul_str_from(wrong[i]), &width, &height));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(sizes_have_names),
        WORLD_TEST(a_size_may_be_given_by_its_sides),
        WORLD_TEST(what_is_no_paper_is_refused),
    };
    return cmocka_run_group_tests_name("paper", tests, NULL, NULL);
}
