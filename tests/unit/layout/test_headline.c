/* SPDX-License-Identifier: MIT */
#include "layout/headline.h"
#include "support/random.h"
#include "support/square.h"

static const char *break_with(world *w, const char *title, int measure_em,
                              const char *vocabulary)
{
    square *s = square_set(w, title);
    bul_shape shape = {.measure = measure_em * SQUARE_EM,
                       .align = BUL_ALIGN_CENTER};
    bul_broken broken = bul_headline_break(&s->paragraph, s->sums, &shape,
                                           bul_str_from(vocabulary), &w->arena);
    return square_lines(w, s, &broken);
}

static const char *break_title(world *w, const char *title, int measure_em)
{
    return break_with(w, title, measure_em, "");
}

static void a_title_that_fits_is_one_line(void **state)
{
    world *w = *state;
    assert_string_equal(break_title(w, "市总工会开展慰问", 8),
                        "市总工会开展慰问");
    assert_string_equal(break_title(w, "题", 8), "题");
    assert_string_equal(break_title(w, "", 8), "");
}

static void a_longer_one_is_broken_evenly(void **state)
{
    world *w = *state;
    /* Ten characters of nine: not nine and one. */
    assert_string_equal(break_title(w, "职工书屋今天开放借书", 9),
                        "职工书屋今天/开放借书");
    assert_string_equal(break_title(w, "文化宫职工夜校开课啦", 9),
                        "文化宫职工夜校/开课啦");
}

static void a_space_the_author_left_is_the_best_place(void **state)
{
    world *w = *state;
    assert_string_equal(break_title(w, "三方排一张表 双休排上了", 9),
                        "三方排一张表/双休排上了");
    /* So is a full-width one, and neither line has its white. */
    assert_string_equal(break_title(w, "三方排一张表　双休排上了", 9),
                        "三方排一张表/双休排上了");
}

static void a_comma_is_the_next_best(void **state)
{
    world *w = *state;
    assert_string_equal(break_title(w, "下班铃响，食堂歌声起", 9),
                        "下班铃响，/食堂歌声起");
}

static void no_line_ends_on_de(void **state)
{
    world *w = *state;
    /* 五 | 五 would part after 的, 四 | 六 before it. */
    assert_string_equal(break_title(w, "班组长的早晨热气腾腾", 9),
                        "班组长的早晨/热气腾腾");
    assert_string_equal(break_title(w, "工友们的书屋与食堂开门", 9),
                        "工友们的书屋/与食堂开门");
}

static void words_of_the_article_stay_whole(void **state)
{
    world *w = *state;
    /* 和 is a word, and 孟庆和 none of the list; an article that has him twice,
     * or a line of the names, tells. */
    const char *title = "修表师傅孟庆和住在钟楼";
    assert_string_equal(break_title(w, title, 9), "修表师傅孟庆/和住在钟楼");
    assert_string_equal(break_with(w, title, 9, "孟庆和说。孟庆和笑了。"),
                        "修表师傅/孟庆和住在钟楼");
    assert_string_equal(break_with(w, title, 9, "孟庆和\n"),
                        "修表师傅/孟庆和住在钟楼");
    /* Once is chance. */
    assert_string_equal(break_with(w, title, 9, "孟庆和说。"),
                        "修表师傅孟庆/和住在钟楼");
}

static void
of_two_lines_the_first_is_no_shorter_where_all_else_is_equal(void **state)
{
    world *w = *state;
    assert_string_equal(break_title(w, "职工书屋 食堂 职工夜校", 9),
                        "职工书屋 食堂/职工夜校");
}

static void a_word_is_parted_only_where_there_is_no_other_way(void **state)
{
    world *w = *state;
    /* Seven characters fit two lines of four, but for the words. */
    assert_string_equal(break_title(w, "读书班书屋开门", 4), "读书班/书屋开门");
    assert_string_equal(break_title(w, "书屋安康杯书屋", 4),
                        "书屋/安康杯/书屋");
    assert_string_equal(break_title(w, "安康杯", 2), "安康/杯");
}

