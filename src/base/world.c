/* SPDX-License-Identifier: MIT */
/* world.c - opening files into an arena. */
#include "base/world.h"

#include <string.h>

typedef struct bul_open_file {
    bul_world world; /* a copy: the caller's may be gone by then */
    bul_blob blob;
    bool is_closed;
} bul_open_file;

static void close_file(void *handle)
{
    bul_open_file *file = handle;
    if (!file->is_closed)
        file->world.close(file->world.state, &file->blob);
    file->is_closed = true;
}

/* A path with a NUL in it would name another file than it says. */
static bool has_nul(bul_str path)
{
    return path.len > 0 && memchr(path.ptr, '\0', path.len) != NULL;
}

bul_world_result bul_world_borrow(const bul_world *world, bul_arena *arena,
                                  bul_str root, bul_str path,
                                  size_t limit_bytes, bul_loan *loan)
{
    *loan = (bul_loan){0};
    if (has_nul(root) || has_nul(path))
        return BUL_WORLD_MISSING;
    const char *c_root = root.len == 0 ? NULL : bul_cstr(arena, root);
    const char *c_path = bul_cstr(arena, path);
    bul_open_file *file = BUL_NEW(arena, bul_open_file, 1);
    file->world = *world;
    bul_world_result result =
        world->open(world->state, c_root, c_path, limit_bytes, &file->blob);
    if (result != BUL_WORLD_OK)
        return result;
    bul_arena_defer(arena, close_file, file);
    *loan = (bul_loan){{file->blob.ptr, file->blob.len}, file};
    return BUL_WORLD_OK;
}

void bul_world_return(bul_loan *loan)
{
    if (loan->file != NULL)
        close_file(loan->file);
    *loan = (bul_loan){0};
}

void bul_world_rest(const bul_loan *loan)
{
    const bul_open_file *file = loan->file;
    if (file != NULL && !file->is_closed && file->world.rest != NULL)
        file->world.rest(file->world.state, &file->blob);
}

bul_world_result bul_world_open(const bul_world *world, bul_arena *arena,
                                bul_str root, bul_str path, size_t limit_bytes,
                                bul_str *bytes)
{
    bul_loan loan;
    bul_world_result result =
        bul_world_borrow(world, arena, root, path, limit_bytes, &loan);
    *bytes = loan.bytes;
    return result;
}

/* The world's frames lie between the arena's jump and its catcher, so names
 * are gathered with bul_arena_try, in a chain. */
typedef struct name_link {
    struct name_link *next;
    const char *name;
} name_link;

typedef struct name_chain {
    bul_arena *arena;
    name_link *first;
    name_link **last;
    size_t count;
    bool has_failed;
} name_chain;

static void gather(void *closure, const char *name)
{
    name_chain *chain = closure;
    size_t size = strlen(name) + 1;
    name_link *link = bul_arena_try(chain->arena, sizeof *link, 1);
    char *copy = bul_arena_try(chain->arena, 1, size);
    if (link == NULL || copy == NULL) {
        chain->has_failed = true;
        return;
    }
    memcpy(copy, name, size);
    link->name = copy;
    *chain->last = link;
    chain->last = &link->next;
    chain->count++;
}

bul_world_result bul_world_list(const bul_world *world, bul_arena *arena,
                                bul_str root, bul_str path, bul_names *names)
{
    *names = (bul_names){0};
    if (has_nul(root) || has_nul(path))
        return BUL_WORLD_MISSING;
    const char *c_root = root.len == 0 ? NULL : bul_cstr(arena, root);
    const char *c_path = bul_cstr(arena, path);
    name_chain chain = {.arena = arena};
    chain.last = &chain.first;
    bul_world_result result =
        world->list(world->state, c_root, c_path, gather, &chain);
    if (chain.has_failed) /* now the jump is free to go */
        (void)bul_arena_alloc(arena, SIZE_MAX, 2);
    if (result != BUL_WORLD_OK)
        return result;
    for (name_link *link = chain.first; link != NULL; link = link->next)
        *BUL_PUSH(arena, names) = bul_str_from(link->name);
    return BUL_WORLD_OK;
}
