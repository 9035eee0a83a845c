/* SPDX-License-Identifier: MIT */
/* pdf_save.c - the document to a sink.
 *
 * libharu prints the values of objects; where they stand, the header and the
 * cross-references are ours. Libharu knows no object streams, picks the
 * version by what it believes was used, and holds every stream in memory until
 * all are written, whereas here each is fetched, written and given back.
 *
 * What goes out is hashed on its way, and the trailer, which comes last, takes
 * its /ID from that hash: the same content has the same name, and any change
 * another (ISO 32000-1, 14.4). */
#include <stdio.h>

#include "pdf/pdf_saver.h"

/* ---- The way out ---- */

static HPDF_STATUS write_out(HPDF_Stream stream, const HPDF_BYTE *bytes,
                             HPDF_UINT count)
{
    bul_saver *saver = stream->attr;
    if (bul_pdf_outlet_put(&saver->outlet, bytes, count))
        return HPDF_OK;
    return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
}

bul_status bul_saver_status(const bul_saver *saver)
{
    if (saver->outlet.is_too_large)
        return BUL_LIMIT;
    return saver->outlet.is_refused ? BUL_IO_ERROR
                                    : bul_haru_status(saver->haru);
}

void bul_saver_put(bul_saver *saver, bul_str bytes)
{
    (void)bul_pdf_outlet_put(&saver->outlet, bytes.ptr, bytes.len);
}

void bul_saver_begin(bul_saver *saver, uint32_t number)
{
    char line[32];
    saver->places.items[number] = (bul_pdf_place){
        .kind = BUL_PDF_AT_OFFSET, .at = (uint32_t)saver->outlet.byte_count};
    snprintf(line, sizeof line, "%lu 0 obj\n", (unsigned long)number);
    bul_saver_put(saver, bul_str_from(line));
}

/* ---- Objects and streams ---- */

static void write_object(bul_saver *saver, uint32_t number, void *object)
{
    bul_saver_begin(saver, number);
    HPDF_Obj_WriteValue(object, &saver->stream, NULL);
    bul_saver_put(saver, BUL_STR("\nendobj\n"));
}

/* Acrobat wants both CR and LF before the bytes. */
void bul_saver_put_stream(bul_saver *saver, bul_str bytes)
{
    bul_saver_put(saver, BUL_STR("\nstream\r\n"));
    bul_saver_put(saver, bytes);
    bul_saver_put(saver, BUL_STR("\nendstream\nendobj\n"));
}

static bul_status write_stream(bul_saver *saver,
                               const bul_haru_stream_note *note, void *object)
{
    bul_str bytes = note->bytes;
    if (note->source.open) {
        bul_status status = note->source.open(note->source.state, &bytes);
        if (status != BUL_OK)
            return status;
    }
    if (bytes.len <= INT32_MAX) {
        HPDF_Number_SetValue(note->length, (HPDF_INT32)bytes.len);
        bul_saver_begin(saver, note->number);
        HPDF_Obj_WriteValue(object, &saver->stream, NULL);
        bul_saver_put_stream(saver, bytes);
    }
    if (note->source.close)
        note->source.close(note->source.state);
    return bytes.len <= INT32_MAX ? bul_saver_status(saver) : BUL_LIMIT;
}

/* Streams are noted in the order of their numbers, so one walk meets all. */
static bul_status write_objects(bul_saver *saver)
{
    const bul_haru *haru = saver->haru;
    HPDF_List entries = haru->doc->xref->entries;
    size_t next = 0;
    bul_status status = BUL_OK;
    for (uint32_t i = 1; i < entries->count && status == BUL_OK; i++) {
        void *object = ((HPDF_XrefEntry)entries->obj[i])->obj;
        if (next < haru->streams.count &&
            haru->streams.items[next].number == i) {
            status = write_stream(saver, &haru->streams.items[next++], object);
            continue;
        }
        if (haru->form.is_packed)
            bul_saver_gather(saver, i, object);
        else
            write_object(saver, i, object);
        status = bul_saver_status(saver);
    }
    return status;
}

/* ---- The trailer ---- */

