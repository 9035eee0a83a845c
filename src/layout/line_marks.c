/* SPDX-License-Identifier: MIT */
/* line_marks.c - strokes and dots of one line, and the order of all that is
 * drawn beside it. */
#include "layout/line_marks.h"

#include "base/utf8.h"
#include "layout/line_pen.h"
#include "text/charclass.h"

/* In thousandths of the size of the type. A gap is counted from the edge of
 * its squares, or from the end of the mark before it; depth is where the mark
 * ends. */
#define EM             1000
#define NAME_GAP       20
#define NAME_THICKNESS 45
#define NAME_DEPTH     (NAME_GAP + NAME_THICKNESS)
#define WAVE_GAP       20
#define WAVE_HEIGHT    95 /* with its thickness */
#define WAVE_THICKNESS 40
#define WAVE_HALF      170 /* length of half a wave, more or less */
#define WAVE_DEPTH     (WAVE_GAP + WAVE_HEIGHT)
#define LINE_GAP       50
#define LINE_THICKNESS 35
#define LINE_DEPTH     (LINE_GAP + LINE_THICKNESS)

#define BETWEEN_NAMES 16  /* a stroke is shorter by 1/16 em at either end */
#define CIRCLE_PULL   552 /* thousandths: four cubics for a circle */

/* Neighbouring boxes that share a mark. */
typedef struct span {
    size_t first, end;
    bul_mpt size;     /* of the largest type in it: one level for all */
    unsigned beneath; /* marks that some of its boxes have */
} span;

static bul_mpt of_size(bul_mpt size, int permille)
{
    return bul_mpt_scale(size, permille, EM);
}

/* ---- Spans. ---- */

static bool is_marked(const bul_line_pen *pen, size_t box, unsigned mark)
{
    return (bul_line_pen_style(pen, box)->marks & mark) != 0;
}

/* Dots of neighbours are on one level, whatever groups they are in. */
static bool goes_on(const bul_line_pen *pen, size_t box, unsigned mark)
{
    const bul_text_style *left = bul_line_pen_style(pen, box - 1);
    const bul_text_style *right = bul_line_pen_style(pen, box);
    return (left->marks & right->marks & mark) != 0 &&
           (mark == BUL_LINE_MARK_DOTS || left->group == right->group);
}

/* The next span at or after a box; false where there is none. */
static bool next_span(const bul_line_pen *pen, size_t from, unsigned mark,
                      span *s)
{
    while (from < pen->line->end && !is_marked(pen, from, mark))
        from++;
    *s = (span){.first = from, .end = from};
    while (s->end < pen->line->end &&
           (s->end == from || goes_on(pen, s->end, mark))) {
        const bul_text_style *style = bul_line_pen_style(pen, s->end);
        s->size = style->size > s->size ? style->size : s->size;
        s->beneath |= style->marks;
        s->end++;
    }
    return s->end > from;
}

static bul_line_extent span_extent(const bul_line_pen *pen, const span *s)
{
    bul_line_extent whole = {0};
    for (size_t i = s->first; i < s->end; i++)
        bul_line_extent_join(&whole, bul_line_pen_box(pen, i), i == s->first);
    return whole;
}

/* How far the strokes reach that lie nearer to the text than `mark`. */
static int depth_before(const span *s, unsigned mark)
{
    int depth = 0;
    if (mark > BUL_LINE_MARK_NAME && (s->beneath & BUL_LINE_MARK_NAME))
        depth += NAME_DEPTH;
    if (mark > BUL_LINE_MARK_WAVE && (s->beneath & BUL_LINE_MARK_WAVE))
        depth += WAVE_DEPTH;
    return depth;
}

/* ---- Strokes. ---- */

/* A filled bar and no stroked line, which would have round ends. */
static void draw_bar(bul_line_pen *pen, bul_line_extent e, bul_mpt y,
                     bul_mpt thickness, bul_color color)
{
    bul_mpt length = e.end - e.start;
    bul_stroke *to = bul_line_pen_draw(
        pen,
        (bul_drawing){.x = e.start, .y = y, .stroke_count = 5, .color = color});
    to[0] = (bul_stroke){.pen = BUL_PEN_MOVE};
    to[1] = (bul_stroke){.pen = BUL_PEN_LINE, .x = {length}};
    to[2] = (bul_stroke){.pen = BUL_PEN_LINE, .x = {length}, .y = {thickness}};
    to[3] = (bul_stroke){.pen = BUL_PEN_LINE, .y = {thickness}};
    to[4] = (bul_stroke){.pen = BUL_PEN_CLOSE};
}

