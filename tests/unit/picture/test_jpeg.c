/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "picture/jpeg_pack.h"
#include "picture/picture.h"
#include "support/sample_picture.h"
#include "support/world.h"

static const bul_picture *read_bytes(world *w, bul_str bytes)
{
    return bul_picture_read(&w->arena, &w->diag, BUL_STR("a.jpg"), bytes,
                            (bul_span){0});
}

static bul_str icc_of(world *w, const bul_picture *picture)
{
    assert_non_null(picture);
    return bul_picture_icc(picture, picture->kept, &w->arena);
}

static bul_samples decode(world *w, const bul_picture *picture)
{
    bul_samples samples;
    assert_non_null(picture);
    assert_true(bul_picture_samples(picture, picture->kept, &w->arena, &w->diag,
                                    (bul_span){0}, &samples));
    return samples;
}

static void assert_near(int value, int wanted)
{
    assert_in_range(value, wanted < 3 ? 0 : wanted - 3, wanted + 3);
}

/* ---- Decoding ---- */

/* In the light half the sample pictures hold 230. */
static void samples_of_a_jpeg_are_what_was_put_in(void **state)
{
    world *w = *state;
    static const int components[] = {1, 3, 4};
    for (size_t i = 0; i < 3; i++) {
        sample_jpeg wanted = {.width = 48,
                              .height = 32,
                              .components = components[i],
                              .progressive = i == 1};
        bul_samples made =
            decode(w, read_bytes(w, sample_jpeg_make(&w->arena, wanted)));
        assert_int_equal(made.width, 48);
        assert_int_equal(made.height, 32);
        assert_int_equal(made.components, components[i]);
        assert_null(made.alpha);
        size_t last = (size_t)48 * 32 * made.components - 1;
        /* CMYK with Adobe's marker is stored the other way round. */
        assert_near(made.color[last], components[i] == 4 ? 255 - 230 : 230);
    }
}

static void cmyk_without_the_marker_is_ink_as_stored(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {
        .width = 16, .height = 16, .components = 4, .without_adobe = true};
    bul_samples made =
        decode(w, read_bytes(w, sample_jpeg_make(&w->arena, wanted)));

    assert_near(made.color[16 * 16 * 4 - 1], 230);
}

static bool count_to_three(void *context, const uint8_t *row)
{
    int *count = context;
    (void)row;
    return ++*count < 3;
}

static void who_takes_rows_can_stop(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {.width = 40, .height = 40, .components = 3};
    int count = 0;

    const bul_picture *picture =
        read_bytes(w, sample_jpeg_make(&w->arena, wanted));
    assert_false(bul_jpeg_rows(picture, picture->kept, count_to_three, &count));
    assert_int_equal(count, 3);
}

static void a_jpeg_whose_tables_are_broken_is_damaged(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {.width = 64, .height = 64, .components = 3};
    bul_str jpeg = sample_jpeg_make(&w->arena, wanted);
    char *bytes = bul_arena_copy(&w->arena, jpeg.ptr, jpeg.len);
    size_t tables = bul_str_find(jpeg, BUL_STR("\xFF\xC4"));
    const bul_picture *picture = read_bytes(w, (bul_str){bytes, jpeg.len});
    bul_samples samples;

    bytes[tables + 5] = (char)0xFF; /* more codes than a table can have */
    assert_false(bul_picture_samples(picture, picture->kept, &w->arena,
                                     &w->diag, (bul_span){0}, &samples));
    assert_non_null(strstr(world_last(w), "[picture/damaged]"));
}

/* ---- Encoding ---- */

static bul_str pack_flat(world *w, bul_jpeg_plan plan, const uint8_t *sample)
{
    bul_str bytes = {0};
    size_t row_bytes = (size_t)plan.width * plan.components;
    uint8_t *row = BUL_NEW(&w->arena, uint8_t, row_bytes);
    for (size_t i = 0; i < row_bytes; i++)
        row[i] = sample[i % plan.components];
    bul_jpeg_packer *packer = bul_jpeg_pack_open(&w->arena, plan);
    for (uint32_t y = 0; y < plan.height; y++)
        assert_true(bul_jpeg_pack_row(packer, row));
    assert_true(bul_jpeg_pack_close(packer, &bytes));
    return bytes;
}

