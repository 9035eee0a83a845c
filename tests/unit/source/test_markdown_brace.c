/* SPDX-License-Identifier: MIT */
#include "unit/source/md_shown.h"

/* The runs of 甲乙 with a brace behind them. */
static const char *braced(world *w, const char *brace)
{
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("[甲乙]"));
    bul_text_add(&text, bul_str_from(brace));
    return md_shown(w, bul_cstr(&w->arena, bul_text_str(&text)));
}

static void every_name_of_a_mark_is_known(void **state)
{
    static const char *const names[][2] = {
        {"着重号", "p:D(甲乙)"}, {"着重", "p:D(甲乙)"},
        {"dots", "p:D(甲乙)"},   {"专名号", "p:N(甲乙)"},
        {"专名", "p:N(甲乙)"},   {"人名", "p:N(甲乙)"},
        {"name", "p:N(甲乙)"},   {"浪线", "p:W(甲乙)"},
        {"书名号", "p:W(甲乙)"}, {"wave", "p:W(甲乙)"},
        {"下划线", "p:U(甲乙)"}, {"line", "p:U(甲乙)"}};
    world *w = *state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        bul_text brace = bul_text_in(&w->arena);
        bul_text_add(&brace, BUL_STR("{"));
        bul_text_add(&brace, bul_str_from(names[i][0]));
        bul_text_add(&brace, BUL_STR("}"));
        assert_string_equal(
            braced(w, bul_cstr(&w->arena, bul_text_str(&brace))), names[i][1]);
    }
    assert_string_equal(world_last(w), "");
}

static void names_are_apart_by_blanks_or_commas(void **state)
{
    world *w = *state;
    assert_string_equal(braced(w, "{ 专名 ， 着重号、浪线 }"),
                        "p:D(N(W(甲乙)))");
    assert_string_equal(braced(w, "{专名,dots;　line}"), "p:D(N(U(甲乙)))");
    assert_string_equal(world_last(w), "");
}

static void a_reading_goes_on_to_the_brace(void **state)
{
    world *w = *state;
    assert_string_equal(braced(w, "{拼音=jiǎ yǐ}"), "p:R(甲乙=jiǎ yǐ)");
    assert_string_equal(braced(w, "{注音 = ㄐㄧㄚˇ　ㄧˇ }"),
                        "p:R(甲乙=ㄐㄧㄚˇ ㄧˇ)");
    assert_string_equal(braced(w, "{专名 拼音=jiǎ  yǐ}"),
                        "p:N(R(甲乙=jiǎ yǐ))");
    assert_string_equal(braced(w, "{ruby=power line}"), "p:R(甲乙=power line)");
    assert_string_equal(braced(w, "{拼音=xī'ān}"), "p:R(甲乙=xī'ān)");
    assert_string_equal(world_last(w), "");
}

static void a_bracket_says_what_language_it_is_in(void **state)
{
    world *w = *state;
    assert_string_equal(braced(w, "{语言=en}"), "p:L(甲乙=en)");
    assert_string_equal(braced(w, "{language=EN_gb}"), "p:L(甲乙=en)");
    assert_string_equal(braced(w, "{着重号 语言=维吾尔文}"), "p:D(L(甲乙=ug))");
    assert_string_equal(braced(w, "{语言=日文 专名}"), "p:N(L(甲乙=ja))");
    assert_string_equal(md_shown(w, "[甲[乙]{语言=en}丙]{语言=ja}"),
                        "p:L(甲=ja)L(乙=en)L(丙=ja)");
    assert_string_equal(world_last(w), "");
}

static void a_language_nobody_knows_is_reported(void **state)
{
    world *w = *state;
    assert_string_equal(braced(w, "{语言=英问}"), "p:甲乙");
    assert_int_equal(BUL_LAST(&w->diag.entries)->id,
                     BUL_MSG_KEY_NOT_A_CHOICE_NEAR);
    assert_string_equal(braced(w, "{语言}"), "p:甲乙");
    assert_int_equal(BUL_LAST(&w->diag.entries)->id, BUL_MSG_KEY_NOT_A_CHOICE);
    assert_int_equal(w->diag.error_count, 2);
}

