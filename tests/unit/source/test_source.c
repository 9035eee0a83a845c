/* SPDX-License-Identifier: MIT */
#include "source/source.h"
#include "support/door.h"
#include "support/world.h"

static bul_opener opener(world *w, const char *root)
{
    return (bul_opener){.arena = &w->arena,
                        .world = &w->files,
                        .diag = &w->diag,
                        .root = bul_str_from(root)};
}

/* Reads a file beneath "issue"; its text, or NULL. */
static const char *read_file(world *w, const char *path)
{
    bul_source source;
    bul_opener o = opener(w, "issue");
    if (!bul_source_read(&o, (bul_named_file){bul_str_from(path), {0}}, 64,
                         &source))
        return NULL;
    return bul_cstr(&w->arena, source.text);
}

static const char *read_bytes(world *w, bul_str bytes)
{
    world_put_bytes(w, "issue/a.md", bytes);
    return read_file(w, "a.md");
}

static void a_plain_file_is_read_without_a_word(void **state)
{
    world *w = *state;
    world_put(w, "issue/a.md", "正文\n");
    assert_string_equal(read_file(w, "a.md"), "正文\n");
    assert_string_equal(world_last(w), "");
}

static void the_text_of_a_clean_file_is_not_copied(void **state)
{
    world *w = *state;
    static const char text[] = "正文";
    world_put(w, "a.md", text);
    bul_source source;
    bul_opener o = opener(w, "");
    assert_true(bul_source_read(&o, (bul_named_file){BUL_STR("a.md"), {0}}, 64,
                                &source));
    assert_ptr_equal(source.text.ptr, text);
}

static void a_file_is_borrowed_beneath_the_root_alone(void **state)
{
    world *w = *state;
    bul_loan loan;
    door d = {.files = &w->files, .ending = ".png"};
    bul_world files = door_world(&d);
    bul_opener o = opener(w, "issue");
    o.world = &files;
    world_put(w, "issue/a.png", "picture");
    world_put(w, "b.png", "picture");
    assert_int_equal(bul_file_borrow(&o, BUL_STR("a.png"), 64, &loan),
                     BUL_WORLD_OK);
    assert_int_equal(loan.bytes.len, 7);
    bul_world_return(&loan);
    assert_int_equal(d.out, 0);
    assert_int_equal(bul_file_borrow(&o, BUL_STR("a.png"), 6, &loan),
                     BUL_WORLD_TOO_LARGE);
    assert_int_equal(bul_file_borrow(&o, BUL_STR("../b.png"), 64, &loan),
                     BUL_WORLD_OUTSIDE);
    assert_int_equal(d.opened, 1);
    assert_string_equal(world_last(w), "");
    bul_arena_release(&w->arena); /* before the world that closes goes */
}

static void a_missing_file_is_reported_with_its_nearest_name(void **state)
{
    world *w = *state;
    world_put(w, "issue/图/站台 .jpg", "x");
    assert_null(read_file(w, "图/站台.jpg"));
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_MISSING_NEAR), 1);
    bul_str near = w->diag.entries.items[0].args.at[1];
    assert_string_equal(bul_cstr(&w->arena, near), "图/站台 .jpg");
}

static void a_wrong_ending_is_near_enough(void **state)
{
    world *w = *state;
    world_put(w, "issue/a1.png", "x");
    assert_null(read_file(w, "a1.jpg"));
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_MISSING_NEAR), 1);
}

static void a_file_like_no_other_is_only_missing(void **state)
{
    world *w = *state;
    world_put(w, "issue/安全课.md", "x");
    assert_null(read_file(w, "送温暖.md"));
    assert_string_equal(world_last(w), "error: cannot find '送温暖.md' "
                                       "[file/missing]");
}

static void a_free_path_is_told_to_start_at_the_current_folder(void **state)
{
    world *w = *state;
    bul_source source;
    bul_opener o = opener(w, "");
    assert_false(bul_source_read(
        &o, (bul_named_file){BUL_STR("./my.yaml"), {0}}, 64, &source));
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_MISSING_HERE), 1);
}

static void a_path_of_windows_is_told_how_paths_are_written(void **state)
{
    world *w = *state;
    world_put(w, "issue/a.md", "x");
    assert_null(read_file(w, "D:\\照片\\图.jpg"));
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_MISSING_BACKSLASH), 1);
}

static void paths_that_leave_the_folder_are_refused(void **state)
{
    world *w = *state;
    static const char *const paths[] = {"../secret.md", "/etc/passwd",
                                        "a/../../secret.md", "../issue/a.md"};
    world_put(w, "secret.md", "x");
    world_put(w, "issue/a.md", "x");
    for (size_t i = 0; i < 4; i++)
        assert_null(read_file(w, paths[i]));
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_OUTSIDE), 4);
}

static void a_folder_is_not_a_file(void **state)
{
    world *w = *state;
    world_put(w, "issue/图/a.jpg", "x");
    assert_null(read_file(w, "图"));
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_NOT_A_FILE), 1);
}

static void a_file_over_its_limit_is_refused(void **state)
{
    world *w = *state;
    assert_null(read_bytes(w, BUL_STR("12345678901234567890123456789012345678"
                                      "901234567890123456789012345")));
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_TOO_LARGE), 1);
}

static void gb18030_is_recognised_and_converted(void **state)
{
    world *w = *state;
    assert_string_equal(read_bytes(w, BUL_STR("\xB0\xB2\xC8\xAB\xBF\xCE\xA1\xA3"
                                              "\xCB\xED\xB5\xC0")),
                        "安全课。隧道");
    assert_string_equal(world_last(w), "issue/a.md:1:1: warning: not UTF-8; "
                                       "read as GB18030 [file/gb18030]");
}

