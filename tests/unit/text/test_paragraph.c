/* SPDX-License-Identifier: MIT */
#include "support/type_case.h"
#include "text/paragraph.h"

static void no_runs_make_an_empty_paragraph(void **state)
{
    type_case *t = type_case_open(*state);
    const bul_paragraph *p = type_case_set(t);
    assert_int_equal(p->box_count, 0);
    assert_int_equal(p->em, 0);
    assert_int_equal(type_case_text(t, "")->box_count, 0);
    assert_int_equal(type_case_text(t, "   ")->box_count, 0);
}

static void the_em_is_that_of_the_first_run(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "黑", "一、")->size = 1200;
    type_case_add(t, "宋", "工会");
    assert_int_equal(type_case_set(t)->em, 1200);
}

static void runs_become_styles_in_their_order(void **state)
{
    type_case *t = type_case_open(*state);
    type_case_add(t, "宋", "工会");
    type_case_add(t, "黑", "员工")->url = BUL_STR("u");
    const bul_paragraph *p = type_case_set(t);

    assert_string_equal(world_cstr(t->w, p->text), "工会员工");
    assert_int_equal(p->style_count, 2);
    assert_int_equal(p->boxes[1].style, 0);
    assert_int_equal(p->boxes[2].style, 1);
    assert_int_equal(p->styles[0].url.len, 0);
    assert_string_equal(world_cstr(t->w, p->styles[1].url), "u");
}

static void a_span_leads_back_to_the_source_of_its_run(void **state)
{
    world *w = *state;
    type_case *t = type_case_open(w);
    type_case_add(t, "宋", "工会")->span = (bul_span){3, 100, 106};
    type_case_add(t, "黑", "员工")->span = (bul_span){3, 20, 26};
    const bul_paragraph *p = type_case_set(t);
    bul_span one = bul_paragraph_span(p, 0, 3, 6);
    bul_span two = bul_paragraph_span(p, 1, 9, 12);

    assert_int_equal(one.file, 3);
    assert_int_equal(one.start, 103);
    assert_int_equal(two.start, 23); /* though it stands later in the text */
    assert_int_equal(two.end, 26);
}

/* Gaps are kept even for text in many runs. */
static void the_setter_may_be_used_again(void **state)
{
    type_case *t = type_case_open(*state);
    bul_mpt width = type_case_width(type_case_text(t, "工会，ab。"));
    for (int i = 0; i < 20; i++)
        type_case_text(t, "别的（文字）");
    assert_int_equal(type_case_width(type_case_text(t, "工会，ab。")), width);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(no_runs_make_an_empty_paragraph),
        WORLD_TEST(the_em_is_that_of_the_first_run),
        WORLD_TEST(runs_become_styles_in_their_order),
        WORLD_TEST(a_span_leads_back_to_the_source_of_its_run),
        WORLD_TEST(the_setter_may_be_used_again),
    };
    return cmocka_run_group_tests_name("paragraph", tests, NULL, NULL);
}
