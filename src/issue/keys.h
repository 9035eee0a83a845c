/* SPDX-License-Identifier: MIT */
/* keys.h - the keys of issue.yaml and of an article's front matter. */
#ifndef BUL_ISSUE_KEYS_H
#define BUL_ISSUE_KEYS_H

#include "issue/issue.h"
#include "source/schema.h"

#define BUL_MAX_PAGE 2000

extern const bul_schema bul_issue_schema;
extern const bul_schema bul_article_schema;
/* {width=2 place=left} after a picture in the text. */
extern const bul_schema bul_figure_schema;

/* 位置, to name a pin in a message. */
extern const bul_schema bul_pin_schema;

/* 级别: what is more than a level. */
enum bul_level_choice {
    BUL_LEVEL_BOTTOM = BUL_LEVEL_COUNT, /* 倒头条: a 二条 at the foot */
    BUL_LEVEL_FILLER /* 补白: 一般, where there is room */
};

/* 导读: auto or off, beside a list of files. */
enum bul_index_choice {
    BUL_INDEX_OFF,
    BUL_INDEX_AUTO
};

/* The schema of "issue" or "article", or NULL. */
const bul_schema *bul_issue_schema_find(bul_str kind);

#endif