static void a_chinese_name_behind_a_reading_is_a_mark(void **state)
{
    world *w = *state;
    assert_string_equal(braced(w, "{拼音=jiǎ yǐ 专名 着重号}"),
                        "p:D(N(R(甲乙=jiǎ yǐ)))");
    /* The first word is what is read, whatever it is. */
    assert_string_equal(braced(w, "{注音=人名}"), "p:R(甲乙=人名)");
}

static void readings_may_be_quoted(void **state)
{
    static const char *const braces[] = {
        "{拼音=\"jiǎ yǐ\" line}", "{拼音＝“jiǎ yǐ” line}",
        "{拼音=”jiǎ yǐ“，line}",  "{line 拼音='jiǎ yǐ'}",
        "{拼音=‘jiǎ yǐ’ line}",   "{ruby=\"jiǎ  yǐ\" 下划线}"};
    world *w = *state;
    for (size_t i = 0; i < sizeof braces / sizeof braces[0]; i++)
        assert_string_equal(braced(w, braces[i]), "p:U(R(甲乙=jiǎ yǐ))");
    assert_int_equal(w->diag.error_count, 0);
    assert_string_equal(braced(w, "{拼音='xī'ān'}"), "p:R(甲乙=xī'ān)");
}

static void a_quote_without_its_partner_does_not_swallow_the_line(void **state)
{
    world *w = *state;
    assert_string_equal(braced(w, "{拼音=\"jiǎ yǐ}“丙”{丁}戊"),
                        "p:R(甲乙=\"jiǎ yǐ)“丙”{丁}戊");
}

static void a_reading_must_be_given(void **state)
{
    world *w = *state;
    assert_string_equal(braced(w, "{拼音}丙"), "p:甲乙丙");
    assert_string_equal(world_last(w),
                        "a.md:1:6: warning: '拼音' has no reading after it; "
                        "none was set [markdown/bracket-value]");
    assert_string_equal(braced(w, "{专名 注音=}丙"), "p:N(甲乙)丙");
    assert_string_equal(braced(w, "{ruby=\" \"}丙"), "p:甲乙丙");
    assert_int_equal(world_count_of(w, BUL_MSG_MARKDOWN_BRACKET_NO_READING), 3);
}

static void a_mark_takes_no_value(void **state)
{
    world *w = *state;
    assert_string_equal(braced(w, "{专名=是 着重号}"), "p:D(N(甲乙))");
    assert_string_equal(world_last(w),
                        "a.md:1:6: warning: '专名' takes no '=是'; it was left "
                        "out [markdown/bracket-value]");
}

static void what_begins_with_no_name_is_text(void **state)
{
    static const char *const braces[] = {"{}", "{1, 2}", "{=x}", "{ }",
                                         "{甲 乙 丙 丁 戊 己 庚 辛 壬}"};
    world *w = *state;
    for (size_t i = 0; i < sizeof braces / sizeof braces[0]; i++) {
        bul_str shown = bul_str_from(
            braced(w, bul_cstr(&w->arena,
                               bul_str_join(&w->arena, bul_str_from(braces[i]),
                                            BUL_STR("。")))));
        bul_str brace = bul_str_from(braces[i]);
        assert_true(bul_str_find(shown, brace) < shown.len);
    }
    assert_string_equal(world_last(w), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_name_of_a_mark_is_known),
        WORLD_TEST(a_bracket_says_what_language_it_is_in),
        WORLD_TEST(a_language_nobody_knows_is_reported),
        WORLD_TEST(names_are_apart_by_blanks_or_commas),
        WORLD_TEST(a_reading_goes_on_to_the_brace),
        WORLD_TEST(a_chinese_name_behind_a_reading_is_a_mark),
        WORLD_TEST(readings_may_be_quoted),
        WORLD_TEST(a_quote_without_its_partner_does_not_swallow_the_line),
        WORLD_TEST(a_reading_must_be_given),
        WORLD_TEST(a_mark_takes_no_value),
        WORLD_TEST(what_begins_with_no_name_is_text),
    };
    return cmocka_run_group_tests_name("markdown braces", tests, NULL, NULL);
}
