/* SPDX-License-Identifier: MIT */
/* glob.h - "*.md" against names of files. */
#ifndef BUL_ISSUE_GLOB_H
#define BUL_ISSUE_GLOB_H

#include "base/str.h"

/* Does the text hold a * or a ? */
bool bul_glob_is_pattern(bul_str text);

/* `*` stands for any characters, `?` for one. A name that begins with a dot is
 * matched only by a pattern that does. */
bool bul_glob_match(bul_str pattern, bul_str name);

#endif
