/* SPDX-License-Identifier: MIT */
/* pdf_image.c - pictures as image objects.
 *
 * A JPEG goes in as its own bytes. A PNG is decoded and packed again, because
 * what a PDF may hold of PNG data is less than PNG allows; transparency
 * becomes a soft mask. Each picture is stored once, however often and under
 * whatever names it is placed. */
#include <stdio.h>
#include <string.h>

#include "pdf/pdf_filter.h"
#include "pdf/pdf_parts.h"

static bool is_same_picture(const bul_picture *a, const bul_picture *b)
{
    return a == b ||
           (a->bytes.len == b->bytes.len && bul_str_equal(a->bytes, b->bytes));
}

bul_pdf_image *bul_pdf_image_of(bul_pdf *pdf, const bul_picture *picture)
{
    for (size_t i = 0; i < pdf->images.count; i++)
        if (pdf->images.items[i]->picture == picture)
            return pdf->images.items[i];
    for (size_t i = 0; i < pdf->images.count; i++)
        if (is_same_picture(pdf->images.items[i]->picture, picture))
            return pdf->images.items[i];
    return NULL;
}

void bul_pdf_note_picture(bul_pdf *pdf, const bul_placed_picture *placed)
{
    if (bul_pdf_image_of(pdf, placed->picture))
        return;
    bul_pdf_image *image = BUL_NEW(pdf->arena, bul_pdf_image, 1);
    image->picture = placed->picture;
    image->span = placed->span;
    snprintf(image->name, sizeof image->name, "I%zu", pdf->images.count + 1);
    *BUL_PUSH(pdf->arena, &pdf->images) = image;
}

/* ---- Objects ---- */

static void fill_image(bul_pdf *pdf, HPDF_Dict image, size_t width,
                       size_t height, size_t components)
{
    bul_haru_put_name(image, "Type", "XObject");
    bul_haru_put_name(image, "Subtype", "Image");
    bul_haru_put_int(image, "Width", (int32_t)width);
    bul_haru_put_int(image, "Height", (int32_t)height);
    bul_haru_put_int(image, "BitsPerComponent", 8);
    bul_haru_put_raw(&pdf->haru, image, "ColorSpace",
                     bul_pdf_picture_space(pdf, components));
}

static HPDF_Dict embed_jpeg(bul_pdf *pdf, const bul_picture *picture)
{
    HPDF_Dict image = bul_haru_stream(&pdf->haru, picture->bytes, BUL_HARU_DCT);
    fill_image(pdf, image, picture->width, picture->height,
               picture->components);
    if (picture->inverted)
        bul_haru_put_raw(&pdf->haru, image, "Decode",
                         BUL_STR("[1 0 1 0 1 0 1 0]"));
    if (picture->plain_rgb)
        bul_haru_put_raw(&pdf->haru, image, "DecodeParms",
                         BUL_STR("<</ColorTransform 0>>"));
    return image;
}

/* Flat colours of a drawing pack better as they are. */
static HPDF_Dict embed_plane(bul_pdf *pdf, const bul_plane *plane,
                             bool is_smooth)
{
    size_t count = plane->width * plane->height * plane->components;
    bul_str bytes = {(const char *)plane->samples, count};
    if (is_smooth)
        bytes = bul_filter_rows(&pdf->scratch, plane);
    HPDF_Dict image =
        bul_haru_stream(&pdf->haru, bul_pdf_pack(pdf, bytes), BUL_HARU_FLATE);
    fill_image(pdf, image, plane->width, plane->height, plane->components);
    if (is_smooth) {
        bul_content parameters = {.arena = pdf->arena};
        BUL_CONTENT_ADD(&parameters, "<</Predictor 15/Colors ");
        bul_content_int(&parameters, (int64_t)plane->components);
        BUL_CONTENT_ADD(&parameters, "/Columns ");
        bul_content_int(&parameters, (int64_t)plane->width);
        BUL_CONTENT_ADD(&parameters, ">>");
        bul_haru_put_raw(&pdf->haru, image, "DecodeParms",
                         bul_content_str(&parameters));
    }
    return image;
}

static HPDF_Dict embed_png(bul_pdf *pdf, const bul_pdf_image *noted)
{
    const bul_picture *picture = noted->picture;
    bul_samples samples;
    if (!bul_picture_samples(picture, &pdf->scratch, pdf->diag, noted->span,
                             &samples)) {
        pdf->is_faulty = true;
        return NULL;
    }
    bool is_smooth = !picture->has_palette && picture->bits >= 8;
    bul_plane plane = {samples.color, samples.width, samples.height,
                       samples.components};
    HPDF_Dict image = embed_plane(pdf, &plane, is_smooth);
    if (samples.alpha) {
        bul_plane alpha = {samples.alpha, samples.width, samples.height, 1};
        bul_haru_put(image, "SMask", embed_plane(pdf, &alpha, is_smooth));
    }
    return image;
}

/* PDF/X-1a knows neither light nor glass: colours of a screen have no inks in
 * it, and nothing shows through. */
static bool is_fit(bul_pdf *pdf, const bul_pdf_image *image)
{
    const bul_picture *picture = image->picture;
    if (pdf->product->exchange != BUL_EXCHANGE_X1A ||
        (picture->components != 3 && !picture->has_alpha))
        return true;
    bul_report(pdf->diag,
               picture->has_alpha ? BUL_MSG_PDF_PICTURE_TRANSPARENT
                                  : BUL_MSG_PDF_PICTURE_RGB,
               image->span, BUL_ARGS(picture->path));
    pdf->is_faulty = true;
    return false;
}

void bul_pdf_embed_images(bul_pdf *pdf)
{
    for (size_t i = 0; i < pdf->images.count; i++) {
        bul_pdf_image *image = pdf->images.items[i];
        if (!is_fit(pdf, image))
            continue;
        bul_arena_mark mark = bul_arena_mark_now(&pdf->scratch);
        image->object = image->picture->format == BUL_PICTURE_JPEG
                            ? embed_jpeg(pdf, image->picture)
                            : embed_png(pdf, image);
        bul_arena_rewind(&pdf->scratch, mark);
    }
}
