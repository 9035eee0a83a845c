/* SPDX-License-Identifier: MIT */
/* test_opportunity_ucd.c - UAX #14 against the data of Unicode 15.0, where
 * Debian's unicode-data has put it; without it these tests are skipped.
 *
 * LineBreakTest.txt passes as it stands. By our rules some of its rows come
 * out otherwise: each difference must be one of those named below, and each
 * of those must occur in as many rows as told. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "support/places.h"
#include "text/opportunity_table.h"

#define DATABASE  "/usr/share/unicode/"
#define VERSION   "-15.0.0"
#define ROW_COUNT 7654
#define LONGEST   64 /* characters of a row */

typedef struct test_row {
    uint32_t chars[LONGEST];
    bool breaks[LONGEST + 1]; /* before each, and at the end */
    size_t count;
} test_row;

/* Skips the test where the file is missing or of another version. */
static FILE *open_database(const char *name)
{
    char line[4096];
    FILE *file = fopen(name, "r");
    if (!file)
        skip();
    if (!fgets(line, sizeof line, file) || !strstr(line, VERSION)) {
        (void)fclose(file);
        skip();
    }
    return file;
}

/* "× 0061 ÷ 0020 ÷ # …"; false where the line has no row. */
static bool read_row(const char *line, test_row *row)
{
    static const char breaks[] = "÷", holds[] = "×";
    row->count = 0;
    while (*line == ' ' || strncmp(line, breaks, 2) == 0 ||
           strncmp(line, holds, 2) == 0) {
        row->breaks[row->count] = strncmp(line, breaks, 2) == 0;
        line += 2;
        char *end;
        unsigned long c = strtoul(line, &end, 16);
        if (end == line || row->count == LONGEST)
            break;
        row->chars[row->count++] = (uint32_t)c;
        line = end + 1;
    }
    return row->count > 0;
}

static void break_row(world *w, const test_row *row, const bul_rules *rules,
                      bool *breaks)
{
    bul_arena_mark mark = bul_arena_mark_now(&w->arena);
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < row->count; i++)
        bul_text_add_char(&text, row->chars[i]);
    bul_str s = bul_text_str(&text);
    const uint8_t *kinds = places_kinds(w, s, rules);
    size_t at = 0;
    for (size_t i = 0; i < row->count; i++) {
        breaks[i] = kinds[at] != BUL_OPPORTUNITY_NEVER;
        (void)bul_utf8_next(s, &at);
    }
    breaks[row->count] = kinds[at] != BUL_OPPORTUNITY_NEVER;
    bul_arena_rewind(&w->arena, mark);
}

/* ---- The algorithm as it stands. ---- */

static void every_row_of_the_line_break_test_passes(void **state)
{
    FILE *file = open_database(DATABASE "auxiliary/LineBreakTest.txt");
    char line[4096];
    test_row row;
    bool breaks[LONGEST + 1];
    size_t row_count = 0, line_number = 1;
    while (line_number++, fgets(line, sizeof line, file)) {
        if (!read_row(line, &row))
            continue;
        row_count++;
        break_row(*state, &row, PLACES_UNTAILORED, breaks);
        if (memcmp(breaks, row.breaks, row.count + 1) != 0)
            fail_msg("line %zu: %s", line_number, line);
    }
    (void)fclose(file);
    assert_int_equal(row_count, ROW_COUNT);
}

/* ---- Where our rules differ. ---- */

static uint32_t char_at(const test_row *row, size_t i)
{
    return i < row->count ? row->chars[i] : 0;
}

static bool is_spaced(const test_row *row, size_t i)
{
    return i > 0 && row->chars[i - 1] == ' ';
}

/* Where the character is that stands before a place, spaces and the row's
 * combining diaeresis left out. */
static size_t index_before(const test_row *row, size_t i)
{
    while (i > 1 && (row->chars[i - 1] == ' ' || row->chars[i - 1] == 0x308))
        i--;
    return i - 1;
}

static uint32_t char_before(const test_row *row, size_t i)
{
    return row->chars[index_before(row, i)];
}

static bool is_lone_dash(const test_row *row, size_t i)
{
    return row->chars[i] == 0x2014 && char_at(row, i + 1) != 0x2014;
}

static bool is_lone_hyphen(const test_row *row, size_t i)
{
    uint32_t next = char_at(row, i + 1);
    return row->chars[i] == '-' && is_spaced(row, i) &&
           (next == 0 || next == ' ');
}

static bool is_after_first_hyphen(const test_row *row, size_t i)
{
    return !is_spaced(row, i) && index_before(row, i) == 0 &&
           row->chars[0] == '-';
}

static bool is_after_solidus(const test_row *row, size_t i)
{
    return !is_spaced(row, i) && char_before(row, i) == '/';
}

static bool is_after_latin_sign(const test_row *row, size_t i)
{
    uint32_t c = char_before(row, i);
    return !is_spaced(row, i) && c < 0x80 && strchr("!$%),.\\]}|", (int)c) &&
           bul_utf8_width(row->chars[i]) == 1;
}

