/* SPDX-License-Identifier: MIT */
/* value.h - numbers, dates and yes or no, as people write them in a key.
 *
 * Full-width digits and punctuation count as their ASCII twins everywhere. */
#ifndef BUL_SOURCE_VALUE_H
#define BUL_SOURCE_VALUE_H

#include "base/str.h"

/* "8" "08" "-3" "1,200" "第46期" "120份": digits, between an optional 第 and a
 * measure word of at most two hanzi that is not itself a number. */
bool bul_value_int(bul_str text, int64_t *number);

/* "四十六" "第四十六期" "一百二十": what a numeral in hanzi stands for, up to
 * 9999. Only to word a hint; false where it is none. */
bool bul_value_han_int(bul_str text, int64_t *number);

/* yes no true false on off 是 否 有 无 开 关 */
bool bul_value_bool(bul_str text, bool *truth);

typedef enum bul_date_result {
    BUL_DATE_OK,
    BUL_DATE_UNREADABLE,
    BUL_DATE_IMPOSSIBLE /* 31 November */
} bul_date_result;

/* "2026-11-20" "2026/11/20" "2026.11.20" "2026年11月20日". The years 1900 to
 * 2999. Yields yyyymmdd, also for an impossible day. */
bul_date_result bul_value_date(bul_str text, int64_t *yyyymmdd);

#endif
