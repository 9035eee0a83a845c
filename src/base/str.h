/* SPDX-License-Identifier: MIT */
/* str.h - slices of UTF-8 and a growing text.
 *
 * bul_str borrows: it points into a source file, a literal or an arena and is
 * passed by value. It need not end in NUL. bul_text grows in an arena. */
#ifndef BUL_BASE_STR_H
#define BUL_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct bul_str {
    const char *ptr;
    size_t len; /* bytes */
} bul_str;

#define BUL_STR(literal) ((bul_str){("" literal), sizeof(literal) - 1})
/* For static initialisers, where a compound literal is not allowed. */
#define BUL_STR_INIT(literal)                                                  \
    {                                                                          \
        ("" literal), sizeof(literal) - 1                                      \
    }

bul_str bul_str_from(const char *nul_terminated); /* NULL gives empty */
bool bul_str_equal(bul_str a, bul_str b);
int bul_str_compare(bul_str a, bul_str b); /* by bytes: same on any machine */
bool bul_str_starts(bul_str s, bul_str prefix);
bool bul_str_ends(bul_str s, bul_str suffix);
bul_str bul_str_sub(bul_str s, size_t from, size_t to); /* clamped */
bul_str bul_str_trim(bul_str s); /* ASCII white space and U+3000, both ends */
/* Offset of `needle` in `s`, or s.len. */
size_t bul_str_find(bul_str s, bul_str needle);
/* Cuts the piece before `separator` off the head of *rest; false at the end. */
bool bul_str_cut(bul_str *rest, char separator, bul_str *piece);
bul_str bul_str_copy(bul_arena *arena, bul_str s);
/* NUL-terminated copy, for library borders only. */
char *bul_cstr(bul_arena *arena, bul_str s);
bul_str bul_str_join(bul_arena *arena, bul_str a, bul_str b);
/* Decimal digits of n. */
bul_str bul_str_int(bul_arena *arena, int64_t n);
uint64_t bul_str_hash(bul_str s); /* FNV-1a: the same on every machine */

/* A text that grows; `str` is what it holds now. Zero is empty. */
typedef struct bul_text {
    bul_arena *arena;
    char *ptr;
    size_t len;
    size_t room;
} bul_text;

bul_text bul_text_in(bul_arena *arena);
void bul_text_add(bul_text *text, bul_str s);
void bul_text_add_char(bul_text *text, uint32_t code_point); /* as UTF-8 */
void bul_text_add_int(bul_text *text, int64_t n);
/* printf for ASCII formats; the C locale is assumed and never changed. */
__attribute__((format(printf, 2, 3))) void
bul_text_addf(bul_text *text, const char *format, ...);
bul_str bul_text_str(const bul_text *text);

#endif
