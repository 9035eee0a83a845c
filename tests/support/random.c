/* SPDX-License-Identifier: MIT */
/* random.c - chance that can be had again. */
#include "support/random.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t unfinished_seed;
static bool is_unfinished;

dice dice_from(uint64_t seed)
{
    return (dice){seed};
}

uint64_t dice_roll(dice *d)
{
    uint64_t z = d->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

size_t dice_below(dice *d, size_t limit)
{
    return (size_t)(dice_roll(d) % limit);
}

bool dice_chance(dice *d, unsigned percent)
{
    return dice_below(d, 100) < percent;
}

static void add_word(dice *d, bul_text *text, size_t *left)
{
    size_t length = 1 + dice_below(d, 8);
    uint32_t first = dice_chance(d, 70) ? 'a' : '0';
    size_t kinds = first == 'a' ? 26 : 10;
    for (; length > 0 && *left > 0; length--, --*left)
        bul_text_add_char(text, first + (uint32_t)dice_below(d, kinds));
}

bul_str dice_text(dice *d, bul_arena *arena, size_t length)
{
    static const uint32_t marks[] = {
        0xFF0C, 0x3002, 0x3001, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0x300C,
        0x300D, 0xFF08, 0xFF09, 0x300A, 0x300B, 0x201C, 0x201D, 0x2026,
    };
    bul_text text = bul_text_in(arena);
    while (length > 0) {
        if (dice_chance(d, 8)) {
            add_word(d, &text, &length);
            continue;
        }
        if (dice_chance(d, 15))
            bul_text_add_char(&text, marks[dice_below(d, 16)]);
        else if (dice_chance(d, 3))
            bul_text_add_char(&text, ' ');
        else
            bul_text_add_char(&text, 0x4E00 + (uint32_t)dice_below(d, 0x5000));
        length--;
    }
    return bul_text_str(&text);
}

static void play(void (*law)(struct world *w, dice *d), struct world *w,
                 uint64_t seed)
{
    dice d = dice_from(seed);
    unfinished_seed = seed;
    is_unfinished = true; /* a failed assertion jumps over what follows */
    law(w, &d);
    is_unfinished = false;
}

void dice_check(void (*law)(struct world *w, dice *d), struct world *w,
                size_t rounds)
{
    const char *wanted = getenv("BULLETIN_SEED");
    if (wanted != NULL) {
        play(law, w, strtoull(wanted, NULL, 0));
        return;
    }
    for (size_t i = 0; i < rounds; i++)
        play(law, w, (uint64_t)i + 1);
}

void dice_tell_seed(void)
{
    if (is_unfinished)
        (void)fprintf(stderr, "BULLETIN_SEED=0x%" PRIx64 " repeats it\n",
                      unfinished_seed);
    is_unfinished = false;
}
