/* SPDX-License-Identifier: MIT */
/* pdf_tags.h - the structure tree (ISO 32000-1, 14.7 and 14.8): what is on the
 * pages in the order it is read, whatever columns and pages it is spread over.
 *
 *   Document
 *     Masthead    a Div: a P for each line
 *     TOC         the index: TOCI, P
 *     Art         each article, over all its pages
 *       H1        the title, where it stands first; P where it stands again
 *       P         kicker, deck, byline; each paragraph, once
 *       H2        crossheads (H1 where the article has no title)
 *       L         list items that follow one another: LI, LBody
 *       BlockQuote, Note, Figure with its Caption, Table with TR, TH, TD
 *       Link      within its paragraph
 *       Span      of what the author says is in another language
 *     Tail        a P: 版记
 *
 * Folios, running heads, rules and grounds are artifacts. An element comes into
 * being when something of it is shown, and the marks of the page (layout/page.h)
 * say which: what has a number and was seen before is gone on with. */
#ifndef BUL_PDF_PDF_TAGS_H
#define BUL_PDF_PDF_TAGS_H

#include "base/list.h"
#include "layout/page.h"
#include "pdf/haru.h"

/* An element that is shown is known by its place in the list, from 1. The
 * first is the Document, which shows nothing itself. */
#define BUL_TAG_NOTHING  ((size_t)-1) /* no sequence is open */
#define BUL_TAG_ARTIFACT ((size_t)0)
#define BUL_TAG_ROOT     ((size_t)1)

/* What an element holds: a sequence of content, another element, or the
 * annotation of a link. */
typedef struct bul_tag_part {
    enum {
        BUL_TAG_CONTENT,
        BUL_TAG_ELEMENT,
        BUL_TAG_ANNOTATION
    } kind;
    uint32_t page_index; /* where content and annotation are */
    /* Content: its MCID; element: its place; annotation: its place in the list
     * of them. */
    uint32_t number;
} bul_tag_part;

/* What few elements say of themselves; empty where they do not. */
typedef struct bul_tag_words {
    bul_str alt;      /* of figures and links */
    bul_str name;     /* its ID */
    bul_str language; /* where it is another than that around it */
} bul_tag_words;

typedef struct bul_tag {
    const char *type; /* "P" */
    size_t parent;
    bul_mark mark;        /* that made it */
    uint32_t page_index;  /* where it was first shown */
    bul_tag_words *words; /* NULL: none */
    HPDF_Dict object;
    BUL_LIST(bul_tag_part) parts;
} bul_tag;

/* The elements that the sequences of one page belong to, by MCID. */
typedef BUL_LIST(uint32_t) bul_page_tags;

typedef struct bul_tag_annotation {
    HPDF_Dict object;
    uint32_t tag;
} bul_tag_annotation;

typedef struct bul_tags {
    bul_arena *arena;
    const bul_edition *edition;
    BUL_LIST(bul_tag) items; /* tag n at n - 1 */
    BUL_LIST(bul_page_tags) pages;
    BUL_LIST(bul_tag_annotation) annotations;
    BUL_LIST(uint32_t) articles; /* by number: the article's element, or 0 */
    BUL_LIST(uint32_t) named;    /* by name: the elements that have one */
} bul_tags;

#define BUL_TAG_DEPTH 16

/* Which marks of a page are open, and the elements they stand for. */
typedef struct bul_tag_path {
    bul_tags *tags;
    uint32_t page_index;
    size_t depth;
    bul_mark marks[BUL_TAG_DEPTH];
    size_t found[BUL_TAG_DEPTH]; /* 0: nothing shown yet */
    size_t captions[BUL_TAG_DEPTH];
} bul_tag_path;

/* The list with its Document. */
void bul_tags_init(bul_tags *tags, bul_arena *arena,
                   const bul_edition *edition);

/* Begins a page. */
bul_tag_path bul_tags_page(bul_tags *tags, size_t page_index);

void bul_tag_path_begin(bul_tag_path *path, bul_mark mark);
void bul_tag_path_end(bul_tag_path *path);

/* The element that an item of the page is shown in, made if need be;
 * BUL_TAG_ARTIFACT for what nobody reads out. */
size_t bul_tag_path_of(bul_tag_path *path, const bul_item *item);

/* Opens a sequence in the element; yields its MCID on this page. */
uint32_t bul_tag_path_show(bul_tag_path *path, size_t tag);

/* The words of an element, to be filled in. */
bul_tag_words *bul_tag_words_of(bul_tags *tags, size_t tag);

const char *bul_tag_type(const bul_tags *tags, size_t tag);

/* A link in the element `within`; yields the number of its annotation, which
 * comes after those of all pages (`page_count`) in the tree of parents. */
uint32_t bul_tags_add_link(bul_tags *tags, size_t within, uint32_t page_index,
                           HPDF_Dict annotation, bul_str url,
                           size_t page_count);

#endif
