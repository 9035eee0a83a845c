/* SPDX-License-Identifier: MIT */
/* test_arena.c - memory that lives as long as its document. */
#include <string.h>

#include "base/arena.h"
#include "base/list.h"
#include "base/str.h"
#include "support/fault.h"
#include "support/world.h"

static bool is_all(const void *bytes, int value, size_t count)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < count; i++) {
        if (at[i] != (unsigned char)value)
            return false;
    }
    return true;
}

static void memory_is_zeroed_and_aligned_for_any_type(void **state)
{
    world *w = *state;
    for (size_t size = 1; size < 300; size++) {
        char *object = bul_arena_alloc(&w->arena, size, 1);
        assert_int_equal((uintptr_t)object % _Alignof(max_align_t), 0);
        assert_true(is_all(object, 0, size));
        memset(object, 0xAA, size);
    }
}

static void objects_do_not_overlap(void **state)
{
    world *w = *state;
    unsigned char *objects[400];
    for (size_t i = 0; i < 400; i++) {
        size_t size = 1 + i * 37 % 5000;
        objects[i] = BUL_NEW(&w->arena, unsigned char, size);
        memset(objects[i], (int)(i % 251), size);
    }
    for (size_t i = 0; i < 400; i++)
        assert_true(is_all(objects[i], (int)(i % 251), 1 + i * 37 % 5000));
}

static void a_large_object_does_not_waste_the_block_begun(void **state)
{
    world *w = *state;
    char *before = BUL_NEW(&w->arena, char, 16);
    char *large = BUL_NEW(&w->arena, char, 10 << 20);
    char *after = BUL_NEW(&w->arena, char, 16);
    assert_true(is_all(large, 0, 10 << 20));
    assert_true(after > before && after - before < 1024);
}

static void memory_given_back_comes_zeroed_again(void **state)
{
    world *w = *state;
    (void)BUL_NEW(&w->arena, char, 100);
    bul_arena_mark mark = bul_arena_mark_now(&w->arena);
    char *first = BUL_NEW(&w->arena, char, 3000);
    memset(first, 0xFF, 3000);
    bul_arena_rewind(&w->arena, mark);

    char *again = BUL_NEW(&w->arena, char, 1000);
    assert_ptr_equal(again, first);
    assert_true(is_all(again, 0, 1000));
    char *rest = BUL_NEW(&w->arena, char, 5000);
    assert_true(is_all(rest, 0, 5000));
}

static void rewinding_gives_back_blocks_and_large_objects(void **state)
{
    world *w = *state;
    char *kept = BUL_NEW(&w->arena, char, 100);
    memset(kept, 7, 100);
    char *kept_large = BUL_NEW(&w->arena, char, 200000);
    memset(kept_large, 8, 200000);
    size_t used = w->arena.used_bytes;
    bul_arena_mark mark = bul_arena_mark_now(&w->arena);
    for (size_t i = 0; i < 50; i++)
        memset(BUL_NEW(&w->arena, char, 9000 * (i + 1)), 0xEE, 9000 * (i + 1));
    bul_arena_rewind(&w->arena, mark);

    assert_int_equal(w->arena.used_bytes, used);
    assert_ptr_equal(w->arena.head, mark.head);
    assert_true(is_all(kept, 7, 100));
    assert_true(is_all(kept_large, 8, 200000));
}

static void an_empty_arena_can_be_rewound_to_empty(void **state)
{
    world *w = *state;
    bul_arena arena = {0};
    bul_arena_mark mark = bul_arena_mark_now(&arena);
    (void)BUL_NEW(&arena, char, 100000);
    (void)w;
    bul_arena_rewind(&arena, mark);
    assert_null(arena.head);
    assert_int_equal(arena.used_bytes, 0);
}

static void an_overflowing_size_is_refused(void **state)
{
    world *w = *state;
    assert_null(bul_arena_try(&w->arena, SIZE_MAX, 2));
    assert_null(bul_arena_try(&w->arena, 2, SIZE_MAX));
    assert_null(bul_arena_try(&w->arena, SIZE_MAX, 1));
    assert_null(bul_arena_try(&w->arena, SIZE_MAX / 2, 1));
    assert_null(bul_arena_try(&w->arena, (size_t)1 << 33, (size_t)1 << 31));
    assert_int_equal(w->arena.used_bytes, 0);
}

static void an_object_of_no_size_has_an_address_of_its_own(void **state)
{
    world *w = *state;
    char *a = bul_arena_alloc(&w->arena, 0, 5);
    char *b = bul_arena_alloc(&w->arena, 5, 0);
    assert_non_null(a);
    assert_ptr_not_equal(a, b);
}

static void the_limit_is_kept_to_the_byte(void **state)
{
    world *w = *state;
    w->arena.limit_bytes = 4096;
    assert_non_null(bul_arena_try(&w->arena, 4000, 1));
    assert_null(bul_arena_try(&w->arena, 100, 1));
    assert_non_null(bul_arena_try(&w->arena, 96, 1));
    assert_null(bul_arena_try(&w->arena, 1, 1));
    assert_int_equal(w->arena.used_bytes, 4096);
}

static bool jumps_out(bul_arena *arena, size_t size)
{
    jmp_buf escape;
    arena->escape = &escape;
    bool has_jumped = setjmp(escape) != 0;
    if (!has_jumped)
        (void)bul_arena_alloc(arena, size, 1);
    arena->escape = NULL;
    return has_jumped;
}

