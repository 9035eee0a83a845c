/* SPDX-License-Identifier: MIT */
/* compositor.h - who sets type: styles and text in, set lines out.
 *
 * The compositor (排字工) knows the template's styles and the fonts; the files
 * that build galleys, heads, tables and fixtures ask it for lines and put them
 * where they belong. */
#ifndef BUL_LAYOUT_COMPOSITOR_H
#define BUL_LAYOUT_COMPOSITOR_H

#include "issue/issue.h"
#include "layout/block.h"
#include "template/template.h"
#include "text/paragraph.h"

typedef struct bul_compositor {
    bul_arena *arena;   /* lives as long as the pages */
    bul_arena *scratch; /* rewound after each text */
    bul_diag *diag;
    const bul_template *template;
    bul_fontset *fonts;
    bul_setter *setter;
    bul_locale locale;  /* of the article being set */
    bool is_vertical;   /* lines run down the page */
    bul_str vocabulary; /* for titles: words in lines of their own, then the
                           text of the article; or empty */
} bul_compositor;

typedef BUL_LIST(bul_styled_run) bul_styled_runs;

/* Lines of a text; each is one baseline. */
typedef struct bul_set_text {
    bul_set_line *lines;
    size_t line_count;
    bul_mpt width; /* of the widest */
} bul_set_text;

/* A run in a style. */
bul_styled_run bul_compositor_run(const bul_compositor *c,
                                  const bul_style *style, bul_str text,
                                  bul_span span);

/* Appends a block's runs in a style; strong and emphasis take their own
 * fonts at the style's size, a note's call is small and raised. */
void bul_compositor_add_runs(const bul_compositor *c, const bul_style *style,
                             const bul_runs *runs, bul_styled_runs *styled);

/* Sets runs to a width: breaks and justifies them. */
bul_set_text bul_compositor_set(const bul_compositor *c, const bul_style *style,
                                const bul_styled_run *runs, size_t run_count,
                                bul_mpt width);

/* What stands before the first lines of a text: 首字下沉. */
typedef struct bul_drop {
    size_t line_count; /* 0: nothing */
    bul_mpt indent;    /* of these lines */
} bul_drop;

/* The same with the first lines beside something. */
bul_set_text bul_compositor_set_beside(const bul_compositor *c,
                                       const bul_style *style,
                                       const bul_styled_run *runs,
                                       size_t run_count, bul_mpt width,
                                       bul_drop drop);

/* A text set in another number of lines. */
typedef struct bul_varied_text {
    bul_set_text text; /* no lines: it cannot be had decently */
    int cost;          /* quality lost: 2, where hardly any is, to 6 */
} bul_varied_text;

typedef struct bul_set_ways {
    bul_set_text natural;
    bul_varied_text fewer; /* by one line */
    bul_varied_text more;
} bul_set_ways;

/* Sets runs as bul_compositor_set does, and with a line fewer and a line more:
 * shaped once, broken three times. What is decent: bul_linebreak_vary. */
bul_set_ways bul_compositor_set_ways(const bul_compositor *c,
                                     const bul_style *style,
                                     const bul_styled_run *runs,
                                     size_t run_count, bul_mpt width);

/* The same for one plain text. */
bul_set_text bul_compositor_line(const bul_compositor *c,
                                 const bul_style *style, bul_str text,
                                 bul_span span, bul_mpt width);

/* Width of a text set in one line, nothing stretched. */
bul_mpt bul_compositor_width(const bul_compositor *c, const bul_style *style,
                             bul_str text);

/* notes.c: how a note is numbered, in the text and before the note: ① … ㊿,
 * then [51]. */
bul_str bul_note_sign(bul_arena *arena, uint32_t number);

/* From the top of a style's square (字面框) to its baseline. */
bul_mpt bul_style_baseline(const bul_style *style);

#endif
