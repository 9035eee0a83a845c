/* SPDX-License-Identifier: MIT */
/* pdf_outlet.h - the way out: bytes to a sink, counted and hashed on their
 * way. */
#ifndef BUL_PDF_PDF_OUTLET_H
#define BUL_PDF_PDF_OUTLET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <nettle/sha2.h>

#include "bulletin.h"

/* Bytes are handed on in pieces of this size: libharu writes word by word. */
#define BUL_PDF_PIECE_BYTES ((size_t)64 << 10)

typedef struct bul_pdf_outlet {
    bul_sink sink;
    struct sha256_ctx hash;
    uint64_t byte_count; /* put so far */
    bool is_refused;     /* by the sink; nothing more is handed on */
    bool is_too_large;
    size_t filled;
    uint8_t piece[BUL_PDF_PIECE_BYTES];
} bul_pdf_outlet;

void bul_pdf_outlet_open(bul_pdf_outlet *outlet, bul_sink sink);

/* Both are false once the sink has refused something, or the file would pass
 * 2 GiB. */
bool bul_pdf_outlet_put(bul_pdf_outlet *outlet, const void *bytes,
                        size_t count);
bool bul_pdf_outlet_flush(bul_pdf_outlet *outlet);

#define BUL_PDF_NAME_DIGITS 32

/* The name of all that was put: the same bytes have the same, any change
 * gives another. Hexadecimal digits and a NUL. */
void bul_pdf_outlet_name(bul_pdf_outlet *outlet,
                         char name[BUL_PDF_NAME_DIGITS + 1]);

/* The name that these bytes have. */
void bul_pdf_name_of(const void *bytes, size_t count,
                     char name[BUL_PDF_NAME_DIGITS + 1]);

#endif
