/* SPDX-License-Identifier: MIT */
/* pdf_painter.h - the state of one page's content while it is written: what
 * font, colour and place the operators so far have set. */
#ifndef BUL_PDF_PDF_PAINTER_H
#define BUL_PDF_PDF_PAINTER_H

#include "pdf/pdf_parts.h"

/* A path that waits to be painted. */
typedef enum bul_painter_path {
    BUL_PAINTER_NO_PATH,
    BUL_PAINTER_BARS,  /* rectangles, for f */
    BUL_PAINTER_FILLS, /* filled drawings, for f */
    BUL_PAINTER_LINES  /* drawings as lines, for S, within q and Q */
} bul_painter_path;

/* Left, top, right and bottom on the page. */
typedef struct bul_painter_box {
    int64_t left, top, right, bottom;
} bul_painter_box;

typedef struct bul_painter {
    bul_pdf *pdf;
    bul_content *out;
    const bul_page *page;
    size_t stamp; /* marks fonts and images as used on this page */
    int64_t origin_x, origin_y; /* the page's trimmed top left corner */

    bool is_in_text;           /* between BT and ET */
    bool is_turned;            /* the last Tm was that of a sideways run */
    int64_t line_x, line_y;    /* where the last Td or Tm went */
    const bul_pdf_type0 *font; /* of the last Tf */
    bul_mpt size;
    int64_t spacing; /* of the last Tc, in millipoints */
    bul_pdf_ink fill;

    bul_tag_path marks;
    size_t tag;       /* the element whose sequence is open */
    size_t *link_tag; /* by link of the page: the element it stands in, or 0 */

    bul_painter_path path;
    bul_painter_box drawn; /* around BUL_PAINTER_FILLS */
    bul_mpt line;          /* width and colour of BUL_PAINTER_LINES */
    bul_pdf_ink stroke;
} bul_painter;

/* From the page's place to the PDF's: the origin is the lower left corner of
 * the sheet with its bleed, and y runs up. */
int64_t bul_painter_x(const bul_painter *painter, int64_t x);
int64_t bul_painter_y(const bul_painter *painter, int64_t y);

/* Ends text or path, as far as one is open. */
void bul_painter_settle(bul_painter *painter);
void bul_painter_fill(bul_painter *painter, bul_pdf_ink ink);
/* For lines; within q and Q. */
void bul_painter_stroke(bul_painter *painter, bul_pdf_ink ink);

/* pdf_mark.c: opens a sequence of marked content in the element, or an artifact's,
 * and ends the one that was open. Nothing where that is the same already or the
 * product has no tags. BUL_TAG_NOTHING: ends only. */
void bul_painter_tag(bul_painter *painter, size_t tag);
/* Opens what an item stands in; takes in the marks. */
void bul_painter_follow(bul_painter *painter, const bul_item *item);

/* pdf_drawing.c: draws a drawing. */
void bul_painter_draw(bul_painter *painter, const bul_drawing *drawing);

/* pdf_text.c: shows a run. */
void bul_painter_show(bul_painter *painter, const bul_glyph_run *run);

/* pdf_page.c: draws whatever stands on a page. Then the content, packed, as a
 * stream; and what of fonts, pictures and inks it named. */
HPDF_Dict bul_painter_content(bul_painter *painter);
void bul_painter_put_resources(bul_painter *painter, HPDF_Dict owner);

/* pdf_sheet.c: draws the pages of a press sheet, and names them in its
 * resources; `objects` is its dictionary of XObjects, or NULL as yet. */
void bul_painter_place_pages(bul_painter *painter);
void bul_painter_put_forms(bul_painter *painter, HPDF_Dict resources,
                           HPDF_Dict objects);

/* pdf_traced.c: draws a run as outlines; and names them in the resources, whose
 * dictionary of XObjects is given and yielded as above. */
void bul_painter_trace(bul_painter *painter, const bul_glyph_run *run);
HPDF_Dict bul_painter_put_traced(bul_painter *painter, HPDF_Dict resources,
                                 HPDF_Dict objects);

/* pdf_link.c: the annotations of the page, where it has links. */
void bul_painter_link(bul_painter *painter, HPDF_Dict page);

#endif
