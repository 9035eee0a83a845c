/* SPDX-License-Identifier: MIT */
/* 引语块: what a layout says of it, and what is taken where it is silent. */
#include "support/world.h"
#include "template/read.h"

#define REQUIRED                                                                \
    "title: 试\npaper: A4\nbody: {size: 9pt, leading: 15pt}\nmeasure: 10字\n" \
    "top: 30pt\nlines: 40\ncolumns: 4\n"                                        \
    "heads: {normal: {title: {size: 20pt}}}\n"

static const bul_pull_quote_plan *plan_of(world *w, const char *text)
{
    w->puts.count = 0;
    world_put(w, "l.yaml", text);
    const bul_template *t = bul_template_read(&w->arena, &w->files, &w->diag,
                                              (bul_layout_sources){0},
                                              BUL_STR("l.yaml"), (bul_span){0});
    assert_non_null(t);
    return &t->pull_quote;
}

static void a_layout_that_says_nothing_has_none(void **state)
{
    assert_int_equal(plan_of(*state, REQUIRED)->most, 0);
}

static void an_empty_one_is_a_column_of_larger_kai(void **state)
{
    const bul_pull_quote_plan *plan =
        plan_of(*state, REQUIRED "pull_quote: {}\n");
    assert_int_equal(plan->fewest, 1);
    assert_int_equal(plan->most, 1);
    assert_int_equal(plan->lines, 24);
    assert_true(bul_str_equal(plan->style.family, BUL_STR("楷")));
    assert_int_equal(plan->style.size, 12000);
    assert_int_equal(plan->rule, 0);
    assert_int_equal(plan->mark.size, 0);
}

static void all_of_it_can_be_said_in_chinese(void **state)
{
    world *w = *state;
    const bul_pull_quote_plan *plan = plan_of(
        w, REQUIRED "引语块: {栏数: [1, 2], 行数: 30, 线: 1pt, 线色: 50%, "
                    "样式: {字体: 宋, 字号: 14pt, 行距: 20pt}, "
                    "引号: {字号: 30pt}}\n");
    assert_string_equal(world_last(w), "");
    assert_int_equal(plan->most, 2);
    assert_int_equal(plan->lines, 30);
    assert_int_equal(plan->rule, 1000);
    assert_int_equal(plan->rule_color.k, 500);
    assert_true(bul_str_equal(plan->style.family, BUL_STR("宋")));
    assert_int_equal(plan->style.leading, 20000);
    assert_int_equal(plan->mark.size, 30000);
}

static void columns_the_wrong_way_round_are_reported(void **state)
{
    world *w = *state;
    const bul_pull_quote_plan *plan =
        plan_of(w, REQUIRED "pull_quote: {spans: [2, 1]}\n");
    assert_int_equal(world_count_of(w, BUL_MSG_LAYOUT_BAD_SPANS), 1);
    assert_int_equal(plan->most, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_layout_that_says_nothing_has_none),
        WORLD_TEST(an_empty_one_is_a_column_of_larger_kai),
        WORLD_TEST(all_of_it_can_be_said_in_chinese),
        WORLD_TEST(columns_the_wrong_way_round_are_reported)};
    return cmocka_run_group_tests_name("pull_quote_plan", tests, NULL, NULL);
}
