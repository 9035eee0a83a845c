/* SPDX-License-Identifier: MIT */
/* keys.h - the keys of issue.yaml and of an article's front matter. */
#ifndef BUL_ISSUE_KEYS_H
#define BUL_ISSUE_KEYS_H

#include "source/schema.h"

extern const bul_schema bul_issue_schema;
extern const bul_schema bul_article_schema;
/* {width=2 place=left} after a picture in the text. */
extern const bul_schema bul_figure_schema;

/* 导读: auto or off, beside a list of files. */
enum bul_index_choice {
    BUL_INDEX_OFF,
    BUL_INDEX_AUTO
};

/* The schema of "issue" or "article", or NULL. */
const bul_schema *bul_issue_schema_find(bul_str kind);

#endif
