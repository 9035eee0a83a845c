/* SPDX-License-Identifier: MIT */
/* elastic.h - an article as make-up sees it: all the rectangles it can fill.
 *
 * An article gives way in many places: it may stand in more or fewer columns,
 * its title in another size or wording, its pictures wider or less deep,
 * paragraphs a line longer or shorter, the whole in a frame. Each way to fill
 * a rectangle exactly is a variant with a price; the cheapest of each
 * rectangle is kept. All is told from type that is really set: nothing is
 * estimated but the order in which ways are tried. */
#ifndef BUL_LAYOUT_ELASTIC_H
#define BUL_LAYOUT_ELASTIC_H

#include "layout/story.h"
#include "makeup/piece.h"

#define BUL_ELASTIC_WIDES 4 /* pictures and tables that give way */

/* What a variant has of one picture. */
typedef struct bul_picture_choice {
    int columns; /* 0: left out */
    int more;    /* rows more or less than its own shape */
    int rows;    /* of the whole, caption included */
} bul_picture_choice;

/* And of its quotes (引语块): one of them, or none. */
typedef struct bul_quote_choice {
    size_t index; /* among the article's */
    int columns;  /* 0: none */
    int rows;
} bul_quote_choice;

typedef struct bul_variant {
    int columns, rows;
    size_t span, head, text;
    bool picture_on_top; /* the first picture over the head */
    bul_picture_choice pictures[BUL_ELASTIC_WIDES];
    bul_quote_choice quote;
    int blanks; /* cells that stay white */
    int32_t cost;
} bul_variant;

struct bul_elastic_span;

typedef struct bul_elastic {
    const bul_article *article;
    uint32_t number; /* in the issue, from 1 */
    bul_line_of_text section;
    BUL_LIST(struct bul_elastic_span *) spans;
    BUL_LIST(bul_variant) variants;
    BUL_LIST(bul_area) areas;   /* as a bul_piece wants them */
    int cells;                  /* of its cheapest area, the gap under it too */
    const bul_last_place *last; /* where it stood last time, or NULL */
    BUL_LIST(uint32_t) joined;  /* numbers of further briefs that are in it */
    size_t jumps_to, jumps_from; /* 转版: pages its text goes on at, comes
                                    from; 0: it does not */
} bul_elastic;

/* What an article may do to fill its place. */
typedef struct bul_elastic_scope {
    int rows;         /* of the deepest area */
    int fewest, most; /* columns */
    bool may_frame;   /* it may be boxed though nobody asked for it */
    bool may_drop;    /* pictures with 可省 */
    bool may_drop_text; /* paragraphs with {可删}, and last ones (从末段删) */
    bul_galley *galley; /* its body, where that is a part of the article's;
                           else NULL */
    int extra_blanks;   /* rows of white it may keep at its foot */
    bool is_zone; /* 报眼 边栏: its place has a shape of its own; in one
                           of few rows pictures may be as deep as it is */
} bul_elastic_scope;

/* Sets an article in every way its scope allows. `section` as in
 * bul_head_set. */
bul_elastic *bul_elastic_set(const bul_compositor *c,
                             const bul_article *article, uint32_t number,
                             bul_line_of_text section, bul_elastic_scope scope);

/* The story of a variant, ready to be drawn with its attempt. */
bul_story *bul_elastic_story(const bul_compositor *c,
                             const bul_elastic *elastic,
                             const bul_variant *variant, bul_attempt *attempt);

/* Its body as it comes, at the measure of the page; NULL where it only stands
 * in frames. */
bul_galley *bul_elastic_body(const bul_elastic *elastic);

/* What the head of a variant is. */
const bul_head *bul_elastic_head(const bul_elastic *elastic,
                                 const bul_variant *variant);
/* Does it print another title than the article's own? */
bool bul_elastic_uses_other_title(const bul_elastic *elastic,
                                  const bul_variant *variant);

/* Pictures it leaves out. */
int bul_elastic_dropped_pictures(const bul_elastic *elastic,
                                 const bul_variant *variant);

/* What it prints large, or nothing. */
bul_str bul_elastic_quote(const bul_elastic *elastic,
                          const bul_variant *variant);

/* Lines its paragraphs lost (less than 0) or gained, and how many are gone. */
int bul_elastic_lines(const bul_elastic *elastic, const bul_variant *variant);
int bul_elastic_dropped(const bul_elastic *elastic, const bul_variant *variant);
/* 从末段删: what is gone from the end of its text; zero: nothing. */
bul_span bul_elastic_foot(const bul_elastic *elastic,
                          const bul_variant *variant);
bool bul_elastic_is_boxed(const bul_elastic *elastic,
                          const bul_variant *variant);

#endif
