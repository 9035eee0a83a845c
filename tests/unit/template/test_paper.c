/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "source/schema.h"
#include "support/world.h"
#include "template/paper.h"

#define SIZES                                                                  \
    "四开: {尺寸: 275×390mm, 别名: [4开, 四开报]}\n"                \
    "大16开: {size: 210mm x 285mm, names: 大16K}\n"

static const char *const data_dirs[] = {"own", "shared", NULL};

/* ---- Without a file. ---- */

static void assert_paper(const char *text, double width_mm, double height_mm)
{
    bul_mpt width = 0, height = 0;
    assert_true(bul_paper_read(bul_str_from(text), &width, &height));
    assert_int_equal(width, bul_mpt_from_mm(width_mm));
    assert_int_equal(height, bul_mpt_from_mm(height_mm));
}

static void the_a_sizes_need_no_file(void **state)
{
    (void)state;
    assert_paper("A4", 210, 297);
    assert_paper(" A3 ", 297, 420);
    assert_paper("a5", 148, 210);
    assert_paper("A0", 841, 1189);
    assert_paper("A6", 105, 148);
}

static void a_size_may_be_given_by_its_sides(void **state)
{
    (void)state;
    assert_paper("275mm x 390mm", 275, 390);
    assert_paper("275mm×390mm", 275, 390);
    assert_paper("27.5cm × 390毫米", 275, 390);
}

static void one_unit_is_enough_for_both_sides(void **state)
{
    (void)state;
    assert_paper("420×297毫米", 420, 297);
    assert_paper("420mm×297", 420, 297);
    assert_paper("420 x 297 mm", 420, 297);
    assert_paper("２７５．５×３９０毫米", 275.5, 390);
    assert_paper("300x200", 300 * 25.4 / 72, 200 * 25.4 / 72);
    assert_paper("300pt x 200mm", 300 * 25.4 / 72, 200);
}

static void what_is_no_paper_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "A9",
        "a4 paper",
        "275mm",
        "x",
        "0mm x 10mm",
        "-5mm x 5mm",
        "2字 x 3字",
        "x 5mm",
        "5 x mm",
        "mm x mm",
        "5 x 5 x 5mm",
        "1 x 5mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"};
    bul_mpt width = 7, height = 7;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(bul_paper_read(bul_str_from(wrong[i]), &width, &height));
    assert_int_equal(width, 7);
    assert_int_equal(height, 7);
}

/* ---- With files. ---- */

static bool find_in(world *w, const char *const *dirs, const bul_world *files,
                    const char *name, int *width_mm, int *height_mm)
{
    bul_opener opener = {.arena = &w->arena, .world = files, .diag = &w->diag};
    bul_wanted_paper wanted = {bul_str_from(name), {0}, BUL_MSG_SHEET_PAPER};
    bul_mpt width = bul_mpt_from_mm(1), height = bul_mpt_from_mm(1);
    bool found = bul_paper_find(&opener, dirs, &wanted, &width, &height);
    *width_mm = (int)(BUL_MM(width) + 0.5);
    *height_mm = (int)(BUL_MM(height) + 0.5);
    return found;
}

static bool find(world *w, const char *name, int *width_mm, int *height_mm)
{
    return find_in(w, data_dirs, &w->files, name, width_mm, height_mm);
}

static void a_paper_is_found_by_any_of_its_names(void **state)
{
    world *w = *state;
    static const char *const names[] = {"大16开", "大16K", " 大16k "};
    int width, height;
    world_put(w, "shared/layouts/papers/sizes.yaml", SIZES);
    for (size_t i = 0; i < 3; i++) {
        assert_true(find(w, names[i], &width, &height));
        assert_int_equal(width, 210);
        assert_int_equal(height, 285);
    }
    assert_string_equal(world_last(w), "");
}

static void the_users_own_paper_comes_first(void **state)
{
    world *w = *state;
    int width, height;
    world_put(w, "shared/layouts/papers/sizes.yaml", SIZES);
    world_put(w, "own/layouts/papers/sizes.yaml",
              "四开: {尺寸: 270×390毫米}\n本厂小报: {尺寸: A3}\n");

    assert_true(find(w, "四开", &width, &height));
    assert_int_equal(width, 270);
    assert_true(find(w, "4开", &width, &height));
    assert_int_equal(width, 275);
    assert_true(find(w, "本厂小报", &width, &height));
    assert_int_equal(height, 420);
    assert_string_equal(world_last(w), "");
}

static void a_plain_paper_opens_no_file(void **state)
{
    world *w = *state;
    int width, height;
    world_put(w, "shared/layouts/papers/sizes.yaml", "[broken");

    assert_true(find(w, "A4", &width, &height));
    assert_true(find(w, "275×390mm", &width, &height));
    assert_string_equal(world_last(w), "");
    assert_int_equal(w->diag.files.count, 0);

    assert_false(find(w, "四开", &width, &height));
    assert_int_not_equal(w->diag.files.count, 0);
}

static void an_unknown_name_is_told_with_the_nearest(void **state)
{
    world *w = *state;
    int width, height;
    world_put(w, "shared/layouts/papers/sizes.yaml", SIZES);

    assert_false(find(w, "大18开", &width, &height));
    assert_string_equal(
        world_last(w),
        "error: there is no paper called '大18开' [sheet/paper]");
    assert_string_equal(world_cstr(w, w->diag.entries.items[0].args.at[1]),
                        "大16开");
    assert_int_equal(width, 1);
}

static void without_any_file_plain_names_are_offered(void **state)
{
    world *w = *state;
    int width, height;
    assert_false(find(w, "大16开", &width, &height));
    assert_string_equal(world_cstr(w, w->diag.entries.items[0].args.at[1]),
                        "A4、四开、大16开");
}

