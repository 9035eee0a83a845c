/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "layout/galley.h"
#include "support/desk.h"

#define FRONT "---\ntitle: 题目\n---\n\n"
#define TWO   "    drop_cap: 2\n" /* goes on where heads.normal ends */
#define LONG  "工会干部下到车间记下职工的意见当场答复不能的限期办结\n"

/* The desk's squares are 10 pt, the first of them 2.5 pt under its row's top;
 * their ink stands 0.45 pt off them. */
#define INK_TOP  2950
#define INK_FOOT (15000 + 12050) /* of the second line */
#define BASELINE 11300

static const bul_galley *galley_of(desk *d, const char *text)
{
    desk_put(d, text);
    bul_issue *issue = desk_read(d, "");
    return bul_galley_set(&d->c, issue->articles.items[0], d->template->measure,
                          1);
}

static const bul_glyph_run *find_run(const bul_slug *slug, size_t n)
{
    for (size_t i = 0; i < slug->type.items.count; i++) {
        const bul_item *item = &slug->type.items.items[i];
        if (item->type == BUL_ITEM_GLYPHS && n-- == 0)
            return &item->as.glyphs;
    }
    return NULL;
}

static const bul_glyph_run *run_of(const bul_slug *slug, size_t n)
{
    static const bul_glyph_run none;
    const bul_glyph_run *run = find_run(slug, n);
    assert_non_null(run);
    return run ? run : &none;
}

/* All text of a galley. */
static const char *text_of(desk *d, const bul_galley *galley)
{
    bul_text text = bul_text_in(&d->w->arena);
    const bul_glyph_run *run;
    for (size_t i = 0; i < galley->slugs.count; i++)
        for (size_t n = 0; (run = find_run(&galley->slugs.items[i], n)) != NULL;
             n++)
            bul_text_add(&text, run->text);
    return bul_cstr(&d->w->arena, bul_text_str(&text));
}

static bool is_large(const bul_galley *galley)
{
    for (size_t i = 0; i < galley->slugs.count; i++) {
        const bul_glyph_run *run;
        for (size_t n = 0; (run = find_run(&galley->slugs.items[i], n)) != NULL;
             n++)
            if (run->size > 10000)
                return true;
    }
    return false;
}

/* Has the text of an article a large initial? */
static bool has_cap(desk *d, const char *text)
{
    return is_large(galley_of(d, text));
}

/* Does the ink of hanzi, on the average, stand between two heights? */
static bool stands_between(const bul_glyph_run *run, bul_mpt top, bul_mpt foot)
{
    bul_mpt inset = bul_mpt_scale(run->size, 45, 1000);
    bul_mpt square = run->y - bul_mpt_scale(run->size, BUL_SQUARE_TOP, 1000);
    return abs(square + inset - top) < 10 &&
           abs(square + run->size - inset - foot) < 10;
}

static void a_hanzi_stands_from_the_first_line_to_the_last(void **state)
{
    desk *d = desk_open(*state, 1, TWO);
    const bul_galley *galley = galley_of(d, FRONT LONG);
    const bul_glyph_run *cap = run_of(&galley->slugs.items[0], 0);

    assert_int_equal(cap->text.len, strlen("工"));
    assert_true(stands_between(cap, INK_TOP, INK_FOOT));
    /* Level with the ink of other lines at the left. */
    assert_true(abs(cap->x + bul_mpt_scale(cap->size, 45, 1000) - 450) < 10);

    /* No other size and place would do. */
    bul_glyph_run other = *cap;
    other.size = 25000;
    assert_false(stands_between(&other, INK_TOP, INK_FOOT));
    other = *cap;
    other.y += 100;
    assert_false(stands_between(&other, INK_TOP, INK_FOOT));
}

static void it_takes_as_many_lines_as_the_layout_says(void **state)
{
    desk *d = desk_open(*state, 1, "    首字下沉: 3\n");
    const bul_galley *galley = galley_of(d, FRONT LONG);

    assert_true(stands_between(run_of(&galley->slugs.items[0], 0), INK_TOP,
                               INK_FOOT + 15000));
}

static void the_lines_beside_it_give_way(void **state)
{
    desk *d = desk_open(*state, 1, TWO);
    const bul_galley *galley = galley_of(d, FRONT LONG);
    const bul_slug *slugs = galley->slugs.items;
    const bul_glyph_run *cap = run_of(&slugs[0], 0);
    const bul_glyph_run *first = run_of(&slugs[0], 1);
    const bul_glyph_run *second = run_of(&slugs[1], 0);
    int left = 0, right = 0;
    bul_face_ink(cap->face, cap->glyphs[0].id, &left, &right);

    assert_int_equal(first->x, second->x);
    bul_mpt white = first->x - cap->x - bul_mpt_scale(cap->size, right, 1000);
    assert_in_range(white, 3000, 6000); /* about half a square */
    assert_int_equal(first->y, BASELINE);
    assert_int_equal(run_of(&slugs[2], 0)->x, 0);
    /* They end where all lines end. */
    bul_mpt last = first->glyphs[first->glyph_count - 1].x;
    assert_int_equal(first->x + last, 90000);
}

