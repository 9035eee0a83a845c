/* SPDX-License-Identifier: MIT */
/* test_diag.c - collecting, folding and placing diagnostics. */
#include "base/diag.h"
#include "support/fault.h"
#include "support/world.h"

static bul_args named(const char *name)
{
    return BUL_ARGS(bul_str_from(name));
}

static void report_missing(world *w, uint32_t file, uint32_t start,
                           const char *name)
{
    bul_report(&w->diag, BUL_MSG_FILE_MISSING,
               (bul_span){file, start, start + 1}, named(name));
}

static void severities_are_counted(void **state)
{
    world *w = *state;
    bul_span none = {0};
    bul_report(&w->diag, BUL_MSG_FILE_MISSING, none, named("a"));
    bul_report(&w->diag, BUL_MSG_FILE_GB18030, none, BUL_NO_ARGS);
    bul_report(&w->diag, BUL_MSG_FILE_BOM, none, BUL_NO_ARGS);
    assert_int_equal(w->diag.entries.count, 3);
    assert_int_equal(w->diag.error_count, 1);
    assert_int_equal(w->diag.warning_count, 1);
}

static void arguments_are_copied(void **state)
{
    world *w = *state;
    char name[] = "a.md";
    report_missing(w, 0, 0, name);
    name[0] = 'X';
    assert_string_equal(world_last(w),
                        "error: cannot find 'a.md' [file/missing]");
}

static void the_same_message_at_the_same_place_is_kept_once(void **state)
{
    world *w = *state;
    uint32_t file = world_add_text(w, "a.md", "text");
    report_missing(w, file, 0, "x");
    report_missing(w, file, 0, "x");
    assert_int_equal(w->diag.entries.count, 1);
    assert_int_equal(w->diag.error_count, 1);
    report_missing(w, file, 0, "y"); /* another fact */
    report_missing(w, file, 1, "x"); /* another place */
    report_missing(w, 0, 0, "x");    /* no place */
    assert_int_equal(w->diag.entries.count, 4);
}

static void far_apart_repeats_are_folded_by_sorting(void **state)
{
    world *w = *state;
    uint32_t file = world_add_text(w, "a.md", "text");
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < 3000; i++)
            report_missing(w, file, i, "x");
    }
    bul_diag_sort(&w->diag);
    assert_int_equal(w->diag.entries.count, 3000);
    assert_int_equal(w->diag.error_count, 3000);
    for (uint32_t i = 0; i < 3000; i++)
        assert_int_equal(w->diag.entries.items[i].span.start, i);
}

static void sorting_is_by_file_place_and_arrival(void **state)
{
    world *w = *state;
    uint32_t first = world_add_text(w, "a.md", "甲乙\n丙");
    uint32_t second = world_add_text(w, "b.md", "text");
    report_missing(w, 0, 0, "nowhere");
    report_missing(w, second, 1, "4");
    report_missing(w, first, 7, "3");
    report_missing(w, first, 0, "z, first to come");
    report_missing(w, first, 0, "a, next to come");
    bul_diag_sort(&w->diag);
    static const char *const wanted[] = {
        "a.md:1:1: error: cannot find 'z, first to come' [file/missing]",
        "a.md:1:1: error: cannot find 'a, next to come' [file/missing]",
        "a.md:2:1: error: cannot find '3' [file/missing]",
        "b.md:1:2: error: cannot find '4' [file/missing]",
        "error: cannot find 'nowhere' [file/missing]",
    };
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(world_report_at(w, i), wanted[i]);
    assert_string_equal(world_last(w), wanted[1]);
}

static void sorting_nothing_is_fine(void **state)
{
    world *w = *state;
    bul_diag_sort(&w->diag);
    assert_int_equal(w->diag.entries.count, 0);
}

static bul_place place_of(world *w, const char *text, uint32_t start,
                          uint32_t end)
{
    uint32_t file = world_add_text(w, "a.md", text);
    return bul_diag_place(&w->diag, (bul_span){file, start, end});
}

static void lines_and_columns_count_from_one_in_characters(void **state)
{
    world *w = *state;
    bul_place p = place_of(w, "一行\n二ab行\n", 10, 12); /* "ab" */
    assert_int_equal(p.line, 2);
    assert_int_equal(p.column, 2);
    assert_int_equal(p.end_line, 2);
    assert_int_equal(p.end_column, 4);
    assert_string_equal(world_cstr(w, p.file), "a.md");
    assert_string_equal(world_cstr(w, p.excerpt), "二ab行");
}

static void a_caret_under_hanzi_is_two_columns_a_character(void **state)
{
    world *w = *state;
    bul_place p = place_of(w, "图：工会abc", 6, 12); /* 工会 */
    assert_int_equal(p.column, 3);
    assert_int_equal(p.caret_at, 4);
    assert_int_equal(p.caret_width, 4);
    p = place_of(w, "图：工会abc", 12, 15); /* abc */
    assert_int_equal(p.column, 5);
    assert_int_equal(p.caret_at, 8);
    assert_int_equal(p.caret_width, 3);
}

static void a_caret_counts_no_column_for_a_combining_mark(void **state)
{
    world *w = *state;
    bul_place p = place_of(w, "e\u0301e\u0301x", 6, 7);
    assert_int_equal(p.caret_at, 2);
    assert_int_equal(p.caret_width, 1);
}

