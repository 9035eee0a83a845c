/* SPDX-License-Identifier: MIT */
/* test_pdf_value.c - stepping over the values of a PDF. */
#include "pdf/pdf_value.h"
#include "support/world.h"

static void a_value_ends_where_it_ends(void **state)
{
    static const struct {
        const char *text, *value;
    } cases[] = {
        {" 12 ", "12"},
        {"12 0 R 3", "12 0 R"},
        {"12 0 Rx", "12"},
        {"12 0 obj", "12"},
        {"/Name/Other", "/Name"},
        {"% said\n/Name", "/Name"},
        {"(a(b)\\)c)d", "(a(b)\\)c)"},
        {"<<0A>", ""}, /* never closed */
        {"<0A>b", "<0A>"},
        {"<</A[1 2]/B<</C(>>)>>>>x", "<</A[1 2]/B<</C(>>)>>>>"},
        {"[1 [2] 3]4", "[1 [2] 3]"},
        {"true]", "true"},
        {"]", ""},
        {">>", ""},
        {"[1 2", ""},
        {"", ""},
    };
    world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t at = 0;
        assert_string_equal(
            world_cstr(w, bul_pdf_value(bul_str_from(cases[i].text), &at)),
            cases[i].value);
    }
}

static void keys_are_found_at_their_own_level(void **state)
{
    bul_str dict = BUL_STR("<</In<</Key 1>>/Name/Key /Key 2 0 R/Key 3>>");
    world *w = *state;
    uint32_t number;
    assert_string_equal(world_cstr(w, bul_pdf_find(dict, "Key")), "2 0 R");
    assert_true(bul_pdf_reference(bul_pdf_find(dict, "Key"), &number));
    assert_int_equal(number, 2);
    assert_int_equal(bul_pdf_find(dict, "Not").len, 0);
    assert_int_equal(bul_pdf_find(BUL_STR("[/Key 1]"), "Key").len, 0);
    assert_true(bul_pdf_is_name(bul_pdf_find(dict, "Name"), "Key"));
}

static void items_are_taken_one_by_one(void **state)
{
    bul_str array = BUL_STR("[1 0 R(a)/b]");
    size_t at = 0;
    world *w = *state;
    assert_string_equal(world_cstr(w, bul_pdf_item(array, &at)), "1 0 R");
    assert_string_equal(world_cstr(w, bul_pdf_item(array, &at)), "(a)");
    assert_string_equal(world_cstr(w, bul_pdf_item(array, &at)), "/b");
    assert_int_equal(bul_pdf_item(array, &at).len, 0);
    at = 0;
    assert_int_equal(bul_pdf_item(BUL_STR("<<>>"), &at).len, 0);
}

static void numbers_are_whole_and_not_too_large(void **state)
{
    uint64_t number;
    (void)state;
    assert_true(bul_pdf_number(BUL_STR("042"), 42, &number));
    assert_int_equal(number, 42);
    assert_false(bul_pdf_number(BUL_STR("43"), 42, &number));
    assert_false(bul_pdf_number(BUL_STR("-1"), 42, &number));
    assert_false(bul_pdf_number(BUL_STR("1.5"), 42, &number));
    assert_false(bul_pdf_number(BUL_STR(""), 42, &number));
    assert_false(bul_pdf_number(BUL_STR("99999999999999999999999999"),
                                UINT64_MAX, &number));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_value_ends_where_it_ends),
        WORLD_TEST(keys_are_found_at_their_own_level),
        WORLD_TEST(items_are_taken_one_by_one),
        WORLD_TEST(numbers_are_whole_and_not_too_large),
    };
    return cmocka_run_group_tests_name("pdf_value", tests, NULL, NULL);
}
