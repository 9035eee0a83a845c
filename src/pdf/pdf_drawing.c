/* SPDX-License-Identifier: MIT */
/* pdf_drawing.c - drawings as paths: dots, lines and waves at text.
 *
 * Those of one kind and colour that follow one another are painted together.
 * Filled ones only as long as they lie apart: where two outlines of opposite
 * direction overlap, the nonzero rule would leave a hole. */
#include "pdf/pdf_painter.h"

/* Points that each pen takes. */
static size_t point_count(bul_pen pen)
{
    return pen == BUL_PEN_CLOSE ? 0 : pen == BUL_PEN_CURVE ? 3 : 1;
}

/* The first stroke that is painted: before a contour is begun there is no
 * point to go on from. */
static size_t first_stroke(const bul_drawing *drawing)
{
    size_t first = 0;
    while (first < drawing->stroke_count &&
           drawing->strokes[first].pen != BUL_PEN_MOVE)
        first++;
    return first;
}

/* The box around all points, those that only pull at a curve included. */
static bul_painter_box box_of(const bul_drawing *drawing, size_t first)
{
    bul_painter_box box = {INT64_MAX, INT64_MAX, INT64_MIN, INT64_MIN};
    for (size_t i = first; i < drawing->stroke_count; i++) {
        const bul_stroke *stroke = &drawing->strokes[i];
        for (size_t p = 0; p < point_count(stroke->pen); p++) {
            int64_t x = (int64_t)drawing->x + stroke->x[p];
            int64_t y = (int64_t)drawing->y + stroke->y[p];
            box.left = x < box.left ? x : box.left;
            box.right = x > box.right ? x : box.right;
            box.top = y < box.top ? y : box.top;
            box.bottom = y > box.bottom ? y : box.bottom;
        }
    }
    return box;
}

static bool overlap(bul_painter_box a, bul_painter_box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom &&
           b.top < a.bottom;
}

static bul_painter_box joined(bul_painter_box a, bul_painter_box b)
{
    return (bul_painter_box){a.left < b.left ? a.left : b.left,
                             a.top < b.top ? a.top : b.top,
                             a.right > b.right ? a.right : b.right,
                             a.bottom > b.bottom ? a.bottom : b.bottom};
}

static void add_path(bul_painter *painter, const bul_drawing *drawing,
                     size_t first)
{
    static const char *const operators[] = {
        [BUL_PEN_MOVE] = "m\n",
        [BUL_PEN_LINE] = "l\n",
        [BUL_PEN_CURVE] = "c\n",
        [BUL_PEN_CLOSE] = "h\n",
    };
    bul_content *out = painter->out;
    for (size_t i = first; i < drawing->stroke_count; i++) {
        const bul_stroke *stroke = &drawing->strokes[i];
        for (size_t p = 0; p < point_count(stroke->pen); p++) {
            int64_t x = (int64_t)drawing->x + stroke->x[p];
            int64_t y = (int64_t)drawing->y + stroke->y[p];
            bul_content_milli_space(out, bul_painter_x(painter, x));
            bul_content_milli_space(out, bul_painter_y(painter, y));
        }
        bul_content_add(out, bul_str_from(operators[stroke->pen]));
    }
}

static void begin_fill(bul_painter *painter, bul_pdf_ink ink,
                       bul_painter_box box)
{
    bool goes_on = painter->path == BUL_PAINTER_FILLS &&
                   bul_pdf_ink_is_same(painter->fill, ink) &&
                   !overlap(painter->drawn, box);
    if (!goes_on) {
        bul_painter_settle(painter);
        bul_painter_fill(painter, ink);
        painter->drawn = box;
    }
    painter->drawn = joined(painter->drawn, box);
    painter->path = BUL_PAINTER_FILLS;
}

/* Round caps and joins, as a pen would draw. */
static void begin_line(bul_painter *painter, bul_pdf_ink ink, bul_mpt line)
{
    if (painter->path == BUL_PAINTER_LINES && painter->line == line &&
        bul_pdf_ink_is_same(painter->stroke, ink))
        return;
    bul_painter_settle(painter);
    BUL_CONTENT_ADD(painter->out, "q\n");
    bul_painter_stroke(painter, ink);
    bul_content_milli(painter->out, line);
    BUL_CONTENT_ADD(painter->out, " w\n1 J\n1 j\n");
    painter->line = line;
    painter->stroke = ink;
    painter->path = BUL_PAINTER_LINES;
}

void bul_painter_draw(bul_painter *painter, const bul_drawing *drawing)
{
    size_t first = first_stroke(drawing);
    bul_pdf_ink ink =
        bul_pdf_ink_of(painter->pdf, drawing->color, BUL_INK_MARK);
    if (first == drawing->stroke_count || ink.is_left_out)
        return;
    if (drawing->line > 0)
        begin_line(painter, ink, drawing->line);
    else
        begin_fill(painter, ink, box_of(drawing, first));
    add_path(painter, drawing, first);
}
