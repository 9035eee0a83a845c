/* SPDX-License-Identifier: MIT */
/* template.h - how the designer wants it: one file of layouts/.
 *
 * (The user's word for such a file is layout, 版式; in code "layout" is the
 * engine, so what is read is a template.) Lengths are final: 字 and 行 have
 * become millipoints. Nothing here depends on an issue. */
#ifndef BUL_TEMPLATE_TEMPLATE_H
#define BUL_TEMPLATE_TEMPLATE_H

#include "base/color.h"
#include "base/list.h"
#include "base/measure.h"
#include "base/rules.h"
#include "base/span.h"
#include "base/str.h"

/* ---- Styles. ---- */

typedef enum bul_style_align {
    BUL_STYLE_JUSTIFY,
    BUL_STYLE_LEFT,
    BUL_STYLE_CENTER,
    BUL_STYLE_RIGHT,
    BUL_STYLE_SPREAD
} bul_style_align;

#define BUL_STYLE_SIZES 6

/* How a kind of text is set. */
typedef struct bul_style {
    bul_str family; /* 宋, 黑 … */
    bul_span family_span;
    unsigned weight;
    bul_mpt size;    /* sizes[0] */
    bul_mpt leading; /* baseline to baseline */
    bul_style_align align;
    bul_mpt indent;      /* first line */
    bool has_own_indent; /* the layout says it; else custom of the language */
    bul_mpt hang;        /* other lines */
    bul_mpt left, right; /* kept free at the sides */
    bul_mpt above, below;
    bul_mpt tracking;
    bul_mpt spread_short; /* titles of 2 to 4 hanzi; 0 = as they are */
    bul_color color;
    bool half_quotes;
    int max_lines;                  /* titles: 0 = any */
    bul_mpt sizes[BUL_STYLE_SIZES]; /* titles: tried in this order */
    size_t size_count;
} bul_style;

/* The kinds of text a layout gives a style to. */
typedef enum bul_style_name {
    BUL_STYLE_BODY,
    BUL_STYLE_STRONG,   /* font and weight of ** ** in the body */
    BUL_STYLE_EMPHASIS, /* of * * */
    BUL_STYLE_CODE,
    BUL_STYLE_CROSSHEAD,
    BUL_STYLE_ITEM_HAN, /* in the order of bul_item_kind */
    BUL_STYLE_ITEM_HAN_PAREN,
    BUL_STYLE_ITEM_DIGIT,
    BUL_STYLE_ITEM_DIGIT_PAREN,
    BUL_STYLE_ITEM_BULLET,
    BUL_STYLE_QUOTE,
    BUL_STYLE_NOTE,   /* 编者按 */
    BUL_STYLE_SOURCE, /* 来源 line at the end */
    BUL_STYLE_CAPTION,
    BUL_STYLE_CREDIT,
    BUL_STYLE_BOX_LABEL, /* 短讯, 资料链接 */
    BUL_STYLE_BOX_TITLE,
    BUL_STYLE_BOX_TEXT,
    BUL_STYLE_BRIEF_LEAD, /* run-in head of a brief */
    BUL_STYLE_TABLE_TITLE,
    BUL_STYLE_TABLE_HEAD,
    BUL_STYLE_TABLE_CELL,
    BUL_STYLE_TABLE_NOTE,
    BUL_STYLE_NUMBER, /* 数字: the figure itself */
    BUL_STYLE_NUMBER_UNIT,
    BUL_STYLE_NUMBER_NOTE,
    BUL_STYLE_SECTION,  /* 栏目 label */
    BUL_STYLE_FOOTNOTE, /* 注文 */
    BUL_STYLE_COUNT
} bul_style_name;

/* ---- Heads. ---- */

/* The lines over an article of one level. */
typedef struct bul_head_plan {
    int columns;      /* 0 = all */
    int fewest, most; /* 栏数: columns modular make-up may give it; 0: any */
    bul_style kicker, title, subtitle, summary, byline;
    bul_style side_title; /* 竖题: the title beside the text, lines down */
    bul_mpt above, below; /* white over and under the whole head */
    int drop_lines; /* 首字下沉: lines the text's first character is set over;
                       less than 2: none */
} bul_head_plan;

/* ---- Fixtures: what stands at a fixed place (报头 报眉 报脚). ---- */

typedef enum bul_fixture_kind {
    BUL_FIXTURE_TEXT,
    BUL_FIXTURE_BAR,   /* a filled rectangle: rule or tint */
    BUL_FIXTURE_FRAME, /* an outlined one */
    BUL_FIXTURE_INDEX  /* 导读 entries */
} bul_fixture_kind;

typedef enum bul_fixture_side {
    BUL_SIDE_BOTH,
    BUL_SIDE_ODD,
    BUL_SIDE_EVEN
} bul_fixture_side;

