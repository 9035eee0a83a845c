/* SPDX-License-Identifier: MIT */
/* pdf_sheet.c - press sheets: finished pages as form XObjects, each written
 * once however many sheets show it. */
#include <stdio.h>

#include "pdf/pdf_painter.h"

static bul_pdf_form *form_of(bul_pdf *pdf, const bul_page *page)
{
    for (size_t i = 0; i < pdf->forms.count; i++)
        if (pdf->forms.items[i].page == page)
            return &pdf->forms.items[i];
    return NULL;
}

/* All of a page with its bleed, from the lower left corner of that. */
static void write_form(bul_pdf *pdf, const bul_page *page)
{
    int64_t bleed = bul_pdf_bleed(pdf, page);
    const int64_t box[4] = {0, 0, page->width + 2 * bleed,
                            page->height + 2 * bleed};
    bul_painter painter = {.pdf = pdf,
                           .out = &pdf->content,
                           .page = page,
                           .stamp = ++pdf->stamp,
                           .origin_x = bleed,
                           .origin_y = bleed + page->height,
                           .fill = {.color = BUL_COLOR_BLACK},
                           .tag = BUL_TAG_NOTHING};
    painter.link_tag = BUL_NEW(pdf->arena, size_t, page->links.count + 1);
    HPDF_Dict object = bul_painter_content(&painter);
    bul_haru_put_name(object, "Type", "XObject");
    bul_haru_put_name(object, "Subtype", "Form");
    bul_pdf_put_box(pdf, object, "BBox", box);
    bul_painter_put_resources(&painter, object);
    bul_pdf_form *form = BUL_PUSH(pdf->arena, &pdf->forms);
    *form = (bul_pdf_form){.page = page, .object = object};
    snprintf(form->name, sizeof form->name, "P%zu", page->number);
}

void bul_pdf_write_forms(bul_pdf *pdf, const bul_page *sheet)
{
    for (size_t i = 0; i < sheet->placed.count; i++)
        if (!form_of(pdf, sheet->placed.items[i].page))
            write_form(pdf, sheet->placed.items[i].page);
}

/* Only what the sheet has room for is seen. */
static void clip(bul_painter *painter, const bul_placed_page *placed)
{
    const bul_page *page = placed->page;
    bul_mpt left = bul_mpt_scale(placed->left, placed->scale, 1000);
    bul_mpt foot = bul_mpt_scale((int32_t)(page->height + placed->bottom),
                                 placed->scale, 1000);
    bul_mpt width = bul_mpt_scale(page->width + placed->left + placed->right,
                                  placed->scale, 1000);
    bul_mpt height = bul_mpt_scale(page->height + placed->top + placed->bottom,
                                   placed->scale, 1000);
    bul_content_milli_space(painter->out,
                            bul_painter_x(painter, placed->x - left));
    bul_content_milli_space(painter->out,
                            bul_painter_y(painter, placed->y + foot));
    bul_content_milli_space(painter->out, width);
    bul_content_milli(painter->out, height);
    BUL_CONTENT_ADD(painter->out, " re W n ");
}

static void place_page(bul_painter *painter, const bul_placed_page *placed)
{
    bul_content *out = painter->out;
    bul_pdf_form *form = form_of(painter->pdf, placed->page);
    if (!form)
        return;
    int64_t bleed = bul_pdf_bleed(painter->pdf, placed->page);
    bul_mpt inset = bul_mpt_scale((bul_mpt)bleed, placed->scale, 1000);
    bul_mpt height = bul_mpt_scale(placed->page->height, placed->scale, 1000);
    form->page_used = painter->stamp;
    BUL_CONTENT_ADD(out, "q ");
    clip(painter, placed);
    bul_content_milli_space(out, placed->scale);
    BUL_CONTENT_ADD(out, "0 0 ");
    bul_content_milli_space(out, placed->scale);
    bul_content_milli_space(out, bul_painter_x(painter, placed->x) - inset);
    bul_content_milli(out, bul_painter_y(painter, placed->y + height) - inset);
    BUL_CONTENT_ADD(out, " cm /");
    bul_content_add(out, bul_str_from(form->name));
    BUL_CONTENT_ADD(out, " Do Q\n");
}

void bul_painter_place_pages(bul_painter *painter)
{
    for (size_t i = 0; i < painter->page->placed.count; i++)
        place_page(painter, &painter->page->placed.items[i]);
}

void bul_painter_put_forms(bul_painter *painter, HPDF_Dict resources,
                           HPDF_Dict objects)
{
    bul_pdf *pdf = painter->pdf;
    for (size_t i = 0; i < pdf->forms.count; i++) {
        const bul_pdf_form *form = &pdf->forms.items[i];
        if (form->page_used != painter->stamp)
            continue;
        objects =
            objects ? objects : bul_haru_dict(&pdf->haru, resources, "XObject");
        bul_haru_put(objects, form->name, form->object);
    }
}
