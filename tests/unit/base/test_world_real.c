/* SPDX-License-Identifier: MIT */
/* test_world_real.c - the disk: a temporary folder with a root inside it, and
 * everything a hostile issue could lay there. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/beneath.h"
#include "support/fault.h"
#include "support/world.h"

#define LARGE_BYTES 200000

static char top[64];   /* the temporary folder; holds secret.txt */
static char root[128]; /* top/root, what paths must stay beneath */
static int start_folder;

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void write_large_file(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (int i = 0; i < LARGE_BYTES; i++)
        assert_true(putc('a' + i % 26, file) != EOF);
    assert_int_equal(fclose(file), 0);
}

static void make_link(const char *target, const char *path)
{
    assert_int_equal(symlink(target, path), 0);
}

static void make_socket(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_true(fd >= 0);
    assert_true(strlen(path) < sizeof address.sun_path);
    memcpy(address.sun_path, path, strlen(path));
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    (void)close(fd);
}

static void fill_root(void)
{
    write_file("good.md", "好");
    write_file("empty", "");
    write_large_file("large");
    write_file("folder/inner.md", "in");
    write_file("folder/deep/deeper.md", "deep");
    write_file("zz", "");
    write_file("ZZ", "");
    write_file("中", "");
    write_file(".hidden", "");
    assert_int_equal(mkfifo("pipe", 0600), 0);
    make_socket("socket");
    make_link("good.md", "to-good");
    make_link("folder", "to-folder");
    make_link("../root/good.md", "out-and-in");
    make_link("../secret.txt", "to-secret");
    make_link("..", "to-top");
    make_link("/etc", "to-etc");
    make_link("/etc/passwd", "to-passwd");
    make_link("/", "to-slash");
    make_link("/proc/self/cwd", "to-cwd");
    make_link("/dev/null", "to-null");
    make_link("loop-b", "loop-a");
    make_link("loop-a", "loop-b");
    make_link("nowhere", "dangling");
    make_link("../nowhere", "dangling-out");
    make_link("to-secret", "to-to-secret");
    make_link("../../secret.txt", "folder/up-two");
    make_link("../good.md", "folder/up-one");
}

static int make_folders(void **state)
{
    (void)state;
    (void)snprintf(top, sizeof top, "/tmp/bulletin-test-XXXXXX");
    start_folder = open(".", O_RDONLY | O_DIRECTORY);
    if (start_folder < 0 || mkdtemp(top) == NULL || chdir(top) != 0)
        return -1;
    (void)snprintf(root, sizeof root, "%s/root", top);
    write_file("secret.txt", "secret");
    if (mkdir("root", 0700) != 0 || mkdir("root-twin", 0700) != 0)
        return -1;
    write_file("root-twin/x", "x");
    make_link("root", "to-root");
    if (chdir("root") != 0 || mkdir("folder", 0700) != 0 ||
        mkdir("folder/deep", 0700) != 0)
        return -1;
    fill_root();
    return 0;
}

static int remove_folders(void **state)
{
    char command[128];
    (void)state;
    (void)snprintf(command, sizeof command, "rm -rf '%s'", top);
    if (fchdir(start_folder) != 0)
        return -1;
    (void)close(start_folder);
    return system(command);
}

static bul_world_result open_real(world *w, const char *path, bul_str *bytes)
{
    return bul_world_open(bul_world_real(), &w->arena, bul_str_from(root),
                          bul_str_from(path), 0, bytes);
}

