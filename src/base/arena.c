/* SPDX-License-Identifier: MIT */
/* arena.c - blocks from the heap, each filled from its start.
 *
 * A block is twice its elder, from 64 KiB up to 4 MiB. An object that does not
 * fit the newest block and is large gets heap memory of its own; a small note
 * of it is kept inside the newest block, so that rewinding below the note
 * frees the object too.
 *
 * Blocks come zeroed from calloc. `dirty` remembers how far a block was ever
 * handed out: only bytes below it, given back by a rewind, are cleared again,
 * and only when they are handed out anew.
 *
 * `fail_after` counts down with each allocation: the one that brings it to
 * zero fails, and later ones succeed again.
 *
 * Under AddressSanitizer the bytes not handed out are poisoned, so that an
 * overrun inside a block is seen as one on the heap would be. */
#define _DEFAULT_SOURCE /* madvise, where there is one */
#include "base/arena.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BUL_ARENA_POISONS 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define BUL_ARENA_POISONS 1
#endif

#ifdef BUL_ARENA_POISONS
#include <sanitizer/asan_interface.h>
#define POISON(start, size)   ASAN_POISON_MEMORY_REGION((start), (size))
#define UNPOISON(start, size) ASAN_UNPOISON_MEMORY_REGION((start), (size))
#else
#define POISON(start, size)   ((void)(start), (void)(size))
#define UNPOISON(start, size) ((void)(start), (void)(size))
#endif

#define FIRST_BLOCK_BYTES ((size_t)64 << 10)
#define LAST_BLOCK_BYTES  ((size_t)4 << 20)
#define LARGE_BYTES       ((size_t)32 << 10)
#define PAGE_BYTES        ((uintptr_t)64 << 10) /* a multiple of every page size */
#define ALIGNMENT         _Alignof(max_align_t)
/* No object is larger: half of what can be addressed, or 512 GiB. */
#define MOST_BYTES (SIZE_MAX >> (SIZE_MAX > UINT32_MAX ? 25 : 1))

/* Lies in the block that was newest when the large object was made. */
typedef struct large_object {
    struct large_object *older;
    void *memory;
    size_t note_at; /* where this note lies in its block */
} large_object;

struct bul_arena_block {
    bul_arena_block *older;
    large_object *large; /* newest first */
    size_t room;
    size_t used;
    size_t dirty; /* bytes at the start that may not be zero */
    _Alignas(max_align_t) unsigned char bytes[];
};

struct bul_arena_deferred {
    bul_arena_deferred *older;
    void (*destroy)(void *handle);
    void *handle;
};

