/* SPDX-License-Identifier: MIT */
/* paper.h - trimmed sizes by their names. */
#ifndef BUL_TEMPLATE_PAPER_H
#define BUL_TEMPLATE_PAPER_H

#include "base/measure.h"

/* "A4", "四开", "275mm x 390mm", "275×390毫米": width and height. */
bool bul_paper_read(bul_str text, bul_mpt *width, bul_mpt *height);

#endif
