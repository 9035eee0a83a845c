/* SPDX-License-Identifier: MIT */
/* charclass.c - the table of classes, and which side of a mark is blank. */
#include "text/charclass.h"

#include <stddef.h>

#include "base/utf8.h"

typedef struct class_range {
    uint32_t first, last;
    bul_class class;
} class_range;

/* Ascending; what is not listed follows from its script (see below). */
static const class_range class_ranges[] = {
    {0x0020, 0x0020, BUL_CLASS_SPACE},
    {0x0021, 0x0022, BUL_CLASS_LATIN_MARK},
    {0x0023, 0x0024, BUL_CLASS_PREFIX},
    {0x0025, 0x0025, BUL_CLASS_POSTFIX},
    {0x0026, 0x0026, BUL_CLASS_SLASH},
    {0x0027, 0x0027, BUL_CLASS_LATIN_MARK},
    {0x0028, 0x0028, BUL_CLASS_LATIN_OPEN},
    {0x0029, 0x0029, BUL_CLASS_LATIN_CLOSE},
    {0x002A, 0x002A, BUL_CLASS_LATIN},
    {0x002B, 0x002B, BUL_CLASS_PREFIX},
    {0x002C, 0x002C, BUL_CLASS_LATIN_MARK},
    {0x002D, 0x002D, BUL_CLASS_HYPHEN},
    {0x002E, 0x002E, BUL_CLASS_LATIN_MARK},
    {0x002F, 0x002F, BUL_CLASS_SLASH},
    {0x0030, 0x0039, BUL_CLASS_DIGIT},
    {0x003A, 0x003B, BUL_CLASS_LATIN_MARK},
    {0x003C, 0x003C, BUL_CLASS_LATIN},
    {0x003D, 0x003D, BUL_CLASS_SLASH},
    {0x003E, 0x003E, BUL_CLASS_LATIN},
    {0x003F, 0x003F, BUL_CLASS_LATIN_MARK},
    {0x0040, 0x005A, BUL_CLASS_LATIN},
    {0x005B, 0x005B, BUL_CLASS_LATIN_OPEN},
    {0x005C, 0x005C, BUL_CLASS_LATIN},
    {0x005D, 0x005D, BUL_CLASS_LATIN_CLOSE},
    {0x005E, 0x007A, BUL_CLASS_LATIN},
    {0x007B, 0x007B, BUL_CLASS_LATIN_OPEN},
    {0x007C, 0x007C, BUL_CLASS_LATIN},
    {0x007D, 0x007D, BUL_CLASS_LATIN_CLOSE},
    {0x007E, 0x007E, BUL_CLASS_LATIN},
    {0x00A0, 0x00A0, BUL_CLASS_NO_BREAK_SPACE},
    {0x00A3, 0x00A5, BUL_CLASS_PREFIX},
    {0x00B0, 0x00B0, BUL_CLASS_POSTFIX},
    {0x00B1, 0x00B1, BUL_CLASS_PREFIX},
    {0x00B7, 0x00B7, BUL_CLASS_MIDDOT},
    {0x0300, 0x036F, BUL_CLASS_COMBINING},
    {0x200B, 0x200B, BUL_CLASS_BREAK_HERE},
    {0x2010, 0x2010, BUL_CLASS_HYPHEN},
    {0x2011, 0x2011, BUL_CLASS_LATIN},
    {0x2013, 0x2013, BUL_CLASS_CONNECTOR},
    {0x2014, 0x2015, BUL_CLASS_DASH},
    {0x2018, 0x2018, BUL_CLASS_OPEN},
    {0x2019, 0x2019, BUL_CLASS_CLOSE},
    {0x201C, 0x201C, BUL_CLASS_OPEN},
    {0x201D, 0x201D, BUL_CLASS_CLOSE},
    {0x2022, 0x2022, BUL_CLASS_SYMBOL},
    {0x2026, 0x2026, BUL_CLASS_ELLIPSIS},
    {0x2027, 0x2027, BUL_CLASS_MIDDOT},
    {0x2030, 0x2030, BUL_CLASS_POSTFIX},
    {0x2032, 0x2033, BUL_CLASS_POSTFIX},
    {0x203C, 0x203C, BUL_CLASS_EXCLAIM},
    {0x2047, 0x2049, BUL_CLASS_EXCLAIM},
    {0x20AC, 0x20AC, BUL_CLASS_PREFIX},
    {0x2103, 0x2103, BUL_CLASS_POSTFIX},
    {0x2109, 0x2109, BUL_CLASS_POSTFIX},
    {0x2116, 0x2116, BUL_CLASS_PREFIX},
    {0x2212, 0x2212, BUL_CLASS_PREFIX},
    {0x22EF, 0x22EF, BUL_CLASS_ELLIPSIS},
    {0x2E3A, 0x2E3A, BUL_CLASS_DASH},
    {0x3000, 0x3000, BUL_CLASS_IDEO_SPACE},
    {0x3001, 0x3001, BUL_CLASS_PAUSE},
    {0x3002, 0x3002, BUL_CLASS_STOP},
    {0x3008, 0x3008, BUL_CLASS_OPEN},
    {0x3009, 0x3009, BUL_CLASS_CLOSE},
    {0x300A, 0x300A, BUL_CLASS_OPEN},
    {0x300B, 0x300B, BUL_CLASS_CLOSE},
    {0x300C, 0x300C, BUL_CLASS_OPEN},
    {0x300D, 0x300D, BUL_CLASS_CLOSE},
    {0x300E, 0x300E, BUL_CLASS_OPEN},
    {0x300F, 0x300F, BUL_CLASS_CLOSE},
    {0x3010, 0x3010, BUL_CLASS_OPEN},
    {0x3011, 0x3011, BUL_CLASS_CLOSE},
    {0x3014, 0x3014, BUL_CLASS_OPEN},
    {0x3015, 0x3015, BUL_CLASS_CLOSE},
    {0x3016, 0x3016, BUL_CLASS_OPEN},
    {0x3017, 0x3017, BUL_CLASS_CLOSE},
    {0x301C, 0x301C, BUL_CLASS_CONNECTOR},
    {0x30FB, 0x30FB, BUL_CLASS_MIDDOT},
    {0xFE00, 0xFE0F, BUL_CLASS_COMBINING}, /* variation selectors */
    {0xFF01, 0xFF01, BUL_CLASS_EXCLAIM},
    {0xFF04, 0xFF04, BUL_CLASS_PREFIX},
    {0xFF05, 0xFF05, BUL_CLASS_POSTFIX},
    {0xFF08, 0xFF08, BUL_CLASS_OPEN},
    {0xFF09, 0xFF09, BUL_CLASS_CLOSE},
    {0xFF0C, 0xFF0C, BUL_CLASS_PAUSE},
    {0xFF0E, 0xFF0E, BUL_CLASS_STOP},
    {0xFF0F, 0xFF0F, BUL_CLASS_SOLIDUS},
    {0xFF10, 0xFF19, BUL_CLASS_WIDE_DIGIT},
    {0xFF1A, 0xFF1A, BUL_CLASS_COLON},
    {0xFF1B, 0xFF1B, BUL_CLASS_SEMICOLON},
    {0xFF1F, 0xFF1F, BUL_CLASS_EXCLAIM},
    {0xFF21, 0xFF3A, BUL_CLASS_SYMBOL}, /* full-width letters */
    {0xFF3B, 0xFF3B, BUL_CLASS_OPEN},
    {0xFF3D, 0xFF3D, BUL_CLASS_CLOSE},
    {0xFF41, 0xFF5A, BUL_CLASS_SYMBOL},
    {0xFF5B, 0xFF5B, BUL_CLASS_OPEN},
    {0xFF5D, 0xFF5D, BUL_CLASS_CLOSE},
    {0xFF5E, 0xFF5E, BUL_CLASS_CONNECTOR},
    {0xFFE1, 0xFFE1, BUL_CLASS_PREFIX},
    {0xFFE5, 0xFFE5, BUL_CLASS_PREFIX},
    {0xE0100, 0xE01EF, BUL_CLASS_COMBINING},
};

