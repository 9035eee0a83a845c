/* SPDX-License-Identifier: MIT */
/* pdf_reader.c - from the end of the file to the table of objects, and from
 * numbers to objects. */
#include "pdf/pdf_reader.h"

#include <string.h>

#include "pdf/pdf_value.h"

#define TAIL_BYTES    1024 /* in which startxref stands */
#define MOST_OBJECTS  ((uint64_t)1 << 21)
#define MOST_SECTIONS 64 /* of a file that was saved again and again */
#define MOST_DEPTH    8

/* ---- Streams ---- */

/* The value and what follows it, of an object at a byte of the file. */
static bul_str object_at(const bul_pdf_reader *reader, uint64_t offset,
                         uint64_t number, size_t *end)
{
    uint64_t found;
    bul_str bytes = reader->bytes;
    size_t at = (size_t)offset;
    if (offset >= bytes.len)
        return (bul_str){0};
    if (!bul_pdf_number(bul_pdf_value(bytes, &at), UINT32_MAX, &found) ||
        found != number)
        return (bul_str){0};
    (void)bul_pdf_value(bytes, &at);
    bul_str word = bul_pdf_value(bytes, &at);
    if (!bul_str_equal(word, BUL_STR("obj")))
        return (bul_str){0};
    bul_str value = bul_pdf_value(bytes, &at);
    *end = at;
    return value;
}

/* The bytes behind the word `stream`, as many as Length says. */
static bool stream_at(bul_pdf_reader *reader, bul_str dict, size_t at,
                      bul_pdf_stream *stream)
{
    uint64_t length;
    bul_str bytes = reader->bytes;
    if (!bul_pdf_is_dict(dict) ||
        !bul_str_equal(bul_pdf_value(bytes, &at), BUL_STR("stream")))
        return false;
    if (at < bytes.len && bytes.ptr[at] == '\r')
        at++;
    if (at < bytes.len && bytes.ptr[at] == '\n')
        at++;
    bul_str value = bul_pdf_resolve(reader, bul_pdf_find(dict, "Length"));
    if (!bul_pdf_number(value, bytes.len, &length) || length > bytes.len - at)
        return false;
    *stream = (bul_pdf_stream){dict, bul_str_sub(bytes, at, at + length)};
    return true;
}

bool bul_pdf_stream_of(bul_pdf_reader *reader, uint32_t number,
                       bul_pdf_stream *stream)
{
    size_t end;
    *stream = (bul_pdf_stream){0};
    if (number >= reader->slots.count ||
        reader->slots.items[number].kind != 1 || reader->depth >= MOST_DEPTH)
        return false;
    reader->depth++;
    bul_str dict =
        object_at(reader, reader->slots.items[number].at, number, &end);
    bool is_stream = dict.len > 0 && stream_at(reader, dict, end, stream);
    reader->depth--;
    return is_stream;
}

/* ---- Objects ---- */

static bul_str open_object_stream(bul_pdf_reader *reader, uint32_t number)
{
    bul_pdf_stream stream;
    bul_str bytes = {0};
    for (size_t i = 0; i < reader->opened.count; i++)
        if (reader->opened.items[i].number == number)
            return reader->opened.items[i].bytes;
    if (!bul_pdf_stream_of(reader, number, &stream) ||
        !bul_pdf_unpack(reader, &stream, &bytes))
        bytes = (bul_str){0};
    uint64_t first;
    if (!bul_pdf_number(bul_pdf_find(stream.dict, "First"), bytes.len, &first))
        bytes = (bul_str){0};
    *BUL_PUSH(reader->arena, &reader->opened) = (bul_pdf_opened){number, bytes};
    return bytes;
}

