/* SPDX-License-Identifier: MIT */
/* fault.h - running out of memory on purpose, at each place where it can. */
#ifndef TESTS_SUPPORT_FAULT_H
#define TESTS_SUPPORT_FAULT_H

#include "base/arena.h"

/* Runs the scenario in a fresh arena again and again: first its 1st allocation
 * fails, then its 2nd, … until it comes to its end untouched. The arena is
 * released after each run. Yields how many runs failed, which is how many
 * allocations the scenario makes; one that never fails yields 0. */
size_t fault_check(void (*scenario)(bul_arena *arena, void *closure),
                   void *closure);

#endif
