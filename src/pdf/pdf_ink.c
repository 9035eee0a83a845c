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

static const bul_inks_to_light *light_of(bul_pdf *pdf)
{
    const bul_product *product = pdf->product;
    if (!pdf->light && product->condition)
        pdf->light =
            bul_inks_to_light_open(pdf->arena, product->condition->profile);
    return pdf->light;
}

/* ---- What the product makes of a colour ---- */

static int greatest_of(int a, int b, int c)
{
    int most = a > b ? a : b;
    return most > c ? most : c;
}

/* In two inks: what has a hue goes to the spot ink, what is nearly black or
 * grey to the black one. */
static bul_pdf_ink in_two_inks(bul_color color, bul_ink_use use)
{
    int most = greatest_of(color.c, color.m, color.y);
    int least = -greatest_of(-color.c, -color.m, -color.y);
    if (color.space == BUL_COLOR_GREY || most - least < 100 || color.k >= 700)
        return (bul_pdf_ink){.color = bul_ink_grey(color, use)};
    int tone = most + color.k > 1000 ? 1000 : most + color.k;
    return (bul_pdf_ink){.color = {.k = (int16_t)tone}, .is_spot = true};
}

/* One plate alone. What belongs to the other leaves the paper free where it
 * would keep this ink from it, and nothing where it would be printed over it.
 * A plate that an office printer makes is black, whatever ink it is for. */
static bul_pdf_ink on_plate(const bul_product *product, bul_pdf_ink ink)
{
    bool is_mine = ink.is_spot == (product->plate == BUL_PLATE_SPOT);
    bool is_paper = !ink.is_spot && ink.color.k == 0;
    if (is_paper || is_mine) {
        ink.is_spot = ink.is_spot && product->exchange != BUL_EXCHANGE_NONE;
        return ink;
    }
    bool is_over = !ink.is_spot && ink.color.k == 1000;
    return (bul_pdf_ink){.color = BUL_COLOR_PAPER, .is_left_out = is_over};
}

static bool is_black_alone(bul_color color)
{
    return color.k == 1000 && (color.space == BUL_COLOR_GREY ||
                               (color.c == 0 && color.m == 0 && color.y == 0));
}

bul_pdf_ink bul_pdf_ink_of(const bul_pdf *pdf, bul_color color, bul_ink_use use)
{
    const bul_product *product = pdf->product;
    bul_pdf_ink ink = {.color = color};
    if (color.space == BUL_COLOR_ALL) {
        if (product->exchange == BUL_EXCHANGE_NONE)
            ink.color.space = BUL_COLOR_GREY;
        return ink;
    }
    if (product->inks == BUL_INKS_BLACK)
        ink.color = bul_ink_grey(color, use);
    if (product->inks == BUL_INKS_TWO)
        ink = in_two_inks(color, use);
    if (product->plate != BUL_PLATE_ALL)
        ink = on_plate(product, ink);
    ink.is_over = product->overprints && use == BUL_INK_MARK && !ink.is_spot &&
                  is_black_alone(ink.color);
    return ink;
}

bool bul_pdf_ink_is_same(bul_pdf_ink a, bul_pdf_ink b)
{
    bul_color x = a.color, y = b.color;
    return a.is_spot == b.is_spot && a.is_over == b.is_over &&
           x.space == y.space && x.k == y.k &&
           (x.space == BUL_COLOR_GREY ||
            (x.c == y.c && x.m == y.m && x.y == y.y));
}

/* ---- Operators ---- */

static void add_separation(bul_content *out, bul_pdf_ink ink, bool is_stroke)
{
    BUL_CONTENT_ADD(out, "/");
    bul_content_add(out, bul_str_from(ink.is_spot ? "Spot" : "All"));
    bul_content_add(out, bul_str_from(is_stroke ? " CS " : " cs "));
    bul_content_milli(out, ink.color.k);
    add_operator(out, is_stroke, "SCN", "scn");
}