static void an_empty_span_still_has_a_caret(void **state)
{
    world *w = *state;
    bul_place p = place_of(w, "ab\ncd", 2, 2); /* at the end of line 1 */
    assert_int_equal(p.line, 1);
    assert_int_equal(p.column, 3);
    assert_int_equal(p.caret_at, 2);
    assert_int_equal(p.caret_width, 1);
    p = place_of(w, "", 0, 0);
    assert_int_equal(p.line, 1);
    assert_int_equal(p.column, 1);
    assert_int_equal(p.excerpt.len, 0);
    assert_int_equal(p.caret_width, 1);
}

static void the_caret_of_several_lines_stays_on_the_first(void **state)
{
    world *w = *state;
    bul_place p = place_of(w, "abcd\nef\ngh", 2, 9);
    assert_int_equal(p.line, 1);
    assert_int_equal(p.end_line, 3);
    assert_int_equal(p.end_column, 2);
    assert_int_equal(p.caret_at, 2);
    assert_int_equal(p.caret_width, 2);
}

static void a_span_past_the_end_is_brought_back(void **state)
{
    world *w = *state;
    bul_place p = place_of(w, "ab\n", 100, 200);
    assert_int_equal(p.line, 2);
    assert_int_equal(p.column, 1);
    p = place_of(w, "ab", 2, 1); /* turned round */
    assert_int_equal(p.end_column, 3);
    p = bul_diag_place(&w->diag, (bul_span){999, 0, 0});
    assert_int_equal(p.line, 0);
    assert_int_equal(p.file.len, 0);
    p = bul_diag_place(&w->diag, (bul_span){0});
    assert_int_equal(p.line, 0);
}

static void the_excerpt_is_safe_to_show_and_the_caret_fits_it(void **state)
{
    world *w = *state;
    bul_place p = place_of(w, "\tk\x1b[2J: 工\r\nnext", 6, 7); /* ":" */
    assert_string_equal(world_cstr(w, p.excerpt), "    k\uFFFD[2J: 工");
    assert_int_equal(p.caret_at, 9);
    assert_int_equal(p.caret_width, 1);
    uint32_t file = world_add_text(w, "\x1b]0;x.md", "a");
    p = bul_diag_place(&w->diag, (bul_span){file, 0, 1});
    assert_string_equal(world_cstr(w, p.file), "\uFFFD]0;x.md");
}

static void a_span_inside_a_character_does_not_break_it(void **state)
{
    world *w = *state;
    bul_place p = place_of(w, "工会", 4, 5);
    assert_string_equal(world_cstr(w, p.excerpt), "工会");
    assert_int_equal(p.line, 1);
    assert_true(p.caret_width >= 1);
}

static void ten_thousand_places_are_found_soon(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    for (int i = 0; i < 10000; i++)
        bul_text_addf(&text, "line %d\n", i);
    uint32_t file =
        bul_diag_add_file(&w->diag, BUL_STR("long.md"), bul_text_str(&text));
    size_t used = w->arena.used_bytes, at = 0;
    for (size_t line = 1; line <= 10000; line++) {
        bul_span span = {file, (uint32_t)at, (uint32_t)at + 4};
        bul_place p = bul_diag_place(&w->diag, span);
        assert_int_equal(p.line, line);
        at += p.excerpt.len + 1;
    }
    assert_int_equal(w->arena.used_bytes, used); /* excerpts are borrowed */
}

static void small_run(bul_arena *arena, void *closure)
{
    bul_diag diag;
    (void)closure;
    bul_diag_init(&diag, arena);
    uint32_t file =
        bul_diag_add_file(&diag, BUL_STR("a.md"), BUL_STR("a\tb\x1b"));
    bul_report(&diag, BUL_MSG_FILE_MISSING, (bul_span){file, 1, 2},
               BUL_ARGS(BUL_STR("x")));
    bul_diag_sort(&diag);
    (void)bul_diag_place(&diag, diag.entries.items[0].span);
    (void)bul_message_text(arena, diag.entries.items[0].id, BUL_CHINESE,
                           &diag.entries.items[0].args);
}

static void running_out_of_memory_while_reporting_leaks_nothing(void **state)
{
    (void)state;
    /* the files' list, five arguments, the entries, an excerpt, a sentence */
    assert_int_equal(fault_check(small_run, NULL), 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(severities_are_counted),
        WORLD_TEST(arguments_are_copied),
        WORLD_TEST(the_same_message_at_the_same_place_is_kept_once),
        WORLD_TEST(far_apart_repeats_are_folded_by_sorting),
        WORLD_TEST(sorting_is_by_file_place_and_arrival),
        WORLD_TEST(sorting_nothing_is_fine),
        WORLD_TEST(lines_and_columns_count_from_one_in_characters),
        WORLD_TEST(a_caret_under_hanzi_is_two_columns_a_character),
        WORLD_TEST(a_caret_counts_no_column_for_a_combining_mark),
        WORLD_TEST(an_empty_span_still_has_a_caret),
        WORLD_TEST(the_caret_of_several_lines_stays_on_the_first),
        WORLD_TEST(a_span_past_the_end_is_brought_back),
        WORLD_TEST(the_excerpt_is_safe_to_show_and_the_caret_fits_it),
        WORLD_TEST(a_span_inside_a_character_does_not_break_it),
        WORLD_TEST(ten_thousand_places_are_found_soon),
        WORLD_TEST(running_out_of_memory_while_reporting_leaks_nothing),
    };
    return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
