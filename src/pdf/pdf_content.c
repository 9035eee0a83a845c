/* SPDX-License-Identifier: MIT */
/* pdf_content.c - printing of operators and numbers. */
#include "pdf/pdf_content.h"

#include <string.h>

#include "base/utf8.h"

#define FIRST_ROOM ((size_t)64)

void bul_content_reserve(bul_content *content, size_t bytes)
{
    if (bytes <= content->room - content->len)
        return;
    size_t room = content->room < FIRST_ROOM ? FIRST_ROOM : content->room * 2;
    while (room - content->len < bytes)
        room *= 2;
    char *grown = BUL_NEW(content->arena, char, room);
    if (content->len > 0)
        memcpy(grown, content->ptr, content->len);
    content->ptr = grown;
    content->room = room;
}

void bul_content_add(bul_content *content, bul_str text)
{
    bul_content_reserve(content, text.len);
    if (text.len > 0)
        memcpy(content->ptr + content->len, text.ptr, text.len);
    content->len += text.len;
}

/* Prints the digits of a number, at least `least` of them. */
static void add_digits(bul_content *content, uint64_t value, size_t least)
{
    char digits[20];
    size_t count = 0;
    while (value > 0 || count < least) {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    }
    while (count > 0)
        content->ptr[content->len++] = digits[--count];
}

/* Prints the sign and yields the value without it. */
static uint64_t add_sign(bul_content *content, int64_t value)
{
    if (value >= 0)
        return (uint64_t)value;
    content->ptr[content->len++] = '-';
    return 0 - (uint64_t)value;
}

void bul_content_int(bul_content *content, int64_t value)
{
    bul_content_reserve(content, BUL_CONTENT_NUMBER);
    add_digits(content, add_sign(content, value), 1);
}

void bul_content_milli(bul_content *content, int64_t thousandths)
{
    bul_content_reserve(content, BUL_CONTENT_NUMBER);
    uint64_t size = add_sign(content, thousandths);
    uint64_t fraction = size % 1000;
    if (size >= 1000 || fraction == 0)
        add_digits(content, size / 1000, 1);
    if (fraction == 0)
        return;
    content->ptr[content->len++] = '.';
    size_t places = 3;
    for (; fraction % 10 == 0; places--)
        fraction /= 10;
    add_digits(content, fraction, places);
}

void bul_content_milli_space(bul_content *content, int64_t thousandths)
{
    bul_content_milli(content, thousandths);
    BUL_CONTENT_ADD(content, " ");
}

void bul_content_hex4(bul_content *content, uint32_t value)
{
    static const char digits[] = "0123456789ABCDEF";
    bul_content_reserve(content, 4);
    char *to = content->ptr + content->len;
    to[0] = digits[value >> 12 & 15];
    to[1] = digits[value >> 8 & 15];
    to[2] = digits[value >> 4 & 15];
    to[3] = digits[value & 15];
    content->len += 4;
}

void bul_content_utf16(bul_content *content, bul_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = bul_utf8_next(text, &at);
        if (c >= 0x10000) {
            bul_content_hex4(content, 0xD800 | (c - 0x10000) >> 10);
            c = 0xDC00 | ((c - 0x10000) & 0x3FF);
        }
        bul_content_hex4(content, c);
    }
}

void bul_content_box(bul_content *content, const int64_t box[4])
{
    BUL_CONTENT_ADD(content, "[");
    for (size_t i = 0; i < 4; i++) {
        if (i > 0)
            BUL_CONTENT_ADD(content, " ");
        bul_content_milli(content, box[i]);
    }
    BUL_CONTENT_ADD(content, "]");
}

bul_str bul_content_str(const bul_content *content)
{
    return (bul_str){content->ptr, content->len};
}
