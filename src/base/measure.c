/* SPDX-License-Identifier: MIT */
/* measure.c - lengths in whole thousandths of a point.
 *
 * Numbers are read as decimal fractions of integers, never through double, so
 * that "0.35mm" is the same length on every machine. */
#include "base/measure.h"

#include <assert.h>

#include "base/utf8.h"

static bul_mpt saturated(int64_t length)
{
    if (length > INT32_MAX)
        return INT32_MAX;
    return length < INT32_MIN ? INT32_MIN : (bul_mpt)length;
}

static bul_mpt rounded(double mpt)
{
    if (mpt >= (double)INT32_MAX)
        return INT32_MAX;
    if (mpt <= (double)INT32_MIN)
        return INT32_MIN;
    if (mpt >= 0.0)
        return (bul_mpt)(mpt + 0.5);
    return mpt < 0.0 ? (bul_mpt)(mpt - 0.5) : 0; /* 0 for not-a-number */
}

bul_mpt bul_mpt_from_pt(double pt)
{
    return rounded(pt * 1000.0);
}

bul_mpt bul_mpt_from_mm(double mm)
{
    return rounded(mm * 72000.0 / 25.4);
}

/* Nearest, halves away from zero. */
static int64_t divided(int64_t dividend, int64_t divisor)
{
    int64_t quotient = dividend / divisor;
    int64_t rest = dividend % divisor;
    if (rest == 0)
        return quotient;
    /* Twice the rest against the divisor, without doubling it. */
    uint64_t size = rest < 0 ? 0 - (uint64_t)rest : (uint64_t)rest;
    uint64_t whole = divisor < 0 ? 0 - (uint64_t)divisor : (uint64_t)divisor;
    if (size < whole - size)
        return quotient;
    return (dividend < 0) == (divisor < 0) ? quotient + 1 : quotient - 1;
}

bul_mpt bul_mpt_scale(bul_mpt length, int64_t numerator, int64_t denominator)
{
    assert(denominator != 0);
    int64_t product;
    if (__builtin_mul_overflow((int64_t)length, numerator, &product) ||
        (product == INT64_MIN && denominator == -1)) {
        bool is_negative =
            ((length < 0) != (numerator < 0)) != (denominator < 0);
        return is_negative ? INT32_MIN : INT32_MAX;
    }
    return saturated(divided(product, denominator));
}

/* 字号, house table: see the header. */
static const struct size_name {
    bul_str name;
    bul_mpt size;
} size_names[] = {
    {BUL_STR_INIT("初号"), 42000}, {BUL_STR_INIT("小初"), 36000},
    {BUL_STR_INIT("一号"), 26000}, {BUL_STR_INIT("小一"), 24000},
    {BUL_STR_INIT("二号"), 22000}, {BUL_STR_INIT("小二"), 18000},
    {BUL_STR_INIT("三号"), 16000}, {BUL_STR_INIT("小三"), 15000},
    {BUL_STR_INIT("四号"), 14000}, {BUL_STR_INIT("小四"), 12000},
    {BUL_STR_INIT("五号"), 10500}, {BUL_STR_INIT("小五"), 9000},
    {BUL_STR_INIT("六号"), 7500},  {BUL_STR_INIT("小六"), 6500},
    {BUL_STR_INIT("七号"), 5500},  {BUL_STR_INIT("八号"), 5000},
};

bul_mpt bul_measure_size_name(bul_str name)
{
    for (size_t i = 0; i < sizeof size_names / sizeof size_names[0]; i++) {
        if (bul_str_equal(size_names[i].name, name))
            return size_names[i].size;
    }
    return 0;
}

/* A number as written: digits / 10^places. */
typedef struct decimal {
    int64_t digits;
    int64_t power; /* 10^places */
} decimal;

#define MAX_DIGITS (INT64_C(1000000000000)) /* times any unit it fits 64 bits */
#define MAX_POWER  (INT64_C(100000))

