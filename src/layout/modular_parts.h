/* SPDX-License-Identifier: MIT */
/* modular_parts.h - what the files of modular make-up share. */
#ifndef BUL_LAYOUT_MODULAR_PARTS_H
#define BUL_LAYOUT_MODULAR_PARTS_H

#include "layout/modular_page.h"

#define BUL_MODULAR_PIECES 9 /* articles that are dealt to one page */

/* An article on its way to a page. */
typedef struct bul_entry {
    size_t index; /* in the issue */
    const bul_article *article;
    bul_elastic *elastic;
    bul_elastic *loose; /* with all it may drop; NULL until asked for */
    bul_line_of_text section;
    uint64_t barred;         /* bit n: page n had no room for it, from 0 */
    size_t last_page;        /* it stood on last time, from 1; 0: on none */
    bool is_used;            /* fillers */
    BUL_LIST(size_t) joined; /* indexes of further briefs that are in it */
} bul_entry;

typedef struct bul_modular_run {
    bul_stone *stone;
    const bul_compositor *c;
    const bul_issue *issue;
    bul_makeup_report *report;
    bul_entry *entries; /* by weight */
    size_t count;
    bul_entry *fillers;
    size_t filler_count;
    bul_modular_page *pages;
    size_t page_count;
    BUL_LIST(size_t) over; /* indexes of articles that found no room */
    int trials;            /* made by bul_copyfit_page, of all pages */
    bool is_strict;        /* no jumps, nothing held over … */
    bool fails_open;       /* … and what is open is an error */
} bul_modular_run;

/* What stands beside the nameplate of page 1, or NULL. */
static inline const bul_ear_setting *bul_modular_ear(const bul_modular_run *m)
{
    const bul_ear_setting *ear = m->stone->ear;
    return ear && ear->is_taken ? ear : NULL;
}

/* ---- modular_copy.c ---- */

/* Fills `entries` and `fillers`. Articles that fill no rectangle of any page
 * are left over at once. */
void bul_modular_take_copy(bul_modular_run *m);

/* What an article weighs against others: by level, then 权重. */
int bul_article_weight(const bul_article *article);

/* How an article may be set: its own wishes, then those of its level. */
bul_elastic_scope bul_modular_scope(const bul_modular_run *m,
                                    const bul_article *article);

/* modular.c: how pages come out where one article of the issue is another, all
 * of them made up anew; nothing is drawn or reported. */
void bul_modular_try(const bul_modular_run *m, size_t index,
                     const bul_article *instead, bul_modular_run *trial);

/* Pages that do not close. */
size_t bul_modular_open_pages(const bul_modular_run *m);
bool bul_modular_is_closed(const bul_modular_page *page);

/* modular_briefs.c: briefs (简讯) of one section and page become one article,
 * each with its title run into its text, as far as they fill no more than a
 * good part of a page. */
void bul_modular_join_briefs(bul_modular_run *m);

/* ---- modular_ladder.c ---- */

/* Takes down a step of the ladder; pages are counted from 0. */
void bul_modular_step(bul_modular_run *m, bul_ladder_step kind, size_t page,
                      uint32_t article, int amount);

/* Gives the articles of a page what they may drop, and a row of white. */
void bul_modular_loosen(bul_modular_run *m, bul_modular_page *page);

/* No page has room for it: it goes on a page of its own at the end. */
void bul_modular_leave_over(bul_modular_run *m, const bul_entry *one);

/* Puts an article that found no room where there is white. */
bool bul_modular_find_room(bul_modular_run *m, const bul_entry *one);

/* Settles a page that has its articles: closes it, or does what can be done. */
void bul_modular_close(bul_modular_run *m, size_t index);

/* ---- modular_tell.c ---- */

/* Reports what became of articles other than their editor wished:
 * layout/held, layout/side-short, layout/other-page. */
void bul_modular_tell(bul_modular_run *m);

/* What would close the pages that are open, and what would bring back the
 * articles that found no room: to the report. */
void bul_modular_advise(bul_modular_run *m);

/* ---- modular_jump.c ---- */

/* 转版: an article of a page goes on on another, so that the page closes.
 * `must`: this one, whether the page closes or not; else the longest that may.
 * False: none does it. */
bool bul_modular_jump(bul_modular_run *m, size_t index, bul_entry *must);

#endif
