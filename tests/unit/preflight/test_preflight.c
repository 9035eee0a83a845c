/* SPDX-License-Identifier: MIT */
#include "preflight/preflight.h"
#include "support/world.h"

#define WIDTH  300000
#define HEIGHT 400000
#define BLEED  8504

static const bul_condition coated = {.ink_limit = 300};
static const bul_condition newsprint = {.ink_limit = 230};
static const bul_product press = {.exchange = BUL_EXCHANGE_X4,
                                  .condition = &coated};
static const bul_product coarse = {.exchange = BUL_EXCHANGE_X4,
                                   .condition = &newsprint};
static const bul_product office = {.is_trimmed = true, .inks = BUL_INKS_BLACK};

static const bul_color black = {BUL_COLOR_GREY, 0, 0, 0, 1000};
static const bul_color white = {BUL_COLOR_GREY, 0, 0, 0, 0};

static bul_page *page_of(world *w)
{
    bul_page *page = BUL_NEW(&w->arena, bul_page, 1);
    page->width = WIDTH;
    page->height = HEIGHT;
    page->bleed = BLEED;
    page->number = 1;
    page->label = BUL_STR("1");
    return page;
}

/* Codes of what is found, with blanks between. */
static const char *found(world *w, bul_page *page, const bul_product *product)
{
    bul_edition edition = {0};
    *BUL_PUSH(&w->arena, &edition.pages) = page;
    bul_diag diag;
    bul_diag_init(&diag, &w->arena);
    bul_text codes = bul_text_in(&w->arena);
    bul_preflight(&edition, product, &w->arena, &diag);
    for (size_t i = 0; i < diag.entries.count; i++) {
        bul_text_add(&codes, bul_str_from(codes.len > 0 ? " " : ""));
        bul_text_add(&codes, bul_message_code(diag.entries.items[i].id));
    }
    w->diag = diag;
    return bul_cstr(&w->arena, bul_text_str(&codes));
}

static const char *found_of_bar(world *w, bul_bar bar,
                                const bul_product *product)
{
    bul_page *page = page_of(w);
    bul_page_add_bar(&w->arena, page, bar);
    return found(w, page, product);
}

static bul_glyph_run type_of(bul_mpt x, bul_mpt size, bul_color color)
{
    static const bul_glyph glyphs[] = {{.id = 1}, {.id = 2, .x = 20000}};
    return (bul_glyph_run){.x = x,
                           .y = 100000,
                           .size = size,
                           .color = color,
                           .text = BUL_STR("工会"),
                           .glyphs = glyphs,
                           .glyph_count = 2};
}

/* On a ground that begins 50 pt from the left. */
static const char *found_of_type(world *w, bul_glyph_run run, bul_color ground,
                                 const bul_product *product)
{
    bul_page *page = page_of(w);
    bul_page_add_bar(&w->arena, page,
                     (bul_bar){50000, 50000, 200000, 200000, ground, 0});
    bul_page_add_glyphs(&w->arena, page, run);
    return found(w, page, product);
}

/* ---- Pictures ---- */

/* Two inches wide. */
static const char *found_of_picture(world *w, uint32_t pixels,
                                    uint16_t crop_sides,
                                    const bul_product *product)
{
    bul_picture *picture = BUL_NEW(&w->arena, bul_picture, 1);
    *picture = (bul_picture){.path = BUL_STR("a.jpg"),
                             .width = pixels,
                             .height = pixels,
                             .orientation = 1};
    bul_page *page = page_of(w);
    bul_page_add_picture(&w->arena, page,
                         (bul_placed_picture){.x = 50000,
                                              .y = 50000,
                                              .w = 144000,
                                              .h = 144000,
                                              .crop_sides = crop_sides,
                                              .picture = picture});
    return found(w, page, product);
}

