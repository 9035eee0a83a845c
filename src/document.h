/* SPDX-License-Identifier: MIT */
/* document.h - what a bul_doc is made of; for the files beside bulletin.c. */
#ifndef BUL_DOCUMENT_H
#define BUL_DOCUMENT_H

#include <setjmp.h>

#include "base/diag.h"
#include "base/world.h"
#include "bulletin.h"
#include "issue/issue.h"
#include "layout/page.h"
#include "template/template.h"

#define TIMING_COUNT 6

struct bul_doc {
    bul_arena arena;   /* all that lives as long as the document */
    bul_arena scratch; /* room to think in */
    jmp_buf escape;
    bul_diag diag;
    const bul_world *world;
    bul_options options;
    bul_str path;
    bul_sink sink;

    const bul_issue *issue;
    const bul_template *template;
    const bul_edition *edition;

    bul_timing timings[TIMING_COUNT];
    size_t timing_count;
};

/* The folders of fonts/ and layouts/: the caller's, or the installed one. */
const char *const *bul_doc_data_dirs(const bul_options *options);

#endif
