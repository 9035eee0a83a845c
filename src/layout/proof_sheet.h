/* SPDX-License-Identifier: MIT */
/* proof_sheet.h - sheets to correct by hand (校样): each page on a larger one,
 * with a slug at its head and its lines numbered. */
#ifndef BUL_LAYOUT_PROOF_SHEET_H
#define BUL_LAYOUT_PROOF_SHEET_H

#include "layout/compositor.h"

/* White around the trimmed page, on every side. */
#define BUL_PROOF_MARGIN 70866 /* 25 mm; house choice: a hand's breadth */

/* The same edition on such sheets; every fifth grid line of the type area is
 * numbered, at both of its ends. The pages of `edition` stay as they are. */
const bul_edition *bul_proof_sheets(const bul_compositor *compositor,
                                    const bul_edition *edition);

#endif
