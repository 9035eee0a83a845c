/* SPDX-License-Identifier: MIT */
/* proof.h - the page as text, for people and for tests.
 *
 * One line per line of type, rule and picture, with positions in points; a
 * reviewer can read a change of layout in a diff. Stable: depends only on the
 * edition. */
#ifndef BUL_PROOF_PROOF_H
#define BUL_PROOF_PROOF_H

#include "bulletin.h"
#include "layout/page.h"

/* BUL_IO_ERROR when the sink refuses bytes. */
bul_status bul_proof_write(const bul_edition *edition, bul_arena *arena,
                           bul_sink sink);

#endif
