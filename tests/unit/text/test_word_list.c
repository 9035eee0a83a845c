/* SPDX-License-Identifier: MIT */
#include "support/world.h"
#include "text/word_list.h"

typedef struct seen {
    bul_listed_word words[32];
    size_t count;
} seen;

static void note(void *context, bul_listed_word word)
{
    seen *s = context;
    assert_in_range(s->count, 0, 31);
    s->words[s->count++] = word;
}

static seen search(const char *text)
{
    seen s = {0};
    bul_word_list_search(bul_str_from(text), note, &s);
    return s;
}

static void all_words_that_a_text_begins_with_are_found(void **state)
{
    (void)state;
    seen s = search("工会主席到了");
    assert_int_equal(s.count, 3); /* 工 工会 工会主席 */
    assert_int_equal(s.words[0].bytes, 3);
    assert_int_equal(s.words[1].bytes, 6);
    assert_int_equal(s.words[2].bytes, 12);
    assert_int_equal(s.words[1].class, BUL_WORD_NOUN);
}

static void a_word_longer_than_the_text_is_none(void **state)
{
    (void)state;
    assert_int_equal(search("工会主").count, 2);
}

static void what_is_no_hanzi_begins_no_word(void **state)
{
    (void)state;
    assert_int_equal(search("").count, 0);
    assert_int_equal(search("a工会").count, 0);
    assert_int_equal(search("《工会》").count, 0);
    assert_int_equal(search("\xF0\xA0\x80\x80").count, 0);
}

static void a_frequent_word_costs_less_than_a_rare_one(void **state)
{
    (void)state;
    seen frequent = search("的");
    seen rare = search("囫囵");
    assert_int_equal(frequent.words[0].cost, 21);
    assert_true(rare.count > 0);
    assert_true(rare.words[rare.count - 1].cost > 40);
}

static void words_of_unions_are_listed(void **state)
{
    (void)state;
    static const char *const words[] = {
        "女职工委员会", "新就业形态劳动者", "工资集体协商", "五一劳动奖章",
        "安康杯",       "厂务公开",         "职工书屋",     "暖心驿站"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        seen s = search(words[i]);
        assert_true(s.count > 0);
        assert_int_equal(s.words[s.count - 1].bytes, strlen(words[i]));
    }
}

/* Every row can be found by its first character, and every entry is a rest of
 * hanzi, a class and a cost. */
static void the_table_is_in_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < bul_word_row_count; i++) {
        const bul_word_row *row = &bul_word_rows[i];
        assert_true(i == 0 || row->first >= bul_word_rows[i - 1].first);
        assert_in_range(row->end, row->start + 1, BUL_WORD_BLOCK_BYTES - 1);
        const char *block = bul_word_blocks[row->block];
        for (size_t at = row->start; at < row->end; at += 2) {
            while ((unsigned char)block[at] >= 0x80)
                at++;
            assert_non_null(strchr("nvadmqpcurfix", block[at]));
            assert_in_range(block[at + 1], '0', 'z' + 1);
            assert_true(at + 2 <= row->end);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(all_words_that_a_text_begins_with_are_found),
        WORLD_TEST(a_word_longer_than_the_text_is_none),
        WORLD_TEST(what_is_no_hanzi_begins_no_word),
        WORLD_TEST(a_frequent_word_costs_less_than_a_rare_one),
        WORLD_TEST(words_of_unions_are_listed),
        WORLD_TEST(the_table_is_in_order),
    };
    return cmocka_run_group_tests_name("word_list", tests, NULL, NULL);
}
