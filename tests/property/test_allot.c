/* SPDX-License-Identifier: MIT */
/* test_allot.c - articles by the dice, dealt to pages. */
#include "makeup/allot.h"
#include "support/random.h"
#include "support/world.h"

#define MOST_LOTS 40

#define ANY(cells, rank)                                                       \
    {                                                                          \
        (cells), (rank), 0, BUL_NO_PAGE                                        \
    }
#define ON(cells, rank, pages)                                                 \
    {                                                                          \
        (cells), (rank), (pages), BUL_NO_PAGE                                  \
    }

/* Lots, pages and sizes by the dice; the last lot is so large that all pages
 * together are just filled. */
typedef struct dealt {
    bul_lot lots[MOST_LOTS];
    int cells[8];
    size_t lot_count, page_count;
} dealt;

static dealt deal(dice *d, bool is_bound)
{
    dealt m = {.lot_count = 6 + dice_below(d, 25),
               .page_count = 2 + dice_below(d, 4)};
    int total = 0, room = 0;
    for (size_t i = 0; i < m.lot_count; i++) {
        m.lots[i] = (bul_lot){5 + (int)dice_below(d, 60), (int)dice_below(d, 7),
                              0, BUL_NO_PAGE};
        total += m.lots[i].cells;
        if (is_bound && dice_chance(d, 40))
            m.lots[i].pages =
                1 + dice_below(d, ((size_t)1 << m.page_count) - 1);
    }
    for (size_t n = 0; n < m.page_count; n++) {
        m.cells[n] = total / (int)m.page_count + (int)dice_below(d, 50);
        room += m.cells[n];
    }
    m.lots[m.lot_count] =
        (bul_lot){room - total > 0 ? room - total : 0, 0, 0, BUL_NO_PAGE};
    while (room < total) {
        m.cells[0]++;
        room++;
    }
    m.lot_count++;
    return m;
}

/* Closes by chance, always the same for the same lots. */
static int32_t by_chance(void *state, size_t page, const size_t *lots,
                         size_t count)
{
    uint64_t sum = page + 7;
    (void)state;
    for (size_t i = 0; i < count; i++)
        sum = sum * 131 + lots[i] + 1;
    dice d = dice_from(sum);
    return dice_chance(&d, 40) ? (int32_t)dice_below(&d, 2000) : -1;
}

static int32_t always(void *state, size_t page, const size_t *lots,
                      size_t count)
{
    (void)state;
    (void)page;
    (void)lots;
    (void)count;
    return 0;
}

static bul_allot_puzzle puzzle_of(const dealt *m)
{
    return (bul_allot_puzzle){.lots = m->lots,
                              .lot_count = m->lot_count,
                              .cells = m->cells,
                              .page_count = m->page_count,
                              .most_lots = MOST_LOTS,
                              .trial = always,
                              .most_work = 1000000};
}

static bul_allotment allot(world *w, const bul_allot_puzzle *puzzle)
{
    return bul_allot(puzzle, &w->arena, &w->arena);
}

/* ---- Leads. ---- */

static int highest(const dealt *m, const size_t *page_of, size_t page)
{
    int rank = -1;
    for (size_t i = 0; i < m->lot_count; i++)
        if (page_of[i] == page && m->lots[i].rank > rank)
            rank = m->lots[i].rank;
    return rank;
}

/* Of free lots the weightiest are those that lead; each page has one, and no
 * later page a weightier one. */
static size_t pages_led_badly(const dealt *m, const size_t *page_of)
{
    size_t bad = 0;
    for (size_t page = 0; page < m->page_count; page++) {
        size_t better = 0;
        for (size_t i = 0; i < m->lot_count; i++)
            better += m->lots[i].rank > highest(m, page_of, page) ? 1 : 0;
        bad += better > page || highest(m, page_of, page) < 0 ? 1 : 0;
    }
    return bad;
}

static void law_of_leads(world *w, dice *d)
{
    dealt m = deal(d, false);
    bul_allot_puzzle puzzle = puzzle_of(&m);
    puzzle.most_work = 1;
    bul_allotment done = allot(w, &puzzle);
    assert_int_equal(pages_led_badly(&m, done.page_of), 0);

    /* Control: the lead of the first page put on the last. */
    for (size_t i = 0; i < m.lot_count; i++)
        if (m.lots[i].rank == highest(&m, done.page_of, 0))
            done.page_of[i] = m.page_count - 1;
    for (size_t i = 0; i < m.lot_count; i++)
        if (done.page_of[i] == 0)
            m.lots[i].rank = -1;
    assert_true(pages_led_badly(&m, done.page_of) > 0);
}

static void every_page_has_a_lead_the_first_the_weightiest(void **state)
{
    dice_check(law_of_leads, *state, 300);
}

/* ---- What a page may not have. ---- */

static size_t misplaced(const dealt *m, const size_t *page_of)
{
    size_t count = 0;
    for (size_t i = 0; i < m->lot_count; i++)
        count += page_of[i] != BUL_NO_PAGE && m->lots[i].pages != 0 &&
                         (m->lots[i].pages >> page_of[i] & 1) == 0
                     ? 1
                     : 0;
    return count;
}

static size_t most_on_a_page(const dealt *m, const size_t *page_of)
{
    size_t most = 0;
    for (size_t page = 0; page < m->page_count; page++) {
        size_t count = 0;
        for (size_t i = 0; i < m->lot_count; i++)
            count += page_of[i] == page ? 1 : 0;
        most = count > most ? count : most;
    }
    return most;
}

