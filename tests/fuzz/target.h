/* SPDX-License-Identifier: MIT */
/* target.h - what a fuzz target is: one function over any bytes. libFuzzer
 * calls it with bytes of its own (make fuzz); replay.c calls it with those of
 * the corpus (make check). What is wrong ends the program: a crash, a
 * sanitizer's word, or REQUIRE. */
#ifndef TESTS_FUZZ_TARGET_H
#define TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The name is libFuzzer's. Always yields 0. Run from the top of the tree. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

/* Holds in every build, unlike assert. */
#define REQUIRE(what)                                                          \
    do {                                                                       \
        if (!(what)) {                                                         \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #what); \
            abort();                                                           \
        }                                                                      \
    } while (0)

#endif
