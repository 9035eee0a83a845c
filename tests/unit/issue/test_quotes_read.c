/* SPDX-License-Identifier: MIT */
/* 引语: what stands in the text to the letter is kept, all else reported. */
#include "issue/read.h"
#include "support/world.h"

#define TEXT                                                                     \
    "---\n\n“先学**会停**，”老师\n傅说，“再学起步。”\n\n" \
    "- 第二条：手要[稳]{着重}。\n\n> 诗一行\n"

static bul_article *quoting(world *w, const char *quotes)
{
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("---\n标题: 题\n引语:"));
    bul_text_add(&text, bul_str_from(quotes));
    bul_text_add(&text, BUL_STR("\n" TEXT));
    w->puts.count = 0;
    world_put(w, "期/a.md", bul_cstr(&w->arena, bul_text_str(&text)));
    bul_diag_init(&w->diag, &w->arena);
    return bul_article_read(&w->arena, &w->files, &w->diag, BUL_STR("期"),
                            (bul_line_of_text){BUL_STR("a.md"), {0}});
}

static const char *quote_of(world *w, const char *quote)
{
    bul_article *article = quoting(w, quote);
    return article->quotes.count == 1
               ? bul_cstr(&w->arena, article->quotes.items[0].text)
               : NULL;
}

static void a_sentence_of_the_text_is_kept(void **state)
{
    world *w = *state;
    assert_string_equal(quote_of(w, " 再学起步。"), "再学起步。");
    assert_string_equal(quote_of(w, " 先学会停，”老师傅说"),
                        "先学会停，”老师傅说");
    assert_string_equal(quote_of(w, " 手要稳"), "手要稳");
    assert_string_equal(quote_of(w, " 诗一行"), "诗一行");
    assert_int_equal(w->diag.entries.count, 0);
}

static void blanks_do_not_count_and_the_text_is_what_is_printed(void **state)
{
    world *w = *state;
    assert_string_equal(quote_of(w, " \"再 学　起步。\""), "再学起步。");
    assert_int_equal(w->diag.entries.count, 0);
}

static void several_are_kept_in_their_order(void **state)
{
    world *w = *state;
    bul_article *article = quoting(w, " [再学起步。, 手要稳]");
    assert_int_equal(article->quotes.count, 2);
    assert_string_equal(bul_cstr(&w->arena, article->quotes.items[1].text),
                        "手要稳");
}

static void its_place_is_that_in_the_text(void **state)
{
    world *w = *state;
    bul_article *article = quoting(w, " 再学起步");
    bul_place place = bul_diag_place(&w->diag, article->quotes.items[0].span);
    assert_int_equal(place.line, 7);
    assert_int_equal(place.column, 5);
    assert_int_equal(place.end_line, 7);
    article = quoting(w, " 会停，”老师傅");
    place = bul_diag_place(&w->diag, article->quotes.items[0].span);
    assert_int_equal(place.line, 6);
    assert_int_equal(place.end_line, 7);
}

static void what_the_text_has_not_is_reported_and_left_out(void **state)
{
    world *w = *state;
    assert_int_equal(quoting(w, " 天上掉馅饼")->quotes.count, 0);
    assert_string_equal(
        world_last(w), "期/a.md:3:5: warning: the text has no such sentence to "
                       "quote: '天上掉馅饼'; it is not used [article/quote]");
    assert_int_equal(quoting(w, " [再学起飞, 手要稳]")->quotes.count, 1);
    assert_int_equal(w->diag.entries.count, 1);
}

static void the_nearest_sentence_is_named(void **state)
{
    world *w = *state;
    quoting(w, " 再学慢起步。");
    assert_int_equal(BUL_LAST(&w->diag.entries)->id,
                     BUL_MSG_ARTICLE_QUOTE_NEAR);
    assert_string_equal(
        bul_cstr(&w->arena, BUL_LAST(&w->diag.entries)->args.at[1]),
        "再学起步。");
}

static void no_key_and_an_empty_one_say_nothing(void **state)
{
    world *w = *state;
    assert_int_equal(quoting(w, " []")->quotes.count, 0);
    assert_int_equal(quoting(w, " ''")->quotes.count, 0);
    assert_int_equal(w->diag.entries.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_sentence_of_the_text_is_kept),
        WORLD_TEST(blanks_do_not_count_and_the_text_is_what_is_printed),
        WORLD_TEST(several_are_kept_in_their_order),
        WORLD_TEST(its_place_is_that_in_the_text),
        WORLD_TEST(what_the_text_has_not_is_reported_and_left_out),
        WORLD_TEST(the_nearest_sentence_is_named),
        WORLD_TEST(no_key_and_an_empty_one_say_nothing)};
    return cmocka_run_group_tests_name("quotes_read", tests, NULL, NULL);
}
