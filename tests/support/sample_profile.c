/* SPDX-License-Identifier: MIT */
/* sample_profile.c - see sample_profile.h. */
#include "support/sample_profile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/world.h"

#define HEADER_BYTES 128u
#define ROOM_BYTES   1024u

bul_str sample_profile_file(bul_arena *arena, const char *name)
{
    bul_str bytes = {0};
    if (bul_world_open(bul_world_real(), arena, BUL_STR("layouts/inks"),
                       bul_str_from(name), 1u << 20, &bytes) != BUL_WORLD_OK) {
        fprintf(stderr, "layouts/inks/%s is missing\n", name);
        abort();
    }
    return bytes;
}

static void put_number(char *at, size_t number)
{
    for (size_t i = 0; i < 4; i++)
        at[i] = (char)(number >> (24 - 8 * i));
}

static size_t put_desc(char *tag, const char *name)
{
    memcpy(tag, "desc", 4);
    put_number(tag + 8, strlen(name) + 1);
    memcpy(tag + 12, name, strlen(name) + 1);
    return 12 + strlen(name) + 1;
}

/* Two texts: a German one that nobody asked for, and the English. */
static size_t put_mluc(char *tag, const char *name)
{
    memcpy(tag, "mluc", 4);
    put_number(tag + 8, 2);
    put_number(tag + 12, 12);
    memcpy(tag + 16, "deDE", 4);
    put_number(tag + 20, 2);
    put_number(tag + 24, 40);
    memcpy(tag + 28, "enUS", 4);
    put_number(tag + 32, strlen(name) * 2);
    put_number(tag + 36, 42);
    tag[41] = '?';
    for (size_t i = 0; name[i]; i++)
        tag[42 + i * 2 + 1] = name[i];
    return 42 + strlen(name) * 2;
}

bul_str sample_profile_make(bul_arena *arena, sample_profile wanted)
{
    char *bytes = BUL_NEW(arena, char, ROOM_BYTES);
    size_t tag_at = HEADER_BYTES + 16, tag_bytes = 0;
    if (wanted.desc)
        tag_bytes = put_desc(bytes + tag_at, wanted.desc);
    if (wanted.mluc)
        tag_bytes = put_mluc(bytes + tag_at, wanted.mluc);
    put_number(bytes, tag_at + tag_bytes);
    bytes[8] = (char)wanted.major;
    bytes[9] = 0x20;
    memcpy(bytes + 12, wanted.kind, 4);
    memcpy(bytes + 16, wanted.space, 4);
    memcpy(bytes + 20, "XYZ ", 4);
    memcpy(bytes + 36, "acsp", 4);
    if (tag_bytes > 0) {
        put_number(bytes + HEADER_BYTES, 1);
        memcpy(bytes + HEADER_BYTES + 4, "desc", 4);
        put_number(bytes + HEADER_BYTES + 8, tag_at);
        put_number(bytes + HEADER_BYTES + 12, tag_bytes);
    }
    return (bul_str){bytes, tag_at + tag_bytes};
}

bul_str sample_profile_swapped(bul_arena *arena)
{
    bul_str srgb = sample_profile_file(arena, "srgb.icc");
    char *bytes = bul_arena_copy(arena, srgb.ptr, srgb.len);
    size_t red = 0, blue = 0;
    for (size_t at = HEADER_BYTES + 4; at + 12 <= srgb.len; at += 12) {
        if (memcmp(bytes + at, "rXYZ", 4) == 0)
            red = at;
        if (memcmp(bytes + at, "bXYZ", 4) == 0)
            blue = at;
        if (red && blue)
            break;
    }
    if (!red || !blue)
        abort();
    bytes[red] = 'b';
    bytes[blue] = 'r';
    return (bul_str){bytes, srgb.len};
}
