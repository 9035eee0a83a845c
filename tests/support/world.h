/* SPDX-License-Identifier: MIT */
/* world.h - the world of a unit test: an arena, diagnostics, files in memory.
 *
 *     static void an_empty_file_has_no_blocks(void **state)
 *     {
 *         world *w = *state;
 *         world_put(w, "a.md", "");
 *         … call what is tested with &w->arena, &w->diag, &w->files …
 *         assert_string_equal(world_last(w), "");
 *     }
 *     … WORLD_TEST(an_empty_file_has_no_blocks), …
 *
 * Everything lives in w->arena, which is released after each test, so a leak
 * under AddressSanitizer is a leak of the code under test. Includes cmocka
 * and what it needs before it. */
#ifndef TESTS_SUPPORT_WORLD_H
#define TESTS_SUPPORT_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/diag.h"
#include "base/world.h"

typedef struct world {
    bul_arena arena;
    bul_diag diag;
    bul_world files; /* reads what world_put has put */
    bul_memory_world memory;
    BUL_LIST(bul_memory_file) puts;
} world;

#define WORLD_TEST(name)                                                       \
    cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int world_setup(void **state);
int world_teardown(void **state);

/* Adds a file to w->files. Neither string is copied. */
void world_put(world *w, const char *path, const char *text);
void world_put_bytes(world *w, const char *path, bul_str bytes);

/* Registers a text with the diagnostics alone, for spans made by hand. */
uint32_t world_add_text(world *w, const char *name, const char *text);

/* A slice as a C string, for assert_string_equal. */
const char *world_cstr(world *w, bul_str s);

/* The newest diagnostic in English, "a.md:1:1: error: what is wrong [code]";
 * without a place "error: what is wrong [code]"; "" when there is none. */
const char *world_last(world *w);

/* The same for the index-th, in their present order. */
const char *world_report_at(world *w, size_t index);

/* How many diagnostics there are of one kind. */
size_t world_count_of(const world *w, bul_message_id id);

#endif
