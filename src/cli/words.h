/* SPDX-License-Identifier: MIT */
/* words.h - the program's own words, Chinese and English side by side in
 * words.def. The language is chosen once; setlocale is never called, so that
 * numbers keep their full stop and cron needs no locale. */
#ifndef BUL_CLI_WORDS_H
#define BUL_CLI_WORDS_H

#include "bulletin.h"

typedef enum bul_word {
#define BUL_WORD(name, zh, en) BUL_WORD_##name,
#define BUL_PROBLEM(name, code, zh, zh_hint, en, en_hint)
#include "cli/words.def"
#undef BUL_WORD
#undef BUL_PROBLEM
    BUL_WORD_COUNT
} bul_word;

/* Something that went wrong outside the issue: a code, a fact, one repair. */
typedef enum bul_problem {
    BUL_PROBLEM_NONE = 0,
#define BUL_WORD(name, zh, en)
#define BUL_PROBLEM(name, code, zh, zh_hint, en, en_hint) BUL_PROBLEM_##name,
#include "cli/words.def"
#undef BUL_WORD
#undef BUL_PROBLEM
    BUL_PROBLEM_COUNT
} bul_problem;

/* What stands for {0} to {4}; missing ones are NULL and read as empty. */
typedef struct bul_word_args {
    const char *at[5];
} bul_word_args;

#define BUL_WITH(...)    ((bul_word_args){{__VA_ARGS__}})
#define BUL_WITH_NOTHING ((bul_word_args){{0}})

/* Longest text a phrase yields: a path and a sentence. */
#define BUL_PHRASE_ROOM 8192

/* A text with its arguments in place. Cut at a character when too long. */
typedef struct bul_phrase {
    char text[BUL_PHRASE_ROOM];
} bul_phrase;

const char *bul_word_text(bul_word word, bul_message_language language);
void bul_word_phrase(bul_phrase *phrase, bul_word word,
                     bul_message_language language, bul_word_args args);

const char *bul_problem_code(bul_problem problem);
const char *bul_problem_hint(bul_problem problem,
                             bul_message_language language);
void bul_problem_phrase(bul_phrase *phrase, bul_problem problem,
                        bul_message_language language, bul_word_args args);

/* The language to speak: `wanted` (--lang, or NULL), else BULLETIN_LANG, else
 * the first of LC_ALL, LC_MESSAGES and LANG that is set. "zh…" is Chinese, and
 * so are "C", "POSIX" and nothing at all (cron); everything else is English. */
bul_message_language bul_language_choose(const char *wanted);

#endif
