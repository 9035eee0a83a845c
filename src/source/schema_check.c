/* SPDX-License-Identifier: MIT */
/* schema_check.c - a tree against its table: what fits is given its English
 * name and its value, what does not is reported and left out. */
#include "source/near.h"
#include "source/schema.h"
#include "source/value.h"

typedef struct checker {
    bul_arena *arena;
    bul_diag *diag;
    bool is_broken; /* lines were left out: nothing is called missing */
} checker;

static bool check_value(const checker *c, const bul_schema *schema, bul_str key,
                        bul_yaml *value);

/* ---- Scalars. ---- */

static const bul_schema_choice *find_choice(const bul_schema *schema,
                                            bul_str word, bul_near *near)
{
    const bul_schema_choice *choice = schema->choices;
    for (; choice->name != NULL; choice++) {
        bul_str name = bul_str_from(choice->name);
        for (size_t i = 0; name.len > 0; i++) {
            if (bul_str_equal(word, name))
                return choice;
            bul_near_offer(near, name);
            name = bul_schema_alias(choice->aliases, i);
        }
    }
    return NULL;
}

static bool accept(bul_yaml *value, unsigned form, int64_t number)
{
    value->form = form;
    value->number = number;
    return true;
}

static bool takes_choice(const bul_schema *schema, bul_yaml *value)
{
    bul_near near = {.word = bul_str_trim(value->text)};
    if ((schema->forms & BUL_FORM_CHOICE) == 0)
        return false;
    const bul_schema_choice *choice = find_choice(schema, near.word, &near);
    return choice != NULL && accept(value, BUL_FORM_CHOICE, choice->value);
}

static bool takes_number(const bul_schema *schema, bul_yaml *value)
{
    int64_t number = 0;
    bool truth = false;
    bul_mpt length = 0;
    unsigned forms = schema->forms;
    if ((forms & BUL_FORM_BOOL) != 0 && bul_value_bool(value->text, &truth))
        return accept(value, BUL_FORM_BOOL, truth ? 1 : 0);
    if ((forms & BUL_FORM_INTEGER) != 0 && bul_value_int(value->text, &number))
        return accept(value, BUL_FORM_INTEGER, number);
    if ((forms & BUL_FORM_DATE) != 0 &&
        bul_value_date(value->text, &number) == BUL_DATE_OK)
        return accept(value, BUL_FORM_DATE, number);
    if ((forms & BUL_FORM_LENGTH) != 0 &&
        bul_measure_read(value->text, schema->measure, &length))
        return accept(value, BUL_FORM_LENGTH, length);
    return false;
}

/* A numeral the clerk may have meant, for the hint. */
static bul_str likely_number(const checker *c, const bul_schema *schema,
                             bul_str text)
{
    int64_t number;
    if (!bul_value_han_int(text, &number))
        number = schema->max > 0 && schema->max < 3 ? schema->max : 3;
    return bul_str_int(c->arena, number);
}

static void report_choice(const checker *c, const bul_schema *schema,
                          bul_str key, const bul_yaml *value)
{
    bul_near near = {.word = bul_str_trim(value->text)};
    find_choice(schema, near.word, &near);
    bul_text all = bul_text_in(c->arena);
    if ((schema->forms & BUL_FORM_INTEGER) != 0) {
        bul_text_add_int(&all, schema->min);
        bul_text_add(&all, BUL_STR("-"));
        bul_text_add_int(&all, schema->max);
        bul_text_add(&all, BUL_STR(" "));
    }
    for (size_t i = 0; schema->choices[i].name != NULL; i++) {
        bul_str alias = bul_schema_alias(schema->choices[i].aliases, 0);
        if (i > 0)
            bul_text_add(&all, BUL_STR(" "));
        bul_text_add(&all, alias.len > 0
                               ? alias
                               : bul_str_from(schema->choices[i].name));
    }
    bul_report(c->diag,
               near.best.len > 0 ? BUL_MSG_KEY_NOT_A_CHOICE_NEAR
                                 : BUL_MSG_KEY_NOT_A_CHOICE,
               value->span,
               BUL_ARGS(key, value->text, bul_text_str(&all), near.best));
}

