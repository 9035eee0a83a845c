/* SPDX-License-Identifier: MIT */
/* markdown_parts.h - what the markdown_*.c files share.
 *
 * The way of a body: markdown_read.c cuts it by lines into boxes, tables,
 * figures and chunks of CommonMark. For a chunk, markdown_lines.c decides line
 * by line what cmark shall see; markdown_signs.c settles stars, escapes and
 * the like in the copy, with markdown_bracket.c for what is in brackets;
 * markdown_feed.c gives the copy to cmark and remembers where each byte came
 * from; markdown_blocks.c walks cmark's tree, and markdown_runs.c turns its
 * inlines into runs. */
#ifndef BUL_SOURCE_MARKDOWN_PARTS_H
#define BUL_SOURCE_MARKDOWN_PARTS_H

#include "source/markdown.h"

/* Control characters have been swept out of the source, so they are free to
 * carry what we have settled before cmark reads. To cmark they are text. */
#define BUL_MD_SIGN_STRONG   '\x01' /* ** that pairs; over two bytes */
#define BUL_MD_SIGN_EMPHASIS '\x02' /* * that pairs */
#define BUL_MD_SIGN_BREAK    '\x03' /* forced line break */
#define BUL_MD_SIGN_OPEN     '\x04' /* the [ of [text]{name} */
#define BUL_MD_SIGN_PLAIN    '\x05' /* the source's byte, as it stands */
#define BUL_MD_SIGN_SKIP     '\x06' /* nothing: the \ of an escape */
#define BUL_MD_SIGN_ENTITY   '\x07' /* on both sides of &amp; */
#define BUL_MD_SIGN_CLOSE    '\x08' /* the ] of [text]{name} */
#define BUL_MD_SIGN_NOTE     '\x0E' /* the [ of [^1] */

typedef struct bul_md_range {
    size_t from, to; /* of the source */
} bul_md_range;

typedef BUL_LIST(bul_md_range) bul_md_ranges;

/* A bracket of the source, and what it turned out to be. */
typedef struct bul_md_bracket {
    size_t open;      /* of its [ */
    size_t close;     /* of its ] */
    unsigned style;   /* the marks it gives: DOTS … */
    bul_str ruby;     /* the reading it gives */
    bul_str language; /* it says its text is in */
    uint32_t group;   /* 0: it gives nothing */
    uint32_t note;    /* the note it calls */
} bul_md_bracket;

typedef struct bul_md_open_bracket {
    size_t index;  /* among the brackets */
    size_t height; /* levels of marks inside it */
    bool is_wide;  /* 【 or ［ */
} bul_md_open_bracket;

/* A line that gives a note. */
typedef struct bul_md_given_note {
    bul_md_range label;
    bul_md_range whole; /* from the start of its first line */
    bul_md_runs runs;
    uint32_t number; /* by the order of calls; 0: not called */
    bool is_twice;   /* its label has been given before */
} bul_md_given_note;

