/* SPDX-License-Identifier: MIT */
/* bulletin_verify.c - is a finished PDF what its sources make?
 *
 *   read     the PDF, the list of sources in it
 *   hold     every source and picture against its digest in the list
 *   rebuild  the bulletin from them, with the options of the list
 *   compare  byte for byte as it is made; where it differs, page by page
 *
 * Another version of program, libraries or fonts makes other bytes of the same
 * pages. Then the text and its places are compared, and that is said. */
#include <stdlib.h>

#include "archive/kept.h"
#include "archive/manifest.h"
#include "document.h"
#include "pdf/digest.h"
#include "pdf/pdf_reader.h"
#include "source/source.h"

#define PDF_LIMIT_BYTES ((size_t)2 << 30)
#define MOST_DATA_DIRS  16
#define REST_BYTES      ((size_t)16 << 20)

typedef struct verification {
    bul_doc *doc;
    bul_arena *arena;
    bul_loan pdf;
    bul_str bytes;      /* of the PDF */
    size_t fresh_bytes; /* of these read since they rested last */
    bul_pdf_reader *reader;
    bul_manifest *manifest;
    bul_kept kept; /* the world of its sources */
} verification;

static bul_status complain(verification *v, bul_message_id id, bul_args args)
{
    bul_report(&v->doc->diag, id, (bul_span){0}, args);
    return BUL_INPUT_ERRORS;
}

/* Of a large file only so much stays in memory as was read just now. */
static void note_read(verification *v, size_t count)
{
    v->fresh_bytes += count;
    if (v->fresh_bytes < REST_BYTES)
        return;
    bul_world_rest(&v->pdf);
    v->fresh_bytes = 0;
}

/* ---- Reading ---- */

static bul_status read_pdf(verification *v)
{
    bul_doc *doc = v->doc;
    bul_opener opener = {v->arena, doc->world, &doc->diag, {0}};
    bul_str list;
    bul_world_result result =
        bul_world_borrow(doc->world, v->arena, (bul_str){0}, doc->path,
                         PDF_LIMIT_BYTES, &v->pdf);
    bul_file_report(&opener, (bul_named_file){doc->path, {0}}, PDF_LIMIT_BYTES,
                    result);
    if (result != BUL_WORLD_OK)
        return BUL_IO_ERROR;
    v->bytes = v->pdf.bytes;
    v->reader = bul_pdf_read(v->arena, v->bytes);
    if (!v->reader || bul_pdf_pages(v->reader).count == 0)
        (void)complain(v, BUL_MSG_VERIFY_UNREADABLE, BUL_ARGS(doc->path));
    else if (!bul_pdf_embedded(v->reader, BUL_SOURCES_KEY, &list))
        (void)complain(v, BUL_MSG_VERIFY_NO_SOURCES, BUL_ARGS(doc->path));
    else if (!bul_manifest_read(list, v->arena, v->manifest))
        (void)complain(v, BUL_MSG_VERIFY_BAD_LIST, BUL_ARGS(doc->path));
    return doc->diag.error_count > 0 ? BUL_IO_ERROR : BUL_OK;
}

/* ---- Holding sources against the list ---- */

/* As the user knows it: without the "issue/" of the list. */
static bul_str shown(bul_str name)
{
    bul_str folder = BUL_STR("issue/");
    return bul_str_starts(name, folder)
               ? bul_str_sub(name, folder.len, name.len)
               : name;
}

typedef struct found_jpeg {
    bul_str bytes;
    char digest[BUL_DIGEST_DIGITS + 1];
} found_jpeg;

typedef BUL_LIST(found_jpeg) found_jpegs;

static found_jpegs find_jpegs(verification *v)
{
    found_jpegs found = {0};
    bul_pdf_pieces pieces = bul_pdf_jpegs(v->reader);
    for (size_t i = 0; i < pieces.count; i++) {
        found_jpeg *jpeg = BUL_PUSH(v->arena, &found);
        jpeg->bytes = pieces.items[i];
        bul_digest(jpeg->bytes, jpeg->digest);
        note_read(v, jpeg->bytes.len);
    }
    return found;
}

