/* SPDX-License-Identifier: MIT */
/* jpeg_rows.c - a JPEG decoded row by row. What is damaged in its data is made
 * up by libjpeg, as viewers do; what would eat the machine is not decoded. */
#include <string.h>

#include "picture/decoder.h"
#include "picture/jpeg_escape.h"

/* Progressive pictures are held whole, and each scan is another walk over
 * them: real files have about ten. */
#define MEMORY_BYTES  (512l << 20)
#define SCANS_AT_MOST 100

typedef struct row_reader {
    struct jpeg_decompress_struct jpeg;
    bul_jpeg_escape escape;
    struct jpeg_progress_mgr progress;
} row_reader;

static void count_scans(j_common_ptr any)
{
    void *untyped = any;
    const struct jpeg_decompress_struct *jpeg = untyped;
    if (jpeg->input_scan_number > SCANS_AT_MOST)
        any->err->error_exit(any);
}

static void invert(uint8_t *row, size_t count)
{
    for (size_t i = 0; i < count; i++)
        row[i] = (uint8_t)(255 - row[i]);
}

static void start(row_reader *reader, const bul_picture *picture, bul_str bytes)
{
    j_decompress_ptr jpeg = &reader->jpeg;
    jpeg_create_decompress(jpeg);
    jpeg->mem->max_memory_to_use = MEMORY_BYTES;
    reader->progress.progress_monitor = count_scans;
    jpeg->progress = &reader->progress;
    const void *first = bytes.ptr;
    jpeg_mem_src(jpeg, first, (unsigned long)bytes.len);
    jpeg_read_header(jpeg, TRUE);
    jpeg->dct_method = JDCT_ISLOW;
    jpeg->out_color_space = picture->components == 1   ? JCS_GRAYSCALE
                            : picture->components == 3 ? JCS_RGB
                                                       : JCS_CMYK;
    jpeg_start_decompress(jpeg);
}

static bool take_rows(row_reader *reader, const bul_picture *picture,
                      bul_row_taker take, void *context)
{
    j_decompress_ptr jpeg = &reader->jpeg;
    JDIMENSION row_bytes = picture->width * picture->components;
    void *any = jpeg;
    JSAMPARRAY rows = jpeg->mem->alloc_sarray(any, JPOOL_IMAGE, row_bytes, 1);
    while (jpeg->output_scanline < picture->height) {
        jpeg_read_scanlines(jpeg, rows, 1);
        if (picture->inverted)
            invert(rows[0], row_bytes);
        if (!take(context, rows[0]))
            return false;
    }
    return true;
}

bool bul_jpeg_rows(const bul_picture *picture, bul_str bytes,
                   bul_row_taker take, void *context)
{
    row_reader reader = {0};
    /* Kept out of a register, which the jump would set back. */
    volatile bool is_whole = false;
    reader.jpeg.err = bul_jpeg_escape_init(&reader.escape);
    if (setjmp(reader.escape.back) == 0) {
        start(&reader, picture, bytes);
        is_whole = take_rows(&reader, picture, take, context);
    }
    jpeg_destroy_decompress(&reader.jpeg);
    return is_whole;
}

/* ---- All rows at once ---- */

typedef struct canvas {
    uint8_t *next;
    size_t row_bytes;
} canvas;

static bool keep_row(void *context, const uint8_t *row)
{
    canvas *to = context;
    memcpy(to->next, row, to->row_bytes);
    to->next += to->row_bytes;
    return true;
}

bool bul_jpeg_decode(const bul_picture *picture, bul_str bytes,
                     bul_arena *arena, bul_samples *samples)
{
    size_t row_bytes = (size_t)picture->width * picture->components;
    uint8_t *color = BUL_NEW(arena, uint8_t, row_bytes * picture->height);
    canvas to = {color, row_bytes};
    if (!bul_jpeg_rows(picture, bytes, keep_row, &to))
        return false;
    *samples = (bul_samples){.width = picture->width,
                             .height = picture->height,
                             .components = picture->components,
                             .color = color};
    return true;
}
