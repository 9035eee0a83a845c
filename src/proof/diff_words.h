/* SPDX-License-Identifier: MIT */
/* diff_words.h - the words of a comparison, Chinese and English. */
#ifndef BUL_PROOF_DIFF_WORDS_H
#define BUL_PROOF_DIFF_WORDS_H

#include "proof/diff.h"

typedef enum bul_diff_word {
    BUL_DIFF_BEFORE, /* {0} title  {1} date  {2} pages */
    BUL_DIFF_AFTER,
    BUL_DIFF_NONE,
    BUL_DIFF_ARTICLE_ADDED,   /* {0} file and title */
    BUL_DIFF_ARTICLE_REMOVED, /* likewise */
    BUL_DIFF_PAGE_ADDED,      /* {0} number */
    BUL_DIFF_PAGE_REMOVED,
    BUL_DIFF_FURNITURE,     /* {0} page: a heading */
    BUL_DIFF_TEXT,          /* {0} which passage; the text follows */
    BUL_DIFF_PICTURE_BYTES, /* {0} file */
    BUL_DIFF_MOVED,         /* {0} from  {1} to */
    BUL_DIFF_RESIZED,       /* {0} from  {1} to */
    BUL_DIFF_PART_ADDED,    /* {0} place */
    BUL_DIFF_PART_REMOVED,
    BUL_DIFF_REFLOWED,      /* {0} lines  {1} before  {2} now */
    BUL_DIFF_PLACE_IN_ROWS, /* {0} page  {1} column  {2} row */
    BUL_DIFF_PLACE_IN_MM,   /* {0} page  {1} left  {2} top */
    BUL_DIFF_SIZE_IN_ROWS,  /* {0} columns  {1} rows */
    BUL_DIFF_SIZE_IN_MM,    /* {0} width  {1} height */
    BUL_DIFF_WORD_COUNT
} bul_diff_word;

/* What stands for {0} to {2}. */
typedef struct bul_diff_args {
    bul_str at[3];
} bul_diff_args;

#define BUL_DIFF_ARGS(...) ((bul_diff_args){{__VA_ARGS__}})

void bul_diff_add_words(bul_text *text, bul_diff_word word,
                        bul_message_language language, bul_diff_args args);

/* "第3段", "paragraph 3", "标题": what a passage is called. */
bul_str bul_diff_passage_name(bul_arena *arena, const bul_passage *passage,
                              bul_message_language language);

#endif
