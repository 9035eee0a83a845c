/* SPDX-License-Identifier: MIT */
/* picture.h - what a picture file says of itself, and its samples.
 *
 * The room picture/ is the only one that knows libjpeg and libspng. Reading is
 * in two steps: the header when the issue is read (cheap: layout needs only
 * the size), the samples when the PDF is written. A JPEG is never decoded: its
 * bytes go into the PDF as they are. */
#ifndef BUL_PICTURE_PICTURE_H
#define BUL_PICTURE_PICTURE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

typedef enum bul_picture_format {
    BUL_PICTURE_JPEG,
    BUL_PICTURE_PNG
} bul_picture_format;

/* Limits against hostile files (house choice, libraries: threats). */
#define BUL_PICTURE_MAX_BYTES  ((size_t)64 << 20)
#define BUL_PICTURE_MAX_SIDE   20000u
#define BUL_PICTURE_MAX_PIXELS 100000000u

typedef struct bul_picture {
    bul_picture_format format;
    bul_str path;           /* as the editor wrote it; for messages */
    bul_str bytes;          /* the whole file */
    uint32_t width, height; /* samples, as stored */
    uint8_t bits;           /* per component: JPEG 8; PNG 1 2 4 8 16 */
    uint8_t components;     /* 1 grey, 3 RGB, 4 CMYK; PNG palette: 3 */
    uint8_t orientation;    /* EXIF 1–8; 1 where there is none */
    bool inverted;          /* CMYK with Adobe marker: 255 is no ink */
    bool plain_rgb;         /* JPEG that holds RGB, not YCbCr, unmarked */
    bool has_alpha;
    bool has_palette;
    double ppi; /* 0 where the file does not say */
} bul_picture;

/* Size as the reader sees it, after EXIF rotation. */
uint32_t bul_picture_seen_width(const bul_picture *picture);
uint32_t bul_picture_seen_height(const bul_picture *picture);

/* Reads the header of `bytes` (format by content, never by name). Reports
 * picture/unknown-type, picture/truncated, picture/damaged, picture/too-large,
 * picture/unsupported at `span`; then NULL. */
const bul_picture *bul_picture_read(bul_arena *arena, bul_diag *diag,
                                    bul_str path, bul_str bytes, bul_span span);

/* Samples of a PNG, 8 bits a component, rows packed top to bottom. */
typedef struct bul_samples {
    uint32_t width, height;
    uint8_t components;   /* 1 or 3; with a palette the samples are looked up */
    const uint8_t *color; /* width * height * components */
    const uint8_t *alpha; /* width * height, or NULL: opaque */
} bul_samples;

/* Decodes a PNG into `arena`. False when its data is broken (reported as
 * picture/damaged at `span`). Sixteen bits are rounded to eight; fully opaque
 * alpha yields NULL; RGB whose components are equal everywhere yields 1. */
bool bul_picture_samples(const bul_picture *picture, bul_arena *arena,
                         bul_diag *diag, bul_span span, bul_samples *samples);

#endif
