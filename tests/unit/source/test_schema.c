/* SPDX-License-Identifier: MIT */
#include "source/schema.h"
#include "support/world.h"

#define END                                                                    \
    {                                                                          \
        NULL, NULL, NULL, false, NULL, NULL                                    \
    }

static const bul_schema text = {.forms = BUL_FORM_TEXT};
static const bul_schema texts = {.forms = BUL_FORM_TEXT | BUL_FORM_LIST,
                                 .items = &text};
static const bul_schema number = {
    .forms = BUL_FORM_INTEGER, .min = 1, .max = 12};
static const bul_schema truth = {.forms = BUL_FORM_BOOL};
static const bul_schema date = {.forms = BUL_FORM_DATE};
static const bul_schema length = {.forms = BUL_FORM_LENGTH,
                                  .measure = {.em = 10000, .line = 15000}};
static const bul_schema_choice levels[] = {
    {"lead", "头条", 1}, {"brief", "简讯 短讯", 2}, {NULL, NULL, 0}};
static const bul_schema level = {.forms = BUL_FORM_CHOICE, .choices = levels};
static const bul_schema_key photo_keys[] = {
    {"file", "文件", &text, true, "图片文件", "the picture file"},
    {"width", "栏宽", &number, false, "占几栏", "columns"},
    END};
static const bul_schema photo = {.forms = BUL_FORM_TEXT | BUL_FORM_MAP,
                                 .keys = photo_keys};
static const bul_schema photos = {.forms = BUL_FORM_LIST, .items = &photo};
static const bul_schema colors = {.forms = BUL_FORM_TABLE, .items = &text};
static const bul_schema_key keys[] = {
    {"title", "标题 主题", &text, true, "主题\"一行\"", "the headline"},
    {"summary", "提要", &texts, false, "提要", "deck"},
    {"issue", "期号", &number, false, "期号", "number"},
    {"box", "加框", &truth, false, "加框", "frame"},
    {"date", "日期", &date, false, "日期", "date"},
    {"gap", "间距", &length, false, "间距", "gap"},
    {"level", "级别", &level, false, "级别", "level"},
    {"photos", "图片", &photos, false, "图片", "pictures"},
    {"colors", "颜色", &colors, false, "颜色", "colours"},
    END};
static const bul_schema schema = {.forms = BUL_FORM_MAP, .keys = keys};

static const bul_yaml *check(world *w, const char *yaml)
{
    bul_source *source = BUL_NEW(&w->arena, bul_source, 1);
    source->text = bul_str_from(yaml);
    source->file = world_add_text(w, "a.yaml", yaml);
    bul_yaml *map =
        bul_yaml_read(&w->arena, &w->diag,
                      (bul_yaml_part){source, 0, source->text.len}, &schema);
    bul_schema_check(&w->arena, &w->diag, &schema, map);
    return map;
}

static const char *text_of(world *w, const bul_yaml *map, const char *name)
{
    return bul_cstr(&w->arena, bul_yaml_text(map, name));
}

static void keys_are_asked_for_by_their_english_names(void **state)
{
    world *w = *state;
    const bul_yaml *map = check(w, "主题: 甲\n期号: 第8期\n加框: 是\n"
                                   "日期: 2026年11月20日\n间距: 2字\n"
                                   "级别: 短讯\n颜色: {红: c0m100}\n");
    assert_string_equal(text_of(w, map, "title"), "甲");
    assert_int_equal(bul_yaml_int(map, "issue", 0), 8);
    assert_true(bul_yaml_bool(map, "box", false));
    assert_int_equal(bul_yaml_find(map, "date")->number, 20261120);
    assert_int_equal(bul_yaml_length(map, "gap", 0), 20000);
    assert_int_equal(bul_yaml_choice(map, "level", 0), 2);
    assert_string_equal(text_of(w, bul_yaml_find(map, "colors"), "红"),
                        "c0m100");
    assert_string_equal(world_last(w), "");
}

