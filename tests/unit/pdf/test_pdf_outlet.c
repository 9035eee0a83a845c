/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "pdf/pdf_outlet.h"
#include "support/world.h"

/* What a sink was given. */
typedef struct taken {
    char bytes[512 << 10];
    size_t len, calls;
    size_t refuse_call; /* counted from 1; 0: none */
} taken;

static bool take(void *state, const void *bytes, size_t count)
{
    taken *t = state;
    t->calls++;
    if (t->calls == t->refuse_call)
        return false;
    assert_true(t->len + count <= sizeof t->bytes);
    memcpy(t->bytes + t->len, bytes, count);
    t->len += count;
    return true;
}

static char wanted[400 << 10];

static void make_wanted(void)
{
    for (size_t i = 0; i < sizeof wanted; i++)
        wanted[i] = (char)(i * 7 + i / 251);
}

/* Puts all that is wanted in pieces of one size; yields the name of it. */
static void put_all(taken *t, size_t piece, char name[BUL_PDF_NAME_DIGITS + 1])
{
    static bul_pdf_outlet outlet;
    *t = (taken){0};
    bul_pdf_outlet_open(&outlet, (bul_sink){take, t});
    for (size_t at = 0; at < sizeof wanted; at += piece) {
        size_t left = sizeof wanted - at;
        assert_true(bul_pdf_outlet_put(&outlet, wanted + at,
                                       left < piece ? left : piece));
    }
    bul_pdf_outlet_name(&outlet, name);
    assert_true(bul_pdf_outlet_flush(&outlet));
    assert_int_equal(outlet.byte_count, sizeof wanted);
}

static void pieces_of_any_size_come_out_whole_and_in_order(void **state)
{
    static const size_t pieces[] = {1,     7,     4096,      65535,
                                    65536, 65537, 100 << 10, sizeof wanted};
    static taken t;
    char first[BUL_PDF_NAME_DIGITS + 1];
    (void)state;
    make_wanted();
    put_all(&t, sizeof wanted, first);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char name[BUL_PDF_NAME_DIGITS + 1];
        put_all(&t, pieces[i], name);
        assert_int_equal(t.len, sizeof wanted);
        assert_memory_equal(t.bytes, wanted, sizeof wanted);
        assert_string_equal(name, first);
    }
    assert_int_equal(strspn(first, "0123456789ABCDEF"), BUL_PDF_NAME_DIGITS);
}

static void one_byte_more_or_other_gives_another_name(void **state)
{
    static taken t;
    char first[BUL_PDF_NAME_DIGITS + 1], name[BUL_PDF_NAME_DIGITS + 1];
    (void)state;
    make_wanted();
    put_all(&t, 4096, first);
    wanted[sizeof wanted / 2] ^= 1;
    put_all(&t, 4096, name);
    assert_string_not_equal(name, first);
}

static void large_pieces_are_not_copied_first(void **state)
{
    static taken t;
    char name[BUL_PDF_NAME_DIGITS + 1];
    (void)state;
    put_all(&t, sizeof wanted, name);
    assert_int_equal(t.calls, 1);
    put_all(&t, 1000, name);
    assert_int_equal(t.calls, sizeof wanted / BUL_PDF_PIECE_BYTES + 1);
}

static void a_sink_that_refused_is_not_asked_again(void **state)
{
    static bul_pdf_outlet outlet;
    static taken t;
    (void)state;
    t = (taken){.refuse_call = 1};
    bul_pdf_outlet_open(&outlet, (bul_sink){take, &t});
    assert_true(bul_pdf_outlet_put(&outlet, "abc", 3));
    assert_false(bul_pdf_outlet_flush(&outlet));
    assert_true(outlet.is_refused);
    assert_false(bul_pdf_outlet_put(&outlet, "abc", 3));
    assert_false(bul_pdf_outlet_put(&outlet, wanted, sizeof wanted));
    assert_false(bul_pdf_outlet_flush(&outlet));
    assert_int_equal(t.calls, 1);
    assert_false(outlet.is_too_large);
}

static void two_gibibytes_are_the_limit(void **state)
{
    static bul_pdf_outlet outlet;
    static taken t;
    (void)state;
    t = (taken){0};
    bul_pdf_outlet_open(&outlet, (bul_sink){take, &t});
    outlet.byte_count = ((uint64_t)2 << 30) - 3;
    assert_true(bul_pdf_outlet_put(&outlet, "abc", 3));
    assert_false(outlet.is_too_large);
    assert_false(bul_pdf_outlet_put(&outlet, "d", 1));
    assert_true(outlet.is_too_large);
    assert_false(outlet.is_refused);
    assert_false(bul_pdf_outlet_flush(&outlet));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(pieces_of_any_size_come_out_whole_and_in_order),
        WORLD_TEST(one_byte_more_or_other_gives_another_name),
        WORLD_TEST(large_pieces_are_not_copied_first),
        WORLD_TEST(a_sink_that_refused_is_not_asked_again),
        WORLD_TEST(two_gibibytes_are_the_limit),
    };
    return cmocka_run_group_tests_name("pdf_outlet", tests, NULL, NULL);
}
