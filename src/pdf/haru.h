/* SPDX-License-Identifier: MIT */
/* haru.h - libharu as a store of objects, and nothing more.
 *
 * Of libharu only the object layer is used: dictionaries, arrays, the list of
 * all objects, and the printing of their values. Its fonts, encoders, picture
 * loaders, page operators and savers are not: they know no CFF, no glyph
 * beyond the Basic Plane, and report success on a full disk. Only files of
 * pdf/ include this header, and it alone includes libharu's.
 *
 * Errors are sticky: once something has failed, objects come out as NULL, and
 * every function here accepts that and does nothing. So callers write straight
 * on and ask bul_haru_status once in a while. */
#ifndef BUL_PDF_HARU_H
#define BUL_PDF_HARU_H

#include <hpdf.h>

#include "base/diag.h"
#include "base/list.h"
#include "bulletin.h"

/* The records of libharu are used directly; these versions have been tried. */
_Static_assert(HPDF_VERSION_ID >= 20300 && HPDF_VERSION_ID < 20500,
               "libharu 2.3 or 2.4 is wanted");

/* How a document is laid out in its file. */
typedef struct bul_haru_form {
    int version; /* of PDF 1.x: 4 to 7 */
    /* Object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and
     * 7.5.8) instead of plain objects and a table: from 1.5 on. */
    bool is_packed;
} bul_haru_form;

/* Bytes that are fetched when the document is written, and not before. */
typedef struct bul_haru_source {
    /* Lends the bytes, packed as the stream's filter says. What it says but
     * BUL_OK ends the writing. NULL: they are at hand. */
    bul_status (*open)(void *state, bul_str *bytes);
    /* Takes them back, before anything else is opened. */
    void (*close)(void *state);
    void *state;
} bul_haru_source;

/* A stream of the document. */
typedef struct bul_haru_stream_note {
    uint32_t number;
    HPDF_Number length; /* its /Length, known when it is written */
    bul_str bytes;      /* where source.open is NULL */
    bul_haru_source source;
} bul_haru_stream_note;

typedef struct bul_haru {
    HPDF_Doc doc;
    bul_arena *arena;
    bul_haru_form form;
    BUL_LIST(bul_haru_stream_note) streams; /* in the order of their numbers */
} bul_haru;

/* How the bytes of a stream are packed. */
typedef enum bul_haru_filter {
    BUL_HARU_PLAIN,
    BUL_HARU_FLATE,
    BUL_HARU_DCT
} bul_haru_filter;

/* Opens an empty document, closed with the arena. */
void bul_haru_open(bul_haru *haru, bul_arena *arena, bul_haru_form form);

/* BUL_OK, or what has gone wrong. */
bul_status bul_haru_status(const bul_haru *haru);

/* ---- Objects ----
 *
 * Every object has an owner from its birth: the cross-reference table, or the
 * dictionary it stands in. So none is lost when the arena jumps. */

HPDF_Dict bul_haru_object(bul_haru *haru); /* indirect */
/* Direct, as the value of a key. */
HPDF_Dict bul_haru_dict(bul_haru *haru, HPDF_Dict parent, const char *key);
HPDF_Array bul_haru_array(bul_haru *haru, HPDF_Dict parent, const char *key);

/* An indirect stream. The bytes are not copied: they must live until the
 * document is written, and are packed already as `filter` says. */
HPDF_Dict bul_haru_stream(bul_haru *haru, bul_str bytes,
                          bul_haru_filter filter);

/* The same with bytes that are fetched when the document is written. */
HPDF_Dict bul_haru_stream_from(bul_haru *haru, bul_haru_source source,
                               bul_haru_filter filter);

/* The number in "12 0 R"; 0 for NULL. */
uint32_t bul_haru_number(HPDF_Dict object);

/* ---- Filling them. Keys and names are plain ASCII without blanks. ---- */

/* A reference to an indirect object. */
void bul_haru_put(HPDF_Dict dict, const char *key, HPDF_Dict object);
void bul_haru_put_name(HPDF_Dict dict, const char *key, const char *name);
void bul_haru_put_int(HPDF_Dict dict, const char *key, int32_t value);
void bul_haru_put_true(HPDF_Dict dict, const char *key);
/* A text string: UTF-16BE with its mark (ISO 32000-1, 7.9.2.2). */
void bul_haru_put_text(bul_haru *haru, HPDF_Dict dict, const char *key,
                       bul_str text);
/* A string of these bytes. */
void bul_haru_put_bytes(bul_haru *haru, HPDF_Dict dict, const char *key,
                        bul_str bytes);
/* A value that is printed as it stands: reals, long arrays, destinations.
 * `key` and `value` must live until the document is written. The lightest way
 * to fill a dictionary: libharu's own keys take 200 bytes and more. */
void bul_haru_put_raw(bul_haru *haru, HPDF_Dict dict, const char *key,
                      bul_str value);
/* A reference at the end. */
void bul_haru_push(HPDF_Array array, HPDF_Dict object);

/* UTF-16BE with a byte order mark, for text strings. */
bul_str bul_haru_utf16(bul_arena *arena, bul_str text);

/* ---- Writing ---- */

/* Writes the document in its form, with an /ID made from all that was written
 * before the trailer. Once only. */
bul_status bul_haru_save(bul_haru *haru, bul_sink sink);

#endif
