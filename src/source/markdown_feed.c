/* SPDX-License-Identifier: MIT */
/* markdown_feed.c - the pieces put together, read by cmark, and the way back
 * from what cmark saw to the file. */
#include <string.h>

#include <cmark.h>

#include "source/markdown_parts.h"

/* cmark's tree, held by a deferred clean-up while we allocate. */
typedef struct held_tree {
    cmark_node *root;
} held_tree;

static void let_go(void *handle)
{
    held_tree *held = handle;
    if (held->root != NULL)
        cmark_node_free(held->root);
    held->root = NULL;
}

typedef struct feeding {
    bul_md_reading *r;
    bul_md_fed *fed;
    bul_text text;
    size_t entity_index;
} feeding;

static void add_origin(feeding *f, size_t source)
{
    *BUL_PUSH(f->r->arena, &f->fed->origins) =
        (bul_md_origin){f->text.len, source};
}

static void add_copy(feeding *f, size_t from, size_t to)
{
    add_origin(f, from);
    bul_text_add(&f->text, (bul_str){f->r->copy + from, to - from});
}

/* A range of the copy, with our signs around each entity in it. */
static void add_range(feeding *f, bul_md_range range)
{
    const bul_md_ranges *entities = &f->r->entities;
    size_t from = range.from;
    while (f->entity_index < entities->count &&
           entities->items[f->entity_index].from < range.to) {
        bul_md_range entity = entities->items[f->entity_index++];
        if (entity.from < from)
            continue;
        add_copy(f, from, entity.from);
        bul_text_add(&f->text, BUL_STR("\x07"));
        add_copy(f, entity.from, entity.to);
        bul_text_add(&f->text, BUL_STR("\x07"));
        from = entity.to;
    }
    add_copy(f, from, range.to);
}

static void add_insert(feeding *f, bul_str insert)
{
    bul_text_add(&f->text, insert);
    if (bul_str_equal(insert, BUL_STR("\n")))
        *BUL_PUSH(f->r->arena, &f->fed->lines) = f->text.len;
}

bul_md_fed bul_md_feed(bul_md_reading *r, const bul_md_pieces *pieces)
{
    bul_md_fed fed = {0};
    feeding f = {.r = r, .fed = &fed, .text = bul_text_in(r->arena)};
    held_tree *held = BUL_NEW(r->arena, held_tree, 1);
    bul_arena_defer(r->arena, let_go, held);
    *BUL_PUSH(r->arena, &fed.lines) = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        const bul_md_piece *piece = &pieces->items[i];
        if (piece->insert != NULL)
            add_insert(&f, bul_str_from(piece->insert));
        else
            add_range(&f, piece->range);
    }
    r->entities.count = 0;
    fed.text = bul_text_str(&f.text);
    held->root =
        cmark_parse_document(fed.text.len > 0 ? fed.text.ptr : "", fed.text.len,
                             CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS);
    fed.held = held;
    fed.root = held->root;
    return fed;
}

void bul_md_fed_close(bul_md_fed *fed)
{
    let_go(fed->held);
    fed->root = NULL;
}

size_t bul_md_source_at(const bul_md_fed *fed, size_t at)
{
    size_t low = 0;
    size_t high = fed->origins.count;
    if (high == 0)
        return 0;
    /* The last origin at or before `at`. */
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (fed->origins.items[middle].fed <= at)
            low = middle;
        else
            high = middle;
    }
    bul_md_origin origin = fed->origins.items[low];
    return at < origin.fed ? origin.source : origin.source + at - origin.fed;
}

size_t bul_md_fed_at(const bul_md_fed *fed, int line, int column)
{
    if (line < 1 || (size_t)line > fed->lines.count || column < 1)
        return 0;
    size_t at = fed->lines.items[line - 1] + (size_t)column - 1;
    return at < fed->text.len ? at : fed->text.len;
}