static void numbers_and_short_quotations_stay_whole(void **state)
{
    world *w = *state;
    assert_string_equal(break_title(w, "矿上来了三百名职工", 7),
                        "矿上来了/三百名职工");
    assert_string_equal(break_title(w, "今年“职工书屋”开门", 8),
                        "今年“职工书屋”/开门");
}

static void three_lines_are_no_hourglass(void **state)
{
    world *w = *state;
    /* 5.5, 3.5 and 6 would end at the commas. */
    assert_string_equal(break_title(w, "家政服务员，开赛了，供电队夺冠军", 9),
                        "家政服务员，/开赛了，供电队/夺冠军");
}

static void a_bar_is_not_part_of_the_plain_title(void **state)
{
    world *w = *state;
    bul_str title = BUL_STR("甲|乙|丙");
    assert_string_equal(world_cstr(w, bul_headline_plain(&w->arena, title)),
                        "甲乙丙");
    title = BUL_STR("甲乙");
    assert_ptr_equal(bul_headline_plain(&w->arena, title).ptr, title.ptr);
}

static void a_word_too_wide_is_counted_as_overfull(void **state)
{
    world *w = *state;
    square *s = square_set(w, "aaaaaaaaaaaaaaaaaaaaaaaa甲乙丙");
    bul_shape shape = {.measure = 5 * SQUARE_EM, .align = BUL_ALIGN_LEFT};
    bul_broken broken = bul_headline_break(&s->paragraph, s->sums, &shape,
                                           BUL_STR(""), &w->arena);
    assert_int_equal(broken.overfull_count, 1);
}

static void the_lines_are_few_and_hold_all(world *w, dice *d)
{
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("工"));
    bul_text_add(&text, dice_text(d, &w->arena, dice_below(d, 60)));
    square *s = square_set(w, bul_cstr(&w->arena, bul_text_str(&text)));
    bul_shape shape = {.measure = (12 + (int)dice_below(d, 20)) * SQUARE_EM,
                       .align = BUL_ALIGN_LEFT};
    bul_broken broken = bul_headline_break(&s->paragraph, s->sums, &shape,
                                           BUL_STR(""), &w->arena);
    size_t next = 0;
    for (size_t i = 0; i < broken.line_count; i++) {
        /* Nothing is left out but white at the edge of a line. */
        for (; next < broken.lines[i].first; next++)
            assert_memory_equal(s->paragraph.text.ptr + s->boxes[next].text,
                                "\u3000", 3);
        next = broken.lines[i].end;
        assert_true(s->boxes[next - 1].penalty != BUL_PENALTY_NEVER);
    }
    for (; next < s->paragraph.box_count; next++)
        assert_memory_equal(s->paragraph.text.ptr + s->boxes[next].text,
                            "\u3000", 3);
    size_t least = bul_headline_line_count(&s->paragraph, s->sums, &shape);
    if (least <= 4)
        assert_true(broken.line_count <= least + 1);
}

static void a_title_is_whole_and_in_few_lines(void **state)
{
    dice_check(the_lines_are_few_and_hold_all, *state, 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_title_that_fits_is_one_line),
        WORLD_TEST(a_longer_one_is_broken_evenly),
        WORLD_TEST(a_space_the_author_left_is_the_best_place),
        WORLD_TEST(a_comma_is_the_next_best),
        WORLD_TEST(no_line_ends_on_de),
        WORLD_TEST(words_of_the_article_stay_whole),
        WORLD_TEST(
            of_two_lines_the_first_is_no_shorter_where_all_else_is_equal),
        WORLD_TEST(a_word_is_parted_only_where_there_is_no_other_way),
        WORLD_TEST(numbers_and_short_quotations_stay_whole),
        WORLD_TEST(three_lines_are_no_hourglass),
        WORLD_TEST(a_bar_is_not_part_of_the_plain_title),
        WORLD_TEST(a_word_too_wide_is_counted_as_overfull),
        WORLD_TEST(a_title_is_whole_and_in_few_lines),
    };
    return cmocka_run_group_tests_name("headline", tests, NULL, NULL);
}
