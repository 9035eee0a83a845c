/* SPDX-License-Identifier: MIT */
/* random.h - chance that can be had again.
 *
 * A law is checked over many rounds, each with its own seed. When an assertion
 * fails in one, the seed is printed after the test; with it in the environment
 * (BULLETIN_SEED=0x…) that one round alone is run.
 *
 *     static void a_law(world *w, dice *d) { … }
 *     static void the_law_holds(void **state)
 *     {
 *         dice_check(a_law, *state, 500);
 *     }
 *     … WORLD_TEST(the_law_holds), … */
#ifndef TESTS_SUPPORT_RANDOM_H
#define TESTS_SUPPORT_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct world;

/* SplitMix64 (Steele, Lea, Flood 2014): one word of state, any seed is good. */
typedef struct dice {
    uint64_t state;
} dice;

dice dice_from(uint64_t seed);
uint64_t dice_roll(dice *d);                 /* any 64 bits */
size_t dice_below(dice *d, size_t limit);    /* 0 to limit - 1; limit > 0 */
bool dice_chance(dice *d, unsigned percent); /* true that often */

/* A paragraph of `length` characters: 汉字, punctuation, Latin words, digits. */
bul_str dice_text(dice *d, bul_arena *arena, size_t length);

/* Runs a law `rounds` times. What it takes from w->arena is not given back
 * between rounds. */
void dice_check(void (*law)(struct world *w, dice *d), struct world *w,
                size_t rounds);

/* Prints the seed of a round that did not come to its end; world_teardown
 * calls it. */
void dice_tell_seed(void);

#endif