static size_t rounded(size_t bytes)
{
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* Size in whole alignment units, never 0; false where it is past all reason. */
static bool total_size(size_t size, size_t count, size_t *bytes)
{
    if (size != 0 && count > MOST_BYTES / size)
        return false;
    *bytes = size * count == 0 ? ALIGNMENT : rounded(size * count);
    return true;
}

static bool is_refused(bul_arena *arena, size_t bytes)
{
    if (arena->fail_after > 0 && --arena->fail_after == 0)
        return true;
    if (arena->limit_bytes == 0)
        return false;
    return arena->used_bytes > arena->limit_bytes ||
           bytes > arena->limit_bytes - arena->used_bytes;
}

/* A big block in 2 MiB pages where Linux has them: 400 articles are made a
 * tenth faster with a fifth of the page faults. Advice only. */
static void ask_for_large_pages(const bul_arena_block *block)
{
#ifdef MADV_HUGEPAGE
    if (block->room < LAST_BLOCK_BYTES)
        return;
    uintptr_t start = ((uintptr_t)block->bytes + PAGE_BYTES - 1) / PAGE_BYTES;
    uintptr_t end = ((uintptr_t)block->bytes + block->room) / PAGE_BYTES;
    (void)madvise((void *)(start * PAGE_BYTES), (end - start) * PAGE_BYTES,
                  MADV_HUGEPAGE);
#else
    (void)block;
#endif
}

static bool add_block(bul_arena *arena)
{
    size_t room = FIRST_BLOCK_BYTES;
    if (arena->head != NULL)
        room = arena->head->room * 2;
    if (room > LAST_BLOCK_BYTES)
        room = LAST_BLOCK_BYTES;
    bul_arena_block *block = calloc(1, sizeof *block + room);
    if (block == NULL)
        return false;
    block->room = room;
    ask_for_large_pages(block);
    block->older = arena->head;
    arena->head = block;
    POISON(block->bytes, room);
    return true;
}

static bool fits(const bul_arena *arena, size_t bytes)
{
    return arena->head != NULL &&
           bytes <= arena->head->room - arena->head->used;
}

/* `bytes` rounded up are taken; the first `size` of them may be touched. */
static void *take(bul_arena_block *block, size_t bytes, size_t size)
{
    unsigned char *start = block->bytes + block->used;
    UNPOISON(start, size);
    if (block->used < block->dirty) {
        size_t stale = block->dirty - block->used;
        memset(start, 0, stale < size ? stale : size);
    }
    block->used += bytes;
    if (block->dirty < block->used)
        block->dirty = block->used;
    return start;
}

static void *take_large(bul_arena *arena, size_t size)
{
    size_t note_bytes = rounded(sizeof(large_object));
    if (!fits(arena, note_bytes) && !add_block(arena))
        return NULL;
    void *memory = calloc(1, size);
    if (memory == NULL)
        return NULL;
    bul_arena_block *block = arena->head;
    size_t note_at = block->used;
    large_object *note = take(block, note_bytes, sizeof *note);
    note->older = block->large;
    note->memory = memory;
    note->note_at = note_at;
    block->large = note;
    return memory;
}

void *bul_arena_try(bul_arena *arena, size_t size, size_t count)
{
    size_t bytes;
    if (!total_size(size, count, &bytes) || is_refused(arena, bytes))
        return NULL;
    void *object;
    if (!fits(arena, bytes) && bytes > LARGE_BYTES) {
        object = take_large(arena, size * count);
    } else {
        if (!fits(arena, bytes) && !add_block(arena))
            return NULL;
        object = take(arena->head, bytes, size * count);
    }
    if (object != NULL)
        arena->used_bytes += bytes;
    return object;
}

_Noreturn static void run_out(const bul_arena *arena)
{
    if (arena->escape == NULL)
        abort();
    longjmp(*arena->escape, 1);
}

void *bul_arena_alloc(bul_arena *arena, size_t size, size_t count)
{
    void *object = bul_arena_try(arena, size, count);
    if (object == NULL)
        run_out(arena);
    return object;
}

void *bul_arena_copy(bul_arena *arena, const void *object, size_t size)
{
    void *copy = bul_arena_alloc(arena, size, 1);
    if (size > 0)
        memcpy(copy, object, size);
    return copy;
}

void bul_arena_defer(bul_arena *arena, void (*destroy)(void *), void *handle)
{
    bul_arena_deferred *note = bul_arena_try(arena, sizeof *note, 1);
    if (note == NULL) {
        destroy(handle);
        run_out(arena);
    }
    note->destroy = destroy;
    note->handle = handle;
    note->older = arena->deferred;
    arena->deferred = note;
}

bul_arena_mark bul_arena_mark_now(const bul_arena *arena)
{
    bul_arena_mark mark = {.head = arena->head,
                           .used_bytes = arena->used_bytes};
    if (arena->head != NULL)
        mark.block_used = arena->head->used;
    return mark;
}

/* Frees the large objects whose notes lie at `from` or later. */
static void free_large(bul_arena_block *block, size_t from)
{
    while (block->large != NULL && block->large->note_at >= from) {
        large_object *note = block->large;
        block->large = note->older;
        free(note->memory);
    }
}

static void free_blocks_down_to(bul_arena *arena, bul_arena_block *last)
{
    while (arena->head != last) {
        bul_arena_block *block = arena->head;
        arena->head = block->older;
        free_large(block, 0);
        free(block);
    }
}

void bul_arena_rewind(bul_arena *arena, bul_arena_mark mark)
{
    free_blocks_down_to(arena, mark.head);
    arena->used_bytes = mark.used_bytes;
    if (mark.head == NULL)
        return;
    free_large(mark.head, mark.block_used);
    POISON(mark.head->bytes + mark.block_used,
           mark.head->used - mark.block_used);
    mark.head->used = mark.block_used;
}

void bul_arena_release(bul_arena *arena)
{
    while (arena->deferred != NULL) {
        bul_arena_deferred *note = arena->deferred;
        arena->deferred = note->older;
        note->destroy(note->handle);
    }
    free_blocks_down_to(arena, NULL);
    arena->used_bytes = 0;
}
