/* SPDX-License-Identifier: MIT */
/* paper.h - sizes of paper by their names.
 *
 * The sizes of ISO 216 are the same everywhere, so A0 to A6 are known without
 * opening a file. All others differ from mill to mill and from press to press:
 * they stand in layouts/papers/sizes.yaml of the data folders. */
#ifndef BUL_TEMPLATE_PAPER_H
#define BUL_TEMPLATE_PAPER_H

#include "base/measure.h"
#include "source/source.h"

/* "A4", "275mm x 390mm", "275×390毫米": width and height, without a file. A
 * unit behind one side alone is that of both. */
bool bul_paper_read(bul_str text, bul_mpt *width, bul_mpt *height);

/* A paper somebody asks for. */
typedef struct bul_wanted_paper {
    bul_str text;
    bul_span span;
    bul_message_id unknown; /* raised where there is none of that name: it has
                             * the text and names to choose from */
} bul_wanted_paper;

/* The same, or a name or an alias ("大16开") in sizes.yaml of the first data
 * folder that has it; `opener` gives arena, world and diagnostics. False when
 * there is none, or its size cannot be read; both are reported
 * (layout/bad-paper in the file), and width and height stay as they were.
 * Raises layout/paper-of-standard where the file would change an A size. */
bool bul_paper_find(const bul_opener *opener, const char *const *data_dirs,
                    const bul_wanted_paper *wanted, bul_mpt *width,
                    bul_mpt *height);

/* Names, millimetres and aliases of the papers there are, one a line. */
void bul_paper_list(const bul_opener *opener, const char *const *data_dirs,
                    bul_text *text);

/* The keys of sizes.yaml. */
const struct bul_schema *bul_paper_schema(void);

#endif
