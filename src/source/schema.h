/* SPDX-License-Identifier: MIT */
/* schema.h - what keys a file may hold, said once in a table.
 *
 * From the table come the check of a file, the JSON Schema that editors
 * complete from, and the key reference of the man pages. A key has one English
 * name and any number of Chinese aliases; a file may mix them. */
#ifndef BUL_SOURCE_SCHEMA_H
#define BUL_SOURCE_SCHEMA_H

#include "base/diag.h"
#include "base/measure.h"
#include "source/yaml.h"

/* The forms a value may take. Several may be allowed at once. */
enum bul_schema_form {
    BUL_FORM_TEXT = 1,
    BUL_FORM_INTEGER = 2,
    BUL_FORM_BOOL = 4,
    BUL_FORM_DATE = 8,
    BUL_FORM_LENGTH = 16,
    BUL_FORM_CHOICE = 32,
    BUL_FORM_LIST = 64,  /* each item as `items` says; a lone item will do */
    BUL_FORM_MAP = 128,  /* the keys of `keys` */
    BUL_FORM_TABLE = 256 /* a map with free keys, each value as `items` says */
};

typedef struct bul_schema_choice {
    const char *name;
    const char *aliases; /* separated by a space; may be NULL */
    int value;
} bul_schema_choice;

typedef struct bul_schema bul_schema;
typedef struct bul_schema_key bul_schema_key;

/* What a value may be. */
struct bul_schema {
    unsigned forms;                   /* enum bul_schema_form */
    const bul_schema_choice *choices; /* CHOICE; ends with name NULL */
    const bul_schema_key *keys;       /* MAP; ends with name NULL */
    const bul_schema *items;          /* LIST and TABLE */
    int64_t min, max;                 /* INTEGER; both 0: any. LENGTH: in mpt */
    bul_measure_base measure;         /* LENGTH: what relative units mean */
};

struct bul_schema_key {
    const char *name;
    const char *aliases; /* separated by a space; may be NULL */
    const bul_schema *value;
    bool is_required;
    const char *zh; /* one line on what it does */
    const char *en;
};

/* Checks a tree against a schema. Accepted values get their English key, form
 * and number; refused ones are reported and count as absent.
 *
 * Reports key/unknown, key/twice, key/missing (at the head of the map),
 * key/not-text, key/not-a-number, key/not-yes-or-no, key/not-a-date,
 * key/no-such-day, key/not-a-length, key/not-a-choice,
 * key/not-a-map, key/out-of-range. */
void bul_schema_check(bul_arena *arena, bul_diag *diag,
                      const bul_schema *schema, bul_yaml *tree);

/* The first key anywhere in the schema that has the word as its name or an
 * alias, or NULL. White space around the word does not count. */
const bul_schema_key *bul_schema_find(const bul_schema *schema, bul_str word);

/* The index-th alias of a list separated by spaces, or empty. */
bul_str bul_schema_alias(const char *aliases, size_t index);

/* JSON Schema, draft 07. Names and aliases stand side by side as properties,
 * because that is what language servers complete. */
void bul_schema_json(const bul_schema *schema, bul_str title, bul_text *text);

/* The keys as mdoc, a tagged list. */
void bul_schema_mdoc(const bul_schema *schema, bul_text *text);

#endif
