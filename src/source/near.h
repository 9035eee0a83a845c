/* SPDX-License-Identifier: MIT */
/* near.h - "did you mean …?": the nearest of some words. */
#ifndef BUL_SOURCE_NEAR_H
#define BUL_SOURCE_NEAR_H

#include "base/str.h"

/* A search for the candidate nearest to `word`; offer candidates, then read
 * `best`, which is empty when none was near enough. Zero `best` to begin. */
typedef struct bul_near {
    bul_str word;
    bul_str best;
    size_t distance; /* of best */
} bul_near;

/* Measures by edits of characters (a swap of neighbours is one edit), upper
 * and lower case and all white space being alike. Near enough: at most one
 * edit, or one for every three characters; a word of one character is near
 * only to itself. Failing that, a Chinese word that begins or ends the other.
 * The first of equals stays. */
void bul_near_offer(bul_near *near, bul_str candidate);

#endif
