/* SPDX-License-Identifier: MIT */
/* diag.c - collecting, folding and placing diagnostics.
 *
 * Repeats nearly always follow each other closely (a page tried again, a font
 * asked twice), so a new message is compared with the newest ones only;
 * sorting folds the repeats that are further apart. Both stay fast when a
 * hostile file earns a million messages. */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/visible.h"

#define COMPARED_COUNT 256 /* newest entries a new one is compared with */

void bul_diag_init(bul_diag *diag, bul_arena *arena)
{
    *diag = (bul_diag){.arena = arena};
}

uint32_t bul_diag_add_file(bul_diag *diag, bul_str name, bul_str text)
{
    *BUL_PUSH(diag->arena, &diag->files) = (bul_diag_file){name, text};
    return (uint32_t)diag->files.count;
}

static int compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* 0: the same message at the same place. */
static int compare_content(const bul_diag_entry *a, const bul_diag_entry *b)
{
    int order = compare_numbers(a->span.start, b->span.start);
    if (order == 0)
        order = compare_numbers(a->span.end, b->span.end);
    if (order == 0)
        order = compare_numbers(a->span.file, b->span.file);
    if (order == 0)
        order = compare_numbers(a->id, b->id);
    for (size_t i = 0; order == 0 && i < 5; i++)
        order = bul_str_compare(a->args.at[i], b->args.at[i]);
    return order;
}

static bool is_repeat(const bul_diag *diag, const bul_diag_entry *entry)
{
    size_t count = diag->entries.count;
    size_t stop = count > COMPARED_COUNT ? count - COMPARED_COUNT : 0;
    for (size_t i = count; i > stop; i--) {
        if (compare_content(&diag->entries.items[i - 1], entry) == 0)
            return true;
    }
    return false;
}

static size_t *count_of(bul_diag *diag, bul_message_id id)
{
    switch (bul_message_severity(id)) {
    case BUL_ERROR:
        return &diag->error_count;
    case BUL_WARNING:
        return &diag->warning_count;
    case BUL_NOTE:
        break;
    }
    return NULL;
}

void bul_report(bul_diag *diag, bul_message_id id, bul_span span, bul_args args)
{
    bul_diag_entry entry = {
        .id = id, .span = span, .args = args, .order = diag->entries.count};
    if (is_repeat(diag, &entry))
        return;
    for (size_t i = 0; i < 5; i++)
        entry.args.at[i] = bul_str_copy(diag->arena, args.at[i]);
    *BUL_PUSH(diag->arena, &diag->entries) = entry;
    size_t *count = count_of(diag, id);
    if (count != NULL)
        ++*count;
}

static int by_content(const void *left, const void *right)
{
    const bul_diag_entry *a = left;
    const bul_diag_entry *b = right;
    int order = compare_content(a, b);
    return order != 0 ? order : compare_numbers(a->order, b->order);
}

static int by_place(const void *left, const void *right)
{
    const bul_diag_entry *a = left;
    const bul_diag_entry *b = right;
    /* File 0, no place, wraps round to the largest number: it comes last. */
    int order = compare_numbers(a->span.file - 1u, b->span.file - 1u);
    if (order == 0)
        order = compare_numbers(a->span.start, b->span.start);
    return order != 0 ? order : compare_numbers(a->order, b->order);
}

/* Keeps the first of equal neighbours. */
static void fold(bul_diag *diag)
{
    bul_diag_entry *items = diag->entries.items;
    size_t kept = 1;
    for (size_t i = 1; i < diag->entries.count; i++) {
        if (compare_content(&items[kept - 1], &items[i]) != 0) {
            items[kept++] = items[i];
            continue;
        }
        size_t *count = count_of(diag, items[i].id);
        if (count != NULL)
            --*count;
    }
    diag->entries.count = kept;
}

void bul_diag_sort(bul_diag *diag)
{
    bul_diag_entry *items = diag->entries.items;
    if (diag->entries.count < 2)
        return;
    qsort(items, diag->entries.count, sizeof *items, by_content);
    fold(diag);
    qsort(items, diag->entries.count, sizeof *items, by_place);
}

/* Line, from 1, and the offset where it starts. */
static size_t find_line(bul_str text, size_t at, size_t *line_start)
{
    size_t line = 1;
    *line_start = 0;
    while (*line_start < at) {
        const char *from = text.ptr + *line_start;
        const char *end = memchr(from, '\n', at - *line_start);
        if (end == NULL)
            break;
        *line_start = (size_t)(end - text.ptr) + 1;
        line++;
    }
    return line;
}

static bul_str line_at(bul_str text, size_t line_start)
{
    bul_str line = bul_str_sub(text, line_start, text.len);
    line.len = bul_str_find(line, BUL_STR("\n"));
    if (bul_str_ends(line, BUL_STR("\r")))
        line.len--;
    return line;
}

/* Columns before the byte `at`; a span that ends inside a character counts
 * that character once. */
static size_t column_of(bul_str text, size_t line_start, size_t at)
{
    return bul_utf8_count(bul_str_sub(text, line_start, at)) + 1;
}

/* The end of a place is the position after its last character. The caret
 * stays within the first line. */
bul_place bul_diag_place(const bul_diag *diag, bul_span span)
{
    if (span.file == 0 || span.file > diag->files.count)
        return (bul_place){0};
    const bul_diag_file *file = &diag->files.items[span.file - 1];
    bul_str text = file->text;
    size_t start = span.start < text.len ? span.start : text.len;
    size_t end = span.end < text.len ? span.end : text.len;
    if (end < start)
        end = start;

    bul_place place = {.file = bul_visible_text(diag->arena, file->name)};
    size_t line_start, end_line_start;
    place.line = find_line(text, start, &line_start);
    place.column = column_of(text, line_start, start);
    bul_str after = bul_str_sub(text, line_start, text.len);
    place.end_line =
        place.line - 1 + find_line(after, end - line_start, &end_line_start);
    place.end_column = column_of(after, end_line_start, end - line_start);

    bul_str line = line_at(text, line_start);
    place.excerpt = bul_visible_text(diag->arena, line);
    place.caret_at =
        bul_visible_width(bul_str_sub(line, 0, start - line_start));
    place.caret_width = bul_visible_width(
        bul_str_sub(line, start - line_start, end - line_start));
    if (place.caret_width == 0)
        place.caret_width = 1;
    return place;
}