/* Whole halves of a wave, so that it ends where it began. */
static void draw_wave(bul_line_pen *pen, bul_line_extent e, bul_mpt y,
                      bul_mpt size, bul_color color)
{
    bul_mpt thickness = of_size(size, WAVE_THICKNESS);
    bul_mpt length = e.end - e.start - thickness; /* the ends are round */
    bul_mpt half = of_size(size, WAVE_HALF);
    bul_mpt count = half > 0 ? (length + half / 2) / half : 2;
    count = count > 2 ? count : 2;
    /* A cubic reaches three quarters as far as its handles. */
    bul_mpt pull = of_size(size, WAVE_HEIGHT - WAVE_THICKNESS) * 2 / 3;
    bul_drawing wave = {.x = e.start + thickness / 2,
                        .y = y,
                        .stroke_count = (size_t)count + 1,
                        .line = thickness,
                        .color = color};
    bul_stroke *to = bul_line_pen_draw(pen, wave);
    to[0] = (bul_stroke){.pen = BUL_PEN_MOVE};
    for (bul_mpt i = 0; i < count; i++) {
        bul_mpt from = bul_mpt_scale(length, i, count);
        bul_mpt end = bul_mpt_scale(length, i + 1, count);
        bul_mpt handle = bul_mpt_scale(end - from, 364, 1000);
        bul_mpt swing = i % 2 == 0 ? -pull : pull;
        to[i + 1] = (bul_stroke){.pen = BUL_PEN_CURVE,
                                 .x = {from + handle, end - handle, end},
                                 .y = {swing, swing, 0}};
    }
}

/* Neighbouring names and titles stay apart. One that goes on in another line
 * goes to the edge of this one. */
static bul_line_extent shortened(const bul_line_pen *pen, const span *s,
                                 unsigned mark)
{
    bul_line_extent e = span_extent(pen, s);
    size_t last = pen->paragraph->box_count;
    bool came = s->first > 0 && s->first == pen->line->first &&
                goes_on(pen, s->first, mark);
    bool leaves =
        s->end < last && s->end == pen->line->end && goes_on(pen, s->end, mark);
    e.start += came ? 0 : s->size / BETWEEN_NAMES;
    e.end -= leaves ? 0 : s->size / BETWEEN_NAMES;
    return e;
}

static void draw_stroke(bul_line_pen *pen, const span *s, unsigned mark)
{
    bul_mpt edge = bul_line_pen_bottom(pen, s->size) +
                   of_size(s->size, depth_before(s, mark));
    bul_color color = bul_line_pen_style(pen, s->first)->color;
    if (mark == BUL_LINE_MARK_LINE)
        draw_bar(pen, span_extent(pen, s), edge + of_size(s->size, LINE_GAP),
                 of_size(s->size, LINE_THICKNESS), color);
    else if (mark == BUL_LINE_MARK_NAME)
        draw_bar(pen, shortened(pen, s, mark),
                 edge + of_size(s->size, NAME_GAP),
                 of_size(s->size, NAME_THICKNESS), color);
    else
        draw_wave(pen, shortened(pen, s, mark),
                  edge + of_size(s->size, WAVE_GAP + WAVE_HEIGHT / 2), s->size,
                  color);
}

static void draw_strokes(bul_line_pen *pen, unsigned mark)
{
    span s = {.end = pen->line->first};
    while (next_span(pen, s.end, mark, &s))
        draw_stroke(pen, &s, mark);
}

/* ---- Dots. ---- */

static bool takes_dot(const bul_line_pen *pen, uint32_t text)
{
    size_t at = text;
    bul_class class = bul_class_of(bul_utf8_next(pen->paragraph->text, &at));
    return class == BUL_CLASS_HAN || class == BUL_CLASS_WIDE_DIGIT ||
           class == BUL_CLASS_DIGIT || class == BUL_CLASS_LATIN ||
           class == BUL_CLASS_PREFIX || class == BUL_CLASS_POSTFIX ||
           class == BUL_CLASS_SYMBOL;
}

/* Writes the middle of every character of a box that takes a dot, and yields
 * how many do. */
