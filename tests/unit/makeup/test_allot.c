/* SPDX-License-Identifier: MIT */
/* test_allot.c - articles dealt to pages, with trials that are scripted. */
#include "makeup/allot.h"
#include "support/world.h"

#define PLENTY 1000000

/* What the trial of a test says and what it was asked. */
typedef struct script {
    int32_t (*says)(const struct script *s, size_t page, const size_t *lots,
                    size_t count);
    const bul_lot *lots;
    const int *cells;
    size_t page_count;
    int asked;
    int64_t work;          /* of all that was asked */
    int64_t begun;         /* of what was asked before the last trial */
    int late;              /* asked when `limit` was spent */
    int64_t limit;         /* 0: none */
    size_t wants, refuses; /* lots that matter to it */
    int32_t price;
} script;

static int64_t work_of(size_t count)
{
    return count > 0 ? 3 * work_of(count - 1) : 1;
}

static int32_t ask(void *state, size_t page, const size_t *lots, size_t count)
{
    script *s = state;
    for (size_t i = 1; i < count; i++)
        assert_true(lots[i - 1] < lots[i]);
    s->late += s->limit > 0 && s->work >= s->limit ? 1 : 0;
    s->begun = s->work;
    s->work += work_of(count);
    s->asked++;
    return s->says ? s->says(s, page, lots, count) : 0;
}

static bul_allot_puzzle puzzle_of(script *s, const bul_lot *lots,
                                  size_t lot_count, const int *cells,
                                  size_t page_count)
{
    s->lots = lots;
    s->cells = cells;
    s->page_count = page_count;
    return (bul_allot_puzzle){.lots = lots,
                              .lot_count = lot_count,
                              .cells = cells,
                              .page_count = page_count,
                              .most_lots = 9,
                              .trial = ask,
                              .state = s,
                              .most_work = PLENTY};
}

static bul_allotment allot(world *w, const bul_allot_puzzle *puzzle)
{
    return bul_allot(puzzle, &w->arena, &w->arena);
}

static bool has(const size_t *lots, size_t count, size_t lot)
{
    for (size_t i = 0; i < count; i++)
        if (lots[i] == lot)
            return true;
    return false;
}

#define ANY(cells, rank)                                                       \
    {                                                                          \
        (cells), (rank), 0, BUL_NO_PAGE                                        \
    }
#define ON(cells, rank, pages)                                                 \
    {                                                                          \
        (cells), (rank), (pages), BUL_NO_PAGE                                  \
    }
#define WAS(cells, rank, page)                                                 \
    {                                                                          \
        (cells), (rank), 0, (page)                                             \
    }
#define COUNT(list) (sizeof(list) / sizeof *(list))

static const int three_pages[] = {100, 100, 100};

/* ---- Dealing out. ---- */

static void an_article_bound_to_a_page_goes_there(void **state)
{
    bul_lot lots[] = {ANY(30, 5),   ANY(30, 4),   ON(30, 1, 4), ANY(30, 3),
                      ON(80, 9, 4), ON(10, 2, 1), ON(99, 1, 4), ANY(30, 3)};
    script s = {0};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), three_pages, 3);
    bul_allotment done = allot(*state, &puzzle);
    assert_int_equal(done.page_of[2], 2);
    assert_int_equal(done.page_of[4], 2);
    assert_int_equal(done.page_of[5], 0);
    assert_int_equal(done.page_of[6], 2);

    /* Free, the largest of them would not have gone to so full a page. */
    lots[6].pages = 0;
    done = allot(*state, &puzzle);
    assert_int_not_equal(done.page_of[6], 2);
}

static void the_weightiest_leads_the_first_page(void **state)
{
    bul_lot lots[] = {ANY(20, 3), ANY(20, 4), ANY(20, 9), ANY(20, 5)};
    script s = {0};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), three_pages, 3);
    bul_allotment done = allot(*state, &puzzle);
    assert_int_equal(done.page_of[2], 0);
    assert_int_equal(done.page_of[3], 1);
    assert_int_equal(done.page_of[1], 2);

    lots[0].rank = 10;
    done = allot(*state, &puzzle);
    assert_int_equal(done.page_of[0], 0);
    assert_int_equal(done.page_of[2], 1);
}

static void the_weightiest_may_be_bound_to_another_page(void **state)
{
    bul_lot lots[] = {ON(20, 9, 2), ANY(20, 4), ANY(20, 5), ANY(20, 1)};
    script s = {0};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), three_pages, 3);
    bul_allotment done = allot(*state, &puzzle);
    assert_int_equal(done.page_of[0], 1);
    assert_int_equal(done.page_of[2], 0);
    /* The second page has a better one: the next leads the third. */
    assert_int_equal(done.page_of[1], 2);
}

/* ---- What a page may not have. ---- */

