/* SPDX-License-Identifier: MIT */
/* What other people's programs make of our PDF. A program that is not
 * installed skips its test. */
#include <string.h>

#include "picture/qr.h"
#include "support/sample_picture.h"
#include "unit/pdf/tool.h"

static const char *const lines[] = {
    "一周工运——“你好”，……工会⋯⋯办公室",
    "office fi 2026 AV To 3.2 亿元",
    "生僻字𠅤𠙶㙍，全角ＡＢＣ！",
};

static bul_edition *text_edition(world *w)
{
    static const char *const fonts[] = {"BulletinSong-Regular.otf",
                                        "BulletinHei-Bold.otf",
                                        "BulletinKai-Regular.ttf"};
    bul_edition *edition = edition_new(w);
    for (size_t p = 0; p < 3; p++) {
        bul_page *page = edition_add_page(w, edition);
        bul_face *face = pack_face(w, fonts[p]);
        for (size_t i = 0; i < 3; i++) {
            bul_glyph_run run =
                edition_run(w, face, 10500, lines[i], p == 1 ? 137 : 0);
            run.x = 56693;
            run.y = 70866 + (bul_mpt)i * 20000;
            bul_page_add_glyphs(&w->arena, page, run);
        }
        *BUL_PUSH(&w->arena, &page->links) =
            (bul_link){1000, 2000, 30000, 10000, BUL_STR("https://x.cn/")};
        *BUL_PUSH(&w->arena, &edition->bookmarks) =
            (bul_bookmark){BUL_STR("要闻"), p, 60000};
    }
    return edition;
}

static bul_picture *place(world *w, bul_page *page, bul_str bytes, bul_mpt y)
{
    const bul_picture *picture = bul_picture_read(
        &w->arena, &w->diag, BUL_STR("a"), bytes, (bul_span){0});
    assert_non_null(picture);
    bul_page_add_picture(
        &w->arena, page,
        (bul_placed_picture){
            .x = 40000, .y = y, .w = 60000, .h = 40000, .picture = picture});
    return NULL;
}

static bul_edition *picture_edition(world *w)
{
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    bul_mpt y = 10000;
    for (int components = 1; components <= 4; components += components) {
        sample_jpeg jpeg = {.width = 61,
                            .height = 24,
                            .components = components == 2 ? 3 : components,
                            .progressive = components == 2};
        place(w, page, sample_jpeg_make(&w->arena, jpeg), y);
        y += 50000;
    }
    static const int types[] = {0, 2, 3, 4, 6};
    for (size_t i = 0; i < 5; i++) {
        sample_png png = {.width = 23,
                          .height = 9,
                          .color_type = types[i],
                          .bits = 8,
                          .interlaced = i == 1,
                          .with_trns = i == 2};
        place(w, page, sample_png_make(&w->arena, png), y);
        y += 50000;
    }
    return edition;
}

/* ---- The tests ---- */

static void qpdf_finds_nothing_wrong(void **state)
{
    world *w = *state;
    need(w, "qpdf");
    save(w, text_edition(w));
    assert_non_null(strstr(output_of(w, "qpdf --check %.pdf"),
                           "No syntax or stream encoding errors"));
    save(w, picture_edition(w));
    assert_non_null(strstr(output_of(w, "qpdf --check %.pdf"),
                           "No syntax or stream encoding errors"));
    bul_edition *many = edition_new(w);
    for (int i = 0; i < 600; i++)
        edition_add_page(w, many);
    save(w, many);
    assert_string_equal(output_of(w, "qpdf --show-npages %.pdf"), "600\n");
}

static void every_font_is_embedded_cut_and_mapped(void **state)
{
    world *w = *state;
    need(w, "pdffonts");
    save(w, text_edition(w));
    const char *table = output_of(w, "pdffonts %.pdf");

    assert_int_equal(edition_count(table, "\n"), 5);
    assert_int_equal(edition_count(table, "Identity-H       yes yes yes "), 3);
    assert_int_equal(edition_count(table, "CID Type 0C "), 2);
    assert_int_equal(edition_count(table, "CID TrueType "), 1);
}

