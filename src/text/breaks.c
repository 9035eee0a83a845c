/* SPDX-License-Identifier: MIT */
/* breaks.c - where a line may end: GB/T 15834-2011 section 5 and the units
 * that clreq 3.1.5 keeps whole. Costs are hundredths of the cost of a line. */
#include "base/utf8.h"
#include "text/setter.h"

#define COST_HYPHEN  300
#define COST_ADDRESS 100
#define COST_ORDINAL 300 /* 第|3: better kept */
#define COST_MEASURE 60  /* 3|月: better kept where it costs nothing */

static bool is_number(bul_class c)
{
    return c == BUL_CLASS_DIGIT || c == BUL_CLASS_WIDE_DIGIT;
}

static bool is_latin_side(bul_class c)
{
    return !bul_class_is_wide(c);
}

static uint32_t char_at(bul_str text, uint32_t offset)
{
    size_t at = offset;
    return bul_utf8_next(text, &at);
}

/* 年月日时分秒号期届次个人名元岁周 after a number. */
static bool counts(uint32_t c)
{
    static const uint32_t words[] = {
        0x5E74, 0x6708, 0x65E5, 0x65F6, 0x5206, 0x79D2, 0x53F7, 0x671F,
        0x5C4A, 0x6B21, 0x4E2A, 0x4EBA, 0x540D, 0x5143, 0x5C81, 0x5468};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i] == c)
            return true;
    return false;
}

static int16_t penalty_of_hanzi(const bul_paragraph_draft *draft,
                                const bul_type_box *left,
                                const bul_type_box *right)
{
    bul_class a = (bul_class)left->last_class;
    bul_class b = (bul_class)right->first_class;
    if (is_number(b) && char_at(draft->text, left->text) == 0x7B2C)
        return COST_ORDINAL;
    if (is_number(a) && counts(char_at(draft->text, right->text)))
        return COST_MEASURE;
    return 0;
}

/* Two boxes that meet without a space: parts of an address, or a word that
 * changes its style. */
static int16_t penalty_of_latin(const bul_type_box *left,
                                const bul_type_box *right)
{
    if (left->last_class == BUL_CLASS_HYPHEN)
        return COST_HYPHEN;
    bool is_point = left->last_class == BUL_CLASS_SLASH ||
                    left->last_class == BUL_CLASS_LATIN_MARK;
    if (is_point && left->style == right->style)
        return COST_ADDRESS;
    return BUL_PENALTY_NEVER;
}

int16_t bul_box_penalty(const bul_paragraph_draft *draft,
                        const bul_type_box *left, const bul_type_box *right)
{
    bul_class a = (bul_class)left->last_class;
    bul_class b = (bul_class)right->first_class;
    /* The sign that ends C++ is no prefix. */
    if (a == BUL_CLASS_PREFIX && left->first_class != BUL_CLASS_PREFIX)
        a = BUL_CLASS_LATIN;
    if (!bul_class_may_start_line(b) || !bul_class_may_end_line(a))
        return BUL_PENALTY_NEVER;
    if (left->space_glyph != 0)
        return 0;
    if (is_latin_side(a) && is_latin_side(b))
        return penalty_of_latin(left, right);
    if (a == BUL_CLASS_SLASH ||
        (a == BUL_CLASS_WIDE_DIGIT && b == BUL_CLASS_WIDE_DIGIT))
        return BUL_PENALTY_NEVER;
    return penalty_of_hanzi(draft, left, right);
}
