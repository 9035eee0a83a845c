/* SPDX-License-Identifier: MIT */
/* pdf_attach.c - the sources that go along with the document (ISO 19005-3,
 * 6.8): each an embedded file, named, and said to be what it was made from.
 *
 * A JPEG that stands in the document as it is goes along without a second
 * copy: the list of sources, an embedded file too, says by its digest which
 * image it is. Files are opened twice, once for their digests and once when
 * their stream is written, and never two at a time. */
#include <stdio.h>

#include "pdf/digest.h"
#include "pdf/pdf_parts.h"

#define LIST_NAME BUL_STR("bulletin-sources.txt")

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

/* Packing gains nothing on what is packed already. */
static bool is_packed(const char *type)
{
    return strncmp(type, "image/", 6) == 0;
}

/* An embedded file to be: bytes at hand, or of a file of the world. */
typedef struct attached_file {
    bul_pdf *pdf;
    const bul_source_file *file; /* NULL: the bytes are at hand */
    bul_str bytes;
    bul_loan loan;
    bul_arena_mark mark; /* of the scratch arena */
} attached_file;

static void report_gone(bul_pdf *pdf, const bul_source_file *file)
{
    bul_report(pdf->diag, BUL_MSG_PDF_SOURCE_GONE, (bul_span){0},
               BUL_ARGS(file->shown));
}

static bool borrow(bul_pdf *pdf, const bul_source_file *file, bul_loan *loan)
{
    return bul_world_borrow(pdf->product->sources->world, pdf->arena,
                            file->root, file->path, BUL_SOURCE_MAX_BYTES,
                            loan) == BUL_WORLD_OK;
}

static bul_status open_attached(void *state, bul_str *bytes)
{
    attached_file *attached = state;
    const bul_source_file *file = attached->file;
    attached->mark = bul_arena_mark_now(&attached->pdf->scratch);
    if (file && (!borrow(attached->pdf, file, &attached->loan) ||
                 attached->loan.bytes.len != file->byte_count)) {
        bul_world_return(&attached->loan);
        report_gone(attached->pdf, file);
        return BUL_INPUT_ERRORS;
    }
    *bytes = file ? attached->loan.bytes : attached->bytes;
    if (!file || !is_packed(file->type))
        *bytes = bul_pdf_pack_loose(attached->pdf, *bytes);
    return BUL_OK;
}

static void close_attached(void *state)
{
    attached_file *attached = state;
    bul_arena_rewind(&attached->pdf->scratch, attached->mark);
    bul_world_return(&attached->loan);
}

/* How an embedded file is called and described. */
typedef struct file_label {
    bul_str name;
    const char *type;
    const char *relation; /* to the document: AFRelationship */
    uint64_t byte_count;
} file_label;

static HPDF_Dict embed_file(bul_pdf *pdf, const attached_file *attached,
                            const file_label *label)
{
    attached_file *kept =
        bul_arena_copy(pdf->arena, attached, sizeof *attached);
    bul_haru_source source = {open_attached, close_attached, kept};
    bool is_plain = kept->file && is_packed(kept->file->type);
    HPDF_Dict stream = bul_haru_stream_from(
        &pdf->haru, source, is_plain ? BUL_HARU_PLAIN : BUL_HARU_FLATE);
    bul_haru_put_name(stream, "Type", "EmbeddedFile");
    bul_haru_put_raw(&pdf->haru, stream, "Subtype",
                     type_name(pdf->arena, label->type));
    bul_content params = {.arena = pdf->arena};
    const bul_edition *edition = pdf->edition;
    BUL_CONTENT_ADD(&params, "<</Size ");
    bul_content_int(&params, (int64_t)label->byte_count);
    char date[64];
    snprintf(date, sizeof date, "/ModDate(D:%04d%02d%02d000000Z)>>",
             edition->year > 0 ? edition->year : 2000,
             edition->month > 0 ? edition->month : 1,
             edition->day > 0 ? edition->day : 1);
    bul_content_add(&params, bul_str_from(date));
    bul_haru_put_raw(&pdf->haru, stream, "Params", bul_content_str(&params));
    return stream;
}