static void pictures_need_pixels_for_their_size(void **state)
{
    static const struct {
        uint32_t pixels;
        const bul_product *product;
        bool is_enough;
    } cases[] = {{400, &press, true},  {399, &press, false},
                 {399, &coarse, true}, {299, &coarse, false},
                 {200, &office, true}, {199, &office, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            found_of_picture(*state, cases[i].pixels, 0, cases[i].product),
            cases[i].is_enough ? "" : "preflight/resolution");
}

static void what_is_cropped_off_does_not_count(void **state)
{
    assert_string_equal(found_of_picture(*state, 500, 100, &press), "");
    assert_string_equal(found_of_picture(*state, 500, 150, &press),
                        "preflight/resolution");
}

/* ---- Lines ---- */

static void lines_must_not_break_up(void **state)
{
    const bul_color tint = {BUL_COLOR_GREY, 0, 0, 0, 400};
    const struct {
        bul_mpt width;
        bul_color color;
        bool is_thin;
    } cases[] = {{250, black, false},
                 {100, black, true},
                 {250, tint, true},
                 {500, tint, false},
                 {100, white, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const bul_bar across = {50000,          50000,          100000,
                                cases[i].width, cases[i].color, 0};
        const bul_bar down = {50000,  50000,          cases[i].width,
                              100000, cases[i].color, 0};
        const char *wanted = cases[i].is_thin ? "preflight/hairline" : "";
        assert_string_equal(found_of_bar(*state, across, &press), wanted);
        assert_string_equal(found_of_bar(*state, down, &press), wanted);
    }
}

/* ---- Type ---- */

static void small_light_type_on_dark_fills_in(void **state)
{
    const bul_color pale = {BUL_COLOR_GREY, 0, 0, 0, 200};
    bul_glyph_run small = type_of(100000, 7500, white);
    bul_face bold = {.weight = 700};
    assert_string_equal(found_of_type(*state, small, black, &press),
                        "preflight/reversed");
    assert_string_equal(found_of_type(*state, small, pale, &press), "");
    small.face = &bold;
    assert_string_equal(found_of_type(*state, small, black, &press), "");
    assert_string_equal(
        found_of_type(*state, type_of(100000, 8000, white), black, &press), "");
    assert_string_equal(
        found_of_type(*state, type_of(20000, 7500, white), black, &press), "");
}

static void small_type_is_of_one_ink(void **state)
{
    const bul_color red = {BUL_COLOR_CMYK, 80, 1000, 950, 60};
    const bul_color magenta = {BUL_COLOR_CMYK, 0, 1000, 0, 0};
    const bul_color rich = {BUL_COLOR_CMYK, 400, 0, 0, 1000};
    const struct {
        bul_color color;
        bul_mpt size;
        const char *found;
    } cases[] = {{red, 6000, "preflight/small-inks"},
                 {red, 7000, ""},
                 {magenta, 6000, ""},
                 {rich, 10500, "preflight/small-inks"},
                 {rich, 20000, ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            found_of_type(*state,
                          type_of(100000, cases[i].size, cases[i].color), white,
                          &press),
            cases[i].found);
}

static void a_colour_has_no_more_ink_than_the_paper_takes(void **state)
{
    const bul_color brown = {BUL_COLOR_CMYK, 600, 900, 900, 400};
    const bul_bar bar = {50000, 50000, 100000, 100000, brown, 0};
    assert_string_equal(found_of_bar(*state, bar, &press), "");
    assert_string_equal(found_of_bar(*state, bar, &coarse),
                        "preflight/ink-limit");
    assert_string_equal(found_of_bar(*state, bar, &office), "");
}

/* ---- Edges ---- */

static void type_keeps_off_the_edge(void **state)
{
    const struct {
        bul_mpt x;
        const bul_product *product;
        bool is_near;
    } cases[] = {{8500, &press, false},
                 {8000, &press, true},
                 {10000, &press, false},
                 {10000, &office, true},
                 {14200, &office, false},
                 {WIDTH - 29000 - 8600, &press, false},
                 {WIDTH - 29000 - 8000, &press, true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(found_of_type(*state,
                                          type_of(cases[i].x, 9000, black),
                                          white, cases[i].product),
                            cases[i].is_near ? "preflight/edge" : "");
}

static void what_is_at_the_edge_bleeds(void **state)
{
    const bul_bar bled = {-BLEED, 50000, WIDTH + 2 * BLEED, 9000, black, 0};
    const bul_bar flush = {0, 50000, 100000, 9000, black, 0};
    const bul_bar within = {5000, 50000, 100000, 9000, black, 0};
    const bul_bar half = {-4000, 50000, 100000, 9000, black, 0};
    assert_string_equal(found_of_bar(*state, bled, &press), "");
    assert_string_equal(found_of_bar(*state, flush, &press), "preflight/bleed");
    assert_string_equal(found_of_bar(*state, within, &press), "");
    assert_string_equal(found_of_bar(*state, half, &press), "preflight/bleed");
    assert_string_equal(found_of_bar(*state, flush, &office), "");
}

/* ---- Telling ---- */

static void
a_fault_is_told_once_a_page_with_the_worst_and_how_many(void **state)
{
    world *w = *state;
    bul_page *page = page_of(w);
    for (int i = 1; i <= 3; i++)
        bul_page_add_bar(&w->arena, page,
                         (bul_bar){50000, 50000 * i, 100000, 60 * i, black, 0});
    assert_string_equal(found(w, page, &press), "preflight/hairline");
    const bul_args *args = &w->diag.entries.items[0].args;
    assert_true(bul_str_equal(args->at[1], BUL_STR("3")));
    assert_true(bul_str_equal(args->at[2], BUL_STR("0.06")));
}

static void screens_are_left_alone(void **state)
{
    const bul_product screen = {.inks = BUL_INKS_LIGHT, .is_trimmed = true};
    const bul_bar thin = {0, 50000, 100, 100000, black, 0};
    assert_string_equal(found_of_bar(*state, thin, &screen), "");
    assert_string_equal(found_of_bar(*state, thin, &press),
                        "preflight/hairline preflight/bleed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(pictures_need_pixels_for_their_size),
        WORLD_TEST(what_is_cropped_off_does_not_count),
        WORLD_TEST(lines_must_not_break_up),
        WORLD_TEST(small_light_type_on_dark_fills_in),
        WORLD_TEST(small_type_is_of_one_ink),
        WORLD_TEST(a_colour_has_no_more_ink_than_the_paper_takes),
        WORLD_TEST(type_keeps_off_the_edge),
        WORLD_TEST(what_is_at_the_edge_bleeds),
        WORLD_TEST(a_fault_is_told_once_a_page_with_the_worst_and_how_many),
        WORLD_TEST(screens_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