static bool hold_image(verification *v, const found_jpegs *jpegs,
                       const bul_manifest_file *file, bul_str *bytes)
{
    for (size_t i = 0; i < jpegs->count; i++) {
        *bytes = jpegs->items[i].bytes;
        if (bul_str_equal(file->digest, bul_str_from(jpegs->items[i].digest)))
            return true;
    }
    (void)complain(v, BUL_MSG_VERIFY_PICTURE_CHANGED,
                   BUL_ARGS(shown(file->name)));
    return false;
}

static bool hold_attached(verification *v, const bul_manifest_file *file,
                          bul_str *bytes)
{
    char digest[BUL_DIGEST_DIGITS + 1];
    bul_message_id id = BUL_MSG_VERIFY_SOURCE_MISSING;
    if (bul_pdf_embedded(v->reader, bul_cstr(v->arena, file->key), bytes)) {
        bul_digest(*bytes, digest);
        if (bul_str_equal(file->digest, bul_str_from(digest)))
            return true;
        id = BUL_MSG_VERIFY_SOURCE_CHANGED;
    }
    (void)complain(v, id, BUL_ARGS(shown(file->name)));
    return false;
}

static bul_status hold_sources(verification *v)
{
    const bul_manifest *manifest = v->manifest;
    found_jpegs jpegs = find_jpegs(v);
    bul_kept_file *files =
        BUL_NEW(v->arena, bul_kept_file, manifest->files.count + 1);
    for (size_t i = 0; i < manifest->files.count; i++) {
        const bul_manifest_file *file = &manifest->files.items[i];
        bul_kept_file kept = {.name = file->name};
        bool is_held = false;
        if (file->place == BUL_MANIFEST_IMAGE)
            is_held = hold_image(v, &jpegs, file, &kept.bytes);
        else if (file->place == BUL_MANIFEST_ATTACHED)
            is_held = hold_attached(v, file, &kept.bytes);
        if (is_held)
            files[v->kept.file_count++] = kept;
    }
    v->kept.files = files;
    return v->doc->diag.error_count > 0 ? BUL_INPUT_ERRORS : BUL_OK;
}

/* ---- Rebuilding ---- */

/* Nothing on a disk lies beneath a file: the sources do, beneath the PDF. */
static const char *beneath_pdf(verification *v, bul_str name)
{
    return bul_cstr(v->arena, bul_path_join(v->arena, v->kept.folder, name));
}

/* The layouts that went along come before those there are. */
static const char *const *data_dirs_of(verification *v)
{
    const char *const *dirs = bul_doc_data_dirs(&v->doc->options);
    const char **list = BUL_NEW(v->arena, const char *, MOST_DATA_DIRS + 2);
    list[0] = beneath_pdf(v, BUL_STR("program"));
    for (size_t i = 0; i < MOST_DATA_DIRS && dirs[i]; i++)
        list[i + 1] = dirs[i];
    return list;
}

static bool options_of(verification *v, bul_options *options)
{
    const bul_manifest *manifest = v->manifest;
    *options = v->doc->options;
    options->sheets = BUL_SHEETS_SINGLE;
    options->press_marks = false;
    options->data_dirs = data_dirs_of(v);
    options->proof_sheets = manifest->is_proof;
    options->without_system_fonts = manifest->is_without_system_fonts;
    options->plate = BUL_PLATE_ALL;
    options->nudge_x = manifest->nudge_x;
    options->nudge_y = manifest->nudge_y;
    options->near_report =
        manifest->near.len > 0 ? beneath_pdf(v, manifest->near) : NULL;
    options->layout = NULL;
    if (bul_manifest_find(manifest, manifest->layout))
        options->layout = beneath_pdf(v, manifest->layout);
    else if (manifest->layout.len > 0)
        options->layout = bul_cstr(v->arena, manifest->layout);
    return bul_profile_from(manifest->product, &options->profile) &&
           bul_product_for(options->profile).archive_part == 3;
}

