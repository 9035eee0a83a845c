/* SPDX-License-Identifier: MIT */
/* yaml.c - asking a checked tree. */
#include "source/yaml.h"

#include "source/schema.h"

const bul_yaml *bul_yaml_find(const bul_yaml *map, const char *name)
{
    if (map == NULL || map->kind != BUL_YAML_MAP)
        return NULL;
    bul_str wanted = bul_str_from(name);
    for (size_t i = 0; i < map->entries.count; i++)
        if (bul_str_equal(map->entries.items[i].name, wanted))
            return map->entries.items[i].value;
    return NULL;
}

bul_str bul_yaml_text(const bul_yaml *map, const char *name)
{
    const bul_yaml *value = bul_yaml_find(map, name);
    return value == NULL ? (bul_str){0} : value->text;
}

bul_span bul_yaml_span(const bul_yaml *map, const char *name)
{
    const bul_yaml *value = bul_yaml_find(map, name);
    return value == NULL ? (bul_span){0} : value->span;
}

static int64_t number_of(const bul_yaml *map, const char *name, unsigned form,
                         int64_t absent)
{
    const bul_yaml *value = bul_yaml_find(map, name);
    return value == NULL || value->form != form ? absent : value->number;
}

int64_t bul_yaml_int(const bul_yaml *map, const char *name, int64_t absent)
{
    return number_of(map, name, BUL_FORM_INTEGER, absent);
}

bool bul_yaml_bool(const bul_yaml *map, const char *name, bool absent)
{
    return number_of(map, name, BUL_FORM_BOOL, absent ? 1 : 0) != 0;
}

int bul_yaml_choice(const bul_yaml *map, const char *name, int absent)
{
    return (int)number_of(map, name, BUL_FORM_CHOICE, absent);
}

bul_mpt bul_yaml_length(const bul_yaml *map, const char *name, bul_mpt absent)
{
    return (bul_mpt)number_of(map, name, BUL_FORM_LENGTH, absent);
}

size_t bul_yaml_item_count(const bul_yaml *value)
{
    if (value == NULL || value->kind == BUL_YAML_NONE)
        return 0;
    return value->kind == BUL_YAML_LIST ? value->items.count : 1;
}

const bul_yaml *bul_yaml_item(const bul_yaml *value, size_t index)
{
    return value->kind == BUL_YAML_LIST ? value->items.items[index] : value;
}
