/* SPDX-License-Identifier: MIT */
/* kept.c - paths into the folder are answered from the list, by their text;
 * the rest is handed on. What opens here has the list itself as its handle. */
#include "archive/kept.h"

#include <string.h>

#include "base/path.h"

#define PATH_BYTES 4096 /* longer ones lead nowhere */
#define REST_BYTES ((size_t)16 << 20)

/* A resolved path without allocation. */
typedef struct plain_path {
    char bytes[PATH_BYTES];
    size_t len;
} plain_path;

static bool resolve(const char *root, const char *path, plain_path *plain)
{
    bul_str parts[] = {bul_str_from(root), bul_str_from(path)};
    size_t len = 0;
    if (root && path[0] == '/')
        return false;
    if (parts[0].len + parts[1].len + 2 > PATH_BYTES)
        return false;
    for (size_t i = 0; i < 2; i++) {
        if (len > 0)
            plain->bytes[len++] = '/';
        if (parts[i].len > 0)
            memcpy(plain->bytes + len, parts[i].ptr, parts[i].len);
        len += parts[i].len;
    }
    plain->len = bul_path_resolve((bul_str){plain->bytes, len}, plain->bytes);
    return true;
}

/* What follows the folder and its slash; false when the path lies elsewhere.
 * The folder itself leaves nothing. */
static bool lies_within(const bul_kept *kept, const plain_path *plain,
                        bul_str *name)
{
    bul_str whole = {plain->bytes, plain->len};
    size_t start = kept->folder.len;
    if (!bul_str_starts(whole, kept->folder) ||
        (whole.len > start && whole.ptr[start] != '/'))
        return false;
    *name = bul_str_sub(whole, start + 1, whole.len);
    return true;
}

/* The place of the first file whose name is not before `name`. */
static size_t place_of(const bul_kept *kept, bul_str name)
{
    size_t from = 0, to = kept->file_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (bul_str_compare(kept->files[middle].name, name) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static bool is_beneath(bul_str file, bul_str folder)
{
    return folder.len == 0 ||
           (bul_str_starts(file, folder) && file.len > folder.len &&
            file.ptr[folder.len] == '/');
}

static bool is_folder(const bul_kept *kept, bul_str name)
{
    for (size_t i = 0; i < kept->file_count; i++)
        if (is_beneath(kept->files[i].name, name))
            return true;
    return false;
}

static bul_world_result open_kept(bul_kept *kept, bul_str name,
                                  size_t limit_bytes, bul_blob *blob)
{
    size_t at = place_of(kept, name);
    if (at == kept->file_count || !bul_str_equal(kept->files[at].name, name))
        return is_folder(kept, name) ? BUL_WORLD_NOT_A_FILE : BUL_WORLD_MISSING;
    bul_str bytes = kept->files[at].bytes;
    if (limit_bytes != 0 && bytes.len > limit_bytes)
        return BUL_WORLD_TOO_LARGE;
    blob->ptr = bytes.len == 0 ? "" : bytes.ptr;
    blob->len = bytes.len;
    blob->handle = kept;
    return BUL_WORLD_OK;
}

static bul_world_result kept_open(void *state, const char *root,
                                  const char *path, size_t limit_bytes,
                                  bul_blob *blob)
{
    bul_kept *kept = state;
    plain_path plain;
    bul_str name;
    if (!resolve(root, path, &plain) || !lies_within(kept, &plain, &name))
        return kept->inner->open(kept->inner->state, root, path, limit_bytes,
                                 blob);
    *blob = (bul_blob){0};
    if (root && bul_path_escapes(bul_str_from(path)))
        return BUL_WORLD_OUTSIDE;
    return open_kept(kept, name, limit_bytes, blob);
}

static void kept_close(void *state, bul_blob *blob)
{
    bul_kept *kept = state;
    if (blob->handle != state) {
        kept->inner->close(kept->inner->state, blob);
        return;
    }
    kept->returned_bytes += blob->len;
    *blob = (bul_blob){0};
    if (kept->source && kept->returned_bytes >= REST_BYTES) {
        bul_world_rest(kept->source);
        kept->returned_bytes = 0;
    }
}

/* ---- Listing ---- */

/* The smallest name in the folder that comes after `last`; empty at the end. */
static bul_str next_name(const bul_kept *kept, bul_str folder, bul_str last)
{
    bul_str next = {0};
    size_t skip = folder.len == 0 ? 0 : folder.len + 1;
    for (size_t i = 0; i < kept->file_count; i++) {
        bul_str name, rest = kept->files[i].name;
        if (!is_beneath(rest, folder))
            continue;
        rest = bul_str_sub(rest, skip, rest.len);
        if (!bul_str_cut(&rest, '/', &name) || bul_str_compare(name, last) <= 0)
            continue;
        if (next.len == 0 || bul_str_compare(name, next) < 0)
            next = name;
    }
    return next;
}

static bul_world_result list_kept(const bul_kept *kept, bul_str folder,
                                  void (*each)(void *closure, const char *name),
                                  void *closure)
{
    bul_str last = next_name(kept, folder, (bul_str){0});
    if (last.len == 0)
        return BUL_WORLD_MISSING;
    for (; last.len > 0; last = next_name(kept, folder, last)) {
        char name[PATH_BYTES];
        if (last.len >= sizeof name)
            continue;
        memcpy(name, last.ptr, last.len);
        name[last.len] = '\0';
        each(closure, name);
    }
    return BUL_WORLD_OK;
}

static bul_world_result kept_list(void *state, const char *root,
                                  const char *path,
                                  void (*each)(void *closure, const char *name),
                                  void *closure)
{
    const bul_kept *kept = state;
    plain_path plain;
    bul_str name;
    if (!resolve(root, path, &plain) || !lies_within(kept, &plain, &name))
        return kept->inner->list(kept->inner->state, root, path, each, closure);
    if (root && bul_path_escapes(bul_str_from(path)))
        return BUL_WORLD_OUTSIDE;
    return list_kept(kept, name, each, closure);
}

/* ---- The rest ---- */

static uint64_t kept_clock_us(void *state)
{
    const bul_kept *kept = state;
    return kept->inner->clock_us(kept->inner->state);
}

static void kept_rest(void *state, const bul_blob *blob)
{
    const bul_kept *kept = state;
    if (blob->handle != state)
        kept->inner->rest(kept->inner->state, blob);
}

void bul_kept_open(bul_kept *kept)
{
    kept->world =
        (bul_world){.state = kept,
                    .open = kept_open,
                    .close = kept_close,
                    .list = kept_list,
                    .clock_us = kept->inner->clock_us ? kept_clock_us : NULL,
                    .rest = kept->inner->rest ? kept_rest : NULL};
}
