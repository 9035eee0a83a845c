/* SPDX-License-Identifier: MIT */
/* schema.c - walking the tables. */
#include "source/schema.h"

bul_str bul_schema_alias(const char *aliases, size_t index)
{
    bul_str rest = bul_str_from(aliases);
    bul_str alias = {0};
    for (size_t i = 0; bul_str_cut(&rest, ' ', &alias); i++)
        if (i == index)
            return alias;
    return (bul_str){0};
}

static bool is_word_of(bul_str word, const char *name, const char *aliases)
{
    if (bul_str_equal(word, bul_str_from(name)))
        return true;
    bul_str alias;
    for (size_t i = 0; (alias = bul_schema_alias(aliases, i)).len > 0; i++)
        if (bul_str_equal(word, alias))
            return true;
    return false;
}

const bul_schema_key *bul_schema_find(const bul_schema *schema, bul_str word)
{
    const bul_schema_key *found = NULL;
    if (schema == NULL)
        return NULL;
    word = bul_str_trim(word);
    if ((schema->forms & BUL_FORM_MAP) != 0) {
        const bul_schema_key *key = schema->keys;
        for (; key->name != NULL && found == NULL; key++)
            found = is_word_of(word, key->name, key->aliases)
                        ? key
                        : bul_schema_find(key->value, word);
    }
    if (found == NULL &&
        (schema->forms & (BUL_FORM_LIST | BUL_FORM_TABLE)) != 0)
        found = bul_schema_find(schema->items, word);
    return found;
}
