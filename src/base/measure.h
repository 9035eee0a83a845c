/* SPDX-License-Identifier: MIT */
/* measure.h - lengths.
 *
 * Layout counts in whole thousandths of a point, so that the same page comes
 * out on every machine and a proof can print 10.500 exactly. */
#ifndef BUL_BASE_MEASURE_H
#define BUL_BASE_MEASURE_H

#include "base/str.h"

typedef int32_t bul_mpt; /* 1/1000 pt; 1 pt = 1/72 inch */

#define BUL_PT(mpt) ((double)(mpt) / 1000.0)
#define BUL_MM(mpt) ((double)(mpt)*25.4 / 72000.0)

/* Rounds to the nearest millipoint. */
bul_mpt bul_mpt_from_pt(double pt);
bul_mpt bul_mpt_from_mm(double mm);
/* length * numerator / denominator, rounded to nearest, in 64 bits. */
bul_mpt bul_mpt_scale(bul_mpt length, int64_t numerator, int64_t denominator);

/* What relative units are measured against. 0 = that unit is not allowed. */
typedef struct bul_measure_base {
    bul_mpt em;   /* for "em" and "字": width of one character */
    bul_mpt line; /* for "line" and "行": one grid line */
} bul_measure_base;

/* Reads "12.5mm" "9pt" "1.5em" "2字" "3行" "3 lines" "36Q" "36级" "1cm", with
 * 毫米 厘米 磅 for mm cm pt, or a size name (初号 小初 一号 小一 … 八号). A bare number is points. Full-width
 * digits and spaces are accepted. False where it is none of these. */
bool bul_measure_read(bul_str text, bul_measure_base base, bul_mpt *length);

/* The size of a 字号 name, or 0. 初号 42 … 五号 10.5, 小五 9, 六号 7.5, 小六
 * 6.5, 七号 5.5, 八号 5 (house table). */
bul_mpt bul_measure_size_name(bul_str name);

#endif
