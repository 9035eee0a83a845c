/* SPDX-License-Identifier: MIT */
/* shown.c - decoding, measuring and defusing text for the terminal. */
#include "cli/shown.h"

#include <string.h>

typedef struct bul_range {
    uint32_t first, last;
} bul_range;

/* Two columns: East Asian Width W and F (UAX #11), in broad ranges. */
static const bul_range wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x4DBF},
    {0x4E00, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

/* No column of their own: combining marks and variation selectors. */
static const bul_range combining[] = {
    {0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x20D0, 0x20FF}, {0x302A, 0x302D}, {0x3099, 0x309A},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF},
};

/* Never printed raw: controls, marks of writing direction, invisible ones. */
static const bul_range controls[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD},   {0x061C, 0x061C},
    {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E},   {0x2060, 0x206F},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool is_in(const bul_range *ranges, size_t count, uint32_t code_point)
{
    for (size_t i = 0; i < count; i++)
        if (code_point >= ranges[i].first && code_point <= ranges[i].last)
            return true;
    return false;
}

bool bul_shown_is_control(uint32_t code_point)
{
    return is_in(controls, COUNT(controls), code_point);
}

/* Bytes of the sequence that `lead` opens, 0 when it opens none. */
static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

size_t bul_shown_decode(const char *text, uint32_t *code_point)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *bytes = (const unsigned char *)text;
    size_t length = sequence_length(bytes[0]);
    uint32_t value = bytes[0];
    if (length > 1)
        value &= 0xFFu >> (length + 1);
    bool good = length > 0;
    for (size_t i = 1; good && i < length; i++) {
        good = (bytes[i] & 0xC0) == 0x80;
        value = value << 6 | (bytes[i] & 0x3Fu);
    }
    if (!good || value < least[length] || value > 0x10FFFF ||
        (value >= 0xD800 && value <= 0xDFFF)) {
        *code_point = BUL_SHOWN_BAD_BYTE + bytes[0];
        return 1;
    }
    *code_point = value;
    return length;
}

size_t bul_shown_next(const char *text, bul_shown *shown)
{
    uint32_t code_point;
    size_t length = bul_shown_decode(text, &code_point);
    if (code_point >= BUL_SHOWN_BAD_BYTE) {
        snprintf(shown->text, sizeof shown->text, "<x%02X>",
                 (unsigned)(code_point - BUL_SHOWN_BAD_BYTE));
        shown->width = strlen(shown->text);
        shown->raw_width = 1;
    } else if (bul_shown_is_control(code_point)) {
        snprintf(shown->text, sizeof shown->text, "<U+%04X>",
                 (unsigned)code_point);
        shown->width = strlen(shown->text);
        shown->raw_width = 0;
    } else {
        memcpy(shown->text, text, length);
        shown->text[length] = '\0';
        shown->width = is_in(wide, COUNT(wide), code_point) ? 2 : 1;
        if (is_in(combining, COUNT(combining), code_point))
            shown->width = 0;
        shown->raw_width = shown->width;
    }
    return length;
}

void bul_shown_print(FILE *to, const char *text)
{
    bul_shown shown;
    while (*text != '\0') {
        text += bul_shown_next(text, &shown);
        fputs(shown.text, to);
    }
}

size_t bul_shown_width(const char *text)
{
    bul_shown shown;
    size_t width = 0;
    while (*text != '\0') {
        text += bul_shown_next(text, &shown);
        width += shown.width;
    }
    return width;
}
