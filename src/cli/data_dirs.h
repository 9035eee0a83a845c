/* SPDX-License-Identifier: MIT */
/* data_dirs.h - where the layouts and fonts lie.
 *
 * In this order: --data, BULLETIN_DATA, the program's own tree (up to three
 * folders above the executable, where one holds both layouts/ and fonts/),
 * ../share/bulletin beside the executable's folder, and the prefix compiled
 * in. A name is looked up in each in turn, so the first one wins. */
#ifndef BUL_CLI_DATA_DIRS_H
#define BUL_CLI_DATA_DIRS_H

#include "cli/output.h"

#define BUL_DATA_DIR_MAX 5

typedef struct bul_data_dirs {
    char paths[BUL_DATA_DIR_MAX][PATH_MAX];
    const char *list[BUL_DATA_DIR_MAX + 1]; /* ends with NULL */
    size_t count;
    const char *missing; /* a folder the user named that holds neither */
} bul_data_dirs;

/* `wanted` is the value of --data, or NULL. False with `missing` set when the
 * user named a folder that has neither layouts/ nor fonts/. */
bool bul_data_dirs_find(bul_data_dirs *dirs, const char *wanted);

#endif
