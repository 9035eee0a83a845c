/* SPDX-License-Identifier: MIT */
/* door.h - a world that counts what goes in and out of a world in memory. */
#ifndef TESTS_SUPPORT_DOOR_H
#define TESTS_SUPPORT_DOOR_H

#include "base/world.h"

typedef struct door {
    const bul_world *files; /* must be in memory */
    const char *ending;     /* only names that end so are counted */
    size_t opened;
    size_t out;  /* opened and not closed yet */
    size_t most; /* out at once */
} door;

/* `d` must live until all is closed. */
bul_world door_world(door *d);

#endif
