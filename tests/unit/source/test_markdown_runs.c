/* SPDX-License-Identifier: MIT */
#include "support/random.h"
#include "unit/source/md_shown.h"

static void a_newline_is_nothing_beside_chinese(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "跨行\n中文"), "p:跨行中文");
    assert_string_equal(md_shown(w, "共有\n12 人"), "p:共有12 人");
    assert_string_equal(md_shown(w, "他说：\n“好。”\n她笑"),
                        "p:他说：“好。”她笑");
    assert_string_equal(md_shown(w, "中文\nEnglish"), "p:中文English");
    assert_string_equal(md_shown(w, "破折——\n——号"), "p:破折————号");
}

static void a_newline_is_a_space_between_latin(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, "two\nwords"), "p:two words");
    assert_string_equal(md_shown(w, "said “so”\nthen"), "p:said “so” then");
    assert_string_equal(md_shown(w, "**two**\nwords"), "p:S(two) words");
}

static void spans_point_at_the_text_behind_every_sign(void **state)
{
    world *w = *state;
    bul_source source = md_source(w, "　　甲**乙**[丙](http://a.cn)&lt;丁");
    bul_md_blocks blocks = md_read(w, &source).blocks;
    assert_int_equal(blocks.count, 1);
    static const char *const texts[] = {"甲", "乙", "丙", "<", "丁"};
    bul_md_runs runs = blocks.items[0].runs;
    assert_int_equal(runs.count, 5);
    for (size_t i = 0; i < 5; i++) {
        bul_str there = bul_str_sub(source.text, runs.items[i].span.start,
                                    runs.items[i].span.end);
        assert_true(bul_str_equal(runs.items[i].text, bul_str_from(texts[i])));
        assert_true(bul_str_equal(there, i == 3 ? BUL_STR("&lt;")
                                                : bul_str_from(texts[i])));
    }
}

static void a_body_may_start_in_the_middle_of_a_file(void **state)
{
    world *w = *state;
    bul_source source = md_source(w, "---\n标题: 甲\n---\n正**文**\n");
    size_t from = bul_str_find(source.text, BUL_STR("正"));
    assert_string_equal(md_shown_part(w, (bul_md_part){.source = &source,
                                                       .from = from,
                                                       .to = source.text.len}),
                        "p:正S(文)");
}

static void an_empty_body_has_no_blocks(void **state)
{
    world *w = *state;
    assert_string_equal(md_shown(w, ""), "");
    assert_string_equal(md_shown(w, "\n \n\n　\n"), "");
    assert_string_equal(world_last(w), "");
}

static size_t count_hanzi(bul_str text)
{
    size_t count = 0;
    for (size_t i = 0; i + 3 <= text.len; i++) {
        bul_str here = bul_str_sub(text, i, i + 3);
        count += bul_str_equal(here, BUL_STR("甲")) ||
                 bul_str_equal(here, BUL_STR("乙"));
    }
    return count;
}

/* Whatever is thrown at it: every run shown is checked against the file, and
 * no hanzi is lost. */
static void keeps_its_hanzi(world *w, dice *d)
{
    static const char *const pieces[] = {
        "甲",         "乙",          "。",      "，",       "“",     "”",
        "**",         "*",           "_",       "`",        " ",     "  ",
        "\n",         "\n\n",        "- ",      "1. ",      "# ",    "> ",
        "一、",       "|",           "[",       "]",        "\\",    "&amp;",
        "A",          "12",          "~",       "+",        ":",     "　",
        "1.",         "<",           "===",     "---",      "::: ",  "```",
        "（一）",     "|甲|\n|-|\n", "]{name}", "{ruby=x}", "x[^1]", "【",
        "】｛dots｝", "...",         "--"};
    bul_text text = bul_text_in(&w->arena);
    size_t count = 1 + dice_below(d, 40);
    for (size_t i = 0; i < count; i++)
        bul_text_add(
            &text,
            bul_str_from(
                pieces[dice_below(d, sizeof pieces / sizeof pieces[0])]));
    bul_str whole = bul_text_str(&text);
    const char *shown = md_shown(w, bul_cstr(&w->arena, whole));
    if (count_hanzi(bul_str_from(shown)) != count_hanzi(whole))
        fail_msg("of:\n%.*s\ncame:\n%s", (int)whole.len, whole.ptr, shown);
}

static void no_hanzi_is_ever_lost(void **state)
{
    dice_check(keeps_its_hanzi, *state, 5000);
}

/* 400 KB of one sign after another: neither time nor memory may grow faster
 * than the text. */
static void takes_little_memory(world *w, const char *piece)
{
    bul_text text = bul_text_in(&w->arena);
    while (text.len < (size_t)400 * 1024)
        bul_text_add(&text, bul_str_from(piece));
    bul_source source = md_source(w, bul_cstr(&w->arena, bul_text_str(&text)));
    bul_md_part part = {.source = &source, .to = source.text.len};
    part.is_normalized = true;
    size_t before = w->arena.used_bytes;
    bul_md_read(&w->arena, &w->diag, part);
    assert_in_range(w->arena.used_bytes - before, 0, 100 << 20);
}

static void hostile_text_takes_little_memory(void **state)
{
    static const char *const pieces[] = {
        "[",   "![[]()", ">",      "- ",   "a<!--",   "**a ",  "`a``b",
        "](",  "&amp;",  "<http:", "|a",   "::: a\n", "[a](b", "\\",
        "<a ", "***a",   "{a}",    "> \n", "- a\n",   "!",     "一、\n"};
    static const char *const brackets[] = {
        "[a]{name}", "[[[a]{name}", "]{name", "[^1]",   "[^1]: a\n",
        "【",        "】{name}",    "…“",     "甲a...", "[a]{ruby=a a}"};
    world *w = *state;
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++)
        takes_little_memory(w, pieces[i]);
    for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++)
        takes_little_memory(w, brackets[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_newline_is_nothing_beside_chinese),
        WORLD_TEST(a_newline_is_a_space_between_latin),
        WORLD_TEST(spans_point_at_the_text_behind_every_sign),
        WORLD_TEST(a_body_may_start_in_the_middle_of_a_file),
        WORLD_TEST(an_empty_body_has_no_blocks),
        WORLD_TEST(no_hanzi_is_ever_lost),
        WORLD_TEST(hostile_text_takes_little_memory),
    };
    return cmocka_run_group_tests_name("markdown runs", tests, NULL, NULL);
}
