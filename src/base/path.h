/* SPDX-License-Identifier: MIT */
/* path.h - resolving a path by its text, shared by world.c's joining and the
 * world in memory. What the rooms use of paths is in world.h. */
#ifndef BUL_BASE_PATH_H
#define BUL_BASE_PATH_H

#include "base/str.h"

/* Writes the path without ".", inner ".." and doubled slashes to `to`, which
 * has room for path.len + 1 bytes and may be where the path lies; yields the
 * length. Nothing left is "."; an empty path stays empty. */
size_t bul_path_resolve(bul_str path, char *to);

#endif
