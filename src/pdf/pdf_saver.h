/* SPDX-License-Identifier: MIT */
/* pdf_saver.h - a document on its way out: pdf_save.c and pdf_packed.c. */
#ifndef BUL_PDF_PDF_SAVER_H
#define BUL_PDF_PDF_SAVER_H

#include <libdeflate.h>

#include "pdf/haru.h"
#include "pdf/pdf_outlet.h"

/* Where an object is found, as a cross-reference stream says it (ISO 32000-1,
 * table 18). Zero: nowhere. */
typedef struct bul_pdf_place {
    uint8_t kind;  /* enum below */
    uint8_t index; /* in its object stream */
    uint32_t at;   /* offset in the file, or number of the object stream */
} bul_pdf_place;

enum {
    BUL_PDF_NOWHERE = 0,
    BUL_PDF_AT_OFFSET = 1,
    BUL_PDF_IN_STREAM = 2
};

/* Of one object stream; an index has eight bits. */
#define BUL_PDF_BATCH_OBJECTS 200

/* The object stream that is being filled. */
typedef struct bul_pdf_batch {
    HPDF_Stream_Rec stream; /* libharu writes values into it */
    char *text;
    size_t len, room;
    size_t count;
    uint32_t numbers[BUL_PDF_BATCH_OBJECTS];
    size_t starts[BUL_PDF_BATCH_OBJECTS]; /* in the text */
} bul_pdf_batch;

typedef struct bul_saver {
    bul_haru *haru;
    bul_pdf_outlet outlet;
    HPDF_Stream_Rec stream;         /* libharu's end of the outlet */
    BUL_LIST(bul_pdf_place) places; /* by number */
    bul_pdf_batch batch;
    struct libdeflate_compressor *packer; /* of the packed form */
    bul_str trailer_more; /* what stands in the trailer after its /ID */
} bul_saver;

/* ---- pdf_save.c ---- */

/* BUL_OK, or what has gone wrong. */
bul_status bul_saver_status(const bul_saver *saver);
void bul_saver_put(bul_saver *saver, bul_str bytes);
/* "12 0 obj" at the present offset, which is noted. */
void bul_saver_begin(bul_saver *saver, uint32_t number);
/* The bytes of a stream between its keywords, and the end of its object. */
void bul_saver_put_stream(bul_saver *saver, bul_str bytes);
/* The trailer's dictionary: Root, Info, Size, /ID, and `more` as it stands. */
void bul_saver_put_trailer(bul_saver *saver, bul_str more);
/* "startxref" and the end of the file. */
void bul_saver_put_end(bul_saver *saver, uint32_t xref_at);

/* ---- pdf_packed.c ---- */

void bul_saver_open_batch(bul_saver *saver);
/* Puts an object into the batch; a full one is written. */
void bul_saver_gather(bul_saver *saver, uint32_t number, void *object);
/* Writes the batch as an object stream, where it holds something. */
void bul_saver_close_batch(bul_saver *saver);
/* The cross-reference stream, which is the trailer too, and the end. */
void bul_saver_put_xref_stream(bul_saver *saver);

#endif
