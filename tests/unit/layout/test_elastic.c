/* SPDX-License-Identifier: MIT */
/* test_elastic.c - small articles: every rectangle an elastic article offers
 * is built and looked at cell by cell. */
#include "support/elastics.h"

static bul_elastic *set(desk *d, const char *text)
{
    return elastics_set(d, text, elastics_all);
}

static size_t areas_of(const bul_elastic *elastic, int columns)
{
    size_t count = 0;
    for (size_t i = 0; i < elastic->areas.count; i++)
        count += elastic->areas.items[i].columns == columns ? 1 : 0;
    return count;
}

/* ---- The list of areas. ---- */

static void areas_are_sorted_and_none_is_there_twice(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    scope.may_frame = true;
    bul_elastic *elastic = elastics_set(
        d, elastics_article(d, "photos: [{file: p.png}]\n", 30), scope);
    bul_area *areas = elastic->areas.items;
    size_t count = elastic->areas.count;
    assert_true(count > 10);
    assert_true(elastics_are_sorted(areas, count));

    bul_area swapped = areas[0];
    areas[0] = areas[1];
    areas[1] = swapped;
    assert_false(elastics_are_sorted(areas, count));
    areas[0] = areas[1];
    assert_false(elastics_are_sorted(areas, count));
}

static void an_area_says_what_its_variant_is(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic *elastic =
        set(d, elastics_article(d, "photos: [{file: p.png}]\n", 30));
    int32_t least = INT32_MAX;
    int cells = 0;
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_area *area = &elastic->areas.items[i];
        assert_true(area->variant < elastic->variants.count);
        const bul_variant *variant = elastics_variant(elastic, i);
        assert_int_equal(area->columns, variant->columns);
        assert_int_equal(area->rows, variant->rows);
        assert_int_equal(area->cost, variant->cost);
        assert_true(area->cost >= 0);
        if (area->cost < least)
            cells = area->columns * (area->rows + d->template->story_rows);
        least = area->cost < least ? area->cost : least;
    }
    assert_int_equal(elastic->cells, cells);
}

static void columns_outside_the_scope_do_not_occur(void **state)
{
    desk *d = elastics_desk(*state);
    const char *text = elastics_article(d, "", 24);
    bul_elastic_scope scope = elastics_all;
    bul_elastic *elastic = elastics_set(d, text, scope);
    for (int columns = 1; columns <= ELASTICS_COLUMNS; columns++)
        assert_true((areas_of(elastic, columns) > 0) == (columns > 1));

    scope.fewest = 2;
    scope.most = 3;
    elastic = elastics_set(d, text, scope);
    assert_int_equal(areas_of(elastic, 1) + areas_of(elastic, 4), 0);
    assert_true(areas_of(elastic, 2) > 0 && areas_of(elastic, 3) > 0);
}

static void no_area_is_deeper_than_the_scope(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    scope.rows = 12;
    bul_elastic *elastic = elastics_set(d, elastics_article(d, "", 18), scope);
    assert_true(elastic->areas.count > 0);
    for (size_t i = 0; i < elastic->areas.count; i++)
        assert_true(elastic->areas.items[i].rows <= 12);
    assert_int_equal(areas_of(elastic, 1), 0);
    elastic = set(d, elastics_article(d, "", 17));
    assert_true(areas_of(elastic, 1) > 0);
}

static void an_article_too_long_for_every_area_has_none(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic *elastic = set(d, elastics_article(d, "", 100));
    assert_int_equal(elastic->areas.count, 0);
}

/* ---- Cells. ---- */

static void every_area_is_filled_to_the_last_row(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    scope.may_frame = true;
    for (size_t lines = 6; lines < 40; lines += 5) {
        bul_elastic *elastic =
            elastics_set(d, elastics_article(d, "", lines), scope);
        assert_true(elastic->areas.count > 0);
        elastics_check(d, elastic, 0);
    }
}

