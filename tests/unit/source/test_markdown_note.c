/* SPDX-License-Identifier: MIT */
#include "unit/source/md_shown.h"

static void a_note_is_called_behind_its_word(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "职工[工会]{拼音=gōng huì}之家[^1]。\n\n"
                                    "[^1]: 见**章程**。"),
                        "p:职工R(工会=gōng huì)之家^1。\n^1[1]:见S(章程)。");
    assert_string_equal(world_last(w), "");
}

static void notes_are_numbered_by_their_calls(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "[^甲]: 一\n[^乙]: 二\n\n丙[^乙]丁[^甲]戊[^乙]"),
        "p:丙^1丁^2戊^1\n^1[乙]:二\n^2[甲]:一");
    assert_string_equal(world_last(w), "");
}

static void a_call_is_an_empty_run_that_lies_where_it_is_written(void **state)
{
    world *w = *state;
    bul_source source = md_source(w, "甲[^1]\n\n[^1]: 注");
    bul_md_body body = md_read(w, &source);
    bul_md_runs runs = body.blocks.items[0].runs;
    assert_int_equal(runs.count, 2);
    assert_int_equal(runs.items[1].text.len, 0);
    assert_int_equal(runs.items[1].note, 1);
    assert_int_equal(runs.items[1].span.start, 3);
    assert_int_equal(runs.items[1].span.end, 7);
    assert_int_equal(body.notes.count, 1);
    assert_int_equal(body.notes.items[0].span.start, 9);
    assert_int_equal(body.notes.items[0].span.end, source.text.len);
}

static void text_goes_on_behind_a_call(void **state)
{
    world *w = *state;
    const char *note = "\n\n[^1]: 注";
    static const char *const cases[][2] = {
        {"甲[^1]\n乙", "p:甲^1乙\n^1[1]:注"},
        {"甲\n[^1]乙", "p:甲^1乙\n^1[1]:注"},
        {"word[^1]\nword", "p:word^1 word\n^1[1]:注"},
        {"word\n[^1] word", "p:word^1 word\n^1[1]:注"},
        {"甲[^1]  \n乙", "p:甲^1/乙\n^1[1]:注"},
        {"甲[^1](乙)", "p:甲^1(乙)\n^1[1]:注"},
        {"**甲[^1]**乙", "p:S(甲)^1乙\n^1[1]:注"},
        {"甲[^1] {不拆}", "p:甲^1{不拆=}\n^1[1]:注"},
        {"|甲[^1]|\n|-|\n", "t:甲^1\n^1[1]:注"},
        {"![甲[^1]](a.jpg)", "f:甲^1@a.jpg#\n^1[1]:注"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(
            md_shown(w,
                     bul_cstr(&w->arena,
                              bul_str_join(&w->arena, bul_str_from(cases[i][0]),
                                           bul_str_from(note)))),
            cases[i][1]);
    assert_string_equal(world_last(w), "");
}

static void a_note_goes_on_until_something_else_begins(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲[^1]乙[^2]\n[^1]: 一\n续\n    又续\n"
                                    "[^2]: 二\n\n丙"),
                        "p:甲^1乙^2\np:丙\n^1[1]:一续又续\n^2[2]:二");
    static const char *const others[][2] = {
        {"　　丙", "p:丙"},
        {"## 丙", "h2:丙"},
        {"- 丙", "i1[•]:丙"},
        {"> 丙", "q:丙"},
        {"一、丙", "i1[一、]:丙"},
        {"![丙](a.jpg)", "f:丙@a.jpg#"},
        {"::: 资料\n丙\n:::", "b(资料 ){p:丙}"},
        {"|丙|\n|-|\n", "t:丙"}};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        bul_text text = bul_text_in(&w->arena);
        bul_text_add(&text, BUL_STR("甲[^1]\n\n[^1]: 注\n"));
        bul_text_add(&text, bul_str_from(others[i][0]));
        bul_text want = bul_text_in(&w->arena);
        bul_text_add(&want, BUL_STR("p:甲^1\n"));
        bul_text_add(&want, bul_str_from(others[i][1]));
        bul_text_add(&want, BUL_STR("\n^1[1]:注"));
        assert_string_equal(
            md_shown(w, bul_cstr(&w->arena, bul_text_str(&text))),
            bul_cstr(&w->arena, bul_text_str(&want)));
    }
}

