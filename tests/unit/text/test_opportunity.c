/* SPDX-License-Identifier: MIT */
/* test_opportunity.c - where a line may end: levels, quotes, kinds. Units are
 * in test_opportunity_units.c; what all is built on is checked against the
 * Unicode data in test_opportunity_ucd.c. */
#include "support/places.h"
#include "support/random.h"

/* ---- What may not begin or end a line. ---- */

static void a_line_may_end_between_hanzi(void **state)
{
    PLACES(&places_gb, "职工之家", "职|工|之|家");
    PLACES(&places_gb, "𠮷野家", "𠮷|野|家");
    PLACES(PLACES_UNTAILORED, "职工之家", "职|工|之|家");
}

/* Which of a mark's sides are open in 工…会, level by level: "se" may start
 * and end a line. */
static void assert_edges(world *w, const char *mark, const char *wanted[4])
{
    for (size_t i = 0; i < 4; i++) {
        bul_text text = bul_text_in(&w->arena);
        bul_text_add(&text, BUL_STR("工"));
        bul_text_add(&text, bul_str_from(mark));
        bul_text_add(&text, BUL_STR("会"));
        bul_str s = bul_text_str(&text);
        const uint8_t *kinds = places_kinds(w, s, places_levels[i]);
        char found[3] = {0};
        size_t count = 0;
        if (kinds[3] == BUL_OPPORTUNITY_MAY)
            found[count++] = 's';
        if (kinds[s.len - 3] == BUL_OPPORTUNITY_MAY)
            found[count] = 'e';
        if (strcmp(found, wanted[i]) != 0)
            fail_msg("%s at level %d: \"%s\", not \"%s\"", mark, (int)i, found,
                     wanted[i]);
    }
}

#define EDGES(mark, ...)                                                       \
    assert_edges(*state, mark, (const char *[4]){__VA_ARGS__})

