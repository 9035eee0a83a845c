/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "pdf/pdf_filter.h"
#include "support/world.h"

/* Undoes the filters as the PNG standard (clause 9.2) describes. */
static void unfilter(const uint8_t *rows, uint8_t *to, const bul_plane *plane)
{
    size_t row_bytes = plane->width * plane->components;
    for (size_t y = 0; y < plane->height; y++) {
        const uint8_t *from = rows + y * (row_bytes + 1);
        for (size_t i = 0; i < row_bytes; i++) {
            bool has_left = i >= plane->components, has_above = y > 0;
            size_t at = y * row_bytes + i;
            int a = has_left ? to[at - plane->components] : 0;
            int b = has_above ? to[at - row_bytes] : 0;
            int c = has_left && has_above
                        ? to[at - row_bytes - plane->components]
                        : 0;
            int pa = abs(b - c), pb = abs(a - c), pc = abs(a + b - 2 * c);
            int guess = from[0] == 1   ? a
                        : from[0] == 2 ? b
                        : from[0] == 4 ? (pa <= pb && pa <= pc ? a
                                          : pb <= pc           ? b
                                                               : c)
                                       : 0;
            to[at] = (uint8_t)(from[1 + i] + guess);
        }
    }
}

static void filtered_rows_give_the_samples_back(void **state)
{
    world *w = *state;
    uint8_t samples[20 * 9 * 3], back[20 * 9 * 3];
    unsigned seed = 1;
    for (size_t i = 0; i < sizeof samples; i++) {
        seed = seed * 1103515245u + 12345u;
        samples[i] = (uint8_t)(i / 7 * 3 + (seed >> 24) % 9);
    }
    for (size_t components = 1; components <= 3; components += 2) {
        bul_plane plane = {samples, 60 / components, 9, components};
        bul_str rows = bul_filter_rows(&w->arena, &plane);
        assert_int_equal(rows.len, 61 * 9);
        unfilter((const uint8_t *)rows.ptr, back, &plane);
        assert_memory_equal(back, samples, sizeof samples);
    }
}

static void smooth_rows_are_subtracted(void **state)
{
    world *w = *state;
    uint8_t samples[64 * 4];
    for (size_t i = 0; i < sizeof samples; i++)
        samples[i] = (uint8_t)(i % 64 * 2 + 60);
    bul_plane plane = {samples, 64, 4, 1};

    bul_str rows = bul_filter_rows(&w->arena, &plane);

    assert_int_equal(rows.ptr[0], 1);  /* a slope: from the left */
    assert_int_equal(rows.ptr[65], 2); /* the row before again */
    assert_int_equal(rows.ptr[65 + 33], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(filtered_rows_give_the_samples_back),
        WORLD_TEST(smooth_rows_are_subtracted),
    };
    return cmocka_run_group_tests_name("pdf_filter", tests, NULL, NULL);
}
