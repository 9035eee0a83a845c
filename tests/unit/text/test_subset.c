/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "support/pack_face.h"
#include "text/face_engine.h"
#include "text/subset.h"

#define NAME_KEYED "/usr/share/fonts/opentype/urw-base35/P052-Roman.otf"

/* The glyphs of a few characters, ascending. */
static size_t glyphs_of(const bul_face *face, const uint32_t *characters,
                        size_t count, uint32_t *glyphs)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t glyph = bul_face_glyph(face, characters[i]);
        assert_int_not_equal(glyph, 0);
        size_t at = i;
        for (; at > 0 && glyphs[at - 1] > glyph; at--)
            glyphs[at] = glyphs[at - 1];
        glyphs[at] = glyph;
    }
    return count;
}

static const uint32_t sample[] = {0x5DE5, 0x4F1A, 0x20164, 'A', 0x3002};
#define SAMPLE_COUNT (sizeof sample / sizeof *sample)

/* FreeType's opinion of a font program on its own. */
static FT_Face open_program(FT_Library *library, bul_str program)
{
    FT_Face face = NULL;
    assert_int_equal(FT_Init_FreeType(library), 0);
    const void *bytes = program.ptr;
    assert_int_equal(
        FT_New_Memory_Face(*library, bytes, (FT_Long)program.len, 0, &face), 0);
    return face;
}

static void a_cid_keyed_face_is_cut_to_a_bare_cff_with_its_cids(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    uint32_t glyphs[SAMPLE_COUNT];
    size_t count = glyphs_of(face, sample, SAMPLE_COUNT, glyphs);
    bul_subset subset;

    assert_true(bul_subset_make(&w->arena, face, glyphs, count, &subset));

    assert_false(subset.identity_map);
    assert_memory_equal(subset.bytes.ptr, "\x01\x00", 2);
    assert_in_range(subset.bytes.len, 500, 20000);
    FT_Library library;
    FT_Face cut = open_program(&library, subset.bytes);
    assert_true(FT_IS_CID_KEYED(cut));
    for (size_t i = 0; i < count; i++) {
        int left, right;
        assert_int_equal(subset.codes[i], bul_face_cid(face, glyphs[i]));
        /* FreeType finds the glyphs of a bare CID-keyed CFF by their CIDs. */
        assert_int_equal(FT_Load_Glyph(cut, subset.codes[i], FT_LOAD_NO_SCALE),
                         0);
        assert_true(bul_face_ink(face, glyphs[i], &left, &right));
        assert_in_range(cut->glyph->metrics.horiBearingX, left - 1, left + 1);
    }
    assert_int_not_equal(
        FT_Load_Glyph(cut, subset.codes[0] + 1, FT_LOAD_NO_SCALE), 0);
    FT_Done_Face(cut);
    FT_Done_FreeType(library);
}

static void a_truetype_face_is_cut_to_a_whole_font_numbered_anew(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinKai-Regular.ttf");
    uint32_t characters[] = {0x5DE5, 0x4F1A, 'i', 'W'};
    uint32_t glyphs[4];
    size_t count = glyphs_of(face, characters, 4, glyphs);
    bul_subset subset;

    assert_true(bul_subset_make(&w->arena, face, glyphs, count, &subset));

    assert_true(subset.identity_map);
    bul_face *cut =
        bul_face_read(&w->arena, BUL_STR("cut.ttf"), subset.bytes, 0);
    assert_non_null(cut);
    for (size_t i = 0; i < count; i++) {
        int left, right, cut_left, cut_right;
        assert_in_range(subset.codes[i], 1, 50);
        assert_int_equal(bul_face_advance(cut, subset.codes[i]),
                         bul_face_advance(face, glyphs[i]));
        assert_true(bul_face_ink(face, glyphs[i], &left, &right));
        assert_true(bul_face_ink(cut, subset.codes[i], &cut_left, &cut_right));
        assert_int_equal(cut_left, left);
        assert_int_equal(cut_right, right);
    }
}

static bul_face *system_face(world *w, const char *path)
{
    bul_str bytes;
    if (bul_world_open(bul_world_real(), &w->arena, (bul_str){0},
                       bul_str_from(path), (size_t)64 << 20,
                       &bytes) != BUL_WORLD_OK)
        return NULL;
    return bul_face_read(&w->arena, bul_str_from(path), bytes, 0);
}

