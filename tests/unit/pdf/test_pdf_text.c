/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf.h"
#include "support/edition.h"

static void text_is_set_at_its_place_with_y_turned_round(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    edition_set(w, page, face, 10500, 56693, 70866, "工会");
    edition_set(w, page, face, 10500, 56693, 85866, "会");
    edition_set(w, page, face, 9000, 60000, 85866, "工");
    edition_write(w, edition, &bytes);
    const char *content = edition_streams(w, &bytes);
    char expected[256];
    unsigned union_cid = bul_face_cid(face, bul_face_glyph(face, 0x5DE5));
    unsigned meeting_cid = bul_face_cid(face, bul_face_glyph(face, 0x4F1A));

    snprintf(expected, sizeof expected,
             "BT\n/F1 10.5 Tf\n56.693 771.024 Td\n[<%04X%04X>]TJ\n"
             "0 -15 Td\n[<%04X>]TJ\n"
             "/F1 9 Tf\n3.307 0 Td\n[<%04X>]TJ\nET\n",
             union_cid, meeting_cid, meeting_cid, union_cid);
    edition_find(content, expected);
}

/* Walks a TJ array as a reader does; returns the largest distance between a
 * glyph and its place, in millipoints / 1000. */
static int64_t largest_error(const char *array, const bul_glyph_run *run,
                             int64_t spacing_mpt)
{
    int64_t pen = 0, largest = 0;
    size_t index = 0;
    for (const char *at = array + 1; *at != ']';) {
        if (*at == '<' || *at == '>') {
            at++;
            continue;
        }
        if (at[-1] == '<' || (at[-1] != '>' && at[-1] != '[')) {
            const bul_glyph *glyph = &run->glyphs[index++];
            int64_t error = pen - (int64_t)glyph->x * 1000;
            int64_t size = error < 0 ? -error : error;
            largest = size > largest ? size : largest;
            pen += (int64_t)bul_face_advance(run->face, glyph->id) * run->size +
                   spacing_mpt * 1000;
            at += 4;
        } else {
            char *end;
            pen -= strtol(at, &end, 10) * run->size;
            at = end;
        }
    }
    assert_int_equal(index, run->glyph_count);
    return largest;
}

static void glyphs_stay_within_half_a_thousandth_of_their_places(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    static const bul_mpt jitters[] = {1, 7, 900};
    for (size_t j = 0; j < 3; j++) {
        bul_edition *edition = edition_new(w);
        bul_page *page = edition_add_page(w, edition);
        bul_glyph_run run = edition_run(
            w, face, 10437,
            "本报讯十一月二十三日市总工会召开第四次全体会议部署下一阶段工作",
            213);
        bul_glyph *moved = bul_arena_copy(&w->arena, run.glyphs,
                                          run.glyph_count * sizeof *moved);
        unsigned seed = 5;
        bul_mpt shift = 0;
        for (size_t i = 1; i < run.glyph_count; i++) {
            seed = seed * 1103515245u + 12345u;
            shift += (bul_mpt)((seed >> 16) % 3) * jitters[j] - jitters[j];
            moved[i].x += shift;
        }
        run.glyphs = moved;
        bul_page_add_glyphs(&w->arena, page, run);
        edition_bytes bytes;
        edition_write(w, edition, &bytes);
        const char *content = edition_streams(w, &bytes);
        const char *spacing = strstr(content, " Tc\n");
        int64_t tc = 0;
        if (spacing) {
            while (spacing[-1] != '\n')
                spacing--;
            tc = (int64_t)(strtod(spacing, NULL) * 1000.0 + 0.5);
        }
        const char *array = strchr(edition_find(content, "Td\n"), '[');
        assert_in_range(largest_error(array, &run, tc), 0, run.size / 2);
        assert_int_equal(tc != 0, j == 0);
    }
}

static void evenly_spread_text_needs_no_corrections(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_page_add_glyphs(&w->arena, page,
                        edition_run(w, face, 10000, "工会工会工会", 250));
    edition_set(w, page, face, 10000, 0, 20000, "工会工会工会");
    edition_write(w, edition, &bytes);
    const char *content = edition_streams(w, &bytes);

    edition_find(content, "\n.25 Tc\n[<");
    edition_find(content, "\n0 Tc\n[<");
    assert_int_equal(edition_count(content, ">]TJ\n"), 2);
    assert_int_equal(edition_count(content, "[<"), 2);
}