static void no_page_has_more_articles_than_it_can_take(void **state)
{
    bul_lot lots[12];
    for (size_t i = 0; i < COUNT(lots); i++)
        lots[i] = (bul_lot)ON(10, 3, 1);
    for (size_t i = 9; i < COUNT(lots); i++)
        lots[i].pages = 0;
    script s = {0};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), three_pages, 3);
    puzzle.most_lots = 5;
    bul_allotment done = allot(*state, &puzzle);
    size_t first = 0, none = 0;
    for (size_t i = 0; i < COUNT(lots); i++) {
        first += done.page_of[i] == 0 ? 1 : 0;
        none += done.page_of[i] == BUL_NO_PAGE ? 1 : 0;
    }
    assert_int_equal(first, 5);
    assert_int_equal(none, 4);

    puzzle.most_lots = 9;
    done = allot(*state, &puzzle);
    for (size_t i = 0; i < 9; i++)
        assert_int_equal(done.page_of[i], 0);
}

/* ---- Trials. ---- */

/* The first page closes only with one lot and without another. */
static int32_t picky(const script *s, size_t page, const size_t *lots,
                     size_t count)
{
    if (page > 0)
        return 0;
    return has(lots, count, s->wants) && !has(lots, count, s->refuses) ? 0 : -1;
}

static void a_page_that_does_not_close_changes_an_article(void **state)
{
    const bul_lot lots[] = {ANY(40, 9), ANY(40, 8), ANY(30, 3),
                            ANY(30, 3), ANY(30, 3), ANY(30, 3)};
    const int cells[] = {100, 100};
    script s = {0};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), cells, 2);
    bul_allotment plain = allot(*state, &puzzle);
    assert_int_equal(plain.exchanges, 0);
    for (size_t i = 2; i < COUNT(lots); i++) {
        if (plain.page_of[i] == 0)
            s.refuses = i;
        else
            s.wants = i;
    }
    s.says = picky;
    bul_allotment done = allot(*state, &puzzle);
    assert_int_equal(done.page_of[s.wants], 0);
    assert_int_equal(done.page_of[s.refuses], 1);
    assert_true(done.is_closed[0] && done.is_closed[1]);
    assert_int_equal(done.exchanges, 1);

    /* A lead is not given away, nor one that is bound to its page. */
    s.refuses = 0;
    done = allot(*state, &puzzle);
    assert_int_equal(done.page_of[0], 0);
    assert_false(done.is_closed[0]);
    assert_true(done.is_closed[1]);
}

static int32_t at_most_two_on_the_first(const script *s, size_t page,
                                        const size_t *lots, size_t count)
{
    (void)s;
    (void)lots;
    return page == 0 && count > 2 ? -1 : 0;
}

static void a_page_that_does_not_close_gives_an_article_away(void **state)
{
    const bul_lot lots[] = {ANY(40, 9), ANY(40, 8), ANY(30, 3),
                            ANY(30, 3), ANY(30, 3), ANY(30, 3)};
    const int cells[] = {100, 100};
    script s = {.says = at_most_two_on_the_first};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), cells, 2);
    bul_allotment done = allot(*state, &puzzle);
    size_t first = 0;
    for (size_t i = 0; i < COUNT(lots); i++)
        first += done.page_of[i] == 0 ? 1 : 0;
    assert_int_equal(first, 2);
    assert_true(done.is_closed[0] && done.is_closed[1]);
    assert_int_equal(done.exchanges, 1);
}

static int32_t never(const script *s, size_t page, const size_t *lots,
                     size_t count)
{
    (void)s;
    (void)page;
    (void)lots;
    (void)count;
    return -1;
}

static void pages_that_never_close_keep_all_their_articles(void **state)
{
    const bul_lot lots[] = {ANY(40, 9), ANY(40, 8), ANY(30, 3), ANY(30, 3)};
    script s = {0};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), three_pages, 3);
    bul_allotment plain = allot(*state, &puzzle);
    s.says = never;
    bul_allotment done = allot(*state, &puzzle);
    assert_memory_equal(done.page_of, plain.page_of,
                        COUNT(lots) * sizeof *done.page_of);
    assert_int_equal(done.exchanges, 0);
    for (size_t page = 0; page < 3; page++) {
        assert_true(plain.is_closed[page]);
        assert_false(done.is_closed[page]);
    }
}

/* A page with two lots that should not meet costs so much. */
static int32_t dear_together(const script *s, size_t page, const size_t *lots,
                             size_t count)
{
    (void)page;
    bool meet = has(lots, count, s->wants) && has(lots, count, s->refuses);
    return meet ? s->price : 0;
}

static void a_page_with_a_fault_changes_an_article(void **state)
{
    const bul_lot lots[] = {ANY(40, 9), ANY(40, 8), ANY(30, 3), ANY(30, 3)};
    const int cells[] = {70, 70};
    script s = {0};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), cells, 2);
    bul_allotment plain = allot(*state, &puzzle);
    s.says = dear_together;
    s.wants = 0;
    s.refuses = plain.page_of[2] == 0 ? 2 : 3;
    s.price = BUL_ALLOT_FAULT;
    bul_allotment done = allot(*state, &puzzle);
    assert_int_equal(plain.page_of[s.refuses], 0);
    assert_int_equal(done.page_of[s.refuses], 1);
    assert_int_equal(done.exchanges, 1);

    /* What is merely dear stays. */
    s.price = BUL_ALLOT_FAULT - 1;
    done = allot(*state, &puzzle);
    assert_int_equal(done.page_of[s.refuses], 0);
    assert_int_equal(done.exchanges, 0);
}

