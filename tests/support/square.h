/* SPDX-License-Identifier: MIT */
/* square.h - paragraphs of a font that does not exist, for figures that can be
 * worked out in one's head.
 *
 * An em is 1000. Hanzi and symbols are 1 em, marks ½ em of ink and ½ em of
 * blank, · and ／ ½ em, —— and …… 2 em, a Latin character ½ em, a word space
 * 0.3 em, the gap between hanzi and Latin ¼ em. Gaps and penalties are those
 * of the real rules (text/spacing.c, text/breaks.c). */
#ifndef TESTS_SUPPORT_SQUARE_H
#define TESTS_SUPPORT_SQUARE_H

#include "layout/justify.h"
#include "support/world.h"

#define SQUARE_EM 1000

typedef struct square {
    bul_paragraph paragraph;
    bul_type_box *boxes; /* the paragraph's, open to change */
    const bul_fit_sums *sums;
} square;

/* Sets a text; a line feed in it is a forced break. Text between < and > is a
 * link to "u" (the signs themselves are not set). */
square *square_set(world *w, const char *text);

/* Computes the sums again, after boxes were changed. */
void square_sum(world *w, square *s);

/* Its lines with a slash between them, as "市政府昨日/宣布。". */
const char *square_lines(world *w, const square *s, const bul_broken *broken);

/* A shape to set it to: so many em, first line indented by so many. */
bul_shape square_shape(int measure_em, int indent_em);

/* Breaks at a measure, total fit. */
bul_broken square_break(world *w, const square *s, const bul_shape *shape);

#endif
