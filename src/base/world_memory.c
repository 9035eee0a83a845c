/* SPDX-License-Identifier: MIT */
/* world_memory.c - a world of files in an array, for tests and fuzzers.
 *
 * There are no links here, so a path is judged by its text: with a root it may
 * not climb above it. Folders exist where files lie in them. A limit of 0
 * bytes is none, as on the disk. */
#include <string.h>

#include "base/path.h"
#include "base/world.h"

#define PATH_BYTES 1024 /* longer paths are missing */

/* A resolved path without allocation. */
typedef struct plain_path {
    char bytes[PATH_BYTES];
    size_t len;
} plain_path;

static bool resolve(const char *root, const char *path, plain_path *plain)
{
    size_t root_len = root == NULL ? 0 : strlen(root);
    size_t path_len = strlen(path);
    if (root_len >= PATH_BYTES || path_len >= PATH_BYTES - root_len - 2)
        return false;
    size_t len = 0;
    if (root_len > 0) {
        memcpy(plain->bytes, root, root_len);
        plain->bytes[root_len] = '/';
        len = root_len + 1;
    }
    memcpy(plain->bytes + len, path, path_len);
    bul_str whole = {plain->bytes, len + path_len};
    plain->len = bul_path_resolve(whole, plain->bytes);
    return true;
}

static bul_str plain_str(const plain_path *plain)
{
    return (bul_str){plain->bytes, plain->len};
}

/* What follows "folder/" in a file's path; false when it lies elsewhere. */
static bool lies_in(bul_str folder, bul_str file, bul_str *rest)
{
    bool is_top = bul_str_equal(folder, BUL_STR(".")) || folder.len == 0;
    *rest = file;
    if (is_top)
        return true;
    if (!bul_str_starts(file, folder) || file.len <= folder.len)
        return false;
    /* "/" itself ends in the slash already. */
    size_t skip = folder.ptr[folder.len - 1] == '/' ? 0 : 1;
    if (skip == 1 && file.ptr[folder.len] != '/')
        return false;
    *rest = bul_str_sub(file, folder.len + skip, file.len);
    return true;
}

static bool is_outside(const char *root, const char *path)
{
    return root != NULL && bul_path_escapes(bul_str_from(path));
}

static bul_world_result memory_open(void *state, const char *root,
                                    const char *path, size_t limit_bytes,
                                    bul_blob *blob)
{
    const bul_memory_world *memory = state;
    plain_path wanted, own;
    bul_world_result result = BUL_WORLD_MISSING;
    *blob = (bul_blob){0};
    if (is_outside(root, path))
        return BUL_WORLD_OUTSIDE;
    if (path[0] == '\0' || !resolve(root, path, &wanted))
        return BUL_WORLD_MISSING;
    for (size_t i = 0; i < memory->file_count; i++) {
        const bul_memory_file *file = &memory->files[i];
        bul_str rest;
        if (!resolve(NULL, file->path, &own))
            continue;
        if (bul_str_equal(plain_str(&wanted), plain_str(&own))) {
            if (limit_bytes != 0 && file->bytes.len > limit_bytes)
                return BUL_WORLD_TOO_LARGE;
            blob->ptr = file->bytes.len == 0 ? "" : file->bytes.ptr;
            blob->len = file->bytes.len;
            return BUL_WORLD_OK;
        }
        if (lies_in(plain_str(&wanted), plain_str(&own), &rest))
            result = BUL_WORLD_NOT_A_FILE;
    }
    return result;
}

static void memory_close(void *state, bul_blob *blob)
{
    (void)state;
    *blob = (bul_blob){0};
}

/* The smallest name in the folder that comes after `last`. A quadratic walk,
 * but it needs no memory and the worlds of tests are small. */
static bool next_name(const bul_memory_world *memory, bul_str folder,
                      bul_str last, plain_path *next)
{
    plain_path own;
    bool is_found = false;
    for (size_t i = 0; i < memory->file_count; i++) {
        bul_str rest, name;
        if (!resolve(NULL, memory->files[i].path, &own) ||
            !lies_in(folder, plain_str(&own), &rest) ||
            !bul_str_cut(&rest, '/', &name) || name.len == 0 ||
            bul_str_compare(name, last) <= 0)
            continue;
        if (is_found && bul_str_compare(name, plain_str(next)) >= 0)
            continue;
        memcpy(next->bytes, name.ptr, name.len);
        next->bytes[name.len] = '\0';
        next->len = name.len;
        is_found = true;
    }
    return is_found;
}

static bul_world_result
memory_list(void *state, const char *root, const char *path,
            void (*each)(void *closure, const char *name), void *closure)
{
    const bul_memory_world *memory = state;
    plain_path folder, last = {.len = 0}, next;
    if (is_outside(root, path))
        return BUL_WORLD_OUTSIDE;
    if (!resolve(root, path[0] == '\0' ? "." : path, &folder))
        return BUL_WORLD_MISSING;
    while (next_name(memory, plain_str(&folder), plain_str(&last), &next)) {
        each(closure, next.bytes);
        last = next;
    }
    return last.len > 0 ? BUL_WORLD_OK : BUL_WORLD_MISSING;
}

bul_world bul_world_from_memory(bul_memory_world *memory)
{
    return (bul_world){.state = memory,
                       .open = memory_open,
                       .close = memory_close,
                       .list = memory_list};
}
