/* SPDX-License-Identifier: MIT */
/* opportunity_parts.h - what opportunity*.c share. */
#ifndef BUL_TEXT_OPPORTUNITY_PARTS_H
#define BUL_TEXT_OPPORTUNITY_PARTS_H

#include "text/address.h"
#include "text/opportunity.h"
#include "text/opportunity_table.h"

/* How far the text is read, and what of it still counts. */
typedef struct bul_line_scan {
    bul_str text;
    const bul_rules *rules; /* NULL: UAX #14 as it stands */
    uint8_t *kinds;
    unsigned shift; /* of the verdicts in bul_line_pairs */

    /* The character in hand. */
    size_t at, next; /* its first byte, the byte after it */
    uint32_t code_point;
    uint8_t own;   /* its class before its surroundings are asked */
    bool is_glued; /* a unit holds it to what is before */

    /* What is before it, spaces and marks that combine left out. */
    uint8_t before;     /* class, as it was taken */
    uint8_t before_own; /* and before its surroundings were asked */
    bool is_spaced;     /* spaces stand between */
    bool is_joined;     /* a zero width joiner does */
    bool must_end;      /* a line separator does */
    bool is_invited;    /* U+200B does */

    /* LB21a, LB30a. */
    bool after_hebrew_hyphen;
    bool is_odd_indicator; /* an odd number of regional indicators before */

    /* LB25: NU (NU | SY | IS)* (CL | CP)? */
    enum {
        BUL_NUMBER_NONE,
        BUL_NUMBER_OPEN,
        BUL_NUMBER_CLOSED
    } number;
    size_t number_start;
    bool number_has_mark; /* . , : / inside */
    size_t waits; /* PR ÷ OP, to be closed if a digit follows; 0: none */

    /* Ours. */
    uint32_t run_code_point; /* of the dashes or dots before */
    size_t run_length;
    size_t held_end;        /* up to here a note call holds together */
    bool is_initial_hyphen; /* -known: no word before it */
    bool before_year;       /* the hyphen of GB/T 9704-2012 */
    size_t run_end;         /* of the signs without a space, read already */
    bul_address address;    /* the next in them */
} bul_line_scan;

/* opportunity_own.c: the class that our rules give the character in hand, one
 * of the table of pairs. Sets is_glued. */
unsigned bul_line_own_class(bul_line_scan *scan);

/* The kind of a place where the pair in hand may be parted. */
bul_opportunity bul_line_own_kind(const bul_line_scan *scan, unsigned class);

#endif
