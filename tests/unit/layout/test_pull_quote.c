/* SPDX-License-Identifier: MIT */
/* 引语块: where an article has one, where it stands, and where it does not. */
#include "layout/elastic_parts.h"
#include "support/elastics.h"

#define PLAN                                                                   \
    "pull_quote: {spans: [1, 2], lines: 12, rule: 1pt, style: {size: 12pt, "   \
    "leading: 16pt}, mark: {size: 20pt}}\n"
#define ROWS     34
#define SENTENCE "天地玄黄，宇宙洪荒。"

static desk *open(world *w, const char *plan)
{
    return desk_open(w, ELASTICS_COLUMNS, plan);
}

/* So many lines, the sentence among the first. */
static const char *article(desk *d, const char *keys, size_t lines)
{
    const char *front = desk_join(d, "---\ntitle: 题目\n", keys);
    front = desk_join(d, front, "---\n\n" SENTENCE "\n\n");
    return desk_join(d, front, elastics_body(d, lines));
}

/* All columns, in deeper areas than others need. */
static bul_elastic *set(desk *d, const char *text)
{
    bul_elastic_scope scope = elastics_all;
    scope.rows = ROWS;
    return elastics_set(d, text, scope);
}

static bul_elastic *quoting(desk *d, size_t lines)
{
    return set(d, article(d, "quotes: " SENTENCE "\n", lines));
}

static size_t with_quote(const bul_elastic *elastic, int columns)
{
    size_t count = 0;
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_variant *variant = elastics_variant(elastic, i);
        if (variant->quote.columns == columns)
            count++;
    }
    return count;
}

static void areas_with_a_quote_are_filled_and_others_are_as_before(void **state)
{
    desk *d = open(*state, PLAN);
    bul_elastic *plain = set(d, article(d, "", 30));
    bul_elastic *elastic = quoting(d, 30);
    assert_true(elastic->areas.count > plain->areas.count);
    assert_true(with_quote(elastic, 1) > 0 && with_quote(elastic, 2) > 0);
    assert_int_equal(with_quote(plain, 1) + with_quote(plain, 2), 0);
    elastics_check(d, elastic, 0);
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_variant *variant = elastics_variant(elastic, i);
        bool has_one = variant->quote.columns > 0;
        assert_true(!has_one || variant->cost >= BUL_COST_QUOTE);
        assert_true(has_one == (bul_elastic_quote(elastic, variant).len > 0));
    }
}

static void it_is_never_dearer_than_without(void **state)
{
    desk *d = open(*state, PLAN);
    bul_elastic *plain = set(d, article(d, "", 30));
    bul_elastic *elastic = quoting(d, 30);
    for (size_t i = 0, n = 0; i < plain->areas.count; i++) {
        const bul_area *area = &plain->areas.items[i];
        while (elastic->areas.items[n].columns != area->columns ||
               elastic->areas.items[n].rows != area->rows ||
               elastic->areas.items[n].edges != area->edges)
            n++;
        assert_true(elastic->areas.items[n].cost <= area->cost);
    }
}

static void there_is_none_unless_layout_and_article_allow_it(void **state)
{
    desk *d = open(*state, "");
    assert_int_equal(with_quote(quoting(d, 30), 1), 0);
    d = open(*state, "pull_quote: {spans: 1, lines: 40}\n");
    assert_int_equal(with_quote(quoting(d, 30), 1), 0);
    d = open(*state, "pull_quote: {spans: 1, lines: 20}\n");
    bul_elastic *elastic = quoting(d, 30);
    assert_true(with_quote(elastic, 1) > 0);
    assert_int_equal(with_quote(elastic, 2), 0);
    const char *brief = "quotes: " SENTENCE "\nlevel: brief\n";
    elastic = set(d, article(d, brief, 30));
    assert_int_equal(with_quote(elastic, 1), 0);
    bul_elastic_scope part = elastics_all;
    part.rows = ROWS;
    part.galley = bul_elastic_body(quoting(d, 30));
    elastic = elastics_set(d, article(d, "quotes: " SENTENCE "\n", 30), part);
    assert_int_equal(with_quote(elastic, 1), 0);
}

static void it_never_takes_all_columns_of_several(void **state)
{
    desk *d = open(*state, "pull_quote: {spans: [2, 4], lines: 12}\n");
    bul_elastic *elastic = quoting(d, 40);
    size_t count = 0;
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_variant *variant = elastics_variant(elastic, i);
        assert_true(variant->quote.columns < variant->columns);
        count += variant->quote.columns > 0 ? 1 : 0;
    }
    assert_true(count > 0);
}

/* ---- Its place. ---- */

static const bul_variant *variant_with(const bul_elastic *elastic, int columns)
{
    for (size_t i = 0; i < elastic->areas.count; i++)
        if (elastics_variant(elastic, i)->quote.columns == columns)
            return elastics_variant(elastic, i);
    return NULL;
}