static void so_are_those_with_pictures(void **state)
{
    static const char *const photos[] = {
        "photos: [{file: p.png, caption: 图}]\n",
        "photos: [{file: p.png, place: left, width: 2}]\n",
        "photos: [{file: q.png, place: beside, width: 1}]\n",
        "photos: [{file: p.png}, {file: q.png, caption: 又}]\n",
        "photos: [{file: p.png, whole: yes}]\n",
        "photos: [{file: p.png, width: 2}, {file: q.png, place: beside, width: 1}]\n",
        "level: photo\nphotos: [{file: p.png, caption: 图}]\n"};
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    scope.may_frame = true;
    for (size_t i = 0; i < sizeof photos / sizeof *photos; i++)
        for (size_t lines = 8; lines < 30; lines += 7) {
            bul_elastic *elastic =
                elastics_set(d, elastics_article(d, photos[i], lines), scope);
            elastics_check(d, elastic, 0);
        }
}

static void white_beyond_a_row_is_left_only_where_allowed(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    const char *text = elastics_article(d, "", 24);
    bul_elastic *tight = elastics_set(d, text, scope);
    scope.extra_blanks = 1;
    bul_elastic *loose = elastics_set(d, text, scope);
    elastics_check(d, tight, 0);
    elastics_check(d, loose, 1);
    assert_true(loose->areas.count > tight->areas.count);
    int most = 0;
    for (size_t i = 0; i < loose->areas.count; i++) {
        const bul_variant *variant = elastics_variant(loose, i);
        int over = variant->blanks - (variant->columns - 1);
        most = variant->columns > 2 && over > most ? over : most;
    }
    assert_true(most > 0);
}

/* ---- Edges. ---- */

static void a_boxed_article_has_no_title_at_an_edge(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic *elastic = set(d, elastics_article(d, "box: yes\n", 24));
    assert_true(elastic->areas.count > 0);
    for (size_t i = 0; i < elastic->areas.count; i++) {
        assert_true(
            bul_elastic_is_boxed(elastic, elastics_variant(elastic, i)));
        assert_int_equal(elastic->areas.items[i].edges, 0);
    }
    elastic = set(d, elastics_article(d, "", 23));
    for (size_t i = 0; i < elastic->areas.count; i++) {
        assert_false(
            bul_elastic_is_boxed(elastic, elastics_variant(elastic, i)));
        assert_int_equal(elastic->areas.items[i].edges,
                         BUL_EDGE_HEAD_LEFT | BUL_EDGE_HEAD_RIGHT |
                             BUL_EDGE_HEAD_TOP);
    }
}

static void a_frame_nobody_asked_for_parts_titles_and_costs(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    scope.may_frame = true;
    bul_elastic *elastic = elastics_set(d, elastics_article(d, "", 24), scope);
    size_t framed = 0;
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_area *area = &elastic->areas.items[i];
        bool is_framed =
            bul_elastic_is_boxed(elastic, elastics_variant(elastic, i));
        assert_true(is_framed == (area->edges == 0));
        assert_true(!is_framed || area->cost > 0);
        framed += is_framed ? 1 : 0;
    }
    assert_true(framed > 0 && framed < elastic->areas.count);
}

static void a_picture_on_top_keeps_the_title_off_the_edges(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic *elastic =
        set(d, elastics_article(d, "photos: [{file: p.png, width: 2}]\n", 16));
    size_t on_top = 0, under = 0;
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_variant *variant = elastics_variant(elastic, i);
        unsigned edges = elastic->areas.items[i].edges;
        bul_attempt attempt;
        bul_elastic_story(&d->c, elastic, variant, &attempt);
        assert_true(variant->picture_on_top == (attempt.head_row > 0));
        assert_true(variant->picture_on_top ? edges == 0
                                            : edges & BUL_EDGE_HEAD_TOP);
        on_top += variant->picture_on_top ? 1 : 0;
        under += variant->picture_on_top ? 0 : 1;
    }
    assert_true(on_top > 0 && under > 0);
}