static bul_status rebuild(verification *v)
{
    bul_options options;
    if (!options_of(v, &options)) {
        (void)complain(v, BUL_MSG_VERIFY_BAD_LIST, BUL_ARGS(v->doc->path));
        return BUL_IO_ERROR;
    }
    v->kept.inner = v->doc->world;
    v->kept.source = &v->pdf;
    bul_kept_open(&v->kept);
    bul_status status =
        bul_open(&v->kept.world, &options, beneath_pdf(v, v->manifest->issue),
                 &v->doc->rebuilt);
    if (status == BUL_OK)
        status = bul_typeset(v->doc->rebuilt);
    return status;
}

/* Its first error, for want of room for all. */
static bul_status tell_unmade(verification *v, bul_status status)
{
    const bul_doc *rebuilt = v->doc->rebuilt;
    bul_str why = BUL_STR("");
    for (size_t i = 0; rebuilt && i < bul_report_count(rebuilt); i++) {
        bul_diagnostic report = bul_report_at(rebuilt, i);
        if (report.severity != BUL_REPORT_ERROR)
            continue;
        why = bul_str_from(report.message);
        break;
    }
    if (status == BUL_NO_MEMORY || status == BUL_LIMIT)
        return status;
    return complain(v, BUL_MSG_VERIFY_NOT_MADE, BUL_ARGS(why));
}

/* ---- Comparing bytes ---- */

typedef struct comparison {
    verification *of;
    bul_str expected;
    size_t at;
    size_t differs_at;
    bool differs;
} comparison;

static bool compare(void *state, const void *bytes, size_t count)
{
    comparison *c = state;
    const char *now = bytes;
    for (size_t i = 0; i < count; i++)
        if (c->at + i >= c->expected.len ||
            c->expected.ptr[c->at + i] != now[i]) {
            c->differs = true;
            c->differs_at = c->at + i;
            return false; /* the rest need not be made */
        }
    c->at += count;
    note_read(c->of, count);
    return true;
}

/* Makes the PDF anew against the one there is. */
static bul_status compare_bytes(verification *v, comparison *c)
{
    bul_doc *rebuilt = v->doc->rebuilt;
    *c = (comparison){.of = v, .expected = v->bytes};
    rebuilt->wants_page_sums = true;
    bul_status status = bul_write_pdf(rebuilt, (bul_sink){compare, c});
    if (c->differs)
        return BUL_OK;
    if (status == BUL_OK && c->at < c->expected.len) {
        c->differs = true;
        c->differs_at = c->at;
    }
    return status;
}

/* ---- Comparing what both were made with ---- */

static const bul_manifest_font *font_in(const bul_manifest *manifest,
                                        bul_str name)
{
    for (size_t i = 0; i < manifest->fonts.count; i++)
        if (bul_str_equal(manifest->fonts.items[i].name, name))
            return &manifest->fonts.items[i];
    return NULL;
}

static bul_str program_of(verification *v, const bul_manifest *manifest)
{
    bul_text text = bul_text_in(v->arena);
    bul_text_add(&text, manifest->program);
    bul_text_add(&text, BUL_STR(", "));
    bul_text_add(&text, manifest->engines);
    return bul_text_str(&text);
}

/* Reports as warnings what was another then; false where all is the same. */
static bool tell_surroundings(verification *v, const bul_manifest *now)
{
    const bul_manifest *then = v->manifest;
    bul_diag *diag = &v->doc->diag;
    size_t before = diag->warning_count;
    bul_str made_by = program_of(v, then), is_now = program_of(v, now);
    if (!bul_str_equal(made_by, is_now))
        bul_report(diag, BUL_MSG_VERIFY_OTHER_PROGRAM, (bul_span){0},
                   BUL_ARGS(made_by, is_now));
    for (size_t i = 0; i < then->fonts.count; i++) {
        const bul_manifest_font *font = &then->fonts.items[i];
        const bul_manifest_font *other = font_in(now, font->name);
        if (!other || other->sum != font->sum)
            bul_report(diag, BUL_MSG_VERIFY_OTHER_FONT, (bul_span){0},
                       BUL_ARGS(font->name));
    }
    for (size_t i = 0; i < then->files.count; i++) {
        const bul_manifest_file *file = &then->files.items[i];
        const bul_manifest_file *other = bul_manifest_find(now, file->name);
        if (file->place == BUL_MANIFEST_ELSEWHERE &&
            (!other || !bul_str_equal(other->digest, file->digest)))
            bul_report(diag, BUL_MSG_VERIFY_OTHER_FILE, (bul_span){0},
                       BUL_ARGS(file->name));
    }
    return diag->warning_count > before;
}

