/* SPDX-License-Identifier: MIT */
/* kept.h - a world in which kept files lie in a folder of their own, and all
 * else is as in another world: a bulletin's sources out of its PDF, fonts from
 * the disk. */
#ifndef BUL_ARCHIVE_KEPT_H
#define BUL_ARCHIVE_KEPT_H

#include "base/str.h"
#include "base/world.h"

typedef struct bul_kept_file {
    bul_str name; /* beneath the folder: "issue/issue.yaml" */
    bul_str bytes;
} bul_kept_file;

typedef struct bul_kept {
    bul_world world; /* to be read through */
    const bul_world *inner;
    bul_str folder; /* no other world has it: the name of a file, say */
    const bul_kept_file *files; /* in the order of their names */
    size_t file_count;
    /* The file that their bytes lie in, which rests once so many have been
     * lent and returned; NULL: none. */
    const bul_loan *source;
    size_t returned_bytes;
} bul_kept;

/* Fills in the world; all else has been set, and must outlive its use. The
 * folder is as bul_path_join gives it. */
void bul_kept_open(bul_kept *kept);

#endif