static void report_text(const checker *c, const bul_schema *schema, bul_str key,
                        const bul_yaml *value)
{
    int64_t number;
    bul_args args = BUL_ARGS(key, value->text);
    bul_message_id id = BUL_MSG_KEY_NOT_A_MAP;
    if ((schema->forms & BUL_FORM_CHOICE) != 0) {
        report_choice(c, schema, key, value);
        return;
    }
    if ((schema->forms & BUL_FORM_BOOL) != 0) {
        id = BUL_MSG_KEY_NOT_A_BOOL;
    } else if ((schema->forms & BUL_FORM_INTEGER) != 0) {
        id = BUL_MSG_KEY_NOT_A_NUMBER;
        args.at[2] = likely_number(c, schema, value->text);
    } else if ((schema->forms & BUL_FORM_DATE) != 0) {
        id = bul_value_date(value->text, &number) == BUL_DATE_IMPOSSIBLE
                 ? BUL_MSG_KEY_NO_SUCH_DAY
                 : BUL_MSG_KEY_NOT_A_DATE;
    } else if ((schema->forms & BUL_FORM_LENGTH) != 0) {
        id = BUL_MSG_KEY_NOT_A_LENGTH;
    }
    bul_report(c->diag, id, value->span, args);
}

static bool is_in_range(const checker *c, const bul_schema *schema, bul_str key,
                        bul_yaml *value)
{
    bool has_range = (value->form & (BUL_FORM_INTEGER | BUL_FORM_LENGTH)) != 0;
    if (!has_range || (schema->min == 0 && schema->max == 0) ||
        (value->number >= schema->min && value->number <= schema->max))
        return true;
    int64_t scale = value->form == BUL_FORM_LENGTH ? 1000 : 1;
    bul_report(c->diag, BUL_MSG_KEY_OUT_OF_RANGE, value->span,
               BUL_ARGS(key, value->text,
                        bul_str_int(c->arena, schema->min / scale),
                        bul_str_int(c->arena, schema->max / scale)));
    return false;
}

static bool check_text(const checker *c, const bul_schema *schema, bul_str key,
                       bul_yaml *value)
{
    if (takes_choice(schema, value) || takes_number(schema, value))
        return is_in_range(c, schema, key, value);
    if ((schema->forms & BUL_FORM_TEXT) != 0)
        return accept(value, BUL_FORM_TEXT, 0);
    if ((schema->forms & BUL_FORM_LIST) != 0)
        return check_value(c, schema->items, key, value);
    report_text(c, schema, key, value);
    return false;
}

/* ---- Lists. ---- */

/* Items that were refused are taken out of the list. */
static bool check_list(const checker *c, const bul_schema *schema, bul_str key,
                       bul_yaml *value)
{
    size_t kept = 0;
    for (size_t i = 0; i < value->items.count; i++) {
        bul_yaml *item = value->items.items[i];
        if (check_value(c, schema->items, key, item))
            value->items.items[kept++] = item;
    }
    value->items.count = kept;
    return accept(value, BUL_FORM_LIST, 0);
}

/* ---- Maps. ---- */

static const bul_schema_key *find_key(const bul_schema_key *keys, bul_str word,
                                      bul_near *near)
{
    for (; keys->name != NULL; keys++) {
        bul_str name = bul_str_from(keys->name);
        for (size_t i = 0; name.len > 0; i++) {
            if (bul_str_equal(word, name))
                return keys;
            bul_near_offer(near, name);
            name = bul_schema_alias(keys->aliases, i);
        }
    }
    return NULL;
}

static void report_unknown(const checker *c, const bul_yaml_entry *entry,
                           bul_str near)
{
    if (near.len > 0)
        bul_report(c->diag, BUL_MSG_KEY_UNKNOWN_NEAR, entry->key_span,
                   BUL_ARGS(entry->key, near));
    else
        bul_report(c->diag, BUL_MSG_KEY_UNKNOWN, entry->key_span,
                   BUL_ARGS(entry->key));
}

/* The entry that already has this English name, whether its value was
 * accepted or not: `seen` holds the key of each entry so far. */
static const bul_yaml_entry *find_twin(const bul_yaml *map, size_t before,
                                       const bul_schema_key *const *seen,
                                       const bul_schema_key *key)
{
    for (size_t i = 0; i < before; i++)
        if (seen[i] == key)
            return &map->entries.items[i];
    return NULL;
}

static bul_str line_of(const checker *c, bul_span span)
{
    return bul_str_int(c->arena, (int64_t)bul_diag_place(c->diag, span).line);
}

