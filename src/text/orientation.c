/* SPDX-License-Identifier: MIT */
/* orientation.c - looks a character up in the table of ranges. */
#include "text/orientation.h"

#include "text/orientation_table.h"

bul_orientation bul_orientation_of(uint32_t code_point)
{
    /* Most of what is asked is a plain hanzi. */
    if (code_point >= 0x4E00 && code_point <= 0x9FFF)
        return BUL_ORIENTATION_UPRIGHT;
    size_t low = 0, high = bul_orientation_range_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code_point > bul_orientation_ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == bul_orientation_range_count ||
        code_point < bul_orientation_ranges[low].first)
        return BUL_ORIENTATION_ROTATED;
    return (bul_orientation)bul_orientation_ranges[low].orientation;
}
