/* SPDX-License-Identifier: MIT */
/* pdf_image.c - pictures as image objects.
 *
 * A JPEG goes in as its own bytes where its colours suit the product. A PNG is decoded and packed again, because
 * what a PDF may hold of PNG data is less than PNG allows; transparency
 * becomes a soft mask. Each picture is stored once, however often and under
 * whatever names it is placed.
 *
 * Files are opened again when their stream is written, one at a time. PNGs are
 * decoded before anything is written, so that a broken one is told in time;
 * what they give is kept while it is little, and else made a second time. */
#include <stdio.h>
#include <string.h>

#include "pdf/pdf_filter.h"
#include "pdf/pdf_parts.h"

/* Packed samples that are kept, of all PNGs together: some hundred charts, or
 * a dozen photographs. */
#define KEPT_SAMPLE_BYTES ((size_t)16 << 20)

/* Decode of CMYK where 255 is no ink, as Adobe's programs pack it. */
#define INVERTED BUL_STR("[1 0 1 0 1 0 1 0]")

/* ---- Which pictures ---- */

bul_pdf_image *bul_pdf_image_of(bul_pdf *pdf, const bul_picture *picture)
{
    for (size_t i = 0; i < pdf->pictures.count; i++)
        if (pdf->pictures.items[i].picture == picture)
            return pdf->pictures.items[i].image;
    return NULL;
}

static bul_pdf_image *image_of_same(bul_pdf *pdf, const bul_picture *picture)
{
    for (size_t i = 0; i < pdf->images.count; i++)
        if (bul_picture_is_same(pdf->images.items[i]->picture, picture,
                                pdf->arena))
            return pdf->images.items[i];
    return NULL;
}

void bul_pdf_note_picture(bul_pdf *pdf, const bul_placed_picture *placed)
{
    if (bul_pdf_image_of(pdf, placed->picture))
        return;
    bul_pdf_image *image = image_of_same(pdf, placed->picture);
    if (!image) {
        image = BUL_NEW(pdf->arena, bul_pdf_image, 1);
        image->picture = placed->picture;
        image->span = placed->span;
        snprintf(image->name, sizeof image->name, "I%zu",
                 pdf->images.count + 1);
        *BUL_PUSH(pdf->arena, &pdf->images) = image;
    }
    *BUL_PUSH(pdf->arena, &pdf->pictures) =
        (bul_pdf_picture){placed->picture, image};
}

/* ---- Sources of streams ---- */

/* An image that is fetched when it is written. */
typedef struct image_source {
    bul_pdf *pdf;
    const bul_pdf_image *image;
    bool is_mask;      /* of a PNG: its transparency */
    size_t components; /* of a PNG: when it was decoded first */
    bul_loan loan;
    bul_arena_mark mark; /* of the scratch arena */
} image_source;

static void report_changed(bul_pdf *pdf, const bul_pdf_image *image)
{
    bul_report(pdf->diag, BUL_MSG_PICTURE_CHANGED, image->span,
               BUL_ARGS(image->picture->path));
}

static bool open_file(bul_pdf *pdf, const bul_pdf_image *image, bul_loan *loan)
{
    if (bul_picture_open(image->picture, pdf->arena, loan))
        return true;
    report_changed(pdf, image);
    return false;
}

static bul_status open_jpeg(void *state, bul_str *bytes)
{
    image_source *source = state;
    if (!open_file(source->pdf, source->image, &source->loan))
        return BUL_INPUT_ERRORS;
    *bytes = source->loan.bytes;
    return BUL_OK;
}

static void close_jpeg(void *state)
{
    image_source *source = state;
    bul_world_return(&source->loan);
}

static void close_scratch(void *state)
{
    image_source *source = state;
    bul_arena_rewind(&source->pdf->scratch, source->mark);
}

