/* SPDX-License-Identifier: MIT */
/* test_opportunity_units.c - what is never parted, or at a price only: numbers,
 * words, addresses, note calls. */
#include "support/places.h"

static void runs_of_dashes_and_dots_part_between_pairs_only(void **state)
{
    PLACES_BUT(&places_gb, "工————会", "工|——|——|会", PLACES_UNTAILORED,
               "工|————|会");
    PLACES_BUT(&places_gb, "工…………会", "工|……|……|会", &places_strict,
               "工…………|会");
    PLACES(&places_gb, "工———会", "工|———|会");
    PLACES(&places_none, "工……………会", "工|……|………|会");
    PLACES_BUT(&places_basic, "工⋯⋯⋯⋯会", "工|⋯⋯|⋯⋯|会", PLACES_UNTAILORED,
               "工⋯⋯⋯⋯|会");
    PLACES(&places_gb, "——……", "——|……");
}

static void a_dash_alone_is_a_connector(void **state)
{
    PLACES_BUT(&places_gb, "京—沪", "京—|沪", PLACES_UNTAILORED, "京|—|沪");
    PLACES(&places_gb, "word—word", "word—|word");
    PLACES(&places_gb, "wait…what", "wait…|what");
}

static void stacked_stops_are_never_parted(void **state)
{
    for (size_t i = 0; i < 4; i++) {
        PLACES(places_levels[i], "！！！", "！！！");
        PLACES(places_levels[i], "？！", "？！");
        PLACES(places_levels[i], "！？‼", "！？‼");
    }
    PLACES(&places_none, "。”", "。|”"); /* as other marks are */
}

static void numbers_stay_whole_with_their_signs(void **state)
{
    PLACES(&places_gb, "达95%的", "达|95%|的");
    PLACES(&places_gb, "约37℃下", "约|37℃|下");
    PLACES(&places_gb, "共¥1280到", "共|¥1280|到");
    PLACES(&places_gb, "±5−5+5-5", "±5−5+5-5");
    PLACES(&places_gb, "温-5℃下", "温-5℃|下");
    PLACES(&places_gb, "见№5到", "见|№5|到");
    PLACES(&places_gb, "约1,000.5到10:30", "约|1,000.5|到|10:30");
    PLACES(&places_gb, "1/3强", "1/3|强");
    PLACES(&places_none, "达95%的", "达|95%|的");
    PLACES(&places_gb, "2020-2026和10~20", "2020-2026|和|10~20");
    PLACES(&places_gb, "（$(5)）", "（$(5)）");
    PLACES(&places_gb, "$(a)", "$(a)");
    PLACES(&places_gb, "$（5）和$（a）", "$（5）|和|$|（a）");
    PLACES(PLACES_UNTAILORED, "$（5）和$（a）", "$（5）|和|$|（a）");
}

static void units_of_measure_hold_over_a_space(void **state)
{
    PLACES_BUT(&places_gb, "约5 ℃下", "约|5 ℃|下", PLACES_UNTAILORED,
               "约|5 |℃|下");
    PLACES_BUT(&places_gb, "约100㎡的", "约|100㎡|的", PLACES_UNTAILORED,
               "约|100|㎡|的");
    PLACES(&places_gb, "a %b", "a |%b");
}

static void full_width_digits_are_one_number(void **state)
{
    PLACES_BUT(&places_gb, "共１２３四", "共|１２３|四", PLACES_UNTAILORED,
               "共|１|２|３|四");
    PLACES_BUT(&places_gb, "共１２％的", "共|１２％|的", PLACES_UNTAILORED,
               "共|１|２％|的");
    PLACES(&places_gb, "￥１２８", "￥１２８");
    PLACES(&places_none, "１，０００．５", "１，０００．５");
    PLACES(&places_gb, "１０：３０到１／３", "１０：３０|到|１／３");
    PLACES(&places_gb, "－５", "－５");
}

static void a_comma_of_the_sentence_is_of_no_number(void **state)
{
    PLACES(&places_gb, "共3，5人", "共|3，|5{counted}人");
    PLACES(&places_gb, "比分3：2", "比|分|3：2");
    PLACES(&places_gb, "3 ：2", "3 ：|2");
    PLACES(&places_gb, "工：2", "工：|2");
    PLACES(&places_gb, "3：工", "3：|工");
    PLACES(&places_gb, "１，2", "１，|2");
    PLACES(&places_gb, "1，２", "1，|２");
}

static void a_sign_after_a_word_is_of_the_word(void **state)
{
    PLACES_BUT(&places_gb, "用C++写", "用|C++|写", PLACES_UNTAILORED,
               "用|C+|+写");
    PLACES_BUT(&places_gb, "60+人5G+工", "60+|人|5G+|工", PLACES_UNTAILORED,
               "60+人|5G+工");
    PLACES(&places_gb, "A+5", "A+5");
}

