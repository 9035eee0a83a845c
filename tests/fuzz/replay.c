/* SPDX-License-Identifier: MIT */
/* replay.c - runs a fuzz target over files, without libFuzzer. Each file is
 * one TAP result: fine when the target came back, and within five seconds. A
 * crash ends the program, and run.py says so; the file is the one after the
 * last result.
 *
 *     build/tests/fuzz/fuzz_markdown FILE… */
#include <string.h>
#include <time.h>

#include "fuzz/target.h"

#define MOST_SECONDS 5.0

/* All bytes of a file, exactly as many as there are, so that a byte read past
 * the end is seen by AddressSanitizer. NULL when it cannot be read. */
static uint8_t *read_file(const char *path, size_t *count)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = NULL;
    long size = -1;
    if (file == NULL)
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size >= 0 && fseek(file, 0, SEEK_SET) == 0)
        bytes = malloc(size > 0 ? (size_t)size : 1);
    if (bytes != NULL) {
        *count = (size_t)size;
        if (fread(bytes, 1, *count, file) != *count) {
            free(bytes);
            bytes = NULL;
        }
    }
    (void)fclose(file);
    return bytes;
}

static double seconds_now(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* What is wrong with a replay, or NULL. */
static const char *replay(const char *path)
{
    size_t count = 0;
    uint8_t *bytes = read_file(path, &count);
    if (bytes == NULL)
        return "cannot be read";
    double start = seconds_now();
    (void)LLVMFuzzerTestOneInput(bytes, count);
    double took = seconds_now() - start;
    free(bytes);
    return took > MOST_SECONDS ? "takes more than five seconds" : NULL;
}

int main(int argc, char **argv)
{
    int failed = 0;
    printf("1..%d\n", argc - 1);
    for (int i = 1; i < argc; i++) {
        (void)fflush(stdout);
        const char *fault = replay(argv[i]);
        printf("%s %d - %s%s%s\n", fault ? "not ok" : "ok", i, name_of(argv[i]),
               fault ? ": " : "", fault ? fault : "");
        failed += fault ? 1 : 0;
    }
    return failed > 0 || argc < 2 ? 1 : 0;
}
