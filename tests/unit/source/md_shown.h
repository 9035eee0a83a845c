/* SPDX-License-Identifier: MIT */
/* md_shown.h - blocks as one line of text each, for tests of Markdown.
 *
 *     p:正文 S(黑) E(楷) C(code) L(链接) / after a forced break
 *     h2:小标题   i1[一、]:第一项   q:引文   f:说明@file#credit
 *     t:甲|乙;丙|丁   b(kind title){p:…}
 *     D(着重) N(专名) W(浪线) U(下划线) R(工会=gōng huì) ^1 a call
 *     ^1[*]:a note, on a line of its own, numbered by calls
 *
 * Showing a run also proves its span: where text and span are equally long,
 * the bytes of the file are those of the text. */
#ifndef TESTS_UNIT_SOURCE_MD_SHOWN_H
#define TESTS_UNIT_SOURCE_MD_SHOWN_H

#include "source/markdown.h"
#include "support/world.h"

static inline void show_wrapped(bul_text *out, const char *open, bool is_on)
{
    if (is_on)
        bul_text_add(out, bul_str_from(open));
}

/* A space may stand for the newline the run begins after. */
static inline void check_span(const bul_source *source, const bul_md_run *run)
{
    size_t len = run->span.end - run->span.start;
    assert_int_equal(run->span.file, source->file);
    assert_true(run->span.end <= source->text.len);
    if (len != run->text.len)
        return;
    bul_str there = bul_str_sub(source->text, run->span.start, run->span.end);
    size_t from = run->text.ptr[0] == ' ' ? 1 : 0;
    assert_true(bul_str_equal(bul_str_sub(there, from, len),
                              bul_str_sub(run->text, from, len)));
}

static inline void show_runs(bul_text *out, const bul_source *source,
                             const bul_md_runs *runs)
{
    for (size_t i = 0; i < runs->count; i++) {
        const bul_md_run *run = &runs->items[i];
        unsigned style = run->style;
        if (run->note > 0) {
            bul_text_add(out, BUL_STR("^"));
            bul_text_add_int(out, run->note);
            continue;
        }
        check_span(source, run);
        show_wrapped(out, "/", (style & BUL_MD_NEWLINE) != 0);
        show_wrapped(out, "L(", run->url.len > 0);
        show_wrapped(out, "S(", (style & BUL_MD_STRONG) != 0);
        show_wrapped(out, "E(", (style & BUL_MD_EMPHASIS) != 0);
        show_wrapped(out, "D(", (style & BUL_MD_DOTS) != 0);
        show_wrapped(out, "N(", (style & BUL_MD_NAME) != 0);
        show_wrapped(out, "W(", (style & BUL_MD_WAVE) != 0);
        show_wrapped(out, "U(", (style & BUL_MD_LINE) != 0);
        show_wrapped(out, "L(", run->language.len > 0);
        show_wrapped(out, "R(", run->ruby.len > 0);
        show_wrapped(out, "C(", (style & BUL_MD_CODE) != 0);
        bul_text_add(out, run->text);
        show_wrapped(out, ")", (style & BUL_MD_CODE) != 0);
        show_wrapped(out, "=", run->ruby.len > 0);
        bul_text_add(out, run->ruby);
        show_wrapped(out, ")", run->ruby.len > 0);
        show_wrapped(out, "=", run->language.len > 0);
        bul_text_add(out, run->language);
        show_wrapped(out, ")", run->language.len > 0);
        show_wrapped(out, ")", (style & BUL_MD_LINE) != 0);
        show_wrapped(out, ")", (style & BUL_MD_WAVE) != 0);
        show_wrapped(out, ")", (style & BUL_MD_NAME) != 0);
        show_wrapped(out, ")", (style & BUL_MD_DOTS) != 0);
        show_wrapped(out, ")", (style & BUL_MD_EMPHASIS) != 0);
        show_wrapped(out, ")", (style & BUL_MD_STRONG) != 0);
        show_wrapped(out, ")", run->url.len > 0);
    }
}

