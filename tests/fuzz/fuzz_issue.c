/* SPDX-License-Identifier: MIT */
/* fuzz_issue.c - any bytes as an issue, from its files to a PDF and a proof.
 *
 * The bytes are cut at lines of "=====" into files of one folder, in this
 * order: issue.yaml, article.md, layout.yaml, picture, more.md. Those not
 * there are missing files. Fonts and the layouts by name come from the
 * repository, on the disk; a font file is read once for all runs. The issue is
 * typeset and written even where it has errors: what stands in for what was
 * wrong must hold. */
#include <string.h>

#include "base/str.h"
#include "base/world.h"
#include "bulletin.h"
#include "fuzz/target.h"

#define PACK         "/pack/" /* stands for the top of the repository */
#define CUT          "=====\n"
#define FILE_COUNT   5
#define FONT_COUNT   16
#define PAGE_COUNT   12
#define MEMORY_BYTES ((size_t)256 << 20)

static const char *const paths[FILE_COUNT] = {
    "issue/issue.yaml", "issue/article.md", "issue/layout.yaml",
    "issue/picture", "issue/more.md"};

/* ---- A world: the issue in memory, the pack on the disk. ---- */

typedef struct issue_world {
    bul_memory_file files[FILE_COUNT];
    bul_memory_world memory;
    bul_world inner;
} issue_world;

static bul_world_result open_pack(const char *path, size_t limit_bytes,
                                  bul_blob *blob)
{
    static char names[FONT_COUNT][64];
    static bul_blob fonts[FONT_COUNT];
    static size_t count;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], path) == 0) {
            *blob = fonts[i];
            return BUL_WORLD_OK;
        }
    }
    const bul_world *real = bul_world_real();
    bul_world_result result =
        real->open(real->state, NULL, path, limit_bytes, blob);
    if (result == BUL_WORLD_OK) {
        REQUIRE(count < FONT_COUNT && strlen(path) < sizeof names[0]);
        strcpy(names[count], path);
        fonts[count++] = *blob; /* never closed */
    }
    return result;
}

static bul_world_result open_file(void *state, const char *root,
                                  const char *path, size_t limit_bytes,
                                  bul_blob *blob)
{
    const issue_world *world = state;
    if (root == NULL && strncmp(path, PACK, strlen(PACK)) == 0)
        return open_pack(path + strlen(PACK), limit_bytes, blob);
    return world->inner.open(world->inner.state, root, path, limit_bytes, blob);
}

static void close_file(void *state, bul_blob *blob)
{
    (void)state;
    *blob = (bul_blob){0};
}

static bul_world_result list_folder(void *state, const char *root,
                                    const char *path,
                                    void (*each)(void *, const char *),
                                    void *closure)
{
    const issue_world *world = state;
    return world->inner.list(world->inner.state, root, path, each, closure);
}

static void cut_into_files(issue_world *world, bul_str all)
{
    size_t count = 0, start = 0, step = strlen(CUT);
    for (size_t at = 0; count < FILE_COUNT; at++) {
        bool is_end = at + step > all.len || count == FILE_COUNT - 1;
        if (!is_end && memcmp(all.ptr + at, CUT, step) != 0)
            continue;
        size_t end = is_end ? all.len : at;
        world->files[count] =
            (bul_memory_file){paths[count], bul_str_sub(all, start, end)};
        count++;
        if (is_end)
            break;
        at = at + step - 1;
        start = at + 1;
    }
    world->memory = (bul_memory_world){world->files, count};
    world->inner = bul_world_from_memory(&world->memory);
}

/* ---- The issue. ---- */

static bool count_bytes(void *state, const void *bytes, size_t count)
{
    size_t *sum = state;
    REQUIRE(bytes != NULL || count == 0);
    *sum += count;
    return true;
}

static void check_reports(const bul_doc *doc)
{
    size_t count = bul_report_count(doc);
    for (size_t i = 0; i < count && i < 50; i++) {
        bul_diagnostic report = bul_report_at(doc, i);
        REQUIRE(report.message[0] != '\0' && report.code[0] != '\0');
        REQUIRE(report.line == 0 || report.file[0] != '\0');
        REQUIRE(report.end_line >= report.line);
    }
}

static void make(bul_doc *doc)
{
    size_t pdf_bytes = 0, proof_bytes = 0;
    bul_status status = bul_typeset(doc);
    REQUIRE(status != BUL_INPUT_ERRORS || bul_error_count(doc) > 0);
    REQUIRE(status != BUL_OK || bul_page_count(doc) > 0);
    if (status == BUL_NO_MEMORY)
        return;
    status = bul_write_pdf(doc, (bul_sink){count_bytes, &pdf_bytes});
    REQUIRE(status != BUL_OK || pdf_bytes > 0);
    REQUIRE(status != BUL_IO_ERROR);
    status = bul_write_proof(doc, (bul_sink){count_bytes, &proof_bytes});
    REQUIRE(status != BUL_OK || proof_bytes > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
    static const char *const data_dirs[] = {"/pack", NULL};
    issue_world issue = {0};
    cut_into_files(&issue, (bul_str){(const char *)bytes, count});
    bul_world world = {.state = &issue,
                       .open = open_file,
                       .close = close_file,
                       .list = list_folder};
    bul_options options = {.language = BUL_LANG_ENGLISH,
                           .data_dirs = data_dirs,
                           .without_system_fonts = true,
                           .max_pages = PAGE_COUNT,
                           .max_bytes = MEMORY_BYTES};
    bul_doc *doc = NULL;
    bul_status status = bul_open(&world, &options, paths[0], &doc);
    if (status == BUL_OK || status == BUL_INPUT_ERRORS)
        make(doc);
    if (doc != NULL)
        check_reports(doc);
    bul_close(doc);
    return 0;
}