static void without_the_key_the_paragraph_is_indented(void **state)
{
    desk *d = desk_open(*state, 1, "");
    const bul_galley *galley = galley_of(d, FRONT LONG);

    assert_false(is_large(galley));
    assert_int_equal(run_of(&galley->slugs.items[0], 0)->x, 20000);
    assert_int_equal(run_of(&galley->slugs.items[1], 0)->x, 0);
}

static void its_lines_stay_together(void **state)
{
    desk *d = desk_open(*state, 1, TWO);
    const bul_galley *galley = galley_of(d, FRONT LONG);
    const bul_slug *slugs = galley->slugs.items;

    assert_int_not_equal(slugs[0].keep_group, 0);
    assert_int_equal(slugs[1].keep_group, slugs[0].keep_group);
    assert_int_equal(slugs[2].keep_group, 0);
}

static void the_text_is_read_as_it_was_written(void **state)
{
    desk *d = desk_open(*state, 1, TWO);
    const bul_galley *galley = galley_of(d, FRONT LONG);

    assert_true(is_large(galley));
    assert_int_equal(strncmp(text_of(d, galley), LONG, strlen(LONG) - 1), 0);
    bul_span span = run_of(&galley->slugs.items[0], 1)->span;
    bul_span cap = run_of(&galley->slugs.items[0], 0)->span;
    assert_int_equal(span.start, cap.start + strlen("工"));
}

static void only_the_first_paragraph_has_one(void **state)
{
    desk *d = desk_open(*state, 1, TWO);
    const bul_galley *galley = galley_of(d, FRONT LONG "\n" LONG);
    size_t count = 0;
    for (size_t i = 0; i < galley->slugs.count; i++)
        count += run_of(&galley->slugs.items[i], 0)->size > 10000;

    assert_int_equal(count, 1);
    assert_int_equal(galley->slugs.items[0].block_number, 1);
}

static void an_opening_mark_stays_small_before_it(void **state)
{
    desk *d = desk_open(*state, 1, TWO);
    const bul_galley *galley = galley_of(d, FRONT "“工”" LONG);
    const bul_slug *slug = &galley->slugs.items[0];
    const bul_glyph_run *mark = run_of(slug, 0);
    const bul_glyph_run *cap = run_of(slug, 1);

    assert_int_equal(mark->text.len, strlen("“"));
    assert_int_equal(mark->size, 10000);
    assert_int_equal(mark->y, BASELINE);
    assert_int_equal(cap->text.len, strlen("工"));
    assert_true(stands_between(cap, INK_TOP, INK_FOOT));
    assert_true(cap->x > 3000);
    assert_int_equal(strncmp(text_of(d, galley), "“工”工会", 15), 0);
}

static void a_letter_stands_on_the_last_baseline(void **state)
{
    desk *d = desk_open(*state, 1, TWO);
    const bul_galley *galley = galley_of(d, FRONT "GDP的数字" LONG);
    const bul_glyph_run *cap = run_of(&galley->slugs.items[0], 0);
    bul_mpt top =
        cap->y - bul_mpt_scale(cap->size, cap->face->cap_height, 1000);

    assert_int_equal(cap->text.len, 1);
    assert_int_equal(cap->y, BASELINE + 15000);
    assert_true(abs(top - INK_TOP) < 10);
    assert_int_equal(strncmp(text_of(d, galley), "GDP的", 6), 0);
}

/* A first paragraph that fills so many lines beside or under a large hanzi. */
static bool has_cap_with(desk *d, const char *keys, size_t han)
{
    bul_text text = bul_text_in(&d->w->arena);
    bul_text_addf(&text, "---\ntitle: 题目\n%s---\n\n", keys);
    bul_text_add(&text, bul_str_from(desk_han(d, han)));
    desk_put(d, bul_cstr(&d->w->arena, bul_text_str(&text)));
    bul_issue *issue = desk_read(d, "");
    const bul_article *article = issue->articles.items[0];
    return is_large(bul_galley_set(&d->c, article, d->template->measure, 1));
}

static void a_paragraph_that_ends_beside_it_has_none(void **state)
{
    /* Seven stand beside it in each of its lines. */
    assert_false(has_cap_with(desk_open(*state, 1, TWO), "", 15));
}

static void one_line_under_it_is_enough(void **state)
{
    assert_true(has_cap_with(desk_open(*state, 1, TWO), "", 17));
}

