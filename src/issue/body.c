/* SPDX-License-Identifier: MIT */
/* body.c - Markdown's blocks to the blocks of an article.
 *
 * Here a box gets its meaning: 二维码 is a QR code, 数字 a figure of number;
 * the rest are boxes whose kind the layout may know. */
#include "issue/issue_parts.h"

_Static_assert((int)BUL_RUN_STRONG == (int)BUL_MD_STRONG &&
                   (int)BUL_RUN_EMPHASIS == (int)BUL_MD_EMPHASIS &&
                   (int)BUL_RUN_CODE == (int)BUL_MD_CODE &&
                   (int)BUL_RUN_NEWLINE == (int)BUL_MD_NEWLINE &&
                   (int)BUL_RUN_DOTS == (int)BUL_MD_DOTS &&
                   (int)BUL_RUN_NAME == (int)BUL_MD_NAME &&
                   (int)BUL_RUN_WAVE == (int)BUL_MD_WAVE &&
                   (int)BUL_RUN_LINE == (int)BUL_MD_LINE,
               "styles of runs carry over as they are");
_Static_assert((int)BUL_ITEM_HAN == (int)BUL_MD_MARK_HAN &&
                   (int)BUL_ITEM_HAN_PAREN == (int)BUL_MD_MARK_HAN_PAREN &&
                   (int)BUL_ITEM_DIGIT == (int)BUL_MD_MARK_DIGIT &&
                   (int)BUL_ITEM_DIGIT_PAREN == (int)BUL_MD_MARK_DIGIT_PAREN &&
                   (int)BUL_ITEM_BULLET == (int)BUL_MD_MARK_BULLET,
               "list marks carry over as they are");

bul_line_of_text bul_line_from_md(bul_md_text text)
{
    return (bul_line_of_text){text.text, text.span};
}

bul_runs bul_runs_from_md(bul_arena *arena, const bul_md_runs *from)
{
    bul_runs runs = {0};
    for (size_t i = 0; i < from->count; i++) {
        const bul_md_run *run = &from->items[i];
        *BUL_PUSH(arena, &runs) = (bul_run){.text = run->text,
                                            .flags = run->style,
                                            .url = run->url,
                                            .ruby = run->ruby,
                                            .language = run->language,
                                            .group = run->group,
                                            .note = run->note,
                                            .span = run->span};
    }
    return runs;
}

/* ---- Tables. ---- */

static const bul_table *table_from_md(bul_arena *arena,
                                      const bul_md_table *from)
{
    bul_table *table = BUL_NEW(arena, bul_table, 1);
    size_t cell_count = from->row_count * from->column_count;
    bul_cell_align *aligns = BUL_NEW(arena, bul_cell_align, from->column_count);
    bul_runs *cells = BUL_NEW(arena, bul_runs, cell_count);
    for (size_t i = 0; i < from->column_count; i++)
        aligns[i] = from->aligns[i] == BUL_MD_CENTER  ? BUL_CELL_CENTER
                    : from->aligns[i] == BUL_MD_RIGHT ? BUL_CELL_RIGHT
                                                      : BUL_CELL_LEFT;
    for (size_t i = 0; i < cell_count; i++)
        cells[i] = bul_runs_from_md(arena, &from->cells[i]);
    table->column_count = from->column_count;
    table->row_count = from->row_count;
    table->aligns = aligns;
    table->cells = cells;
    table->title = bul_line_from_md(from->title);
    table->note = bul_line_from_md(from->note);
    return table;
}

/* ---- Boxes. ---- */

static bool is_word(bul_str word, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (bul_str_equal(word, bul_str_from(words[i])))
            return true;
    return false;
}

/* Each paragraph on a line of its own. */
static void append_runs(bul_arena *arena, bul_runs *runs,
                        const bul_md_runs *from)
{
    bul_runs more = bul_runs_from_md(arena, from);
    if (more.count > 0 && runs->count > 0)
        more.items[0].flags |= BUL_RUN_NEWLINE;
    for (size_t i = 0; i < more.count; i++)
        *BUL_PUSH(arena, runs) = more.items[i];
}

