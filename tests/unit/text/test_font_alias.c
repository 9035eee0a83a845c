/* SPDX-License-Identifier: MIT */
#include "support/world.h"
#include "text/font_alias.h"

static void people_call_a_typeface_by_many_names(void **state)
{
    (void)state;
    assert_int_equal(bul_font_genre(BUL_STR("宋体")), BUL_GENRE_SONG);
    assert_int_equal(bul_font_genre(BUL_STR("SimSun")), BUL_GENRE_SONG);
    assert_int_equal(bul_font_genre(BUL_STR("黑")), BUL_GENRE_HEI);
    assert_int_equal(bul_font_genre(BUL_STR("微软雅黑")), BUL_GENRE_HEI);
    assert_int_equal(bul_font_genre(BUL_STR("楷体_GB2312")), BUL_GENRE_KAI);
    assert_int_equal(bul_font_genre(BUL_STR("仿宋")), BUL_GENRE_FANG);
    assert_int_equal(bul_font_genre(BUL_STR("方正小标宋简体")),
                     BUL_GENRE_TITLE);
    assert_int_equal(bul_font_genre(BUL_STR("隶书")), BUL_GENRE_NONE);
    assert_int_equal(bul_font_genre(BUL_STR("")), BUL_GENRE_NONE);
}

static void assert_pack(bul_genre genre, unsigned weight, const char *file)
{
    assert_true(
        bul_str_equal(bul_pack_find(genre, weight)->file, bul_str_from(file)));
}

static void the_nearest_weight_of_the_pack_is_found(void **state)
{
    (void)state;
    assert_pack(BUL_GENRE_SONG, 400, "BulletinSong-Regular.otf");
    assert_pack(BUL_GENRE_SONG, 100, "BulletinSong-Regular.otf");
    assert_pack(BUL_GENRE_SONG, 600, "BulletinSong-Bold.otf");
    assert_pack(BUL_GENRE_HEI, 900, "BulletinHei-Black.otf");
    assert_pack(BUL_GENRE_KAI, 700, "BulletinKai-Regular.ttf");
}

static void genres_without_a_face_have_a_stand_in(void **state)
{
    (void)state;
    assert_pack(BUL_GENRE_FANG, 400, "BulletinKai-Regular.ttf");
    assert_pack(BUL_GENRE_TITLE, 400, "BulletinSong-Bold.otf");
    assert_pack(BUL_GENRE_TITLE, 900, "BulletinSong-Black.otf");
    assert_pack(BUL_GENRE_NONE, 400, "BulletinSong-Regular.otf");
}

static void offices_beyond_the_mainland_have_their_own_names(void **state)
{
    (void)state;
    assert_int_equal(bul_font_genre(BUL_STR("明體")), BUL_GENRE_SONG);
    assert_int_equal(bul_font_genre(BUL_STR("MS Mincho")), BUL_GENRE_SONG);
    assert_int_equal(bul_font_genre(BUL_STR("微軟正黑體")), BUL_GENRE_HEI);
    assert_int_equal(bul_font_genre(BUL_STR("고딕")), BUL_GENRE_HEI);
    assert_int_equal(bul_font_genre(BUL_STR("標楷體")), BUL_GENRE_KAI);
    assert_int_equal(bul_font_genre(BUL_STR("標")), BUL_GENRE_NONE);
}

static void
in_simplified_chinese_only_two_genres_are_not_in_the_pack(void **state)
{
    (void)state;
    bul_locale hans = BUL_LOCALE_ZH_HANS;
    assert_non_null(bul_font_families(hans, BUL_GENRE_FANG)[0]);
    assert_non_null(bul_font_families(hans, BUL_GENRE_TITLE)[0]);
    assert_null(bul_font_families(hans, BUL_GENRE_SONG)[0]);
    assert_null(bul_font_families(hans, BUL_GENRE_HEI)[0]);
    assert_null(bul_font_families(hans, BUL_GENRE_KAI)[0]);
    assert_null(bul_font_families(hans, BUL_GENRE_NONE)[0]);
}

static void every_other_locale_has_noto_in_its_own_forms(void **state)
{
    (void)state;
    static const struct {
        bul_locale locale;
        const char *song, *hei;
    } rows[] = {
        {BUL_LOCALE_ZH_TW, "Noto Serif CJK TC", "Noto Sans CJK TC"},
        {BUL_LOCALE_ZH_HK, "Noto Serif CJK HK", "Noto Sans CJK HK"},
        {BUL_LOCALE_JA, "Noto Serif CJK JP", "Noto Sans CJK JP"},
        {BUL_LOCALE_KO, "Noto Serif CJK KR", "Noto Sans CJK KR"},
    };
    assert_int_equal(sizeof rows / sizeof rows[0], BUL_LOCALE_COUNT - 1);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bul_locale locale = rows[i].locale;
        assert_string_equal(bul_font_families(locale, BUL_GENRE_SONG)[0],
                            rows[i].song);
        assert_string_equal(bul_font_families(locale, BUL_GENRE_HEI)[0],
                            rows[i].hei);
        for (unsigned genre = 0; genre < BUL_GENRE_NONE; genre++)
            assert_non_null(bul_font_families(locale, (bul_genre)genre)[0]);
    }
}

static void assert_package(uint32_t code_point, const char *package)
{
    assert_true(
        bul_str_equal(bul_font_package(code_point), bul_str_from(package)));
}

static void the_package_for_a_character_goes_by_its_script(void **state)
{
    (void)state;
    assert_package(0x06D5, "fonts-ukij-uyghur");
    assert_package(0xFEF3, "fonts-ukij-uyghur");
    assert_package(0xAC00, "fonts-noto-cjk");
    assert_package(0x0E01, "fonts-noto-core");
    assert_package(0x20BB7, "fonts-hanazono");
}

static void the_arabic_script_is_told_from_its_neighbours(void **state)
{
    (void)state;
    assert_true(bul_font_is_arabic(0x0600));
    assert_true(bul_font_is_arabic(0x06FF));
    assert_true(bul_font_is_arabic(0xFBD3));
    assert_false(bul_font_is_arabic(0x05D0));
    assert_false(bul_font_is_arabic(0x0700));
    assert_false(bul_font_is_arabic(0xFE30));
    assert_false(bul_font_is_arabic(0xFEFF));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(people_call_a_typeface_by_many_names),
        WORLD_TEST(the_nearest_weight_of_the_pack_is_found),
        WORLD_TEST(genres_without_a_face_have_a_stand_in),
        WORLD_TEST(offices_beyond_the_mainland_have_their_own_names),
        WORLD_TEST(in_simplified_chinese_only_two_genres_are_not_in_the_pack),
        WORLD_TEST(every_other_locale_has_noto_in_its_own_forms),
        WORLD_TEST(the_package_for_a_character_goes_by_its_script),
        WORLD_TEST(the_arabic_script_is_told_from_its_neighbours),
    };
    return cmocka_run_group_tests_name("font_alias", tests, NULL, NULL);
}
