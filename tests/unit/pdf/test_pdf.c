/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf.h"
#include "support/edition.h"
#include "support/sample_picture.h"

static const char *first_at(const char *text, const char *wanted)
{
    const char *found = strstr(text, wanted);
    if (!found)
        print_error("not found: %s\n", wanted);
    assert_non_null(found);
    return found;
}

/* A small edition with something of everything. */
static bul_edition *full_edition(world *w)
{
    bul_face *song = edition_face(w, "BulletinSong-Regular.otf");
    bul_face *kai = edition_face(w, "BulletinKai-Regular.ttf");
    bul_edition *edition = edition_new(w);
    for (int i = 0; i < 3; i++) {
        bul_page *page = edition_add_page(w, edition);
        edition_set(w, page, song, 10500, 56693, 70866,
                    "工会办公室 office 2026");
        edition_set(w, page, kai, 9000, 56693, 90000, "楷体𠅤");
        bul_page_add_bar(&w->arena, page,
                         (bul_bar){.x = 1, .y = 2, .w = 300, .h = 40});
    }
    *BUL_PUSH(&w->arena, &edition->bookmarks) =
        (bul_bookmark){BUL_STR("要闻"), 0, 60000};
    *BUL_PUSH(&w->arena, &edition->bookmarks) =
        (bul_bookmark){BUL_STR("基层𠮷"), 2, 120000};
    return edition;
}

/* ---- The file ---- */

static void the_file_has_its_own_header_and_an_end(void **state)
{
    world *w = *state;
    edition_bytes bytes;
    edition_write(w, full_edition(w), &bytes);

    assert_memory_equal(bytes.ptr, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", 15);
    assert_memory_equal(bytes.ptr + bytes.len - 6, "%%EOF\n", 6);
    assert_int_equal(w->diag.entries.count, 0);
}

static const char *id_of(const edition_bytes *bytes)
{
    const char *id = first_at(edition_objects(bytes), "/ID [<");
    assert_memory_equal(id + 6, id + 6 + 35, 32);
    return id;
}

static void the_same_edition_gives_the_same_bytes(void **state)
{
    world *w = *state;
    bul_edition *edition = full_edition(w);
    edition_bytes one, other, changed;
    edition_write(w, edition, &one);
    edition_write(w, edition, &other);

    assert_int_equal(one.len, other.len);
    assert_memory_equal(one.ptr, other.ptr, one.len);

    edition->day = 24;
    edition_write(w, edition, &changed);
    assert_memory_not_equal(id_of(&one), id_of(&changed), 38);
}

static void boxes_show_the_trim_within_the_bleed(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    edition_bytes bytes;
    edition_add_page(w, edition)->bleed = 8504;
    edition_add_page(w, edition);
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    const char *page = first_at(pdf, "/MediaBox [0 0 612.284 858.898]\n");
    first_at(page, "/BleedBox [0 0 612.284 858.898]\n"
                   "/TrimBox [8.504 8.504 603.78 850.394]\n");
    first_at(pdf, "/MediaBox [0 0 595.276 841.89]\n"
                  "/BleedBox [0 0 595.276 841.89]\n"
                  "/TrimBox [0 0 595.276 841.89]\n");
}

static void many_pages_hang_in_a_tree(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    edition_bytes bytes;
    for (int i = 0; i < 600; i++)
        edition_add_page(w, edition);
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    assert_int_equal(edition_count(pdf, "/Type /Page\n"), 600);
    assert_int_equal(edition_count(pdf, "/Type /Pages\n"), 11);
    assert_int_equal(edition_count(pdf, "/Count 64\n"), 9);
    assert_int_equal(edition_count(pdf, "/Count 24\n"), 1);
    assert_int_equal(edition_count(pdf, "/Count 600\n"), 1);
}

/* ---- Text ---- */

static void text_is_set_at_its_place_with_y_turned_round(void **state)
{
    world *w = *state;
    bul_face *face = edition_face(w, "BulletinSong-Regular.otf");
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
    first_at(content, expected);
}

/* Walks a TJ array as a reader does; returns the largest distance between a
 * glyph and its place, in thousandths of an em. */
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
    return largest * 2 / run->size;
}

static void glyphs_stay_within_half_a_thousandth_of_their_places(void **state)
{
    world *w = *state;
    bul_face *face = edition_face(w, "BulletinSong-Regular.otf");
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
        assert_in_range(
            largest_error(first_at(content, "Td\n") +
                              (strcspn(first_at(content, "Td\n"), "[")),
                          &run, tc),
            0, 1);
        assert_int_equal(tc != 0, j == 0);
    }
}

