/* SPDX-License-Identifier: MIT */
/* bulletin_sources.c - what a PDF was made from, so that it goes along and
 * `verify` can make the same again: the files that the record of the world
 * tells of, sorted by what they are.
 *
 *   issue/…     beneath the issue's folder, under the same names
 *   program/…   of the data folders; layouts go along, profiles do not
 *   options/…   named on the command line
 *   system/…    the rest: noted by its digest only
 *
 * Fonts are too large to go along; what is known of them is noted. Issues of
 * the past are read only to warn of a number that was given twice. */
#include <stdlib.h>
#include <string.h>

#include "archive/manifest.h"
#include "document.h"
#include "pdf/pdf.h"
#include "text/hyphenate.h"

#define SFNT_HEAD_BYTES  12
#define SFNT_ENTRY_BYTES 16

#define NEAR_FOLDER   BUL_STR("options/near/")
#define LAYOUT_FOLDER BUL_STR("options/layout/")

static const char *const profile_names[] = {
    [BUL_PROFILE_BY_ISSUE] = "screen",
    [BUL_PROFILE_SCREEN] = "screen",
    [BUL_PROFILE_ARCHIVE] = "archive",
    [BUL_PROFILE_OFFICE] = "office",
    [BUL_PROFILE_PRESS] = "press",
    [BUL_PROFILE_PRESS_LEGACY] = "press-legacy"};

bool bul_profile_from(bul_str name, bul_profile *profile)
{
    for (int i = BUL_PROFILE_SCREEN; i <= BUL_PROFILE_PRESS_LEGACY; i++)
        if (bul_str_equal(name, bul_str_from(profile_names[i]))) {
            *profile = (bul_profile)i;
            return true;
        }
    return false;
}

/* ---- What a file is ---- */

static bool ends_in(bul_str name, const char *const *endings)
{
    for (; *endings; endings++)
        if (bul_str_ends(name, bul_str_from(*endings)))
            return true;
    return false;
}

static bool is_yaml(bul_str name)
{
    static const char *const endings[] = {".yaml", ".yml", NULL};
    return ends_in(name, endings);
}

static const char *type_of(bul_str name)
{
    static const struct {
        const char *endings[5];
        const char *type;
    } types[] = {{{".md", NULL}, "text/markdown"},
                 {{".yaml", ".yml", NULL}, "application/yaml"},
                 {{".json", NULL}, "application/json"},
                 {{".jpg", ".jpeg", ".JPG", ".JPEG", NULL}, "image/jpeg"},
                 {{".png", ".PNG", NULL}, "image/png"},
                 {{".icc", ".ICC", ".icm", NULL}, "application/x-icc"}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (ends_in(name, types[i].endings))
            return types[i].type;
    return "application/octet-stream";
}

static bul_source_file from_issue(bul_doc *doc, const bul_record_entry *entry,
                                  bul_str path)
{
    bul_str shown = bul_path_join(&doc->arena, (bul_str){0}, path);
    bool is_past = entry->stage == BUL_READS_ISSUE && is_yaml(shown) &&
                   entry->root.len > 0;
    bool is_font = entry->stage == BUL_READS_FONTS;
    if (is_past || is_font)
        return (bul_source_file){0};
    return (bul_source_file){
        .name = bul_str_join(&doc->arena, BUL_STR("issue/"), shown),
        .shown = shown,
        .is_wanted = true};
}

/* What follows the data folder it lies in; empty where it lies in none. */
static bul_str within_data(bul_doc *doc, const bul_record_entry *entry)
{
    const char *const *dirs = bul_doc_data_dirs(&doc->options);
    bul_str whole = bul_path_join(&doc->arena, entry->root, entry->path);
    for (; *dirs; dirs++) {
        bul_str dir =
            bul_path_join(&doc->arena, (bul_str){0}, bul_str_from(*dirs));
        if (bul_str_equal(dir, BUL_STR(".")) && !bul_path_escapes(whole))
            return whole;
        if (bul_str_starts(whole, dir) && whole.len > dir.len &&
            whole.ptr[dir.len] == '/')
            return bul_str_sub(whole, dir.len + 1, whole.len);
    }
    return (bul_str){0};
}

static bul_source_file from_program(bul_doc *doc, bul_str name)
{
    bul_str whole = bul_str_join(&doc->arena, BUL_STR("program/"), name);
    return (bul_source_file){
        .name = whole, .shown = whole, .is_wanted = is_yaml(name)};
}

static bul_source_file named(bul_doc *doc, bul_str folder, bul_str path,
                             bool is_wanted)
{
    bul_str name = bul_str_join(&doc->arena, folder, bul_path_name(path));
    return (bul_source_file){
        .name = name, .shown = name, .is_wanted = is_wanted};
}

static bool is_option(bul_str path, const char *option)
{
    return option && bul_str_equal(path, bul_str_from(option));
}

/* An empty name: it is of no concern. */
static bul_source_file sort_out(bul_doc *doc, const bul_record_entry *entry)
{
    const bul_options *options = &doc->options;
    if (entry->root.len > 0 && bul_str_equal(entry->root, doc->issue->folder))
        return from_issue(doc, entry, entry->path);
    if (bul_str_equal(entry->path, doc->path))
        return from_issue(doc, entry, bul_path_name(entry->path));
    if (is_option(entry->path, options->near_report))
        return named(doc, NEAR_FOLDER, entry->path, true);
    if (is_option(entry->path, options->layout))
        return named(doc, LAYOUT_FOLDER, entry->path, true);
    if (entry->stage == BUL_READS_FONTS)
        return bul_str_equal(entry->path, BUL_STR(BUL_HYPHEN_ENGLISH))
                   ? named(doc, BUL_STR("system/"), entry->path, false)
                   : (bul_source_file){0};
    bul_str in_data = within_data(doc, entry);
    if (in_data.len > 0)
        return from_program(doc, in_data);
    return named(doc, BUL_STR("system/"), entry->path, false);
}

static int by_name(const void *left, const void *right)
{
    const bul_source_file *a = left, *b = right;
    return bul_str_compare(a->name, b->name);
}

/* Sorted, each once. */
static void gather(bul_doc *doc, bul_sources *sources)
{
    const bul_record *record = &doc->record;
    bul_source_file *files =
        BUL_NEW(&doc->arena, bul_source_file, record->entries.count + 1);
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < record->entries.count; i++) {
        const bul_record_entry *entry = &record->entries.items[i];
        bul_source_file file = sort_out(doc, entry);
        file.root = entry->root;
        file.path = entry->path;
        file.type = type_of(file.name);
        if (file.name.len > 0)
            files[count++] = file;
    }
    if (count > 1)
        qsort(files, count, sizeof *files, by_name);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || !bul_str_equal(files[i].name, files[kept - 1].name))
            files[kept++] = files[i];
    sources->files = files;
    sources->file_count = kept;
}

