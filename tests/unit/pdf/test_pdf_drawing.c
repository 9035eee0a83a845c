/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "pdf/pdf.h"
#include "support/edition.h"

/* A triangle; a wave of one curve. */
static const bul_stroke triangle[] = {
    {BUL_PEN_MOVE, {0}, {0}},
    {BUL_PEN_LINE, {4000}, {0}},
    {BUL_PEN_LINE, {2000}, {3500}},
    {BUL_PEN_CLOSE, {0}, {0}},
};
static const bul_stroke wave[] = {
    {BUL_PEN_MOVE, {0}, {1000}},
    {BUL_PEN_CURVE, {1000, 2000, 3000}, {0, 2000, 1000}},
};
static const bul_color red = {BUL_COLOR_CMYK, 0, 1000, 1000, 0};

static bul_drawing filled(bul_mpt x, bul_mpt y)
{
    return (bul_drawing){.x = x,
                         .y = y,
                         .strokes = triangle,
                         .stroke_count = 4,
                         .color = BUL_COLOR_BLACK};
}

static bul_drawing lined(bul_mpt x, bul_mpt y)
{
    return (bul_drawing){.x = x,
                         .y = y,
                         .strokes = wave,
                         .stroke_count = 2,
                         .line = 600,
                         .color = BUL_COLOR_BLACK};
}

/* The content of a page with these drawings. */
static const char *drawn(world *w, const bul_drawing *drawings, size_t count)
{
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    page->height = 100000;
    for (size_t i = 0; i < count; i++)
        edition_draw(w, page, drawings[i]);
    edition_write(w, edition, &bytes);
    return edition_streams(w, &bytes);
}

#define TRIANGLE_AT_10 "10 80 m\n14 80 l\n12 76.5 l\nh\n"
#define TRIANGLE_AT_30 "30 80 m\n34 80 l\n32 76.5 l\nh\n"

static void filled_drawings_of_one_colour_share_a_path(void **state)
{
    world *w = *state;
    bul_drawing drawings[] = {filled(10000, 20000), filled(30000, 20000),
                              filled(30000, 20000)};
    assert_string_equal(drawn(w, drawings, 2),
                        TRIANGLE_AT_10 TRIANGLE_AT_30 "f\n");
    drawings[1].color = red;
    assert_string_equal(drawn(w, drawings, 2),
                        TRIANGLE_AT_10 "f\n0 1 1 0 k\n" TRIANGLE_AT_30 "f\n");
}

/* Together, two of opposite direction would leave a hole. */
static void filled_drawings_that_overlap_are_filled_apart(void **state)
{
    world *w = *state;
    bul_drawing drawings[] = {filled(10000, 20000), filled(30000, 20000),
                              filled(33999, 20000)};
    const char *content = drawn(w, drawings, 3);
    assert_int_equal(edition_count(content, "f\n"), 2);
    edition_find(content, TRIANGLE_AT_10 TRIANGLE_AT_30 "f\n33.999 80 m\n");
    drawings[2].x = 10000; /* over one before the last */
    assert_int_equal(edition_count(drawn(w, drawings, 3), "f\n"), 2);
    drawings[2].x = 34000; /* side by side */
    assert_int_equal(edition_count(drawn(w, drawings, 3), "f\n"), 1);
}

static void lines_have_round_ends_and_share_a_stroke(void **state)
{
    world *w = *state;
    bul_drawing drawings[] = {lined(10000, 20000), lined(13000, 20000)};
    assert_string_equal(drawn(w, drawings, 2),
                        "q\n0 G\n.6 w\n1 J\n1 j\n"
                        "10 79 m\n11 80 12 78 13 79 c\n"
                        "13 79 m\n14 80 15 78 16 79 c\nS\nQ\n");
    drawings[1].line = 500;
    assert_int_equal(edition_count(drawn(w, drawings, 2), "S\nQ\n"), 2);
    drawings[1] = lined(13000, 20000);
    drawings[1].color = red;
    const char *content = drawn(w, drawings, 2);
    assert_int_equal(edition_count(content, "S\nQ\n"), 2);
    edition_find(content, "q\n0 1 1 0 K\n.6 w\n");
}

static void bars_text_and_drawings_do_not_mix(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_bar bar = {.w = 1000, .h = 1000, .color = BUL_COLOR_BLACK};
    page->height = 100000;
    bul_page_add_bar(&w->arena, page, bar);
    edition_draw(w, page, filled(10000, 20000));
    bul_page_add_bar(&w->arena, page, bar);
    edition_draw(w, page, lined(10000, 20000));
    edition_draw(w, page, filled(10000, 20000));
    edition_set(w, page, face, 10000, 0, 20000, "工");
    edition_draw(w, page, lined(10000, 20000));
    edition_write(w, edition, &bytes);

    const char *content = edition_streams(w, &bytes);
    edition_find(content, "0 99 1 1 re\nf\n" TRIANGLE_AT_10
                          "f\n0 99 1 1 re\nf\nq\n0 G\n");
    edition_find(content, "c\nS\nQ\n" TRIANGLE_AT_10 "f\nBT\n");
    edition_find(content, "]TJ\nET\nq\n0 G\n");
}

static void a_drawing_that_begins_nowhere_is_not_drawn(void **state)
{
    world *w = *state;
    bul_drawing drawings[] = {filled(10000, 20000), lined(10000, 20000)};
    drawings[0].stroke_count = 0;
    drawings[1].strokes++;
    drawings[1].stroke_count--;
    assert_string_equal(drawn(w, drawings, 2), "");
    /* What comes before the first contour is left out. */
    static const bul_stroke late[] = {{BUL_PEN_LINE, {9000}, {9000}},
                                      {BUL_PEN_MOVE, {0}, {0}},
                                      {BUL_PEN_LINE, {1000}, {0}}};
    drawings[0].strokes = late;
    drawings[0].stroke_count = 3;
    assert_string_equal(drawn(w, drawings, 1), "10 80 m\n11 80 l\nf\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(filled_drawings_of_one_colour_share_a_path),
        WORLD_TEST(filled_drawings_that_overlap_are_filled_apart),
        WORLD_TEST(lines_have_round_ends_and_share_a_stroke),
        WORLD_TEST(bars_text_and_drawings_do_not_mix),
        WORLD_TEST(a_drawing_that_begins_nowhere_is_not_drawn),
    };
    return cmocka_run_group_tests_name("pdf_drawing", tests, NULL, NULL);
}
