/* SPDX-License-Identifier: MIT */
/* proof_picture.h - what print does to a picture. */
#ifndef BUL_PROOF_PROOF_PICTURE_H
#define BUL_PROOF_PROOF_PICTURE_H

#include "layout/page.h"

/* Resolution in print, in thousandths of a pixel per inch: the lower one where
 * the sides differ. */
int64_t bul_proof_ppi(const bul_placed_picture *placed);

/* How much of its area is cut off, in thousandths. */
int bul_proof_crop_permille(const bul_placed_picture *placed);

#endif