static void a_size_that_cannot_be_read_is_told_where_it_stands(void **state)
{
    world *w = *state;
    int width, height;
    world_put(w, "own/layouts/papers/sizes.yaml",
              "甲: {尺寸: 大}\n乙: {别名: 丙}\n");

    assert_false(find(w, "甲", &width, &height));
    assert_non_null(strstr(world_last(w), "[layout/bad-paper]"));
    assert_non_null(strstr(world_last(w), "sizes.yaml:1:"));
    assert_false(find(w, "丙", &width, &height));
    assert_non_null(strstr(world_last(w), "[key/missing]"));
    assert_int_equal(world_count_of(w, BUL_MSG_SHEET_PAPER), 0);
}

static void an_a_size_cannot_be_changed(void **state)
{
    world *w = *state;
    int width, height;
    world_put(w, "own/layouts/papers/sizes.yaml",
              "a4: {尺寸: 200×290mm}\n大报: {尺寸: 1×1cm, 别名: A3}\n");

    assert_true(find(w, "大报", &width, &height));
    assert_int_equal(world_count_of(w, BUL_MSG_LAYOUT_PAPER_OF_STANDARD), 2);
    assert_true(find(w, "A4", &width, &height));
    assert_int_equal(width, 210);
}

static void the_list_has_each_name_once(void **state)
{
    world *w = *state;
    bul_opener opener = {
        .arena = &w->arena, .world = &w->files, .diag = &w->diag};
    bul_text text = bul_text_in(&w->arena);
    world_put(w, "shared/layouts/papers/sizes.yaml", SIZES "四寸: {尺寸: 1}\n");
    world_put(w, "own/layouts/papers/sizes.yaml",
              "四开: {尺寸: 270.5×390mm}\n");
    bul_paper_list(&opener, data_dirs, &text);

    const char *list = world_cstr(w, bul_text_str(&text));
    const char *of_files = strstr(list, "A6  105 × 148 mm\n");
    assert_non_null(of_files);
    assert_string_equal(of_files, "A6  105 × 148 mm\n"
                                  "四开  270.5 × 390 mm\n"
                                  "大16开  210 × 285 mm  大16K\n");
}

/* ---- The program's own file. ---- */

static void the_file_of_the_program_is_sound(void **state)
{
    world *w = *state;
    static const char *const here[] = {".", NULL};
    static const struct {
        const char *name;
        int width_mm, height_mm;
    } known[] = {{"16开", 185, 260}, {"16K", 185, 260},    {"8开", 260, 370},
                 {"八开", 260, 370}, {"四开", 275, 390},   {"4开", 275, 390},
                 {"对开", 390, 550}, {"大16K", 210, 285},  {"32K", 130, 184},
                 {"B5", 176, 250},   {"JIS B5", 182, 257}, {"SRA3", 320, 450}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        int width, height;
        assert_true(
            find_in(w, here, bul_world_real(), known[i].name, &width, &height));
        assert_int_equal(width, known[i].width_mm);
        assert_int_equal(height, known[i].height_mm);
    }
    assert_string_equal(world_last(w), "");
}

static void note_once(world *w, bul_names *names, bul_str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (bul_str_equal(names->items[i], name))
            fail_msg("%s is there twice", world_cstr(w, name));
    *BUL_PUSH(&w->arena, names) = name;
}

static void no_paper_of_the_program_is_named_twice(void **state)
{
    world *w = *state;
    bul_opener opener = {&w->arena, bul_world_real(), &w->diag,
                         BUL_STR("layouts/papers")};
    bul_source source;
    bul_named_file file = {BUL_STR("sizes.yaml"), {0}};
    assert_true(bul_source_read(&opener, file, BUL_ISSUE_MAX_BYTES, &source));
    bul_yaml_part part = {&source, 0, source.text.len};
    bul_yaml *root =
        bul_yaml_read(&w->arena, &w->diag, part, bul_paper_schema());
    bul_schema_check(&w->arena, &w->diag, bul_paper_schema(), root);
    bul_names names = {0};
    for (size_t i = 0; i < root->entries.count; i++) {
        const bul_yaml_entry *entry = &root->entries.items[i];
        const bul_yaml *further = bul_yaml_find(entry->value, "names");
        bul_mpt width = 0, height = 0;
        assert_true(bul_paper_read(bul_yaml_text(entry->value, "size"), &width,
                                   &height));
        assert_true(width < height && width > bul_mpt_from_mm(100));
        note_once(w, &names, entry->key);
        for (size_t j = 0; j < bul_yaml_item_count(further); j++)
            note_once(w, &names, bul_yaml_item(further, j)->text);
    }
    assert_true(names.count > 50);
    assert_string_equal(world_last(w), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_a_sizes_need_no_file),
        WORLD_TEST(a_size_may_be_given_by_its_sides),
        WORLD_TEST(one_unit_is_enough_for_both_sides),
        WORLD_TEST(what_is_no_paper_is_refused),
        WORLD_TEST(a_paper_is_found_by_any_of_its_names),
        WORLD_TEST(the_users_own_paper_comes_first),
        WORLD_TEST(a_plain_paper_opens_no_file),
        WORLD_TEST(an_unknown_name_is_told_with_the_nearest),
        WORLD_TEST(without_any_file_plain_names_are_offered),
        WORLD_TEST(a_size_that_cannot_be_read_is_told_where_it_stands),
        WORLD_TEST(an_a_size_cannot_be_changed),
        WORLD_TEST(the_list_has_each_name_once),
        WORLD_TEST(the_file_of_the_program_is_sound),
        WORLD_TEST(no_paper_of_the_program_is_named_twice),
    };
    return cmocka_run_group_tests_name("paper", tests, NULL, NULL);
}
