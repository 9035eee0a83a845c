/* SPDX-License-Identifier: MIT */
/* test_font_locale.c - faces of other locales, and what stands in for a bold
 * face that a family has not. */
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

static bul_fontset *open_issue(world *w)
{
    bul_font_sources sources = {.issue_folder = BUL_STR("issue"),
                                .data_dirs = data_dirs,
                                .without_system = true};
    return bul_fontset_open(&w->arena, &w->files, &w->diag, sources);
}

/* ---- Bold ---- */

static void a_family_without_bold_gives_way_to_hei(void **state)
{
    world *w = *state;
    put_pack(w);
    put_font(w, "issue/fonts/我的字.ttf", "fonts/BulletinKai-Regular.ttf");
    bul_fontset *set = open_issue(w);
    bul_str family = BUL_STR("我的字");

    assert_face(w, bul_fontset_find(set, family, 400, somewhere(w)),
                "BulletinKai-Regular");
    assert_string_equal(world_last(w), "");
    assert_face(w, bul_fontset_find(set, family, 700, somewhere(w)),
                "BulletinHei-Bold");
    assert_string_equal(world_last(w),
                        "l.yaml:1:7: warning: font '我的字' has no bold face; "
                        "黑体 stands in [font/no-bold]");
    assert_face(w, bul_fontset_find(set, family, 900, somewhere(w)),
                "BulletinHei-Black");
}

static void a_family_with_a_bold_face_keeps_it(void **state)
{
    world *w = *state;
    put_font(w, "issue/fonts/我的字1.otf", "fonts/BulletinSong-Regular.otf");
    put_font(w, "issue/fonts/我的字2.otf", "fonts/BulletinSong-Bold.otf");
    bul_fontset *set = open_issue(w);

    assert_face(w, bul_fontset_find(set, BUL_STR("我的字"), 700, somewhere(w)),
                "BulletinSong-Bold");
    assert_string_equal(world_last(w), "");
}

static void kai_of_the_pack_has_no_bold_either(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);

    assert_face(w, bul_fontset_find(set, BUL_STR("楷"), 700, somewhere(w)),
                "BulletinHei-Bold");
    assert_int_equal(world_count_of(w, BUL_MSG_FONT_NO_BOLD), 1);
    assert_face(w, bul_fontset_find(set, BUL_STR("仿宋"), 700, somewhere(w)),
                "BulletinHei-Bold");
    assert_string_equal(world_last(w),
                        "l.yaml:1:7: warning: font '仿宋' is missing; 黑体 "
                        "stands in [font/substituted]");
}

/* Its files say 400, its strokes say otherwise. */
static void xiaobiaosong_is_bold_by_design(void **state)
{
    world *w = *state;
    put_font(w, "issue/fonts/方正小标宋简体.ttf",
             "fonts/BulletinKai-Regular.ttf");
    bul_fontset *set = open_issue(w);

    assert_face(w, bul_fontset_find(set, BUL_STR("小标宋"), 700, somewhere(w)),
                "BulletinKai-Regular");
    assert_string_equal(world_last(w), "");
}

/* ---- Locales ---- */

static const bul_face *find_tw(bul_fontset *set, const char *family,
                               unsigned weight, bul_span span)
{
    return bul_fontset_find_in(set, BUL_LOCALE_ZH_TW, bul_str_from(family),
                               weight, span);
}

static void
another_locale_without_the_system_is_an_error_told_once(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    bul_span span = somewhere(w);

    assert_face(w, find_tw(set, "宋", 400, span), "BulletinSong-Regular");
    assert_string_equal(
        world_last(w),
        "l.yaml:1:7: error: the font 'Noto Serif CJK TC' for zh-Hant-TW is one "
        "of the system, which --no-system-fonts leaves out; Simplified forms "
        "of the pack stand in [font/not-installed]");
    assert_face(w, find_tw(set, "明體", 700, span), "BulletinSong-Bold");
    assert_int_equal(w->diag.error_count, 1);
    assert_face(w, find_tw(set, "黑", 400, span), "BulletinHei-Regular");
    assert_int_equal(w->diag.error_count, 2);
}

