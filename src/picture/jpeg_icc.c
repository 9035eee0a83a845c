/* SPDX-License-Identifier: MIT */
/* jpeg_icc.c - the colour profile of a JPEG: APP2 markers before the picture,
 * each with a piece of at most 65,519 bytes (ICC.1:2010, B.4). */
#include <string.h>

#include "picture/decoder.h"

#define MARKER_APP2 0xE2
#define MARKER_SOS  0xDA
#define MARKER_EOI  0xD9
#define SIGNATURE   BUL_STR("ICC_PROFILE\0")
/* The signature, the number of the piece, how many there are. */
#define HEAD_BYTES 14u

typedef struct pieces {
    bul_str at[256];
    size_t wanted; /* 0: none seen */
    size_t seen;
    size_t bytes;
    bool is_broken;
} pieces;

static unsigned byte_at(bul_str bytes, size_t at)
{
    return (unsigned char)bytes.ptr[at];
}

static bool has_length(unsigned marker)
{
    bool is_restart = marker >= 0xD0 && marker <= 0xD8;
    return !is_restart && marker != 0x01;
}

static void keep_piece(pieces *all, bul_str segment)
{
    size_t number = byte_at(segment, HEAD_BYTES - 2);
    size_t count = byte_at(segment, HEAD_BYTES - 1);
    if (number == 0 || number > count || all->at[number].ptr ||
        (all->wanted > 0 && all->wanted != count)) {
        all->is_broken = true;
        return;
    }
    all->wanted = count;
    all->at[number] = bul_str_sub(segment, HEAD_BYTES, segment.len);
    all->bytes += all->at[number].len;
    all->seen++;
}

/* The next marker and, unless it has none, its segment without the length. */
static bool next_segment(bul_str bytes, size_t *at, unsigned *marker,
                         bul_str *segment)
{
    size_t from = *at;
    *segment = (bul_str){0};
    if (from >= bytes.len || byte_at(bytes, from) != 0xFF)
        return false;
    while (from < bytes.len && byte_at(bytes, from) == 0xFF)
        from++;
    if (from == bytes.len)
        return false;
    *marker = byte_at(bytes, from++);
    *at = from;
    if (!has_length(*marker))
        return true;
    if (bytes.len - from < 2)
        return false;
    size_t length = byte_at(bytes, from) << 8 | byte_at(bytes, from + 1);
    if (length < 2 || length > bytes.len - from)
        return false;
    *segment = bul_str_sub(bytes, from + 2, from + length);
    *at = from + length;
    return true;
}

static void find_pieces(pieces *all, bul_str bytes)
{
    size_t at = 0;
    unsigned marker;
    bul_str segment;
    while (next_segment(bytes, &at, &marker, &segment)) {
        if (marker == MARKER_SOS || marker == MARKER_EOI)
            return;
        if (marker == MARKER_APP2 && segment.len > HEAD_BYTES &&
            bul_str_starts(segment, SIGNATURE))
            keep_piece(all, segment);
    }
}

static bool are_whole(const pieces *all)
{
    return !all->is_broken && all->seen > 0 && all->seen == all->wanted;
}

bool bul_jpeg_has_icc(bul_str bytes)
{
    pieces all = {.wanted = 0};
    find_pieces(&all, bytes);
    return are_whole(&all);
}

bul_str bul_jpeg_icc(bul_str bytes, bul_arena *arena)
{
    pieces all = {.wanted = 0};
    find_pieces(&all, bytes);
    if (!are_whole(&all))
        return (bul_str){0};
    if (all.seen == 1)
        return all.at[1];
    char *joined = BUL_NEW(arena, char, all.bytes);
    size_t to = 0;
    for (size_t i = 1; i <= all.wanted; i++) {
        memcpy(joined + to, all.at[i].ptr, all.at[i].len);
        to += all.at[i].len;
    }
    return (bul_str){joined, all.bytes};
}
