/* SPDX-License-Identifier: MIT */
/* utf8.h - decoding, validating and measuring UTF-8. */
#ifndef BUL_BASE_UTF8_H
#define BUL_BASE_UTF8_H

#include "base/str.h"

/* Decodes the code point at *offset and moves *offset past it. Malformed bytes
 * yield U+FFFD and move one byte on. *offset must be < s.len. */
uint32_t bul_utf8_next(bul_str s, size_t *offset);

/* Decodes the code point that ends at *offset and moves *offset to its start.
 * *offset must be > 0. */
uint32_t bul_utf8_previous(bul_str s, size_t *offset);

/* Offset of the first byte that is not well-formed UTF-8 (RFC 3629), or s.len. */
size_t bul_utf8_invalid_at(bul_str s);

size_t bul_utf8_count(bul_str s); /* code points */

/* Writes one code point; returns the bytes written, 1 to 4. */
size_t bul_utf8_put(char *to, uint32_t code_point);

/* Columns a terminal needs for one code point: 0, 1 or 2 (East Asian wide
 * and full-width are 2; ambiguous counts as 1; combining marks 0). */
int bul_utf8_width(uint32_t code_point);
size_t bul_utf8_display_width(bul_str s);

/* A hanzi or other ideograph that Chinese text is made of (Unified
 * Ideographs with all extensions, 々 and 〇). */
bool bul_utf8_is_han(uint32_t code_point);
/* Han, CJK punctuation, kana, full-width forms: what source line breaks join
 * without a space. */
bool bul_utf8_is_cjk(uint32_t code_point);

#endif