typedef struct bul_md_reading {
    bul_arena *arena;
    bul_diag *diag;
    const bul_source *source;
    bool is_normalized, has_corner_quotes;
    char *copy; /* of the source, offset by offset, with our signs */
    size_t to;  /* end of the body */
    size_t sign_count;
    size_t report_count; /* by bul_md_report */
    bool saw_indent;     /* paragraphs are indented by hand */
    bool is_full;        /* markdown/too-many was reported */
    size_t block_count;
    bul_md_ranges entities; /* of the present unit and chunk, ascending */
    BUL_LIST(bul_md_bracket) brackets;           /* of the article, ascending */
    BUL_LIST(bul_md_open_bracket) open_brackets; /* of the present unit */
    uint32_t group_count;
    size_t last_reading; /* where the last bracket with a reading opens */
    bool has_reading;
    BUL_LIST(bul_md_given_note) notes; /* in the order of the source */
    uint32_t called_count;
    bool is_in_note;
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
/* After so many reports the rest of an article's slips are left unsaid. */
#define BUL_MD_MAX_REPORTS 500
/* Reports with the text of the range as argument, as long as that allows. */
void bul_md_report(bul_md_reading *r, bul_message_id id, bul_md_range range);
bul_md_text bul_md_text_of(const bul_md_reading *r, bul_md_range range);

/* What cmark shall see: pieces of the copy, and short insertions. */
typedef struct bul_md_piece {
    bul_md_range range;
    const char *insert; /* instead of the range, if not NULL */
} bul_md_piece;

typedef BUL_LIST(bul_md_piece) bul_md_pieces;

bul_md_pieces bul_md_chunk_pieces(bul_md_reading *r, bul_md_range chunk);
/* Does the line begin something, so that it continues no text before it? */
bool bul_md_begins_block(const bul_md_reading *r, bul_md_range line);

/* ---- markdown_signs.c ---- */

/* Settles the signs of one unit of text (a paragraph, a cell), given as its
 * lines in order. */
void bul_md_settle_signs(bul_md_reading *r, const bul_md_ranges *unit);

/* Puts one of our signs for the first byte of a range, and nothing for the
 * rest of it. */
void bul_md_write_sign(bul_md_reading *r, bul_md_range range, char sign);
/* Shows a range to cmark as mere text. */
void bul_md_make_plain(bul_md_reading *r, bul_md_range range);

/* ---- markdown_bracket.c ---- */

/* Notes that a bracket opens with the sign [ 【 or ［. */
void bul_md_open_bracket_at(bul_md_reading *r, size_t offset, bool is_wide);
/* Takes the bracket off that a sign of this width closes; false where none is
 * open. */
bool bul_md_take_open_bracket(bul_md_reading *r, bool is_wide,
                              bul_md_open_bracket *open);
/* Settles [text]{name}, whose ] is `sign`. `line` is the line's text and
 * `is_last` says that the unit ends with it. Yields where to go on: behind the
 * sign if it is none such. */
size_t bul_md_mark_bracket(bul_md_reading *r, const bul_md_open_bracket *open,
                           bul_md_range sign, bul_md_range line, bool is_last);
/* Settles a call of a note; false where there are too many brackets. */
bool bul_md_add_call(bul_md_reading *r, bul_md_range call, uint32_t note);
/* The bracket that opens there, or NULL. */
const bul_md_bracket *bul_md_bracket_at(const bul_md_reading *r, size_t offset);

/* ---- markdown_brace.c ---- */

typedef struct bul_md_brace_word {
    bul_md_range name;
    bul_md_range value; /* without its quotes */
    bool has_value;
} bul_md_brace_word;

#define BUL_MD_BRACE_WORDS 8

/* {专名 拼音="gōng huì"} behind a bracket. */
typedef struct bul_md_brace {
    bul_md_range range; /* with its braces; the } may be missing */
    bool is_wide;       /* one of its signs is ｛ ＝ or ｝ */
    bool is_open;       /* there is no } on the line */
    bul_md_brace_word words[BUL_MD_BRACE_WORDS];
    size_t word_count;
} bul_md_brace;

/* False where what begins at range.from is text like any other. */
bool bul_md_brace_read(const bul_md_reading *r, bul_md_range range,
                       bul_md_brace *brace);
/* Is every word of it a mark? */
bool bul_md_brace_is_known(const bul_md_reading *r, const bul_md_brace *brace);
/* Is it {不拆} or {可删} or both, which belong to the block? */
bool bul_md_brace_is_for_block(const bul_md_reading *r,
                               const bul_md_brace *brace);
/* What it gives. Reports what is wrong with its words. */
void bul_md_brace_apply(bul_md_reading *r, const bul_md_brace *brace,
                        bul_md_bracket *bracket);

/* ---- markdown_note.c ---- */

/* Finds the lines that give notes. */
void bul_md_find_notes(bul_md_reading *r, bul_md_range body);
bool bul_md_gives_note(const bul_md_reading *r, bul_md_range line);
/* Reads the note that the line gives; yields where to go on. */
size_t bul_md_read_note(bul_md_reading *r, bul_md_range line);
/* Settles the call [^1] that may begin at `offset`; yields where to go on, or
 * the same offset if there is none. */
size_t bul_md_settle_call(bul_md_reading *r, bul_md_range line, size_t offset);
/* The notes that have been called, in that order. */
void bul_md_collect_notes(bul_md_reading *r, bul_md_body *body);

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
    const bul_md_bracket *brackets[BUL_MD_MAX_NESTING]; /* open, with marks */
    size_t bracket_count;
    bool line_ended; /* a newline of the source waits to be joined */
    bool is_forced;  /* … and is a forced break */
    bool is_copied;  /* the last run's text is not the source's own */
} bul_md_builder;

/* What a builder does at the signs of a bracket with marks, and what a run
 * within brackets gets of them. */
void bul_md_enter_bracket(bul_md_builder *b, size_t offset);
void bul_md_leave_bracket(bul_md_builder *b, size_t offset);
void bul_md_mark_run(const bul_md_builder *b, bul_md_run *run);

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
/* The same of several lines, each trimmed. */
bul_md_runs bul_md_inline_lines(bul_md_reading *r, const bul_md_ranges *lines);

/* ---- markdown_join.c ---- */

/* Does a line that begins with this text need a space before it? `before` is
 * what has been read, `end` where the source goes on behind the text. */
bool bul_md_needs_space(const bul_md_reading *r, const bul_md_runs *before,
                        bul_str text, size_t end);
/* Is it Chinese before or behind: at the end of what has been read, or in the
 * source from `end` on? */
bool bul_md_is_among_cjk(const bul_md_reading *r, const bul_md_runs *before,
                         size_t end);

/* ---- markdown_loose.c ---- */

/* Dots or dashes of a typewriter, and what is set for them. */
typedef struct bul_md_loose_mark {
    size_t from, to;
    bul_str regular; /* …… or —— */
} bul_md_loose_mark;

/* The next ... 。。。 … or -- of a text, from `from` on. */
bool bul_md_find_loose(bul_str text, size_t from, bool has_corner_quotes,
                       bul_md_loose_mark *mark);

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

/* 不拆 可删 and their English names. */
bool bul_md_is_for_block(bul_str word);

/* Is it made of letters and hanzi? */
bool bul_md_is_name(bul_str name);
/* Takes {…} off the end of a range of source. */
bul_md_range bul_md_take_attributes(bul_md_reading *r, bul_md_range range,
                                    bul_md_attributes *attributes);
/* The same off the end of runs. */
void bul_md_take_run_attributes(bul_md_reading *r, bul_md_runs *runs,
                                bul_md_attributes *attributes);

/* ---- markdown_figure.c ---- */

/* May the line be a figure: does it begin with ![ or ！, or name a file? */
bool bul_md_begins_figure(const bul_md_reading *r, bul_md_range line);
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
