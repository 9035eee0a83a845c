/* SPDX-License-Identifier: MIT */
/* places.h - a text with a mark where a line may end, for tests of
 * text/opportunity.h. */
#ifndef TESTS_SUPPORT_PLACES_H
#define TESTS_SUPPORT_PLACES_H

#include "support/world.h"
#include "text/opportunity.h"

/* Simplified Chinese at each level, and others at level GB. */
extern const bul_rules places_none, places_basic, places_gb, places_strict;
extern const bul_rules places_taiwan, places_japanese, places_korean;
#define PLACES_UNTAILORED NULL

/* The four levels of Chinese, from none to strict. */
extern const bul_rules *const places_levels[4];

/* One kind for each byte, and one for the end. */
uint8_t *places_kinds(world *w, bul_str text, const bul_rules *rules);

/* "|" may, "!!" must, "^" in an address, {hyphen} {soft} {ordinal} {counted}.
 * The end of the text bears no mark. */
const char *places_shown(world *w, const bul_rules *rules, const char *text);

/* In a test with `state`: the text by these rules, or by two sets of them,
 * the second as a control. */
#define PLACES(rules, text, wanted)                                            \
    assert_string_equal(places_shown(*state, (rules), (text)), (wanted))
#define PLACES_BUT(rules, text, wanted, control, otherwise)                    \
    do {                                                                       \
        PLACES(rules, text, wanted);                                           \
        PLACES(control, text, otherwise);                                      \
    } while (0)

#endif
