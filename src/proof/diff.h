/* SPDX-License-Identifier: MIT */
/* diff.h - two states of one issue, for 一校 and 二校: what was corrected, and
 * what that did to the pages.
 *
 * Text is compared as it was written, by paragraphs; places and lines as they
 * are on the pages. README.md of this room shows the form. */
#ifndef BUL_PROOF_DIFF_H
#define BUL_PROOF_DIFF_H

#include "bulletin.h"
#include "layout/page.h"

typedef enum bul_passage_kind {
    BUL_PASSAGE_TITLE,
    BUL_PASSAGE_KICKER,
    BUL_PASSAGE_SUBTITLE,
    BUL_PASSAGE_SUMMARY,
    BUL_PASSAGE_BYLINE,
    BUL_PASSAGE_SECTION,
    BUL_PASSAGE_EDITOR_NOTE,
    BUL_PASSAGE_BLOCK, /* paragraph, crosshead, item, quote */
    BUL_PASSAGE_BOX,   /* its kind and title */
    BUL_PASSAGE_TABLE, /* title, cell or note */
    BUL_PASSAGE_PICTURE,
    BUL_PASSAGE_CAPTION,
    BUL_PASSAGE_LINK, /* what a QR code leads to */
    BUL_PASSAGE_NOTE,
    BUL_PASSAGE_SOURCE,
    BUL_PASSAGE_FURNITURE,
    BUL_PASSAGE_KIND_COUNT
} bul_passage_kind;

/* A piece of text that is compared as a whole first, then by characters. */
typedef struct bul_passage {
    bul_passage_kind kind;
    uint32_t number; /* of the block in its article, from 1; 0: none */
    bul_str text;
    uint64_t stamp; /* of a picture's bytes: other bytes, other stamp */
} bul_passage;

typedef BUL_LIST(bul_passage) bul_passages;

typedef struct bul_told_article {
    bul_str file, title;
    bul_passages passages;
} bul_told_article;

/* An issue with its pages; articles in its order, numbered from 1 in marks. */
typedef struct bul_told_issue {
    const bul_edition *edition;
    bul_told_article *articles;
    size_t article_count;
} bul_told_issue;

/* Articles are the same that have one file, else those that have one title.
 * BUL_IO_ERROR when the sink refuses bytes. */
bul_status bul_diff_write(const bul_told_issue *before,
                          const bul_told_issue *after,
                          bul_message_language language, bul_arena *arena,
                          bul_arena *scratch, bul_sink sink);

#endif
