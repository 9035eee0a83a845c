/* SPDX-License-Identifier: MIT */
/* arena.h - memory that lives as long as its document.
 *
 * An arena hands out zeroed memory and takes all of it back at once. Foreign
 * handles (a FreeType face, a mapped file) are registered with
 * bul_arena_defer and closed, newest first, when the arena is released.
 *
 * Out of memory: bul_arena_alloc never returns NULL. It jumps to the point
 * set in `escape` (the guard in bulletin.c); with no point set it aborts,
 * which only a test that forgot the guard can see. Code running under a
 * third-party library's frames must not be jumped over: it uses
 * bul_arena_try and reports failure in that library's own way. */
#ifndef BUL_BASE_ARENA_H
#define BUL_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

typedef struct bul_arena_block bul_arena_block;
typedef struct bul_arena_deferred bul_arena_deferred;

typedef struct bul_arena {
    bul_arena_block *head;        /* newest block, or NULL */
    bul_arena_deferred *deferred; /* newest first */
    size_t used_bytes;            /* handed out, all blocks together */
    size_t limit_bytes;           /* 0 = no limit */
    size_t fail_after; /* tests: fail the nth allocation; 0 = never */
    jmp_buf *escape;   /* where to go when memory runs out */
} bul_arena;

/* A place in an arena to go back to. */
typedef struct bul_arena_mark {
    bul_arena_block *head;
    size_t block_used;
    size_t used_bytes;
} bul_arena_mark;

/* Allocates `count` zeroed objects of `size` bytes, aligned for any type. */
void *bul_arena_alloc(bul_arena *arena, size_t size, size_t count);

/* The same, but NULL when memory or the limit is exhausted. */
void *bul_arena_try(bul_arena *arena, size_t size, size_t count);

#define BUL_NEW(arena, type, count)                                            \
    ((type *)bul_arena_alloc((arena), sizeof(type), (count)))

/* Copies an object into the arena and yields a pointer to the copy. */
void *bul_arena_copy(bul_arena *arena, const void *object, size_t size);

/* Registers `destroy(handle)` to be called when the arena is released. When
 * there is no memory for the note, the handle is destroyed before the jump. */
void bul_arena_defer(bul_arena *arena, void (*destroy)(void *), void *handle);

/* Remembers the present fill; bul_arena_rewind gives back all that was taken
 * since. Nothing may be deferred between the two. */
bul_arena_mark bul_arena_mark_now(const bul_arena *arena);
void bul_arena_rewind(bul_arena *arena, bul_arena_mark mark);

/* Runs the deferred clean-ups and frees every block. The arena is then empty
 * and may be used again. */
void bul_arena_release(bul_arena *arena);

#endif
