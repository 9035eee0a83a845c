/* SPDX-License-Identifier: MIT */
/* issue.h - what the editor wrote: an issue, its articles, their blocks.
 *
 * Every piece of text carries the span it came from, so that a missing glyph
 * or an overfull column can be reported at the line the editor knows. Nothing
 * here has a size or a place on a page. */
#ifndef BUL_ISSUE_ISSUE_H
#define BUL_ISSUE_ISSUE_H

#include "base/list.h"
#include "base/measure.h"
#include "base/rules.h"
#include "base/span.h"
#include "base/str.h"
#include "bulletin.h"
#include "picture/picture.h"

/* ---- Text. ---- */

enum bul_run_flags {
    BUL_RUN_STRONG = 1,   /* **…**: set in 黑 */
    BUL_RUN_EMPHASIS = 2, /* *…*: set in 楷 */
    BUL_RUN_CODE = 4,     /* `…` */
    BUL_RUN_NEWLINE = 8,  /* a forced line break stands before this run */
    BUL_RUN_DOTS = 16,    /* 着重号 */
    BUL_RUN_NAME = 32,    /* 专名线 */
    BUL_RUN_WAVE = 64,    /* 浪线 (书名号甲式) */
    BUL_RUN_LINE = 128    /* 下划线 */
};

/* A stretch of text in one style. Source line breaks are already joined:
 * nothing between CJK, a space otherwise. */
typedef struct bul_run {
    bul_str text;
    unsigned flags; /* enum bul_run_flags */
    bul_str url;    /* target of the link it is part of, or empty */
    bul_str ruby; /* reading over it (拼音, 注音), by syllables; or empty */
    bul_str language; /* BCP 47, where it is said of the run; or empty */
    uint32_t group;   /* runs of one bracket have one number: a name in two
                       fonts has one line under it; 0: none */
    uint32_t note;    /* a note is called after it: its place in the article's
                       notes, from 1; 0: none. Such a run has no text. */
    bul_span span;    /* start is the first byte of `text` in its file */
} bul_run;

typedef BUL_LIST(bul_run) bul_runs;

/* A line of plain text from a key, with its place. */
typedef struct bul_line_of_text {
    bul_str text;
    bul_span span;
} bul_line_of_text;

typedef BUL_LIST(bul_line_of_text) bul_lines_of_text;

/* ---- Blocks. ---- */

typedef enum bul_block_kind {
    BUL_BLOCK_PARAGRAPH,
    BUL_BLOCK_CROSSHEAD, /* 小标题 */
    BUL_BLOCK_ITEM,      /* one entry of a list */
    BUL_BLOCK_QUOTE,     /* 引文; verse when it has forced line breaks */
    BUL_BLOCK_FIGURE,
    BUL_BLOCK_TABLE,
    BUL_BLOCK_BOX,
    BUL_BLOCK_QR
} bul_block_kind;

/* The kinds of list mark, as official documents rank them. */
typedef enum bul_item_kind {
    BUL_ITEM_HAN,         /* 一、 */
    BUL_ITEM_HAN_PAREN,   /* （一） */
    BUL_ITEM_DIGIT,       /* 1. */
    BUL_ITEM_DIGIT_PAREN, /* （1） */
    BUL_ITEM_BULLET,      /* • */
    BUL_ITEM_KIND_COUNT
} bul_item_kind;

typedef enum bul_figure_place {
    BUL_PLACE_AUTO,   /* layout decides */
    BUL_PLACE_LEFT,   /* left columns of the article */
    BUL_PLACE_RIGHT,  /* right columns */
    BUL_PLACE_BESIDE, /* right columns, from the top of the head */
    BUL_PLACE_INLINE  /* where it stands in the text */
} bul_figure_place;

typedef struct bul_figure {
    bul_span span;
    bul_line_of_text file;
    const bul_picture *picture; /* NULL when it could not be read */
    bul_runs caption;           /* 说明 */
    bul_line_of_text alt;    /* 替代文字: read out instead of the picture;
                                   without one, the caption */
    bul_line_of_text credit; /* 摄影, as "乔一舟 摄"; may be empty */
    int columns;             /* 栏宽; 0 = layout decides */
    bul_figure_place place;
    bool may_drop; /* 可省: left out rather than let the page not close */
    bool is_whole; /* 裁切: 否: printed as it is, nothing cut off */
} bul_figure;

typedef enum bul_cell_align {
    BUL_CELL_LEFT,
    BUL_CELL_CENTER,
    BUL_CELL_RIGHT
} bul_cell_align;

typedef struct bul_table {
    size_t column_count;
    size_t row_count;             /* the head row included */
    const bul_cell_align *aligns; /* column_count */
    const bul_runs *cells;        /* row_count * column_count, by rows */
    bul_line_of_text title;       /* may be empty */
    bul_line_of_text note;        /* 单位 and the like; may be empty */
} bul_table;

