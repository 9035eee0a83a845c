/* SPDX-License-Identifier: MIT */
/* jpeg.c - the header of a JPEG, read with libjpeg. Nothing is decoded here:
 * most products take the bytes as they are, and every PDF reader decodes
 * baseline and progressive Huffman JPEGs of eight bits, but no others (ISO
 * 32000-1, 7.4.8). */
#include <string.h>

#include "picture/decoder.h"
#include "picture/jpeg_escape.h"

#define APP1 (JPEG_APP0 + 1)

typedef struct header_reader {
    struct jpeg_decompress_struct jpeg;
    bul_jpeg_escape escape;
} header_reader;

/* ---- EXIF (CIPA DC-008): a TIFF file in an APP1 marker ---- */

typedef struct tiff {
    const uint8_t *bytes;
    size_t size;
    bool is_big_endian;
} tiff;

static uint32_t tiff_number(const tiff *t, size_t at, size_t size)
{
    if (at > t->size || t->size - at < size)
        return 0;
    uint32_t value = 0;
    for (size_t i = 0; i < size; i++) {
        size_t from = t->is_big_endian ? i : size - 1 - i;
        value = value << 8 | t->bytes[at + from];
    }
    return value;
}

/* Tag 0x0112 of the first directory, a SHORT; 1 where there is none. */
static uint8_t tiff_orientation(const tiff *t)
{
    size_t directory = tiff_number(t, 4, 4);
    uint32_t count = tiff_number(t, directory, 2);
    for (uint32_t i = 0; i < count; i++) {
        size_t entry = directory + 2 + (size_t)i * 12;
        if (entry > t->size)
            break;
        if (tiff_number(t, entry, 2) != 0x0112 ||
            tiff_number(t, entry + 2, 2) != 3)
            continue;
        uint32_t value = tiff_number(t, entry + 8, 2);
        return value >= 1 && value <= 8 ? (uint8_t)value : 1;
    }
    return 1;
}

static uint8_t read_orientation(const struct jpeg_decompress_struct *jpeg)
{
    for (jpeg_saved_marker_ptr m = jpeg->marker_list; m; m = m->next) {
        if (m->marker != APP1 || m->data_length < 14 ||
            memcmp(m->data, "Exif\0\0", 6) != 0)
            continue;
        tiff t = {.bytes = m->data + 6, .size = m->data_length - 6u};
        t.is_big_endian = t.bytes[0] == 'M';
        return tiff_orientation(&t);
    }
    return 1;
}

/* ---- The header ---- */

static double read_ppi(const struct jpeg_decompress_struct *jpeg)
{
    if (!jpeg->saw_JFIF_marker)
        return 0;
    return jpeg->density_unit == 1   ? jpeg->X_density
           : jpeg->density_unit == 2 ? jpeg->X_density * 2.54
                                     : 0;
}

/* Does an end-of-image marker follow the start of the scan? Thumbnails carry
 * one too, but stand before it. */
static bool has_end(bul_str file, const struct jpeg_decompress_struct *jpeg)
{
    size_t left = jpeg->src->bytes_in_buffer;
    const uint8_t *bytes = jpeg->src->next_input_byte;
    for (size_t i = left; i >= 2; i--)
        if (bytes[i - 2] == 0xFF && bytes[i - 1] == 0xD9)
            return left <= file.len;
    return false;
}

static bul_picture_fault take_header(bul_picture *picture, bul_str file,
                                     const struct jpeg_decompress_struct *jpeg)
{
    if (!bul_picture_fits(jpeg->image_width, jpeg->image_height))
        return BUL_PICTURE_TOO_LARGE;
    int components = jpeg->num_components;
    if (jpeg->arith_code || jpeg->data_precision != 8 ||
        (components != 1 && components != 3 && components != 4))
        return BUL_PICTURE_UNSUPPORTED;
    picture->width = jpeg->image_width;
    picture->height = jpeg->image_height;
    picture->bits = 8;
    picture->components = (uint8_t)components;
    picture->orientation = read_orientation(jpeg);
    picture->inverted = components == 4 && jpeg->saw_Adobe_marker;
    picture->plain_rgb = components == 3 && !jpeg->saw_Adobe_marker &&
                         jpeg->jpeg_color_space == JCS_RGB;
    picture->has_icc = bul_jpeg_has_icc(file);
    picture->ppi = read_ppi(jpeg);
    return has_end(file, jpeg) ? BUL_PICTURE_SOUND : BUL_PICTURE_TRUNCATED;
}

static bul_picture_fault fault_of(const header_reader *reader)
{
    switch (reader->escape.errors.msg_code) {
    case JERR_BAD_PRECISION:
    case JERR_SOF_UNSUPPORTED:
    case JERR_ARITH_NOTIMPL:
        return BUL_PICTURE_UNSUPPORTED;
    case JERR_IMAGE_TOO_BIG:
        return BUL_PICTURE_TOO_LARGE;
    case JERR_INPUT_EOF:
    case JERR_INPUT_EMPTY:
        return BUL_PICTURE_TRUNCATED;
    default:
        return BUL_PICTURE_DAMAGED;
    }
}

/* The memory source pretends an EOI at the end of its bytes, so an early end
 * shows as "no image" rather than as an end of input. */
static bool ran_out(const header_reader *reader)
{
    return reader->jpeg.src && reader->jpeg.src->bytes_in_buffer == 0;
}

bul_picture_fault bul_jpeg_read(bul_picture *picture, bul_str bytes)
{
    header_reader reader = {0};
    bul_picture_fault fault;
    reader.jpeg.err = bul_jpeg_escape_init(&reader.escape);
    if (setjmp(reader.escape.back) == 0) {
        jpeg_create_decompress(&reader.jpeg);
        const void *start = bytes.ptr;
        jpeg_mem_src(&reader.jpeg, start, (unsigned long)bytes.len);
        jpeg_save_markers(&reader.jpeg, APP1, 0xFFFF);
        jpeg_read_header(&reader.jpeg, TRUE);
        fault = take_header(picture, bytes, &reader.jpeg);
    } else {
        fault = fault_of(&reader);
        if (fault == BUL_PICTURE_DAMAGED && ran_out(&reader))
            fault = BUL_PICTURE_TRUNCATED;
    }
    jpeg_destroy_decompress(&reader.jpeg);
    return fault;
}
