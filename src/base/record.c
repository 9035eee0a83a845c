/* SPDX-License-Identifier: MIT */
/* record.c - every call is handed on; files that open are noted. */
#include "base/record.h"

/* The same strings as the entry before where they are the same: of a root
 * there is one, not one for each file. */
static bul_str shared(bul_arena *arena, bul_str last, const char *text)
{
    bul_str now = bul_str_from(text);
    return bul_str_equal(last, now) ? last : bul_str_copy(arena, now);
}

static bul_world_result record_open(void *state, const char *root,
                                    const char *path, size_t limit_bytes,
                                    bul_blob *blob)
{
    bul_record *record = state;
    const bul_world *inner = record->inner;
    if (record->is_over)
        return inner->open(inner->state, root, path, limit_bytes, blob);
    bul_record_entry last = {0};
    if (record->entries.count > 0)
        last = *BUL_LAST(&record->entries);
    bul_record_entry *entry = BUL_PUSH(record->arena, &record->entries);
    entry->root = shared(record->arena, last.root, root);
    entry->path = shared(record->arena, last.path, path);
    entry->stage = record->stage;
    bul_world_result result =
        inner->open(inner->state, root, path, limit_bytes, blob);
    if (result != BUL_WORLD_OK)
        record->entries.count--;
    return result;
}

static void record_close(void *state, bul_blob *blob)
{
    const bul_record *record = state;
    record->inner->close(record->inner->state, blob);
}

static bul_world_result
record_list(void *state, const char *root, const char *path,
            void (*each)(void *closure, const char *name), void *closure)
{
    const bul_record *record = state;
    return record->inner->list(record->inner->state, root, path, each, closure);
}

static uint64_t record_clock_us(void *state)
{
    const bul_record *record = state;
    return record->inner->clock_us(record->inner->state);
}

static void record_rest(void *state, const bul_blob *blob)
{
    const bul_record *record = state;
    record->inner->rest(record->inner->state, blob);
}

void bul_record_begin(bul_record *record, const bul_world *inner,
                      bul_arena *arena)
{
    *record = (bul_record){.inner = inner, .arena = arena};
    record->world =
        (bul_world){.state = record,
                    .open = record_open,
                    .close = record_close,
                    .list = record_list,
                    .clock_us = inner->clock_us ? record_clock_us : NULL,
                    .rest = inner->rest ? record_rest : NULL};
}
