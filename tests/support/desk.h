/* SPDX-License-Identifier: MIT */
/* desk.h - a make-up desk: a small layout, the committed fonts, an issue from
 * memory, and what came out as text.
 *
 * The layout is an A4 sheet: type area of two columns (or as told) of 10 字,
 * 10 pt on 15 pt, gutter 10 pt, 20 lines, left and top 30 pt; titles 20 pt in
 * one size. Its y are 30 + 15 n. */
#ifndef TESTS_SUPPORT_DESK_H
#define TESTS_SUPPORT_DESK_H

#include "issue/issue.h"
#include "layout/compositor.h"
#include "layout/makeup.h"
#include "support/world.h"

typedef struct desk {
    world *w;
    bul_arena *scratch;
    const bul_template *template;
    bul_compositor c;
    bul_issue *issue;
} desk;

/* The keys of the desk's layout but `columns` and what a test adds. */
#define DESK_LAYOUT                                                            \
    "title: 试\n"                                                             \
    "paper: A4\n"                                                              \
    "body: {size: 10pt, leading: 15pt}\n"                                      \
    "measure: 10字\n"                                                         \
    "gutter: 10pt\n"                                                           \
    "top: 30pt\n"                                                              \
    "left: 30pt\n"                                                             \
    "lines: 20\n"                                                              \
    "heads:\n"                                                                 \
    "  normal:\n"                                                              \
    "    title: {font: 黑, size: 20pt, leading: 30pt}\n"

/* A desk with DESK_LAYOUT, so many columns, and further top-level keys. */
desk *desk_open(world *w, int columns, const char *more_keys);

/* Adds an article; `text` is Markdown with front matter. They are listed in
 * this order. */
void desk_put(desk *d, const char *text);

/* Adds an article with further keys, a title, and a body of so many 工, in
 * paragraphs of eight full lines of 10 字 and what is left. */
void desk_put_body(desk *d, const char *keys, const char *title, size_t count);

/* How many 工 make a body of so many lines. */
size_t desk_of_lines(size_t line_count);

/* How many 工 an edition prints. */
size_t desk_set_characters(desk *d, const bul_edition *edition);

/* The issue of what was put, with further keys of issue.yaml. */
bul_issue *desk_read(desk *d, const char *more_keys);

/* Reads and makes up. */
const bul_edition *desk_makeup(desk *d, const char *more_keys);

/* So many 汉字 without a mark, as a C string in the arena. */
const char *desk_han(desk *d, size_t count);

/* Joins two strings in the arena. */
const char *desk_join(desk *d, const char *a, const char *b);

/* The text of a page, every run on a line of its own as "x y text", in whole
 * points. */
const char *desk_page_text(desk *d, const bul_page *page);

/* All text of an edition without places. */
const char *desk_all_text(desk *d, const bul_edition *edition);

/* How often `wanted` occurs in `text`. */
size_t desk_count(const char *text, const char *wanted);

/* Baseline of the first run that holds `wanted`, and its page (from 1); fails
 * the test when there is none. */
bul_mpt desk_find(desk *d, const bul_edition *edition, const char *wanted,
                  size_t *page_number);

#endif
