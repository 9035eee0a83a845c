/* SPDX-License-Identifier: MIT */
/* paragraph.h - a paragraph as boxes, glue and penalties, ready to be broken
 * into lines.
 *
 * A box is what no line end may part and nothing may stretch: a hanzi, a
 * word, a number with its sign, the two halves of ——. A full-width mark is a
 * box of its inked half; its blank half is glue towards the neighbour, so a
 * mark at the edge of a line loses its blank without any rule saying so
 * (GB/T 15834 5.1.10), and two marks that meet keep one blank between them
 * (clreq 3.1.6). Each box carries the glue and the penalty that follow it. */
#ifndef BUL_TEXT_PARAGRAPH_H
#define BUL_TEXT_PARAGRAPH_H

#include "base/color.h"
#include "base/diag.h"
#include "base/measure.h"
#include "base/rules.h"
#include "base/str.h"
#include "text/fontset.h"
#include "text/hyphenate.h"

/* Text in one face, size and colour, as layout hands it in. */
typedef struct bul_styled_run {
    bul_str text;
    bul_span span; /* of the text's first byte */
    const bul_face *face;
    bul_mpt size;
    bul_color color;
    bul_mpt tracking; /* added between its characters */
    bul_str url;      /* link target or empty */
    bul_mpt rise;     /* above the baseline: 上标 */
    bul_mpt fills;    /* with the gap after it, at least so wide: 0 = any */
    unsigned marks;   /* enum bul_line_mark: what is drawn beside it */
    uint32_t group;   /* runs of one number share their marks and reading */
    bul_str ruby;     /* reading over it, or empty */
    bul_str language; /* BCP 47, or empty: that of the text around it */
    bool starts_line; /* a forced line break stands before it */
    bool is_rigid;    /* its gaps never change: labels of lists */
    bool is_code;     /* white stands at its sides whatever it begins with */
    bool attaches;    /* never parted from what is before it: calls of notes */
} bul_styled_run;

/* Marks between the lines (clreq 3.4): drawn, never text. */
enum bul_line_mark {
    BUL_LINE_MARK_DOTS = 1, /* 着重号 */
    BUL_LINE_MARK_NAME = 2, /* 专名线 */
    BUL_LINE_MARK_WAVE = 4, /* 浪线 */
    BUL_LINE_MARK_LINE = 8  /* 下划线 */
};

/* What a glue may do when a line is fitted: which step of the ladder it
 * belongs to (typography: clreq's seven steps). */
typedef enum bul_glue_kind {
    BUL_GLUE_PLAIN = 0, /* between characters: stretched last */
    BUL_GLUE_RIGID,     /* never changes */
    BUL_GLUE_SPACE,     /* Latin word space */
    BUL_GLUE_BRACKET,   /* blank of an opening or closing mark */
    BUL_GLUE_PAUSE,     /* blank of ， 、 ； */
    BUL_GLUE_STOP,      /* blank of 。 ！ ？ */
    BUL_GLUE_HAN_LATIN, /* 汉字 and Latin side by side */
    BUL_GLUE_KIND_COUNT
} bul_glue_kind;

#define BUL_PENALTY_NEVER  30000
#define BUL_PENALTY_FORCED (-30000)
#define BUL_PENALTY_PARTED 1000 /* within a word: see bul_paragraph_part */
#define BUL_PENALTY_LAST_RESORT                                                \
    20000 /* against a rule: what it holds together is wider than a line */