static void a_plus_leans_on_the_hanzi_before_it(void **state)
{
    PLACES_BUT(&places_gb, "互联网+教育", "互|联|网+|教|育", PLACES_UNTAILORED,
               "互|联|网|+教|育");
    PLACES(&places_gb, "“互联网”+教育", "“互|联|网”+|教|育");
    PLACES(&places_gb, "党建＋工会", "党|建＋|工|会");
    PLACES(&places_gb, "约+5", "约|+5");
}

static void an_interpunct_between_letters_or_digits_is_of_the_word(void **state)
{
    PLACES_BUT(&places_gb, "约翰·A·B·史", "约|翰·|A·B·|史", PLACES_UNTAILORED,
               "约|翰|·A·B·|史");
    PLACES(&places_gb, "3·8节", "3·8{counted}节");
}

static void latin_words_are_never_parted(void **state)
{
    PLACES_BUT(&places_gb, "按GB/T标and/or", "按|GB/T|标|and/or",
               PLACES_UNTAILORED, "按|GB/|T|标|and/|or");
    PLACES_BUT(&places_gb, "f(x)(y)a!b{a}b50%(x)", "f(x)(y)a!b{a}b50%(x)",
               PLACES_UNTAILORED, "f(x)|(y)a!|b{a}|b50%|(x)");
    PLACES_BUT(&places_gb, "a|b", "a|b", PLACES_UNTAILORED, "a||b");
    PLACES(&places_gb, "see it (now), all e.g.此",
           "see |it |(now), |all |e.g.|此");
    PLACES(&places_basic, "GB/T和/或", "GB/T|和/|或");
    PLACES(&places_gb, "é/è", "é/è");
}

static void a_hyphen_parts_a_word_at_a_price(void **state)
{
    PLACES_BUT(&places_gb, "well-known", "well-{hyphen}known",
               PLACES_UNTAILORED, "well-|known");
    PLACES(&places_gb, "well‐known", "well‐{hyphen}known");
    PLACES(&places_gb, "well‑known", "well‑known"); /* U+2011 */
    PLACES(&places_gb, "COVID-19", "COVID-19");
    PLACES(&places_gb, "X-射线", "X-|射|线");
    PLACES_BUT(&places_gb, "--option", "--option", PLACES_UNTAILORED,
               "--|option");
    PLACES(&places_gb, "（-b）", "（-b）");
    PLACES(&places_gb, "\"-b", "\"-b");
    PLACES(&places_gb, "a\u00A0-b\u2060-c", "a\u00A0-b\u2060-c");
}

static void a_standard_number_is_parted_before_its_year(void **state)
{
    PLACES_BUT(&places_gb, "GB/T 9704-2012", "GB/T |9704-{hyphen}2012",
               PLACES_UNTAILORED, "GB/|T |9704-2012");
    PLACES(&places_gb, "GB9704-2012的", "GB9704-{hyphen}2012|的");
    PLACES(&places_gb, "9851.2-2008,", "9851.2-{hyphen}2008,");
    PLACES(&places_gb, "GB/T 15834—2011", "GB/T |15834—|2011");
    PLACES(&places_gb, "1.5-1998", "1.5-{hyphen}1998");
}

static void no_other_number_is_parted_at_its_hyphens(void **state)
{
    PLACES(&places_gb, "2020-2026", "2020-2026");
    PLACES(&places_gb, "在2020-2026", "在|2020-2026");
    PLACES(&places_gb, "9.5-3000", "9.5-3000");
    PLACES(&places_gb, "9.5-20123", "9.5-20123");
    PLACES(&places_gb, "1.5-2012-01", "1.5-2012-01");
    PLACES(&places_gb, "TEL 010-8888", "TEL |010-8888");
    PLACES(&places_gb, "9.5-201", "9.5-201");
    PLACES(&places_gb, "9.5-1098", "9.5-1098");
    PLACES(&places_gb, "9.5-9998", "9.5-9998");
    PLACES(&places_gb, "9.5-2198", "9.5-2198");
    PLACES(&places_gb, "9.5-20a1", "9.5-20a1");
    PLACES(&places_gb, "9.5-201a", "9.5-201a");
    PLACES(&places_gb, "9.5 -2012", "9.5 |-2012");
    PLACES(&places_gb, "9.5 a-2012", "9.5 |a-2012");
    PLACES(&places_gb, "NOa12-2012", "NOa12-2012");
}

static void an_address_is_parted_at_its_points_only(void **state)
{
    PLACES_BUT(&places_gb, "看https://a.bc/de?f=g&h=i-j_k~l吧",
               "看|https://^a.^bc/^de?^f=^g&^h=^i-^j_k~l|吧", PLACES_UNTAILORED,
               "看|https://|a.bc/|de?|f=g&h=i-|j_k~l|吧");
    PLACES(&places_gb, "www.acftu.org, a.b/c", "www.^acftu.^org, |a.b/c");
    PLACES_BUT(&places_gb, "写me.x@a-b.cn吧", "写|me.^x@^a-b.^cn|吧",
               PLACES_UNTAILORED, "写|me.x@a-|b.cn|吧");
    PLACES(&places_none, "http://a-b%5!c", "http://^a-^b%5!c");
}

