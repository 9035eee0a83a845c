/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "support/world.h"
#include "text/orientation.h"

#define DATABASE "/usr/share/unicode/VerticalOrientation.txt"

static void hanzi_stand_and_latin_lies(void **state)
{
    (void)state;
    assert_int_equal(bul_orientation_of(0x4E00), BUL_ORIENTATION_UPRIGHT);
    assert_int_equal(bul_orientation_of(0x20BB7), BUL_ORIENTATION_UPRIGHT);
    assert_int_equal(bul_orientation_of(0xFF21), BUL_ORIENTATION_UPRIGHT);
    assert_int_equal(bul_orientation_of('a'), BUL_ORIENTATION_ROTATED);
    assert_int_equal(bul_orientation_of(0x2014), BUL_ORIENTATION_ROTATED);
    assert_int_equal(bul_orientation_of(0x201C), BUL_ORIENTATION_ROTATED);
}

static void marks_have_forms_of_their_own(void **state)
{
    static const uint32_t upright[] = {0x3001, 0x3002, 0xFF01, 0xFF0C, 0x3041};
    static const uint32_t rotated[] = {0x300C, 0xFF08, 0x300A, 0x30FC, 0xFF1A};
    (void)state;
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(bul_orientation_of(upright[i]),
                         BUL_ORIENTATION_UPRIGHT_FORM);
        assert_int_equal(bul_orientation_of(rotated[i]),
                         BUL_ORIENTATION_ROTATED_FORM);
    }
}

static void what_is_no_character_lies(void **state)
{
    (void)state;
    assert_int_equal(bul_orientation_of(0x110000), BUL_ORIENTATION_ROTATED);
    assert_int_equal(bul_orientation_of(UINT32_MAX), BUL_ORIENTATION_ROTATED);
}

static uint8_t orientation_named(const char *name)
{
    if (strcmp(name, "U") == 0)
        return BUL_ORIENTATION_UPRIGHT;
    if (strcmp(name, "Tu") == 0)
        return BUL_ORIENTATION_UPRIGHT_FORM;
    if (strcmp(name, "Tr") == 0)
        return BUL_ORIENTATION_ROTATED_FORM;
    assert_string_equal(name, "R");
    return BUL_ORIENTATION_ROTATED;
}

/* Fills `wanted`; false where the database of 15.0 is not there. */
static bool read_database(uint8_t *wanted, size_t *row_count)
{
    FILE *file = fopen(DATABASE, "r");
    char line[512];
    *row_count = 0;
    if (!file)
        return false;
    bool is_ours = fgets(line, sizeof line, file) && strstr(line, "-15.0.0");
    while (is_ours && fgets(line, sizeof line, file)) {
        unsigned first, last;
        char name[3];
        if (sscanf(line, "%x..%x ; %2[UTRur]", &first, &last, name) != 3) {
            if (sscanf(line, "%x ; %2[UTRur]", &first, name) != 2)
                continue;
            last = first;
        }
        assert_true(first <= last && last <= 0x10FFFF);
        memset(wanted + first, orientation_named(name), last - first + 1);
        ++*row_count;
    }
    (void)fclose(file);
    return is_ours;
}

static void every_character_stands_as_the_database_says(void **state)
{
    world *w = *state;
    uint8_t *wanted = BUL_NEW(&w->arena, uint8_t, 0x110000);
    size_t row_count, forms = 0;
    if (!read_database(wanted, &row_count))
        skip();
    assert_true(row_count > 2000);
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (bul_orientation_of(c) != wanted[c])
            fail_msg("U+%04X is %d, not %d", c, (int)bul_orientation_of(c),
                     wanted[c]);
        forms += wanted[c] >= BUL_ORIENTATION_UPRIGHT_FORM;
    }
    assert_int_equal(forms, 148 + 47);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(hanzi_stand_and_latin_lies),
        WORLD_TEST(marks_have_forms_of_their_own),
        WORLD_TEST(what_is_no_character_lies),
        WORLD_TEST(every_character_stands_as_the_database_says),
    };
    return cmocka_run_group_tests_name("orientation", tests, NULL, NULL);
}
