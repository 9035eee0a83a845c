/* SPDX-License-Identifier: MIT */
/* sample_profile.h - the ICC profiles of layouts/inks, and small ones made by
 * code that say what a test wants. */
#ifndef TESTS_SUPPORT_SAMPLE_PROFILE_H
#define TESTS_SUPPORT_SAMPLE_PROFILE_H

#include "base/arena.h"
#include "base/str.h"

/* "coated.icc" …; the test fails where it is missing. */
bul_str sample_profile_file(bul_arena *arena, const char *name);

typedef struct sample_profile {
    const char *kind;  /* "mntr", "prtr" …; four characters each */
    const char *space; /* "RGB ", "CMYK", "GRAY" … */
    const char *desc;  /* version 2: its name, or NULL */
    const char *mluc;  /* version 4: the same, ASCII, as UTF-16 */
    int major;
} sample_profile;

/* A header and at most one tag: enough to be looked at, not to be used. */
bul_str sample_profile_make(bul_arena *arena, sample_profile wanted);

/* A working RGB profile whose red and blue are exchanged. */
bul_str sample_profile_swapped(bul_arena *arena);

#endif
