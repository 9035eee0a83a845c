/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/language.h"
#include "issue/read.h"
#include "support/world.h"

#define HEAD "名称: x\n稿件: [a.md]\n"

/* A file in place of the one that was read before. */
static void put_last(world *w, const char *path, const char *text)
{
    for (size_t i = 0; i < w->puts.count; i++)
        if (strcmp(w->puts.items[i].path, path) == 0)
            w->puts.items[i].path = "replaced";
    world_put(w, path, text);
}

static bul_issue *read_issue(world *w, const char *keys)
{
    bul_str yaml = bul_str_join(&w->arena, BUL_STR(HEAD), bul_str_from(keys));
    put_last(w, "本期/a.md", "---\n标题: 甲\n---\n正文。\n");
    put_last(w, "本期/issue.yaml", bul_cstr(&w->arena, yaml));
    return bul_issue_read(&w->arena, &w->files, &w->diag,
                          BUL_STR("本期/issue.yaml"));
}

/* The words, apart by "|". */
static const char *shown(world *w, const bul_lines_of_text *words)
{
    bul_text text = bul_text_in(&w->arena);
    for (size_t i = 0; i < words->count; i++) {
        if (i > 0)
            bul_text_add(&text, BUL_STR("|"));
        bul_text_add(&text, words->items[i].text);
    }
    return bul_cstr(&w->arena, bul_text_str(&text));
}

/* ---- 语言. ---- */

static void the_language_is_that_of_its_key(void **state)
{
    world *w = *state;
    assert_int_equal(read_issue(w, "")->locale, BUL_LOCALE_ZH_HANS);
    assert_int_equal(read_issue(w, "语言: zh-Hant-TW\n")->locale,
                     BUL_LOCALE_ZH_TW);
    assert_int_equal(read_issue(w, "language: 香港\n")->locale,
                     BUL_LOCALE_ZH_HK);
    assert_int_equal(read_issue(w, "语言: JA_jp\n")->locale, BUL_LOCALE_JA);
    assert_string_equal(world_last(w), "");
    bul_issue *issue = read_issue(w, "语言: 英文\n");
    assert_int_equal(issue->locale, BUL_LOCALE_ZH_HANS);
    assert_string_equal(world_cstr(w, issue->language), "en");
    assert_string_equal(world_cstr(w, read_issue(w, "")->language), "zh-Hans");
    assert_string_equal(world_last(w), "");
}

static void an_unknown_language_is_reported_with_those_known(void **state)
{
    world *w = *state;
    assert_int_equal(read_issue(w, "语言: zh-Hant-TV\n")->locale,
                     BUL_LOCALE_ZH_HANS);
    assert_string_equal(world_last(w),
                        "本期/issue.yaml:3:5: error: '语言' cannot be "
                        "'zh-Hant-TV' [key/not-a-choice]");
    bul_args args = BUL_LAST(&w->diag.entries)->args;
    assert_string_equal(world_cstr(w, args.at[3]), "zh-Hant-TW");
    /* Every one that is offered is taken. */
    bul_str rest = args.at[2];
    bul_str word;
    size_t count = 0;
    for (; bul_str_cut(&rest, ' ', &word); count++) {
        bul_str tag;
        assert_true(bul_language_find(word, &tag));
    }
    assert_true(count > BUL_LOCALE_COUNT);
    read_issue(w, "语言: 火星文\n");
    assert_int_equal(BUL_LAST(&w->diag.entries)->id, BUL_MSG_KEY_NOT_A_CHOICE);
}

static void articles_have_the_language_of_the_issue_or_their_own(void **state)
{
    world *w = *state;
    world_put(w, "本期/b.md", "---\n标题: 乙\n语言: ja\n---\n正文。\n");
    world_put(w, "本期/c.md", "---\n标题: 丙\nlanguage: 火星\n---\n正文。\n");
    bul_issue *issue = read_issue(w, "语言: 台湾\n");
    assert_int_equal(issue->articles.items[0]->locale, BUL_LOCALE_ZH_TW);
    world_put(w, "本期/i.yaml",
              "名称: x\n语言: 台湾\n稿件: [b.md, c.md, 无.md]\n");
    issue =
        bul_issue_read(&w->arena, &w->files, &w->diag, BUL_STR("本期/i.yaml"));
    assert_int_equal(issue->articles.items[0]->locale, BUL_LOCALE_JA);
    assert_int_equal(issue->articles.items[1]->locale, BUL_LOCALE_ZH_TW);
    assert_int_equal(issue->articles.items[2]->locale, BUL_LOCALE_ZH_TW);
    assert_string_equal(world_cstr(w, issue->articles.items[0]->language),
                        "ja");
    assert_string_equal(world_cstr(w, issue->articles.items[2]->language),
                        "zh-Hant-TW");
    assert_int_equal(world_count_of(w, BUL_MSG_KEY_NOT_A_CHOICE), 1);
}

