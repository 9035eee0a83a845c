/* SPDX-License-Identifier: MIT */
/* words.c - picking the language, and putting arguments into phrases. */
#include "cli/words.h"

#include <stdlib.h>
#include <string.h>

typedef struct bul_word_entry {
    const char *in[2]; /* by bul_message_language */
} bul_word_entry;

typedef struct bul_problem_entry {
    const char *code;
    const char *in[2];
    const char *hint_in[2];
} bul_problem_entry;

static const bul_word_entry words[BUL_WORD_COUNT] = {
#define BUL_WORD(name, zh, en) [BUL_WORD_##name] = {{zh, en}},
#define BUL_PROBLEM(name, code, zh, zh_hint, en, en_hint)
#include "cli/words.def"
#undef BUL_WORD
#undef BUL_PROBLEM
};

static const bul_problem_entry problems[BUL_PROBLEM_COUNT] = {
    [BUL_PROBLEM_NONE] = {"", {"", ""}, {"", ""}},
#define BUL_WORD(name, zh, en)
#define BUL_PROBLEM(name, code, zh, zh_hint, en, en_hint)                      \
    [BUL_PROBLEM_##name] = {code, {zh, en}, {zh_hint, en_hint}},
#include "cli/words.def"
#undef BUL_WORD
#undef BUL_PROBLEM
};

const char *bul_word_text(bul_word word, bul_message_language language)
{
    return words[word].in[language == BUL_LANG_ENGLISH];
}

const char *bul_problem_code(bul_problem problem)
{
    return problems[problem].code;
}

const char *bul_problem_hint(bul_problem problem, bul_message_language language)
{
    return problems[problem].hint_in[language == BUL_LANG_ENGLISH];
}

/* Appends as much as fits, never half a character. */
static size_t append(bul_phrase *phrase, size_t len, const char *text,
                     size_t count)
{
    size_t room = BUL_PHRASE_ROOM - 1 - len;
    if (count > room) {
        count = room;
        while (count > 0 && ((unsigned char)text[count] & 0xC0) == 0x80)
            count--;
    }
    memcpy(phrase->text + len, text, count);
    phrase->text[len + count] = '\0';
    return len + count;
}

static void fill(bul_phrase *phrase, const char *pattern, bul_word_args args)
{
    size_t len = 0;
    phrase->text[0] = '\0';
    while (*pattern != '\0') {
        size_t plain = strcspn(pattern, "{");
        len = append(phrase, len, pattern, plain);
        pattern += plain;
        if (pattern[0] == '{' && pattern[1] >= '0' && pattern[1] <= '4' &&
            pattern[2] == '}') {
            const char *arg = args.at[pattern[1] - '0'];
            if (arg != NULL)
                len = append(phrase, len, arg, strlen(arg));
            pattern += 3;
        } else if (*pattern != '\0') {
            len = append(phrase, len, pattern++, 1);
        }
    }
}

void bul_word_phrase(bul_phrase *phrase, bul_word word,
                     bul_message_language language, bul_word_args args)
{
    fill(phrase, bul_word_text(word, language), args);
}

void bul_problem_phrase(bul_phrase *phrase, bul_problem problem,
                        bul_message_language language, bul_word_args args)
{
    fill(phrase, problems[problem].in[language == BUL_LANG_ENGLISH], args);
}

static bul_message_language read_locale(const char *locale)
{
    if (strncmp(locale, "zh", 2) == 0 || strcmp(locale, "C") == 0 ||
        strncmp(locale, "C.", 2) == 0 || strcmp(locale, "POSIX") == 0)
        return BUL_LANG_CHINESE;
    return BUL_LANG_ENGLISH;
}

bul_message_language bul_language_choose(const char *wanted)
{
    static const char *const variables[] = {"BULLETIN_LANG", "LC_ALL",
                                            "LC_MESSAGES", "LANG"};
    if (wanted != NULL && wanted[0] != '\0')
        return read_locale(wanted);
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *value = getenv(variables[i]);
        if (value != NULL && value[0] != '\0')
            return read_locale(value);
    }
    return BUL_LANG_CHINESE;
}