/* A JPEG in other colours. */
static bul_status open_photo(void *state, bul_str *bytes)
{
    image_source *source = state;
    bul_pdf *pdf = source->pdf;
    bul_loan loan;
    if (!open_file(pdf, source->image, &loan))
        return BUL_INPUT_ERRORS;
    source->mark = bul_arena_mark_now(&pdf->scratch);
    bool is_made = bul_pdf_photo_repack(pdf, source->image, loan.bytes, bytes);
    bul_world_return(&loan);
    if (!is_made)
        close_scratch(source);
    return is_made ? BUL_OK : BUL_INPUT_ERRORS;
}

/* ---- Planes of a PNG, in the scratch arena ---- */

/* Flat colours of a drawing pack better as they are. */
static bool is_smooth(const bul_picture *picture)
{
    return !picture->has_palette && picture->bits >= 8;
}

static bool decode(bul_pdf *pdf, const bul_pdf_image *image,
                   bul_samples *samples)
{
    bul_loan loan;
    if (!open_file(pdf, image, &loan))
        return false;
    bool is_sound = bul_pdf_photo_samples(pdf, image, loan.bytes, samples);
    bul_world_return(&loan);
    return is_sound;
}

static bul_plane plane_of(const bul_samples *samples, bool is_mask)
{
    return is_mask
               ? (bul_plane){samples->alpha, samples->width, samples->height, 1}
               : (bul_plane){samples->color, samples->width, samples->height,
                             samples->components};
}

static bul_str pack_plane(bul_pdf *pdf, const bul_picture *picture,
                          const bul_plane *plane)
{
    size_t count = plane->width * plane->height * plane->components;
    bul_str bytes = {(const char *)plane->samples, count};
    if (is_smooth(picture))
        bytes = bul_filter_rows(&pdf->scratch, plane);
    return bul_pdf_pack_loose(pdf, bytes);
}

