/* SPDX-License-Identifier: MIT */
/* quotes_read.c - 引语: sentences of an article that may be printed large.
 *
 * A sentence put into an author's mouth that he did not write would be worse
 * than none: each must stand in the text, to the letter. Blanks do not count,
 * since lines of a file may end anywhere. */
#include "base/utf8.h"
#include "issue/issue_parts.h"
#include "source/near.h"

/* A block's text in one piece. */
typedef struct plain_block {
    const bul_block *block;
    bul_str text;
} plain_block;

typedef BUL_LIST(plain_block) plain_blocks;

static bool has_text(const bul_block *block)
{
    return block->kind == BUL_BLOCK_PARAGRAPH ||
           block->kind == BUL_BLOCK_ITEM || block->kind == BUL_BLOCK_QUOTE;
}

static plain_blocks plain_text(bul_arena *arena, const bul_blocks *blocks)
{
    plain_blocks plain = {0};
    for (size_t i = 0; i < blocks->count; i++) {
        const bul_block *block = &blocks->items[i];
        bul_text text = bul_text_in(arena);
        for (size_t n = 0; has_text(block) && n < block->runs.count; n++)
            bul_text_add(&text, block->runs.items[n].text);
        if (text.len > 0)
            *BUL_PUSH(arena, &plain) =
                (plain_block){block, bul_text_str(&text)};
    }
    return plain;
}

/* ---- Where it stands. ---- */

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == 0x3000;
}

/* The next character that is no blank, from `*at` on; 0: none. */
static uint32_t next_letter(bul_str text, size_t *at)
{
    uint32_t c = 0;
    while (*at < text.len && is_blank(c = bul_utf8_next(text, at)))
        c = 0;
    return c;
}

/* Where the words end that begin at `at`; 0: others stand there. */
static size_t match_end(bul_str text, size_t at, bul_str words)
{
    size_t from = 0;
    for (;;) {
        size_t end = at;
        uint32_t wanted = next_letter(words, &from);
        if (wanted == 0)
            return end;
        if (next_letter(text, &at) != wanted)
            return 0;
    }
}

static bool find_in(bul_str text, bul_str words, size_t *from, size_t *to)
{
    for (size_t at = 0; at < text.len;) {
        size_t next = at;
        bool begins = !is_blank(bul_utf8_next(text, &next));
        *from = at;
        *to = begins ? match_end(text, at, words) : 0;
        if (*to > 0)
            return true;
        at = next;
    }
    return false;
}

/* The byte of its file that a byte of a block's text comes from. */
static uint32_t place_in_file(const bul_runs *runs, size_t at)
{
    size_t start = 0;
    size_t i = 0;
    while (i + 1 < runs->count && start + runs->items[i].text.len <= at)
        start += runs->items[i++].text.len;
    const bul_run *run = &runs->items[i];
    uint32_t place = run->span.start + (uint32_t)(at - start);
    return place < run->span.end ? place : run->span.end;
}

static bul_line_of_text line_of(const plain_block *plain, size_t from,
                                size_t to)
{
    const bul_runs *runs = &plain->block->runs;
    bul_line_of_text line = {bul_str_sub(plain->text, from, to),
                             plain->block->span};
    line.span.start = place_in_file(runs, from);
    line.span.end = place_in_file(runs, to - 1) + 1;
    return line;
}

/* ---- What stands nowhere. ---- */

/* The marks around speech part sentences too. */
static bool ends_sentence(uint32_t c)
{
    static const uint32_t ends[] = {0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A,
                                    0x201C, 0x201D, '!',    '?',    ';'};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (c == ends[i])
            return true;
    return false;
}

/* Offers the sentences of a text, with their stops and without. */
static void offer_sentences(bul_near *near, bul_str text)
{
    size_t from = 0;
    for (size_t at = 0; at < text.len;) {
        size_t stop = at;
        bool ends = ends_sentence(bul_utf8_next(text, &at));
        if (!ends && at < text.len)
            continue;
        bul_near_offer(near, bul_str_sub(text, from, at));
        if (ends)
            bul_near_offer(near, bul_str_sub(text, from, stop));
        from = at;
    }
}

static void report_missing(bul_diag *diag, const plain_blocks *plain,
                           const bul_line_of_text *wanted)
{
    bul_near near = {.word = wanted->text};
    for (size_t i = 0; i < plain->count; i++)
        offer_sentences(&near, plain->items[i].text);
    bul_report(diag,
               near.best.len > 0 ? BUL_MSG_ARTICLE_QUOTE_NEAR
                                 : BUL_MSG_ARTICLE_QUOTE,
               wanted->span, BUL_ARGS(wanted->text, near.best));
}

void bul_quotes_read(bul_arena *arena, bul_diag *diag, bul_article *article,
                     const bul_yaml *map)
{
    bul_lines_of_text wanted = bul_lines_from_key(arena, map, "quotes");
    if (wanted.count == 0)
        return;
    plain_blocks plain = plain_text(arena, &article->blocks);
    for (size_t i = 0; i < wanted.count; i++) {
        const bul_line_of_text *words = &wanted.items[i];
        size_t from, to, n = 0;
        size_t start = 0;
        if (next_letter(words->text, &start) == 0)
            continue;
        while (n < plain.count &&
               !find_in(plain.items[n].text, words->text, &from, &to))
            n++;
        if (n == plain.count)
            report_missing(diag, &plain, words);
        else
            *BUL_PUSH(arena, &article->quotes) =
                line_of(&plain.items[n], from, to);
    }
}
