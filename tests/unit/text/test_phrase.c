/* SPDX-License-Identifier: MIT */
#include "support/world.h"
#include "text/phrase.h"

/* What it costs to end a line where the bar stands. */
static int cost_at_bar(world *w, const char *text)
{
    const char *bar = strchr(text, '|');
    assert_non_null(bar);
    size_t at = (size_t)(bar - text);
    bul_str whole =
        bul_str_join(&w->arena, (bul_str){text, at}, bul_str_from(bar + 1));
    bul_words words = bul_segment(&w->arena, whole, BUL_STR(""));
    return bul_phrase_cost(whole, &words, at);
}

static void no_word_is_parted(void **state)
{
    world *w = *state;
    assert_int_equal(cost_at_bar(w, "集体|协商开始"), BUL_PHRASE_WORD);
    assert_int_equal(cost_at_bar(w, "三百|名职工"), BUL_PHRASE_WORD);
}

static void particles_stay_with_the_word_before(void **state)
{
    world *w = *state;
    assert_int_equal(cost_at_bar(w, "职工|的书屋"), BUL_PHRASE_BROKEN);
    assert_int_equal(cost_at_bar(w, "骑手|们的书屋"), BUL_PHRASE_WORD);
    assert_int_equal(cost_at_bar(w, "双休开始|了"), BUL_PHRASE_BROKEN);
    assert_int_equal(cost_at_bar(w, "在饭桌|上谈"), BUL_PHRASE_BROKEN);
}

static void function_words_lean_on_what_follows(void **state)
{
    world *w = *state;
    assert_int_equal(cost_at_bar(w, "职工的|书屋"), BUL_PHRASE_HANGS);
    assert_int_equal(cost_at_bar(w, "师傅和|徒弟"), BUL_PHRASE_HANGS);
    assert_int_equal(cost_at_bar(w, "骑手在|食堂吃饭"), BUL_PHRASE_HANGS);
    assert_int_equal(cost_at_bar(w, "关于|职工的通知"), BUL_PHRASE_HANGS);
    assert_true(cost_at_bar(w, "骑手|在食堂吃饭") < 100);
}

static void a_short_quotation_is_one_piece(void **state)
{
    world *w = *state;
    assert_int_equal(cost_at_bar(w, "评选“金牌|工匠”活动"), BUL_PHRASE_WORD);
    assert_int_equal(cost_at_bar(w, "评选“岗位|工匠”活动"), BUL_PHRASE_BROKEN);
    /* A long one may be parted, at a price. */
    int cost = cost_at_bar(w, "《职工书屋管理和服务办法|起草说明》");
    assert_in_range(cost, 500, BUL_PHRASE_HANGS - 1);
}

static void a_clause_ends_best_at_its_mark(void **state)
{
    world *w = *state;
    int comma = cost_at_bar(w, "下班铃响，|歌声响起");
    int pause = cost_at_bar(w, "学习、|休息");
    int verb = cost_at_bar(w, "市总工会|召开会议");
    int object = cost_at_bar(w, "市总工会召开|会议");
    assert_true(comma < verb && verb < pause && pause < object);
}

static void hanzi_by_themselves_keep_company(void **state)
{
    world *w = *state;
    assert_true(cost_at_bar(w, "老师教|司机急救") > 600);
    assert_true(cost_at_bar(w, "老师|教司机急救") < 300);
    assert_int_equal(cost_at_bar(w, "三方排一张|表"), BUL_PHRASE_BROKEN);
}

static void pairs_of_short_words_stay_together(void **state)
{
    world *w = *state;
    int inside = cost_at_bar(w, "工人|素质教育活动");
    int between = cost_at_bar(w, "工人素质|教育活动");
    assert_true(between < inside);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(no_word_is_parted),
        WORLD_TEST(particles_stay_with_the_word_before),
        WORLD_TEST(function_words_lean_on_what_follows),
        WORLD_TEST(a_short_quotation_is_one_piece),
        WORLD_TEST(a_clause_ends_best_at_its_mark),
        WORLD_TEST(hanzi_by_themselves_keep_company),
        WORLD_TEST(pairs_of_short_words_stay_together),
    };
    return cmocka_run_group_tests_name("phrase", tests, NULL, NULL);
}
