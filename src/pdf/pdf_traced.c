/* SPDX-License-Identifier: MIT */
/* pdf_traced.c - type as outlines (文字转曲), for shops that take no fonts.
 *
 * Each glyph is a form XObject in the units of its font, drawn in whatever
 * colour is set, and stored once; a page puts it where layout has put the
 * glyph. The file has no fonts then, and no text. */
#include <stdio.h>

#include "pdf/pdf_painter.h"

/* ---- Glyphs as forms ---- */

/* Font units are whole numbers. */
static void add_units(bul_content *out, int32_t x, int32_t y)
{
    bul_content_int(out, x);
    BUL_CONTENT_ADD(out, " ");
    bul_content_int(out, y);
    BUL_CONTENT_ADD(out, " ");
}

static void add_step(bul_content *out, const bul_outline_step *step)
{
    static const char *const operators[] = {
        [BUL_OUTLINE_MOVE] = "m\n",
        [BUL_OUTLINE_LINE] = "l\n",
        [BUL_OUTLINE_CURVE] = "c\n",
        [BUL_OUTLINE_CLOSE] = "h\n",
    };
    static const int points[] = {[BUL_OUTLINE_MOVE] = 1,
                                 [BUL_OUTLINE_LINE] = 1,
                                 [BUL_OUTLINE_CURVE] = 3,
                                 [BUL_OUTLINE_CLOSE] = 0};
    for (int p = 0; p < points[step->pen]; p++)
        add_units(out, step->x[p], step->y[p]);
    bul_content_add(out, bul_str_from(operators[step->pen]));
}

/* Around all points; readers cut off what is outside. */
static void put_bounds(bul_pdf *pdf, HPDF_Dict form,
                       const bul_outline_step *steps, size_t count)
{
    int64_t box[4] = {INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};
    for (size_t i = 0; i < count; i++)
        for (int p = 0; p < 3; p++) {
            int64_t x = steps[i].x[p] * INT64_C(1000);
            int64_t y = steps[i].y[p] * INT64_C(1000);
            box[0] = x < box[0] ? x : box[0];
            box[1] = y < box[1] ? y : box[1];
            box[2] = x > box[2] ? x : box[2];
            box[3] = y > box[3] ? y : box[3];
        }
    bul_pdf_put_box(pdf, form, "BBox", box);
}

static void trace_glyph(bul_pdf *pdf, const bul_face *face,
                        bul_pdf_glyph *glyph)
{
    size_t count = bul_face_outline(face, glyph->id, NULL, 0);
    if (count == 0)
        return;
    bul_arena_mark mark = bul_arena_mark_now(&pdf->scratch);
    bul_outline_step *steps = BUL_NEW(&pdf->scratch, bul_outline_step, count);
    bul_content out = {.arena = &pdf->scratch};
    bul_face_outline(face, glyph->id, steps, count);
    for (size_t i = 0; i < count; i++)
        add_step(&out, &steps[i]);
    BUL_CONTENT_ADD(&out, "f\n");
    bul_str packed = bul_pdf_pack(pdf, bul_content_str(&out));
    glyph->form = bul_haru_stream(&pdf->haru, packed, BUL_HARU_FLATE);
    bul_haru_put_name(glyph->form, "Type", "XObject");
    bul_haru_put_name(glyph->form, "Subtype", "Form");
    put_bounds(pdf, glyph->form, steps, count);
    glyph->code = ++pdf->traced_count;
    bul_arena_rewind(&pdf->scratch, mark);
}

void bul_pdf_trace_fonts(bul_pdf *pdf)
{
    for (size_t i = 0; i < pdf->fonts.count; i++) {
        bul_pdf_font *font = pdf->fonts.items[i];
        for (size_t g = 0; g < font->glyphs.count; g++)
            trace_glyph(pdf, font->face, &font->glyphs.items[g]);
    }
}

/* ---- Runs ---- */

/* Of a font unit, in millionths of a point; five decimals are enough for a
 * glyph of a metre. */
