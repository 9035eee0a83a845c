/* SPDX-License-Identifier: MIT */
/* test_proof_line.c - a line of type as a proof shows it. */
#include "proof/proof_line.h"
#include "unit/proof/square.h"

static const char *shown(world *w, const bul_page *page)
{
    bul_text text = bul_text_in(&w->arena);
    bul_proof_line_add(&text, page, 0, bul_proof_line_length(page, 0));
    return world_cstr(w, bul_text_str(&text));
}

static const char *shown_run(world *w, bul_glyph_run run)
{
    bul_page page = {0};
    bul_page_add_glyphs(&w->arena, &page, run);
    return shown(w, &page);
}

static void a_line_names_place_width_face_and_text(void **state)
{
    world *w = *state;
    assert_string_equal(
        shown_run(w, square_run(w, "新桥十月通车", 42500, 185000)),
        "line  x 42.500  y 185.000  w 60.000  Song 10.000  "
        "新桥十月通车\n");
    assert_string_equal(
        shown_run(w, square_run(w, "3.2", -500, 0)),
        "line  x -0.500  y 0.000  w 20.000  Song 10.000  3.2\n");
}

static void an_empty_run_has_no_width(void **state)
{
    world *w = *state;
    assert_string_equal(shown_run(w, square_run(w, "", 1000, 2000)),
                        "line  x 1.000  y 2.000  w 0.000  Song 10.000  \n");
}

static void spread_hanzi_show_their_gap(void **state)
{
    world *w = *state;
    bul_glyph_run run = square_run(w, "工会好", 0, 0);
    square_move(&run, 1, 450);
    square_move(&run, 2, 450);
    assert_string_equal(
        shown_run(w, run),
        "line  x 0.000  y 0.000  w 30.900  Song 10.000  gap +0.045  工会好\n");
}

static void unequal_gaps_show_least_and_most(void **state)
{
    world *w = *state;
    bul_glyph_run run = square_run(w, "工会好", 0, 0);
    square_move(&run, 1, -100);
    square_move(&run, 2, 300);
    assert_string_equal(shown_run(w, run),
                        "line  x 0.000  y 0.000  w 30.200  Song 10.000  gap "
                        "-0.010..+0.030  工会好\n");
}

static void one_thousandth_of_an_em_is_rounding(void **state)
{
    world *w = *state;
    bul_glyph_run run = square_run(w, "工会好", 0, 0);
    square_move(&run, 1, 10);
    assert_null(strstr(shown_run(w, run), "gap"));
    square_move(&run, 1, 10);
    assert_non_null(strstr(shown_run(w, run), "  gap +0.000..+0.002  "));
}

static void room_beside_latin_is_no_gap(void **state)
{
    world *w = *state;
    bul_glyph_run run = square_run(w, "约3亿", 0, 0);
    square_move(&run, 1, 2500);
    square_move(&run, 2, 2500);
    assert_string_equal(
        shown_run(w, run),
        "line  x 0.000  y 0.000  w 30.000  Song 10.000  约3亿\n");
}

static void closed_up_marks_add_to_the_squeeze(void **state)
{
    world *w = *state;
    /* 。 gives up its right half, （ its left: one em in all. */
    bul_glyph_run run = square_run(w, "成。期（六", 0, 0);
    square_move(&run, 2, -5000);
    square_move(&run, 3, -5000);
    assert_string_equal(
        shown_run(w, run),
        "line  x 0.000  y 0.000  w 40.000  Song 10.000  squeeze 1.000  "
        "成。期（六\n");
    bul_glyph_run quoted = square_run(w, "”“", 0, 0);
    square_move(&quoted, 1, -5000);
    assert_non_null(strstr(shown_run(w, quoted), "  squeeze 0.500  ”“"));
}

static void a_change_of_face_size_or_ink_is_shown_where_it_happens(void **state)
{
    world *w = *state;
    bul_page page = {0};
    bul_glyph_run second = square_run(w, "提要", 20000, 0);
    bul_glyph_run third = square_run(w, "红", 40000, 0);
    second.face = &square_hei;
    third.color = (bul_color){BUL_COLOR_CMYK, 0, 1000, 950, 0};
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "正文", 0, 0));
    bul_page_add_glyphs(&w->arena, &page, second);
    bul_page_add_glyphs(&w->arena, &page, third);
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "黑", 50000, 0));
    assert_string_equal(
        shown(w, &page),
        "line  x 0.000  y 0.000  w 60.000  Song 10.000  正文{Hei 10.000}提要"
        "{Song 10.000  ink cmyk 0.000 1.000 0.950 0.000}红{Song 10.000}黑\n");
}

