/* SPDX-License-Identifier: MIT */
/* starter.h - the texts of a new issue. People and places are invented. */
#ifndef BUL_CLI_STARTER_H
#define BUL_CLI_STARTER_H

#include <stddef.h>

typedef struct bul_starter_file {
    const char *path;        /* beneath the new folder */
    const char *text;        /* "{date}" is replaced by the day of making */
    const char *schema_kind; /* or the kind of JSON Schema it holds */
} bul_starter_file;

/* The folders to make first, then the files, in this order. */
extern const char *const bul_starter_folders[];
extern const size_t bul_starter_folder_count;
extern const bul_starter_file bul_starter_files[];
extern const size_t bul_starter_file_count;

#endif