static void evenly_spread_text_needs_no_corrections(void **state)
{
    world *w = *state;
    bul_face *face = edition_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_page_add_glyphs(&w->arena, page,
                        edition_run(w, face, 10000, "工会工会工会", 250));
    edition_set(w, page, face, 10000, 0, 20000, "工会工会工会");
    edition_write(w, edition, &bytes);
    const char *content = edition_streams(w, &bytes);

    first_at(content, "\n.25 Tc\n[<");
    first_at(content, "\n0 Tc\n[<");
    assert_int_equal(edition_count(content, ">]TJ\n"), 2);
    assert_int_equal(edition_count(content, "[<"), 2);
}

static void kerning_and_ligatures_come_through(void **state)
{
    world *w = *state;
    bul_face *face = edition_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    edition_set(w, page, face, 10000, 0, 20000, "AVHHHH");
    bul_glyph_run ligature = edition_run(w, face, 10000, "fi", 0);
    assert_int_equal(ligature.glyph_count, 1);
    bul_page_add_glyphs(&w->arena, page, ligature);
    edition_write(w, edition, &bytes);

    first_at(edition_streams(w, &bytes), "><00660069>\n");
    /* A and V are drawn together. */
    const char *array = first_at(edition_streams(w, &bytes), "Td\n[<") + 3;
    const char *number = strchr(array, '>') + 1;
    assert_in_range(strtol(number, NULL, 10), 1, 400);
}

/* A dash of two ems is one glyph that stands for two characters. */
static void a_glyph_may_stand_for_several_characters(void **state)
{
    world *w = *state;
    bul_face *face = edition_face(w, "BulletinSong-Regular.otf");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    bul_glyph_run dash = edition_run(w, face, 10000, "——", 0);
    assert_int_equal(dash.glyph_count, 1);
    bul_page_add_glyphs(&w->arena, page, dash);
    edition_write(w, edition, &bytes);

    first_at(edition_streams(w, &bytes), "><20142014>\n");
    first_at(edition_objects(&bytes), "[2000]\n]");
    assert_int_equal(edition_count(edition_streams(w, &bytes), "ActualText"),
                     0);
}

static void a_character_beyond_the_basic_plane_is_a_surrogate_pair(void **state)
{
    world *w = *state;
    bul_edition *edition = full_edition(w);
    edition_bytes bytes;
    edition_write(w, edition, &bytes);

    first_at(edition_streams(w, &bytes), "><D840DD64>\n");
}

/* … and ⋯ are one glyph: the first text is its ToUnicode, the other is said
 * where it is shown. */
static void a_glyph_with_two_meanings_says_the_second(void **state)
{
    world *w = *state;
    bul_face *face = edition_face(w, "BulletinSong-Regular.otf");
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
    bul_face *face = edition_face(w, "BulletinSong-Regular.otf");
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

    first_at(streams, "ActualText<FEFF603B5382>>>BDC\n");
    /* The hyphen at the end stands for nothing. */
    first_at(streams, "ActualText<FEFF>>>BDC\n");
    /* Every glyph has some text of its own all the same. */
    first_at(streams, "><603B>\n");
    first_at(streams, "><5382>\n");
    first_at(streams, "><00AD>\n");
}