static bool is_unit_after_space(const test_row *row, size_t i)
{
    return row->chars[i] == '%' && is_spaced(row, i) &&
           char_before(row, i) == '0';
}

static bool is_beside_symbol(const test_row *row, size_t i)
{
    return row->chars[i] == 0x2295 || row->chars[i - 1] == 0x2295;
}

static bool is_before_ellipsis(const test_row *row, size_t i)
{
    return row->chars[i] == 0x2026;
}

static const struct tailoring {
    const char *name;
    bool opens; /* a place that UAX #14 closes; else it closes one */
    bool (*explains)(const test_row *row, size_t i);
    size_t row_count;
} tailorings[] = {
    {"a dash alone is a connector and begins no line", false, is_lone_dash,
     145},
    {"nor does a hyphen between spaces", false, is_lone_hyphen, 83},
    {"a hyphen before a word holds it", false, is_after_first_hyphen, 42},
    {"a solidus ends no line", false, is_after_solidus, 40},
    {"Latin words are whole with their signs", false, is_after_latin_sign, 97},
    {"per cent holds over a space", false, is_unit_after_space, 2},
    {"symbols are hanzi in Chinese", true, is_beside_symbol, 2},
    {"an ellipsis may begin a line", true, is_before_ellipsis, 1},
};

#define TAILORING_COUNT (sizeof tailorings / sizeof tailorings[0])

static size_t tailoring_of(const test_row *row, size_t i, bool opens)
{
    for (size_t t = 0; t < TAILORING_COUNT; t++)
        if (tailorings[t].opens == opens && tailorings[t].explains(row, i))
            return t;
    return TAILORING_COUNT;
}

/* Counts the row for each tailoring that changes it. Yields the first place
 * that none explains, or the row's count. */
static size_t explain_row(const test_row *row, const bool *breaks,
                          size_t *row_counts)
{
    bool is_counted[TAILORING_COUNT] = {false};
    for (size_t i = 0; i < row->count; i++) {
        if (breaks[i] == row->breaks[i])
            continue;
        size_t t = tailoring_of(row, i, breaks[i]);
        if (t == TAILORING_COUNT)
            return i;
        row_counts[t] += !is_counted[t];
        is_counted[t] = true;
    }
    return row->count;
}

/* Counts rows by tailoring; yields how many are not explained and shows the
 * first of them, if so asked. */
static size_t explain_file(world *w, const bul_rules *rules, bool shows,
                           size_t *row_counts)
{
    FILE *file = open_database(DATABASE "auxiliary/LineBreakTest.txt");
    char line[4096];
    test_row row;
    bool breaks[LONGEST + 1];
    size_t unexplained_count = 0;
    while (fgets(line, sizeof line, file)) {
        if (!read_row(line, &row))
            continue;
        break_row(w, &row, rules, breaks);
        size_t place = explain_row(&row, breaks, row_counts);
        if (place == row.count)
            continue;
        if (shows && unexplained_count == 0)
            print_error("before character %zu of %s", place + 1, line);
        unexplained_count++;
    }
    (void)fclose(file);
    return unexplained_count;
}

static void our_rules_differ_from_it_where_they_mean_to(void **state)
{
    size_t row_counts[TAILORING_COUNT] = {0};
    assert_int_equal(explain_file(*state, &places_gb, true, row_counts), 0);
    for (size_t t = 0; t < TAILORING_COUNT; t++)
        if (row_counts[t] != tailorings[t].row_count)
            fail_msg("%s: %zu rows, not %zu", tailorings[t].name, row_counts[t],
                     tailorings[t].row_count);
}

/* The control: rules that were not explained are found out. */
static void another_level_differs_elsewhere(void **state)
{
    size_t row_counts[TAILORING_COUNT] = {0};
    assert_true(explain_file(*state, &places_none, false, row_counts) > 100);
}

/* ---- The table of classes. ---- */

