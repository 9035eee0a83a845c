/* SPDX-License-Identifier: MIT */
/* edition.c - see edition.h. */
#include "support/edition.h"

#include <string.h>

#include <libdeflate.h>

#include "pdf/pdf.h"
#include "text/face_engine.h"

bul_edition *edition_new(world *w)
{
    bul_edition *edition = BUL_NEW(&w->arena, bul_edition, 1);
    edition->title = BUL_STR("一周工运 第46期 <A&B>");
    edition->author = BUL_STR("市总工会");
    edition->subject = BUL_STR("𠮷庆");
    edition->language = BUL_STR("zh-Hans");
    edition->year = 2026;
    edition->month = 11;
    edition->day = 23;
    return edition;
}

bul_page *edition_add_page(world *w, bul_edition *edition)
{
    bul_page *page = BUL_NEW(&w->arena, bul_page, 1);
    page->width = 595276;
    page->height = 841890;
    page->number = edition->pages.count + 1;
    page->label = bul_str_int(&w->arena, (int64_t)page->number);
    *BUL_PUSH(&w->arena, &edition->pages) = page;
    return page;
}

static bul_mpt scaled(const bul_face *face, bul_mpt size, int units)
{
    return bul_mpt_scale(size, units, face->units_per_em);
}

bul_glyph_run edition_run(world *w, const bul_face *face, bul_mpt size,
                          const char *text, bul_mpt extra)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->engine->font, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *shaped = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places =
        hb_buffer_get_glyph_positions(buffer, NULL);
    bul_glyph *glyphs = BUL_NEW(&w->arena, bul_glyph, count);
    bul_mpt pen = 0;
    for (unsigned i = 0; i < count; i++) {
        glyphs[i].id = shaped[i].codepoint;
        glyphs[i].text = shaped[i].cluster;
        glyphs[i].x = pen + scaled(face, size, places[i].x_offset);
        pen += scaled(face, size, places[i].x_advance) + extra;
    }
    hb_buffer_destroy(buffer);
    return (bul_glyph_run){.face = face,
                           .size = size,
                           .color = BUL_COLOR_BLACK,
                           .text = bul_str_copy(&w->arena, bul_str_from(text)),
                           .glyphs = glyphs,
                           .glyph_count = count};
}

bul_glyph_run edition_run_down(world *w, const bul_face *face, bul_mpt size,
                               const char *text, bul_mpt extra)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_TTB);
    hb_buffer_set_script(buffer, hb_script_from_string("Hani", -1));
    hb_buffer_set_language(buffer, hb_language_from_string("zh-hans", -1));
    hb_shape(face->engine->font, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *shaped = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places =
        hb_buffer_get_glyph_positions(buffer, NULL);
    bul_glyph *glyphs = BUL_NEW(&w->arena, bul_glyph, count);
    bul_mpt pen = 0;
    for (unsigned i = 0; i < count; i++) {
        glyphs[i].id = shaped[i].codepoint;
        glyphs[i].text = shaped[i].cluster;
        glyphs[i].x = pen - scaled(face, size, places[i].y_offset) -
                      bul_mpt_scale(size, BUL_SQUARE_TOP, 1000);
        pen += extra - scaled(face, size, places[i].y_advance);
    }
    hb_buffer_destroy(buffer);
    return (bul_glyph_run){.face = face,
                           .size = size,
                           .turn = BUL_TURN_UPRIGHT,
                           .color = BUL_COLOR_BLACK,
                           .text = bul_str_copy(&w->arena, bul_str_from(text)),
                           .glyphs = glyphs,
                           .glyph_count = count};
}

void edition_set(world *w, bul_page *page, const bul_face *face, bul_mpt size,
                 bul_mpt x, bul_mpt y, const char *text)
{
    bul_glyph_run run = edition_run(w, face, size, text, 0);
    run.x = x;
    run.y = y;
    bul_page_add_glyphs(&w->arena, page, run);
}

void edition_draw(world *w, bul_page *page, bul_drawing drawing)
{
    bul_item *item = BUL_PUSH(&w->arena, &page->items);
    item->type = BUL_ITEM_DRAWING;
    item->as.drawing = drawing;
}

bul_edition *edition_full(world *w)
{
    bul_face *song = pack_face(w, "BulletinSong-Regular.otf");
    bul_face *kai = pack_face(w, "BulletinKai-Regular.ttf");
    bul_edition *edition = edition_new(w);
    for (int i = 0; i < 3; i++) {
        bul_page *page = edition_add_page(w, edition);
        edition_set(w, page, song, 10500, 56693, 70866,
                    "工会办公室 office 2026");
        edition_set(w, page, kai, 9000, 56693, 90000, "楷体𠅤");
        bul_page_add_bar(&w->arena, page,
                         (bul_bar){.x = 1, .y = 2, .w = 300, .h = 40});
    }
    *BUL_PUSH(&w->arena, &edition->bookmarks) =
        (bul_bookmark){BUL_STR("要闻"), 0, 60000};
    *BUL_PUSH(&w->arena, &edition->bookmarks) =
        (bul_bookmark){BUL_STR("基层𠮷"), 2, 120000};
    return edition;
}