static void what_is_packed_can_be_read_again(void **state)
{
    world *w = *state;
    static const uint8_t sample[4] = {200, 20, 90, 7};
    static const uint8_t components[] = {1, 3, 4};
    for (size_t i = 0; i < 3; i++) {
        bul_jpeg_plan plan = {.width = 33,
                              .height = 17,
                              .components = components[i],
                              .quality = 92};
        const bul_picture *picture = read_bytes(w, pack_flat(w, plan, sample));
        bul_samples made = decode(w, picture);
        assert_int_equal(made.width, 33);
        assert_int_equal(made.height, 17);
        assert_int_equal(made.components, components[i]);
        assert_int_equal(picture->inverted, components[i] == 4);
        for (size_t c = 0; c < made.components; c++)
            assert_near(made.color[c], sample[c]);
    }
}

/* Large enough for more than one block of the packer's. */
static bul_str pack_noise(world *w, int quality)
{
    bul_str bytes = {0};
    bul_jpeg_plan plan = {
        .width = 400, .height = 300, .components = 3, .quality = quality};
    uint8_t *row = BUL_NEW(&w->arena, uint8_t, 400 * 3);
    uint32_t seed = 1;
    bul_jpeg_packer *packer = bul_jpeg_pack_open(&w->arena, plan);
    for (uint32_t y = 0; y < plan.height; y++) {
        for (size_t i = 0; i < (size_t)400 * 3; i++)
            row[i] = (uint8_t)((seed = seed * 1664525u + 1013904223u) >> 24);
        assert_true(bul_jpeg_pack_row(packer, row));
    }
    assert_true(bul_jpeg_pack_close(packer, &bytes));
    return bytes;
}

static void packing_twice_gives_the_same_bytes(void **state)
{
    world *w = *state;
    bul_str first = pack_noise(w, 92);

    assert_true(first.len > (size_t)128 << 10);
    assert_true(bul_str_equal(first, pack_noise(w, 92)));
    assert_false(bul_str_equal(first, pack_noise(w, 91)));
    assert_non_null(read_bytes(w, first));
}

static void a_picture_with_rows_missing_is_not_packed(void **state)
{
    world *w = *state;
    bul_str bytes = BUL_STR("untouched");
    uint8_t row[8] = {0};
    bul_jpeg_packer *packer = bul_jpeg_pack_open(
        &w->arena,
        (bul_jpeg_plan){
            .width = 8, .height = 2, .components = 1, .quality = 90});

    assert_true(bul_jpeg_pack_row(packer, row));
    assert_false(bul_jpeg_pack_close(packer, &bytes));
    assert_string_equal(world_cstr(w, bytes), "untouched");
}

static void a_packer_without_memory_says_so(void **state)
{
    world *w = *state;
    bul_str bytes = {0};
    uint8_t row[800];
    bul_jpeg_packer *packer = bul_jpeg_pack_open(
        &w->arena,
        (bul_jpeg_plan){
            .width = 800, .height = 800, .components = 1, .quality = 100});
    w->arena.limit_bytes = w->arena.used_bytes;
    bool is_sound = true;
    for (uint32_t y = 0; y < 800; y++) {
        for (size_t x = 0; x < sizeof row; x++)
            row[x] = (uint8_t)((x * 7919 + y * 104729) >> 3);
        is_sound = bul_jpeg_pack_row(packer, row) && is_sound;
    }
    assert_false(is_sound);
    assert_false(bul_jpeg_pack_close(packer, &bytes));
    w->arena.limit_bytes = 0;
}

/* ---- The profile inside ---- */

static bul_str long_profile(world *w, size_t len)
{
    char *bytes = BUL_NEW(&w->arena, char, len);
    for (size_t i = 0; i < len; i++)
        bytes[i] = (char)(i * 31 + i / 255);
    return (bul_str){bytes, len};
}

