/* SPDX-License-Identifier: MIT */
/* digest.h - SHA-256 of bytes, in hexadecimal digits. */
#ifndef BUL_PDF_DIGEST_H
#define BUL_PDF_DIGEST_H

#include "base/str.h"

#define BUL_DIGEST_DIGITS 64

/* Small letters and a NUL. */
void bul_digest(bul_str bytes, char digits[BUL_DIGEST_DIGITS + 1]);

#endif
