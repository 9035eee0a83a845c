/* SPDX-License-Identifier: MIT */
/* rules.h - by which rules a text is set: its language, and what the layout
 * chose where custom differs from house to house. */
#ifndef BUL_BASE_RULES_H
#define BUL_BASE_RULES_H

#include <stdbool.h>

#include "base/str.h"

/* Language and region of a text: which way ambiguous marks go, which forms of
 * a hanzi are drawn, what quotes and indents are usual. */
typedef enum bul_locale {
    BUL_LOCALE_ZH_HANS, /* 简体: mainland, Singapore */
    BUL_LOCALE_ZH_TW, /* 繁體: Taiwan; marks in the middle of their square */
    BUL_LOCALE_ZH_HK, /* 繁體: Hong Kong, Macau */
    BUL_LOCALE_JA,
    BUL_LOCALE_KO,
    BUL_LOCALE_COUNT
} bul_locale;

/* What may not begin or end a line: the levels of clreq 3.1.3 (禁则). */
typedef enum bul_break_level {
    BUL_BREAKS_NONE,  /* every hanzi and mark may */
    BUL_BREAKS_BASIC, /* no closing mark begins a line, no opening one ends it */
    BUL_BREAKS_GB,    /* and 分隔号 does neither (GB/T 15834 5.1.9) */
    BUL_BREAKS_STRICT /* and —— …… begin no line */
} bul_break_level;

/* How wide full-width marks are before any line is fitted, by the names that
 * users know from ctex. But for the last, a mark at a line's edge always gives
 * its outer half (GB/T 15834 5.1.10). */
typedef enum bul_mark_style {
    BUL_MARKS_FULL,     /* 全角: an em each, two that meet an em and a half */
    BUL_MARKS_HALF,     /* 半角: half an em each */
    BUL_MARKS_KAIMING,  /* 开明: 。？！ an em, the others half */
    BUL_MARKS_LINE_END, /* 行末半角: an em each, even where two meet */
    BUL_MARKS_PLAIN     /* 原样: an em each, at the edges of lines too */
} bul_mark_style;

typedef struct bul_rules {
    bul_locale locale;
    bul_break_level breaks;
    bul_mark_style marks;
    int han_latin;    /* thousandths of an em between hanzi and Latin: 250 */
    int han_space;    /* a space the author typed between two hanzi */
    bool half_quotes; /* quotes and brackets without their blanks: headings */
    bool is_title;    /* no white between hanzi and Latin, no mark stretched */
    bool hangs; /* ，、。 may hang over the end of a line (标点悬挂) */
    bool hyphenates; /* Latin words may be divided */
    bool on_grid;    /* every character in a square of its own (纵横对齐) */
    bool is_vertical; /* 竖排 */
} bul_rules;

/* The language a tag names: "zh-Hans", "zh-Hant-TW", "zh-HK", "ja" …, in any
 * case, or 简体 繁體 台湾 香港 日文 … False where it names none we set. */
bool bul_locale_find(bul_str tag, bul_locale *locale);

/* BCP 47: "zh-Hans". */
bul_str bul_locale_tag(bul_locale locale);

#endif