static void a_picture_beside_the_title_parts_it_from_the_right(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    scope.fewest = 2;
    bul_elastic *elastic = elastics_set(
        d,
        elastics_article(
            d, "photos: [{file: q.png, place: beside, width: 1}]\n", 24),
        scope);
    assert_true(elastic->areas.count > 0);
    for (size_t i = 0; i < elastic->areas.count; i++)
        assert_int_equal(elastic->areas.items[i].edges,
                         BUL_EDGE_HEAD_LEFT | BUL_EDGE_HEAD_TOP);
}

/* ---- What may go. ---- */

static size_t without_pictures(const bul_elastic *elastic)
{
    size_t count = 0;
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_variant *variant = elastics_variant(elastic, i);
        int dropped = variant->pictures[0].columns == 0 ? 1 : 0;
        assert_int_equal(bul_elastic_dropped_pictures(elastic, variant),
                         dropped);
        count += (size_t)dropped;
    }
    return count;
}

static void a_picture_goes_only_where_it_may(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    const char *marked =
        elastics_article(d, "photos: [{file: p.png, optional: yes}]\n", 20);
    const char *plain = elastics_article(d, "photos: [{file: p.png}]\n", 20);
    assert_int_equal(without_pictures(elastics_set(d, marked, scope)), 0);
    scope.may_drop = true;
    assert_true(without_pictures(elastics_set(d, marked, scope)) > 0);
    assert_int_equal(without_pictures(elastics_set(d, plain, scope)), 0);
}

static size_t with_dropped(const bul_elastic *elastic)
{
    size_t count = 0;
    for (size_t i = 0; i < elastic->areas.count; i++)
        count += bul_elastic_dropped(elastic, elastics_variant(elastic, i)) > 0;
    return count;
}

static void a_paragraph_goes_only_where_it_may(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    const char *start = elastics_article(d, "", 16);
    const char *more = desk_han(d, 46);
    const char *marked = desk_join(d, start, desk_join(d, more, "。{可删}\n"));
    const char *plain = desk_join(d, start, desk_join(d, more, "。\n"));
    assert_int_equal(with_dropped(elastics_set(d, marked, scope)), 0);
    scope.may_drop = true;
    assert_int_equal(with_dropped(elastics_set(d, marked, scope)), 0);
    scope.may_drop_text = true;
    bul_elastic *loose = elastics_set(d, marked, scope);
    assert_true(with_dropped(loose) > 0);
    elastics_check(d, loose, 0);
    assert_int_equal(with_dropped(elastics_set(d, plain, scope)), 0);
}

/* ---- Titles. ---- */

static int shallowest(const bul_elastic *elastic, int columns)
{
    for (size_t i = 0; i < elastic->areas.count; i++)
        if (elastic->areas.items[i].columns == columns)
            return elastic->areas.items[i].rows;
    return 0;
}

static size_t heads_of_lines(const bul_elastic *elastic, int lines)
{
    size_t count = 0;
    for (size_t i = 0; i < elastic->areas.count; i++)
        count += bul_elastic_head(elastic, elastics_variant(elastic, i))
                             ->title_lines == lines
                     ? 1
                     : 0;
    return count;
}

/* Areas whose head is said to be another title than the first. */
static size_t with_other_title(const bul_elastic *elastic)
{
    size_t count = 0;
    for (size_t i = 0; i < elastic->areas.count; i++)
        count +=
            bul_elastic_uses_other_title(elastic, elastics_variant(elastic, i))
                ? 1
                : 0;
    return count;
}

static const char *titled(desk *d, const char *keys)
{
    const char *front = desk_join(d, "---\ntitle: 工工工工工工工工\n", keys);
    return desk_join(d, desk_join(d, front, "---\n\n"), elastics_body(d, 10));
}

