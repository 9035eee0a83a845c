/* SPDX-License-Identifier: MIT */
/* schema_json.c - the tables as JSON Schema, draft 07.
 *
 * Written for language servers: every alias is a property of its own, since
 * they complete `properties` and nothing else. Each map of keys is written
 * once, as a definition; a reference to one stands inside allOf, because draft
 * 07 ignores whatever stands beside "$ref". A value may be looser here than in
 * our own check, never stricter. */
#include "source/schema.h"

typedef struct writing {
    bul_text *text;
    BUL_LIST(const bul_schema *) maps; /* definitions, in order of first use */
} writing;

static void write_value(writing *w, const bul_schema *schema);

static void add(writing *w, const char *words)
{
    bul_text_add(w->text, bul_str_from(words));
}

static void add_string(writing *w, bul_str s)
{
    add(w, "\"");
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '"' || c == '\\')
            add(w, "\\");
        bul_text_add(w->text, (bul_str){&s.ptr[i], 1});
    }
    add(w, "\"");
}

/* ---- Definitions. ---- */

static size_t map_number(writing *w, const bul_schema *schema)
{
    for (size_t i = 0; i < w->maps.count; i++)
        if (w->maps.items[i]->keys == schema->keys)
            return i;
    *BUL_PUSH(w->text->arena, &w->maps) = schema;
    return w->maps.count - 1;
}

static void write_property(writing *w, const bul_schema_key *key, bul_str name)
{
    add(w, "        ");
    add_string(w, name);
    add(w, ": {\"description\": ");
    add_string(w, bul_str_from(key->zh));
    add(w, ", \"allOf\": [");
    write_value(w, key->value);
    add(w, "]}");
}

static void write_properties(writing *w, const bul_schema_key *keys)
{
    const char *separator = "\n";
    for (const bul_schema_key *key = keys; key->name != NULL; key++) {
        bul_str name = bul_str_from(key->name);
        for (size_t i = 0; name.len > 0; i++) {
            add(w, separator);
            write_property(w, key, name);
            separator = ",\n";
            name = bul_schema_alias(key->aliases, i);
        }
    }
}

/* One of its names has to be there. */
static void write_required_key(writing *w, const bul_schema_key *key)
{
    bul_str name = bul_str_from(key->name);
    add(w, "{\"anyOf\": [");
    for (size_t i = 0; name.len > 0; i++) {
        add(w, i > 0 ? ", {\"required\": [" : "{\"required\": [");
        add_string(w, name);
        add(w, "]}");
        name = bul_schema_alias(key->aliases, i);
    }
    add(w, "]}");
}

static void write_required(writing *w, const bul_schema_key *keys)
{
    size_t count = 0;
    for (const bul_schema_key *key = keys; key->name != NULL; key++) {
        if (!key->is_required)
            continue;
        add(w, count++ > 0 ? ", " : ",\n      \"allOf\": [");
        write_required_key(w, key);
    }
    if (count > 0)
        add(w, "]");
}

static void write_map(writing *w, const bul_schema *schema)
{
    add(w, "{\n      \"type\": \"object\",\n"
           "      \"additionalProperties\": false,\n"
           "      \"properties\": {");
    write_properties(w, schema->keys);
    add(w, "\n      }");
    write_required(w, schema->keys);
    add(w, "\n    }");
}

/* ---- Values. ---- */

static void write_reference(writing *w, const bul_schema *schema)
{
    bul_text_addf(w->text, "{\"$ref\": \"#/definitions/map%zu\"}",
                  map_number(w, schema));
}

static void write_integer(writing *w, const bul_schema *schema)
{
    add(w, "{\"type\": \"integer\"");
    if (schema->min != 0 || schema->max != 0) {
        add(w, ", \"minimum\": ");
        bul_text_add_int(w->text, schema->min);
        add(w, ", \"maximum\": ");
        bul_text_add_int(w->text, schema->max);
    }
    add(w, "}, {\"type\": \"string\", \"pattern\": \"[0-9０-９]\"}");
}

static void write_choices(writing *w, const bul_schema_choice *choice)
{
    const char *separator = "{\"enum\": [";
    for (; choice->name != NULL; choice++) {
        bul_str name = bul_str_from(choice->name);
        for (size_t i = 0; name.len > 0; i++) {
            add(w, separator);
            add_string(w, name);
            separator = ", ";
            name = bul_schema_alias(choice->aliases, i);
        }
    }
    add(w, "]}");
}

static void write_items(writing *w, const char *before,
                        const bul_schema *schema)
{
    add(w, before);
    write_value(w, schema->items);
    add(w, "}");
}

static void write_form(writing *w, const bul_schema *schema, unsigned form)
{
    switch (form) {
    case BUL_FORM_TEXT:
        add(w, "{\"type\": [\"string\", \"number\", \"boolean\"]}");
        break;
    case BUL_FORM_INTEGER:
        write_integer(w, schema);
        break;
    case BUL_FORM_BOOL:
        add(w, "{\"enum\": [\"是\", \"否\", \"yes\", \"no\", true, false]}");
        break;
    case BUL_FORM_DATE:
        add(w, "{\"type\": \"string\", \"pattern\": "
               "\"^[0-9０-９]{4}.+[0-9０-９]{1,2}.+[0-9０-９]{1,2}\"}");
        break;
    case BUL_FORM_LENGTH:
        add(w, "{\"type\": [\"string\", \"number\"]}");
        break;
    case BUL_FORM_CHOICE:
        write_choices(w, schema->choices);
        break;
    case BUL_FORM_LIST:
        write_items(w, "{\"type\": \"array\", \"items\": ", schema);
        add(w, ", ");
        write_value(w, schema->items);
        break;
    case BUL_FORM_MAP:
        write_reference(w, schema);
        break;
    case BUL_FORM_TABLE:
        write_items(
            w, "{\"type\": \"object\", \"additionalProperties\": ", schema);
        break;
    default:
        break;
    }
}

static void write_value(writing *w, const bul_schema *schema)
{
    const char *separator = "";
    if (schema->forms == BUL_FORM_MAP) {
        write_reference(w, schema);
        return;
    }
    add(w, "{\"anyOf\": [");
    for (unsigned form = 1; form <= BUL_FORM_TABLE; form <<= 1) {
        if ((schema->forms & form) == 0)
            continue;
        add(w, separator);
        write_form(w, schema, form);
        separator = ", ";
    }
    add(w, "]}");
}

void bul_schema_json(const bul_schema *schema, bul_str title, bul_text *text)
{
    writing w = {.text = text};
    add(&w, "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"
            "  \"title\": ");
    add_string(&w, title);
    add(&w, ",\n  \"allOf\": [");
    write_value(&w, schema);
    add(&w, "],\n  \"definitions\": {");
    /* Writing a map may add further ones to the list. */
    for (size_t i = 0; i < w.maps.count; i++) {
        bul_text_addf(text, "%s\n    \"map%zu\": ", i > 0 ? "," : "", i);
        write_map(&w, w.maps.items[i]);
    }
    add(&w, "\n  }\n}\n");
}
