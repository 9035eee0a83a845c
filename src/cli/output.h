/* SPDX-License-Identifier: MIT */
/* output.h - a file that is either complete or not there.
 *
 * Bytes go to a temporary file in the target's folder. Committing flushes it
 * to the disk, reads it back, renames it over the target and flushes the
 * folder; whatever fails, the temporary file is removed and an earlier target
 * is left as it was. Temporary files that a killed run left behind in the
 * same folder are removed once they are a day old.
 *
 * A target that is a symbolic link stays a link: the file it points to is
 * replaced, provided the link belongs to this user or to root. Devices and
 * pipes are written to directly. A PDF replaces only a PDF or an empty file, a
 * proof only a proof, and so on: a slip of the hand must not cost an article. */
#ifndef BUL_CLI_OUTPUT_H
#define BUL_CLI_OUTPUT_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include "cli/words.h"

#ifndef PATH_MAX
#define PATH_MAX 4096
#endif

typedef enum bul_output_kind {
    BUL_OUTPUT_PDF,
    BUL_OUTPUT_PROOF,
    BUL_OUTPUT_REPORT,
    BUL_OUTPUT_DIFF,
    BUL_OUTPUT_TEXT
} bul_output_kind;

typedef struct bul_output {
    bul_output_kind kind;
    char shown[PATH_MAX];  /* the target as the user knows it */
    char target[PATH_MAX]; /* the target after links */
    const char *name;      /* its last part, in `target` */
    char temporary[64];
    int folder;                /* descriptor, or -1 */
    int fd;                    /* or -1 */
    bool is_direct;            /* no temporary file */
    uint64_t length, checksum; /* of what was written */
    bul_problem problem;       /* the first failure, or none */
    char reason[32];           /* "errno 5" */
    size_t held;
    unsigned char buffer[65536];
} bul_output;

/* Opens an output. `path` "-" is standard output. `protected_path` (or NULL)
 * names a file that must not be the target: the issue itself. False on
 * failure; `problem` tells. */
bool bul_output_open(bul_output *output, bul_output_kind kind, const char *path,
                     const char *protected_path);

/* Where the library writes. */
bul_sink bul_output_sink(bul_output *output);

/* Puts the file in its place. False on failure, with nothing left behind. */
bool bul_output_commit(bul_output *output);

/* Gives the file up; the target stays as it was. Harmless after a commit. */
void bul_output_abandon(bul_output *output);

/* The problem that an errno of writing stands for. */
bul_problem bul_output_problem(int error);

/* A sink on stdio's standard output, for texts. */
bul_sink bul_output_stdout(void);

#endif
