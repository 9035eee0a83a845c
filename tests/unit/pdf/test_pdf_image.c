/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "pdf/pdf.h"
#include "support/door.h"
#include "support/sample_picture.h"
#include "unit/pdf/tool.h"

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
        edition_find(pdf, cases[i].space);
        edition_find(pdf, "/Filter /DCTDecode\n");
        edition_find(pdf, "/Width 60\n/Height 24\n/BitsPerComponent 8\n");
        assert_int_equal(edition_count(pdf, "/Decode [1 0 1 0 1 0 1 0]\n"),
                         i == 2);
        edition_find(edition_streams(w, &bytes),
                     "q 200 0 0 80 50 661.89 cm /I1 Do Q\n");
    }
}

static void unmarked_rgb_is_said_to_be_rgb(void **state)
{
    world *w = *state;
    for (int plain = 0; plain <= 1; plain++) {
        bul_edition *edition = edition_new(w);
        bul_page *page = edition_add_page(w, edition);
        edition_bytes bytes;
        place(w, page,
              sample_jpeg_make(&w->arena, (sample_jpeg){.width = 8,
                                                        .height = 8,
                                                        .components = 3,
                                                        .plain_rgb = plain}));
        edition_write(w, edition, &bytes);
        assert_int_equal(edition_count(edition_objects(&bytes),
                                       "/DecodeParms <</ColorTransform 0>>\n"),
                         plain);
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
        edition_find(edition_streams(w, &bytes), matrices[n - 1]);
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
    edition_find(pdf, "/DecodeParms <</Predictor 15/Colors 3/Columns 16>>");
    edition_find(pdf, "/DecodeParms <</Predictor 15/Colors 1/Columns 16>>");
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
        bul_pdf_write(edition, NULL, &w->arena, &w->diag, edition_sink(&bytes)),
        BUL_INPUT_ERRORS);
    assert_int_equal(bytes.len, 0);
    assert_non_null(strstr(world_last(w), "[picture/damaged]"));
}

/* ---- Pictures that lie in a world ---- */

/* Places a picture of a world whose header has been read. */
static const bul_picture *place_file(world *w, bul_page *page,
                                     const bul_world *files, const char *path)
{
    bul_str name = bul_str_from(path), bytes;
    bul_picture_file file = {.world = files, .path = name};
    assert_int_equal(
        bul_world_open(&w->files, &w->arena, file.root, name, 0, &bytes),
        BUL_WORLD_OK);
    const bul_picture *picture = bul_picture_read_file(
        &w->arena, &w->diag, file, name, bytes, (bul_span){0});
    assert_non_null(picture);
    bul_placed_picture placed = {.w = 200000, .h = 80000, .picture = picture};
    bul_page_add_picture(&w->arena, page, placed);
    return picture;
}

static bul_str jpeg_of(world *w, unsigned width)
{
    return sample_jpeg_make(
        &w->arena,
        (sample_jpeg){.width = width, .height = 24, .components = 3});
}

static void files_are_opened_when_they_are_written_one_at_a_time(void **state)
{
    world *w = *state;
    door d = {.files = &w->files, .ending = ".jpg"};
    bul_world files = door_world(&d);
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    static const char *const names[] = {"a.jpg", "b.jpg", "c.jpg", "d.jpg"};
    for (unsigned i = 0; i < 4; i++) {
        world_put_bytes(w, names[i], jpeg_of(w, 60 + i));
        place_file(w, page, &files, names[i]);
        place_file(w, page, &files, names[i]);
    }
    bul_arena arena = {0};
    edition_bytes bytes = {.arena = &w->arena};
    assert_int_equal(
        bul_pdf_write(edition, NULL, &arena, &w->diag, edition_sink(&bytes)),
        BUL_OK);
    assert_int_equal(d.opened, 4);
    assert_int_equal(d.most, 1);
    assert_int_equal(d.out, 0);
    bul_arena_release(&arena);
    for (unsigned i = 0; i < 4; i++) {
        bul_str all = {bytes.ptr, bytes.len};
        assert_true(bul_str_find(all, jpeg_of(w, 60 + i)) < all.len);
    }
}

