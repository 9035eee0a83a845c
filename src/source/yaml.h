/* SPDX-License-Identifier: MIT */
/* yaml.h - YAML to a tree whose every node has a span.
 *
 * A restricted YAML: maps, lists, scalars, block text. Anchors, aliases, tags,
 * merge keys and further documents are refused. Every scalar is text until a
 * schema says otherwise (schema.h), so that "no" and "08" mean what they say.
 *
 * The room is the only one that knows libfyaml. */
#ifndef BUL_SOURCE_YAML_H
#define BUL_SOURCE_YAML_H

#include "base/list.h"
#include "base/measure.h"
#include "source/source.h"

#define BUL_YAML_MAX_DEPTH 32
#define BUL_YAML_MAX_NODES 10000

typedef enum bul_yaml_kind {
    BUL_YAML_NONE, /* "key:" with nothing after it */
    BUL_YAML_TEXT,
    BUL_YAML_LIST,
    BUL_YAML_MAP
} bul_yaml_kind;

typedef struct bul_yaml bul_yaml;
struct bul_schema;

typedef struct bul_yaml_entry {
    bul_str key;
    bul_span key_span;
    bul_str name; /* English name, once a schema has accepted the value */
    bul_yaml *value;
} bul_yaml_entry;

struct bul_yaml {
    bul_yaml_kind kind;
    bul_span span; /* text: what is inside the quotes, if any */
    bul_str text;
    bool is_broken; /* of the root: part of the file could not be read */
    BUL_LIST(bul_yaml *) items;
    BUL_LIST(bul_yaml_entry) entries; /* in their order, no key twice */
    /* Set by a schema: what the text was taken as, and its value: a number,
     * 0 or 1, a choice's value, millipoints, or a date as yyyymmdd. */
    unsigned form;
    int64_t number;
};

/* The part of a source that is YAML. */
typedef struct bul_yaml_part {
    const bul_source *source;
    size_t from, to;
} bul_yaml_part;

/* Reads a part of a file. Always yields a tree; an empty part yields a map
 * without entries. `schema` tells which keys may be followed by a full-width
 * colon or by no space; NULL: none.
 *
 * Reports yaml/tab, yaml/missing-quote, yaml/missing-bracket,
 * yaml/second-colon, yaml/full-width-colon, yaml/no-space, yaml/first-sign,
 * yaml/no-colon, yaml/syntax, yaml/duplicate-key, yaml/anchor, yaml/tag,
 * yaml/merge-key, yaml/second-document, yaml/key-not-text, yaml/too-deep,
 * yaml/too-many. A line that cannot be read is left out and reading goes on
 * after it, so that one run shows more than the first mistake. */
bul_yaml *bul_yaml_read(bul_arena *arena, bul_diag *diag, bul_yaml_part part,
                        const struct bul_schema *schema);

/* ---- Reading a tree that a schema has checked. ----
 *
 * Keys are asked for by their English names. A value that the schema refused
 * has been reported and counts as absent. `map` may be NULL. */

/* The value of a key, or NULL. */
const bul_yaml *bul_yaml_find(const bul_yaml *map, const char *name);

/* Its text, or empty. */
bul_str bul_yaml_text(const bul_yaml *map, const char *name);

/* Where its value stands, or no place. */
bul_span bul_yaml_span(const bul_yaml *map, const char *name);

int64_t bul_yaml_int(const bul_yaml *map, const char *name, int64_t absent);
bool bul_yaml_bool(const bul_yaml *map, const char *name, bool absent);
int bul_yaml_choice(const bul_yaml *map, const char *name, int absent);
bul_mpt bul_yaml_length(const bul_yaml *map, const char *name, bul_mpt absent);

/* A list's items; a lone value counts as a list of itself, NULL and NONE as
 * an empty one. */
size_t bul_yaml_item_count(const bul_yaml *value);
const bul_yaml *bul_yaml_item(const bul_yaml *value, size_t index);

#endif
