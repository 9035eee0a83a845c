/* SPDX-License-Identifier: MIT */
/* galley_trim.c - 从末段删: news told with what matters first (倒金字塔) may
 * lose its end.
 *
 * Paragraphs go from the last one up, each option one more of them. What is
 * left must be able to end there: no crosshead, no announcement of a list, no
 * item that the next one counts on. At least half of the text stays, and
 * nothing goes that is no text or calls a note. */
#include "layout/galley_vary.h"

static size_t length_of(const bul_block *block)
{
    size_t bytes = 0;
    for (size_t i = 0; i < block->runs.count; i++)
        bytes += block->runs.items[i].text.len;
    return bytes;
}

static bool calls_notes(const bul_block *block)
{
    for (size_t i = 0; i < block->runs.count; i++)
        if (block->runs.items[i].note > 0)
            return true;
    return false;
}

static bool is_text(const bul_block *block)
{
    return block->kind == BUL_BLOCK_PARAGRAPH ||
           block->kind == BUL_BLOCK_ITEM || block->kind == BUL_BLOCK_QUOTE;
}

static bool may_go(const bul_block *block)
{
    return (is_text(block) || block->kind == BUL_BLOCK_CROSSHEAD) &&
           !calls_notes(block);
}

/* "……如下：" waits for what comes. */
static bool announces(const bul_block *block)
{
    if (block->runs.count == 0)
        return false;
    bul_str text = bul_str_trim(BUL_LAST(&block->runs)->text);
    return bul_str_ends(text, BUL_STR("：")) ||
           bul_str_ends(text, BUL_STR(":"));
}

/* Can the text end with block `index`? */
static bool may_end(const bul_article *article, size_t index)
{
    const bul_block *block = &article->blocks.items[index];
    return block->kind != BUL_BLOCK_CROSSHEAD && !announces(block);
}

/* The slugs of the last blocks follow one another: no picture stands between
 * them. */
static bool is_next(const bul_caster *caster, size_t index)
{
    const bul_elastic_galley *elastic = caster->elastic;
    size_t end = index + 1 < elastic->blocks.count
                     ? elastic->blocks.items[index + 1].first
                     : caster->galley->slugs.count;
    return elastic->blocks.items[index].end == end;
}

static void offer(bul_caster *caster, const bul_article *article, size_t index,
                  int paragraphs)
{
    size_t first = caster->elastic->blocks.items[index].first;
    size_t end = caster->galley->slugs.count;
    bul_span gone = article->blocks.items[index].span;
    gone.end = BUL_LAST(&article->blocks)->span.end;
    int rows = 0;
    for (size_t i = first; i < end; i++)
        rows += caster->galley->slugs.items[i].rows;
    if (first < end)
        *BUL_PUSH(caster->c->arena, &caster->elastic->options) =
            (bul_galley_option){
                .block_number = caster->galley->slugs.items[first].block_number,
                .kind = BUL_OPTION_FOOT,
                .lines = -rows,
                .cost = paragraphs * BUL_COST_DROP,
                .paragraphs = paragraphs,
                .gone = gone,
                .first = first,
                .end = end};
}

void bul_caster_offer_feet(bul_caster *caster, const bul_article *article)
{
    const bul_blocks *blocks = &article->blocks;
    if (!caster->elastic || article->trim != BUL_TRIM_FOOT)
        return;
    size_t whole = 0, gone = 0;
    for (size_t i = 0; i < blocks->count; i++)
        whole += length_of(&blocks->items[i]);
    int paragraphs = 0;
    for (size_t i = blocks->count; i-- > 1;) {
        const bul_block *block = &blocks->items[i];
        gone += length_of(block);
        if (!may_go(block) || !is_next(caster, i) || gone > whole / 2)
            return;
        paragraphs += is_text(block) ? 1 : 0;
        if (may_end(article, i - 1))
            offer(caster, article, i, paragraphs);
    }
}
