/* SPDX-License-Identifier: MIT */
/* bulletin_passages.c - the text of an issue as its authors wrote it, piece by
 * piece, for comparison: proof/ knows pages, but no issues. */
#include "document.h"
#include "layout/headline.h"

typedef struct telling {
    bul_arena *arena;
    bul_passages *passages;
    uint32_t number; /* of blocks, those in boxes included */
} telling;

static void tell_stamped(telling *t, bul_passage_kind kind, bul_str text,
                         uint64_t stamp)
{
    if (text.len > 0)
        *BUL_PUSH(t->arena, t->passages) =
            (bul_passage){kind, t->number, text, stamp};
}

static void tell(telling *t, bul_passage_kind kind, bul_str text)
{
    tell_stamped(t, kind, text, 0);
}

/* A forced break shows as a line end, a reading in brackets. */
static bul_str text_of(bul_arena *arena, bul_str label, const bul_runs *runs)
{
    bul_text text = bul_text_in(arena);
    bul_text_add(&text, label);
    for (size_t i = 0; i < runs->count; i++) {
        const bul_run *run = &runs->items[i];
        if (run->flags & BUL_RUN_NEWLINE)
            bul_text_add_char(&text, '\n');
        bul_text_add(&text, run->text);
        if (run->ruby.len > 0) {
            bul_text_add(&text, BUL_STR("（"));
            bul_text_add(&text, run->ruby);
            bul_text_add(&text, BUL_STR("）"));
        }
    }
    return bul_text_str(&text);
}

static void tell_runs(telling *t, bul_passage_kind kind, const bul_runs *runs)
{
    tell(t, kind, text_of(t->arena, (bul_str){0}, runs));
}

/* Of all its bytes; of the last ones where the file is gone by now. */
static uint64_t stamp_of(bul_arena *arena, const bul_picture *picture)
{
    bul_loan loan;
    if (picture == NULL)
        return 0;
    if (!bul_picture_open(picture, arena, &loan))
        return picture->stamp;
    uint64_t stamp = bul_str_hash(loan.bytes);
    bul_world_return(&loan);
    return stamp;
}

static void tell_figure(telling *t, const bul_figure *figure)
{
    tell_stamped(t, BUL_PASSAGE_PICTURE, figure->file.text,
                 stamp_of(t->arena, figure->picture));
    tell_runs(t, BUL_PASSAGE_CAPTION, &figure->caption);
    tell(t, BUL_PASSAGE_CAPTION, figure->credit.text);
}

static void tell_table(telling *t, const bul_table *table)
{
    tell(t, BUL_PASSAGE_TABLE, table->title.text);
    for (size_t i = 0; i < table->row_count * table->column_count; i++)
        tell_runs(t, BUL_PASSAGE_TABLE, &table->cells[i]);
    tell(t, BUL_PASSAGE_TABLE, table->note.text);
}

static void tell_block(telling *t, const bul_block *block)
{
    switch (block->kind) {
    case BUL_BLOCK_PARAGRAPH:
    case BUL_BLOCK_CROSSHEAD:
    case BUL_BLOCK_ITEM:
    case BUL_BLOCK_QUOTE:
        tell(t, BUL_PASSAGE_BLOCK,
             text_of(t->arena, block->label.text, &block->runs));
        break;
    case BUL_BLOCK_FIGURE:
        tell_figure(t, block->figure);
        break;
    case BUL_BLOCK_TABLE:
        tell_table(t, block->table);
        break;
    case BUL_BLOCK_BOX:
        tell(t, BUL_PASSAGE_BOX, block->box->kind.text);
        tell(t, BUL_PASSAGE_BOX, block->box->title.text);
        break;
    case BUL_BLOCK_QR:
        tell(t, BUL_PASSAGE_LINK, block->target.text);
        tell_runs(t, BUL_PASSAGE_CAPTION, &block->runs);
        break;
    }
}

/* Boxes hold no boxes. */
static void tell_blocks(telling *t, const bul_blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const bul_block *block = &blocks->items[i];
        t->number++;
        tell_block(t, block);
        if (block->kind != BUL_BLOCK_BOX || block->box->blocks == NULL)
            continue;
        for (size_t n = 0; n < block->box->blocks->count; n++) {
            t->number++;
            tell_block(t, &block->box->blocks->items[n]);
        }
    }
}

static void tell_lines(telling *t, bul_passage_kind kind,
                       const bul_lines_of_text *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        tell(t, kind, lines->items[i].text);
}

static void tell_notes(telling *t, const bul_article *article)
{
    for (size_t i = 0; i < article->notes.count; i++) {
        t->number = (uint32_t)i + 1;
        tell_runs(t, BUL_PASSAGE_NOTE, &article->notes.items[i].runs);
    }
}

static void tell_article(bul_arena *arena, const bul_article *article,
                         bul_told_article *told)
{
    telling t = {arena, &told->passages, 0};
    told->file = article->file.text;
    told->title = bul_headline_plain(arena, article->title.text);
    tell(&t, BUL_PASSAGE_SECTION, article->section.text);
    tell(&t, BUL_PASSAGE_KICKER, article->kicker.text);
    tell(&t, BUL_PASSAGE_TITLE, told->title);
    tell(&t, BUL_PASSAGE_SUBTITLE, article->subtitle.text);
    tell_lines(&t, BUL_PASSAGE_SUMMARY, &article->summary);
    tell(&t, BUL_PASSAGE_BYLINE, article->byline.text);
    tell_lines(&t, BUL_PASSAGE_EDITOR_NOTE, &article->note);
    for (size_t i = 0; i < article->figures.count; i++)
        tell_figure(&t, &article->figures.items[i]);
    tell_blocks(&t, &article->blocks);
    tell_notes(&t, article);
    t.number = 0;
    tell(&t, BUL_PASSAGE_SOURCE, article->source.text);
}

bul_told_issue bul_doc_tell(const bul_doc *doc, bul_arena *arena)
{
    size_t count = doc->issue->articles.count;
    bul_told_issue told = {.edition = doc->edition,
                           .articles =
                               BUL_NEW(arena, bul_told_article, count + 1),
                           .article_count = count};
    for (size_t i = 0; i < count; i++)
        tell_article(arena, doc->issue->articles.items[i], &told.articles[i]);
    return told;
}
