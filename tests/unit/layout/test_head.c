/* SPDX-License-Identifier: MIT */
#include "layout/head.h"
#include "layout/title.h"
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

static bul_template *own_template(desk *d)
{
    bul_template *own =
        bul_arena_copy(&d->w->arena, d->template, sizeof *d->template);
    d->c.template = own;
    return own;
}

/* The text of a head's runs, with a slash where a line ends. */
static const char *lines_of(desk *d, const bul_head *head)
{
    bul_text text = bul_text_in(&d->w->arena);
    bul_mpt y = 0;
    for (size_t i = 0; i < run_count(head); i++) {
        const bul_glyph_run *run = run_at(head, i);
        if (i > 0 && run->y != y)
            bul_text_add(&text, BUL_STR("/"));
        bul_text_add(&text, run->text);
        y = run->y;
    }
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

static void a_bar_is_where_a_title_is_broken_and_is_not_printed(void **state)
{
    desk *d = desk_open(*state, 2, "");
    own_template(d)->heads[0].title.max_lines = 2;
    /* The comma and the space would be the places otherwise. */
    bul_article article = titled("食堂开门，工友|说饭菜好吃");
    bul_head head = head_of(d, &article, 210000);
    assert_string_equal(lines_of(d, &head), "食堂开门，工友/说饭菜好吃");
    article = titled("食堂开门 工友|说饭菜好吃");
    head = head_of(d, &article, 210000);
    assert_string_equal(lines_of(d, &head), "食堂开门 工友/说饭菜好吃");
    article = titled("食堂|开门");
    head = head_of(d, &article, 210000);
    assert_string_equal(lines_of(d, &head), "食堂开门");
    article = titled("|");
    head = head_of(d, &article, 210000);
    assert_string_equal(lines_of(d, &head), "");
}

static void the_text_after_a_bar_keeps_its_place_in_the_source(void **state)
{
    desk *d = desk_open(*state, 2, "");
    own_template(d)->heads[0].title.max_lines = 2;
    bul_article article = titled("食堂|开门");
    article.title.span = (bul_span){1, 100, 113};
    bul_head head = head_of(d, &article, 210000);
    const bul_glyph_run *last = run_at(&head, run_count(&head) - 1);
    assert_string_equal(world_cstr(d->w, last->text), "开门");
    assert_int_equal(last->span.start, 107);
}

static void a_name_of_the_issue_is_kept_whole(void **state)
{
    desk *d = desk_open(*state, 2, "");
    own_template(d)->heads[0].title.max_lines = 2;
    bul_article article = titled("修表师傅孟庆和住在钟楼");
    bul_head head = head_of(d, &article, 180000);
    assert_string_equal(lines_of(d, &head), "修表师傅孟庆/和住在钟楼");

    bul_lines_of_text terms = {0};
    bul_lines_of_text names = {0};
    *BUL_PUSH(&d->w->arena, &names) =
        (bul_line_of_text){BUL_STR("孟庆和"), {0}};
    d->c.vocabulary = bul_title_words(&d->w->arena, &terms, &names);
    head = head_of(d, &article, 180000);
    assert_string_equal(lines_of(d, &head), "修表师傅/孟庆和住在钟楼");
}

/* Where the ink of a head's line begins and ends. */
static void ink_of(desk *d, const char *title, bul_mpt width, bul_mpt ink[2])
{
    bul_article article = titled(title);
    bul_head head = head_of(d, &article, width);
    assert_int_equal(run_count(&head), 1);
    const bul_glyph_run *run = run_at(&head, 0);
    const bul_glyph *last = &run->glyphs[run->glyph_count - 1];
    int left = 0;
    int right = 0;
    assert_true(bul_face_ink(run->face, run->glyphs[0].id, &left, &right));
    ink[0] = run->x + run->glyphs[0].x + run->size * left / 1000;
    assert_true(bul_face_ink(run->face, last->id, &left, &right));
    ink[1] = run->x + last->x + run->size * right / 1000;
}

static void marks_at_the_edges_of_a_title_are_flush(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_style *title = &own_template(d)->heads[0].title;
    title->max_lines = 1;
    bul_mpt ink[2];
    bul_mpt near = title->size / 4; /* half an em of blank is gone */
    for (int half = 0; half < 2; half++) {
        title->half_quotes = half == 1;
        title->align = BUL_STYLE_LEFT;
        ink_of(d, "《职工之歌》", 210000, ink);
        assert_in_range(ink[0], 0, near);
        title->align = BUL_STYLE_RIGHT;
        ink_of(d, "（职工之歌）", 210000, ink);
        assert_in_range(ink[1], 210000 - near, 210000);
        title->align = BUL_STYLE_CENTER;
        ink_of(d, "“职工之歌”", 210000, ink);
        assert_in_range(ink[0] + ink[1], 210000 - near, 210000 + near);
        title->align = BUL_STYLE_SPREAD;
        ink_of(d, "《全市职工都来唱的歌》", 220000, ink);
        assert_in_range(ink[0], 0, near);
        assert_in_range(ink[1], 220000 - near, 220000);
    }
}

static void a_short_title_is_spread_where_its_style_says_so(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_style *title = &own_template(d)->heads[0].title;
    title->spread_short = 120000;
    bul_article article = titled("交班");
    bul_head head = head_of(d, &article, 210000);
    assert_int_equal(run_at(&head, 0)->x, 0);
    assert_int_equal(run_at(&head, 0)->glyphs[1].x, 100000);

    title->align = BUL_STYLE_CENTER;
    article = titled("新年献词");
    head = head_of(d, &article, 210000);
    assert_int_equal(run_at(&head, 0)->x, 45000);
    assert_int_equal(run_at(&head, 0)->glyphs[3].x, 100000);
    title->align = BUL_STYLE_RIGHT;
    head = head_of(d, &article, 210000);
    assert_int_equal(run_at(&head, 0)->x, 90000);
}

static void other_titles_are_not(void **state)
{
    desk *d = desk_open(*state, 2, "");
    bul_style *title = &own_template(d)->heads[0].title;
    static const char *const others[] = {"歌", "五个字的题", "交 班", "交班A",
                                         "“班”"};
    title->spread_short = 120000;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        bul_article article = titled(others[i]);
        bul_head head = head_of(d, &article, 210000);
        const bul_glyph_run *run = run_at(&head, 0);
        assert_true(run->glyphs[run->glyph_count - 1].x < 90000);
    }
    title->spread_short = 30000; /* less than they take */
    bul_article article = titled("交班");
    bul_head head = head_of(d, &article, 210000);
    assert_int_equal(run_at(&head, 0)->glyphs[1].x, 20000);
}

