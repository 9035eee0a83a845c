/* SPDX-License-Identifier: MIT */
/* decode.h - bytes of unknown encoding to clean UTF-8. */
#ifndef BUL_SOURCE_DECODE_H
#define BUL_SOURCE_DECODE_H

#include "base/str.h"

typedef enum bul_encoding {
    BUL_ENCODING_UTF8,
    BUL_ENCODING_GB18030,
    BUL_ENCODING_UTF16,
    BUL_ENCODING_UNKNOWN
} bul_encoding;

/* What was done to the bytes. Offsets are into `text`. */
typedef struct bul_decoded {
    bul_str text;
    bul_encoding encoding;
    bool had_bom;
    size_t crlf_count;
    size_t invisible_count; /* characters taken out */
    size_t invisible_at;    /* where the first one stood */
    size_t control_count;   /* control characters taken out */
    size_t control_at;
    uint32_t control_first; /* the first one */
    size_t tab_count;       /* tabs between words, now blanks */
    size_t tab_at;
} bul_decoded;

/* Decodes `bytes`. UTF-8 is tried first, strictly; then UTF-16 where there is
 * a mark for it; then GB18030, believed only when most of what it yields is
 * Chinese. With BUL_ENCODING_UNKNOWN the text is empty. */
bul_decoded bul_decode(bul_arena *arena, bul_str bytes);

#endif
