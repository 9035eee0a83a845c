/* SPDX-License-Identifier: MIT */
/* changes.h - what two sequences have in common, in their order. */
#ifndef BUL_PROOF_CHANGES_H
#define BUL_PROOF_CHANGES_H

#include "base/list.h"
#include "base/str.h"

/* Things told apart by a number: characters, or texts by bul_symbols_add. */
typedef BUL_LIST(uint32_t) bul_symbols;

/* Sets same_a[i] where a[i] is also in b and same_b[i] likewise: a longest
 * common subsequence, one of the two being the other's in order. Both arrays
 * are false on entry. A stretch in which more than 4000 would have to be taken
 * out and put in counts as changed altogether. */
void bul_changes_mark(const bul_symbols *a, const bul_symbols *b, bool *same_a,
                      bool *same_b, bul_arena *scratch);

/* Texts that were met, with a number for each. Zero is empty. */
typedef struct bul_text_table {
    BUL_LIST(bul_str) texts;
    uint32_t *slots; /* number + 1; 0: free */
    size_t slot_count;
} bul_text_table;

/* Appends the number of a text: equal texts have equal numbers. */
void bul_symbols_add(bul_arena *arena, bul_symbols *symbols,
                     bul_text_table *table, bul_str text);

/* The characters of a text. */
bul_symbols bul_symbols_of(bul_arena *arena, bul_str text);

#endif