/* ::: 二维码 https://…: the paragraphs inside are its caption. */
static void fill_qr(const bul_figure_reader *reader, bul_block *block,
                    const bul_md_box *box)
{
    const bul_opener *opener = reader->opener;
    block->kind = BUL_BLOCK_QR;
    block->target = bul_line_from_md(box->title);
    for (size_t i = 0; i < box->blocks.count; i++)
        append_runs(opener->arena, &block->runs, &box->blocks.items[i].runs);
    if (block->target.text.len == 0)
        bul_report(opener->diag, BUL_MSG_ARTICLE_QR_EMPTY, block->span,
                   BUL_NO_ARGS);
}

static void fill_box(const bul_figure_reader *reader, bul_block *block,
                     const bul_md_box *from)
{
    static const char *const qr[] = {"二维码", "qr", "QR", NULL};
    static const char *const number[] = {"数字", "number", NULL};
    if (is_word(from->kind.text, qr)) {
        fill_qr(reader, block, from);
        return;
    }
    bul_box *box = BUL_NEW(reader->opener->arena, bul_box, 1);
    box->kind = bul_line_from_md(from->kind);
    box->title = bul_line_from_md(from->title);
    box->blocks = BUL_NEW(reader->opener->arena, bul_blocks, 1);
    *box->blocks = bul_body_from_md(reader, &from->blocks);
    box->is_figure_of_number = is_word(from->kind.text, number);
    block->box = box;
}

/* ---- Attributes of text: 不拆 可删. ---- */

/* Crossheads, boxes and tables are not left out by themselves. */
static bool may_be_dropped(const bul_block *block)
{
    return block->kind == BUL_BLOCK_PARAGRAPH || block->kind == BUL_BLOCK_ITEM;
}

static void take_attributes(const bul_figure_reader *reader, bul_block *block,
                            const bul_md_attributes *attributes)
{
    static const char *const keep[] = {"不拆", "keep", NULL};
    static const char *const drop[] = {"可删", "optional", NULL};
    for (size_t i = 0; i < attributes->count; i++) {
        const bul_md_text *name = &attributes->items[i].name;
        bool is_drop = is_word(name->text, drop);
        if (is_word(name->text, keep))
            block->keep_together = true;
        else if (is_drop && may_be_dropped(block))
            block->may_drop = true;
        else
            bul_report(reader->opener->diag,
                       is_drop ? BUL_MSG_ARTICLE_ATTRIBUTE_PLACE
                               : BUL_MSG_ARTICLE_ATTRIBUTE,
                       name->span, BUL_ARGS(name->text));
    }
}

static bul_block_kind kind_from_md(bul_md_kind kind)
{
    switch (kind) {
    case BUL_MD_PARAGRAPH:
        return BUL_BLOCK_PARAGRAPH;
    case BUL_MD_HEADING:
        return BUL_BLOCK_CROSSHEAD;
    case BUL_MD_ITEM:
        return BUL_BLOCK_ITEM;
    case BUL_MD_QUOTE:
        return BUL_BLOCK_QUOTE;
    case BUL_MD_FIGURE:
        return BUL_BLOCK_FIGURE;
    case BUL_MD_TABLE:
        return BUL_BLOCK_TABLE;
    case BUL_MD_BOX:
        return BUL_BLOCK_BOX;
    }
    return BUL_BLOCK_PARAGRAPH;
}

static bul_block block_from_md(const bul_figure_reader *reader,
                               const bul_md_block *from)
{
    bul_arena *arena = reader->opener->arena;
    bul_block block = {.kind = kind_from_md(from->kind), .span = from->span};
    if (from->kind == BUL_MD_FIGURE) {
        bul_figure figure = bul_figure_from_md(reader, from);
        block.figure = bul_arena_copy(arena, &figure, sizeof figure);
        return block;
    }
    take_attributes(reader, &block, &from->attributes);
    if (from->kind == BUL_MD_TABLE) {
        block.table = table_from_md(arena, from->table);
    } else if (from->kind == BUL_MD_BOX) {
        fill_box(reader, &block, from->box);
    } else {
        block.runs = bul_runs_from_md(arena, &from->runs);
        block.level = from->level;
        block.item_kind = (bul_item_kind)from->mark;
        block.label = bul_line_from_md(from->label);
    }
    return block;
}

bul_blocks bul_body_from_md(const bul_figure_reader *reader,
                            const bul_md_blocks *blocks)
{
    bul_blocks body = {0};
    for (size_t i = 0; i < blocks->count; i++) {
        bul_block block = block_from_md(reader, &blocks->items[i]);
        *BUL_PUSH(reader->opener->arena, &body) = block;
    }
    return body;
}