static bool take_bytes(void *state, const void *bytes, size_t count)
{
    edition_bytes *to = state;
    if (to->refuse_at > 0 && to->len + count > to->refuse_at)
        return false;
    if (to->len + count > to->room) {
        size_t room = (to->len + count) * 2;
        char *grown = BUL_NEW(to->arena, char, room);
        if (to->len > 0)
            memcpy(grown, to->ptr, to->len);
        to->ptr = grown;
        to->room = room;
    }
    memcpy(to->ptr + to->len, bytes, count);
    to->len += count;
    return true;
}

bul_sink edition_sink(edition_bytes *bytes)
{
    return (bul_sink){.write = take_bytes, .state = bytes};
}

void edition_write(world *w, const bul_edition *edition, edition_bytes *bytes)
{
    *bytes = (edition_bytes){.arena = &w->arena};
    bul_status status =
        bul_pdf_write(edition, NULL, &w->arena, &w->diag, edition_sink(bytes));
    assert_int_equal(status, BUL_OK);
}

/* Binary streams hold NULs: each becomes a blank. */
static void add_readable(bul_text *text, bul_str bytes)
{
    size_t at = text->len;
    bul_text_add(text, bytes);
    for (; at < text->len; at++)
        if (text->ptr[at] == 0)
            text->ptr[at] = ' ';
}

/* A deflated stream: its dictionary and its bytes. */
typedef struct packed_stream {
    bul_str keys, bytes;
} packed_stream;

/* The deflated stream that follows `at`; false when there is none. */
static bool next_stream(bul_str all, size_t *at, packed_stream *stream)
{
    bul_str rest = bul_str_sub(all, *at, all.len);
    size_t filter = bul_str_find(rest, BUL_STR("/Filter /FlateDecode"));
    if (filter == rest.len)
        return false;
    size_t keys = filter;
    while (keys > 0 &&
           !bul_str_starts(bul_str_sub(rest, keys, rest.len), BUL_STR("obj\n")))
        keys--;
    stream->keys = bul_str_sub(rest, keys, filter);
    rest = bul_str_sub(rest, filter, rest.len);
    size_t start = bul_str_find(rest, BUL_STR("stream\r\n")) + 8;
    rest = bul_str_sub(rest, start, rest.len);
    size_t end = bul_str_find(rest, BUL_STR("\nendstream\nendobj"));
    stream->bytes = bul_str_sub(rest, 0, end);
    *at = (size_t)(rest.ptr - all.ptr) + end;
    return true;
}

static bool has_type(const packed_stream *stream, bul_str type)
{
    return bul_str_find(stream->keys, type) < stream->keys.len;
}

static void add_inflated(bul_text *text, bul_str packed)
{
    static char inflated[4 << 20];
    size_t len = 0;
    struct libdeflate_decompressor *opener = libdeflate_alloc_decompressor();
    assert_int_equal(libdeflate_zlib_decompress(opener, packed.ptr, packed.len,
                                                inflated, sizeof inflated,
                                                &len),
                     LIBDEFLATE_SUCCESS);
    libdeflate_free_decompressor(opener);
    add_readable(text, (bul_str){inflated, len});
}

const char *edition_objects(const edition_bytes *bytes)
{
    bul_str all = {bytes->ptr, bytes->len};
    bul_text text = bul_text_in(bytes->arena);
    packed_stream stream;
    add_readable(&text, all);
    for (size_t at = 0; next_stream(all, &at, &stream);)
        if (has_type(&stream, BUL_STR("/Type /ObjStm\n")))
            add_inflated(&text, stream.bytes);
    return bul_cstr(bytes->arena, bul_text_str(&text));
}

const char *edition_streams(world *w, const edition_bytes *bytes)
{
    bul_str all = {bytes->ptr, bytes->len};
    bul_text text = bul_text_in(&w->arena);
    packed_stream stream;
    for (size_t at = 0; next_stream(all, &at, &stream);)
        if (!has_type(&stream, BUL_STR("/Type /ObjStm\n")) &&
            !has_type(&stream, BUL_STR("/Type /XRef\n")))
            add_inflated(&text, stream.bytes);
    return bul_cstr(&w->arena, bul_text_str(&text));
}

size_t edition_count(const char *text, const char *wanted)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, wanted)) != NULL; at++)
        count++;
    return count;
}

const char *edition_find(const char *text, const char *wanted)
{
    const char *found = strstr(text, wanted);
    if (!found)
        print_error("not found: %s\n", wanted);
    assert_non_null(found);
    return found;
}
