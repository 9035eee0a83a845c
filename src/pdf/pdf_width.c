/* SPDX-License-Identifier: MIT */
/* pdf_width.c - how far a reader goes on after each glyph, across and down
 * (ISO 32000-1, 9.7.4.3). */
#include "pdf/pdf_parts.h"

/* A number of the preprocessor as text. */
#define TEXT(words)   #words
#define NUMBER(macro) TEXT(macro)

/* /W without the glyphs of 1000, which /DW covers: "c [w w w]" for codes that
 * follow one another, "c c w" for a stretch of one width. */
static void add_width_run(bul_content *out, const bul_pdf_font *font,
                          const uint16_t *by_code, size_t first, size_t end)
{
    int width = font->glyphs.items[by_code[first] - 1].width;
    size_t same = first + 1;
    while (same < end && font->glyphs.items[by_code[same] - 1].width == width)
        same++;
    bul_content_int(out, (int64_t)first);
    if (same == end && end - first > 2) {
        BUL_CONTENT_ADD(out, " ");
        bul_content_int(out, (int64_t)end - 1);
        BUL_CONTENT_ADD(out, " ");
        bul_content_int(out, width);
        BUL_CONTENT_ADD(out, "\n");
        return;
    }
    BUL_CONTENT_ADD(out, "[");
    for (size_t code = first; code < end; code++) {
        if (code > first)
            BUL_CONTENT_ADD(out, " ");
        bul_content_int(out, font->glyphs.items[by_code[code] - 1].width);
    }
    BUL_CONTENT_ADD(out, "]\n");
}

static bool has_own_width(const bul_pdf_font *font, const uint16_t *by_code,
                          size_t code)
{
    return by_code[code] > 0 &&
           font->glyphs.items[by_code[code] - 1].width != 1000;
}

static bul_str width_array(bul_pdf *pdf, const bul_pdf_font *font,
                           const uint16_t *by_code)
{
    bul_content out = {.arena = pdf->arena};
    BUL_CONTENT_ADD(&out, "[");
    for (size_t code = 0; code < BUL_PDF_GLYPH_LIMIT; code++) {
        if (!has_own_width(font, by_code, code))
            continue;
        size_t end = code + 1;
        while (end < BUL_PDF_GLYPH_LIMIT && has_own_width(font, by_code, end))
            end++;
        add_width_run(&out, font, by_code, code, end);
        code = end;
    }
    BUL_CONTENT_ADD(&out, "]");
    return bul_content_str(&out);
}

/* ---- Down the page ---- */

/* A face does not tell how tall its glyphs are, and all but one are a square
 * (字身框): the dash of two ems that stands for two characters. Chinese faces
 * draw it round the middle of the square. A font that does otherwise is set
 * right all the same, only the frames that a reader shows are not. */
bul_pdf_height bul_pdf_height_of(const bul_pdf_glyph *glyph)
{
    bool is_long = bul_str_equal(glyph->text, BUL_STR("\u2014\u2014"));
    int beyond = is_long ? 1000 : 0;
    return (bul_pdf_height){1000 + beyond, BUL_SQUARE_TOP + beyond / 2};
}

/* The origin of every glyph is in its middle: DW2 says so, with the width of
 * W, of all that are a square, W2 of each other glyph. */
static void put_heights(bul_pdf *pdf, HPDF_Dict cid_font,
                        const bul_pdf_font *font, const uint16_t *by_code)
{
    bul_content out = {.arena = pdf->arena};
    for (size_t code = 0; code < BUL_PDF_GLYPH_LIMIT; code++) {
        if (by_code[code] == 0)
            continue;
        const bul_pdf_glyph *glyph = &font->glyphs.items[by_code[code] - 1];
        bul_pdf_height height = bul_pdf_height_of(glyph);
        if (height.advance == 1000)
            continue;
        bul_content_add(&out, out.len == 0 ? BUL_STR("[") : BUL_STR("\n"));
        bul_content_int(&out, (int64_t)code);
        BUL_CONTENT_ADD(&out, "[");
        bul_content_int(&out, -height.advance);
        BUL_CONTENT_ADD(&out, " ");
        bul_content_milli_space(&out, (int64_t)glyph->width * 500);
        bul_content_int(&out, height.top);
        BUL_CONTENT_ADD(&out, "]");
    }
    bul_haru_put_raw(&pdf->haru, cid_font, "DW2",
                     BUL_STR("[" NUMBER(BUL_SQUARE_TOP) " -1000]"));
    if (out.len == 0)
        return;
    BUL_CONTENT_ADD(&out, "]");
    bul_haru_put_raw(&pdf->haru, cid_font, "W2", bul_content_str(&out));
}

void bul_pdf_put_widths(bul_pdf *pdf, HPDF_Dict cid_font,
                        const bul_pdf_font *font, const uint16_t *by_code)
{
    bul_haru_put_int(cid_font, "DW", 1000);
    bul_haru_put_raw(&pdf->haru, cid_font, "W",
                     width_array(pdf, font, by_code));
    if (font->ways[BUL_PDF_DOWN].is_noted)
        put_heights(pdf, cid_font, font, by_code);
}
