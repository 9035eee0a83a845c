/* SPDX-License-Identifier: MIT */
/* edition.h - editions made by hand, for tests of what writes them: real
 * fonts, real shaping, no layout. */
#ifndef TESTS_SUPPORT_EDITION_H
#define TESTS_SUPPORT_EDITION_H

#include "bulletin.h"
#include "layout/page.h"
#include "support/pack_face.h"
#include "support/world.h"

/* An edition without pages, dated 2026-11-23. */
bul_edition *edition_new(world *w);

/* Adds an A4 page, numbered and labelled from 1. */
bul_page *edition_add_page(world *w, bul_edition *edition);

/* One line of text, shaped as a whole, every glyph as far apart as the font
 * says plus `extra`. */
bul_glyph_run edition_run(world *w, const bul_face *face, bul_mpt size,
                          const char *text, bul_mpt extra);

/* The same upright down the page, in the forms that the font has for it. */
bul_glyph_run edition_run_down(world *w, const bul_face *face, bul_mpt size,
                               const char *text, bul_mpt extra);

/* A run of edition_run, put on a page at x, y in black. */
void edition_set(world *w, bul_page *page, const bul_face *face, bul_mpt size,
                 bul_mpt x, bul_mpt y, const char *text);

/* Puts a drawing on a page. The strokes are not copied. */
void edition_draw(world *w, bul_page *page, bul_drawing drawing);

/* Three pages with something of everything but pictures, and two bookmarks. */
bul_edition *edition_full(world *w);

/* What a sink has taken. */
typedef struct edition_bytes {
    bul_arena *arena;
    char *ptr;
    size_t len, room;
    size_t refuse_at; /* refuses what goes beyond; 0: takes all */
} edition_bytes;

bul_sink edition_sink(edition_bytes *bytes);

/* Writes the edition into `bytes`, which must succeed. */
void edition_write(world *w, const bul_edition *edition, edition_bytes *bytes);

/* What was written, NUL-terminated: as it stands, and after it the objects of
 * its object streams … */
const char *edition_objects(const edition_bytes *bytes);
/* … and all other deflated streams, inflated, one after another. */
const char *edition_streams(world *w, const edition_bytes *bytes);

/* Where `wanted` begins in `text`; fails the test when it is not there. */
const char *edition_find(const char *text, const char *wanted);

/* How often `wanted` occurs in `text`. */
size_t edition_count(const char *text, const char *wanted);

#endif
