/* SPDX-License-Identifier: MIT */
/* galley_vary.h - a galley that can be a little shorter or longer.
 *
 * Beside the galley as it comes there is a list of options: paragraphs that
 * lose a line (缩行) or gain one (增行) without harm to be seen, and marked ones
 * that may go. Each has a price and brings the slugs that stand in for those
 * of the paragraph, so that a varied galley is put together without setting
 * anything again. */
#ifndef BUL_LAYOUT_GALLEY_VARY_H
#define BUL_LAYOUT_GALLEY_VARY_H

#include "layout/galley.h"

#define BUL_COST_DROP 25 /* a paragraph left out */

typedef enum bul_option_kind {
    BUL_OPTION_TIGHTER, /* a line fewer */
    BUL_OPTION_LOOSER,  /* a line more */
    BUL_OPTION_DROP,    /* the paragraph is gone: {可删} */
    BUL_OPTION_FOOT     /* so are all from it on: 从末段删 */
} bul_option_kind;

typedef struct bul_galley_option {
    uint32_t block_number;
    bul_option_kind kind;
    int lines;         /* rows it adds; below 0 it takes them */
    int cost;          /* 2 to 6 for a line, BUL_COST_DROP for a paragraph */
    int paragraphs;    /* that are gone */
    bul_span gone;     /* where they are written: BUL_OPTION_FOOT */
    size_t first, end; /* slugs of the galley that it replaces */
    const bul_slug *slugs;
    size_t slug_count;
} bul_galley_option;

/* Slugs that a block of the article has become. */
typedef struct bul_slug_range {
    size_t first, end;
} bul_slug_range;

typedef struct bul_elastic_galley {
    bul_galley *galley;              /* as it comes */
    BUL_LIST(bul_slug_range) blocks; /* of an article that is no briefs */
    BUL_LIST(bul_galley_option)
    options; /* those of a block side by side, in
                                            the order of the blocks */
    size_t note_count;
    size_t text_end; /* with notes: slugs up to the last one above them */
} bul_elastic_galley;

/* Sets an article's body, of briefs too, with all its options. Paragraphs and
 * items of the text itself give lines: not those in boxes, under a large first
 * character or with forced breaks. What may go is marked {可删} and calls no
 * note; something stays under each crosshead, and of a numbered list only its
 * end goes. A brief goes with its head. Nothing goes where the article says
 * 删减: 不删. Where it says 从末段删, its last paragraphs may go too, from the
 * last one up, as far as half of the text stays: see galley_trim.c. */
bul_elastic_galley *bul_galley_elastic(const bul_compositor *c,
                                       const bul_article *article,
                                       bul_mpt measure, int column_count);

/* The galley with some of its options, by their indexes, in any order; of one
 * block at most one. What it is made of is shared with `elastic`. */
bul_galley *bul_galley_vary(bul_arena *arena, const bul_elastic_galley *elastic,
                            const size_t *options, size_t option_count);

/* ---- For galley.c. ---- */

/* A text about to be cast. */
typedef struct bul_copy {
    const bul_style *style;
    const bul_styled_runs *styled;
    const bul_runs *runs[2]; /* what it is made from; NULL: nothing */
    bul_role role;
    bul_span span;
} bul_copy;

/* May the text be set in a line fewer or more? */
bool bul_caster_may_vary(const bul_caster *caster, const bul_copy *copy);

/* Casts a text and keeps the other ways to set it. */
void bul_caster_add_ways(bul_caster *caster, const bul_copy *copy);

/* The slugs from `first` on are what block `index` of the article has become:
 * keeps the option that it goes, if it may. */
void bul_caster_offer_drop(bul_caster *caster, const bul_article *article,
                           size_t index, size_t first);

/* Would the number of an item be missed by the next? */
bool bul_block_is_counted_on(const bul_article *article, size_t index);

/* galley_trim.c: all blocks are cast. Keeps the options that the last of them
 * go. */
void bul_caster_offer_feet(bul_caster *caster, const bul_article *article);

#endif
