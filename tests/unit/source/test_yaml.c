/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "source/schema.h"
#include "source/yaml.h"
#include "support/random.h"
#include "support/world.h"

static const bul_schema text = {.forms = BUL_FORM_TEXT};
static const bul_schema texts = {.forms = BUL_FORM_LIST, .items = &text};
static const bul_schema_key person_keys[] = {
    {"role", "角色", &text, false, "", ""}, {NULL, NULL, NULL, false, "", ""}};
static const bul_schema person = {.forms = BUL_FORM_MAP, .keys = person_keys};
static const bul_schema people = {.forms = BUL_FORM_LIST, .items = &person};
static const bul_schema_key keys[] = {
    {"title", "标题", &text, false, "", ""},
    {"summary", "提要", &texts, false, "", ""},
    {"byline", "作者", &people, false, "", ""},
    {NULL, NULL, NULL, false, "", ""}};
static const bul_schema schema = {.forms = BUL_FORM_MAP, .keys = keys};

/* Reads the text of a file whose first bytes are not YAML, so that offsets of
 * file and part differ. */
static bul_yaml *read_yaml(world *w, const char *yaml)
{
    size_t len = strlen(yaml);
    char *whole = BUL_NEW(&w->arena, char, len + 5);
    memcpy(whole, "---\n", 4);
    memcpy(whole + 4, yaml, len);
    bul_source source = {.path = BUL_STR("a.yaml"), .text = {whole, len + 4}};
    source.file = world_add_text(w, "a.yaml", whole);
    bul_source *kept = bul_arena_copy(&w->arena, &source, sizeof source);
    return bul_yaml_read(&w->arena, &w->diag, (bul_yaml_part){kept, 4, len + 4},
                         &schema);
}

static const bul_yaml *value_of(const bul_yaml *map, const char *key)
{
    for (size_t i = 0; i < map->entries.count; i++)
        if (bul_str_equal(map->entries.items[i].key, bul_str_from(key)))
            return map->entries.items[i].value;
    fail_msg("no key %s", key);
    return map;
}

static const bul_yaml *item_of(const bul_yaml *list, size_t index)
{
    assert_true(index < list->items.count);
    return list->items.items[index];
}

/* The bytes of the file a value's span covers. */
static const char *bytes_of(world *w, const bul_yaml *value)
{
    bul_str file = w->diag.files.items[value->span.file - 1].text;
    return bul_cstr(&w->arena,
                    bul_str_sub(file, value->span.start, value->span.end));
}

static const char *text_of(world *w, const bul_yaml *map, const char *key)
{
    return bul_cstr(&w->arena, value_of(map, key)->text);
}

static void a_tree_keeps_order_and_places(void **state)
{
    world *w = *state;
    bul_yaml *map = read_yaml(w, "标题: 工会\nb: [甲, \"乙 丙\"]\n"
                                 "c: {x: 1, y: 'z'}\n");
    assert_int_equal(map->entries.count, 3);
    assert_string_equal(text_of(w, map, "标题"), "工会");
    const bul_yaml *b = value_of(map, "b");
    assert_int_equal(b->items.count, 2);
    assert_string_equal(bytes_of(w, item_of(b, 1)), "乙 丙");
    assert_string_equal(bytes_of(w, value_of(map, "标题")), "工会");
    assert_string_equal(bytes_of(w, value_of(value_of(map, "c"), "y")), "z");
    assert_string_equal(world_last(w), "");
}

static void scalars_are_text_whatever_they_look_like(void **state)
{
    world *w = *state;
    bul_yaml *map = read_yaml(w, "a: 08\nb: no\nc: 2026-11-20\nd: ~\n");
    assert_string_equal(text_of(w, map, "a"), "08");
    assert_string_equal(text_of(w, map, "b"), "no");
    assert_string_equal(text_of(w, map, "c"), "2026-11-20");
    assert_string_equal(text_of(w, map, "d"), "~");
}

static void nothing_after_a_key_is_none_but_quotes_are_text(void **state)
{
    world *w = *state;
    bul_yaml *map = read_yaml(w, "a:\nb: \"\"\n");
    assert_int_equal(value_of(map, "a")->kind, BUL_YAML_NONE);
    assert_int_equal(value_of(map, "b")->kind, BUL_YAML_TEXT);
}

static void an_empty_part_is_an_empty_map(void **state)
{
    world *w = *state;
    assert_int_equal(read_yaml(w, "")->kind, BUL_YAML_MAP);
    assert_int_equal(read_yaml(w, "# 注释\n")->entries.count, 0);
    assert_string_equal(world_last(w), "");
}

static void a_key_given_twice_names_its_first_line(void **state)
{
    world *w = *state;
    bul_yaml *map = read_yaml(w, "标题: 甲\nb: 1\n标题: 乙\n");
    assert_string_equal(text_of(w, map, "标题"), "甲");
    assert_string_equal(world_last(w),
                        "a.yaml:4:1: error: '标题' is given twice, first on "
                        "line 2; this one is not used [yaml/duplicate-key]");
}

