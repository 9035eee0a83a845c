/* SPDX-License-Identifier: MIT */
/* test_kept.c - kept files lie beneath the PDF, all else where it was. */
#include "archive/kept.h"
#include "support/world.h"

static const bul_kept_file files[] = {
    {BUL_STR_INIT("issue/a.md"), BUL_STR_INIT("alpha")},
    {BUL_STR_INIT("issue/a/b.md"), BUL_STR_INIT("beta")},
    {BUL_STR_INIT("issue/empty"), BUL_STR_INIT("")},
    {BUL_STR_INIT("program/layouts/x.yaml"), BUL_STR_INIT("x")},
};

static void keep(world *w, bul_kept *kept)
{
    *kept = (bul_kept){.inner = &w->files,
                       .folder = BUL_STR("dir/out.pdf"),
                       .files = files,
                       .file_count = sizeof files / sizeof *files};
    bul_kept_open(kept);
}

static bul_world_result open_kept(world *w, const char *root, const char *path,
                                  bul_str *bytes)
{
    bul_kept *kept = BUL_NEW(&w->arena, bul_kept, 1);
    keep(w, kept);
    return bul_world_open(&kept->world, &w->arena, bul_str_from(root),
                          bul_str_from(path), 4, bytes);
}

static void paths_beneath_the_folder_are_answered_from_the_list(void **state)
{
    static const struct {
        const char *root, *path;
        bul_world_result result;
    } cases[] = {
        {"dir/out.pdf/issue", "a/b.md", BUL_WORLD_OK},
        {"dir/out.pdf/issue", "./a/../a/b.md", BUL_WORLD_OK},
        {"dir/out.pdf/issue", "empty", BUL_WORLD_OK},
        {"", "dir/out.pdf/program/layouts/x.yaml", BUL_WORLD_OK},
        {"dir/out.pdf/issue", "a.md", BUL_WORLD_TOO_LARGE},
        {"dir/out.pdf/issue", "a", BUL_WORLD_NOT_A_FILE},
        {"dir/out.pdf/issue", "c.md", BUL_WORLD_MISSING},
        {"dir/out.pdf/issue", "../issue/a.md", BUL_WORLD_OUTSIDE},
        {"dir/out.pdf/issue", "/etc/passwd", BUL_WORLD_OUTSIDE},
        {"dir/out.pdfx", "issue/a/b.md", BUL_WORLD_MISSING},
        {"dir", "a.md", BUL_WORLD_OK}, /* of the world behind it */
    };
    world *w = *state;
    bul_str bytes;
    world_put(w, "dir/a.md", "real");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(open_kept(w, cases[i].root, cases[i].path, &bytes),
                         cases[i].result);
    assert_string_equal(world_cstr(w, bytes), "real");
}

static const char *listed(world *w, const char *root, const char *path)
{
    bul_kept kept;
    bul_names names;
    bul_text text = bul_text_in(&w->arena);
    keep(w, &kept);
    if (bul_world_list(&kept.world, &w->arena, bul_str_from(root),
                       bul_str_from(path), &names) != BUL_WORLD_OK)
        return "none";
    for (size_t i = 0; i < names.count; i++) {
        bul_text_add(&text, names.items[i]);
        bul_text_add(&text, BUL_STR(" "));
    }
    return world_cstr(w, bul_text_str(&text));
}

static void folders_are_listed_in_the_order_of_bytes(void **state)
{
    world *w = *state;
    world_put(w, "dir/z.md", "z");
    assert_string_equal(listed(w, "dir/out.pdf/issue", "."), "a a.md empty ");
    assert_string_equal(listed(w, "dir/out.pdf/issue", "a"), "b.md ");
    assert_string_equal(listed(w, "", "dir/out.pdf"), "issue program ");
    assert_string_equal(listed(w, "dir/out.pdf/issue", "c"), "none");
    assert_string_equal(listed(w, "dir/out.pdf/issue", ".."), "none");
    assert_string_equal(listed(w, "dir", "."), "z.md ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(paths_beneath_the_folder_are_answered_from_the_list),
        WORLD_TEST(folders_are_listed_in_the_order_of_bytes),
    };
    return cmocka_run_group_tests_name("kept", tests, NULL, NULL);
}