/* Rows of text over it and under it in one of its columns. */
static void count_text(const bul_story *story, const bul_attempt *attempt,
                       int column, int *over, int *under)
{
    *over = *under = 0;
    for (size_t i = 0; i < attempt->slugs.count; i++) {
        const bul_placed_slug *placed = &attempt->slugs.items[i];
        int rows = story->galley->slugs.items[placed->slug].rows;
        if (placed->column != column)
            continue;
        if (placed->row < attempt->quote.row)
            *over += rows;
        else
            *under += rows;
    }
}

static void text_stands_over_it_and_under_it(void **state)
{
    desk *d = open(*state, PLAN);
    bul_elastic *elastic = quoting(d, 34);
    for (size_t i = 0; i < elastic->areas.count; i++) {
        const bul_variant *variant = elastics_variant(elastic, i);
        bul_attempt attempt;
        bul_story *story = bul_elastic_story(&d->c, elastic, variant, &attempt);
        const bul_quote_place *quote = &attempt.quote;
        assert_int_equal(quote->columns, variant->quote.columns);
        for (int n = 0; n < quote->columns; n++) {
            int over, under;
            count_text(story, &attempt, quote->column + n, &over, &under);
            assert_true(over >= BUL_QUOTE_BESIDE - 1);
            assert_true(under >= BUL_QUOTE_BESIDE - 2);
        }
    }
}

/* The line that stands just over the quote, as its sentence. */
static bul_span line_over(const bul_story *story, const bul_attempt *attempt)
{
    for (size_t i = attempt->slugs.count; i-- > 0;) {
        const bul_placed_slug *placed = &attempt->slugs.items[i];
        if (placed->column == attempt->quote.column &&
            placed->row < attempt->quote.row)
            return story->galley->slugs.items[placed->slug].span;
    }
    return (bul_span){0};
}

static void it_moves_away_from_the_sentence_it_repeats(void **state)
{
    desk *d = open(*state, PLAN);
    bul_elastic *elastic = quoting(d, 34);
    const bul_variant *variant = variant_with(elastic, 1);
    assert_non_null(variant);
    bul_attempt attempt;
    bul_story *story = bul_elastic_story(&d->c, elastic, variant, &attempt);
    bul_quote_place first = attempt.quote;
    story->quote.span = line_over(story, &attempt);
    assert_true(story->quote.span.file > 0);
    attempt = bul_story_fill(story, variant->rows, d->scratch);
    assert_true(!attempt.is_done || attempt.quote.column != first.column ||
                attempt.quote.row > first.row + 1);

    story->quote.span.start = 0; /* all of the text: it is near everywhere */
    story->quote.span.end = UINT32_MAX;
    assert_false(bul_story_fill(story, variant->rows, d->scratch).is_done);
}

/* A variant with a quote, without the end of its text. */
static bul_variant cut_variant(const bul_elastic *elastic)
{
    const bul_variant *whole = variant_with(elastic, 1);
    bul_variant cut = whole ? *whole : (bul_variant){0};
    assert_non_null(whole);
    const bul_elastic_span *span = elastic->spans.items[cut.span];
    cut.text = 0;
    while (span->texts.items[cut.text].foot.file == 0)
        cut.text++;
    return cut;
}

/* Is there a depth that the story fills? */
static bool fills_some(desk *d, const bul_story *story)
{
    for (int rows = 1; rows <= ROWS; rows++)
        if (bul_story_fill(story, rows, d->scratch).is_done)
            return true;
    return false;
}

static void no_sentence_is_large_that_is_not_printed(void **state)
{
    desk *d = open(*state, PLAN);
    const char *front =
        "---\ntitle: 题目\ntrim: bottom\nquotes: " SENTENCE "\n---\n\n";
    const char *text = desk_join(d, front, elastics_body(d, 40));
    bul_elastic_scope scope = elastics_all;
    scope.rows = ROWS;
    scope.may_drop_text = true;
    bul_elastic *elastic =
        elastics_set(d, desk_join(d, text, SENTENCE "\n"), scope);
    bul_variant cut = cut_variant(elastic);
    bul_attempt attempt;
    bul_story *story = bul_elastic_story(&d->c, elastic, &cut, &attempt);
    assert_false(fills_some(d, story));

    const bul_slug *first = &story->galley->slugs.items[0];
    story->quote.span = first->span; /* as if the first line said it */
    assert_true(fills_some(d, story));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(areas_with_a_quote_are_filled_and_others_are_as_before),
        WORLD_TEST(it_is_never_dearer_than_without),
        WORLD_TEST(there_is_none_unless_layout_and_article_allow_it),
        WORLD_TEST(it_never_takes_all_columns_of_several),
        WORLD_TEST(text_stands_over_it_and_under_it),
        WORLD_TEST(it_moves_away_from_the_sentence_it_repeats),
        WORLD_TEST(no_sentence_is_large_that_is_not_printed)};
    return cmocka_run_group_tests_name("pull_quote", tests, NULL, NULL);
}
