/* SPDX-License-Identifier: MIT */
/* test_changes.c - what two sequences share, against a table that knows. */
#include "proof/changes.h"
#include "support/random.h"
#include "support/world.h"

#define LONGEST 40

typedef struct marked {
    bul_symbols a, b;
    bool *same_a, *same_b;
} marked;

static marked mark(world *w, const char *a, const char *b)
{
    marked m = {.a = bul_symbols_of(&w->arena, bul_str_from(a)),
                .b = bul_symbols_of(&w->arena, bul_str_from(b))};
    m.same_a = BUL_NEW(&w->arena, bool, m.a.count + 1);
    m.same_b = BUL_NEW(&w->arena, bool, m.b.count + 1);
    bul_changes_mark(&m.a, &m.b, m.same_a, m.same_b, &w->arena);
    return m;
}

/* What is the same, a dash for the rest. */
static const char *shown(world *w, const bul_symbols *of, const bool *same)
{
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < of->count; i++)
        bul_text_add_char(&text, same[i] ? of->items[i] : '-');
    return world_cstr(w, bul_text_str(&text));
}

/* Length of a longest common subsequence, by the table. */
static size_t longest(const bul_symbols *a, const bul_symbols *b)
{
    size_t best[LONGEST + 1][LONGEST + 1] = {{0}};
    for (size_t i = a->count; i-- > 0;)
        for (size_t n = b->count; n-- > 0;) {
            best[i][n] = best[i + 1][n] > best[i][n + 1] ? best[i + 1][n]
                                                         : best[i][n + 1];
            if (a->items[i] == b->items[n])
                best[i][n] = best[i + 1][n + 1] + 1;
        }
    return best[0][0];
}

static void one_changed_character_is_found(void **state)
{
    marked m = mark(*state, "市总工会说", "市总工会表示");
    assert_string_equal(shown(*state, &m.a, m.same_a), "市总工会-");
    assert_string_equal(shown(*state, &m.b, m.same_b), "市总工会--");
}

static void equal_texts_are_the_same_throughout(void **state)
{
    marked m = mark(*state, "甲乙丙", "甲乙丙");
    assert_string_equal(shown(*state, &m.a, m.same_a), "甲乙丙");
}

static void an_empty_text_shares_nothing(void **state)
{
    marked m = mark(*state, "", "甲乙");
    assert_string_equal(shown(*state, &m.b, m.same_b), "--");
    m = mark(*state, "甲乙", "");
    assert_string_equal(shown(*state, &m.a, m.same_a), "--");
}

static void what_is_marked_is_in_both_and_nothing_longer_is(world *w, dice *d)
{
    char a[LONGEST + 1], b[LONGEST + 1];
    size_t a_count = dice_below(d, LONGEST + 1);
    size_t b_count = dice_below(d, LONGEST + 1);
    size_t letters = 2 + dice_below(d, 5);
    for (size_t i = 0; i < a_count; i++)
        a[i] = (char)('a' + dice_below(d, letters));
    for (size_t i = 0; i < b_count; i++)
        b[i] = (char)('a' + dice_below(d, letters));
    a[a_count] = b[b_count] = '\0';
    marked m = mark(w, a, b);
    size_t n = 0, shared = 0;
    for (size_t i = 0; i < m.a.count; i++) {
        if (!m.same_a[i])
            continue;
        while (n < m.b.count && !m.same_b[n])
            n++;
        assert_true(n < m.b.count);
        assert_int_equal(m.a.items[i], m.b.items[n++]);
        shared++;
    }
    for (; n < m.b.count; n++)
        assert_false(m.same_b[n]);
    assert_int_equal(shared, longest(&m.a, &m.b));
}

static void any_two_words(void **state)
{
    dice_check(what_is_marked_is_in_both_and_nothing_longer_is, *state, 3000);
}

static void texts_far_apart_are_changed_altogether(void **state)
{
    world *w = *state;
    bul_symbols a = {0}, b = {0};
    *BUL_PUSH(&w->arena, &a) = 7;
    *BUL_PUSH(&w->arena, &b) = 7;
    for (uint32_t i = 0; i < 6000; i++) {
        *BUL_PUSH(&w->arena, &a) = 100 + i;
        *BUL_PUSH(&w->arena, &b) = 100000 + i;
    }
    bool *same_a = BUL_NEW(&w->arena, bool, a.count);
    bool *same_b = BUL_NEW(&w->arena, bool, b.count);
    bul_changes_mark(&a, &b, same_a, same_b, &w->arena);
    assert_true(same_a[0] && same_b[0]);
    for (size_t i = 1; i < a.count; i++)
        assert_false(same_a[i] || same_b[i]);
}

static void equal_texts_have_one_number(void **state)
{
    world *w = *state;
    bul_text_table table = {0};
    bul_symbols symbols = {0};
    for (size_t i = 0; i < 1000; i++)
        bul_symbols_add(&w->arena, &symbols, &table,
                        bul_str_int(&w->arena, (int64_t)(i % 500)));
    for (size_t i = 0; i < 500; i++) {
        assert_int_equal(symbols.items[i], symbols.items[i + 500]);
        assert_int_equal(symbols.items[i], i + 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(one_changed_character_is_found),
        WORLD_TEST(equal_texts_are_the_same_throughout),
        WORLD_TEST(an_empty_text_shares_nothing),
        WORLD_TEST(any_two_words),
        WORLD_TEST(texts_far_apart_are_changed_altogether),
        WORLD_TEST(equal_texts_have_one_number),
    };
    return cmocka_run_group_tests_name("changes", tests, NULL, NULL);
}
