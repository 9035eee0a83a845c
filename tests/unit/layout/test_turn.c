/* SPDX-License-Identifier: MIT */
#include "layout/turn.h"
#include "support/random.h"
#include "support/world.h"

#define DEPTH  300000
#define LENGTH 500000

static bul_item *add_item(world *w, bul_block_of_type *block,
                          bul_item_type type)
{
    bul_item *item = BUL_PUSH(&w->arena, &block->items);
    item->type = type;
    return item;
}

static void add_bar(world *w, bul_block_of_type *block, bul_mpt x, bul_mpt y,
                    bul_mpt width, bul_mpt height)
{
    bul_block_add_bar(&w->arena, block,
                      (bul_bar){.x = x, .y = y, .w = width, .h = height});
}

static void the_first_line_becomes_the_rightmost(void **state)
{
    world *w = *state;
    bul_block_of_type block = {0};
    bul_glyph_run *run = &add_item(w, &block, BUL_ITEM_GLYPHS)->as.glyphs;
    run->x = 20000; /* along the line */
    run->y = 10000; /* from the edge of the first line */
    run->turn = BUL_TURN_UPRIGHT;
    bul_block_turn(&w->arena, &block, DEPTH);

    run = &block.items.items[0].as.glyphs;
    assert_int_equal(run->x, DEPTH - 10000);
    assert_int_equal(run->y, 20000);
    assert_int_equal(run->turn, BUL_TURN_UPRIGHT);
}

static void a_run_keeps_the_way_it_was_set(void **state)
{
    world *w = *state;
    static const bul_turn turns[] = {BUL_TURN_ACROSS, BUL_TURN_UPRIGHT,
                                     BUL_TURN_SIDEWAYS};
    bul_block_of_type block = {0};
    for (size_t i = 0; i < 3; i++)
        add_item(w, &block, BUL_ITEM_GLYPHS)->as.glyphs.turn = turns[i];
    bul_block_turn(&w->arena, &block, DEPTH);

    for (size_t i = 0; i < 3; i++)
        assert_int_equal(block.items.items[i].as.glyphs.turn, turns[i]);
}

static void a_rule_under_lines_stands_at_their_left(void **state)
{
    world *w = *state;
    bul_block_of_type block = {0};
    add_bar(w, &block, 0, 100000, 200000, 500);
    bul_block_turn(&w->arena, &block, DEPTH);

    const bul_bar *bar = &block.items.items[0].as.bar;
    assert_int_equal(bar->x, DEPTH - 100000 - 500);
    assert_int_equal(bar->y, 0);
    assert_int_equal(bar->w, 500);
    assert_int_equal(bar->h, 200000);
}

static void a_picture_gets_its_place_and_keeps_its_cuts(void **state)
{
    world *w = *state;
    bul_block_of_type block = {0};
    bul_placed_picture *picture =
        &add_item(w, &block, BUL_ITEM_PICTURE)->as.picture;
    *picture = (bul_placed_picture){.x = 1000,
                                    .y = 2000,
                                    .w = 60000,
                                    .h = 90000,
                                    .crop_sides = 12,
                                    .crop_ends = 34};
    bul_block_turn(&w->arena, &block, DEPTH);

    picture = &block.items.items[0].as.picture;
    assert_int_equal(picture->x, DEPTH - 2000 - 90000);
    assert_int_equal(picture->y, 1000);
    assert_int_equal(picture->w, 90000);
    assert_int_equal(picture->h, 60000);
    assert_int_equal(picture->crop_sides, 12);
    assert_int_equal(picture->crop_ends, 34);
}

static void what_is_drawn_above_a_line_stands_at_its_right(void **state)
{
    world *w = *state;
    static const bul_stroke strokes[] = {
        {.pen = BUL_PEN_MOVE, .x = {0}, .y = {0}},
        {.pen = BUL_PEN_CURVE, .x = {1, 2, 3}, .y = {-10, -20, -30}}};
    bul_block_of_type block = {0};
    bul_drawing *drawing = &add_item(w, &block, BUL_ITEM_DRAWING)->as.drawing;
    *drawing = (bul_drawing){
        .x = 7000, .y = 9000, .strokes = strokes, .stroke_count = 2};
    bul_block_turn(&w->arena, &block, DEPTH);

    drawing = &block.items.items[0].as.drawing;
    assert_int_equal(drawing->x, DEPTH - 9000);
    assert_int_equal(drawing->y, 7000);
    assert_int_equal(drawing->strokes[1].pen, BUL_PEN_CURVE);
    assert_int_equal(drawing->strokes[1].x[2], 30); /* to the right */
    assert_int_equal(drawing->strokes[1].y[2], 3);  /* along the line */
    assert_int_equal(strokes[1].x[2], 3); /* what was set is not changed */
}

