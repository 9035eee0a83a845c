/* SPDX-License-Identifier: MIT */
#include "issue/read.h"
#include "support/world.h"

/* The first block's runs: S(strong) E(emphasis) plain. */
static const char *shown(world *w, const char *body)
{
    bul_str text = bul_str_join(&w->arena, BUL_STR("---\ntitle: x\n---\n"),
                                bul_str_from(body));
    world_put(w, "a.md", bul_cstr(&w->arena, text));
    bul_article *article =
        bul_article_read(&w->arena, &w->files, &w->diag, BUL_STR(""),
                         (bul_line_of_text){BUL_STR("a.md"), {0}});
    w->puts.count = 0;
    bul_text out = bul_text_in(&w->arena);
    const bul_runs *runs = &article->blocks.items[0].runs;
    for (size_t i = 0; i < runs->count; i++) {
        const bul_run *run = &runs->items[i];
        const char *letter = run->flags == BUL_RUN_STRONG     ? "S("
                             : run->flags == BUL_RUN_EMPHASIS ? "E("
                                                              : "";
        bul_text_add(&out, bul_str_from(letter));
        bul_text_add(&out, run->text);
        bul_text_add(&out, run->flags != 0 ? BUL_STR(")") : BUL_STR(""));
        assert_int_equal(run->span.end - run->span.start, run->text.len);
    }
    return bul_cstr(&w->arena, bul_text_str(&out));
}

static void the_head_of_a_report_is_marked(void **state)
{
    world *w = *state;
    assert_string_equal(shown(w, "本讯（通讯员 林小禾）凌晨四点"),
                        "S(本讯)E(（通讯员 林小禾）)凌晨四点");
    assert_string_equal(shown(w, "本报讯 凌晨"), "S(本报讯) 凌晨");
    assert_string_equal(shown(w, "本刊讯（甲）**乙**"),
                        "S(本刊讯)E(（甲）)S(乙)");
}

static void wire_copy_is_marked_up_to_its_dian(void **state)
{
    world *w = *state;
    assert_string_equal(shown(w, "新华社北京9月7日电（记者 甲）今日"),
                        "S(新华社北京9月7日电)E(（记者 甲）)今日");
    assert_string_equal(shown(w, "据新华社北京9月7日电 今日"),
                        "S(据新华社北京9月7日电) 今日");
}

static void what_only_looks_like_it_is_left_alone(void **state)
{
    world *w = *state;
    assert_string_equal(shown(w, "新华社记者赶到，送来电筒"),
                        "新华社记者赶到，送来电筒");
    assert_string_equal(shown(w, "**本讯**（甲）乙"), "S(本讯)（甲）乙");
    assert_string_equal(shown(w, "据本报讯"), "据本报讯");
    assert_string_equal(shown(w, "[本讯]{拼音=běn xùn}乙"), "本讯乙");
    assert_string_equal(shown(w, "> 本讯（甲）"), "本讯（甲）");
}

static void only_the_first_paragraph_is_looked_at(void **state)
{
    world *w = *state;
    assert_string_equal(shown(w, "甲\n\n本讯（乙）"), "甲");
    assert_string_equal(shown(w, "本讯（没有右括号"), "S(本讯)（没有右括号");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_head_of_a_report_is_marked),
        WORLD_TEST(wire_copy_is_marked_up_to_its_dian),
        WORLD_TEST(what_only_looks_like_it_is_left_alone),
        WORLD_TEST(only_the_first_paragraph_is_looked_at),
    };
    return cmocka_run_group_tests_name("dateline", tests, NULL, NULL);
}
