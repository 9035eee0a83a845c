/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "pdf/pdf_parts.h"
#include "support/edition.h"

typedef struct mapped {
    uint32_t code;
    const char *text;
} mapped;

/* The lines of the map between its head and its end. */
static const char *map_of(world *w, const mapped *pairs, size_t count)
{
    bul_pdf pdf = {0};
    bul_pdf_font font = {0};
    uint16_t *by_code = BUL_NEW(&w->arena, uint16_t, BUL_PDF_GLYPH_LIMIT);
    for (size_t i = 0; i < count; i++) {
        bul_pdf_glyph *glyph = BUL_PUSH(&w->arena, &font.glyphs);
        glyph->code = pairs[i].code;
        glyph->text = bul_str_from(pairs[i].text);
        by_code[pairs[i].code] = (uint16_t)(i + 1);
    }
    const char *map = world_cstr(w, bul_pdf_unicode_map(&pdf, &font, by_code));
    bul_arena_release(&pdf.scratch);
    const char *lines = edition_find(map, "endcodespacerange\n") + 18;
    size_t len = (size_t)(edition_find(lines, "endcmap") - lines);
    return world_cstr(w, bul_str_copy(&w->arena, (bul_str){lines, len}));
}

static void neighbours_share_a_line(void **state)
{
    world *w = *state;
    static const mapped pairs[] = {
        {0x30, "A"}, {0x31, "B"}, {0x32, "C"}, {0x40, "一"}, {0x42, "丁"}};
    assert_string_equal(map_of(w, pairs, 5),
                        "1 beginbfrange\n<0030><0032><0041>\nendbfrange\n"
                        "2 beginbfchar\n<0040><4E00>\n<0042><4E01>\n"
                        "endbfchar\n");
}

static void a_line_keeps_the_first_byte_of_code_and_text(void **state)
{
    world *w = *state;
    static const mapped pairs[] = {
        {0x00FF, "一"}, {0x0100, "丁"}, {0x0200, "仿"}, {0x0201, "伀"}};
    /* U+4EFF and U+4F00 */
    assert_string_equal(map_of(w, pairs, 4),
                        "4 beginbfchar\n<00FF><4E00>\n<0100><4E01>\n"
                        "<0200><4EFF>\n<0201><4F00>\nendbfchar\n");
}

static void longer_texts_stand_alone(void **state)
{
    world *w = *state;
    static const mapped pairs[] = {{5, "——"}, {6, "𠅤"}, {7, "ffi"}, {8, "g"}};
    assert_string_equal(map_of(w, pairs, 4),
                        "4 beginbfchar\n<0005><20142014>\n<0006><D840DD64>\n"
                        "<0007><006600660069>\n<0008><0067>\nendbfchar\n");
}

static void a_section_has_at_most_a_hundred_lines(void **state)
{
    world *w = *state;
    mapped pairs[250];
    for (uint32_t i = 0; i < 250; i++)
        pairs[i] = (mapped){10 + i * 2, "x"};
    const char *map = map_of(w, pairs, 250);
    assert_int_equal(edition_count(map, "100 beginbfchar\n"), 2);
    assert_int_equal(edition_count(map, "50 beginbfchar\n"), 1);
    assert_int_equal(edition_count(map, "endbfchar\n"), 3);
    assert_int_equal(edition_count(map, "><0078>\n"), 250);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(neighbours_share_a_line),
        WORLD_TEST(a_line_keeps_the_first_byte_of_code_and_text),
        WORLD_TEST(longer_texts_stand_alone),
        WORLD_TEST(a_section_has_at_most_a_hundred_lines),
    };
    return cmocka_run_group_tests_name("pdf_unicode", tests, NULL, NULL);
}
