/* SPDX-License-Identifier: MIT */
/* press_sheet.h - finished pages on press sheets (印张), with the marks by which
 * they are printed, folded and cut. */
#ifndef BUL_LAYOUT_PRESS_SHEET_H
#define BUL_LAYOUT_PRESS_SHEET_H

#include "layout/compositor.h"
#include "sheet/imposition.h"

/* Beyond the bleed, on every side: what marks and slug take. House choice: as
 * much as sheets of press sizes have to spare. */
#define BUL_PRESS_MARGIN 28346 /* 10 mm */

typedef struct bul_press_job {
    bul_sheet_order order;
    bul_mpt paper_width, paper_height; /* 0: as large as it must be */
    bool has_marks;   /* 裁切线 套准线 色标 and the slug */
    bool is_two_inks; /* for the colour bar */
    bul_str slug;     /* job, date, plate: before the number of the sheet */
} bul_press_job;

/* The size of a sheet with all that is asked for. */
void bul_press_sheet_size(const bul_press_job *job,
                          const bul_imposition *imposition, bul_mpt *width,
                          bul_mpt *height);

/* The same edition on sheets; its pages stay as they are. Single pages keep
 * their marks, links and bookmarks; others have none. */
bul_edition *bul_press_sheets(const bul_compositor *compositor,
                              const bul_edition *edition,
                              const bul_press_job *job,
                              const bul_imposition *imposition);

#endif
