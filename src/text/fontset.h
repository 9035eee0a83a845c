/* SPDX-License-Identifier: MIT */
/* fontset.h - the faces of a document: found by name, opened when first used,
 * and which of them has a character.
 *
 * A family is looked for in this order: the issue's own fonts folder, further
 * folders of the caller, the pack that comes with the program, the system
 * (through fontconfig, and only then: asking it costs more than a page). */
#ifndef BUL_TEXT_FONTSET_H
#define BUL_TEXT_FONTSET_H

#include "base/diag.h"
#include "base/world.h"
#include "text/face.h"

typedef struct bul_fontset bul_fontset;

/* Where fonts are. */
typedef struct bul_font_sources {
    bul_str issue_folder;         /* its fonts/ folder is used; empty: none */
    const char *const *font_dirs; /* ends with NULL; may be NULL */
    const char *const *data_dirs; /* each with a fonts/ folder: the pack */
    bool without_system;
} bul_font_sources;

bul_fontset *bul_fontset_open(bul_arena *arena, const bul_world *world,
                              bul_diag *diag, bul_font_sources sources);

/* The face for a family (宋, 黑体, SimSun, 方正小标宋 …) and weight (400, 700,
 * 900: the nearest there is). Raises font/substituted (a warning: 小标宋 and
 * 仿宋 have no free face) and font/missing at `span`; then a face of the pack
 * stands in. NULL only when the pack itself is missing (font/no-pack). */
const bul_face *bul_fontset_find(bul_fontset *set, bul_str family,
                                 unsigned weight, bul_span span);

/* `face` if it has the character, else the first face of the issue, the pack
 * or the system that has it; NULL where none has. Raises text/other-font, a
 * warning, once for a character that is not in the pack. */
const bul_face *bul_fontset_cover(bul_fontset *set, const bul_face *face,
                                  uint32_t code_point, bul_span span);

/* Reports text/no-glyph for a character that no face has. */
void bul_fontset_report_missing(bul_fontset *set, uint32_t code_point,
                                bul_span span);

/* The face to take “ ” ‘ ’ from: `face`, or 宋 where its own are narrow as in
 * Latin (LXGW WenKai draws them 0.35 em wide). */
const bul_face *bul_fontset_quotes(bul_fontset *set, const bul_face *face);

/* Writes the families and weights there are, one a line. */
void bul_fontset_list(bul_fontset *set, bul_text *text);

#endif
