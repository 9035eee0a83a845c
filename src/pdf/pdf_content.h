/* SPDX-License-Identifier: MIT */
/* pdf_content.h - operators of a page as text, and every number of a PDF.
 *
 * Numbers are printed from integers, with at most three decimals, so that no
 * locale, library or machine can change them. */
#ifndef BUL_PDF_PDF_CONTENT_H
#define BUL_PDF_PDF_CONTENT_H

#include "base/color.h"
#include "base/str.h"

/* A growing buffer; emptied by len = 0 and used again. */
typedef struct bul_content {
    bul_arena *arena;
    char *ptr;
    size_t len;
    size_t room;
} bul_content;

/* Room for so many bytes more: they may then be written without asking. */
void bul_content_reserve(bul_content *content, size_t bytes);

/* The most a number takes, its sign and point included. */
#define BUL_CONTENT_NUMBER 24

void bul_content_add(bul_content *content, bul_str text);
#define BUL_CONTENT_ADD(content, literal)                                      \
    bul_content_add((content), BUL_STR(literal))

/* An integer. */
void bul_content_int(bul_content *content, int64_t value);
/* Thousandths: a bul_mpt as points, a tone as a fraction of one. */
void bul_content_milli(bul_content *content, int64_t thousandths);
/* The same, and a space. */
void bul_content_milli_space(bul_content *content, int64_t thousandths);
/* Two bytes as four hexadecimal digits. */
void bul_content_hex4(bul_content *content, uint32_t value);
/* Text as the hexadecimal digits of UTF-16BE, without a mark. */
void bul_content_utf16(bul_content *content, bul_str text);

/* "[a b c d]" of thousandths. */
void bul_content_box(bul_content *content, const int64_t box[4]);

bul_str bul_content_str(const bul_content *content);

#endif