static void a_name_keyed_face_is_shown_by_its_new_glyph_numbers(void **state)
{
    world *w = *state;
    bul_face *face = system_face(w, NAME_KEYED);
    if (!face)
        skip();
    uint32_t characters[] = {'B', 'u', 'l'};
    uint32_t glyphs[3];
    size_t count = glyphs_of(face, characters, 3, glyphs);
    bul_subset subset;

    assert_int_equal(face->outline, BUL_OUTLINE_CFF_NAME);
    assert_true(bul_subset_make(&w->arena, face, glyphs, count, &subset));

    for (size_t i = 0; i < count; i++)
        assert_int_equal(subset.codes[i], i + 1);
    FT_Library library;
    FT_Face cut = open_program(&library, subset.bytes);
    assert_int_equal(cut->num_glyphs, 4);
    assert_false(FT_IS_CID_KEYED(cut));
    FT_Done_Face(cut);
    FT_Done_FreeType(library);
}

/* The same font with "no subsetting" set in its OS/2 table. */
static bul_face *uncuttable_face(world *w, const char *name)
{
    bul_face *face = pack_face(w, name);
    bul_str bytes = face->engine->bytes;
    char *copy = bul_arena_copy(&w->arena, bytes.ptr, bytes.len);
    unsigned table_count = (unsigned)(uint8_t)copy[5];
    for (unsigned i = 0; i < table_count; i++) {
        uint8_t entry[16];
        memcpy(entry, copy + 12 + i * 16, 16);
        if (memcmp(entry, "OS/2", 4) != 0)
            continue;
        size_t at = (size_t)entry[8] << 24 | (size_t)entry[9] << 16 |
                    (size_t)entry[10] << 8 | entry[11];
        copy[at + 8] = 1;
        copy[at + 9] = 0;
    }
    return bul_face_read(&w->arena, bul_str_from(name),
                         (bul_str){copy, bytes.len}, 0);
}

static void a_face_that_may_not_be_cut_is_kept_whole(void **state)
{
    world *w = *state;
    bul_face *cid = uncuttable_face(w, "BulletinSong-Black.otf");
    bul_face *truetype = uncuttable_face(w, "BulletinKai-Regular.ttf");
    uint32_t glyph;
    bul_subset subset;

    assert_false(cid->may_subset);
    glyph = bul_face_glyph(cid, 0x5DE5);
    assert_true(bul_subset_make(&w->arena, cid, &glyph, 1, &subset));
    assert_true(subset.bytes.len > 500000);
    assert_int_equal(subset.codes[0], bul_face_cid(cid, glyph));

    glyph = bul_face_glyph(truetype, 0x5DE5);
    assert_true(bul_subset_make(&w->arena, truetype, &glyph, 1, &subset));
    assert_true(subset.bytes.len > 1000000);
    assert_int_equal(subset.codes[0], glyph);
}

static void the_same_glyphs_give_the_same_bytes(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinHei-Bold.otf");
    uint32_t glyphs[SAMPLE_COUNT];
    size_t count = glyphs_of(face, sample, SAMPLE_COUNT, glyphs);
    bul_subset one, other;

    assert_true(bul_subset_make(&w->arena, face, glyphs, count, &one));
    assert_true(bul_subset_make(&w->arena, face, glyphs, count, &other));

    assert_true(bul_str_equal(one.bytes, other.bytes));
}

static void no_glyphs_leave_a_font_with_notdef_alone(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    bul_subset subset;

    assert_true(bul_subset_make(&w->arena, face, NULL, 0, &subset));
    assert_in_range(subset.bytes.len, 10, 5000);
}

static void a_glyph_the_face_does_not_have_gets_code_0(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinKai-Regular.ttf");
    uint32_t glyphs[] = {bul_face_glyph(face, 'A'), 65000};
    bul_subset subset;

    assert_true(bul_subset_make(&w->arena, face, glyphs, 2, &subset));
    assert_int_not_equal(subset.codes[0], 0);
    assert_int_equal(subset.codes[1], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_cid_keyed_face_is_cut_to_a_bare_cff_with_its_cids),
        WORLD_TEST(a_truetype_face_is_cut_to_a_whole_font_numbered_anew),
        WORLD_TEST(a_name_keyed_face_is_shown_by_its_new_glyph_numbers),
        WORLD_TEST(a_face_that_may_not_be_cut_is_kept_whole),
        WORLD_TEST(the_same_glyphs_give_the_same_bytes),
        WORLD_TEST(no_glyphs_leave_a_font_with_notdef_alone),
        WORLD_TEST(a_glyph_the_face_does_not_have_gets_code_0),
    };
    return cmocka_run_group_tests_name("subset", tests, NULL, NULL);
}