static const struct hostile {
    const char *path;
    bul_world_result result;
} hostile[] = {
    {"../secret.txt", BUL_WORLD_OUTSIDE},
    {"./../secret.txt", BUL_WORLD_OUTSIDE},
    {"folder/../../secret.txt", BUL_WORLD_OUTSIDE},
    {"folder/deep/../../../secret.txt", BUL_WORLD_OUTSIDE},
    {"..//secret.txt", BUL_WORLD_OUTSIDE},
    {"../root/good.md", BUL_WORLD_OUTSIDE},
    {"../root-twin/x", BUL_WORLD_OUTSIDE},
    {"..", BUL_WORLD_OUTSIDE},
    {"../..", BUL_WORLD_OUTSIDE},
    {"../../../../../../../../etc/passwd", BUL_WORLD_OUTSIDE},
    {"/", BUL_WORLD_OUTSIDE},
    {"/etc/passwd", BUL_WORLD_OUTSIDE},
    {"//etc/passwd", BUL_WORLD_OUTSIDE},
    {"/dev/null", BUL_WORLD_OUTSIDE},
    {"/proc/self/environ", BUL_WORLD_OUTSIDE},
    {"to-secret", BUL_WORLD_OUTSIDE},
    {"to-to-secret", BUL_WORLD_OUTSIDE},
    {"to-top/secret.txt", BUL_WORLD_OUTSIDE},
    {"to-top/root-twin/x", BUL_WORLD_OUTSIDE},
    {"to-etc/passwd", BUL_WORLD_OUTSIDE},
    {"to-passwd", BUL_WORLD_OUTSIDE},
    {"to-slash/etc/passwd", BUL_WORLD_OUTSIDE},
    {"to-slash", BUL_WORLD_OUTSIDE},
    {"to-null", BUL_WORLD_OUTSIDE},
    {"to-folder/up-two", BUL_WORLD_OUTSIDE},
    {"folder/up-two", BUL_WORLD_OUTSIDE},
    {"to-folder/../../secret.txt", BUL_WORLD_OUTSIDE},
    {"loop-a", BUL_WORLD_FAILED},
    {"dangling", BUL_WORLD_MISSING},
    {"nowhere/../good.md", BUL_WORLD_MISSING},
    {"good.md/", BUL_WORLD_MISSING},
    {"good.md/x", BUL_WORLD_MISSING},
    {"", BUL_WORLD_MISSING},
    {"~/x", BUL_WORLD_MISSING},
    {"..\\secret.txt", BUL_WORLD_MISSING},
    {".", BUL_WORLD_NOT_A_FILE},
    {"folder", BUL_WORLD_NOT_A_FILE},
    {"folder/..", BUL_WORLD_NOT_A_FILE},
    {"to-folder", BUL_WORLD_NOT_A_FILE},
    {"pipe", BUL_WORLD_NOT_A_FILE},
    {"socket", BUL_WORLD_NOT_A_FILE},
};

static void hostile_paths_reach_nothing_above_the_root(void **state)
{
    world *w = *state;
    bul_str bytes;
    assert_true(sizeof hostile / sizeof hostile[0] >= 30);
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        bul_world_result result = open_real(w, hostile[i].path, &bytes);
        if (result != hostile[i].result)
            fail_msg("'%s': %d, not %d", hostile[i].path, (int)result,
                     (int)hostile[i].result);
        assert_int_equal(bytes.len, 0);
    }
}

/* Links that lead out are told as outside or missing, never opened. */
static void links_out_are_not_followed_even_to_come_back(void **state)
{
    world *w = *state;
    bul_str bytes;
    assert_int_equal(open_real(w, "out-and-in", &bytes), BUL_WORLD_OUTSIDE);
    assert_int_not_equal(open_real(w, "dangling-out", &bytes), BUL_WORLD_OK);
    assert_int_not_equal(open_real(w, "to-cwd/good.md", &bytes), BUL_WORLD_OK);
}

static void older_kernels_refuse_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        if (hostile[i].result != BUL_WORLD_OUTSIDE)
            continue;
        int fd = bul_beneath_open_compared(root, hostile[i].path,
                                           O_RDONLY | O_CLOEXEC);
        if (fd >= 0 || errno != EXDEV)
            fail_msg("'%s': %d, errno %d", hostile[i].path, fd, errno);
    }
}

static void older_kernels_open_what_lies_beneath(void **state)
{
    static const char *const good[] = {"good.md", "to-good", "folder/inner.md",
                                       "to-folder/up-one", "folder/../good.md"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        int fd = bul_beneath_open_compared(root, good[i], O_RDONLY | O_CLOEXEC);
        assert_true(fd >= 0);
        (void)close(fd);
    }
    assert_int_equal(bul_beneath_open_compared(root, "nowhere", O_RDONLY), -1);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(bul_beneath_open_compared(root, "", O_RDONLY), -1);
    assert_int_equal(errno, ENOENT);
    int fd = bul_beneath_open_compared("/", "etc/passwd", O_RDONLY);
    assert_true(fd >= 0);
    (void)close(fd);
}

