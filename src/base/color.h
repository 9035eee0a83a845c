/* SPDX-License-Identifier: MIT */
/* color.h - ink. Text and rules are grey (K only) or process CMYK; nothing
 * in between is computed, so that black text stays on the black plate. */
#ifndef BUL_BASE_COLOR_H
#define BUL_BASE_COLOR_H

#include <stdint.h>

typedef enum bul_color_space {
    BUL_COLOR_GREY, /* k alone is used; the zero colour is no ink */
    BUL_COLOR_CMYK,
    BUL_COLOR_ALL /* k of every ink there is: marks by which plates are brought
                     into register (套准色) */
} bul_color_space;

/* Ink in thousandths: 1000 is the full tone. */
typedef struct bul_color {
    bul_color_space space;
    int16_t c, m, y, k;
} bul_color;

#define BUL_COLOR_BLACK ((bul_color){BUL_COLOR_GREY, 0, 0, 0, 1000})
#define BUL_COLOR_PAPER ((bul_color){BUL_COLOR_GREY, 0, 0, 0, 0})

#endif
