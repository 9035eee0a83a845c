/* SPDX-License-Identifier: MIT */
/* photo.h - a picture made ready for a product: its colours turned, its ink
 * kept within what the paper takes. */
#ifndef BUL_INK_PHOTO_H
#define BUL_INK_PHOTO_H

#include "ink/separation.h"
#include "picture/picture.h"

typedef struct bul_photo_plan {
    bul_separation *separation;
    bul_ink_goal goal;
    int ink_limit; /* percent, for the press alone; 400: none */
} bul_photo_plan;

/* Of each picture `bytes` are all. What is made goes into `arena`. */

/* Would the picture be changed? False: its bytes, or its samples, may go into
 * the PDF as they are (ink over the limit is not looked for here). */
bool bul_photo_changes(const bul_photo_plan *plan, const bul_picture *picture,
                       bul_str bytes, bul_arena *arena);

/* Has a CMYK JPEG more ink somewhere than the limit? It is decoded for that. */
bool bul_photo_is_heavy(const bul_photo_plan *plan, const bul_picture *picture,
                        bul_str bytes);

/* A picture and where it is called for, for messages. */
typedef struct bul_photo {
    const bul_picture *picture;
    bul_str bytes;
    bul_span span;
} bul_photo;

/* Decodes a JPEG, turns it and packs it again, row by row; CMYK is inverted as
 * bul_jpeg_pack_open says. What packing loses may add ink: the result is
 * decoded once more, and packed from weaker samples until the limit holds.
 * Yields how many components the new JPEG has; 0 when the data is broken
 * (picture/damaged). Warns of a profile that cannot be used
 * (ink/picture-profile). */
uint8_t bul_photo_repack(const bul_photo_plan *plan, const bul_photo *photo,
                         bul_arena *arena, bul_diag *diag, bul_str *jpeg);

/* The samples of any picture, turned; transparency stays. False as above. */
bool bul_photo_samples(const bul_photo_plan *plan, const bul_photo *photo,
                       bul_arena *arena, bul_diag *diag, bul_samples *samples);

#endif