static void what_lies_beneath_is_read(void **state)
{
    static const struct {
        const char *path, *text;
    } cases[] = {
        {"good.md", "好"},
        {"./good.md", "好"},
        {"folder/inner.md", "in"},
        {"folder//inner.md", "in"},
        {"folder/../good.md", "好"},
        {"to-good", "好"},
        {"to-folder/inner.md", "in"},
        {"to-folder/deep/deeper.md", "deep"},
        {"folder/up-one", "好"},
        {"to-folder/../good.md", "好"},
    };
    world *w = *state;
    bul_str bytes;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (open_real(w, cases[i].path, &bytes) != BUL_WORLD_OK)
            fail_msg("'%s' is not read", cases[i].path);
        assert_string_equal(world_cstr(w, bytes), cases[i].text);
    }
}

static void without_a_root_a_path_is_free(void **state)
{
    world *w = *state;
    char path[256];
    bul_str bytes;
    (void)snprintf(path, sizeof path, "%s/to-root/../secret.txt", top);
    assert_int_equal(bul_world_open(bul_world_real(), &w->arena, BUL_STR(""),
                                    bul_str_from(path), 0, &bytes),
                     BUL_WORLD_OK);
    assert_string_equal(world_cstr(w, bytes), "secret");
    assert_int_equal(bul_world_open(bul_world_real(), &w->arena, BUL_STR(""),
                                    BUL_STR("to-secret"), 0, &bytes),
                     BUL_WORLD_OK);
}

static void the_root_itself_may_be_a_link(void **state)
{
    world *w = *state;
    char link_root[256];
    bul_str bytes;
    (void)snprintf(link_root, sizeof link_root, "%s/to-root", top);
    assert_int_equal(bul_world_open(bul_world_real(), &w->arena,
                                    bul_str_from(link_root), BUL_STR("good.md"),
                                    0, &bytes),
                     BUL_WORLD_OK);
    assert_int_equal(bul_world_open(bul_world_real(), &w->arena,
                                    BUL_STR("/nowhere"), BUL_STR("good.md"), 0,
                                    &bytes),
                     BUL_WORLD_MISSING);
}

static void devices_are_refused_without_waiting(void **state)
{
    world *w = *state;
    bul_str bytes;
    static const char *const devices[] = {"null", "zero", "tty", "full"};
    for (size_t i = 0; i < sizeof devices / sizeof devices[0]; i++)
        assert_int_equal(bul_world_open(bul_world_real(), &w->arena,
                                        BUL_STR("/dev"),
                                        bul_str_from(devices[i]), 0, &bytes),
                         BUL_WORLD_NOT_A_FILE);
    assert_int_equal(bul_world_open(bul_world_real(), &w->arena, BUL_STR(""),
                                    BUL_STR("pipe"), 0, &bytes),
                     BUL_WORLD_NOT_A_FILE);
}

static void large_and_empty_files_are_whole(void **state)
{
    world *w = *state;
    bul_str bytes;
    assert_int_equal(open_real(w, "large", &bytes), BUL_WORLD_OK);
    assert_int_equal(bytes.len, LARGE_BYTES);
    for (size_t i = 0; i < bytes.len; i++)
        assert_int_equal(bytes.ptr[i], 'a' + (int)(i % 26));
    assert_int_equal(open_real(w, "empty", &bytes), BUL_WORLD_OK);
    assert_int_equal(bytes.len, 0);
    assert_non_null(bytes.ptr);
}

static void what_has_rested_is_read_again_as_it_was(void **state)
{
    world *w = *state;
    static const char *const names[] = {"large", "good.md", "empty"};
    for (size_t i = 0; i < 3; i++) {
        bul_loan loan;
        assert_int_equal(bul_world_borrow(bul_world_real(), &w->arena,
                                          bul_str_from(root),
                                          bul_str_from(names[i]), 0, &loan),
                         BUL_WORLD_OK);
        bul_str before = bul_str_copy(&w->arena, loan.bytes);
        bul_world_rest(&loan);
        assert_true(bul_str_equal(before, loan.bytes));
        bul_world_return(&loan);
    }
}

static void the_size_limit_is_kept_to_the_byte(void **state)
{
    static const struct {
        const char *path;
        size_t limit_bytes;
        bul_world_result result;
    } cases[] = {
        {"large", LARGE_BYTES, BUL_WORLD_OK},
        {"large", LARGE_BYTES - 1, BUL_WORLD_TOO_LARGE},
        {"good.md", 3, BUL_WORLD_OK},
        {"good.md", 2, BUL_WORLD_TOO_LARGE},
        {"empty", 1, BUL_WORLD_OK},
    };
    world *w = *state;
    bul_str bytes;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(bul_world_open(bul_world_real(), &w->arena,
                                        bul_str_from(root),
                                        bul_str_from(cases[i].path),
                                        cases[i].limit_bytes, &bytes),
                         cases[i].result);
}

