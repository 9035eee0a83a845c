/* SPDX-License-Identifier: MIT */
/* schema_mdoc.c - the tables as tagged lists of mdoc, for the man pages. */
#include "source/schema.h"

/* A map whose keys have been listed, and the key it was listed under. */
typedef struct listed_map {
    const bul_schema_key *keys;
    const char *under;
} listed_map;

typedef struct writing {
    bul_text *text;
    BUL_LIST(listed_map) listed;
} writing;

static void write_keys(writing *w, const bul_schema *schema, const char *under);

static void add(writing *w, const char *words)
{
    bul_text_add(w->text, bul_str_from(words));
}

/* The map of keys inside a value: itself, its items, its items' items. */
static const bul_schema *inner_map(const bul_schema *schema)
{
    while (schema != NULL && (schema->forms & BUL_FORM_MAP) == 0)
        schema = (schema->forms & (BUL_FORM_LIST | BUL_FORM_TABLE)) != 0
                     ? schema->items
                     : NULL;
    return schema;
}

static const char *form_words(unsigned form)
{
    switch (form) {
    case BUL_FORM_TEXT:
        return "text";
    case BUL_FORM_INTEGER:
        return "number";
    case BUL_FORM_BOOL:
        return "yes or no";
    case BUL_FORM_DATE:
        return "date";
    case BUL_FORM_LENGTH:
        return "length";
    case BUL_FORM_CHOICE:
        return "one of";
    case BUL_FORM_LIST:
        return "list";
    case BUL_FORM_MAP:
        return "map";
    default:
        return "map with free keys";
    }
}

static void add_range(writing *w, const bul_schema *schema)
{
    if (schema->min == 0 && schema->max == 0)
        return;
    if (schema->min == schema->max)
        add(w, " ");
    else
        add(w, " from ");
    bul_text_add_int(w->text, schema->min);
    if (schema->min == schema->max)
        return;
    add(w, " to ");
    bul_text_add_int(w->text, schema->max);
}

static void add_choices(writing *w, const bul_schema_choice *choice)
{
    for (; choice->name != NULL; choice++) {
        bul_str alias;
        add(w, " ");
        add(w, choice->name);
        for (size_t i = 0;
             (alias = bul_schema_alias(choice->aliases, i)).len > 0; i++) {
            add(w, " ");
            bul_text_add(w->text, alias);
        }
        if (choice[1].name != NULL)
            add(w, ",");
    }
}

/* "text or list of text": what may be written. */
static void add_type(writing *w, const bul_schema *schema)
{
    const char *separator = "";
    for (unsigned form = 1; form <= BUL_FORM_TABLE; form <<= 1) {
        if ((schema->forms & form) == 0)
            continue;
        add(w, separator);
        add(w, form_words(form));
        separator = " or ";
        if (form == BUL_FORM_INTEGER)
            add_range(w, schema);
        if (form == BUL_FORM_CHOICE)
            add_choices(w, schema->choices);
        if (form != BUL_FORM_LIST && form != BUL_FORM_TABLE)
            continue;
        unsigned forms = schema->items->forms;
        bool has_several = (forms & (forms - 1)) != 0;
        add(w, has_several ? " of (" : " of ");
        add_type(w, schema->items);
        add(w, has_several ? ")" : "");
    }
}

static const char *find_listed(const writing *w, const bul_schema *map)
{
    for (size_t i = 0; i < w->listed.count; i++)
        if (w->listed.items[i].keys == map->keys)
            return w->listed.items[i].under;
    return NULL;
}

static void write_key(writing *w, const bul_schema_key *key)
{
    bul_str alias;
    add(w, ".It Li ");
    add(w, key->name);
    for (size_t i = 0; (alias = bul_schema_alias(key->aliases, i)).len > 0;
         i++) {
        add(w, " , ");
        bul_text_add(w->text, alias);
    }
    add(w, "\n");
    add(w, key->en);
    add(w, "\n.Pq ");
    add_type(w, key->value);
    if (key->is_required)
        add(w, ", required");
    add(w, "\n");
    const bul_schema *map = inner_map(key->value);
    if (map == NULL)
        return;
    const char *under = find_listed(w, map);
    if (under == NULL) {
        write_keys(w, map, key->name);
        return;
    }
    add(w, "with the keys listed under\n.Li ");
    add(w, under);
    add(w, "\n");
}

static void write_keys(writing *w, const bul_schema *schema, const char *under)
{
    *BUL_PUSH(w->text->arena, &w->listed) = (listed_map){schema->keys, under};
    add(w, ".Bl -tag -width Ds\n");
    for (const bul_schema_key *key = schema->keys; key->name != NULL; key++)
        write_key(w, key);
    add(w, ".El\n");
}

void bul_schema_mdoc(const bul_schema *schema, bul_text *text)
{
    writing w = {.text = text};
    write_keys(&w, schema, "");
}
