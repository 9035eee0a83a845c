/* SPDX-License-Identifier: MIT */
/* ear.h - the article beside the nameplate (报眼).
 *
 * The layout has a place for it that is no part of the page's grid: of its own
 * width, columns, depth and head. The article is fitted into it as others are
 * into their rectangles, in all the ways it can give way. Copy that does not
 * go in is not cut: the article then stands on the page, and the editor is
 * told by how many characters it is too long. */
#ifndef BUL_LAYOUT_EAR_H
#define BUL_LAYOUT_EAR_H

#include "layout/elastic.h"
#include "layout/makeup_report.h"

typedef struct bul_ear_setting {
    size_t index;     /* of the article in the issue */
    bool is_taken;    /* false: it did not go in; nothing below is set but
                        what to cut */
    bul_compositor c; /* who set it: to the measure of the place */
    const bul_elastic *elastic;
    size_t area;       /* that fills the place */
    bool has_repair;   /* too long, or too short: */
    bul_repair repair; /* what to cut or to add */
} bul_ear_setting;

/* Sets the article that is pinned there; NULL where none is or the layout has
 * no such place. Raises layout/no-ear, layout/ear-over, layout/ear-short and
 * what setting an article does. */
const bul_ear_setting *bul_ear_set(const bul_compositor *c,
                                   const bul_issue *issue);

/* The layout with the furniture that its page 1 has with such an article. */
const bul_template *bul_ear_template(bul_arena *arena,
                                     const bul_template *template);

struct bul_stone;

/* Draws it on page 1 and tells of it. */
void bul_ear_draw(struct bul_stone *stone, const bul_ear_setting *ear,
                  bul_page *onto, bul_page_report *report);

#endif
