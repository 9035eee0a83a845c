/* SPDX-License-Identifier: MIT */
/* pdf_unpack.c - the bytes of a stream that was read back, without the filters
 * that packed them: deflate, and those of PNG's rows. */
#include <string.h>

#include <libdeflate.h>

#include "pdf/pdf_reader.h"
#include "pdf/pdf_value.h"

#define UNPACK_LIMIT   ((size_t)64 << 20)  /* of one stream */
#define UNPACK_IN_ALL  ((size_t)512 << 20) /* of all */
#define FIRST_ROOM     ((size_t)16 << 10)
#define MOST_ROW_BYTES ((uint64_t)1 << 20)

/* By doubling room: deflate does not tell how long it will be. */
static bool inflate(bul_pdf_reader *reader, bul_str packed, bul_str *bytes)
{
    struct libdeflate_decompressor *engine = libdeflate_alloc_decompressor();
    enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
    size_t room = packed.len < FIRST_ROOM / 4 ? FIRST_ROOM : packed.len * 4;
    size_t len = 0;
    char *to = NULL;
    if (!engine)
        return false;
    while (result == LIBDEFLATE_INSUFFICIENT_SPACE && room <= UNPACK_LIMIT) {
        bul_arena_mark mark = bul_arena_mark_now(reader->arena);
        to = bul_arena_try(reader->arena, 1, room);
        if (!to)
            break;
        result = libdeflate_zlib_decompress(engine, packed.ptr, packed.len, to,
                                            room, &len);
        if (result != LIBDEFLATE_SUCCESS)
            bul_arena_rewind(reader->arena, mark);
        room *= 2;
    }
    libdeflate_free_decompressor(engine);
    *bytes = (bul_str){to, len};
    return result == LIBDEFLATE_SUCCESS;
}

static int paeth(int left, int up, int corner)
{
    int guess = left + up - corner;
    int by_left = guess > left ? guess - left : left - guess;
    int by_up = guess > up ? guess - up : up - guess;
    int by_corner = guess > corner ? guess - corner : corner - guess;
    if (by_left <= by_up && by_left <= by_corner)
        return left;
    return by_up <= by_corner ? up : corner;
}

/* One row of a PNG's filter, undone in place (PNG, 9.2). */
static void unfilter_row(uint8_t *row, const uint8_t *above, size_t count,
                         size_t step, unsigned kind)
{
    for (size_t i = 0; i < count; i++) {
        int left = i >= step ? row[i - step] : 0;
        int up = above ? above[i] : 0;
        int corner = above && i >= step ? above[i - step] : 0;
        int guess = 0;
        if (kind == 1)
            guess = left;
        else if (kind == 2)
            guess = up;
        else if (kind == 3)
            guess = (left + up) / 2;
        else if (kind == 4)
            guess = paeth(left, up, corner);
        row[i] = (uint8_t)(row[i] + guess);
    }
}

static uint64_t parameter(bul_pdf_reader *reader, bul_str parms,
                          const char *key, uint64_t absent)
{
    uint64_t number;
    bul_str value = bul_pdf_resolve(reader, bul_pdf_find(parms, key));
    return bul_pdf_number(value, MOST_ROW_BYTES, &number) ? number : absent;
}

/* Takes the rows' filters away: each row is led by its own. */
static bool unfilter(bul_pdf_reader *reader, bul_str parms, bul_str *bytes)
{
    uint64_t predictor = parameter(reader, parms, "Predictor", 1);
    uint64_t bits = parameter(reader, parms, "Colors", 1) *
                    parameter(reader, parms, "BitsPerComponent", 8);
    uint64_t columns = parameter(reader, parms, "Columns", 1);
    if (predictor <= 1)
        return true;
    if (predictor < 10 || bits == 0 || bits > 512 || columns == 0)
        return false;
    size_t count = (size_t)((bits * columns + 7) / 8);
    size_t step = (size_t)((bits + 7) / 8);
    size_t rows = bytes->len / (count + 1);
    uint8_t *to = bul_arena_try(reader->arena, 1, rows * count + 1);
    if (!to)
        return false;
    for (size_t y = 0; y < rows; y++) {
        const char *from = bytes->ptr + y * (count + 1);
        uint8_t *row = to + y * count;
        memcpy(row, from + 1, count);
        unfilter_row(row, y > 0 ? row - count : NULL, count, step,
                     (unsigned char)*from);
    }
    *bytes = (bul_str){(const char *)to, rows * count};
    return true;
}

/* The one filter: the value, or the only item of an array. */
static bul_str only(bul_pdf_reader *reader, bul_str value)
{
    size_t at = 0;
    value = bul_pdf_resolve(reader, value);
    if (!bul_pdf_is_array(value))
        return value;
    bul_str first = bul_pdf_resolve(reader, bul_pdf_item(value, &at));
    return bul_pdf_item(value, &at).len == 0 ? first : value;
}

bool bul_pdf_unpack(bul_pdf_reader *reader, const bul_pdf_stream *stream,
                    bul_str *bytes)
{
    bul_str filter = only(reader, bul_pdf_find(stream->dict, "Filter"));
    *bytes = stream->bytes;
    if (filter.len == 0 || bul_str_equal(filter, BUL_STR("[]")))
        return true;
    if (!bul_pdf_is_name(filter, "FlateDecode") ||
        reader->unpacked_bytes > UNPACK_IN_ALL ||
        !inflate(reader, stream->bytes, bytes))
        return false;
    reader->unpacked_bytes += bytes->len;
    return unfilter(
        reader, only(reader, bul_pdf_find(stream->dict, "DecodeParms")), bytes);
}
