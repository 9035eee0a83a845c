/* SPDX-License-Identifier: MIT */
#include "layout/head.h"
#include "support/desk.h"

static bul_head head_of(desk *d, bul_article *article, bul_mpt width)
{
    return bul_head_set(&d->c, article, width, article->section);
}

static bul_article titled(const char *title)
{
    return (bul_article){.title = {bul_str_from(title), {0}}};
}

/* The index-th run of a head; fails the test when there are not so many. */
static const bul_glyph_run *run_at(const bul_head *head, size_t index)
{
    const bul_item *items = head->type.items.items;
    size_t i = 0;
    for (; i < head->type.items.count; i++)
        if (items[i].type == BUL_ITEM_GLYPHS && index-- == 0)
            break;
    assert_true(i < head->type.items.count);
    return &items[i].as.glyphs;
}

static size_t run_count(const bul_head *head)
{
    size_t count = 0;
    for (size_t i = 0; i < head->type.items.count; i++)
        count += head->type.items.items[i].type == BUL_ITEM_GLYPHS;
    return count;
}

static void a_title_takes_whole_grid_lines(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_article article = titled("题目");
    bul_head head = head_of(d, &article, 210000);

    assert_int_equal(head.rows, 2);
    assert_int_equal(run_at(&head, 0)->size, 20000);
    /* In the middle of its leading of 30: 5 + 88 % of 20. */
    assert_int_equal(run_at(&head, 0)->y, 22600);
}

static void lines_stand_in_the_order_of_a_newspaper(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_article article = titled("主题");
    article.kicker.text = BUL_STR("引题");
    article.subtitle.text = BUL_STR("副题");
    article.byline.text = BUL_STR("作者");
    *BUL_PUSH(&d->w->arena, &article.summary) =
        (bul_line_of_text){BUL_STR("提要"), {0}};
    bul_head head = head_of(d, &article, 210000);
    static const char *const order[] = {"引题", "主题", "副题", "提要", "作者"};
    bul_mpt y = 0;
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(world_cstr(d->w, run_at(&head, i)->text), order[i]);
        assert_true(run_at(&head, i)->y > y);
        y = run_at(&head, i)->y;
    }
}

static void nothing_to_print_takes_no_room(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_article article = titled("");
    assert_int_equal(head_of(d, &article, 210000).rows, 0);
    /* Section labels are off in this layout: no white for one either. */
    article.section.text = BUL_STR("要闻");
    assert_int_equal(head_of(d, &article, 210000).rows, 0);
}

static void a_section_label_is_a_bar_with_its_name(void **state)
{
    desk *d = desk_open(*state, 2, "section_height: 15pt\n");
    bul_article article = titled("题目");
    article.section.text = BUL_STR("要闻");
    bul_head head = head_of(d, &article, 210000);
    const bul_bar *bar = &head.type.items.items[0].as.bar;

    assert_int_equal(head.type.items.items[0].type, BUL_ITEM_BAR);
    assert_int_equal(bar->h, 15000);
    assert_int_equal(bar->w, 20000 + 2 * 10000); /* the name and its ends */
    assert_string_equal(world_cstr(d->w, run_at(&head, 0)->text), "要闻");
}

static void a_title_too_long_takes_a_smaller_size(void **state)
{
    world *w = *state;
    desk *d = desk_open(w, 2, "");
    bul_template *own =
        bul_arena_copy(&w->arena, d->template, sizeof *d->template);
    bul_style *title = &own->heads[0].title;
    title->sizes[0] = 20000;
    title->sizes[1] = 14000;
    title->size_count = 2;
    title->max_lines = 1;
    d->c.template = own;

    bul_article article = titled("一二三四五六七八九十"); /* 200 pt wide */
    bul_head head = head_of(d, &article, 210000);
    assert_int_equal(run_at(&head, 0)->size, 20000);
    head = head_of(d, &article, 150000);
    assert_int_equal(run_at(&head, 0)->size, 14000);
    assert_int_equal(run_count(&head), 1);
    head = head_of(d, &article, 60000); /* too narrow at any size */
    assert_true(run_count(&head) > 1);
}

static void a_short_title_is_not_spread_over_the_measure(void **state)
{
    world *w = *state;
    desk *d = desk_open(w, 2, "");
    bul_template *own =
        bul_arena_copy(&w->arena, d->template, sizeof *d->template);
    own->heads[0].title.align = BUL_STYLE_SPREAD;
    d->c.template = own;

    bul_article article = titled("题目");
    bul_head head = head_of(d, &article, 210000);
    assert_int_equal(run_at(&head, 0)->glyphs[1].x, 20000);
    article = titled("一二三四五六七八九十");
    head = head_of(d, &article, 210000);
    assert_int_equal(run_at(&head, 0)->glyphs[9].x, 190000);
}

static void a_box_of_briefs_bears_a_label(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_article article = {.level = BUL_LEVEL_BRIEF};
    bul_head head = bul_head_set_label(&d->c, &article, 210000);
    assert_string_equal(world_cstr(d->w, run_at(&head, 0)->text), "简讯");

    article.section.text = BUL_STR("基层");
    head = bul_head_set_label(&d->c, &article, 210000);
    assert_string_equal(world_cstr(d->w, run_at(&head, 0)->text), "基层");
}

static void a_long_section_label_takes_several_lines(void **state)
{
    desk *d = desk_open(*state, 2, "section_height: 14pt\n");
    bul_article article = titled("题目");
    article.section.text =
        BUL_STR("基层一线的故事和我们身边的人和事以及别的许多许多栏目");
    bul_head head = head_of(d, &article, 100000);
    bul_mpt right = 0;
    size_t bytes = 0;
    for (size_t i = 0; i + 1 < run_count(&head); i++) {
        const bul_glyph_run *run = run_at(&head, i);
        right = run->x > right ? run->x : right;
        bytes += run->text.len;
    }
    assert_int_equal(bytes, article.section.text.len);
    assert_true(right < 100000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_title_takes_whole_grid_lines),
        WORLD_TEST(lines_stand_in_the_order_of_a_newspaper),
        WORLD_TEST(nothing_to_print_takes_no_room),
        WORLD_TEST(a_section_label_is_a_bar_with_its_name),
        WORLD_TEST(a_title_too_long_takes_a_smaller_size),
        WORLD_TEST(a_short_title_is_not_spread_over_the_measure),
        WORLD_TEST(a_box_of_briefs_bears_a_label),
        WORLD_TEST(a_long_section_label_takes_several_lines),
    };
    return cmocka_run_group_tests_name("head", tests, NULL, NULL);
}
