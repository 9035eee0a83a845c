/* SPDX-License-Identifier: MIT */
/* pdf_filter.c - choosing the filter of a row: the one whose differences, as
 * signed numbers, sum up to the least (the PNG standard's advice, 12.8). */
#include "pdf/pdf_filter.h"

#include <stdlib.h>
#include <string.h>

enum row_filter {
    FILTER_NONE = 0,
    FILTER_SUB = 1,
    FILTER_UP = 2,
    FILTER_PAETH = 4
};

static const enum row_filter tried[] = {FILTER_NONE, FILTER_SUB, FILTER_UP,
                                        FILTER_PAETH};

static int paeth(int left, int above, int corner)
{
    int guess = left + above - corner;
    int from_left = abs(guess - left);
    int from_above = abs(guess - above);
    int from_corner = abs(guess - corner);
    if (from_left <= from_above && from_left <= from_corner)
        return left;
    return from_above <= from_corner ? above : corner;
}

/* Each filter is a plain loop of its own: a PNG of a few megabytes is felt in
 * the time of a whole issue. `above` is the row before, or zeros; `step` is
 * from one pixel to the next. */
static void filter_sub(uint8_t *to, const uint8_t *row, size_t count,
                       size_t step)
{
    memcpy(to, row, step < count ? step : count);
    for (size_t i = step; i < count; i++)
        to[i] = (uint8_t)(row[i] - row[i - step]);
}

static void filter_up(uint8_t *to, const uint8_t *row, const uint8_t *above,
                      size_t count)
{
    for (size_t i = 0; i < count; i++)
        to[i] = (uint8_t)(row[i] - above[i]);
}

static void filter_paeth(uint8_t *to, const uint8_t *row, const uint8_t *above,
                         size_t count, size_t step)
{
    for (size_t i = 0; i < count && i < step; i++)
        to[i] = (uint8_t)(row[i] - above[i]);
    for (size_t i = step; i < count; i++)
        to[i] =
            (uint8_t)(row[i] - paeth(row[i - step], above[i], above[i - step]));
}

static void apply(enum row_filter filter, uint8_t *to, const uint8_t *row,
                  const uint8_t *above, const bul_plane *plane)
{
    size_t count = plane->width * plane->components;
    switch (filter) {
    case FILTER_NONE:
        memcpy(to, row, count);
        break;
    case FILTER_SUB:
        filter_sub(to, row, count, plane->components);
        break;
    case FILTER_UP:
        filter_up(to, row, above, count);
        break;
    case FILTER_PAETH:
        filter_paeth(to, row, above, count, plane->components);
        break;
    }
}

static size_t cost(const uint8_t *bytes, size_t count)
{
    size_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (size_t)abs((int8_t)bytes[i]);
    return sum;
}

/* Writes the cheapest form of a row to `to`, its filter's number first. */
static void filter_row(uint8_t *to, uint8_t *trial, const uint8_t *row,
                       const uint8_t *above, const bul_plane *plane)
{
    size_t row_bytes = plane->width * plane->components;
    size_t least = SIZE_MAX;
    for (size_t f = 0; f < sizeof tried / sizeof *tried; f++) {
        apply(tried[f], trial, row, above, plane);
        size_t sum = cost(trial, row_bytes);
        if (sum >= least)
            continue;
        least = sum;
        to[0] = (uint8_t)tried[f];
        memcpy(to + 1, trial, row_bytes);
    }
}

bul_str bul_filter_rows(bul_arena *arena, const bul_plane *plane)
{
    size_t row_bytes = plane->width * plane->components;
    uint8_t *to = BUL_NEW(arena, uint8_t, (row_bytes + 1) * plane->height);
    uint8_t *trial = BUL_NEW(arena, uint8_t, row_bytes);
    const uint8_t *above = BUL_NEW(arena, uint8_t, row_bytes);
    for (size_t y = 0; y < plane->height; y++) {
        const uint8_t *row = plane->samples + y * row_bytes;
        filter_row(to + y * (row_bytes + 1), trial, row, above, plane);
        above = row;
    }
    return (bul_str){(const char *)to, (row_bytes + 1) * plane->height};
}
