/* SPDX-License-Identifier: MIT */
/* type_case.h - paragraphs set in the committed fonts, at a size of 1 pt, so
 * that millipoints are thousandths of an em. */
#ifndef TESTS_SUPPORT_TYPE_CASE_H
#define TESTS_SUPPORT_TYPE_CASE_H

#include "support/world.h"
#include "text/paragraph.h"

#define TYPE_EM 1000

typedef struct type_case {
    world *w;
    bul_fontset *fonts;
    bul_setter *setter;
    bul_rules rules; /* of the body: GB, 250, 333, full quotes */
    BUL_LIST(bul_styled_run) runs;
} type_case;

type_case *type_case_open(world *w);

/* Adds a run in a family (宋 黑 楷) and yields it, open to change until the
 * next is added. */
bul_styled_run *type_case_add(type_case *t, const char *family,
                              const char *text);

/* Sets the runs added so far and forgets them. */
const bul_paragraph *type_case_set(type_case *t);

/* Sets one text in 宋. */
const bul_paragraph *type_case_text(type_case *t, const char *text);

/* Where the glyph of the character at a byte has its origin, in one natural
 * line. */
bul_mpt type_case_x(const bul_paragraph *p, uint32_t byte);

/* Width of the paragraph in one natural line. */
bul_mpt type_case_width(const bul_paragraph *p);

/* The text with | where a line may end and ! where it must. */
const char *type_case_breaks(world *w, const bul_paragraph *p);

#endif
