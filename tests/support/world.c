/* SPDX-License-Identifier: MIT */
/* world.c - the world of a unit test. */
#include "support/world.h"

#include <stdlib.h>

#include "support/random.h"

int world_setup(void **state)
{
    world *w = calloc(1, sizeof *w);
    if (w == NULL)
        return -1;
    bul_diag_init(&w->diag, &w->arena);
    w->files = bul_world_from_memory(&w->memory);
    *state = w;
    return 0;
}

int world_teardown(void **state)
{
    world *w = *state;
    dice_tell_seed();
    bul_arena_release(&w->arena);
    free(w);
    return 0;
}

void world_put_bytes(world *w, const char *path, bul_str bytes)
{
    *BUL_PUSH(&w->arena, &w->puts) = (bul_memory_file){path, bytes};
    w->memory.files = w->puts.items;
    w->memory.file_count = w->puts.count;
}

void world_put(world *w, const char *path, const char *text)
{
    world_put_bytes(w, path, bul_str_from(text));
}

uint32_t world_add_text(world *w, const char *name, const char *text)
{
    return bul_diag_add_file(&w->diag, bul_str_from(name), bul_str_from(text));
}

const char *world_cstr(world *w, bul_str s)
{
    return bul_cstr(&w->arena, s);
}

static const char *severity_word(bul_message_id id)
{
    static const char *const words[] = {"error", "warning", "note"};
    return words[bul_message_severity(id)];
}

const char *world_report_at(world *w, size_t index)
{
    const bul_diag_entry *entry = &w->diag.entries.items[index];
    bul_place place = bul_diag_place(&w->diag, entry->span);
    bul_text text = bul_text_in(&w->arena);
    if (place.file.len > 0) {
        bul_text_add(&text, place.file);
        bul_text_addf(&text, ":%zu:%zu: ", place.line, place.column);
    }
    bul_text_addf(&text, "%s: ", severity_word(entry->id));
    bul_text_add(&text, bul_message_text(&w->arena, entry->id, BUL_ENGLISH,
                                         &entry->args));
    bul_text_add(&text, BUL_STR(" ["));
    bul_text_add(&text, bul_message_code(entry->id));
    bul_text_add(&text, BUL_STR("]"));
    return bul_cstr(&w->arena, bul_text_str(&text));
}

/* Sorting may have moved the newest, so it is looked for by its order. */
const char *world_last(world *w)
{
    size_t newest = 0;
    if (w->diag.entries.count == 0)
        return "";
    for (size_t i = 1; i < w->diag.entries.count; i++) {
        if (w->diag.entries.items[i].order >
            w->diag.entries.items[newest].order)
            newest = i;
    }
    return world_report_at(w, newest);
}

size_t world_count_of(const world *w, bul_message_id id)
{
    size_t count = 0;
    for (size_t i = 0; i < w->diag.entries.count; i++)
        count += w->diag.entries.items[i].id == id ? 1 : 0;
    return count;
}
