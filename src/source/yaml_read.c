/* SPDX-License-Identifier: MIT */
/* yaml_read.c - libfyaml's events to our tree.
 *
 * Events, not libfyaml's documents: the marks of their tokens are byte offsets
 * into our copy, and depth and number of nodes can be limited while reading.
 * The library owns a parser and a collector of errors while we allocate from
 * the arena, and an arena may jump away. So both are held by a deferred clean-
 * up from the start, and let go by hand as soon as they are done with.
 *
 * After a syntax error the line (and what is indented beneath it) is blanked
 * in the copy and everything is read anew, a few times at most: the rest of
 * the file is worth its own diagnostics. */
#include <stdio.h>

#include <libfyaml.h>

#include "source/schema.h"
#include "source/yaml_parts.h"

#define MAX_ATTEMPTS 8

/* ---- The library's handles. ---- */

typedef struct foreign {
    struct fy_parser *parser;
    struct fy_event *event; /* the one being looked at */
    struct fy_diag *diag;
} foreign;

static void let_go(void *handle)
{
    foreign *held = handle;
    if (held->event != NULL)
        fy_parser_event_free(held->parser, held->event);
    if (held->parser != NULL)
        fy_parser_destroy(held->parser);
    if (held->diag != NULL)
        fy_diag_destroy(held->diag);
    *held = (foreign){0};
}

/* Errors are collected; whatever else the library wants to say is dropped. */
static void swallow(struct fy_diag *diag, void *user, const char *text,
                    size_t len)
{
    (void)diag;
    (void)user;
    (void)text;
    (void)len;
}

static foreign *open_parser(bul_arena *arena, const bul_yaml_copy *copy)
{
    foreign *held = BUL_NEW(arena, foreign, 1);
    bul_arena_defer(arena, let_go, held);
    struct fy_diag_cfg diag_cfg;
    fy_diag_cfg_default(&diag_cfg);
    diag_cfg.fp = NULL;
    diag_cfg.output_fn = swallow;
    diag_cfg.colorize = false;
    held->diag = fy_diag_create(&diag_cfg);
    if (held->diag == NULL)
        return NULL;
    fy_diag_set_collect_errors(held->diag, true);
    struct fy_parse_cfg cfg = {.flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG |
                                        FYPCF_JSON_NONE,
                               .diag = held->diag};
    held->parser = fy_parser_create(&cfg);
    if (held->parser == NULL ||
        fy_parser_set_string(held->parser, copy->text, copy->len) != 0)
        return NULL;
    return held;
}

/* ---- Building. ---- */

typedef struct open_node {
    bul_yaml *node;
    bool has_key; /* of a map: the last entry waits for its value */
    bool skips;   /* of a map: the value of a bad key is read and dropped */
} open_node;

typedef struct building {
    bul_arena *arena;
    bul_diag *diag;
    const bul_yaml_copy *copy;
    bul_yaml *root;
    open_node open[BUL_YAML_MAX_DEPTH + 2];
    size_t depth;
    size_t node_count;
    size_t document_count;
    bool is_stopped; /* a limit was reached, or a second document began */
} building;

static bul_span event_span(const building *b, struct fy_event *event)
{
    const struct fy_mark *start = fy_event_start_mark(event);
    const struct fy_mark *end = fy_event_end_mark(event);
    if (start == NULL || end == NULL)
        return (bul_span){0};
    return bul_yaml_copy_span(b->copy, start->input_pos, end->input_pos);
}

static bul_yaml *new_node(building *b, bul_yaml_kind kind, bul_span span)
{
    bul_yaml *node = BUL_NEW(b->arena, bul_yaml, 1);
    node->kind = kind;
    node->span = span;
    if (++b->node_count > BUL_YAML_MAX_NODES) {
        bul_report(b->diag, BUL_MSG_YAML_TOO_MANY, span,
                   BUL_ARGS(bul_str_int(b->arena, BUL_YAML_MAX_NODES)));
        b->is_stopped = true;
    }
    return node;
}

static const bul_yaml_entry *find_entry(const bul_yaml *map, bul_str key)
{
    for (size_t i = 0; i < map->entries.count; i++)
        if (bul_str_equal(map->entries.items[i].key, key))
            return &map->entries.items[i];
    return NULL;
}

/* A key is a text, is not "<<" and does not come twice. */
static bool is_good_key(building *b, const bul_yaml *map, const bul_yaml *key)
{
    if (key->kind != BUL_YAML_TEXT) {
        bul_report(b->diag, BUL_MSG_YAML_KEY_NOT_TEXT, key->span, BUL_NO_ARGS);
        return false;
    }
    if (bul_str_equal(key->text, BUL_STR("<<"))) {
        bul_report(b->diag, BUL_MSG_YAML_MERGE_KEY, key->span, BUL_NO_ARGS);
        return false;
    }
    const bul_yaml_entry *first = find_entry(map, key->text);
    if (first == NULL)
        return true;
    size_t line = bul_diag_place(b->diag, first->key_span).line;
    bul_report(b->diag, BUL_MSG_YAML_DUPLICATE_KEY, key->span,
               BUL_ARGS(key->text, bul_str_int(b->arena, (int64_t)line)));
    return false;
}

