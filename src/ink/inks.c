/* SPDX-License-Identifier: MIT */
/* inks.c - single colours through Little CMS. No table is made beforehand: a
 * bulletin has a handful of colours. */
#include "ink/inks.h"

#include <lcms2.h>
#include <math.h>

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

/* To XYZ alone: making an sRGB of Little CMS, which makes tables of its curves,
 * takes longer than all else. */
static cmsHTRANSFORM open_transform(bul_str paper)
{
    cmsHTRANSFORM transform = NULL;
    cmsHPROFILE from = cmsOpenProfileFromMem(paper.ptr, (uint32_t)paper.len);
    cmsHPROFILE to = cmsCreateXYZProfile();
    if (is_space(from, cmsSigCmykData) && to)
        transform = cmsCreateTransform(from, TYPE_CMYK_16, to, TYPE_XYZ_DBL,
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

/* The curve of sRGB (IEC 61966-2-1), of light in parts of white. */
static int16_t thousandths(double light)
{
    double value = light <= 0.0031308 ? light * 12.92
                                      : 1.055 * pow(light, 1 / 2.4) - 0.055;
    return (int16_t)(value < 0 ? 0 : value > 1 ? 1000 : value * 1000 + 0.5);
}

bul_light bul_inks_light_of(const bul_inks_to_light *inks, bul_color color)
{
    uint16_t from[4] = {tone(color.c), tone(color.m), tone(color.y),
                        tone(color.k)};
    cmsCIEXYZ to = {0, 0, 0};
    cmsDoTransform(inks->transform, from, &to, 1);
    /* XYZ under D50 to linear sRGB, adapted by Bradford's method. */
    return (bul_light){
        thousandths(3.1338561 * to.X - 1.6168667 * to.Y - 0.4906146 * to.Z),
        thousandths(-0.9787684 * to.X + 1.9161415 * to.Y + 0.0334540 * to.Z),
        thousandths(0.0719453 * to.X - 0.2289914 * to.Y + 1.4052427 * to.Z)};
}
