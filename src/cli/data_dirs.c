/* SPDX-License-Identifier: MIT */
/* data_dirs.c - asking the folders around the executable. */
#include "cli/data_dirs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* build/bulletin is one below the tree, build/x/bulletin two. */
#define TREE_LEVELS 3

static bool has_folder(const char *folder, const char *name)
{
    char path[PATH_MAX];
    struct stat there;
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    return length > 0 && (size_t)length < sizeof path &&
           stat(path, &there) == 0 && S_ISDIR(there.st_mode);
}

static void add(bul_data_dirs *dirs, const char *path)
{
    if (dirs->count == BUL_DATA_DIR_MAX || strlen(path) >= PATH_MAX)
        return;
    strcpy(dirs->paths[dirs->count], path);
    dirs->list[dirs->count] = dirs->paths[dirs->count];
    dirs->count++;
}

static bool add_named(bul_data_dirs *dirs, const char *path)
{
    if (path == NULL || path[0] == '\0')
        return true;
    if (!has_folder(path, "layouts") && !has_folder(path, "fonts")) {
        dirs->missing = path;
        return false;
    }
    add(dirs, path);
    return true;
}

/* Cuts the last part off a path; false at the root. */
static bool go_up(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash == NULL || slash == path)
        return false;
    *slash = '\0';
    return true;
}

static void add_tree(bul_data_dirs *dirs, const char *executable)
{
    char folder[PATH_MAX];
    strcpy(folder, executable);
    for (int i = 0; i <= TREE_LEVELS && go_up(folder); i++) {
        if (has_folder(folder, "layouts") && has_folder(folder, "fonts")) {
            add(dirs, folder);
            return;
        }
    }
}

static void add_share(bul_data_dirs *dirs, const char *executable)
{
    char folder[PATH_MAX];
    strcpy(folder, executable);
    if (!go_up(folder) || !go_up(folder) ||
        strlen(folder) + sizeof "/share/bulletin" > sizeof folder)
        return;
    strcat(folder, "/share/bulletin");
    if (strcmp(folder, BUL_DATADIR) != 0 && has_folder(folder, "layouts"))
        add(dirs, folder);
}

bool bul_data_dirs_find(bul_data_dirs *dirs, const char *wanted)
{
    char executable[PATH_MAX];
    memset(dirs, 0, sizeof *dirs);
    if (!add_named(dirs, wanted) || !add_named(dirs, getenv("BULLETIN_DATA")))
        return false;
    /* Linux; elsewhere the compiled prefix has to do. */
    ssize_t length =
        readlink("/proc/self/exe", executable, sizeof executable - 1);
    if (length > 0) {
        executable[length] = '\0';
        add_tree(dirs, executable);
        add_share(dirs, executable);
    }
    add(dirs, BUL_DATADIR);
    return true;
}
