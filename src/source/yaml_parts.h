/* SPDX-License-Identifier: MIT */
/* yaml_parts.h - what the yaml_*.c files share. */
#ifndef BUL_SOURCE_YAML_PARTS_H
#define BUL_SOURCE_YAML_PARTS_H

#include "source/yaml.h"

/* YAML as the library will see it: the part of the file with small repairs.
 * Repairs keep the length, but for spaces put in after a colon. */
typedef struct bul_yaml_copy {
    char *text;
    size_t len;
    size_t from; /* where the part starts in its file */
    uint32_t file;
    BUL_LIST(size_t) insertions; /* offsets in `text`, ascending */
    size_t tab_count;            /* lines whose indent had tabs */
} bul_yaml_copy;

/* Makes the copy: tabs in indents become spaces (yaml/tab), a full-width colon
 * or a missing space after a key of the schema is mended
 * (yaml/full-width-colon, yaml/no-space). */
bul_yaml_copy bul_yaml_prepare(bul_arena *arena, bul_diag *diag,
                               bul_yaml_part part,
                               const struct bul_schema *schema);

/* From offsets of the copy to a place in the file. */
bul_span bul_yaml_copy_span(const bul_yaml_copy *copy, size_t from, size_t to);

/* The other way round. */
size_t bul_yaml_copy_offset(const bul_yaml_copy *copy, size_t file_offset);

/* What the library said when it gave up. */
typedef struct bul_yaml_failure {
    size_t line_start;   /* offset in the copy */
    size_t open_bracket; /* offset of a flow collection left open; or len */
    bul_str words;       /* the library's own, English */
} bul_yaml_failure;

/* Says in our words what is wrong with the line. */
void bul_yaml_report_failure(bul_diag *diag, const bul_yaml_copy *copy,
                             const bul_yaml_failure *failure);

#endif
