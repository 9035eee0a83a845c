/* SPDX-License-Identifier: MIT */
/* galley.h - an article's body set at one measure: a column without end.
 *
 * A galley is a list of slugs. A slug is cast whole: a line of text, a
 * picture with its caption, a row of a table; it takes a whole number of grid
 * lines and is never changed again. Filling columns (column.h) only decides
 * where each slug goes. */
#ifndef BUL_LAYOUT_GALLEY_H
#define BUL_LAYOUT_GALLEY_H

#include "layout/compositor.h"
#include "layout/drop_cap.h"

/* The ground and rules of a box in the text, drawn behind its slugs. */
typedef struct bul_ground {
    bul_mpt width;
    bul_color tint;
    bul_mpt rule; /* over its first slug */
    bul_color rule_color;
} bul_ground;

enum bul_slug_flags {
    BUL_SLUG_STARTS = 1,    /* first line of its paragraph */
    BUL_SLUG_ENDS = 2,      /* last line of its paragraph */
    BUL_SLUG_KEEP_NEXT = 4, /* may not be the last in a column: crossheads */
    BUL_SLUG_FLOATS = 8,    /* may move to the top of the next column */
    BUL_SLUG_WHITE = 16,    /* only white: gone at the top of a column */
    BUL_SLUG_TEXT = 32      /* a line of running text: widow rules apply */
};

typedef struct bul_slug {
    int rows;
    int white; /* of these, white at its foot that may hang below a column */
    unsigned flags;        /* enum bul_slug_flags */
    uint32_t block_number; /* of the block it comes from, from 1 */
    uint32_t keep_group;   /* slugs of one number stay in one column; 0: none */
    uint32_t notes; /* so many of the article's notes are called up to here;
                       0: it calls none */
    bul_role role;
    bul_span span;
    const bul_ground *ground; /* the box it lies in, or NULL */
    bul_block_of_type type;
} bul_slug;

typedef struct bul_galley {
    bul_mpt measure;
    BUL_LIST(bul_slug) slugs;
    /* Notes that stand at the feet of columns (栏末): so many slugs at the end
     * of the list, the rule over them first, then line by line. */
    size_t foot_count;
    const size_t *note_ends; /* by note: how many of the lines it ends after */
} bul_galley;

/* Sets an article's body. Pictures wider than `columns_here` = 1 are not in
 * it: see bul_figure_is_wide. */
bul_galley *bul_galley_set(const bul_compositor *c, const bul_article *article,
                           bul_mpt measure, int column_count);

/* Sets briefs (简讯): each crosshead runs into its text. */
bul_galley *bul_galley_set_briefs(const bul_compositor *c,
                                  const bul_article *article, bul_mpt measure);

/* ---- For the files that cast slugs. ---- */

typedef struct bul_caster {
    const bul_compositor *c;
    bul_galley *galley;
    bul_mpt measure; /* of the text being cast */
    bul_mpt x;       /* of its left edge: the inset of a box */
    const bul_ground *ground;
    uint32_t block_number;
    uint32_t keep_group; /* given to every slug while not 0 */
    uint32_t group_count;
    int column_count; /* of the article: wider pictures go elsewhere */
    bool after_verse; /* the last block was a stanza */
    int drop_lines;   /* the paragraph that comes first begins with a large
                         character over so many lines */
    const bul_drop_cap *cap;            /* of the text being cast, or NULL */
    struct bul_elastic_galley *elastic; /* where other ways to set its
                                           paragraphs are kept, or NULL */
} bul_caster;

/* All of an article: what bul_galley_set and bul_galley_set_briefs do. */
void bul_caster_add_article(bul_caster *caster, const bul_article *article);
void bul_caster_add_briefs(bul_caster *caster, const bul_article *article);

/* Adds an empty slug of some rows and yields it. */
bul_slug *bul_caster_add(bul_caster *caster, int rows, bul_role role,
                         bul_span span);

/* Casts the lines of a text, one grid line each. */
void bul_caster_add_text(bul_caster *caster, const bul_set_text *text,
                         const bul_style *style, bul_role role, bul_span span);

/* White of some rows, gone at the top of a column. */
void bul_caster_add_white(bul_caster *caster, int rows, bul_span span);

void bul_caster_add_blocks(bul_caster *caster, const bul_blocks *blocks,
                           const bul_style *body);

/* table.c, box.c, figure.c */
void bul_caster_add_table(bul_caster *caster, const bul_table *table,
                          bul_span span);
void bul_caster_add_box(bul_caster *caster, const bul_box *box, bul_span span);
void bul_caster_add_qr(bul_caster *caster, const bul_block *block);
void bul_caster_add_figure(bul_caster *caster, const bul_figure *figure);

/* notes.c: says of each line which notes it calls; `first` is its first slug. */
void bul_caster_mark_calls(bul_caster *caster, const bul_set_text *text,
                           const bul_runs *runs, size_t first);

/* With the last of some slugs all notes are due: those called in pictures and
 * tables too. */
void bul_slugs_call_all(bul_slug *slugs, size_t slug_count, size_t note_count);

/* The notes, after all else. */
void bul_caster_add_notes(bul_caster *caster, const bul_article *article);

/* Width a table's cells need, set in one line each. */
bul_mpt bul_table_width(const bul_compositor *c, const bul_table *table);

/* Too wide for one of the article's columns? Then it spans several. */
bool bul_table_is_wide(const bul_compositor *c, const bul_table *table,
                       bul_mpt measure, int column_count);

/* The baseline of a grid line, from its top. All sizes of type share it, so
 * that a line of larger type beside a line of text stands level with it. */
bul_mpt bul_grid_baseline(const bul_template *template);

/* Grid lines that hold a depth. */
int bul_grid_rows(const bul_template *template, bul_mpt depth);

#endif