/* What LB1 and the table may make of a class of the database. */
static const struct class_name {
    const char *name;
    uint8_t class, or_else;
} class_names[] = {
    {"AI", BUL_LINE_AL, BUL_LINE_AL},         {"AL", BUL_LINE_AL, BUL_LINE_AL},
    {"B2", BUL_LINE_B2, BUL_LINE_B2},         {"BA", BUL_LINE_BA, BUL_LINE_BA},
    {"BB", BUL_LINE_BB, BUL_LINE_BB},         {"BK", BUL_LINE_BK, BUL_LINE_BK},
    {"CB", BUL_LINE_CB, BUL_LINE_CB},         {"CJ", BUL_LINE_NS, BUL_LINE_NS},
    {"CL", BUL_LINE_CL, BUL_LINE_CL},         {"CM", BUL_LINE_CM, BUL_LINE_CM},
    {"CP", BUL_LINE_CP, BUL_LINE_CP},         {"CR", BUL_LINE_CR, BUL_LINE_CR},
    {"EB", BUL_LINE_EB, BUL_LINE_EB},         {"EM", BUL_LINE_EM, BUL_LINE_EM},
    {"EX", BUL_LINE_EX, BUL_LINE_EX},         {"GL", BUL_LINE_GL, BUL_LINE_GL},
    {"H2", BUL_LINE_H2, BUL_LINE_H2},         {"H3", BUL_LINE_H3, BUL_LINE_H3},
    {"HL", BUL_LINE_HL, BUL_LINE_HL},         {"HY", BUL_LINE_HY, BUL_LINE_HY},
    {"ID", BUL_LINE_ID, BUL_LINE_EMOJI_KEPT}, {"IN", BUL_LINE_IN, BUL_LINE_IN},
    {"IS", BUL_LINE_IS, BUL_LINE_IS},         {"JL", BUL_LINE_JL, BUL_LINE_JL},
    {"JT", BUL_LINE_JT, BUL_LINE_JT},         {"JV", BUL_LINE_JV, BUL_LINE_JV},
    {"LF", BUL_LINE_LF, BUL_LINE_LF},         {"NL", BUL_LINE_LF, BUL_LINE_LF},
    {"NS", BUL_LINE_NS, BUL_LINE_NS},         {"NU", BUL_LINE_NU, BUL_LINE_NU},
    {"OP", BUL_LINE_OP, BUL_LINE_NARROW_OP},  {"PO", BUL_LINE_PO, BUL_LINE_PO},
    {"PR", BUL_LINE_PR, BUL_LINE_PR},         {"QU", BUL_LINE_QU, BUL_LINE_QU},
    {"RI", BUL_LINE_RI, BUL_LINE_RI},         {"SA", BUL_LINE_AL, BUL_LINE_CM},
    {"SG", BUL_LINE_AL, BUL_LINE_AL},         {"SP", BUL_LINE_SP, BUL_LINE_SP},
    {"SY", BUL_LINE_SY, BUL_LINE_SY},         {"WJ", BUL_LINE_WJ, BUL_LINE_WJ},
    {"XX", BUL_LINE_AL, BUL_LINE_AL},         {"ZW", BUL_LINE_ZW, BUL_LINE_ZW},
    {"ZWJ", BUL_LINE_ZWJ, BUL_LINE_ZWJ},
};

static const struct class_name *class_named(const char *name)
{
    for (size_t i = 0; i < sizeof class_names / sizeof class_names[0]; i++)
        if (strcmp(class_names[i].name, name) == 0)
            return &class_names[i];
    fail_msg("no class %s", name);
    return NULL;
}

static void every_character_has_the_class_of_the_database(void **state)
{
    FILE *file = open_database(DATABASE "LineBreak.txt");
    char line[4096], name[4];
    size_t seen_count = 0;
    (void)state;
    while (fgets(line, sizeof line, file)) {
        unsigned first, last;
        if (sscanf(line, "%x..%x;%3[A-Z0-9]", &first, &last, name) != 3) {
            if (sscanf(line, "%x;%3[A-Z0-9]", &first, name) != 2)
                continue;
            last = first;
        }
        const struct class_name *wanted = class_named(name);
        for (uint32_t c = first; c <= last; c++, seen_count++) {
            uint8_t found = bul_line_kind_of(c).plain;
            if (found != wanted->class && found != wanted->or_else)
                fail_msg("U+%04X is %d, not %s", c, found, name);
        }
    }
    (void)fclose(file);
    assert_true(seen_count > 280000);
}

static void what_is_not_assigned_has_the_class_of_its_block(void **state)
{
    static const struct {
        uint32_t code_point;
        uint8_t plain;
    } cases[] = {
        {0x4DBF, BUL_LINE_ID},          {0xFADA, BUL_LINE_ID},
        {0x2FFFD, BUL_LINE_ID},         {0x2FFFE, BUL_LINE_AL},
        {0x3FFFD, BUL_LINE_ID},         {0x1FAFF, BUL_LINE_EMOJI_KEPT},
        {0x1FFFD, BUL_LINE_EMOJI_KEPT}, {0x20CF, BUL_LINE_PR},
        {0x378, BUL_LINE_AL},           {0x50005, BUL_LINE_AL},
        {0xE01EF, BUL_LINE_CM},         {0xE01F0, BUL_LINE_AL},
        {0x10FFFF, BUL_LINE_AL},        {UINT32_MAX, BUL_LINE_AL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (bul_line_kind_of(cases[i].code_point).plain != cases[i].plain)
            fail_msg("U+%04X", cases[i].code_point);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_row_of_the_line_break_test_passes),
        WORLD_TEST(our_rules_differ_from_it_where_they_mean_to),
        WORLD_TEST(another_level_differs_elsewhere),
        WORLD_TEST(every_character_has_the_class_of_the_database),
        WORLD_TEST(what_is_not_assigned_has_the_class_of_its_block),
    };
    return cmocka_run_group_tests_name("opportunity ucd", tests, NULL, NULL);
}
