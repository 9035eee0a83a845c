/* SPDX-License-Identifier: MIT */
/* makeup_report.h - what make-up did and how well it went: the figures that an
 * editor, a test or the next run asks for. */
#ifndef BUL_LAYOUT_MAKEUP_REPORT_H
#define BUL_LAYOUT_MAKEUP_REPORT_H

#include "base/list.h"
#include "base/measure.h"
#include "base/str.h"

/* A rectangle an article could have filled. */
typedef struct bul_way_report {
    int columns, rows, cost;
} bul_way_report;

/* An article, or a part of one, on its page; places in base columns and in
 * rows from the first that articles may have. */
typedef struct bul_block_report {
    uint32_t article; /* its place in the issue, from 1 */
    bul_str file, title;
    BUL_LIST(uint32_t) joined; /* further briefs that are in its box */
    int rank;
    int column, row, columns, rows;
    int head_row, head_columns, head_rows; /* from the block's top; rows 0:
                                              no head */
    bul_mpt title_size;
    int title_lines;
    int blanks; /* cells that stay white */
    int cost;
    bool is_boxed;
    int text_lines; /* lines its paragraphs lost (less than 0) or gained */
    int pictures, dropped_pictures, dropped_paragraphs;
    bul_str pull_quote; /* 引语块: the sentence that is set large, or empty */
    size_t trimmed_from, trimmed_to; /* 从末段删: lines of its file that are
                                        not printed; 0: none */
    int picture_rows; /* more or less than their own shapes, all together */
    bool uses_other_title;
    BUL_LIST(bul_way_report) ways; /* by columns, then rows */
    size_t jumps_to, jumps_from;   /* page; 0: it does not */
} bul_block_report;

/* Places that are cut off before a page is sliced. */
typedef enum bul_zone {
    BUL_ZONE_EAR,       /* 报眼 */
    BUL_ZONE_LEFT_SIDE, /* 左边栏 */
    BUL_ZONE_RIGHT_SIDE /* 右边栏 */
} bul_zone;

typedef struct bul_zone_report {
    bul_zone zone;
    bul_mpt x, y, w, h;          /* on the trimmed page */
    BUL_LIST(uint32_t) articles; /* in it, from its top */
    bul_block_report block;      /* BUL_ZONE_EAR: its article, which stands in
                                    no row of the page */
} bul_zone_report;

typedef struct bul_page_report {
    size_t number;
    int columns, rows;
    int first_row;       /* of the type area: furniture stands above */
    bool is_closed;      /* every row is used */
    int white_rows;      /* at its foot, the full width */
    int white_cells;     /* of pieces of white besides */
    int cost, runner_up; /* runner_up -1: there is no other tree */
    bool is_flow;        /* made in order: it has no blocks */
    BUL_LIST(bul_block_report) blocks;
    BUL_LIST(bul_zone_report) zones;
    /* faults */
    int bumps;      /* 并题 */
    int stacked;    /* 叠题 */
    int foot_heads; /* 背题 */
    int inversions; /* a bigger head on an article of lower level */
    bul_str tree;   /* "(1-(2|3))": - across, | down, numbers of articles */
} bul_page_report;

/* Steps of the ladder (bulletins call them L1 to L7). */
typedef enum bul_ladder_step {
    BUL_LADDER_EXCHANGE = 1, /* articles changed pages */
    BUL_LADDER_FILLER,       /* 补白 */
    BUL_LADDER_DROP,         /* 可省 可删 */
    BUL_LADDER_HOLD,         /* 留稿 */
    BUL_LADDER_JUMP,         /* 转版 */
    BUL_LADDER_WHITE,        /* up to three rows stay white */
    BUL_LADDER_OPEN          /* the page does not close */
} bul_ladder_step;

typedef struct bul_step_report {
    bul_ladder_step step;
    size_t page;      /* from 1 */
    uint32_t article; /* 0: none */
    int amount;       /* rows, articles … */
} bul_step_report;

/* One thing an editor can do so that a page closes. */
typedef enum bul_repair_kind {
    BUL_REPAIR_CUT,  /* delete characters of an article */
    BUL_REPAIR_ADD,  /* add some */
    BUL_REPAIR_FREE, /* let it have other columns than it asks for */
    BUL_REPAIR_FILL  /* put a new piece of so many columns and rows in */
} bul_repair_kind;

/* Characters of one paragraph to cut or to add: some lines less or more. */
typedef struct bul_repair_place {
    size_t block_index; /* of the article's blocks */
    int paragraph;      /* which of its paragraphs, from 1 */
    int characters;
} bul_repair_place;

typedef struct bul_repair {
    size_t page;
    bul_repair_kind kind;
    uint32_t article; /* 0: BUL_REPAIR_FILL */
    bul_str title;
    int lines, characters;
    int columns, rows; /* BUL_REPAIR_FILL */
    BUL_LIST(bul_repair_place) places;
    bool brings_back; /* with it an article that found no room has its place */
    bool is_for_ear;  /* it is 报眼 that it fits then */
} bul_repair;

typedef struct bul_makeup_report {
    BUL_LIST(bul_page_report) pages;
    BUL_LIST(bul_step_report) steps;
    BUL_LIST(uint32_t) held; /* articles that were left out */
    int cells;               /* of all pages */
    int copy_cells;          /* that articles would take if nothing pressed */
    int jumps;
    bool fails; /* strictly made up, and a page is open or copy left over */
    BUL_LIST(bul_repair)
    repairs;            /* for pages that are open, the cheapest
                                     first; only where they were asked for */
    uint64_t makeup_us; /* spent choosing; 0: no clock */
} bul_makeup_report;

#endif
