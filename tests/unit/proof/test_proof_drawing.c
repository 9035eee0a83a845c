/* SPDX-License-Identifier: MIT */
/* test_proof_drawing.c - drawings as a proof shows them. */
#include "proof/proof_drawing.h"
#include "support/edition.h"

static const bul_stroke dot[] = {
    {BUL_PEN_MOVE, {1000}, {0}},
    {BUL_PEN_CURVE, {1000, -1000, -1000}, {1500, 1500, 0}},
    {BUL_PEN_CURVE, {-1000, 1000, 1000}, {-1500, -1500, 0}},
    {BUL_PEN_CLOSE, {0}, {0}},
};
static const bul_stroke other_dot[] = {
    {BUL_PEN_MOVE, {1000}, {0}},
    {BUL_PEN_CURVE, {1000, -1000, -1000}, {1500, 1500, 1}},
    {BUL_PEN_CURVE, {-1000, 1000, 1000}, {-1500, -1500, 0}},
    {BUL_PEN_CLOSE, {0}, {0}},
};

static bul_drawing dot_at(bul_mpt x, bul_mpt y)
{
    return (bul_drawing){.x = x,
                         .y = y,
                         .strokes = dot,
                         .stroke_count = 4,
                         .color = BUL_COLOR_BLACK};
}

/* All lines of these drawings. */
static const char *shown(world *w, const bul_drawing *drawings, size_t count)
{
    bul_page page = {0};
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < count; i++)
        edition_draw(w, &page, drawings[i]);
    for (size_t at = 0, taken; at < count; at += taken) {
        taken = bul_proof_drawing_count(&page, at);
        bul_proof_drawing_add(&text, &page, at, taken);
    }
    return world_cstr(w, bul_text_str(&text));
}

static void a_drawing_shows_its_box_and_shape(void **state)
{
    world *w = *state;
    bul_drawing drawing = dot_at(43500, 190000);
    assert_string_equal(shown(w, &drawing, 1),
                        "drawing  x 42.500  y 188.500  w 2.000  h 3.000  "
                        "shape 0f4b869a\n");
    drawing.line = 500;
    drawing.color = (bul_color){BUL_COLOR_CMYK, 0, 1000, 950, 0};
    assert_string_equal(shown(w, &drawing, 1),
                        "drawing  x 42.500  y 188.500  w 2.000  h 3.000  "
                        "line 0.500  ink cmyk 0.000 1.000 0.950 0.000  "
                        "shape 0f4b869a\n");
    drawing = (bul_drawing){.x = 1000, .y = 2000, .color = BUL_COLOR_BLACK};
    assert_non_null(strstr(shown(w, &drawing, 1),
                           "drawing  x 1.000  y 2.000  w 0.000  h 0.000  "));
}

static void the_shape_tells_drawings_of_one_box_apart(void **state)
{
    world *w = *state;
    bul_drawing a = dot_at(0, 0), b = dot_at(0, 0);
    b.strokes = other_dot;
    assert_string_not_equal(shown(w, &a, 1), shown(w, &b, 1));
}

static void dots_in_a_row_or_a_column_are_one_line(void **state)
{
    world *w = *state;
    bul_drawing row[] = {dot_at(10000, 20000), dot_at(20500, 20000),
                         dot_at(31000, 20000)};
    assert_string_equal(shown(w, row, 3),
                        "drawings 3  x 9.000..30.000  y 18.500  w 2.000  "
                        "h 3.000  shape 0f4b869a\n");
    bul_drawing column[] = {dot_at(10000, 20000), dot_at(10000, 30500)};
    assert_string_equal(shown(w, column, 2),
                        "drawings 2  x 9.000  y 18.500..29.000  w 2.000  "
                        "h 3.000  shape 0f4b869a\n");
}

static void a_thousandth_of_a_point_is_rounding_and_two_are_not(void **state)
{
    world *w = *state;
    bul_drawing row[] = {dot_at(0, 0), dot_at(10001, 0), dot_at(20000, 0)};
    assert_null(strstr(shown(w, row, 3), "places"));
    row[1].x = 10002;
    const char *two = shown(w, row, 3);
    assert_non_null(strstr(two, "  places "));
    row[1].x = 10003;
    assert_string_not_equal(two, shown(w, row, 3));
}

static void what_is_unlike_or_elsewhere_begins_a_line(void **state)
{
    world *w = *state;
    bul_drawing both[] = {dot_at(0, 0), dot_at(10000, 0)};
    both[1].color.k = 500;
    assert_int_equal(edition_count(shown(w, both, 2), "drawing "), 2);
    both[1] = dot_at(10000, 0);
    both[1].line = 100;
    assert_int_equal(edition_count(shown(w, both, 2), "drawing "), 2);
    both[1] = dot_at(10000, 0);
    both[1].strokes = other_dot;
    assert_int_equal(edition_count(shown(w, both, 2), "drawing "), 2);
    both[1] = dot_at(10000, 1);
    assert_int_equal(edition_count(shown(w, both, 2), "drawing "), 2);
    bul_drawing corner[] = {dot_at(0, 0), dot_at(10000, 0), dot_at(0, 10000)};
    assert_int_equal(edition_count(shown(w, corner, 3), "drawing"), 2);
    corner[1] = dot_at(0, 10000);
    corner[2] = dot_at(10000, 0);
    assert_int_equal(edition_count(shown(w, corner, 3), "drawing"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_drawing_shows_its_box_and_shape),
        WORLD_TEST(the_shape_tells_drawings_of_one_box_apart),
        WORLD_TEST(dots_in_a_row_or_a_column_are_one_line),
        WORLD_TEST(a_thousandth_of_a_point_is_rounding_and_two_are_not),
        WORLD_TEST(what_is_unlike_or_elsewhere_begins_a_line),
    };
    return cmocka_run_group_tests_name("proof_drawing", tests, NULL, NULL);
}
