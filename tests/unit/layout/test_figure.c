/* SPDX-License-Identifier: MIT */
#include "layout/figure.h"
#include "support/desk.h"

/* A picture that is never looked into. */
static bul_figure figure_of(desk *d, unsigned width, unsigned height)
{
    bul_picture *picture = BUL_NEW(&d->w->arena, bul_picture, 1);
    picture->width = width;
    picture->height = height;
    return (bul_figure){.picture = picture};
}

static void add_caption(desk *d, bul_figure *figure, const char *text)
{
    BUL_PUSH(&d->w->arena, &figure->caption)->text = bul_str_from(text);
}

static const bul_placed_picture *picture_of(const bul_set_figure *set)
{
    assert_int_equal(set->type.items.items[0].type, BUL_ITEM_PICTURE);
    return &set->type.items.items[0].as.picture;
}

static void a_picture_ends_on_the_ink_foot_of_a_line(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_figure figure = figure_of(d, 100, 50);
    bul_set_figure set = bul_figure_set(&d->c, &figure, 100000, 12);
    const bul_placed_picture *placed = picture_of(&set);

    /* 50 pt and the white of a line make 55: nearest 4 lines of 15. */
    assert_int_equal(set.rows, 4);
    assert_int_equal(placed->y, 2500);
    assert_int_equal(placed->h, 4 * 15000 - 5000);
    assert_int_equal(placed->w, 100000);
}

static void a_picture_is_cut_to_its_rows_and_never_squeezed(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_figure figure = figure_of(d, 100, 50);
    bul_set_figure set = bul_figure_set(&d->c, &figure, 100000, 12);
    const bul_placed_picture *placed = picture_of(&set);
    /* 55 pt deep asks for a width of 110: 10 too much, 45 ‰ a side. */
    assert_int_equal(placed->crop_ends, 0);
    assert_int_equal(placed->crop_sides, 45);
}

static void a_picture_too_deep_becomes_narrower_in_the_middle(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_figure figure = figure_of(d, 100, 200);
    bul_set_figure set = bul_figure_set(&d->c, &figure, 100000, 6);
    const bul_placed_picture *placed = picture_of(&set);

    assert_int_equal(set.rows, 6);
    assert_int_equal(placed->h, 85000);
    assert_in_range(placed->w, 42000, 43000);
    assert_in_range(placed->x, (100000 - placed->w) / 2 - 1,
                    (100000 - placed->w) / 2 + 1);
    assert_in_range(placed->crop_ends, 0, 10);
    assert_in_range(placed->crop_sides, 0, 10);
}

static void pictures_of_absurd_shape_do_no_harm(void **state)
{
    desk *d = desk_open(*state, 2, "");
    static const unsigned shapes[][2] = {{1, 60000}, {60000, 1}, {1, 1}};
    for (size_t i = 0; i < 3; i++) {
        bul_figure figure = figure_of(d, shapes[i][0], shapes[i][1]);
        bul_set_figure set = bul_figure_set(&d->c, &figure, 100000, 12);
        const bul_placed_picture *placed = picture_of(&set);
        assert_in_range(set.rows, 2, 12);
        assert_in_range(placed->crop_sides, 0, 500);
        assert_in_range(placed->crop_ends, 0, 500);
    }
}

static void a_caption_adds_the_lines_it_needs(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_figure figure = figure_of(d, 100, 50);
    add_caption(d, &figure, "江边");
    bul_set_figure set = bul_figure_set(&d->c, &figure, 100000, 12);

    assert_int_equal(set.rows, 5);
    assert_int_equal(set.type.items.count, 2);
    assert_string_equal(world_cstr(d->w, picture_of(&set)->caption), "江边");
}

static void the_credit_stands_beside_a_short_caption(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_figure figure = figure_of(d, 100, 50);
    add_caption(d, &figure, "江边");
    figure.credit.text = BUL_STR("林 摄");
    bul_set_figure set = bul_figure_set(&d->c, &figure, 100000, 12);
    const bul_items *items = &set.type.items;

    assert_int_equal(items->items[2].as.glyphs.y, items->items[1].as.glyphs.y);
    assert_true(items->items[2].as.glyphs.x > 50000);
}

static void the_credit_goes_under_a_full_caption(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_figure figure = figure_of(d, 100, 50);
    add_caption(d, &figure, "江边江边江边江边江");
    figure.credit.text = BUL_STR("林 摄");
    bul_set_figure set = bul_figure_set(&d->c, &figure, 100000, 12);
    const bul_items *items = &set.type.items;

    assert_true(items->items[2].as.glyphs.y > items->items[1].as.glyphs.y);
}

static void a_caption_without_a_picture_is_set_alone(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_figure figure = {0};
    assert_int_equal(bul_figure_set(&d->c, &figure, 100000, 12).rows, 0);
    add_caption(d, &figure, "江边");
    assert_in_range(bul_figure_set(&d->c, &figure, 100000, 12).rows, 1, 2);
}

static void width_decides_whether_a_picture_is_wide(void **state)
{
    (void)state;
    bul_figure figure = {.columns = 2};
    assert_true(bul_figure_is_wide(&figure, 3));
    assert_false(bul_figure_is_wide(&figure, 1));
    assert_int_equal(bul_figure_columns(&figure, 3), 2);
    figure.columns = 5;
    assert_int_equal(bul_figure_columns(&figure, 3), 3);
    figure.columns = 1;
    assert_false(bul_figure_is_wide(&figure, 3));
    figure = (bul_figure){.columns = 2, .place = BUL_PLACE_INLINE};
    assert_false(bul_figure_is_wide(&figure, 3));
    figure = (bul_figure){.place = BUL_PLACE_LEFT};
    assert_true(bul_figure_is_wide(&figure, 3));
    assert_false(bul_figure_is_wide(&figure, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_picture_ends_on_the_ink_foot_of_a_line),
        WORLD_TEST(a_picture_is_cut_to_its_rows_and_never_squeezed),
        WORLD_TEST(a_picture_too_deep_becomes_narrower_in_the_middle),
        WORLD_TEST(pictures_of_absurd_shape_do_no_harm),
        WORLD_TEST(a_caption_adds_the_lines_it_needs),
        WORLD_TEST(the_credit_stands_beside_a_short_caption),
        WORLD_TEST(the_credit_goes_under_a_full_caption),
        WORLD_TEST(a_caption_without_a_picture_is_set_alone),
        WORLD_TEST(width_decides_whether_a_picture_is_wide),
    };
    return cmocka_run_group_tests_name("figure", tests, NULL, NULL);
}
