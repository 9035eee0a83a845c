/* SPDX-License-Identifier: MIT */
/* digest.c - by nettle. */
#include "pdf/digest.h"

#include <nettle/sha2.h>

void bul_digest(bul_str bytes, char digits[BUL_DIGEST_DIGITS + 1])
{
    static const char letters[] = "0123456789abcdef";
    uint8_t sum[BUL_DIGEST_DIGITS / 2];
    struct sha256_ctx hash;
    sha256_init(&hash);
    sha256_update(&hash, bytes.len, (const uint8_t *)bytes.ptr);
    sha256_digest(&hash, sizeof sum, sum);
    for (size_t i = 0; i < sizeof sum; i++) {
        digits[i * 2] = letters[sum[i] >> 4];
        digits[i * 2 + 1] = letters[sum[i] & 15];
    }
    digits[BUL_DIGEST_DIGITS] = '\0';
}
