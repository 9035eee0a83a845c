/* SPDX-License-Identifier: MIT */
#include "source/schema.h"
#include "template/find.h"
#include "template/keys.h"
#include "template/read.h"

static bool is_path(bul_str name)
{
    return bul_str_find(name, BUL_STR("/")) < name.len ||
           bul_str_ends(name, BUL_STR(".yaml")) ||
           bul_str_ends(name, BUL_STR(".yml"));
}

/* Calls `take` for each layouts/ folder until it says true. */
typedef bool (*folder_taker)(void *closure, bul_str folder);

static bool each_folder(bul_arena *arena, const char *const *data_dirs,
                        folder_taker take, void *closure)
{
    for (const char *const *dir = data_dirs; dir && *dir; dir++) {
        bul_str folder =
            bul_path_join(arena, bul_str_from(*dir), BUL_STR("layouts"));
        if (take(closure, folder))
            return true;
    }
    return false;
}

typedef struct wanted {
    const bul_opener *opener;
    bul_str file;
    bul_source *source;
} wanted;

static bool open_in(void *closure, bul_str folder)
{
    wanted *w = closure;
    bul_opener opener = *w->opener;
    opener.root = folder;
    bul_str bytes;
    if (bul_world_open(opener.world, opener.arena, folder, w->file,
                       BUL_ISSUE_MAX_BYTES, &bytes) != BUL_WORLD_OK)
        return false;
    return bul_source_from_bytes(&opener, w->file, bytes, w->source);
}

typedef struct listing {
    bul_arena *arena;
    const bul_world *world;
    bul_names names; /* without .yaml */
} listing;

static bool is_listed(const listing *l, bul_str name)
{
    for (size_t i = 0; i < l->names.count; i++)
        if (bul_str_equal(l->names.items[i], name))
            return true;
    return false;
}

static bool list_in(void *closure, bul_str folder)
{
    listing *l = closure;
    bul_names files = {0};
    if (bul_world_list(l->world, l->arena, BUL_STR(""), folder, &files) !=
        BUL_WORLD_OK)
        return false;
    bul_str ending = BUL_STR(".yaml");
    for (size_t i = 0; i < files.count; i++) {
        bul_str file = files.items[i];
        bul_str name = bul_str_sub(file, 0, file.len - ending.len);
        if (bul_str_ends(file, ending) && !is_listed(l, name))
            *BUL_PUSH(l->arena, &l->names) = name;
    }
    return false; /* further folders may have more */
}

static bul_str names_in_line(bul_arena *arena, const listing *l)
{
    bul_text text = bul_text_in(arena);
    for (size_t i = 0; i < l->names.count; i++) {
        bul_text_add(&text, i > 0 ? BUL_STR("、") : BUL_STR(""));
        bul_text_add(&text, l->names.items[i]);
    }
    return bul_text_str(&text);
}

/* "digest.yaml", where there is no such file but a layout called digest. */
static bool is_name_with_ending(const bul_opener *opener, const listing *l,
                                bul_str path)
{
    bul_str stem = bul_str_sub(path, 0, bul_str_find(path, BUL_STR(".y")));
    bul_str bytes;
    return is_listed(l, stem) &&
           bul_file_peek(opener, path, BUL_ISSUE_MAX_BYTES, &bytes) ==
               BUL_WORLD_MISSING;
}

bool bul_template_find(const bul_opener *opener, const char *const *data_dirs,
                       bul_named_file named, bul_source *source)
{
    listing l = {.arena = opener->arena, .world = opener->world};
    each_folder(opener->arena, data_dirs, list_in, &l);
    bool is_file =
        is_path(named.path) && !is_name_with_ending(opener, &l, named.path);
    if (is_file)
        return bul_source_read(opener, named, BUL_ISSUE_MAX_BYTES, source);
    wanted w = {.opener = opener,
                .file =
                    bul_str_join(opener->arena, named.path, BUL_STR(".yaml")),
                .source = source};
    if (each_folder(opener->arena, data_dirs, open_in, &w))
        return true;
    bul_report(opener->diag, BUL_MSG_LAYOUT_MISSING, named.span,
               BUL_ARGS(named.path, names_in_line(opener->arena, &l)));
    return false;
}

void bul_template_list(bul_arena *arena, const bul_world *world,
                       const char *const *data_dirs, bul_text *text)
{
    listing l = {.arena = arena, .world = world};
    each_folder(arena, data_dirs, list_in, &l);
    for (size_t i = 0; i < l.names.count; i++) {
        bul_diag diag;
        bul_diag_init(&diag, arena);
        bul_layout_sources sources = {.data_dirs = data_dirs};
        const bul_template *template = bul_template_read(
            arena, world, &diag, sources, l.names.items[i], (bul_span){0});
        bul_text_add(text, l.names.items[i]);
        bul_text_add(text, BUL_STR("  "));
        if (template)
            bul_text_add(text, template->title);
        bul_text_add(text, BUL_STR("\n"));
    }
}

const bul_schema *bul_template_schema(void)
{
    return &bul_template_keys;
}

bul_mpt bul_template_span(const bul_template *template, int count)
{
    return count * template->measure + (count - 1) * template->gutter;
}

bul_mpt bul_template_column_x(const bul_template *template, int column)
{
    return template->left + column * (template->measure + template->gutter);
}
