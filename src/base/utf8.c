/* SPDX-License-Identifier: MIT */
/* utf8.c - decoding by Table 3-7 of the Unicode Standard ("Well-Formed UTF-8
 * Byte Sequences"): no overlong forms, no surrogates, nothing above U+10FFFF. */
#include "base/utf8.h"

#include "base/utf8_table.h"

#define REPLACEMENT 0xFFFD

static unsigned byte_at(bul_str s, size_t at)
{
    return (unsigned char)s.ptr[at];
}

static bool is_continuation(unsigned byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Bytes of the sequence a lead byte opens; 0 for a byte that opens none. */
static size_t sequence_length(unsigned lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

/* The second byte is where overlong forms, surrogates and what lies above
 * U+10FFFF show themselves. */
static bool second_byte_is_good(unsigned lead, unsigned second)
{
    if (!is_continuation(second))
        return false;
    switch (lead) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second <= 0x9F;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second <= 0x8F;
    default:
        return true;
    }
}

/* Decodes at `at`; yields the bytes it takes, or 0 where it is malformed. */
static size_t decode(bul_str s, size_t at, uint32_t *code_point)
{
    unsigned lead = byte_at(s, at);
    size_t length = sequence_length(lead);
    if (length == 1) {
        *code_point = lead;
        return 1;
    }
    if (length == 0 || length > s.len - at ||
        !second_byte_is_good(lead, byte_at(s, at + 1)))
        return 0;
    uint32_t value = lead & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        unsigned byte = byte_at(s, at + i);
        if (!is_continuation(byte))
            return 0;
        value = value << 6 | (byte & 0x3F);
    }
    *code_point = value;
    return length;
}

uint32_t bul_utf8_next(bul_str s, size_t *offset)
{
    uint32_t code_point = REPLACEMENT;
    size_t length = decode(s, *offset, &code_point);
    *offset += length == 0 ? 1 : length;
    return code_point;
}

uint32_t bul_utf8_previous(bul_str s, size_t *offset)
{
    size_t end = *offset;
    bul_str head = bul_str_sub(s, 0, end);
    for (size_t length = 1; length <= 4 && length <= end; length++) {
        size_t start = end - length;
        uint32_t code_point;
        if (is_continuation(byte_at(head, start)))
            continue;
        if (decode(head, start, &code_point) != length)
            break;
        *offset = start;
        return code_point;
    }
    *offset = end - 1;
    return REPLACEMENT;
}

size_t bul_utf8_invalid_at(bul_str s)
{
    size_t at = 0;
    while (at < s.len) {
        uint32_t code_point;
        size_t length = decode(s, at, &code_point);
        if (length == 0)
            return at;
        at += length;
    }
    return s.len;
}

size_t bul_utf8_count(bul_str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.len; count++)
        (void)bul_utf8_next(s, &at);
    return count;
}

size_t bul_utf8_put(char *to, uint32_t code_point)
{
    bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (is_surrogate || code_point > 0x10FFFF)
        code_point = REPLACEMENT;
    if (code_point < 0x80) {
        to[0] = (char)code_point;
        return 1;
    }
    size_t length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        to[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    to[0] = (char)((0xF00u >> length & 0xF0) | code_point);
    return length;
}

static bool in_ranges(const bul_utf8_range *ranges, size_t count,
                      uint32_t code_point)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code_point > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && code_point >= ranges[low].first;
}

int bul_utf8_width(uint32_t code_point)
{
    if (code_point >= 0x20 && code_point < 0x7F)
        return 1;
    /* The bulk of Chinese text need not search. */
    if (code_point >= 0x4E00 && code_point <= 0x9FFF)
        return 2;
    if (in_ranges(bul_utf8_zero_ranges, bul_utf8_zero_range_count, code_point))
        return 0;
    if (in_ranges(bul_utf8_wide_ranges, bul_utf8_wide_range_count, code_point))
        return 2;
    return 1;
}

size_t bul_utf8_display_width(bul_str s)
{
    size_t width = 0;
    for (size_t at = 0; at < s.len;)
        width += (size_t)bul_utf8_width(bul_utf8_next(s, &at));
    return width;
}

/* Blocks, in order. The two compatibility blocks are here because twelve of
 * their characters are unified ideographs and GB18030 text uses the rest. */
bool bul_utf8_is_han(uint32_t code_point)
{
    static const bul_utf8_range han[] = {
        {0x3005, 0x3005},   /* 々 */
        {0x3007, 0x3007},   /* 〇 */
        {0x3400, 0x4DBF},   /* extension A */
        {0x4E00, 0x9FFF},   /* the basic block */
        {0xF900, 0xFAFF},   /* compatibility */
        {0x20000, 0x2FA1F}, /* extensions B to F, I, compatibility */
        {0x30000, 0x323AF}, /* extensions G and H */
    };
    return in_ranges(han, sizeof han / sizeof han[0], code_point);
}

/* Quotes, dashes and dots that Latin text shares (“ ” — … ·) are not among
 * these: what they belong to shows only beside them. */
bool bul_utf8_is_cjk(uint32_t code_point)
{
    static const bul_utf8_range cjk[] = {
        {0x2E80, 0x2FDF}, /* radicals */
        {0x2FF0, 0x303F}, /* description characters, punctuation */
        {0x3040, 0x312F}, /* kana, bopomofo */
        {0x3190, 0x4DBF}, /* kanbun … enclosed, squared, extension A */
        {0x4E00, 0x9FFF},   {0xF900, 0xFAFF},
        {0xFE10, 0xFE1F},   /* vertical forms */
        {0xFE30, 0xFE6F},   /* compatibility and small forms */
        {0xFF01, 0xFFEF},   /* full-width and half-width forms */
        {0x1F200, 0x1F2FF}, /* enclosed ideographs */
        {0x20000, 0x2FA1F}, {0x30000, 0x323AF},
    };
    return in_ranges(cjk, sizeof cjk / sizeof cjk[0], code_point);
}