static void what_is_absent_has_the_value_asked_for(void **state)
{
    world *w = *state;
    const bul_yaml *map = check(w, "title: x\n期号:\n");
    assert_int_equal(bul_yaml_int(map, "issue", 7), 7);
    assert_true(bul_yaml_bool(map, "box", true));
    assert_int_equal(bul_yaml_choice(map, "level", 3), 3);
    assert_int_equal(bul_yaml_item_count(bul_yaml_find(map, "photos")), 0);
    assert_null(bul_yaml_find(NULL, "title"));
}

static void an_unknown_key_is_told_its_neighbour(void **state)
{
    world *w = *state;
    check(w, "title: x\n栏木: y\n级別: 头条\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_UNKNOWN), 1);
    bul_diag_entry entry = w->diag.entries.items[1];
    assert_int_equal(entry.id, BUL_MSG_KEY_UNKNOWN_NEAR);
    assert_true(bul_str_equal(entry.args.at[1], BUL_STR("级别")));
}

static void a_key_and_its_alias_are_one(void **state)
{
    world *w = *state;
    const bul_yaml *map = check(w, "title: 甲\nbox: no\n标题: 乙\n");
    assert_string_equal(text_of(w, map, "title"), "甲");
    assert_string_equal(world_last(w),
                        "a.yaml:3:1: error: '标题' is the same key as 'title' "
                        "on line 1; this one is not used [key/twice]");
}

static void a_required_key_is_missed(void **state)
{
    world *w = *state;
    check(w, "box: no\n图片:\n  - {栏宽: 2}\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_MISSING), 2);
    assert_string_equal(world_last(w), "a.yaml:1:1: error: 'title' is missing "
                                       "[key/missing]");
}

static void nothing_is_called_missing_after_a_syntax_error(void **state)
{
    world *w = *state;
    check(w, "标题: \"没有\nbox: no\n");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_MISSING), 0);
    assert_int_equal(w->diag.error_count, 1);
}

/* Each line is the second of a file; one error, with this code. */
static void wrong_values_are_refused(void **state)
{
    static const struct {
        const char *line;
        bul_message_id id;
    } cases[] = {
        {"期号: 第四十六", BUL_MSG_KEY_NOT_A_NUMBER},
        {"期号: 13", BUL_MSG_KEY_OUT_OF_RANGE},
        {"期号: [1]", BUL_MSG_KEY_NOT_TEXT},
        {"加框: 也许", BUL_MSG_KEY_NOT_A_BOOL},
        {"日期: 昨天", BUL_MSG_KEY_NOT_A_DATE},
        {"日期: 2026-11-31", BUL_MSG_KEY_NO_SUCH_DAY},
        {"间距: 很宽", BUL_MSG_KEY_NOT_A_LENGTH},
        {"级别: 最大", BUL_MSG_KEY_NOT_A_CHOICE},
        {"级别: leed", BUL_MSG_KEY_NOT_A_CHOICE_NEAR},
        {"提要: {a: b}", BUL_MSG_KEY_NOT_TEXT},
        {"颜色: 红", BUL_MSG_KEY_NOT_A_MAP},
        {"图片: [[a]]", BUL_MSG_KEY_NOT_A_MAP},
    };
    world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bul_diag_init(&w->diag, &w->arena);
        bul_str yaml = bul_str_join(&w->arena, BUL_STR("title: x\n"),
                                    bul_str_from(cases[i].line));
        const bul_yaml *map = check(w, bul_cstr(&w->arena, yaml));
        assert_int_equal(w->diag.error_count, 1);
        assert_int_equal(w->diag.entries.items[0].id, cases[i].id);
        assert_int_equal(bul_yaml_int(map, "issue", -1), -1);
    }
}

static void a_numeral_in_hanzi_is_worked_out_for_the_hint(void **state)
{
    world *w = *state;
    check(w, "title: x\n期号: 第四十六期\n");
    bul_args args = w->diag.entries.items[0].args;
    assert_true(bul_str_equal(args.at[2], BUL_STR("46")));
}

