/* SPDX-License-Identifier: MIT */
/* decode.c - finding the encoding, and sweeping the text.
 *
 * Offices save from Notepad and WPS: the encodings met in practice are UTF-8
 * with and without a mark, GB18030 (GBK and GB 2312 are parts of it) and
 * UTF-16 with a mark. iconv does the two foreign ones; anything else is not
 * guessed at. Big5 is not told apart from GB18030: both validate. */
#include "source/decode.h"

#include <iconv.h>
#include <string.h>

#include "base/utf8.h"

/* Converts all of `bytes`. `*out` is empty when iconv refuses any of it. */
static bool convert(bul_arena *arena, const char *from, bul_str bytes,
                    bul_str *out)
{
    /* Two bytes become at most three, four at most four. */
    size_t room = bytes.len * 2 + 16;
    char *to = BUL_NEW(arena, char, room);
    char *in = BUL_NEW(arena, char, bytes.len + 1);
    memcpy(in, bytes.ptr, bytes.len);
    iconv_t converter = iconv_open("UTF-8", from);
    if (converter == (iconv_t)-1)
        return false;
    char *write = to;
    size_t left = bytes.len;
    size_t space = room;
    size_t done = iconv(converter, &in, &left, &write, &space);
    iconv_close(converter);
    if (done == (size_t)-1 || left > 0)
        return false;
    *out = (bul_str){to, (size_t)(write - to)};
    return true;
}

/* Noise decoded as GB18030 is mostly rare signs and private use; prose is
 * mostly hanzi and CJK punctuation. */
static bool reads_as_chinese(bul_str text)
{
    size_t foreign = 0;
    size_t chinese = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = bul_utf8_next(text, &at);
        if (c == 0)
            return false;
        if (c < 0x80)
            continue;
        foreign++;
        /* Past U+9FFF nothing but rare extensions: seldom half of a text. */
        if (bul_utf8_is_cjk(c) || (c >= 0x2010 && c <= 0x2027) || c == 0xB7)
            chinese++;
    }
    return chinese * 2 > foreign;
}

static bul_str decode_bytes(bul_arena *arena, bul_str bytes,
                            bul_decoded *decoded)
{
    if (bul_str_starts(bytes, BUL_STR("\xEF\xBB\xBF"))) {
        decoded->had_bom = true;
        bytes = bul_str_sub(bytes, 3, bytes.len);
    }
    decoded->encoding = BUL_ENCODING_UTF8;
    if (bul_utf8_invalid_at(bytes) == bytes.len)
        return bytes;
    bul_str text = {0};
    bool little = bul_str_starts(bytes, BUL_STR("\xFF\xFE"));
    if (little || bul_str_starts(bytes, BUL_STR("\xFE\xFF"))) {
        decoded->encoding = BUL_ENCODING_UTF16;
        if (convert(arena, little ? "UTF-16LE" : "UTF-16BE",
                    bul_str_sub(bytes, 2, bytes.len), &text))
            return text;
    }
    decoded->encoding = BUL_ENCODING_GB18030;
    if (!decoded->had_bom && convert(arena, "GB18030", bytes, &text) &&
        reads_as_chinese(text))
        return text;
    decoded->encoding = BUL_ENCODING_UNKNOWN;
    return (bul_str){0};
}

/* Zero-width spaces and joiners, soft hyphen, direction marks, stray byte
 * order marks: pasted in from web pages and Word. Variation selectors stay:
 * they choose the form of a hanzi. */
static bool is_invisible(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
           c == 0xFEFF;
}

static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
}

static bool is_line_end(uint32_t c)
{
    return c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x0B;
}

/* Within the indent of a line, where `before` was? A tab there says how deep
 * the line stands; anywhere else it is a blank. */
static bool stays_indent(bool before, uint32_t c)
{
    return c == '\n' || c == '\r' || is_line_end(c) ||
           (before && (c == ' ' || c == '\t' || c == 0x3000));
}

/* Most files need no sweeping and are used as they are. */
static bool is_clean(bul_str text)
{
    bool is_indent = true;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = bul_utf8_next(text, &at);
        is_indent = stays_indent(is_indent, c);
        if (is_invisible(c) || is_control(c) || is_line_end(c) ||
            (c == '\t' && !is_indent))
            return false;
    }
    return true;
}

/* Nobody expects the tab after a key or a list mark to be anything but a
 * blank; between words it was the column of a table. */
static void count_tab(bul_decoded *decoded, bul_str text, size_t start,
                      size_t clean_at)
{
    static const uint32_t marks[] = {
        ' ', '\t',   ':',    '-',    '.',    ')',    '#',  '|',
        '>', 0x3001, 0xFF1A, 0xFF0E, 0xFF09, 0x3000, 0xB7, 0x2022};
    uint32_t before = bul_utf8_previous(text, &(size_t){start});
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (before == marks[i])
            return;
    char next = start + 1 < text.len ? text.ptr[start + 1] : '\n';
    if (next == '\n' || next == '\r' || next == '#' || next == '|')
        return;
    if (decoded->tab_count++ == 0)
        decoded->tab_at = clean_at;
}

static void drop(bul_decoded *decoded, uint32_t c, size_t at)
{
    if (is_invisible(c)) {
        if (decoded->invisible_count++ == 0)
            decoded->invisible_at = at;
        return;
    }
    if (decoded->control_count++ == 0) {
        decoded->control_at = at;
        decoded->control_first = c;
    }
}

static bul_str sweep(bul_arena *arena, bul_str text, bul_decoded *decoded)
{
    char *clean = BUL_NEW(arena, char, text.len + 1);
    size_t len = 0;
    bool is_indent = true;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = bul_utf8_next(text, &at);
        is_indent = stays_indent(is_indent, c);
        if (c == '\r') {
            if (at < text.len && text.ptr[at] == '\n')
                at++;
            decoded->crlf_count++;
            clean[len++] = '\n';
        } else if (is_line_end(c)) {
            clean[len++] = '\n';
        } else if (is_invisible(c) || is_control(c)) {
            drop(decoded, c, len);
        } else if (c == '\t' && !is_indent) {
            count_tab(decoded, text, start, len);
            clean[len++] = ' ';
        } else {
            memcpy(clean + len, text.ptr + start, at - start);
            len += at - start;
        }
    }
    return (bul_str){clean, len};
}

bul_decoded bul_decode(bul_arena *arena, bul_str bytes)
{
    bul_decoded decoded = {0};
    decoded.text = decode_bytes(arena, bytes, &decoded);
    if (!is_clean(decoded.text))
        decoded.text = sweep(arena, decoded.text, &decoded);
    return decoded;
}
