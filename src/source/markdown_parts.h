/* SPDX-License-Identifier: MIT */
/* markdown_parts.h - what the markdown_*.c files share.
 *
 * The way of a body: markdown_read.c cuts it by lines into boxes, tables,
 * figures and chunks of CommonMark. For a chunk, markdown_lines.c decides line
 * by line what cmark shall see; markdown_signs.c settles stars, escapes and
 * the like in the copy; markdown_feed.c gives the copy to cmark and remembers
 * where each byte came from; markdown_blocks.c walks cmark's tree, and
 * markdown_runs.c turns its inlines into runs. */
#ifndef BUL_SOURCE_MARKDOWN_PARTS_H
#define BUL_SOURCE_MARKDOWN_PARTS_H

#include "source/markdown.h"

/* Control characters have been swept out of the source, so they are free to
 * carry what we have settled before cmark reads. To cmark they are text. */
#define BUL_MD_SIGN_STRONG   '\x01' /* ** that pairs; over two bytes */
#define BUL_MD_SIGN_EMPHASIS '\x02' /* * that pairs */
#define BUL_MD_SIGN_BREAK    '\x03' /* forced line break */
#define BUL_MD_SIGN_PLAIN    '\x05' /* the source's byte, as it stands */
#define BUL_MD_SIGN_SKIP     '\x06' /* nothing: the \ of an escape */
#define BUL_MD_SIGN_ENTITY   '\x07' /* on both sides of &amp; */

typedef struct bul_md_range {
    size_t from, to; /* of the source */
} bul_md_range;

typedef BUL_LIST(bul_md_range) bul_md_ranges;

typedef struct bul_md_reading {
    bul_arena *arena;
    bul_diag *diag;
    const bul_source *source;
    char *copy; /* of the source, offset by offset, with our signs */
    size_t to;  /* end of the body */
    size_t sign_count;
    size_t report_count; /* by bul_md_report */
    bool saw_indent;     /* paragraphs are indented by hand */
    bool is_full;        /* markdown/too-many was reported */
    size_t block_count;
    bul_md_ranges entities; /* of the present unit and chunk, ascending */
} bul_md_reading;

/* ---- markdown_lines.c ---- */

/* The line that starts at `at`, without its newline. */
bul_md_range bul_md_line_at(const bul_md_reading *r, size_t at);
/* Start of the next line. */
size_t bul_md_after_line(bul_md_range line);
/* Without white space at both ends, U+3000 included. */
bul_md_range bul_md_trim(const bul_md_reading *r, bul_md_range range);
bul_str bul_md_slice(const bul_md_reading *r, bul_md_range range);
bul_span bul_md_span(const bul_md_reading *r, bul_md_range range);
/* Reports with the text of the range as argument. After some hundreds of such
 * reports the rest of an article's slips are left unsaid. */
void bul_md_report(bul_md_reading *r, bul_message_id id, bul_md_range range);
bul_md_text bul_md_text_of(const bul_md_reading *r, bul_md_range range);

/* What cmark shall see: pieces of the copy, and short insertions. */
typedef struct bul_md_piece {
    bul_md_range range;
    const char *insert; /* instead of the range, if not NULL */
} bul_md_piece;

typedef BUL_LIST(bul_md_piece) bul_md_pieces;

bul_md_pieces bul_md_chunk_pieces(bul_md_reading *r, bul_md_range chunk);

/* ---- markdown_signs.c ---- */

/* Settles the signs of one unit of text (a paragraph, a cell), given as its
 * lines in order. */
void bul_md_settle_signs(bul_md_reading *r, const bul_md_ranges *unit);

/* ---- markdown_feed.c ---- */

/* Where fed bytes came from. */
typedef struct bul_md_origin {
    size_t fed, source;
} bul_md_origin;

struct cmark_node;

