/* SPDX-License-Identifier: MIT */
/* pdf_packed.c - object streams and the cross-reference stream (ISO 32000-1,
 * 7.5.7 and 7.5.8).
 *
 * All that is no stream is gathered by the hundred and packed together: like
 * objects have like keys, and 65,000 elements of structure shrink from 7.2 MB
 * to 0.6. An object stream is written as soon as it is full, between the
 * streams proper. */
#include <stdio.h>
#include <string.h>

#include "pdf/pdf_saver.h"

/* A full batch: readers open all of it to find one object. */
#define BATCH_BYTES ((size_t)64 << 10)

/* libdeflate's level: 6 saves nothing, 9 a hundredth in three times the time. */
#define PACK_LEVEL 5

static void close_packer(void *handle)
{
    libdeflate_free_compressor(handle);
}

/* ---- Gathering ---- */

static bool make_room(const bul_saver *saver, bul_pdf_batch *batch, size_t more)
{
    if (more <= batch->room - batch->len)
        return true;
    size_t room = batch->room * 2 > batch->len + more ? batch->room * 2
                                                      : batch->len + more;
    char *text = bul_arena_try(saver->haru->arena, 1, room);
    if (!text)
        return false;
    memcpy(text, batch->text, batch->len);
    batch->text = text;
    batch->room = room;
    return true;
}

static HPDF_STATUS take_text(HPDF_Stream stream, const HPDF_BYTE *bytes,
                             HPDF_UINT count)
{
    bul_saver *saver = stream->attr;
    bul_pdf_batch *batch = &saver->batch;
    if (!make_room(saver, batch, count))
        return HPDF_SetError(stream->error, HPDF_FAILD_TO_ALLOC_MEM, 0);
    memcpy(batch->text + batch->len, bytes, count);
    batch->len += count;
    return HPDF_OK;
}

void bul_saver_open_batch(bul_saver *saver)
{
    bul_arena *arena = saver->haru->arena;
    bul_pdf_batch *batch = &saver->batch;
    saver->packer = libdeflate_alloc_compressor(PACK_LEVEL);
    if (!saver->packer)
        return;
    bul_arena_defer(arena, close_packer, saver->packer);
    batch->room = BATCH_BYTES + BATCH_BYTES / 4;
    batch->text = BUL_NEW(arena, char, batch->room);
    batch->stream = saver->stream;
    batch->stream.write_fn = take_text;
}

void bul_saver_gather(bul_saver *saver, uint32_t number, void *object)
{
    bul_pdf_batch *batch = &saver->batch;
    batch->numbers[batch->count] = number;
    batch->starts[batch->count] = batch->len;
    batch->count++;
    HPDF_Obj_WriteValue(object, &batch->stream, NULL);
    HPDF_Stream_WriteStr(&batch->stream, "\n");
    if (batch->count == BUL_PDF_BATCH_OBJECTS || batch->len >= BATCH_BYTES)
        bul_saver_close_batch(saver);
}

/* ---- Object streams ---- */

/* Packs into the arena; what was there before and the packed bytes stay until
 * the caller rewinds. */
static bul_str pack(const bul_saver *saver, bul_str bytes)
{
    size_t room = libdeflate_zlib_compress_bound(saver->packer, bytes.len);
    char *packed = BUL_NEW(saver->haru->arena, char, room);
    size_t len = libdeflate_zlib_compress(saver->packer, bytes.ptr, bytes.len,
                                          packed, room);
    return (bul_str){packed, len};
}

/* An object of our own, after all those of the document. */
static uint32_t next_number(bul_saver *saver)
{
    (void)BUL_PUSH(saver->haru->arena, &saver->places);
    return (uint32_t)(saver->places.count - 1);
}

/* "number start" of every object, then the objects: what the stream holds.
 * Yields how many bytes the first part has. */
static size_t add_batch(bul_text *text, const bul_pdf_batch *batch)
{
    for (size_t i = 0; i < batch->count; i++)
        bul_text_addf(text, "%lu %zu\n", (unsigned long)batch->numbers[i],
                      batch->starts[i]);
    size_t first = text->len;
    bul_text_add(text, (bul_str){batch->text, batch->len});
    return first;
}

