/* SPDX-License-Identifier: MIT */
/* document.h - what a bul_doc is made of; for the files beside bulletin.c. */
#ifndef BUL_DOCUMENT_H
#define BUL_DOCUMENT_H

#include <setjmp.h>

#include "base/diag.h"
#include "base/product.h"
#include "base/record.h"
#include "base/world.h"
#include "bulletin.h"
#include "issue/issue.h"
#include "layout/compositor.h"
#include "proof/diff.h"
#include "template/template.h"

#define TIMING_COUNT 6

struct bul_doc {
    bul_arena arena;   /* all that lives as long as the document */
    bul_arena scratch; /* room to think in */
    jmp_buf escape;
    bul_diag diag;
    const bul_world *world; /* that of the record */
    bul_record record;
    bul_options options;
    bul_str path;
    bul_sink sink;
    bul_str asked;         /* the article to be explained */
    const bul_doc *before; /* what it is compared with, while that is done */

    const bul_issue *issue;
    const bul_template *template;
    const bul_compositor *compositor; /* once something was typeset */
    const bul_edition *edition;
    bul_product product; /* what the PDF is made for */
    bool is_inspected;   /* the product is settled, the pages are looked at */
    const struct bul_manifest *manifest; /* of its sources, once written */
    bool wants_page_sums;                /* of the PDF: see bul_product */
    bul_doc *rebuilt; /* of a document that verifies: the same, made again */

    bul_timing timings[TIMING_COUNT];
    size_t timing_count;
};

typedef bul_status (*bul_doc_step)(bul_doc *doc);

/* A document of which nothing has been read; NULL when memory runs out. */
bul_doc *bul_doc_new(const bul_world *world, const bul_options *options,
                     const char *path);

/* Does a step of the work; BUL_NO_MEMORY when it runs out. Notes the time. */
bul_status bul_doc_guard(bul_doc *doc, bul_doc_step work, const char *stage);

/* A typeset document as a comparison sees it; what is made lives in `arena`. */
bul_told_issue bul_doc_tell(const bul_doc *doc, bul_arena *arena);

/* The folders of fonts/ and layouts/: the caller's, or the installed one. */
const char *const *bul_doc_data_dirs(const bul_options *options);

/* Settles the product: the options' or the issue's. Reports what is missing. */
void bul_doc_make_product(bul_doc *doc);

/* The pages on press sheets, where the issue or the options want that; else the
 * edition itself. The product claims less then. */
const bul_edition *bul_doc_lay_sheets(bul_doc *doc);

/* The parts of the work that read files, as stages of the record. */
enum {
    BUL_READS_ISSUE,
    BUL_READS_LAYOUT,
    BUL_READS_FONTS,
    BUL_READS_PRODUCT
};

/* Has all files that were read go along with the PDF. */
void bul_doc_gather_sources(bul_doc *doc);

/* "screen" and its like, as --for takes them; false for another word. */
bool bul_profile_from(bul_str name, bul_profile *profile);

/* The libraries whose versions show in the bytes of a PDF. */
bul_str bul_doc_engines(bul_arena *arena);

#endif