/* The trailer's hook: Root, Info and Size have been written by now. */
static HPDF_STATUS write_trailer_end(HPDF_Dict trailer, HPDF_Stream stream)
{
    bul_saver *saver = stream->attr;
    char name[BUL_PDF_NAME_DIGITS + 1], id[BUL_PDF_NAME_DIGITS * 2 + 16];
    (void)trailer;
    bul_pdf_outlet_name(&saver->outlet, name);
    snprintf(id, sizeof id, "/ID [<%s> <%s>]\n", name, name);
    HPDF_STATUS status = HPDF_Stream_WriteStr(stream, id);
    if (status != HPDF_OK)
        return status;
    bul_str more = saver->trailer_more;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)more.ptr,
                             (HPDF_UINT)more.len);
}

void bul_saver_put_trailer(bul_saver *saver, bul_str more)
{
    HPDF_Doc doc = saver->haru->doc;
    saver->trailer_more = more;
    bul_haru_put(doc->trailer, "Root", doc->catalog);
    bul_haru_put(doc->trailer, "Info", doc->info);
    bul_haru_put_int(doc->trailer, "Size", (int32_t)saver->places.count);
    doc->trailer->write_fn = write_trailer_end;
    HPDF_Dict_Write(doc->trailer, &saver->stream, NULL);
}

void bul_saver_put_end(bul_saver *saver, uint32_t xref_at)
{
    char text[48];
    snprintf(text, sizeof text, "startxref\n%lu\n%%%%EOF\n",
             (unsigned long)xref_at);
    bul_saver_put(saver, bul_str_from(text));
}

/* Every row has twenty bytes, CR and LF included (7.5.4). */
static void put_table(bul_saver *saver)
{
    uint32_t xref_at = (uint32_t)saver->outlet.byte_count;
    char row[48];
    snprintf(row, sizeof row, "xref\n0 %zu\n0000000000 65535 f\r\n",
             saver->places.count);
    bul_saver_put(saver, bul_str_from(row));
    for (size_t i = 1; i < saver->places.count; i++) {
        snprintf(row, sizeof row, "%010lu 00000 n\r\n",
                 (unsigned long)saver->places.items[i].at);
        bul_saver_put(saver, bul_str_from(row));
    }
    bul_saver_put(saver, BUL_STR("trailer\n"));
    bul_saver_put_trailer(saver, (bul_str){0});
    bul_saver_put(saver, BUL_STR("\n"));
    bul_saver_put_end(saver, xref_at);
}

/* ---- The whole ---- */

/* The four bytes tell programs that move files that this one is binary. */
static void put_header(bul_saver *saver)
{
    char line[32];
    snprintf(line, sizeof line, "%%PDF-1.%d\n%%\xE2\xE3\xCF\xD3\n",
             saver->haru->form.version);
    bul_saver_put(saver, bul_str_from(line));
}

static bul_saver *open_saver(bul_haru *haru, bul_sink sink)
{
    bul_saver *saver = BUL_NEW(haru->arena, bul_saver, 1);
    size_t object_count = haru->doc->xref->entries->count;
    saver->haru = haru;
    bul_pdf_outlet_open(&saver->outlet, sink);
    saver->stream = (HPDF_Stream_Rec){.sig_bytes = HPDF_STREAM_SIG_BYTES,
                                      .type = HPDF_STREAM_CALLBACK,
                                      .mmgr = haru->doc->mmgr,
                                      .error = &haru->doc->error,
                                      .write_fn = write_out,
                                      .attr = saver};
    BUL_RESERVE(haru->arena, &saver->places, object_count);
    saver->places.count = object_count;
    if (haru->form.is_packed)
        bul_saver_open_batch(saver);
    return saver;
}

bul_status bul_haru_save(bul_haru *haru, bul_sink sink)
{
    if (bul_haru_status(haru) != BUL_OK)
        return bul_haru_status(haru);
    bul_saver *saver = open_saver(haru, sink);
    if (haru->form.is_packed && !saver->packer)
        return BUL_NO_MEMORY;
    put_header(saver);
    bul_status status = write_objects(saver);
    if (status != BUL_OK)
        return status;
    if (haru->form.is_packed) {
        bul_saver_close_batch(saver);
        bul_saver_put_xref_stream(saver);
    } else {
        put_table(saver);
    }
    (void)bul_pdf_outlet_flush(&saver->outlet);
    return bul_saver_status(saver);
}
