/* SPDX-License-Identifier: MIT */
/* value.c - reading of scalars. */
#include "source/value.h"

#include "base/utf8.h"

/* Full-width forms (U+FF01 to U+FF5E) to ASCII, U+3000 to a space. */
static uint32_t narrow(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFF01 + 0x21;
    return c == 0x3000 ? ' ' : c;
}

static uint32_t peek(bul_str text, size_t at)
{
    return at < text.len ? narrow(bul_utf8_next(text, &at)) : 0;
}

static void skip_spaces(bul_str text, size_t *at)
{
    while (*at < text.len && peek(text, *at) == ' ')
        bul_utf8_next(text, at);
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* Digits from *at on; false where there are none or too many. */
static bool read_digits(bul_str text, size_t *at, size_t most, int64_t *number)
{
    size_t count = 0;
    *number = 0;
    while (count < most && is_digit(peek(text, *at))) {
        *number = *number * 10 + (peek(text, *at) - '0');
        bul_utf8_next(text, at);
        count++;
    }
    return count > 0 && !is_digit(peek(text, *at));
}

static int han_digit(uint32_t c)
{
    static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                      0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    for (int i = 0; i < 10; i++)
        if (digits[i] == c)
            return i;
    return c == 0x96F6 ? 0 : c == 0x4E24 ? 2 : -1; /* 零 两 */
}

static int han_unit(uint32_t c)
{
    return c == 0x5341 ? 10 : c == 0x767E ? 100 : c == 0x5343 ? 1000 : 0;
}

/* 万 and 亿 too: "3万" is not three. */
static bool is_han_number(uint32_t c)
{
    return han_digit(c) >= 0 || han_unit(c) > 0 || c == 0x4E07 || c == 0x4EBF;
}

/* What may follow the digits: 份 期 号 栏 版 … */
static bool is_measure_word(bul_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len; count++) {
        uint32_t c = bul_utf8_next(text, &at);
        if (!bul_utf8_is_han(c) || is_han_number(c))
            return false;
    }
    return count <= 2;
}

static bul_str without_di(bul_str text)
{
    text = bul_str_trim(text);
    bul_str di = BUL_STR("第");
    return bul_str_starts(text, di) ? bul_str_sub(text, di.len, text.len)
                                    : text;
}

bool bul_value_int(bul_str text, int64_t *number)
{
    text = without_di(text);
    size_t at = 0;
    skip_spaces(text, &at);
    bool negative = peek(text, at) == '-';
    if (negative)
        bul_utf8_next(text, &at);
    if (!read_digits(text, &at, 15, number))
        return false;
    while (peek(text, at) == ',') {
        size_t group_at = at + 1;
        int64_t group;
        if (text.ptr[at] != ',' || !read_digits(text, &group_at, 3, &group) ||
            group_at != at + 4 || *number > INT64_C(999999999999))
            return false;
        *number = *number * 1000 + group;
        at = group_at;
    }
    skip_spaces(text, &at);
    if (negative)
        *number = -*number;
    return is_measure_word(bul_str_sub(text, at, text.len));
}

bool bul_value_han_int(bul_str text, int64_t *number)
{
    text = without_di(text);
    int64_t total = 0;
    int64_t digit = -1;
    size_t at = 0;
    size_t count = 0;
    for (; at < text.len; count++) {
        size_t next = at;
        uint32_t c = bul_utf8_next(text, &next);
        int unit = han_unit(c);
        if (unit > 0) {
            total += (digit < 0 ? 1 : digit) * unit;
            digit = -1;
        } else if (han_digit(c) >= 0 && digit <= 0) {
            digit = han_digit(c);
        } else {
            break;
        }
        at = next;
    }
    *number = total + (digit > 0 ? digit : 0);
    return count > 0 && *number <= 9999 &&
           is_measure_word(bul_str_sub(text, at, text.len));
}

static bool is_one_of(bul_str text, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (bul_str_equal(text, bul_str_from(words[i])))
            return true;
    return false;
}

bool bul_value_bool(bul_str text, bool *truth)
{
    static const char *const yes[] = {"yes", "Yes", "YES", "true", "True",
                                      "on",  "是",  "有",  "开",   NULL};
    static const char *const no[] = {"no",  "No", "NO", "false", "False",
                                     "off", "否", "无", "关",    NULL};
    text = bul_str_trim(text);
    *truth = is_one_of(text, yes);
    return *truth || is_one_of(text, no);
}

static int days_in_month(int64_t year, int64_t month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* One of the signs between the parts of a date; 0 at the end. */
static bool skip_sign(bul_str text, size_t *at, uint32_t han, uint32_t *ascii)
{
    skip_spaces(text, at);
    uint32_t c = peek(text, *at);
    bool is_sign = c == han || c == '-' || c == '/' || c == '.';
    if (!is_sign || (*ascii != 0 && (*ascii != c) && c != han))
        return false;
    *ascii = c;
    bul_utf8_next(text, at);
    skip_spaces(text, at);
    return true;
}

bul_date_result bul_value_date(bul_str text, int64_t *yyyymmdd)
{
    text = bul_str_trim(text);
    size_t at = 0;
    int64_t year;
    int64_t month;
    int64_t day;
    uint32_t sign = 0;
    if (!read_digits(text, &at, 4, &year) ||
        !skip_sign(text, &at, 0x5E74, &sign) ||
        !read_digits(text, &at, 2, &month) ||
        !skip_sign(text, &at, 0x6708, &sign) ||
        !read_digits(text, &at, 2, &day))
        return BUL_DATE_UNREADABLE;
    skip_spaces(text, &at);
    if (sign == 0x6708 &&
        (peek(text, at) == 0x65E5 || peek(text, at) == 0x53F7))
        bul_utf8_next(text, &at);
    if (at < text.len || year < 1900 || year > 2999)
        return BUL_DATE_UNREADABLE;
    *yyyymmdd = year * 10000 + month * 100 + day;
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
        return BUL_DATE_IMPOSSIBLE;
    return BUL_DATE_OK;
}
