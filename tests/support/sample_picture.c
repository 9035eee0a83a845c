/* SPDX-License-Identifier: MIT */
/* sample_picture.c - see sample_picture.h. */
#include "support/sample_picture.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <spng.h>

/* ---- JPEG ---- */

/* The smallest EXIF: one directory with one entry, the orientation. */
static void write_exif(j_compress_ptr jpeg, unsigned orientation,
                       bool big_endian)
{
    static const JOCTET little[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03"
                                   "\0\x01\0\0\0\0\0\0\0\0\0\0";
    static const JOCTET big[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03"
                                "\0\0\0\x01\0\0\0\0\0\0\0";
    JOCTET exif[sizeof little - 1];
    memcpy(exif, big_endian ? big : little, sizeof exif);
    exif[big_endian ? 25 : 24] = (JOCTET)orientation;
    jpeg_write_marker(jpeg, JPEG_APP0 + 1, exif, sizeof exif);
}

static void write_icc(j_compress_ptr jpeg, bul_str icc, size_t piece)
{
    JOCTET marker[65533] = "ICC_PROFILE";
    size_t count = (icc.len + piece - 1) / piece;
    for (size_t i = 0; i < count; i++) {
        bul_str part = bul_str_sub(icc, i * piece, (i + 1) * piece);
        marker[12] = (JOCTET)(i + 1);
        marker[13] = (JOCTET)count;
        memcpy(marker + 14, part.ptr, part.len);
        jpeg_write_marker(jpeg, JPEG_APP0 + 2, marker,
                          (unsigned)(part.len + 14));
    }
}

static void fill_row(JSAMPLE *row, const sample_jpeg *wanted, unsigned y)
{
    for (unsigned x = 0; x < wanted->width; x++) {
        bool is_light = x >= wanted->width / 2;
        bool is_corner = x < wanted->width / 4 && y < wanted->height / 4;
        for (int c = 0; c < wanted->components; c++)
            *row++ = is_corner ? (c == 0 ? 250 : 10) : is_light ? 230 : 40;
    }
}

static void configure(j_compress_ptr jpeg, const sample_jpeg *wanted)
{
    jpeg->image_width = wanted->width;
    jpeg->image_height = wanted->height;
    jpeg->input_components = wanted->components;
    jpeg->in_color_space = wanted->components == 1   ? JCS_GRAYSCALE
                           : wanted->components == 3 ? JCS_RGB
                                                     : JCS_CMYK;
    jpeg_set_defaults(jpeg);
    if (wanted->plain_rgb) {
        jpeg_set_colorspace(jpeg, JCS_RGB);
        jpeg->write_Adobe_marker = FALSE;
    }
    if (wanted->without_adobe)
        jpeg->write_Adobe_marker = FALSE;
    if (wanted->progressive)
        jpeg_simple_progression(jpeg);
    jpeg->arith_code = wanted->arithmetic;
    if (wanted->ppi > 0) {
        jpeg->density_unit = 1;
        jpeg->X_density = jpeg->Y_density = (UINT16)wanted->ppi;
    }
}

bul_str sample_jpeg_make(bul_arena *arena, sample_jpeg wanted)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long count = 0;
    size_t row_bytes = (size_t)wanted.width * (size_t)wanted.components;
    JSAMPLE *row = BUL_NEW(arena, JSAMPLE, row_bytes);
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &count);
    configure(&jpeg, &wanted);
    jpeg_start_compress(&jpeg, TRUE);
    if (wanted.orientation > 0)
        write_exif(&jpeg, wanted.orientation, wanted.big_endian);
    if (wanted.icc.len > 0)
        write_icc(&jpeg, wanted.icc,
                  wanted.icc_piece > 0 ? wanted.icc_piece : wanted.icc.len);
    for (unsigned y = 0; y < wanted.height; y++) {
        fill_row(row, &wanted, y);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    bul_str made = {bul_arena_copy(arena, bytes, count), count};
    free(bytes);
    return made;
}

/* ---- PNG ---- */

static unsigned channel_count(int color_type)
{
    return color_type == 2   ? 3u
           : color_type == 4 ? 2u
           : color_type == 6 ? 4u
                             : 1u;
}

/* Rows of samples packed as PNG wants them. */
/* Bytes that nothing can pack. */
static void fill_with_noise(uint8_t *bytes, size_t count, uint32_t seed)
{
    uint32_t state = seed;
    for (size_t i = 0; i < count; i++) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        bytes[i] = (uint8_t)(state >> 11);
    }
}

