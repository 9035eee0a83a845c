/* SPDX-License-Identifier: MIT */
/* test_proof.c - a whole edition as text. */
#include "proof/proof.h"
#include "support/edition.h"
#include "unit/proof/square.h"

typedef struct reading {
    bul_text text;
    size_t calls_left; /* the sink refuses after so many */
} reading;

static bool read_on(void *state, const void *bytes, size_t count)
{
    reading *r = state;
    if (r->calls_left == 0)
        return false;
    r->calls_left--;
    bul_text_add(&r->text, (bul_str){bytes, count});
    return true;
}

static const char *proof_of(world *w, const bul_edition *edition)
{
    reading r = {bul_text_in(&w->arena), 1000};
    bul_sink sink = {read_on, &r};
    assert_int_equal(bul_proof_write(edition, &w->arena, sink), BUL_OK);
    return world_cstr(w, bul_text_str(&r.text));
}

/* A page of 200 by 300 pt in an edition of its own. */
static bul_page *add_page(world *w, bul_edition *edition)
{
    bul_page *page = BUL_NEW(&w->arena, bul_page, 1);
    *BUL_PUSH(&w->arena, &edition->pages) = page;
    page->width = 200000;
    page->height = 300000;
    page->number = edition->pages.count;
    return page;
}

#define HEAD "edition 试\npage 1 of 1  70.556x105.833mm\n"

static const char *proof_of_page(world *w, bul_edition *edition)
{
    edition->title = BUL_STR("试");
    const char *proof = proof_of(w, edition);
    assert_true(bul_str_starts(bul_str_from(proof), BUL_STR(HEAD)));
    return proof + strlen(HEAD);
}

static void an_edition_opens_with_what_it_is(void **state)
{
    world *w = *state;
    bul_edition edition = {.title = BUL_STR("一周工运 第46期"),
                           .author = BUL_STR("青禾市总工会"),
                           .language = BUL_STR("zh-Hans"),
                           .year = 2026,
                           .month = 11,
                           .day = 2};
    bul_page *page = add_page(w, &edition);
    page->width = bul_mpt_from_mm(275);
    page->height = bul_mpt_from_mm(390);
    page->bleed = bul_mpt_from_mm(3);
    page->label = BUL_STR("A1");
    add_page(w, &edition);
    assert_string_equal(proof_of(w, &edition),
                        "edition 一周工运 第46期  2026-11-02\n"
                        "  author 青禾市总工会\n"
                        "  language zh-Hans\n"
                        "page 1 of 2  275.000x390.000mm  bleed 3.000mm  "
                        "label A1\n"
                        "page 2 of 2  70.556x105.833mm\n");
}

static void marks_indent_and_name_what_they_hold(void **state)
{
    world *w = *state;
    bul_edition edition = {0};
    bul_page *page = add_page(w, &edition);
    bul_page_begin(&w->arena, page, BUL_ROLE_FURNITURE, 0);
    bul_page_end(&w->arena, page, BUL_ROLE_FURNITURE, 0);
    bul_page_begin(&w->arena, page, BUL_ROLE_ARTICLE, 2);
    bul_page_begin(&w->arena, page, BUL_ROLE_PARAGRAPH, 5);
    bul_page_add_glyphs(&w->arena, page, square_run(w, "文", 0, 9000));
    bul_page_end(&w->arena, page, BUL_ROLE_PARAGRAPH, 5);
    bul_page_begin(&w->arena, page, BUL_ROLE_LIST_ITEM, 6);
    assert_string_equal(
        proof_of_page(w, &edition),
        "  furniture\n"
        "  article 2\n"
        "    paragraph 5\n"
        "      line  x 0.000  y 9.000  w 10.000  Song 10.000  文\n"
        "    list-item 6\n");
}

static void every_role_has_its_own_name(void **state)
{
    world *w = *state;
    bul_edition edition = {0};
    bul_page *page = add_page(w, &edition);
    for (int role = BUL_ROLE_FURNITURE; role <= BUL_ROLE_TAIL; role++) {
        bul_page_begin(&w->arena, page, (bul_role)role, 0);
        bul_page_end(&w->arena, page, (bul_role)role, 0);
    }
    assert_string_equal(proof_of_page(w, &edition),
                        "  furniture\n  masthead\n  entry\n  article\n"
                        "  headline\n  head-line\n  paragraph\n  crosshead\n"
                        "  list-item\n  quote\n  figure\n  caption\n"
                        "  table\n  row\n  cell\n  box\n  note\n  tail\n");
}