static void add_to_map(building *b, open_node *top, bul_yaml *node)
{
    bul_yaml *map = top->node;
    if (top->skips) {
        top->skips = false;
    } else if (top->has_key) {
        BUL_LAST(&map->entries)->value = node;
        top->has_key = false;
    } else if (is_good_key(b, map, node)) {
        bul_yaml_entry *entry = BUL_PUSH(b->arena, &map->entries);
        entry->key = node->text;
        entry->key_span = node->span;
        /* Stands until the value comes, and if it never does. */
        entry->value = BUL_NEW(b->arena, bul_yaml, 1);
        top->has_key = true;
    } else {
        top->skips = true;
    }
}

static void add_node(building *b, bul_yaml *node)
{
    if (b->depth == 0) {
        b->root = node;
        return;
    }
    open_node *top = &b->open[b->depth - 1];
    if (top->node->kind == BUL_YAML_MAP)
        add_to_map(b, top, node);
    else
        *BUL_PUSH(b->arena, &top->node->items) = node;
}

static void refuse_extras(building *b, struct fy_event *event)
{
    bul_span span = event_span(b, event);
    if (fy_event_get_anchor_token(event) != NULL)
        bul_report(b->diag, BUL_MSG_YAML_ANCHOR, span, BUL_NO_ARGS);
    if (fy_event_get_tag_token(event) != NULL)
        bul_report(b->diag, BUL_MSG_YAML_TAG, span, BUL_NO_ARGS);
}

static void add_scalar(building *b, struct fy_event *event)
{
    size_t len = 0;
    struct fy_token *token = fy_event_get_token(event);
    const char *text = token == NULL ? NULL : fy_token_get_text(token, &len);
    refuse_extras(b, event);
    bul_yaml *node = new_node(b, BUL_YAML_NONE, event_span(b, event));
    bool is_nothing =
        len == 0 &&
        (token == NULL || fy_scalar_token_get_style(token) == FYSS_PLAIN);
    if (text != NULL && !is_nothing) {
        node->kind = BUL_YAML_TEXT;
        node->text = bul_str_copy(b->arena, (bul_str){text, len});
    }
    add_node(b, node);
}

static void open_collection(building *b, struct fy_event *event,
                            bul_yaml_kind kind)
{
    refuse_extras(b, event);
    bul_yaml *node = new_node(b, kind, event_span(b, event));
    add_node(b, node);
    if (b->depth == BUL_YAML_MAX_DEPTH) {
        bul_report(b->diag, BUL_MSG_YAML_TOO_DEEP, node->span,
                   BUL_ARGS(bul_str_int(b->arena, BUL_YAML_MAX_DEPTH)));
        b->is_stopped = true;
        return;
    }
    b->open[b->depth++] = (open_node){.node = node};
}

static void close_collection(building *b, struct fy_event *event)
{
    if (b->depth == 0)
        return;
    bul_span end = event_span(b, event);
    bul_yaml *node = b->open[--b->depth].node;
    if (end.end > node->span.start)
        node->span.end = end.end;
}

static void open_document(building *b, struct fy_event *event)
{
    if (b->document_count++ == 0)
        return;
    bul_report(b->diag, BUL_MSG_YAML_SECOND_DOCUMENT, event_span(b, event),
               BUL_NO_ARGS);
    b->is_stopped = true;
}

static void take_event(building *b, struct fy_event *event)
{
    switch (event->type) {
    case FYET_DOCUMENT_START:
        open_document(b, event);
        break;
    case FYET_SCALAR:
        add_scalar(b, event);
        break;
    case FYET_ALIAS:
        bul_report(b->diag, BUL_MSG_YAML_ANCHOR, event_span(b, event),
                   BUL_NO_ARGS);
        add_node(b, new_node(b, BUL_YAML_NONE, event_span(b, event)));
        break;
    case FYET_SEQUENCE_START:
        open_collection(b, event, BUL_YAML_LIST);
        break;
    case FYET_MAPPING_START:
        open_collection(b, event, BUL_YAML_MAP);
        break;
    case FYET_SEQUENCE_END:
    case FYET_MAPPING_END:
        close_collection(b, event);
        break;
    case FYET_NONE:
    case FYET_STREAM_START:
    case FYET_STREAM_END:
    case FYET_DOCUMENT_END:
        break;
    }
}

/* ---- Failure and recovery. ---- */

static size_t line_offset(const bul_yaml_copy *copy, int line)
{
    size_t at = 0;
    for (int i = 1; i < line && at < copy->len; at++)
        i += copy->text[at] == '\n';
    return at;
}

