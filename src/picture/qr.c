/* SPDX-License-Identifier: MIT */
/* qr.c - QR codes, made by libqrencode. The text goes in as bytes (UTF-8),
 * which is what telephones expect although the standard has another default. */
#include "picture/qr.h"

#include <limits.h>

#include <qrencode.h>

static void close_code(void *handle)
{
    QRcode_free(handle);
}

bool bul_qr_encode(bul_arena *arena, bul_str text, bul_qr *qr)
{
    if (text.len == 0 || text.len > INT_MAX)
        return false;
    const void *bytes = text.ptr;
    QRcode *code = QRcode_encodeData((int)text.len, bytes, 0, QR_ECLEVEL_M);
    if (!code)
        return false;
    bul_arena_defer(arena, close_code, code);
    size_t side = (size_t)code->width;
    uint8_t *modules = BUL_NEW(arena, uint8_t, side * side);
    for (size_t i = 0; i < side * side; i++)
        modules[i] = code->data[i] & 1;
    *qr = (bul_qr){.side = side, .modules = modules};
    return true;
}
