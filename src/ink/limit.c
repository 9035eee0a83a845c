/* SPDX-License-Identifier: MIT */
/* limit.c - whole numbers only: the same on every machine. */
#include "ink/limit.h"

int bul_ink_most(int percent)
{
    if (percent < 100)
        percent = 100;
    if (percent > 400)
        percent = 400;
    return percent * 255 / 100;
}

static int sum_of(const uint8_t *inks)
{
    return inks[0] + inks[1] + inks[2] + inks[3];
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Takes `part` from each of the three colours. */
static void take_grey(uint8_t *inks, int part)
{
    for (int i = 0; i < 3; i++)
        inks[i] = (uint8_t)(inks[i] - part);
}

static void weaken(uint8_t *inks, int most)
{
    int colours = inks[0] + inks[1] + inks[2];
    int room = most - inks[3];
    for (int i = 0; i < 3; i++)
        inks[i] = (uint8_t)(inks[i] * room / colours);
}

static void limit_sample(uint8_t *inks, int most)
{
    int excess = sum_of(inks) - most;
    if (excess <= 0)
        return;
    int grey = least(inks[0], least(inks[1], inks[2]));
    /* Three parts of colour against one of black: two are won. */
    int part = least(least(grey, 255 - inks[3]), (excess + 1) / 2);
    take_grey(inks, part);
    inks[3] = (uint8_t)(inks[3] + part);
    excess -= 2 * part;
    if (excess <= 0)
        return;
    /* Black is full, or nothing is common any more. */
    part = least(grey - part, (excess + 2) / 3);
    take_grey(inks, part);
    if (excess > 3 * part)
        weaken(inks, most);
}

void bul_ink_limit(uint8_t *cmyk, size_t count, int percent)
{
    int most = bul_ink_most(percent);
    for (size_t i = 0; i < count; i++)
        limit_sample(cmyk + i * 4, most);
}

int bul_ink_heaviest(const uint8_t *cmyk, size_t count)
{
    int heaviest = 0;
    for (size_t i = 0; i < count; i++) {
        int sum = sum_of(cmyk + i * 4);
        if (sum > heaviest)
            heaviest = sum;
    }
    return heaviest;
}
