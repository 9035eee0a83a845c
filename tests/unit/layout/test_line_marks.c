/* SPDX-License-Identifier: MIT */
#include "layout/line_marks.h"
#include "support/type_case.h"

#define DOTS BUL_LINE_MARK_DOTS
#define NAME BUL_LINE_MARK_NAME
#define WAVE BUL_LINE_MARK_WAVE
#define LINE BUL_LINE_MARK_LINE

/* Edges of a drawing, the handles of its curves not counted. */
typedef struct edges {
    bul_mpt left, top, right, bottom;
} edges;

static edges edges_of(const bul_drawing *d)
{
    edges e = {INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};
    for (size_t i = 0; i < d->stroke_count; i++) {
        const bul_stroke *s = &d->strokes[i];
        int p = s->pen == BUL_PEN_CURVE ? 2 : 0;
        if (s->pen == BUL_PEN_CLOSE)
            continue;
        bul_mpt x = d->x + s->x[p];
        bul_mpt y = d->y + s->y[p];
        e.left = x < e.left ? x : e.left;
        e.right = x > e.right ? x : e.right;
        e.top = y < e.top ? y : e.top;
        e.bottom = y > e.bottom ? y : e.bottom;
    }
    return e;
}

static void add(type_case *t, const char *text, unsigned marks, uint32_t group)
{
    bul_styled_run *run = type_case_add(t, "宋", text);
    run->marks = marks;
    run->group = group;
}

static bul_set_line set_boxes(type_case *t, const bul_paragraph *p,
                              bul_broken_line line, bul_mpt measure)
{
    bul_shape shape = {.measure = measure};
    return bul_justify(p, bul_fit_sum(p, &t->w->arena), &shape, &line,
                       &t->w->arena, &t->w->arena);
}

static bul_broken_line line_of(size_t first, size_t end, bool is_last)
{
    return (bul_broken_line){
        .first = first, .end = end, .ends_paragraph = is_last};
}

/* What was added as one line that is filled to a measure. */
static bul_set_line filled(type_case *t, bul_mpt measure)
{
    const bul_paragraph *p = type_case_set(t);
    return set_boxes(t, p, line_of(0, p->box_count, false), measure);
}

/* The same, with its natural gaps. */
static bul_set_line natural(type_case *t)
{
    const bul_paragraph *p = type_case_set(t);
    return set_boxes(t, p, line_of(0, p->box_count, true), 100 * TYPE_EM);
}

/* ---- Dots. ---- */

/* A dot is six strokes that begin at its right; two curves on is its left. */
static bul_mpt dot_x(const bul_drawing *dots, size_t index)
{
    const bul_stroke *to = &dots->strokes[6 * index];
    return dots->x + (to[0].x[0] + to[2].x[2]) / 2;
}

static void a_dot_stands_under_the_middle_of_each_hanzi(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "不", 0, 0);
    add(t, "怕难", DOTS, 1);
    bul_set_line line = natural(t);

    assert_int_equal(line.drawing_count, 1);
    const bul_drawing *dots = &line.drawings[0];
    assert_int_equal(dots->stroke_count, 12);
    assert_int_equal(dots->line, 0);
    assert_int_equal(dot_x(dots, 0), 1500);
    assert_int_equal(dot_x(dots, 1), 2500);
    /* Below the square, and above that of the next line at a leading of 1.5. */
    edges e = edges_of(dots);
    assert_in_range(e.top, 121, 200);
    assert_in_range(e.bottom, e.top + 100, 500);
}

static void dots_stay_in_the_middle_when_a_line_is_stretched(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "甲乙丙", DOTS, 1);
    bul_set_line line = filled(t, 5 * TYPE_EM);

    assert_int_equal(dot_x(&line.drawings[0], 0), 500);
    assert_int_equal(dot_x(&line.drawings[0], 1), 2500);
    assert_int_equal(dot_x(&line.drawings[0], 2), 4500);
}

