/* SPDX-License-Identifier: MIT */
/* read.h - a layout file to a bul_template. */
#ifndef BUL_TEMPLATE_READ_H
#define BUL_TEMPLATE_READ_H

#include "base/diag.h"
#include "base/world.h"
#include "template/template.h"

/* Where layouts are looked for: a name ("digest") in the data folders, a path
 * (with a slash or ending in .yaml) from the issue's folder. */
typedef struct bul_layout_sources {
    bul_str issue_folder;         /* no path leaves it; empty: paths are free */
    const char *const *data_dirs; /* each with a layouts/ folder */
} bul_layout_sources;

/* Reads a layout. NULL when it cannot be opened (layout/missing, with the
 * names there are); otherwise a template, with the built-in plain values where
 * the file is wrong (reported). `span` is where the issue names it. */
const bul_template *bul_template_read(bul_arena *arena, const bul_world *world,
                                      bul_diag *diag,
                                      bul_layout_sources sources, bul_str name,
                                      bul_span span);

/* Names and titles of the layouts there are, one a line. */
void bul_template_list(bul_arena *arena, const bul_world *world,
                       const char *const *data_dirs, bul_text *text);

/* The keys of layout files. */
const struct bul_schema *bul_template_schema(void);

#endif
