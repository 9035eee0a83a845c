/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "picture/picture.h"
#include "support/sample_picture.h"
#include "support/world.h"

#define WIDTH  ((size_t)11)
#define HEIGHT ((size_t)7)

static bool decode(world *w, bul_str bytes, bul_samples *samples)
{
    const bul_picture *picture = bul_picture_read(
        &w->arena, &w->diag, BUL_STR("a.png"), bytes, (bul_span){0});
    assert_non_null(picture);
    return bul_picture_samples(picture, bytes, &w->arena, &w->diag,
                               (bul_span){0}, samples);
}

static bul_samples decode_sample(world *w, sample_png wanted)
{
    bul_samples samples;
    wanted.width = (unsigned)WIDTH;
    wanted.height = (unsigned)HEIGHT;
    assert_true(decode(w, sample_png_make(&w->arena, wanted), &samples));
    assert_int_equal(samples.width, WIDTH);
    assert_int_equal(samples.height, HEIGHT);
    return samples;
}

/* Sample `i` as the sample picture has it, scaled to eight bits. */
static unsigned expected(size_t i, int bits)
{
    unsigned most = (1u << bits) - 1;
    unsigned value = (unsigned)(i * 37) % (most + 1);
    return (value * 255 + most / 2) / most;
}

static void grey_of_every_depth_becomes_eight_bits(void **state)
{
    world *w = *state;
    static const int depths[] = {1, 2, 4, 8, 16};
    for (size_t d = 0; d < 5; d++) {
        bul_samples samples = decode_sample(w, (sample_png){.bits = depths[d]});
        assert_int_equal(samples.components, 1);
        assert_null(samples.alpha);
        for (size_t i = 0; i < WIDTH * HEIGHT; i++)
            assert_int_equal(samples.color[i], expected(i, depths[d]));
    }
}

static void rgb_keeps_its_samples(void **state)
{
    world *w = *state;
    for (int bits = 8; bits <= 16; bits += 8) {
        bul_samples samples =
            decode_sample(w, (sample_png){.color_type = 2, .bits = bits});
        assert_int_equal(samples.components, 3);
        assert_null(samples.alpha);
        for (size_t i = 0; i < WIDTH * HEIGHT * 3; i++)
            assert_int_equal(samples.color[i], expected(i, bits));
    }
}

static void an_interlaced_picture_is_the_same_picture(void **state)
{
    world *w = *state;
    static const int types[] = {0, 2, 4, 6};
    for (size_t t = 0; t < 4; t++)
        for (int bits = 8; bits <= 16; bits += 8) {
            sample_png wanted = {.color_type = types[t], .bits = bits};
            bul_samples plain = decode_sample(w, wanted);
            wanted.interlaced = true;
            bul_samples laced = decode_sample(w, wanted);
            assert_int_equal(laced.components, plain.components);
            assert_memory_equal(laced.color, plain.color,
                                WIDTH * HEIGHT * plain.components);
            if (plain.alpha)
                assert_memory_equal(laced.alpha, plain.alpha, WIDTH * HEIGHT);
            assert_int_equal(laced.alpha == NULL, plain.alpha == NULL);
        }
}

static void a_palette_is_looked_up(void **state)
{
    world *w = *state;
    bul_samples samples =
        decode_sample(w, (sample_png){.color_type = 3, .bits = 4});
    assert_int_equal(samples.components, 3);
    assert_null(samples.alpha);
    for (size_t i = 0; i < WIDTH * HEIGHT; i++) {
        unsigned entry = (unsigned)(i * 37) % 16;
        assert_int_equal(samples.color[i * 3], entry * 10);
        assert_int_equal(samples.color[i * 3 + 1], 255 - entry);
        assert_int_equal(samples.color[i * 3 + 2], entry * 5);
    }
}

static void alpha_comes_apart_from_colour(void **state)
{
    world *w = *state;
    bul_samples rgb =
        decode_sample(w, (sample_png){.color_type = 6, .bits = 8});
    bul_samples grey =
        decode_sample(w, (sample_png){.color_type = 4, .bits = 8});
    assert_non_null(rgb.alpha);
    assert_non_null(grey.alpha);
    assert_int_equal(grey.components, 1);
    for (size_t i = 0; i < WIDTH * HEIGHT; i++) {
        assert_int_equal(rgb.alpha[i], expected(i * 4 + 3, 8));
        assert_int_equal(rgb.color[i * 3 + 1], expected(i * 4 + 1, 8));
        assert_int_equal(grey.alpha[i], expected(i * 2 + 1, 8));
        assert_int_equal(grey.color[i], expected(i * 2, 8));
    }
}

static void one_clear_colour_becomes_alpha(void **state)
{
    world *w = *state;
    static const int types[] = {0, 3};
    for (size_t t = 0; t < 2; t++) {
        bul_samples samples = decode_sample(
            w,
            (sample_png){.color_type = types[t], .bits = 8, .with_trns = true});
        assert_non_null(samples.alpha);
        for (size_t i = 0; i < WIDTH * HEIGHT; i++)
            assert_int_equal(samples.alpha[i], i * 37 % 256 == 0 ? 0 : 255);
    }
}

static void rgb_without_colour_becomes_grey(void **state)
{
    world *w = *state;
    bul_samples samples = decode_sample(
        w, (sample_png){.color_type = 2, .bits = 8, .flat = true});

    assert_int_equal(samples.components, 1);
    for (size_t i = 0; i < WIDTH * HEIGHT; i++)
        assert_int_equal(samples.color[i], 64);
}

static void alpha_that_hides_nothing_is_dropped(void **state)
{
    world *w = *state;
    /* Black is clear, but nothing is black. */
    bul_samples samples = decode_sample(
        w, (sample_png){
               .color_type = 2, .bits = 8, .flat = true, .with_trns = true});
    assert_null(samples.alpha);
}

static void broken_data_is_reported_and_decodes_to_nothing(void **state)
{
    world *w = *state;
    sample_png wanted = {.width = 40, .height = 40, .color_type = 2, .bits = 8};
    bul_str png = sample_png_make(&w->arena, wanted);
    size_t pixels = bul_str_find(png, BUL_STR("IDAT"));
    char *bytes = bul_arena_copy(&w->arena, png.ptr, png.len);
    bul_samples samples;
    for (size_t at = pixels + 4; at < png.len - 16; at += 11) {
        bytes[at] = (char)(bytes[at] ^ 0xFF);
        w->diag.entries.count = 0;
        assert_false(decode(w, (bul_str){bytes, png.len}, &samples));
        assert_string_equal(world_last(w),
                            "error: picture 'a.png' is damaged and cannot be "
                            "read [picture/damaged]");
        bytes[at] = (char)(bytes[at] ^ 0xFF);
    }
    assert_true(decode(w, (bul_str){bytes, png.len}, &samples));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(grey_of_every_depth_becomes_eight_bits),
        WORLD_TEST(rgb_keeps_its_samples),
        WORLD_TEST(an_interlaced_picture_is_the_same_picture),
        WORLD_TEST(a_palette_is_looked_up),
        WORLD_TEST(alpha_comes_apart_from_colour),
        WORLD_TEST(one_clear_colour_becomes_alpha),
        WORLD_TEST(rgb_without_colour_becomes_grey),
        WORLD_TEST(alpha_that_hides_nothing_is_dropped),
        WORLD_TEST(broken_data_is_reported_and_decodes_to_nothing),
    };
    return cmocka_run_group_tests_name("png", tests, NULL, NULL);
}
