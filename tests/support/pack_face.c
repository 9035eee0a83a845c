/* SPDX-License-Identifier: MIT */
/* pack_face.c - see pack_face.h. */
#include "support/pack_face.h"

#include <stdio.h>

bul_face *pack_face(world *w, const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "fonts/%s", name);
    bul_str bytes;
    bul_world_result result =
        bul_world_open(bul_world_real(), &w->arena, (bul_str){0},
                       bul_str_from(path), (size_t)64 << 20, &bytes);
    assert_int_equal(result, BUL_WORLD_OK);
    bul_face *face = bul_face_read(&w->arena, bul_str_from(name), bytes, 0);
    assert_non_null(face);
    return face;
}
