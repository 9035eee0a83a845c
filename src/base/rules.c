/* SPDX-License-Identifier: MIT */
#include "base/rules.h"

typedef struct named_locale {
    bul_str name;
    bul_locale locale;
} named_locale;

static const named_locale names[] = {
    {BUL_STR_INIT("zh-hans"), BUL_LOCALE_ZH_HANS},
    {BUL_STR_INIT("zh-cn"), BUL_LOCALE_ZH_HANS},
    {BUL_STR_INIT("zh-sg"), BUL_LOCALE_ZH_HANS},
    {BUL_STR_INIT("zh"), BUL_LOCALE_ZH_HANS},
    {BUL_STR_INIT("简体"), BUL_LOCALE_ZH_HANS},
    {BUL_STR_INIT("简体中文"), BUL_LOCALE_ZH_HANS},
    {BUL_STR_INIT("zh-hant"), BUL_LOCALE_ZH_TW},
    {BUL_STR_INIT("zh-hant-tw"), BUL_LOCALE_ZH_TW},
    {BUL_STR_INIT("zh-tw"), BUL_LOCALE_ZH_TW},
    {BUL_STR_INIT("繁体"), BUL_LOCALE_ZH_TW},
    {BUL_STR_INIT("繁體"), BUL_LOCALE_ZH_TW},
    {BUL_STR_INIT("台湾"), BUL_LOCALE_ZH_TW},
    {BUL_STR_INIT("臺灣"), BUL_LOCALE_ZH_TW},
    {BUL_STR_INIT("zh-hant-hk"), BUL_LOCALE_ZH_HK},
    {BUL_STR_INIT("zh-hant-mo"), BUL_LOCALE_ZH_HK},
    {BUL_STR_INIT("zh-hk"), BUL_LOCALE_ZH_HK},
    {BUL_STR_INIT("zh-mo"), BUL_LOCALE_ZH_HK},
    {BUL_STR_INIT("香港"), BUL_LOCALE_ZH_HK},
    {BUL_STR_INIT("ja"), BUL_LOCALE_JA},
    {BUL_STR_INIT("ja-jp"), BUL_LOCALE_JA},
    {BUL_STR_INIT("日文"), BUL_LOCALE_JA},
    {BUL_STR_INIT("日本語"), BUL_LOCALE_JA},
    {BUL_STR_INIT("ko"), BUL_LOCALE_KO},
    {BUL_STR_INIT("ko-kr"), BUL_LOCALE_KO},
    {BUL_STR_INIT("韩文"), BUL_LOCALE_KO},
    {BUL_STR_INIT("한국어"), BUL_LOCALE_KO},
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool is_same(bul_str tag, bul_str name)
{
    if (tag.len != name.len)
        return false;
    for (size_t i = 0; i < tag.len; i++)
        if ((tag.ptr[i] == '_' ? '-' : lower(tag.ptr[i])) != name.ptr[i])
            return false;
    return true;
}

bool bul_locale_find(bul_str tag, bul_locale *locale)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!is_same(tag, names[i].name))
            continue;
        *locale = names[i].locale;
        return true;
    }
    return false;
}

bul_str bul_locale_tag(bul_locale locale)
{
    static const bul_str tags[BUL_LOCALE_COUNT] = {
        BUL_STR_INIT("zh-Hans"), BUL_STR_INIT("zh-Hant-TW"),
        BUL_STR_INIT("zh-Hant-HK"), BUL_STR_INIT("ja"), BUL_STR_INIT("ko")};
    return tags[locale];
}
