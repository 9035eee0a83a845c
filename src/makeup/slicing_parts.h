/* SPDX-License-Identifier: MIT */
/* slicing_parts.h - what the files of the slicer share.
 *
 * Words used there: the depth of a part is its rows and the gap under it, so
 * that depths of parts one above the other add up; a set of pieces has bit i
 * for piece i, a set of depths bit d for depth d. A slot names all parts that
 * hold the same pieces, in as many columns, made in the same form. */
#ifndef BUL_MAKEUP_SLICING_PARTS_H
#define BUL_MAKEUP_SLICING_PARTS_H

#include "makeup/slicing.h"

/* More than any tree costs; two of them and a cut still fit an int32_t. */
#define BUL_NEVER (INT32_C(1) << 29)

/* How a part is made. The second part of a cut is never cut the same way
 * again (slicing.h), so it is looked up in one of the narrower forms. */
typedef enum bul_form {
    BUL_FORM_ANY,
    BUL_FORM_ROW,  /* one piece, or parts side by side */
    BUL_FORM_PILE, /* one piece, or parts one above the other */
    BUL_FORM_COUNT
} bul_form;

/* A set of pieces, wherever it stands. */
typedef struct bul_group {
    int64_t least_area, most_area; /* columns times depth */
    int32_t least_cost;            /* of its pieces alone */
    int32_t priced[3];             /* by bul_cut: prices of the pairs in it */
    int32_t cheapest[BUL_FORM_COUNT]; /* the least of its strips */
    int rank;                         /* the highest */
    uint16_t widths[BUL_FORM_COUNT];  /* bit w: some depth can be filled in w
                                        columns */
    uint16_t stackable; /* bit w: may be cut across in w columns: no wider than
                           a side column whose piece is in it */
} bul_group;

/* Costs of a slot: for each depth from `first` on, one for each state. A
 * state is a set of edges (enum bul_area_edges) beyond which no title shows. */
typedef struct bul_strip {
    int first, count;
    int32_t least;  /* of all depths */
    int32_t *costs; /* NULL: none is wanted */
} bul_strip;

typedef struct bul_slicing {
    const bul_page_puzzle *puzzle;
    bul_arena *scratch;
    unsigned all; /* the set of all pieces */
    int columns, depth;
    bool is_exact;       /* the page is filled to its foot, or less far */
    size_t words;        /* of a set of depths */
    size_t states;       /* 4 where no title can stand on another, else 16 */
    int32_t reach;       /* most that the edges of a part can cost around it */
    unsigned ahead[3];   /* by bul_cut: pieces held to first parts, */
    unsigned behind[3];  /* to second parts, */
    unsigned unfit[3];   /* that no such cut may touch */
    unsigned left_sides; /* pieces that head a side column */
    unsigned right_sides;
    bul_group *groups;           /* by set */
    uint64_t *fillable;          /* by slot: depths that some tree fills */
    uint64_t *wanted;            /* … and that a page can use */
    uint64_t *affordable;        /* … for no more than the limit */
    bul_strip *strips;           /* by slot */
    uint64_t *smeared, *fitting; /* depths that are worked on */
} bul_slicing;

static inline size_t bul_slot(const bul_slicing *s, unsigned set, int columns,
                              bul_form form)
{
    size_t width = (size_t)set * (size_t)s->columns + (size_t)columns - 1;
    return width * BUL_FORM_COUNT + (size_t)form;
}

/* A slot's depths in one of the three lists. */
static inline uint64_t *bul_depths(const bul_slicing *s, uint64_t *list,
                                   size_t slot)
{
    return list + slot * s->words;
}

static inline bool bul_is_single(unsigned set)
{
    return (set & (set - 1)) == 0;
}

/* The next subset of `set` after `part`, by value; 0 when all were seen. */
static inline unsigned bul_next_part(unsigned set, unsigned part)
{
    return (part - set) & set;
}

/* slicing_pieces.c: the same for a cut down a part that has side columns in
 * it. `is_plain`: it would do without them. */
unsigned bul_side_widths(const bul_slicing *s, unsigned first, unsigned second,
                         bool is_plain);

/* May a part with these pieces be cut so, as far as holds go? Bit w: where it
 * is w columns wide or, of a cut down, its first part. None: not at all. */
static inline unsigned bul_cut_widths(const bul_slicing *s, bul_cut cut,
                                      unsigned first, unsigned second)
{
    const unsigned any = ~0u;
    unsigned whole = first | second;
    bool is_plain = (second & s->ahead[cut]) == 0 &&
                    (first & s->behind[cut]) == 0 &&
                    (whole & s->unfit[cut]) == 0;
    if ((whole & (s->left_sides | s->right_sides)) == 0)
        return is_plain ? any : 0;
    if (cut == BUL_CUT_ACROSS)
        return is_plain ? s->groups[whole].stackable : 0;
    return bul_side_widths(s, first, second, is_plain);
}

static inline bool bul_depth_is_in(const uint64_t *depths, int depth)
{
    return (depths[depth / 64] >> (depth % 64) & 1) != 0;
}

/* Word `i` of the depths, each less `by`. */
static inline uint64_t bul_depths_less(const uint64_t *depths, size_t words,
                                       size_t i, size_t by)
{
    size_t from = i + by / 64;
    unsigned bits = (unsigned)(by % 64);
    uint64_t word = from < words ? depths[from] >> bits : 0;
    if (bits > 0 && from + 1 < words)
        word |= depths[from + 1] << (64 - bits);
    return word;
}

/* The costs for one depth, which must be of the strip. */
static inline int32_t *bul_strip_at(const bul_slicing *s,
                                    const bul_strip *strip, int depth)
{
    return strip->costs + (size_t)(depth - strip->first) * s->states;
}

/* ---- slicing_pieces.c ---- */

/* Reads a puzzle, and works out what can be filled. Where a piece has no area
 * that the page can hold nothing is. */
bul_slicing *bul_slicing_open(const bul_page_puzzle *puzzle, bool is_exact,
                              bul_arena *scratch);

/* ---- slicing_depths.c ---- */

/* Works out what can be filled; the slots of single pieces are known. */
void bul_slicing_fill(bul_slicing *s);

/* Works out what is wanted for pages of all fillable depths (one, where the
 * page is exact). False: there are none. */
bool bul_slicing_want(bul_slicing *s);

/* ---- slicing_costs.c ---- */

/* Makes room for the costs of what is wanted. */
void bul_slicing_lay_out(bul_slicing *s);

/* Works out all costs that a page of no more than `limit` can have in it. */
void bul_slicing_price(bul_slicing *s, int32_t limit);

/* What a cut costs but for titles that meet at it. */
int32_t bul_slicing_cut_cost(const bul_slicing *s, bul_cut cut, unsigned first,
                             unsigned second);

/* ---- slicing_tree.c ---- */

/* The two cheapest first cuts of the whole page; BUL_NEVER: none within the
 * limit. `first_cuts` is how many there are without one. */
typedef struct bul_first_cuts {
    int32_t best, second;
    size_t count;
} bul_first_cuts;

bul_first_cuts bul_slicing_first_cuts(const bul_slicing *s);

/* Draws the tree that costs `cost`: 2 * piece_count - 1 parts. */
void bul_slicing_draw(const bul_slicing *s, int32_t cost, bul_part *parts);

#endif