static const char *expected_text(world *w)
{
    bul_text out = bul_text_in(&w->arena);
    for (size_t i = 0; i < 9; i++)
        bul_text_add(&out, bul_str_from(lines[i % 3]));
    return squeezed(w, bul_cstr(&w->arena, bul_text_str(&out)));
}

static void poppler_reads_the_text_back(void **state)
{
    world *w = *state;
    need(w, "pdftotext");
    save(w, text_edition(w));
    const char *text = output_of(w, "pdftotext -raw -enc UTF-8 %.pdf -");
    assert_string_equal(squeezed(w, text), expected_text(w));
    assert_non_null(strstr(text, "office fi 2026 AV To 3.2 亿元\n"));
}

static void poppler_reads_the_frame_of_the_file(void **state)
{
    world *w = *state;
    need(w, "pdfinfo");
    bul_edition *edition = text_edition(w);
    edition->pages.items[0]->bleed = 8504;
    save(w, edition);
    const char *info = output_of(w, "pdfinfo -box %.pdf");

    assert_non_null(strstr(info, "Title:           一周工运 第46期 <A&B>\n"));
    assert_non_null(strstr(info, "Author:          市总工会\n"));
    assert_non_null(strstr(info, "Subject:         𠮷庆\n"));
    assert_non_null(strstr(info, "Metadata Stream: yes\n"));
    assert_non_null(strstr(info, "PDF version:     1.7\n"));
    assert_non_null(
        strstr(info, "TrimBox:             8.50     8.50   603.78   850.39\n"));
    assert_non_null(
        strstr(output_of(w, "pdfinfo -url %.pdf"), "https://x.cn/"));
}

/* Debian's mutool always says that it has no ICC. */
static void mupdf_draws_every_page_without_complaint(void **state)
{
    world *w = *state;
    static const char filter[] =
        "mutool draw -q -F text %.pdf 2>&1 | grep -v 'ICC support'";
    need(w, "mutool");
    save(w, text_edition(w));
    const char *text = output_of(w, filter);
    assert_null(strstr(text, "warning"));
    assert_null(strstr(text, "error"));
    assert_non_null(strstr(text, "一周工运——“你好”，……工会"));
    assert_non_null(strstr(text, "𠅤"));
    save(w, picture_edition(w));
    const char *drawn =
        output_of(w, "{ mutool draw -q -o %.png %.pdf && echo drawn; } 2>&1 | "
                     "grep -v 'ICC support'");
    assert_string_equal(drawn, "drawn\n");
}

static void pictures_keep_their_kinds(void **state)
{
    world *w = *state;
    need(w, "pdfimages");
    save(w, picture_edition(w));
    const char *list = output_of(w, "pdfimages -list %.pdf");

    assert_int_equal(edition_count(list, " jpeg "), 3);
    assert_int_equal(edition_count(list, " cmyk    4   8  jpeg"), 1);
    assert_int_equal(edition_count(list, " smask "), 3);
    assert_int_equal(edition_count(list, "8  image "), 8);
}

/* ---- Rasters ---- */

/* Red, dark, light or something else, at a place of the page in points. */
static char tone_at(const raster *r, size_t x, size_t y)
{
    assert_true(x < r->width && y < r->height);
    const unsigned char *rgb = r->rgb + (y * r->width + x) * 3;
    return rgb[0] > 180 && rgb[1] < 90                    ? 'R'
           : rgb[0] < 90                                  ? 'D'
           : rgb[0] > 200 && rgb[0] < 250 && rgb[1] > 200 ? 'L'
                                                          : '?';
}

/* The picture is dark on the left, light on the right, red in its upper left
 * corner; turned as a viewer of the photograph would want it. */