static void a_lone_value_will_do_for_a_list(void **state)
{
    world *w = *state;
    const bul_yaml *map = check(w, "title: x\n图片: a.jpg\n提要: 一\n");
    const bul_yaml *list = bul_yaml_find(map, "photos");
    assert_int_equal(bul_yaml_item_count(list), 1);
    assert_true(bul_str_equal(bul_yaml_item(list, 0)->text, BUL_STR("a.jpg")));
    map = check(w, "title: x\n图片: {file: b.jpg}\n");
    list = bul_yaml_find(map, "photos");
    assert_string_equal(text_of(w, bul_yaml_item(list, 0), "file"), "b.jpg");
    assert_string_equal(world_last(w), "");
}

static void refused_items_are_left_out_of_a_list(void **state)
{
    world *w = *state;
    const bul_yaml *map = check(w, "title: x\n图片: [a.jpg, [b], c.jpg]\n");
    const bul_yaml *list = bul_yaml_find(map, "photos");
    assert_int_equal(bul_yaml_item_count(list), 2);
    assert_true(bul_str_equal(bul_yaml_item(list, 1)->text, BUL_STR("c.jpg")));
    assert_int_equal(w->diag.error_count, 1);
}

static void a_file_that_is_no_map_is_refused(void **state)
{
    world *w = *state;
    check(w, "只有一句话\n");
    assert_string_equal(world_last(w),
                        "a.yaml:1:1: error: lines of 'key: value' are expected "
                        "here [key/not-a-map]");
}

static size_t count_in(bul_str whole, const char *part)
{
    bul_str needle = bul_str_from(part);
    size_t count = 0;
    for (size_t at; (at = bul_str_find(whole, needle)) < whole.len; count++)
        whole = bul_str_sub(whole, at + needle.len, whole.len);
    return count;
}

static void the_json_schema_has_every_name_and_alias(void **state)
{
    world *w = *state;
    bul_text json = bul_text_in(&w->arena);
    bul_schema_json(&schema, BUL_STR("test"), &json);
    bul_str all = bul_text_str(&json);
    assert_int_equal(count_in(all, "\"title\": {\"description\""), 1);
    assert_int_equal(count_in(all, "\"标题\": {\"description\""), 1);
    assert_int_equal(count_in(all, "\"主题\": {\"description\""), 1);
    assert_int_equal(count_in(all, "\"required\": [\"主题\"]"), 1);
    assert_int_equal(
        count_in(all, "{\"enum\": [\"lead\", \"头条\", \"brief\", \"简讯\", "
                      "\"短讯\"]}"),
        2); /* under level and under 级别 */
    assert_int_equal(count_in(all, "主题\\\"一行\\\""), 3);
    assert_int_equal(count_in(all, "{"), count_in(all, "}"));
    assert_int_equal(count_in(all, "["), count_in(all, "]"));
}

static void the_key_reference_is_a_tagged_list(void **state)
{
    world *w = *state;
    bul_text mdoc = bul_text_in(&w->arena);
    bul_schema_mdoc(&schema, &mdoc);
    bul_str all = bul_text_str(&mdoc);
    assert_int_equal(count_in(all, ".It Li title , 标题 , 主题\nthe headline\n"
                                   ".Pq text, required\n"),
                     1);
    assert_int_equal(count_in(all, "number from 1 to 12"), 2);
    assert_int_equal(count_in(all, ".Bl"), count_in(all, ".El"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(keys_are_asked_for_by_their_english_names),
        WORLD_TEST(what_is_absent_has_the_value_asked_for),
        WORLD_TEST(an_unknown_key_is_told_its_neighbour),
        WORLD_TEST(a_key_and_its_alias_are_one),
        WORLD_TEST(a_required_key_is_missed),
        WORLD_TEST(nothing_is_called_missing_after_a_syntax_error),
        WORLD_TEST(wrong_values_are_refused),
        WORLD_TEST(a_numeral_in_hanzi_is_worked_out_for_the_hint),
        WORLD_TEST(a_lone_value_will_do_for_a_list),
        WORLD_TEST(refused_items_are_left_out_of_a_list),
        WORLD_TEST(a_file_that_is_no_map_is_refused),
        WORLD_TEST(the_json_schema_has_every_name_and_alias),
        WORLD_TEST(the_key_reference_is_a_tagged_list),
    };
    return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
