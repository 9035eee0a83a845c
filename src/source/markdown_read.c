/* SPDX-License-Identifier: MIT */
/* markdown_read.c - a body cut by lines: boxes, tables, figures, and chunks of
 * CommonMark between them. A box may hold a box, no deeper. */
#include <string.h>

#include "source/markdown_parts.h"

#define MAX_BOX_DEPTH 2

/* The boxes that are open, outermost first; [0] is the body itself. */
typedef struct open_box {
    bul_md_box *box; /* NULL: opened too deep, its lines go to its parent */
    bul_md_blocks *blocks;
    bul_md_range line;
} open_box;

typedef struct cutting {
    bul_md_reading *r;
    BUL_LIST(open_box) boxes;
    bul_md_range chunk; /* lines waiting for cmark */
} cutting;

static void end_chunk(cutting *c, size_t next)
{
    if (c->chunk.from < c->chunk.to)
        bul_md_add_chunk(c->r, c->chunk, BUL_LAST(&c->boxes)->blocks);
    c->chunk = (bul_md_range){next, next};
}

/* ---- Boxes. ---- */

/* The length of ::: or ：：： at the start of a line, or 0. */
static size_t fence_len(bul_str text, bool *is_wide)
{
    size_t len = 0;
    while (len < text.len && text.ptr[len] == ':')
        len++;
    if (len >= 3)
        return len;
    for (len = 0;
         bul_str_starts(bul_str_sub(text, len, text.len), BUL_STR("："));
         len += 3)
        *is_wide = true;
    return len >= 9 ? len : 0;
}

static bul_md_range first_word(const bul_md_reading *r, bul_md_range text)
{
    bul_str slice = bul_md_slice(r, text);
    size_t blank = bul_str_find(slice, BUL_STR(" "));
    size_t wide_blank = bul_str_find(slice, BUL_STR("　"));
    size_t len = blank < wide_blank ? blank : wide_blank;
    return (bul_md_range){text.from, text.from + len};
}

static void open_a_box(cutting *c, bul_md_range line, bul_md_range text)
{
    bul_md_reading *r = c->r;
    open_box *parent = BUL_LAST(&c->boxes);
    open_box opened = {NULL, parent->blocks, line};
    bul_md_attributes attributes = {0};
    text = bul_md_take_attributes(r, text, &attributes);
    bul_md_block *block = NULL;
    if (c->boxes.count > MAX_BOX_DEPTH)
        bul_md_report(r, BUL_MSG_MARKDOWN_BOX_NESTING, bul_md_trim(r, line));
    else
        block = bul_md_push(r, parent->blocks, BUL_MD_BOX,
                            bul_md_span(r, bul_md_trim(r, line)));
    if (block != NULL) {
        bul_md_range kind = first_word(r, text);
        bul_md_range title = {kind.to, text.to};
        opened.box = BUL_NEW(r->arena, bul_md_box, 1);
        opened.box->kind = bul_md_text_of(r, kind);
        opened.box->title = bul_md_text_of(r, bul_md_trim(r, title));
        opened.blocks = &opened.box->blocks;
        block->box = opened.box;
        block->attributes = attributes;
    }
    *BUL_PUSH(r->arena, &c->boxes) = opened;
}

static void close_a_box(cutting *c, bul_md_range line)
{
    if (c->boxes.count > 1)
        c->boxes.count--;
    else
        bul_md_report(c->r, BUL_MSG_MARKDOWN_BOX_CLOSE,
                      bul_md_trim(c->r, line));
}

static bool take_fence(cutting *c, bul_md_range line)
{
    bool is_wide = false;
    bul_md_range text = bul_md_trim(c->r, line);
    size_t len = fence_len(bul_md_slice(c->r, text), &is_wide);
    if (len == 0)
        return false;
    end_chunk(c, bul_md_after_line(line));
    if (is_wide)
        bul_report(c->r->diag, BUL_MSG_MARKDOWN_WIDE_SIGN,
                   bul_md_span(c->r, text), BUL_NO_ARGS);
    bul_md_range rest = {text.from + len, text.to};
    rest = bul_md_trim(c->r, rest);
    if (rest.from < rest.to)
        open_a_box(c, line, rest);
    else
        close_a_box(c, line);
    return true;
}

/* ---- Lines. ---- */

/* Takes the line at `at`, or the table that begins there; where to go on. */
static size_t take_line(cutting *c, size_t at)
{
    bul_md_range line = bul_md_line_at(c->r, at);
    size_t next = bul_md_after_line(line);
    if (take_fence(c, line))
        return next;
    if (bul_md_gives_note(c->r, line)) {
        end_chunk(c, at);
        next = bul_md_read_note(c->r, line);
        c->chunk = (bul_md_range){next, next};
        return next;
    }
    size_t table_end = bul_md_table_end(c->r, at);
    if (table_end > at) {
        end_chunk(c, table_end);
        bul_md_add_table(c->r, (bul_md_range){at, table_end},
                         BUL_LAST(&c->boxes)->blocks);
        return table_end;
    }
    if (bul_md_begins_figure(c->r, line)) {
        end_chunk(c, at);
        if (bul_md_add_figure(c->r, line, BUL_LAST(&c->boxes)->blocks)) {
            c->chunk = (bul_md_range){next, next};
            return next;
        }
    }
    c->chunk.to = next;
    return next;
}

/* Where the text has to end so as not to have too many lines. */
static size_t limit_lines(bul_arena *arena, bul_diag *diag,
                          const bul_source *source, bul_md_range body)
{
    size_t count = 0;
    for (size_t at = body.from; at < body.to; at++) {
        count += source->text.ptr[at] == '\n';
        if (count < BUL_MD_MAX_LINES)
            continue;
        bul_report(diag, BUL_MSG_MARKDOWN_TOO_MANY_LINES,
                   bul_source_span(source, at, at),
                   BUL_ARGS(bul_str_int(arena, BUL_MD_MAX_LINES)));
        return at;
    }
    return body.to;
}

/* Boxes that are still open at the end. */
static void report_open(cutting *c)
{
    for (; c->boxes.count > 1; c->boxes.count--)
        bul_md_report(c->r, BUL_MSG_MARKDOWN_BOX_OPEN,
                      bul_md_trim(c->r, BUL_LAST(&c->boxes)->line));
}

bul_md_body bul_md_read(bul_arena *arena, bul_diag *diag, bul_md_part part)
{
    bul_md_body body = {0};
    const bul_source *source = part.source;
    bul_md_range range = {part.from, part.to};
    range.to = limit_lines(arena, diag, source, range);
    bul_md_reading r = {.arena = arena,
                        .diag = diag,
                        .source = source,
                        .is_normalized = part.is_normalized,
                        .has_corner_quotes = part.has_corner_quotes,
                        .to = range.to};
    r.copy = BUL_NEW(arena, char, source->text.len + 1);
    if (source->text.len > 0)
        memcpy(r.copy, source->text.ptr, source->text.len);
    bul_md_find_notes(&r, range);
    cutting c = {.r = &r, .chunk = {range.from, range.from}};
    *BUL_PUSH(arena, &c.boxes) = (open_box){.blocks = &body.blocks};
    for (size_t at = range.from; at < range.to && !r.is_full;)
        at = take_line(&c, at);
    end_chunk(&c, range.to);
    report_open(&c);
    bul_md_collect_notes(&r, &body);
    return body;
}