static bul_status open_plane(void *state, bul_str *bytes)
{
    image_source *source = state;
    bul_pdf *pdf = source->pdf;
    bul_samples samples;
    source->mark = bul_arena_mark_now(&pdf->scratch);
    if (decode(pdf, source->image, &samples)) {
        bul_plane plane = plane_of(&samples, source->is_mask);
        if (plane.samples && plane.components == source->components) {
            *bytes = pack_plane(pdf, source->image->picture, &plane);
            return BUL_OK;
        }
        report_changed(pdf, source->image);
    }
    bul_arena_rewind(&pdf->scratch, source->mark);
    return BUL_INPUT_ERRORS;
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

static image_source *new_source(bul_pdf *pdf, const bul_pdf_image *image)
{
    image_source *source = BUL_NEW(pdf->arena, image_source, 1);
    source->pdf = pdf;
    source->image = image;
    return source;
}

/* Is the JPEG packed anew? What colours it has is asked of the file only where
 * its header does not tell. */
static bool is_repacked(bul_pdf *pdf, const bul_pdf_image *noted)
{
    bul_loan loan;
    if (pdf->product->photos == BUL_PHOTOS_AS_THEY_ARE ||
        noted->picture->components == 1 || !open_file(pdf, noted, &loan))
        return false;
    bool turns = bul_pdf_photo_turns(pdf, noted, loan.bytes);
    bul_world_return(&loan);
    return turns;
}

static HPDF_Dict embed_photo(bul_pdf *pdf, const bul_pdf_image *noted)
{
    const bul_picture *picture = noted->picture;
    uint8_t components = bul_pdf_photo_components(pdf, picture);
    bul_haru_source source = {open_photo, close_scratch,
                              new_source(pdf, noted)};
    HPDF_Dict image = bul_haru_stream_from(&pdf->haru, source, BUL_HARU_DCT);
    fill_image(pdf, image, picture->width, picture->height, components);
    if (components == 4)
        bul_haru_put_raw(&pdf->haru, image, "Decode", INVERTED);
    return image;
}

static HPDF_Dict embed_jpeg(bul_pdf *pdf, bul_pdf_image *noted)
{
    const bul_picture *picture = noted->picture;
    if (is_repacked(pdf, noted))
        return embed_photo(pdf, noted);
    noted->is_verbatim = true;
    bul_haru_source source = {open_jpeg, close_jpeg, new_source(pdf, noted)};
    HPDF_Dict image = bul_haru_stream_from(&pdf->haru, source, BUL_HARU_DCT);
    fill_image(pdf, image, picture->width, picture->height,
               picture->components);
    if (picture->inverted)
        bul_haru_put_raw(&pdf->haru, image, "Decode", INVERTED);
    if (picture->plain_rgb)
        bul_haru_put_raw(&pdf->haru, image, "DecodeParms",
                         BUL_STR("<</ColorTransform 0>>"));
    return image;
}

/* Packed at once, to know it can be; kept while there is room for it. */
static HPDF_Dict plane_stream(bul_pdf *pdf, const bul_pdf_image *noted,
                              const bul_plane *plane, bool is_mask)
{
    bul_arena_mark mark = bul_arena_mark_now(&pdf->scratch);
    bul_str packed = pack_plane(pdf, noted->picture, plane);
    bool is_kept = packed.len <= KEPT_SAMPLE_BYTES - pdf->sample_bytes;
    bul_str kept = {0};
    if (is_kept) {
        pdf->sample_bytes += packed.len;
        kept = bul_str_copy(pdf->arena, packed);
    }
    bul_arena_rewind(&pdf->scratch, mark);
    if (is_kept)
        return bul_haru_stream(&pdf->haru, kept, BUL_HARU_FLATE);
    image_source *again = new_source(pdf, noted);
    again->is_mask = is_mask;
    again->components = plane->components;
    bul_haru_source source = {open_plane, close_scratch, again};
    return bul_haru_stream_from(&pdf->haru, source, BUL_HARU_FLATE);
}

static HPDF_Dict embed_plane(bul_pdf *pdf, const bul_pdf_image *noted,
                             const bul_samples *samples, bool is_mask)
{
    bul_plane plane = plane_of(samples, is_mask);
    HPDF_Dict image = plane_stream(pdf, noted, &plane, is_mask);
    fill_image(pdf, image, plane.width, plane.height, plane.components);
    if (is_smooth(noted->picture)) {
        bul_content parameters = {.arena = pdf->arena};
        BUL_CONTENT_ADD(&parameters, "<</Predictor 15/Colors ");
        bul_content_int(&parameters, (int64_t)plane.components);
        BUL_CONTENT_ADD(&parameters, "/Columns ");
        bul_content_int(&parameters, (int64_t)plane.width);
        BUL_CONTENT_ADD(&parameters, ">>");
        bul_haru_put_raw(&pdf->haru, image, "DecodeParms",
                         bul_content_str(&parameters));
    }
    return image;
}

static HPDF_Dict embed_png(bul_pdf *pdf, const bul_pdf_image *noted)
{
    bul_samples samples;
    if (!decode(pdf, noted, &samples)) {
        pdf->is_faulty = true;
        return NULL;
    }
    HPDF_Dict image = embed_plane(pdf, noted, &samples, false);
    if (samples.alpha)
        bul_haru_put(image, "SMask", embed_plane(pdf, noted, &samples, true));
    return image;
}

/* What was see-through is not, and may stand on a coloured ground. */
static void warn_of_glass(bul_pdf *pdf, const bul_pdf_image *image)
{
    if (pdf->product->is_opaque && image->picture->has_alpha)
        bul_report(pdf->diag, BUL_MSG_PDF_PICTURE_TRANSPARENT, image->span,
                   BUL_ARGS(image->picture->path));
}

void bul_pdf_embed_images(bul_pdf *pdf)
{
    for (size_t i = 0; i < pdf->images.count; i++) {
        bul_pdf_image *image = pdf->images.items[i];
        warn_of_glass(pdf, image);
        bul_arena_mark mark = bul_arena_mark_now(&pdf->scratch);
        image->object = image->picture->format == BUL_PICTURE_JPEG
                            ? embed_jpeg(pdf, image)
                            : embed_png(pdf, image);
        bul_arena_rewind(&pdf->scratch, mark);
    }
}
