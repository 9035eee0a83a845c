/* SPDX-License-Identifier: MIT */
/* face.h - one font face: its file, its measures, its characters.
 *
 * Metrics are in thousandths of an em as the font gives them, lengths in
 * bul_mpt for a size. FreeType and HarfBuzz stay behind this header. */
#ifndef BUL_TEXT_FACE_H
#define BUL_TEXT_FACE_H

#include "base/arena.h"
#include "base/measure.h"
#include "base/world.h"

/* The top of a character's square above its baseline, in 1/1000 em: Noto,
 * WenKai and every Song face agree within a hundredth. */
#define BUL_SQUARE_TOP 880

typedef enum bul_outline_kind {
    BUL_OUTLINE_TRUETYPE, /* glyf */
    BUL_OUTLINE_CFF_CID,  /* CFF, CID-keyed */
    BUL_OUTLINE_CFF_NAME  /* CFF, name-keyed */
} bul_outline_kind;

typedef struct bul_face {
    bul_str path;    /* of the file */
    bul_loan file;   /* its bytes, where it came from a world */
    unsigned number; /* in a collection */
    bul_str family;
    bul_str postscript_name; /* for the PDF; never empty */
    unsigned weight;         /* 400 regular, 700 bold, 900 black */
    bul_outline_kind outline;
    unsigned units_per_em;
    /* In 1/1000 em, y up as fonts have it; rounded. Ascent and descent are the
     * typographic ones of OS/2: for Chinese faces the em square (字身框). */
    int ascent, descent, cap_height;
    int box_left, box_bottom, box_right, box_top;
    double italic_angle;
    bool is_fixed_pitch;
    bool may_subset; /* fsType allows it */
    bool may_embed;
    unsigned index; /* its place in the fontset: a small number, unique there */
    struct bul_face_engine *engine; /* text/ only */
} bul_face;

/* Reads a face. NULL when the bytes are no usable font. `bytes` must outlive
 * the arena. */
bul_face *bul_face_read(bul_arena *arena, bul_str path, bul_str bytes,
                        unsigned number);

/* The nominal glyph of a character, 0 where the face has none. */
uint32_t bul_face_glyph(const bul_face *face, uint32_t code_point);

/* Advance of a glyph in 1/1000 em, exactly as the font's hmtx says, rounded
 * to the nearest. */
int bul_face_advance(const bul_face *face, uint32_t glyph);

/* The CID that a CID-keyed CFF face gives a glyph; the glyph itself for every
 * other kind of face. */
uint32_t bul_face_cid(const bul_face *face, uint32_t glyph);

/* Left and right edge of a glyph's ink in 1/1000 em from its origin; false
 * for an empty glyph. */
bool bul_face_ink(const bul_face *face, uint32_t glyph, int *left, int *right);

/* The same down the page: top and bottom edge, from the top of its square. */
bool bul_face_ink_down(const bul_face *face, uint32_t glyph, int *top,
                       int *bottom);

/* A step of a pen that goes round a glyph. */
typedef enum bul_outline_pen {
    BUL_OUTLINE_MOVE,  /* to point 0: a new contour */
    BUL_OUTLINE_LINE,  /* to point 0 */
    BUL_OUTLINE_CURVE, /* a cubic to point 2; 0 and 1 pull at it */
    BUL_OUTLINE_CLOSE
} bul_outline_pen;

typedef struct bul_outline_step {
    bul_outline_pen pen;
    int32_t x[3], y[3]; /* font units from the glyph's origin, y up */
} bul_outline_step;

/* Writes the first `room` steps of a glyph's outline and yields how many
 * there are in all: 0 for an empty glyph. Every contour is closed; curves of
 * TrueType are told as cubics. To be filled by the nonzero rule. */
size_t bul_face_outline(const bul_face *face, uint32_t glyph,
                        bul_outline_step *steps, size_t room);

/* The library that shapes and cuts, with the version that is at work:
 * "HarfBuzz 6.0.0". */
bul_str bul_face_engine_name(bul_arena *arena);

#endif
