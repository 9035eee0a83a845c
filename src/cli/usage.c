/* SPDX-License-Identifier: MIT */
/* usage.c - choices, near misses and complaints about the command line. */
#include <stdio.h>
#include <string.h>

#include "cli/options.h"
#include "cli/shown.h"

bool bul_choice_next(const char **choices, char *word)
{
    const char *from = *choices + strspn(*choices, " ");
    size_t length = strcspn(from, " ");
    if (length == 0)
        return false;
    *choices = from + length;
    if (length > BUL_CHOICE_ROOM - 1)
        length = BUL_CHOICE_ROOM - 1;
    memcpy(word, from, length);
    word[length] = '\0';
    return true;
}

bool bul_choice_has(const char *choices, const char *word)
{
    char choice[BUL_CHOICE_ROOM];
    while (bul_choice_next(&choices, choice))
        if (strcmp(choice, word) == 0)
            return true;
    return false;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t bul_word_distance(const char *a, const char *b)
{
    enum {
        ROOM = 32
    };
    size_t rows[3][ROOM]; /* the row before last, the last, this one */
    size_t length_a = strlen(a), length_b = strlen(b);
    if (length_a >= ROOM || length_b >= ROOM)
        return SIZE_MAX / 4;
    for (size_t j = 0; j <= length_b; j++)
        rows[1][j] = j;
    memcpy(rows[0], rows[1], sizeof rows[0]);
    for (size_t i = 1; i <= length_a; i++) {
        rows[2][0] = i;
        for (size_t j = 1; j <= length_b; j++) {
            size_t cost = a[i - 1] != b[j - 1];
            rows[2][j] = least(least(rows[1][j], rows[2][j - 1]) + 1,
                               rows[1][j - 1] + cost);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                rows[2][j] = least(rows[2][j], rows[0][j - 2] + 1);
        }
        memcpy(rows[0], rows[1], sizeof rows[0]);
        memcpy(rows[1], rows[2], sizeof rows[1]);
    }
    return rows[1][length_b];
}

int bul_usage_fail(bul_message_language language, const bul_command *command,
                   bul_word word, bul_word_args args)
{
    bul_phrase phrase;
    bool has_page = command != NULL && command->name[0] != '\0';
    bul_word_phrase(&phrase, word, language, args);
    fputs("bulletin: ", stderr);
    bul_shown_print(stderr, phrase.text);
    fputc('\n', stderr);
    bul_word_phrase(&phrase,
                    has_page ? BUL_WORD_USAGE_SEE : BUL_WORD_USAGE_SEE_ALL,
                    language, BUL_WITH(has_page ? command->name : NULL));
    bul_shown_print(stderr, phrase.text);
    fputc('\n', stderr);
    return BUL_EXIT_USAGE;
}