static void colours_are_set_when_they_change(void **state)
{
    world *w = *state;
    bul_face *face = edition_face(w, "BulletinSong-Regular.otf");
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

/* ---- Pictures ---- */

static const bul_picture *place(world *w, bul_page *page, bul_str bytes)
{
    const bul_picture *picture = bul_picture_read(
        &w->arena, &w->diag, BUL_STR("a"), bytes, (bul_span){0});
    assert_non_null(picture);
    bul_page_add_picture(&w->arena, page,
                         (bul_placed_picture){.x = 50000,
                                              .y = 100000,
                                              .w = 200000,
                                              .h = 80000,
                                              .picture = picture});
    return picture;
}

static void a_jpeg_goes_in_as_it_is(void **state)
{
    world *w = *state;
    static const struct {
        int components;
        const char *space;
        bool progressive, without_adobe;
    } cases[] = {
        {1, "/ColorSpace /DeviceGray\n", false, false},
        {3, "/ColorSpace /DeviceRGB\n", true, false},
        {4, "/ColorSpace /DeviceCMYK\n", false, false},
        {4, "/ColorSpace /DeviceCMYK\n", false, true},
    };
    for (size_t i = 0; i < 4; i++) {
        bul_edition *edition = edition_new(w);
        bul_page *page = edition_add_page(w, edition);
        edition_bytes bytes;
        bul_str jpeg = sample_jpeg_make(
            &w->arena, (sample_jpeg){.width = 60,
                                     .height = 24,
                                     .components = cases[i].components,
                                     .progressive = cases[i].progressive,
                                     .without_adobe = cases[i].without_adobe});
        place(w, page, jpeg);
        edition_write(w, edition, &bytes);
        const char *pdf = edition_objects(&bytes);
        bul_str all = {bytes.ptr, bytes.len};

        assert_true(bul_str_find(all, jpeg) < all.len);
        first_at(pdf, cases[i].space);
        first_at(pdf, "/Filter /DCTDecode\n");
        first_at(pdf, "/Width 60\n/Height 24\n/BitsPerComponent 8\n");
        assert_int_equal(edition_count(pdf, "/Decode [1 0 1 0 1 0 1 0]\n"),
                         i == 2);
        first_at(edition_streams(w, &bytes),
                 "q 200 0 0 80 50 661.89 cm /I1 Do Q\n");
    }
}

static void exif_turns_the_placed_picture(void **state)
{
    world *w = *state;
    static const char *const matrices[] = {
        "q 200 0 0 80 50 661.89 cm",    "q -200 0 0 80 250 661.89 cm",
        "q -200 0 0 -80 250 741.89 cm", "q 200 0 0 -80 50 741.89 cm",
        "q 0 -80 -200 0 250 741.89 cm", "q 0 -80 200 0 50 741.89 cm",
        "q 0 80 200 0 50 661.89 cm",    "q 0 80 -200 0 250 661.89 cm"};
    for (unsigned n = 1; n <= 8; n++) {
        bul_edition *edition = edition_new(w);
        bul_page *page = edition_add_page(w, edition);
        edition_bytes bytes;
        place(w, page,
              sample_jpeg_make(&w->arena, (sample_jpeg){.width = 60,
                                                        .height = 24,
                                                        .components = 3,
                                                        .orientation = n}));
        edition_write(w, edition, &bytes);
        first_at(edition_streams(w, &bytes), matrices[n - 1]);
    }
}

static void a_picture_used_again_is_stored_once(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    sample_jpeg wanted = {.width = 16, .height = 16, .components = 1};
    bul_str jpeg = sample_jpeg_make(&w->arena, wanted);
    const bul_picture *picture = place(w, page, jpeg);
    place(w, page, bul_str_copy(&w->arena, jpeg));
    bul_page_add_picture(
        &w->arena, edition_add_page(w, edition),
        (bul_placed_picture){.w = 1000, .h = 1000, .picture = picture});
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    assert_int_equal(edition_count(pdf, "/Subtype /Image"), 1);
    assert_int_equal(edition_count(pdf, "/XObject <<\n/I1 "), 2);
    assert_int_equal(edition_count(edition_streams(w, &bytes), "/I1 Do"), 3);
}

static void transparency_becomes_a_soft_mask(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    sample_png wanted = {.width = 16, .height = 8, .color_type = 6, .bits = 8};
    place(w, page, sample_png_make(&w->arena, wanted));
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    assert_int_equal(edition_count(pdf, "/SMask "), 1);
    assert_int_equal(edition_count(pdf, "/Subtype /Image"), 2);
    first_at(pdf, "/DecodeParms <</Predictor 15/Colors 3/Columns 16>>");
    first_at(pdf, "/DecodeParms <</Predictor 15/Colors 1/Columns 16>>");
}

static void a_damaged_picture_stops_the_pdf(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    sample_png wanted = {.width = 40, .height = 40, .color_type = 2, .bits = 8};
    bul_str png = sample_png_make(&w->arena, wanted);
    char *broken = bul_arena_copy(&w->arena, png.ptr, png.len);
    broken[bul_str_find(png, BUL_STR("IDAT")) + 20] ^= 0x7F;
    place(w, page, (bul_str){broken, png.len});
    edition_bytes bytes = {.arena = &w->arena};

    assert_int_equal(
        bul_pdf_write(edition, &w->arena, &w->diag, edition_sink(&bytes)),
        BUL_INPUT_ERRORS);
    assert_int_equal(bytes.len, 0);
    assert_non_null(strstr(world_last(w), "[picture/damaged]"));
}

static void a_font_that_forbids_embedding_stops_the_pdf(void **state)
{
    world *w = *state;
    bul_edition *edition = full_edition(w);
    const bul_face *used =
        edition->pages.items[0]->items.items[0].as.glyphs.face;
    bul_face *forbidden = bul_arena_copy(&w->arena, used, sizeof *used);
    forbidden->may_embed = false;
    edition->pages.items[0]->items.items[0].as.glyphs.face = forbidden;
    edition_bytes bytes = {.arena = &w->arena};

    assert_int_equal(
        bul_pdf_write(edition, &w->arena, &w->diag, edition_sink(&bytes)),
        BUL_INPUT_ERRORS);
    assert_string_equal(world_last(w),
                        "error: font 'Bulletin Song' does not permit embedding "
                        "in a PDF [pdf/font-forbidden]");
}

/* ---- Links, outline, what the file says of itself ---- */

static void only_harmless_links_are_made(void **state)
{
    world *w = *state;
    static const char *const urls[] = {"https://example.org/工会 (1)",
                                       "HTTP://example.org",
                                       "mailto:a@b.cn",
                                       "javascript:alert(1)",
                                       "file:///etc/passwd",
                                       "ftp://x",
                                       ""};
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    edition_bytes bytes;
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
        *BUL_PUSH(&w->arena, &page->links) =
            (bul_link){1000, 2000, 30000, 10000, bul_str_from(urls[i])};
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    assert_int_equal(edition_count(pdf, "/Subtype /Link\n"), 3);
    assert_int_equal(edition_count(pdf, "/Rect [1 829.89 31 839.89]\n"), 3);
    assert_int_equal(edition_count(pdf, "/F 4\n"), 3);
    assert_int_equal(edition_count(pdf, "/Border [0 0 0]\n"), 3);
    assert_int_equal(edition_count(pdf, "/Contents <FEFF"), 3);
    /* https://example.org/%E5%B7%A5…%20(1) */
    first_at(pdf, "/URI <68747470733A2F2F6578616D706C652E6F72672F25453525423725"
                  "4135254534254243253941253230283129>");
}

static void bookmarks_lead_to_the_heads_of_articles(void **state)
{
    world *w = *state;
    edition_bytes bytes;
    edition_write(w, full_edition(w), &bytes);
    const char *pdf = edition_objects(&bytes);

    first_at(pdf, "/Title <FEFF898195FB>");
    first_at(pdf, "/Title <FEFF57FA5C42D842DFB7>");
    first_at(pdf, " 0 R /XYZ null 781.89 null]\n");
    first_at(pdf, " 0 R /XYZ null 721.89 null]\n");
    first_at(pdf, "/Count 2\n");
    first_at(pdf, "/PageMode /UseOutlines\n");
}

static void page_labels_count_and_may_be_words(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    edition_bytes bytes;
    for (int i = 0; i < 5; i++)
        edition_add_page(w, edition);
    edition->pages.items[3]->label = BUL_STR("附");
    edition->pages.items[4]->label = BUL_STR("9");
    edition_write(w, edition, &bytes);

    first_at(
        edition_objects(&bytes),
        "/Nums [0 <</S/D/St 1>>\n3 <</P<FEFF9644>>>\n4 <</S/D/St 9>>\n]\n");
}

static void thousands_of_odd_labels_make_a_tree(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    edition_bytes bytes;
    for (int i = 0; i < 4500; i++)
        edition_add_page(w, edition)->label = BUL_STR("x");
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    first_at(pdf, "/Limits [0 1999]\n");
    first_at(pdf, "/Limits [2000 3999]\n");
    first_at(pdf, "/Limits [4000 4499]\n");
}

static void the_metadata_agree_and_are_escaped(void **state)
{
    world *w = *state;
    edition_bytes bytes;
    edition_write(w, full_edition(w), &bytes);
    const char *pdf = edition_objects(&bytes);

    first_at(pdf, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
                  "一周工运 第46期 &lt;A&amp;B&gt;</rdf:li></rdf:Alt>");
    first_at(pdf, "<rdf:li>市总工会</rdf:li>");
    first_at(pdf, "<rdf:li>zh-Hans</rdf:li>");
    first_at(pdf, "<xmp:CreateDate>2026-11-23T00:00:00Z</xmp:CreateDate>");
    first_at(pdf, "<pdf:Producer>bulletin ");
    /* D:20261123000000Z */
    first_at(pdf, "/CreationDate <443A32303236313132333030303030305A>");
    first_at(pdf, "/Lang <7A682D48616E73>");
    first_at(pdf, "/DisplayDocTitle true");
    assert_int_equal(edition_count(pdf, "Haru"), 0);
}

static void an_edition_without_a_date_has_none(void **state)
{
    world *w = *state;
    bul_edition *edition = full_edition(w);
    edition_bytes bytes;
    edition->year = 0;
    edition_write(w, edition, &bytes);
    const char *pdf = edition_objects(&bytes);

    assert_int_equal(edition_count(pdf, "Date"), 0);
}

/* ---- When the world fails ---- */

static void a_sink_that_refuses_anywhere_gives_an_error(void **state)
{
    world *w = *state;
    bul_edition *edition = full_edition(w);
    edition_bytes whole;
    edition_write(w, edition, &whole);
    for (size_t at = 1; at < whole.len; at += whole.len / 60 + 1) {
        edition_bytes part = {.arena = &w->arena, .refuse_at = at};
        assert_int_equal(
            bul_pdf_write(edition, &w->arena, &w->diag, edition_sink(&part)),
            BUL_IO_ERROR);
    }
    edition_bytes part = {.arena = &w->arena, .refuse_at = whole.len};
    assert_int_equal(
        bul_pdf_write(edition, &w->arena, &w->diag, edition_sink(&part)),
        BUL_OK);
}

static void memory_may_run_out_anywhere(void **state)
{
    world *w = *state;
    bul_edition *edition = full_edition(w);
    volatile bool is_done = false;
    volatile size_t tries = 0;
    while (!is_done) {
        tries += tries < 100 ? 1 : 23;
        bul_arena arena = {.fail_after = tries};
        edition_bytes bytes = {.arena = &w->arena};
        jmp_buf escape;
        arena.escape = &escape;
        if (setjmp(escape) == 0) {
            bul_status status =
                bul_pdf_write(edition, &arena, &w->diag, edition_sink(&bytes));
            is_done = status == BUL_OK;
        }
        bul_arena_release(&arena);
    }
    assert_true(tries > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_file_has_its_own_header_and_an_end),
        WORLD_TEST(the_same_edition_gives_the_same_bytes),
        WORLD_TEST(boxes_show_the_trim_within_the_bleed),
        WORLD_TEST(many_pages_hang_in_a_tree),
        WORLD_TEST(text_is_set_at_its_place_with_y_turned_round),
        WORLD_TEST(glyphs_stay_within_half_a_thousandth_of_their_places),
        WORLD_TEST(evenly_spread_text_needs_no_corrections),
        WORLD_TEST(kerning_and_ligatures_come_through),
        WORLD_TEST(a_glyph_may_stand_for_several_characters),
        WORLD_TEST(a_character_beyond_the_basic_plane_is_a_surrogate_pair),
        WORLD_TEST(a_glyph_with_two_meanings_says_the_second),
        WORLD_TEST(a_cluster_of_several_glyphs_says_its_text),
        WORLD_TEST(colours_are_set_when_they_change),
        WORLD_TEST(bars_of_one_colour_are_filled_together),
        WORLD_TEST(a_dashed_bar_is_a_stroke_along_its_middle),
        WORLD_TEST(a_jpeg_goes_in_as_it_is),
        WORLD_TEST(exif_turns_the_placed_picture),
        WORLD_TEST(a_picture_used_again_is_stored_once),
        WORLD_TEST(transparency_becomes_a_soft_mask),
        WORLD_TEST(a_damaged_picture_stops_the_pdf),
        WORLD_TEST(a_font_that_forbids_embedding_stops_the_pdf),
        WORLD_TEST(only_harmless_links_are_made),
        WORLD_TEST(bookmarks_lead_to_the_heads_of_articles),
        WORLD_TEST(page_labels_count_and_may_be_words),
        WORLD_TEST(thousands_of_odd_labels_make_a_tree),
        WORLD_TEST(the_metadata_agree_and_are_escaped),
        WORLD_TEST(an_edition_without_a_date_has_none),
        WORLD_TEST(a_sink_that_refuses_anywhere_gives_an_error),
        WORLD_TEST(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
