/* SPDX-License-Identifier: MIT */
/* pdf_photo.c - pictures in the colours the product wants. Most are as they
 * should be, and go into the file untouched. */
#include "pdf/pdf_parts.h"

static const bul_photo_plan *plan_of(bul_pdf *pdf)
{
    static const bul_ink_goal goals[] = {
        [BUL_PHOTOS_LIGHT] = BUL_INK_GOAL_SCREEN,
        [BUL_PHOTOS_INKS] = BUL_INK_GOAL_PRESS,
        [BUL_PHOTOS_BLACK] = BUL_INK_GOAL_BLACK};
    const bul_product *product = pdf->product;
    if (!pdf->photo_plan.separation) {
        bul_str paper = {0};
        int limit = 400;
        if (product->condition) {
            paper = product->condition->profile;
            limit = product->condition->ink_limit;
        }
        pdf->photo_plan =
            (bul_photo_plan){.separation = bul_separation_open(
                                 pdf->arena, paper, product->screen_profile),
                             .goal = goals[product->photos],
                             .ink_limit = limit};
    }
    return &pdf->photo_plan;
}

static bul_photo photo_of(const bul_pdf_image *image, bul_str bytes)
{
    return (bul_photo){image->picture, bytes, image->span};
}

bool bul_pdf_photo_turns(bul_pdf *pdf, const bul_pdf_image *image,
                         bul_str bytes)
{
    const bul_picture *picture = image->picture;
    switch (pdf->product->photos) {
    case BUL_PHOTOS_AS_THEY_ARE:
        return false;
    case BUL_PHOTOS_LIGHT:
        return picture->components == 3 && picture->has_icc &&
               bul_photo_changes(plan_of(pdf), picture, bytes, &pdf->scratch);
    case BUL_PHOTOS_INKS:
        return picture->components == 3 ||
               (picture->components == 4 &&
                bul_photo_is_heavy(plan_of(pdf), picture, bytes));
    case BUL_PHOTOS_BLACK:
        return picture->components != 1;
    }
    return false;
}

uint8_t bul_pdf_photo_components(const bul_pdf *pdf, const bul_picture *picture)
{
    switch (pdf->product->photos) {
    case BUL_PHOTOS_INKS:
        return picture->components == 1 ? 1 : 4;
    case BUL_PHOTOS_BLACK:
        return 1;
    case BUL_PHOTOS_AS_THEY_ARE:
    case BUL_PHOTOS_LIGHT:
        break;
    }
    return picture->components;
}

/* A profile of the house that cannot be used would print black squares. */
static bool is_sound(bul_pdf *pdf)
{
    if (bul_separation_is_sound(pdf->photo_plan.separation))
        return true;
    if (!pdf->is_faulty)
        bul_report(pdf->diag, BUL_MSG_INK_NOT_PROFILE, (bul_span){0},
                   BUL_ARGS(BUL_STR("layouts/inks")));
    pdf->is_faulty = true;
    return false;
}

bool bul_pdf_photo_repack(bul_pdf *pdf, const bul_pdf_image *image,
                          bul_str bytes, bul_str *jpeg)
{
    bul_photo photo = photo_of(image, bytes);
    return bul_photo_repack(plan_of(pdf), &photo, &pdf->scratch, pdf->diag,
                            jpeg) > 0 &&
           is_sound(pdf);
}

/* What is left of a sample where something is see-through; 0 is the paper. */
static uint8_t faded(uint8_t ink, uint8_t alpha)
{
    return (uint8_t)(((unsigned)ink * alpha + 127) / 255);
}

/* Over white, where nothing may show through. Grey is light, CMYK is ink. */
static void put_on_paper(bul_arena *arena, bul_samples *samples)
{
    size_t count =
        (size_t)samples->width * samples->height * samples->components;
    uint8_t *color = BUL_NEW(arena, uint8_t, count);
    uint8_t turn = samples->components == 4 ? 0 : 255;
    for (size_t i = 0; i < count; i++)
        color[i] = turn ^ faded(turn ^ samples->color[i],
                                samples->alpha[i / samples->components]);
    samples->color = color;
    samples->alpha = NULL;
}

bool bul_pdf_photo_samples(bul_pdf *pdf, const bul_pdf_image *image,
                           bul_str bytes, bul_samples *samples)
{
    bul_photo photo = photo_of(image, bytes);
    bool is_turned = bul_pdf_photo_turns(pdf, image, bytes);
    bool is_made =
        is_turned ? bul_photo_samples(plan_of(pdf), &photo, &pdf->scratch,
                                      pdf->diag, samples) &&
                        is_sound(pdf)
                  : bul_picture_samples(image->picture, bytes, &pdf->scratch,
                                        pdf->diag, image->span, samples);
    if (is_made && samples->alpha && pdf->product->is_opaque)
        put_on_paper(&pdf->scratch, samples);
    return is_made;
}