static void
closing_marks_and_stops_begin_no_line_but_at_level_none(void **state)
{
    static const char *const marks[] = {
        "，", "、", "。", "．", "：", "；", "！", "？", "”",  "’", "）",
        "〕", "］", "｝", "》", "〉", "」", "』", "】", "〗", "‼", "⁉"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        EDGES(marks[i], "se", "e", "e", "e");
}

static void opening_marks_end_no_line_but_at_level_none(void **state)
{
    static const char *const marks[] = {"“",  "‘",  "（", "〔", "［", "｛",
                                        "《", "〈", "「", "『", "【", "〖"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        EDGES(marks[i], "se", "s", "s", "s");
}

static void
connectors_and_interpuncts_begin_no_line_but_at_level_none(void **state)
{
    static const char *const marks[] = {"·", "‧", "・", "–", "—", "～", "〜"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        EDGES(marks[i], "se", "e", "e", "e");
    EDGES("-", "e", "e", "e", "e");
    EDGES("~", "e", "e", "e", "e");
    PLACES(&places_gb, "《甲》~《乙》", "《甲》~|《乙》");
    PLACES(&places_gb, "甲，~5到3月~5月",
           "甲，|~5|到|3{counted}月~5{counted}月");
}

static void a_solidus_ends_no_line_from_level_gb_on(void **state)
{
    EDGES("／", "se", "e", "", "");
    EDGES("/", "e", "e", "", "");
}

static void dashes_and_ellipses_begin_no_line_at_level_strict(void **state)
{
    EDGES("——", "se", "se", "se", "e");
    EDGES("⸺", "se", "se", "se", "e");
    EDGES("……", "se", "se", "se", "e");
    EDGES("⋯⋯", "se", "se", "se", "e");
    EDGES("…", "se", "se", "se", "e");
}

static void small_kana_and_repeated_hanzi_begin_no_line(void **state)
{
    EDGES("々", "se", "e", "e", "e");
    EDGES("ー", "se", "e", "e", "e");
    EDGES("ょ", "se", "e", "e", "e");
    PLACES_BUT(&places_japanese, "チョコ", "チョ|コ", &places_none, "チ|ョ|コ");
}

static void levels_hold_at_the_marks_of_every_locale(void **state)
{
    PLACES(&places_japanese, "「工会」。", "「工|会」。");
    PLACES(&places_taiwan, "「工會」；約‧翰", "「工|會」；|約‧|翰");
    PLACES_BUT(&places_taiwan, "工／会", "工／会", &places_basic, "工／|会");
}

static void marks_after_a_space_begin_no_line_either(void **state)
{
    PLACES_BUT(&places_gb, "张三 · 李四", "张|三 · |李|四", PLACES_UNTAILORED,
               "张|三 |· |李|四");
    PLACES_BUT(&places_gb, "甲 – 乙 — 丙", "甲 – |乙 — |丙", PLACES_UNTAILORED,
               "甲 |– |乙 |— |丙");
    PLACES_BUT(&places_gb, "甲 - 乙", "甲 - |乙", PLACES_UNTAILORED,
               "甲 |- |乙");
    PLACES_BUT(&places_gb, "工 。", "工 。", &places_none, "工 |。");
    PLACES_BUT(&places_gb, "甲 -\r乙", "甲 -\r!!乙", PLACES_UNTAILORED,
               "甲 |-\r!!乙");
}

static void small_hyphens_before_a_number_are_its_sign(void **state)
{
    PLACES(&places_gb, "温 -5℃", "温 |-5℃");
    PLACES_BUT(&places_gb, "选 -known", "选 |-known", PLACES_UNTAILORED,
               "选 |-|known");
}

static void marks_in_their_latin_form_after_hanzi_are_chinese(void **state)
{
    PLACES_BUT(&places_gb, "工会,All工会:3", "工|会,|All|工|会:|3",
               PLACES_UNTAILORED, "工|会,All|工|会:|3");
    PLACES(&places_gb, "好!?好", "好!?|好");
}

/* ---- Quotes. ---- */

static void curly_quotes_are_brackets_in_chinese(void **state)
{
    PLACES_BUT(&places_gb, "说“工会”好", "说|“工|会”|好", PLACES_UNTAILORED,
               "说“工|会”好");
    PLACES_BUT(&places_gb, "说‘工会’好", "说|‘工|会’|好", &places_korean,
               "说‘工|会’好");
    PLACES_BUT(&places_japanese, "说“工会”好", "说|“工|会”|好", &places_none,
               "说|“|工|会|”|好");
    PLACES(&places_gb, "“工会”，“之家”", "“工|会”，|“之|家”");
}

static void latin_words_in_them_change_nothing(void **state)
{
    PLACES_BUT(&places_gb, "用“hello”吧", "用|“hello”|吧", PLACES_UNTAILORED,
               "用“hello”吧");
    PLACES_BUT(&places_gb, "用“A”“B”等", "用|“A”|“B”|等", PLACES_UNTAILORED,
               "用“A”“B”等");
    PLACES_BUT(&places_gb, "到2025“规划”是", "到|2025|“规|划”|是",
               PLACES_UNTAILORED, "到|2025“规|划”是");
}

static void quotes_of_a_latin_sentence_are_latin(void **state)
{
    PLACES(&places_gb, "say “hello” to", "say |“hello” |to");
    PLACES(&places_gb, "abc“def”ghi", "abc“def”ghi");
    PLACES(&places_gb, "abc“工会”ghi", "abc|“工|会”|ghi"); /* not so these */
}

/* Before it and after it: what is no Latin letter makes a quote Chinese. */
static void anything_wide_beside_them_makes_them_chinese(void **state)
{
    static const char *const wide[] = {
        "工", "한", "하", "ᄀ", "ᅡ",   "ᆨ", "ー", "々", "（", "〕",
        "——", "—",  "…",  "！", "。",   "：", "·",  "～", "／", "★",
        "①",  "第", "年", "☝",  "🏻", "⌚",  "⸺",  "”",  "“",  "\U0001F02C"};
    world *w = *state;
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
        bul_str x = bul_str_from(wide[i]);
        bul_str before = bul_str_join(&w->arena, x, BUL_STR("“a"));
        bul_str after = bul_str_join(&w->arena, BUL_STR("a“"), x);
        if (places_kinds(w, before, &places_none)[x.len] ==
                BUL_OPPORTUNITY_NEVER ||
            places_kinds(w, after, &places_none)[1] == BUL_OPPORTUNITY_NEVER)
            fail_msg("Latin beside %s", wide[i]);
    }
    PLACES(&places_none, "a“b", "a“b");
    PLACES(&places_none, "1“b", "1“b");
    PLACES(&places_none, ",“b", ",“b");
    PLACES(&places_none, "a“(", "a“(");
}

static void an_apostrophe_holds_its_word(void **state)
{
    PLACES(&places_gb, "T’Pol是it’s", "T’Pol|是|it’s");
    PLACES(&places_gb, "rock ’n’ roll", "rock |’n’ |roll");
    PLACES(&places_gb, "用’工", "用’|工"); /* but a quote after hanzi */
}

/* ---- Kinds. ---- */

static void ordinals_are_better_kept(void **state)
{
    PLACES_BUT(&places_gb, "第3届", "第{ordinal}3{counted}届",
               PLACES_UNTAILORED, "第|3|届");
    PLACES(&places_gb, "第３次", "第{ordinal}３{counted}次");
    PLACES(&places_gb, "第 3 届", "第 {ordinal}3 {counted}届");
    PLACES(&places_gb, "工3工", "工|3|工");
    PLACES(&places_gb, "第三届", "第|三|届");
}

static void numbers_are_better_kept_with_what_they_count(void **state)
{
    static const char *const words[] = {"年", "月", "日", "时", "分", "秒",
                                        "号", "期", "届", "次", "个", "名",
                                        "人", "元", "岁", "周", "万", "亿"};
    world *w = *state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        bul_str text =
            bul_str_join(&w->arena, BUL_STR("5"), bul_str_from(words[i]));
        assert_int_equal(places_kinds(w, text, &places_gb)[1],
                         BUL_OPPORTUNITY_COUNTED);
        assert_int_equal(places_kinds(w, text, PLACES_UNTAILORED)[1],
                         BUL_OPPORTUNITY_MAY);
    }
    PLACES(&places_gb, "2026年5月3日",
           "2026{counted}年|5{counted}月|3{counted}日");
    PLACES(&places_gb, "¥1280元", "¥1280{counted}元");
    PLACES(&places_gb, "95%人", "95%|人");
}

static void a_soft_hyphen_is_a_place_of_its_own(void **state)
{
    PLACES_BUT(&places_gb, "abc\u00ADdef", "abc\u00AD{soft}def",
               PLACES_UNTAILORED, "abc\u00AD|def");
    PLACES(&places_gb, "abc\u00AD工", "abc\u00AD|工");
    PLACES(&places_gb, "abc\u00AD def", "abc\u00AD |def");
}

static void invisible_signs_do_what_they_are_for(void **state)
{
    PLACES(&places_gb, "工\u2060会\u00A0员\u202F工",
           "工\u2060会\u00A0员\u202F工");
    PLACES(&places_gb, "abc\u200Bdef", "abc\u200B|def");
    PLACES(&places_gb, "工\u200B，会", "工\u200B|，|会");
    PLACES(&places_none, "工\u2060，会", "工\u2060，|会");
}

static void line_separators_must_end_a_line(void **state)
{
    PLACES(&places_gb, "工\n会\r\n员\u2028工\u2029",
           "工\n!!会\r\n!!员\u2028!!工\u2029");
    PLACES(&places_gb, "\n\n", "\n!!\n");
    PLACES(&places_gb, "\n 工", "\n!! |工");
    PLACES(PLACES_UNTAILORED, "\r\xC2\x85", "\r!!\xC2\x85");
}

static void korean_breaks_at_spaces_and_between_syllables(void **state)
{
    PLACES(&places_korean, "노동 조합.", "노|동 |조|합.");
    PLACES_BUT(&places_korean, "“노동”이", "“노|동”이", &places_gb,
               "“노|동”|이");
}

static void a_hebrew_word_keeps_what_follows_its_hyphen(void **state)
{
    PLACES(PLACES_UNTAILORED, "א-工a-工", "א-工|a-|工");
    PLACES(PLACES_UNTAILORED, "א|工a|工", "א|工|a||工");
}

static void emoji_of_several_characters_are_one(void **state)
{
    PLACES(&places_gb, "👍🏽👍🏽", "👍🏽|👍🏽");
    PLACES(&places_gb, "👨‍👩‍👧👧", "👨‍👩‍👧|👧");
    PLACES(&places_gb, "🇨🇳🇭🇰🇨", "🇨🇳|🇭🇰|🇨");
    PLACES(&places_gb, "葛\U000E0101城", "葛\U000E0101|城");
}

/* ---- Any text. ---- */

static void nothing_is_broken_but_its_end(void **state)
{
    const uint8_t *kinds = places_kinds(*state, (bul_str){0}, &places_gb);
    assert_int_equal(kinds[0], BUL_OPPORTUNITY_MUST);
}

static void long_runs_of_hanzi_end_as_short_ones(void **state)
{
    PLACES(&places_gb, "工会组织建设第3届",
           "工|会|组|织|建|设|第{ordinal}3{counted}届");
    PLACES(&places_gb, "3年工会组织5月",
           "3{counted}年|工|会|组|织|5{counted}月");
    PLACES(&places_gb, "工会组织。会", "工|会|组|织。|会");
    PLACES(&places_gb, "①工会组织", "①{ordinal}工|会|组|织");
    PLACES(&places_gb, "工会组\xE5\xB7会员工", "工|会|组|\xE5|\xB7|会|员|工");
}

static bool is_inside_character(bul_str text, size_t at)
{
    return (text.ptr[at] & 0xC0) == 0x80;
}

static void each_level_opens_fewer_places(world *w, dice *d)
{
    bul_str text = dice_text(d, &w->arena, dice_below(d, 60));
    const uint8_t *before = places_kinds(w, text, places_levels[0]);
    for (size_t i = 1; i < 4; i++) {
        const uint8_t *kinds = places_kinds(w, text, places_levels[i]);
        for (size_t at = 0; at <= text.len; at++)
            assert_true(kinds[at] == before[at] ||
                        kinds[at] == BUL_OPPORTUNITY_NEVER);
        before = kinds;
    }
}

static void a_stricter_level_only_closes_places(void **state)
{
    dice_check(each_level_opens_fewer_places, *state, 1000);
}

static void a_line_separator_parts_for_good(world *w, dice *d)
{
    bul_str a = dice_text(d, &w->arena, 1 + dice_below(d, 30));
    bul_str b = dice_text(d, &w->arena, dice_below(d, 30));
    a = bul_str_join(&w->arena, a, BUL_STR("\n"));
    const uint8_t *whole =
        places_kinds(w, bul_str_join(&w->arena, a, b), &places_gb);
    const uint8_t *first = places_kinds(w, a, &places_gb);
    const uint8_t *second = places_kinds(w, b, &places_gb);
    assert_memory_equal(whole, first, a.len);
    assert_int_equal(whole[a.len], BUL_OPPORTUNITY_MUST);
    if (b.len > 0)
        assert_memory_equal(whole + a.len + 1, second + 1, b.len);
}

static void what_is_before_a_line_separator_is_forgotten(void **state)
{
    dice_check(a_line_separator_parts_for_good, *state, 1000);
}

static void any_bytes_are_read_to_their_end(world *w, dice *d)
{
    static const char signs[] = "0123 .,:/-@w[]()+~%\xE5\xB7\xA5\xE2\x80\x94"
                                "\xE2\x80\x9C\xEF\xBC\x91\xCC\x81\n";
    char bytes[64];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = dice_chance(d, 90) ? signs[dice_below(d, sizeof signs - 1)]
                                      : (char)(unsigned char)dice_below(d, 256);
    bul_str text = {bytes, dice_below(d, sizeof bytes + 1)};
    const bul_rules rules = {.breaks = (bul_break_level)dice_below(d, 4),
                             .locale =
                                 (bul_locale)dice_below(d, BUL_LOCALE_COUNT)};
    const uint8_t *kinds =
        places_kinds(w, text, dice_chance(d, 20) ? PLACES_UNTAILORED : &rules);
    for (size_t at = 0; at < text.len; at++)
        assert_in_range(kinds[at], BUL_OPPORTUNITY_NEVER, BUL_OPPORTUNITY_MUST);
    assert_true(text.len == 0 || kinds[0] == BUL_OPPORTUNITY_NEVER);
    assert_int_equal(kinds[text.len], BUL_OPPORTUNITY_MUST);
}

static void hostile_bytes_are_read_to_their_end(void **state)
{
    dice_check(any_bytes_are_read_to_their_end, *state, 5000);
}

static void no_line_ends_inside_a_character(world *w, dice *d)
{
    bul_str text = dice_text(d, &w->arena, dice_below(d, 60));
    const uint8_t *kinds = places_kinds(w, text, &places_none);
    for (size_t at = 0; at < text.len; at++) {
        bool is_kept = is_inside_character(text, at) || text.ptr[at] == ' ';
        assert_false(is_kept && kinds[at] != BUL_OPPORTUNITY_NEVER);
    }
}

static void characters_and_spaces_begin_no_line(void **state)
{
    dice_check(no_line_ends_inside_a_character, *state, 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_line_may_end_between_hanzi),
        WORLD_TEST(closing_marks_and_stops_begin_no_line_but_at_level_none),
        WORLD_TEST(opening_marks_end_no_line_but_at_level_none),
        WORLD_TEST(connectors_and_interpuncts_begin_no_line_but_at_level_none),
        WORLD_TEST(a_solidus_ends_no_line_from_level_gb_on),
        WORLD_TEST(dashes_and_ellipses_begin_no_line_at_level_strict),
        WORLD_TEST(small_kana_and_repeated_hanzi_begin_no_line),
        WORLD_TEST(levels_hold_at_the_marks_of_every_locale),
        WORLD_TEST(marks_after_a_space_begin_no_line_either),
        WORLD_TEST(small_hyphens_before_a_number_are_its_sign),
        WORLD_TEST(marks_in_their_latin_form_after_hanzi_are_chinese),
        WORLD_TEST(curly_quotes_are_brackets_in_chinese),
        WORLD_TEST(latin_words_in_them_change_nothing),
        WORLD_TEST(quotes_of_a_latin_sentence_are_latin),
        WORLD_TEST(anything_wide_beside_them_makes_them_chinese),
        WORLD_TEST(an_apostrophe_holds_its_word),
        WORLD_TEST(ordinals_are_better_kept),
        WORLD_TEST(numbers_are_better_kept_with_what_they_count),
        WORLD_TEST(a_soft_hyphen_is_a_place_of_its_own),
        WORLD_TEST(invisible_signs_do_what_they_are_for),
        WORLD_TEST(line_separators_must_end_a_line),
        WORLD_TEST(korean_breaks_at_spaces_and_between_syllables),
        WORLD_TEST(a_hebrew_word_keeps_what_follows_its_hyphen),
        WORLD_TEST(emoji_of_several_characters_are_one),
        WORLD_TEST(nothing_is_broken_but_its_end),
        WORLD_TEST(long_runs_of_hanzi_end_as_short_ones),
        WORLD_TEST(a_stricter_level_only_closes_places),
        WORLD_TEST(what_is_before_a_line_separator_is_forgotten),
        WORLD_TEST(hostile_bytes_are_read_to_their_end),
        WORLD_TEST(characters_and_spaces_begin_no_line),
    };
    return cmocka_run_group_tests_name("opportunity", tests, NULL, NULL);
}