static bul_world_result list_real(world *w, const char *path, bul_names *names)
{
    return bul_world_list(bul_world_real(), &w->arena, bul_str_from(root),
                          bul_str_from(path), names);
}

static void a_folder_is_listed_in_byte_order(void **state)
{
    world *w = *state;
    bul_names names;
    assert_int_equal(list_real(w, ".", &names), BUL_WORLD_OK);
    assert_int_equal(names.count, 25);
    assert_string_equal(world_cstr(w, names.items[0]), ".hidden");
    assert_string_equal(world_cstr(w, names.items[1]), "ZZ");
    assert_string_equal(world_cstr(w, *BUL_LAST(&names)), "中");
    for (size_t i = 1; i < names.count; i++)
        assert_true(bul_str_compare(names.items[i - 1], names.items[i]) < 0);
    assert_int_equal(list_real(w, "folder/deep", &names), BUL_WORLD_OK);
    assert_int_equal(names.count, 1);
}

static void folders_outside_are_not_listed(void **state)
{
    world *w = *state;
    bul_names names;
    assert_int_equal(list_real(w, "..", &names), BUL_WORLD_OUTSIDE);
    assert_int_equal(list_real(w, "to-top", &names), BUL_WORLD_OUTSIDE);
    assert_int_equal(list_real(w, "to-etc", &names), BUL_WORLD_OUTSIDE);
    assert_int_equal(list_real(w, "/", &names), BUL_WORLD_OUTSIDE);
    assert_int_equal(list_real(w, "nowhere", &names), BUL_WORLD_MISSING);
    assert_int_equal(list_real(w, "good.md", &names), BUL_WORLD_MISSING);
    assert_int_equal(list_real(w, "pipe", &names), BUL_WORLD_MISSING);
}

static void the_clock_runs_forward(void **state)
{
    const bul_world *real = bul_world_real();
    uint64_t before = real->clock_us(real->state);
    (void)state;
    assert_true(before > 0);
    assert_true(real->clock_us(real->state) >= before);
}

static size_t open_descriptors(void)
{
    size_t count = 0;
    for (int fd = 0; fd < 256; fd++)
        count += fcntl(fd, F_GETFD) != -1 ? 1 : 0;
    return count;
}

static void read_everything(bul_arena *arena, void *closure)
{
    static const char *const paths[] = {"good.md", "large", "empty", "pipe"};
    bul_str bytes;
    bul_names names;
    (void)closure;
    for (size_t i = 0; i < 4; i++)
        (void)bul_world_open(bul_world_real(), arena, bul_str_from(root),
                             bul_str_from(paths[i]), 0, &bytes);
    (void)bul_world_list(bul_world_real(), arena, bul_str_from(root),
                         BUL_STR("."), &names);
}

static void running_out_of_memory_leaves_no_file_open(void **state)
{
    (void)state;
    size_t before = open_descriptors();
    assert_true(fault_check(read_everything, NULL) > 60);
    assert_int_equal(open_descriptors(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(hostile_paths_reach_nothing_above_the_root),
        WORLD_TEST(links_out_are_not_followed_even_to_come_back),
        WORLD_TEST(older_kernels_refuse_the_same),
        WORLD_TEST(older_kernels_open_what_lies_beneath),
        WORLD_TEST(what_lies_beneath_is_read),
        WORLD_TEST(without_a_root_a_path_is_free),
        WORLD_TEST(the_root_itself_may_be_a_link),
        WORLD_TEST(devices_are_refused_without_waiting),
        WORLD_TEST(large_and_empty_files_are_whole),
        WORLD_TEST(what_has_rested_is_read_again_as_it_was),
        WORLD_TEST(the_size_limit_is_kept_to_the_byte),
        WORLD_TEST(a_folder_is_listed_in_byte_order),
        WORLD_TEST(folders_outside_are_not_listed),
        WORLD_TEST(the_clock_runs_forward),
        WORLD_TEST(running_out_of_memory_leaves_no_file_open),
    };
    return cmocka_run_group_tests_name("world_real", tests, make_folders,
                                       remove_folders);
}
