/* SPDX-License-Identifier: MIT */
/* png.c - PNG pictures, read with libspng under limits. The samples are
 * decoded row by row into 8 bits a component; a row of an interlaced picture
 * brings only the columns of its pass. */
#include <string.h>

#include <spng.h>

#include "picture/decoder.h"

#define SIGNATURE_BYTES 8u
/* Of one chunk besides the picture's data, and of all kept together. */
#define CHUNK_LIMIT_BYTES ((size_t)4 << 20)
#define CHUNK_CACHE_BYTES ((size_t)8 << 20)

/* Columns of each Adam7 pass (PNG, section 8.2), then of a whole row. */
typedef struct pass_columns {
    uint32_t start, step;
} pass_columns;

static const pass_columns passes[] = {{0, 8}, {4, 8}, {0, 4}, {2, 4},
                                      {0, 2}, {1, 2}, {0, 1}};
#define WHOLE_ROW 6u

static spng_ctx *open_png(bul_str bytes)
{
    spng_ctx *png = spng_ctx_new(0);
    if (!png)
        return NULL;
    if (spng_set_image_limits(png, BUL_PICTURE_MAX_SIDE,
                              BUL_PICTURE_MAX_SIDE) == 0 &&
        spng_set_chunk_limits(png, CHUNK_LIMIT_BYTES, CHUNK_CACHE_BYTES) == 0 &&
        spng_set_png_buffer(png, bytes.ptr, bytes.len) == 0)
        return png;
    spng_ctx_free(png);
    return NULL;
}

/* ---- Header ---- */

static uint32_t number_at(bul_str bytes, size_t at)
{
    uint32_t value = 0;
    for (size_t i = 0; i < 4; i++)
        value = value << 8 | (uint8_t)bytes.ptr[at + i];
    return value;
}

/* Is there such a chunk, and all before it? Only their lengths are looked at:
 * with an IEND the file is whole. */
static bool has_chunk(bul_str bytes, const char *name)
{
    size_t at = SIGNATURE_BYTES;
    while (bytes.len - at >= 12) {
        size_t length = number_at(bytes, at);
        if (length > bytes.len - at - 12)
            return false;
        if (memcmp(bytes.ptr + at + 4, name, 4) == 0)
            return true;
        at += length + 12;
    }
    return false;
}

/* Big pictures are refused by libspng as well, as a header it does not
 * accept: the size is asked first. */
static bool is_too_large(bul_str bytes)
{
    if (bytes.len < SIGNATURE_BYTES + 16 ||
        memcmp(bytes.ptr + SIGNATURE_BYTES + 4, "IHDR", 4) != 0)
        return false;
    uint32_t width = number_at(bytes, SIGNATURE_BYTES + 8);
    uint32_t height = number_at(bytes, SIGNATURE_BYTES + 12);
    return width > 0 && height > 0 && !bul_picture_fits(width, height);
}

static void take_header(bul_picture *picture, spng_ctx *png,
                        const struct spng_ihdr *header)
{
    struct spng_trns transparency;
    struct spng_phys density;
    uint8_t type = header->color_type;
    picture->width = header->width;
    picture->height = header->height;
    picture->bits = header->bit_depth;
    picture->has_palette = type == SPNG_COLOR_TYPE_INDEXED;
    picture->components = type == SPNG_COLOR_TYPE_GRAYSCALE ||
                                  type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA
                              ? 1
                              : 3;
    picture->has_alpha = type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA ||
                         type == SPNG_COLOR_TYPE_TRUECOLOR_ALPHA ||
                         spng_get_trns(png, &transparency) == 0;
    if (spng_get_phys(png, &density) == 0 && density.unit_specifier == 1)
        picture->ppi = density.ppu_x * 0.0254;
}

bul_picture_fault bul_png_read(bul_picture *picture, bul_str bytes)
{
    if (is_too_large(bytes))
        return BUL_PICTURE_TOO_LARGE;
    if (!has_chunk(bytes, "IEND"))
        return BUL_PICTURE_TRUNCATED;
    struct spng_ihdr header;
    spng_ctx *png = open_png(bytes);
    if (!png || spng_get_ihdr(png, &header) != 0) {
        spng_ctx_free(png);
        return BUL_PICTURE_DAMAGED;
    }
    take_header(picture, png, &header);
    picture->has_icc = has_chunk(bytes, "iCCP");
    spng_ctx_free(png);
    return BUL_PICTURE_SOUND;
}

/* Its length; copied where `to` is not NULL. */
static size_t unpack_icc(bul_str file, char *to, size_t room)
{
    struct spng_iccp chunk;
    size_t length = 0;
    spng_ctx *png = open_png(file);
    if (png && spng_get_iccp(png, &chunk) == 0)
        length = chunk.profile_len;
    if (to && length == room)
        memcpy(to, chunk.profile, length);
    spng_ctx_free(png);
    return length;
}

