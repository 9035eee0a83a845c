/* SPDX-License-Identifier: MIT */
/* font_alias.c - names of typefaces as they stand in Word, WPS and 飞腾, and
 * in the offices of Taipei, Hong Kong, Tokyo and Seoul. */
#include "text/font_alias.h"

#include <stdlib.h>

typedef struct genre_name {
    bul_str name;
    bul_genre genre;
} genre_name;

#define NAME(text, which)                                                      \
    {                                                                          \
        BUL_STR_INIT(text), BUL_GENRE_##which                                  \
    }

static const genre_name genre_names[] = {
    NAME("宋", SONG),
    NAME("宋体", SONG),
    NAME("书宋", SONG),
    NAME("报宋", SONG),
    NAME("Song", SONG),
    NAME("SimSun", SONG),
    NAME("新宋体", SONG),
    NAME("NSimSun", SONG),
    NAME("华文宋体", SONG),
    NAME("思源宋体", SONG),
    NAME("Noto Serif CJK SC", SONG),
    NAME("Source Han Serif SC", SONG),
    NAME("Bulletin Song", SONG),
    NAME("serif", SONG),
    NAME("宋體", SONG),
    NAME("明體", SONG),
    NAME("明朝", SONG),
    NAME("明朝体", SONG),
    NAME("신명조", SONG),
    NAME("명조", SONG),
    NAME("바탕", SONG),
    NAME("PMingLiU", SONG),
    NAME("MingLiU", SONG),
    NAME("新細明體", SONG),
    NAME("細明體", SONG),
    NAME("MS Mincho", SONG),
    NAME("Yu Mincho", SONG),
    NAME("游明朝", SONG),
    NAME("Batang", SONG),
    NAME("黑", HEI),
    NAME("黑体", HEI),
    NAME("Hei", HEI),
    NAME("SimHei", HEI),
    NAME("等线", HEI),
    NAME("微软雅黑", HEI),
    NAME("Microsoft YaHei", HEI),
    NAME("华文黑体", HEI),
    NAME("思源黑体", HEI),
    NAME("Noto Sans CJK SC", HEI),
    NAME("Source Han Sans SC", HEI),
    NAME("Bulletin Hei", HEI),
    NAME("sans", HEI),
    NAME("黑體", HEI),
    NAME("ゴシック", HEI),
    NAME("ゴシック体", HEI),
    NAME("고딕", HEI),
    NAME("돋움", HEI),
    NAME("Microsoft JhengHei", HEI),
    NAME("微軟正黑體", HEI),
    NAME("MS Gothic", HEI),
    NAME("Yu Gothic", HEI),
    NAME("游ゴシック", HEI),
    NAME("Malgun Gothic", HEI),
    NAME("맑은 고딕", HEI),
    NAME("楷", KAI),
    NAME("楷体", KAI),
    NAME("Kai", KAI),
    NAME("KaiTi", KAI),
    NAME("楷体_GB2312", KAI),
    NAME("SimKai", KAI),
    NAME("华文楷体", KAI),
    NAME("霞鹜文楷", KAI),
    NAME("LXGW WenKai", KAI),
    NAME("Bulletin Kai", KAI),
    NAME("楷體", KAI),
    NAME("標楷體", KAI),
    NAME("DFKai-SB", KAI),
    NAME("楷書", KAI),
    NAME("楷書体", KAI),
    NAME("궁서", KAI),
    NAME("仿宋", FANG),
    NAME("仿宋体", FANG),
    NAME("FangSong", FANG),
    NAME("仿宋體", FANG),
    NAME("仿宋_GB2312", FANG),
    NAME("FangSong_GB2312", FANG),
    NAME("朱雀仿宋", FANG),
    NAME("FandolFang", FANG),
    NAME("FandolFang R", FANG),
    NAME("华文仿宋", FANG),
    NAME("小标宋", TITLE),
    NAME("方正小标宋", TITLE),
    NAME("方正小标宋简体", TITLE),
    NAME("方正小标宋_GBK", TITLE),
    NAME("FZXiaoBiaoSong-B05S", TITLE),
    NAME("FZXiaoBiaoSong-B05", TITLE),
};

static const bul_pack_face pack_faces[] = {
    {BUL_GENRE_SONG, 400, BUL_STR_INIT("BulletinSong-Regular.otf")},
    {BUL_GENRE_SONG, 700, BUL_STR_INIT("BulletinSong-Bold.otf")},
    {BUL_GENRE_SONG, 900, BUL_STR_INIT("BulletinSong-Black.otf")},
    {BUL_GENRE_HEI, 400, BUL_STR_INIT("BulletinHei-Regular.otf")},
    {BUL_GENRE_HEI, 700, BUL_STR_INIT("BulletinHei-Bold.otf")},
    {BUL_GENRE_HEI, 900, BUL_STR_INIT("BulletinHei-Black.otf")},
    {BUL_GENRE_KAI, 400, BUL_STR_INIT("BulletinKai-Regular.ttf")},
};

/* Families that serve a genre: of the user first, then of the system, in this
 * order. What the pack serves has none. */