static void notes_stand_in_boxes_and_under_tables(void **state)
{
    world *w = *state;
    assert_string_equal(
        md_shown(w, "::: 资料\n甲[^1]\n\n[^1]: 注\n\n乙\n:::\n"),
        "b(资料 ){p:甲^1\np:乙}\n^1[1]:注");
    assert_string_equal(md_shown(w, "|甲[^1]|\n|-|\n|乙|\n[^1]: 注|丙|\n"),
                        "t:甲^1;乙\n^1[1]:注|丙|");
}

static void full_width_signs_make_notes_too(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲【^1】乙［^2］\n\n[^1]：一\n【^2】：二"),
                        "p:甲^1乙^2\n^1[1]:一\n^2[2]:二");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_WIDE_SIGN), 4);
    assert_int_equal(w->diag.error_count, 0);
}

static void a_call_without_its_note_is_printed_and_reported(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲[^2]乙\n\n[^1]: 注\n\n丙[^1]"),
                        "p:甲[^2]乙\np:丙^1\n^1[1]:注");
    assert_string_equal(world_last(w),
                        "a.md:1:4: error: note '2' is called here, but the "
                        "article has no such note; printed as it is "
                        "[markdown/note-missing]");
}

static void a_note_that_is_not_called_is_reported(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲\n\n[^1]: 注"), "p:甲");
    assert_string_equal(world_last(w),
                        "a.md:3:3: warning: note '1' is called nowhere in the "
                        "text; it was not printed [markdown/note-uncalled]");
}

static void a_note_given_twice_is_reported_and_the_first_stays(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲[^1]\n\n[^1]: 一\n[^1]: 二\n"),
                        "p:甲^1\n^1[1]:一");
    assert_string_equal(world_last(w),
                        "a.md:4:3: error: note '1' is given twice, first on "
                        "line 3; this one is not used [markdown/note-twice]");
}

static void a_note_has_text_and_no_note_of_its_own(void **state)
{
    world *w = *state;
    md_shown(w, "甲[^1]\n\n[^1]:\n");
    assert_string_equal(world_last(w), "a.md:3:3: warning: note '1' has no "
                                       "text [markdown/note-empty]");
    assert_string_equal(md_shown(w, "甲[^1]乙[^2]\n\n[^1]: 一[^2]\n[^2]:\n二"),
                        "p:甲^1乙^2\n^1[1]:一[^2]\n^2[2]:二");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_NOTE_IN_NOTE), 1);
}

static void what_is_no_call_stays(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "甲\\[^1]`[^1]`[^]丙[ ^1]"),
                        "p:甲[^1]C([^1])[^]丙[ ^1]");
    assert_string_equal(world_last(w), "");
}

static void notes_have_a_limit(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    for (int i = 0; i <= BUL_MD_MAX_NOTES; i++)
        bul_text_addf(&text, "[^%d]: x\n", i);
    bul_source source = md_source(w, bul_cstr(&w->arena, bul_text_str(&text)));
    assert_int_equal(md_read(w, &source).notes.count, 0);
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_TOO_MANY_NOTES), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_note_is_called_behind_its_word),
        WORLD_TEST(notes_are_numbered_by_their_calls),
        WORLD_TEST(a_call_is_an_empty_run_that_lies_where_it_is_written),
        WORLD_TEST(text_goes_on_behind_a_call),
        WORLD_TEST(a_note_goes_on_until_something_else_begins),
        WORLD_TEST(notes_stand_in_boxes_and_under_tables),
        WORLD_TEST(full_width_signs_make_notes_too),
        WORLD_TEST(a_call_without_its_note_is_printed_and_reported),
        WORLD_TEST(a_note_that_is_not_called_is_reported),
        WORLD_TEST(a_note_given_twice_is_reported_and_the_first_stays),
        WORLD_TEST(a_note_has_text_and_no_note_of_its_own),
        WORLD_TEST(what_is_no_call_stays),
        WORLD_TEST(notes_have_a_limit),
    };
    return cmocka_run_group_tests_name("markdown notes", tests, NULL, NULL);
}