static void another_title_is_used_where_it_saves_a_line(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    scope.most = 1;
    bul_elastic *plain = elastics_set(d, titled(d, ""), scope);
    bul_elastic *other =
        elastics_set(d, titled(d, "titles: [工工工]\n"), scope);
    bul_elastic *brief =
        elastics_set(d, titled(d, "short_title: 工工\n"), scope);
    assert_int_equal(heads_of_lines(plain, 1), 0);
    assert_true(heads_of_lines(other, 1) > 0);
    assert_true(heads_of_lines(brief, 1) > 0);
    assert_true(heads_of_lines(other, 2) > 0);
    assert_int_equal(with_other_title(plain), 0);
    assert_int_equal(with_other_title(other), heads_of_lines(other, 1));
    assert_int_equal(with_other_title(brief), heads_of_lines(brief, 1));
    assert_int_equal(shallowest(other, 1), shallowest(plain, 1) - 2);
    assert_int_equal(shallowest(brief, 1), shallowest(plain, 1) - 2);
    elastics_check(d, other, 0);
}

static void the_title_stays_where_another_saves_nothing(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    scope.fewest = 2;
    bul_elastic *plain = elastics_set(d, titled(d, ""), scope);
    bul_elastic *other =
        elastics_set(d, titled(d, "titles: [工工工]\n"), scope);
    bul_elastic *longer = elastics_set(
        d, titled(d, "titles: [工工工工工工工工工工工工工工工工工工]\n"),
        scope);
    for (size_t i = 0; i < plain->areas.count; i++) {
        bul_mpt width =
            bul_elastic_head(plain, elastics_variant(plain, i))->title_width;
        assert_int_equal(
            bul_elastic_head(other, elastics_variant(other, i))->title_width,
            width);
    }
    assert_int_equal(shallowest(other, 2), shallowest(plain, 2));
    assert_int_equal(shallowest(longer, 2), shallowest(plain, 2));
}

static void the_same_article_is_set_the_same_way_again(void **state)
{
    desk *d = elastics_desk(*state);
    bul_elastic_scope scope = elastics_all;
    scope.may_frame = true;
    const char *text = elastics_article(d, "photos: [{file: p.png}]\n", 27);
    bul_elastic *first = elastics_set(d, text, scope);
    bul_elastic *second = elastics_set(d, text, scope);
    assert_int_equal(first->areas.count, second->areas.count);
    for (size_t i = 0; i < first->areas.count; i++) {
        const bul_area *a = &first->areas.items[i];
        const bul_area *b = &second->areas.items[i];
        assert_true(a->columns == b->columns && a->rows == b->rows &&
                    a->cost == b->cost && a->edges == b->edges);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(areas_are_sorted_and_none_is_there_twice),
        WORLD_TEST(an_area_says_what_its_variant_is),
        WORLD_TEST(columns_outside_the_scope_do_not_occur),
        WORLD_TEST(no_area_is_deeper_than_the_scope),
        WORLD_TEST(an_article_too_long_for_every_area_has_none),
        WORLD_TEST(every_area_is_filled_to_the_last_row),
        WORLD_TEST(so_are_those_with_pictures),
        WORLD_TEST(white_beyond_a_row_is_left_only_where_allowed),
        WORLD_TEST(a_boxed_article_has_no_title_at_an_edge),
        WORLD_TEST(a_frame_nobody_asked_for_parts_titles_and_costs),
        WORLD_TEST(a_picture_on_top_keeps_the_title_off_the_edges),
        WORLD_TEST(a_picture_beside_the_title_parts_it_from_the_right),
        WORLD_TEST(a_picture_goes_only_where_it_may),
        WORLD_TEST(a_paragraph_goes_only_where_it_may),
        WORLD_TEST(another_title_is_used_where_it_saves_a_line),
        WORLD_TEST(the_title_stays_where_another_saves_nothing),
        WORLD_TEST(the_same_article_is_set_the_same_way_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
