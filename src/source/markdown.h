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
 * - `[text]{name}` marks the text: 着重号 (dots), 专名号 (name), 浪线 (wave),
 *   下划线 (line), 拼音=… (ruby=…), 语言=… (language=…), or several of them. `\[`
 *   is a bracket.
 * - `[^1]` calls a note that a line `[^1]: …` of the article gives.
 * - A newline in the source is nothing beside CJK and a space elsewhere. */
#ifndef BUL_SOURCE_MARKDOWN_H
#define BUL_SOURCE_MARKDOWN_H

#include "source/source.h"

enum bul_md_style {
    BUL_MD_STRONG = 1,
    BUL_MD_EMPHASIS = 2,
    BUL_MD_CODE = 4,
    BUL_MD_NEWLINE = 8, /* a forced line break stands before this run */
    BUL_MD_DOTS = 16,   /* 着重号 */
    BUL_MD_NAME = 32,   /* 专名号 */
    BUL_MD_WAVE = 64,   /* 浪线, 书名号甲式 */
    BUL_MD_LINE = 128   /* 下划线 */
};

/* A stretch of text in one style. The span starts at the first byte of the
 * text in its file. Where text and span are equally long, they correspond byte
 * by byte (a space may stand for a newline); where they are not, an entity
 * such as &copy; was written, or dots and dashes were made regular.
 *
 * Brackets may lie in one another. A run has the marks of all that it lies in,
 * and the reading of the one that has any. Its group is that of the outermost
 * with a line (NAME WAVE LINE), else of the innermost: neighbours with one
 * number have one line. Neighbours have one reading if `ruby.ptr` is the same.
 *
 * A note is called by a run without text, with the marks of its neighbours;
 * its span is the call as it is written. */
typedef struct bul_md_run {
    bul_str text;
    unsigned style;   /* enum bul_md_style */
    bul_str url;      /* http, https or mailto; or empty */
    bul_str ruby;     /* as written, syllables apart by one blank; or empty */
    bul_str language; /* BCP 47, where it is said; or empty */
    uint32_t group;   /* number of its bracket, from 1; 0: in none */
    uint32_t note;    /* number of the note called here, from 1; 0: none */
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

/* A note of the text (注释). */
typedef struct bul_md_note {
    bul_md_text label; /* "1" of [^1] */
    bul_md_runs runs;
    bul_span span;
} bul_md_note;

typedef struct bul_md_body {
    bul_md_blocks blocks;
    BUL_LIST(bul_md_note) notes; /* those that are called, in that order */
} bul_md_body;

#define BUL_MD_MAX_BLOCKS  50000
#define BUL_MD_MAX_LINES   100000
#define BUL_MD_MAX_SIGNS   20000 /* brackets, backticks and the like */
#define BUL_MD_MAX_NESTING 8     /* of quotes, of lists, of brackets */
#define BUL_MD_MAX_COLUMNS 32
#define BUL_MD_MAX_ROWS    1000
#define BUL_MD_MAX_NOTES   500

/* The bytes [from, to) of a source. */
typedef struct bul_md_part {
    const bul_source *source;
    size_t from, to;
    bool is_normalized; /* 规范标点: ... is ……, -- is —— beside CJK */
    bool has_corner_quotes; /* and “ ” ‘ ’ are 「 」 『 』: 繁體, Japanese */
} bul_md_part;

/* Reads the body of an article.
 *
 * Reports markdown/html, markdown/unpaired-star, markdown/link-scheme,
 * markdown/heading-space, markdown/indent, markdown/rule, markdown/code,
 * markdown/inline-figure, markdown/full-width-sign, markdown/table-rule,
 * markdown/table-cells, markdown/table-size, markdown/box-open,
 * markdown/box-close, markdown/box-nesting, markdown/bracket-name,
 * markdown/bracket-open, markdown/bracket-empty, markdown/bracket-value,
 * markdown/reading, markdown/note-missing, markdown/note-uncalled,
 * markdown/note-twice, markdown/note-empty, markdown/note-in-note,
 * markdown/too-deep, markdown/too-many. */
bul_md_body bul_md_read(bul_arena *arena, bul_diag *diag, bul_md_part part);

#endif
