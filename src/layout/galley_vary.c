/* SPDX-License-Identifier: MIT */
#include "layout/galley_vary.h"

#include <assert.h>

/* ---- A line fewer, a line more. ---- */

bool bul_caster_may_vary(const bul_caster *caster, const bul_copy *copy)
{
    bool is_text =
        copy->role == BUL_ROLE_PARAGRAPH || copy->role == BUL_ROLE_LIST_ITEM;
    return caster->elastic && is_text && !caster->cap && !caster->ground;
}

static void cast_text(bul_caster *caster, const bul_copy *copy,
                      const bul_set_text *text)
{
    size_t first = caster->galley->slugs.count;
    bul_caster_add_text(caster, text, copy->style, copy->role, copy->span);
    for (size_t i = 0; i < 2; i++)
        if (copy->runs[i])
            bul_caster_mark_calls(caster, text, copy->runs[i], first);
}

/* Casts a varied text beside the galley, in place of its last `count` slugs. */
static void offer_way(bul_caster *caster, const bul_copy *copy, size_t count,
                      const bul_varied_text *way)
{
    if (way->text.line_count == 0)
        return;
    bul_galley beside = {0};
    bul_caster other = *caster;
    other.galley = &beside;
    cast_text(&other, copy, &way->text);
    size_t end = caster->galley->slugs.count;
    int lines = (int)way->text.line_count - (int)count;
    *BUL_PUSH(caster->c->arena, &caster->elastic->options) =
        (bul_galley_option){.block_number = caster->block_number,
                            .kind = lines < 0 ? BUL_OPTION_TIGHTER
                                              : BUL_OPTION_LOOSER,
                            .lines = lines,
                            .cost = way->cost,
                            .first = end - count,
                            .end = end,
                            .slugs = beside.slugs.items,
                            .slug_count = beside.slugs.count};
}

void bul_caster_add_ways(bul_caster *caster, const bul_copy *copy)
{
    bul_set_ways ways =
        bul_compositor_set_ways(caster->c, copy->style, copy->styled->items,
                                copy->styled->count, caster->measure);
    cast_text(caster, copy, &ways.natural);
    offer_way(caster, copy, ways.natural.line_count, &ways.fewer);
    offer_way(caster, copy, ways.natural.line_count, &ways.more);
}

/* ---- Paragraphs that go. ---- */

static bool is_brief(const bul_article *article)
{
    return article->level == BUL_LEVEL_BRIEF;
}

static bool is_text(const bul_block *block)
{
    return block->kind == BUL_BLOCK_PARAGRAPH ||
           block->kind == BUL_BLOCK_ITEM || block->kind == BUL_BLOCK_QUOTE;
}

static bool calls_notes(const bul_block *block)
{
    for (size_t i = 0; i < block->runs.count; i++)
        if (block->runs.items[i].note > 0)
            return true;
    return false;
}

/* The head of a brief stands in front of its text. */
static bool follows_head(const bul_article *article, size_t index)
{
    return index > 0 &&
           article->blocks.items[index - 1].kind == BUL_BLOCK_CROSSHEAD;
}

static bool is_followed_by_text(const bul_article *article, size_t index)
{
    return index + 1 < article->blocks.count &&
           article->blocks.items[index + 1].kind != BUL_BLOCK_CROSSHEAD;
}

bool bul_block_is_counted_on(const bul_article *article, size_t index)
{
    const bul_block *block = &article->blocks.items[index];
    if (block->kind != BUL_BLOCK_ITEM || block->item_kind == BUL_ITEM_BULLET ||
        index + 1 == article->blocks.count)
        return false;
    return block[1].kind == BUL_BLOCK_ITEM && block[1].level >= block->level;
}

/* The first paragraph, before all but pictures, has the large character. */
static bool has_cap(const bul_caster *caster, const bul_article *article,
                    size_t index)
{
    int drop_lines = caster->c->template->heads[article->level].drop_lines;
    if (drop_lines == 0 || article->is_boxed || is_brief(article))
        return false;
    for (size_t i = 0; i < index; i++)
        if (article->blocks.items[i].kind != BUL_BLOCK_FIGURE)
            return false;
    return true;
}

/* Could the block go, if others stay? */
static bool may_go(const bul_caster *caster, const bul_article *article,
                   size_t index)
{
    const bul_block *block = &article->blocks.items[index];
    if (!block->may_drop || article->trim == BUL_TRIM_NONE || !is_text(block) ||
        calls_notes(block) || bul_block_is_counted_on(article, index) ||
        has_cap(caster, article, index))
        return false;
    if (!is_brief(article))
        return true;
    if (block->kind != BUL_BLOCK_PARAGRAPH)
        return false;
    return !follows_head(article, index) ||
           (!is_followed_by_text(article, index) && !calls_notes(block - 1));
}

