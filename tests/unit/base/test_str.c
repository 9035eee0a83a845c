/* SPDX-License-Identifier: MIT */
/* test_str.c - slices of UTF-8 and a growing text. */
#include <string.h>

#include "base/str.h"
#include "support/random.h"
#include "support/world.h"

static const bul_str empty;

static void null_and_empty_are_the_same(void **state)
{
    (void)state;
    assert_true(bul_str_equal(bul_str_from(NULL), BUL_STR("")));
    assert_int_equal(bul_str_compare(empty, BUL_STR("")), 0);
    assert_true(bul_str_starts(BUL_STR("a"), empty));
    assert_true(bul_str_ends(BUL_STR("a"), empty));
    assert_true(bul_str_starts(empty, empty));
    assert_int_equal(bul_str_trim(empty).len, 0);
    assert_int_equal(bul_str_sub(empty, 1, 5).len, 0);
}

static void order_is_by_bytes_and_shorter_first(void **state)
{
    (void)state;
    assert_int_equal(bul_str_compare(BUL_STR("a"), BUL_STR("b")), -1);
    assert_int_equal(bul_str_compare(BUL_STR("b"), BUL_STR("a")), 1);
    assert_int_equal(bul_str_compare(BUL_STR("a"), BUL_STR("aa")), -1);
    assert_int_equal(bul_str_compare(BUL_STR("aa"), BUL_STR("a")), 1);
    assert_int_equal(bul_str_compare(BUL_STR("z"), BUL_STR("中")), -1);
    assert_false(bul_str_equal(BUL_STR("a"), BUL_STR("aa")));
}

static void beginnings_and_ends_are_told(void **state)
{
    (void)state;
    assert_true(bul_str_starts(BUL_STR("工会简报"), BUL_STR("工会")));
    assert_false(bul_str_starts(BUL_STR("工"), BUL_STR("工会")));
    assert_true(bul_str_ends(BUL_STR("a.yaml"), BUL_STR(".yaml")));
    assert_false(bul_str_ends(BUL_STR("yaml"), BUL_STR(".yaml")));
}

static void a_piece_is_clamped(void **state)
{
    world *w = *state;
    bul_str s = BUL_STR("abcdef");
    assert_string_equal(world_cstr(w, bul_str_sub(s, 1, 3)), "bc");
    assert_string_equal(world_cstr(w, bul_str_sub(s, 4, 99)), "ef");
    assert_int_equal(bul_str_sub(s, 99, 100).len, 0);
    assert_int_equal(bul_str_sub(s, 4, 2).len, 0);
}

static void both_kinds_of_space_are_trimmed(void **state)
{
    world *w = *state;
    assert_string_equal(
        world_cstr(w, bul_str_trim(BUL_STR(" \t\u3000 标 题 \u3000\r\n"))),
        "标 题");
    assert_int_equal(bul_str_trim(BUL_STR("\u3000 \u3000")).len, 0);
    /* U+3001 begins with the same two bytes as the space */
    assert_string_equal(world_cstr(w, bul_str_trim(BUL_STR("、甲、"))),
                        "、甲、");
}

static void a_needle_is_found_or_not(void **state)
{
    (void)state;
    assert_int_equal(bul_str_find(BUL_STR("aabaabc"), BUL_STR("aabc")), 3);
    assert_int_equal(bul_str_find(BUL_STR("abc"), BUL_STR("c")), 2);
    assert_int_equal(bul_str_find(BUL_STR("abc"), BUL_STR("cd")), 3);
    assert_int_equal(bul_str_find(BUL_STR("abc"), BUL_STR("abcd")), 3);
    assert_int_equal(bul_str_find(BUL_STR("abc"), empty), 0);
    assert_int_equal(bul_str_find(empty, BUL_STR("a")), 0);
}

static void lines_are_cut_one_by_one(void **state)
{
    world *w = *state;
    bul_str rest = BUL_STR("甲\n\n乙\n"), line;
    assert_true(bul_str_cut(&rest, '\n', &line));
    assert_string_equal(world_cstr(w, line), "甲");
    assert_true(bul_str_cut(&rest, '\n', &line));
    assert_int_equal(line.len, 0);
    assert_true(bul_str_cut(&rest, '\n', &line));
    assert_string_equal(world_cstr(w, line), "乙");
    assert_false(bul_str_cut(&rest, '\n', &line));
}

static void the_last_piece_needs_no_separator(void **state)
{
    world *w = *state;
    bul_str rest = BUL_STR("a,b"), piece;
    assert_true(bul_str_cut(&rest, ',', &piece));
    assert_true(bul_str_cut(&rest, ',', &piece));
    assert_string_equal(world_cstr(w, piece), "b");
    assert_false(bul_str_cut(&rest, ',', &piece));
}

