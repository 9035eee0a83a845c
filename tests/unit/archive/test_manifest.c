/* SPDX-License-Identifier: MIT */
/* test_manifest.c - the list of sources says the same when it is read again,
 * and nothing but such a list is taken. */
#include "archive/manifest.h"
#include "support/world.h"

#define DIGEST                                                                 \
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define HEAD    "bulletin-sources 1\nissue issue/i.yaml\n"
#define ISSUE   "file attached source00000001 3 " DIGEST " issue/i.yaml\n"
#define PICTURE "file image - 3 " DIGEST " issue/x.jpg\n"

static bool reads(world *w, const char *text, bul_manifest *manifest)
{
    return bul_manifest_read(bul_str_from(text), &w->arena, manifest);
}

static void a_list_is_read_as_it_was_written(void **state)
{
    static const char text[] =
        "bulletin-sources 1\nprogram bulletin 1\nengines x 2, y 3\n"
        "for screen\nproof yes\nsystem-fonts no\nnudge 1 -3\n"
        "issue issue/i.yaml\nlayout tabloid\nnear options/r.json\n"
        "page 0123456789abcdef\npage ffffffffffffffff\n"
        "font 00000000000000ff Song-Bold\n" ISSUE PICTURE
        "file elsewhere - 0 " DIGEST " program/a b\\\\c\\nd\n";
    world *w = *state;
    bul_manifest manifest;
    assert_true(reads(w, text, &manifest));
    assert_string_equal(world_cstr(w, bul_manifest_write(&manifest, &w->arena)),
                        text);
    assert_true(manifest.is_proof && manifest.is_without_system_fonts);
    assert_int_equal(manifest.nudge_y, -3);
    assert_int_equal(manifest.pages.count, 2);
    assert_string_equal(world_cstr(w, manifest.files.items[2].name),
                        "program/a b\\c\nd");
    const bul_manifest_file *file =
        bul_manifest_find(&manifest, BUL_STR("issue/x.jpg"));
    assert_non_null(file);
    assert_int_equal(file->place, BUL_MANIFEST_IMAGE);
    assert_null(bul_manifest_find(&manifest, BUL_STR("issue/y.jpg")));
}

static void what_is_no_list_is_refused(void **state)
{
    static const char *const cases[] = {
        "",
        "bulletin-sources 2\n",
        "bulletin-sources 1\n",
        HEAD, /* there is no such file */
        HEAD ISSUE ISSUE,
        HEAD PICTURE ISSUE, /* not in order */
        HEAD ISSUE "what is this\n",
        HEAD ISSUE "\n",
        HEAD "issue issue/i.yaml\n" ISSUE,
        HEAD ISSUE "file nowhere - 3 " DIGEST " issue/x\n",
        HEAD ISSUE "file image - x " DIGEST " issue/x\n",
        HEAD ISSUE "file image - 99999999999999999999 " DIGEST " issue/x\n",
        HEAD ISSUE "file image - 3 abc issue/x\n",
        HEAD ISSUE "file image - 3 " DIGEST " issue/../x\n",
        HEAD ISSUE "file image - 3 " DIGEST " /x\n",
        HEAD ISSUE "file image - 3 " DIGEST " issue/\n",
        HEAD ISSUE "page 12\n",
        HEAD ISSUE "page 0123456789abcdeg\n",
        HEAD ISSUE "nudge 1\n",
        HEAD ISSUE "nudge 1 99\n",
    };
    world *w = *state;
    bul_manifest manifest;
    assert_true(reads(w, HEAD ISSUE PICTURE, &manifest));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (reads(w, cases[i], &manifest))
            fail_msg("taken: %s", cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_list_is_read_as_it_was_written),
        WORLD_TEST(what_is_no_list_is_refused),
    };
    return cmocka_run_group_tests_name("manifest", tests, NULL, NULL);
}
