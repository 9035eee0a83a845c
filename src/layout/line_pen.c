/* SPDX-License-Identifier: MIT */
#include "layout/line_pen.h"

#define EM 1000

const bul_text_style *bul_line_pen_style(const bul_line_pen *pen, size_t box)
{
    return &pen->paragraph->styles[pen->paragraph->boxes[box].style];
}

bool bul_line_pen_is_across(const bul_line_pen *pen, size_t box)
{
    return pen->paragraph->is_vertical &&
           pen->paragraph->boxes[box].turn == BUL_BOX_ACROSS;
}

/* In a vertical line squares of all sizes have their middle on one axis. */
static bul_mpt axis(const bul_line_pen *pen)
{
    return -bul_mpt_scale(pen->paragraph->em, BUL_SQUARE_TOP - EM / 2, EM);
}

bul_mpt bul_line_pen_bottom(const bul_line_pen *pen, bul_mpt size)
{
    return pen->paragraph->is_vertical
               ? axis(pen) + size / 2
               : bul_mpt_scale(size, EM - BUL_SQUARE_TOP, EM);
}

bul_mpt bul_line_pen_top(const bul_line_pen *pen, bul_mpt size)
{
    return pen->paragraph->is_vertical
               ? axis(pen) - size / 2
               : -bul_mpt_scale(size, BUL_SQUARE_TOP, EM);
}

bul_line_extent bul_line_pen_box(const bul_line_pen *pen, size_t box)
{
    const bul_type_box *b = &pen->paragraph->boxes[box];
    bul_mpt start = pen->places[box - pen->line->first];
    bool has_hyphen = box + 1 == pen->line->end && b->hyphen_glyph != 0;
    return (bul_line_extent){start,
                             start + b->width + (has_hyphen ? b->hyphen : 0)};
}

bul_line_extent bul_line_pen_glyphs(const bul_line_pen *pen, size_t box,
                                    uint32_t first, uint32_t last)
{
    const bul_type_box *b = &pen->paragraph->boxes[box];
    const bul_text_style *style = bul_line_pen_style(pen, box);
    const bul_box_glyph *glyphs = pen->paragraph->glyphs;
    bul_mpt origin = pen->places[box - pen->line->first] + b->shift;
    int advance = b->turn == BUL_BOX_UPRIGHT
                      ? EM
                      : bul_face_advance(style->face, glyphs[last].id);
    return (bul_line_extent){origin + glyphs[first].x,
                             origin + glyphs[last].x +
                                 bul_mpt_scale(style->size, advance, EM)};
}

void bul_line_extent_join(bul_line_extent *whole, bul_line_extent part,
                          bool is_first)
{
    if (is_first || part.start < whole->start)
        whole->start = part.start;
    if (is_first || part.end > whole->end)
        whole->end = part.end;
}

bul_stroke *bul_line_pen_draw(bul_line_pen *pen, bul_drawing drawing)
{
    bul_stroke *strokes = BUL_NEW(pen->arena, bul_stroke, drawing.stroke_count);
    drawing.strokes = strokes;
    *BUL_PUSH(pen->arena, &pen->drawings) = drawing;
    return strokes;
}