static void kerning_and_ligatures_come_through(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    edition_set(w, page, face, 10000, 0, 20000, "AVHHHH");
    bul_glyph_run ligature = edition_run(w, face, 10000, "fi", 0);
    assert_int_equal(ligature.glyph_count, 1);
    bul_page_add_glyphs(&w->arena, page, ligature);
    edition_write(w, edition, &bytes);

    edition_find(edition_streams(w, &bytes), "><00660069>\n");
    /* A and V are drawn together. */
    const char *array = edition_find(edition_streams(w, &bytes), "Td\n[<") + 3;
    const char *number = strchr(array, '>') + 1;
    assert_in_range(strtol(number, NULL, 10), 1, 400);
}

/* A cut TrueType font is numbered from 1: its figures, of one width, first,
 * then three letters; the hanzi has the width that is taken for granted. */
static void widths_are_written_as_stretches_and_lists(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinKai-Regular.ttf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    char expected[80];
    edition_set(w, page, face, 10000, 0, 20000, "3210");
    edition_write(w, edition, &bytes);
    snprintf(expected, sizeof expected, "/W [1 4 %d\n]\n",
             bul_face_advance(face, bul_face_glyph(face, '0')));
    edition_find(edition_objects(&bytes), expected);

    edition_set(w, page, face, 10000, 0, 20000, "iWl工");
    edition_write(w, edition, &bytes);
    snprintf(expected, sizeof expected, "%d %d %d]\n]\n",
             bul_face_advance(face, bul_face_glyph(face, 'W')),
             bul_face_advance(face, bul_face_glyph(face, 'i')),
             bul_face_advance(face, bul_face_glyph(face, 'l')));
    edition_find(edition_objects(&bytes), expected);
    edition_find(edition_objects(&bytes), "/DW 1000\n");
}

/* A dash of two ems is one glyph that stands for two characters. */
static void a_glyph_may_stand_for_several_characters(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_glyph_run dash = edition_run(w, face, 10000, "——", 0);
    assert_int_equal(dash.glyph_count, 1);
    bul_page_add_glyphs(&w->arena, page, dash);
    edition_write(w, edition, &bytes);

    edition_find(edition_streams(w, &bytes), "><20142014>\n");
    edition_find(edition_objects(&bytes), "[2000]\n]");
    assert_int_equal(edition_count(edition_streams(w, &bytes), "ActualText"),
                     0);
}

static void a_character_beyond_the_basic_plane_is_a_surrogate_pair(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_full(w);
    edition_bytes bytes;
    edition_write(w, edition, &bytes);

    edition_find(edition_streams(w, &bytes), "><D840DD64>\n");
}

/* … and ⋯ are one glyph: the first text is its ToUnicode, the other is said
 * where it is shown. */
static void a_glyph_with_two_meanings_says_the_second(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    assert_int_equal(bul_face_glyph(face, 0x2026),
                     bul_face_glyph(face, 0x22EF));
    edition_set(w, page, face, 10000, 0, 20000, "工…会⋯工");
    edition_write(w, edition, &bytes);
    const char *streams = edition_streams(w, &bytes);

    assert_int_equal(edition_count(streams, "><2026>\n"), 1);
    assert_int_equal(edition_count(streams, "ActualText<FEFF22EF>>>BDC\n"), 1);
    assert_int_equal(edition_count(streams, "ActualText"), 1);
    assert_int_equal(edition_count(streams, "EMC\n"), 1);
}

static void a_cluster_of_several_glyphs_says_its_text(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_glyph glyphs[3] = {
        {.id = bul_face_glyph(face, 0x5DE5), .x = 0, .text = 0},
        {.id = bul_face_glyph(face, 0x4F1A), .x = 10000, .text = 0},
        {.id = bul_face_glyph(face, '-'), .x = 20000, .text = 6}};
    bul_page_add_glyphs(&w->arena, page,
                        (bul_glyph_run){.face = face,
                                        .size = 10000,
                                        .color = BUL_COLOR_BLACK,
                                        .text = BUL_STR("总厂"),
                                        .glyphs = glyphs,
                                        .glyph_count = 3});
    edition_write(w, edition, &bytes);
    const char *streams = edition_streams(w, &bytes);

    edition_find(streams, "ActualText<FEFF603B5382>>>BDC\n");
    /* The hyphen at the end stands for nothing. */
    edition_find(streams, "ActualText<FEFF>>>BDC\n");
    /* Every glyph has some text of its own all the same. */
    edition_find(streams, "><603B>\n");
    edition_find(streams, "><5382>\n");
    edition_find(streams, "><00AD>\n");
}

