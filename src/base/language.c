/* SPDX-License-Identifier: MIT */
/* language.c - the languages of workmates, at home and from abroad. */
#include "base/language.h"

#include "base/rules.h"

typedef struct named_language {
    bul_str tag;
    bul_str names[2]; /* 文 and 语; the second may be empty */
} named_language;

#define LANGUAGE(tag, written, spoken)                                         \
    {                                                                          \
        BUL_STR_INIT(tag),                                                     \
        {                                                                      \
            BUL_STR_INIT(written), BUL_STR_INIT(spoken)                        \
        }                                                                      \
    }

static const named_language languages[] = {
    LANGUAGE("en", "英文", "英语"),
    LANGUAGE("ug", "维吾尔文", "维吾尔语"),
    LANGUAGE("bo", "藏文", "藏语"),
    LANGUAGE("mn", "蒙古文", "蒙古语"),
    LANGUAGE("kk", "哈萨克文", "哈萨克语"),
    LANGUAGE("ii", "彝文", "彝语"),
    LANGUAGE("za", "壮文", "壮语"),
    LANGUAGE("ru", "俄文", "俄语"),
    LANGUAGE("fr", "法文", "法语"),
    LANGUAGE("de", "德文", "德语"),
    LANGUAGE("es", "西班牙文", "西班牙语"),
    LANGUAGE("pt", "葡萄牙文", "葡萄牙语"),
    LANGUAGE("it", "意大利文", "意大利语"),
    LANGUAGE("ar", "阿拉伯文", "阿拉伯语"),
    LANGUAGE("vi", "越南文", "越南语"),
    LANGUAGE("th", "泰文", "泰语"),
    LANGUAGE("id", "印尼文", "印尼语"),
    LANGUAGE("ms", "马来文", "马来语"),
    LANGUAGE("my", "缅甸文", "缅甸语"),
    LANGUAGE("la", "拉丁文", "拉丁语"),
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* "en" of "en", "EN" and "en-GB": a region, which nobody here tells apart, is
 * two letters. */
static bool is_tag(bul_str word, bul_str tag)
{
    if (word.len != tag.len && word.len != tag.len + 3)
        return false;
    for (size_t i = 0; i < tag.len; i++)
        if (lower(word.ptr[i]) != tag.ptr[i])
            return false;
    return word.len == tag.len || word.ptr[tag.len] == '-' ||
           word.ptr[tag.len] == '_';
}

bool bul_language_find(bul_str word, bul_str *tag)
{
    bul_locale locale;
    if (bul_locale_find(word, &locale)) {
        *tag = bul_locale_tag(locale);
        return true;
    }
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        const named_language *language = &languages[i];
        if (!is_tag(word, language->tag) &&
            !bul_str_equal(word, language->names[0]) &&
            !bul_str_equal(word, language->names[1]))
            continue;
        *tag = language->tag;
        return true;
    }
    return false;
}

bul_str bul_language_name(size_t index)
{
    static const char *const names[] = {
        "zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja",   "ko",   "en",
        "简体",    "繁体",       "台湾",       "香港", "日文", "韩文"};
    size_t count = sizeof names / sizeof names[0];
    if (index < count)
        return bul_str_from(names[index]);
    index -= count;
    return index < sizeof languages / sizeof languages[0]
               ? languages[index].names[0]
               : (bul_str){0};
}
