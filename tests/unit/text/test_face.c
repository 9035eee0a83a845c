/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "support/pack_face.h"
#include "text/face.h"

static void a_face_tells_its_names_and_measures(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Bold.otf");

    assert_string_equal(world_cstr(w, face->family), "Bulletin Song");
    assert_string_equal(world_cstr(w, face->postscript_name),
                        "BulletinSong-Bold");
    assert_int_equal(face->weight, 700);
    assert_int_equal(face->outline, BUL_OUTLINE_CFF_CID);
    assert_int_equal(face->units_per_em, 1000);
    assert_int_equal(face->ascent, 880);
    assert_int_equal(face->descent, -120);
    assert_in_range(face->cap_height, 650, 800);
    assert_true(face->box_left < 0 && face->box_right > 1000);
    assert_false(face->is_fixed_pitch);
    assert_true(face->may_embed && face->may_subset);
}

static void a_truetype_face_is_told_from_a_cff_one(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinKai-Regular.ttf");

    assert_int_equal(face->outline, BUL_OUTLINE_TRUETYPE);
    assert_int_equal(face->weight, 400);
    uint32_t glyph = bul_face_glyph(face, 0x6C38);
    assert_int_equal(bul_face_cid(face, glyph), glyph);
}

static void a_character_has_a_glyph_or_none(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");

    assert_int_not_equal(bul_face_glyph(face, 0x5DE5), 0);  /* 工 */
    assert_int_not_equal(bul_face_glyph(face, 0x20164), 0); /* 𠅤 */
    assert_int_equal(bul_face_glyph(face, 0x0E01), 0);      /* Thai */
    assert_int_equal(bul_face_glyph(face, 0xFFFFFFFF), 0);
}

/* 2,048 code points apart, so that they meet in the cache. */
static void characters_that_share_a_cache_slot_keep_their_glyphs(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    uint32_t one = bul_face_glyph(face, 0x4E00);
    uint32_t other = bul_face_glyph(face, 0x5600);

    assert_int_not_equal(one, 0);
    assert_int_not_equal(one, other);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(bul_face_glyph(face, 0x4E00), one);
        assert_int_equal(bul_face_glyph(face, 0x5600), other);
    }
}

static void advances_are_in_thousandths_of_an_em(void **state)
{
    world *w = *state;
    bul_face *song = pack_face(w, "BulletinSong-Regular.otf");
    bul_face *kai = pack_face(w, "BulletinKai-Regular.ttf");

    assert_int_equal(bul_face_advance(song, bul_face_glyph(song, 0x6C38)),
                     1000);
    assert_int_equal(bul_face_advance(kai, bul_face_glyph(kai, 0x6C38)), 1000);
    assert_in_range(bul_face_advance(song, bul_face_glyph(song, 'i')), 200,
                    400);
}

static void ink_lies_within_the_em_and_a_space_has_none(void **state)
{
    world *w = *state;
    bul_face *face = pack_face(w, "BulletinSong-Regular.otf");
    int left = -1, right = -1;

    assert_true(
        bul_face_ink(face, bul_face_glyph(face, 0x6C38), &left, &right));
    assert_in_range(left, 1, 200);
    assert_in_range(right, 800, 999);
    /* 。sits in the left half of its em box. */
    assert_true(
        bul_face_ink(face, bul_face_glyph(face, 0x3002), &left, &right));
    assert_in_range(right, 100, 499);
    assert_false(
        bul_face_ink(face, bul_face_glyph(face, 0x3000), &left, &right));
}

static bul_str pack_bytes(world *w)
{
    bul_str bytes;
    assert_int_equal(bul_world_open(bul_world_real(), &w->arena, (bul_str){0},
                                    BUL_STR("fonts/BulletinSong-Black.otf"),
                                    (size_t)64 << 20, &bytes),
                     BUL_WORLD_OK);
    return bytes;
}

static void bytes_that_are_no_font_give_no_face(void **state)
{
    world *w = *state;
    bul_str name = BUL_STR("x.otf");

    assert_null(bul_face_read(&w->arena, name, (bul_str){0}, 0));
    assert_null(bul_face_read(&w->arena, name, BUL_STR("OTTO"), 0));
    assert_null(bul_face_read(&w->arena, name, BUL_STR("# not a font\n"), 0));
    assert_null(bul_face_read(&w->arena, name, pack_bytes(w), 1));
}

