/* SPDX-License-Identifier: MIT */
/* subset.h - a face cut down to the glyphs a document uses (hb-subset). */
#ifndef BUL_TEXT_SUBSET_H
#define BUL_TEXT_SUBSET_H

#include "text/face.h"

/* The font program to embed. For CFF faces `bytes` is the bare CFF table
 * (FontFile3 /CIDFontType0C), for TrueType the whole sfnt (FontFile2).
 * codes[i] is the code (CID) under which the glyph `glyphs[i]` asked for is
 * found in it. */
typedef struct bul_subset {
    bul_str bytes;
    const uint32_t *codes;
    bool identity_map; /* TrueType: code = glyph of the new file */
} bul_subset;

/* Cuts `face` to `glyphs` (ascending, without 0, which is added). False when
 * the font cannot be cut. A face whose fsType forbids cutting is returned
 * whole. */
bool bul_subset_make(bul_arena *arena, const bul_face *face,
                     const uint32_t *glyphs, size_t glyph_count,
                     bul_subset *subset);

#endif
