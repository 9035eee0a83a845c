/* SPDX-License-Identifier: MIT */
/* pattern.h - "第{issue}期[（总第{total}期）]" with the issue's values in it. */
#ifndef BUL_LAYOUT_PATTERN_H
#define BUL_LAYOUT_PATTERN_H

#include "base/arena.h"
#include "issue/issue.h"

/* Beside the issue's own variables: {page} {pages} {page_title} {page_editor},
 * in Chinese {版次} {版数} {版名} {本版编辑}. */
typedef struct bul_pattern_values {
    const bul_issue *issue;
    size_t page;  /* from 1; 0: none */
    size_t pages; /* in all */
} bul_pattern_values;

/* Fills a pattern. {name} is replaced; […] is left out when a value in it is
 * empty; the whole is empty when a value outside brackets is. `span` receives
 * the place of the first value that came from the issue. */
bul_str bul_pattern_fill(bul_arena *arena, bul_str pattern,
                         const bul_pattern_values *values, bul_span *span);

/* The first name in a pattern that is no variable; empty when all are. */
bul_str bul_pattern_unknown(bul_str pattern);

#endif
