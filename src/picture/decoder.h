/* SPDX-License-Identifier: MIT */
/* decoder.h - what the files on JPEG and PNG give to picture.c. Only files of picture/
 * include this. */
#ifndef BUL_PICTURE_DECODER_H
#define BUL_PICTURE_DECODER_H

#include "picture/picture.h"

/* Why a header cannot be used. */
typedef enum bul_picture_fault {
    BUL_PICTURE_SOUND = 0,
    BUL_PICTURE_TRUNCATED,
    BUL_PICTURE_DAMAGED,
    BUL_PICTURE_TOO_LARGE,  /* more samples than the limits allow */
    BUL_PICTURE_UNSUPPORTED /* a kind of JPEG that a PDF cannot hold */
} bul_picture_fault;

/* Fill all that a header says. */
bul_picture_fault bul_jpeg_read(bul_picture *picture, bul_str bytes);
bul_picture_fault bul_png_read(bul_picture *picture, bul_str bytes);

/* Is a picture of this size within the limits? */
bool bul_picture_fits(uint32_t width, uint32_t height);

/* The colour profile: is there one, whole? And its bytes, empty where not. */
bool bul_jpeg_has_icc(bul_str bytes);
bul_str bul_jpeg_icc(bul_str bytes, bul_arena *arena);
bul_str bul_png_icc(bul_str bytes, bul_arena *arena);

/* Decode into the arena; false when the data is broken. */
bool bul_jpeg_decode(const bul_picture *picture, bul_str bytes,
                     bul_arena *arena, bul_samples *samples);
bool bul_png_decode(const bul_picture *picture, bul_str bytes, bul_arena *arena,
                    bul_samples *samples);

#endif
