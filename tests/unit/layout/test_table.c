/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/figure.h"
#include "layout/galley.h"
#include "support/desk.h"

/* The table of an article, and the galley it makes. */
static const bul_table *table_of(desk *d, const char *markdown)
{
    desk_put(d, desk_join(d, "---\ntitle: 题目\n---\n\n", markdown));
    const bul_issue *issue = desk_read(d, "");
    const bul_block *block = &issue->articles.items[0]->blocks.items[0];
    assert_int_equal(block->kind, BUL_BLOCK_TABLE);
    return block->table;
}

static bul_galley *cast(desk *d, const bul_table *table, bul_mpt measure)
{
    bul_galley *galley = BUL_NEW(&d->w->arena, bul_galley, 1);
    galley->measure = measure;
    bul_caster caster = {
        .c = &d->c, .galley = galley, .measure = measure, .column_count = 1};
    bul_caster_add_table(&caster, table, (bul_span){0});
    return galley;
}

#define TABLE "| 甲 | 乙 |\n|---|--:|\n| 一 | 2 |\n| 三 | 45 |\n"

static const bul_slug *slug_with(const bul_galley *galley, const char *text)
{
    for (size_t i = 0; i < galley->slugs.count; i++) {
        const bul_slug *slug = &galley->slugs.items[i];
        for (size_t n = 0; n < slug->type.items.count; n++) {
            const bul_item *item = &slug->type.items.items[n];
            if (item->type == BUL_ITEM_GLYPHS &&
                bul_str_equal(item->as.glyphs.text, bul_str_from(text)))
                return slug;
        }
    }
    fail_msg("no row holds %s", text);
    return NULL;
}

static const bul_glyph_run *run_with(const bul_slug *slug, const char *text)
{
    for (size_t n = 0; n < slug->type.items.count; n++) {
        const bul_item *item = &slug->type.items.items[n];
        if (item->type == BUL_ITEM_GLYPHS &&
            bul_str_equal(item->as.glyphs.text, bul_str_from(text)))
            return &item->as.glyphs;
    }
    fail();
    return NULL;
}

static void each_row_is_a_slug_on_the_grid(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = cast(d, table_of(d, TABLE), 200000);

    assert_int_equal(slug_with(galley, "甲")->rows, 1);
    assert_true(slug_with(galley, "甲") + 1 == slug_with(galley, "一"));
    assert_true(slug_with(galley, "一") + 1 == slug_with(galley, "三"));
    assert_true(BUL_LAST(&galley->slugs)->flags & BUL_SLUG_WHITE);
}

static size_t rules_of(const bul_slug *slug)
{
    size_t count = 0;
    for (size_t n = 0; n < slug->type.items.count; n++)
        count += slug->type.items.items[n].type == BUL_ITEM_BAR;
    return count;
}

static void rules_part_head_and_total_and_nothing_else(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley =
        cast(d,
             table_of(d, "| 甲 | 乙 |\n|---|--:|\n| 一 | 2 |\n| 三 | 45 |\n"
                         "| **合计** | 47 |\n"),
             200000);

    assert_int_equal(rules_of(slug_with(galley, "甲")), 2); /* over, under */
    assert_int_equal(rules_of(slug_with(galley, "一")), 0);
    assert_int_equal(rules_of(slug_with(galley, "三")), 1); /* over the total */
    assert_int_equal(rules_of(slug_with(galley, "合计")), 1);
}

static void where_a_cell_goes_on_every_row_has_a_rule(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = cast(
        d,
        table_of(d,
                 "| 甲 | 乙 |\n|---|---|\n| 一 | 这一格的字多得一行排不下 |\n"
                 "| 三 | 四 |\n"),
        80000);

    assert_int_equal(rules_of(slug_with(galley, "一")), 1);
}

static void the_head_row_stays_with_the_first(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = cast(d, table_of(d, TABLE), 200000);

    assert_true(slug_with(galley, "甲")->flags & BUL_SLUG_KEEP_NEXT);
    assert_false(slug_with(galley, "一")->flags & BUL_SLUG_KEEP_NEXT);
}

