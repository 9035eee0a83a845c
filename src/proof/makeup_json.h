/* SPDX-License-Identifier: MIT */
/* makeup_json.h - the report of make-up as JSON, for editors and programs.
 *
 * Keys in one order, whole numbers, a line for each page, step and block: two
 * reports can be compared with diff. Nothing in it depends on the machine or
 * the time of the run. README.md of this room says what each member is. */
#ifndef BUL_PROOF_MAKEUP_JSON_H
#define BUL_PROOF_MAKEUP_JSON_H

#include "bulletin.h"
#include "layout/page.h"

typedef struct bul_named_article {
    bul_str file, title;
} bul_named_article;

/* What the pages do not say of their issue. */
typedef struct bul_makeup_subject {
    bul_str name, number;
    const bul_named_article *articles; /* in the order */
    size_t article_count;
} bul_makeup_subject;

/* BUL_IO_ERROR when the sink refuses bytes. */
bul_status bul_makeup_json_write(const bul_edition *edition,
                                 bul_makeup_subject subject, bul_arena *arena,
                                 bul_sink sink);

#endif