static void grey_type_shows_its_ink(void **state)
{
    world *w = *state;
    bul_glyph_run run = square_run(w, "灰", 0, 0);
    run.color.k = 300;
    assert_string_equal(shown_run(w, run), "line  x 0.000  y 0.000  w 10.000  "
                                           "Song 10.000  ink k 0.300  灰\n");
}

static void a_line_ends_where_the_baseline_changes(void **state)
{
    world *w = *state;
    bul_page page = {0};
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "上", 0, 10000));
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "上", 10000, 10000));
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "下", 20000, 20000));
    assert_int_equal(bul_proof_line_length(&page, 0), 2);
    assert_int_equal(bul_proof_line_length(&page, 2), 1);
}

static void the_next_column_is_another_line(void **state)
{
    world *w = *state;
    bul_page page = {0};
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "左", 0, 0));
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "近", 19000, 0));
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "右", 38001, 0));
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "回", 28000, 0));
    assert_int_equal(bul_proof_line_length(&page, 0), 2);
    assert_int_equal(bul_proof_line_length(&page, 2), 1);
}

static void a_mark_or_a_bar_ends_a_line(void **state)
{
    world *w = *state;
    bul_page page = {0};
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "甲", 0, 0));
    bul_page_add_bar(&w->arena, &page, (bul_bar){.w = 1});
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "乙", 10000, 0));
    assert_int_equal(bul_proof_line_length(&page, 0), 1);
}

static void what_cannot_be_seen_is_made_visible(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    bul_proof_text_add(&text, BUL_STR(" 甲 乙\n\u200B\u202E丙\u3000"));
    assert_string_equal(world_cstr(w, bul_text_str(&text)),
                        "\u2423甲 乙<U+000A><U+200B><U+202E>丙\u2423");
}

static void a_cluster_of_two_glyphs_counts_once(void **state)
{
    world *w = *state;
    bul_glyph_run run = square_run(w, "工会", 0, 0);
    bul_glyph glyphs[] = {
        {0x5DE5, 0, 0, 0}, {0x301, 5000, 0, 0}, {0x4F1A, 10000, 3, 0}};
    run.glyphs = glyphs;
    run.glyph_count = 3;
    assert_null(strstr(shown_run(w, run), "gap"));
}

/* ---- Down the page ---- */

static bul_glyph_run turned(bul_glyph_run run, bul_turn turn)
{
    run.turn = turn;
    return run;
}

static bul_glyph_run upright(world *w, const char *text, bul_mpt x, bul_mpt y)
{
    return turned(square_run(w, text, x, y), BUL_TURN_UPRIGHT);
}

static void an_upright_line_runs_down_with_its_gaps(void **state)
{
    world *w = *state;
    bul_glyph_run run = upright(w, "工会好。期", 42500, 80000);
    square_move(&run, 1, 450);
    square_move(&run, 2, 450);
    square_move(&run, 4, -5000);
    assert_string_equal(shown_run(w, run),
                        "down  x 42.500  y 80.000  h 45.900  Song 10.000  "
                        "gap +0.045  squeeze 0.500  工会好。期\n");
}

/* The middle of a square is 3.8 above the baseline at this size, which lies to
 * the left of it when letters are turned. */
static void turned_and_crossing_runs_belong_to_a_line_down(void **state)
{
    world *w = *state;
    bul_page page = {0};
    bul_glyph_run across = square_run(w, "12", 45000, 58800);
    across.face = &square_song;
    bul_page_add_glyphs(&w->arena, &page, upright(w, "甲乙", 50000, 0));
    bul_page_add_glyphs(
        &w->arena, &page,
        turned(square_run(w, "AB", 46200, 22500), BUL_TURN_SIDEWAYS));
    bul_page_add_glyphs(&w->arena, &page, across);
    bul_page_add_glyphs(&w->arena, &page, upright(w, "月", 50000, 60000));
    /* The next column is another line. */
    bul_page_add_glyphs(&w->arena, &page, upright(w, "丙", 35000, 70000));
    assert_int_equal(bul_proof_line_length(&page, 0), 2);
    page.items.items[2].as.glyphs.y = 46300;
    page.items.items[2].as.glyphs.x = 42500;
    page.items.items[3].as.glyphs.y = 47500;
    assert_int_equal(bul_proof_line_length(&page, 0), 4);
    assert_string_equal(shown(w, &page),
                        "down  x 50.000  y 0.000  h 57.500  Song 10.000  "
                        "甲乙{sideways}AB{across}12{upright}月\n");
}

