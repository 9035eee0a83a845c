/* SPDX-License-Identifier: MIT */
/* opportunity.h - where a line may end.
 *
 * The line breaking algorithm of Unicode 15.0 (UAX #14), and over it what
 * Chinese setting asks for (禁则): which mark may not begin or end a line by
 * the level the layout chose (clreq 3.1.3, GB/T 15834-2011 section 5), which
 * signs stay together (clreq 3.1.5), and where numbers, words and addresses
 * may be parted at a price. What a place costs is the caller's business, and
 * so is breaking a rule where nothing else helps. */
#ifndef BUL_TEXT_OPPORTUNITY_H
#define BUL_TEXT_OPPORTUNITY_H

#include "base/rules.h"

/* May a line end here? Zero is no. */
typedef enum bul_opportunity {
    BUL_OPPORTUNITY_NEVER,
    BUL_OPPORTUNITY_MAY,
    BUL_OPPORTUNITY_AFTER_HYPHEN, /* well-|known, GB/T 9704-|2012 */
    BUL_OPPORTUNITY_IN_ADDRESS,   /* after / . ? & = - of a URL, @ . of mail */
    BUL_OPPORTUNITY_SOFT_HYPHEN,  /* after U+00AD: shows a hyphen if taken */
    BUL_OPPORTUNITY_ORDINAL,      /* 第|3, ①|工: better kept */
    BUL_OPPORTUNITY_COUNTED,      /* 3|月, 1280|元: better kept */
    BUL_OPPORTUNITY_MUST          /* after a line separator, and at the end */
} bul_opportunity;

/* Writes for every byte of the text whether a line may end before it; `kinds`
 * has room for text.len + 1 of them (bul_opportunity), the last is MUST. The
 * bytes inside a character and the first of all are NEVER. Spaces belong to
 * the line before: the place is after the last of them.
 *
 * Of the rules it heeds locale and breaks; without rules (NULL) it is UAX #14
 * as it stands, numbers by its section 8.2 example 7. Linear in the text,
 * takes no memory. The text of one paragraph should come in one piece: what a
 * quote or a dash is shows only beside it. Bytes that are not UTF-8 count as
 * U+FFFD. */
void bul_opportunities_find(bul_str text, const bul_rules *rules,
                            uint8_t *kinds);

#endif
