/* SPDX-License-Identifier: MIT */
/* What the layout and the language say, as the text room hears it. */
#include "support/desk.h"

/* Thirty hanzi set in the body style. */
static bul_set_text set_body(const desk *d, bul_str text)
{
    const bul_style *style = &d->template->styles[BUL_STYLE_BODY];
    return bul_compositor_line(&d->c, style, text, (bul_span){0},
                               d->template->measure);
}

#define HANZI BUL_STR("工会干部下到车间记下职工的意见当场答复不能的限期办结好")

static void the_first_line_is_indented_by_custom_of_the_language(void **state)
{
    desk *d = desk_open(*state, 2, "");
    assert_int_equal(set_body(d, HANZI).lines[0].x, 20000);
    d->c.locale = BUL_LOCALE_ZH_TW;
    assert_int_equal(set_body(d, BUL_STR("abcdef")).lines[0].x, 20000);
    d->c.locale = BUL_LOCALE_JA;
    assert_int_equal(set_body(d, BUL_STR("abcdef")).lines[0].x, 10000);
}

static void a_layout_that_names_an_indent_has_it_in_every_language(void **state)
{
    desk *d = desk_open(*state, 2, "styles: {body: {indent: 2字}}\n");
    d->c.locale = BUL_LOCALE_JA;
    assert_int_equal(set_body(d, BUL_STR("abcdef")).lines[0].x, 20000);
}

static void on_a_grid_every_line_has_whole_squares(void **state)
{
    desk *d = desk_open(*state, 2, "grid: 是\n");
    bul_set_text text = set_body(d, BUL_STR("工会，干部12下到。车间union记下"));
    for (size_t i = 0; i < text.line_count; i++) {
        assert_int_equal(text.lines[i].x % 10000, 0);
        assert_int_equal(text.lines[i].width % 10000, 0);
    }
    bul_template without = *d->template;
    without.rules.on_grid = false;
    d->c.template = &without;
    text = set_body(d, BUL_STR("工会，干部12下到。车间union记下"));
    bool all_whole = true;
    for (size_t i = 0; i < text.line_count; i++)
        all_whole = all_whole && text.lines[i].width % 10000 == 0;
    assert_false(all_whole);
}

static void
a_mark_hangs_out_of_its_measure_where_the_layout_lets_it(void **state)
{
    bul_str text = BUL_STR("工会干部下到车间，记下职工的意见");
    desk *d = desk_open(*state, 2, "hanging: 是\n");
    bul_set_line line = set_body(d, text).lines[0];
    assert_int_equal(line.x + line.width, 105000); /* half a mark outside */
    bul_template without = *d->template;
    without.rules.hangs = false;
    d->c.template = &without;
    line = set_body(d, text).lines[0];
    assert_true(line.x + line.width <= 100000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_first_line_is_indented_by_custom_of_the_language),
        WORLD_TEST(a_layout_that_names_an_indent_has_it_in_every_language),
        WORLD_TEST(on_a_grid_every_line_has_whole_squares),
        WORLD_TEST(a_mark_hangs_out_of_its_measure_where_the_layout_lets_it),
    };
    return cmocka_run_group_tests_name("compositor", tests, NULL, NULL);
}
