/* SPDX-License-Identifier: MIT */
/* diag.h - the diagnostics of a run: collected, sorted by place, repeats
 * folded, and put into words only when shown. */
#ifndef BUL_BASE_DIAG_H
#define BUL_BASE_DIAG_H

#include "base/list.h"
#include "base/message.h"
#include "base/span.h"

typedef struct bul_diag_file {
    bul_str name; /* as the user would write it */
    bul_str text; /* cleaned UTF-8 */
} bul_diag_file;

typedef struct bul_diag_entry {
    bul_message_id id;
    bul_span span;
    bul_args args; /* copied into the arena */
    size_t order;  /* of arrival: ties keep it */
} bul_diag_entry;

typedef struct bul_diag {
    bul_arena *arena;
    BUL_LIST(bul_diag_file) files;
    BUL_LIST(bul_diag_entry) entries;
    size_t error_count;
    size_t warning_count;
} bul_diag;

/* Where a span lies, for people. Lines and columns count from 1; columns are
 * code points; the excerpt is the line without its end. */
typedef struct bul_place {
    bul_str file; /* empty when there is no place */
    size_t line, column;
    size_t end_line, end_column;
    bul_str excerpt;
    size_t caret_at;    /* display columns before the caret */
    size_t caret_width; /* display columns under it, at least 1 */
} bul_place;

void bul_diag_init(bul_diag *diag, bul_arena *arena);

/* Registers a file and yields its number for spans. */
uint32_t bul_diag_add_file(bul_diag *diag, bul_str name, bul_str text);

/* Collects one message. Arguments are copied. The same message at the same
 * place is kept once. */
void bul_report(bul_diag *diag, bul_message_id id, bul_span span,
                bul_args args);

/* Sorts by file, place, arrival; messages without a place come last. */
void bul_diag_sort(bul_diag *diag);

bul_place bul_diag_place(const bul_diag *diag, bul_span span);

#endif
