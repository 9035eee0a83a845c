/* SPDX-License-Identifier: MIT */
/* segment_parts.h - what the files that cut text into words share; private to
 * text/. */
#ifndef BUL_TEXT_SEGMENT_PARTS_H
#define BUL_TEXT_SEGMENT_PARTS_H

#include "text/segment.h"

/* A character: a hanzi is BUL_WORD_OTHER until words are found. */
typedef struct bul_segment_char {
    uint32_t code_point;
    uint32_t start; /* byte */
    bul_word_class class;
} bul_segment_char;

typedef struct bul_segment_text {
    bul_str text;
    const bul_segment_char *chars; /* and one past the last */
    uint32_t char_count;
    bul_str prose;           /* what words are learnt from */
    BUL_LIST(bul_str) given; /* words that somebody named */
} bul_segment_text;

/* A word that may begin at a place. */
typedef struct bul_segment_candidate {
    uint32_t char_count;
    int32_t cost;
    bul_word_class class;
    bool counts;
} bul_segment_candidate;

typedef void bul_segment_offer(void *context, bul_segment_candidate word);

/* segment_text.c: the text by characters; the vocabulary in its two parts. */
bul_segment_text bul_segment_take(bul_arena *arena, bul_str text,
                                  bul_str vocabulary);

/* segment_text.c: words named in the vocabulary, and what its prose repeats. */
void bul_segment_offer_learnt(const bul_segment_text *text, uint32_t at,
                              bul_segment_offer *offer, void *context);

/* segment_text.c: does the prose repeat these characters, and never the same
 * without the last? Such are names, even 孟庆和. */
bool bul_segment_is_whole(const bul_segment_text *text, uint32_t at,
                          uint32_t char_count);

/* segment_shapes.c: 三百名, 2026年, 第三届, 百分之十八. */
void bul_segment_offer_numbers(const bul_segment_text *text, uint32_t at,
                               bul_segment_offer *offer, void *context);

/* segment_shapes.c: a surname and one or two characters. */
void bul_segment_offer_names(const bul_segment_text *text, uint32_t at,
                             bul_segment_offer *offer, void *context);

/* segment_join.c: words that were found in pieces are put together. */
bul_words bul_segment_join(bul_arena *arena, bul_str text,
                           const bul_words *words);

#endif
