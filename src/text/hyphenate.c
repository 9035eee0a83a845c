/* SPDX-License-Identifier: MIT */
/* hyphenate.c - libhyphen at arm's length: it trusts its dictionary and its
 * caller's arrays, so it is given only short words of small letters, and only
 * dictionaries without the parts that ask for more (replacements of letters,
 * a second level, lines longer than its buffer). */
#include "text/hyphenate.h"

#include <hyphen.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define DICTIONARY_MAX_BYTES ((size_t)4 << 20)
#define LINE_MAX_BYTES       (MAX_CHARS - 4)

enum {
    LETTERS_MIN = 5,
    LETTERS_MAX = 64,
    CAPITALS_MAX = 6, /* an abbreviation up to here */
    LEFT_MIN = 2,
    RIGHT_MIN = 3,
    SUFFIX_MAX = 2,  /* after an apostrophe: ’s ’re ’ll */
    VECTOR_SLACK = 5 /* libhyphen: "size = word_size + 5" */
};

struct bul_hyphenator {
    bul_arena *arena;
    const bul_world *world;
    bul_diag *diag;
    bul_str path;
    HyphenDict *dictionary;
    bool is_asked;
};

bul_hyphenator *bul_hyphenator_open(bul_arena *arena, const bul_world *world,
                                    bul_diag *diag, bul_str path)
{
    bul_hyphenator *h = BUL_NEW(arena, bul_hyphenator, 1);
    h->arena = arena;
    h->world = world;
    h->diag = diag;
    h->path = path;
    return h;
}

/* ---- The dictionary ---- */

/* A pattern file as TeX has it: a line of encoding, then short lines without
 * replacements ("/") or levels. */
static bool is_plain(bul_str bytes)
{
    bul_str line;
    if (!bul_str_cut(&bytes, '\n', &line) ||
        !(bul_str_equal(line, BUL_STR("UTF-8")) ||
          bul_str_equal(line, BUL_STR("US-ASCII")) ||
          bul_str_starts(line, BUL_STR("ISO8859-"))))
        return false;
    size_t pattern_count = 0;
    while (bul_str_cut(&bytes, '\n', &line)) {
        if (line.len > LINE_MAX_BYTES || memchr(line.ptr, '\0', line.len) ||
            bul_str_starts(line, BUL_STR("NEXTLEVEL")) ||
            bul_str_starts(line, BUL_STR("NOHYPHEN")))
            return false;
        if (line.len == 0 || line.ptr[0] == '%')
            continue;
        if (memchr(line.ptr, '/', line.len))
            return false;
        pattern_count++;
    }
    return pattern_count > 0;
}

static void dictionary_close(void *handle)
{
    hnj_hyphen_free(handle);
}

/* NULL where the bytes are no dictionary for it. */
static HyphenDict *dictionary_from(bul_arena *arena, bul_str bytes)
{
    if (!is_plain(bytes))
        return NULL;
    bul_arena_mark mark = bul_arena_mark_now(arena);
    FILE *file = fmemopen(bul_cstr(arena, bytes), bytes.len, "r");
    HyphenDict *dictionary = file ? hnj_hyphen_load_file(file) : NULL;
    if (file)
        fclose(file);
    bul_arena_rewind(arena, mark);
    return dictionary;
}

static void read_dictionary(bul_hyphenator *h)
{
    h->is_asked = true;
    bul_str bytes;
    if (bul_world_open(h->world, h->arena, BUL_STR(""), h->path,
                       DICTIONARY_MAX_BYTES, &bytes) == BUL_WORLD_OK)
        h->dictionary = dictionary_from(h->arena, bytes);
    if (h->dictionary)
        bul_arena_defer(h->arena, dictionary_close, h->dictionary);
    else
        bul_report(h->diag, BUL_MSG_TEXT_NO_HYPHENS, (bul_span){0},
                   BUL_ARGS(h->path));
}

/* ---- The word ---- */

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_letter(char c)
{
    return is_small(c) || is_capital(c);
}