static void each_locale_asks_for_its_own_face(void **state)
{
    world *w = *state;
    bul_fontset *set = open_pack_only(w);
    static const struct {
        bul_locale locale;
        const char *family;
    } rows[] = {{BUL_LOCALE_ZH_HK, "'Noto Sans CJK HK Black' for zh-Hant-HK"},
                {BUL_LOCALE_JA, "'Noto Sans CJK JP Black' for ja"},
                {BUL_LOCALE_KO, "'Noto Sans CJK KR Black' for ko"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bul_fontset_find_in(set, rows[i].locale, BUL_STR("黑"), 900,
                            somewhere(w));
        assert_non_null(strstr(world_last(w), rows[i].family));
    }
    bul_fontset_find(set, BUL_STR("黑"), 900, somewhere(w));
    assert_int_equal(w->diag.error_count, 3);
}

/* The families of the system under other names: a memory world has no system
 * fonts, so whatever fontconfig finds cannot be opened. */
static void what_is_not_installed_names_its_package(void **state)
{
    world *w = *state;
    put_font(w, "fonts/BulletinSong-Regular.otf",
             "fonts/BulletinSong-Regular.otf");
    put_font(w, "fonts/BulletinSong-Black.otf", "fonts/BulletinSong-Black.otf");
    bul_fontset *set =
        bul_fontset_open(&w->arena, &w->files, &w->diag,
                         (bul_font_sources){.data_dirs = data_dirs});

    find_tw(set, "宋", 400, somewhere(w));
    bul_message_id id = BUL_MSG_FONT_NOT_INSTALLED;
    assert_int_equal(world_count_of(w, id), 1);
    const bul_args *args = &w->diag.entries.items[0].args;
    assert_string_equal(
        world_cstr(w, bul_message_hint(&w->arena, id, BUL_ENGLISH, args)),
        "sudo apt install fonts-noto-cjk");
    find_tw(set, "宋", 900, somewhere(w));
    args = &w->diag.entries.items[1].args;
    assert_string_equal(
        world_cstr(w, bul_message_hint(&w->arena, id, BUL_CHINESE, args)),
        "请人安装软件包 fonts-noto-cjk-extra（sudo apt install "
        "fonts-noto-cjk-extra），再排一次");
}

static void the_users_own_face_serves_a_locale_first(void **state)
{
    world *w = *state;
    put_pack(w);
    put_font(w, "issue/fonts/Noto Serif TC.otf",
             "fonts/BulletinHei-Regular.otf");
    put_font(w, "issue/fonts/明體.otf", "fonts/BulletinHei-Black.otf");
    bul_fontset *set = open_issue(w);

    assert_face(w, find_tw(set, "宋", 400, somewhere(w)),
                "BulletinHei-Regular");
    assert_face(w, find_tw(set, "明體", 400, somewhere(w)),
                "BulletinHei-Black");
    assert_string_equal(world_last(w), "");
    /* It has no bold, which is then asked of the system. */
    find_tw(set, "宋", 700, somewhere(w));
    assert_int_equal(world_count_of(w, BUL_MSG_FONT_SYSTEM_UNUSED), 1);
    assert_non_null(strstr(world_last(w), "'Noto Serif CJK TC Bold'"));
}

static void
kai_of_another_locale_is_replaced_by_song_with_a_warning(void **state)
{
    world *w = *state;
    put_font(w, "issue/fonts/Noto Serif TC.otf",
             "fonts/BulletinHei-Regular.otf");
    bul_fontset *set = open_issue(w);

    assert_face(w, find_tw(set, "楷", 400, somewhere(w)),
                "BulletinHei-Regular");
    assert_string_equal(world_last(w),
                        "l.yaml:1:7: warning: font '楷' is missing; 宋体 "
                        "stands in [font/substituted]");
    put_font(w, "issue/fonts/標楷體.ttf", "fonts/BulletinKai-Regular.ttf");
    set = open_issue(w);
    size_t warning_count = w->diag.warning_count;
    assert_face(w, find_tw(set, "楷", 400, somewhere(w)),
                "BulletinKai-Regular");
    assert_int_equal(w->diag.warning_count, warning_count);
    assert_face(w, find_tw(set, "仿宋", 400, somewhere(w)),
                "BulletinKai-Regular");
    assert_string_equal(world_last(w),
                        "l.yaml:1:7: warning: font '仿宋' is missing; 楷体 "
                        "stands in [font/substituted]");
}

/* With Noto CJK of the system; `make check` installs it. */
static void noto_of_the_system_has_the_forms_of_the_locale(void **state)
{
    world *w = *state;
    static const struct {
        bul_locale locale;
        const char *family;
        unsigned weight;
        const char *name;
    } rows[] = {
        {BUL_LOCALE_ZH_TW, "宋", 400, "NotoSerifCJKtc-Regular"},
        {BUL_LOCALE_ZH_TW, "黑", 700, "NotoSansCJKtc-Bold"},
        {BUL_LOCALE_ZH_HK, "宋", 700, "NotoSerifCJKhk-Bold"},
        {BUL_LOCALE_JA, "明朝", 400, "NotoSerifCJKjp-Regular"},
        {BUL_LOCALE_KO, "고딕", 400, "NotoSansCJKkr-Regular"},
    };
    bul_fontset *set =
        bul_fontset_open(&w->arena, bul_world_real(), &w->diag,
                         (bul_font_sources){.data_dirs = data_dirs});
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_face(w,
                    bul_fontset_find_in(set, rows[i].locale,
                                        bul_str_from(rows[i].family),
                                        rows[i].weight, somewhere(w)),
                    rows[i].name);
    const bul_face *kai =
        bul_fontset_find(set, BUL_STR("楷"), 400, somewhere(w));
    assert_face(
        w,
        bul_fontset_cover_in(set, BUL_LOCALE_ZH_TW, kai, 0x7232, somewhere(w)),
        "NotoSerifCJKtc-Regular");
    assert_face(w, bul_fontset_quotes_in(set, BUL_LOCALE_ZH_TW, kai),
                "NotoSerifCJKtc-Regular");
    assert_ptr_equal(bul_fontset_quotes_in(set, BUL_LOCALE_KO, kai), kai);
    assert_string_equal(world_last(w), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_family_without_bold_gives_way_to_hei),
        WORLD_TEST(a_family_with_a_bold_face_keeps_it),
        WORLD_TEST(kai_of_the_pack_has_no_bold_either),
        WORLD_TEST(xiaobiaosong_is_bold_by_design),
        WORLD_TEST(another_locale_without_the_system_is_an_error_told_once),
        WORLD_TEST(each_locale_asks_for_its_own_face),
        WORLD_TEST(what_is_not_installed_names_its_package),
        WORLD_TEST(the_users_own_face_serves_a_locale_first),
        WORLD_TEST(kai_of_another_locale_is_replaced_by_song_with_a_warning),
        WORLD_TEST(noto_of_the_system_has_the_forms_of_the_locale),
    };
    return cmocka_run_group_tests_name("font_locale", tests, NULL, NULL);
}
