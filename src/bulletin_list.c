/* SPDX-License-Identifier: MIT */
/* bulletin_list.c - what the program knows: keys, layouts, fonts. */
#include <setjmp.h>
#include <string.h>

#include "document.h"
#include "issue/keys.h"
#include "template/paper.h"
#include "template/read.h"
#include "text/fontset.h"

/* A text being made for a sink, outside of any document. */
typedef struct listing {
    bul_arena arena;
    jmp_buf escape;
    const bul_world *world;
    const bul_options *options;
    const char *kind;
} listing;

typedef bool (*writer)(listing *l, bul_text *text);

/* What a jump out of memory leads to. */
static bul_status try_listing(listing *l, writer write, bul_sink sink)
{
    if (setjmp(l->escape) != 0)
        return BUL_NO_MEMORY;
    l->arena.escape = &l->escape;
    bul_text text = bul_text_in(&l->arena);
    if (!write(l, &text))
        return BUL_INPUT_ERRORS;
    return sink.write(sink.state, text.ptr, text.len) ? BUL_OK : BUL_IO_ERROR;
}

static bul_status write_listing(listing *l, writer write, bul_sink sink)
{
    bul_status status = try_listing(l, write, sink);
    bul_arena_release(&l->arena);
    return status;
}

/* The table of keys behind a kind of file; `title` for its schema. */
static const bul_schema *find_schema(const char *kind, bul_str *title)
{
    if (strcmp(kind, "layout") == 0) {
        *title = BUL_STR("bulletin: layout");
        return bul_template_schema();
    }
    bool is_issue = strcmp(kind, "issue") == 0;
    *title =
        is_issue ? BUL_STR("bulletin: issue") : BUL_STR("bulletin: article");
    return bul_issue_schema_find(bul_str_from(kind));
}

static bool write_schema(listing *l, bul_text *text)
{
    bul_str title;
    const bul_schema *schema = find_schema(l->kind, &title);
    if (schema)
        bul_schema_json(schema, title, text);
    return schema != NULL;
}

static bool write_reference(listing *l, bul_text *text)
{
    bul_str title;
    const bul_schema *schema = find_schema(l->kind, &title);
    if (schema)
        bul_schema_mdoc(schema, text);
    return schema != NULL;
}

static bool write_list(listing *l, bul_text *text)
{
    const char *const *dirs = bul_doc_data_dirs(l->options);
    bul_diag diag;
    bul_diag_init(&diag, &l->arena);
    bul_text_add(text, BUL_STR("layouts:\n"));
    bul_template_list(&l->arena, l->world, dirs, text);
    bul_opener opener = {.arena = &l->arena, .world = l->world, .diag = &diag};
    bul_text_add(text, BUL_STR("papers:\n"));
    bul_paper_list(&opener, dirs, text);
    bul_font_sources sources = {.data_dirs = dirs, .without_system = true};
    if (l->options)
        sources.font_dirs = l->options->font_dirs;
    bul_text_add(text, BUL_STR("fonts:\n"));
    bul_fontset_list(bul_fontset_open(&l->arena, l->world, &diag, sources),
                     text);
    return true;
}

bul_status bul_write_schema(const char *kind, bul_sink sink)
{
    listing l = {.kind = kind};
    return write_listing(&l, write_schema, sink);
}

bul_status bul_write_key_reference(const char *kind, bul_sink sink)
{
    listing l = {.kind = kind};
    return write_listing(&l, write_reference, sink);
}

bul_status bul_write_list(const bul_world *world, const bul_options *options,
                          bul_sink sink)
{
    listing l = {.world = world, .options = options};
    return write_listing(&l, write_list, sink);
}