static void a_title_a_little_too_long_is_told_of(void **state)
{
    world *w = *state;
    desk *d = desk_open(w, 2, "");
    bul_style *title = &own_template(d)->heads[0].title;
    title->max_lines = 2;
    bul_article article = titled("市总工会召开集体协商会议"); /* 12 of 10 */
    head_of(d, &article, 200000);
    assert_string_equal(world_last(w),
                        "note: the title's 12 characters take two lines "
                        "[layout/long-title]");
    bul_str hint =
        bul_message_hint(&w->arena, BUL_MSG_LAYOUT_TITLE_FOLDED, BUL_ENGLISH,
                         &w->diag.entries.items[0].args);
    assert_string_equal(world_cstr(w, hint), "2 fewer make it one line");
    /* 12 of 20 pt in 236 pt: one size down would do, the first would not. */
    title->max_lines = 1;
    title->sizes[1] = 17000;
    title->size_count = 2;
    head_of(d, &article, 236000);
    assert_string_equal(world_last(w),
                        "note: the title's 12 characters take smaller type to "
                        "stay in one line [layout/long-title]");
}

static void a_title_much_too_long_or_of_two_clauses_is_not(void **state)
{
    world *w = *state;
    desk *d = desk_open(w, 2, "");
    own_template(d)->heads[0].title.max_lines = 2;
    static const char *const others[] = {"市总工会召开集体协商推进会议了解",
                                         "市总工会开会 谈集体协商",
                                         "市总工会开会|谈集体协商", "开会"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        bul_article article = titled(others[i]);
        head_of(d, &article, 200000);
    }
    assert_int_equal(w->diag.entries.count, 0);
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
        WORLD_TEST(a_bar_is_where_a_title_is_broken_and_is_not_printed),
        WORLD_TEST(the_text_after_a_bar_keeps_its_place_in_the_source),
        WORLD_TEST(a_name_of_the_issue_is_kept_whole),
        WORLD_TEST(marks_at_the_edges_of_a_title_are_flush),
        WORLD_TEST(a_short_title_is_spread_where_its_style_says_so),
        WORLD_TEST(other_titles_are_not),
        WORLD_TEST(a_title_a_little_too_long_is_told_of),
        WORLD_TEST(a_title_much_too_long_or_of_two_clauses_is_not),
        WORLD_TEST(a_box_of_briefs_bears_a_label),
        WORLD_TEST(a_long_section_label_takes_several_lines),
    };
    return cmocka_run_group_tests_name("head", tests, NULL, NULL);
}
