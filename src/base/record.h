/* SPDX-License-Identifier: MIT */
/* record.h - a world that remembers what was read through it: what went into
 * a bulletin, whichever room asked for it. */
#ifndef BUL_BASE_RECORD_H
#define BUL_BASE_RECORD_H

#include "base/world.h"

/* A file that was opened, as bul_world_open was asked for it. */
typedef struct bul_record_entry {
    bul_str root, path;
    unsigned stage; /* what the record's was then */
} bul_record_entry;

typedef struct bul_record {
    bul_world world; /* to be read through */
    const bul_world *inner;
    bul_arena *arena;
    unsigned stage; /* the caller's: in which part of the work files are read */
    bool is_over;   /* nothing more is noted */
    BUL_LIST(bul_record_entry) entries; /* as they came; some more than once */
} bul_record;

/* Begins a record over `inner`. It must outlive the arena and all that is
 * opened through it. What is noted lives in the arena; out of memory jumps
 * from it, before anything has been opened. */
void bul_record_begin(bul_record *record, const bul_world *inner,
                      bul_arena *arena);

#endif
