/* SPDX-License-Identifier: MIT */
/* product.c - the products there are.
 *
 * Links are annotations, which PDF/X forbids on the printed area; sources go
 * along only where PDF/A-3 lets them. Every product but the X-1a one is tagged:
 * its files may claim PDF/A-2a and PDF/UA-1 beside PDF/X-4, because what those
 * ask for is invisible in print. */
#include "base/product.h"

static const bul_product products[] = {
    [BUL_PROFILE_SCREEN] = {.archive_part = 3,
                            .is_universal = true,
                            .is_tagged = true,
                            .is_trimmed = true,
                            .inks = BUL_INKS_LIGHT,
                            .photos = BUL_PHOTOS_LIGHT},
    [BUL_PROFILE_ARCHIVE] = {.archive_part = 3,
                             .is_universal = true,
                             .is_tagged = true,
                             .is_trimmed = true,
                             .inks = BUL_INKS_LIGHT,
                             .photos = BUL_PHOTOS_LIGHT},
    [BUL_PROFILE_OFFICE] = {.is_tagged = true,
                            .duplex = BUL_DUPLEX_LONG_EDGE,
                            .is_trimmed = true,
                            .inks = BUL_INKS_BLACK,
                            .photos = BUL_PHOTOS_BLACK},
    [BUL_PROFILE_PRESS] = {.minor = 6,
                           .exchange = BUL_EXCHANGE_X4,
                           .archive_part = 2,
                           .is_universal = true,
                           .is_tagged = true,
                           .is_without_links = true,
                           .overprints = true,
                           .photos = BUL_PHOTOS_INKS},
    [BUL_PROFILE_PRESS_LEGACY] = {.minor = 4,
                                  .exchange = BUL_EXCHANGE_X1A,
                                  .is_without_links = true,
                                  .is_without_outline = true,
                                  .is_opaque = true,
                                  .overprints = true,
                                  .photos = BUL_PHOTOS_INKS},
};

bul_product bul_product_for(bul_profile profile)
{
    if (profile == BUL_PROFILE_BY_ISSUE)
        profile = BUL_PROFILE_SCREEN;
    return products[profile];
}