/* ---- 词语 人名. ---- */

static void words_are_a_list_or_a_line(void **state)
{
    world *w = *state;
    bul_issue *issue = read_issue(
        w, "词语: [集体协商, ' 工会主席 ']\n人名: 林小禾、乔一舟，岳青\n");
    assert_string_equal(shown(w, &issue->terms), "集体协商|工会主席");
    assert_string_equal(shown(w, &issue->names), "林小禾|乔一舟|岳青");
    issue = read_issue(w, "terms: |\n  集体协商\n  工会主席\n");
    assert_string_equal(shown(w, &issue->terms), "集体协商|工会主席");
    assert_int_equal(issue->names.count, 0);
    assert_string_equal(world_last(w), "");
}

static void words_come_from_a_file_one_a_line(void **state)
{
    world *w = *state;
    world_put(w, "本期/词表/人名.txt",
              "# 常用人名\n林小禾\n\n　乔一舟 # 摄影\n岳 青\n");
    bul_issue *issue = read_issue(w, "人名: 词表/人名.txt\n"
                                     "词语: [集体协商, 词表/人名.txt]\n");
    assert_string_equal(shown(w, &issue->names), "林小禾|乔一舟|岳 青");
    assert_string_equal(shown(w, &issue->terms),
                        "集体协商|林小禾|乔一舟|岳 青");
    bul_place place = bul_diag_place(&w->diag, issue->names.items[1].span);
    assert_string_equal(world_cstr(w, place.file), "本期/词表/人名.txt");
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 2);
    assert_string_equal(world_last(w), "");
}

static void a_file_of_words_lies_beneath_the_issue(void **state)
{
    world *w = *state;
    world_put(w, "词.txt", "甲\n");
    assert_int_equal(read_issue(w, "词语: ../词.txt\n")->terms.count, 0);
    assert_string_equal(world_last(w),
                        "本期/issue.yaml:3:5: error: path '../词.txt' leaves "
                        "the issue's folder [file/outside]");
    read_issue(w, "人名: 无.txt\n");
    assert_string_equal(world_last(w),
                        "本期/issue.yaml:3:5: error: cannot find "
                        "'无.txt' [file/missing]");
}

static void other_files_are_no_files_of_words(void **state)
{
    world *w = *state;
    assert_int_equal(read_issue(w, "词语: 词语.docx\n")->terms.count, 0);
    assert_string_equal(world_last(w),
                        "本期/issue.yaml:3:5: error: '词语.docx' looks like a "
                        "file, but words come from a .txt file "
                        "[issue/words-file]");
    assert_string_equal(
        shown(w, &read_issue(w, "词语: [A.B公司, v1.2]\n")->terms),
        "A.B公司|v1.2");
    assert_int_equal(w->diag.error_count, 1);
}

static void words_have_limits(void **state)
{
    world *w = *state;
    bul_text text = bul_text_in(&w->arena);
    bul_text_add(&text, BUL_STR("中国人民政治协商会议全国委员会办公厅\n"));
    bul_text_add(
        &text, BUL_STR("这一整句话显然不是一个词而是谁忘了换行才写成这样的\n"));
    for (int i = 0; i < 20000; i++)
        bul_text_addf(&text, "w%d\n", i);
    world_put(w, "本期/词.txt", bul_cstr(&w->arena, bul_text_str(&text)));
    bul_issue *issue = read_issue(w, "词语: 词.txt\n");
    assert_int_equal(issue->terms.count, 20000);
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_WORD_LONG), 1);
    assert_int_equal(world_count_of(w, BUL_MSG_ISSUE_WORDS_MANY), 1);
    assert_string_equal(world_last(w),
                        "本期/词.txt:20002:1: warning: more than 20000 words; "
                        "the rest was not used [issue/words]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_language_is_that_of_its_key),
        WORLD_TEST(an_unknown_language_is_reported_with_those_known),
        WORLD_TEST(articles_have_the_language_of_the_issue_or_their_own),
        WORLD_TEST(words_are_a_list_or_a_line),
        WORLD_TEST(words_come_from_a_file_one_a_line),
        WORLD_TEST(a_file_of_words_lies_beneath_the_issue),
        WORLD_TEST(other_files_are_no_files_of_words),
        WORLD_TEST(words_have_limits),
    };
    return cmocka_run_group_tests_name("words of an issue", tests, NULL, NULL);
}
