/* SPDX-License-Identifier: MIT */
/* word_list.h - the words of Chinese news, and how common each is.
 *
 * Some sixty thousand words of simplified Chinese: the dictionary of jieba,
 * pruned, and words_union.txt. The table is constant; word_list.py writes it.
 * A row holds the words that begin with one character, as entries: the rest
 * of the word in UTF-8, a letter for its class, a sign for its cost. */
#ifndef BUL_TEXT_WORD_LIST_H
#define BUL_TEXT_WORD_LIST_H

#include "base/str.h"

/* What a word does in a phrase, by its letter in the table. */
typedef enum bul_word_class {
    BUL_WORD_NOUN = 'n',
    BUL_WORD_VERB = 'v',
    BUL_WORD_ADJECTIVE = 'a',
    BUL_WORD_ADVERB = 'd',
    BUL_WORD_NUMERAL = 'm',
    BUL_WORD_MEASURE = 'q', /* 量词 */
    BUL_WORD_PREPOSITION = 'p',
    BUL_WORD_CONJUNCTION = 'c',
    BUL_WORD_PARTICLE = 'u', /* 助词, 语气词 */
    BUL_WORD_PRONOUN = 'r',
    BUL_WORD_LOCATIVE = 'f', /* 方位词 */
    BUL_WORD_IDIOM = 'i',
    BUL_WORD_OTHER = 'x',
    BUL_WORD_MARK = 'w',  /* punctuation */
    BUL_WORD_LATIN = 'l', /* letters, digits, signs */
    BUL_WORD_SPACE = 's'
} bul_word_class;

typedef struct bul_listed_word {
    size_t bytes;
    bul_word_class class;
    int cost; /* -ln of its share of running text, in quarters */
} bul_listed_word;

/* Calls `found` with every listed word that `text` begins with, shortest
 * first. */
void bul_word_list_search(bul_str text,
                          void (*found)(void *context, bul_listed_word word),
                          void *context);

/* ---- The table. ---- */

#define BUL_WORD_BLOCK_BYTES 4001
#define BUL_WORD_LEAST_COST  16

/* Rows are in the order of their first characters. A long one is in pieces. */
typedef struct bul_word_row {
    uint16_t first; /* code point */
    uint16_t block;
    uint16_t start, end; /* bytes of the block */
} bul_word_row;

extern const bul_word_row bul_word_rows[];
extern const size_t bul_word_row_count;
extern const char bul_word_blocks[][BUL_WORD_BLOCK_BYTES];

#endif