static void an_end_too_many_does_no_harm(void **state)
{
    world *w = *state;
    bul_edition edition = {0};
    bul_page *page = add_page(w, &edition);
    bul_page_end(&w->arena, page, BUL_ROLE_BOX, 1);
    bul_page_begin(&w->arena, page, BUL_ROLE_BOX, 1);
    assert_string_equal(proof_of_page(w, &edition), "  box 1\n");
}

static void a_bar_shows_place_dash_and_ink(void **state)
{
    world *w = *state;
    bul_edition edition = {0};
    bul_page *page = add_page(w, &edition);
    bul_page_add_bar(&w->arena, page,
                     (bul_bar){1000, 2500, 100000, 500, BUL_COLOR_BLACK, 0});
    bul_page_add_bar(
        &w->arena, page,
        (bul_bar){0, 0, 1, 2, {BUL_COLOR_GREY, 0, 0, 0, 100}, 3000});
    assert_string_equal(
        proof_of_page(w, &edition),
        "  bar  x 1.000  y 2.500  w 100.000  h 0.500\n"
        "  bar  x 0.000  y 0.000  w 0.001  h 0.002  dash 3.000  ink k 0.100\n");
}

static void drawings_stand_where_they_come_in_the_order(void **state)
{
    world *w = *state;
    static const bul_stroke line[] = {{BUL_PEN_MOVE, {0}, {0}},
                                      {BUL_PEN_LINE, {9000}, {0}}};
    bul_drawing drawing = {.strokes = line,
                           .stroke_count = 2,
                           .line = 500,
                           .color = BUL_COLOR_BLACK};
    bul_edition edition = {0};
    bul_page *page = add_page(w, &edition);
    bul_page_begin(&w->arena, page, BUL_ROLE_PARAGRAPH, 5);
    edition_draw(w, page, drawing);
    drawing.x = 20000;
    edition_draw(w, page, drawing);
    bul_page_add_bar(&w->arena, page, (bul_bar){.color = BUL_COLOR_BLACK});
    assert_string_equal(proof_of_page(w, &edition),
                        "  paragraph 5\n"
                        "    drawings 2  x 0.000..20.000  y 0.000  w 9.000  "
                        "h 0.000  line 0.500  shape 1cb74a58\n"
                        "    bar  x 0.000  y 0.000  w 0.000  h 0.000\n");
}

static void put_modules(world *w, bul_page *page, size_t count, bul_mpt last_w)
{
    for (size_t i = 0; i < count; i++) {
        bul_bar bar = {.x = (bul_mpt)(i % 5) * 2000,
                       .y = (bul_mpt)(i / 5) * 2000,
                       .w = i + 1 == count ? last_w : 2000,
                       .h = 2000,
                       .color = BUL_COLOR_BLACK};
        bul_page_add_bar(&w->arena, page, bar);
    }
}

static void many_bars_become_one_line_that_still_tells_a_change(void **state)
{
    world *w = *state;
    bul_edition one = {0}, other = {0};
    put_modules(w, add_page(w, &one), 25, 2000);
    put_modules(w, add_page(w, &other), 25, 1999);
    const char *a = proof_of_page(w, &one);
    const char *b = proof_of_page(w, &other);
    const char *head = "  bars 25  x 0.000  y 0.000  w 10.000  h 10.000  sum ";
    assert_true(bul_str_starts(bul_str_from(a), bul_str_from(head)));
    assert_string_equal(strchr(a, '\n'), "\n");
    assert_string_not_equal(a, b);
}

static void few_bars_are_shown_one_by_one(void **state)
{
    world *w = *state;
    bul_edition edition = {0};
    put_modules(w, add_page(w, &edition), 24, 2000);
    const char *proof = proof_of_page(w, &edition);
    size_t lines = 0;
    for (; *proof != '\0'; proof++)
        lines += *proof == '\n';
    assert_int_equal(lines, 24);
}