static void marks_and_spaces_have_no_dot_letters_have_one_each(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "甲，“ab c”——５％。", DOTS, 1);
    bul_set_line line = natural(t);

    assert_int_equal(line.drawing_count, 1);
    assert_int_equal(line.drawings[0].stroke_count, 6 * 6); /* 甲 a b c ５ ％ */
}

static void where_nothing_takes_a_dot_nothing_is_drawn(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "甲", 0, 0);
    add(t, "，", DOTS, 1);
    assert_int_equal(natural(t).drawing_count, 0);
}

static void dots_of_two_sizes_are_on_one_level(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "甲", DOTS, 1);
    add(t, "乙", DOTS, 2);
    t->runs.items[1].size = 2 * TYPE_EM;
    bul_set_line line = natural(t);

    assert_int_equal(line.drawing_count, 1);
    const bul_stroke *s = line.drawings[0].strokes;
    assert_int_equal(s[0].y[0], s[6].y[0]);
    /* Control: the larger has the larger dot. */
    assert_true(s[6].x[0] - s[8].x[2] > s[0].x[0] - s[2].x[2]);
}

static void the_call_of_a_note_has_no_dot(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "甲", DOTS, 1);
    add(t, "1", DOTS, 1);
    t->runs.items[1].rise = 400;
    assert_int_equal(natural(t).drawings[0].stroke_count, 6);
    add(t, "甲", DOTS, 1);
    add(t, "1", DOTS, 1);
    assert_int_equal(natural(t).drawings[0].stroke_count, 12);
}

/* ---- Strokes. ---- */

static void a_name_has_one_stroke_shorter_than_itself(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "记", 0, 0);
    add(t, "王进喜", NAME, 1);
    bul_set_line line = natural(t);

    assert_int_equal(line.drawing_count, 1);
    edges e = edges_of(&line.drawings[0]);
    assert_int_equal(e.left, 1000 + 62);
    assert_int_equal(e.right, 4000 - 62);
    assert_in_range(e.top, 120, 150);
    assert_in_range(e.bottom, e.top + 30, e.top + 60);
}

static void strokes_of_neighbours_stay_apart(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "王进喜", NAME, 1);
    add(t, "李素丽", NAME, 2);
    bul_set_line line = natural(t);

    assert_int_equal(line.drawing_count, 2);
    edges first = edges_of(&line.drawings[0]);
    edges second = edges_of(&line.drawings[1]);
    assert_int_equal(second.left - first.right, 124);
}

static void a_group_in_two_runs_and_sizes_has_one_level_stroke(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "王进", NAME, 1);
    add(t, "喜", NAME, 1);
    t->runs.items[1].size = 2 * TYPE_EM;
    bul_set_line line = natural(t);

    assert_int_equal(line.drawing_count, 1);
    edges e = edges_of(&line.drawings[0]);
    assert_int_equal(e.left, 125); /* of the larger em */
    assert_int_equal(e.right, 4000 - 125);
    assert_in_range(e.top, 240, 300);

    /* The smaller last changes nothing. */
    add(t, "王进", NAME, 1);
    add(t, "喜", NAME, 1);
    t->runs.items[0].size = 2 * TYPE_EM;
    line = natural(t);
    assert_in_range(edges_of(&line.drawings[0]).top, 240, 300);
}

/* typst#7475: a stroke that ran on into the white beside Latin. */
static void no_stroke_covers_the_white_beside_latin(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "读", 0, 0);
    add(t, "Marx", LINE, 1);
    add(t, "书", 0, 0);
    const bul_paragraph *p = type_case_set(t);
    bul_mpt width = p->boxes[1].width;
    bul_set_line line = set_boxes(t, p, line_of(0, 3, true), 100 * TYPE_EM);
    edges e = edges_of(&line.drawings[0]);

    assert_int_equal(p->boxes[0].glue, 250);
    assert_int_equal(e.left, 1250);
    assert_int_equal(e.right, 1250 + width);
}

