/* SPDX-License-Identifier: MIT */
/* Which ends of an article may go: 从末段删. */
#include "layout/galley_vary.h"
#include "support/desk.h"

#define MEASURE 140000
#define FRONT   "---\ntitle: 题目\ntrim: bottom\n---\n\n"
#define PLAIN   "---\ntitle: 题目\ntrim: marked\n---\n\n"
#define HAN     "工工工工工工工工工。"
#define FOUR    HAN "\n\n" HAN "\n\n" HAN "\n\n" HAN "\n\n"

static bul_elastic_galley *elastic_of(desk *d, const char *text)
{
    d->w->puts.count = 1; /* the layout: earlier articles go */
    desk_put(d, text);
    return bul_galley_elastic(&d->c, desk_read(d, "")->articles.items[0],
                              MEASURE, 1);
}

/* Slugs that stay and paragraphs that go, of each end that may: "3/1 2/2". */
static const char *shown(desk *d, const char *text)
{
    bul_elastic_galley *elastic = elastic_of(d, text);
    bul_text out = bul_text_in(&d->w->arena);
    for (size_t i = 0; i < elastic->options.count; i++) {
        const bul_galley_option *option = &elastic->options.items[i];
        if (option->kind == BUL_OPTION_FOOT)
            bul_text_addf(&out, "%s%zu/%d", out.len > 0 ? " " : "",
                          option->first, option->paragraphs);
    }
    return bul_cstr(&d->w->arena, bul_text_str(&out));
}

static void paragraphs_go_from_the_last_one_up_to_half(void **state)
{
    desk *d = desk_open(*state, 1, "");
    assert_string_equal(shown(d, FRONT FOUR), "3/1 2/2");
    assert_string_equal(shown(d, FRONT FOUR HAN "\n"), "4/1 3/2");
    assert_string_equal(shown(d, PLAIN FOUR), "");
}

static void an_article_of_one_paragraph_keeps_it(void **state)
{
    desk *d = desk_open(*state, 1, "");
    assert_string_equal(shown(d, FRONT HAN "\n"), "");
    assert_string_equal(shown(d, FRONT HAN HAN "\n\n短。\n"), "2/1");
}

static void no_crosshead_is_left_at_the_end(void **state)
{
    desk *d = desk_open(*state, 1, "");
    assert_string_equal(shown(d, FRONT FOUR "## 小题\n\n" HAN "\n\n" HAN "\n"),
                        "6/1 4/2");
}

static void nor_is_a_list_announced_and_missing(void **state)
{
    desk *d = desk_open(*state, 1, "");
    assert_string_equal(shown(d, FRONT FOUR "分工如下：\n\n- 甲组\n- 乙组\n"),
                        "6/1 4/3 3/4");
}

static void what_is_no_text_or_calls_a_note_stays(void **state)
{
    desk *d = desk_open(*state, 1, "");
    assert_string_equal(shown(d, FRONT FOUR "::: 资料\n内容\n:::\n\n" HAN "\n"),
                        "10/1");
    assert_string_equal(
        shown(d, FRONT FOUR "有注[^1]的段。\n\n" HAN "\n\n[^1]: 注。\n"),
        "5/1");
}

static void the_source_stays_and_the_span_says_what_goes(void **state)
{
    desk *d = desk_open(*state, 1, "");
    const char *text = "---\ntitle: 题目\ntrim: bottom\nsource: 工人日报\n---\n"
                       "\n" FOUR;
    bul_elastic_galley *elastic = elastic_of(d, text);
    const bul_galley_option *option = BUL_LAST(&elastic->options);
    assert_int_equal(option->kind, BUL_OPTION_FOOT);
    assert_int_equal(option->end, elastic->galley->slugs.count - 1);
    size_t chosen = elastic->options.count - 1;
    bul_galley *varied = bul_galley_vary(&d->w->arena, elastic, &chosen, 1);
    assert_int_equal(varied->slugs.count, 3);
    bul_place place = bul_diag_place(&d->w->diag, option->gone);
    assert_int_equal(place.line, 11);
    assert_int_equal(place.end_line, 13);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(paragraphs_go_from_the_last_one_up_to_half),
        WORLD_TEST(an_article_of_one_paragraph_keeps_it),
        WORLD_TEST(no_crosshead_is_left_at_the_end),
        WORLD_TEST(nor_is_a_list_announced_and_missing),
        WORLD_TEST(what_is_no_text_or_calls_a_note_stays),
        WORLD_TEST(the_source_stays_and_the_span_says_what_goes)};
    return cmocka_run_group_tests_name("galley_trim", tests, NULL, NULL);
}
