/* SPDX-License-Identifier: MIT */
/* beneath.c - opening a file that must lie in a folder.
 *
 * An issue may come from anybody, so its paths are not trusted. Linux keeps a
 * path beneath its root while it walks it (openat2(2), RESOLVE_BENEATH, since
 * 5.6), which leaves no gap between looking and opening. Where the call is
 * missing, both paths are resolved and compared; that could be fooled by links
 * changed in between, but by nothing that merely lies on the disk. */
#define _GNU_SOURCE /* syscall(2), O_PATH */
#include "base/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

#include "base/world.h"

#ifndef O_PATH
#define O_PATH O_RDONLY
#endif

#define TRIES 16 /* the kernel asks again when a folder was moved */

/* -1 with ENOSYS where the kernel cannot. Some sandboxes answer EPERM for a
 * call they do not know. */
static int open_at(int root_fd, const char *path, int flags)
{
#ifdef SYS_openat2
    struct open_how how = {.flags = (unsigned)flags,
                           .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
    for (int i = 0; i < TRIES; i++) {
        long fd = syscall(SYS_openat2, root_fd, path, &how, sizeof how);
        if (fd >= 0)
            return (int)fd;
        if (errno != EAGAIN && errno != EINTR)
            break;
    }
    if (errno == EPERM)
        errno = ENOSYS;
#else
    (void)root_fd, (void)path, (void)flags;
    errno = ENOSYS;
#endif
    return -1;
}

int bul_beneath_open(const char *root, const char *path, int flags)
{
    int root_fd = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (root_fd < 0)
        return -1;
    int fd = open_at(root_fd, path, flags);
    int error = errno;
    (void)close(root_fd);
    errno = error;
    if (fd < 0 && error == ENOSYS)
        return bul_beneath_open_compared(root, path, flags);
    return fd;
}

/* "root/path" in malloc's memory, or NULL. */
static char *joined(const char *root, const char *path)
{
    size_t root_len = strlen(root), path_len = strlen(path);
    char *whole = malloc(root_len + path_len + 2);
    if (whole == NULL)
        return NULL;
    memcpy(whole, root, root_len);
    whole[root_len] = '/';
    memcpy(whole + root_len + 1, path, path_len + 1);
    return whole;
}

static bool lies_beneath(const char *root, const char *path)
{
    size_t len = strlen(root);
    if (strcmp(root, "/") == 0)
        return true;
    return strncmp(root, path, len) == 0 &&
           (path[len] == '/' || path[len] == '\0');
}

static int open_true_path(const char *root, const char *path, int flags)
{
    if (!lies_beneath(root, path)) {
        errno = EXDEV;
        return -1;
    }
    /* A resolved path ends in no link, unless one was put there just now. */
    return open(path, flags | O_NOFOLLOW);
}

int bul_beneath_open_compared(const char *root, const char *path, int flags)
{
    if (path[0] == '\0') {
        errno = ENOENT;
        return -1;
    }
    if (bul_path_escapes(bul_str_from(path))) {
        errno = EXDEV;
        return -1;
    }
    int fd = -1;
    char *whole = joined(root, path);
    char *true_root = realpath(root, NULL);
    char *true_path = whole == NULL ? NULL : realpath(whole, NULL);
    if (true_root != NULL && true_path != NULL)
        fd = open_true_path(true_root, true_path, flags);
    int error = errno;
    free(true_path);
    free(true_root);
    free(whole);
    errno = error;
    return fd;
}