static void a_stroke_stretches_with_its_text(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "甲乙", LINE, 1);
    add(t, "丙", 0, 0);
    bul_set_line line = filled(t, 5 * TYPE_EM);
    edges e = edges_of(&line.drawings[0]);

    assert_int_equal(e.left, 0);
    assert_int_equal(e.right, 3000); /* 甲, a gap of 1 em, 乙, and no more */
}

static void a_name_goes_on_over_the_end_of_a_line(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "在", 0, 0);
    add(t, "格尔木", NAME, 1);
    const bul_paragraph *p = type_case_set(t);
    bul_set_line one = set_boxes(t, p, line_of(0, 3, false), 3 * TYPE_EM);
    bul_set_line two = set_boxes(t, p, line_of(3, 4, true), 3 * TYPE_EM);
    edges first = edges_of(&one.drawings[0]);
    edges second = edges_of(&two.drawings[0]);

    assert_int_equal(first.left, 1000 + 62);
    assert_int_equal(first.right, 3000);
    assert_int_equal(second.left, 0);
    assert_int_equal(second.right, 1000 - 62);
}

static void another_name_in_the_next_line_begins_anew(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "格尔", NAME, 1);
    add(t, "木里", NAME, 2);
    const bul_paragraph *p = type_case_set(t);
    bul_set_line one = set_boxes(t, p, line_of(0, 2, false), 2 * TYPE_EM);
    bul_set_line two = set_boxes(t, p, line_of(2, 4, true), 2 * TYPE_EM);

    assert_int_equal(edges_of(&one.drawings[0]).right, 2000 - 62);
    assert_int_equal(edges_of(&two.drawings[0]).left, 62);
}

static void a_wave_is_a_drawn_line_of_whole_halves(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "资本论", WAVE, 1);
    bul_set_line line = natural(t);
    const bul_drawing *wave = &line.drawings[0];
    edges e = edges_of(wave);

    assert_true(wave->line > 0);
    assert_int_equal(e.left - wave->line / 2, 62);
    assert_int_equal(e.right + wave->line / 2, 3000 - 62);
    assert_int_equal(e.top, e.bottom); /* every half ends on the axis */
    assert_int_equal(wave->strokes[0].pen, BUL_PEN_MOVE);
    for (size_t i = 1; i < wave->stroke_count; i++) {
        const bul_stroke *s = &wave->strokes[i];
        assert_int_equal(s->pen, BUL_PEN_CURVE);
        assert_int_equal(s->y[0] > 0, i % 2 == 0);
        assert_int_equal(s->y[0], s->y[1]);
    }
}

static void strokes_come_first_and_the_dots_under_them(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "甲乙", DOTS | NAME, 1);
    bul_set_line both = natural(t);
    add(t, "甲乙", DOTS, 1);
    bul_set_line dots = natural(t);
    edges name = edges_of(&both.drawings[0]);

    assert_int_equal(both.drawing_count, 2);
    assert_true(edges_of(&both.drawings[1]).top > name.bottom);
    /* Control: alone they would touch where the stroke is. */
    assert_true(edges_of(&dots.drawings[0]).top < name.bottom + 50);
}

static void marks_have_the_colour_of_their_text(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "甲乙", NAME, 1);
    t->runs.items[0].color = (bul_color){BUL_COLOR_CMYK, 0, 900, 800, 0};
    bul_set_line line = natural(t);

    assert_int_equal(line.drawings[0].color.m, 900);
}

static void text_without_marks_has_no_drawings(void **state)
{
    type_case *t = type_case_open(*state);
    add(t, "甲乙", 0, 0);
    assert_int_equal(natural(t).drawing_count, 0);
}

/* ---- Vertical lines: x runs down, y to the left. ---- */