struct bul_block;
typedef BUL_LIST(struct bul_block) bul_blocks;

/* ::: 种类 标题 … ::: */
typedef struct bul_box {
    bul_line_of_text kind; /* 资料链接, 编者按, 数字 …; may be empty */
    bul_line_of_text title; /* may be empty */
    bul_blocks *blocks;
    bool is_figure_of_number; /* 数字: first paragraph is the number */
} bul_box;

typedef struct bul_block {
    bul_block_kind kind;
    bul_span span;
    bul_runs runs; /* paragraph, crosshead, item, quote */
    int level;     /* crosshead: 2–6; item: nesting from 1 */
    bul_item_kind item_kind;
    bul_line_of_text label; /* item: "一、"; the runs do not repeat it */
    bool keep_together;     /* {不拆} */
    bool may_drop;          /* {可删} */
    const bul_figure *figure;
    const bul_table *table;
    const bul_box *box;
    bul_line_of_text target; /* QR: what it encodes; runs are its caption */
} bul_block;

/* ---- Articles. ---- */

/* A note (注释): called in the text, printed at the foot. */
typedef struct bul_note {
    bul_line_of_text label; /* as the author wrote it */
    bul_runs runs;
    bul_span span;
} bul_note;

typedef enum bul_level {
    BUL_LEVEL_NORMAL = 0, /* 一般 */
    BUL_LEVEL_LEAD,       /* 头条 */
    BUL_LEVEL_SECOND,     /* 二条 */
    BUL_LEVEL_MAJOR,      /* 要闻 */
    BUL_LEVEL_SOFT,       /* 人物 文苑: soft stories */
    BUL_LEVEL_BRIEF,      /* 简讯: each crosshead is one item */
    BUL_LEVEL_PHOTO,      /* 图片新闻 */
    BUL_LEVEL_COUNT
} bul_level;

/* 位置: where on its page an article has to stand. */
typedef enum bul_pin {
    BUL_PIN_NONE,
    BUL_PIN_TOP_LEFT,   /* 左上 */
    BUL_PIN_TOP_RIGHT,  /* 右上 */
    BUL_PIN_FOOT_LEFT,  /* 左下 */
    BUL_PIN_FOOT_RIGHT, /* 右下 */
    BUL_PIN_TOP,        /* 通栏顶: over the whole width, at the top */
    BUL_PIN_FOOT,       /* 通栏底: 倒头条 */
    BUL_PIN_EAR,        /* 报眼: on the first page, beside the nameplate */
    BUL_PIN_LEFT_SIDE,  /* 左边栏: a column of its own, from head to foot */
    BUL_PIN_RIGHT_SIDE, /* 右边栏 */
    BUL_PIN_SIDE        /* 边栏: at the side that the layout has for it */
} bul_pin;

/* 转版: may its end stand on another page? */
typedef enum bul_jump_rule {
    BUL_JUMP_BY_POLICY, /* as the issue says */
    BUL_JUMP_NEVER,     /* 不转 */
    BUL_JUMP_ALLOWED,   /* 可转 */
    BUL_JUMP_ALWAYS     /* 必转 */
} bul_jump_rule;

/* 删减: what may be left out so that the page closes. */
typedef enum bul_trim_rule {
    BUL_TRIM_BY_POLICY,
    BUL_TRIM_NONE,   /* 不删 */
    BUL_TRIM_MARKED, /* 仅删标记段: paragraphs with {可删} */
    BUL_TRIM_FOOT    /* 从末段删: last paragraphs too */
} bul_trim_rule;

typedef struct bul_article {
    bul_line_of_text
        file; /* path from the issue's folder; span: where listed */
    bul_line_of_text title;
    bul_lines_of_text titles; /* 备选标题: others that make-up may use */
    bul_line_of_text short_title; /* 短标题: likewise, in indexes and where an
                                     article is continued */
    bul_line_of_text kicker;      /* 引题 */
    bul_line_of_text subtitle;    /* 副题 */
    bul_lines_of_text summary;    /* 提要 */
    bul_line_of_text byline; /* composed: "通讯员 林小禾 乔一舟 文/图" */
    bul_line_of_text source;  /* composed: "来源：…　2026-11-16" */
    bul_line_of_text section; /* 栏目 */
    bul_lines_of_text note;   /* 编者按, by paragraphs */
    bul_lines_of_text quotes; /* 引语: sentences of the text that may be printed
                                 large; as the text has them, and where */
    bul_level level;
    int weight;         /* 权重: among articles of one level */
    bul_pin pin;        /* 位置 */
    bul_jump_rule jump; /* 转版 */
    bul_trim_rule trim; /* 删减 */
    bool is_filler;     /* 补白: printed only where a page has room for it */
    int columns; /* 占栏: columns of the page it takes; 0 = layout decides */
    int page;    /* 版次 it starts on; 0 = where it falls */
    bool is_boxed;                /* 加框 */
    bool has_vertical_title;      /* 竖题 */
    bool is_vertical;             /* 竖排 */
    bul_locale locale;            /* whose rules it is set by */
    bul_str language;             /* it is in, as BCP 47 has it: "ja" */
    BUL_LIST(bul_note) notes;     /* in the order they are called */
    BUL_LIST(bul_figure) figures; /* of the front matter */
    bul_blocks blocks;
} bul_article;

