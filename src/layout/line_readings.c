/* SPDX-License-Identifier: MIT */
/* line_readings.c - readings (拼音, 注音) over the characters of a line, drawn
 * as outlines. */
#include "layout/line_pen.h"

/* Thousandths of a reading's em between its baseline and the squares under
 * it: letters reach below their own square. */
#define GAP 200

/* Room for the outline of a glyph. */
typedef struct outline {
    bul_outline_step *steps;
    size_t room;
} outline;

static bul_pen pen_of(bul_outline_pen pen)
{
    switch (pen) {
    case BUL_OUTLINE_MOVE:
        return BUL_PEN_MOVE;
    case BUL_OUTLINE_LINE:
        return BUL_PEN_LINE;
    case BUL_OUTLINE_CURVE:
        return BUL_PEN_CURVE;
    case BUL_OUTLINE_CLOSE:
        break;
    }
    return BUL_PEN_CLOSE;
}

/* Writes the outline of a glyph and yields its length. */
static size_t draw_glyph(const bul_ruby *ruby, const bul_box_glyph *glyph,
                         outline *o, bul_stroke *to)
{
    int64_t upem = ruby->face->units_per_em;
    size_t count = bul_face_outline(ruby->face, glyph->id, o->steps, o->room);
    for (size_t i = 0; i < count; i++) {
        const bul_outline_step *step = &o->steps[i];
        to[i].pen = pen_of(step->pen);
        for (size_t p = 0; p < 3; p++) {
            to[i].x[p] = glyph->x + bul_mpt_scale(ruby->size, step->x[p], upem);
            to[i].y[p] =
                -glyph->rise - bul_mpt_scale(ruby->size, step->y[p], upem);
        }
    }
    return count;
}

/* The steps of a reading; makes room for the longest of its glyphs. */
static size_t count_steps(const bul_line_pen *pen, const bul_ruby *ruby,
                          outline *o)
{
    size_t all = 0;
    for (size_t i = 0; i < ruby->glyph_count; i++) {
        size_t count =
            bul_face_outline(ruby->face, ruby->glyphs[i].id, NULL, 0);
        all += count;
        if (count <= o->room)
            continue;
        o->steps = BUL_NEW(pen->arena, bul_outline_step, count);
        o->room = count;
    }
    return all;
}

/* What a box shows, without the white that was put beside it. */
static bul_line_extent shown(const bul_line_pen *pen, size_t box)
{
    const bul_type_box *b = &pen->paragraph->boxes[box];
    bul_line_extent whole = bul_line_pen_box(pen, box);
    if (b->glyph_count == 0 || bul_line_pen_is_across(pen, box))
        return whole;
    bul_line_extent glyphs =
        bul_line_pen_glyphs(pen, box, b->glyph, b->glyph + b->glyph_count - 1);
    return (bul_line_extent){glyphs.start > whole.start ? glyphs.start
                                                        : whole.start,
                             glyphs.end < whole.end ? glyphs.end : whole.end};
}

/* In the middle over its base, but not out of the line. */
static bul_mpt start_of(const bul_line_pen *pen, const bul_ruby *ruby,
                        size_t end)
{
    bul_line_extent base = {0};
    for (size_t i = ruby->first; i < end; i++)
        bul_line_extent_join(&base, shown(pen, i), i == ruby->first);
    bul_mpt start = (base.start + base.end - ruby->width) / 2;
    bul_mpt most = pen->end - ruby->width;
    start = start < most ? start : most;
    return start > pen->start ? start : pen->start;
}

/* The baseline of a reading over boxes up to `end`. In a vertical line it is
 * on the side of the dots, and gives way to them. */
static bul_mpt level_of(const bul_line_pen *pen, const bul_ruby *ruby,
                        size_t end)
{
    bul_mpt size = 0;
    bool has_dots = false;
    for (size_t i = ruby->first; i < end; i++) {
        const bul_text_style *style = bul_line_pen_style(pen, i);
        size = style->size > size ? style->size : size;
        has_dots = has_dots || (style->marks & BUL_LINE_MARK_DOTS) != 0;
    }
    bul_mpt level =
        bul_line_pen_top(pen, size) - bul_mpt_scale(ruby->size, GAP, 1000);
    if (has_dots && pen->paragraph->is_vertical)
        level -= bul_mpt_scale(size, BUL_DOT_DEPTH, 1000);
    return level;
}

static void draw_reading(bul_line_pen *pen, const bul_ruby *ruby, outline *o)
{
    size_t line_end = pen->line->end;
    size_t end = ruby->end < line_end ? ruby->end : line_end;
    size_t step_count = count_steps(pen, ruby, o);
    if (step_count == 0)
        return;
    bul_drawing drawing = {.x = start_of(pen, ruby, end),
                           .y = level_of(pen, ruby, end),
                           .stroke_count = step_count,
                           .color = ruby->color};
    bul_stroke *to = bul_line_pen_draw(pen, drawing);
    for (size_t i = 0; i < ruby->glyph_count; i++)
        to += draw_glyph(ruby, &ruby->glyphs[i], o, to);
}

void bul_line_pen_read(bul_line_pen *pen)
{
    outline o = {0};
    for (size_t i = 0; i < pen->paragraph->ruby_count; i++) {
        const bul_ruby *ruby = &pen->paragraph->rubies[i];
        if (ruby->first >= pen->line->end)
            break;
        if (ruby->first >= pen->line->first)
            draw_reading(pen, ruby, &o);
    }
}
