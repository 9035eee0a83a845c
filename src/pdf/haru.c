/* SPDX-License-Identifier: MIT */
/* haru.c - the wrappers of haru.h. None of them allocates from the arena while
 * a function of libharu is on the stack. */
#include "pdf/haru.h"

#include <string.h>

#include "base/utf8.h"

/* ---- Errors ---- */

bul_status bul_haru_status(const bul_haru *haru)
{
    if (!haru->doc)
        return BUL_NO_MEMORY;
    switch (HPDF_GetError(haru->doc)) {
    case HPDF_OK:
        return BUL_OK;
    case HPDF_FAILD_TO_ALLOC_MEM:
        return BUL_NO_MEMORY;
    case HPDF_FILE_IO_ERROR:
        return BUL_IO_ERROR;
    default: /* too many objects, an array or string too long */
        return BUL_LIMIT;
    }
}

/* ---- Opening ---- */

static void close_doc(void *handle)
{
    HPDF_Free(handle);
}

void bul_haru_open(bul_haru *haru, bul_arena *arena)
{
    *haru = (bul_haru){.arena = arena, .doc = HPDF_New(NULL, NULL)};
    if (haru->doc)
        bul_arena_defer(arena, close_doc, haru->doc);
}

static bool is_broken(const bul_haru *haru)
{
    return bul_haru_status(haru) != BUL_OK;
}

/* ---- Values printed as they stand ---- */

/* What hangs on dict->attr of a dictionary with such values. */
typedef struct raw_values {
    bul_text text;
} raw_values;

static HPDF_STATUS write_raw(HPDF_Dict dict, HPDF_Stream stream)
{
    const raw_values *raw = dict->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)raw->text.ptr,
                             (HPDF_UINT)raw->text.len);
}

void bul_haru_put_raw(bul_haru *haru, HPDF_Dict dict, const char *key,
                      bul_str value)
{
    if (!dict)
        return;
    raw_values *raw = dict->attr;
    if (!raw) {
        raw = BUL_NEW(haru->arena, raw_values, 1);
        raw->text = bul_text_in(haru->arena);
        dict->attr = raw;
        dict->write_fn = write_raw;
    }
    bul_text_add(&raw->text, BUL_STR("/"));
    bul_text_add(&raw->text, bul_str_from(key));
    bul_text_add(&raw->text, BUL_STR(" "));
    bul_text_add(&raw->text, value);
    bul_text_add(&raw->text, BUL_STR("\n"));
}

/* ---- Objects ---- */

HPDF_Dict bul_haru_object(bul_haru *haru)
{
    HPDF_Dict dict = is_broken(haru) ? NULL : HPDF_Dict_New(haru->doc->mmgr);
    if (!dict || HPDF_Xref_Add(haru->doc->xref, dict) != HPDF_OK)
        return NULL;
    return dict;
}

HPDF_Dict bul_haru_dict(bul_haru *haru, HPDF_Dict parent, const char *key)
{
    if (!parent || is_broken(haru))
        return NULL;
    HPDF_Dict dict = HPDF_Dict_New(haru->doc->mmgr);
    return HPDF_Dict_Add(parent, key, dict) == HPDF_OK ? dict : NULL;
}

HPDF_Array bul_haru_array(bul_haru *haru, HPDF_Dict parent, const char *key)
{
    if (!parent || is_broken(haru))
        return NULL;
    HPDF_Array array = HPDF_Array_New(haru->doc->mmgr);
    return HPDF_Dict_Add(parent, key, array) == HPDF_OK ? array : NULL;
}

uint32_t bul_haru_number(HPDF_Dict object)
{
    return object ? object->header.obj_id & 0x00FFFFFFu : 0;
}

/* ---- Streams that read from memory of ours ---- */

typedef struct stream_bytes {
    bul_str bytes;
    size_t at;
} stream_bytes;

static HPDF_STATUS read_bytes(HPDF_Stream stream, HPDF_BYTE *to,
                              HPDF_UINT *count)
{
    stream_bytes *from = stream->attr;
    size_t left = from->bytes.len - from->at;
    HPDF_UINT taken = *count < left ? *count : (HPDF_UINT)left;
    if (taken > 0)
        memcpy(to, from->bytes.ptr + from->at, taken);
    from->at += taken;
    *count = taken;
    return from->at == from->bytes.len ? HPDF_STREAM_EOF : HPDF_OK;
}

