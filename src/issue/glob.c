/* SPDX-License-Identifier: MIT */
/* glob.c - matching with one point of return, so that it stays linear in the
 * name for each star. */
#include "issue/glob.h"

#include "base/utf8.h"

bool bul_glob_is_pattern(bul_str text)
{
    return bul_str_find(text, BUL_STR("*")) < text.len ||
           bul_str_find(text, BUL_STR("?")) < text.len;
}

/* Moves both offsets past one character that matches. */
static bool step(bul_str pattern, size_t *p, bul_str name, size_t *n)
{
    if (*p == pattern.len || *n == name.len)
        return false;
    size_t next_p = *p;
    size_t next_n = *n;
    uint32_t wanted = bul_utf8_next(pattern, &next_p);
    uint32_t found = bul_utf8_next(name, &next_n);
    if (wanted != '?' && wanted != found)
        return false;
    *p = next_p;
    *n = next_n;
    return true;
}

bool bul_glob_match(bul_str pattern, bul_str name)
{
    bool dot = bul_str_starts(name, BUL_STR("."));
    if (dot && !bul_str_starts(pattern, BUL_STR(".")))
        return false;
    size_t p = 0;
    size_t n = 0;
    size_t star = SIZE_MAX; /* in the pattern, behind the last * */
    size_t resume = 0;      /* in the name, where it next tries */
    while (n < name.len) {
        if (p < pattern.len && pattern.ptr[p] == '*') {
            star = ++p;
            resume = n;
        } else if (!step(pattern, &p, name, &n)) {
            if (star == SIZE_MAX)
                return false;
            bul_utf8_next(name, &resume);
            p = star;
            n = resume;
        }
    }
    while (p < pattern.len && pattern.ptr[p] == '*')
        p++;
    return p == pattern.len;
}