static void an_address_is_a_word_to_what_is_beside_it(void **state)
{
    PLACES_BUT(&places_gb, "http://a.cn/吧", "http://^a.^cn/|吧",
               PLACES_UNTAILORED, "http://|a.cn/|吧");
    PLACES(&places_gb, "（http://a.cn/）", "（http://^a.^cn/）");
    PLACES(&places_gb, "见:www.a.cn。", "见:|www.^a.^cn。");
    PLACES(&places_gb, "www.a.cn www.b.cn", "www.^a.^cn |www.^b.^cn");
    PLACES(&places_gb, "a@b.cn,c@d.cn", "a@^b.^cn,c@^d.^cn");
}

static void a_note_call_stays_with_its_word(void **state)
{
    PLACES_BUT(&places_gb, "工会[1]是", "工|会[1]|是", PLACES_UNTAILORED,
               "工|会|[1]|是");
    PLACES_BUT(&places_gb, "好。[12-15]他", "好。[12-15]|他", PLACES_UNTAILORED,
               "好。|[12-15]|他");
    PLACES(&places_none, "工［１］是", "工［１］|是");
    PLACES(&places_gb, "工[1,2–5]是", "工[1,2–5]|是");
    PLACES(&places_gb, "工[注]是", "工|[注]|是");
    PLACES(&places_gb, "工[]是", "工|[]|是");
    PLACES(&places_gb, "工[1是", "工|[1|是");
    PLACES(&places_gb, "工 [1]是", "工 |[1]|是");
    PLACES_BUT(&places_gb, "工会①是”②的", "工|会①|是”②|的", PLACES_UNTAILORED,
               "工|会|①|是”②|的");
    PLACES_BUT(&places_gb, "平²的", "平²|的", PLACES_UNTAILORED, "平|²|的");
    PLACES(&places_gb, "工[1", "工|[1");
    PLACES(&places_gb, "工[,1]是", "工|[,1]|是");
    PLACES(&places_gb, "工[1a]是", "工|[1a]|是");
    PLACES(&places_gb, "工［１，２］是", "工［１，２］|是");
    PLACES(&places_gb, "工[123456789012]是", "工|[123456789012]|是");
    PLACES(&places_gb, "工 ²是", "工 |²|是");
}

static void a_circled_number_after_a_pause_counts_what_follows(void **state)
{
    PLACES_BUT(&places_gb, "分：①加强；②落实",
               "分：|①{ordinal}加|强；|②{ordinal}落|实", PLACES_UNTAILORED,
               "分：|①|加|强；|②|落|实");
    PLACES(&places_gb, "①加强", "①{ordinal}加|强");
    PLACES(&places_gb, "工 ①加强", "工 |①{ordinal}加|强");
}

static void symbols_are_hanzi_in_chinese_and_letters_in_korean(void **state)
{
    PLACES_BUT(&places_gb, "★★→A", "★|★|→|A", &places_korean, "★★→A");
    PLACES(&places_gb, "5×3", "5×3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(runs_of_dashes_and_dots_part_between_pairs_only),
        WORLD_TEST(a_dash_alone_is_a_connector),
        WORLD_TEST(stacked_stops_are_never_parted),
        WORLD_TEST(numbers_stay_whole_with_their_signs),
        WORLD_TEST(units_of_measure_hold_over_a_space),
        WORLD_TEST(full_width_digits_are_one_number),
        WORLD_TEST(a_comma_of_the_sentence_is_of_no_number),
        WORLD_TEST(a_sign_after_a_word_is_of_the_word),
        WORLD_TEST(a_plus_leans_on_the_hanzi_before_it),
        WORLD_TEST(an_interpunct_between_letters_or_digits_is_of_the_word),
        WORLD_TEST(latin_words_are_never_parted),
        WORLD_TEST(a_hyphen_parts_a_word_at_a_price),
        WORLD_TEST(a_standard_number_is_parted_before_its_year),
        WORLD_TEST(no_other_number_is_parted_at_its_hyphens),
        WORLD_TEST(an_address_is_parted_at_its_points_only),
        WORLD_TEST(an_address_is_a_word_to_what_is_beside_it),
        WORLD_TEST(a_note_call_stays_with_its_word),
        WORLD_TEST(a_circled_number_after_a_pause_counts_what_follows),
        WORLD_TEST(symbols_are_hanzi_in_chinese_and_letters_in_korean),
    };
    return cmocka_run_group_tests_name("opportunity units", tests, NULL, NULL);
}
