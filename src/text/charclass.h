/* SPDX-License-Identifier: MIT */
/* charclass.h - what a character does in a line of Chinese.
 *
 * Classes of W3C clreq (appendix A) and GB/T 15834-2011 section 5, reduced to
 * what breaking, spacing and justification ask. */
#ifndef BUL_TEXT_CHARCLASS_H
#define BUL_TEXT_CHARCLASS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/rules.h"

typedef enum bul_class {
    BUL_CLASS_HAN = 0,     /* hanzi, kana, full-width letters and digits */
    BUL_CLASS_OPEN,        /* “ ‘ （ 《 「 … : blank on the left */
    BUL_CLASS_CLOSE,       /* ” ’ ） 》 」 … : blank on the right */
    BUL_CLASS_PAUSE,       /* ， 、 */
    BUL_CLASS_SEMICOLON,   /* ； */
    BUL_CLASS_COLON,       /* ： : blank, but never squeezed */
    BUL_CLASS_STOP,        /* 。 ． */
    BUL_CLASS_EXCLAIM,     /* ！ ？ ‼ : two of them stand in one square */
    BUL_CLASS_MIDDOT,      /* · 间隔号 */
    BUL_CLASS_CONNECTOR,   /* – ～ 连接号 */
    BUL_CLASS_SOLIDUS,     /* ／ 分隔号 */
    BUL_CLASS_DASH,        /* — 破折号, set in pairs */
    BUL_CLASS_ELLIPSIS,    /* … 省略号, set in pairs */
    BUL_CLASS_WIDE_DIGIT,  /* ０–９: a run of them is one number */
    BUL_CLASS_IDEO_SPACE,  /* U+3000 */
    BUL_CLASS_DIGIT,       /* 0–9 */
    BUL_CLASS_LATIN,       /* letters of alphabets */
    BUL_CLASS_PREFIX,      /* ¥ $ № + - before a number */
    BUL_CLASS_POSTFIX,     /* % ‰ ° ℃ after a number */
    BUL_CLASS_LATIN_OPEN,  /* ( [ { */
    BUL_CLASS_LATIN_CLOSE, /* ) ] } */
    BUL_CLASS_LATIN_MARK,  /* . , : ; ! ? ' " */
    BUL_CLASS_HYPHEN,      /* - */
    BUL_CLASS_SLASH,       /* / & = and others a URL may break after */
    BUL_CLASS_SYMBOL,      /* ● → ① : stands alone like a hanzi */
    BUL_CLASS_SPACE,       /* U+0020 */
    BUL_CLASS_NO_BREAK_SPACE,
    BUL_CLASS_BREAK_HERE, /* U+200B: nothing but a place to break */
    BUL_CLASS_COMBINING
} bul_class;

bul_class bul_class_of(uint32_t code_point);

/* Set from the Chinese face on its own square: han, marks, symbols. The rest
 * is Latin setting: proportional, in words. */
bool bul_class_is_wide(bul_class c);

/* A mark that closes what stands before it: ” ） ， 。 ？ … */
bool bul_class_closes(bul_class c);

/* Which side of a full-width mark may be blank (clreq 3.1.6, and the table of
 * css-text-4 for the places where marks stand in the middle). */
typedef enum bul_blank_side {
    BUL_BLANK_NONE,
    BUL_BLANK_BEFORE, /* the half before its ink: opening marks */
    BUL_BLANK_AFTER,  /* the half after it */
    BUL_BLANK_BOTH    /* a quarter on both sides: Taiwan, Hong Kong */
} bul_blank_side;

bul_blank_side bul_class_blank(bul_class c, const bul_rules *rules);

#endif