static uint8_t *make_rows(bul_arena *arena, const sample_png *wanted,
                          size_t *total)
{
    size_t row_samples =
        (size_t)wanted->width * channel_count(wanted->color_type);
    size_t row_bytes = (row_samples * (size_t)wanted->bits + 7) / 8;
    *total = row_bytes * wanted->height;
    uint8_t *rows = BUL_NEW(arena, uint8_t, *total);
    if (wanted->noise != 0) {
        fill_with_noise(rows, *total, wanted->noise);
        return rows;
    }
    for (size_t i = 0; i < row_samples * wanted->height; i++) {
        unsigned value =
            wanted->flat ? 64u : (unsigned)(i * 37) % (1u << wanted->bits);
        uint8_t *row = rows + i / row_samples * row_bytes;
        size_t at = i % row_samples;
        if (wanted->bits == 16) {
            uint16_t deep = (uint16_t)value;
            memcpy(row + at * 2, &deep, 2);
        } else {
            size_t bit = at * (size_t)wanted->bits;
            row[bit / 8] |= (uint8_t)(value << (8u - (unsigned)wanted->bits -
                                                (unsigned)(bit % 8)));
        }
    }
    return rows;
}

static void describe(spng_ctx *png, const sample_png *wanted)
{
    struct spng_ihdr header = {.width = wanted->width,
                               .height = wanted->height,
                               .bit_depth = (uint8_t)wanted->bits,
                               .color_type = (uint8_t)wanted->color_type,
                               .interlace_method = wanted->interlaced};
    spng_set_ihdr(png, &header);
    if (wanted->color_type == 3) {
        struct spng_plte palette = {.n_entries = 1u << wanted->bits};
        for (unsigned i = 0; i < palette.n_entries; i++)
            palette.entries[i] = (struct spng_plte_entry){
                (uint8_t)(i * 10), (uint8_t)(255 - i), (uint8_t)(i * 5), 0};
        spng_set_plte(png, &palette);
    }
    if (wanted->with_trns) {
        struct spng_trns clear = {.n_type3_entries = wanted->color_type == 3};
        spng_set_trns(png, &clear);
    }
    if (wanted->ppi > 0) {
        uint32_t per_metre = (uint32_t)(wanted->ppi / 0.0254 + 0.5);
        struct spng_phys density = {per_metre, per_metre, 1};
        spng_set_phys(png, &density);
    }
    if (wanted->icc.len > 0) {
        struct spng_iccp profile = {.profile_name = "sample",
                                    .profile_len = wanted->icc.len};
        memcpy(&profile.profile, &wanted->icc.ptr, sizeof wanted->icc.ptr);
        spng_set_iccp(png, &profile);
    }
}

bul_str sample_png_make(bul_arena *arena, sample_png wanted)
{
    spng_ctx *png = spng_ctx_new(SPNG_CTX_ENCODER);
    size_t total, count = 0;
    int status = 0;
    uint8_t *rows = make_rows(arena, &wanted, &total);
    spng_set_option(png, SPNG_ENCODE_TO_BUFFER, 1);
    if (wanted.noise != 0)
        spng_set_option(png, SPNG_IMG_COMPRESSION_LEVEL, 0);
    describe(png, &wanted);
    status =
        spng_encode_image(png, rows, total, SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE);
    void *bytes =
        status == 0 ? spng_get_png_buffer(png, &count, &status) : NULL;
    if (!bytes)
        fprintf(stderr, "no PNG: %s\n", spng_strerror(status));
    bul_str made = {bul_arena_copy(arena, bytes, count), count};
    free(bytes);
    spng_ctx_free(png);
    return made;
}
