/* SPDX-License-Identifier: MIT */
/* test_record.c - what is opened through a record is noted, nothing else is
 * otherwise than without it. */
#include "base/record.h"
#include "support/world.h"

static bul_world_result open_through(world *w, bul_record *record,
                                     const char *root, const char *path)
{
    bul_str bytes;
    return bul_world_open(&record->world, &w->arena, bul_str_from(root),
                          bul_str_from(path), 0, &bytes);
}

static void files_that_open_are_noted_with_their_stage(void **state)
{
    world *w = *state;
    bul_record *record = BUL_NEW(&w->arena, bul_record, 1);
    world_put(w, "issue/a.md", "a");
    bul_record_begin(record, &w->files, &w->arena);
    assert_int_equal(open_through(w, record, "issue", "a.md"), BUL_WORLD_OK);
    record->stage = 2;
    assert_int_equal(open_through(w, record, "", "issue/a.md"), BUL_WORLD_OK);
    assert_int_equal(record->entries.count, 2);
    const bul_record_entry *entry = record->entries.items;
    assert_string_equal(world_cstr(w, entry[0].root), "issue");
    assert_string_equal(world_cstr(w, entry[0].path), "a.md");
    assert_int_equal(entry[0].stage, 0);
    assert_int_equal(entry[1].root.len, 0);
    assert_int_equal(entry[1].stage, 2);
}

static void files_that_do_not_open_are_not_noted(void **state)
{
    world *w = *state;
    bul_record *record = BUL_NEW(&w->arena, bul_record, 1);
    world_put(w, "issue/a.md", "a");
    bul_record_begin(record, &w->files, &w->arena);
    assert_int_equal(open_through(w, record, "issue", "b.md"),
                     BUL_WORLD_MISSING);
    assert_int_equal(open_through(w, record, "issue", "../a.md"),
                     BUL_WORLD_OUTSIDE);
    assert_int_equal(record->entries.count, 0);
}

static void nothing_is_noted_when_it_is_over(void **state)
{
    world *w = *state;
    bul_record *record = BUL_NEW(&w->arena, bul_record, 1);
    world_put(w, "a.md", "a");
    bul_record_begin(record, &w->files, &w->arena);
    record->is_over = true;
    assert_int_equal(open_through(w, record, "", "a.md"), BUL_WORLD_OK);
    assert_int_equal(record->entries.count, 0);
}

static void folders_are_listed_as_without_it(void **state)
{
    world *w = *state;
    bul_record *record = BUL_NEW(&w->arena, bul_record, 1);
    bul_names names;
    world_put(w, "issue/a.md", "a");
    world_put(w, "issue/b.md", "b");
    bul_record_begin(record, &w->files, &w->arena);
    assert_int_equal(bul_world_list(&record->world, &w->arena, BUL_STR("issue"),
                                    BUL_STR("."), &names),
                     BUL_WORLD_OK);
    assert_int_equal(names.count, 2);
    assert_int_equal(record->entries.count, 0);
    assert_null(record->world.rest); /* the world in memory has none */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(files_that_open_are_noted_with_their_stage),
        WORLD_TEST(files_that_do_not_open_are_not_noted),
        WORLD_TEST(nothing_is_noted_when_it_is_over),
        WORLD_TEST(folders_are_listed_as_without_it),
    };
    return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
