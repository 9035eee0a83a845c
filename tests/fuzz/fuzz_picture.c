/* SPDX-License-Identifier: MIT */
/* fuzz_picture.c - any bytes as a picture: its header, its colour profile and
 * its samples; and as the text of a QR code. Memory is limited, so that a
 * header that promises a hundred million pixels ends soon. */
#include <setjmp.h>

#include "fuzz/target.h"
#include "picture/picture.h"
#include "picture/qr.h"

#define MEMORY_BYTES ((size_t)32 << 20)

static void check_samples(const bul_picture *picture, const bul_samples *made)
{
    uint64_t sum = 0;
    size_t pixels = (size_t)made->width * made->height;
    REQUIRE(made->width == picture->width && made->height == picture->height);
    REQUIRE(made->components == 1 || made->components == 3 ||
            made->components == 4);
    for (size_t i = 0; i < pixels * made->components; i++)
        sum += made->color[i];
    for (size_t i = 0; made->alpha && i < pixels; i++)
        sum += made->alpha[i];
    REQUIRE(sum <= UINT64_MAX / 2); /* every sample has been read */
}

static void read_picture(bul_arena *arena, bul_diag *diag, bul_str all)
{
    bul_samples samples = {0};
    const bul_picture *picture =
        bul_picture_read(arena, diag, BUL_STR("p"), all, (bul_span){0});
    if (picture == NULL) {
        REQUIRE(diag->error_count > 0);
        return;
    }
    REQUIRE(picture->width > 0 && picture->width <= BUL_PICTURE_MAX_SIDE);
    REQUIRE(picture->height > 0 && picture->height <= BUL_PICTURE_MAX_SIDE);
    REQUIRE(picture->orientation >= 1 && picture->orientation <= 8);
    bul_str icc = bul_picture_icc(picture, all, arena);
    REQUIRE(icc.len == 0 || picture->has_icc);
    if (bul_picture_samples(picture, all, arena, diag, (bul_span){0}, &samples))
        check_samples(picture, &samples);
}

static void encode_qr(bul_arena *arena, bul_str all)
{
    bul_qr qr = {0};
    if (!bul_qr_encode(arena, all, &qr))
        return;
    REQUIRE(qr.side >= 21 && qr.side <= 177);
    for (size_t i = 0; i < qr.side * qr.side; i++)
        REQUIRE(qr.modules[i] <= 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
    jmp_buf escape;
    bul_arena arena = {.limit_bytes = MEMORY_BYTES};
    bul_diag diag;
    bul_str all = {(const char *)bytes, count};
    if (setjmp(escape) == 0) {
        arena.escape = &escape;
        bul_diag_init(&diag, &arena);
        read_picture(&arena, &diag, all);
        encode_qr(&arena, all);
    }
    bul_arena_release(&arena);
    return 0;
}
