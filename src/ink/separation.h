/* SPDX-License-Identifier: MIT */
/* separation.h - samples of pictures from one way of showing colours to
 * another (分色): by the profile a picture carries, else sRGB for light and
 * the paper's own profile for inks. Relative colorimetric, with black point
 * compensation: white is the paper, black the deepest the paper can have.
 *
 * Samples are of eight bits; CMYK is ink, 255 the full tone. */
#ifndef BUL_INK_SEPARATION_H
#define BUL_INK_SEPARATION_H

#include "base/arena.h"
#include "base/str.h"

typedef enum bul_ink_goal {
    BUL_INK_GOAL_PRESS = 0, /* CMYK for the paper */
    BUL_INK_GOAL_SCREEN,    /* sRGB */
    BUL_INK_GOAL_BLACK      /* one tone: 0 black, 255 white, curve of sRGB */
} bul_ink_goal;

typedef struct bul_separation bul_separation;

/* From the bytes of the paper's CMYK profile and of sRGB, which must live as
 * long; closed with the arena. Never NULL. Nothing is read before the first
 * bul_separation_way. */
bul_separation *bul_separation_open(bul_arena *arena, bul_str paper,
                                    bul_str light);

/* False once a way could not be found because one of the two profiles is not
 * what it should be; such ways yield zeros. */
bool bul_separation_is_sound(const bul_separation *separation);

/* How samples are turned. */
typedef struct bul_ink_way {
    uint8_t from, to; /* components */
    bool is_same;     /* nothing changes */
    bool is_own_left; /* the picture's profile could not be used */
    void *transform;  /* of Little CMS; for bul_ink_way_turn alone */
} bul_ink_way;

/* From `components` (1 grey, 3 RGB, 4 CMYK) with the picture's `own` profile
 * (may be empty; not needed afterwards). Grey stays grey, which is black alone
 * for the press. Inks stay inks for the press, by their numbers. Light stays
 * light for the screen where its profile is as good as sRGB. Ways are kept for
 * further pictures; making one takes some milliseconds. Never fails, see
 * above. */
bul_ink_way bul_separation_way(bul_separation *separation, bul_str own,
                               uint8_t components, bul_ink_goal goal);

/* Turns `count` samples. A way may be used until eight others were asked for.
 * Allocates nothing from an arena. */
void bul_ink_way_turn(const bul_ink_way *way, const uint8_t *from, uint8_t *to,
                      size_t count);

#endif
