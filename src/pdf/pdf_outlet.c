/* SPDX-License-Identifier: MIT */
/* pdf_outlet.c - small pieces are gathered, large ones pass straight on. */
#include "pdf/pdf_outlet.h"

#include <string.h>

/* Offsets in a cross-reference table have ten digits, libharu's 32 bits; half
 * of that is what every reader copes with. */
#define LARGEST_PDF_BYTES ((uint64_t)2 << 30)

void bul_pdf_outlet_open(bul_pdf_outlet *outlet, bul_sink sink)
{
    *outlet = (bul_pdf_outlet){.sink = sink};
    sha256_init(&outlet->hash);
}

static bool hand_on(bul_pdf_outlet *outlet, const uint8_t *bytes, size_t count)
{
    sha256_update(&outlet->hash, count, bytes);
    outlet->is_refused = !outlet->sink.write(outlet->sink.state, bytes, count);
    return !outlet->is_refused;
}

bool bul_pdf_outlet_flush(bul_pdf_outlet *outlet)
{
    size_t count = outlet->filled;
    outlet->filled = 0;
    if (outlet->is_refused || outlet->is_too_large)
        return false;
    return count == 0 || hand_on(outlet, outlet->piece, count);
}

bool bul_pdf_outlet_put(bul_pdf_outlet *outlet, const void *bytes, size_t count)
{
    outlet->byte_count += count;
    if (outlet->byte_count > LARGEST_PDF_BYTES)
        outlet->is_too_large = true;
    if (count > BUL_PDF_PIECE_BYTES - outlet->filled &&
        !bul_pdf_outlet_flush(outlet))
        return false;
    if (outlet->is_refused || outlet->is_too_large)
        return false;
    if (count > BUL_PDF_PIECE_BYTES)
        return hand_on(outlet, bytes, count);
    if (count > 0)
        memcpy(outlet->piece + outlet->filled, bytes, count);
    outlet->filled += count;
    return true;
}

/* `hash` is at its end then. */
static void write_name(struct sha256_ctx *hash,
                       char name[BUL_PDF_NAME_DIGITS + 1])
{
    static const char digits[] = "0123456789ABCDEF";
    uint8_t digest[BUL_PDF_NAME_DIGITS / 2];
    sha256_digest(hash, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        name[i * 2] = digits[digest[i] >> 4];
        name[i * 2 + 1] = digits[digest[i] & 15];
    }
    name[BUL_PDF_NAME_DIGITS] = '\0';
}

void bul_pdf_outlet_name(bul_pdf_outlet *outlet,
                         char name[BUL_PDF_NAME_DIGITS + 1])
{
    (void)bul_pdf_outlet_flush(outlet); /* what fails here fails again */
    struct sha256_ctx hash = outlet->hash;
    write_name(&hash, name);
}

void bul_pdf_name_of(const void *bytes, size_t count,
                     char name[BUL_PDF_NAME_DIGITS + 1])
{
    struct sha256_ctx hash;
    sha256_init(&hash);
    sha256_update(&hash, count, bytes);
    write_name(&hash, name);
}
