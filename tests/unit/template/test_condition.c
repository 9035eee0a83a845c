/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "support/world.h"
#include "template/condition.h"

#define COATED                                                                 \
    "coated:\n  names: [铜版纸, 涂布纸]\n  identifier: FOGRA39\n"        \
    "  title: Coated\n  profile: coated.icc\n  ink_limit: 300\n"

static const char *const data_dirs[] = {"own", "shared", NULL};

static bool find(world *w, const char *name, bul_named_condition *condition)
{
    return bul_condition_find(&w->arena, &w->files, &w->diag, data_dirs,
                              bul_str_from(name), (bul_span){0}, condition);
}

static void a_condition_is_found_by_any_of_its_names(void **state)
{
    world *w = *state;
    static const char *const names[] = {"coated", "铜版纸", " 涂布纸 "};
    world_put(w, "shared/layouts/inks/conditions.yaml", COATED);
    for (size_t i = 0; i < 3; i++) {
        bul_named_condition found;
        assert_true(find(w, names[i], &found));
        assert_string_equal(world_cstr(w, found.name), "coated");
        assert_string_equal(world_cstr(w, found.identifier), "FOGRA39");
        assert_string_equal(world_cstr(w, found.profile), "coated.icc");
        assert_string_equal(world_cstr(w, found.folder), "shared/layouts/inks");
        assert_int_equal(found.ink_limit, 300);
    }
    assert_string_equal(world_last(w), "");
}

static void the_users_own_come_first_and_may_be_in_chinese(void **state)
{
    world *w = *state;
    bul_named_condition found;
    world_put(w, "shared/layouts/inks/conditions.yaml", COATED);
    world_put(w, "own/layouts/inks/conditions.yaml",
              "本厂:\n  别名: 铜版纸\n  登记名: 本厂-2026\n"
              "  特性文件: press.icc\n");

    assert_true(find(w, "铜版纸", &found));
    assert_string_equal(world_cstr(w, found.name), "本厂");
    assert_string_equal(world_cstr(w, found.folder), "own/layouts/inks");
    assert_int_equal(found.ink_limit, 300);
    assert_true(find(w, "coated", &found));
    assert_string_equal(world_cstr(w, found.folder), "shared/layouts/inks");
}

static void an_unknown_name_is_told_with_those_there_are(void **state)
{
    world *w = *state;
    bul_named_condition found;
    world_put(w, "shared/layouts/inks/conditions.yaml",
              COATED "news:\n  identifier: IFRA26\n  profile: n.icc\n");

    assert_false(find(w, "牛皮纸", &found));
    assert_string_equal(world_last(w),
                        "error: there is no way of printing called '牛皮纸' "
                        "[ink/no-condition]");
}

static void a_limit_no_paper_has_is_refused(void **state)
{
    world *w = *state;
    bul_named_condition found;
    world_put(w, "shared/layouts/inks/conditions.yaml",
              "x:\n  identifier: X\n  profile: x.icc\n  ink_limit: 30\n");

    assert_true(find(w, "x", &found));
    assert_non_null(strstr(world_last(w), "[key/out-of-range]"));
    assert_int_equal(found.ink_limit, 300);
}

static void the_file_of_the_program_is_sound(void **state)
{
    world *w = *state;
    static const char *const here[] = {".", NULL};
    static const struct {
        const char *name, *identifier;
        int ink_limit;
    } known[] = {{"铜版纸", "FOGRA39", 300},
                 {"胶版纸", "FOGRA47", 280},
                 {"新闻纸", "IFRA26", 230}};
    for (size_t i = 0; i < 3; i++) {
        bul_named_condition found;
        bul_str profile = {0};
        assert_true(bul_condition_find(&w->arena, bul_world_real(), &w->diag,
                                       here, bul_str_from(known[i].name),
                                       (bul_span){0}, &found));
        assert_string_equal(world_cstr(w, found.identifier),
                            known[i].identifier);
        assert_int_equal(found.ink_limit, known[i].ink_limit);
        assert_int_equal(bul_world_open(bul_world_real(), &w->arena,
                                        found.folder, found.profile, 1u << 20,
                                        &profile),
                         BUL_WORLD_OK);
        assert_true(profile.len > 20000);
    }
    assert_string_equal(world_last(w), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_condition_is_found_by_any_of_its_names),
        WORLD_TEST(the_users_own_come_first_and_may_be_in_chinese),
        WORLD_TEST(an_unknown_name_is_told_with_those_there_are),
        WORLD_TEST(a_limit_no_paper_has_is_refused),
        WORLD_TEST(the_file_of_the_program_is_sound),
    };
    return cmocka_run_group_tests_name("condition", tests, NULL, NULL);
}
