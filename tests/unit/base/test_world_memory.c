/* SPDX-License-Identifier: MIT */
/* test_world_memory.c - a world of files in an array. */
#include <string.h>

#include "support/world.h"

static bul_world_result open_in(world *w, const char *root, const char *path,
                                bul_str *bytes)
{
    return bul_world_open(&w->files, &w->arena, bul_str_from(root),
                          bul_str_from(path), 0, bytes);
}

static void put_three(world *w)
{
    world_put(w, "issue/issue.yaml", "name: x");
    world_put(w, "issue/articles/a.md", "文章");
    world_put(w, "secret.txt", "s");
}

static void a_file_is_found_by_root_and_path(void **state)
{
    world *w = *state;
    bul_str bytes;
    put_three(w);
    assert_int_equal(open_in(w, "issue", "articles/a.md", &bytes),
                     BUL_WORLD_OK);
    assert_string_equal(world_cstr(w, bytes), "文章");
    assert_int_equal(open_in(w, "./issue/", "./articles/../issue.yaml", &bytes),
                     BUL_WORLD_OK);
    assert_int_equal(open_in(w, "", "secret.txt", &bytes), BUL_WORLD_OK);
    assert_int_equal(open_in(w, "", "issue/../secret.txt", &bytes),
                     BUL_WORLD_OK);
}

static void a_path_above_its_root_is_outside(void **state)
{
    world *w = *state;
    bul_str bytes = BUL_STR("old");
    put_three(w);
    assert_int_equal(open_in(w, "issue", "../secret.txt", &bytes),
                     BUL_WORLD_OUTSIDE);
    assert_int_equal(bytes.len, 0);
    assert_int_equal(open_in(w, "issue", "/secret.txt", &bytes),
                     BUL_WORLD_OUTSIDE);
    assert_int_equal(open_in(w, "issue", "a/../../issue/issue.yaml", &bytes),
                     BUL_WORLD_OUTSIDE);
}

static void what_is_not_there_is_missing(void **state)
{
    static char long_path[5000];
    world *w = *state;
    bul_str bytes;
    put_three(w);
    assert_int_equal(open_in(w, "issue", "b.md", &bytes), BUL_WORLD_MISSING);
    assert_int_equal(open_in(w, "issue", "", &bytes), BUL_WORLD_MISSING);
    assert_int_equal(open_in(w, "", "iss", &bytes), BUL_WORLD_MISSING);
    memset(long_path, 'a', sizeof long_path - 1);
    assert_int_equal(open_in(w, "issue", long_path, &bytes), BUL_WORLD_MISSING);
}

static void a_name_with_a_nul_in_it_is_missing(void **state)
{
    world *w = *state;
    bul_str bytes;
    bul_names names;
    put_three(w);
    assert_int_equal(bul_world_open(&w->files, &w->arena, BUL_STR(""),
                                    BUL_STR("secret.txt\0.md"), 0, &bytes),
                     BUL_WORLD_MISSING);
    assert_int_equal(bul_world_list(&w->files, &w->arena, BUL_STR(""),
                                    BUL_STR("issue\0x"), &names),
                     BUL_WORLD_MISSING);
}

static void a_folder_is_not_a_file(void **state)
{
    world *w = *state;
    bul_str bytes;
    put_three(w);
    assert_int_equal(open_in(w, "issue", "articles", &bytes),
                     BUL_WORLD_NOT_A_FILE);
    assert_int_equal(open_in(w, "issue", ".", &bytes), BUL_WORLD_NOT_A_FILE);
}

static void the_size_limit_is_kept_to_the_byte(void **state)
{
    world *w = *state;
    bul_str bytes;
    world_put(w, "a", "12345");
    assert_int_equal(bul_world_open(&w->files, &w->arena, BUL_STR(""),
                                    BUL_STR("a"), 4, &bytes),
                     BUL_WORLD_TOO_LARGE);
    assert_int_equal(bul_world_open(&w->files, &w->arena, BUL_STR(""),
                                    BUL_STR("a"), 5, &bytes),
                     BUL_WORLD_OK);
    assert_int_equal(bytes.len, 5);
}

static void an_empty_file_has_an_address(void **state)
{
    world *w = *state;
    bul_str bytes;
    world_put_bytes(w, "a", (bul_str){0});
    assert_int_equal(open_in(w, "", "a", &bytes), BUL_WORLD_OK);
    assert_non_null(bytes.ptr);
    assert_int_equal(bytes.len, 0);
}

static void a_folder_is_listed_in_byte_order_without_repeats(void **state)
{
    world *w = *state;
    bul_names names;
    world_put(w, "f/b.md", "");
    world_put(w, "f/中.md", "");
    world_put(w, "f/sub/x", "");
    world_put(w, "f/B.md", "");
    world_put(w, "f/sub/y", "");
    world_put(w, "fx/no", "");
    assert_int_equal(bul_world_list(&w->files, &w->arena, BUL_STR("f"),
                                    BUL_STR("."), &names),
                     BUL_WORLD_OK);
    static const char *const wanted[] = {"B.md", "b.md", "sub", "中.md"};
    assert_int_equal(names.count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(world_cstr(w, names.items[i]), wanted[i]);
}

static void the_top_and_missing_folders_are_told_apart(void **state)
{
    world *w = *state;
    bul_names names;
    put_three(w);
    assert_int_equal(
        bul_world_list(&w->files, &w->arena, BUL_STR(""), BUL_STR("."), &names),
        BUL_WORLD_OK);
    assert_int_equal(names.count, 2);
    assert_int_equal(bul_world_list(&w->files, &w->arena, BUL_STR(""),
                                    BUL_STR("nowhere"), &names),
                     BUL_WORLD_MISSING);
    assert_int_equal(bul_world_list(&w->files, &w->arena, BUL_STR("issue"),
                                    BUL_STR(".."), &names),
                     BUL_WORLD_OUTSIDE);
    assert_int_equal(names.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_file_is_found_by_root_and_path),
        WORLD_TEST(a_path_above_its_root_is_outside),
        WORLD_TEST(what_is_not_there_is_missing),
        WORLD_TEST(a_name_with_a_nul_in_it_is_missing),
        WORLD_TEST(a_folder_is_not_a_file),
        WORLD_TEST(the_size_limit_is_kept_to_the_byte),
        WORLD_TEST(an_empty_file_has_an_address),
        WORLD_TEST(a_folder_is_listed_in_byte_order_without_repeats),
        WORLD_TEST(the_top_and_missing_folders_are_told_apart),
    };
    return cmocka_run_group_tests_name("world_memory", tests, NULL, NULL);
}