static void put_batch(bul_saver *saver, uint32_t number)
{
    const bul_pdf_batch *batch = &saver->batch;
    bul_text text = bul_text_in(saver->haru->arena);
    size_t first = add_batch(&text, batch);
    bul_str packed = pack(saver, bul_text_str(&text));
    char keys[160];
    snprintf(keys, sizeof keys,
             "<<\n/Type /ObjStm\n/N %zu\n/First %zu\n/Length %zu\n"
             "/Filter /FlateDecode\n>>",
             batch->count, first, packed.len);
    bul_saver_begin(saver, number);
    bul_saver_put(saver, bul_str_from(keys));
    bul_saver_put_stream(saver, packed);
}

void bul_saver_close_batch(bul_saver *saver)
{
    bul_pdf_batch *batch = &saver->batch;
    if (batch->count == 0 || bul_saver_status(saver) != BUL_OK)
        return;
    uint32_t number = next_number(saver);
    for (size_t i = 0; i < batch->count; i++)
        saver->places.items[batch->numbers[i]] =
            (bul_pdf_place){BUL_PDF_IN_STREAM, (uint8_t)i, number};
    bul_arena_mark mark = bul_arena_mark_now(saver->haru->arena);
    put_batch(saver, number);
    bul_arena_rewind(saver->haru->arena, mark);
    batch->count = batch->len = 0;
}

/* ---- The cross-reference stream ---- */

/* The second of its three columns is as wide as the largest number needs. */
static size_t width_of(uint64_t largest)
{
    size_t width = 1;
    while (largest >> (8 * width) > 0)
        width++;
    return width;
}

/* A row of the table: kind, place, index. */
static void fill_row(uint8_t *row, size_t width, bul_pdf_place place)
{
    *row++ = place.kind;
    for (size_t i = 0; i < width; i++)
        *row++ = (uint8_t)(place.at >> (8 * (width - 1 - i)));
    *row = place.index;
}

static bul_str table_of(const bul_saver *saver, size_t width)
{
    size_t row_bytes = width + 2, count = saver->places.count;
    uint8_t *rows = BUL_NEW(saver->haru->arena, uint8_t, row_bytes * count);
    for (size_t i = 0; i < count; i++)
        fill_row(rows + i * row_bytes, width, saver->places.items[i]);
    rows[row_bytes - 1] = 0xFF; /* object 0 can never be used */
    return (bul_str){(const char *)rows, row_bytes * count};
}

/* Each byte less the one above it, each row led by the number of this filter
 * of PNG's: what rises evenly packs better so. */
static bul_str risen(bul_arena *arena, bul_str table, size_t row_bytes)
{
    size_t count = table.len / row_bytes;
    char *to = BUL_NEW(arena, char, (row_bytes + 1) * count);
    for (size_t y = 0; y < count; y++) {
        const char *row = table.ptr + y * row_bytes;
        char *out = to + y * (row_bytes + 1);
        *out++ = 2;
        for (size_t i = 0; i < row_bytes; i++)
            out[i] = (char)(row[i] - (y > 0 ? row[i - row_bytes] : 0));
    }
    return (bul_str){to, (row_bytes + 1) * count};
}

void bul_saver_put_xref_stream(bul_saver *saver)
{
    uint32_t number = next_number(saver);
    uint32_t xref_at = (uint32_t)saver->outlet.byte_count;
    bul_saver_begin(saver, number);
    size_t width = width_of(xref_at), row_bytes = width + 2;
    bul_str table = table_of(saver, width);
    bul_str plain = pack(saver, table);
    bul_str rising = pack(saver, risen(saver->haru->arena, table, row_bytes));
    bool is_rising = rising.len < plain.len;
    bul_str packed = is_rising ? rising : plain;

    bul_text more = bul_text_in(saver->haru->arena);
    bul_text_addf(&more, "/Type /XRef\n/W [1 %zu 1]\n/Length %zu\n", width,
                  packed.len);
    if (is_rising)
        bul_text_addf(&more, "/DecodeParms <</Predictor 12/Columns %zu>>\n",
                      row_bytes);
    bul_text_add(&more, BUL_STR("/Filter /FlateDecode\n"));
    bul_saver_put_trailer(saver, bul_text_str(&more));
    bul_saver_put_stream(saver, packed);
    bul_saver_put_end(saver, xref_at);
}