typedef struct bul_fixture {
    bul_fixture_kind kind;
    bul_fixture_side side;
    bul_span span;
    bul_mpt x, y, w, h; /* from the type area's top left corner */
    bool is_across;     /* on a vertical page: set across, placed as seen */
    bul_str text;       /* pattern: "第{issue}期[（总第{total}期）]" */
    bul_style style;
    bul_color color;
    bool has_bar;   /* a text stands on a bar of `color` */
    bul_mpt weight; /* of a frame's line */
    /* index */
    int columns;
    bul_mpt pitch; /* entry to entry */
    bul_style number_style;
    bool has_leader;
    bul_mpt rule; /* hairline between entries; 0 = none */
} bul_fixture;

typedef struct bul_fixtures {
    bul_mpt depth; /* taken from the type area */
    BUL_LIST(bul_fixture) items;
} bul_fixtures;

/* 报眼: a place beside the nameplate for one article of page 1. */
typedef struct bul_ear {
    bul_mpt x, y, w; /* of its text, from the type area's top left corner */
    int columns;     /* of the text, in w */
    int rows;        /* grid lines; 0: the layout has no such place */
    bul_head_plan head;
    bul_fixtures own;          /* drawn on page 1 where an article stands in it;
                                  then, too, in place of the template's: */
    bool has_first, has_index; /* are these given? */
    bul_fixtures first, index;
} bul_ear;

/* 引语块: a sentence of an article, large, in the run of its text. */
typedef struct bul_pull_quote_plan {
    int fewest, most; /* columns it may take; 0 0: the layout has none */
    int lines;        /* an article has at least so many lines of text */
    bul_style style;
    bul_mpt rule;         /* over and under it; 0 = none */
    bul_color rule_color; /* of these */
    bul_style mark;       /* the large “ before it; size 0: none */
} bul_pull_quote_plan;

/* One line of the tail (版记): hidden when its texts come out empty. */
typedef struct bul_tail_row {
    bul_str left, right; /* patterns */
    bul_mpt rule;        /* weight of the rule over it; 0 = none */
    bul_mpt height;      /* of one line */
    bul_span span;
} bul_tail_row;

typedef struct bul_tail {
    bul_style style;
    bul_mpt first_rule; /* over the first row; 0 = as that row says */
    bul_mpt rule;       /* under the last row */
    bul_mpt inset;
    bul_mpt above; /* least white over the tail */
    BUL_LIST(bul_tail_row) rows;
} bul_tail;

/* ---- The whole. ---- */

typedef struct bul_template {
    bul_str path;
    bul_str title;
    /* Where lines run down the page, widths are along them and heights across
     * them, from line to line: the whole page is read as if it lay on its
     * side, and `page_width` is its height. */
    bul_mpt page_width, page_height, bleed;
    bul_mpt left, top; /* of the type area (版心) */
    int column_count;
    bul_mpt measure, gutter; /* width of a column, gap between two */
    int line_count;          /* grid lines of the type area */
    bul_mpt leading;         /* grid pitch */
    bul_mpt ink_top;         /* of the grid line to the top of its ink, the
                                characters' square standing in its middle */
    bul_rules rules;         /* of the text; titles and squares apart */
    bool is_draft;           /* lines broken one by one */
    bool is_modular; /* 排法: pages are filled with rectangles, exactly */
    int page_count;  /* 版数 of an issue that does not say; 0: as it takes */
    bool has_foot_notes; /* 注文: at the feet of columns, not at the end */
    bul_color rule_color, tint, accent;

    bul_style styles[BUL_STYLE_COUNT];
    bul_head_plan heads[7]; /* by bul_level */

    bul_mpt story_rule;  /* weight of the rule between rows; 0 = none */
    int story_rows;      /* grid lines it takes, 1 or more */
    bul_mpt column_rule; /* between different articles side by side */

    bul_mpt box_inset; /* text from the box's sides */
    bul_mpt box_rule;  /* weight of the rule on top; 0 = none */
    bul_mpt box_frame; /* weight of the outline of 加框; 0 = tint alone */
    bul_mpt section_height; /* of the section label; 0 = labels not shown */
    bul_mpt table_rule, table_hairline;
    int table_rows;      /* grid lines a table row takes */
    bul_mpt caption_gap; /* foot of the picture to the caption's square */

    bul_fixtures first, inner, every; /* page 1; later pages; all pages */
    bul_fixtures index; /* 导读 on page 1, under `first`, when there is one */
    bul_ear ear;
    bul_pull_quote_plan pull_quote;
    bool has_left_side; /* 边栏: at the left, not the right */
    bul_tail tail;      /* on the last page */
} bul_template;

/* Width of `count` columns with the gutters between them. */
bul_mpt bul_template_span(const bul_template *template, int count);

/* Left edge of a column, counted from 0. */
bul_mpt bul_template_column_x(const bul_template *template, int column);

#endif