/* Unpacked twice, because memory must not run out while libspng's context is
 * open: the jump would lose it. */
bul_str bul_png_icc(bul_str file, bul_arena *arena)
{
    size_t length = unpack_icc(file, NULL, 0);
    if (length == 0)
        return (bul_str){0};
    char *bytes = BUL_NEW(arena, char, length);
    unpack_icc(file, bytes, length);
    return (bul_str){bytes, length};
}

/* ---- Samples ---- */

/* Where decoded rows go. */
typedef struct canvas {
    uint8_t *color;
    uint8_t *alpha; /* NULL: the picture has none */
    uint32_t width, height;
    uint8_t components; /* 1: the red sample stands for grey */
    bool is_deep;       /* rows are RGBA of 16 bits, else of 8 */
} canvas;

static uint8_t sample_at(const canvas *to, const uint8_t *row, size_t index)
{
    if (!to->is_deep)
        return row[index];
    uint16_t deep;
    memcpy(&deep, row + index * 2, sizeof deep);
    return (uint8_t)((deep * 255u + 32767u) / 65535u);
}

static void keep_row(const canvas *to, const uint8_t *row, uint32_t row_index,
                     pass_columns columns)
{
    uint8_t *color = to->color + (size_t)row_index * to->width * to->components;
    uint8_t *alpha =
        to->alpha ? to->alpha + (size_t)row_index * to->width : NULL;
    for (uint32_t x = columns.start; x < to->width; x += columns.step) {
        size_t from = (size_t)x * 4;
        for (size_t i = 0; i < to->components; i++)
            color[(size_t)x * to->components + i] =
                sample_at(to, row, from + i);
        if (alpha)
            alpha[x] = sample_at(to, row, from + 3);
    }
}

static bool decode_rows(spng_ctx *png, uint8_t *row, size_t row_bytes,
                        const canvas *to)
{
    struct spng_ihdr header;
    int format = to->is_deep ? SPNG_FMT_RGBA16 : SPNG_FMT_RGBA8;
    int status = spng_get_ihdr(png, &header);
    /* A mapped file may be written to at any time. */
    if (status == 0 &&
        (header.width != to->width || header.height != to->height))
        return false;
    if (status == 0)
        status = spng_decode_image(png, NULL, 0, format,
                                   SPNG_DECODE_TRNS | SPNG_DECODE_PROGRESSIVE);
    bool is_interlaced = header.interlace_method != 0;
    while (status == 0) {
        struct spng_row_info place;
        status = spng_get_row_info(png, &place);
        if (status != 0)
            break;
        status = spng_decode_row(png, row, row_bytes);
        size_t pass = is_interlaced ? (size_t)place.pass : WHOLE_ROW;
        if (status == 0 || status == SPNG_EOI)
            keep_row(to, row, place.row_num, passes[pass]);
    }
    return status == SPNG_EOI;
}

static bool is_opaque(const uint8_t *alpha, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (alpha[i] != 255)
            return false;
    return true;
}

/* Packs RGB whose components are equal everywhere into one component. */
static uint8_t pack_grey(uint8_t *color, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const uint8_t *rgb = color + i * 3;
        if (rgb[0] != rgb[1] || rgb[1] != rgb[2])
            return 3;
    }
    for (size_t i = 0; i < count; i++)
        color[i] = color[i * 3];
    return 1;
}

bool bul_png_decode(const bul_picture *picture, bul_str bytes, bul_arena *arena,
                    bul_samples *samples)
{
    size_t count = (size_t)picture->width * picture->height;
    bool is_deep = picture->bits == 16;
    size_t row_bytes = (size_t)picture->width * (is_deep ? 8 : 4);
    canvas to = {.width = picture->width,
                 .height = picture->height,
                 .components = picture->components,
                 .is_deep = is_deep};
    to.color = BUL_NEW(arena, uint8_t, count * picture->components);
    if (picture->has_alpha)
        to.alpha = BUL_NEW(arena, uint8_t, count);
    uint8_t *row = BUL_NEW(arena, uint8_t, row_bytes);

    spng_ctx *png = open_png(bytes);
    bool is_sound = png && decode_rows(png, row, row_bytes, &to);
    spng_ctx_free(png);
    if (!is_sound)
        return false;
    if (to.alpha && is_opaque(to.alpha, count))
        to.alpha = NULL;
    if (to.components == 3)
        to.components = pack_grey(to.color, count);
    *samples = (bul_samples){.width = picture->width,
                             .height = picture->height,
                             .components = to.components,
                             .color = to.color,
                             .alpha = to.alpha};
    return true;
}