static void running_out_jumps_to_the_escape(void **state)
{
    world *w = *state;
    w->arena.limit_bytes = 1000;
    assert_false(jumps_out(&w->arena, 100));
    assert_true(jumps_out(&w->arena, 2000));
    assert_false(jumps_out(&w->arena, 100));
}

static void the_nth_allocation_fails_and_only_that_one(void **state)
{
    world *w = *state;
    w->arena.fail_after = 3;
    assert_non_null(bul_arena_try(&w->arena, 8, 1));
    assert_non_null(bul_arena_try(&w->arena, 8, 1));
    assert_null(bul_arena_try(&w->arena, 8, 1));
    assert_non_null(bul_arena_try(&w->arena, 8, 1));
}

static char closed[16];

static void close_letter(void *handle)
{
    const char *letter = handle;
    size_t len = strlen(closed);
    closed[len] = *letter;
}

static void clean_ups_run_newest_first(void **state)
{
    static char letters[] = "abc";
    bul_arena arena = {0};
    (void)state;
    memset(closed, 0, sizeof closed);
    for (size_t i = 0; i < 3; i++)
        bul_arena_defer(&arena, close_letter, &letters[i]);
    bul_arena_release(&arena);
    assert_string_equal(closed, "cba");
    bul_arena_release(&arena); /* empty now: nothing is run twice */
    assert_string_equal(closed, "cba");
}

static bool defer_jumps_out(bul_arena *arena, char *letter)
{
    jmp_buf escape;
    arena->escape = &escape;
    bool has_jumped = setjmp(escape) != 0;
    if (!has_jumped)
        bul_arena_defer(arena, close_letter, letter);
    arena->escape = NULL;
    return has_jumped;
}

static void a_handle_that_cannot_be_noted_is_closed_at_once(void **state)
{
    static char letter[] = "x";
    bul_arena arena = {.fail_after = 1};
    (void)state;
    memset(closed, 0, sizeof closed);
    assert_true(defer_jumps_out(&arena, letter));
    assert_string_equal(closed, "x");
    bul_arena_release(&arena);
    assert_string_equal(closed, "x");
}

static void a_released_arena_can_be_used_again(void **state)
{
    bul_arena arena = {.limit_bytes = 1 << 20};
    (void)state;
    (void)BUL_NEW(&arena, char, 500000);
    bul_arena_release(&arena);
    assert_int_equal(arena.limit_bytes, 1 << 20);
    assert_true(is_all(BUL_NEW(&arena, char, 1 << 20), 0, 1 << 20));
    bul_arena_release(&arena);
}

static void a_copy_is_a_copy(void **state)
{
    world *w = *state;
    int numbers[] = {3, 1, 4};
    int *copy = bul_arena_copy(&w->arena, numbers, sizeof numbers);
    numbers[0] = 0;
    assert_int_equal(copy[0], 3);
    assert_int_equal(copy[2], 4);
}

static void a_list_keeps_what_was_pushed(void **state)
{
    world *w = *state;
    BUL_LIST(size_t) list = {0};
    for (size_t i = 0; i < 1000; i++)
        *BUL_PUSH(&w->arena, &list) = i * i;
    assert_int_equal(list.count, 1000);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(list.items[i], i * i);
    assert_int_equal(*BUL_LAST(&list), 999 * 999);
}

static size_t open_count;

static void count_down(void *handle)
{
    (void)handle;
    open_count--;
}

/* Some of everything: handles, lists, texts, large objects, rewinding. */
static void small_document(bul_arena *arena, void *closure)
{
    BUL_LIST(bul_str) lines = {0};
    (void)closure;
    for (int i = 0; i < 20; i++) {
        open_count++;
        bul_arena_defer(arena, count_down, arena);
        bul_text text = bul_text_in(arena);
        bul_text_addf(&text, "line %d", i);
        *BUL_PUSH(arena, &lines) = bul_text_str(&text);
    }
    bul_arena_mark mark = bul_arena_mark_now(arena);
    (void)BUL_NEW(arena, char, 300000);
    bul_arena_rewind(arena, mark);
    (void)BUL_NEW(arena, char, 70000);
}

static void running_out_anywhere_leaves_nothing_open(void **state)
{
    (void)state;
    open_count = 0;
    size_t failed = fault_check(small_document, NULL);
    /* 20 notes, 20 texts, 5 growths of the list, 2 large objects */
    assert_int_equal(failed, 47);
    assert_int_equal(open_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(memory_is_zeroed_and_aligned_for_any_type),
        WORLD_TEST(objects_do_not_overlap),
        WORLD_TEST(a_large_object_does_not_waste_the_block_begun),
        WORLD_TEST(memory_given_back_comes_zeroed_again),
        WORLD_TEST(rewinding_gives_back_blocks_and_large_objects),
        WORLD_TEST(an_empty_arena_can_be_rewound_to_empty),
        WORLD_TEST(an_overflowing_size_is_refused),
        WORLD_TEST(an_object_of_no_size_has_an_address_of_its_own),
        WORLD_TEST(the_limit_is_kept_to_the_byte),
        WORLD_TEST(running_out_jumps_to_the_escape),
        WORLD_TEST(the_nth_allocation_fails_and_only_that_one),
        WORLD_TEST(clean_ups_run_newest_first),
        WORLD_TEST(a_handle_that_cannot_be_noted_is_closed_at_once),
        WORLD_TEST(a_released_arena_can_be_used_again),
        WORLD_TEST(a_copy_is_a_copy),
        WORLD_TEST(a_list_keeps_what_was_pushed),
        WORLD_TEST(running_out_anywhere_leaves_nothing_open),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
