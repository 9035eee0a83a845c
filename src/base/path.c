/* SPDX-License-Identifier: MIT */
/* path.c - paths by their text alone; the disk is not asked. */
#include "base/path.h"

#include <string.h>

#include "base/world.h"

static bool is_absolute(bul_str path)
{
    return path.len > 0 && path.ptr[0] == '/';
}

static bool is_dots(bul_str piece)
{
    return bul_str_equal(piece, BUL_STR(".."));
}

/* "" comes of doubled slashes. */
static bool is_nothing(bul_str piece)
{
    return piece.len == 0 || bul_str_equal(piece, BUL_STR("."));
}

/* Offset where the name after the last slash starts. */
static size_t name_start(bul_str path)
{
    size_t at = path.len;
    while (at > 0 && path.ptr[at - 1] != '/')
        at--;
    return at;
}

bul_str bul_path_folder(bul_str path)
{
    size_t at = name_start(path);
    if (at > 1)
        at--; /* the slash goes too, but for that of "/" */
    return bul_str_sub(path, 0, at);
}

bul_str bul_path_name(bul_str path)
{
    return bul_str_sub(path, name_start(path), path.len);
}

/* Takes the last name off what is written, or says that there is none that
 * ".." could take back. */
static bool step_up(const char *to, size_t base, size_t *len)
{
    bul_str written = {to + base, *len - base};
    if (written.len == 0 || is_dots(bul_path_name(written)))
        return false;
    size_t at = name_start(written);
    *len = base + (at > 0 ? at - 1 : 0);
    return true;
}

size_t bul_path_resolve(bul_str path, char *to)
{
    bul_str rest = path, piece;
    size_t base = is_absolute(path) ? 1 : 0;
    size_t len = 0;
    if (base == 1)
        to[len++] = '/';
    while (bul_str_cut(&rest, '/', &piece)) {
        if (is_nothing(piece) || (is_dots(piece) && step_up(to, base, &len)))
            continue;
        if (is_dots(piece) && base == 1)
            continue; /* above the root is the root */
        if (len > base)
            to[len++] = '/';
        memmove(to + len, piece.ptr, piece.len);
        len += piece.len;
    }
    if (len == 0 && path.len > 0)
        to[len++] = '.';
    return len;
}

bul_str bul_path_join(bul_arena *arena, bul_str folder, bul_str path)
{
    bul_text text = bul_text_in(arena);
    if (folder.len > 0 && !is_absolute(path)) {
        bul_text_add(&text, folder);
        bul_text_add(&text, BUL_STR("/"));
    }
    bul_text_add(&text, path);
    if (text.len == 0)
        return (bul_str){0};
    return (bul_str){text.ptr, bul_path_resolve(bul_text_str(&text), text.ptr)};
}

bool bul_path_escapes(bul_str path)
{
    bul_str piece;
    size_t depth = 0;
    if (is_absolute(path))
        return true;
    while (bul_str_cut(&path, '/', &piece)) {
        if (is_nothing(piece))
            continue;
        if (!is_dots(piece))
            depth++;
        else if (depth-- == 0)
            return true;
    }
    return false;
}
