/* SPDX-License-Identifier: MIT */
/* Text down the page, upright and sideways, and glyphs off their baseline. */
#include <stdio.h>
#include <string.h>

#include "pdf/pdf.h"
#include "support/edition.h"

static bul_glyph_run moved_to(bul_glyph_run run, bul_mpt x, bul_mpt y)
{
    run.x = x;
    run.y = y;
    return run;
}

static bul_glyph_run sideways(bul_glyph_run run)
{
    run.turn = BUL_TURN_SIDEWAYS;
    return run;
}

/* The code of a character that is CID-keyed. */
static unsigned code_of(const bul_face *face, uint32_t c)
{
    return bul_face_cid(face, bul_face_glyph(face, c));
}

/* ---- Upright ---- */

static void upright_text_is_shown_by_a_font_for_vertical_writing(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    char expected[128];
    bul_glyph_run run = edition_run_down(w, face, 10500, "工会", 0);
    bul_page_add_glyphs(&w->arena, page, moved_to(run, 100000, 80000));
    edition_write(w, edition, &bytes);
    const char *objects = edition_objects(&bytes);

    snprintf(expected, sizeof expected,
             "BT\n/V1 10.5 Tf\n100 761.89 Td\n[<%04X%04X>]TJ\nET\n",
             code_of(face, 0x5DE5), code_of(face, 0x4F1A));
    edition_find(edition_streams(w, &bytes), expected);
    edition_find(objects, "/Encoding /Identity-V\n");
    edition_find(objects, "/DW2 [880 -1000]\n");
    assert_int_equal(edition_count(objects, "/Encoding /Identity-H\n"), 0);
    assert_int_equal(edition_count(objects, "/W2 "), 0);
}

static void text_across_alone_has_no_trace_of_it(void **state)
{
    world *w = *state;
    edition_bytes bytes;
    edition_write(w, edition_full(w), &bytes);
    const char *objects = edition_objects(&bytes);

    assert_int_equal(edition_count(objects, "Identity-V"), 0);
    assert_int_equal(edition_count(objects, "/DW2"), 0);
    assert_int_equal(edition_count(objects, "/Subtype /Type0\n"), 2);
    assert_int_equal(edition_count(edition_streams(w, &bytes), "Tm\n"), 0);
}

/* A glyph that is used in both ways is cut, measured and mapped once. */
static void both_ways_share_one_cut_font(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_glyph_run run = edition_run_down(w, face, 10000, "工A", 0);
    edition_set(w, page, face, 10000, 0, 20000, "工A");
    bul_page_add_glyphs(&w->arena, page, moved_to(run, 100000, 80000));
    edition_write(w, edition, &bytes);
    const char *objects = edition_objects(&bytes);
    const char *streams = edition_streams(w, &bytes);
    char map[32], expected[160];

    assert_int_equal(edition_count(objects, "/Subtype /Type0\n"), 2);
    assert_int_equal(edition_count(objects, "/Subtype /CIDFontType0\n"), 1);
    assert_int_equal(edition_count(objects, "/FontFile3 "), 1);
    const char *at = edition_find(objects, "/ToUnicode ");
    snprintf(map, sizeof map, "%.*s", (int)(strcspn(at, "R") + 1), at);
    assert_int_equal(edition_count(objects, map), 2);
    assert_int_equal(edition_count(streams, "><5DE5>\n"), 1);
    unsigned han = code_of(face, 0x5DE5), latin = code_of(face, 'A');
    snprintf(expected, sizeof expected,
             "BT\n/F1 10 Tf\n0 821.89 Td\n[<%04X%04X>]TJ\n"
             "/V1 10 Tf\n100 -60 Td\n[<%04X%04X>]TJ\nET\n",
             han, latin, han, latin);
    edition_find(streams, expected);
}

/* Down is towards smaller y: what spreads text across closes it up here. */
static void gaps_have_the_other_sign_down_the_page(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_page_add_glyphs(&w->arena, page,
                        edition_run_down(w, face, 10000, "工会工会工会", 250));
    bul_glyph_run pair = edition_run_down(w, face, 10000, "工会", -5000);
    bul_page_add_glyphs(&w->arena, page, pair);
    edition_write(w, edition, &bytes);
    const char *content = edition_streams(w, &bytes);

    edition_find(content, "\n-.25 Tc\n[<");
    edition_find(content, "\n0 Tc\n[<");
    edition_find(content, ">-500<");
}