static void add_scale(bul_content *out, bul_mpt size, unsigned units, int sign)
{
    char number[32];
    snprintf(number, sizeof number, "%s%d.%06d ", sign < 0 ? "-" : "",
             (int)(size / 1000 / (int)units),
             (int)((int64_t)size * 1000 / units % 1000000));
    bul_content_add(out, bul_str_from(sign == 0 ? "0 " : number));
}

static void add_matrix(bul_painter *painter, const bul_glyph_run *run,
                       int64_t x, int64_t y)
{
    bul_content *out = painter->out;
    unsigned units = run->face->units_per_em;
    bool is_turned = run->turn == BUL_TURN_SIDEWAYS;
    add_scale(out, run->size, units, is_turned ? 0 : 1);
    add_scale(out, run->size, units, is_turned ? -1 : 0);
    add_scale(out, run->size, units, is_turned ? 1 : 0);
    add_scale(out, run->size, units, is_turned ? 0 : 1);
    bul_content_milli_space(out, bul_painter_x(painter, x));
    bul_content_milli(out, bul_painter_y(painter, y));
    BUL_CONTENT_ADD(out, " cm ");
}

/* Where the glyph's origin is on the page (see layout/page.h). */
static void find_origin(const bul_glyph_run *run, const bul_glyph *placed,
                        const bul_pdf_glyph *glyph, int64_t *x, int64_t *y)
{
    switch (run->turn) {
    case BUL_TURN_ACROSS:
        *x = (int64_t)run->x + placed->x;
        *y = (int64_t)run->y - placed->rise;
        return;
    case BUL_TURN_UPRIGHT:
        *x = (int64_t)run->x + placed->rise -
             bul_mpt_scale(run->size, glyph->width, 2000);
        *y = (int64_t)run->y + placed->x +
             bul_mpt_scale(run->size, BUL_SQUARE_TOP, 1000);
        return;
    case BUL_TURN_SIDEWAYS:
        break;
    }
    *x = (int64_t)run->x + placed->rise;
    *y = (int64_t)run->y + placed->x;
}

void bul_painter_trace(bul_painter *painter, const bul_glyph_run *run)
{
    bul_content *out = painter->out;
    bul_pdf_font *font = bul_pdf_font_of(painter->pdf, run->face);
    bul_pdf_ink ink = bul_pdf_ink_of(painter->pdf, run->color, BUL_INK_MARK);
    if (!font || run->size <= 0 || ink.is_left_out)
        return;
    bul_painter_settle(painter);
    bul_painter_fill(painter, ink);
    for (size_t i = 0; i < run->glyph_count; i++) {
        bul_pdf_glyph *glyph = bul_pdf_noted_glyph(font, run->glyphs[i].id);
        int64_t x, y;
        if (!glyph || !glyph->form)
            continue;
        glyph->page_used = painter->stamp;
        find_origin(run, &run->glyphs[i], glyph, &x, &y);
        BUL_CONTENT_ADD(out, "q ");
        add_matrix(painter, run, x, y);
        BUL_CONTENT_ADD(out, "/G");
        bul_content_int(out, glyph->code);
        BUL_CONTENT_ADD(out, " Do Q\n");
    }
}

/* ---- Resources ---- */

HPDF_Dict bul_painter_put_traced(bul_painter *painter, HPDF_Dict resources,
                                 HPDF_Dict objects)
{
    bul_pdf *pdf = painter->pdf;
    for (size_t i = 0; i < pdf->fonts.count; i++) {
        const bul_pdf_font *font = pdf->fonts.items[i];
        for (size_t g = 0; g < font->glyphs.count; g++) {
            const bul_pdf_glyph *glyph = &font->glyphs.items[g];
            if (!glyph->form || glyph->page_used != painter->stamp)
                continue;
            objects = objects ? objects
                              : bul_haru_dict(&pdf->haru, resources, "XObject");
            char name[16];
            snprintf(name, sizeof name, "G%u", (unsigned)glyph->code);
            bul_haru_put(objects, name, glyph->form);
        }
    }
    return objects;
}
