/* SPDX-License-Identifier: MIT */
/* icc.h - what an ICC profile (颜色特性文件) says of itself: its header and its
 * name, read here without Little CMS, so that a file from outside is looked
 * at before a library works with it. Source: ICC.1:2010, 7.2 and 10. */
#ifndef BUL_INK_ICC_H
#define BUL_INK_ICC_H

#include "base/diag.h"

typedef enum bul_icc_class {
    BUL_ICC_OTHER_CLASS = 0, /* links, named colours … */
    BUL_ICC_SCREEN,          /* mntr */
    BUL_ICC_PRINTER,         /* prtr */
    BUL_ICC_SCANNER,         /* scnr */
    BUL_ICC_SPACE            /* spac: a space of colours, no machine */
} bul_icc_class;

typedef struct bul_icc {
    bul_str bytes; /* the profile without what may follow it */
    bul_icc_class kind;
    char space[5];        /* as written there: "CMYK", "RGB", "GRAY" … */
    char connection[5];   /* PCS: "Lab" or "XYZ" */
    uint8_t components;   /* of its space; 0: not one of 1, 3, 4 */
    uint8_t major, minor; /* of its version */
} bul_icc;

/* Reads the header. False when the bytes are no profile, or one cut short, or
 * its table points outside. Reports nothing, allocates nothing. */
bool bul_icc_read(bul_str bytes, bul_icc *icc);

/* The name the profile gives itself; empty where there is none. */
bul_str bul_icc_description(bul_arena *arena, const bul_icc *icc);

/* Reads a profile that is to stand for a way of printing: what a PDF may carry
 * as its output intent (ISO 15930-7: class prtr; here CMYK; version below 5).
 * Reports ink/not-a-profile, ink/wrong-class, ink/version at `span`; then
 * false. `name` is for the messages. */
bool bul_icc_read_press(bul_arena *arena, bul_diag *diag, bul_span span,
                        bul_str name, bul_str bytes, bul_icc *icc);

#endif