static size_t find_dots(const bul_line_pen *pen, size_t box, bul_mpt *middles)
{
    const bul_type_box *b = &pen->paragraph->boxes[box];
    const bul_box_glyph *glyphs = pen->paragraph->glyphs;
    uint32_t end = b->glyph + b->glyph_count;
    size_t count = 0;
    for (uint32_t first = b->glyph; first < end;) {
        uint32_t last = first;
        while (last + 1 < end && glyphs[last + 1].text == glyphs[first].text)
            last++;
        bul_line_extent e = bul_line_pen_is_across(pen, box)
                                ? bul_line_pen_box(pen, box)
                                : bul_line_pen_glyphs(pen, box, first, last);
        if (takes_dot(pen, glyphs[first].text))
            middles[count++] = (e.start + e.end) / 2;
        if (bul_line_pen_is_across(pen, box))
            break; /* one for all that is in the square */
        first = last + 1;
    }
    return count;
}

/* Writes a circle around (x, y). */
static void draw_circle(bul_stroke *to, bul_mpt x, bul_mpt y, bul_mpt r)
{
    bul_mpt k = bul_mpt_scale(r, CIRCLE_PULL, 1000);
    to[0] = (bul_stroke){.pen = BUL_PEN_MOVE, .x = {x + r}, .y = {y}};
    to[1] = (bul_stroke){.pen = BUL_PEN_CURVE,
                         .x = {x + r, x + k, x},
                         .y = {y + k, y + r, y + r}};
    to[2] = (bul_stroke){.pen = BUL_PEN_CURVE,
                         .x = {x - k, x - r, x - r},
                         .y = {y + r, y + k, y}};
    to[3] = (bul_stroke){.pen = BUL_PEN_CURVE,
                         .x = {x - r, x - k, x},
                         .y = {y - k, y - r, y - r}};
    to[4] = (bul_stroke){.pen = BUL_PEN_CURVE,
                         .x = {x + k, x + r, x + r},
                         .y = {y - r, y - k, y}};
    to[5] = (bul_stroke){.pen = BUL_PEN_CLOSE};
}

/* The middle of the dots: under the strokes; in a vertical line on the other
 * side. */
static bul_mpt dot_level(const bul_line_pen *pen, const span *s)
{
    int gap = BUL_DOT_GAP + BUL_DOT_SIZE / 2;
    if (pen->paragraph->is_vertical)
        return bul_line_pen_top(pen, s->size) - of_size(s->size, gap);
    gap += depth_before(s, UINT32_MAX);
    if (s->beneath & BUL_LINE_MARK_LINE)
        gap += LINE_DEPTH;
    return bul_line_pen_bottom(pen, s->size) + of_size(s->size, gap);
}

static void draw_dots_of(bul_line_pen *pen, const span *s)
{
    size_t room = 0;
    for (size_t i = s->first; i < s->end; i++)
        room += pen->paragraph->boxes[i].glyph_count;
    bul_mpt *middles = BUL_NEW(pen->arena, bul_mpt, room);
    bul_mpt *sizes = BUL_NEW(pen->arena, bul_mpt, room);
    size_t count = 0;
    for (size_t i = s->first; i < s->end; i++) {
        /* The call of a note has none. */
        bool is_raised = bul_line_pen_style(pen, i)->rise > 0;
        size_t more = is_raised ? 0 : find_dots(pen, i, middles + count);
        for (size_t n = 0; n < more; n++)
            sizes[count++] = bul_line_pen_style(pen, i)->size;
    }
    if (count == 0)
        return;
    bul_drawing dots = {.x = middles[0],
                        .y = dot_level(pen, s),
                        .stroke_count = 6 * count,
                        .color = bul_line_pen_style(pen, s->first)->color};
    bul_stroke *to = bul_line_pen_draw(pen, dots);
    for (size_t i = 0; i < count; i++)
        draw_circle(to + 6 * i, middles[i] - middles[0], 0,
                    of_size(sizes[i], BUL_DOT_SIZE) / 2);
}

static void draw_dots(bul_line_pen *pen)
{
    span s = {.end = pen->line->first};
    while (next_span(pen, s.end, BUL_LINE_MARK_DOTS, &s))
        draw_dots_of(pen, &s);
}

void bul_line_mark(const bul_paragraph *paragraph, const bul_broken_line *line,
                   const bul_mpt *places, bul_arena *arena, bul_set_line *set)
{
    bul_line_pen pen = {.paragraph = paragraph,
                        .line = line,
                        .places = places,
                        .start = set->x,
                        .end = set->x + set->width,
                        .arena = arena};
    draw_strokes(&pen, BUL_LINE_MARK_NAME);
    draw_strokes(&pen, BUL_LINE_MARK_WAVE);
    draw_strokes(&pen, BUL_LINE_MARK_LINE);
    draw_dots(&pen);
    bul_line_pen_read(&pen);
    set->drawings = pen.drawings.items;
    set->drawing_count = pen.drawings.count;
}
