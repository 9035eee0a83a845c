/* SPDX-License-Identifier: MIT */
/* pdf_painter.h - the state of one page's content while it is written: what
 * font, colour and place the operators so far have set. */
#ifndef BUL_PDF_PDF_PAINTER_H
#define BUL_PDF_PDF_PAINTER_H

#include "pdf/pdf_parts.h"

typedef struct bul_painter {
    bul_pdf *pdf;
    bul_content *out;
    const bul_page *page;
    size_t stamp; /* marks fonts and images as used on this page */

    bool is_in_text;          /* between BT and ET */
    bool is_in_path;          /* rectangles wait for their f */
    int64_t line_x, line_y;   /* where the last Td went */
    const bul_pdf_font *font; /* of the last Tf */
    bul_mpt size;
    int64_t spacing; /* of the last Tc, in millipoints */
    bul_color fill;
} bul_painter;

/* From the page's place to the PDF's: the origin is the lower left corner of
 * the sheet with its bleed, and y runs up. */
int64_t bul_painter_x(const bul_painter *painter, int64_t x);
int64_t bul_painter_y(const bul_painter *painter, int64_t y);

/* Ends text or path, as far as one is open. */
void bul_painter_settle(bul_painter *painter);
void bul_painter_fill(bul_painter *painter, bul_color color);

/* pdf_text.c: shows a run. */
void bul_painter_show(bul_painter *painter, const bul_glyph_run *run);

/* pdf_link.c: the annotations of the page, where it has links. */
void bul_painter_link(bul_painter *painter, HPDF_Dict page);

#endif
