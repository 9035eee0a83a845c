/* SPDX-License-Identifier: MIT */
/* article_list.c - 稿件 补白: which files, in which order.
 *
 * What is named by itself comes where it is named; a pattern adds what no
 * other entry has named, in byte order. So "01.md, *.md" and "*.md, 01.md"
 * each set every file once. Fillers come after all articles, and a pattern
 * among those leaves them where they are. */
#include "issue/glob.h"
#include "issue/issue_parts.h"

#define MAX_ARTICLES 2000

typedef struct listed_file {
    bul_line_of_text file; /* path resolved */
    const bul_yaml *map;   /* with what overrides the article, or NULL */
    bool is_pattern;
    bool is_filler;
} listed_file;

typedef struct listing {
    const bul_opener *opener;
    bul_issue *issue;
    BUL_LIST(listed_file) entries; /* as listed */
    BUL_LIST(listed_file) files;   /* patterns resolved */
    bool is_full;
    bool is_broken; /* an entry was no file name, and that was said */
} listing;

static bool is_named(const listing *l, size_t entry_count, bul_str path)
{
    for (size_t i = 0; i < entry_count; i++)
        if (!l->entries.items[i].is_pattern &&
            bul_str_equal(l->entries.items[i].file.text, path))
            return true;
    return false;
}

static bool is_collected(const listing *l, bul_str path)
{
    for (size_t i = 0; i < l->files.count; i++)
        if (bul_str_equal(l->files.items[i].file.text, path))
            return true;
    return false;
}

/* Several files, or one with a dash that lacks its blank or is a wide one. */
static bool is_run_together(bul_str path)
{
    static const char *const heads[] = {"-", "－", "—", "–", "•", "·"};
    static const char *const seams[] = {".md ",  ".md,", ".md，",
                                        ".md、", ".md;", ".md；"};
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (bul_str_starts(path, bul_str_from(heads[i])))
            return true;
    for (size_t i = 0; i < sizeof seams / sizeof seams[0]; i++)
        if (bul_str_find(path, bul_str_from(seams[i])) < path.len)
            return true;
    return false;
}

/* True, and reported, where there is no such file and no wonder. */
static bool report_run_together(listing *l, bul_line_of_text file)
{
    const bul_opener *opener = l->opener;
    bul_str bytes;
    if (!is_run_together(file.text) ||
        bul_file_peek(opener, file.text, BUL_ARTICLE_MAX_BYTES, &bytes) ==
            BUL_WORLD_OK)
        return false;
    bul_report(opener->diag, BUL_MSG_ISSUE_RUN_TOGETHER, file.span,
               BUL_ARGS(file.text));
    l->is_broken = true;
    return true;
}

/* 补白: 小贴士/ is all that lies there. Only fillers may be a folder; one that
 * cannot be looked into is reported as a file. */
static void open_folder(const listing *l, listed_file *entry)
{
    const bul_opener *opener = l->opener;
    bul_names names = {0};
    bul_str path = entry->file.text;
    if (!entry->is_filler || entry->is_pattern || bul_path_escapes(path))
        return;
    if (!bul_str_ends(path, BUL_STR("/")) &&
        bul_world_list(opener->world, opener->arena, opener->root, path,
                       &names) != BUL_WORLD_OK)
        return;
    entry->file.text = bul_path_join(opener->arena, path, BUL_STR("*.md"));
    entry->is_pattern = true;
}

static void list_entry(listing *l, const bul_yaml *item, bool is_filler)
{
    bul_arena *arena = l->opener->arena;
    bool is_map = item->kind == BUL_YAML_MAP;
    listed_file entry = {.map = is_map ? item : NULL, .is_filler = is_filler};
    entry.file = is_map ? bul_line_from_key(item, "file")
                        : (bul_line_of_text){item->text, item->span};
    if (entry.file.text.len == 0 || report_run_together(l, entry.file))
        return;
    entry.is_pattern = bul_glob_is_pattern(entry.file.text);
    open_folder(l, &entry);
    if (!bul_path_escapes(entry.file.text))
        entry.file.text = bul_path_join(arena, (bul_str){0}, entry.file.text);
    if (!entry.is_pattern && is_named(l, l->entries.count, entry.file.text)) {
        bul_report(l->opener->diag, BUL_MSG_ISSUE_LISTED_TWICE, entry.file.span,
                   BUL_ARGS(entry.file.text));
        return;
    }
    *BUL_PUSH(arena, &l->entries) = entry;
}

static void collect(listing *l, listed_file file)
{
    if (l->files.count < MAX_ARTICLES) {
        *BUL_PUSH(l->opener->arena, &l->files) = file;
        return;
    }
    if (!l->is_full)
        bul_report(l->opener->diag, BUL_MSG_ISSUE_TOO_MANY, file.file.span,
                   BUL_ARGS(bul_str_int(l->opener->arena, MAX_ARTICLES)));
    l->is_full = true;
}

static void collect_pattern(listing *l, const listed_file *entry)
{
    const bul_opener *opener = l->opener;
    bul_names names = {0};
    bul_str folder = bul_path_folder(entry->file.text);
    bul_str pattern = bul_path_name(entry->file.text);
    bool is_matched = false;
    if (bul_path_escapes(entry->file.text)) {
        bul_report(opener->diag, BUL_MSG_FILE_OUTSIDE, entry->file.span,
                   BUL_ARGS(entry->file.text));
        return;
    }
    bul_world_list(opener->world, opener->arena, opener->root,
                   folder.len > 0 ? folder : BUL_STR("."), &names);
    for (size_t i = 0; i < names.count; i++) {
        listed_file file = *entry;
        if (!bul_glob_match(pattern, names.items[i]))
            continue;
        is_matched = true;
        file.file.text = bul_path_join(opener->arena, folder, names.items[i]);
        if (!is_named(l, l->entries.count, file.file.text) &&
            !is_collected(l, file.file.text))
            collect(l, file);
    }
    if (!is_matched)
        bul_report(opener->diag, BUL_MSG_ISSUE_NO_MATCH, entry->file.span,
                   BUL_ARGS(entry->file.text));
}

static void list_entries(listing *l, const bul_yaml *files, bool are_fillers)
{
    for (size_t i = 0; i < bul_yaml_item_count(files); i++)
        list_entry(l, bul_yaml_item(files, i), are_fillers);
}

static void read_files(const listing *l, bul_article_custom custom)
{
    bul_picture_shelf shelf = {0};
    custom.shelf = &shelf;
    for (size_t i = 0; i < l->files.count; i++) {
        const listed_file *file = &l->files.items[i];
        custom.is_filler = file->is_filler;
        custom.listed = file->map;
        bul_article_reading reading =
            bul_article_read_with(l->opener, file->file, custom);
        if (!reading.is_draft)
            *BUL_PUSH(l->opener->arena, &l->issue->articles) = reading.article;
    }
}

bool bul_article_list_read(const bul_opener *opener, bul_issue *issue,
                           const bul_yaml *map)
{
    listing l = {.opener = opener, .issue = issue};
    list_entries(&l, bul_yaml_find(map, "articles"), false);
    list_entries(&l, bul_yaml_find(map, "fillers"), true);
    for (size_t i = 0; i < l.entries.count; i++) {
        if (l.entries.items[i].is_pattern)
            collect_pattern(&l, &l.entries.items[i]);
        else
            collect(&l, l.entries.items[i]);
    }
    read_files(&l,
               (bul_article_custom){
                   .speech = {issue->locale, issue->language},
                   .is_normalized = bul_yaml_bool(map, "normalize", false)});
    return !l.is_broken;
}