static void exif_rotation_shows_the_right_way_up(void **state)
{
    world *w = *state;
    need(w, "pdftoppm");
    /* Upper left, upper right, lower left, lower right of the page's picture,
     * for the orientations 1 to 8. */
    static const char *const seen[] = {"RLDL", "LRLD", "LDLR", "DLRL",
                                       "RDLL", "DRLL", "LLDR", "LLRD"};
    for (unsigned n = 1; n <= 8; n++) {
        bul_edition *edition = edition_new(w);
        bul_page *page = edition_add_page(w, edition);
        page->width = page->height = 100000;
        sample_jpeg wanted = {
            .width = 64, .height = 64, .components = 3, .orientation = n};
        const bul_picture *picture = bul_picture_read(
            &w->arena, &w->diag, BUL_STR("a"),
            sample_jpeg_make(&w->arena, wanted), (bul_span){0});
        bul_page_add_picture(
            &w->arena, page,
            (bul_placed_picture){.w = 100000, .h = 100000, .picture = picture});
        save(w, edition);
        raster r = draw(w);
        char tones[5] = {tone_at(&r, 10, 10), tone_at(&r, 90, 10),
                         tone_at(&r, 10, 90), tone_at(&r, 90, 90), 0};
        assert_string_equal(tones, seen[n - 1]);
    }
}

/* The light half of a CMYK picture with Adobe's marker is full of ink: 230
 * of 255 is little ink there, and much where the marker is missing. */
static void cmyk_pictures_are_not_turned_negative(void **state)
{
    world *w = *state;
    need(w, "pdftoppm");
    for (int without = 0; without <= 1; without++) {
        bul_edition *edition = edition_new(w);
        bul_page *page = edition_add_page(w, edition);
        page->width = page->height = 100000;
        sample_jpeg wanted = {.width = 64,
                              .height = 64,
                              .components = 4,
                              .without_adobe = without};
        const bul_picture *picture = bul_picture_read(
            &w->arena, &w->diag, BUL_STR("a"),
            sample_jpeg_make(&w->arena, wanted), (bul_span){0});
        bul_page_add_picture(
            &w->arena, page,
            (bul_placed_picture){.w = 100000, .h = 100000, .picture = picture});
        save(w, edition);
        raster r = draw(w);
        const unsigned char *light_half = r.rgb + (50 * r.width + 90) * 3;
        assert_int_equal(light_half[0] > 128, !without);
    }
}

static void a_qr_code_can_be_read_off_the_page(void **state)
{
    world *w = *state;
    need(w, "zbarimg");
    need(w, "pdftoppm");
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    bul_qr qr;
    assert_true(bul_qr_encode(&w->arena,
                              BUL_STR("https://example.org/工会?期=46"), &qr));
    for (size_t i = 0; i < qr.side * qr.side; i++)
        if (qr.modules[i])
            bul_page_add_bar(
                &w->arena, page,
                (bul_bar){.x = 100000 + (bul_mpt)(i % qr.side) * 2000,
                          .y = 100000 + (bul_mpt)(i / qr.side) * 2000,
                          .w = 2000,
                          .h = 2000,
                          .color = BUL_COLOR_BLACK});
    save(w, edition);
    assert_non_null(
        strstr(output_of(w, "pdftoppm -r 150 -png -singlefile %.pdf % && "
                            "zbarimg -q --raw %.png"),
               "https://example.org/工会?期=46"));
}

static void black_text_is_on_the_black_plate_alone(void **state)
{
    world *w = *state;
    need(w, "gs");
    save(w, text_edition(w));
    const char *ink = output_of(w, "gs -q -o - -sDEVICE=inkcov %.pdf");
    assert_int_equal(edition_count(ink, "0.00000  0.00000  0.00000  0.0"), 3);
    assert_int_equal(edition_count(ink, "0.00000  0.00000  0.00000  0.00000"),
                     0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(qpdf_finds_nothing_wrong),
        WORLD_TEST(every_font_is_embedded_cut_and_mapped),
        WORLD_TEST(poppler_reads_the_text_back),
        WORLD_TEST(poppler_reads_the_frame_of_the_file),
        WORLD_TEST(mupdf_draws_every_page_without_complaint),
        WORLD_TEST(pictures_keep_their_kinds),
        WORLD_TEST(exif_rotation_shows_the_right_way_up),
        WORLD_TEST(cmyk_pictures_are_not_turned_negative),
        WORLD_TEST(a_qr_code_can_be_read_off_the_page),
        WORLD_TEST(black_text_is_on_the_black_plate_alone),
    };
    return cmocka_run_group_tests_name("other_tools", tests, make_folder,
                                       remove_folder);
}
