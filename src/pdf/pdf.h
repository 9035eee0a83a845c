/* SPDX-License-Identifier: MIT */
/* pdf.h - an edition as a PDF: the whole interface of the room.
 *
 * Nothing is decided here: glyphs, pictures and rules go where the page says.
 * Text is shown by CID from fonts cut to what is used, with ToUnicode, and
 * ActualText where a glyph's one Unicode value would not give the text back.
 * The same edition gives the same bytes. */
#ifndef BUL_PDF_PDF_H
#define BUL_PDF_PDF_H

#include "base/diag.h"
#include "base/product.h"
#include "bulletin.h"
#include "layout/page.h"

/* Writes the edition as a product; NULL: a plain PDF. BUL_IO_ERROR when the
 * sink refuses bytes, BUL_LIMIT when the PDF would pass what the format can
 * hold, BUL_INPUT_ERRORS when a picture or font turns out to be unusable
 * (reported), BUL_NO_MEMORY.
 *
 * Reports picture/damaged, picture/changed, pdf/font-forbidden,
 * pdf/font-damaged and pdf/too-large. Unless it is BUL_OK, what the sink has
 * been given is no PDF. What the writing needs is taken from `arena` and stays
 * there until it is released: about as much as the PDF has bytes without its
 * pictures. */
bul_status bul_pdf_write(const bul_edition *edition, const bul_product *product,
                         bul_arena *arena, bul_diag *diag, bul_sink sink);

/* The libraries that print and pack: "libharu 2.4.3, libdeflate 1.14". */
bul_str bul_pdf_engines(void);

#endif
