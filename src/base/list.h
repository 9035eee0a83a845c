/* SPDX-License-Identifier: MIT */
/* list.h - typed growable arrays in an arena.
 *
 * BUL_LIST(bul_line) is a struct {items, count, room}; zero is empty. Growing
 * copies into new arena memory, so pointers to items do not survive a push. */
#ifndef BUL_BASE_LIST_H
#define BUL_BASE_LIST_H

#include <string.h>

#include "base/arena.h"

#define BUL_LIST(type)                                                         \
    struct {                                                                   \
        type *items;                                                           \
        size_t count;                                                          \
        size_t room;                                                           \
    }

/* Makes room for one more and yields a pointer to the zeroed new item. */
#define BUL_PUSH(arena, list)                                                  \
    ((list)->count < (list)->room                                              \
         ? (void)0                                                             \
         : bul_list_grow((arena), (void *)&(list)->items, &(list)->room,       \
                         (list)->count, sizeof *(list)->items),                \
     memset(&(list)->items[(list)->count], 0, sizeof *(list)->items),          \
     &(list)->items[(list)->count++])

/* Makes room for `more` items at once, exactly. */
#define BUL_RESERVE(arena, list, more)                                         \
    bul_list_reserve((arena), (void *)&(list)->items, &(list)->room,           \
                     (list)->count + (more), sizeof *(list)->items)

#define BUL_LAST(list) (&(list)->items[(list)->count - 1])

/* Doubles the room of a list. `items` is the address of the items pointer. */
static inline void bul_list_grow(bul_arena *arena, void *items, size_t *room,
                                 size_t count, size_t size)
{
    size_t wanted = *room < 2 ? 2 : *room * 2; /* most lists stay short */
    void *grown = bul_arena_alloc(arena, size, wanted);
    void *old;
    memcpy(&old, items, sizeof old);
    if (count > 0)
        memcpy(grown, old, size * count);
    memcpy(items, &grown, sizeof grown);
    *room = wanted;
}

/* Grows an empty list to `wanted` items; one that holds some is left to
 * bul_list_grow. */
static inline void bul_list_reserve(bul_arena *arena, void *items, size_t *room,
                                    size_t wanted, size_t size)
{
    if (*room != 0 || wanted == 0)
        return;
    void *fresh = bul_arena_alloc(arena, size, wanted);
    memcpy(items, &fresh, sizeof fresh);
    *room = wanted;
}

#endif
