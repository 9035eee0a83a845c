/* SPDX-License-Identifier: MIT */
/* square.h - pages set by hand for proofs, in a face without a file.
 *
 * A face without an engine counts as square for the proof. A glyph's number is
 * its code point; below U+0100 the next one follows after half an em. */
#ifndef TESTS_UNIT_PROOF_SQUARE_H
#define TESTS_UNIT_PROOF_SQUARE_H

#include "base/utf8.h"
#include "layout/page.h"
#include "support/world.h"

static const bul_face square_song = {
    .postscript_name = BUL_STR_INIT("Song"),
    .units_per_em = 1000,
};
static const bul_face square_hei = {
    .postscript_name = BUL_STR_INIT("Hei"),
    .units_per_em = 1000,
};

/* A run of 10 pt Song at x, y, every glyph at its own width. */
static inline bul_glyph_run square_run(world *w, const char *text, bul_mpt x,
                                       bul_mpt y)
{
    bul_str str = bul_str_from(text);
    bul_glyph *glyphs = BUL_NEW(&w->arena, bul_glyph, str.len + 1);
    size_t count = 0;
    bul_mpt pen = 0;
    for (size_t at = 0; at < str.len; count++) {
        glyphs[count].text = (uint32_t)at;
        glyphs[count].x = pen;
        glyphs[count].id = bul_utf8_next(str, &at);
        pen += glyphs[count].id < 0x100 ? 5000 : 10000;
    }
    return (bul_glyph_run){.face = &square_song,
                           .size = 10000,
                           .x = x,
                           .y = y,
                           .color = BUL_COLOR_BLACK,
                           .text = str,
                           .glyphs = glyphs,
                           .glyph_count = count};
}

/* Moves the glyphs from `from` on by `by`. */
static inline void square_move(bul_glyph_run *run, size_t from, bul_mpt by)
{
    bul_glyph *glyphs;
    memcpy(&glyphs, &run->glyphs, sizeof glyphs);
    for (size_t i = from; i < run->glyph_count; i++)
        glyphs[i].x += by;
}

#endif
