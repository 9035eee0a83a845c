/* SPDX-License-Identifier: MIT */
/* fault.c - a disk that fails on demand, and a signal at a chosen moment.
 *
 * Loaded with LD_PRELOAD. FAULT="call:n:what": the nth use of a call on the
 * file under way (the one that openat created last) fails with an errno or
 * raises a signal. "foldersync" is fsync on anything else.
 *
 *     FAULT=write:2:e28    the second write: ENOSPC
 *     FAULT=fsync:1:s15    SIGTERM in the middle of it
 *     FAULT=write:1:short  half of it is written, as a full pipe would */
#define _GNU_SOURCE 1

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int written_fd = -1;
static int used;

/* True when this use of `call` is the one that fails; errno is then set. A
 * signal is raised here; -1 for a short write. */
static int strikes(const char *call)
{
    const char *fault = getenv("FAULT");
    size_t length = strlen(call);
    if (fault == NULL || strncmp(fault, call, length) != 0 ||
        fault[length] != ':')
        return 0;
    char *what;
    if (++used != (int)strtol(fault + length + 1, &what, 10))
        return 0;
    if (what[1] == 's' && what[2] == 'h')
        return -1;
    int number = atoi(what + 2);
    if (what[1] == 's') {
        raise(number);
        return 0;
    }
    errno = number;
    return 1;
}

static void *real(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

int openat(int folder, const char *path, int flags, ...)
{
    int (*call)(int, const char *, int, ...);
    *(void **)&call = real("openat");
    va_list args;
    va_start(args, flags);
    int mode = flags & O_CREAT ? va_arg(args, int) : 0;
    va_end(args);
    if (flags & O_CREAT && strikes("openat"))
        return -1;
    int fd = call(folder, path, flags, mode);
    if (flags & O_CREAT)
        written_fd = fd;
    return fd;
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    ssize_t (*call)(int, const void *, size_t);
    *(void **)&call = real("write");
    int strike = fd == written_fd && fd >= 0 ? strikes("write") : 0;
    if (strike > 0)
        return -1;
    return call(fd, bytes, strike < 0 ? (count + 1) / 2 : count);
}

/* Reading back: the first byte comes out changed. */
ssize_t pread(int fd, void *bytes, size_t count, off_t offset)
{
    ssize_t (*call)(int, void *, size_t, off_t);
    *(void **)&call = real("pread");
    int strike = fd == written_fd ? strikes("pread") : 0;
    if (strike > 0)
        return -1;
    ssize_t got = call(fd, bytes, count, offset);
    if (strike < 0 && got > 0)
        *(unsigned char *)bytes ^= 1;
    return got;
}

int fsync(int fd)
{
    int (*call)(int);
    *(void **)&call = real("fsync");
    return strikes(fd == written_fd ? "fsync" : "foldersync") > 0 ? -1
                                                                  : call(fd);
}

int close(int fd)
{
    int (*call)(int);
    *(void **)&call = real("close");
    bool is_ours = fd == written_fd && fd >= 0;
    int strike = is_ours ? strikes("close") : 0;
    int kept = errno, result = call(fd);
    if (is_ours)
        written_fd = -1;
    errno = strike > 0 ? kept : errno;
    return strike > 0 ? -1 : result;
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    int (*call)(int, const char *, int, const char *);
    *(void **)&call = real("renameat");
    return strikes("renameat") > 0 ? -1
                                   : call(from_folder, from, to_folder, to);
}
