/* SPDX-License-Identifier: MIT */
#include "support/world.h"
#include "text/face.h"
#include "text/system_fonts.h"

static const uint32_t uyghur = 0x06D5, hanzi = 0x5DE5;

/* The first family is preferred to the second. */
static void assert_before(bul_locale locale, uint32_t code_point,
                          const char *first, const char *second)
{
    int a = bul_system_font_rank(locale, code_point, first);
    int b = bul_system_font_rank(locale, code_point, second);
    if (a >= b)
        fail_msg("%s (%d) is not preferred to %s (%d)", first, a, second, b);
}

static void uyghur_is_set_in_a_text_face_made_for_it(void **state)
{
    (void)state;
    for (unsigned i = 0; i < BUL_LOCALE_COUNT; i++) {
        bul_locale locale = (bul_locale)i;
        assert_before(locale, uyghur, "UKIJ Tuz", "Noto Naskh Arabic");
        assert_before(locale, uyghur, "Noto Naskh Arabic", "Noto Sans Arabic");
        assert_before(locale, uyghur, "Noto Sans Arabic", "DejaVu Sans");
        assert_before(locale, uyghur, "Noto Sans Arabic", "UKIJ Kawak 3D");
        assert_before(locale, uyghur, "UKIJ Tuz", "Noto Serif CJK SC");
    }
}

static void hanzi_are_set_in_the_forms_of_the_locale(void **state)
{
    (void)state;
    assert_before(BUL_LOCALE_ZH_HANS, hanzi, "Noto Serif CJK SC",
                  "Noto Sans CJK SC");
    assert_before(BUL_LOCALE_ZH_HANS, hanzi, "Noto Sans CJK SC", "HanaMinB");
    assert_before(BUL_LOCALE_ZH_HANS, hanzi, "HanaMinB", "Noto Serif CJK TC");
    assert_before(BUL_LOCALE_ZH_TW, hanzi, "Noto Sans CJK TC",
                  "Noto Serif CJK SC");
    assert_before(BUL_LOCALE_JA, hanzi, "Noto Serif CJK JP",
                  "Noto Serif CJK SC");
    assert_before(BUL_LOCALE_JA, hanzi, "Noto Serif CJK SC", "DejaVu Sans");
}

static void
a_family_of_the_system_is_found_under_its_own_name_only(void **state)
{
    world *w = *state;
    bul_system_font font = {0};
    assert_true(bul_system_font_find(&w->arena, BUL_STR("Noto Sans CJK KR"),
                                     700, &font));
    assert_true(bul_str_ends(font.path, BUL_STR(".ttc")));
    assert_false(
        bul_system_font_find(&w->arena, BUL_STR("No Such Family"), 400, &font));
}

static void a_face_that_covers_a_character_has_it(void **state)
{
    world *w = *state;
    bul_system_font font = {0};
    assert_true(bul_system_font_cover(&w->arena, BUL_LOCALE_KO, 0xAC00, &font));
    bul_str bytes;
    assert_int_equal(bul_world_open(bul_world_real(), &w->arena, BUL_STR(""),
                                    font.path, (size_t)64 << 20, &bytes),
                     BUL_WORLD_OK);
    const bul_face *face =
        bul_face_read(&w->arena, font.path, bytes, font.number);
    assert_non_null(face);
    assert_string_equal(world_cstr(w, face->family), "Noto Serif CJK KR");
    assert_int_not_equal(bul_face_glyph(face, 0xAC00), 0);
    assert_false(
        bul_system_font_cover(&w->arena, BUL_LOCALE_KO, 0x10FFFE, &font));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(uyghur_is_set_in_a_text_face_made_for_it),
        WORLD_TEST(hanzi_are_set_in_the_forms_of_the_locale),
        WORLD_TEST(a_family_of_the_system_is_found_under_its_own_name_only),
        WORLD_TEST(a_face_that_covers_a_character_has_it),
    };
    return cmocka_run_group_tests_name("system_fonts", tests, NULL, NULL);
}
