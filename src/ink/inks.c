/* SPDX-License-Identifier: MIT */
/* inks.c - single colours through Little CMS. No table is made beforehand: a
 * bulletin has a handful of colours. */
#include "ink/inks.h"

#include <lcms2.h>

struct bul_inks_to_light {
    cmsHTRANSFORM transform;
};

static void close_transform(void *handle)
{
    cmsDeleteTransform(handle);
}

static bool is_space(cmsHPROFILE profile, cmsColorSpaceSignature space)
{
    return profile && cmsGetColorSpace(profile) == space;
}

/* The sRGB of Little CMS itself: its curves are formulas, and turning round those
 * of a profile file, which are tables, takes 3 ms. */
static cmsHTRANSFORM open_transform(bul_str paper)
{
    cmsHTRANSFORM transform = NULL;
    cmsHPROFILE from = cmsOpenProfileFromMem(paper.ptr, (uint32_t)paper.len);
    cmsHPROFILE to = cmsCreate_sRGBProfile();
    if (is_space(from, cmsSigCmykData) && to)
        transform = cmsCreateTransform(from, TYPE_CMYK_16, to, TYPE_RGB_16,
                                       INTENT_RELATIVE_COLORIMETRIC,
                                       cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
    if (from)
        cmsCloseProfile(from);
    if (to)
        cmsCloseProfile(to);
    return transform;
}

bul_inks_to_light *bul_inks_to_light_open(bul_arena *arena, bul_str paper)
{
    bul_inks_to_light *inks = BUL_NEW(arena, bul_inks_to_light, 1);
    inks->transform = open_transform(paper);
    if (!inks->transform)
        return NULL;
    bul_arena_defer(arena, close_transform, inks->transform);
    return inks;
}

static uint16_t tone(int16_t thousandths)
{
    return (uint16_t)(thousandths * 65535 / 1000);
}

static int16_t thousandths(uint16_t value)
{
    return (int16_t)((value * 1000 + 32767) / 65535);
}

bul_light bul_inks_light_of(const bul_inks_to_light *inks, bul_color color)
{
    uint16_t from[4] = {tone(color.c), tone(color.m), tone(color.y),
                        tone(color.k)};
    uint16_t to[3] = {0};
    cmsDoTransform(inks->transform, from, to, 1);
    return (bul_light){thousandths(to[0]), thousandths(to[1]),
                       thousandths(to[2])};
}
