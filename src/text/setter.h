/* SPDX-License-Identifier: MIT */
/* setter.h - what the files that set a paragraph share; private to text/. */
#ifndef BUL_TEXT_SETTER_H
#define BUL_TEXT_SETTER_H

#include <hb.h>

#include "base/list.h"
#include "text/charclass.h"
#include "text/paragraph.h"

#define BUL_BLANK_SLOTS 256u

/* A mark's blank half, measured once: ink boxes are slow to ask for. */
typedef struct bul_blank_slot {
    uint64_t key;    /* 0: empty */
    int left, right; /* thousandths of an em */
} bul_blank_slot;

struct bul_setter {
    bul_fontset *fonts;
    hb_buffer_t *buffer;
    hb_language_t language;
    bul_blank_slot blanks[BUL_BLANK_SLOTS];
};

/* A stretch of text that is shaped in one go: one style, one face, all wide
 * or all Latin. */
typedef struct bul_piece {
    uint32_t start, end;
    uint16_t style;
    bool is_wide;
    bool is_missing;    /* no face has it: 〓 stands in */
    bool starts_line;   /* a forced break before it */
    bool breaks_before; /* U+200B before it */
} bul_piece;

typedef BUL_LIST(bul_piece) bul_pieces;
typedef BUL_LIST(bul_text_style) bul_text_styles;
typedef BUL_LIST(bul_type_box) bul_type_boxes;
typedef BUL_LIST(bul_box_glyph) bul_box_glyphs;

/* A paragraph in the making. */
typedef struct bul_paragraph_draft {
    bul_arena *scratch;
    bul_setter *setter;
    const bul_spacing *spacing;
    const bul_styled_run *runs;
    size_t run_count;
    bul_str text;
    bul_pieces pieces;
    bul_text_styles styles;
    BUL_LIST(uint32_t) style_runs; /* the run each style came from */
    bul_type_boxes boxes;
    bul_box_glyphs glyphs;
} bul_paragraph_draft;

/* itemize.c: text and runs to pieces and styles. */
void bul_draft_itemize(bul_paragraph_draft *draft);

/* shape.c: pieces to boxes with glyphs; forced and invited breaks are noted
 * as penalties, spaces as glyphs of the glue. */
void bul_draft_shape(bul_paragraph_draft *draft);

/* spacing.c: the glue between two boxes. */
void bul_box_space(const bul_paragraph_draft *draft, bul_type_box *left,
                   const bul_type_box *right);

/* breaks.c: the penalty of a line end between two boxes. */
int16_t bul_box_penalty(const bul_paragraph_draft *draft,
                        const bul_type_box *left, const bul_type_box *right);

#endif
