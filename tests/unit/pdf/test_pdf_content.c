/* SPDX-License-Identifier: MIT */
#include "pdf/pdf_content.h"
#include "support/world.h"

static const char *printed(world *w, void (*print)(bul_content *, int64_t),
                           int64_t value)
{
    bul_content content = {.arena = &w->arena};
    print(&content, value);
    return world_cstr(w, bul_content_str(&content));
}

static void thousandths_are_printed_exactly_and_shortly(void **state)
{
    world *w = *state;
    static const struct {
        int64_t value;
        const char *text;
    } cases[] = {
        {0, "0"},
        {1, ".001"},
        {-1, "-.001"},
        {10, ".01"},
        {500, ".5"},
        {1000, "1"},
        {-1000, "-1"},
        {10500, "10.5"},
        {-841890, "-841.89"},
        {12345, "12.345"},
        {100000, "100"},
        {1010, "1.01"},
        {INT64_MIN, "-9223372036854775.808"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(printed(w, bul_content_milli, cases[i].value),
                            cases[i].text);
}

static void integers_are_printed_whole(void **state)
{
    world *w = *state;
    assert_string_equal(printed(w, bul_content_int, 0), "0");
    assert_string_equal(printed(w, bul_content_int, -120), "-120");
    assert_string_equal(printed(w, bul_content_int, INT64_MAX),
                        "9223372036854775807");
}

static void text_becomes_utf16_with_surrogates(void **state)
{
    world *w = *state;
    bul_content content = {.arena = &w->arena};

    bul_content_utf16(&content, BUL_STR("A工𠮷"));

    assert_string_equal(world_cstr(w, bul_content_str(&content)),
                        "00415DE5D842DFB7");
}

static void a_box_is_four_numbers(void **state)
{
    world *w = *state;
    bul_content content = {.arena = &w->arena};
    const int64_t box[4] = {0, -250, 595276, 841890};

    bul_content_box(&content, box);

    assert_string_equal(world_cstr(w, bul_content_str(&content)),
                        "[0 -.25 595.276 841.89]");
}

static void a_content_grows_and_keeps_what_it_has(void **state)
{
    world *w = *state;
    bul_content content = {.arena = &w->arena};
    for (int i = 0; i < 10000; i++)
        bul_content_int(&content, i % 10);

    assert_int_equal(content.len, 10000);
    for (size_t i = 0; i < 10000; i++)
        assert_int_equal(content.ptr[i], '0' + (char)(i % 10));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(thousandths_are_printed_exactly_and_shortly),
        WORLD_TEST(integers_are_printed_whole),
        WORLD_TEST(text_becomes_utf16_with_surrogates),
        WORLD_TEST(a_box_is_four_numbers),
        WORLD_TEST(a_content_grows_and_keeps_what_it_has),
    };
    return cmocka_run_group_tests_name("pdf_content", tests, NULL, NULL);
}