static size_t skip_letters(bul_str text, size_t at)
{
    while (at < text.len && is_letter(text.ptr[at]))
        at++;
    return at;
}

static bool is_in(uint32_t c, const uint32_t *list)
{
    while (*list && *list != c)
        list++;
    return *list != 0;
}

/* Past all characters of a list, 0-ended. */
static size_t skip_marks(bul_str text, size_t at, const uint32_t *list)
{
    while (at < text.len) {
        size_t next = at;
        if (!is_in(bul_utf8_next(text, &next), list))
            break;
        at = next;
    }
    return at;
}

/* Past ’s and the like, where nothing but a suffix follows. */
static size_t skip_suffix(bul_str text, size_t at)
{
    static const uint32_t apostrophes[] = {'\'', 0x2019, 0};
    size_t letters = skip_marks(text, at, apostrophes);
    size_t end = skip_letters(text, letters);
    return letters > at && end - letters <= SUFFIX_MAX ? end : at;
}

/* The one word in a piece of text; empty where there is none or more. */
static bul_str word_in(bul_str text)
{
    static const uint32_t before[] = {'(',    '[',    '"',    '\'', 0x2018,
                                      0x201C, 0xFF08, 0x300A, 0};
    static const uint32_t after[] = {
        ')', ']', '"',    '\'',   '.',    ',',    ';',    ':',
        '!', '?', 0x2019, 0x201D, 0x2026, 0xFF09, 0x300B, 0};
    size_t start = skip_marks(text, 0, before);
    size_t end = skip_letters(text, start);
    size_t rest = skip_marks(text, skip_suffix(text, end), after);
    return rest == text.len ? bul_str_sub(text, start, end) : BUL_STR("");
}

/* ---- Its points ---- */

static size_t count_capitals(bul_str word)
{
    size_t count = 0;
    for (size_t i = 0; i < word.len; i++)
        count += is_capital(word.ptr[i]);
    return count;
}

/* Open-Type, Java-Script. */
static void part_at_capitals(bul_str word, uint8_t *points)
{
    for (size_t i = LEFT_MIN; i + RIGHT_MIN <= word.len; i++)
        points[i] = is_capital(word.ptr[i]) && is_small(word.ptr[i - 1]);
}

static void part_by_dictionary(bul_hyphenator *h, bul_str word, uint8_t *points)
{
    char letters[LETTERS_MAX + 1] = {0};
    char vector[LETTERS_MAX + VECTOR_SLACK] = {0};
    /* Used for replacements only, which our dictionaries have not. */
    char **replaced = NULL;
    int *position = NULL;
    int *cut = NULL;
    for (size_t i = 0; i < word.len; i++)
        letters[i] = (char)(word.ptr[i] | 0x20); /* to a small letter */
    if (!h->is_asked)
        read_dictionary(h);
    if (h->dictionary == NULL ||
        hnj_hyphen_hyphenate2(h->dictionary, letters, (int)word.len, vector,
                              NULL, &replaced, &position, &cut) != 0)
        return;
    for (size_t i = LEFT_MIN; i + RIGHT_MIN <= word.len; i++)
        points[i] = vector[i - 1] & 1;
}

size_t bul_hyphenate(bul_hyphenator *hyphenator, bul_str word, uint8_t *points)
{
    if (word.len == 0)
        return 0;
    memset(points, 0, word.len);
    bul_str letters = word_in(word);
    if (letters.len < LETTERS_MIN || letters.len > LETTERS_MAX)
        return 0;
    uint8_t *at = points + (letters.ptr - word.ptr);
    size_t capitals = count_capitals(letters);
    bool is_all = capitals == letters.len;
    if (is_all && letters.len <= CAPITALS_MAX)
        return 0;
    bool is_name = capitals > (size_t)is_capital(letters.ptr[0]) && !is_all;
    if (is_name)
        part_at_capitals(letters, at);
    else
        part_by_dictionary(hyphenator, letters, at);
    size_t count = 0;
    for (size_t i = 0; i < word.len; i++)
        count += points[i];
    return count;
}
