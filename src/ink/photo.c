/* SPDX-License-Identifier: MIT */
/* photo.c - from a decoder through a way of separation.h into a packer, a row
 * at a time: a photograph of forty megapixels passes in little memory. */
#include "ink/photo.h"

#include "ink/limit.h"
#include "picture/jpeg_pack.h"

/* Of libjpeg; beyond this, files grow faster than pictures improve. */
#define QUALITY 90
/* Room for what packing adds, in percent of ink: at first, and how often it
 * is made larger, by what was too much and then by ever more of that. */
#define FIRST_SLACK 3
#define TRIES       6
/* More than a packer asks for at a time. */
#define PACKER_BYTES ((size_t)128 << 10)

/* One picture on its way. */
typedef struct passage {
    const bul_photo_plan *plan;
    const bul_photo *photo;
    bul_ink_way way;
    int ink_limit;
    uint8_t *row;
    bul_jpeg_packer *packer;
} passage;

static passage open_passage(const bul_photo_plan *plan, const bul_photo *photo,
                            uint8_t components, bul_arena *arena)
{
    passage p = {.plan = plan, .photo = photo, .ink_limit = plan->ink_limit};
    bul_str own = {0};
    /* A coloured PNG without colours has been packed as grey. */
    if (components == photo->picture->components)
        own = bul_picture_icc(photo->picture, photo->bytes, arena);
    p.way = bul_separation_way(plan->separation, own, components, plan->goal);
    return p;
}

static bool has_limit(const passage *p)
{
    return p->plan->goal == BUL_INK_GOAL_PRESS && p->way.to == 4 &&
           p->plan->ink_limit < 400;
}

bool bul_photo_changes(const bul_photo_plan *plan, const bul_picture *picture,
                       bul_str bytes, bul_arena *arena)
{
    bul_photo photo = {.picture = picture, .bytes = bytes};
    return !open_passage(plan, &photo, picture->components, arena).way.is_same;
}

static void report_way(const passage *p, bul_diag *diag)
{
    if (p->way.is_own_left)
        bul_report(diag, BUL_MSG_INK_PICTURE_PROFILE, p->photo->span,
                   BUL_ARGS(p->photo->picture->path));
}

static void turn_row(const passage *p, const uint8_t *from, uint8_t *to)
{
    size_t width = p->photo->picture->width;
    bul_ink_way_turn(&p->way, from, to, width);
    if (has_limit(p))
        bul_ink_limit(to, width, p->ink_limit);
}

/* ---- JPEG to JPEG ---- */

static bool pass_row(void *context, const uint8_t *row)
{
    const passage *p = context;
    turn_row(p, row, p->row);
    return bul_jpeg_pack_row(p->packer, p->row);
}

static bool pack(passage *p, bul_arena *arena, bul_str *jpeg)
{
    const bul_picture *picture = p->photo->picture;
    p->packer =
        bul_jpeg_pack_open(arena, (bul_jpeg_plan){.width = picture->width,
                                                  .height = picture->height,
                                                  .components = p->way.to,
                                                  .quality = QUALITY});
    bool is_whole = bul_jpeg_rows(picture, p->photo->bytes, pass_row, p);
    bool is_packed = bul_jpeg_pack_close(p->packer, jpeg);
    /* Where memory ran out the jump is taken here, no decoder being open. */
    if (!is_packed)
        (void)BUL_NEW(arena, uint8_t, PACKER_BYTES);
    return is_packed && is_whole;
}

typedef struct weighing {
    size_t width;
    int heaviest;
} weighing;

static bool weigh_row(void *context, const uint8_t *row)
{
    weighing *w = context;
    int heaviest = bul_ink_heaviest(row, w->width);
    if (heaviest > w->heaviest)
        w->heaviest = heaviest;
    return true;
}

/* The heaviest place of a CMYK JPEG; what cannot be read weighs nothing. */
static int weigh(const bul_picture *picture, bul_str jpeg)
{
    weighing w = {.width = picture->width};
    return bul_jpeg_rows(picture, jpeg, weigh_row, &w) ? w.heaviest : 0;
}

bool bul_photo_is_heavy(const bul_photo_plan *plan, const bul_picture *picture,
                        bul_str bytes)
{
    return weigh(picture, bytes) > bul_ink_most(plan->ink_limit);
}

static bool pack_within(passage *p, bul_arena *arena, bul_str *jpeg)
{
    const bul_picture *picture = p->photo->picture;
    const bul_picture packed = {.format = BUL_PICTURE_JPEG,
                                .width = picture->width,
                                .height = picture->height,
                                .components = 4,
                                .inverted = true};
    int most = bul_ink_most(p->plan->ink_limit);
    p->ink_limit = p->plan->ink_limit - FIRST_SLACK;
    for (int i = 0; i < TRIES; i++) {
        bul_arena_mark mark = bul_arena_mark_now(arena);
        if (!pack(p, arena, jpeg))
            return false;
        int over = weigh(&packed, *jpeg) - most;
        if (over <= 0)
            return true;
        p->ink_limit -= (over * 100 / 255 + 1) << i;
        if (i + 1 < TRIES)
            bul_arena_rewind(arena, mark);
    }
    return true;
}

uint8_t bul_photo_repack(const bul_photo_plan *plan, const bul_photo *photo,
                         bul_arena *arena, bul_diag *diag, bul_str *jpeg)
{
    const bul_picture *picture = photo->picture;
    passage p = open_passage(plan, photo, picture->components, arena);
    report_way(&p, diag);
    p.row = BUL_NEW(arena, uint8_t, (size_t)picture->width * p.way.to);
    bool is_packed =
        has_limit(&p) ? pack_within(&p, arena, jpeg) : pack(&p, arena, jpeg);
    if (is_packed)
        return p.way.to;
    bul_report(diag, BUL_MSG_PICTURE_DAMAGED, photo->span,
               BUL_ARGS(picture->path));
    return 0;
}

/* ---- Samples ---- */

bool bul_photo_samples(const bul_photo_plan *plan, const bul_photo *photo,
                       bul_arena *arena, bul_diag *diag, bul_samples *samples)
{
    bul_samples made;
    if (!bul_picture_samples(photo->picture, photo->bytes, arena, diag,
                             photo->span, &made))
        return false;
    passage p = open_passage(plan, photo, made.components, arena);
    report_way(&p, diag);
    size_t row_from = (size_t)made.width * made.components;
    size_t row_to = (size_t)made.width * p.way.to;
    uint8_t *color = BUL_NEW(arena, uint8_t, row_to * made.height);
    for (size_t y = 0; y < made.height; y++)
        turn_row(&p, made.color + y * row_from, color + y * row_to);
    made.color = color;
    made.components = p.way.to;
    *samples = made;
    return true;
}
