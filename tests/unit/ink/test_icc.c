/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ink/icc.h"
#include "support/sample_profile.h"
#include "support/world.h"

static bool read_press(world *w, bul_str bytes, bul_icc *icc)
{
    w->diag.entries.count = 0;
    return bul_icc_read_press(&w->arena, &w->diag, (bul_span){0},
                              BUL_STR("p.icc"), bytes, icc);
}

static void our_profiles_are_of_presses_and_of_a_screen(void **state)
{
    world *w = *state;
    static const char *const papers[] = {"coated.icc", "uncoated.icc",
                                         "newsprint.icc"};
    bul_icc icc;
    for (size_t i = 0; i < 3; i++) {
        bul_str bytes = sample_profile_file(&w->arena, papers[i]);
        assert_true(read_press(w, bytes, &icc));
        assert_true(bytes.len <= 130000);
        assert_int_equal(icc.bytes.len, bytes.len);
        assert_int_equal(icc.kind, BUL_ICC_PRINTER);
        assert_string_equal(icc.space, "CMYK");
        assert_string_equal(icc.connection, "Lab");
        assert_int_equal(icc.components, 4);
        assert_int_equal(icc.major, 2);
        assert_true(bul_icc_description(&w->arena, &icc).len > 0);
    }
    assert_true(bul_icc_read(sample_profile_file(&w->arena, "srgb.icc"), &icc));
    assert_int_equal(icc.kind, BUL_ICC_SCREEN);
    assert_int_equal(icc.components, 3);
    assert_string_equal(icc.space, "RGB");
    assert_string_equal(icc.connection, "XYZ");
}

static void the_name_is_read_in_either_version(void **state)
{
    world *w = *state;
    sample_profile wanted = {
        .kind = "prtr", .space = "CMYK", .desc = "Newsprint", .major = 2};
    bul_icc icc;
    assert_true(bul_icc_read(sample_profile_make(&w->arena, wanted), &icc));
    assert_string_equal(world_cstr(w, bul_icc_description(&w->arena, &icc)),
                        "Newsprint");

    wanted.desc = NULL;
    wanted.mluc = "Coated paper";
    wanted.major = 4;
    assert_true(bul_icc_read(sample_profile_make(&w->arena, wanted), &icc));
    assert_int_equal(icc.major, 4);
    assert_int_equal(icc.minor, 2);
    assert_string_equal(world_cstr(w, bul_icc_description(&w->arena, &icc)),
                        "Coated paper");

    wanted.mluc = NULL;
    assert_true(bul_icc_read(sample_profile_make(&w->arena, wanted), &icc));
    assert_int_equal(bul_icc_description(&w->arena, &icc).len, 0);
}

static void what_follows_a_profile_is_left_out(void **state)
{
    world *w = *state;
    bul_str srgb = sample_profile_file(&w->arena, "srgb.icc");
    bul_icc icc;

    assert_true(
        bul_icc_read(bul_str_join(&w->arena, srgb, BUL_STR("and more")), &icc));
    assert_int_equal(icc.bytes.len, srgb.len);
}

static void a_profile_cut_short_is_none(void **state)
{
    world *w = *state;
    bul_str srgb = sample_profile_file(&w->arena, "srgb.icc");
    bul_icc icc;

    for (size_t len = 0; len < srgb.len; len += 7) {
        char *part = bul_arena_copy(&w->arena, srgb.ptr, len);
        assert_false(bul_icc_read((bul_str){part, len}, &icc));
    }
}

/* One byte wrong at a time: it is a profile or not, and nothing worse. */
static void broken_tables_do_no_harm(void **state)
{
    world *w = *state;
    sample_profile wanted = {
        .kind = "mntr", .space = "RGB ", .mluc = "A name", .major = 4};
    bul_str whole = sample_profile_make(&w->arena, wanted);
    size_t refused = 0;
    for (size_t at = 0; at < whole.len; at++) {
        char *bytes = bul_arena_copy(&w->arena, whole.ptr, whole.len);
        bul_icc icc;
        bytes[at] = (char)0xFE;
        if (bul_icc_read((bul_str){bytes, whole.len}, &icc))
            assert_true(bul_icc_description(&w->arena, &icc).len <= whole.len);
        else
            refused++;
    }
    assert_true(refused > 8);
}

static void a_press_needs_the_profile_of_a_press(void **state)
{
    world *w = *state;
    sample_profile wanted = {.kind = "prtr", .space = "CMYK", .major = 4};
    bul_icc icc;
    assert_true(read_press(w, sample_profile_make(&w->arena, wanted), &icc));
    assert_string_equal(world_last(w), "");

    assert_false(
        read_press(w, sample_profile_file(&w->arena, "srgb.icc"), &icc));
    assert_string_equal(world_last(w),
                        "error: the ICC profile 'p.icc' is 'mntr RGB'; a press "
                        "needs 'prtr CMYK' [ink/wrong-class]");

    wanted.space = "GRAY";
    assert_false(read_press(w, sample_profile_make(&w->arena, wanted), &icc));
    assert_non_null(strstr(world_last(w), "[ink/wrong-class]"));

    wanted.space = "CMYK";
    wanted.major = 5;
    assert_false(read_press(w, sample_profile_make(&w->arena, wanted), &icc));
    assert_non_null(strstr(world_last(w), "[ink/version]"));

    assert_false(read_press(w, BUL_STR("%PDF-1.7"), &icc));
    assert_non_null(strstr(world_last(w), "[ink/not-a-profile]"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(our_profiles_are_of_presses_and_of_a_screen),
        WORLD_TEST(the_name_is_read_in_either_version),
        WORLD_TEST(what_follows_a_profile_is_left_out),
        WORLD_TEST(a_profile_cut_short_is_none),
        WORLD_TEST(broken_tables_do_no_harm),
        WORLD_TEST(a_press_needs_the_profile_of_a_press),
    };
    return cmocka_run_group_tests_name("icc", tests, NULL, NULL);
}
