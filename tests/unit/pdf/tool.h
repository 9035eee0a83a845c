/* SPDX-License-Identifier: MIT */
/* tool.h - other people's programs, run on a PDF of ours in a folder that is
 * removed afterwards. A program that is not installed skips its test. */
#ifndef TESTS_UNIT_PDF_TOOL_H
#define TESTS_UNIT_PDF_TOOL_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/edition.h"

static char folder[64];
static char pdf_path[80];

static inline int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/bulletin-test-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(pdf_path, sizeof pdf_path, "%s/a.pdf", folder);
    return 0;
}

static inline int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command); /* NOLINT(cert-env33-c): our own folder */
}

/* What a shell command prints; fails the test when it does not succeed. In
 * `command`, % stands for the path of the PDF without its ".pdf". */
static inline const char *output_of(world *w, const char *command)
{
    bul_text line = bul_text_in(&w->arena), output = bul_text_in(&w->arena);
    char piece[4096];
    size_t count;
    for (const char *at = command; *at; at++)
        if (*at == '%') {
            bul_text_add(&line, bul_str_from(folder));
            bul_text_add(&line, BUL_STR("/a"));
        } else {
            bul_text_add(&line, (bul_str){at, 1});
        }
    bul_text_add(&line, BUL_STR(" 2>&1"));
    const char *shell = bul_cstr(&w->arena, bul_text_str(&line));
    FILE *pipe = popen(shell, "r"); /* NOLINT(cert-env33-c): fixed text */
    assert_non_null(pipe);
    while ((count = fread(piece, 1, sizeof piece, pipe)) > 0)
        bul_text_add(&output, (bul_str){piece, count});
    const char *text = bul_cstr(&w->arena, bul_text_str(&output));
    if (pclose(pipe) != 0)
        fail_msg("%s: %s", shell, text);
    return text;
}

static inline void need(world *w, const char *tool)
{
    char command[128];
    snprintf(command, sizeof command, "command -v %s || echo none", tool);
    if (strcmp(output_of(w, command), "none\n") == 0)
        skip();
}

static inline void save(world *w, const bul_edition *edition)
{
    edition_bytes bytes;
    edition_write(w, edition, &bytes);
    FILE *file = fopen(pdf_path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

/* Text without blanks and line ends, to compare what is said. */
static inline const char *squeezed(world *w, const char *text)
{
    bul_text out = bul_text_in(&w->arena);
    for (const char *at = text; *at; at++)
        if (!strchr(" \n\f", *at))
            bul_text_add(&out, (bul_str){at, 1});
    return bul_cstr(&w->arena, bul_text_str(&out));
}

typedef struct raster {
    size_t width, height;
    const unsigned char *rgb;
} raster;

static inline raster draw(world *w)
{
    output_of(w, "pdftoppm -r 72 -singlefile %.pdf %");
    char path[80];
    snprintf(path, sizeof path, "%s/a.ppm", folder);
    bul_str bytes;
    assert_int_equal(bul_world_open(bul_world_real(), &w->arena, (bul_str){0},
                                    bul_str_from(path), (size_t)64 << 20,
                                    &bytes),
                     BUL_WORLD_OK);
    raster r = {0};
    int header = 0;
    const char *text = bul_cstr(&w->arena, bul_str_sub(bytes, 0, 40));
    assert_int_equal(
        sscanf(text, "P6 %zu %zu 255%n", &r.width, &r.height, &header), 2);
    r.rgb = (const unsigned char *)bytes.ptr + header + 1;
    return r;
}

#endif