static HPDF_Dict specify_file(bul_pdf *pdf, const attached_file *attached,
                              const file_label *label)
{
    HPDF_Dict file = bul_haru_object(&pdf->haru);
    HPDF_Dict stream = embed_file(pdf, attached, label);
    bul_content streams = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&streams, "<</F ");
    bul_content_int(&streams, bul_haru_number(stream));
    BUL_CONTENT_ADD(&streams, " 0 R/UF ");
    bul_content_int(&streams, bul_haru_number(stream));
    BUL_CONTENT_ADD(&streams, " 0 R>>");
    bul_haru_put_name(file, "Type", "Filespec");
    bul_haru_put_text(&pdf->haru, file, "F", label->name);
    bul_haru_put_text(&pdf->haru, file, "UF", label->name);
    bul_haru_put_name(file, "AFRelationship", label->relation);
    bul_haru_put_raw(&pdf->haru, file, "EF", bul_content_str(&streams));
    return file;
}

/* ---- What becomes of each file ---- */

/* Is there an image that is this file, byte for byte? */
static bool stands_as_image(const bul_pdf *pdf, const bul_source_file *file)
{
    for (size_t i = 0; i < pdf->pictures.count; i++) {
        const bul_pdf_picture *noted = &pdf->pictures.items[i];
        if (noted->image->is_verbatim &&
            bul_str_equal(noted->picture->file.path, file->path) &&
            bul_str_equal(noted->picture->file.root, file->root))
            return true;
    }
    return false;
}

/* Notes length and digest; a file that is gone by now does not go along. */
static void describe(bul_pdf *pdf, bul_source_file *file)
{
    bul_loan loan;
    file->kept = BUL_KEEPING_NONE;
    if (!borrow(pdf, file, &loan)) {
        report_gone(pdf, file);
        return;
    }
    file->byte_count = loan.bytes.len;
    bul_digest(loan.bytes, file->digest);
    bul_world_return(&loan);
    if (file->is_wanted)
        file->kept = stands_as_image(pdf, file) ? BUL_KEEPING_IMAGE
                                                : BUL_KEEPING_ATTACHED;
}

/* ---- The lists of the document ---- */

typedef struct file_lists {
    bul_content names, files;
} file_lists;

static void list_file(file_lists *lists, const char *key, HPDF_Dict file)
{
    BUL_CONTENT_ADD(&lists->names, "(");
    bul_content_add(&lists->names, bul_str_from(key));
    BUL_CONTENT_ADD(&lists->names, ")");
    bul_content_int(&lists->names, bul_haru_number(file));
    BUL_CONTENT_ADD(&lists->names, " 0 R");
    bul_content_int(&lists->files, bul_haru_number(file));
    BUL_CONTENT_ADD(&lists->files, " 0 R ");
}

static void attach_list(bul_pdf *pdf, file_lists *lists)
{
    const bul_sources *sources = pdf->product->sources;
    attached_file list = {.pdf = pdf, .bytes = sources->list(sources->state)};
    file_label label = {LIST_NAME, "text/plain", "Data", list.bytes.len};
    list_file(lists, BUL_SOURCES_KEY, specify_file(pdf, &list, &label));
}

static void attach_file(bul_pdf *pdf, file_lists *lists, bul_source_file *file)
{
    attached_file attached = {.pdf = pdf, .file = file};
    file_label label = {file->shown, file->type, "Source", file->byte_count};
    list_file(lists, file->key, specify_file(pdf, &attached, &label));
}

void bul_pdf_attach(bul_pdf *pdf)
{
    const bul_sources *sources = pdf->product->sources;
    HPDF_Dict catalog = pdf->haru.doc->catalog;
    file_lists lists = {{.arena = pdf->arena}, {.arena = pdf->arena}};
    if (!sources)
        return;
    size_t count = 0;
    for (size_t i = 0; i < sources->file_count; i++) {
        bul_source_file *file = &sources->files[i];
        describe(pdf, file);
        if (file->kept == BUL_KEEPING_ATTACHED)
            snprintf(file->key, sizeof file->key, "source%08zu", ++count);
    }
    BUL_CONTENT_ADD(&lists.names, "<</EmbeddedFiles<</Names[");
    BUL_CONTENT_ADD(&lists.files, "[");
    attach_list(pdf, &lists);
    for (size_t i = 0; i < sources->file_count; i++)
        if (sources->files[i].kept == BUL_KEEPING_ATTACHED)
            attach_file(pdf, &lists, &sources->files[i]);
    BUL_CONTENT_ADD(&lists.names, "]>>>>");
    BUL_CONTENT_ADD(&lists.files, "]");
    bul_haru_put_raw(&pdf->haru, catalog, "Names",
                     bul_content_str(&lists.names));
    bul_haru_put_raw(&pdf->haru, catalog, "AF", bul_content_str(&lists.files));
}
