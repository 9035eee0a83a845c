/* SPDX-License-Identifier: MIT */
/* sample_picture.h - JPEG and PNG files made by code, so that tests need no
 * committed pictures and can ask for every kind. */
#ifndef TESTS_SUPPORT_SAMPLE_PICTURE_H
#define TESTS_SUPPORT_SAMPLE_PICTURE_H

#include "base/arena.h"
#include "base/str.h"

typedef struct sample_jpeg {
    unsigned width, height;
    int components; /* 1 grey, 3 RGB as YCbCr, 4 CMYK */
    bool progressive;
    bool arithmetic;
    bool plain_rgb;       /* 3 components stored as RGB, no marker says so */
    bool without_adobe;   /* 4 components: leaves the Adobe marker out */
    unsigned orientation; /* 0: no EXIF */
    bool big_endian;      /* of the EXIF */
    unsigned ppi;         /* 0: not said */
    bul_str icc;          /* its colour profile, in pieces of icc_piece bytes */
    unsigned icc_piece;   /* 0: in one */
} sample_jpeg;

/* The left half is dark, the right half light; the top left corner is red
 * where there are colours. */
bul_str sample_jpeg_make(bul_arena *arena, sample_jpeg wanted);

typedef struct sample_png {
    unsigned width, height;
    int color_type; /* of PNG: 0, 2, 3, 4, 6 */
    int bits;
    bool interlaced;
    bool flat;      /* every sample is 64 */
    unsigned noise; /* not 0: samples of eight bits by dice, from this seed */
    bool with_trns; /* grey and RGB: black is clear; palette: entry 0 is */
    unsigned ppi;
    bul_str icc; /* its colour profile */
} sample_png;

/* Sample `i` of the file, counted over all components, is i * 37 % (1 <<
 * bits); palette entries are (n*10, 255-n, n*5). */
bul_str sample_png_make(bul_arena *arena, sample_png wanted);

#endif
