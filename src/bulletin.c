/* SPDX-License-Identifier: MIT */
/* bulletin.c - the story of a bulletin, in the order it happens:
 *
 *   read      issue.yaml, its layout, its articles        issue/ template/
 *   typeset   text to lines, lines to columns, to pages   text/ layout/
 *   write     pages to a PDF                              pdf/
 *
 * What else is written of them is in bulletin_write.c.
 *
 * Every call that works on a document passes through `bul_doc_guard`: when
 * memory runs out, the arena jumps back to it and the call says so. */
#include <stdlib.h>

#include "document.h"
#include "issue/read.h"
#include "layout/makeup.h"
#include "layout/makeup_report.h"
#include "layout/proof_sheet.h"
#include "pdf/pdf.h"
#include "preflight/preflight.h"
#include "template/read.h"

#define DEFAULT_MAX_PAGES 2000

static uint64_t now(const bul_doc *doc)
{
    return doc->world->clock_us ? doc->world->clock_us(doc->world->state) : 0;
}

static void note_time(bul_doc *doc, const char *stage, uint64_t since)
{
    if (doc->timing_count < TIMING_COUNT)
        doc->timings[doc->timing_count++] =
            (bul_timing){stage, now(doc) - since};
}

bul_status bul_doc_guard(bul_doc *doc, bul_doc_step work, const char *stage)
{
    uint64_t start = now(doc);
    if (setjmp(doc->escape) != 0)
        return BUL_NO_MEMORY;
    doc->arena.escape = &doc->escape;
    doc->scratch.escape = &doc->escape;
    bul_status status = work(doc);
    bul_diag_sort(&doc->diag);
    note_time(doc, stage, start);
    return status;
}

static bul_status verdict(const bul_doc *doc)
{
    return doc->diag.error_count > 0 ? BUL_INPUT_ERRORS : BUL_OK;
}

/* ---- Read. ---- */

static bul_status read_all(bul_doc *doc)
{
    bul_diag_init(&doc->diag, &doc->arena);
    bul_issue *issue =
        bul_issue_read(&doc->arena, doc->world, &doc->diag, doc->path);
    doc->issue = issue;
    if (issue == NULL)
        return BUL_IO_ERROR;
    if (doc->options.near_report)
        bul_last_places_read(&doc->arena, doc->world, &doc->diag,
                             bul_str_from(doc->options.near_report), issue);
    doc->record.stage = BUL_READS_LAYOUT;
    bul_line_of_text layout = doc->issue->layout;
    bul_layout_sources sources = {doc->issue->folder,
                                  bul_doc_data_dirs(&doc->options)};
    if (doc->options.layout) {
        /* The caller's own path, not one beneath the issue. */
        layout = (bul_line_of_text){bul_str_from(doc->options.layout), {0}};
        sources.issue_folder = (bul_str){0};
    }
    doc->template = bul_template_read(&doc->arena, doc->world, &doc->diag,
                                      sources, layout.text, layout.span);
    return verdict(doc);
}

bul_doc *bul_doc_new(const bul_world *world, const bul_options *options,
                     const char *path)
{
    bul_doc *doc = calloc(1, sizeof *doc);
    if (doc == NULL)
        return NULL;
    bul_record_begin(&doc->record, world, &doc->arena);
    doc->world = &doc->record.world;
    if (options)
        doc->options = *options;
    doc->arena.limit_bytes = doc->options.max_bytes;
    doc->path = bul_str_from(path);
    return doc;
}

bul_status bul_open(const bul_world *world, const bul_options *options,
                    const char *issue_path, bul_doc **out)
{
    bul_doc *doc = bul_doc_new(world, options, issue_path);
    *out = doc;
    return doc ? bul_doc_guard(doc, read_all, "read") : BUL_NO_MEMORY;
}

/* ---- Typeset. ---- */

static bul_status typeset(bul_doc *doc)
{
    doc->record.stage = BUL_READS_FONTS;
    bul_font_sources fonts = {.issue_folder = doc->issue->folder,
                              .font_dirs = doc->options.font_dirs,
                              .data_dirs = bul_doc_data_dirs(&doc->options),
                              .without_system =
                                  doc->options.without_system_fonts};
    bul_compositor compositor = {.arena = &doc->arena,
                                 .scratch = &doc->scratch,
                                 .diag = &doc->diag,
                                 .template = doc->template,
                                 .locale = doc->issue->locale};
    compositor.fonts =
        bul_fontset_open(&doc->arena, doc->world, &doc->diag, fonts);
    /* Without a face nothing can be set. */
    if (bul_fontset_find(compositor.fonts, BUL_STR("宋"), 400, (bul_span){0}) ==
        NULL)
        return BUL_INPUT_ERRORS;
    compositor.setter =
        bul_setter_open(&doc->arena, compositor.fonts,
                        bul_hyphenator_open(&doc->arena, doc->world, &doc->diag,
                                            BUL_STR(BUL_HYPHEN_ENGLISH)));
    size_t max_pages = doc->options.max_pages;
    bul_makeup_options options = {.max_pages =
                                      max_pages ? max_pages : DEFAULT_MAX_PAGES,
                                  .clock_us = doc->world->clock_us,
                                  .clock_state = doc->world->state,
                                  .advises = doc->options.advises,
                                  .is_strict = doc->options.is_strict};
    doc->edition = bul_makeup(&compositor, doc->issue, options);
    doc->compositor =
        bul_arena_copy(&doc->arena, &compositor, sizeof compositor);
    if (doc->options.proof_sheets)
        doc->edition = bul_proof_sheets(&compositor, doc->edition);
    if (doc->edition->report && doc->timing_count < TIMING_COUNT)
        doc->timings[doc->timing_count++] =
            (bul_timing){"makeup", doc->edition->report->makeup_us};
    return doc->edition->is_cut ? BUL_LIMIT : verdict(doc);
}

bul_status bul_typeset(bul_doc *doc)
{
    if (doc->issue == NULL || doc->template == NULL)
        return BUL_INPUT_ERRORS;
    return bul_doc_guard(doc, typeset, "typeset");
}

/* ---- Write. ---- */

static bul_status inspect(bul_doc *doc)
{
    if (doc->is_inspected)
        return verdict(doc);
    doc->is_inspected = true;
    doc->record.stage = BUL_READS_PRODUCT;
    bul_doc_make_product(doc);
    bul_preflight(doc->edition, &doc->product, &doc->arena, &doc->diag);
    return verdict(doc);
}

bul_status bul_inspect(bul_doc *doc)
{
    if (doc->edition == NULL)
        return BUL_INPUT_ERRORS;
    return bul_doc_guard(doc, inspect, "inspect");
}

static bul_status write_pdf(bul_doc *doc)
{
    inspect(doc);
    const bul_edition *printed = bul_doc_lay_sheets(doc);
    if (doc->wants_page_sums)
        doc->product.page_sums =
            BUL_NEW(&doc->arena, uint64_t, printed->pages.count + 1);
    if (verdict(doc) != BUL_OK)
        return verdict(doc);
    return bul_pdf_write(printed, &doc->product, &doc->arena, &doc->diag,
                         doc->sink);
}

bul_status bul_write_pdf(bul_doc *doc, bul_sink sink)
{
    if (doc->edition == NULL)
        return BUL_INPUT_ERRORS;
    doc->sink = sink;
    return bul_doc_guard(doc, write_pdf, "write");
}

void bul_close(bul_doc *doc)
{
    if (doc == NULL)
        return;
    bul_close(doc->rebuilt);
    bul_arena_release(&doc->scratch);
    bul_arena_release(&doc->arena);
    free(doc);
}
