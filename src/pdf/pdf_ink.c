/* SPDX-License-Identifier: MIT */
/* pdf_ink.c - colours as the product wants them: inks as they are, the light
 * of a screen, or black alone. */
#include "pdf/pdf_parts.h"

static HPDF_Dict embed_profile(bul_pdf *pdf, bul_str profile, int components)
{
    HPDF_Dict stream =
        bul_haru_stream(&pdf->haru, bul_pdf_pack(pdf, profile), BUL_HARU_FLATE);
    bul_haru_put_int(stream, "N", components);
    return stream;
}

HPDF_Dict bul_pdf_screen_profile(bul_pdf *pdf)
{
    bul_str profile = pdf->product->screen_profile;
    if (!pdf->screen_profile && profile.len > 0)
        pdf->screen_profile = embed_profile(pdf, profile, 3);
    return pdf->screen_profile;
}

HPDF_Dict bul_pdf_paper_profile(bul_pdf *pdf)
{
    const bul_condition *condition = pdf->product->condition;
    if (!pdf->paper_profile && condition)
        pdf->paper_profile = embed_profile(pdf, condition->profile, 4);
    return pdf->paper_profile;
}

bul_str bul_pdf_picture_space(bul_pdf *pdf, size_t components)
{
    static const char *const plain[] = {"", "/DeviceGray", "", "/DeviceRGB",
                                        "/DeviceCMYK"};
    bul_inks inks = pdf->product->inks;
    HPDF_Dict profile = NULL;
    if (components == 3 && inks != BUL_INKS_LIGHT)
        profile = bul_pdf_screen_profile(pdf);
    if (components == 4 && inks == BUL_INKS_LIGHT)
        profile = bul_pdf_paper_profile(pdf);
    if (!profile)
        return bul_str_from(plain[components]);
    bul_content out = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&out, "[/ICCBased ");
    bul_content_int(&out, bul_haru_number(profile));
    BUL_CONTENT_ADD(&out, " 0 R]");
    return bul_content_str(&out);
}

static void add_operator(bul_content *out, bool is_stroke, const char *line,
                         const char *area)
{
    BUL_CONTENT_ADD(out, " ");
    bul_content_add(out, bul_str_from(is_stroke ? line : area));
    BUL_CONTENT_ADD(out, "\n");
}

/* DeviceGray, where 1 is paper: one plate, the black one. */
static void add_grey(bul_content *out, int tone, bool is_stroke)
{
    bul_content_milli(out, 1000 - tone);
    add_operator(out, is_stroke, "G", "g");
}

static void add_light(bul_content *out, bul_light light, bool is_stroke)
{
    bul_content_milli_space(out, light.r);
    bul_content_milli_space(out, light.g);
    bul_content_milli(out, light.b);
    add_operator(out, is_stroke, "RG", "rg");
}

static void add_inks(bul_content *out, bul_color color, bool is_stroke)
{
    bul_content_milli_space(out, color.c);
    bul_content_milli_space(out, color.m);
    bul_content_milli_space(out, color.y);
    bul_content_milli(out, color.k);
    add_operator(out, is_stroke, "K", "k");
}

/* How dark a colour looks in one ink: its strongest ink, so that red rules and
 * titles stay solid (a screened hairline breaks up), and tints stay tints. */
static int black_of(bul_color color)
{
    int strongest = color.c > color.m ? color.c : color.m;
    strongest = color.y > strongest ? color.y : strongest;
    int tone = strongest + color.k;
    return tone > 1000 ? 1000 : tone;
}

static const bul_inks_to_light *light_of(bul_pdf *pdf)
{
    const bul_product *product = pdf->product;
    if (!pdf->light && product->condition)
        pdf->light =
            bul_inks_to_light_open(pdf->arena, product->condition->profile);
    return pdf->light;
}

void bul_pdf_add_color(bul_pdf *pdf, bul_content *out, bul_color color,
                       bool is_stroke)
{
    if (color.space == BUL_COLOR_GREY) {
        add_grey(out, color.k, is_stroke);
        return;
    }
    switch (pdf->product->inks) {
    case BUL_INKS_AS_SET:
        add_inks(out, color, is_stroke);
        return;
    case BUL_INKS_BLACK:
        add_grey(out, black_of(color), is_stroke);
        return;
    case BUL_INKS_LIGHT:
        break;
    }
    const bul_inks_to_light *light = light_of(pdf);
    if (light)
        add_light(out, bul_inks_light_of(light, color), is_stroke);
    else
        pdf->is_faulty = true;
}
