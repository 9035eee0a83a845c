/* SPDX-License-Identifier: MIT */
/* address.c - what looks like an address, told by its marker: "://", "www."
 * or "@". From the marker the ends are looked for. Each sign is looked at a
 * few times at most, whatever the text. */
#include "text/address.h"

#include <string.h>

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_alphanumeric(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

static bool is_one_of(char c, const char *signs)
{
    return c != '\0' && strchr(signs, c) != NULL;
}

static bool is_sign(char c)
{
    return c > ' ' && c < 0x7F && !is_one_of(c, "<>\"");
}

size_t bul_address_signs_end(bul_str text, size_t at)
{
    while (at < text.len && is_sign(text.ptr[at]))
        at++;
    return at;
}

static bool stands(bul_str text, size_t at, size_t to, const char *wanted)
{
    size_t length = strlen(wanted);
    return to - at >= length && memcmp(text.ptr + at, wanted, length) == 0;
}

/* Back over what closes a sentence; never before `least`. */
static size_t without_punctuation(bul_str text, size_t least, size_t end)
{
    while (end > least && is_one_of(text.ptr[end - 1], ".,;:!?)]}'*|`"))
        end--;
    return end;
}

/* `marker` is at "://". What can be told before the far end is looked for is
 * told first, so that many markers cost no many looks. */
static bool web_at(bul_str text, size_t from, size_t marker, size_t to,
                   bul_address *found)
{
    size_t start = marker;
    while (start > from &&
           (is_alphanumeric(text.ptr[start - 1]) || text.ptr[start - 1] == '+'))
        start--;
    if (start == marker || !is_letter(text.ptr[start]))
        return false;
    size_t end = without_punctuation(text, marker + 3, to);
    *found = (bul_address){.start = start, .end = end};
    return end > marker + 3;
}

/* `marker` is at "www.". */
static bool named_web_at(bul_str text, size_t from, size_t marker, size_t to,
                         bul_address *found)
{
    if (marker > from && (is_alphanumeric(text.ptr[marker - 1]) ||
                          is_one_of(text.ptr[marker - 1], "._-/@")))
        return false;
    if (marker + 4 == to || !is_alphanumeric(text.ptr[marker + 4]))
        return false;
    size_t end = without_punctuation(text, marker + 4, to);
    *found = (bul_address){.start = marker, .end = end};
    return true;
}

/* `marker` is at "@". */
static bool mail_at(bul_str text, size_t from, size_t marker, size_t to,
                    bul_address *found)
{
    size_t start = marker;
    while (start > from && (is_alphanumeric(text.ptr[start - 1]) ||
                            is_one_of(text.ptr[start - 1], "._%+-")))
        start--;
    size_t end = marker + 1;
    while (end < to &&
           (is_alphanumeric(text.ptr[end]) || is_one_of(text.ptr[end], ".-")))
        end++;
    while (end > marker && !is_alphanumeric(text.ptr[end - 1]))
        end--;
    *found = (bul_address){.start = start, .end = end, .is_mail = true};
    return start < marker && end > marker + 1 &&
           is_alphanumeric(text.ptr[marker + 1]) &&
           memchr(text.ptr + marker, '.', end - marker) != NULL;
}

bul_address bul_address_find(bul_str text, size_t from, size_t to)
{
    bul_address found;
    size_t bound = from; /* a name does not reach back over the last @ */
    for (size_t at = from; at < to; at++) {
        char c = text.ptr[at];
        if (c == ':' && stands(text, at, to, "://") &&
            web_at(text, bound, at, to, &found))
            return found;
        if (c == 'w' && stands(text, at, to, "www.") &&
            named_web_at(text, from, at, to, &found))
            return found;
        if (c != '@' && c != ':')
            continue;
        if (c == '@' && mail_at(text, bound, at, to, &found))
            return found;
        bound = at + 1;
    }
    return (bul_address){.start = to, .end = to};
}

bool bul_address_parts(bul_str text, const bul_address *address, size_t at)
{
    if (at <= address->start || at >= address->end)
        return false;
    const char *points = address->is_mail ? "@." : "/.?&=-";
    char next = text.ptr[at];
    return is_one_of(text.ptr[at - 1], points) &&
           (is_alphanumeric(next) || is_one_of(next, "_%~#+$*@["));
}
