/* SPDX-License-Identifier: MIT */
/* test_visible.c - text from files, made safe to show. */
#include "base/utf8.h"
#include "base/visible.h"
#include "support/random.h"
#include "support/world.h"

#define SHOWN "\uFFFD"

static void harmless_text_is_the_same_slice(void **state)
{
    world *w = *state;
    bul_str s = BUL_STR("工会 News — é \U00020BB7 e\u0301 \uFFFD");
    assert_ptr_equal(bul_visible_text(&w->arena, s).ptr, s.ptr);
    assert_int_equal(bul_visible_text(&w->arena, (bul_str){0}).len, 0);
    assert_int_equal(w->arena.used_bytes, 0);
}

static void what_steers_a_terminal_is_replaced(void **state)
{
    static const struct {
        bul_str raw;
        const char *shown;
    } cases[] = {
        {BUL_STR_INIT("a\x1b[31mb"), "a" SHOWN "[31mb"},
        {BUL_STR_INIT("a\0b"), "a" SHOWN "b"},
        {BUL_STR_INIT("\r\n"), SHOWN SHOWN},
        {BUL_STR_INIT("\x7f"), SHOWN},
        {BUL_STR_INIT("\xc2\x80\xc2\x9b"
                      "31m\xc2\x9f"),
         SHOWN SHOWN "31m" SHOWN},
        {BUL_STR_INIT("\u00a0"), "\u00a0"},
        {BUL_STR_INIT("甲\u202e乙\u202a丙"), "甲" SHOWN "乙" SHOWN "丙"},
        {BUL_STR_INIT("\u2066\u2069\u200e\u200f\u061c"),
         SHOWN SHOWN SHOWN SHOWN SHOWN},
        {BUL_STR_INIT("\u2028\u2029"), SHOWN SHOWN},
        {BUL_STR_INIT("\u2065\u206a"), "\u2065\u206a"},
        {BUL_STR_INIT("\x9b"), SHOWN},
        {BUL_STR_INIT("a\tb"), "a    b"},
    };
    world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bul_str shown = bul_visible_text(&w->arena, cases[i].raw);
        assert_string_equal(world_cstr(w, shown), cases[i].shown);
    }
}

static void the_width_is_that_of_the_shown_text(world *w, dice *d)
{
    static const uint32_t odd[] = {'\t', 0x1B, 0x202E, 0x9B, 0x301, 0x5DE5};
    bul_text text = bul_text_in(&w->arena);
    for (int i = 0; i < 10; i++) {
        bul_text_add(&text, dice_text(d, &w->arena, dice_below(d, 10)));
        bul_text_add_char(&text, odd[dice_below(d, 6)]);
    }
    bul_str raw = bul_text_str(&text);
    bul_str shown = bul_visible_text(&w->arena, raw);
    assert_int_equal(bul_visible_width(raw), bul_utf8_display_width(shown));
    assert_ptr_equal(bul_visible_text(&w->arena, shown).ptr, shown.ptr);
}

static void carets_fit_what_is_shown(void **state)
{
    dice_check(the_width_is_that_of_the_shown_text, *state, 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(harmless_text_is_the_same_slice),
        WORLD_TEST(what_steers_a_terminal_is_replaced),
        WORLD_TEST(carets_fit_what_is_shown),
    };
    return cmocka_run_group_tests_name("visible", tests, NULL, NULL);
}