static void joining_and_copying_make_new_bytes(void **state)
{
    world *w = *state;
    bul_str joined = bul_str_join(&w->arena, BUL_STR("第"), BUL_STR("3期"));
    assert_string_equal(world_cstr(w, joined), "第3期");
    bul_str copy = bul_str_copy(&w->arena, joined);
    assert_ptr_not_equal(copy.ptr, joined.ptr);
    assert_true(bul_str_equal(copy, joined));
    assert_int_equal(bul_str_join(&w->arena, empty, empty).len, 0);
    assert_string_equal(bul_cstr(&w->arena, empty), "");
}

static void numbers_are_written_to_their_limits(void **state)
{
    world *w = *state;
    assert_string_equal(world_cstr(w, bul_str_int(&w->arena, 0)), "0");
    assert_string_equal(world_cstr(w, bul_str_int(&w->arena, -7)), "-7");
    assert_string_equal(world_cstr(w, bul_str_int(&w->arena, INT64_MAX)),
                        "9223372036854775807");
    assert_string_equal(world_cstr(w, bul_str_int(&w->arena, INT64_MIN)),
                        "-9223372036854775808");
}

/* Values of the FNV reference. */
static void the_hash_is_fnv_1a(void **state)
{
    (void)state;
    assert_true(bul_str_hash(empty) == UINT64_C(0xcbf29ce484222325));
    assert_true(bul_str_hash(BUL_STR("a")) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(bul_str_hash(BUL_STR("foobar")) ==
                UINT64_C(0x85944171f73967e8));
}

static void a_text_grows_by_every_kind_of_piece(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    assert_int_equal(bul_text_str(&text).len, 0);
    bul_text_add(&text, BUL_STR("共"));
    bul_text_add_int(&text, -12);
    bul_text_add_char(&text, 0x20BB7); /* 𠮷 */
    bul_text_addf(&text, " %.3f|%s|%03d", 10.5, "x", 7);
    bul_text_add(&text, empty);
    assert_string_equal(world_cstr(w, bul_text_str(&text)),
                        "共-12\U00020BB7 10.500|x|007");
}

static void a_text_may_be_added_to_itself(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("abc"));
    for (int i = 0; i < 10; i++)
        bul_text_add(&text, bul_text_str(&text));
    assert_int_equal(text.len, 3 * 1024);
    for (size_t i = 0; i < text.len; i++)
        assert_int_equal(text.ptr[i], "abc"[i % 3]);
}

static void a_format_longer_than_the_room_is_whole(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    bul_text_addf(&text, "%500d", 1);
    bul_text_addf(&text, "%63d", 2); /* ends right at the room's end */
    assert_int_equal(text.len, 563);
    assert_int_equal(text.ptr[499], '1');
    assert_int_equal(text.ptr[562], '2');
}

static void cut_pieces_join_to_the_whole(world *w, dice *d)
{
    bul_str whole = dice_text(d, &w->arena, dice_below(d, 200));
    bul_str rest = whole, piece;
    size_t total = 0;
    while (bul_str_cut(&rest, ' ', &piece)) {
        assert_memory_equal(piece.ptr, whole.ptr + total, piece.len);
        assert_int_equal(bul_str_find(piece, BUL_STR(" ")), piece.len);
        total += piece.len + 1;
    }
    assert_true(total == whole.len || total == whole.len + 1);
}

static void cutting_loses_nothing(void **state)
{
    dice_check(cut_pieces_join_to_the_whole, *state, 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(null_and_empty_are_the_same),
        WORLD_TEST(order_is_by_bytes_and_shorter_first),
        WORLD_TEST(beginnings_and_ends_are_told),
        WORLD_TEST(a_piece_is_clamped),
        WORLD_TEST(both_kinds_of_space_are_trimmed),
        WORLD_TEST(a_needle_is_found_or_not),
        WORLD_TEST(lines_are_cut_one_by_one),
        WORLD_TEST(the_last_piece_needs_no_separator),
        WORLD_TEST(joining_and_copying_make_new_bytes),
        WORLD_TEST(numbers_are_written_to_their_limits),
        WORLD_TEST(the_hash_is_fnv_1a),
        WORLD_TEST(a_text_grows_by_every_kind_of_piece),
        WORLD_TEST(a_text_may_be_added_to_itself),
        WORLD_TEST(a_format_longer_than_the_room_is_whole),
        WORLD_TEST(cutting_loses_nothing),
    };
    return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
