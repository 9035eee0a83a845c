/* SPDX-License-Identifier: MIT */
/* picture.h - what a picture file says of itself, and its samples.
 *
 * The room picture/ is the only one that knows libjpeg and libspng. Reading is
 * in two steps: the header when the issue is read (cheap: layout needs only
 * the size), the bytes when the PDF is written. In between the file is closed,
 * so that an issue may have more pictures than memory. A JPEG is decoded only
 * where its colours must change: else its bytes go into the PDF as they are. */
#ifndef BUL_PICTURE_PICTURE_H
#define BUL_PICTURE_PICTURE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/world.h"

typedef enum bul_picture_format {
    BUL_PICTURE_JPEG,
    BUL_PICTURE_PNG
} bul_picture_format;

/* Limits against hostile files (house choice, libraries: threats). */
#define BUL_PICTURE_MAX_BYTES  ((size_t)64 << 20)
#define BUL_PICTURE_MAX_SIDE   20000u
#define BUL_PICTURE_MAX_PIXELS 100000000u

/* Where a picture's bytes are found again. */
typedef struct bul_picture_file {
    const bul_world *world; /* NULL: they are kept */
    bul_str root, path;     /* as bul_world_open takes them */
} bul_picture_file;

typedef struct bul_picture {
    bul_picture_format format;
    bul_str path; /* as the editor wrote it; for messages */
    bul_picture_file file;
    bul_str kept;           /* the whole file, where it has no world */
    size_t byte_count;      /* of the file */
    uint64_t stamp;         /* of its last bytes: see bul_picture_is_same */
    uint32_t width, height; /* samples, as stored */
    uint8_t bits;           /* per component: JPEG 8; PNG 1 2 4 8 16 */
    uint8_t components;     /* 1 grey, 3 RGB, 4 CMYK; PNG palette: 3 */
    uint8_t orientation;    /* EXIF 1–8; 1 where there is none */
    bool inverted;          /* CMYK with Adobe marker: 255 is no ink */
    bool plain_rgb;         /* JPEG that holds RGB, not YCbCr, unmarked */
    bool has_alpha;
    bool has_palette;
    bool has_icc; /* carries a colour profile, unchecked */
    double ppi;   /* 0 where the file does not say */
} bul_picture;

/* Size as the reader sees it, after EXIF rotation. */
uint32_t bul_picture_seen_width(const bul_picture *picture);
uint32_t bul_picture_seen_height(const bul_picture *picture);

/* Reads the header of `bytes` (format by content, never by name). Reports
 * picture/unknown-type, picture/truncated, picture/damaged, picture/too-large,
 * picture/unsupported at `span`; then NULL. */
const bul_picture *bul_picture_read(bul_arena *arena, bul_diag *diag,
                                    bul_str path, bul_str bytes, bul_span span);

/* The same for a file of a world, whose bytes are not kept. The world and the
 * names must live as long as the picture. */
const bul_picture *bul_picture_read_file(bul_arena *arena, bul_diag *diag,
                                         bul_picture_file file, bul_str path,
                                         bul_str bytes, bul_span span);

/* Opens a picture's file until bul_world_return, or until the arena is
 * released. False, without a word, when it is gone, or has been changed since
 * its header was read: then the pages may not fit it. */
bool bul_picture_open(const bul_picture *picture, bul_arena *arena,
                      bul_loan *loan);

/* Do both have the same bytes? Files are opened (with `arena`) only where
 * length and stamp leave it open. */
bool bul_picture_is_same(const bul_picture *a, const bul_picture *b,
                         bul_arena *arena);

/* The colour profile of a picture of which `bytes` are all; within them where
 * it can be, else in `arena`. Empty where there is none, or its pieces do not
 * fit together. What it says is not checked. */
bul_str bul_picture_icc(const bul_picture *picture, bul_str bytes,
                        bul_arena *arena);

/* Samples, 8 bits a component, rows packed top to bottom. */
typedef struct bul_samples {
    uint32_t width, height;
    uint8_t components; /* 1, 3, 4; with a palette the samples are looked up */
    const uint8_t *color; /* width * height * components */
    const uint8_t *alpha; /* width * height, or NULL: opaque */
} bul_samples;

/* Decodes a picture, of which `bytes` are all, into `arena`. False when its
 * data is broken (reported as picture/damaged at `span`). CMYK is ink: 255 is
 * the full tone, whatever the file's way is. Of a PNG, sixteen bits are rounded
 * to eight, fully opaque alpha yields NULL, and RGB whose components are equal
 * everywhere yields 1. */
bool bul_picture_samples(const bul_picture *picture, bul_str bytes,
                         bul_arena *arena, bul_diag *diag, bul_span span,
                         bul_samples *samples);

/* Takes one row of samples; false stops the decoder. It runs under frames of
 * libjpeg, so it must not allocate from an arena but by bul_arena_try. */
typedef bool (*bul_row_taker)(void *context, const uint8_t *row);

/* Decodes a JPEG row by row, top to bottom, as bul_picture_samples would,
 * without ever holding more than some rows (progressive ones excepted). False
 * when the data is broken, asks for too much memory, or the taker stopped. */
bool bul_jpeg_rows(const bul_picture *picture, bul_str bytes,
                   bul_row_taker take, void *context);

#endif