static bul_class class_by_script(uint32_t code_point)
{
    if (code_point < 0x2000)
        return BUL_CLASS_LATIN;
    if (bul_utf8_is_cjk(code_point))
        return BUL_CLASS_HAN;
    return BUL_CLASS_SYMBOL;
}

bul_class bul_class_of(uint32_t code_point)
{
    /* Most text is plain hanzi: ask nothing more about them. */
    if (code_point >= 0x3400 && code_point <= 0x9FFF)
        return BUL_CLASS_HAN;
    size_t low = 0;
    size_t high = sizeof class_ranges / sizeof class_ranges[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code_point < class_ranges[middle].first)
            high = middle;
        else if (code_point > class_ranges[middle].last)
            low = middle + 1;
        else
            return class_ranges[middle].class;
    }
    return class_by_script(code_point);
}

bool bul_class_is_wide(bul_class c)
{
    return c <= BUL_CLASS_IDEO_SPACE || c == BUL_CLASS_SYMBOL;
}

bool bul_class_closes(bul_class c)
{
    return c >= BUL_CLASS_CLOSE && c <= BUL_CLASS_EXCLAIM;
}

static bool has_centred_marks(bul_locale locale)
{
    return locale == BUL_LOCALE_ZH_TW || locale == BUL_LOCALE_ZH_HK;
}

static bul_blank_side blank_of_pause(bul_class c, const bul_rules *rules)
{
    bool is_point = c == BUL_CLASS_COLON || c == BUL_CLASS_SEMICOLON;
    if (is_point && rules->is_vertical)
        return BUL_BLANK_NONE;
    if (has_centred_marks(rules->locale) ||
        (is_point && rules->locale == BUL_LOCALE_JA))
        return BUL_BLANK_BOTH;
    return BUL_BLANK_AFTER;
}

bul_blank_side bul_class_blank(bul_class c, const bul_rules *rules)
{
    if (c == BUL_CLASS_OPEN)
        return BUL_BLANK_BEFORE;
    if (c == BUL_CLASS_CLOSE)
        return BUL_BLANK_AFTER;
    if (!bul_class_closes(c))
        return BUL_BLANK_NONE;
    if (c != BUL_CLASS_EXCLAIM)
        return blank_of_pause(c, rules);
    bool is_fixed = rules->is_vertical || rules->locale != BUL_LOCALE_ZH_HANS;
    return is_fixed ? BUL_BLANK_NONE : BUL_BLANK_AFTER;
}
