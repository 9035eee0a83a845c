/* SPDX-License-Identifier: MIT */
/* door.c - a world that counts. */
#include "support/door.h"

#include "base/str.h"

static bul_world_result open_counted(void *state, const char *root,
                                     const char *path, size_t limit_bytes,
                                     bul_blob *blob)
{
    door *d = state;
    bul_world_result result =
        d->files->open(d->files->state, root, path, limit_bytes, blob);
    if (result != BUL_WORLD_OK ||
        !bul_str_ends(bul_str_from(path), bul_str_from(d->ending)))
        return result;
    blob->handle = d; /* a world in memory has no use for it */
    d->opened++;
    d->out++;
    d->most = d->out > d->most ? d->out : d->most;
    return result;
}

static void close_counted(void *state, bul_blob *blob)
{
    door *d = state;
    if (blob->handle == d)
        d->out--;
    blob->handle = NULL;
    d->files->close(d->files->state, blob);
}

static bul_world_result
list_through(void *state, const char *root, const char *path,
             void (*each)(void *closure, const char *name), void *closure)
{
    door *d = state;
    return d->files->list(d->files->state, root, path, each, closure);
}

bul_world door_world(door *d)
{
    return (bul_world){.state = d,
                       .open = open_counted,
                       .close = close_counted,
                       .list = list_through};
}
