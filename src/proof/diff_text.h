/* SPDX-License-Identifier: MIT */
/* diff_text.h - passages before and after, and what was changed in each. */
#ifndef BUL_PROOF_DIFF_TEXT_H
#define BUL_PROOF_DIFF_TEXT_H

#include "proof/diff.h"

/* Appends a line for each passage that was changed, added or taken out, two
 * blanks before it; nothing where all is the same. */
void bul_diff_add_passages(bul_text *text, const bul_passages *before,
                           const bul_passages *after,
                           bul_message_language language, bul_arena *scratch);

/* Appends one text with its changes: "…前文[-旧-]{+新+}后文…". */
void bul_diff_add_changes(bul_text *text, bul_str before, bul_str after,
                          bul_arena *scratch);

#endif
