/* SPDX-License-Identifier: MIT */
/* segment.h - Chinese text to words.
 *
 * For titles: they are short, and their lines must not end inside a word
 * (GB/T 9704-2012 7.3.1, 词意完整). */
#ifndef BUL_TEXT_SEGMENT_H
#define BUL_TEXT_SEGMENT_H

#include "base/list.h"
#include "text/word_list.h"

typedef struct bul_word {
    uint32_t start, end; /* bytes of the text */
    uint32_t char_count;
    bul_word_class class;
    bool counts; /* a number with or without its measure word: 三百名 */
} bul_word;

typedef BUL_LIST(bul_word) bul_words;

/* The words of a text, in order; together they are all of it. Marks, spaces
 * and runs of Latin are words of their own class.
 *
 * `vocabulary` tells of words that no list has, in lines: a line of a few
 * hanzi is a word (terms and names of the issue), a longer one is text (of the
 * article); what comes in it again and again is taken for a word. It may be
 * empty. Nothing is kept: the same text gives the same words. */
bul_words bul_segment(bul_arena *arena, bul_str text, bul_str vocabulary);

#endif
