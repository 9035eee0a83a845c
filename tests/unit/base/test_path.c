/* SPDX-License-Identifier: MIT */
/* test_path.c - paths by their text alone. */
#include <string.h>

#include "base/path.h"
#include "support/random.h"
#include "support/world.h"

static void a_path_is_a_folder_and_a_name(void **state)
{
    static const struct {
        const char *path, *folder, *name;
    } cases[] = {
        {"a/b/c.md", "a/b", "c.md"},
        {"c.md", "", "c.md"},
        {"/c.md", "/", "c.md"},
        {"/a/c.md", "/a", "c.md"},
        {"", "", ""},
        {"a/", "a", ""},
        {"/", "/", ""},
        {"期/甲.md", "期", "甲.md"},
    };
    world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bul_str path = bul_str_from(cases[i].path);
        assert_string_equal(world_cstr(w, bul_path_folder(path)),
                            cases[i].folder);
        assert_string_equal(world_cstr(w, bul_path_name(path)), cases[i].name);
    }
}

static void joining_resolves_dots_by_text(void **state)
{
    static const struct {
        const char *folder, *path, *joined;
    } cases[] = {
        {"a", "b", "a/b"},
        {"a/", "b", "a/b"},
        {"", "b", "b"},
        {"a", "/b", "/b"},
        {"a", "../b", "b"},
        {"a/b", "../../c", "c"},
        {"a", "../../b", "../b"},
        {"..", "../b", "../../b"},
        {"a", "./b/./c", "a/b/c"},
        {"a", "b//c", "a/b/c"},
        {"./a", "b", "a/b"},
        {"a", "..", "."},
        {"a", "b/", "a/b"},
        {"", "", ""},
        {"a", "", "a"},
        {"", ".", "."},
        {"/", "b", "/b"},
        {"/", "../b", "/b"},
        {"/a", "../../b", "/b"},
        {"", "/", "/"},
        {"a", "...", "a/..."},
        {"a", "..b", "a/..b"},
        {"a", ".b", "a/.b"},
        {"a/..", "../b", "../b"},
        {"", "../../..", "../../.."},
        {"期", "../图/a.png", "图/a.png"},
    };
    world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bul_str joined = bul_path_join(&w->arena, bul_str_from(cases[i].folder),
                                       bul_str_from(cases[i].path));
        assert_string_equal(world_cstr(w, joined), cases[i].joined);
    }
}

static void paths_that_leave_their_start_are_told(void **state)
{
    static const char *const escaping[] = {
        "/",
        "/etc/passwd",
        "//etc/passwd",
        "/./a",
        "/a/../b",
        "/../a",
        "..",
        "../",
        "../a",
        "../..",
        "./..",
        "./../a",
        "././..//a",
        ".//..",
        "a/../..",
        "a/../../a",
        "a/../../b/c/d",
        "a/b/../../..",
        "a/b/../../../c",
        "a//../..",
        "a//b/../../..",
        "a/./../..",
        "a/../.././a",
        "a/b/c/../../../../d",
        "a/../b/../..",
        "../a/../a",
        "..//a",
        "../.",
        "期/../../etc",
        ".../../..",
        "a/..//..//b",
        "../../../../../../../../etc/shadow",
    };
    (void)state;
    assert_true(sizeof escaping / sizeof escaping[0] >= 30);
    for (size_t i = 0; i < sizeof escaping / sizeof escaping[0]; i++) {
        if (!bul_path_escapes(bul_str_from(escaping[i])))
            fail_msg("'%s' is let through", escaping[i]);
    }
}

static void paths_that_stay_are_let_through(void **state)
{
    static const char *const staying[] = {
        "",       ".",          "a",      "./a",         "a/..",
        "a/../b", "a/b/../..",  "a/./b",  "...",         "a/...",
        "..a",    "a/..b",      "a..",    ".a",          "a/b/c",
        "a//b",   "a/",         "./",     "a/../b/../c", "..\\a",
        "~/a",    "期/../图/a", ".../..", "a/b/../../c", "C:\\a",
        "..%2fa",
    };
    (void)state;
    for (size_t i = 0; i < sizeof staying / sizeof staying[0]; i++) {
        if (bul_path_escapes(bul_str_from(staying[i])))
            fail_msg("'%s' is refused", staying[i]);
    }
}

static bul_str random_path(world *w, dice *d)
{
    static const char *const pieces[] = {"..", ".", "a", "b", "", "..."};
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = dice_below(d, 8); i > 0; i--) {
        bul_text_add(&text, bul_str_from(pieces[dice_below(d, 6)]));
        if (i > 1)
            bul_text_add(&text, BUL_STR("/"));
    }
    return bul_text_str(&text);
}

static void resolving_keeps_what_a_path_means(world *w, dice *d)
{
    bul_str path = random_path(w, d);
    bul_str once = bul_path_join(&w->arena, BUL_STR(""), path);
    bul_str twice = bul_path_join(&w->arena, BUL_STR(""), once);
    assert_true(bul_str_equal(once, twice));
    assert_true(once.len <= path.len + 1);
    if (!bul_path_escapes(path))
        assert_false(bul_path_escapes(once));
    if (bul_str_starts(once, BUL_STR("..")) && once.len == 2)
        assert_true(bul_path_escapes(path));
}

static void resolving_twice_changes_nothing(void **state)
{
    dice_check(resolving_keeps_what_a_path_means, *state, 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_path_is_a_folder_and_a_name),
        WORLD_TEST(joining_resolves_dots_by_text),
        WORLD_TEST(paths_that_leave_their_start_are_told),
        WORLD_TEST(paths_that_stay_are_let_through),
        WORLD_TEST(resolving_twice_changes_nothing),
    };
    return cmocka_run_group_tests_name("path", tests, NULL, NULL);
}