#define FANG_FAMILIES                                                          \
    "仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "朱雀仿宋",          \
        "Zhuque Fangsong (technical preview)", "FandolFang", "FandolFang R"

static const char *const none[] = {NULL};
static const char *const hans_fang[] = {FANG_FAMILIES, NULL};
static const char *const tw_fang[] = {"cwTeXFangSong", FANG_FAMILIES, NULL};
static const char *const title[] = {
    "方正小标宋简体",     "方正小标宋_GBK", "FZXiaoBiaoSong-B05S",
    "FZXiaoBiaoSong-B05", "小标宋",         NULL};

static const char *const tw_song[] = {"Noto Serif CJK TC", "Noto Serif TC",
                                      "Source Han Serif TC", NULL};
static const char *const tw_hei[] = {"Noto Sans CJK TC", "Noto Sans TC",
                                     "Source Han Sans TC", NULL};
static const char *const tw_kai[] = {
    "標楷體", "DFKai-SB", "TW-Kai", "LXGW WenKai TC", "AR PL UKai TW", NULL};
static const char *const hk_song[] = {"Noto Serif CJK HK", "Noto Serif HK",
                                      "Source Han Serif HC", NULL};
static const char *const hk_hei[] = {"Noto Sans CJK HK", "Noto Sans HK",
                                     "Source Han Sans HC", NULL};
static const char *const hk_kai[] = {"標楷體", "DFKai-SB", "AR PL UKai HK",
                                     "LXGW WenKai TC", NULL};
static const char *const ja_song[] = {"Noto Serif CJK JP", "Noto Serif JP",
                                      "Source Han Serif", NULL};
static const char *const ja_hei[] = {"Noto Sans CJK JP", "Noto Sans JP",
                                     "Source Han Sans", NULL};
static const char *const ja_kai[] = {"Klee One", "HGSeikaishotaiPRO", NULL};
static const char *const ko_song[] = {"Noto Serif CJK KR", "Noto Serif KR",
                                      "Source Han Serif K", NULL};
static const char *const ko_hei[] = {"Noto Sans CJK KR", "Noto Sans KR",
                                     "Source Han Sans K", NULL};
static const char *const ko_kai[] = {"Gungsuh", "UnGungseo", NULL};

/* In the order of bul_genre. */
static const char *const *const families[BUL_LOCALE_COUNT][BUL_GENRE_NONE] = {
    [BUL_LOCALE_ZH_HANS] = {none, none, none, hans_fang, title},
    [BUL_LOCALE_ZH_TW] = {tw_song, tw_hei, tw_kai, tw_fang, title},
    [BUL_LOCALE_ZH_HK] = {hk_song, hk_hei, hk_kai, tw_fang, title},
    [BUL_LOCALE_JA] = {ja_song, ja_hei, ja_kai, hans_fang, title},
    [BUL_LOCALE_KO] = {ko_song, ko_hei, ko_kai, hans_fang, title},
};

bul_genre bul_font_genre(bul_str family)
{
    size_t count = sizeof genre_names / sizeof genre_names[0];
    for (size_t i = 0; i < count; i++)
        if (bul_str_equal(genre_names[i].name, family))
            return genre_names[i].genre;
    return BUL_GENRE_NONE;
}

static unsigned weight_distance(unsigned a, unsigned b)
{
    return a > b ? a - b : b - a;
}

const bul_pack_face *bul_pack_find(bul_genre genre, unsigned weight)
{
    if (genre == BUL_GENRE_FANG)
        genre = BUL_GENRE_KAI;
    if (genre == BUL_GENRE_TITLE) {
        genre = BUL_GENRE_SONG;
        weight = weight < 700 ? 700 : weight;
    }
    if (genre == BUL_GENRE_NONE)
        genre = BUL_GENRE_SONG;
    const bul_pack_face *best = NULL;
    for (size_t i = 0; i < sizeof pack_faces / sizeof pack_faces[0]; i++) {
        const bul_pack_face *face = &pack_faces[i];
        if (face->genre != genre)
            continue;
        if (best == NULL || weight_distance(face->weight, weight) <
                                weight_distance(best->weight, weight))
            best = face;
    }
    return best;
}

const bul_pack_face *bul_pack_faces(size_t *count)
{
    *count = sizeof pack_faces / sizeof pack_faces[0];
    return pack_faces;
}

const char *const *bul_font_families(bul_locale locale, bul_genre genre)
{
    return genre < BUL_GENRE_NONE ? families[locale][genre] : none;
}

bool bul_font_is_arabic(uint32_t c)
{
    return (c >= 0x600 && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F) ||
           (c >= 0x870 && c <= 0x8FF) || (c >= 0xFB50 && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFE);
}

bool bul_font_is_hangul(uint32_t c)
{
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F) ||
           (c >= 0xAC00 && c <= 0xD7AF);
}

bul_str bul_font_package(uint32_t code_point)
{
    if (bul_font_is_arabic(code_point))
        return BUL_STR("fonts-ukij-uyghur");
    if (bul_font_is_hangul(code_point))
        return BUL_STR("fonts-noto-cjk");
    return code_point < 0x2E80 ? BUL_STR("fonts-noto-core")
                               : BUL_STR("fonts-hanazono");
}