static void a_run_off_the_axis_says_how_far(void **state)
{
    world *w = *state;
    bul_page page = {0};
    bul_glyph_run small = upright(w, "小", 50000, 20000);
    small.size = 7000;
    bul_glyph_run aside = small;
    aside.x += 1500;
    aside.y += 7000;
    bul_page_add_glyphs(&w->arena, &page, upright(w, "甲乙", 50000, 0));
    bul_page_add_glyphs(&w->arena, &page, small);
    bul_page_add_glyphs(&w->arena, &page, aside);
    small.y += 14000;
    bul_page_add_glyphs(&w->arena, &page, small);
    assert_string_equal(
        shown(w, &page),
        "down  x 50.000  y 0.000  h 41.000  Song 10.000  "
        "甲乙{Song 7.000}小{upright  aside +1.500}小{upright}小\n");
}

static void a_line_down_may_begin_with_crossing_figures(void **state)
{
    world *w = *state;
    bul_page page = {0};
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "12", 42500, 8800));
    bul_page_add_glyphs(&w->arena, &page, upright(w, "月", 50000, 10000));
    assert_string_equal(shown(w, &page),
                        "down  x 42.500  y 8.800  h 20.000  Song 10.000  "
                        "across  12{upright}月\n");
    /* Two hanzi are a line of their own, wherever they stand. */
    page.items.items[0].as.glyphs = square_run(w, "标题", 40000, 8800);
    assert_int_equal(bul_proof_line_length(&page, 0), 1);
    page.items.items[0].as.glyphs = upright(w, "字", 50000, 0);
    page.items.items[1].as.glyphs = square_run(w, "标题", 40000, 18800);
    assert_int_equal(bul_proof_line_length(&page, 0), 1);
}

static void lines_across_and_down_do_not_mix(void **state)
{
    world *w = *state;
    bul_page page = {0};
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "横", 0, 10000));
    bul_page_add_glyphs(&w->arena, &page, upright(w, "竖", 10000, 10000));
    bul_page_add_glyphs(&w->arena, &page, square_run(w, "横", 20000, 10000));
    assert_int_equal(bul_proof_line_length(&page, 0), 1);
    assert_int_equal(bul_proof_line_length(&page, 1), 1);
}

static void glyphs_off_the_baseline_are_counted(void **state)
{
    world *w = *state;
    bul_glyph_run run = square_run(w, "工会", 0, 0);
    bul_glyph glyphs[] = {{0x5DE5, 0, 0, 0}, {0x4F1A, 10000, 3, -200}};
    run.glyphs = glyphs;
    assert_string_equal(shown_run(w, run),
                        "line  x 0.000  y 0.000  w 20.000  Song 10.000  "
                        "raised 1  工会\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_line_names_place_width_face_and_text),
        WORLD_TEST(an_empty_run_has_no_width),
        WORLD_TEST(spread_hanzi_show_their_gap),
        WORLD_TEST(unequal_gaps_show_least_and_most),
        WORLD_TEST(one_thousandth_of_an_em_is_rounding),
        WORLD_TEST(room_beside_latin_is_no_gap),
        WORLD_TEST(closed_up_marks_add_to_the_squeeze),
        WORLD_TEST(a_change_of_face_size_or_ink_is_shown_where_it_happens),
        WORLD_TEST(grey_type_shows_its_ink),
        WORLD_TEST(a_line_ends_where_the_baseline_changes),
        WORLD_TEST(the_next_column_is_another_line),
        WORLD_TEST(a_mark_or_a_bar_ends_a_line),
        WORLD_TEST(what_cannot_be_seen_is_made_visible),
        WORLD_TEST(a_cluster_of_two_glyphs_counts_once),
        WORLD_TEST(an_upright_line_runs_down_with_its_gaps),
        WORLD_TEST(turned_and_crossing_runs_belong_to_a_line_down),
        WORLD_TEST(a_run_off_the_axis_says_how_far),
        WORLD_TEST(a_line_down_may_begin_with_crossing_figures),
        WORLD_TEST(lines_across_and_down_do_not_mix),
        WORLD_TEST(glyphs_off_the_baseline_are_counted),
    };
    return cmocka_run_group_tests_name("proof_line", tests, NULL, NULL);
}
