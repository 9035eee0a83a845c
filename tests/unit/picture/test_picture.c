/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "picture/picture.h"
#include "support/door.h"
#include "support/sample_picture.h"
#include "support/world.h"

static const bul_picture *read_bytes(world *w, bul_str bytes)
{
    return bul_picture_read(&w->arena, &w->diag, BUL_STR("a.jpg"), bytes,
                            (bul_span){0});
}

/* ---- What is it? ---- */

static void a_picture_is_told_by_its_bytes_not_its_name(void **state)
{
    world *w = *state;
    bul_str png = sample_png_make(
        &w->arena, (sample_png){.width = 3, .height = 2, .bits = 8});
    const bul_picture *picture = read_bytes(w, png);

    assert_non_null(picture);
    assert_int_equal(picture->format, BUL_PICTURE_PNG);
    assert_string_equal(world_cstr(w, picture->path), "a.jpg");
}

static void foreign_kinds_are_named(void **state)
{
    world *w = *state;
    static const struct {
        bul_str bytes;
        const char *report;
    } cases[] = {
        {BUL_STR_INIT("GIF89a......"), "picture 'a.jpg' is GIF"},
        {BUL_STR_INIT("RIFF\1\2\3\4WEBPVP8 "), "picture 'a.jpg' is WebP"},
        {BUL_STR_INIT("\0\0\0\x18"
                      "ftypheic...."),
         "picture 'a.jpg' is HEIC"},
        {BUL_STR_INIT("II*\0\x08\0\0\0"), "picture 'a.jpg' is TIFF"},
        {BUL_STR_INIT("<svg xmlns="), "picture 'a.jpg' is SVG"},
        {BUL_STR_INIT("hello"), "'a.jpg' is no picture"},
        {BUL_STR_INIT(""), "'a.jpg' is no picture"},
        {BUL_STR_INIT("\xFF\xD8"), "'a.jpg' is no picture"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        w->diag.entries.count = 0;
        assert_null(read_bytes(w, cases[i].bytes));
        assert_non_null(strstr(world_last(w), cases[i].report));
        assert_non_null(strstr(world_last(w), "[picture/unknown-type]"));
    }
}

/* ---- JPEG ---- */

static void a_jpeg_header_gives_size_components_and_density(void **state)
{
    world *w = *state;
    static const int components[] = {1, 3, 4};
    for (size_t i = 0; i < 3; i++) {
        sample_jpeg wanted = {.width = 40 + (unsigned)i,
                              .height = 30,
                              .components = components[i],
                              .progressive = i == 1,
                              .ppi = i == 1 ? 300 : 0};
        const bul_picture *picture =
            read_bytes(w, sample_jpeg_make(&w->arena, wanted));
        assert_non_null(picture);
        assert_int_equal(picture->format, BUL_PICTURE_JPEG);
        assert_int_equal(picture->width, 40 + i);
        assert_int_equal(picture->height, 30);
        assert_int_equal(picture->bits, 8);
        assert_int_equal(picture->components, components[i]);
        assert_int_equal(picture->orientation, 1);
        assert_int_equal((int)picture->ppi, i == 1 ? 300 : 0);
        assert_false(picture->plain_rgb);
        assert_false(picture->has_alpha);
        assert_int_equal(picture->inverted, components[i] == 4);
    }
}

static void cmyk_is_inverted_only_where_adobe_says_so(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {
        .width = 16, .height = 16, .components = 4, .without_adobe = true};
    const bul_picture *picture =
        read_bytes(w, sample_jpeg_make(&w->arena, wanted));

    assert_int_equal(picture->components, 4);
    assert_false(picture->inverted);
}

static void unmarked_rgb_is_noticed(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {
        .width = 16, .height = 16, .components = 3, .plain_rgb = true};
    const bul_picture *picture =
        read_bytes(w, sample_jpeg_make(&w->arena, wanted));

    assert_true(picture->plain_rgb);
}

static void exif_turns_the_picture_in_either_byte_order(void **state)
{
    world *w = *state;
    for (unsigned n = 1; n <= 9; n++) {
        sample_jpeg wanted = {.width = 40,
                              .height = 20,
                              .components = 3,
                              .orientation = n,
                              .big_endian = n % 2 == 0};
        const bul_picture *picture =
            read_bytes(w, sample_jpeg_make(&w->arena, wanted));
        assert_int_equal(picture->width, 40);
        assert_int_equal(picture->orientation, n <= 8 ? n : 1);
        assert_int_equal(bul_picture_seen_width(picture),
                         n >= 5 && n <= 8 ? 20 : 40);
        assert_int_equal(bul_picture_seen_height(picture),
                         n >= 5 && n <= 8 ? 40 : 20);
    }
}

/* Directory offsets and counts that point outside, one byte wrong at a time. */
static void broken_exif_does_no_harm(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {
        .width = 40, .height = 20, .components = 3, .orientation = 6};
    bul_str jpeg = sample_jpeg_make(&w->arena, wanted);
    size_t exif = bul_str_find(jpeg, BUL_STR("Exif"));
    assert_true(exif < jpeg.len);
    char *bytes = bul_arena_copy(&w->arena, jpeg.ptr, jpeg.len);
    for (size_t at = exif + 6; at < exif + 32; at++) {
        char whole = bytes[at];
        bytes[at] = (char)0xFE;
        const bul_picture *picture = read_bytes(w, (bul_str){bytes, jpeg.len});
        assert_non_null(picture);
        assert_in_range(picture->orientation, 1, 8);
        bytes[at] = whole;
    }
}

static void a_jpeg_cut_short_is_reported_as_such(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {
        .width = 64, .height = 64, .components = 3, .orientation = 3};
    bul_str jpeg = sample_jpeg_make(&w->arena, wanted);
    for (size_t len = 3; len < jpeg.len; len++) {
        w->diag.entries.count = 0;
        char *part = bul_arena_copy(&w->arena, jpeg.ptr, len);
        assert_null(read_bytes(w, (bul_str){part, len}));
        assert_int_equal(w->diag.entries.count, 1);
    }
    assert_string_equal(world_last(w), "error: picture 'a.jpg' is cut short "
                                       "[picture/truncated]");
}

static void a_jpeg_no_pdf_can_hold_is_refused(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {.width = 16, .height = 16, .components = 3};
    bul_str jpeg = sample_jpeg_make(&w->arena, wanted);
    char *bytes = bul_arena_copy(&w->arena, jpeg.ptr, jpeg.len);
    size_t frame = bul_str_find(jpeg, BUL_STR("\xFF\xC0"));

    bytes[frame + 4] = 12; /* bits a sample */
    assert_null(read_bytes(w, (bul_str){bytes, jpeg.len}));
    assert_non_null(strstr(world_last(w), "[picture/unsupported]"));

    bytes[frame + 4] = 8;
    bytes[frame + 1] = (char)0xC3; /* lossless */
    w->diag.entries.count = 0;
    assert_null(read_bytes(w, (bul_str){bytes, jpeg.len}));
    assert_non_null(strstr(world_last(w), "[picture/unsupported]"));

    wanted.arithmetic = true;
    w->diag.entries.count = 0;
    assert_null(read_bytes(w, sample_jpeg_make(&w->arena, wanted)));
    assert_non_null(strstr(world_last(w), "[picture/unsupported]"));
}

static void a_jpeg_of_absurd_size_is_refused(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {.width = 16, .height = 16, .components = 1};
    bul_str jpeg = sample_jpeg_make(&w->arena, wanted);
    char *bytes = bul_arena_copy(&w->arena, jpeg.ptr, jpeg.len);
    size_t frame = bul_str_find(jpeg, BUL_STR("\xFF\xC0"));
    bytes[frame + 5] = (char)0x80; /* 32,784 rows */

    assert_null(read_bytes(w, (bul_str){bytes, jpeg.len}));
    assert_non_null(strstr(world_last(w), "[picture/too-large]"));
}

/* ---- PNG ---- */

static void a_png_header_says_what_is_inside(void **state)
{
    world *w = *state;
    static const struct {
        int color_type, bits, components;
        bool with_trns, has_alpha, has_palette;
    } cases[] = {
        {0, 1, 1, false, false, false}, {0, 16, 1, true, true, false},
        {2, 8, 3, false, false, false}, {2, 16, 3, true, true, false},
        {3, 4, 3, false, false, true},  {3, 8, 3, true, true, true},
        {4, 8, 1, false, true, false},  {6, 16, 3, false, true, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample_png wanted = {.width = 7,
                             .height = 5,
                             .color_type = cases[i].color_type,
                             .bits = cases[i].bits,
                             .with_trns = cases[i].with_trns,
                             .ppi = 144};
        const bul_picture *picture =
            read_bytes(w, sample_png_make(&w->arena, wanted));
        assert_non_null(picture);
        assert_int_equal(picture->width, 7);
        assert_int_equal(picture->height, 5);
        assert_int_equal(picture->bits, cases[i].bits);
        assert_int_equal(picture->components, cases[i].components);
        assert_int_equal(picture->has_alpha, cases[i].has_alpha);
        assert_int_equal(picture->has_palette, cases[i].has_palette);
        assert_in_range((int)(picture->ppi * 10), 1439, 1441);
    }
}

static void a_png_cut_short_is_reported_as_such(void **state)
{
    world *w = *state;
    sample_png wanted = {.width = 9, .height = 9, .color_type = 2, .bits = 8};
    bul_str png = sample_png_make(&w->arena, wanted);
    for (size_t len = 8; len < png.len; len++) {
        w->diag.entries.count = 0;
        char *part = bul_arena_copy(&w->arena, png.ptr, len);
        assert_null(read_bytes(w, (bul_str){part, len}));
        assert_string_equal(world_last(w),
                            "error: picture 'a.jpg' is cut short "
                            "[picture/truncated]");
    }
}

static void a_png_of_absurd_size_is_refused_before_decoding(void **state)
{
    world *w = *state;
    sample_png wanted = {.width = 9, .height = 9, .bits = 1};
    bul_str png = sample_png_make(&w->arena, wanted);
    char *bytes = bul_arena_copy(&w->arena, png.ptr, png.len);
    memcpy(bytes + 16, "\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF", 8);

    assert_null(read_bytes(w, (bul_str){bytes, png.len}));
    assert_non_null(strstr(world_last(w), "[picture/too-large]"));
}

static void a_png_with_a_wrong_header_is_damaged(void **state)
{
    world *w = *state;
    sample_png wanted = {.width = 9, .height = 9, .bits = 1};
    bul_str png = sample_png_make(&w->arena, wanted);
    char *bytes = bul_arena_copy(&w->arena, png.ptr, png.len);
    bytes[24] = 5; /* bits a sample: not a number PNG knows */

    assert_null(read_bytes(w, (bul_str){bytes, png.len}));
    assert_non_null(strstr(world_last(w), "[picture/damaged]"));
}

/* ---- Again ---- */

static bul_str noise(world *w, unsigned seed)
{
    return sample_png_make(
        &w->arena,
        (sample_png){.width = 120, .height = 120, .bits = 8, .noise = seed});
}

/* A picture of w->files whose header has been read. */
static const bul_picture *read_file(world *w, const char *path)
{
    bul_str name = bul_str_from(path), bytes;
    bul_picture_file file = {.world = &w->files, .path = name};
    assert_int_equal(
        bul_world_open(&w->files, &w->arena, file.root, name, 0, &bytes),
        BUL_WORLD_OK);
    const bul_picture *picture = bul_picture_read_file(
        &w->arena, &w->diag, file, name, bytes, (bul_span){0});
    assert_non_null(picture);
    return picture;
}

static bool opens(world *w, const bul_picture *picture)
{
    bul_loan loan;
    bool is_open = bul_picture_open(picture, &w->arena, &loan);
    assert_int_equal(loan.bytes.len, is_open ? picture->byte_count : 0);
    bul_world_return(&loan);
    return is_open;
}

static void a_picture_is_opened_again_as_long_as_it_is_the_same(void **state)
{
    world *w = *state;
    bul_str png = noise(w, 1);
    world_put_bytes(w, "a.png", png);
    const bul_picture *picture = read_file(w, "a.png");
    assert_null(picture->kept.ptr);
    assert_true(opens(w, picture));

    bul_memory_file *file = &w->puts.items[0];
    char *bytes = bul_arena_copy(&w->arena, png.ptr, png.len);
    file->bytes = (bul_str){bytes, png.len};
    assert_true(opens(w, picture));
    bytes[19]++; /* its width */
    assert_false(opens(w, picture));
    bytes[19]--;
    bytes[png.len - 1]++; /* its last checksum */
    assert_false(opens(w, picture));
    bytes[png.len - 1]--;
    file->bytes.len--;
    assert_false(opens(w, picture));
    file->bytes = noise(w, 2);
    assert_false(opens(w, picture));
    file->bytes = BUL_STR("");
    assert_false(opens(w, picture));
    file->path = "b.png";
    assert_false(opens(w, picture));
    assert_string_equal(world_last(w), "");
}

static void bytes_without_a_world_are_kept(void **state)
{
    world *w = *state;
    bul_str png = noise(w, 1);
    const bul_picture *picture = read_bytes(w, png);
    bul_loan loan;
    assert_true(bul_picture_open(picture, &w->arena, &loan));
    assert_ptr_equal(loan.bytes.ptr, png.ptr);
    bul_world_return(&loan);
}

static void pictures_are_the_same_when_all_their_bytes_are(void **state)
{
    world *w = *state;
    bul_str png = noise(w, 1);
    char *bytes = bul_arena_copy(&w->arena, png.ptr, png.len);
    bytes[60] ^= 1; /* a sample: its checksum is wrong, but none looks */
    door d = {.files = &w->files, .ending = ".png"};
    bul_world files = door_world(&d);
    world_put_bytes(w, "a.png", png);
    world_put_bytes(w, "b.png", bul_str_copy(&w->arena, png));
    world_put_bytes(w, "c.png", noise(w, 2));
    world_put_bytes(w, "d.png", (bul_str){bytes, png.len});
    bul_picture found[5];
    static const char *const names[] = {"a.png", "b.png", "c.png", "d.png",
                                        "a.png"};
    for (size_t i = 0; i < 5; i++) {
        found[i] = *read_file(w, names[i]);
        found[i].file.world = &files;
    }
    bul_arena arena = {0};
    assert_true(bul_picture_is_same(&found[0], &found[4], &arena));
    assert_false(bul_picture_is_same(&found[0], &found[2], &arena));
    assert_int_equal(d.opened, 0);
    assert_true(bul_picture_is_same(&found[0], &found[1], &arena));
    assert_int_equal(found[0].stamp, found[3].stamp);
    assert_false(bul_picture_is_same(&found[0], &found[3], &arena));
    assert_int_equal(d.opened, 4);
    assert_int_equal(d.out, 0);
    w->puts.items[1].path = "gone";
    assert_false(bul_picture_is_same(&found[0], &found[1], &arena));
    assert_false(bul_picture_is_same(&found[1], &found[0], &arena));
    assert_int_equal(d.out, 0);
    bul_arena_release(&arena);
}

static void a_header_that_has_changed_is_not_decoded(void **state)
{
    world *w = *state;
    bul_str small = sample_png_make(
        &w->arena, (sample_png){.width = 5, .height = 5, .bits = 8});
    bul_samples samples;
    const bul_picture *picture = read_bytes(w, small);
    assert_false(bul_picture_samples(picture, noise(w, 1), &w->arena, &w->diag,
                                     (bul_span){0}, &samples));
    assert_non_null(strstr(world_last(w), "[picture/damaged]"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_picture_is_told_by_its_bytes_not_its_name),
        WORLD_TEST(foreign_kinds_are_named),
        WORLD_TEST(a_jpeg_header_gives_size_components_and_density),
        WORLD_TEST(cmyk_is_inverted_only_where_adobe_says_so),
        WORLD_TEST(unmarked_rgb_is_noticed),
        WORLD_TEST(exif_turns_the_picture_in_either_byte_order),
        WORLD_TEST(broken_exif_does_no_harm),
        WORLD_TEST(a_jpeg_cut_short_is_reported_as_such),
        WORLD_TEST(a_jpeg_no_pdf_can_hold_is_refused),
        WORLD_TEST(a_jpeg_of_absurd_size_is_refused),
        WORLD_TEST(a_png_header_says_what_is_inside),
        WORLD_TEST(a_png_cut_short_is_reported_as_such),
        WORLD_TEST(a_png_of_absurd_size_is_refused_before_decoding),
        WORLD_TEST(a_png_with_a_wrong_header_is_damaged),
        WORLD_TEST(a_picture_is_opened_again_as_long_as_it_is_the_same),
        WORLD_TEST(bytes_without_a_world_are_kept),
        WORLD_TEST(pictures_are_the_same_when_all_their_bytes_are),
        WORLD_TEST(a_header_that_has_changed_is_not_decoded),
    };
    return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
