/* SPDX-License-Identifier: MIT */
/* test_world.c - opening files into an arena: what is opened is closed, also
 * when memory runs out or the world fails. */
#include <string.h>

#include "support/fault.h"
#include "support/world.h"

/* A world that counts what is open and what is closed again. */
typedef struct counting_world {
    size_t opened, closed, rested;
    size_t fail_at; /* this open fails; 0 = none */
    size_t name_count;
} counting_world;

static bul_world_result counting_open(void *state, const char *root,
                                      const char *path, size_t limit_bytes,
                                      bul_blob *blob)
{
    counting_world *counting = state;
    (void)root, (void)limit_bytes;
    if (counting->opened + 1 == counting->fail_at)
        return BUL_WORLD_FAILED;
    counting->opened++;
    *blob = (bul_blob){.ptr = path, .len = strlen(path)};
    return BUL_WORLD_OK;
}

static void counting_close(void *state, bul_blob *blob)
{
    counting_world *counting = state;
    (void)blob;
    counting->closed++;
}

static bul_world_result
counting_list(void *state, const char *root, const char *path,
              void (*each)(void *closure, const char *name), void *closure)
{
    counting_world *counting = state;
    (void)root, (void)path;
    counting->opened++;
    for (size_t i = 0; i < counting->name_count; i++)
        each(closure, "name");
    counting->closed++; /* not reached when `each` jumps */
    return BUL_WORLD_OK;
}

static void counting_rest(void *state, const bul_blob *blob)
{
    counting_world *counting = state;
    assert_int_equal(blob->len, 3);
    counting->rested++;
}

static bul_world world_from_counting(counting_world *counting)
{
    return (bul_world){.state = counting,
                       .open = counting_open,
                       .close = counting_close,
                       .list = counting_list};
}

static void a_file_is_closed_with_its_arena(void **state)
{
    counting_world counting = {0};
    bul_world files = world_from_counting(&counting);
    bul_arena arena = {0};
    bul_str bytes;
    (void)state;
    assert_int_equal(
        bul_world_open(&files, &arena, BUL_STR(""), BUL_STR("a"), 0, &bytes),
        BUL_WORLD_OK);
    assert_int_equal(counting.closed, 0);
    bul_arena_release(&arena);
    assert_int_equal(counting.closed, 1);
}

static bul_loan borrow(bul_arena *arena, const bul_world *files)
{
    bul_loan loan;
    assert_int_equal(
        bul_world_borrow(files, arena, BUL_STR(""), BUL_STR("abc"), 0, &loan),
        BUL_WORLD_OK);
    assert_int_equal(loan.bytes.len, 3);
    return loan;
}

static void a_borrowed_file_is_closed_once_when_it_is_returned(void **state)
{
    counting_world counting = {0};
    bul_world files = world_from_counting(&counting);
    bul_arena arena = {0};
    (void)state;
    bul_loan loan = borrow(&arena, &files);
    assert_int_equal(counting.closed, 0);
    bul_world_return(&loan);
    assert_int_equal(counting.closed, 1);
    assert_null(loan.bytes.ptr);
    bul_world_return(&loan);
    bul_arena_release(&arena);
    assert_int_equal(counting.closed, 1);
}

static void one_that_is_not_returned_is_closed_with_its_arena(void **state)
{
    counting_world counting = {0};
    bul_world files = world_from_counting(&counting);
    bul_arena arena = {0};
    (void)state;
    bul_loan kept = borrow(&arena, &files);
    bul_loan loan = borrow(&arena, &files);
    bul_world_return(&loan);
    bul_arena_release(&arena);
    assert_int_equal(counting.closed, 2);
    (void)kept;
}

