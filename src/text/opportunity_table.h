/* SPDX-License-Identifier: MIT */
/* opportunity_table.h - the line breaking classes of all characters and what
 * happens between two of them, written by opportunity_table.py, which reads
 * the names of the classes from here. Only opportunity*.c read the tables. */
#ifndef BUL_TEXT_OPPORTUNITY_TABLE_H
#define BUL_TEXT_OPPORTUNITY_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* Two letters: a class of UAX #14 after its rule LB1. */
typedef enum bul_line_class {
    /* Those that stand in the table of pairs. */
    BUL_LINE_START, /* nothing before */
    BUL_LINE_AL,
    BUL_LINE_B2, /* by our rules: one of a pair of dashes */
    BUL_LINE_BA,
    BUL_LINE_BB,
    BUL_LINE_CB,
    BUL_LINE_CL,
    BUL_LINE_CP,
    BUL_LINE_EB,
    BUL_LINE_EM,
    BUL_LINE_EX,
    BUL_LINE_GL,
    BUL_LINE_H2,
    BUL_LINE_H3,
    BUL_LINE_HL,
    BUL_LINE_HY,
    BUL_LINE_ID,
    BUL_LINE_IN,
    BUL_LINE_IS,
    BUL_LINE_JL,
    BUL_LINE_JT,
    BUL_LINE_JV,
    BUL_LINE_NS,
    BUL_LINE_NU,
    BUL_LINE_OP,
    BUL_LINE_PO,
    BUL_LINE_PR,
    BUL_LINE_QU,
    BUL_LINE_RI,
    BUL_LINE_SY,
    BUL_LINE_WJ,
    BUL_LINE_NARROW_OP,  /* OP that is not East Asian wide: LB30 */
    BUL_LINE_EMOJI_KEPT, /* ID kept for emoji to come: LB30b */
    BUL_LINE_CONNECTOR,  /* – ～ · : begins no line */
    BUL_LINE_SOLIDUS,    /* ／ 分隔号 */
    BUL_LINE_ELLIPSIS,   /* … 省略号 */
    BUL_LINE_STOP,       /* ！ ？ ‼ : stacked ones are one */
    /* Those that rules of their own deal with. */
    BUL_LINE_BK,
    BUL_LINE_CR,
    BUL_LINE_LF, /* and NL */
    BUL_LINE_SP,
    BUL_LINE_ZW,
    BUL_LINE_CM,
    BUL_LINE_ZWJ,
    /* Those that become one of the first in their surroundings. */
    BUL_LINE_OPENING_QUOTE, /* “ ‘ */
    BUL_LINE_CLOSING_QUOTE, /* ” ’ */
    BUL_LINE_MIDDLE_DOT,    /* · ‧ */
    BUL_LINE_DASH,          /* — */
    BUL_LINE_DOTS,          /* … ⋯ */
    BUL_LINE_HYPHEN,        /* - ‐ */
    BUL_LINE_SOFT_HYPHEN,
    BUL_LINE_TILDE,      /* ~ */
    BUL_LINE_PLUS,       /* + ＋ */
    BUL_LINE_PREFIX,     /* other PR */
    BUL_LINE_LATIN_STOP, /* ! ? and others that are not wide */
    BUL_LINE_LATIN_MARK, /* . , : ; */
    BUL_LINE_PAUSE,      /* ， 、 。 ： ； ． */
    BUL_LINE_SLASH,      /* ／ before it is known to be SOLIDUS */
    BUL_LINE_SQUARE,     /* [ ［ */
    BUL_LINE_CIRCLED,    /* ① */
    BUL_LINE_RAISED,     /* ² */
    BUL_LINE_SYMBOL,     /* ★ → : hanzi or letter, as the language has it */
    BUL_LINE_ORDINAL,    /* 第 */
    BUL_LINE_COUNTER,    /* 年 月 日 … */
    BUL_LINE_CLASS_COUNT
} bul_line_class;

#define BUL_LINE_PAIRED_COUNT (BUL_LINE_STOP + 1)

/* What UAX #14 takes a character for, and what our rules do. */
typedef struct bul_line_kind {
    uint8_t plain; /* never one that asks for surroundings */
    uint8_t own;
} bul_line_kind;

/* May a line end between two classes? */
typedef enum bul_line_verdict {
    BUL_LINE_BREAKS,
    BUL_LINE_HOLDS,       /* but not over spaces */
    BUL_LINE_HOLDS_SPACED /* nor over spaces */
} bul_line_verdict;

/* Verdicts stand side by side, two bits each: first of UAX #14, then of our
 * rules, level by level (bul_break_level). */
#define BUL_LINE_VERDICT_BITS       2u
#define BUL_LINE_LEVEL_SHIFT(level) ((1u + (unsigned)(level)) * 2u)

extern const uint16_t bul_line_pairs[BUL_LINE_PAIRED_COUNT]
                                    [BUL_LINE_PAIRED_COUNT];

/* Two stages up to U+1FFFF, ranges beyond; what none of them has is the
 * kind of index 0. */
#define BUL_LINE_BLOCK_BITS 6u
#define BUL_LINE_STAGED_END 0x20000u

typedef struct bul_line_range {
    uint32_t first, last;
    uint8_t kind;
} bul_line_range;

extern const uint16_t bul_line_stage1[];
extern const uint8_t bul_line_stage2[];
extern const bul_line_kind bul_line_kinds[];
extern const bul_line_range bul_line_ranges[];
extern const size_t bul_line_range_count;

static inline bul_line_kind bul_line_kind_of(uint32_t code_point)
{
    if (code_point < BUL_LINE_STAGED_END) {
        size_t block = bul_line_stage1[code_point >> BUL_LINE_BLOCK_BITS];
        size_t within = code_point & ((1u << BUL_LINE_BLOCK_BITS) - 1);
        return bul_line_kinds[bul_line_stage2[block + within]];
    }
    for (size_t i = 0; i < bul_line_range_count; i++)
        if (code_point >= bul_line_ranges[i].first &&
            code_point <= bul_line_ranges[i].last)
            return bul_line_kinds[bul_line_ranges[i].kind];
    return bul_line_kinds[0];
}

#endif
