/* SPDX-License-Identifier: MIT */
/* orientation.h - how a character stands in a vertical line (竖排): property
 * Vertical_Orientation of UAX #50. */
#ifndef BUL_TEXT_ORIENTATION_H
#define BUL_TEXT_ORIENTATION_H

#include <stdint.h>

typedef enum bul_orientation {
    BUL_ORIENTATION_ROTATED, /* R: lies on its side, as Latin does */
    BUL_ORIENTATION_UPRIGHT, /* U: as in the code charts, as hanzi do */
    /* Tu: upright, in the form the font keeps for vertical lines: 、。 ぁ */
    BUL_ORIENTATION_UPRIGHT_FORM,
    /* Tr: in the form of the font, or turned where it has none: （ 「 ー */
    BUL_ORIENTATION_ROTATED_FORM
} bul_orientation;

bul_orientation bul_orientation_of(uint32_t code_point);

#endif
