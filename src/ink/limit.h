/* SPDX-License-Identifier: MIT */
/* limit.h - how much ink may lie in one place (总墨量): more does not dry and
 * sets off on the next sheet. Samples are CMYK of eight bits, 255 the full
 * tone; a limit is in percent, of 400 for all four inks. */
#ifndef BUL_INK_LIMIT_H
#define BUL_INK_LIMIT_H

#include <stddef.h>
#include <stdint.h>

/* Brings each of `count` samples within the limit; those within it stay as
 * they are. What cyan, magenta and yellow have in common goes first, black
 * standing in for it, so that hue and depth stay; only then the three are made
 * weaker in proportion. Black is never made weaker. A limit below 100 is taken
 * for 100, and of 400 and more none is left to do. */
void bul_ink_limit(uint8_t *cmyk, size_t count, int percent);

/* The heaviest of the samples, in sums of levels: 0 to 1020. */
int bul_ink_heaviest(const uint8_t *cmyk, size_t count);

/* The sum of levels a limit allows. */
int bul_ink_most(int percent);

#endif
