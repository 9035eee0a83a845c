/* SPDX-License-Identifier: MIT */
/* elastics.h - small articles set in every way they can stand, and those ways
 * looked at cell by cell. */
#ifndef TESTS_SUPPORT_ELASTICS_H
#define TESTS_SUPPORT_ELASTICS_H

#include "layout/elastic.h"
#include "support/desk.h"

#define ELASTICS_COLUMNS 4
#define ELASTICS_ROWS    20

/* A desk of four columns with two pictures, p.png (3 to 2) and q.png (3 to
 * 4). */
desk *elastics_desk(world *w);

/* All columns and rows, nothing else allowed. */
extern const bul_elastic_scope elastics_all;

/* So many lines of 10 字, in paragraphs of four. */
const char *elastics_body(desk *d, size_t lines);

/* The same as an article with further keys. */
const char *elastics_article(desk *d, const char *keys, size_t lines);

/* Sets an article; what was put on the desk before is forgotten. */
bul_elastic *elastics_set(desk *d, const char *text, bul_elastic_scope scope);

const bul_variant *elastics_variant(const bul_elastic *elastic, size_t area);

/* As a bul_piece wants them, none twice. */
bool elastics_are_sorted(const bul_area *areas, size_t count);

/* A variant built, as cells of its area. */
typedef struct elastics_cells {
    char cells[64][ELASTICS_COLUMNS]; /* 0 white, or what stands there */
    int rows, columns;
    bool is_sound; /* nothing stands on another or outside */
} elastics_cells;

elastics_cells elastics_plan(const bul_story *story, const bul_attempt *attempt,
                             int rows);
int elastics_white(const elastics_cells *cells);

/* Every line of the body is placed, in its order. */
bool elastics_has_all(const bul_story *story, const bul_attempt *attempt);

/* Builds every area: it is done, all of it stands in its cells, and no more is
 * white than may be, `extra` rows besides. Fails the test where not. */
void elastics_check(desk *d, const bul_elastic *elastic, int extra);

#endif