static void a_picture_shows_size_and_resolution_in_print(void **state)
{
    world *w = *state;
    bul_picture picture = {.path = BUL_STR("图/站台.jpg"),
                           .width = 600,
                           .height = 300,
                           .orientation = 1};
    bul_edition edition = {0};
    bul_page *page = add_page(w, &edition);
    /* 2 by 2 inches: 300 ppi across, 150 down. */
    bul_placed_picture placed = {.x = 10000,
                                 .y = 20000,
                                 .w = 144000,
                                 .h = 144000,
                                 .picture = &picture,
                                 .caption = BUL_STR("热汤")};
    bul_page_add_picture(&w->arena, page, placed);
    placed.w = 0;
    placed.caption = (bul_str){0};
    bul_page_add_picture(&w->arena, page, placed);
    assert_string_equal(proof_of_page(w, &edition),
                        "  picture  x 10.000  y 20.000  w 144.000  h 144.000  "
                        "50.800x50.800mm  150.000ppi  图/站台.jpg  热汤\n"
                        "  picture  x 10.000  y 20.000  w 0.000  h 144.000  "
                        "0.000x50.800mm  0.000ppi  图/站台.jpg\n");
}

static void what_is_cut_off_a_picture_does_not_count(void **state)
{
    world *w = *state;
    bul_picture picture = {.path = BUL_STR("a.png"),
                           .width = 600,
                           .height = 300,
                           .orientation = 1};
    bul_edition edition = {0};
    bul_page *page = add_page(w, &edition);
    bul_placed_picture placed = {
        .w = 72000, .h = 72000, .crop_sides = 250, .picture = &picture};
    bul_page_add_picture(&w->arena, page, placed);
    placed.crop_sides = 0;
    placed.crop_ends = 100;
    bul_page_add_picture(&w->arena, page, placed);
    assert_string_equal(
        proof_of_page(w, &edition),
        "  picture  x 0.000  y 0.000  w 72.000  h 72.000  25.400x25.400mm  "
        "300.000ppi  crop-sides 0.250  a.png\n"
        "  picture  x 0.000  y 0.000  w 72.000  h 72.000  25.400x25.400mm  "
        "240.000ppi  crop-ends 0.100  a.png\n");
}

static void links_and_bookmarks_come_after_what_they_point_at(void **state)
{
    world *w = *state;
    bul_edition edition = {0};
    bul_page *page = add_page(w, &edition);
    *BUL_PUSH(&w->arena, &page->links) =
        (bul_link){1000, 2000, 3000, 4000, BUL_STR("https://example.org/")};
    *BUL_PUSH(&w->arena, &edition.bookmarks) =
        (bul_bookmark){BUL_STR("把热汤端到站台"), 0, 120000};
    assert_string_equal(
        proof_of_page(w, &edition),
        "  link  x 1.000  y 2.000  w 3.000  h 4.000  https://example.org/\n"
        "bookmark  page 1  y 120.000  把热汤端到站台\n");
}

static void a_sink_that_refuses_is_an_io_error(void **state)
{
    world *w = *state;
    bul_edition edition = {0};
    add_page(w, &edition);
    add_page(w, &edition);
    for (size_t calls = 0; calls < 2; calls++) {
        reading r = {bul_text_in(&w->arena), calls};
        bul_sink sink = {read_on, &r};
        assert_int_equal(bul_proof_write(&edition, &w->arena, sink),
                         BUL_IO_ERROR);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_edition_opens_with_what_it_is),
        WORLD_TEST(marks_indent_and_name_what_they_hold),
        WORLD_TEST(every_role_has_its_own_name),
        WORLD_TEST(an_end_too_many_does_no_harm),
        WORLD_TEST(a_bar_shows_place_dash_and_ink),
        WORLD_TEST(drawings_stand_where_they_come_in_the_order),
        WORLD_TEST(many_bars_become_one_line_that_still_tells_a_change),
        WORLD_TEST(few_bars_are_shown_one_by_one),
        WORLD_TEST(a_picture_shows_size_and_resolution_in_print),
        WORLD_TEST(what_is_cut_off_a_picture_does_not_count),
        WORLD_TEST(links_and_bookmarks_come_after_what_they_point_at),
        WORLD_TEST(a_sink_that_refuses_is_an_io_error),
    };
    return cmocka_run_group_tests_name("proof", tests, NULL, NULL);
}
