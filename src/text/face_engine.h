/* SPDX-License-Identifier: MIT */
/* face_engine.h - what stands behind a bul_face: the HarfBuzz objects for
 * shaping and cutting, FreeType for the little HarfBuzz cannot answer. Only
 * files of text/ include this.
 *
 * Everything is closed when the arena of the face is released. */
#ifndef BUL_TEXT_FACE_ENGINE_H
#define BUL_TEXT_FACE_ENGINE_H

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include <hb.h>

#include "text/face.h"

/* Slots of the character cache; a power of two. Two thousand slots hold the
 * everyday hanzi of an issue almost without collision. */
#define BUL_FACE_CACHE_SLOTS 2048u

/* One remembered answer of the cmap. */
typedef struct bul_face_slot {
    uint32_t key; /* code point + 1; 0 is an empty slot */
    uint32_t glyph;
} bul_face_slot;

typedef struct bul_face_engine {
    hb_blob_t *blob;
    hb_face_t *face;
    hb_font_t *font; /* scale = units per em, OpenType functions */
    bul_str bytes;   /* the font file; borrowed */
    FT_Library library;
    FT_Face freetype; /* opened by the first question for a CID */
    bool freetype_failed;
    bul_face_slot cache[BUL_FACE_CACHE_SLOTS];
} bul_face_engine;

/* FreeType's view of the face, opened at need; NULL when FreeType refuses. */
FT_Face bul_face_freetype(const bul_face *face);

#endif
