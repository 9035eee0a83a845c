/* SPDX-License-Identifier: MIT */
/* proof_run.h - runs along their line, which goes across or down the page. */
#ifndef BUL_PROOF_PROOF_RUN_H
#define BUL_PROOF_PROOF_RUN_H

#include "layout/page.h"

/* Where a run begins along its line: x, or y in a line that runs down. There
 * figures set across (纵中横) fill a square. */
bul_mpt bul_proof_run_start(const bul_glyph_run *run, bool is_down);

/* Where it ends: at the origin of its last glyph and that glyph's advance as
 * the font has it. A mark whose blank half hangs over the measure therefore
 * ends half an em beyond it. Upright glyphs count as squares. */
bul_mpt bul_proof_run_end(const bul_glyph_run *run, bool is_down);

/* The middle of the squares of a run in a line that runs down. */
bul_mpt bul_proof_run_axis(const bul_glyph_run *run);

/* Does the line that begins with item `first` run down the page? It does when
 * that run does, or stands across on top of one that does. */
bool bul_proof_runs_down(const bul_page *page, size_t first);

#endif
