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

void bul_haru_open(bul_haru *haru, bul_arena *arena, bul_haru_form form)
{
    *haru =
        (bul_haru){.arena = arena, .doc = HPDF_New(NULL, NULL), .form = form};
    if (haru->doc)
        bul_arena_defer(arena, close_doc, haru->doc);
}

static bool is_broken(const bul_haru *haru)
{
    return bul_haru_status(haru) != BUL_OK;
}

/* ---- Values printed as they stand ---- */

/* dict->attr of a dictionary with such values: the last one, which points to
 * the first. Tagged files have tens of thousands, so they are not copied. */
typedef struct raw_value raw_value;

struct raw_value {
    raw_value *next;
    const char *key;
    bul_str value;
};

static HPDF_STATUS write_str(HPDF_Stream stream, bul_str text)
{
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)text.ptr,
                             (HPDF_UINT)text.len);
}

static HPDF_STATUS write_raw(HPDF_Dict dict, HPDF_Stream stream)
{
    const raw_value *last = dict->attr;
    const raw_value *raw = last;
    HPDF_STATUS status = HPDF_OK;
    do {
        raw = raw->next;
        const bul_str parts[] = {BUL_STR("/"), bul_str_from(raw->key),
                                 BUL_STR(" "), raw->value, BUL_STR("\n")};
        for (size_t i = 0; i < 5 && status == HPDF_OK; i++)
            status = write_str(stream, parts[i]);
    } while (raw != last && status == HPDF_OK);
    return status;
}

void bul_haru_put_raw(bul_haru *haru, HPDF_Dict dict, const char *key,
                      bul_str value)
{
    if (!dict)
        return;
    raw_value *raw = BUL_NEW(haru->arena, raw_value, 1);
    raw_value *last = dict->attr;
    *raw = (raw_value){.next = raw, .key = key, .value = value};
    if (last) {
        raw->next = last->next;
        last->next = raw;
    }
    dict->attr = raw;
    dict->write_fn = write_raw;
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

/* ---- Streams ----
 *
 * To libharu they are dictionaries like others; their bytes never pass through
 * it, because pdf_save.c writes them itself. */

/* In the plain form an object of its own, as libharu would have it. */
static HPDF_Number put_length(bul_haru *haru, HPDF_Dict dict)
{
    HPDF_Number length = HPDF_Number_New(haru->doc->mmgr, 0);
    if (!length || (!haru->form.is_packed &&
                    HPDF_Xref_Add(haru->doc->xref, length) != HPDF_OK))
        return NULL;
    return HPDF_Dict_Add(dict, "Length", length) == HPDF_OK ? length : NULL;
}

HPDF_Dict bul_haru_stream_from(bul_haru *haru, bul_haru_source source,
                               bul_haru_filter filter)
{
    bul_haru_stream_note *note = BUL_PUSH(haru->arena, &haru->streams);
    HPDF_Dict dict = bul_haru_object(haru);
    note->source = source;
    note->number = bul_haru_number(dict);
    if (!dict)
        return NULL;
    note->length = put_length(haru, dict);
    if (filter == BUL_HARU_FLATE)
        bul_haru_put_raw(haru, dict, "Filter", BUL_STR("/FlateDecode"));
    if (filter == BUL_HARU_DCT)
        bul_haru_put_raw(haru, dict, "Filter", BUL_STR("/DCTDecode"));
    return dict;
}

HPDF_Dict bul_haru_stream(bul_haru *haru, bul_str bytes, bul_haru_filter filter)
{
    HPDF_Dict dict = bul_haru_stream_from(haru, (bul_haru_source){0}, filter);
    BUL_LAST(&haru->streams)->bytes = bytes;
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
