/* SPDX-License-Identifier: MIT */
/* test_message.c - the messages in two languages, and the law they keep. */
#include <string.h>

#include "base/message.h"
#include "support/world.h"

static const struct row {
    const char *name, *code, *zh, *zh_hint, *en, *en_hint;
} rows[] = {
#define BUL_MSG(name, severity, code, zh, zh_hint, en, en_hint)                \
    {#name, code, zh, zh_hint, en, en_hint},
#include "base/messages.def"
#undef BUL_MSG
};

static void arguments_are_put_in_their_places(void **state)
{
    world *w = *state;
    bul_args args = BUL_ARGS(BUL_STR("a.md"), BUL_STR("A.md"));
    assert_string_equal(
        world_cstr(w, bul_message_text(&w->arena, BUL_MSG_FILE_MISSING_NEAR,
                                       BUL_ENGLISH, &args)),
        "cannot find 'a.md'");
    assert_string_equal(
        world_cstr(w, bul_message_text(&w->arena, BUL_MSG_FILE_MISSING_NEAR,
                                       BUL_CHINESE, &args)),
        "找不到文件“a.md”");
    assert_string_equal(
        world_cstr(w, bul_message_hint(&w->arena, BUL_MSG_FILE_MISSING_NEAR,
                                       BUL_ENGLISH, &args)),
        "the folder has 'A.md'; is it that one?");
}

static void a_missing_argument_leaves_its_place_empty(void **state)
{
    world *w = *state;
    assert_string_equal(
        world_cstr(w, bul_message_text(&w->arena, BUL_MSG_FILE_MISSING,
                                       BUL_ENGLISH, &BUL_NO_ARGS)),
        "cannot find ''");
}

static void braces_in_an_argument_are_left_alone(void **state)
{
    world *w = *state;
    bul_args args = BUL_ARGS(BUL_STR("{0}{1}"), BUL_STR("x"));
    assert_string_equal(
        world_cstr(w, bul_message_text(&w->arena, BUL_MSG_FILE_MISSING_NEAR,
                                       BUL_ENGLISH, &args)),
        "cannot find '{0}{1}'");
}

static void an_argument_cannot_steer_the_terminal(void **state)
{
    world *w = *state;
    bul_args args = BUL_ARGS(BUL_STR("\x1b[2J\u202e"));
    assert_string_equal(
        world_cstr(w, bul_message_text(&w->arena, BUL_MSG_FILE_MISSING,
                                       BUL_ENGLISH, &args)),
        "cannot find '\uFFFD[2J\uFFFD'");
}

static void a_message_without_a_hint_has_an_empty_one(void **state)
{
    world *w = *state;
    assert_int_equal(
        bul_message_hint(&w->arena, BUL_MSG_FILE_BOM, BUL_CHINESE, &BUL_NO_ARGS)
            .len,
        0);
}

static void severity_and_code_come_from_the_table(void **state)
{
    world *w = *state;
    assert_int_equal(bul_message_severity(BUL_MSG_FILE_MISSING), BUL_ERROR);
    assert_int_equal(bul_message_severity(BUL_MSG_FILE_BOM), BUL_NOTE);
    assert_string_equal(world_cstr(w, bul_message_code(BUL_MSG_FILE_MISSING)),
                        "file/missing");
    assert_int_equal(sizeof rows / sizeof rows[0], BUL_MSG_COUNT);
}

/* "room/words-in-lower-case" */
static bool is_code(const char *code)
{
    const char *slash = strchr(code, '/');
    return slash != NULL && slash != code && slash[1] != '\0' &&
           strchr(slash + 1, '/') == NULL &&
           strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-/") ==
               strlen(code);
}

static void codes_are_a_room_and_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < BUL_MSG_COUNT; i++) {
        if (!is_code(rows[i].code))
            fail_msg("%s: code '%s'", rows[i].name, rows[i].code);
    }
}

/* Bit n for "{n}"; bit 9 for a brace that opens nothing. */
static unsigned places_in(const char *text)
{
    unsigned places = 0;
    for (; (text = strchr(text, '{')) != NULL; text++) {
        bool is_place = text[1] >= '0' && text[1] <= '4' && text[2] == '}';
        places |= is_place ? 1u << (text[1] - '0') : 1u << 9;
    }
    return places;
}

static unsigned count_bits(unsigned bits)
{
    unsigned count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

/* As many arguments, not the same: a word may come once in each language. */
static void both_languages_say_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < BUL_MSG_COUNT; i++) {
        const struct row *row = &rows[i];
        unsigned zh = places_in(row->zh), en = places_in(row->en);
        if (((zh | en) >> 9) != 0)
            fail_msg("%s: a brace that opens no argument", row->name);
        if (count_bits(zh) != count_bits(en))
            fail_msg("%s: one language tells more", row->name);
        if ((*row->zh_hint == '\0') != (*row->en_hint == '\0'))
            fail_msg("%s: a hint in one language only", row->name);
    }
}

static bool ends_in(const char *text, const char *end)
{
    return bul_str_ends(bul_str_from(text), bul_str_from(end));
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* PDF, YAML and their like, and proper names. */
static bool may_open_with_capital(const char *text)
{
    static const char *const names[] = {"Chinese",  "English", "Latin",
                                        "Markdown", "Unicode", "Windows"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (bul_str_starts(bul_str_from(text), bul_str_from(names[i])))
            return true;
    }
    return is_upper(text[0]) && is_upper(text[1]);
}

static void sentences_keep_the_law_of_messages(void **state)
{
    (void)state;
    for (size_t i = 0; i < BUL_MSG_COUNT; i++) {
        const struct row *row = &rows[i];
        if (*row->zh == '\0' || *row->en == '\0')
            fail_msg("%s: no sentence", row->name);
        if (ends_in(row->en, ".") || ends_in(row->zh, "。") ||
            ends_in(row->en_hint, ".") || ends_in(row->zh_hint, "。"))
            fail_msg("%s: ends in a full stop", row->name);
        if (is_upper(row->en[0]) && !may_open_with_capital(row->en))
            fail_msg("%s: begins with a capital", row->name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(arguments_are_put_in_their_places),
        WORLD_TEST(a_missing_argument_leaves_its_place_empty),
        WORLD_TEST(braces_in_an_argument_are_left_alone),
        WORLD_TEST(an_argument_cannot_steer_the_terminal),
        WORLD_TEST(a_message_without_a_hint_has_an_empty_one),
        WORLD_TEST(severity_and_code_come_from_the_table),
        WORLD_TEST(codes_are_a_room_and_words),
        WORLD_TEST(both_languages_say_the_same),
        WORLD_TEST(sentences_keep_the_law_of_messages),
    };
    return cmocka_run_group_tests_name("message", tests, NULL, NULL);
}