static void utf16_with_a_mark_is_converted(void **state)
{
    world *w = *state;
    assert_string_equal(read_bytes(w, BUL_STR("\xFF\xFE\x89\x5B\x68\x51")),
                        "安全");
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_UTF16), 1);
}

static void bytes_that_are_no_text_are_an_error(void **state)
{
    world *w = *state;
    assert_null(read_bytes(w, BUL_STR("\xFF\xD8\xFF\xE0\x00\x10JFIF\xB0")));
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_BAD_BYTES), 1);
}

static void latin_1_is_not_taken_for_chinese(void **state)
{
    world *w = *state;
    assert_null(read_bytes(w, BUL_STR("caf\xE9 cr\xE8"
                                      "me \xFC"
                                      "ber \xE0 la")));
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_BAD_BYTES), 1);
}

static void a_byte_order_mark_is_skipped_with_a_note(void **state)
{
    world *w = *state;
    assert_string_equal(read_bytes(w, BUL_STR("\xEF\xBB\xBF正文")), "正文");
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_BOM), 1);
    assert_int_equal(w->diag.warning_count, 0);
}

static void a_tab_between_words_becomes_a_blank_with_a_warning(void **state)
{
    world *w = *state;
    assert_string_equal(read_bytes(w, BUL_STR("单位\t人数\n东河\t8\n")),
                        "单位 人数\n东河 8\n");
    assert_string_equal(world_last(w),
                        "issue/a.md:1:3: warning: 2 tabs within "
                        "the text were read as blanks; the first "
                        "stands here [file/tab]");
}

static void a_tab_after_a_key_or_a_mark_is_a_blank_without_a_word(void **state)
{
    world *w = *state;
    assert_string_equal(read_bytes(w, BUL_STR("标题:\t甲\n1.\t乙\n丙\t\n")),
                        "标题: 甲\n1. 乙\n丙 \n");
    assert_string_equal(world_last(w), "");
}

static void a_tab_in_the_indent_stays(void **state)
{
    world *w = *state;
    assert_string_equal(read_bytes(w, BUL_STR("甲:\n \t乙: 1\n")),
                        "甲:\n \t乙: 1\n");
    assert_string_equal(world_last(w), "");
}

static void windows_line_ends_become_plain_ones(void **state)
{
    world *w = *state;
    assert_string_equal(read_bytes(w, BUL_STR("一\r\n二\r三\n")),
                        "一\n二\n三\n");
    assert_int_equal(world_count_of(w, BUL_MSG_FILE_CRLF), 1);
}

static void characters_nobody_sees_are_taken_out(void **state)
{
    world *w = *state;
    assert_string_equal(
        read_bytes(w, BUL_STR("甲\xE2\x80\x8B乙\xC2\xAD丙\xE2\x80\xAE丁")),
        "甲乙丙丁");
    assert_string_equal(world_last(w),
                        "issue/a.md:1:2: note: 3 invisible characters "
                        "(zero-width spaces, soft hyphens) were taken out; "
                        "the first stood here [file/invisible]");
}

static void variation_selectors_stay(void **state)
{
    world *w = *state;
    assert_string_equal(read_bytes(w, BUL_STR("葛\xF3\xA0\x84\x80")),
                        "葛\xF3\xA0\x84\x80");
}

static void control_characters_are_reported(void **state)
{
    world *w = *state;
    assert_string_equal(read_bytes(w, BUL_STR("甲\x00乙\x1B丙")), "甲乙丙");
    assert_string_equal(world_last(w),
                        "issue/a.md:1:2: warning: 2 control characters were "
                        "taken out; the first is U+0000 [file/control]");
}

static void every_kind_of_line_separator_ends_a_line(void **state)
{
    world *w = *state;
    assert_string_equal(
        read_bytes(w, BUL_STR("一\xE2\x80\xA8二\x0B三\xC2\x85")),
        "一\n二\n三\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_plain_file_is_read_without_a_word),
        WORLD_TEST(the_text_of_a_clean_file_is_not_copied),
        WORLD_TEST(a_file_is_borrowed_beneath_the_root_alone),
        WORLD_TEST(a_missing_file_is_reported_with_its_nearest_name),
        WORLD_TEST(a_wrong_ending_is_near_enough),
        WORLD_TEST(a_file_like_no_other_is_only_missing),
        WORLD_TEST(a_free_path_is_told_to_start_at_the_current_folder),
        WORLD_TEST(a_path_of_windows_is_told_how_paths_are_written),
        WORLD_TEST(paths_that_leave_the_folder_are_refused),
        WORLD_TEST(a_folder_is_not_a_file),
        WORLD_TEST(a_file_over_its_limit_is_refused),
        WORLD_TEST(gb18030_is_recognised_and_converted),
        WORLD_TEST(utf16_with_a_mark_is_converted),
        WORLD_TEST(bytes_that_are_no_text_are_an_error),
        WORLD_TEST(latin_1_is_not_taken_for_chinese),
        WORLD_TEST(a_byte_order_mark_is_skipped_with_a_note),
        WORLD_TEST(a_tab_between_words_becomes_a_blank_with_a_warning),
        WORLD_TEST(a_tab_after_a_key_or_a_mark_is_a_blank_without_a_word),
        WORLD_TEST(a_tab_in_the_indent_stays),
        WORLD_TEST(windows_line_ends_become_plain_ones),
        WORLD_TEST(characters_nobody_sees_are_taken_out),
        WORLD_TEST(variation_selectors_stay),
        WORLD_TEST(control_characters_are_reported),
        WORLD_TEST(every_kind_of_line_separator_ends_a_line),
    };
    return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
