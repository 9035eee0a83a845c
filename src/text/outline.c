/* SPDX-License-Identifier: MIT */
/* outline.c - the outline of a glyph, for what is drawn and not shown as text.
 *
 * HarfBuzz walks round the glyph and calls a function for each step. Nothing
 * is allocated there: it writes into the caller's room, or only counts. */
#include <math.h>

#include "text/face_engine.h"

typedef struct outline {
    bul_outline_step *steps;
    size_t count, room;
} outline;

/* A step to be filled in; one beyond the room is counted and lost. */
static bul_outline_step *next_step(void *closure, bul_outline_pen pen,
                                   bul_outline_step *lost)
{
    outline *o = closure;
    bul_outline_step *step = o->count < o->room ? &o->steps[o->count] : lost;
    o->count++;
    *step = (bul_outline_step){.pen = pen};
    return step;
}

/* Broken fonts have points anywhere. */
static int32_t whole(float units)
{
    double limit = 32767.0;
    double value = (double)units;
    if (!(value > -limit))
        return (int32_t)-limit;
    return (int32_t)lround(value < limit ? value : limit);
}

static void set_point(bul_outline_step *step, size_t point, float x, float y)
{
    step->x[point] = whole(x);
    step->y[point] = whole(y);
}

static void move_to(hb_draw_funcs_t *funcs, void *closure,
                    hb_draw_state_t *state, float x, float y, void *unused)
{
    (void)funcs, (void)state, (void)unused;
    bul_outline_step lost;
    set_point(next_step(closure, BUL_OUTLINE_MOVE, &lost), 0, x, y);
}

static void line_to(hb_draw_funcs_t *funcs, void *closure,
                    hb_draw_state_t *state, float x, float y, void *unused)
{
    (void)funcs, (void)state, (void)unused;
    bul_outline_step lost;
    set_point(next_step(closure, BUL_OUTLINE_LINE, &lost), 0, x, y);
}

static void curve_to(hb_draw_funcs_t *funcs, void *closure,
                     hb_draw_state_t *state, float x0, float y0, float x1,
                     float y1, float x2, float y2, void *unused)
{
    (void)funcs, (void)state, (void)unused;
    bul_outline_step lost;
    bul_outline_step *step = next_step(closure, BUL_OUTLINE_CURVE, &lost);
    set_point(step, 0, x0, y0);
    set_point(step, 1, x1, y1);
    set_point(step, 2, x2, y2);
}

static void close_path(hb_draw_funcs_t *funcs, void *closure,
                       hb_draw_state_t *state, void *unused)
{
    (void)funcs, (void)state, (void)unused;
    bul_outline_step lost;
    next_step(closure, BUL_OUTLINE_CLOSE, &lost);
}

/* Where no function takes quadratic curves, HarfBuzz tells them as cubics. */
static hb_draw_funcs_t *new_pens(void)
{
    hb_draw_funcs_t *pens = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(pens, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(pens, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(pens, curve_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(pens, close_path, NULL, NULL);
    hb_draw_funcs_make_immutable(pens);
    return pens;
}

size_t bul_face_outline(const bul_face *face, uint32_t glyph,
                        bul_outline_step *steps, size_t room)
{
    outline o = {.steps = steps, .room = room};
    hb_draw_funcs_t *pens = new_pens();
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(face->engine->font, glyph, pens, &o);
#else
    hb_font_get_glyph_shape(face->engine->font, glyph, pens, &o);
#endif
    hb_draw_funcs_destroy(pens);
    return o.count;
}
