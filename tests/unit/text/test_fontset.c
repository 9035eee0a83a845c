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

/* The pack beside a font of the issue. */
static void put_pack(world *w)
{
    static const char *const files[] = {
        "fonts/BulletinSong-Regular.otf", "fonts/BulletinSong-Bold.otf",
        "fonts/BulletinHei-Regular.otf", "fonts/BulletinHei-Bold.otf",
        "fonts/BulletinHei-Black.otf"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        put_font(w, files[i], files[i]);
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

static void
a_font_of_the_issue_goes_before_the_pack_by_its_whole_name(void **state)
{
    world *w = *state;
    put_pack(w);
    put_font(w, "issue/fonts/微软雅黑.ttf", "fonts/BulletinHei-Black.otf");
    put_font(w, "issue/fonts/宋徽宗.ttf", "fonts/BulletinKai-Regular.ttf");
    bul_fontset *set = open_issue(w);

    assert_face(w,
                bul_fontset_find(set, BUL_STR("微软雅黑"), 400, somewhere(w)),
                "BulletinHei-Black");
    assert_face(w, bul_fontset_find(set, BUL_STR("黑"), 400, somewhere(w)),
                "BulletinHei-Regular");
    assert_face(w, bul_fontset_find(set, BUL_STR("宋"), 400, somewhere(w)),
                "BulletinSong-Regular");
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

static void a_missing_character_keeps_its_style_and_boldness(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    uint32_t rare = 0x3447; /* in 通用规范汉字表, not in GB 2312 */
    const bul_face *song =
        bul_fontset_find(set, BUL_STR("宋"), 900, (bul_span){0});
    const bul_face *hei =
        bul_fontset_find(set, BUL_STR("黑"), 900, (bul_span){0});

    assert_int_equal(bul_face_glyph(song, rare), 0);
    assert_face(w, bul_fontset_cover(set, song, rare, somewhere(w)),
                "BulletinSong-Bold");
    assert_face(w, bul_fontset_cover(set, hei, rare, somewhere(w)),
                "BulletinHei-Bold");
    assert_string_equal(world_last(w), "");
}

static void
a_character_of_the_users_font_is_told_once_for_all_styles(void **state)
{
    world *w = *state;
    put_font(w, "issue/fonts/a.ttf", "fonts/BulletinKai-Regular.ttf");
    bul_font_sources sources = {.issue_folder = BUL_STR("issue"),
                                .without_system = true};
    bul_fontset *set =
        bul_fontset_open(&w->arena, &w->files, &w->diag, sources);

    uint32_t only_kai = 0x2081;
    bul_fontset *pack = open_pack_only(w);
    const bul_face *song =
        bul_fontset_find(pack, BUL_STR("宋"), 400, (bul_span){0});
    const bul_face *hei =
        bul_fontset_find(pack, BUL_STR("黑"), 700, (bul_span){0});

    uint32_t file = world_add_text(w, "a.md", "ab\n");
    assert_face(w,
                bul_fontset_cover(set, song, only_kai, (bul_span){file, 0, 1}),
                "BulletinKai-Regular");
    assert_face(w,
                bul_fontset_cover(set, hei, only_kai, (bul_span){file, 1, 2}),
                "BulletinKai-Regular");
    assert_int_equal(world_count_of(w, BUL_MSG_TEXT_OTHER_FONT), 1);
}

static void a_missing_uyghur_letter_names_the_package_of_its_fonts(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    bul_fontset_report_missing(set, 0x06D5, somewhere(w));

    const bul_args *args = &w->diag.entries.items[0].args;
    const char *hint =
        world_cstr(w, bul_message_hint(&w->arena, BUL_MSG_TEXT_NO_GLYPH,
                                       BUL_ENGLISH, args));
    assert_non_null(strstr(hint, "(such as fonts-ukij-uyghur)"));
}

static void one_missing_letter_of_arabic_script_speaks_for_all(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    uint32_t file = world_add_text(w, "a.md", "abcdefgh");
    for (uint32_t i = 0; i < 4; i++)
        bul_fontset_report_missing(set, 0x0628 + i, (bul_span){file, i, i + 1});
    assert_int_equal(world_count_of(w, BUL_MSG_TEXT_NO_GLYPH), 1);
    for (uint32_t i = 0; i < 4; i++) /* rare hanzi each want mending */
        bul_fontset_report_missing(set, 0x20000 + i,
                                   (bul_span){file, i, i + 1});
    assert_int_equal(world_count_of(w, BUL_MSG_TEXT_NO_GLYPH), 5);
}

/* Whatever faces this machine has: none that lacks the letters is praised, and
 * a sentence is worth one warning at most. */
static void a_sentence_in_uyghur_or_korean_is_no_flood_of_warnings(void **state)
{
    world *w = *state;
    bul_fontset *set =
        bul_fontset_open(&w->arena, bul_world_real(), &w->diag,
                         (bul_font_sources){.data_dirs = data_dirs});
    const bul_face *song =
        bul_fontset_find(set, BUL_STR("宋"), 400, (bul_span){0});
    uint32_t file = world_add_text(w, "a.md", "abcdefgh");
    static const uint32_t letters[] = {0x626, 0x6C7, 0x64A, 0xAC00, 0xAC01};
    for (uint32_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
        bul_fontset_cover(set, song, letters[i], (bul_span){file, i, i + 1});
    assert_int_equal(world_count_of(w, BUL_MSG_TEXT_OTHER_FONT), 0);
    assert_true(world_count_of(w, BUL_MSG_TEXT_MAKESHIFT_FONT) <= 1);
    const bul_face *face =
        bul_fontset_cover(set, song, letters[0], (bul_span){0});
    bool is_makeshift =
        face && bul_str_equal(face->family, BUL_STR("DejaVu Sans"));
    assert_true(!is_makeshift ||
                world_count_of(w, BUL_MSG_TEXT_MAKESHIFT_FONT) == 1);
    bul_fontset_cover(set, song, 0x20BB7, (bul_span){file, 7, 8});
    assert_int_equal(world_count_of(w, BUL_MSG_TEXT_OTHER_FONT), 1);
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
        WORLD_TEST(a_font_of_the_issue_goes_before_the_pack_by_its_whole_name),
        WORLD_TEST(a_character_is_taken_from_the_face_that_has_it),
        WORLD_TEST(a_missing_character_keeps_its_style_and_boldness),
        WORLD_TEST(a_character_of_the_users_font_is_told_once_for_all_styles),
        WORLD_TEST(one_missing_letter_of_arabic_script_speaks_for_all),
        WORLD_TEST(a_sentence_in_uyghur_or_korean_is_no_flood_of_warnings),
        WORLD_TEST(a_missing_uyghur_letter_names_the_package_of_its_fonts),
        WORLD_TEST(a_missing_character_is_reported_with_its_number),
        WORLD_TEST(narrow_quotes_are_taken_from_song),
        WORLD_TEST(the_list_names_every_face_of_the_pack),
    };
    return cmocka_run_group_tests_name("fontset", tests, NULL, NULL);
}
