/* SPDX-License-Identifier: MIT */
/* separation.c - Little CMS on rows of samples. It makes a table for each way
 * and reads colours from that in whole numbers. */
#include "ink/separation.h"

#include <lcms2.h>
#include <string.h>

#include "ink/icc.h"

#define WAYS_KEPT 8u

typedef struct kept_way {
    bul_ink_way way;
    uint64_t own; /* hash of the picture's profile */
    size_t own_len;
    bul_ink_goal goal;
} kept_way;

struct bul_separation {
    bul_str paper, light;
    kept_way kept[WAYS_KEPT];
    size_t count; /* ways found so far: the next takes count % WAYS_KEPT */
    bool is_broken;
};

static void close_way(kept_way *kept)
{
    if (kept->way.transform)
        cmsDeleteTransform(kept->way.transform);
    *kept = (kept_way){.goal = BUL_INK_GOAL_PRESS};
}

static void close_all(void *handle)
{
    bul_separation *separation = handle;
    for (size_t i = 0; i < WAYS_KEPT; i++)
        close_way(&separation->kept[i]);
}

bul_separation *bul_separation_open(bul_arena *arena, bul_str paper,
                                    bul_str light)
{
    bul_separation *separation = BUL_NEW(arena, bul_separation, 1);
    *separation = (bul_separation){.paper = paper, .light = light};
    bul_arena_defer(arena, close_all, separation);
    return separation;
}

bool bul_separation_is_sound(const bul_separation *separation)
{
    return !separation->is_broken;
}

/* ---- Making a way ---- */

static uint8_t components_of(bul_ink_goal goal)
{
    return goal == BUL_INK_GOAL_PRESS ? 4 : goal == BUL_INK_GOAL_SCREEN ? 3 : 1;
}

/* NULL when the bytes are no profile for so many components. */
static cmsHPROFILE open_profile(bul_str bytes, uint8_t components)
{
    bul_icc icc;
    if (!bul_icc_read(bytes, &icc) || icc.components != components ||
        icc.kind == BUL_ICC_OTHER_CLASS)
        return NULL;
    return cmsOpenProfileFromMem(icc.bytes.ptr, (uint32_t)icc.bytes.len);
}

/* Tones as sRGB has them (IEC 61966-2-1), which is how screens show the
 * DeviceGray of a PDF. */
static cmsHPROFILE open_grey(void)
{
    static const double curve[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92,
                                    0.04045};
    cmsToneCurve *tones = cmsBuildParametricToneCurve(NULL, 4, curve);
    if (!tones)
        return NULL;
    cmsHPROFILE grey = cmsCreateGrayProfile(cmsD50_xyY(), tones);
    cmsFreeToneCurve(tones);
    return grey;
}

static cmsHPROFILE open_goal(const bul_separation *separation,
                             bul_ink_goal goal)
{
    switch (goal) {
    case BUL_INK_GOAL_PRESS:
        return open_profile(separation->paper, 4);
    case BUL_INK_GOAL_SCREEN:
        return open_profile(separation->light, 3);
    case BUL_INK_GOAL_BLACK:
        break;
    }
    return open_grey();
}

static uint32_t layout_of(uint8_t components)
{
    return components == 1   ? TYPE_GRAY_8
           : components == 3 ? TYPE_RGB_8
                             : TYPE_CMYK_8;
}

static cmsHTRANSFORM connect(cmsHPROFILE from, cmsHPROFILE to,
                             const bul_ink_way *way)
{
    if (!from || !to)
        return NULL;
    return cmsCreateTransform(from, layout_of(way->from), to,
                              layout_of(way->to), INTENT_RELATIVE_COLORIMETRIC,
                              cmsFLAGS_BLACKPOINTCOMPENSATION);
}

static void close_profile(cmsHPROFILE profile)
{
    if (profile)
        cmsCloseProfile(profile);
}

/* Pictures tagged as sRGB, by whatever program, had better be left alone: is
 * no colour moved by more than rounding? */
static bool is_idle(cmsHTRANSFORM transform)
{
    for (int i = 0; i < 125; i++) {
        const int from[3] = {i % 5 * 63, i / 5 % 5 * 63, i / 25 * 63};
        const uint8_t rgb[3] = {(uint8_t)from[0], (uint8_t)from[1],
                                (uint8_t)from[2]};
        uint8_t to[3];
        cmsDoTransform(transform, rgb, to, 1);
        for (size_t c = 0; c < 3; c++)
            if (to[c] > from[c] + 2 || to[c] + 2 < from[c])
                return false;
    }
    return true;
}

static void open_transform(bul_separation *separation, bul_ink_way *way,
                           bul_str own, bul_ink_goal goal)
{
    bul_str usual = way->from == 3 ? separation->light : separation->paper;
    cmsHPROFILE to = open_goal(separation, goal);
    if (own.len > 0) {
        cmsHPROFILE from = open_profile(own, way->from);
        way->transform = connect(from, to, way);
        close_profile(from);
        way->is_own_left = !way->transform;
    }
    if (way->from == 3 && goal == BUL_INK_GOAL_SCREEN) {
        way->is_same = !way->transform || is_idle(way->transform);
    } else if (!way->transform) {
        cmsHPROFILE from = open_profile(usual, way->from);
        way->transform = connect(from, to, way);
        close_profile(from);
        separation->is_broken = separation->is_broken || !way->transform;
    }
    close_profile(to);
}

static bool needs_profiles(const bul_ink_way *way, bul_ink_goal goal)
{
    return way->from == 3 || (way->from == 4 && goal != BUL_INK_GOAL_PRESS);
}

static kept_way *find_kept(bul_separation *separation, const kept_way *wanted)
{
    for (size_t i = 0; i < WAYS_KEPT; i++) {
        kept_way *kept = &separation->kept[i];
        if (kept->way.from == wanted->way.from && kept->goal == wanted->goal &&
            kept->own_len == wanted->own_len && kept->own == wanted->own)
            return kept;
    }
    return NULL;
}

bul_ink_way bul_separation_way(bul_separation *separation, bul_str own,
                               uint8_t components, bul_ink_goal goal)
{
    kept_way wanted = {.goal = goal, .own_len = own.len};
    wanted.way.from = components;
    wanted.way.to = components;
    if (!needs_profiles(&wanted.way, goal)) {
        wanted.way.is_same = true;
        return wanted.way;
    }
    wanted.way.to = components_of(goal);
    wanted.own = bul_str_hash(own);
    kept_way *kept = find_kept(separation, &wanted);
    if (kept)
        return kept->way;
    kept = &separation->kept[separation->count++ % WAYS_KEPT];
    close_way(kept);
    *kept = wanted;
    open_transform(separation, &kept->way, own, goal);
    return kept->way;
}

/* ---- Turning ---- */

void bul_ink_way_turn(const bul_ink_way *way, const uint8_t *from, uint8_t *to,
                      size_t count)
{
    if (way->is_same)
        memmove(to, from, count * way->to);
    else if (way->transform)
        cmsDoTransform(way->transform, from, to, (uint32_t)count);
    else
        memset(to, 0, count * way->to);
}