static void the_dash_of_two_ems_is_as_tall_as_two(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    char expected[160];
    bul_glyph_run run = edition_run_down(w, face, 10000, "工——会", 0);
    assert_int_equal(run.glyph_count, 3);
    bul_page_add_glyphs(&w->arena, page, moved_to(run, 100000, 80000));
    edition_write(w, edition, &bytes);

    unsigned dash = bul_face_cid(face, run.glyphs[1].id);
    snprintf(expected, sizeof expected, "/W2 [%u[-2000 500 1380]]\n", dash);
    edition_find(edition_objects(&bytes), expected);
    snprintf(expected, sizeof expected, "[<%04X%04X%04X>]TJ",
             code_of(face, 0x5DE5), dash, code_of(face, 0x4F1A));
    edition_find(edition_streams(w, &bytes), expected);
    edition_find(edition_streams(w, &bytes), "><20142014>\n");
}

static void an_upright_cluster_says_its_text(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    edition_set(w, page, face, 10000, 0, 20000, "…");
    bul_glyph_run run = edition_run_down(w, face, 10000, "工会", 0);
    bul_glyph *glyphs =
        bul_arena_copy(&w->arena, run.glyphs, run.glyph_count * sizeof *glyphs);
    glyphs[1].text = 0;
    run.glyphs = glyphs;
    bul_page_add_glyphs(&w->arena, page, run);
    edition_write(w, edition, &bytes);

    edition_find(edition_streams(w, &bytes),
                 "/V1 10 Tf\n0 20 Td\n/Span<</ActualText<FEFF5DE54F1A>>>BDC\n");
}

/* ---- Sideways ---- */

static void a_sideways_run_is_turned_and_what_follows_stands_again(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    char expected[256];
    bul_glyph_run run = edition_run(w, face, 10000, "A", 0);
    bul_page_add_glyphs(&w->arena, page, sideways(moved_to(run, 50000, 41890)));
    bul_page_add_glyphs(&w->arena, page, moved_to(run, 20000, 41890));
    bul_page_add_glyphs(&w->arena, page, moved_to(run, 30000, 51890));
    bul_page_add_glyphs(&w->arena, page, sideways(moved_to(run, 60000, 41890)));
    bul_page_add_bar(&w->arena, page,
                     (bul_bar){.w = 1000, .h = 1000, .color = BUL_COLOR_BLACK});
    bul_page_add_glyphs(&w->arena, page, moved_to(run, 30000, 51890));
    edition_write(w, edition, &bytes);

    unsigned a = code_of(face, 'A');
    snprintf(expected, sizeof expected,
             "BT\n/F1 10 Tf\n0 -1 1 0 50 800 Tm\n[<%04X>]TJ\n"
             "1 0 0 1 20 800 Tm\n[<%04X>]TJ\n10 -10 Td\n[<%04X>]TJ\n"
             "0 -1 1 0 60 800 Tm\n[<%04X>]TJ\nET\n",
             a, a, a, a);
    edition_find(edition_streams(w, &bytes), expected);
    snprintf(expected, sizeof expected, "BT\n30 790 Td\n[<%04X>]TJ\nET\n", a);
    edition_find(edition_streams(w, &bytes), expected);
    assert_int_equal(edition_count(edition_objects(&bytes), "Identity-V"), 0);
}

/* ---- Off the baseline ---- */

/* "A", "B" raised, "C", as far apart as the font has them. */
static bul_glyph_run raised_run(world *w, const bul_face *face)
{
    bul_glyph_run run = edition_run(w, face, 10000, "HHH", 0);
    bul_glyph *glyphs =
        bul_arena_copy(&w->arena, run.glyphs, run.glyph_count * sizeof *glyphs);
    glyphs[1].rise = 2500;
    run.glyphs = glyphs;
    return run;
}

