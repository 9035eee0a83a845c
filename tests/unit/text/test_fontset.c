/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "support/world.h"
#include "text/fontset.h"

static const char *const data_dirs[] = {".", NULL};

static bul_fontset *open_pack_only(world *w)
{
    bul_font_sources sources = {.data_dirs = data_dirs, .without_system = true};
    return bul_fontset_open(&w->arena, bul_world_real(), &w->diag, sources);
}

/* A place in a text, for what is reported. */
static bul_span somewhere(world *w)
{
    return (bul_span){world_add_text(w, "l.yaml", "font: x\n"), 6, 7};
}

static void assert_face(world *w, const bul_face *face, const char *name)
{
    assert_non_null(face);
    assert_string_equal(world_cstr(w, face->postscript_name), name);
}

static void a_family_and_a_weight_find_a_face(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    bul_span span = somewhere(w);

    assert_face(w, bul_fontset_find(set, BUL_STR("宋"), 400, span),
                "BulletinSong-Regular");
    assert_face(w, bul_fontset_find(set, BUL_STR("SimHei"), 700, span),
                "BulletinHei-Bold");
    assert_string_equal(world_last(w), "");
}

static void the_same_face_is_opened_once(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    const bul_face *one =
        bul_fontset_find(set, BUL_STR("宋"), 400, (bul_span){0});
    const bul_face *other =
        bul_fontset_find(set, BUL_STR("宋体"), 400, (bul_span){0});
    const bul_face *third =
        bul_fontset_find(set, BUL_STR("黑"), 400, (bul_span){0});

    assert_ptr_equal(one, other);
    assert_int_equal(one->index, 0);
    assert_int_equal(third->index, 1);
}

static void a_stand_in_is_a_warning_told_once(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    bul_span span = somewhere(w);

    assert_face(w, bul_fontset_find(set, BUL_STR("小标宋"), 400, span),
                "BulletinSong-Bold");
    bul_fontset_find(set, BUL_STR("小标宋"), 400, span);
    assert_int_equal(w->diag.warning_count, 1);
    assert_string_equal(world_last(w),
                        "l.yaml:1:7: warning: font '小标宋' is missing; 宋体 "
                        "Bold stands in [font/substituted]");
}

static void an_unknown_family_is_an_error_and_song_stands_in(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);

    assert_face(w, bul_fontset_find(set, BUL_STR("隶书"), 400, somewhere(w)),
                "BulletinSong-Regular");
    assert_string_equal(world_last(w), "l.yaml:1:7: error: no font is called "
                                       "'隶书' [font/missing]");
}

static void without_the_pack_there_is_no_face(void **state)
{
    world *w = *state;
    bul_font_sources sources = {.without_system = true};
    bul_fontset *set =
        bul_fontset_open(&w->arena, &w->files, &w->diag, sources);

    assert_null(bul_fontset_find(set, BUL_STR("宋"), 400, (bul_span){0}));
    assert_int_equal(world_count_of(w, BUL_MSG_FONT_NO_PACK), 1);
}

/* The bytes of a face of the pack under another name. */
static void put_font(world *w, const char *path, const char *file)
{
    bul_str bytes;
    assert_int_equal(bul_world_open(bul_world_real(), &w->arena, (bul_str){0},
                                    bul_str_from(file), (size_t)64 << 20,
                                    &bytes),
                     BUL_WORLD_OK);
    world_put_bytes(w, path, bytes);
}

static bul_fontset *open_issue(world *w)
{
    bul_font_sources sources = {.issue_folder = BUL_STR("issue"),
                                .data_dirs = data_dirs,
                                .without_system = true};
    return bul_fontset_open(&w->arena, &w->files, &w->diag, sources);
}

static void a_font_of_the_issue_answers_to_its_file_name(void **state)
{
    world *w = *state;
    put_font(w, "issue/fonts/方正小标宋简体.otf",
             "fonts/BulletinHei-Black.otf");
    bul_fontset *set = open_issue(w);

    assert_face(w, bul_fontset_find(set, BUL_STR("小标宋"), 400, somewhere(w)),
                "BulletinHei-Black");
    assert_string_equal(world_last(w), "");
}

static void a_font_of_the_issue_answers_to_the_name_inside_it(void **state)
{
    world *w = *state;
    put_font(w, "issue/fonts/a.ttf", "fonts/BulletinKai-Regular.ttf");
    world_put(w, "issue/fonts/b.otf", "not a font\n");
    world_put(w, "issue/fonts/readme.txt", "text\n");
    bul_fontset *set = open_issue(w);
    bul_text list = bul_text_in(&w->arena);
    bul_fontset_list(set, &list);

    assert_string_equal(world_cstr(w, bul_text_str(&list)),
                        "Bulletin Kai 400  fonts/a.ttf\n");
}

static void a_character_is_taken_from_the_face_that_has_it(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    const bul_face *song =
        bul_fontset_find(set, BUL_STR("宋"), 400, (bul_span){0});

    assert_ptr_equal(bul_fontset_cover(set, song, 0x5DE5, somewhere(w)), song);
    assert_null(bul_fontset_cover(set, song, 0x0E01, somewhere(w)));
    assert_string_equal(world_last(w), "");
}

static void a_missing_character_is_reported_with_its_number(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    bul_fontset_report_missing(set, 0x0E01, somewhere(w));

    assert_string_equal(world_last(w), "l.yaml:1:7: error: no font has 'ก' "
                                       "(U+0E01) [text/no-glyph]");
}

static void narrow_quotes_are_taken_from_song(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    const bul_face *kai =
        bul_fontset_find(set, BUL_STR("楷"), 400, (bul_span){0});
    const bul_face *hei =
        bul_fontset_find(set, BUL_STR("黑"), 700, (bul_span){0});

    assert_face(w, bul_fontset_quotes(set, kai), "BulletinSong-Regular");
    assert_ptr_equal(bul_fontset_quotes(set, hei), hei);
}

static void the_list_names_every_face_of_the_pack(void **state)
{
    world *w = *state;
    bul_text list = bul_text_in(&w->arena);
    bul_fontset_list(open_pack_only(w), &list);
    const char *text = world_cstr(w, bul_text_str(&list));

    assert_non_null(strstr(text, "Bulletin Song 900  "));
    assert_non_null(strstr(text, "Bulletin Hei 700  "));
    assert_non_null(strstr(text, "Bulletin Kai 400  "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_family_and_a_weight_find_a_face),
        WORLD_TEST(the_same_face_is_opened_once),
        WORLD_TEST(a_stand_in_is_a_warning_told_once),
        WORLD_TEST(an_unknown_family_is_an_error_and_song_stands_in),
        WORLD_TEST(without_the_pack_there_is_no_face),
        WORLD_TEST(a_font_of_the_issue_answers_to_its_file_name),
        WORLD_TEST(a_font_of_the_issue_answers_to_the_name_inside_it),
        WORLD_TEST(a_character_is_taken_from_the_face_that_has_it),
        WORLD_TEST(a_missing_character_is_reported_with_its_number),
        WORLD_TEST(narrow_quotes_are_taken_from_song),
        WORLD_TEST(the_list_names_every_face_of_the_pack),
    };
    return cmocka_run_group_tests_name("fontset", tests, NULL, NULL);
}