typedef struct bul_type_box {
    uint32_t text, text_end; /* bytes of the paragraph's text, the space after
                                it not included */
    uint32_t glyph;          /* first of its glyphs */
    uint32_t glyph_count;
    uint32_t space_glyph;  /* glyph of the space after it; 0: none */
    uint32_t hyphen_glyph; /* shown when a line ends after it; 0: none */
    uint16_t style;        /* in the paragraph's styles */
    uint8_t first_class, last_class; /* bul_class */
    bul_mpt width;                   /* of the inked part */
    bul_mpt shift; /* where its glyphs begin, from its left edge */
    bul_mpt blank_before, blank_after; /* taken off its sides, and given back
                                          as glue where it has a neighbour */
    bul_mpt cross;  /* set across in a vertical line: how wide it is */
    bul_mpt hang;   /* how far it may stand out at the end of a line */
    bul_mpt hyphen; /* width of its hyphen */
    bul_mpt glue;   /* natural width of the gap after it */
    uint8_t glue_kind;
    uint8_t level;   /* of direction (UAX #9): odd runs to the left */
    uint8_t turn;    /* bul_box_turn */
    int16_t penalty; /* of ending a line after it, hundredths of cost */
} bul_type_box;

/* How a box stands in a vertical line. */
typedef enum bul_box_turn {
    BUL_BOX_ACROSS = 0, /* horizontal setting; in a vertical line 纵中横 */
    BUL_BOX_UPRIGHT,    /* glyphs one under another */
    BUL_BOX_SIDEWAYS    /* turned a quarter clockwise */
} bul_box_turn;

/* A glyph of a box; x from the box's glyph origin. */
typedef struct bul_box_glyph {
    uint32_t id;
    uint32_t text; /* byte of the paragraph's text */
    bul_mpt x;
    bul_mpt rise; /* above the baseline */
} bul_box_glyph;

typedef struct bul_text_style {
    const bul_face *face;
    bul_mpt size;
    bul_color color;
    bul_str url;
    bul_str language;
    bul_mpt rise;
    unsigned marks; /* enum bul_line_mark */
    uint32_t group;
    uint32_t source; /* add to a text offset for the place in the source */
    uint32_t file;
} bul_text_style;

/* A reading (拼音) over some boxes: over one character, or over a word that
 * then keeps together. Its glyphs are drawn, not shown as text. */
typedef struct bul_ruby {
    size_t first, end; /* boxes */
    const bul_face *face;
    bul_mpt size;
    bul_color color;
    bul_mpt width;
    const bul_box_glyph *glyphs; /* x from its left edge */
    size_t glyph_count;
} bul_ruby;

typedef struct bul_paragraph {
    bul_str text; /* what the glyphs stand for, whole */
    bul_mpt em;   /* size of its first run */
    bool is_vertical;
    bool has_levels; /* some box runs to the left */
    bool has_marks;  /* there are marks or readings between the lines */
    const bul_type_box *boxes;
    size_t box_count;
    const bul_box_glyph *glyphs;
    const bul_text_style *styles;
    size_t style_count;
    const bul_ruby *rubies; /* by their first box */
    size_t ruby_count;
} bul_paragraph;

/* The span of some bytes of a paragraph's text, set in `style`. */
bul_span bul_paragraph_span(const bul_paragraph *paragraph, size_t style,
                            uint32_t text, uint32_t text_end);

typedef struct bul_setter bul_setter; /* a shaper with its buffers */

/* Without a hyphenator (NULL) no word is divided. */
bul_setter *bul_setter_open(bul_arena *arena, bul_fontset *fonts,
                            bul_hyphenator *hyphenator);

/* Shapes the runs. Text and glyph texts live in `arena`, the rest in
 * `scratch` (the same arena will do). Raises text/no-glyph. */
const bul_paragraph *bul_paragraph_set(bul_setter *setter, bul_arena *arena,
                                       bul_arena *scratch,
                                       const bul_styled_run *runs,
                                       size_t run_count,
                                       const bul_rules *rules);

/* The same paragraph with its Latin words divided where they may be, a hyphen
 * standing by for each place. Yields `paragraph` itself where there is none. */
const bul_paragraph *bul_paragraph_hyphenate(bul_setter *setter,
                                             const bul_paragraph *paragraph,
                                             bul_arena *arena);

/* The same paragraph, but what holds together and is wider than `width` may be
 * parted: words and numbers after each of their characters, marks as a last
 * resort. Yields `paragraph` itself where there is none. */
const bul_paragraph *bul_paragraph_part(const bul_paragraph *paragraph,
                                        bul_mpt width, bul_arena *arena);

#endif