static inline void show_blocks(bul_text *out, const bul_source *source,
                               const bul_md_blocks *blocks);

static inline void show_table(bul_text *out, const bul_source *source,
                              const bul_md_table *table)
{
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        if (i > 0)
            bul_text_add(out, i % table->column_count == 0 ? BUL_STR(";")
                                                           : BUL_STR("|"));
        show_runs(out, source, &table->cells[i]);
    }
}

static inline void show_block(bul_text *out, const bul_source *source,
                              const bul_md_block *block)
{
    static const char letters[] = "phiqftb";
    bul_text_add(out, (bul_str){&letters[block->kind], 1});
    if (block->level > 0)
        bul_text_add_int(out, block->level);
    if (block->label.text.len > 0) {
        bul_text_add(out, BUL_STR("["));
        bul_text_add(out, block->label.text);
        bul_text_add(out, BUL_STR("]"));
    }
    if (block->kind == BUL_MD_BOX) {
        bul_text_add(out, BUL_STR("("));
        bul_text_add(out, block->box->kind.text);
        bul_text_add(out, BUL_STR(" "));
        bul_text_add(out, block->box->title.text);
        bul_text_add(out, BUL_STR("){"));
        show_blocks(out, source, &block->box->blocks);
        bul_text_add(out, BUL_STR("}"));
        return;
    }
    bul_text_add(out, BUL_STR(":"));
    if (block->kind == BUL_MD_TABLE)
        show_table(out, source, block->table);
    show_runs(out, source, &block->runs);
    if (block->kind == BUL_MD_FIGURE) {
        bul_text_add(out, BUL_STR("@"));
        bul_text_add(out, block->figure.file.text);
        bul_text_add(out, BUL_STR("#"));
        bul_text_add(out, block->figure.credit.text);
    }
    for (size_t i = 0; i < block->attributes.count; i++) {
        bul_text_add(out, BUL_STR("{"));
        bul_text_add(out, block->attributes.items[i].name.text);
        bul_text_add(out, BUL_STR("="));
        bul_text_add(out, block->attributes.items[i].value.text);
        bul_text_add(out, BUL_STR("}"));
    }
}

static inline void show_blocks(bul_text *out, const bul_source *source,
                               const bul_md_blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        if (i > 0)
            bul_text_add(out, BUL_STR("\n"));
        show_block(out, source, &blocks->items[i]);
    }
}

static inline bul_source md_source(world *w, const char *text)
{
    bul_source source = {.path = BUL_STR("a.md"), .text = bul_str_from(text)};
    source.file = world_add_text(w, "a.md", text);
    return source;
}

static inline bul_md_body md_read(world *w, const bul_source *source)
{
    bul_md_part part = {.source = source, .to = source->text.len};
    return bul_md_read(&w->arena, &w->diag, part);
}

static inline const char *md_shown_part(world *w, bul_md_part part)
{
    bul_md_body body = bul_md_read(&w->arena, &w->diag, part);
    bul_text out = bul_text_in(&w->arena);
    show_blocks(&out, part.source, &body.blocks);
    for (size_t i = 0; i < body.notes.count; i++) {
        bul_text_add(&out, BUL_STR("\n^"));
        bul_text_add_int(&out, (int64_t)i + 1);
        bul_text_add(&out, BUL_STR("["));
        bul_text_add(&out, body.notes.items[i].label.text);
        bul_text_add(&out, BUL_STR("]:"));
        show_runs(&out, part.source, &body.notes.items[i].runs);
    }
    return bul_cstr(&w->arena, bul_text_str(&out));
}

/* The blocks of a text, shown, and its notes. */
static inline const char *md_shown(world *w, const char *text)
{
    bul_source source = md_source(w, text);
    return md_shown_part(
        w, (bul_md_part){.source = &source, .to = source.text.len});
}

#endif
