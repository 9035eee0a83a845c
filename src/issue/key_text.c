/* SPDX-License-Identifier: MIT */
/* key_text.c - the texts of keys, with their places. */
#include "issue/issue_parts.h"

bul_line_of_text bul_line_from_key(const bul_yaml *map, const char *name)
{
    return (bul_line_of_text){bul_str_trim(bul_yaml_text(map, name)),
                              bul_yaml_span(map, name)};
}

bul_lines_of_text bul_lines_from_key(bul_arena *arena, const bul_yaml *map,
                                     const char *name)
{
    bul_lines_of_text lines = {0};
    const bul_yaml *value = bul_yaml_find(map, name);
    for (size_t i = 0; i < bul_yaml_item_count(value); i++) {
        const bul_yaml *item = bul_yaml_item(value, i);
        bul_str rest = item->text;
        bul_str line;
        while (bul_str_cut(&rest, '\n', &line)) {
            line = bul_str_trim(line);
            if (line.len > 0)
                *BUL_PUSH(arena, &lines) = (bul_line_of_text){line, item->span};
        }
    }
    return lines;
}

bul_str bul_key_as_written(const bul_yaml *map, const char *name)
{
    bul_str wanted = bul_str_from(name);
    for (size_t i = 0; i < map->entries.count; i++)
        if (bul_str_equal(map->entries.items[i].name, wanted))
            return map->entries.items[i].key;
    return wanted;
}
