/* SPDX-License-Identifier: MIT */
/* pdf_attach.c - the sources that go along with the document (ISO 19005-3,
 * 6.8): each an embedded file, named, and said to be what it was made from. */
#include <stdio.h>

#include "pdf/pdf_parts.h"

/* A MIME type as a name: its slash has to be written #2F. */
static bul_str type_name(bul_arena *arena, const char *type)
{
    bul_content out = {.arena = arena};
    BUL_CONTENT_ADD(&out, "/");
    for (const char *c = type; *c; c++) {
        if (*c == '/')
            BUL_CONTENT_ADD(&out, "#2F");
        else
            bul_content_add(&out, (bul_str){c, 1});
    }
    return bul_content_str(&out);
}

/* A source is packed when its turn comes to be written. */
typedef struct attached_source {
    bul_pdf *pdf;
    bul_str bytes;
    bul_arena_mark mark; /* of the scratch arena */
} attached_source;

static bul_status open_attached(void *state, bul_str *bytes)
{
    attached_source *attached = state;
    attached->mark = bul_arena_mark_now(&attached->pdf->scratch);
    *bytes = bul_pdf_pack_loose(attached->pdf, attached->bytes);
    return BUL_OK;
}

static void close_attached(void *state)
{
    attached_source *attached = state;
    bul_arena_rewind(&attached->pdf->scratch, attached->mark);
}

static HPDF_Dict embed_file(bul_pdf *pdf, const bul_attachment *attachment)
{
    attached_source *attached = BUL_NEW(pdf->arena, attached_source, 1);
    *attached = (attached_source){.pdf = pdf, .bytes = attachment->bytes};
    bul_haru_source source = {open_attached, close_attached, attached};
    HPDF_Dict stream = bul_haru_stream_from(&pdf->haru, source, BUL_HARU_FLATE);
    bul_haru_put_name(stream, "Type", "EmbeddedFile");
    bul_haru_put_raw(&pdf->haru, stream, "Subtype",
                     type_name(pdf->arena, attachment->type));
    bul_content params = {.arena = pdf->arena};
    const bul_edition *edition = pdf->edition;
    BUL_CONTENT_ADD(&params, "<</Size ");
    bul_content_int(&params, (int64_t)attachment->bytes.len);
    char date[64];
    snprintf(date, sizeof date, "/ModDate(D:%04d%02d%02d000000Z)>>",
             edition->year > 0 ? edition->year : 2000,
             edition->month > 0 ? edition->month : 1,
             edition->day > 0 ? edition->day : 1);
    bul_content_add(&params, bul_str_from(date));
    bul_haru_put_raw(&pdf->haru, stream, "Params", bul_content_str(&params));
    return stream;
}

static HPDF_Dict specify_file(bul_pdf *pdf, const bul_attachment *attachment)
{
    HPDF_Dict file = bul_haru_object(&pdf->haru);
    HPDF_Dict stream = embed_file(pdf, attachment);
    bul_content streams = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&streams, "<</F ");
    bul_content_int(&streams, bul_haru_number(stream));
    BUL_CONTENT_ADD(&streams, " 0 R/UF ");
    bul_content_int(&streams, bul_haru_number(stream));
    BUL_CONTENT_ADD(&streams, " 0 R>>");
    bul_haru_put_name(file, "Type", "Filespec");
    bul_haru_put_text(&pdf->haru, file, "F", attachment->name);
    bul_haru_put_text(&pdf->haru, file, "UF", attachment->name);
    bul_haru_put_name(file, "AFRelationship", "Source");
    bul_haru_put_raw(&pdf->haru, file, "EF", bul_content_str(&streams));
    return file;
}

/* Keys of a name tree go up; these are by the order of the list. */
static void add_name(bul_content *names, size_t index)
{
    char key[32];
    snprintf(key, sizeof key, "(source%08zu)", index + 1);
    bul_content_add(names, bul_str_from(key));
}

void bul_pdf_attach(bul_pdf *pdf)
{
    const bul_product *product = pdf->product;
    HPDF_Dict catalog = pdf->haru.doc->catalog;
    bul_content names = {.arena = pdf->arena};
    bul_content list = {.arena = pdf->arena};
    if (product->attachment_count == 0)
        return;
    BUL_CONTENT_ADD(&names, "<</EmbeddedFiles<</Names[");
    BUL_CONTENT_ADD(&list, "[");
    for (size_t i = 0; i < product->attachment_count; i++) {
        HPDF_Dict file = specify_file(pdf, &product->attachments[i]);
        add_name(&names, i);
        bul_content_int(&names, bul_haru_number(file));
        BUL_CONTENT_ADD(&names, " 0 R");
        bul_content_int(&list, bul_haru_number(file));
        BUL_CONTENT_ADD(&list, " 0 R ");
    }
    BUL_CONTENT_ADD(&names, "]>>>>");
    BUL_CONTENT_ADD(&list, "]");
    bul_haru_put_raw(&pdf->haru, catalog, "Names", bul_content_str(&names));
    bul_haru_put_raw(&pdf->haru, catalog, "AF", bul_content_str(&list));
}
