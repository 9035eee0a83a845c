/* SPDX-License-Identifier: MIT */
/* pdf_reader_parts.c - embedded files, pages, images, and whether the file is
 * as it was written. */
#include <string.h>

#include "pdf/pdf_outlet.h"
#include "pdf/pdf_reader.h"
#include "pdf/pdf_value.h"

#define MOST_LEVELS 32 /* of a tree */
#define MOST_PAGES  ((size_t)100000)

static bul_str follow(bul_pdf_reader *reader, bul_str dict, const char *key)
{
    return bul_pdf_resolve(reader, bul_pdf_find(dict, key));
}

static bul_str catalog_of(bul_pdf_reader *reader)
{
    return follow(reader, reader->trailer, "Root");
}

/* ---- Trees: of names, of pages ---- */

/* A walk over leaves, children pushed last one first. */
typedef struct branch {
    bul_str kids; /* those that are left are behind `at` */
    size_t at;
} branch;

typedef struct walk {
    bul_pdf_reader *reader;
    branch branches[MOST_LEVELS];
    size_t depth;
    size_t step_count;
} walk;

static void enter(walk *w, bul_str kids)
{
    if (w->depth < MOST_LEVELS)
        w->branches[w->depth++] = (branch){kids, 0};
}

/* The next node without Kids; `number` is 0 where it is not referred to. */
static bool next_leaf(walk *w, bul_str *node, uint32_t *number)
{
    while (w->depth > 0 && w->step_count++ < MOST_PAGES * 2) {
        branch *last = &w->branches[w->depth - 1];
        bul_str kid = bul_pdf_item(last->kids, &last->at);
        if (kid.len == 0) {
            w->depth--;
            continue;
        }
        *number = 0;
        (void)bul_pdf_reference(kid, number);
        *node = bul_pdf_resolve(w->reader, kid);
        bul_str kids = follow(w->reader, *node, "Kids");
        if (kids.len == 0)
            return true;
        enter(w, kids);
    }
    return false;
}

/* ---- Embedded files ---- */

/* Keys of ours are plain ASCII; another program may write them in
 * hexadecimal, which is not needed here. */
static bool is_key(bul_str value, const char *key)
{
    bul_str wanted = bul_str_from(key);
    return value.len == wanted.len + 2 && value.ptr[0] == '(' &&
           memcmp(value.ptr + 1, wanted.ptr, wanted.len) == 0;
}

static bul_str find_name(bul_pdf_reader *reader, bul_str node, const char *key)
{
    bul_str names = follow(reader, node, "Names");
    size_t at = 0;
    for (;;) {
        bul_str name = bul_pdf_resolve(reader, bul_pdf_item(names, &at));
        bul_str value = bul_pdf_item(names, &at);
        if (name.len == 0 || value.len == 0)
            return (bul_str){0};
        if (is_key(name, key))
            return bul_pdf_resolve(reader, value);
    }
}

bool bul_pdf_embedded(bul_pdf_reader *reader, const char *key, bul_str *bytes)
{
    walk w = {.reader = reader};
    uint32_t number;
    bul_pdf_stream stream;
    bul_str names = follow(reader, catalog_of(reader), "Names");
    bul_str node = follow(reader, names, "EmbeddedFiles");
    bul_str file = find_name(reader, node, key);
    enter(&w, follow(reader, node, "Kids"));
    while (file.len == 0 && next_leaf(&w, &node, &number))
        file = find_name(reader, node, key);
    *bytes = (bul_str){0};
    bul_str streams = follow(reader, file, "EF");
    return bul_pdf_reference(bul_pdf_find(streams, "F"), &number) &&
           bul_pdf_stream_of(reader, number, &stream) &&
           bul_pdf_unpack(reader, &stream, bytes);
}

/* ---- Pages ---- */

bul_pdf_numbers bul_pdf_pages(bul_pdf_reader *reader)
{
    walk w = {.reader = reader};
    bul_pdf_numbers pages = {0};
    bul_str node;
    uint32_t number;
    bul_str root = follow(reader, catalog_of(reader), "Pages");
    enter(&w, follow(reader, root, "Kids"));
    while (next_leaf(&w, &node, &number))
        *BUL_PUSH(reader->arena, &pages) = number;
    return pages;
}

bul_str bul_pdf_content_of(bul_pdf_reader *reader, uint32_t page)
{
    uint32_t number;
    size_t at = 0;
    bul_pdf_stream stream;
    bul_str bytes;
    bul_str contents = bul_pdf_find(bul_pdf_object(reader, page), "Contents");
    if (bul_pdf_is_array(contents))
        contents = bul_pdf_item(contents, &at);
    if (!bul_pdf_reference(contents, &number) ||
        !bul_pdf_stream_of(reader, number, &stream) ||
        !bul_pdf_unpack(reader, &stream, &bytes))
        return (bul_str){0};
    return bytes;
}

/* ---- Images ---- */

bul_pdf_pieces bul_pdf_jpegs(bul_pdf_reader *reader)
{
    bul_pdf_pieces jpegs = {0};
    bul_pdf_stream stream;
    for (size_t i = 0; i < reader->slots.count; i++) {
        if (!bul_pdf_stream_of(reader, (uint32_t)i, &stream))
            continue;
        bul_str filter = follow(reader, stream.dict, "Filter");
        size_t at = 0;
        if (bul_pdf_is_array(filter))
            filter = bul_pdf_item(filter, &at);
        if (bul_pdf_is_name(filter, "DCTDecode"))
            *BUL_PUSH(reader->arena, &jpegs) = stream.bytes;
    }
    return jpegs;
}

/* ---- As it was written ---- */

bool bul_pdf_is_untouched(const bul_pdf_reader *reader)
{
    char name[BUL_PDF_NAME_DIGITS + 1];
    size_t start = bul_str_find(reader->trailer, BUL_STR("/ID [<"));
    size_t before = (size_t)(reader->trailer.ptr - reader->bytes.ptr) + start;
    bul_str said = bul_str_sub(reader->trailer, start + 6,
                               start + 6 + BUL_PDF_NAME_DIGITS);
    bul_pdf_name_of(reader->bytes.ptr, before, name);
    return bul_str_equal(said, bul_str_from(name));
}