static void
cells_of_a_row_share_a_baseline_and_stay_in_their_column(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = cast(d, table_of(d, TABLE), 200000);
    const bul_slug *row = slug_with(galley, "一");

    assert_int_equal(run_with(row, "一")->y, run_with(row, "2")->y);
    assert_in_range(run_with(row, "一")->x, 0, 99999);
    assert_in_range(run_with(row, "2")->x, 100000, 199999);
}

static void a_right_column_ends_at_its_right(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = cast(d, table_of(d, TABLE), 200000);
    bul_mpt one = run_with(slug_with(galley, "一"), "2")->x;
    bul_mpt two = run_with(slug_with(galley, "三"), "45")->x;

    assert_true(two < one);
}

static void a_row_takes_as_many_lines_as_the_layout_says(void **state)
{
    desk *d = desk_open(*state, 1, "table: {lines: 2}\n");
    bul_galley *galley = cast(d, table_of(d, TABLE), 200000);
    assert_int_equal(slug_with(galley, "一")->rows, 2);
}

static void a_cell_too_long_goes_on_in_its_row(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley =
        cast(d,
             table_of(d, "| 甲 | 乙 |\n|---|---|\n"
                         "| 一二三四五六七八九十 | 一二三四五六七八九十 |\n"
                         "| 末 | 末 |\n"),
             120000);
    const bul_slug *row = slug_with(galley, "末") - 1;
    assert_true(row->rows > 1);
}

static void a_table_too_wide_for_a_column_is_wide(void **state)
{
    desk *d = desk_open(*state, 2, "");
    const bul_table *table = table_of(d, TABLE);

    assert_false(bul_table_is_wide(&d->c, table, 100000, 2));
    assert_true(bul_table_is_wide(&d->c, table, 30000, 2));
    assert_false(bul_table_is_wide(&d->c, table, 30000, 1));
}

static void a_wide_table_keeps_its_rows_and_leaves_out_the_white(void **state)
{
    desk *d = desk_open(*state, 2, "");
    const bul_table *table = table_of(d, TABLE);
    bul_galley *galley = cast(d, table, 200000);
    int rows = 0;
    for (size_t i = 0; i < galley->slugs.count; i++)
        if (!(galley->slugs.items[i].flags & BUL_SLUG_WHITE))
            rows += galley->slugs.items[i].rows;

    bul_set_figure set = bul_table_set(&d->c, table, 200000, (bul_span){0});
    assert_int_equal(set.rows, rows);
}

static void more_columns_than_the_measure_holds_do_no_harm(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = cast(
        d,
        table_of(d, "|a|b|c|d|e|f|g|h|i|j|k|l|\n|-|-|-|-|-|-|-|-|-|-|-|-|\n"
                    "|甲|乙|丙|丁|戊|己|庚|辛|壬|癸|子|丑|\n"),
        60000);
    assert_non_null(slug_with(galley, "丑"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(each_row_is_a_slug_on_the_grid),
        WORLD_TEST(rules_part_head_and_total_and_nothing_else),
        WORLD_TEST(where_a_cell_goes_on_every_row_has_a_rule),
        WORLD_TEST(the_head_row_stays_with_the_first),
        WORLD_TEST(cells_of_a_row_share_a_baseline_and_stay_in_their_column),
        WORLD_TEST(a_right_column_ends_at_its_right),
        WORLD_TEST(a_row_takes_as_many_lines_as_the_layout_says),
        WORLD_TEST(a_cell_too_long_goes_on_in_its_row),
        WORLD_TEST(a_table_too_wide_for_a_column_is_wide),
        WORLD_TEST(a_wide_table_keeps_its_rows_and_leaves_out_the_white),
        WORLD_TEST(more_columns_than_the_measure_holds_do_no_harm),
    };
    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