typedef struct bul_md_fed {
    bul_str text;
    BUL_LIST(bul_md_origin) origins;
    BUL_LIST(size_t) lines; /* starts, in `text` */
    void *held;             /* cmark's tree; see bul_md_fed_close */
    struct cmark_node *root;
} bul_md_fed;

/* Puts the pieces together and lets cmark read them. */
bul_md_fed bul_md_feed(bul_md_reading *r, const bul_md_pieces *pieces);
void bul_md_fed_close(bul_md_fed *fed);
/* The source offset of a fed byte. */
size_t bul_md_source_at(const bul_md_fed *fed, size_t at);
/* The fed offset of cmark's line and column, both from 1. */
size_t bul_md_fed_at(const bul_md_fed *fed, int line, int column);

/* ---- markdown_runs.c ---- */

/* Collects the runs of one block. */
typedef struct bul_md_builder {
    bul_md_reading *r;
    bul_md_runs runs;
    unsigned style; /* as the signs have switched it */
    bul_str url;
    bool line_ended; /* a newline of the source waits to be joined */
    bool is_forced;  /* … and is a forced break */
    bool is_copied;  /* the last run's text is not the source's own */
} bul_md_builder;

/* Adds fed bytes [from, to), our signs obeyed; `literal` is what cmark made of
 * them. `style` is added to the style of the signs. */
void bul_md_add_fed(bul_md_builder *b, const bul_md_fed *fed, size_t from,
                    bul_str literal, unsigned style);
/* Adds text that is not in the source as it is. */
void bul_md_add_copy(bul_md_builder *b, bul_str text, bul_span span,
                     unsigned style);
void bul_md_end_line(bul_md_builder *b);
/* Drops white space at the end; yields the runs and is empty again. */
bul_md_runs bul_md_finish_runs(bul_md_builder *b);
bool bul_md_is_at_line_start(const bul_md_builder *b);

/* The runs of a range that is all one line of inlines: a cell, a caption. */
bul_md_runs bul_md_inline(bul_md_reading *r, bul_md_range range);

/* ---- markdown_blocks.c ---- */

bul_md_block *bul_md_push(bul_md_reading *r, bul_md_blocks *blocks,
                          bul_md_kind kind, bul_span span);
void bul_md_add_chunk(bul_md_reading *r, bul_md_range chunk,
                      bul_md_blocks *blocks);
/* The inlines of cmark's tree, all in one builder. */
void bul_md_walk_inlines(bul_md_reading *r, const bul_md_fed *fed,
                         bul_md_builder *b);

/* ---- markdown_label.c ---- */

typedef struct bul_md_label {
    bul_md_mark mark;
    size_t len; /* bytes of the text it takes */
    int number;
} bul_md_label;

/* The list mark a text begins with: 一、 （一） 1. 1． 1、 （1） (1) 1） ①. */
bool bul_md_label_read(bul_str text, bul_md_label *label);

/* ---- markdown_attribute.c ---- */

/* Takes {…} off the end of a range of source. */
bul_md_range bul_md_take_attributes(bul_md_reading *r, bul_md_range range,
                                    bul_md_attributes *attributes);
/* The same off the end of runs. */
void bul_md_take_run_attributes(bul_md_reading *r, bul_md_runs *runs,
                                bul_md_attributes *attributes);

/* ---- markdown_figure.c ---- */

/* Is the line "图片: 照片.jpg"? */
bool bul_md_names_figure(const bul_md_reading *r, bul_md_range line);
/* ![caption](file "credit"){…}, or what the last call tells, alone on its
 * line. */
bool bul_md_add_figure(bul_md_reading *r, bul_md_range line,
                       bul_md_blocks *blocks);

/* ---- markdown_table.c ---- */

/* Where the table that starts with the line at `at` ends; `at` when none does.
 * Lines with its title or note belong to it. */
size_t bul_md_table_end(const bul_md_reading *r, size_t at);
void bul_md_add_table(bul_md_reading *r, bul_md_range lines,
                      bul_md_blocks *blocks);

#endif