/* A font cut off anywhere is refused or can be asked without harm. */
static void a_font_cut_short_does_no_harm(void **state)
{
    world *w = *state;
    bul_str whole = pack_bytes(w);
    int left, right;
    for (size_t len = 1; len < whole.len; len = len * 5 / 4 + 7) {
        bul_str part = {bul_arena_copy(&w->arena, whole.ptr, len), len};
        bul_face *face = bul_face_read(&w->arena, BUL_STR("x.otf"), part, 0);
        if (!face)
            continue;
        uint32_t glyph = bul_face_glyph(face, 0x5DE5);
        assert_in_range(glyph, 0, 0xFFFF);
        bul_face_advance(face, glyph);
        bul_face_cid(face, glyph);
        bul_face_ink(face, glyph, &left, &right);
    }
}

/* Bytes of the table directory and the first tables, each wrong once. */
static void a_font_with_a_wrong_byte_does_no_harm(void **state)
{
    world *w = *state;
    bul_str whole = pack_bytes(w);
    int left, right;
    char *bytes = bul_arena_copy(&w->arena, whole.ptr, whole.len);
    for (size_t at = 0; at < 4000; at += 3) {
        char right_byte = bytes[at];
        bytes[at] = (char)(right_byte ^ 0x5A);
        bul_face *face = bul_face_read(&w->arena, BUL_STR("x.otf"),
                                       (bul_str){bytes, whole.len}, 0);
        if (face) {
            uint32_t glyph = bul_face_glyph(face, 0x5DE5);
            assert_in_range(glyph, 0, 0xFFFF);
            bul_face_ink(face, glyph, &left, &right);
        }
        bytes[at] = right_byte;
    }
}

static void a_face_can_be_taken_from_a_collection(void **state)
{
    world *w = *state;
    bul_str bytes;
    if (bul_world_open(
            bul_world_real(), &w->arena, (bul_str){0},
            BUL_STR("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"),
            (size_t)64 << 20, &bytes) != BUL_WORLD_OK)
        skip();
    bul_face *face = bul_face_read(&w->arena, BUL_STR("n.ttc"), bytes, 2);

    assert_non_null(face);
    assert_string_equal(world_cstr(w, face->postscript_name),
                        "NotoSerifCJKsc-Regular");
    uint32_t glyph = bul_face_glyph(face, 0x5DE5);
    assert_int_equal(bul_face_cid(face, glyph), glyph);
    assert_null(bul_face_read(&w->arena, BUL_STR("n.ttc"), bytes, 99));
}

static void memory_may_run_out_anywhere(void **state)
{
    world *w = *state;
    bul_str bytes = pack_bytes(w);
    volatile bool is_done = false;
    volatile size_t tries = 0;
    while (!is_done) {
        bul_arena arena = {.fail_after = ++tries};
        jmp_buf escape;
        arena.escape = &escape;
        if (setjmp(escape) == 0) {
            assert_non_null(bul_face_read(&arena, BUL_STR("x.otf"), bytes, 0));
            is_done = true;
        }
        bul_arena_release(&arena);
    }
    assert_in_range(tries, 5, 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_face_tells_its_names_and_measures),
        WORLD_TEST(a_truetype_face_is_told_from_a_cff_one),
        WORLD_TEST(a_character_has_a_glyph_or_none),
        WORLD_TEST(characters_that_share_a_cache_slot_keep_their_glyphs),
        WORLD_TEST(advances_are_in_thousandths_of_an_em),
        WORLD_TEST(ink_lies_within_the_em_and_a_space_has_none),
        WORLD_TEST(bytes_that_are_no_font_give_no_face),
        WORLD_TEST(a_font_cut_short_does_no_harm),
        WORLD_TEST(a_font_with_a_wrong_byte_does_no_harm),
        WORLD_TEST(a_face_can_be_taken_from_a_collection),
        WORLD_TEST(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("face", tests, NULL, NULL);
}
