/* SPDX-License-Identifier: MIT */
/* sample.h - a manuscript made by dice, set by rules made by dice, at every
 * measure from 5 to 40 em in turn; and laws that hold of it.
 *
 * A law looks at a sample and yields what is wrong, or NULL. Its control looks
 * at samples set with the rule switched off, and must find something.
 *
 *     static const char *a_law(world *w, const sample *s) { … }
 *     static const sample_order all = {.parts = MANUSCRIPT_ALL};
 *     … sample_law(*state, a_law, &all); … */
#ifndef TESTS_SUPPORT_SAMPLE_H
#define TESTS_SUPPORT_SAMPLE_H

#include "layout/justify.h"
#include "support/manuscript.h"
#include "support/world.h"

#define SAMPLE_EM            MANUSCRIPT_SIZE
#define SAMPLE_LEAST_MEASURE 5
#define SAMPLE_MOST_MEASURE  40
#define SAMPLE_ROUNDS        50 /* of each measure */

typedef struct sample_char {
    uint32_t code_point;
    size_t at, end; /* bytes of the text */
    bool in_address;
} sample_char;

typedef struct sample {
    uint64_t seed;
    manuscript copy;
    bul_rules rules;
    bul_shape shape;
    const bul_paragraph *whole;     /* no word divided */
    const bul_paragraph *paragraph; /* as it was broken in the end */
    const bul_fit_sums *sums;
    bul_broken broken;
    bul_set_line *lines;
    const sample_char *chars; /* of the text; after the last one of 0s */
    size_t char_count;
} sample;

/* How samples are to be; zero leaves all to the dice. */
typedef struct sample_order {
    unsigned parts;           /* enum manuscript_part */
    void (*amend)(sample *s); /* changes rules and shape; may be NULL */
    void (*spoil)(world *w, sample *s); /* changes what was set; may be NULL */
    bool first_fit;
    bool keeps_words; /* no word is divided, however wide */
} sample_order;

/* Opens the fonts; run from the top of the tree. For cmocka's group. */
int sample_open(void **state);
int sample_close(void **state);

typedef const char *(*sample_check)(world *w, const sample *s);

/* The law holds in SAMPLE_ROUNDS rounds at each measure. */
void sample_law(world *w, sample_check check, const sample_order *order);

/* The check finds something in one of a few rounds at least. */
void sample_control(world *w, sample_check check, const sample_order *order);

/* What to say of a fault: "“会” (…)", with line, measure and rules. */
const char *sample_fault(world *w, const sample *s, size_t line,
                         const char *what);

/* Is a character among those of a list? */
bool sample_is_one_of(uint32_t c, const char *list);

/* The character that begins at a byte, by its index. */
size_t sample_char_at(const sample *s, size_t byte);

/* First character of a line, and the one after its last; the spaces at its
 * ends are left out. */
size_t sample_line_start(const sample *s, size_t line);
size_t sample_line_end(const sample *s, size_t line);

/* The last box of a line. */
const bul_type_box *sample_last_box(const sample *s, size_t line);

/* A line ends here because it must, or because a word wider than any line was
 * parted. */
bool sample_is_forced(const sample *s, size_t line);
bool sample_is_parted(const sample *s, size_t line);

bul_mpt sample_room(const sample *s, size_t line);

/* Of the narrowest line that the shape has. */
bul_mpt sample_least_room(const sample *s);

/* Where a box stands along its line, told by its first glyph. */
bul_mpt sample_box_place(const sample *s, size_t line, size_t box);

#endif
