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

static void only_these_two_look_for_faces_of_the_user(void **state)
{
    (void)state;
    assert_non_null(bul_font_own_families(BUL_GENRE_FANG)[0]);
    assert_non_null(bul_font_own_families(BUL_GENRE_TITLE)[0]);
    assert_null(bul_font_own_families(BUL_GENRE_SONG)[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(people_call_a_typeface_by_many_names),
        WORLD_TEST(the_nearest_weight_of_the_pack_is_found),
        WORLD_TEST(genres_without_a_face_have_a_stand_in),
        WORLD_TEST(only_these_two_look_for_faces_of_the_user),
    };
    return cmocka_run_group_tests_name("font_alias", tests, NULL, NULL);
}