static void in_a_vertical_line_dots_are_right_and_names_left(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.is_vertical = true;
    add(t, "甲乙", DOTS | NAME, 1);
    bul_set_line line = natural(t);
    edges name = edges_of(&line.drawings[0]);
    edges dots = edges_of(&line.drawings[1]);

    /* The squares reach from -880 to 120. */
    assert_in_range(name.top, 120, 150);
    assert_true(dots.bottom < -880);
    assert_int_equal(dots.bottom, -880 - 50);
    assert_int_equal(dot_x(&line.drawings[1], 0), 500);
    assert_int_equal(dot_x(&line.drawings[1], 1), 1500);
}

static void what_stands_across_in_a_square_has_one_dot(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.is_vertical = true;
    add(t, "年12月", DOTS, 1);
    bul_set_line line = natural(t);
    assert_int_equal(line.drawings[0].stroke_count, 6 * 3);
    assert_int_equal(
        dot_x(&line.drawings[0], 2) - dot_x(&line.drawings[0], 0),
        2 * (dot_x(&line.drawings[0], 1) - dot_x(&line.drawings[0], 0)));
}

/* ---- Readings. ---- */

static bul_set_line read_line(type_case *t, const char *text, const char *ruby)
{
    type_case_add(t, "宋", text)->ruby = bul_str_from(ruby);
    return natural(t);
}

/* Ink of pinyin begins and ends a little inside its width. */
static void assert_middle(const bul_drawing *d, bul_mpt middle)
{
    edges e = edges_of(d);
    assert_in_range(e.left + e.right, 2 * middle - 60, 2 * middle + 60);
}

static void a_reading_is_drawn_over_the_middle_of_its_hanzi(void **state)
{
    type_case *t = type_case_open(*state);
    bul_set_line line = read_line(t, "西安", "xī ān");

    assert_int_equal(line.drawing_count, 2);
    assert_middle(&line.drawings[0], 500);
    assert_middle(&line.drawings[1], 1500);
    for (size_t i = 0; i < 2; i++) {
        edges e = edges_of(&line.drawings[i]);
        assert_int_equal(line.drawings[i].line, 0);
        assert_true(e.bottom <= -880 && e.top > -1500);
        assert_int_equal(line.drawings[i].y, line.drawings[0].y);
    }
}

static void a_reading_of_a_word_is_over_the_middle_of_the_word(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "去");
    bul_set_line line = read_line(t, "西安", "Xī'ān");

    assert_int_equal(line.drawing_count, 1);
    assert_middle(&line.drawings[0], 2000);
}

/* It leans over 双 and not over a, so that 窗 has more white at its right. */
static void white_on_one_side_of_a_hanzi_does_not_move_its_reading(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "双");
    type_case_add(t, "宋", "窗")->ruby = BUL_STR("chuāng");
    type_case_add(t, "宋", "a");
    const bul_paragraph *p = type_case_set(t);
    bul_set_line line = set_boxes(t, p, line_of(0, 3, true), 9 * TYPE_EM);
    const bul_type_box *box = &p->boxes[1];
    bul_mpt middle = p->boxes[0].width + box->shift + TYPE_EM / 2;

    assert_true(box->width - TYPE_EM - box->shift > box->shift + 100);
    assert_int_equal(line.drawings[0].x, middle - p->rubies[0].width / 2);
}

/* 吗 lets the reading of 窗 lean over it, unless it is in another line. */
static void at_the_end_of_a_line_a_reading_moves_inwards(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "甲");
    type_case_add(t, "宋", "窗")->ruby = BUL_STR("chuāng");
    type_case_add(t, "宋", "吗");
    const bul_paragraph *p = type_case_set(t);
    bul_set_line whole = set_boxes(t, p, line_of(0, 3, true), 9 * TYPE_EM);
    bul_set_line ends = set_boxes(t, p, line_of(0, 2, true), 9 * TYPE_EM);
    bul_set_line begins = set_boxes(t, p, line_of(1, 3, true), 9 * TYPE_EM);
    bul_mpt box_end = p->boxes[0].width + p->boxes[1].width;

    assert_true(whole.drawings[0].x + p->rubies[0].width > box_end);
    assert_int_equal(ends.drawings[0].x + p->rubies[0].width, box_end);
    assert_true(whole.drawings[0].x < p->boxes[0].width);
    assert_int_equal(begins.drawings[0].x, 0);
}

