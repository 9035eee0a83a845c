/* SPDX-License-Identifier: MIT */
/* fuzz_reader.c - any bytes as a finished PDF: its table of objects, all of its
 * objects and streams, what is embedded in it; and as a list of sources, which
 * has to be written again as it was read. Memory is limited. */
#include <setjmp.h>

#include "archive/manifest.h"
#include "fuzz/target.h"
#include "pdf/pdf_reader.h"

#define MEMORY_BYTES ((size_t)64 << 20)
#define MOST_OBJECTS 2000

static bool lies_in(bul_str part, bul_str whole)
{
    return part.len == 0 || (part.ptr >= whole.ptr && part.len <= whole.len &&
                             part.ptr <= whole.ptr + whole.len - part.len);
}

static void open_all(bul_pdf_reader *reader)
{
    for (uint32_t i = 0; i < reader->slots.count && i < MOST_OBJECTS; i++) {
        bul_pdf_stream stream;
        bul_str bytes;
        (void)bul_pdf_object(reader, i);
        if (!bul_pdf_stream_of(reader, i, &stream))
            continue;
        REQUIRE(lies_in(stream.bytes, reader->bytes));
        (void)bul_pdf_unpack(reader, &stream, &bytes);
    }
}

static void read_pdf(bul_arena *arena, bul_str all)
{
    bul_str bytes;
    bul_pdf_reader *reader = bul_pdf_read(arena, all);
    if (!reader)
        return;
    open_all(reader);
    (void)bul_pdf_is_untouched(reader);
    (void)bul_pdf_jpegs(reader);
    (void)bul_pdf_embedded(reader, "bulletin", &bytes);
    bul_pdf_numbers pages = bul_pdf_pages(reader);
    for (size_t i = 0; i < pages.count && i < MOST_OBJECTS; i++)
        (void)bul_pdf_content_of(reader, pages.items[i]);
}

static void read_list(bul_arena *arena, bul_str all)
{
    bul_manifest list, again;
    if (!bul_manifest_read(all, arena, &list))
        return;
    bul_str once = bul_manifest_write(&list, arena);
    REQUIRE(bul_manifest_read(once, arena, &again));
    REQUIRE(bul_str_equal(once, bul_manifest_write(&again, arena)));
    for (size_t i = 0; i < list.files.count; i++)
        REQUIRE(bul_manifest_is_name(list.files.items[i].name));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
    jmp_buf escape;
    bul_arena arena = {.limit_bytes = MEMORY_BYTES};
    bul_str all = {(const char *)bytes, count};
    if (setjmp(escape) == 0) {
        arena.escape = &escape;
        read_pdf(&arena, all);
        read_list(&arena, all);
    }
    bul_arena_release(&arena);
    return 0;
}
