/* SPDX-License-Identifier: MIT */
/* str.c - slices of UTF-8 and a growing text. */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

bul_str bul_str_from(const char *nul_terminated)
{
    if (nul_terminated == NULL)
        return (bul_str){0};
    return (bul_str){nul_terminated, strlen(nul_terminated)};
}

/* memcmp may not be given NULL, not even with a length of 0. */
static int compare_bytes(const char *a, const char *b, size_t count)
{
    return count == 0 ? 0 : memcmp(a, b, count);
}

bool bul_str_equal(bul_str a, bul_str b)
{
    return a.len == b.len && compare_bytes(a.ptr, b.ptr, a.len) == 0;
}

int bul_str_compare(bul_str a, bul_str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = compare_bytes(a.ptr, b.ptr, shorter);
    if (order != 0)
        return order < 0 ? -1 : 1;
    return (a.len > b.len) - (a.len < b.len);
}

bool bul_str_starts(bul_str s, bul_str prefix)
{
    return s.len >= prefix.len &&
           compare_bytes(s.ptr, prefix.ptr, prefix.len) == 0;
}

bool bul_str_ends(bul_str s, bul_str suffix)
{
    return bul_str_equal(
        bul_str_sub(s, s.len > suffix.len ? s.len - suffix.len : 0, s.len),
        suffix);
}

bul_str bul_str_sub(bul_str s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    if (s.ptr == NULL)
        return s;
    return (bul_str){s.ptr + from, to - from};
}

static bool is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bul_str bul_str_trim(bul_str s)
{
    const bul_str wide_space = BUL_STR("\u3000");
    for (;;) {
        if (s.len > 0 && is_ascii_space(s.ptr[0]))
            s = bul_str_sub(s, 1, s.len);
        else if (bul_str_starts(s, wide_space))
            s = bul_str_sub(s, wide_space.len, s.len);
        else
            break;
    }
    for (;;) {
        if (s.len > 0 && is_ascii_space(s.ptr[s.len - 1]))
            s.len--;
        else if (bul_str_ends(s, wide_space))
            s.len -= wide_space.len;
        else
            return s;
    }
}

size_t bul_str_find(bul_str s, bul_str needle)
{
    if (needle.len == 0)
        return 0;
    size_t at = 0;
    while (at < s.len && needle.len <= s.len - at) {
        const char *hit =
            memchr(s.ptr + at, needle.ptr[0], s.len - at - needle.len + 1);
        if (hit == NULL)
            return s.len;
        if (memcmp(hit, needle.ptr, needle.len) == 0)
            return (size_t)(hit - s.ptr);
        at = (size_t)(hit - s.ptr) + 1;
    }
    return s.len;
}

/* A separator at the very end opens no further, empty piece: a text that ends
 * in a newline has as many pieces as lines. */
bool bul_str_cut(bul_str *rest, char separator, bul_str *piece)
{
    if (rest->len == 0)
        return false;
    const char *hit = memchr(rest->ptr, separator, rest->len);
    size_t at = hit == NULL ? rest->len : (size_t)(hit - rest->ptr);
    *piece = bul_str_sub(*rest, 0, at);
    *rest = bul_str_sub(*rest, at + 1, rest->len);
    return true;
}

bul_str bul_str_copy(bul_arena *arena, bul_str s)
{
    return (bul_str){bul_cstr(arena, s), s.len};
}

char *bul_cstr(bul_arena *arena, bul_str s)
{
    if (s.len == SIZE_MAX)
        s.len--; /* refused by the arena; the sum must not wrap */
    char *copy = bul_arena_alloc(arena, 1, s.len + 1);
    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    return copy;
}

bul_str bul_str_join(bul_arena *arena, bul_str a, bul_str b)
{
    size_t len = a.len > SIZE_MAX - b.len ? SIZE_MAX : a.len + b.len;
    char *joined = bul_arena_alloc(arena, 1, len);
    if (a.len > 0)
        memcpy(joined, a.ptr, a.len);
    if (b.len > 0)
        memcpy(joined + a.len, b.ptr, b.len);
    return (bul_str){joined, len};
}

#define INT64_DIGITS 20 /* with the sign */

/* Writes n so that it ends where `end` points; yields its first character. */
static char *put_int(char *end, int64_t n)
{
    /* INT64_MIN has no positive twin, so the digits come from unsigned. */
    uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        *--end = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (n < 0)
        *--end = '-';
    return end;
}

bul_str bul_str_int(bul_arena *arena, int64_t n)
{
    char digits[INT64_DIGITS];
    char *end = digits + sizeof digits;
    char *start = put_int(end, n);
    return bul_str_copy(arena, (bul_str){start, (size_t)(end - start)});
}

uint64_t bul_str_hash(bul_str s)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < s.len; i++) {
        hash ^= (unsigned char)s.ptr[i];
        hash *= UINT64_C(1099511628211);
    }
    return hash;
}

bul_text bul_text_in(bul_arena *arena)
{
    return (bul_text){.arena = arena};
}

/* Makes room for `more` bytes after the text. The old bytes stay where they
 * are, so a text may be added to itself. */
static void make_room(bul_text *text, size_t more)
{
    if (more <= text->room - text->len)
        return;
    size_t wanted = text->room < 64 ? 64 : text->room;
    if (more > SIZE_MAX / 4 - text->len)
        wanted = SIZE_MAX;
    while (wanted - text->len < more)
        wanted *= 2;
    char *grown = bul_arena_alloc(text->arena, 1, wanted);
    if (text->len > 0)
        memcpy(grown, text->ptr, text->len);
    text->ptr = grown;
    text->room = wanted;
}

void bul_text_add(bul_text *text, bul_str s)
{
    if (s.len == 0)
        return;
    make_room(text, s.len);
    memcpy(text->ptr + text->len, s.ptr, s.len);
    text->len += s.len;
}

void bul_text_add_char(bul_text *text, uint32_t code_point)
{
    char bytes[4];
    bul_text_add(text, (bul_str){bytes, bul_utf8_put(bytes, code_point)});
}

void bul_text_add_int(bul_text *text, int64_t n)
{
    char digits[INT64_DIGITS];
    char *end = digits + sizeof digits;
    char *start = put_int(end, n);
    bul_text_add(text, (bul_str){start, (size_t)(end - start)});
}

void bul_text_addf(bul_text *text, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len > 0) {
        size_t bytes = (size_t)len + 1; /* vsnprintf writes a NUL as well */
        make_room(text, bytes);
        (void)vsnprintf(text->ptr + text->len, bytes, format, again);
        text->len += (size_t)len;
    }
    va_end(again);
}

bul_str bul_text_str(const bul_text *text)
{
    return (bul_str){text->ptr, text->len};
}
