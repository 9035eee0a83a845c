/* SPDX-License-Identifier: MIT */
/* spoken.h - the names of languages that an author wrote. */
#ifndef BUL_SOURCE_SPOKEN_H
#define BUL_SOURCE_SPOKEN_H

#include "base/diag.h"

/* A value that should name a language, and the name of its key as written. */
typedef struct bul_spoken {
    bul_str key, value;
    bul_span span;
} bul_spoken;

/* The tag of the language (base/language.h). Reports key/not-a-choice, with the
 * nearest name, and leaves `tag` as it is where it is none we know. */
void bul_spoken_read(bul_arena *arena, bul_diag *diag, bul_spoken spoken,
                     bul_str *tag);

#endif
