/* SPDX-License-Identifier: MIT */
/* variables.c - the texts of issue.yaml that layouts may print. */
#include "issue/issue_parts.h"
#include "issue/keys.h"

/* What a key's value becomes as text. */
typedef enum variable_kind {
    AS_WRITTEN,
    AS_NUMBER, /* "120份" is 120 */
    AS_DATE,   /* 2026年11月20日 */
    AS_LIST,   /* apart by 、 */
    AS_CHOICE  /* the English name */
} variable_kind;

typedef struct variable_source {
    const char *map; /* the key that holds it, or NULL */
    const char *key;
    const char *name; /* of the variable */
    variable_kind kind;
} variable_source;

static const variable_source sources[] = {
    {NULL, "profile", "profile", AS_CHOICE},
    {NULL, "name", "name", AS_WRITTEN},
    {NULL, "slogan", "slogan", AS_WRITTEN},
    {NULL, "marking", "marking", AS_WRITTEN},
    {NULL, "issue", "issue", AS_NUMBER},
    {NULL, "total", "total", AS_NUMBER},
    {NULL, "date", "date", AS_DATE},
    {NULL, "schedule", "schedule", AS_WRITTEN},
    {NULL, "publisher", "publisher", AS_WRITTEN},
    {NULL, "department", "department", AS_WRITTEN},
    {NULL, "contact", "contact", AS_WRITTEN},
    {NULL, "report_to", "report_to", AS_LIST},
    {NULL, "copy_to", "copy_to", AS_LIST},
    {NULL, "issue_to", "issue_to", AS_LIST},
    {NULL, "copies", "copies", AS_NUMBER},
    {NULL, "printed_on", "printed_on", AS_DATE},
    {"editors", "chief", "editors.chief", AS_WRITTEN},
    {"editors", "duty", "editors.duty", AS_WRITTEN},
    {"editors", "layout", "editors.layout", AS_WRITTEN},
    {"editors", "proof", "editors.proof", AS_WRITTEN},
    {"editors", "sign", "editors.sign", AS_WRITTEN},
    {"imprint", "permit", "imprint.permit", AS_WRITTEN},
    {"imprint", "audience", "imprint.audience", AS_WRITTEN},
    {"imprint", "printer", "imprint.printer", AS_WRITTEN},
    {"imprint", "print_date", "imprint.print_date", AS_DATE},
};

static bul_str chinese_date(bul_arena *arena, int64_t yyyymmdd)
{
    bul_text text = bul_text_in(arena);
    bul_text_add_int(&text, yyyymmdd / 10000);
    bul_text_add(&text, BUL_STR("年"));
    bul_text_add_int(&text, yyyymmdd / 100 % 100);
    bul_text_add(&text, BUL_STR("月"));
    bul_text_add_int(&text, yyyymmdd % 100);
    bul_text_add(&text, BUL_STR("日"));
    return bul_text_str(&text);
}

/* Sakamoto's method; Sunday is 0. */
static int day_of_week(bul_date date)
{
    static const int offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int year = date.month < 3 ? date.year - 1 : date.year;
    return (year + year / 4 - year / 100 + year / 400 +
            offsets[date.month - 1] + date.day) %
           7;
}

static bul_str weekday(bul_date date)
{
    static const char *const names[] = {"星期日", "星期一", "星期二", "星期三",
                                        "星期四", "星期五", "星期六"};
    return bul_str_from(names[day_of_week(date)]);
}

static bul_str join_list(bul_arena *arena, const bul_yaml *value)
{
    bul_text text = bul_text_in(arena);
    for (size_t i = 0; i < bul_yaml_item_count(value); i++) {
        if (i > 0)
            bul_text_add(&text, BUL_STR("、"));
        bul_text_add(&text, bul_str_trim(bul_yaml_item(value, i)->text));
    }
    return bul_text_str(&text);
}

static bul_str choice_name(const bul_yaml *value)
{
    const bul_schema_key *key =
        bul_schema_find(&bul_issue_schema, BUL_STR("profile"));
    const bul_schema_choice *choice = key->value->choices;
    while (choice->name != NULL && choice->value != value->number)
        choice++;
    return bul_str_from(choice->name);
}

static bul_str value_text(bul_arena *arena, const bul_yaml *value,
                          variable_kind kind)
{
    switch (kind) {
    case AS_NUMBER:
        return bul_str_int(arena, value->number);
    case AS_DATE:
        return chinese_date(arena, value->number);
    case AS_LIST:
        return join_list(arena, value);
    case AS_CHOICE:
        return choice_name(value);
    case AS_WRITTEN:
        break;
    }
    return bul_str_trim(value->text);
}

static void add(bul_arena *arena, bul_issue *issue, const char *name,
                bul_str text, bul_span span)
{
    *BUL_PUSH(arena, &issue->variables) =
        (bul_variable){bul_str_from(name), {text, span}};
}

void bul_variables_read(bul_arena *arena, bul_issue *issue, const bul_yaml *map)
{
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
        const variable_source *source = &sources[i];
        const bul_yaml *holder =
            source->map == NULL ? map : bul_yaml_find(map, source->map);
        const bul_yaml *value = bul_yaml_find(holder, source->key);
        if (value != NULL)
            add(arena, issue, source->name,
                value_text(arena, value, source->kind), value->span);
    }
    if (issue->date.year != 0)
        add(arena, issue, "weekday", weekday(issue->date),
            bul_yaml_span(map, "date"));
}

bul_line_of_text bul_issue_variable(const bul_issue *issue, bul_str name)
{
    for (size_t i = 0; i < issue->variables.count; i++)
        if (bul_str_equal(issue->variables.items[i].name, name))
            return issue->variables.items[i].value;
    return (bul_line_of_text){0};
}

static bool is_alias(const bul_schema_key *key, bul_str word)
{
    bul_str alias;
    for (size_t i = 0; (alias = bul_schema_alias(key->aliases, i)).len > 0; i++)
        if (bul_str_equal(alias, word))
            return true;
    return false;
}

/* The English name of a key of this map, not of one deeper down. */
static bul_str english_name(const bul_schema *map, bul_str word)
{
    for (const bul_schema_key *key = map->keys; key->name != NULL; key++)
        if (is_alias(key, word))
            return bul_str_from(key->name);
    return word;
}

/* A dotted pair of names against a source's map and key. */
static bool names_source(const variable_source *source, bul_str outer,
                         bul_str inner)
{
    bul_str map = bul_str_from(source->map);
    if (map.len == 0)
        return inner.len == 0 &&
               bul_str_equal(english_name(&bul_issue_schema, outer),
                             bul_str_from(source->key));
    if (!bul_str_equal(english_name(&bul_issue_schema, outer), map))
        return false;
    const bul_schema_key *holder = bul_schema_find(&bul_issue_schema, map);
    return bul_str_equal(english_name(holder->value, inner),
                         bul_str_from(source->key));
}

bul_str bul_issue_variable_name(bul_str word)
{
    if (bul_str_equal(word, BUL_STR("weekday")) ||
        bul_str_equal(word, BUL_STR("星期")))
        return BUL_STR("weekday");
    size_t dot = bul_str_find(word, BUL_STR("."));
    bul_str outer = bul_str_sub(word, 0, dot);
    bul_str inner = bul_str_sub(word, dot + 1, word.len);
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        if (names_source(&sources[i], outer, inner))
            return bul_str_from(sources[i].name);
    return (bul_str){0};
}
