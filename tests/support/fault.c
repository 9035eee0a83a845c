/* SPDX-License-Identifier: MIT */
/* fault.c - running out of memory on purpose. */
#include "support/fault.h"

#include <stdbool.h>

/* True when the scenario ended before its nth allocation. */
static bool comes_through(void (*scenario)(bul_arena *, void *), void *closure,
                          size_t nth)
{
    jmp_buf escape;
    bul_arena arena = {.fail_after = nth, .escape = &escape};
    bool has_jumped = setjmp(escape) != 0;
    if (!has_jumped)
        scenario(&arena, closure);
    /* What bul_arena_try reported without a jump has used the fault up. */
    bool is_untouched = !has_jumped && arena.fail_after > 0;
    bul_arena_release(&arena);
    return is_untouched;
}

size_t fault_check(void (*scenario)(bul_arena *arena, void *closure),
                   void *closure)
{
    size_t nth = 1;
    while (!comes_through(scenario, closure, nth))
        nth++;
    return nth - 1;
}
