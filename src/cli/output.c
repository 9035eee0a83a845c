/* SPDX-License-Identifier: MIT */
/* output.c - write, flush, read back, rename: every step is checked. */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/signals.h"
#include "cli/target.h"

#define CHECKSUM_START 0xCBF29CE484222325u /* FNV-1a, 64 bits */
#define CHECKSUM_PRIME 0x00000100000001B3u

static uint64_t add_to_checksum(uint64_t sum, const unsigned char *bytes,
                                size_t count)
{
    for (size_t i = 0; i < count; i++)
        sum = (sum ^ bytes[i]) * CHECKSUM_PRIME;
    return sum;
}

/* ---- Opening. ---- */

/* Takes over the permissions of the file that will be replaced. */
static void keep_mode(const bul_output *output)
{
    struct stat there;
    if (fstatat(output->folder, output->name, &there, AT_SYMLINK_NOFOLLOW) ==
            0 &&
        S_ISREG(there.st_mode) && there.st_uid == geteuid())
        (void)fchmod(output->fd, there.st_mode & 0777);
}

static bool create_temporary(bul_output *output)
{
    bul_signals_hold();
    for (int i = 0; i < 100 && output->fd < 0; i++) {
        snprintf(output->temporary, sizeof output->temporary,
                 BUL_TEMPORARY_PREFIX "%ld-%d" BUL_TEMPORARY_SUFFIX,
                 (long)getpid(), i);
        output->fd =
            openat(output->folder, output->temporary,
                   O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (output->fd < 0 && errno != EEXIST)
            break;
    }
    int error = errno;
    if (output->fd >= 0)
        bul_signals_guard(output->folder, output->temporary);
    else
        output->temporary[0] = '\0'; /* somebody else's, or nobody's */
    bul_signals_resume();
    if (output->fd < 0)
        return bul_target_fail(output, error);
    keep_mode(output);
    return true;
}

bool bul_output_open(bul_output *output, bul_output_kind kind, const char *path,
                     const char *protected_path)
{
    memset(output, 0, sizeof *output);
    output->kind = kind;
    output->folder = -1;
    output->fd = -1;
    output->checksum = CHECKSUM_START;
    if (strlen(path) >= sizeof output->shown)
        return bul_target_fail(output, ENAMETOOLONG);
    strcpy(output->shown, path);
    if (strcmp(path, "-") == 0) {
        output->is_direct = true;
        output->fd = STDOUT_FILENO;
        return true;
    }
    if (!bul_target_find(output, protected_path))
        return false;
    if (output->is_direct) {
        output->fd = open(output->target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        return output->fd >= 0 || bul_target_fail(output, errno);
    }
    bul_target_sweep(output);
    return create_temporary(output);
}

/* ---- Writing. ---- */

static bool write_all(bul_output *output, const unsigned char *bytes,
                      size_t count)
{
    while (count > 0) {
        ssize_t done = write(output->fd, bytes, count);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return bul_target_fail(output, done < 0 ? errno : EIO);
        bytes += done;
        count -= (size_t)done;
    }
    return true;
}

static bool flush(bul_output *output)
{
    size_t held = output->held;
    output->held = 0;
    return write_all(output, output->buffer, held);
}

static bool take(void *state, const void *bytes, size_t count)
{
    bul_output *output = state;
    if (output->problem != BUL_PROBLEM_NONE)
        return false;
    output->length += count;
    output->checksum = add_to_checksum(output->checksum, bytes, count);
    if (count > sizeof output->buffer - output->held && !flush(output))
        return false;
    if (count > sizeof output->buffer)
        return write_all(output, bytes, count);
    memcpy(output->buffer + output->held, bytes, count);
    output->held += count;
    return true;
}

bul_sink bul_output_sink(bul_output *output)
{
    return (bul_sink){.write = take, .state = output};
}

/* ---- Reading back. ---- */

static bool ends_like_pdf(const char *tail, size_t length)
{
    while (length > 0 && (tail[length - 1] == '\n' || tail[length - 1] == '\r'))
        length--;
    return length >= 5 && memcmp(tail + length - 5, "%%EOF", 5) == 0;
}

/* A complete PDF begins with its version and ends with its mark. */
static bool looks_like_pdf(const bul_output *output)
{
    enum {
        TAIL = 16
    };
    char head[5], tail[TAIL];
    if (output->length < TAIL ||
        pread(output->fd, head, sizeof head, 0) != (ssize_t)sizeof head ||
        pread(output->fd, tail, TAIL, (off_t)(output->length - TAIL)) != TAIL)
        return false;
    return memcmp(head, "%PDF-", sizeof head) == 0 && ends_like_pdf(tail, TAIL);
}

/* Compares the file with what was written. The buffer is free by now. */
static bool verify(bul_output *output)
{
    uint64_t sum = CHECKSUM_START, length = 0;
    ssize_t got;
    do {
        got = pread(output->fd, output->buffer, sizeof output->buffer,
                    (off_t)length);
        if (got < 0 && errno != EINTR)
            return bul_target_fail(output, errno);
        if (got > 0) {
            sum = add_to_checksum(sum, output->buffer, (size_t)got);
            length += (uint64_t)got;
        }
    } while (got != 0);
    if (length != output->length || sum != output->checksum)
        output->problem = BUL_PROBLEM_OUTPUT_DAMAGED;
    else if (output->kind == BUL_OUTPUT_PDF && !looks_like_pdf(output))
        output->problem = BUL_PROBLEM_OUTPUT_BROKEN_PDF;
    return output->problem == BUL_PROBLEM_NONE;
}

/* ---- Closing. ---- */

/* Some file systems know no fsync and say EINVAL. */
static bool flush_to_disk(bul_output *output, int fd)
{
    int result;
    do
        result = fsync(fd);
    while (result != 0 && errno == EINTR);
    return result == 0 || errno == EINVAL || bul_target_fail(output, errno);
}

static bool close_file(bul_output *output)
{
    int fd = output->fd;
    output->fd = -1;
    if (fd < 0 || fd == STDOUT_FILENO)
        return true;
    return close(fd) == 0 || errno == EINTR || bul_target_fail(output, errno);
}

static bool put_in_place(bul_output *output)
{
    if (renameat(output->folder, output->temporary, output->folder,
                 output->name) != 0)
        return bul_target_fail(output, errno);
    bul_signals_release();
    output->temporary[0] = '\0';
    return flush_to_disk(output, output->folder);
}

bool bul_output_commit(bul_output *output)
{
    bool good = output->problem == BUL_PROBLEM_NONE && flush(output);
    if (good && !output->is_direct)
        good = flush_to_disk(output, output->fd) && verify(output);
    good = close_file(output) && good;
    if (good && !output->is_direct)
        good = put_in_place(output);
    bul_output_abandon(output);
    return good;
}

void bul_output_abandon(bul_output *output)
{
    close_file(output);
    if (output->temporary[0] != '\0' && output->folder >= 0) {
        unlinkat(output->folder, output->temporary, 0);
        bul_signals_release();
        output->temporary[0] = '\0';
    }
    if (output->folder >= 0)
        close(output->folder);
    output->folder = -1;
}

static bool take_by_stdio(void *state, const void *bytes, size_t count)
{
    (void)state;
    return fwrite(bytes, 1, count, stdout) == count;
}

bul_sink bul_output_stdout(void)
{
    return (bul_sink){.write = take_by_stdio, .state = NULL};
}
