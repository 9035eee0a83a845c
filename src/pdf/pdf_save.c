/* SPDX-License-Identifier: MIT */
/* pdf_save.c - the document to a sink.
 *
 * libharu writes the objects and the cross-reference table; the header is
 * ours, because libharu picks the version by what it believes was used. What
 * goes out is hashed on its way, and the trailer, which comes last, takes its
 * /ID from that hash: the same content has the same name, and any change
 * another (ISO 32000-1, 14.4). */
#include <string.h>

#include <nettle/sha2.h>

#include "pdf/haru.h"

/* Offsets in a cross-reference table have ten digits, libharu's 32 bits; half
 * of that is what every reader copes with. */
#define LARGEST_PDF_BYTES ((uint64_t)2 << 30)

/* Bytes are handed on in pieces of this size: libharu writes word by word. */
#define PIECE_BYTES ((size_t)64 << 10)

#define ID_BYTES 16

typedef struct pdf_outlet {
    bul_sink sink;
    struct sha256_ctx hash;
    uint64_t written_bytes;
    bool is_too_large;
    size_t filled;
    uint8_t piece[PIECE_BYTES];
} pdf_outlet;

static bool flush_piece(pdf_outlet *outlet)
{
    size_t count = outlet->filled;
    if (count == 0)
        return true;
    outlet->filled = 0;
    sha256_update(&outlet->hash, count, outlet->piece);
    return outlet->sink.write(outlet->sink.state, outlet->piece, count);
}

static bool take_bytes(pdf_outlet *outlet, const HPDF_BYTE *bytes, size_t count)
{
    outlet->written_bytes += count;
    if (outlet->written_bytes > LARGEST_PDF_BYTES) {
        outlet->is_too_large = true;
        return false;
    }
    while (count > 0) {
        size_t room = PIECE_BYTES - outlet->filled;
        size_t taken = count < room ? count : room;
        memcpy(outlet->piece + outlet->filled, bytes, taken);
        outlet->filled += taken;
        bytes += taken;
        count -= taken;
        if (outlet->filled == PIECE_BYTES && !flush_piece(outlet))
            return false;
    }
    return true;
}

static HPDF_STATUS write_piece(HPDF_Stream stream, const HPDF_BYTE *bytes,
                               HPDF_UINT count)
{
    pdf_outlet *outlet = stream->attr;
    if (take_bytes(outlet, bytes, count))
        return HPDF_OK;
    return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
}

/* The trailer's hook: libharu has written everything else by now. */
static HPDF_STATUS write_id(HPDF_Dict trailer, HPDF_Stream stream)
{
    static const char digits[] = "0123456789ABCDEF";
    pdf_outlet *outlet = stream->attr;
    (void)trailer;
    if (!flush_piece(outlet))
        return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
    struct sha256_ctx hash = outlet->hash;
    uint8_t name[ID_BYTES];
    sha256_digest(&hash, sizeof name, name);
    char hex[ID_BYTES * 2 + 1] = "";
    for (size_t i = 0; i < ID_BYTES; i++) {
        hex[i * 2] = digits[name[i] >> 4];
        hex[i * 2 + 1] = digits[name[i] & 15];
    }
    HPDF_STATUS status = HPDF_Stream_WriteStr(stream, "/ID [<");
    if (status == HPDF_OK)
        status = HPDF_Stream_WriteStr(stream, hex);
    if (status == HPDF_OK)
        status = HPDF_Stream_WriteStr(stream, "> <");
    if (status == HPDF_OK)
        status = HPDF_Stream_WriteStr(stream, hex);
    if (status == HPDF_OK)
        status = HPDF_Stream_WriteStr(stream, ">]\n");
    return status;
}

static void write_document(HPDF_Doc doc, int minor, HPDF_Stream stream)
{
    char header[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    header[7] = (char)('0' + minor);
    bul_haru_put(doc->trailer, "Root", doc->catalog);
    bul_haru_put(doc->trailer, "Info", doc->info);
    doc->trailer->write_fn = write_id;
    if (HPDF_Stream_WriteStr(stream, header) == HPDF_OK)
        HPDF_Xref_WriteToStream(doc->xref, stream, NULL);
}

bul_status bul_haru_save(bul_haru *haru, int minor, bul_sink sink)
{
    pdf_outlet *outlet = BUL_NEW(haru->arena, pdf_outlet, 1);
    if (bul_haru_status(haru) != BUL_OK)
        return bul_haru_status(haru);
    outlet->sink = sink;
    sha256_init(&outlet->hash);
    HPDF_Stream stream =
        HPDF_CallbackWriter_New(haru->doc->mmgr, write_piece, outlet);
    if (!stream)
        return BUL_NO_MEMORY;
    write_document(haru->doc, minor, stream);
    HPDF_Stream_Free(stream);
    if (outlet->is_too_large)
        return BUL_LIMIT;
    if (bul_haru_status(haru) != BUL_OK)
        return bul_haru_status(haru);
    return flush_piece(outlet) ? BUL_OK : BUL_IO_ERROR;
}