void bul_pdf_add_overprint(bul_content *out, bool is_over)
{
    bul_content_add(out,
                    is_over ? BUL_STR("/Over gs\n") : BUL_STR("/Apart gs\n"));
}

void bul_pdf_add_ink(bul_pdf *pdf, bul_content *out, bul_pdf_ink ink,
                     bool is_stroke)
{
    if (ink.is_spot || ink.color.space == BUL_COLOR_ALL) {
        add_separation(out, ink, is_stroke);
        return;
    }
    /* Only DeviceCMYK leaves the other inks alone (ISO 32000-1, 8.6.7). */
    if (ink.is_over)
        ink.color.space = BUL_COLOR_CMYK;
    if (ink.color.space == BUL_COLOR_GREY) {
        add_grey(out, ink.color.k, is_stroke);
        return;
    }
    if (pdf->product->inks != BUL_INKS_LIGHT) {
        add_inks(out, ink.color, is_stroke);
        return;
    }
    const bul_inks_to_light *light = light_of(pdf);
    if (light)
        add_light(out, bul_inks_light_of(light, ink.color), is_stroke);
    else
        pdf->is_faulty = true;
}

/* ---- Resources ---- */

static void put_state(bul_pdf *pdf, HPDF_Dict states, const char *name,
                      HPDF_Dict *state, bul_str value)
{
    if (!*state) {
        *state = bul_haru_object(&pdf->haru);
        bul_haru_put_name(*state, "Type", "ExtGState");
        bul_haru_put_raw(&pdf->haru, *state, "OP", value);
        bul_haru_put_raw(&pdf->haru, *state, "op", value);
        bul_haru_put_int(*state, "OPM", 1);
    }
    bul_haru_put(states, name, *state);
}

/* A name in PDF: what is not a plain letter or digit as #xx. */
static void add_name(bul_content *out, bul_str name)
{
    static const char digits[] = "0123456789ABCDEF";
    BUL_CONTENT_ADD(out, "/");
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.ptr[i];
        bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                        (c >= 'a' && c <= 'z');
        const char hex[3] = {'#', digits[c >> 4], digits[c & 15]};
        bul_content_add(out, is_plain ? bul_str_sub(name, i, i + 1)
                                      : (bul_str){hex, 3});
    }
}

/* The tint of the spot ink as process inks, in proportion (type 2). */
static bul_str separation_of(bul_pdf *pdf, bul_str name, bul_color looks)
{
    bul_content out = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&out, "[/Separation");
    add_name(&out, name);
    BUL_CONTENT_ADD(&out, "/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1"
                          "/C0[0 0 0 0]/C1[");
    bul_content_milli_space(&out, looks.c);
    bul_content_milli_space(&out, looks.m);
    bul_content_milli_space(&out, looks.y);
    bul_content_milli(&out, looks.k);
    BUL_CONTENT_ADD(&out, "]>>]");
    return bul_content_str(&out);
}

void bul_pdf_put_inks(bul_pdf *pdf, HPDF_Dict resources, bool has_marks)
{
    const bul_product *product = pdf->product;
    if (product->overprints) {
        HPDF_Dict states = bul_haru_dict(&pdf->haru, resources, "ExtGState");
        put_state(pdf, states, "Over", &pdf->over, BUL_STR("true"));
        put_state(pdf, states, "Apart", &pdf->apart, BUL_STR("false"));
    }
    if (!product->spot && !has_marks)
        return;
    HPDF_Dict spaces = bul_haru_dict(&pdf->haru, resources, "ColorSpace");
    if (product->spot && pdf->spot_space.len == 0)
        pdf->spot_space =
            separation_of(pdf, product->spot->name, product->spot->looks);
    if (product->spot)
        bul_haru_put_raw(&pdf->haru, spaces, "Spot", pdf->spot_space);
    if (has_marks)
        bul_haru_put_raw(
            &pdf->haru, spaces, "All",
            separation_of(pdf, BUL_STR("All"),
                          (bul_color){BUL_COLOR_CMYK, 1000, 1000, 1000, 1000}));
}