static void colours_are_set_when_they_change(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_glyph_run run = edition_run(w, face, 10000, "工", 0);
    bul_page_add_glyphs(&w->arena, page, run);
    run.color = (bul_color){BUL_COLOR_CMYK, 0, 1000, 800, 50};
    bul_page_add_glyphs(&w->arena, page, run);
    bul_page_add_glyphs(&w->arena, page, run);
    run.color = (bul_color){BUL_COLOR_GREY, 0, 0, 0, 350};
    bul_page_add_glyphs(&w->arena, page, run);
    edition_write(w, edition, &bytes);
    const char *content = edition_streams(w, &bytes);

    assert_int_equal(edition_count(content, "\n0 1 .8 .05 k\n"), 1);
    assert_int_equal(edition_count(content, "\n.65 g\n"), 1);
    assert_int_equal(edition_count(content, " g\n"), 1);
    assert_int_equal(edition_count(content, "BT\n"), 1);
}

/* ---- Bars ---- */

static void bars_of_one_colour_are_filled_together(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_bar bar = {.x = 10000, .y = 20000, .w = 300000, .h = 500};
    bar.color = BUL_COLOR_BLACK;
    bul_page_add_bar(&w->arena, page, bar);
    bar.y = 30000;
    bul_page_add_bar(&w->arena, page, bar);
    bar.color = (bul_color){BUL_COLOR_CMYK, 0, 1000, 1000, 0};
    bul_page_add_bar(&w->arena, page, bar);
    edition_write(w, edition, &bytes);

    assert_string_equal(edition_streams(w, &bytes),
                        "10 821.39 300 .5 re\n10 811.39 300 .5 re\nf\n"
                        "0 1 1 0 k\n10 811.39 300 .5 re\nf\n");
}

static void a_dashed_bar_is_a_stroke_along_its_middle(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_bar bar = {.x = 10000, .y = 20000, .w = 300000, .h = 500, .dash = 2000};
    bar.color = (bul_color){BUL_COLOR_GREY, 0, 0, 0, 600};
    bul_page_add_bar(&w->arena, page, bar);
    bar = (bul_bar){.x = 10000, .y = 20000, .w = 500, .h = 80000, .dash = 3000};
    bul_page_add_bar(&w->arena, page, bar);
    edition_write(w, edition, &bytes);

    assert_string_equal(
        edition_streams(w, &bytes),
        "q\n.4 G\n.5 w\n0 J\n[2] 0 d\n10 821.64 m\n310 821.64 l\nS\nQ\n"
        "q\n1 G\n.5 w\n0 J\n[3] 0 d\n10.25 821.89 m\n10.25 741.89 l\nS\nQ\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(text_is_set_at_its_place_with_y_turned_round),
        WORLD_TEST(glyphs_stay_within_half_a_thousandth_of_their_places),
        WORLD_TEST(evenly_spread_text_needs_no_corrections),
        WORLD_TEST(kerning_and_ligatures_come_through),
        WORLD_TEST(widths_are_written_as_stretches_and_lists),
        WORLD_TEST(a_glyph_may_stand_for_several_characters),
        WORLD_TEST(a_character_beyond_the_basic_plane_is_a_surrogate_pair),
        WORLD_TEST(a_glyph_with_two_meanings_says_the_second),
        WORLD_TEST(a_cluster_of_several_glyphs_says_its_text),
        WORLD_TEST(colours_are_set_when_they_change),
        WORLD_TEST(bars_of_one_colour_are_filled_together),
        WORLD_TEST(a_dashed_bar_is_a_stroke_along_its_middle),
    };
    return cmocka_run_group_tests_name("pdf_text", tests, NULL, NULL);
}