static void tabs_are_reported_and_read_as_blanks(void **state)
{
    world *w = *state;
    bul_yaml *map = read_yaml(w, "a:\n\tb: 1\n\tc: 2\n");
    assert_string_equal(text_of(w, value_of(map, "a"), "c"), "2");
    assert_int_equal(world_count_of(w, BUL_MSG_YAML_TAB), 2);
    assert_string_equal(world_last(w), "a.yaml:4:1: error: this line is "
                                       "indented with tabs [yaml/tab]");
}

static void a_full_width_colon_after_a_known_key_is_mended(void **state)
{
    world *w = *state;
    bul_yaml *map = read_yaml(w, "标题：工会\n作者：\n  - 角色：通讯员\n");
    assert_string_equal(text_of(w, map, "标题"), "工会");
    assert_string_equal(bytes_of(w, value_of(map, "标题")), "工会");
    const bul_yaml *first = item_of(value_of(map, "作者"), 0);
    assert_string_equal(bytes_of(w, value_of(first, "角色")), "通讯员");
    assert_int_equal(world_count_of(w, BUL_MSG_YAML_WIDE_COLON), 3);
    assert_int_equal(w->diag.error_count, 0);
}

static void a_list_of_texts_may_use_the_words_of_keys(void **state)
{
    world *w = *state;
    bul_yaml *map = read_yaml(w, "提要:\n  - 标题：甲\n  - 二\n");
    const bul_yaml *first = item_of(value_of(map, "提要"), 0);
    assert_int_equal(first->kind, BUL_YAML_TEXT);
    assert_string_equal(bul_cstr(&w->arena, first->text), "标题：甲");
    assert_string_equal(world_last(w), "");
}

static void block_text_is_not_mended(void **state)
{
    world *w = *state;
    bul_yaml *map = read_yaml(w, "x: |\n  标题：甲\n\n  作者:乙\n标题：丙\n");
    assert_string_equal(text_of(w, map, "x"), "标题：甲\n\n作者:乙\n");
    assert_string_equal(text_of(w, map, "标题"), "丙");
}

static void a_space_missing_after_a_colon_is_put_in(void **state)
{
    world *w = *state;
    bul_yaml *map = read_yaml(w, "标题:工会\nb: 周报\n作者:　丙\n");
    assert_string_equal(text_of(w, map, "标题"), "工会");
    assert_string_equal(bytes_of(w, value_of(map, "标题")), "工会");
    assert_string_equal(bytes_of(w, value_of(map, "b")), "周报");
    assert_string_equal(text_of(w, map, "作者"), "丙");
    assert_int_equal(world_count_of(w, BUL_MSG_YAML_NO_SPACE), 1);
}

/* Each mistake, and what is said of it. The file begins on line 2. */
static void mistakes_are_named_at_their_line(void **state)
{
    static const char *const cases[][2] = {
        {"标题: 工会: 周报\n", "2:7: [yaml/second-colon]"},
        {"b: 1\n标题: \"没有\nc: 2\n", "3:5: [yaml/missing-quote]"},
        {"标题: '没有\nc: 2\n", "2:5: [yaml/missing-quote]"},
        {"b: 1\nc: [a, b\nd: 2\n", "3:4: [yaml/missing-bracket]"},
        {"b: {x: 1\n", "2:4: [yaml/missing-bracket]"},
        {"b: 1\n作著：x\nc: 2\n", "3:3: [yaml/full-width-colon]"},
        {"b: @x\n", "2:4: [yaml/first-sign]"},
        {"b: `x`\n", "2:4: [yaml/first-sign]"},
        {"b: 1\nc\nd: 2\n", "3:1: [yaml/no-colon]"},
        {"b: \"甲\"乙\n", "2:4: [yaml/quoted-part]"},
        {"b: x\n  c: y\n", "3:3: [yaml/indent]"},
        {"b: &a 1\n", "2:7: [yaml/anchor]"},
        {"b: *a\n", "2:5: [yaml/anchor]"},
        {"b: !!str 1\n", "2:10: [yaml/tag]"},
        {"<<: {a: 1}\n", "2:1: [yaml/merge-key]"},
        {"b: 1\n---\nc: 2\n", "3:1: [yaml/second-document]"},
        {"? [a]\n: 1\n", "2:3: [yaml/key-not-text]"},
    };
    world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bul_diag_init(&w->diag, &w->arena);
        read_yaml(w, cases[i][0]);
        assert_true(w->diag.entries.count >= 1);
        bul_diag_entry entry = w->diag.entries.items[0];
        bul_place place = bul_diag_place(&w->diag, entry.span);
        bul_text said = bul_text_in(&w->arena);
        bul_text_addf(&said, "%zu:%zu: [", place.line, place.column);
        bul_text_add(&said, bul_message_code(entry.id));
        bul_text_add(&said, BUL_STR("]"));
        assert_string_equal(bul_cstr(&w->arena, bul_text_str(&said)),
                            cases[i][1]);
        assert_int_equal(w->diag.entries.count, 1);
    }
}

