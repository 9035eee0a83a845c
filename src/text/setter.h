/* SPDX-License-Identifier: MIT */
/* setter.h - what the files that set a paragraph share; private to text/. */
#ifndef BUL_TEXT_SETTER_H
#define BUL_TEXT_SETTER_H

#include <hb.h>

#include "base/list.h"
#include "text/charclass.h"
#include "text/hyphenate.h"
#include "text/paragraph.h"

#define BUL_BLANK_SLOTS 256u

/* A mark's blank half, measured once: ink boxes are slow to ask for. */
typedef struct bul_blank_slot {
    uint64_t key;      /* 0: empty */
    int before, after; /* thousandths of an em */
} bul_blank_slot;

struct bul_setter {
    bul_fontset *fonts;
    bul_hyphenator *hyphenator; /* NULL: words are not divided */
    hb_buffer_t *buffer;
    hb_language_t languages[BUL_LOCALE_COUNT];
    bul_blank_slot blanks[BUL_BLANK_SLOTS];
};

/* A stretch of text that is shaped in one go: one style, one face, all wide
 * or all Latin, all in one direction. */
typedef struct bul_piece {
    uint32_t start, end;
    uint16_t style;
    uint8_t level; /* odd: right to left */
    uint8_t turn;  /* bul_box_turn */
    bool is_wide;
    bool is_square;     /* set across in one square of a vertical line */
    bool is_missing;    /* no face has it: 〓 stands in */
    bool starts_line;   /* a forced break before it */
    bool breaks_before; /* U+200B before it */
} bul_piece;

typedef BUL_LIST(bul_piece) bul_pieces;
typedef BUL_LIST(uint32_t) bul_offsets;
typedef BUL_LIST(bul_text_style) bul_text_styles;
typedef BUL_LIST(bul_type_box) bul_type_boxes;
typedef BUL_LIST(bul_box_glyph) bul_box_glyphs;

/* A paragraph in the making. */
typedef struct bul_paragraph_draft {
    bul_arena *scratch;
    bul_setter *setter;
    const bul_rules *rules;
    const bul_styled_run *runs;
    size_t run_count;
    bul_str text;
    const uint32_t *run_starts; /* where each run begins in it */
    const uint8_t *breaks;      /* bul_opportunity, by byte */
    const uint8_t *levels; /* of direction, by byte; NULL: all left to right */
    bul_offsets latin_quotes; /* curly quotes that are Latin here, ascending */
    bul_pieces pieces;
    bul_text_styles styles;
    BUL_LIST(uint32_t) style_runs; /* the run each style came from */
    bul_type_boxes boxes;
    bul_box_glyphs glyphs;
    BUL_LIST(bul_ruby) rubies;
} bul_paragraph_draft;

/* quotes.c: which of “ ” ‘ ’ belong to Latin text. */
void bul_draft_quotes(bul_paragraph_draft *draft);

/* itemize.c: text and runs to pieces and styles. */
void bul_draft_itemize(bul_paragraph_draft *draft);

/* The style of a run in a face, at a size; made when it is new. */
uint16_t bul_draft_style(bul_paragraph_draft *draft, uint32_t run_index,
                         const bul_face *face, bul_mpt size);

/* upright.c: how the Latin pieces of a vertical line stand. */
void bul_draft_turn(bul_paragraph_draft *draft);

/* The glyphs of one cluster. */
typedef struct bul_cluster {
    unsigned first, end; /* in the buffer */
    uint32_t text, text_end;
    bul_class class;
    uint32_t code_point;
} bul_cluster;

/* shape.c: pieces to boxes with glyphs; forced and invited breaks are noted
 * as penalties, spaces as glyphs of the glue. */
void bul_draft_shape(bul_paragraph_draft *draft);

/* trim.c: a mark of one glyph gives up its blank half. */
void bul_box_trim(bul_paragraph_draft *draft, bul_type_box *box,
                  uint32_t glyph);

/* spacing.c: the glue between two boxes. */
void bul_box_space(const bul_paragraph_draft *draft, bul_type_box *left,
                   const bul_type_box *right);

/* breaks.c: where a line may end. */
void bul_draft_breaks(bul_paragraph_draft *draft);

/* The penalty of a line end before a box. */
int16_t bul_box_penalty(const bul_paragraph_draft *draft,
                        const bul_type_box *right);

/* Is the break before a box one of the author's (U+00AD)? */
bool bul_box_follows_hyphen(const bul_paragraph_draft *draft,
                            const bul_type_box *box);

/* Is a Latin word parted before this byte? */
bool bul_word_splits(const bul_paragraph_draft *draft, uint32_t text);

/* part.c: a hyphen stands by for a line that ends after the box. */
void bul_box_hyphenate(bul_type_box *box, const bul_text_style *style);

/* ruby.c: readings over their boxes, which are spread where a reading needs
 * more room. */
void bul_draft_ruby(bul_paragraph_draft *draft);

/* squares.c: every character in a square of its own (纵横对齐). */
void bul_draft_square(bul_paragraph_draft *draft);

#endif
