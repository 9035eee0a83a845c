/* SPDX-License-Identifier: MIT */
/* markdown.h - the body of an article to blocks and runs with spans.
 *
 * CommonMark inside (cmark reads it), and around it what bulletins need: list
 * items with Chinese numbers, pipe tables, `:::` boxes, figures with a credit
 * and attributes in braces. The room knows what a table is but not what a box
 * of one kind or another is for; that is for the reader of the blocks.
 *
 * Where it departs from CommonMark, and why:
 * - `**` and `*` pair by themselves, whatever stands beside them. CommonMark
 *   asks for white space or ASCII punctuation in places where Chinese has
 *   neither. `_` is a plain character: it draws blanks to be filled in.
 * - A line indented by U+3000 or by two spaces begins a paragraph and the
 *   indent is dropped; nothing is ever a block of code.
 * - A line of dashes is dropped, and never turns the line above into a head.
 * - `[a]: b` is text: there are no reference links. HTML is an error.
 * - A newline in the source is nothing between CJK and a space elsewhere. */
#ifndef BUL_SOURCE_MARKDOWN_H
#define BUL_SOURCE_MARKDOWN_H

#include "source/source.h"

enum bul_md_style {
    BUL_MD_STRONG = 1,
    BUL_MD_EMPHASIS = 2,
    BUL_MD_CODE = 4,
    BUL_MD_NEWLINE = 8 /* a forced line break stands before this run */
};

/* A stretch of text in one style. The span starts at the first byte of the
 * text in its file. Where text and span are equally long, they correspond byte
 * by byte (a space may stand for a newline); where they are not, an entity
 * such as &copy; was written. */
typedef struct bul_md_run {
    bul_str text;
    unsigned style; /* enum bul_md_style */
    bul_str url;    /* http, https or mailto; or empty */
    bul_span span;
} bul_md_run;

typedef BUL_LIST(bul_md_run) bul_md_runs;

/* A piece of the file as it stands there. */
typedef struct bul_md_text {
    bul_str text;
    bul_span span;
} bul_md_text;

typedef enum bul_md_kind {
    BUL_MD_PARAGRAPH,
    BUL_MD_HEADING,
    BUL_MD_ITEM,
    BUL_MD_QUOTE,
    BUL_MD_FIGURE,
    BUL_MD_TABLE,
    BUL_MD_BOX
} bul_md_kind;

typedef enum bul_md_mark {
    BUL_MD_MARK_HAN,         /* 一、 */
    BUL_MD_MARK_HAN_PAREN,   /* （一） */
    BUL_MD_MARK_DIGIT,       /* 1. */
    BUL_MD_MARK_DIGIT_PAREN, /* （1） ① */
    BUL_MD_MARK_BULLET       /* - */
} bul_md_mark;

typedef enum bul_md_align {
    BUL_MD_LEFT,
    BUL_MD_CENTER,
    BUL_MD_RIGHT
} bul_md_align;

/* One word of {width=2 不拆}: the value is empty where there is no "=". */
typedef struct bul_md_attribute {
    bul_md_text name;
    bul_md_text value;
} bul_md_attribute;

typedef BUL_LIST(bul_md_attribute) bul_md_attributes;

typedef struct bul_md_figure {
    bul_md_text file;
    bul_md_text credit; /* what stands in quotes after the file */
} bul_md_figure;

typedef struct bul_md_table {
    size_t column_count;
    size_t row_count;           /* the head row included */
    const bul_md_align *aligns; /* column_count */
    bul_md_runs *cells;         /* row_count * column_count, by rows */
    bul_md_text title; /* of a line 表：… just above; may be empty */
    bul_md_text note;  /* of a line 单位：… or 注：…; may be empty */
} bul_md_table;

typedef struct bul_md_block bul_md_block;
typedef BUL_LIST(bul_md_block) bul_md_blocks;

typedef struct bul_md_box {
    bul_md_text kind;  /* first word after the colons; may be empty */
    bul_md_text title; /* the rest of that line; may be empty */
    bul_md_blocks blocks;
} bul_md_box;

struct bul_md_block {
    bul_md_kind kind;
    bul_span span;
    bul_md_runs runs; /* text; of a figure the caption */
    int level;        /* heading: 1 to 6; item: nesting from 1 */
    bul_md_mark mark;
    bul_md_text label; /* item: as written; a bullet has "•" */
    bul_md_attributes attributes;
    bul_md_figure figure;
    const bul_md_table *table;
    const bul_md_box *box;
};

#define BUL_MD_MAX_BLOCKS  50000
#define BUL_MD_MAX_LINES   100000
#define BUL_MD_MAX_SIGNS   20000 /* brackets, backticks and the like */
#define BUL_MD_MAX_NESTING 8     /* of quotes, of lists */
#define BUL_MD_MAX_COLUMNS 32
#define BUL_MD_MAX_ROWS    1000

/* Reads the bytes [from, to) of a source.
 *
 * Reports markdown/html, markdown/unpaired-star, markdown/link-scheme,
 * markdown/heading-space, markdown/indent, markdown/rule, markdown/code,
 * markdown/inline-figure, markdown/full-width-sign, markdown/table-rule,
 * markdown/table-cells, markdown/table-size, markdown/box-open,
 * markdown/box-close, markdown/box-nesting, markdown/too-deep,
 * markdown/too-many. */
bul_md_blocks bul_md_read(bul_arena *arena, bul_diag *diag,
                          const bul_source *source, size_t from, size_t to);

#endif
