/* SPDX-License-Identifier: MIT */
/* grey.c - see grey.h. */
#include "ink/grey.h"

#include <stdbool.h>

/* Below this a mark is a tint on purpose. */
#define STRONG 400

static int clamped(int thousandths)
{
    return thousandths < 0 ? 0 : thousandths > 1000 ? 1000 : thousandths;
}

int bul_ink_darkness(bul_color color)
{
    static const int hides[4] = {510, 610, 90, 1000}; /* at full tone */
    bool is_grey = color.space == BUL_COLOR_GREY;
    const int tones[4] = {is_grey ? 0 : color.c, is_grey ? 0 : color.m,
                          is_grey ? 0 : color.y, color.k};
    /* Each ink leaves a share of the light that the others have left; in
     * millionths, rounded once. */
    int64_t left = 1000000;
    for (int i = 0; i < 4; i++)
        left = left * (1000000 - clamped(tones[i]) * hides[i]) / 1000000;
    return (int)((1000000 - left + 500) / 1000);
}

bul_color bul_ink_grey(bul_color color, bul_ink_use use)
{
    if (color.space == BUL_COLOR_GREY)
        return color;
    int tone = bul_ink_darkness(color);
    if (use == BUL_INK_MARK)
        tone = tone >= STRONG ? 1000 : 2 * tone;
    return (bul_color){BUL_COLOR_GREY, 0, 0, 0, (int16_t)tone};
}