static void no_change_is_begun_when_the_work_is_spent(void **state)
{
    const bul_lot lots[] = {ANY(40, 9), ANY(40, 8), ANY(40, 7), ANY(30, 3),
                            ANY(30, 3), ANY(30, 3), ANY(20, 3), ANY(20, 3)};
    script s = {.says = never};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), three_pages, 3);
    bul_allotment all = allot(*state, &puzzle);
    int asked = s.asked;
    assert_int_equal(all.trials, asked);
    int64_t work = s.work;
    for (int64_t most = 200; most < work; most += 50) {
        s = (script){.says = never, .limit = most};
        puzzle.most_work = most;
        bul_allotment done = allot(*state, &puzzle);
        assert_int_equal(done.trials, s.asked);
        assert_true(s.asked <= asked);
        assert_int_equal(s.late, 0);
        assert_true(s.begun < most);
    }
}

static void the_same_lots_are_not_tried_twice(void **state)
{
    const bul_lot lots[] = {ANY(40, 9), ANY(40, 8), ANY(30, 3), ANY(30, 3)};
    const int cells[] = {70, 70};
    script s = {.says = never};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), cells, 2);
    allot(*state, &puzzle);
    /* Each page has its lead and some of the two others. */
    assert_true(s.asked <= 2 * 4);
}

/* ---- Last time. ---- */

static void what_stood_somewhere_stays_there(void **state)
{
    bul_lot lots[] = {WAS(40, 9, 2), WAS(90, 3, 1), WAS(90, 3, 1),
                      ANY(10, 4),    WAS(20, 3, 0), ANY(10, 2)};
    script s = {0};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), three_pages, 3);
    bul_allotment done = allot(*state, &puzzle);
    for (size_t i = 0; i < COUNT(lots); i++)
        if (lots[i].page != BUL_NO_PAGE)
            assert_int_equal(done.page_of[i], lots[i].page);

    /* Control: nothing stood anywhere. */
    for (size_t i = 0; i < COUNT(lots); i++)
        lots[i].page = BUL_NO_PAGE;
    done = allot(*state, &puzzle);
    assert_int_equal(done.page_of[0], 0);
    assert_int_not_equal(done.page_of[1], done.page_of[2]);
}

static void a_place_that_is_forbidden_now_is_left(void **state)
{
    bul_lot lots[] = {WAS(40, 9, 2), WAS(40, 3, 7), WAS(40, 2, 1)};
    lots[0].pages = 3;
    script s = {0};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), three_pages, 3);
    bul_allotment done = allot(*state, &puzzle);
    assert_true(done.page_of[0] <= 1);
    assert_true(done.page_of[1] <= 2);
    assert_int_equal(done.page_of[2], 1);
}

static void what_stood_somewhere_moves_where_a_page_does_not_close(void **state)
{
    const bul_lot lots[] = {WAS(40, 9, 0), WAS(40, 8, 1), WAS(30, 3, 0),
                            WAS(30, 3, 1)};
    const int cells[] = {70, 70};
    script s = {.says = picky, .wants = 3, .refuses = 2};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, COUNT(lots), cells, 2);
    bul_allotment done = allot(*state, &puzzle);
    assert_true(done.is_closed[0]);
    assert_int_equal(done.page_of[3], 0);
    assert_int_equal(done.page_of[2], 1);
}

static void no_articles_and_one_page_are_no_trouble(void **state)
{
    const bul_lot lots[] = {ANY(0, 0)};
    script s = {0};
    bul_allot_puzzle puzzle = puzzle_of(&s, lots, 0, three_pages, 3);
    bul_allotment done = allot(*state, &puzzle);
    assert_int_equal(done.exchanges, 0);
    puzzle = puzzle_of(&s, lots, 1, three_pages, 1);
    done = allot(*state, &puzzle);
    assert_int_equal(done.page_of[0], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_article_bound_to_a_page_goes_there),
        WORLD_TEST(the_weightiest_leads_the_first_page),
        WORLD_TEST(the_weightiest_may_be_bound_to_another_page),
        WORLD_TEST(no_page_has_more_articles_than_it_can_take),
        WORLD_TEST(a_page_that_does_not_close_changes_an_article),
        WORLD_TEST(a_page_that_does_not_close_gives_an_article_away),
        WORLD_TEST(pages_that_never_close_keep_all_their_articles),
        WORLD_TEST(a_page_with_a_fault_changes_an_article),
        WORLD_TEST(no_change_is_begun_when_the_work_is_spent),
        WORLD_TEST(the_same_lots_are_not_tried_twice),
        WORLD_TEST(what_stood_somewhere_stays_there),
        WORLD_TEST(a_place_that_is_forbidden_now_is_left),
        WORLD_TEST(what_stood_somewhere_moves_where_a_page_does_not_close),
        WORLD_TEST(no_articles_and_one_page_are_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
