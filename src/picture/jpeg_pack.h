/* SPDX-License-Identifier: MIT */
/* jpeg_pack.h - rows of samples packed as a JPEG. */
#ifndef BUL_PICTURE_JPEG_PACK_H
#define BUL_PICTURE_JPEG_PACK_H

#include "base/arena.h"
#include "base/str.h"

typedef struct bul_jpeg_plan {
    uint32_t width, height;
    uint8_t components; /* 1 grey, 3 RGB, 4 CMYK with 255 as the full tone */
    int quality;        /* of libjpeg, 1 to 100 */
} bul_jpeg_plan;

typedef struct bul_jpeg_packer bul_jpeg_packer;

/* Begins a baseline JPEG, colours as fine as light and dark (4:4:4). CMYK is
 * kept as Adobe's programs do, inverted and with a marker that says so: the
 * PDF needs /Decode [1 0 1 0 1 0 1 0]. The same samples give the same bytes.
 *
 * Every packer must be closed; until then the code may not leave by a jump
 * out of an arena. The two calls between do not allocate but by
 * bul_arena_try, and so may be made by a bul_row_taker. */
bul_jpeg_packer *bul_jpeg_pack_open(bul_arena *arena, bul_jpeg_plan plan);

/* Adds the next row. False when memory ran out; the packer stays closed to
 * more rows then. */
bool bul_jpeg_pack_row(bul_jpeg_packer *packer, const uint8_t *row);

/* Ends and yields the file. False when a call before failed or rows are
 * missing. */
bool bul_jpeg_pack_close(bul_jpeg_packer *packer, bul_str *bytes);

#endif