/* ---- What is on the pages ---- */

static uint64_t mix(uint64_t sum, const void *bytes, size_t count)
{
    const unsigned char *next = bytes;
    for (size_t i = 0; i < count; i++)
        sum = (sum ^ next[i]) * 1099511628211u;
    return sum;
}

static uint64_t mix_number(uint64_t sum, int64_t number)
{
    unsigned char bytes[8];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)((uint64_t)number >> (8 * i));
    return mix(sum, bytes, sizeof bytes);
}

/* Text and pictures and where they stand. */
static uint64_t page_sum(const bul_page *page)
{
    uint64_t sum = 14695981039346656037u;
    for (size_t i = 0; i < page->items.count; i++) {
        const bul_item *item = &page->items.items[i];
        if (item->type == BUL_ITEM_GLYPHS) {
            const bul_glyph_run *run = &item->as.glyphs;
            sum = mix(sum, run->text.ptr, run->text.len);
            sum = mix_number(mix_number(sum, run->x), run->y);
            sum = mix_number(sum, run->size);
        } else if (item->type == BUL_ITEM_PICTURE) {
            const bul_placed_picture *placed = &item->as.picture;
            sum = mix_number(mix_number(sum, placed->x), placed->y);
            sum = mix_number(mix_number(sum, placed->w), placed->h);
        }
    }
    return sum;
}

static size_t number_at(bul_str bytes, size_t at, size_t count)
{
    size_t number = 0;
    for (size_t i = 0; i < count && at + i < bytes.len; i++)
        number = number << 8 | (unsigned char)bytes.ptr[at + i];
    return number;
}

/* The table directory of a face: of a collection, that of its number. */
static bul_str table_directory(const bul_face *face)
{
    bul_str bytes = face->file.bytes;
    size_t start = 0;
    if (bul_str_starts(bytes, BUL_STR("ttcf")))
        start = number_at(bytes, SFNT_HEAD_BYTES + 4 * (size_t)face->number, 4);
    size_t count = number_at(bytes, start + 4, 2);
    return bul_str_sub(bytes, start,
                       start + SFNT_HEAD_BYTES + count * SFNT_ENTRY_BYTES);
}