static void law_of_places(world *w, dice *d)
{
    dealt m = deal(d, true);
    bul_allot_puzzle puzzle = puzzle_of(&m);
    puzzle.trial = by_chance;
    puzzle.most_lots = 3 + dice_below(d, 6);
    puzzle.most_work = 20000;
    bul_allotment done = allot(w, &puzzle);
    assert_int_equal(misplaced(&m, done.page_of), 0);
    assert_true(most_on_a_page(&m, done.page_of) <= puzzle.most_lots);
}

static void nothing_is_put_where_it_may_not_stand(void **state)
{
    dice_check(law_of_places, *state, 300);
}

static void the_check_of_places_finds_one_misplaced(void **state)
{
    (void)state;
    dealt m = {
        .lots = {ON(1, 1, 2), ANY(1, 1)}, .lot_count = 2, .page_count = 2};
    size_t page_of[] = {1, 0};
    assert_int_equal(misplaced(&m, page_of), 0);
    assert_int_equal(most_on_a_page(&m, page_of), 1);
    page_of[0] = 0;
    assert_int_equal(misplaced(&m, page_of), 1);
    assert_int_equal(most_on_a_page(&m, page_of), 2);
}

/* ---- Levelling. ---- */

static int load_of(const dealt *m, const size_t *page_of, size_t page)
{
    int load = 0;
    for (size_t i = 0; i < m->lot_count; i++)
        load += page_of[i] == page ? m->lots[i].cells : 0;
    return load;
}

static int64_t square(int64_t x)
{
    return x * x;
}

/* How far two pages are off, with so many cells more on the first of them and
 * fewer on the second. The copy just fills the pages, so each should have its
 * own cells. */
static int64_t off(const dealt *m, const size_t *page_of, size_t p, size_t q,
                   int more)
{
    return square(load_of(m, page_of, p) + more - m->cells[p]) +
           square(load_of(m, page_of, q) - more - m->cells[q]);
}

static bool may_stand(const dealt *m, size_t lot, size_t page)
{
    return m->lots[lot].pages == 0 || (m->lots[lot].pages >> page & 1) != 0;
}

/* Leads stay where they are: one of each page's weightiest is not counted. */
static bool leads(const dealt *m, const size_t *page_of, size_t lot)
{
    return m->lots[lot].rank == highest(m, page_of, page_of[lot]);
}

/* Moves and swaps that would make two pages more equal. */
static size_t improvements(const dealt *m, const size_t *page_of)
{
    size_t count = 0;
    for (size_t i = 0; i < m->lot_count; i++) {
        size_t p = page_of[i];
        if (leads(m, page_of, i))
            continue;
        for (size_t q = 0; q < m->page_count; q++)
            count += q != p && may_stand(m, i, q) &&
                             off(m, page_of, p, q, -m->lots[i].cells) <
                                 off(m, page_of, p, q, 0)
                         ? 1
                         : 0;
        for (size_t j = i + 1; j < m->lot_count; j++) {
            size_t q = page_of[j];
            int more = m->lots[j].cells - m->lots[i].cells;
            count +=
                q != p && !leads(m, page_of, j) && may_stand(m, i, q) &&
                        may_stand(m, j, p) &&
                        off(m, page_of, p, q, more) < off(m, page_of, p, q, 0)
                    ? 1
                    : 0;
        }
    }
    return count;
}

static void law_of_levelling(world *w, dice *d)
{
    dealt m = deal(d, dice_chance(d, 50));
    bul_allot_puzzle puzzle = puzzle_of(&m);
    bul_allotment done = allot(w, &puzzle);
    assert_int_equal(done.exchanges, 0);
    assert_int_equal(improvements(&m, done.page_of), 0);
}

static void no_move_or_swap_makes_pages_more_equal(void **state)
{
    dice_check(law_of_levelling, *state, 400);
}

static void the_check_of_levelling_finds_a_move_and_a_swap(void **state)
{
    (void)state;
    dealt m = {.lots = {ANY(40, 9), ANY(40, 9), ANY(30, 1), ANY(10, 1)},
               .cells = {60, 60},
               .lot_count = 4,
               .page_count = 2};
    size_t level[] = {0, 1, 0, 1}, heaped[] = {0, 1, 0, 0};
    assert_int_equal(improvements(&m, level), 0);
    assert_true(improvements(&m, heaped) > 0);
    m.lots[0].cells = 50; /* 80 beside 50: the 30 and the 10 change */
    m.cells[0] = m.cells[1] = 65;
    assert_int_equal(improvements(&m, level), 1);
}

/* ---- The same again. ---- */

static void law_of_sameness(world *w, dice *d)
{
    dealt m = deal(d, true);
    bul_allot_puzzle puzzle = puzzle_of(&m);
    puzzle.trial = by_chance;
    puzzle.most_work = 5000;
    bul_allotment first = allot(w, &puzzle), second = allot(w, &puzzle);
    assert_memory_equal(first.page_of, second.page_of,
                        m.lot_count * sizeof *first.page_of);
    assert_memory_equal(first.is_closed, second.is_closed,
                        m.page_count * sizeof *first.is_closed);
    assert_int_equal(first.exchanges, second.exchanges);
    assert_int_equal(first.trials, second.trials);
}

static void the_same_articles_go_to_the_same_pages(void **state)
{
    dice_check(law_of_sameness, *state, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_page_has_a_lead_the_first_the_weightiest),
        WORLD_TEST(nothing_is_put_where_it_may_not_stand),
        WORLD_TEST(the_check_of_places_finds_one_misplaced),
        WORLD_TEST(no_move_or_swap_makes_pages_more_equal),
        WORLD_TEST(the_check_of_levelling_finds_a_move_and_a_swap),
        WORLD_TEST(the_same_articles_go_to_the_same_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
