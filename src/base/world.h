/* SPDX-License-Identifier: MIT */
/* world.h - opening files through the world the caller brought. The type
 * itself is public (bulletin.h); here are the conveniences of the rooms and
 * the in-memory world of tests and fuzzers. */
#ifndef BUL_BASE_WORLD_H
#define BUL_BASE_WORLD_H

#include "base/arena.h"
#include "base/list.h"
#include "base/str.h"
#include "bulletin.h"

/* Opens a file; its bytes live as long as the arena (closed by a deferred
 * clean-up). `root` empty means no root. */
bul_world_result bul_world_open(const bul_world *world, bul_arena *arena,
                                bul_str root, bul_str path, size_t limit_bytes,
                                bul_str *bytes);

/* A file that is wanted for a while only. */
typedef struct bul_loan {
    bul_str bytes;
    struct bul_open_file *file; /* NULL: there is nothing to close */
} bul_loan;

/* Opens a file until bul_world_return, or until the arena is released. The
 * note of it stays in the arena. */
bul_world_result bul_world_borrow(const bul_world *world, bul_arena *arena,
                                  bul_str root, bul_str path,
                                  size_t limit_bytes, bul_loan *loan);
/* Closes it, once; the bytes are gone then. */
void bul_world_return(bul_loan *loan);
/* They stay, but are not wanted for a while. */
void bul_world_rest(const bul_loan *loan);

typedef BUL_LIST(bul_str) bul_names;

/* The names in a folder, in byte order, copied into the arena. */
bul_world_result bul_world_list(const bul_world *world, bul_arena *arena,
                                bul_str root, bul_str path, bul_names *names);

/* "a/b/c.md" -> "a/b"; "c.md" -> "". */
bul_str bul_path_folder(bul_str path);
/* "a/b/c.md" -> "c.md" */
bul_str bul_path_name(bul_str path);
/* Joins with one slash; an absolute `path` or an empty folder stands alone.
 * "." and inner ".." are resolved by text; a leading ".." stays. */
bul_str bul_path_join(bul_arena *arena, bul_str folder, bul_str path);
/* True when the path is absolute or climbs above its start ("../x"). */
bool bul_path_escapes(bul_str path);

/* A world in memory: files given as an array, for tests and fuzzers. */
typedef struct bul_memory_file {
    const char *path; /* as "dir/name" */
    bul_str bytes;
} bul_memory_file;

typedef struct bul_memory_world {
    const bul_memory_file *files;
    size_t file_count;
} bul_memory_world;

/* Fills a world that reads from `memory`; both must outlive its use. */
bul_world bul_world_from_memory(bul_memory_world *memory);

#endif
