/* SPDX-License-Identifier: MIT */
#include "template/palette.h"

/* Digits, and one decimal, to thousandths of the full tone. */
static bool read_percent(bul_str text, int16_t *tone)
{
    int value = 0;
    size_t i = 0;
    for (; i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9'; i++)
        value = value < 1000 ? value * 10 + (text.ptr[i] - '0') : value;
    if (i == 0 || value > 100)
        return false;
    value *= 10;
    if (i + 1 < text.len && text.ptr[i] == '.' && text.ptr[i + 1] >= '0' &&
        text.ptr[i + 1] <= '9') {
        value += text.ptr[i + 1] - '0';
        i += 2;
    }
    *tone = (int16_t)(value > 1000 ? 1000 : value);
    return i == text.len;
}

static int16_t *ink_of(bul_color *color, char letter)
{
    switch (letter) {
    case 'C':
        return &color->c;
    case 'M':
        return &color->m;
    case 'Y':
        return &color->y;
    case 'K':
        return &color->k;
    default:
        return NULL;
    }
}

static bool read_inks(bul_str text, bul_color *color)
{
    bul_color inks = {.space = BUL_COLOR_CMYK};
    bul_str piece;
    size_t count = 0;
    while (bul_str_cut(&text, ' ', &piece)) {
        if (piece.len == 0)
            continue;
        int16_t *ink = ink_of(&inks, piece.ptr[0]);
        if (ink == NULL || !read_percent(bul_str_sub(piece, 1, piece.len), ink))
            return false;
        count++;
    }
    *color = inks;
    return count > 0;
}

bool bul_palette_read(const bul_palette *palette, bul_str text,
                      bul_color *color)
{
    text = bul_str_trim(text);
    for (size_t i = 0; i < palette->count; i++) {
        if (bul_str_equal(palette->items[i].name, text)) {
            *color = palette->items[i].color;
            return true;
        }
    }
    bool is_black = bul_str_equal(text, BUL_STR("black")) ||
                    bul_str_equal(text, BUL_STR("黑"));
    bool is_white = bul_str_equal(text, BUL_STR("white")) ||
                    bul_str_equal(text, BUL_STR("白"));
    if (is_black || is_white) {
        *color = is_black ? BUL_COLOR_BLACK : BUL_COLOR_PAPER;
        return true;
    }
    if (bul_str_ends(text, BUL_STR("%"))) {
        *color = (bul_color){.space = BUL_COLOR_GREY};
        return read_percent(bul_str_sub(text, 0, text.len - 1), &color->k);
    }
    return read_inks(text, color);
}