static void only_a_file_that_is_open_rests(void **state)
{
    counting_world counting = {0};
    bul_world files = world_from_counting(&counting);
    bul_arena arena = {0};
    (void)state;
    bul_loan before = borrow(&arena, &files);
    files.rest = counting_rest;
    bul_loan loan = borrow(&arena, &files), none = {0};
    bul_world_rest(&before); /* its world knows no rest */
    bul_world_rest(&none);
    assert_int_equal(counting.rested, 0);
    bul_world_rest(&loan);
    assert_int_equal(counting.rested, 1);
    assert_int_equal(counting.closed, 0);
    bul_loan copy = loan;
    bul_world_return(&loan);
    bul_world_rest(&loan);
    bul_world_rest(&copy);
    assert_int_equal(counting.rested, 1);
    bul_arena_release(&arena);
}

static void what_could_not_be_borrowed_needs_no_return(void **state)
{
    counting_world counting = {.fail_at = 1};
    bul_world files = world_from_counting(&counting);
    bul_arena arena = {0};
    bul_loan loan;
    (void)state;
    assert_int_equal(
        bul_world_borrow(&files, &arena, BUL_STR(""), BUL_STR("a"), 0, &loan),
        BUL_WORLD_FAILED);
    bul_world_return(&loan);
    bul_arena_release(&arena);
    assert_int_equal(counting.closed, 0);
}

static void a_file_that_did_not_open_is_not_closed(void **state)
{
    counting_world counting = {.fail_at = 1};
    bul_world files = world_from_counting(&counting);
    bul_arena arena = {0};
    bul_str bytes;
    (void)state;
    assert_int_equal(
        bul_world_open(&files, &arena, BUL_STR(""), BUL_STR("a"), 0, &bytes),
        BUL_WORLD_FAILED);
    assert_int_equal(bytes.len, 0);
    bul_arena_release(&arena);
    assert_int_equal(counting.closed, 0);
}

static void open_and_list(bul_arena *arena, void *closure)
{
    bul_world files = world_from_counting(closure);
    bul_str bytes;
    bul_names names;
    for (int i = 0; i < 3; i++)
        (void)bul_world_open(&files, arena, BUL_STR("root"), BUL_STR("a"), 0,
                             &bytes);
    (void)bul_world_list(&files, arena, BUL_STR("root"), BUL_STR("."), &names);
}

static void running_out_anywhere_closes_every_file(void **state)
{
    counting_world counting = {.name_count = 10};
    (void)state;
    size_t failed = fault_check(open_and_list, &counting);
    /* three times: root, path, note, clean-up; then root, path, ten links
     * with their names, the list and its three growths */
    assert_int_equal(failed, 3 * 4 + 2 + 20 + 4);
    assert_int_equal(counting.opened, counting.closed);
}

static bool listing_jumps_out(bul_arena *arena, const bul_world *files)
{
    jmp_buf escape;
    bul_names names;
    arena->escape = &escape;
    bool has_jumped = setjmp(escape) != 0;
    if (!has_jumped)
        (void)bul_world_list(files, arena, BUL_STR(""), BUL_STR("."), &names);
    arena->escape = NULL;
    return has_jumped;
}

static void a_list_without_memory_jumps_when_the_world_is_done(void **state)
{
    counting_world counting = {.name_count = 3};
    bul_world files = world_from_counting(&counting);
    bul_arena arena = {.fail_after = 4}; /* path, a link and its name, a link */
    (void)state;
    assert_true(listing_jumps_out(&arena, &files));
    assert_int_equal(counting.closed, 1);
    bul_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_file_is_closed_with_its_arena),
        WORLD_TEST(a_borrowed_file_is_closed_once_when_it_is_returned),
        WORLD_TEST(one_that_is_not_returned_is_closed_with_its_arena),
        WORLD_TEST(only_a_file_that_is_open_rests),
        WORLD_TEST(what_could_not_be_borrowed_needs_no_return),
        WORLD_TEST(a_file_that_did_not_open_is_not_closed),
        WORLD_TEST(running_out_anywhere_closes_every_file),
        WORLD_TEST(a_list_without_memory_jumps_when_the_world_is_done),
    };
    return cmocka_run_group_tests_name("world", tests, NULL, NULL);
}