/* Every contour of a letter is closed, and its ink is where its glyph says. */
static void a_reading_is_drawn_as_closed_contours(void **state)
{
    type_case *t = type_case_open(*state);
    bul_set_line line = read_line(t, "安", "ān");
    const bul_drawing *d = &line.drawings[0];
    size_t open = 0;
    size_t contours = 0;
    for (size_t i = 0; i < d->stroke_count; i++) {
        assert_int_equal(d->strokes[i].pen == BUL_PEN_MOVE, open == 0);
        open = d->strokes[i].pen != BUL_PEN_CLOSE;
        contours += open == 0;
    }
    assert_int_equal(open, 0);
    assert_int_equal(contours, 4); /* a, its counter, the macron, n */
}

static void in_a_vertical_line_a_reading_gives_way_to_dots(void **state)
{
    type_case *t = type_case_open(*state);
    t->rules.is_vertical = true;
    bul_mpt plain = read_line(t, "安", "ān").drawings[0].y;
    bul_styled_run *run = type_case_add(t, "宋", "安");
    run->ruby = BUL_STR("ān");
    run->marks = DOTS;
    run->group = 1;
    bul_set_line line = natural(t);

    assert_int_equal(plain - line.drawings[1].y, 215);
    assert_true(edges_of(&line.drawings[1]).bottom <
                edges_of(&line.drawings[0]).top);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_dot_stands_under_the_middle_of_each_hanzi),
        WORLD_TEST(dots_stay_in_the_middle_when_a_line_is_stretched),
        WORLD_TEST(marks_and_spaces_have_no_dot_letters_have_one_each),
        WORLD_TEST(where_nothing_takes_a_dot_nothing_is_drawn),
        WORLD_TEST(dots_of_two_sizes_are_on_one_level),
        WORLD_TEST(the_call_of_a_note_has_no_dot),
        WORLD_TEST(a_name_has_one_stroke_shorter_than_itself),
        WORLD_TEST(strokes_of_neighbours_stay_apart),
        WORLD_TEST(a_group_in_two_runs_and_sizes_has_one_level_stroke),
        WORLD_TEST(no_stroke_covers_the_white_beside_latin),
        WORLD_TEST(a_stroke_stretches_with_its_text),
        WORLD_TEST(a_name_goes_on_over_the_end_of_a_line),
        WORLD_TEST(another_name_in_the_next_line_begins_anew),
        WORLD_TEST(a_wave_is_a_drawn_line_of_whole_halves),
        WORLD_TEST(strokes_come_first_and_the_dots_under_them),
        WORLD_TEST(marks_have_the_colour_of_their_text),
        WORLD_TEST(text_without_marks_has_no_drawings),
        WORLD_TEST(in_a_vertical_line_dots_are_right_and_names_left),
        WORLD_TEST(what_stands_across_in_a_square_has_one_dot),
        WORLD_TEST(a_reading_is_drawn_over_the_middle_of_its_hanzi),
        WORLD_TEST(a_reading_of_a_word_is_over_the_middle_of_the_word),
        WORLD_TEST(white_on_one_side_of_a_hanzi_does_not_move_its_reading),
        WORLD_TEST(at_the_end_of_a_line_a_reading_moves_inwards),
        WORLD_TEST(a_reading_is_drawn_as_closed_contours),
        WORLD_TEST(in_a_vertical_line_a_reading_gives_way_to_dots),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
