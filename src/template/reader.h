/* SPDX-License-Identifier: MIT */
/* reader.h - what reads a layout file, and the parts it is made of. */
#ifndef BUL_TEMPLATE_READER_H
#define BUL_TEMPLATE_READER_H

#include "source/schema.h"
#include "template/palette.h"
#include "template/template.h"

typedef struct bul_template_reader {
    bul_arena *arena;
    bul_diag *diag;
    const bul_opener *opener;
    const char *const *data_dirs; /* for papers by their names */
    bul_template *template;
    bul_measure_base base;
    bul_mpt room; /* the width that styles are read for */
    bul_palette palette;
    bool has_summary, has_side_title; /* `normal` has a style for them */
} bul_template_reader;

/* A length once 字 and 行 are known. */
bul_mpt bul_reader_length_of(const bul_template_reader *r, const bul_yaml *node,
                             bul_mpt absent);

/* The length of a key. */
bul_mpt bul_reader_length(const bul_template_reader *r, const bul_yaml *map,
                          const char *key, bul_mpt absent);

/* The colour of a key. Raises layout/bad-color. */
bul_color bul_reader_color(const bul_template_reader *r, const bul_yaml *map,
                           const char *key, bul_color absent);

/* Reads a style over what it is like. Raises layout/bad-color,
 * layout/bad-tracking and layout/bad-indent. */
bul_style bul_reader_style(const bul_template_reader *r, const bul_yaml *map,
                           bul_style like);

/* What every style starts from: the body without its indents. */
bul_style bul_reader_plain_style(const bul_template_reader *r);

#endif
