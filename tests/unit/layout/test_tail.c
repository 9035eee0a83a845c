/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/furniture.h"
#include "support/desk.h"

#define TAIL                                                                      \
    "tail:\n  style: {size: 10pt, leading: 15pt}\n  rule: 1pt\n"                  \
    "  inset: 10pt\n  above: 15pt\n  rows:\n"                                     \
    "    - {left: \"报：{report_to}\", rule: 1pt, height: 15pt}\n"              \
    "    - {left: \"送：{copy_to}\", height: 15pt}\n"                           \
    "    - {left: \"[签发：{editors.sign}]\", right: \"[共印{copies}份]\"," \
    " height: 15pt}\n"

#define TAIL_WITH_FIRST_RULE TAIL "  first_rule: 3pt\n"

static bul_set_tail tail_of(desk *d, const char *keys)
{
    return bul_tail_set(&d->c,
                        desk_read(d, desk_join(d, "articles: []\n", keys)));
}

static const char *drawn(desk *d, const bul_set_tail *tail)
{
    bul_page *page = BUL_NEW(&d->w->arena, bul_page, 1);
    bul_tail_draw(&d->c, tail, page);
    return desk_page_text(d, page);
}

static void rows_without_values_are_left_out(void **state)
{
    desk *d = desk_open(*state, 2, TAIL);
    bul_set_tail tail = tail_of(d, "copy_to: 市总\n");
    const char *text = drawn(d, &tail);

    assert_non_null(strstr(text, "送：市总"));
    assert_null(strstr(text, "报："));
    assert_int_equal(tail.depth, 15000 + 1000); /* the row, the last rule */
}

static void a_tail_without_any_value_is_none(void **state)
{
    desk *d = desk_open(*state, 2, TAIL);
    bul_set_tail tail = tail_of(d, "");
    assert_int_equal(tail.rows, 0);
    assert_string_equal(drawn(d, &tail), "");
}

static void the_first_rule_stands_over_whichever_row_is_first(void **state)
{
    desk *d = desk_open(*state, 2, TAIL_WITH_FIRST_RULE);
    bul_set_tail tail = tail_of(d, "copy_to: 市总\n");
    assert_int_equal(tail.depth, 15000 + 3000 + 1000);
}

static void the_first_rule_stands_in_place_of_the_row_s_own(void **state)
{
    desk *d = desk_open(*state, 2, TAIL_WITH_FIRST_RULE);
    bul_set_tail tail = tail_of(d, "report_to: 省总\ncopy_to: 市总\n");
    assert_int_equal(tail.depth, 30000 + 3000 + 1000);
}

static void its_foot_is_the_foot_of_the_type_area(void **state)
{
    desk *d = desk_open(*state, 2, TAIL);
    bul_set_tail tail = tail_of(d, "report_to: 省总\ncopy_to: 市总\n");
    /* Two rows and two rules; last baseline over the foot by 1 + 2.5 + 1.2. */
    assert_int_equal(tail.depth, 32000);
    assert_non_null(strstr(drawn(d, &tail), "40 322 送：市总\n"));
}

static void left_and_right_share_a_row(void **state)
{
    desk *d = desk_open(*state, 2, TAIL);
    bul_set_tail tail = tail_of(d, "editors: {sign: 叶知春}\ncopies: 600\n");
    const char *text = drawn(d, &tail);

    assert_int_equal(tail.depth, 16000);
    assert_non_null(strstr(text, "40 322 签发：叶知春\n"));
    assert_non_null(strstr(text, " 322 共印600份\n"));
}

static void it_takes_rows_for_itself_and_the_white_above(void **state)
{
    desk *d = desk_open(*state, 2, TAIL);
    bul_set_tail tail = tail_of(d, "report_to: 省总\n");
    assert_true(tail.rows * 15000 >= tail.depth + 15000);
    assert_in_range(tail.rows, 3, 4);
}

static void a_long_line_goes_on_below(void **state)
{
    desk *d = desk_open(*state, 2, TAIL);
    bul_set_tail tail = tail_of(
        d, desk_join(d, "report_to: ", desk_join(d, desk_han(d, 30), "\n")));
    assert_int_equal(tail.depth, 1000 + 2 * 15000 + 1000);
}

static void a_tail_deeper_than_a_page_is_reported_and_left_out(void **state)
{
    desk *d = desk_open(*state, 2,
                        "tail: {rows: [{left: \"甲\", height: 2000pt}]}\n");
    bul_set_tail tail = tail_of(d, "");
    assert_int_equal(tail.rows, 0);
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_TAIL_TOO_DEEP), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(rows_without_values_are_left_out),
        WORLD_TEST(a_tail_without_any_value_is_none),
        WORLD_TEST(the_first_rule_stands_over_whichever_row_is_first),
        WORLD_TEST(the_first_rule_stands_in_place_of_the_row_s_own),
        WORLD_TEST(its_foot_is_the_foot_of_the_type_area),
        WORLD_TEST(left_and_right_share_a_row),
        WORLD_TEST(it_takes_rows_for_itself_and_the_white_above),
        WORLD_TEST(a_long_line_goes_on_below),
        WORLD_TEST(a_tail_deeper_than_a_page_is_reported_and_left_out),
    };
    return cmocka_run_group_tests_name("tail", tests, NULL, NULL);
}