static void report_missing(const checker *c, const bul_schema_key *key,
                           const bul_yaml *map)
{
    bul_span head = {map->span.file, map->span.start, map->span.start};
    bul_str name = bul_str_from(key->name);
    bul_str alias = bul_schema_alias(key->aliases, 0);
    bul_report(c->diag, BUL_MSG_KEY_MISSING, head,
               BUL_ARGS(alias.len > 0 ? alias : name, name));
}

static void check_required(const checker *c, const bul_schema *schema,
                           const bul_yaml *map,
                           const bul_schema_key *const *seen)
{
    if (c->is_broken)
        return;
    const bul_schema_key *key = schema->keys;
    for (; key->name != NULL; key++)
        if (key->is_required &&
            find_twin(map, map->entries.count, seen, key) == NULL)
            report_missing(c, key, map);
}

static bool check_map(const checker *c, const bul_schema *schema, bul_yaml *map)
{
    const bul_schema_key **seen =
        BUL_NEW(c->arena, const bul_schema_key *, map->entries.count + 1);
    for (size_t i = 0; i < map->entries.count; i++) {
        bul_yaml_entry *entry = &map->entries.items[i];
        bul_near near = {.word = entry->key};
        const bul_schema_key *key = find_key(schema->keys, entry->key, &near);
        if (key == NULL) {
            report_unknown(c, entry, near.best);
            continue;
        }
        const bul_yaml_entry *twin = find_twin(map, i, seen, key);
        if (twin != NULL) {
            bul_report(
                c->diag, BUL_MSG_KEY_TWICE, entry->key_span,
                BUL_ARGS(entry->key, twin->key, line_of(c, twin->key_span)));
            continue;
        }
        if (entry->value->kind == BUL_YAML_NONE)
            continue;
        seen[i] = key;
        if (check_value(c, key->value, entry->key, entry->value))
            entry->name = bul_str_from(key->name);
    }
    check_required(c, schema, map, seen);
    return accept(map, BUL_FORM_MAP, 0);
}

static bool check_table(const checker *c, const bul_schema *schema,
                        bul_yaml *map)
{
    for (size_t i = 0; i < map->entries.count; i++) {
        bul_yaml_entry *entry = &map->entries.items[i];
        if (check_value(c, schema->items, entry->key, entry->value))
            entry->name = entry->key;
    }
    return accept(map, BUL_FORM_TABLE, 0);
}

/* ---- Any value. ---- */

/* What a list or map stands in place of. */
static bool refuse(const checker *c, const bul_schema *schema, bul_str key,
                   const bul_yaml *value)
{
    bool takes_map = (schema->forms & (BUL_FORM_MAP | BUL_FORM_TABLE)) != 0;
    bul_message_id id =
        takes_map ? BUL_MSG_KEY_NOT_A_MAP : BUL_MSG_KEY_NOT_TEXT;
    bul_report(c->diag, id, value->span, BUL_ARGS(key));
    return false;
}

static bool check_value(const checker *c, const bul_schema *schema, bul_str key,
                        bul_yaml *value)
{
    switch (value->kind) {
    case BUL_YAML_NONE:
        return false;
    case BUL_YAML_TEXT:
        return check_text(c, schema, key, value);
    case BUL_YAML_LIST:
        if ((schema->forms & BUL_FORM_LIST) != 0)
            return check_list(c, schema, key, value);
        break;
    case BUL_YAML_MAP:
        if ((schema->forms & BUL_FORM_MAP) != 0)
            return check_map(c, schema, value);
        if ((schema->forms & BUL_FORM_TABLE) != 0)
            return check_table(c, schema, value);
        if ((schema->forms & BUL_FORM_LIST) != 0)
            return check_value(c, schema->items, key, value);
        break;
    }
    return refuse(c, schema, key, value);
}

void bul_schema_check(bul_arena *arena, bul_diag *diag,
                      const bul_schema *schema, bul_yaml *tree)
{
    checker c = {arena, diag, tree->is_broken};
    bool takes_map = (schema->forms & (BUL_FORM_MAP | BUL_FORM_TABLE)) != 0;
    if (takes_map && tree->kind != BUL_YAML_MAP) {
        bul_report(diag, BUL_MSG_KEY_FILE_NOT_A_MAP, tree->span, BUL_NO_ARGS);
        return;
    }
    check_value(&c, schema, BUL_STR(""), tree);
}
