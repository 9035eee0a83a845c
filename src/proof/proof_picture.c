/* SPDX-License-Identifier: MIT */
/* proof_picture.c - resolution and loss, from the place alone. */
#include "proof/proof_picture.h"

/* Thousandths of a side that are left when `crop` went at either end. */
static int64_t kept(unsigned crop)
{
    return crop < 500 ? 1000 - 2 * (int64_t)crop : 0;
}

/* Thousandths of a pixel per inch along one side. */
static int64_t ppi_along(uint32_t pixels, unsigned crop, bul_mpt length)
{
    return length > 0 ? (int64_t)pixels * kept(crop) * 72000 / length : 0;
}

int64_t bul_proof_ppi(const bul_placed_picture *placed)
{
    int64_t across = ppi_along(bul_picture_seen_width(placed->picture),
                               placed->crop_sides, placed->w);
    int64_t down = ppi_along(bul_picture_seen_height(placed->picture),
                             placed->crop_ends, placed->h);
    return across < down ? across : down;
}

int bul_proof_crop_permille(const bul_placed_picture *placed)
{
    return (int)(1000 -
                 (kept(placed->crop_sides) * kept(placed->crop_ends) + 500) /
                     1000);
}