/* The object of this number: the pairs at the head tell where each begins. */
static bul_str object_within(bul_pdf_reader *reader, const bul_pdf_slot *slot,
                             uint32_t number)
{
    bul_pdf_stream stream;
    size_t at = 0;
    uint64_t found = 0, start = 0, first = 0;
    bul_str bytes = open_object_stream(reader, (uint32_t)slot->at);
    if (!bul_pdf_stream_of(reader, (uint32_t)slot->at, &stream) ||
        !bul_pdf_number(bul_pdf_find(stream.dict, "First"), bytes.len, &first))
        return (bul_str){0};
    for (uint32_t i = 0; i <= slot->index; i++)
        if (!bul_pdf_number(bul_pdf_value(bytes, &at), UINT32_MAX, &found) ||
            !bul_pdf_number(bul_pdf_value(bytes, &at), bytes.len, &start))
            return (bul_str){0};
    at = (size_t)(first + start);
    return found == number ? bul_pdf_value(bytes, &at) : (bul_str){0};
}

bul_str bul_pdf_object(bul_pdf_reader *reader, uint32_t number)
{
    size_t end;
    bul_str value = {0};
    if (number >= reader->slots.count || reader->depth >= MOST_DEPTH)
        return value;
    const bul_pdf_slot slot = reader->slots.items[number];
    reader->depth++;
    if (slot.kind == 1)
        value = object_at(reader, slot.at, number, &end);
    else if (slot.kind == 2)
        value = object_within(reader, &slot, number);
    reader->depth--;
    return value;
}

bul_str bul_pdf_resolve(bul_pdf_reader *reader, bul_str value)
{
    uint32_t number;
    for (int i = 0; i < MOST_DEPTH && bul_pdf_reference(value, &number); i++)
        value = bul_pdf_object(reader, number);
    return value;
}

/* ---- The table of objects ---- */

/* What is said first holds: sections are read from the newest on. */
static void put_slot(bul_pdf_reader *reader, uint64_t number, bul_pdf_slot slot)
{
    if (number >= MOST_OBJECTS)
        return;
    while (reader->slots.count <= number)
        (void)BUL_PUSH(reader->arena, &reader->slots);
    if (reader->slots.items[number].kind == 0)
        reader->slots.items[number] = slot;
}

/* "0 6", then six rows; false where there is no further part. */
static bool read_part(bul_pdf_reader *reader, size_t *at)
{
    uint64_t first, count, offset;
    size_t start = *at;
    bul_str bytes = reader->bytes;
    if (!bul_pdf_number(bul_pdf_value(bytes, at), MOST_OBJECTS, &first) ||
        !bul_pdf_number(bul_pdf_value(bytes, at), MOST_OBJECTS, &count)) {
        *at = start;
        return false;
    }
    for (uint64_t i = 0; i < count; i++) {
        bul_str place = bul_pdf_value(bytes, at);
        (void)bul_pdf_value(bytes, at);
        bul_str kind = bul_pdf_value(bytes, at);
        if (!bul_pdf_number(place, bytes.len, &offset) || kind.len != 1)
            return false;
        if (kind.ptr[0] == 'n')
            put_slot(reader, first + i, (bul_pdf_slot){offset, 0, 1});
    }
    return true;
}

static bul_str read_plain_table(bul_pdf_reader *reader, size_t at)
{
    while (read_part(reader, &at))
        continue;
    if (!bul_str_equal(bul_pdf_value(reader->bytes, &at), BUL_STR("trailer")))
        return (bul_str){0};
    return bul_pdf_value(reader->bytes, &at);
}

static uint64_t field(const char *row, uint64_t width)
{
    uint64_t value = 0;
    for (uint64_t i = 0; i < width; i++)
        value = value << 8 | (unsigned char)row[i];
    return value;
}

