/* SPDX-License-Identifier: MIT */
/* icc.c - see icc.h. Numbers in a profile begin with the high byte. */
#include "ink/icc.h"

#include <string.h>

#define HEADER_BYTES 128u
#define TAG_BYTES    12u

static uint32_t number_at(bul_str bytes, size_t at, size_t size)
{
    uint32_t value = 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | (unsigned char)bytes.ptr[at + i];
    return value;
}

static bool has_sign(bul_str bytes, size_t at, const char *sign)
{
    return at + 4 <= bytes.len && memcmp(bytes.ptr + at, sign, 4) == 0;
}

/* ---- Tags ---- */

/* Are all tags inside? */
static bool has_sound_table(bul_str bytes)
{
    uint32_t count = number_at(bytes, HEADER_BYTES, 4);
    if (count > (bytes.len - HEADER_BYTES - 4) / TAG_BYTES)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        size_t entry = HEADER_BYTES + 4 + (size_t)i * TAG_BYTES;
        size_t from = number_at(bytes, entry + 4, 4);
        size_t size = number_at(bytes, entry + 8, 4);
        if (from > bytes.len || size > bytes.len - from)
            return false;
    }
    return true;
}

static bul_str tag_of(bul_str bytes, const char *sign)
{
    uint32_t count = number_at(bytes, HEADER_BYTES, 4);
    for (uint32_t i = 0; i < count; i++) {
        size_t entry = HEADER_BYTES + 4 + (size_t)i * TAG_BYTES;
        if (!has_sign(bytes, entry, sign))
            continue;
        size_t from = number_at(bytes, entry + 4, 4);
        return bul_str_sub(bytes, from, from + number_at(bytes, entry + 8, 4));
    }
    return (bul_str){0};
}

/* Version 2: a length, then ASCII; what is not is some system's own. */
static bul_str plain_text(bul_arena *arena, bul_str tag)
{
    if (tag.len < 12)
        return (bul_str){0};
    size_t count = number_at(tag, 8, 4);
    bul_str stored = bul_str_sub(tag, 12, 12 + count);
    bul_text text = bul_text_in(arena);
    for (size_t i = 0; i < stored.len && stored.ptr[i]; i++) {
        char c = stored.ptr[i];
        bul_text_add_char(&text, c >= ' ' && c <= '~' ? (uint32_t)c : '?');
    }
    return bul_text_str(&text);
}

static bul_str text_of_utf16(bul_arena *arena, bul_str units)
{
    bul_text text = bul_text_in(arena);
    for (size_t i = 0; i + 2 <= units.len; i += 2) {
        uint32_t unit = number_at(units, i, 2);
        bool is_high = unit >= 0xD800 && unit < 0xDC00;
        if (is_high && i + 4 <= units.len) {
            uint32_t low = number_at(units, i + 2, 2);
            unit = 0x10000 + ((unit - 0xD800) << 10) + ((low - 0xDC00) & 0x3FF);
            i += 2;
        } else if (unit >= 0xD800 && unit < 0xE000) {
            unit = 0xFFFD;
        }
        if (unit >= ' ')
            bul_text_add_char(&text, unit);
    }
    return bul_text_str(&text);
}

/* Version 4: one text for each language; the English one, else the first. */
static bul_str chosen_text(bul_arena *arena, bul_str tag)
{
    if (tag.len < 28)
        return (bul_str){0};
    size_t count = number_at(tag, 8, 4);
    size_t chosen = 0;
    if (count > (tag.len - 16) / 12)
        count = (tag.len - 16) / 12;
    for (size_t i = count; i > 0; i--)
        if (memcmp(tag.ptr + 16 + (i - 1) * 12, "en", 2) == 0)
            chosen = i - 1;
    size_t size = number_at(tag, 16 + chosen * 12 + 4, 4);
    size_t from = number_at(tag, 16 + chosen * 12 + 8, 4);
    return text_of_utf16(arena, bul_str_sub(tag, from, from + size));
}

bul_str bul_icc_description(bul_arena *arena, const bul_icc *icc)
{
    bul_str tag = tag_of(icc->bytes, "desc");
    if (has_sign(tag, 0, "desc"))
        return plain_text(arena, tag);
    if (has_sign(tag, 0, "mluc"))
        return chosen_text(arena, tag);
    return (bul_str){0};
}

/* ---- The header ---- */

static bul_icc_class class_of(bul_str bytes)
{
    static const struct {
        const char *sign;
        bul_icc_class kind;
    } known[] = {{"mntr", BUL_ICC_SCREEN},
                 {"prtr", BUL_ICC_PRINTER},
                 {"scnr", BUL_ICC_SCANNER},
                 {"spac", BUL_ICC_SPACE}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (has_sign(bytes, 12, known[i].sign))
            return known[i].kind;
    return BUL_ICC_OTHER_CLASS;
}

static void copy_sign(char *to, bul_str bytes, size_t at)
{
    memcpy(to, bytes.ptr + at, 4);
    for (size_t i = 0; i < 4; i++)
        if (to[i] < ' ' || to[i] > '~')
            to[i] = '?';
    to[4] = '\0';
    for (size_t i = 4; i > 0 && to[i - 1] == ' '; i--)
        to[i - 1] = '\0';
}

static uint8_t components_of(const char *space)
{
    if (strcmp(space, "GRAY") == 0)
        return 1;
    if (strcmp(space, "RGB") == 0)
        return 3;
    return strcmp(space, "CMYK") == 0 ? 4 : 0;
}

bool bul_icc_read(bul_str bytes, bul_icc *icc)
{
    if (bytes.len < HEADER_BYTES + 4 || !has_sign(bytes, 36, "acsp"))
        return false;
    size_t size = number_at(bytes, 0, 4);
    if (size < HEADER_BYTES + 4 || size > bytes.len)
        return false;
    bytes = bul_str_sub(bytes, 0, size);
    if (!has_sound_table(bytes))
        return false;
    *icc = (bul_icc){.bytes = bytes, .kind = class_of(bytes)};
    icc->major = (uint8_t)bytes.ptr[8];
    icc->minor = (uint8_t)bytes.ptr[9] >> 4;
    copy_sign(icc->space, bytes, 16);
    copy_sign(icc->connection, bytes, 20);
    icc->components = components_of(icc->space);
    return true;
}

/* ---- For the press ---- */

static bul_str class_and_space(bul_arena *arena, const bul_icc *icc)
{
    char kind[5];
    bul_text text = bul_text_in(arena);
    copy_sign(kind, icc->bytes, 12);
    bul_text_addf(&text, "%s %s", kind, icc->space);
    return bul_text_str(&text);
}

bool bul_icc_read_press(bul_arena *arena, bul_diag *diag, bul_span span,
                        bul_str name, bul_str bytes, bul_icc *icc)
{
    if (!bul_icc_read(bytes, icc)) {
        bul_report(diag, BUL_MSG_INK_NOT_PROFILE, span, BUL_ARGS(name));
        return false;
    }
    if (icc->kind != BUL_ICC_PRINTER || icc->components != 4) {
        bul_report(diag, BUL_MSG_INK_WRONG_CLASS, span,
                   BUL_ARGS(name, class_and_space(arena, icc)));
        return false;
    }
    if (icc->major >= 5) {
        bul_report(diag, BUL_MSG_INK_VERSION, span,
                   BUL_ARGS(name, bul_str_int(arena, icc->major)));
        return false;
    }
    return true;
}
