/* SPDX-License-Identifier: MIT */
/* diff_words.c - the table, and filling it in. */
#include "proof/diff_words.h"

static const char *const words[BUL_DIFF_WORD_COUNT][2] = {
    [BUL_DIFF_BEFORE] = {"改前：{0}　{1}　{2}版",
                         "before: {0}, {1}, pages {2}"},
    [BUL_DIFF_AFTER] = {"改后：{0}　{1}　{2}版", "after: {0}, {1}, pages {2}"},
    [BUL_DIFF_NONE] = {"没有不同", "no differences"},
    [BUL_DIFF_ARTICLE_ADDED] = {"新增稿件　{0}", "article added: {0}"},
    [BUL_DIFF_ARTICLE_REMOVED] = {"撤下稿件　{0}", "article removed: {0}"},
    [BUL_DIFF_PAGE_ADDED] = {"新增第{0}版", "page {0} added"},
    [BUL_DIFF_PAGE_REMOVED] = {"撤掉第{0}版", "page {0} removed"},
    [BUL_DIFF_FURNITURE] = {"第{0}版　报头、报眉、导读、版记",
                            "page {0}: masthead, running head, index, tail"},
    [BUL_DIFF_TEXT] = {"文字　{0}：", "text, {0}: "},
    [BUL_DIFF_PICTURE_BYTES] = {"换图　{0}（文件名没变）",
                                "picture replaced under the same name: {0}"},
    [BUL_DIFF_MOVED] = {"移动　{0} → {1}", "moved: {0} -> {1}"},
    [BUL_DIFF_RESIZED] = {"大小　{0} → {1}", "resized: {0} -> {1}"},
    [BUL_DIFF_PART_ADDED] = {"见报　{0}", "now also at {0}"},
    [BUL_DIFF_PART_REMOVED] = {"不再见报　{0}", "no longer at {0}"},
    [BUL_DIFF_REFLOWED] = {"重排　{0}行（原{1}行，现{2}行）",
                           "reset: lines {0} (were {1}, are {2})"},
    [BUL_DIFF_PLACE_IN_ROWS] = {"第{0}版第{1}栏第{2}行",
                                "page {0}, column {1}, row {2}"},
    [BUL_DIFF_PLACE_IN_MM] = {"第{0}版左{1}上{2}毫米",
                              "page {0}, {1} mm from left, {2} mm from top"},
    [BUL_DIFF_SIZE_IN_ROWS] = {"{0}栏×{1}行", "columns {0}, rows {1}"},
    [BUL_DIFF_SIZE_IN_MM] = {"宽{0}高{1}毫米", "{0} mm wide, {1} mm high"},
};

/* {0} is the number of the block. */
static const char *const passages[BUL_PASSAGE_KIND_COUNT][2] = {
    [BUL_PASSAGE_TITLE] = {"标题", "title"},
    [BUL_PASSAGE_KICKER] = {"引题", "kicker"},
    [BUL_PASSAGE_SUBTITLE] = {"副题", "subtitle"},
    [BUL_PASSAGE_SUMMARY] = {"提要", "summary"},
    [BUL_PASSAGE_BYLINE] = {"署名", "byline"},
    [BUL_PASSAGE_SECTION] = {"栏目", "section"},
    [BUL_PASSAGE_EDITOR_NOTE] = {"编者按", "editor's note"},
    [BUL_PASSAGE_BLOCK] = {"第{0}段", "paragraph {0}"},
    [BUL_PASSAGE_BOX] = {"框（第{0}段）", "box (paragraph {0})"},
    [BUL_PASSAGE_TABLE] = {"表格（第{0}段）", "table (paragraph {0})"},
    [BUL_PASSAGE_PICTURE] = {"图片", "picture"},
    [BUL_PASSAGE_CAPTION] = {"图片说明", "caption"},
    [BUL_PASSAGE_LINK] = {"二维码（第{0}段）", "QR code (paragraph {0})"},
    [BUL_PASSAGE_NOTE] = {"注释{0}", "note {0}"},
    [BUL_PASSAGE_SOURCE] = {"来源", "source"},
    [BUL_PASSAGE_FURNITURE] = {"", ""},
};

static void fill(bul_text *text, const char *pattern, bul_diff_args args)
{
    for (const char *c = pattern; *c != '\0'; c++) {
        bool is_place =
            c[0] == '{' && c[1] >= '0' && c[1] <= '2' && c[2] == '}';
        if (is_place) {
            bul_text_add(text, args.at[c[1] - '0']);
            c += 2;
        } else {
            bul_text_add(text, (bul_str){c, 1});
        }
    }
}

void bul_diff_add_words(bul_text *text, bul_diff_word word,
                        bul_message_language language, bul_diff_args args)
{
    fill(text, words[word][language == BUL_LANG_ENGLISH], args);
}

bul_str bul_diff_passage_name(bul_arena *arena, const bul_passage *passage,
                              bul_message_language language)
{
    bul_text text = bul_text_in(arena);
    fill(&text, passages[passage->kind][language == BUL_LANG_ENGLISH],
         BUL_DIFF_ARGS(bul_str_int(arena, passage->number)));
    return bul_text_str(&text);
}