/* libharu only ever goes back to the start. */
static HPDF_STATUS seek_bytes(HPDF_Stream stream, HPDF_INT position,
                              HPDF_WhenceMode mode)
{
    stream_bytes *from = stream->attr;
    if (position != 0 || mode != HPDF_SEEK_SET)
        return HPDF_INVALID_PARAMETER;
    from->at = 0;
    return HPDF_OK;
}

static HPDF_UINT32 count_bytes(HPDF_Stream stream)
{
    const stream_bytes *from = stream->attr;
    return (HPDF_UINT32)from->bytes.len;
}

/* /Length must be an object of its own. */
static void put_length(bul_haru *haru, HPDF_Dict dict)
{
    HPDF_Number length = HPDF_Number_New(haru->doc->mmgr, 0);
    if (length && HPDF_Xref_Add(haru->doc->xref, length) == HPDF_OK)
        HPDF_Dict_Add(dict, "Length", length);
}

HPDF_Dict bul_haru_stream(bul_haru *haru, bul_str bytes, bul_haru_filter filter)
{
    stream_bytes *from = BUL_NEW(haru->arena, stream_bytes, 1);
    HPDF_Dict dict = bul_haru_object(haru);
    if (!dict)
        return NULL;
    from->bytes = bytes;
    put_length(haru, dict);
    dict->stream = HPDF_CallbackReader_New(haru->doc->mmgr, read_bytes,
                                           seek_bytes, NULL, count_bytes, from);
    /* libharu drops a Filter key it did not set itself; a raw value stays. */
    if (filter == BUL_HARU_FLATE)
        bul_haru_put_raw(haru, dict, "Filter", BUL_STR("/FlateDecode"));
    if (filter == BUL_HARU_DCT)
        bul_haru_put_raw(haru, dict, "Filter", BUL_STR("/DCTDecode"));
    return dict;
}

/* ---- Filling ---- */

void bul_haru_put(HPDF_Dict dict, const char *key, HPDF_Dict object)
{
    if (dict && object)
        HPDF_Dict_Add(dict, key, object);
}

void bul_haru_put_name(HPDF_Dict dict, const char *key, const char *name)
{
    if (dict)
        HPDF_Dict_AddName(dict, key, name);
}

void bul_haru_put_int(HPDF_Dict dict, const char *key, int32_t value)
{
    if (dict)
        HPDF_Dict_AddNumber(dict, key, value);
}

void bul_haru_put_true(HPDF_Dict dict, const char *key)
{
    if (dict)
        HPDF_Dict_AddBoolean(dict, key, HPDF_TRUE);
}

void bul_haru_put_bytes(bul_haru *haru, HPDF_Dict dict, const char *key,
                        bul_str bytes)
{
    HPDF_BYTE *copy = bul_arena_copy(haru->arena, bytes.ptr, bytes.len);
    if (dict)
        HPDF_Dict_Add(
            dict, key,
            HPDF_Binary_New(haru->doc->mmgr, copy, (HPDF_UINT)bytes.len));
}

bul_str bul_haru_utf16(bul_arena *arena, bul_str text)
{
    char *units = BUL_NEW(arena, char, text.len * 2 + 2);
    size_t len = 0;
    units[len++] = '\xFE';
    units[len++] = '\xFF';
    for (size_t at = 0; at < text.len;) {
        uint32_t c = bul_utf8_next(text, &at);
        uint32_t pair = c - 0x10000;
        if (c >= 0x10000) {
            units[len++] = (char)(0xD8 | pair >> 18);
            units[len++] = (char)(pair >> 10 & 0xFF);
            c = 0xDC00 | (pair & 0x3FF);
        }
        units[len++] = (char)(c >> 8);
        units[len++] = (char)(c & 0xFF);
    }
    return (bul_str){units, len};
}

void bul_haru_put_text(bul_haru *haru, HPDF_Dict dict, const char *key,
                       bul_str text)
{
    bul_haru_put_bytes(haru, dict, key, bul_haru_utf16(haru->arena, text));
}

void bul_haru_push(HPDF_Array array, HPDF_Dict object)
{
    if (array && object)
        HPDF_Array_Add(array, object);
}
