/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/galley.h"
#include "support/desk.h"

static bul_galley *galley_of(desk *d, const char *text)
{
    desk_put(d, desk_join(d, "---\ntitle: 题目\n---\n\n", text));
    return bul_galley_set(&d->c, desk_read(d, "")->articles.items[0],
                          d->template->measure, 1);
}

static const char *text_of(desk *d, const bul_slug *slug)
{
    bul_text text = bul_text_in(&d->w->arena);
    for (size_t i = 0; i < slug->type.items.count; i++)
        if (slug->type.items.items[i].type == BUL_ITEM_GLYPHS)
            bul_text_add(&text, slug->type.items.items[i].as.glyphs.text);
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

/* The index of the slug whose text is `text`. */
static size_t slug_with(desk *d, const bul_galley *galley, const char *text)
{
    for (size_t i = 0; i < galley->slugs.count; i++)
        if (strcmp(text_of(d, &galley->slugs.items[i]), text) == 0)
            return i;
    fail_msg("no line is %s", text);
    return 0;
}

static void a_box_lies_on_one_ground_with_white_around(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = galley_of(d, "甲\n\n::: 链接 小题\n乙\n:::\n\n丙\n");
    size_t text = slug_with(d, galley, "乙");
    const bul_ground *ground = galley->slugs.items[text].ground;

    assert_non_null(ground);
    assert_int_equal(ground->width, d->template->measure);
    assert_ptr_equal(galley->slugs.items[slug_with(d, galley, "链接")].ground,
                     ground);
    assert_null(galley->slugs.items[slug_with(d, galley, "甲")].ground);
    assert_null(galley->slugs.items[slug_with(d, galley, "丙")].ground);
    assert_true(galley->slugs.items[slug_with(d, galley, "丙") - 1].flags &
                BUL_SLUG_WHITE);
}

static void the_text_of_a_box_is_inset(void **state)
{
    desk *d = desk_open(*state, 1, "styles: {box_text: {indent: 0}}\n");
    bul_galley *galley = galley_of(d, "::: 链接 小题\n乙\n:::\n");
    const bul_slug *slug = &galley->slugs.items[slug_with(d, galley, "乙")];
    assert_int_equal(slug->type.items.items[0].as.glyphs.x, 10000);
}

static void its_title_stays_with_its_text(void **state)
{
    desk *d = desk_open(*state, 1, "");
    bul_galley *galley = galley_of(d, "::: 链接 小题\n乙\n:::\n");
    assert_true(galley->slugs.items[slug_with(d, galley, "链接")].flags &
                BUL_SLUG_KEEP_NEXT);
    assert_true(galley->slugs.items[slug_with(d, galley, "小题")].flags &
                BUL_SLUG_KEEP_NEXT);
}

static void a_number_box_is_one_slug_that_floats(void **state)
{
    desk *d = desk_open(*state, 1, "styles: {number: {size: 40pt}}\n");
    bul_galley *galley = galley_of(d, "::: 数字\n86件\n\n办结\n:::\n");
    const bul_slug *slug = &galley->slugs.items[0];

    assert_true(slug->flags & BUL_SLUG_FLOATS);
    assert_true(slug->rows >= 4);
    bool found = false;
    for (size_t i = 0; i < slug->type.items.count; i++) {
        const bul_item *item = &slug->type.items.items[i];
        if (item->type == BUL_ITEM_GLYPHS &&
            bul_str_equal(item->as.glyphs.text, BUL_STR("86"))) {
            assert_int_equal(item->as.glyphs.size, 40000);
            found = true;
        }
    }
    assert_true(found);
}

static void everything_in_a_number_box_stays_in_its_rows(void **state)
{
    desk *d = desk_open(*state, 1, "styles: {number: {size: 40pt}}\n");
    bul_galley *galley = galley_of(d, "::: 数字\n86件\n\n办结\n:::\n");
    const bul_slug *slug = &galley->slugs.items[0];
    for (size_t i = 0; i < slug->type.items.count; i++) {
        const bul_item *item = &slug->type.items.items[i];
        if (item->type == BUL_ITEM_GLYPHS)
            assert_in_range(item->as.glyphs.y, 0,
                            (slug->rows - slug->white) * 15000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_box_lies_on_one_ground_with_white_around),
        WORLD_TEST(the_text_of_a_box_is_inset),
        WORLD_TEST(its_title_stays_with_its_text),
        WORLD_TEST(a_number_box_is_one_slug_that_floats),
        WORLD_TEST(everything_in_a_number_box_stays_in_its_rows),
    };
    return cmocka_run_group_tests_name("box", tests, NULL, NULL);
}
