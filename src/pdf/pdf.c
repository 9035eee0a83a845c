/* SPDX-License-Identifier: MIT */
/* pdf.c - the order of work. */
#include "pdf/pdf.h"

#include "pdf/pdf_parts.h"

/* libdeflate's levels run from 1 to 12. On 400 articles with tags and sources 5
 * saves 0.8 % and takes 3 % more of the whole run; 6 to 9 save less than half a
 * per cent more and take up to twice the time. */
#define PACK_LEVEL 4

/* Objects are packed wherever the version knows how (PDF 1.5). */
static bul_haru_form form_of(const bul_product *product)
{
    int version = product->minor > 0 ? product->minor : 7;
    return (bul_haru_form){.version = version, .is_packed = version >= 5};
}

bul_str bul_pdf_engines(void)
{
    return BUL_STR("libharu " HPDF_VERSION_TEXT
                   ", libdeflate " LIBDEFLATE_VERSION_STRING);
}

static void close_packer(void *handle)
{
    libdeflate_free_compressor(handle);
}

static void release_scratch(void *handle)
{
    bul_arena_release(handle);
}

static bul_pdf *open_pdf(const bul_edition *edition, const bul_product *product,
                         bul_arena *arena, bul_diag *diag)
{
    static const bul_product plain = {0};
    bul_pdf *pdf = BUL_NEW(arena, bul_pdf, 1);
    pdf->edition = edition;
    pdf->product = product ? product : &plain;
    pdf->arena = arena;
    pdf->diag = diag;
    pdf->content.arena = arena;
    pdf->scratch.escape = arena->escape;
    if (arena->limit_bytes > arena->used_bytes)
        pdf->scratch.limit_bytes = arena->limit_bytes - arena->used_bytes;
    bul_arena_defer(arena, release_scratch, &pdf->scratch);
    pdf->packer = libdeflate_alloc_compressor(PACK_LEVEL);
    if (pdf->packer)
        bul_arena_defer(arena, close_packer, pdf->packer);
    bul_haru_open(&pdf->haru, arena, form_of(pdf->product));
    bul_tags_init(&pdf->tags, arena, pdf->edition);
    return pdf;
}

bul_str bul_pdf_pack_loose(bul_pdf *pdf, bul_str bytes)
{
    size_t room = libdeflate_zlib_compress_bound(pdf->packer, bytes.len);
    char *packed = BUL_NEW(&pdf->scratch, char, room);
    size_t len = libdeflate_zlib_compress(pdf->packer, bytes.ptr, bytes.len,
                                          packed, room);
    return (bul_str){packed, len};
}

bul_str bul_pdf_pack(bul_pdf *pdf, bul_str bytes)
{
    bul_arena_mark mark = bul_arena_mark_now(&pdf->scratch);
    bul_str kept = bul_str_copy(pdf->arena, bul_pdf_pack_loose(pdf, bytes));
    bul_arena_rewind(&pdf->scratch, mark);
    return kept;
}

static void note_items(bul_pdf *pdf, const bul_page *page)
{
    for (size_t i = 0; i < page->items.count; i++) {
        const bul_item *item = &page->items.items[i];
        if (item->type == BUL_ITEM_GLYPHS)
            bul_pdf_note_run(pdf, &item->as.glyphs);
        else if (item->type == BUL_ITEM_PICTURE)
            bul_pdf_note_picture(pdf, &item->as.picture);
    }
}

/* Which fonts, glyphs and pictures the pages use. */
static void note_parts(bul_pdf *pdf)
{
    for (size_t p = 0; p < pdf->edition->pages.count; p++) {
        const bul_page *page = pdf->edition->pages.items[p];
        for (size_t i = 0; i < page->placed.count; i++)
            note_items(pdf, page->placed.items[i].page);
        note_items(pdf, page);
    }
}

/* Pages until one fails. */
static void write_pages(bul_pdf *pdf)
{
    for (size_t i = 0; i < pdf->edition->pages.count; i++) {
        if (bul_haru_status(&pdf->haru) != BUL_OK)
            return;
        bul_pdf_write_page(pdf, pdf->edition->pages.items[i]);
    }
    bul_pdf_link_pages(pdf);
}

static bul_status make_pdf(bul_pdf *pdf, bul_sink sink)
{
    note_parts(pdf);
    if (pdf->product->has_outlines)
        bul_pdf_trace_fonts(pdf);
    else
        bul_pdf_embed_fonts(pdf);
    bul_pdf_embed_images(pdf);
    if (pdf->is_faulty)
        return BUL_INPUT_ERRORS;
    write_pages(pdf);
    if (pdf->product->is_tagged)
        bul_pdf_write_tree(pdf);
    bul_pdf_write_meta(pdf);
    bul_pdf_attach(pdf);
    if (!pdf->product->is_without_outline)
        bul_pdf_write_outline(pdf);
    bul_pdf_write_labels(pdf);
    return bul_haru_save(&pdf->haru, sink);
}

bul_status bul_pdf_write(const bul_edition *edition, const bul_product *product,
                         bul_arena *arena, bul_diag *diag, bul_sink sink)
{
    bul_pdf *pdf = open_pdf(edition, product, arena, diag);
    bul_status status = BUL_NO_MEMORY;
    if (pdf->packer && pdf->haru.doc)
        status = make_pdf(pdf, sink);
    bul_arena_release(&pdf->scratch);
    if (status == BUL_LIMIT)
        bul_report(diag, BUL_MSG_PDF_TOO_LARGE, (bul_span){0}, BUL_NO_ARGS);
    return status;
}
