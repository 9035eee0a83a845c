/* SPDX-License-Identifier: MIT */
#include "support/world.h"
#include "template/find.h"
#include "template/read.h"

#define LAYOUT(title)                                                          \
    "title: " title "\npaper: A4\nbody: {size: 10pt, leading: 15pt}\n"         \
    "measure: 20字\ntop: 30pt\nlines: 40\nheads: {normal: {columns: 1}}\n"

static const char *const data_dirs[] = {"own", "shared", NULL};

static const bul_template *find(world *w, const char *name, const char *folder)
{
    uint32_t file = world_add_text(w, "issue.yaml", "layout: x\n");
    return bul_template_read(
        &w->arena, &w->files, &w->diag,
        (bul_layout_sources){bul_str_from(folder), data_dirs},
        bul_str_from(name), (bul_span){file, 8, 9});
}

static void put_all(world *w)
{
    world_put(w, "own/layouts/weekly.yaml", LAYOUT("自家周报"));
    world_put(w, "shared/layouts/weekly.yaml", LAYOUT("周报"));
    world_put(w, "shared/layouts/daily.yaml", LAYOUT("日报"));
    world_put(w, "shared/layouts/README.md", "no layout\n");
    world_put(w, "issue/mine.yaml", LAYOUT("本期"));
    world_put(w, "issue/layouts/wall.yaml", LAYOUT("墙报"));
}

static void a_name_is_looked_for_in_the_data_folders_in_order(void **state)
{
    world *w = *state;
    put_all(w);
    assert_string_equal(world_cstr(w, find(w, "weekly", "issue")->title),
                        "自家周报");
    assert_string_equal(world_cstr(w, find(w, "daily", "issue")->title),
                        "日报");
}

static void a_path_is_looked_for_beneath_the_issue(void **state)
{
    world *w = *state;
    put_all(w);
    assert_string_equal(world_cstr(w, find(w, "mine.yaml", "issue")->title),
                        "本期");
    assert_string_equal(
        world_cstr(w, find(w, "layouts/wall.yaml", "issue")->title), "墙报");
}

static void a_path_may_not_leave_the_issue(void **state)
{
    world *w = *state;
    put_all(w);
    assert_null(find(w, "../own/layouts/weekly.yaml", "issue"));
    assert_int_equal(w->diag.error_count, 1);
}

static void a_name_unknown_is_reported_with_all_names_there_are(void **state)
{
    world *w = *state;
    put_all(w);
    assert_null(find(w, "monthly", "issue"));
    assert_string_equal(world_last(w),
                        "issue.yaml:1:9: error: no layout is called 'monthly' "
                        "[layout/missing]");
    assert_string_equal(
        world_cstr(w, bul_message_hint(&w->arena, BUL_MSG_LAYOUT_MISSING,
                                       BUL_ENGLISH,
                                       &w->diag.entries.items[0].args)),
        "there are: weekly、daily (bulletin list tells what they are); or "
        "give the path of a .yaml file");
}

static void a_name_with_the_ending_of_a_file_is_told_the_names(void **state)
{
    world *w = *state;
    put_all(w);
    assert_null(find(w, "daily.yaml", "issue"));
    assert_string_equal(world_last(w),
                        "issue.yaml:1:9: error: no layout is called "
                        "'daily.yaml' [layout/missing]");
    assert_null(find(w, "mime.yaml", "issue"));
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_MISSING_NEAR), 1);
}

static void the_list_names_each_layout_once_with_its_title(void **state)
{
    world *w = *state;
    put_all(w);
    bul_text text = bul_text_in(&w->arena);
    bul_template_list(&w->arena, &w->files, data_dirs, &text);

    assert_string_equal(world_cstr(w, bul_text_str(&text)),
                        "weekly  自家周报\ndaily  日报\n");
}

static void without_folders_the_list_is_empty(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    bul_template_list(&w->arena, &w->files, NULL, &text);
    assert_int_equal(text.len, 0);
}

static void columns_lie_beside_each_other(void **state)
{
    (void)state;
    bul_template t = {.left = 1000, .measure = 100, .gutter = 10};

    assert_int_equal(bul_template_span(&t, 1), 100);
    assert_int_equal(bul_template_span(&t, 3), 320);
    assert_int_equal(bul_template_column_x(&t, 0), 1000);
    assert_int_equal(bul_template_column_x(&t, 2), 1220);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_name_is_looked_for_in_the_data_folders_in_order),
        WORLD_TEST(a_path_is_looked_for_beneath_the_issue),
        WORLD_TEST(a_path_may_not_leave_the_issue),
        WORLD_TEST(a_name_unknown_is_reported_with_all_names_there_are),
        WORLD_TEST(a_name_with_the_ending_of_a_file_is_told_the_names),
        WORLD_TEST(the_list_names_each_layout_once_with_its_title),
        WORLD_TEST(without_folders_the_list_is_empty),
        WORLD_TEST(columns_lie_beside_each_other),
    };
    return cmocka_run_group_tests_name("template_find", tests, NULL, NULL);
}