/* ---- The issue. ---- */

typedef struct bul_date {
    int year, month, day; /* 0 0 0 = none */
} bul_date;

/* A key's text that layouts may print; see bul_issue_variable. */
typedef struct bul_variable {
    bul_str name; /* "publisher", "editors.duty" */
    bul_line_of_text value;
} bul_variable;

typedef struct bul_page_plan {
    int page;
    bul_line_of_text title;     /* 版名 */
    bul_line_of_text editor;    /* 本版责任编辑 */
    bul_lines_of_text sections; /* 栏目: articles of these go on it */
    bul_span span;              /* of the number */
} bul_page_plan;

typedef struct bul_index_entry {
    bul_line_of_text title;
    const bul_article *article;
} bul_index_entry;

/* 规则: what make-up may do so that pages close. Zero is what an issue that
 * says nothing gets. */
typedef struct bul_policy {
    int jumps;           /* 转版: most articles that are continued */
    bool keeps_marked;   /* 删减: 不删: paragraphs with {可删} stay too */
    bool keeps_pictures; /* 省图: 否: pictures with 可省 stay too */
    bool may_hold;       /* 留稿: articles of least weight may be left out */
    bool is_strict;      /* 严格: pages that do not close are errors */
} bul_policy;

/* 排法: how articles come to pages. */
typedef enum bul_makeup_mode {
    BUL_MAKEUP_BY_LAYOUT, /* as the layout says */
    BUL_MAKEUP_FLOW,      /* 流排: in the order they are listed */
    BUL_MAKEUP_MODULAR    /* 模块: each a rectangle, pages filled exactly */
} bul_makeup_mode;

/* Where an article stood when the issue was last made up: --near. */
typedef struct bul_last_place {
    bul_str file, title;
    int page;        /* from 1 */
    int column, row; /* from 0 */
    int columns, rows;
} bul_last_place;

typedef enum bul_binding {
    BUL_BINDING_BY_LAYOUT = 0, /* at the right where lines run down the page */
    BUL_BINDING_LEFT,
    BUL_BINDING_RIGHT
} bul_binding;

/* 印刷: what the PDF is for, and the inks and paper of the job. */
typedef struct bul_print {
    bul_profile profile;        /* 用途 */
    bul_line_of_text condition; /* 印刷条件: a name, or the path of a profile */
    int ink_limit;          /* 总墨量, percent; 0: that of the condition */
    bul_line_of_text spot;  /* 专色: its name; empty: there is none */
    bul_sheets sheets;      /* 拼版 */
    bul_line_of_text paper; /* 纸张: of the sheets; empty: to measure */
    bul_binding binding;    /* 装订边 */
    bul_line_of_text creep; /* 爬移, for each sheet further in */
    bool has_marks;         /* 裁切标记 */
    bool has_outlines;      /* 文字转曲 */
    bul_line_of_text spot_looks; /* … and the process inks that stand for it */
} bul_print;

typedef struct bul_issue {
    bul_str path;   /* of issue.yaml, as given */
    bul_str folder; /* everything it names lies beneath */
    bul_line_of_text name;
    bul_date date;
    bul_line_of_text layout; /* 版式: a name or a path */
    BUL_LIST(bul_variable) variables;
    BUL_LIST(bul_article *) articles;
    BUL_LIST(bul_page_plan) pages;
    BUL_LIST(bul_index_entry) index; /* 导读; empty: none asked for */
    int fewest_pages, most_pages;    /* 版数; 0 0: as many as it takes */
    bool index_is_auto;              /* of 导读: made from levels */
    bul_makeup_mode mode;
    BUL_LIST(bul_last_place) last_places;
    bul_policy policy;
    bul_print print;
    bul_locale locale; /* likewise */
    bul_str language;
    bul_lines_of_text terms; /* 词语: words that titles keep whole */
    bul_lines_of_text names; /* 人名, likewise */
} bul_issue;

/* The text of a key by its English name ("publisher", "editors.duty",
 * "imprint.permit"), and "date" and "weekday" spelt out in Chinese
 * (2026年11月20日, 星期五). Empty where the issue does not say. */
bul_line_of_text bul_issue_variable(const bul_issue *issue, bul_str name);

/* The English name of a variable called by its English or Chinese name
 * ("editors.duty", "编辑.责任编辑", "期号"); empty where there is none such. */
bul_str bul_issue_variable_name(bul_str word);

#endif