static void a_profile_in_one_piece_lies_in_the_file(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {.width = 16, .height = 16, .components = 3};
    bul_str plain = sample_jpeg_make(&w->arena, wanted);
    assert_int_equal(icc_of(w, read_bytes(w, plain)).len, 0);
    assert_false(read_bytes(w, plain)->has_icc);

    wanted.icc = long_profile(w, 3000);
    bul_str jpeg = sample_jpeg_make(&w->arena, wanted);
    assert_true(read_bytes(w, jpeg)->has_icc);
    bul_str icc = icc_of(w, read_bytes(w, jpeg));
    assert_true(bul_str_equal(icc, wanted.icc));
    assert_true(icc.ptr > jpeg.ptr && icc.ptr < jpeg.ptr + jpeg.len);
}

static void a_profile_in_pieces_is_joined(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {.width = 16,
                          .height = 16,
                          .components = 4,
                          .orientation = 6,
                          .icc = long_profile(w, 150001),
                          .icc_piece = 65000};
    const bul_picture *picture =
        read_bytes(w, sample_jpeg_make(&w->arena, wanted));

    assert_true(bul_str_equal(icc_of(w, picture), wanted.icc));
    assert_int_equal(picture->orientation, 6);
}

static void pieces_that_do_not_fit_are_no_profile(void **state)
{
    world *w = *state;
    sample_jpeg wanted = {.width = 16,
                          .height = 16,
                          .components = 3,
                          .icc = long_profile(w, 500),
                          .icc_piece = 200};
    bul_str jpeg = sample_jpeg_make(&w->arena, wanted);
    char *bytes = bul_arena_copy(&w->arena, jpeg.ptr, jpeg.len);
    size_t at = bul_str_find(jpeg, BUL_STR("ICC_PROFILE")) + 12;
    bul_str changed = {bytes, jpeg.len};
    static const char wrong[][2] = {{2, 3}, {0, 3}, {4, 3}, {1, 2}, {1, 4}};

    assert_true(bul_str_equal(icc_of(w, read_bytes(w, changed)), wanted.icc));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        memcpy(bytes + at, wrong[i], 2);
        assert_false(read_bytes(w, changed)->has_icc);
        assert_int_equal(icc_of(w, read_bytes(w, changed)).len, 0);
    }
}

static void the_profile_of_a_png_is_unpacked(void **state)
{
    world *w = *state;
    sample_png wanted = {.width = 9, .height = 9, .color_type = 2, .bits = 8};
    assert_false(read_bytes(w, sample_png_make(&w->arena, wanted))->has_icc);

    wanted.icc = long_profile(w, 3000);
    bul_str png = sample_png_make(&w->arena, wanted);
    assert_true(bul_str_equal(icc_of(w, read_bytes(w, png)), wanted.icc));

    /* Damage to it costs the profile, not the picture. */
    char *bytes = bul_arena_copy(&w->arena, png.ptr, png.len);
    size_t chunk = bul_str_find(png, BUL_STR("iCCP"));
    for (size_t i = 12; i < 60; i++)
        bytes[chunk + i] = (char)~bytes[chunk + i];
    const bul_picture *picture = read_bytes(w, (bul_str){bytes, png.len});
    assert_non_null(picture);
    assert_int_equal(icc_of(w, picture).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(samples_of_a_jpeg_are_what_was_put_in),
        WORLD_TEST(cmyk_without_the_marker_is_ink_as_stored),
        WORLD_TEST(who_takes_rows_can_stop),
        WORLD_TEST(a_jpeg_whose_tables_are_broken_is_damaged),
        WORLD_TEST(what_is_packed_can_be_read_again),
        WORLD_TEST(packing_twice_gives_the_same_bytes),
        WORLD_TEST(a_picture_with_rows_missing_is_not_packed),
        WORLD_TEST(a_packer_without_memory_says_so),
        WORLD_TEST(a_profile_in_one_piece_lies_in_the_file),
        WORLD_TEST(a_profile_in_pieces_is_joined),
        WORLD_TEST(pieces_that_do_not_fit_are_no_profile),
        WORLD_TEST(the_profile_of_a_png_is_unpacked),
    };
    return cmocka_run_group_tests_name("jpeg", tests, NULL, NULL);
}