/* ---- Comparing pages ---- */

static void tell_pages(verification *v, size_t first, size_t count)
{
    bul_str page = bul_str_int(v->arena, (int64_t)first + 1);
    if (count == 1)
        (void)complain(v, BUL_MSG_VERIFY_PAGE, BUL_ARGS(page));
    else if (count > 1)
        (void)complain(v, BUL_MSG_VERIFY_PAGES,
                       BUL_ARGS(page, bul_str_int(v->arena, (int64_t)count)));
}

/* By the sums of their contents, or, where these cannot be the same, by what
 * the list says was set on each. */
static void compare_pages(verification *v, const bul_manifest *now,
                          bool by_list)
{
    bul_pdf_numbers pages = bul_pdf_pages(v->reader);
    const uint64_t *sums = v->doc->rebuilt->product.page_sums;
    size_t made = bul_page_count(v->doc->rebuilt);
    size_t first = 0, count = 0;
    if (pages.count != made)
        (void)complain(v, BUL_MSG_VERIFY_PAGE_COUNT,
                       BUL_ARGS(bul_str_int(v->arena, (int64_t)pages.count),
                                bul_str_int(v->arena, (int64_t)made)));
    for (size_t i = 0; i < pages.count && i < made; i++) {
        bool is_same =
            by_list
                ? i < v->manifest->pages.count && i < now->pages.count &&
                      v->manifest->pages.items[i] == now->pages.items[i]
                : bul_str_hash(bul_pdf_content_of(v->reader, pages.items[i])) ==
                      sums[i];
        if (is_same)
            continue;
        first = count++ == 0 ? i : first;
    }
    tell_pages(v, first, count);
}

static bul_status judge(verification *v, const comparison *c)
{
    const bul_manifest *now = v->doc->rebuilt->manifest;
    size_t errors = v->doc->diag.error_count;
    bool is_untouched = bul_pdf_is_untouched(v->reader);
    bool is_other = now && tell_surroundings(v, now);
    compare_pages(v, now, is_other);
    if (!is_other && v->doc->diag.error_count == errors)
        (void)complain(v, BUL_MSG_VERIFY_ELSEWHERE,
                       BUL_ARGS(bul_str_int(v->arena, (int64_t)c->differs_at)));
    if (!is_untouched)
        (void)complain(v, BUL_MSG_VERIFY_ALTERED, BUL_NO_ARGS);
    return v->doc->diag.error_count > 0 ? BUL_INPUT_ERRORS : BUL_OK;
}

/* ---- The whole ---- */

static bul_status verify(bul_doc *doc)
{
    bul_diag_init(&doc->diag, &doc->arena);
    verification *v = BUL_NEW(&doc->arena, verification, 1);
    *v = (verification){.doc = doc, .arena = &doc->arena};
    v->manifest = BUL_NEW(v->arena, bul_manifest, 1);
    v->kept.folder = bul_path_join(v->arena, (bul_str){0}, doc->path);
    bul_status status = read_pdf(v);
    if (status == BUL_OK)
        status = hold_sources(v);
    if (status != BUL_OK)
        return status;
    status = rebuild(v);
    if (doc->diag.error_count > 0)
        return status;
    comparison c;
    if (status == BUL_OK)
        status = compare_bytes(v, &c);
    if (status != BUL_OK)
        return tell_unmade(v, status);
    return c.differs ? judge(v, &c) : BUL_OK;
}

bul_status bul_verify(const bul_world *world, const bul_options *options,
                      const char *pdf_path, bul_doc **out)
{
    bul_doc *doc = bul_doc_new(world, options, pdf_path);
    *out = doc;
    return doc ? bul_doc_guard(doc, verify, "verify") : BUL_NO_MEMORY;
}
