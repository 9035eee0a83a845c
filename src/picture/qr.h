/* SPDX-License-Identifier: MIT */
/* qr.h - a QR code as a square of modules (libqrencode behind it). */
#ifndef BUL_PICTURE_QR_H
#define BUL_PICTURE_QR_H

#include "base/arena.h"
#include "base/str.h"

typedef struct bul_qr {
    size_t side;            /* modules along one side, without quiet zone */
    const uint8_t *modules; /* side * side; 1 is black */
} bul_qr;

/* Encodes UTF-8 bytes at error level M. False when the text does not fit. */
bool bul_qr_encode(bul_arena *arena, bul_str text, bul_qr *qr);

#endif
