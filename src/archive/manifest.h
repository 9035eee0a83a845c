/* SPDX-License-Identifier: MIT */
/* manifest.h - what a bulletin was made from and how, as a list that goes
 * along with it: enough to make it again.
 *
 * Plain lines, so that it can be read in sixty years:
 *
 *     bulletin-sources 1
 *     program bulletin 0.1.0
 *     engines HarfBuzz 6.0.0, …
 *     for screen
 *     issue issue/issue.yaml
 *     …
 *     page 0123456789abcdef
 *     file attached source00000001 1234 (64 hexadecimal digits) issue/a.md
 *
 * Names of files run to the end of the line; a backslash in one is written
 * \\, a line end \n. Files stand in the order of their names. */
#ifndef BUL_ARCHIVE_MANIFEST_H
#define BUL_ARCHIVE_MANIFEST_H

#include "base/list.h"
#include "base/str.h"

/* Where the bytes of a file are found again. */
typedef enum bul_manifest_place {
    BUL_MANIFEST_ELSEWHERE, /* part of the program or the system */
    BUL_MANIFEST_ATTACHED,  /* an embedded file, by its key */
    BUL_MANIFEST_IMAGE      /* a JPEG that an image of the pages is */
} bul_manifest_place;

typedef struct bul_manifest_file {
    bul_str name; /* "issue/…", "program/…", "options/…", "system/…" */
    bul_manifest_place place;
    bul_str key; /* where it is attached: "source00000001" */
    uint64_t byte_count;
    bul_str digest; /* SHA-256 in hexadecimal */
} bul_manifest_file;

/* A font that letters were taken from, by a sum over its table directory,
 * which holds the checksums of all its tables. */
typedef struct bul_manifest_font {
    bul_str name;
    uint64_t sum;
} bul_manifest_font;

typedef struct bul_manifest {
    bul_str program, engines;
    bul_str product; /* "screen": as --for takes it */
    bul_str issue;   /* a name of `files` */
    bul_str layout;  /* as --layout was given, or a name; empty: not given */
    bul_str near;    /* a name, or empty */
    bool is_proof;
    bool is_without_system_fonts;
    int nudge_x, nudge_y;     /* half millimetres */
    BUL_LIST(uint64_t) pages; /* sums over what is set on each */
    BUL_LIST(bul_manifest_font) fonts;
    BUL_LIST(bul_manifest_file) files;
} bul_manifest;

bul_str bul_manifest_write(const bul_manifest *manifest, bul_arena *arena);

/* False where the text is no manifest, or one of another kind. Slices of it
 * are kept. */
bool bul_manifest_read(bul_str text, bul_arena *arena, bul_manifest *manifest);

/* The file of this name, or NULL. */
const bul_manifest_file *bul_manifest_find(const bul_manifest *manifest,
                                           bul_str name);

/* Is it the name of a file that may be asked for: of one of the folders, and
 * never above it? */
bool bul_manifest_is_name(bul_str name);

#endif
