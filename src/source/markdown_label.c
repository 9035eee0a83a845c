/* SPDX-License-Identifier: MIT */
/* markdown_label.c - the numbers official documents count with.
 *
 * GB/T 9704-2012 ranks them 一、 （一） 1. （1）. People also write 1、 1．
 * (1) 1） and ①. */
#include "base/utf8.h"
#include "source/markdown_parts.h"
#include "source/value.h"

static uint32_t char_at(bul_str text, size_t at)
{
    return at < text.len ? bul_utf8_next(text, &at) : 0;
}

static size_t after(bul_str text, size_t at)
{
    bul_utf8_next(text, &at);
    return at;
}

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* One or two digits; more are a year or an amount. */
static size_t read_digits(bul_str text, size_t at, int *number)
{
    size_t count = 0;
    *number = 0;
    while (is_digit(char_at(text, at)) && count < 3) {
        *number = *number * 10 + (int)(char_at(text, at) & 0xF);
        at = after(text, at);
        count++;
    }
    return count == 0 || count > 2 ? 0 : at;
}

/* 一 … 九十九. */
static size_t read_han(bul_str text, size_t at, int *number)
{
    size_t start = at;
    size_t count = 0;
    int64_t value = 0;
    for (; count < 4 && at < text.len; count++) {
        size_t next = after(text, at);
        if (!bul_value_han_int(bul_str_sub(text, at, next), &value) ||
            char_at(text, at) == 0x7B2C) /* 第 */
            break;
        at = next;
    }
    if (count == 0 || count > 3 ||
        !bul_value_han_int(bul_str_sub(text, start, at), &value) || value == 0)
        return 0;
    *number = (int)value;
    return at;
}

static bool is_open_paren(uint32_t c)
{
    return c == '(' || c == 0xFF08;
}

static bool is_close_paren(uint32_t c)
{
    return c == ')' || c == 0xFF09;
}

/* （一） （1） */
static size_t read_paren(bul_str text, bul_md_label *label)
{
    size_t inner = after(text, 0);
    size_t at = read_han(text, inner, &label->number);
    label->mark = BUL_MD_MARK_HAN_PAREN;
    if (at == 0) {
        at = read_digits(text, inner, &label->number);
        label->mark = BUL_MD_MARK_DIGIT_PAREN;
    }
    return at > 0 && is_close_paren(char_at(text, at)) ? after(text, at) : 0;
}

/* 1. 1． 1、 1） — but "3.5亿元" and "1.x" are text. */
static size_t read_number(bul_str text, bul_md_label *label)
{
    size_t at = read_digits(text, 0, &label->number);
    if (at == 0)
        return 0;
    uint32_t end = char_at(text, at);
    label->mark = BUL_MD_MARK_DIGIT;
    if (is_close_paren(end)) {
        label->mark = BUL_MD_MARK_DIGIT_PAREN;
    } else if (end == '.' || end == 0xFF0E) {
        uint32_t next = char_at(text, after(text, at));
        if (is_digit(next) || (end == '.' && next < 0x80 && next != ' '))
            return 0;
    } else if (end != 0x3001) {
        return 0;
    }
    return after(text, at);
}

/* Blanks after the mark belong to neither. */
static size_t skip_blanks(bul_str text, size_t at)
{
    while (char_at(text, at) == ' ' || char_at(text, at) == 0x3000)
        at = after(text, at);
    return at;
}

bool bul_md_label_read(bul_str text, bul_md_label *label)
{
    uint32_t first = char_at(text, 0);
    *label = (bul_md_label){.len = 0};
    if (is_open_paren(first)) {
        label->len = read_paren(text, label);
    } else if (first >= 0x2460 && first <= 0x2473) { /* ① to ⑳ */
        label->mark = BUL_MD_MARK_DIGIT_PAREN;
        label->number = (int)(first - 0x2460 + 1);
        label->len = after(text, 0);
    } else if (is_digit(first)) {
        label->len = read_number(text, label);
    } else {
        size_t at = read_han(text, 0, &label->number);
        label->mark = BUL_MD_MARK_HAN;
        if (at > 0 && char_at(text, at) == 0x3001)
            label->len = after(text, at);
    }
    return label->len > 0 && skip_blanks(text, label->len) < text.len;
}