static void a_raised_glyph_is_gone_to_and_left_again(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    char expected[256], step[16];
    bul_glyph_run run = moved_to(raised_run(w, face), 50000, 41890);
    bul_mpt width = run.glyphs[1].x;
    bul_page_add_glyphs(&w->arena, page, run);
    edition_write(w, edition, &bytes);

    unsigned h = code_of(face, 'H');
    snprintf(step, sizeof step, "%d.%02d", width / 1000, width % 1000 / 10);
    assert_int_equal(width % 10, 0);
    snprintf(expected, sizeof expected,
             "50 800 Td\n[<%04X>]TJ\n%s 2.5 Td\n[<%04X>]TJ\n"
             "%s -2.5 Td\n[<%04X>]TJ\nET\n",
             h, step, h, step, h);
    edition_find(edition_streams(w, &bytes), expected);
}

static void down_the_page_a_rise_is_to_the_right(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_glyph glyphs[] = {{bul_face_glyph(face, 0x5DE5), 0, 0, 1500},
                          {bul_face_glyph(face, 0x4F1A), 10000, 3, 0}};
    bul_glyph_run run = {.face = face,
                         .size = 10000,
                         .x = 50000,
                         .y = 41890,
                         .turn = BUL_TURN_UPRIGHT,
                         .color = BUL_COLOR_BLACK,
                         .text = BUL_STR("工会"),
                         .glyphs = glyphs,
                         .glyph_count = 2};
    bul_page_add_glyphs(&w->arena, page, run);
    bul_page_add_glyphs(&w->arena, page, sideways(run));
    edition_write(w, edition, &bytes);
    const char *content = edition_streams(w, &bytes);

    edition_find(content, "\n51.5 800 Td\n[<");
    edition_find(content, "\n-1.5 -10 Td\n[<");
    edition_find(content, "\n0 -1 1 0 51.5 800 Tm\n[<");
    edition_find(content, "\n0 -1 1 0 50 790 Tm\n[<");
}

/* ---- To the left ---- */

/* Glyphs of a text that runs to the left: the last character first. */
static void clusters_to_the_left_keep_their_own_text(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_glyph glyphs[] = {{bul_face_glyph(face, 'c'), 0, 3, 0},
                          {bul_face_glyph(face, '~'), 5000, 1, 900},
                          {bul_face_glyph(face, 'b'), 5000, 1, 0},
                          {bul_face_glyph(face, 'a'), 10000, 0, 0}};
    bul_glyph_run run = {.face = face,
                         .size = 10000,
                         .color = BUL_COLOR_BLACK,
                         .text = BUL_STR("ab~c"),
                         .glyphs = glyphs,
                         .glyph_count = 4};
    bul_page_add_glyphs(&w->arena, page, run);
    edition_write(w, edition, &bytes);
    const char *streams = edition_streams(w, &bytes);
    char expected[32];
    snprintf(expected, sizeof expected, "<%04X><007E>\n", code_of(face, '~'));
    edition_find(streams, expected);
    edition_find(streams, "><0061>\n");
    assert_int_equal(edition_count(streams, "ActualText"), 0);

    run.text = BUL_STR("ab-c"); /* the sign stands for something else */
    bul_page_add_glyphs(&w->arena, page, run);
    edition_write(w, edition, &bytes);
    edition_find(edition_streams(w, &bytes), "ActualText<FEFF0062002D>>>BDC");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(upright_text_is_shown_by_a_font_for_vertical_writing),
        WORLD_TEST(text_across_alone_has_no_trace_of_it),
        WORLD_TEST(both_ways_share_one_cut_font),
        WORLD_TEST(gaps_have_the_other_sign_down_the_page),
        WORLD_TEST(the_dash_of_two_ems_is_as_tall_as_two),
        WORLD_TEST(an_upright_cluster_says_its_text),
        WORLD_TEST(a_sideways_run_is_turned_and_what_follows_stands_again),
        WORLD_TEST(a_raised_glyph_is_gone_to_and_left_again),
        WORLD_TEST(down_the_page_a_rise_is_to_the_right),
        WORLD_TEST(clusters_to_the_left_keep_their_own_text),
    };
    return cmocka_run_group_tests_name("pdf_turned", tests, NULL, NULL);
}
