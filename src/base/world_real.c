/* SPDX-License-Identifier: MIT */
/* world_real.c - the disk of this machine. How paths are kept beneath their
 * root is in beneath.c.
 *
 * Pipes and devices are opened without waiting and then refused. A limit of 0
 * bytes is none. */
#define _DEFAULT_SOURCE /* madvise, where there is one */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/beneath.h"
#include "bulletin.h"

#define READ_BYTES ((size_t)64 << 10) /* up to here read, above mapped */

static bul_world_result result_of(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
        return BUL_WORLD_MISSING;
    case EXDEV:
        return BUL_WORLD_OUTSIDE;
    case EISDIR:
    case ENXIO:
    case ENODEV:
        return BUL_WORLD_NOT_A_FILE;
    default:
        return BUL_WORLD_FAILED;
    }
}

static int open_path(const char *root, const char *path, int flags)
{
    flags |= O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
    if (root == NULL)
        return open(path, flags);
    return bul_beneath_open(root, path, flags);
}

static bul_world_result map_file(int fd, size_t size, bul_blob *blob)
{
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED)
        return BUL_WORLD_FAILED;
    *blob = (bul_blob){.ptr = bytes, .len = size};
    return BUL_WORLD_OK;
}

static bul_world_result read_file(int fd, size_t size, bul_blob *blob)
{
    char *bytes = malloc(size + 1);
    size_t done = 0;
    if (bytes == NULL)
        return BUL_WORLD_FAILED;
    while (done < size) {
        ssize_t count = read(fd, bytes + done, size - done);
        if (count == 0)
            break; /* became shorter meanwhile */
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            free(bytes);
            return BUL_WORLD_FAILED;
        }
        done += (size_t)count;
    }
    *blob = (bul_blob){.ptr = bytes, .len = done, .handle = bytes};
    return BUL_WORLD_OK;
}

static bul_world_result load(int fd, size_t limit_bytes, bul_blob *blob)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return BUL_WORLD_FAILED;
    if (!S_ISREG(status.st_mode))
        return BUL_WORLD_NOT_A_FILE;
    uintmax_t size = (uintmax_t)status.st_size;
    if ((limit_bytes != 0 && size > limit_bytes) || size >= SIZE_MAX)
        return BUL_WORLD_TOO_LARGE;
    if (size > READ_BYTES)
        return map_file(fd, (size_t)size, blob);
    return read_file(fd, (size_t)size, blob);
}

static bul_world_result real_open(void *state, const char *root,
                                  const char *path, size_t limit_bytes,
                                  bul_blob *blob)
{
    (void)state;
    *blob = (bul_blob){0};
    int fd = open_path(root, path, 0);
    if (fd < 0)
        return result_of(errno);
    bul_world_result result = load(fd, limit_bytes, blob);
    (void)close(fd);
    return result;
}

static void real_close(void *state, bul_blob *blob)
{
    (void)state;
    if (blob->handle != NULL) {
        free(blob->handle);
    } else if (blob->len > 0) {
        /* munmap takes the address mmap gave; the bytes are not written. */
        uintptr_t address = (uintptr_t)blob->ptr;
        (void)munmap((void *)address, blob->len);
    }
    *blob = (bul_blob){0};
}

/* What is mapped is read from the file again when it is touched. */
static void real_rest(void *state, const bul_blob *blob)
{
    (void)state;
#ifdef MADV_DONTNEED
    if (blob->handle == NULL && blob->len > 0) {
        uintptr_t address = (uintptr_t)blob->ptr;
        (void)madvise((void *)address, blob->len, MADV_DONTNEED);
    }
#else
    (void)blob;
#endif
}

typedef struct name_list {
    char **names;
    size_t count, room;
} name_list;

static bool add_name(name_list *list, const char *name)
{
    if (list->count == list->room) {
        size_t room = list->room == 0 ? 64 : list->room * 2;
        char **names = realloc(list->names, room * sizeof *names);
        if (names == NULL)
            return false;
        list->names = names;
        list->room = room;
    }
    char *copy = strdup(name);
    if (copy == NULL)
        return false;
    list->names[list->count++] = copy;
    return true;
}

static bool read_names(DIR *folder, name_list *list)
{
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (entry == NULL)
            return errno == 0;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (!add_name(list, entry->d_name))
            return false;
    }
}

static int by_bytes(const void *left, const void *right)
{
    const char *const *a = left;
    const char *const *b = right;
    return strcmp(*a, *b);
}

static bul_world_result real_list(void *state, const char *root,
                                  const char *path,
                                  void (*each)(void *closure, const char *name),
                                  void *closure)
{
    (void)state;
    int fd = open_path(root, path[0] == '\0' ? "." : path, O_DIRECTORY);
    if (fd < 0)
        return result_of(errno);
    DIR *folder = fdopendir(fd);
    if (folder == NULL) {
        (void)close(fd);
        return BUL_WORLD_FAILED;
    }
    name_list list = {0};
    bool is_whole = read_names(folder, &list);
    (void)closedir(folder);
    if (list.count > 1)
        qsort(list.names, list.count, sizeof *list.names, by_bytes);
    for (size_t i = 0; i < list.count; i++) {
        if (is_whole)
            each(closure, list.names[i]);
        free(list.names[i]);
    }
    free(list.names);
    return is_whole ? BUL_WORLD_OK : BUL_WORLD_FAILED;
}

static uint64_t real_clock_us(void *state)
{
    struct timespec now;
    (void)state;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return 0;
    return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

const bul_world *bul_world_real(void)
{
    static const bul_world real = {.open = real_open,
                                   .close = real_close,
                                   .list = real_list,
                                   .clock_us = real_clock_us,
                                   .rest = real_rest};
    return &real;
}
