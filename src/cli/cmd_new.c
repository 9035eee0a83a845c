/* SPDX-License-Identifier: MIT */
/* cmd_new.c - a starter issue in a new or empty folder. Nothing that exists is
 * touched; when something fails, what was made is taken away again. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/starter.h"

typedef struct bul_making {
    const char *root;
    bool made_root;
    size_t folder_count, file_count; /* made so far */
    bul_problem problem;
    char path[PATH_MAX]; /* of what failed */
    char reason[32];
} bul_making;

static bool fail(bul_making *making, bul_problem problem, int error)
{
    making->problem = problem;
    snprintf(making->reason, sizeof making->reason, "errno %d", error);
    return false;
}

/* Composes root/name in making->path. */
static bool compose(bul_making *making, const char *name)
{
    int length = snprintf(making->path, sizeof making->path, "%s/%s",
                          making->root, name);
    if (length > 0 && (size_t)length < sizeof making->path)
        return true;
    return fail(making, BUL_PROBLEM_PATH_TOO_LONG, ENAMETOOLONG);
}

static bool is_empty_folder(const char *path)
{
    DIR *folder = opendir(path);
    bool is_empty = folder != NULL;
    struct dirent *entry;
    while (is_empty && (entry = readdir(folder)) != NULL)
        is_empty =
            strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    if (folder != NULL)
        closedir(folder);
    return is_empty;
}

static bool make_root(bul_making *making)
{
    snprintf(making->path, sizeof making->path, "%s", making->root);
    if (strlen(making->root) >= sizeof making->path)
        return fail(making, BUL_PROBLEM_PATH_TOO_LONG, ENAMETOOLONG);
    making->made_root = mkdir(making->root, 0777) == 0;
    if (making->made_root)
        return true;
    if (errno != EEXIST)
        return fail(making, bul_output_problem(errno), errno);
    return is_empty_folder(making->root) ||
           fail(making, BUL_PROBLEM_NEW_EXISTS, EEXIST);
}

static bool make_folders(bul_making *making)
{
    for (size_t i = 0; i < bul_starter_folder_count; i++) {
        if (!compose(making, bul_starter_folders[i]))
            return false;
        if (mkdir(making->path, 0777) != 0)
            return fail(making, bul_output_problem(errno), errno);
        making->folder_count++;
    }
    return true;
}

static bool put(bul_sink sink, const char *text, size_t length)
{
    return length == 0 || sink.write(sink.state, text, length);
}

/* Writes a text, today's date in place of "{date}". */
static bool put_text(bul_sink sink, const char *text)
{
    char date[16] = "2026-01-01";
    time_t now = time(NULL);
    struct tm local;
    const char *mark = strstr(text, "{date}");
    if (localtime_r(&now, &local) != NULL)
        strftime(date, sizeof date, "%Y-%m-%d", &local);
    if (mark == NULL)
        return put(sink, text, strlen(text));
    return put(sink, text, (size_t)(mark - text)) &&
           put(sink, date, strlen(date)) &&
           put(sink, mark + 6, strlen(mark + 6));
}

static bool make_file(bul_making *making, const bul_starter_file *file)
{
    static bul_output output; /* large: it holds a buffer */
    if (!compose(making, file->path))
        return false;
    bool good = bul_output_open(&output, BUL_OUTPUT_TEXT, making->path, NULL);
    if (good && file->text != NULL)
        good = put_text(bul_output_sink(&output), file->text);
    else if (good)
        good = bul_write_schema(file->schema_kind, bul_output_sink(&output)) ==
               BUL_OK;
    good = good && bul_output_commit(&output);
    bul_output_abandon(&output);
    if (good) {
        making->file_count++;
        return true;
    }
    making->problem = output.problem == BUL_PROBLEM_NONE
                          ? BUL_PROBLEM_OUTPUT_FAILED
                          : output.problem;
    memcpy(making->reason, output.reason, sizeof making->reason);
    return false;
}

static bool make_all(bul_making *making)
{
    if (!make_root(making) || !make_folders(making))
        return false;
    for (size_t i = 0; i < bul_starter_file_count; i++)
        if (!make_file(making, &bul_starter_files[i]))
            return false;
    return true;
}

/* Only what this run made is removed. */
static void take_back(bul_making *making)
{
    char failed[PATH_MAX];
    memcpy(failed, making->path, sizeof failed);
    for (size_t i = making->file_count; i > 0; i--)
        if (compose(making, bul_starter_files[i - 1].path))
            unlink(making->path);
    for (size_t i = making->folder_count; i > 0; i--)
        if (compose(making, bul_starter_folders[i - 1]))
            rmdir(making->path);
    if (making->made_root)
        rmdir(making->root);
    memcpy(making->path, failed, sizeof failed);
}

int bul_command_new(const bul_arguments *arguments)
{
    static bul_making making; /* large: it holds a path */
    bul_display display;
    bul_display_init(&display, arguments, false);
    making.root = arguments->operand;
    if (make_all(&making)) {
        bul_display_line(&display, BUL_WORD_NEW_DONE, BUL_WITH(making.root));
        return BUL_EXIT_OK;
    }
    take_back(&making);
    bul_display_problem(&display, making.problem,
                        BUL_WITH(making.path, making.reason));
    return BUL_EXIT_IO;
}
