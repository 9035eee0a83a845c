/* SPDX-License-Identifier: MIT */
/* target.c - links, folders, and files that must not be lost. */
#include "cli/target.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Links in a row before it is taken for a circle (Linux: 40; house choice). */
#define LINK_LIMIT 8

/* A run takes seconds; a day leaves room for clocks that disagree. */
#define STALE_SECONDS 86400L

bul_problem bul_output_problem(int error)
{
    switch (error) {
    case ENOENT:
        return BUL_PROBLEM_OUTPUT_NO_FOLDER;
    case ENOTDIR:
        return BUL_PROBLEM_OUTPUT_NOT_A_FOLDER;
    case EISDIR:
        return BUL_PROBLEM_OUTPUT_IS_A_FOLDER;
    case EACCES:
    case EPERM:
    case EROFS:
        return BUL_PROBLEM_OUTPUT_NO_PERMISSION;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return BUL_PROBLEM_OUTPUT_DISK_FULL;
    case ENAMETOOLONG:
        return BUL_PROBLEM_PATH_TOO_LONG;
    default:
        return BUL_PROBLEM_OUTPUT_FAILED;
    }
}

static bool refuse(bul_output *output, bul_problem problem)
{
    if (output->problem == BUL_PROBLEM_NONE)
        output->problem = problem;
    return false;
}

bool bul_target_fail(bul_output *output, int error)
{
    snprintf(output->reason, sizeof output->reason, "errno %d", error);
    return refuse(output, bul_output_problem(error));
}

/* Replaces output->target, a link, by what the link says. */
static bool follow_once(bul_output *output)
{
    char link[PATH_MAX];
    ssize_t length = readlink(output->target, link, sizeof link - 1);
    if (length < 0)
        return bul_target_fail(output, errno);
    link[length] = '\0';
    const char *slash = strrchr(output->target, '/');
    size_t folder = link[0] == '/' || slash == NULL
                        ? 0
                        : (size_t)(slash - output->target) + 1;
    if (folder + (size_t)length >= sizeof output->target)
        return bul_target_fail(output, ENAMETOOLONG);
    memcpy(output->target + folder, link, (size_t)length + 1);
    return true;
}

static bool follow_links(bul_output *output)
{
    for (int i = 0; i < LINK_LIMIT; i++) {
        struct stat there;
        if (lstat(output->target, &there) != 0)
            return errno == ENOENT || bul_target_fail(output, errno);
        if (!S_ISLNK(there.st_mode))
            return true;
        if (there.st_uid != geteuid() && there.st_uid != 0)
            return refuse(output, BUL_PROBLEM_OUTPUT_FOREIGN_LINK);
        if (!follow_once(output))
            return false;
    }
    return bul_target_fail(output, ELOOP);
}

static bool is_same_file(const struct stat *a, const char *path)
{
    struct stat b;
    return path != NULL && stat(path, &b) == 0 && a->st_dev == b.st_dev &&
           a->st_ino == b.st_ino;
}

/* How a file of a kind begins, in either language, and what is said where
 * another one is in its place; NULL where anything may be replaced. */
typedef struct kind_of_file {
    const char *openings[2];
    bul_problem problem;
} kind_of_file;

static const kind_of_file kinds[] = {
    [BUL_OUTPUT_PDF] = {{"%PDF-"}, BUL_PROBLEM_OUTPUT_NOT_A_PDF_THERE},
    [BUL_OUTPUT_PROOF] = {{"edition "}, BUL_PROBLEM_OUTPUT_NOT_A_PROOF_THERE},
    [BUL_OUTPUT_REPORT] = {{"{\"report\":"},
                           BUL_PROBLEM_OUTPUT_NOT_A_REPORT_THERE},
    [BUL_OUTPUT_DIFF] = {{"改前：", "before: "},
                         BUL_PROBLEM_OUTPUT_NOT_A_DIFF_THERE},
    [BUL_OUTPUT_TEXT] = {{NULL}, BUL_PROBLEM_NONE},
};

static bool begins_with(const char *head, ssize_t got, const char *opening)
{
    return opening != NULL && got >= (ssize_t)strlen(opening) &&
           memcmp(head, opening, strlen(opening)) == 0;
}

/* True for an empty file and for one of the same kind. A file that cannot be
 * read is not known to be one. */
static bool may_replace(const bul_output *output, off_t size)
{
    char head[16];
    const char *const *openings = kinds[output->kind].openings;
    if (openings[0] == NULL || size == 0)
        return true;
    int fd = open(output->shown, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return false;
    ssize_t got = read(fd, head, sizeof head);
    close(fd);
    return begins_with(head, got, openings[0]) ||
           begins_with(head, got, openings[1]);
}

/* Looks at what is there already, links followed. */
static bool look(bul_output *output, const char *protected_path)
{
    struct stat there;
    size_t length = strlen(output->shown);
    if (length == 0 || output->shown[length - 1] == '/')
        return bul_target_fail(output, EISDIR);
    if (stat(output->shown, &there) != 0)
        return errno == ENOENT || bul_target_fail(output, errno);
    if (S_ISDIR(there.st_mode))
        return bul_target_fail(output, EISDIR);
    output->is_direct = !S_ISREG(there.st_mode);
    if (output->is_direct)
        return true;
    if (is_same_file(&there, protected_path))
        return refuse(output, BUL_PROBLEM_OUTPUT_IS_THE_ISSUE);
    if (!may_replace(output, there.st_size))
        return refuse(output, kinds[output->kind].problem);
    return true;
}

static bool open_folder(bul_output *output)
{
    char folder[PATH_MAX] = ".";
    char *slash = strrchr(output->target, '/');
    output->name = slash == NULL ? output->target : slash + 1;
    if (slash != NULL) {
        size_t length = (size_t)(slash - output->target);
        memcpy(folder, output->target, length);
        folder[length] = '\0';
        if (length == 0)
            strcpy(folder, "/");
    }
    output->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return output->folder >= 0 || bul_target_fail(output, errno);
}

bool bul_target_find(bul_output *output, const char *protected_path)
{
    if (!look(output, protected_path))
        return false;
    strcpy(output->target, output->shown);
    output->name = output->target;
    if (output->is_direct)
        return true;
    return follow_links(output) && open_folder(output);
}

static bool is_temporary_name(const char *name)
{
    size_t prefix = strlen(BUL_TEMPORARY_PREFIX);
    size_t suffix = strlen(BUL_TEMPORARY_SUFFIX);
    size_t length = strlen(name);
    if (length <= prefix + suffix ||
        strncmp(name, BUL_TEMPORARY_PREFIX, prefix) != 0 ||
        strcmp(name + length - suffix, BUL_TEMPORARY_SUFFIX) != 0)
        return false;
    return strspn(name + prefix, "0123456789-") == length - prefix - suffix;
}

void bul_target_sweep(const bul_output *output)
{
    int copy = openat(output->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (copy < 0)
        return;
    DIR *folder = fdopendir(copy);
    if (folder == NULL) {
        close(copy);
        return;
    }
    time_t now = time(NULL);
    struct dirent *entry;
    while ((entry = readdir(folder)) != NULL) {
        struct stat there;
        if (is_temporary_name(entry->d_name) &&
            fstatat(output->folder, entry->d_name, &there,
                    AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(there.st_mode) && there.st_uid == geteuid() &&
            there.st_mtime < now - STALE_SECONDS)
            unlinkat(output->folder, entry->d_name, 0);
    }
    closedir(folder);
}