static size_t line_start(const bul_yaml_copy *copy, size_t at)
{
    while (at > 0 && copy->text[at - 1] != '\n')
        at--;
    return at;
}

/* A flow collection that is still open when the text ends. */
static size_t open_bracket(const building *b)
{
    for (size_t i = b->depth; i > 0; i--) {
        const bul_span span = b->open[i - 1].node->span;
        size_t at = bul_yaml_copy_offset(b->copy, span.start);
        if (at < b->copy->len &&
            (b->copy->text[at] == '[' || b->copy->text[at] == '{'))
            return at;
    }
    return b->copy->len;
}

/* The first error the library collected. Some mistakes it does not call an
 * error: it stops before any document. Those are put at the first line. */
static bool find_failure(building *b, struct fy_diag *errors,
                         bul_yaml_failure *failure)
{
    void *iterator = NULL;
    bul_str all = {b->copy->text, b->copy->len};
    const struct fy_diag_error *error =
        fy_diag_errors_iterate(errors, &iterator);
    if (error == NULL && b->document_count > 0)
        return false;
    size_t first = 0;
    while (first < all.len &&
           (all.ptr[first] == '#' || all.ptr[first] == '\n' ||
            bul_str_trim(bul_str_sub(all, first, first + 1)).len == 0)) {
        bul_str rest = bul_str_sub(all, first, all.len);
        first += all.ptr[first] == '#' ? bul_str_find(rest, BUL_STR("\n")) : 1;
    }
    if (error == NULL && first >= all.len)
        return false;
    failure->line_start = line_offset(b->copy, error ? error->line : 1);
    if (error == NULL)
        failure->line_start = first;
    failure->words =
        bul_str_copy(b->arena, bul_str_from(error ? error->msg : "no map"));
    failure->open_bracket = b->copy->len;
    if (bul_str_find(failure->words, BUL_STR("bracket")) < failure->words.len ||
        bul_str_find(failure->words, BUL_STR("flow ")) < failure->words.len)
        failure->open_bracket = open_bracket(b);
    if (failure->open_bracket < b->copy->len)
        failure->line_start = line_start(b->copy, failure->open_bracket);
    return true;
}

static size_t indent_at(const bul_yaml_copy *copy, size_t start)
{
    size_t at = start;
    while (at < copy->len && copy->text[at] == ' ')
        at++;
    return at == copy->len || copy->text[at] == '\n' ? SIZE_MAX : at - start;
}

/* Blanks the line and those indented deeper beneath it. */
static void blank_lines(bul_yaml_copy *copy, size_t start)
{
    size_t indent = indent_at(copy, start);
    size_t at = start;
    do {
        for (; at < copy->len && copy->text[at] != '\n'; at++)
            copy->text[at] = ' ';
        at++;
    } while (at < copy->len && indent != SIZE_MAX &&
             indent_at(copy, at) > indent);
}

/* Reads the copy once. False after a syntax error, described in *failure. */
static bool attempt(building *b, bul_yaml_failure *failure)
{
    foreign *held = open_parser(b->arena, b->copy);
    if (held == NULL) {
        *failure = (bul_yaml_failure){.open_bracket = b->copy->len,
                                      .words = BUL_STR("no memory")};
        return false;
    }
    while (!b->is_stopped &&
           (held->event = fy_parser_parse(held->parser)) != NULL) {
        take_event(b, held->event);
        fy_parser_event_free(held->parser, held->event);
        held->event = NULL;
    }
    bool is_failed = !b->is_stopped && find_failure(b, held->diag, failure);
    let_go(held);
    return !is_failed;
}

bul_yaml *bul_yaml_read(bul_arena *arena, bul_diag *diag, bul_yaml_part part,
                        const struct bul_schema *schema)
{
    bul_yaml_copy copy = bul_yaml_prepare(arena, diag, part, schema);
    bool is_broken = copy.tab_count > 0;
    building b = {0};
    size_t last_line = 0;
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
        bul_yaml_failure failure = {0};
        b = (building){.arena = arena, .diag = diag, .copy = &copy};
        if (attempt(&b, &failure))
            break;
        /* Tabs read as spaces may make lines that only look wrong. */
        if (copy.tab_count == 0)
            bul_yaml_report_failure(diag, &copy, &failure);
        is_broken = true;
        if (i > 0 && failure.line_start <= last_line)
            break;
        last_line = failure.line_start;
        blank_lines(&copy, failure.line_start);
    }
    bul_yaml *root = b.root;
    if (root == NULL) {
        root = BUL_NEW(arena, bul_yaml, 1);
        root->kind = BUL_YAML_MAP;
        root->span = bul_source_span(part.source, part.from, part.from);
    }
    root->is_broken = is_broken || b.is_stopped;
    return root;
}
