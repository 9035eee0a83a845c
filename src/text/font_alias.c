/* SPDX-License-Identifier: MIT */
/* font_alias.c - names of typefaces as they stand in Word, WPS and 飞腾. */
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
    NAME("仿宋", FANG),
    NAME("仿宋体", FANG),
    NAME("FangSong", FANG),
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

static const char *const fang_families[] = {
    "仿宋",        "FangSong",
    "仿宋_GB2312", "FangSong_GB2312",
    "朱雀仿宋",    "Zhuque Fangsong (technical preview)",
    "FandolFang",  "FandolFang R",
    NULL};
static const char *const title_families[] = {
    "方正小标宋简体",     "方正小标宋_GBK", "FZXiaoBiaoSong-B05S",
    "FZXiaoBiaoSong-B05", "小标宋",         NULL};
static const char *const no_families[] = {NULL};

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

const char *const *bul_font_own_families(bul_genre genre)
{
    if (genre == BUL_GENRE_FANG)
        return fang_families;
    if (genre == BUL_GENRE_TITLE)
        return title_families;
    return no_families;
}
