/* SPDX-License-Identifier: MIT */
/* fuzz_markdown.c - any bytes as the body of an article. Every text of the
 * tree must lie where its span says. */
#include "fuzz/target.h"
#include "source/markdown.h"

static void check_span(const bul_source *source, bul_span span)
{
    if (span.file == 0)
        return;
    REQUIRE(span.start <= span.end);
    REQUIRE(span.end <= source->text.len);
}

static void check_runs(const bul_source *source, const bul_md_runs *runs)
{
    for (size_t i = 0; i < runs->count; i++) {
        const bul_md_run *run = &runs->items[i];
        check_span(source, run->span);
        REQUIRE((run->note > 0) == (run->text.len == 0));
        REQUIRE(run->ruby.len == 0 || run->group > 0);
        if (run->note == 0 && run->text.ptr[0] != ' ' &&
            run->span.end - run->span.start == run->text.len)
            REQUIRE(bul_str_equal(
                run->text,
                bul_str_sub(source->text, run->span.start, run->span.end)));
    }
}

static void check_table(const bul_source *source, const bul_md_table *table)
{
    REQUIRE(table->column_count <= BUL_MD_MAX_COLUMNS);
    REQUIRE(table->row_count <= BUL_MD_MAX_ROWS);
    for (size_t i = 0; i < table->row_count * table->column_count; i++)
        check_runs(source, &table->cells[i]);
    check_span(source, table->title.span);
    check_span(source, table->note.span);
}

static void check_blocks(const bul_source *source, const bul_md_blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const bul_md_block *block = &blocks->items[i];
        check_span(source, block->span);
        check_runs(source, &block->runs);
        check_span(source, block->label.span);
        for (size_t k = 0; k < block->attributes.count; k++)
            check_span(source, block->attributes.items[k].name.span);
        REQUIRE(block->kind != BUL_MD_TABLE || block->table != NULL);
        if (block->table)
            check_table(source, block->table);
        if (block->box)
            check_blocks(source, &block->box->blocks);
    }
}

static void check_body(bul_arena *arena, bul_diag *diag, bul_md_part part)
{
    bul_md_body body = bul_md_read(arena, diag, part);
    check_blocks(part.source, &body.blocks);
    REQUIRE(body.notes.count <= BUL_MD_MAX_NOTES);
    for (size_t i = 0; i < body.notes.count; i++) {
        check_span(part.source, body.notes.items[i].span);
        check_runs(part.source, &body.notes.items[i].runs);
    }
}

static void check_places(bul_diag *diag)
{
    bul_diag_sort(diag);
    for (size_t i = 0; i < diag->entries.count && i < 100; i++)
        (void)bul_diag_place(diag, diag->entries.items[i].span);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
    bul_arena arena = {0};
    bul_diag diag;
    bul_source source;
    bul_diag_init(&diag, &arena);
    bul_opener opener = {.arena = &arena, .diag = &diag};
    bul_str all = {(const char *)bytes, count};
    if (bul_source_from_bytes(&opener, BUL_STR("a.md"), all, &source)) {
        bul_md_part part = {.source = &source, .to = source.text.len};
        check_body(&arena, &diag, part);
        part.is_normalized = true;
        check_body(&arena, &diag, part);
    }
    check_places(&diag);
    bul_arena_release(&arena);
    return 0;
}