static void a_link_covers_the_same_words(void **state)
{
    world *w = *state;
    bul_block_of_type block = {0};
    *BUL_PUSH(&w->arena, &block.links) =
        (bul_link){.x = 10000, .y = 20000, .w = 30000, .h = 9000};
    bul_block_turn(&w->arena, &block, DEPTH);

    assert_int_equal(block.links.items[0].x, DEPTH - 20000 - 9000);
    assert_int_equal(block.links.items[0].y, 10000);
    assert_int_equal(block.links.items[0].w, 9000);
    assert_int_equal(block.links.items[0].h, 30000);
}

static void marks_and_their_order_stay(void **state)
{
    world *w = *state;
    bul_page page = {.width = LENGTH, .height = DEPTH};
    bul_page_begin(&w->arena, &page, BUL_ROLE_ARTICLE, 3);
    bul_page_add_bar(&w->arena, &page, (bul_bar){.w = 10, .h = 20});
    bul_page_end(&w->arena, &page, BUL_ROLE_ARTICLE, 3);
    bul_page_turn(&w->arena, &page);

    assert_int_equal(page.items.items[0].type, BUL_ITEM_BEGIN);
    assert_int_equal(page.items.items[0].as.mark.number, 3);
    assert_int_equal(page.items.items[1].type, BUL_ITEM_BAR);
    assert_int_equal(page.items.items[2].type, BUL_ITEM_END);
}

static void a_page_changes_its_width_and_height(void **state)
{
    world *w = *state;
    bul_page page = {.width = LENGTH, .height = DEPTH};
    bul_page_turn(&w->arena, &page);

    assert_int_equal(page.width, DEPTH);
    assert_int_equal(page.height, LENGTH);
}

/* ---- Laws. ---- */

static bul_mpt roll(dice *rolled, int limit)
{
    return (bul_mpt)dice_below(rolled, (size_t)limit);
}

static bul_bar roll_bar(dice *rolled)
{
    bul_bar bar = {.w = 1 + roll(rolled, 9000), .h = 1 + roll(rolled, 9000)};
    bar.x = roll(rolled, LENGTH - bar.w);
    bar.y = roll(rolled, DEPTH - bar.h);
    return bar;
}

static bool same_area(const bul_bar *a, const bul_bar *b)
{
    return a->x == b->x && a->y == b->y && a->w == b->w && a->h == b->h;
}

/* Four turns are none; one or two are not. */
static void turns_come_full_circle(world *w, dice *rolled)
{
    bul_bar bar = roll_bar(rolled);
    bul_stroke stroke = {.x = {roll(rolled, 99)}, .y = {-roll(rolled, 99)}};
    bul_page page = {.width = LENGTH, .height = DEPTH};
    bul_page_add_bar(&w->arena, &page, bar);
    bul_item *item = BUL_PUSH(&w->arena, &page.items);
    item->type = BUL_ITEM_DRAWING;
    item->as.drawing = (bul_drawing){
        .x = bar.x, .y = bar.y, .strokes = &stroke, .stroke_count = 1};
    for (int i = 0; i < 4; i++) {
        const bul_bar *now = &page.items.items[0].as.bar;
        assert_true(i == 0 || page.width != LENGTH || !same_area(now, &bar));
        assert_in_range(now->x, 0, page.width - now->w);
        assert_in_range(now->y, 0, page.height - now->h);
        bul_page_turn(&w->arena, &page);
    }
    const bul_drawing *drawing = &page.items.items[1].as.drawing;
    assert_true(same_area(&page.items.items[0].as.bar, &bar));
    assert_int_equal(drawing->x, bar.x);
    assert_int_equal(drawing->strokes[0].x[0], stroke.x[0]);
    assert_int_equal(drawing->strokes[0].y[0], stroke.y[0]);
    assert_int_equal(page.width, LENGTH);
}

static void four_turns_bring_a_page_back(void **state)
{
    dice_check(turns_come_full_circle, *state, 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_first_line_becomes_the_rightmost),
        WORLD_TEST(a_run_keeps_the_way_it_was_set),
        WORLD_TEST(a_rule_under_lines_stands_at_their_left),
        WORLD_TEST(a_picture_gets_its_place_and_keeps_its_cuts),
        WORLD_TEST(what_is_drawn_above_a_line_stands_at_its_right),
        WORLD_TEST(a_link_covers_the_same_words),
        WORLD_TEST(marks_and_their_order_stay),
        WORLD_TEST(a_page_changes_its_width_and_height),
        WORLD_TEST(four_turns_bring_a_page_back),
    };
    return cmocka_run_group_tests_name("turn", tests, NULL, NULL);
}