static void note_font(bul_doc *doc, bul_manifest *manifest,
                      const bul_face *face)
{
    bul_manifest_font font = {face->postscript_name,
                              bul_str_hash(table_directory(face))};
    for (size_t i = 0; i < manifest->fonts.count; i++) {
        const bul_manifest_font *known = &manifest->fonts.items[i];
        if (known->sum == font.sum && bul_str_equal(known->name, font.name))
            return;
    }
    *BUL_PUSH(&doc->arena, &manifest->fonts) = font;
}

static void note_page(bul_doc *doc, bul_manifest *manifest,
                      const bul_page *page)
{
    const bul_face *last = NULL;
    *BUL_PUSH(&doc->arena, &manifest->pages) = page_sum(page);
    for (size_t i = 0; i < page->items.count; i++) {
        const bul_item *item = &page->items.items[i];
        if (item->type != BUL_ITEM_GLYPHS || item->as.glyphs.face == last)
            continue;
        last = item->as.glyphs.face;
        note_font(doc, manifest, last);
    }
}

/* ---- The list ---- */

bul_str bul_doc_engines(bul_arena *arena)
{
    bul_text text = bul_text_in(arena);
    bul_text_add(&text, bul_face_engine_name(arena));
    bul_text_add(&text, BUL_STR(", "));
    bul_text_add(&text, bul_pdf_engines());
    return bul_text_str(&text);
}

static bul_manifest_file listed(const bul_source_file *file)
{
    static const bul_manifest_place places[] = {
        [BUL_KEEPING_NONE] = BUL_MANIFEST_ELSEWHERE,
        [BUL_KEEPING_ATTACHED] = BUL_MANIFEST_ATTACHED,
        [BUL_KEEPING_IMAGE] = BUL_MANIFEST_IMAGE};
    return (bul_manifest_file){.name = file->name,
                               .place = places[file->kept],
                               .key = bul_str_from(file->key),
                               .byte_count = file->byte_count,
                               .digest = bul_str_from(file->digest)};
}

/* The layout of the command line: its name among the program's, or that of a
 * file. */
static bul_str layout_name(bul_doc *doc, const bul_sources *sources)
{
    bul_str given = bul_str_from(doc->options.layout);
    bul_str name =
        bul_str_join(&doc->arena, LAYOUT_FOLDER, bul_path_name(given));
    for (size_t i = 0; i < sources->file_count; i++)
        if (bul_str_equal(sources->files[i].name, name))
            return name;
    return given;
}

static void note_options(bul_doc *doc, bul_manifest *manifest)
{
    const bul_options *options = &doc->options;
    bul_profile profile = options->profile;
    if (profile == BUL_PROFILE_BY_ISSUE)
        profile = doc->issue->print.profile;
    manifest->product = bul_str_from(profile_names[profile]);
    manifest->is_proof = options->proof_sheets;
    manifest->is_without_system_fonts = options->without_system_fonts;
    manifest->nudge_x = options->nudge_x;
    manifest->nudge_y = options->nudge_y;
    manifest->issue = bul_str_join(&doc->arena, BUL_STR("issue/"),
                                   bul_path_name(doc->issue->path));
    if (options->layout)
        manifest->layout = layout_name(doc, doc->product.sources);
    if (options->near_report)
        manifest->near =
            bul_str_join(&doc->arena, NEAR_FOLDER,
                         bul_path_name(bul_str_from(options->near_report)));
}

/* Called when it is known what has become of each file. */
static bul_str write_list(void *state)
{
    bul_doc *doc = state;
    const bul_sources *sources = doc->product.sources;
    bul_manifest *manifest = BUL_NEW(&doc->arena, bul_manifest, 1);
    manifest->program =
        bul_str_join(&doc->arena, BUL_STR("bulletin "), BUL_STR(BUL_VERSION));
    manifest->engines = bul_doc_engines(&doc->arena);
    note_options(doc, manifest);
    for (size_t i = 0; i < doc->edition->pages.count; i++)
        note_page(doc, manifest, doc->edition->pages.items[i]);
    for (size_t i = 0; i < sources->file_count; i++)
        *BUL_PUSH(&doc->arena, &manifest->files) = listed(&sources->files[i]);
    doc->manifest = manifest;
    return bul_manifest_write(manifest, &doc->arena);
}

void bul_doc_gather_sources(bul_doc *doc)
{
    bul_sources *sources = BUL_NEW(&doc->arena, bul_sources, 1);
    doc->record.is_over = true;
    sources->world = doc->record.inner;
    sources->list = write_list;
    sources->state = doc;
    gather(doc, sources);
    doc->product.sources = sources;
}
