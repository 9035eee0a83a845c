/* SPDX-License-Identifier: MIT */
/* copyfit_edit.c - an article with a repair made to the letter, so that
 * make-up can be asked what comes of it. */
#include "base/utf8.h"
#include "layout/copyfit.h"

/* What is put in stands for any characters: all hanzi are of one width. */
#define ADDED "工"

static bool is_mark(uint32_t c)
{
    /* 。！？…”’）」』. ! ? */
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x2026 ||
           c == 0x201D || c == 0x2019 || c == 0xFF09 || c == 0x300D ||
           c == 0x300F || c == '.' || c == '!' || c == '?';
}

/* The marks that close a text stay where they are. */
static size_t marks_from(bul_str text)
{
    size_t at = text.len;
    while (at > 0) {
        size_t before = at;
        if (!is_mark(bul_utf8_previous(text, &before)))
            break;
        at = before;
    }
    return at;
}

static bul_str joined(bul_arena *arena, bul_str text, size_t kept, int added,
                      size_t marks)
{
    bul_text result = bul_text_in(arena);
    bul_text_add(&result, bul_str_sub(text, 0, kept));
    for (int i = 0; i < added; i++)
        bul_text_add(&result, BUL_STR(ADDED));
    bul_text_add(&result, bul_str_sub(text, marks, text.len));
    return bul_text_str(&result);
}

/* Cuts up to `count` characters off the end of a run; yields how many. */
static int cut_run(bul_arena *arena, bul_run *run, int count, bool is_last)
{
    size_t marks = is_last ? marks_from(run->text) : run->text.len;
    size_t at = marks;
    int gone = 0;
    for (; gone < count && at > 0; gone++)
        (void)bul_utf8_previous(run->text, &at);
    run->text = joined(arena, run->text, at, 0, marks);
    run->ruby = gone > 0 ? (bul_str){0} : run->ruby;
    return gone;
}

static void edit_block(bul_arena *arena, bul_block *block, int change)
{
    bul_runs runs = {0};
    for (size_t i = 0; i < block->runs.count; i++)
        *BUL_PUSH(arena, &runs) = block->runs.items[i];
    block->runs = runs;
    for (size_t i = runs.count; i-- > 0 && change < 0;)
        change += cut_run(arena, &runs.items[i], -change, i + 1 == runs.count);
    if (change <= 0 || runs.count == 0)
        return;
    bul_run *last = BUL_LAST(&runs);
    size_t marks = marks_from(last->text);
    last->text = joined(arena, last->text, marks, change, marks);
}

const bul_article *bul_copyfit_edit(bul_arena *arena,
                                    const bul_article *article,
                                    const bul_repair *repair)
{
    bul_article *edited = BUL_NEW(arena, bul_article, 1);
    *edited = *article;
    edited->blocks = (bul_blocks){0};
    for (size_t i = 0; i < article->blocks.count; i++)
        *BUL_PUSH(arena, &edited->blocks) = article->blocks.items[i];
    for (size_t i = 0; i < repair->places.count; i++) {
        const bul_repair_place *place = &repair->places.items[i];
        edit_block(arena, &edited->blocks.items[place->block_index],
                   repair->kind == BUL_REPAIR_CUT ? -place->characters
                                                  : place->characters);
    }
    return edited;
}