/* Full-width ASCII (１２．５ｍｍ) as plain ASCII, lower case. */
static uint32_t folded(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c == 0x2212) /* the minus sign proper */
        return '-';
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static uint32_t peek(bul_str text, size_t *after)
{
    *after = 0;
    return text.len == 0 ? 0 : folded(bul_utf8_next(text, after));
}

static bool accept(bul_str *text, uint32_t wanted)
{
    size_t after;
    if (text->len == 0 || peek(*text, &after) != wanted)
        return false;
    *text = bul_str_sub(*text, after, text->len);
    return true;
}

/* Reads digits into *number; fraction digits past the fifth are dropped: what
 * they add is below a thousandth of a point in any unit. */
static bool read_digits(bul_str *text, decimal *number, bool is_fraction,
                        size_t *digit_count)
{
    size_t after;
    for (;;) {
        uint32_t c = peek(*text, &after);
        if (c < '0' || c > '9')
            return true;
        *text = bul_str_sub(*text, after, text->len);
        ++*digit_count;
        if (is_fraction && number->power == MAX_POWER)
            continue;
        number->digits = number->digits * 10 + (int64_t)(c - '0');
        if (is_fraction)
            number->power *= 10;
        if (number->digits > MAX_DIGITS)
            return false;
    }
}

static bool read_decimal(bul_str *text, decimal *number)
{
    size_t digit_count = 0;
    bool is_negative = accept(text, '-');
    if (!is_negative)
        (void)accept(text, '+');
    *number = (decimal){0, 1};
    if (!read_digits(text, number, false, &digit_count))
        return false;
    if (accept(text, '.') && !read_digits(text, number, true, &digit_count))
        return false;
    if (is_negative)
        number->digits = -number->digits;
    return digit_count > 0;
}

/* One unit is numerator / denominator millipoints. */
typedef struct unit {
    bul_str name;
    int64_t numerator;
    int64_t denominator;
} unit;

static bool names_unit(bul_str written, bul_str name)
{
    size_t after;
    for (size_t at = 0; at < name.len;) {
        uint32_t wanted = bul_utf8_next(name, &at);
        if (written.len == 0 || peek(written, &after) != wanted)
            return false;
        written = bul_str_sub(written, after, written.len);
    }
    return written.len == 0;
}

/* 1 mm = 72000/25.4 mpt; 1 Q (级) = 0.25 mm, JIS Z 8305. */
static bool find_unit(bul_str written, bul_measure_base base, unit *found)
{
    const unit units[] = {
        {BUL_STR(""), 1000, 1},           {BUL_STR("pt"), 1000, 1},
        {BUL_STR("mm"), 360000, 127},     {BUL_STR("cm"), 3600000, 127},
        {BUL_STR("磅"), 1000, 1},         {BUL_STR("毫米"), 360000, 127},
        {BUL_STR("厘米"), 3600000, 127},  {BUL_STR("q"), 90000, 127},
        {BUL_STR("级"), 90000, 127},      {BUL_STR("em"), base.em, 1},
        {BUL_STR("字"), base.em, 1},      {BUL_STR("line"), base.line, 1},
        {BUL_STR("lines"), base.line, 1}, {BUL_STR("行"), base.line, 1},
    };
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (names_unit(written, units[i].name)) {
            *found = units[i];
            return found->numerator > 0;
        }
    }
    return false;
}

bool bul_measure_read(bul_str text, bul_measure_base base, bul_mpt *length)
{
    decimal number;
    unit found;
    bul_str rest = bul_str_trim(text);
    bul_mpt named = bul_measure_size_name(rest);
    if (named != 0) {
        *length = named;
        return true;
    }
    if (!read_decimal(&rest, &number) ||
        !find_unit(bul_str_trim(rest), base, &found))
        return false;
    int64_t product;
    if (__builtin_mul_overflow(number.digits, found.numerator, &product))
        return false;
    int64_t mpt = divided(product, number.power * found.denominator);
    if (mpt > INT32_MAX || mpt < INT32_MIN)
        return false;
    *length = (bul_mpt)mpt;
    return true;
}
