/* SPDX-License-Identifier: MIT */
#include "sheet/imposition.h"
#include "support/world.h"

#define WIDTH  100000
#define HEIGHT 200000
#define BLEED  5000

static bul_sheet_order order_of(bul_scheme scheme, size_t page_count)
{
    return (bul_sheet_order){.scheme = scheme,
                             .page_count = page_count,
                             .page_width = WIDTH,
                             .page_height = HEIGHT,
                             .bleed = BLEED};
}

static const bul_sheet_side *side_of(const bul_imposition *made, size_t index)
{
    assert_true(index < made->sides.count);
    return &made->sides.items[index];
}

/* The pages in the order in which a reader of the folded sheets meets them:
 * inwards on the right of fronts and the left of backs, then outwards. */
static void read_folded(const bul_imposition *made, bool binds_right,
                        size_t *pages)
{
    size_t sheet_count = made->sides.count / 2, count = 0;
    size_t first = binds_right ? 0 : 1;
    for (size_t i = 0; i < sheet_count; i++) {
        pages[count++] = side_of(made, 2 * i)->places[first].page;
        pages[count++] = side_of(made, 2 * i + 1)->places[1 - first].page;
    }
    for (size_t i = sheet_count; i-- > 0;) {
        pages[count++] = side_of(made, 2 * i + 1)->places[first].page;
        pages[count++] = side_of(made, 2 * i)->places[1 - first].page;
    }
}

static void folded_sheets_read_in_order(void **state)
{
    for (size_t page_count = 1; page_count <= 33; page_count++) {
        for (int right = 0; right < 2; right++) {
            bul_sheet_order order = order_of(BUL_SCHEME_FOLD, page_count);
            order.binds_right = right != 0;
            bul_imposition made = bul_impose(*state, &order);
            size_t pages[36];
            read_folded(&made, order.binds_right, pages);
            assert_int_equal(made.sides.count * 2,
                             page_count + made.blank_count);
            assert_true(made.blank_count < 4);
            for (size_t i = 0; i < page_count + made.blank_count; i++)
                assert_int_equal(pages[i], i < page_count ? i + 1 : 0);
        }
    }
}

static void eight_pages_are_dealt_out_as_the_trade_does(void **state)
{
    static const size_t pages[4][2] = {{8, 1}, {2, 7}, {6, 3}, {4, 5}};
    bul_sheet_order order = order_of(BUL_SCHEME_FOLD, 8);
    bul_imposition made = bul_impose(*state, &order);
    for (size_t i = 0; i < 4; i++) {
        const bul_sheet_side *side = side_of(&made, i);
        assert_int_equal(side->sheet, i / 2 + 1);
        assert_int_equal(side->is_back, i % 2);
        assert_int_equal(side->places[0].page, pages[i][0]);
        assert_int_equal(side->places[1].page, pages[i][1]);
    }
}

static void nothing_is_shown_across_the_fold(void **state)
{
    bul_sheet_order order = order_of(BUL_SCHEME_FOLD, 16);
    order.creep = 300;
    bul_imposition made = bul_impose(*state, &order);
    assert_int_equal(made.fold, WIDTH);
    for (size_t i = 0; i < made.sides.count; i++) {
        const bul_sheet_place *left = &side_of(&made, i)->places[0];
        const bul_sheet_place *right = &side_of(&made, i)->places[1];
        assert_int_equal(left->x + WIDTH + left->right, made.fold);
        assert_int_equal(right->x - right->left, made.fold);
        assert_int_equal(left->left, BLEED);
        assert_int_equal(right->right, BLEED);
        assert_int_equal(left->top, BLEED);
    }
}

static void inner_sheets_move_to_the_spine(void **state)
{
    bul_sheet_order order = order_of(BUL_SCHEME_FOLD, 12);
    order.creep = 300;
    bul_imposition made = bul_impose(*state, &order);
    for (size_t i = 0; i < 6; i++) {
        bul_mpt push = (bul_mpt)(i / 2) * 300;
        assert_int_equal(side_of(&made, i)->places[0].x, push);
        assert_int_equal(side_of(&made, i)->places[1].x, WIDTH - push);
    }
}

static void smaller_pages_fit_their_cells_in_reading_order(void **state)
{
    bul_sheet_order order = order_of(BUL_SCHEME_UP, 7);
    order.bleed = 0;
    order.across = order.down = 2;
    order.paper_width = WIDTH;
    order.paper_height = HEIGHT;
    bul_imposition made = bul_impose(*state, &order);
    assert_int_equal(made.sides.count, 2);
    assert_int_equal(side_of(&made, 1)->place_count, 3);
    const bul_sheet_side *side = side_of(&made, 0);
    for (int i = 0; i < 4; i++) {
        const bul_sheet_place *at = &side->places[i];
        assert_int_equal(at->page, i + 1);
        assert_int_equal(at->scale, 500);
        assert_int_equal(at->x, i % 2 * WIDTH / 2);
        assert_int_equal(at->y, i / 2 * HEIGHT / 2);
    }
    order.binds_right = true;
    made = bul_impose(*state, &order);
    assert_int_equal(side_of(&made, 0)->places[0].x, WIDTH / 2);
}

static void a_page_keeps_its_shape_in_a_cell_of_another(void **state)
{
    bul_sheet_order order = order_of(BUL_SCHEME_UP, 2);
    order.across = 2;
    order.down = 1;
    order.paper_width = HEIGHT;
    order.paper_height = WIDTH;
    bul_imposition made = bul_impose(*state, &order);
    const bul_sheet_place *at = &side_of(&made, 0)->places[1];
    assert_int_equal(at->scale, 500);
    assert_int_equal(at->x, HEIGHT / 2 + (HEIGHT / 2 - WIDTH / 2) / 2);
    assert_int_equal(at->y, 0);
}

static void a_page_twice_leaves_room_for_both_bleeds(void **state)
{
    bul_sheet_order order = order_of(BUL_SCHEME_REPEAT, 3);
    bul_imposition made = bul_impose(*state, &order);
    assert_int_equal(made.sides.count, 3);
    assert_int_equal(made.width, 2 * WIDTH + 2 * BLEED);
    for (size_t i = 0; i < 3; i++) {
        const bul_sheet_side *side = side_of(&made, i);
        assert_int_equal(side->places[0].page, i + 1);
        assert_int_equal(side->places[1].page, i + 1);
        assert_int_equal(side->places[1].x, WIDTH + 2 * BLEED);
        assert_int_equal(side->is_back, i % 2);
    }
}

static int open_arena(void **state)
{
    static bul_arena arena;
    memset(&arena, 0, sizeof arena);
    *state = &arena;
    return 0;
}

static int close_arena(void **state)
{
    bul_arena_release(*state);
    return 0;
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(folded_sheets_read_in_order),
        TEST(eight_pages_are_dealt_out_as_the_trade_does),
        TEST(nothing_is_shown_across_the_fold),
        TEST(inner_sheets_move_to_the_spine),
        TEST(smaller_pages_fit_their_cells_in_reading_order),
        TEST(a_page_keeps_its_shape_in_a_cell_of_another),
        TEST(a_page_twice_leaves_room_for_both_bleeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
