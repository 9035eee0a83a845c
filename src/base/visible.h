/* SPDX-License-Identifier: MIT */
/* visible.h - text from files, made safe to show.
 *
 * A file may hold bytes that steer a terminal (ESC, the C1 controls) or turn
 * the order of what follows (the bidirectional controls), so that an excerpt
 * would show something other than the file says. Each such character is shown
 * as U+FFFD, a tab as four spaces; everything else stays. */
#ifndef BUL_BASE_VISIBLE_H
#define BUL_BASE_VISIBLE_H

#include "base/str.h"

/* The text itself when nothing in it needs a change, else a changed copy. */
bul_str bul_visible_text(bul_arena *arena, bul_str s);

/* Display columns of bul_visible_text(s), without making it. */
size_t bul_visible_width(bul_str s);

#endif
