/* SPDX-License-Identifier: MIT */
/* pdf_reader.h - a finished PDF read back: its objects, streams, embedded
 * files, pages and images.
 *
 * It reads what this room writes and what programs make of it that save a PDF
 * again: cross-reference tables and streams, object streams, deflate with
 * PNG's row filters. It opens no encrypted files and repairs nothing. What is
 * broken comes out as empty. Bytes may be hostile: all that is unpacked is
 * limited, no call recurs more than a few steps. */
#ifndef BUL_PDF_PDF_READER_H
#define BUL_PDF_PDF_READER_H

#include "base/list.h"
#include "base/str.h"

/* Where an object stands. */
typedef struct bul_pdf_slot {
    uint64_t at;    /* byte in the file, or number of the object stream */
    uint32_t index; /* in the object stream */
    uint8_t kind;   /* 0: none, 1: in the file, 2: in an object stream */
} bul_pdf_slot;

typedef struct bul_pdf_opened {
    uint32_t number;
    bul_str bytes;
} bul_pdf_opened;

typedef struct bul_pdf_reader {
    bul_arena *arena;
    bul_str bytes;
    bul_str trailer; /* the newest: a dictionary */
    BUL_LIST(bul_pdf_slot) slots;
    BUL_LIST(bul_pdf_opened) opened; /* object streams, unpacked */
    uint64_t unpacked_bytes;         /* so far, of all streams */
    int depth;                       /* of objects that need objects */
} bul_pdf_reader;

typedef struct bul_pdf_stream {
    bul_str dict;
    bul_str bytes; /* as they stand in the file */
} bul_pdf_stream;

/* NULL where the bytes are no PDF, are encrypted, or have no usable table of
 * objects. They must outlive the reader. */
bul_pdf_reader *bul_pdf_read(bul_arena *arena, bul_str bytes);

/* The value of an object: of a stream its dictionary. Empty: there is none. */
bul_str bul_pdf_object(bul_pdf_reader *reader, uint32_t number);

/* A value, or what it refers to. */
bul_str bul_pdf_resolve(bul_pdf_reader *reader, bul_str value);

/* False where the object is no stream that lies in the file. */
bool bul_pdf_stream_of(bul_pdf_reader *reader, uint32_t number,
                       bul_pdf_stream *stream);

/* pdf_unpack.c: its bytes unpacked, in the arena or, where no filter packs them, in the
 * file. False where they are packed otherwise than by deflate, are broken, or
 * too many. */
bool bul_pdf_unpack(bul_pdf_reader *reader, const bul_pdf_stream *stream,
                    bul_str *bytes);

/* ---- pdf_reader_parts.c: what the document has ---- */

/* The bytes of the embedded file that has this key in the tree of names. */
bool bul_pdf_embedded(bul_pdf_reader *reader, const char *key, bul_str *bytes);

typedef BUL_LIST(uint32_t) bul_pdf_numbers;

/* Its pages, in order; none where their tree is broken. */
bul_pdf_numbers bul_pdf_pages(bul_pdf_reader *reader);

/* The content of a page, unpacked; empty where it cannot be read. */
bul_str bul_pdf_content_of(bul_pdf_reader *reader, uint32_t page);

typedef BUL_LIST(bul_str) bul_pdf_pieces;

/* The JPEGs that stand in it as images. */
bul_pdf_pieces bul_pdf_jpegs(bul_pdf_reader *reader);

/* Is the file as it was written? Its /ID was taken from all bytes before. */
bool bul_pdf_is_untouched(const bul_pdf_reader *reader);

#endif
