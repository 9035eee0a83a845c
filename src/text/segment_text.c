/* SPDX-License-Identifier: MIT */
/* segment_text.c - a text by its characters, and words learnt from an
 * article. */
#include "base/utf8.h"
#include "text/segment_parts.h"

#define MOST_GIVEN  16 /* characters of a line that is one word */
#define COST_GIVEN  4
#define LEAST_TIMES 2 /* what an article says twice may be a word */
#define MOST_LEARNT 4

/* Letters of any alphabet, digits, and the signs that stand in words and
 * numbers: + - . % / & @ # _ ~ ' */
static bool is_latin(uint32_t c)
{
    if (c > 0x20 && c < 0x7F)
        return bul_str_find(BUL_STR("!\"(),:;<>?[]{|}"),
                            (bul_str){(const char[]){(char)c}, 1}) == 15;
    return (c >= 0xA1 && c < 0x2000 && c != 0xB7) || c == 0x2030 ||
           c == 0x2103 || (c >= 0xFF10 && c <= 0xFF19) ||
           (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

static bul_word_class class_of(uint32_t c)
{
    if (bul_utf8_is_han(c))
        return BUL_WORD_OTHER;
    if (c <= 0x20 || c == 0xA0 || c == 0x3000 || c == 0x200B)
        return BUL_WORD_SPACE;
    return is_latin(c) ? BUL_WORD_LATIN : BUL_WORD_MARK;
}

static bool is_all_han(bul_str s)
{
    for (size_t at = 0; at < s.len;)
        if (!bul_utf8_is_han(bul_utf8_next(s, &at)))
            return false;
    return s.len > 0;
}

/* Short lines are words; a line that is the whole text tells nothing of how
 * it may be parted. */
static void read_vocabulary(bul_arena *arena, bul_segment_text *text,
                            bul_str vocabulary)
{
    bul_str line;
    text->prose = vocabulary;
    while (bul_str_cut(&vocabulary, '\n', &line)) {
        line = bul_str_trim(line);
        size_t count = line.len <= (size_t)4 * MOST_GIVEN ? bul_utf8_count(line)
                                                          : MOST_GIVEN + 1;
        if (count < 2 || count > MOST_GIVEN || !is_all_han(line) ||
            bul_str_equal(line, text->text) ||
            bul_str_find(text->text, line) == text->text.len)
            continue;
        *BUL_PUSH(arena, &text->given) = line;
    }
}

bul_segment_text bul_segment_take(bul_arena *arena, bul_str text,
                                  bul_str vocabulary)
{
    bul_segment_text taken = {.text = text};
    bul_segment_char *chars =
        BUL_NEW(arena, bul_segment_char, bul_utf8_count(text) + 1);
    for (size_t at = 0; at < text.len;) {
        bul_segment_char *c = &chars[taken.char_count++];
        c->start = (uint32_t)at;
        c->code_point = bul_utf8_next(text, &at);
        c->class = class_of(c->code_point);
    }
    chars[taken.char_count] = (bul_segment_char){.start = (uint32_t)text.len,
                                                 .class = BUL_WORD_SPACE};
    taken.chars = chars;
    read_vocabulary(arena, &taken, vocabulary);
    return taken;
}

/* 的 了 着 在 是 和 与 及 或 也 都 就 不 把 被 让 为 从 向 对 到 有 这 那 一 上 中:
 * whatever is repeated with these is no word by that. */
static bool is_loose(uint32_t c)
{
    static const uint32_t loose[] = {
        0x7684, 0x4E86, 0x7740, 0x5728, 0x662F, 0x548C, 0x4E0E, 0x53CA, 0x6216,
        0x4E5F, 0x90FD, 0x5C31, 0x4E0D, 0x628A, 0x88AB, 0x8BA9, 0x4E3A, 0x4ECE,
        0x5411, 0x5BF9, 0x5230, 0x6709, 0x8FD9, 0x90A3, 0x4E00, 0x4E0A, 0x4E2D};
    for (size_t i = 0; i < sizeof loose / sizeof loose[0]; i++)
        if (loose[i] == c)
            return true;
    return false;
}

/* How often the prose has some characters of the text; four is often. */
static int times_in_prose(const bul_segment_text *text, uint32_t at,
                          uint32_t char_count)
{
    bul_str word = bul_str_sub(text->text, text->chars[at].start,
                               text->chars[at + char_count].start);
    bul_str rest = text->prose;
    int times = 0;
    for (; times < 4; times++) {
        size_t found = bul_str_find(rest, word);
        if (found == rest.len)
            break;
        rest = bul_str_sub(rest, found + word.len, rest.len);
    }
    return times;
}

bool bul_segment_is_whole(const bul_segment_text *text, uint32_t at,
                          uint32_t char_count)
{
    if (at + char_count > text->char_count ||
        text->chars[at + char_count - 1].class != BUL_WORD_OTHER)
        return false;
    int times = times_in_prose(text, at, char_count);
    return times >= LEAST_TIMES &&
           times == times_in_prose(text, at, char_count - 1);
}

static void offer_given(const bul_segment_text *text, uint32_t at,
                        bul_segment_offer *offer, void *context)
{
    size_t start = text->chars[at].start;
    bul_str rest = bul_str_sub(text->text, start, text->text.len);
    for (size_t i = 0; i < text->given.count; i++)
        if (bul_str_starts(rest, text->given.items[i]))
            offer(context, (bul_segment_candidate){
                               .char_count = (uint32_t)bul_utf8_count(
                                   text->given.items[i]),
                               .cost = COST_GIVEN,
                               .class = BUL_WORD_NOUN});
}

void bul_segment_offer_learnt(const bul_segment_text *text, uint32_t at,
                              bul_segment_offer *offer, void *context)
{
    offer_given(text, at, offer, context);
    for (uint32_t count = 1; count <= MOST_LEARNT; count++) {
        uint32_t end = at + count;
        if (end > text->char_count ||
            text->chars[end - 1].class != BUL_WORD_OTHER ||
            is_loose(text->chars[end - 1].code_point))
            return;
        if (count < 2)
            continue;
        int times = times_in_prose(text, at, count);
        if (times < LEAST_TIMES)
            return;
        /* Two listed words cost some 76 together, three hanzi some 115. */
        offer(context, (bul_segment_candidate){
                           .char_count = count,
                           .cost = 32 + 16 * (int32_t)count - 4 * (times - 1),
                           .class = BUL_WORD_NOUN});
    }
}