static void a_boxed_article_has_none(void **state)
{
    assert_false(has_cap_with(desk_open(*state, 1, TWO), "box: yes\n", 40));
}

static void levels_take_it_from_the_ordinary(void **state)
{
    assert_true(has_cap_with(desk_open(*state, 1, TWO), "level: lead\n", 40));
}

static void a_level_may_do_without(void **state)
{
    desk *d = desk_open(*state, 1, TWO "  lead: {drop_cap: 0}\n");
    assert_false(has_cap_with(d, "level: lead\n", 40));
}

static void one_line_is_none(void **state)
{
    desk *d = desk_open(*state, 1, "    drop_cap: 1\n");
    assert_false(has_cap_with(d, "", 40));
}

static void a_column_too_narrow_for_both_has_none(void **state)
{
    desk *d = desk_open(*state, 1, "    drop_cap: 4\n");
    assert_false(has_cap_with(d, "", 80));
}

static void a_number_has_none(void **state)
{
    assert_false(has_cap(desk_open(*state, 1, TWO), FRONT "2026年" LONG));
}

static void a_mark_has_none(void **state)
{
    assert_false(has_cap(desk_open(*state, 1, TWO), FRONT "——工会" LONG));
}

static void a_link_has_none(void **state)
{
    assert_false(
        has_cap(desk_open(*state, 1, TWO), FRONT "[工会](https://a.cn)" LONG));
}

static void a_word_with_a_reading_has_none(void **state)
{
    assert_false(
        has_cap(desk_open(*state, 1, TWO), FRONT "[工会]{拼音=gōng huì}" LONG));
}

static void a_strong_word_may_begin_it(void **state)
{
    desk *d = desk_open(*state, 1, TWO);
    const bul_galley *galley = galley_of(d, FRONT "**工**会" LONG);

    assert_true(is_large(galley));
    assert_int_equal(strncmp(text_of(d, galley), "工会工会", 12), 0);
}

static void text_under_a_crosshead_has_none(void **state)
{
    assert_false(has_cap(desk_open(*state, 1, TWO), FRONT "## 小题\n\n" LONG));
}

static void text_in_a_box_has_none(void **state)
{
    assert_false(has_cap(desk_open(*state, 1, TWO "box: {inset: 0}\n"),
                         FRONT "::: 资料\n\n" LONG "\n:::\n"));
}

static void on_a_grid_of_characters_it_takes_whole_squares(void **state)
{
    desk *d = desk_open(*state, 1, TWO "grid: yes\n");
    const bul_galley *galley = galley_of(d, FRONT LONG);

    assert_true(is_large(galley));
    assert_int_equal(run_of(&galley->slugs.items[0], 1)->x, 30000);
    assert_int_equal(run_of(&galley->slugs.items[1], 0)->x, 30000);
}

static void nothing_is_said_twice_for_trying(void **state)
{
    desk *d = desk_open(*state, 1, TWO);
    const bul_galley *galley =
        galley_of(d, FRONT "工会aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" LONG);

    assert_true(is_large(galley));
    assert_int_equal(world_count_of(d->w, BUL_MSG_LAYOUT_PARTED), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_hanzi_stands_from_the_first_line_to_the_last),
        WORLD_TEST(it_takes_as_many_lines_as_the_layout_says),
        WORLD_TEST(the_lines_beside_it_give_way),
        WORLD_TEST(without_the_key_the_paragraph_is_indented),
        WORLD_TEST(its_lines_stay_together),
        WORLD_TEST(the_text_is_read_as_it_was_written),
        WORLD_TEST(only_the_first_paragraph_has_one),
        WORLD_TEST(an_opening_mark_stays_small_before_it),
        WORLD_TEST(a_letter_stands_on_the_last_baseline),
        WORLD_TEST(a_paragraph_that_ends_beside_it_has_none),
        WORLD_TEST(one_line_under_it_is_enough),
        WORLD_TEST(a_boxed_article_has_none),
        WORLD_TEST(levels_take_it_from_the_ordinary),
        WORLD_TEST(a_level_may_do_without),
        WORLD_TEST(one_line_is_none),
        WORLD_TEST(a_column_too_narrow_for_both_has_none),
        WORLD_TEST(a_number_has_none),
        WORLD_TEST(a_mark_has_none),
        WORLD_TEST(a_link_has_none),
        WORLD_TEST(a_word_with_a_reading_has_none),
        WORLD_TEST(a_strong_word_may_begin_it),
        WORLD_TEST(text_under_a_crosshead_has_none),
        WORLD_TEST(text_in_a_box_has_none),
        WORLD_TEST(on_a_grid_of_characters_it_takes_whole_squares),
        WORLD_TEST(nothing_is_said_twice_for_trying),
    };
    return cmocka_run_group_tests_name("drop_cap", tests, NULL, NULL);
}
