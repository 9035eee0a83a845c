/* SPDX-License-Identifier: MIT */
/* allot.h - which article goes on which page of an issue.
 *
 * Articles that must stand on certain pages go there; the weightiest are dealt
 * out so that each page has one; the rest goes, the largest first, where most
 * room is left, and is then exchanged until the pages are as equally full as
 * they can be. Pages are then tried; one that does not close changes an
 * article with another page, or gives one away. */
#ifndef BUL_MAKEUP_ALLOT_H
#define BUL_MAKEUP_ALLOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

#define BUL_ALLOT_PAGES 64 /* most pages */
#define BUL_NO_PAGE     SIZE_MAX
#define BUL_ALLOT_FAULT 1000 /* a page that costs so much has a fault */

/* An article to be put on a page. */
typedef struct bul_lot {
    int cells;      /* it takes, nearly */
    int rank;       /* the higher, the more it matters */
    uint64_t pages; /* bit n: it may stand on page n, from 0; 0: on any */
    size_t page;    /* where it stood last time, or BUL_NO_PAGE */
} bul_lot;

typedef struct bul_allot_puzzle {
    const bul_lot *lots; /* in the order they are to be looked at */
    size_t lot_count;
    const int *cells; /* of each page */
    size_t page_count;
    size_t most_lots; /* on a page */
    /* What it costs to close a page with some lots, in their order; -1 where
     * they do not close it, BUL_ALLOT_FAULT and more where they do so badly.
     * Each page is asked once; then changes are tried until the trials have
     * cost `most_work`, one of n lots costing 3 to the power of n, as slicing
     * does. */
    int32_t (*trial)(void *state, size_t page, const size_t *lots,
                     size_t count);
    void *state;
    int64_t most_work;
} bul_allot_puzzle;

typedef struct bul_allotment {
    size_t *page_of; /* by lot; BUL_NO_PAGE: no page had a place for it */
    bool *is_closed; /* by page */
    int exchanges;   /* that were needed to close pages */
    int trials;
} bul_allotment;

bul_allotment bul_allot(const bul_allot_puzzle *puzzle, bul_arena *arena,
                        bul_arena *scratch);

#endif
