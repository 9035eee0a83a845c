/* SPDX-License-Identifier: MIT */
/* last_places.c - the report of an earlier run: JSON is YAML. */
#include "issue/read.h"
#include "source/source.h"
#include "source/yaml.h"

#define MOST_PAGE 2000

static const bul_yaml *find(const bul_yaml *map, const char *key)
{
    for (size_t i = 0; map && i < map->entries.count; i++)
        if (bul_str_equal(map->entries.items[i].key, bul_str_from(key)))
            return map->entries.items[i].value;
    return NULL;
}

static bul_str text_of(const bul_yaml *map, const char *key)
{
    const bul_yaml *value = find(map, key);
    return value ? value->text : (bul_str){0};
}

/* Nought where it is no number from 1 to MOST_PAGE. */
static int number_of(const bul_yaml *map, const char *key)
{
    bul_str text = text_of(map, key);
    int number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return 0;
        number = number * 10 + (text.ptr[i] - '0');
        if (number > MOST_PAGE)
            return 0;
    }
    return number;
}

static void add_block(bul_arena *arena, bul_issue *issue, int page,
                      const bul_yaml *block)
{
    bul_last_place place = {.file = text_of(block, "file"),
                            .title = text_of(block, "title"),
                            .page = page,
                            .column = number_of(block, "column"),
                            .row = number_of(block, "row"),
                            .columns = number_of(block, "columns"),
                            .rows = number_of(block, "rows")};
    bool is_rest = number_of(block, "jumps_from") > 0;
    if (page > 0 && place.columns > 0 && place.rows > 0 && !is_rest)
        *BUL_PUSH(arena, &issue->last_places) = place;
}

void bul_last_places_read(bul_arena *arena, const bul_world *world,
                          bul_diag *diag, bul_str path, bul_issue *issue)
{
    bul_opener opener = {arena, world, diag, {0}};
    bul_source source;
    if (!bul_source_read(&opener, (bul_named_file){path, {0}},
                         BUL_ARTICLE_MAX_BYTES, &source))
        return;
    bul_diag quiet;
    bul_diag_init(&quiet, arena);
    bul_yaml_part part = {&source, 0, source.text.len};
    const bul_yaml *root = bul_yaml_read(arena, &quiet, part, NULL);
    const bul_yaml *pages = find(root, "pages");
    if (number_of(root, "report") != 1 || pages == NULL) {
        bul_report(diag, BUL_MSG_ISSUE_NOT_A_REPORT, (bul_span){0},
                   BUL_ARGS(path));
        return;
    }
    for (size_t i = 0; i < pages->items.count; i++) {
        const bul_yaml *page = pages->items.items[i];
        const bul_yaml *blocks = find(page, "blocks");
        for (size_t n = 0; blocks && n < blocks->items.count; n++)
            add_block(arena, issue, number_of(page, "page"),
                      blocks->items.items[n]);
    }
}