static void one_reading_shows_several_mistakes(void **state)
{
    world *w = *state;
    bul_yaml *map = read_yaml(w, "a: x: y\nb: 1\nc: \"没有\nd: @x\ne: 2\n");
    assert_int_equal(w->diag.error_count, 3);
    assert_true(map->is_broken);
    assert_string_equal(text_of(w, map, "b"), "1");
    assert_string_equal(text_of(w, map, "e"), "2");
}

static void
a_sequence_that_turns_into_a_map_is_not_dropped_in_silence(void **state)
{
    world *w = *state;
    read_yaml(w, "- a\nb: 1\n");
    assert_true(w->diag.error_count > 0);
}

static void depth_is_limited(void **state)
{
    world *w = *state;
    bul_text deep = bul_text_in(&w->arena);
    bul_text_add(&deep, BUL_STR("a: "));
    for (int i = 0; i < 200 * 1024; i++)
        bul_text_add(&deep, BUL_STR("["));
    bul_yaml *map = read_yaml(w, bul_cstr(&w->arena, bul_text_str(&deep)));
    assert_int_equal(world_count_of(w, BUL_MSG_YAML_TOO_DEEP), 1);
    assert_true(map->is_broken);
}

static void thirty_two_levels_are_allowed(void **state)
{
    world *w = *state;
    bul_text deep = bul_text_in(&w->arena);
    bul_text_add(&deep, BUL_STR("a: "));
    for (int i = 0; i < 31; i++)
        bul_text_add(&deep, BUL_STR("["));
    for (int i = 0; i < 31; i++)
        bul_text_add(&deep, BUL_STR("]"));
    read_yaml(w, bul_cstr(&w->arena, bul_text_str(&deep)));
    assert_string_equal(world_last(w), "");
}

static void the_number_of_values_is_limited(void **state)
{
    world *w = *state;
    bul_text many = bul_text_in(&w->arena);
    bul_text_add(&many, BUL_STR("a: ["));
    for (int i = 0; i < 20000; i++)
        bul_text_add(&many, BUL_STR("1,"));
    bul_text_add(&many, BUL_STR("1]\n"));
    read_yaml(w, bul_cstr(&w->arena, bul_text_str(&many)));
    assert_int_equal(world_count_of(w, BUL_MSG_YAML_TOO_MANY), 1);
}

static void check_inside(const bul_yaml *node, size_t len)
{
    assert_true(node->span.start <= node->span.end);
    assert_true(node->span.end <= len);
    for (size_t i = 0; i < node->items.count; i++)
        check_inside(node->items.items[i], len);
    for (size_t i = 0; i < node->entries.count; i++) {
        assert_true(node->entries.items[i].key_span.end <= len);
        check_inside(node->entries.items[i].value, len);
    }
}

static void lies_in_its_file(world *w, dice *d)
{
    static const char *const pieces[] = {
        "标题", "a",  ":",  ": ", "：", "\n",   "\n  ",  "- ",
        "[",    "]",  "{",  "}",  "\"", "'",    ", ",    "|\n",
        ">",    "&x", "*x", "!",  "#",  "\t",   "---\n", "...\n",
        "?",    "@",  "%",  "<<", "　", "作者", "提要",  "\\"};
    bul_text made = bul_text_in(&w->arena);
    size_t count = 1 + dice_below(d, 30);
    for (size_t i = 0; i < count; i++)
        bul_text_add(
            &made,
            bul_str_from(
                pieces[dice_below(d, sizeof pieces / sizeof pieces[0])]));
    bul_str yaml = bul_text_str(&made);
    bul_yaml *tree = read_yaml(w, bul_cstr(&w->arena, yaml));
    check_inside(tree, yaml.len + 4);
    bul_schema_check(&w->arena, &w->diag, &schema, tree);
    assert_true(!tree->is_broken || w->diag.error_count > 0);
}

static void whatever_is_read_lies_in_its_file(void **state)
{
    dice_check(lies_in_its_file, *state, 3000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_tree_keeps_order_and_places),
        WORLD_TEST(scalars_are_text_whatever_they_look_like),
        WORLD_TEST(nothing_after_a_key_is_none_but_quotes_are_text),
        WORLD_TEST(an_empty_part_is_an_empty_map),
        WORLD_TEST(a_key_given_twice_names_its_first_line),
        WORLD_TEST(tabs_are_reported_and_read_as_blanks),
        WORLD_TEST(a_full_width_colon_after_a_known_key_is_mended),
        WORLD_TEST(a_list_of_texts_may_use_the_words_of_keys),
        WORLD_TEST(block_text_is_not_mended),
        WORLD_TEST(a_space_missing_after_a_colon_is_put_in),
        WORLD_TEST(mistakes_are_named_at_their_line),
        WORLD_TEST(one_reading_shows_several_mistakes),
        WORLD_TEST(a_sequence_that_turns_into_a_map_is_not_dropped_in_silence),
        WORLD_TEST(depth_is_limited),
        WORLD_TEST(thirty_two_levels_are_allowed),
        WORLD_TEST(the_number_of_values_is_limited),
        WORLD_TEST(whatever_is_read_lies_in_its_file),
    };
    return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