/* Rows of kind, place and index, each as wide as W says. */
static bool read_rows(bul_pdf_reader *reader, bul_str dict, bul_str rows)
{
    uint64_t widths[3], first = 0, count = MOST_OBJECTS;
    size_t at = 0, next = 0, row_at = 0;
    for (size_t i = 0; i < 3; i++)
        if (!bul_pdf_number(bul_pdf_item(bul_pdf_find(dict, "W"), &at), 8,
                            &widths[i]))
            return false;
    size_t row_bytes = (size_t)(widths[0] + widths[1] + widths[2]);
    bul_str index = bul_pdf_find(dict, "Index");
    if (row_bytes == 0)
        return false;
    do {
        if (index.len > 0 &&
            (!bul_pdf_number(bul_pdf_item(index, &next), MOST_OBJECTS,
                             &first) ||
             !bul_pdf_number(bul_pdf_item(index, &next), MOST_OBJECTS, &count)))
            return true;
        for (uint64_t i = 0; i < count && row_at + row_bytes <= rows.len;
             i++, row_at += row_bytes) {
            const char *row = rows.ptr + row_at;
            uint64_t kind = widths[0] > 0 ? field(row, widths[0]) : 1;
            bul_pdf_slot slot = {
                field(row + widths[0], widths[1]),
                (uint32_t)field(row + widths[0] + widths[1], widths[2]),
                (uint8_t)kind};
            if (kind == 1 || kind == 2)
                put_slot(reader, first + i, slot);
        }
    } while (index.len > 0);
    return true;
}

static bul_str read_table_stream(bul_pdf_reader *reader, size_t at)
{
    uint64_t number;
    size_t start = at, end;
    bul_pdf_stream stream;
    bul_str rows;
    if (!bul_pdf_number(bul_pdf_value(reader->bytes, &at), MOST_OBJECTS,
                        &number))
        return (bul_str){0};
    bul_str dict = object_at(reader, start, number, &end);
    if (!bul_pdf_is_name(bul_pdf_find(dict, "Type"), "XRef") ||
        !stream_at(reader, dict, end, &stream) ||
        !bul_pdf_unpack(reader, &stream, &rows) ||
        !read_rows(reader, dict, rows))
        return (bul_str){0};
    return dict;
}

/* One section and its trailer; empty where it is broken. */
static bul_str read_section(bul_pdf_reader *reader, uint64_t offset)
{
    size_t at = (size_t)offset;
    bul_pdf_skip_blanks(reader->bytes, &at);
    bul_str head = bul_str_sub(reader->bytes, at, at + 4);
    if (bul_str_equal(head, BUL_STR("xref")))
        return read_plain_table(reader, at + 4);
    return read_table_stream(reader, at);
}

/* The last number behind the word startxref. */
static bool find_table(bul_str bytes, uint64_t *offset)
{
    bul_str word = BUL_STR("startxref");
    size_t from = bytes.len > TAIL_BYTES ? bytes.len - TAIL_BYTES : 0;
    for (size_t at = bytes.len; at >= from + word.len; at--) {
        size_t start = at - word.len;
        if (memcmp(bytes.ptr + start, word.ptr, word.len) == 0)
            return bul_pdf_number(bul_pdf_value(bytes, &at), bytes.len, offset);
    }
    return false;
}

static bool read_tables(bul_pdf_reader *reader)
{
    uint64_t offset;
    if (!find_table(reader->bytes, &offset))
        return false;
    for (int i = 0; i < MOST_SECTIONS; i++) {
        bul_str trailer = read_section(reader, offset);
        if (trailer.len == 0)
            return false;
        if (i == 0)
            reader->trailer = trailer;
        if (!bul_pdf_number(bul_pdf_find(trailer, "Prev"), reader->bytes.len,
                            &offset))
            return true;
    }
    return false;
}

bul_pdf_reader *bul_pdf_read(bul_arena *arena, bul_str bytes)
{
    bul_pdf_reader *reader = BUL_NEW(arena, bul_pdf_reader, 1);
    reader->arena = arena;
    reader->bytes = bytes;
    if (!bul_str_starts(bytes, BUL_STR("%PDF-")) || !read_tables(reader) ||
        bul_pdf_find(reader->trailer, "Encrypt").len > 0)
        return NULL;
    return reader;
}