static void a_picture_that_changed_meanwhile_stops_the_pdf(void **state)
{
    world *w = *state;
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    world_put_bytes(w, "a.jpg", jpeg_of(w, 60));
    world_put_bytes(w, "b.jpg", jpeg_of(w, 61));
    place_file(w, page, &w->files, "a.jpg");
    place_file(w, page, &w->files, "b.jpg");
    edition_bytes bytes = {.arena = &w->arena};
    assert_int_equal(
        bul_pdf_write(edition, NULL, &w->arena, &w->diag, edition_sink(&bytes)),
        BUL_OK);
    w->puts.items[1].bytes = jpeg_of(w, 62);
    assert_int_equal(
        bul_pdf_write(edition, NULL, &w->arena, &w->diag, edition_sink(&bytes)),
        BUL_INPUT_ERRORS);
    assert_string_equal(
        world_last(w), "error: picture 'b.jpg' was changed or taken away while "
                       "the bulletin was made [picture/changed]");
}

/* The samples of the first image so wide that stand in the file. */
static bul_str samples_in_file(world *w, uint32_t number)
{
    char command[96], path[96];
    bul_str bytes;
    snprintf(command, sizeof command,
             "qpdf --show-object=%u --filtered-stream-data %%.pdf > %%.raw",
             (unsigned)number);
    output_of(w, command);
    snprintf(path, sizeof path, "%s/a.raw", folder);
    assert_int_equal(bul_world_open(bul_world_real(), &w->arena, (bul_str){0},
                                    bul_str_from(path), 0, &bytes),
                     BUL_WORLD_OK);
    return bytes;
}

/* Each has 6.8 MB: of the third and fourth some is made a second time. */
static void pngs_that_are_not_kept_come_out_the_same(void **state)
{
    world *w = *state;
    need(w, "qpdf");
    enum {
        SIDE = 1300,
        COUNT = 4
    };
    door d = {.files = &w->files, .ending = ".png"};
    bul_world files = door_world(&d);
    bul_edition *edition = edition_new(w);
    bul_page *page = edition_add_page(w, edition);
    static const char *const names[] = {"a.png", "b.png", "c.png", "d.png"};
    const bul_picture *pictures[COUNT];
    for (unsigned i = 0; i < COUNT; i++) {
        sample_png wanted = {.width = SIDE,
                             .height = SIDE,
                             .color_type = 6,
                             .bits = 8,
                             .noise = i + 1};
        world_put_bytes(w, names[i], sample_png_make(&w->arena, wanted));
        pictures[i] = place_file(w, page, &files, names[i]);
    }
    bul_arena arena = {0};
    edition_bytes bytes = {.arena = &w->arena};
    assert_int_equal(
        bul_pdf_write(edition, NULL, &arena, &w->diag, edition_sink(&bytes)),
        BUL_OK);
    assert_int_equal(d.opened, COUNT + 3);
    assert_int_equal(d.out, 0);
    bul_arena_release(&arena);
    FILE *file = fopen(pdf_path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
    const char *objects = edition_objects(&bytes);
    const char *at = edition_find(objects, "/XObject <<\n");
    bul_arena again = {0};
    for (unsigned i = 0; i < COUNT; i++) {
        char name[16];
        unsigned number;
        bul_samples samples;
        bul_loan loan;
        snprintf(name, sizeof name, "/I%u ", i + 1);
        at = edition_find(at, name);
        assert_int_equal(sscanf(at + 4, "%u", &number), 1);
        assert_true(bul_picture_open(pictures[i], &again, &loan));
        assert_true(bul_picture_samples(pictures[i], loan.bytes, &again,
                                        &w->diag, (bul_span){0}, &samples));
        /* The mask is the object after its image. */
        bul_str color = samples_in_file(w, number);
        assert_int_equal(color.len, SIDE * SIDE * 3);
        assert_memory_equal(color.ptr, samples.color, color.len);
        bul_str alpha = samples_in_file(w, number + 1);
        assert_int_equal(alpha.len, SIDE * SIDE);
        assert_memory_equal(alpha.ptr, samples.alpha, alpha.len);
        bul_world_return(&loan);
    }
    bul_arena_release(&again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_jpeg_goes_in_as_it_is),
        WORLD_TEST(unmarked_rgb_is_said_to_be_rgb),
        WORLD_TEST(exif_turns_the_placed_picture),
        WORLD_TEST(a_picture_used_again_is_stored_once),
        WORLD_TEST(transparency_becomes_a_soft_mask),
        WORLD_TEST(a_damaged_picture_stops_the_pdf),
        WORLD_TEST(files_are_opened_when_they_are_written_one_at_a_time),
        WORLD_TEST(a_picture_that_changed_meanwhile_stops_the_pdf),
        WORLD_TEST(pngs_that_are_not_kept_come_out_the_same),
    };
    return cmocka_run_group_tests_name("pdf_image", tests, make_folder,
                                       remove_folder);
}