static bool parts_sections(const bul_article *article, size_t index)
{
    return !is_brief(article) &&
           article->blocks.items[index].kind == BUL_BLOCK_CROSSHEAD;
}

/* Does text stay under the same crosshead whatever else goes? Where all of it
 * may go, the first of it does not. */
static bool leaves_text(const bul_caster *caster, const bul_article *article,
                        size_t index)
{
    const bul_blocks *blocks = &article->blocks;
    size_t first = index;
    while (first > 0 && !parts_sections(article, first - 1))
        first--;
    bool is_first = true;
    for (size_t i = first; i < blocks->count && !parts_sections(article, i);
         i++) {
        if (!is_text(&blocks->items[i]))
            continue;
        if (!may_go(caster, article, i))
            return true;
        if (is_first && i != index)
            return true; /* that one stays */
        is_first = false;
    }
    return false;
}

void bul_caster_offer_drop(bul_caster *caster, const bul_article *article,
                           size_t index, size_t first)
{
    size_t end = caster->galley->slugs.count;
    if (!caster->elastic)
        return;
    if (!is_brief(article))
        *BUL_PUSH(caster->c->arena, &caster->elastic->blocks) =
            (bul_slug_range){first, end};
    if (end == first || !may_go(caster, article, index) ||
        !leaves_text(caster, article, index))
        return;
    int rows = 0;
    for (size_t i = first; i < end; i++)
        rows += caster->galley->slugs.items[i].rows;
    *BUL_PUSH(caster->c->arena, &caster->elastic->options) =
        (bul_galley_option){.block_number = caster->block_number,
                            .kind = BUL_OPTION_DROP,
                            .lines = -rows,
                            .cost = BUL_COST_DROP,
                            .paragraphs = 1,
                            .first = first,
                            .end = end};
}

/* ---- The whole. ---- */

/* The last slug above the notes is the one with which all are due. */
static size_t text_end(const bul_galley *galley)
{
    size_t end = galley->slugs.count;
    while (end > 0 && galley->slugs.items[end - 1].notes == 0)
        end--;
    return end;
}

bul_elastic_galley *bul_galley_elastic(const bul_compositor *c,
                                       const bul_article *article,
                                       bul_mpt measure, int column_count)
{
    bul_elastic_galley *elastic = BUL_NEW(c->arena, bul_elastic_galley, 1);
    elastic->galley = BUL_NEW(c->arena, bul_galley, 1);
    elastic->galley->measure = measure;
    bul_caster caster = {.c = c,
                         .galley = elastic->galley,
                         .measure = measure,
                         .column_count = column_count,
                         .elastic = elastic};
    if (is_brief(article)) {
        caster.column_count = 1;
        bul_caster_add_briefs(&caster, article);
    } else {
        bul_caster_add_article(&caster, article);
    }
    elastic->note_count = article->notes.count;
    elastic->text_end = text_end(elastic->galley);
    return elastic;
}

/* The option that begins at a slug, or NULL. */
static const bul_galley_option *option_at(const bul_elastic_galley *elastic,
                                          const size_t *options, size_t count,
                                          size_t slug)
{
    for (size_t i = 0; i < count; i++) {
        const bul_galley_option *option = &elastic->options.items[options[i]];
        if (option->first == slug)
            return option;
    }
    return NULL;
}

bul_galley *bul_galley_vary(bul_arena *arena, const bul_elastic_galley *elastic,
                            const size_t *options, size_t option_count)
{
    const bul_galley *base = elastic->galley;
    bul_galley *varied = BUL_NEW(arena, bul_galley, 1);
    *varied = *base;
    memset(&varied->slugs, 0, sizeof varied->slugs);
    BUL_RESERVE(arena, &varied->slugs, base->slugs.count + option_count);
    size_t used = 0;
    size_t end = 0; /* of the text, in the varied galley */
    for (size_t i = 0; i < base->slugs.count;) {
        if (i <= elastic->text_end)
            end = varied->slugs.count;
        const bul_galley_option *option =
            option_at(elastic, options, option_count, i);
        if (!option) {
            *BUL_PUSH(arena, &varied->slugs) = base->slugs.items[i++];
            continue;
        }
        for (size_t n = 0; n < option->slug_count; n++)
            *BUL_PUSH(arena, &varied->slugs) = option->slugs[n];
        i = option->end;
        used++;
    }
    assert(used == option_count); /* none overlaps another */
    if (elastic->note_count > 0)
        bul_slugs_call_all(varied->slugs.items, end, elastic->note_count);
    return varied;
}
